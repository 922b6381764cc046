//go:build !windows

package desk

import (
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// Open opens a file or a folder with the program that the system has for it. It waits for a moment for what that says.
func Open(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	return starts(openMost, opener, path)
}

// starts starts a program that stays when this one ends. One that has ended by itself before the limit must have ended well. What it
// says is not listened to: it may live on, and would end where nobody listens any more.
func starts(limit time.Duration, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // what ends this program from its terminal is not meant for that one
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(limit):
		return nil
	}
}
