package desk

import (
	"sync"
	"sync/atomic"
	"time"
)

// StuckAfter is how long the toolkit may take to come back once its window is gone.
const StuckAfter = 5 * time.Second

// UntilGone runs the toolkit until its window is gone, then end, which closes the file. At times the toolkit (Fyne 2.8.1) never comes back:
// what it queues for itself while its loop ends can be lost, and it waits for that for ever. Then end is called all the same, and exit,
// since the file would stay locked by a program that nobody sees. Run is given what it has to call when the window is gone.
func UntilGone(run func(gone func()), wait time.Duration, end, exit func()) {
	var back atomic.Bool
	finish := sync.OnceFunc(end)
	run(func() {
		time.AfterFunc(wait, func() {
			if !back.Load() {
				finish()
				exit()
			}
		})
	})
	back.Store(true)
	finish()
}
