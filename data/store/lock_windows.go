package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// openAlone opens a lock so that nobody can open, rename or remove it until it is closed; while somebody has it open, that is an error.
func openAlone(name string) (*os.File, error) {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	handle, err := windows.CreateFile(path, windows.GENERIC_READ|windows.DELETE, 0, nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(handle), name), nil
}

// removeOpened removes the lock that was opened alone, once it is closed.
func removeOpened(f *os.File) error {
	remove := byte(1)
	return windows.SetFileInformationByHandle(windows.Handle(f.Fd()), windows.FileDispositionInfo, &remove, uint32(unsafe.Sizeof(remove)))
}
