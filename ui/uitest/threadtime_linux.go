package uitest

import (
	"syscall"
	"time"
	"unsafe"
)

// threadTime is what this thread has worked so far: where others work on the machine too, what they take isn't counted.
func threadTime() time.Duration {
	const ofThread = 3 // CLOCK_THREAD_CPUTIME_ID
	var at syscall.Timespec
	if _, _, fault := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, ofThread, uintptr(unsafe.Pointer(&at)), 0); fault != 0 {
		panic(fault) // no Linux is without that clock
	}
	return time.Duration(at.Nano())
}
