/* Wine 8 lacks the library bcryptprimitives, which Go's programs ask for random numbers; Windows has it. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE at, SIZE_T left) {
	while (left > 0) {
		ULONG part = left > 0x10000 ? 0x10000 : (ULONG)left;
		if (!SystemFunction036(at, part)) return FALSE;
		at += part;
		left -= part;
	}
	return TRUE;
}
