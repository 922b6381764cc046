//go:build !windows

package desk

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// Given the terminal is closed from which the program was started, then the window is asked to end, and the program lives to do so.
// Windows has no such signal.
func TestHangUpAsksTheWindowToEnd(t *testing.T) {
	asked := make(chan bool, 2)
	defer OnHangUp(func() { asked <- true })()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if signal.Ignored(syscall.SIGHUP) {
		t.Skip("the tests were started so as to outlive the terminal")
	}
	if err := self.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	select {
	case <-asked:
	case <-time.After(10 * time.Second):
		t.Error("nobody was asked")
	}
}
