package disk

import (
	"errors"
	"io/fs"
	"syscall"

	"golang.org/x/sys/windows"
)

// InUse reports whether an error says that another program has a file open. Windows says so of a name that is just being taken away,
// and of a file to be replaced, as if there were no permission.
func InUse(err error) bool {
	return is(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE, windows.ERROR_DELETE_PENDING,
		windows.ERROR_ACCESS_DENIED)
}

// Full reports whether an error says that a disk, or one's share of it, is full.
func Full(err error) bool {
	return is(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED, syscall.ENOSPC)
}

// TooLarge reports whether an error says that a file may not become larger: by a limit of its disk, or of the account.
func TooLarge(err error) bool { return is(err, windows.ERROR_FILE_TOO_LARGE, syscall.EFBIG) }

// MayNot reports whether an error says that something may not be written.
func MayNot(err error) bool {
	return errors.Is(err, fs.ErrPermission) || is(err, windows.ERROR_WRITE_PROTECT, syscall.EROFS)
}

// stillActive is the exit code of a process that has not ended.
const stillActive = 259

// Ended reports whether there is no process of a number. One that has ended is known to Windows as long as somebody holds on to it.
func Ended(pid int) bool {
	handle, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return !errors.Is(err, windows.ERROR_ACCESS_DENIED) // another user's
	}
	defer func() { _ = windows.CloseHandle(handle) }()
	var code uint32
	return windows.GetExitCodeProcess(handle, &code) == nil && code != stillActive
}

// NoFolder reports whether an error says that what should be a folder is none.
func NoFolder(err error) bool { return is(err, windows.ERROR_DIRECTORY, syscall.ENOTDIR) }

func is(err error, numbers ...error) bool {
	for _, number := range numbers {
		if errors.Is(err, number) {
			return true
		}
	}
	return false
}
