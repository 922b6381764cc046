package desk

import (
	"os"
	"os/signal"
	"syscall"
)

// OnHangUp calls quit when the terminal is closed from which the program was started, so that what was typed is written down as with
// the other signals that ask for the end, which the driver heeds; unless it was started so as to outlive the terminal.
func OnHangUp(quit func()) (stop func()) {
	if signal.Ignored(syscall.SIGHUP) {
		return func() {}
	}
	hungUp := make(chan os.Signal, 1)
	signal.Notify(hungUp, syscall.SIGHUP)
	go func() {
		for range hungUp {
			quit()
		}
	}()
	return func() {
		signal.Stop(hungUp)
		close(hungUp)
	}
}
