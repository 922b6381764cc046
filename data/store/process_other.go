//go:build !linux && !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// systemProcess knows nothing beyond what every system tells.
func systemProcess() process { return process{} }

// processStarted reports whether the process lives; when it began is unknown.
func processStarted(pid int) (started string, alive bool) {
	p, err := os.FindProcess(pid)
	if err != nil {
		return "", false
	}
	defer func() { _ = p.Release() }()
	err = p.Signal(syscall.Signal(0))
	return "", err == nil || errors.Is(err, os.ErrPermission)
}
