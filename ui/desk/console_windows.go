package desk

import (
	"os"
	"syscall"
)

// attachParentProcess stands for the console of the program that started this one.
const attachParentProcess = ^uintptr(0)

// JoinConsole lets what is said reach the console that started the program: a program with a window has none of its own on
// Windows. What was sent into a file or another program goes there as before.
func JoinConsole() {
	out, err := syscall.GetStdHandle(syscall.STD_OUTPUT_HANDLE)
	if err == nil && out != 0 && out != syscall.InvalidHandle {
		return
	}
	attached, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(attachParentProcess)
	if attached == 0 {
		return // started by a double click
	}
	if console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
		os.Stdout, os.Stderr = console, console
	}
}
