//go:build !windows

package disk

import (
	"errors"
	"io/fs"
	"syscall"
)

// InUse reports whether an error says that another program has a file open: nothing but Windows minds.
func InUse(error) bool { return false }

// Full reports whether an error says that a disk, or one's share of it, is full.
func Full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// TooLarge reports whether an error says that a file may not become larger: by a limit of its disk, or of the account.
func TooLarge(err error) bool { return errors.Is(err, syscall.EFBIG) }

// MayNot reports whether an error says that something may not be written.
func MayNot(err error) bool { return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) }

// Ended reports whether there is no process of a number.
func Ended(pid int) bool { return errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }

// NoFolder reports whether an error says that what should be a folder is none.
func NoFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }
