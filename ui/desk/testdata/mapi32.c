/* Stands for the library by which Windows hands letters to the mail program: MAPISendMailW notes the letter it was asked to
   open in the file that COPLEADER_MAPI_NOTE names, a NUL behind each part, waits for COPLEADER_MAPI_WAIT milliseconds and
   answers COPLEADER_MAPI_CODE. The structures are those of mapi.h, whose texts are wide here. */
#include <windows.h>
#include <mapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static FILE *note;

static void part(const void *wide) {
	char text[1 << 16] = "";
	if (wide) WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, sizeof text, NULL, NULL);
	fwrite(text, 1, strlen(text) + 1, note);
}

static void number(unsigned long n) { fprintf(note, "%lu%c", n, 0); }

static unsigned long asked(const wchar_t *name) {
	wchar_t text[32] = L"0";
	GetEnvironmentVariableW(name, text, 32);
	return wcstoul(text, NULL, 10);
}

__declspec(dllexport) ULONG WINAPI MAPISendMailW(LHANDLE session, ULONG_PTR window, MapiMessage *letter, FLAGS flags, ULONG reserved) {
	wchar_t path[MAX_PATH] = L"";
	GetEnvironmentVariableW(L"COPLEADER_MAPI_NOTE", path, MAX_PATH);
	if (session || window || reserved || !(note = _wfopen(path, L"wb"))) return MAPI_E_FAILURE;
	number(flags);
	part(letter->lpszSubject);
	part(letter->lpszNoteText);
	number(letter->nRecipCount);
	for (ULONG i = 0; i < letter->nRecipCount; i++) {
		number(letter->lpRecips[i].ulRecipClass);
		part(letter->lpRecips[i].lpszName);
		part(letter->lpRecips[i].lpszAddress);
	}
	number(letter->nFileCount);
	for (ULONG i = 0; i < letter->nFileCount; i++) {
		WIN32_FILE_ATTRIBUTE_DATA file = {0};
		part(letter->lpFiles[i].lpszPathName);
		GetFileAttributesExW((const wchar_t *)letter->lpFiles[i].lpszPathName, GetFileExInfoStandard, &file);
		number(file.nFileSizeLow);
		number(letter->lpFiles[i].nPosition);
	}
	fclose(note);
	Sleep(asked(L"COPLEADER_MAPI_WAIT"));
	return asked(L"COPLEADER_MAPI_CODE");
}
