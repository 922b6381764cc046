package desk

import (
	"runtime"

	"golang.org/x/sys/windows"
)

// Open opens a file or a folder with the program that Windows has for it.
func Open(path string) error { return shell("", path) }

// shell has Windows do something with a file, by its word for that; "" is what a double click does.
func shell(verb, path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	var word *uint16
	if verb != "" {
		if word, err = windows.UTF16PtrFromString(verb); err != nil {
			return err
		}
	}
	// Some programs are reached through COM, which belongs to a thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	return windows.ShellExecute(0, word, file, nil, nil, windows.SW_SHOWNORMAL)
}
