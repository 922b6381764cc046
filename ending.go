package main

import (
	"sync"
	"sync/atomic"
	"time"
)

// stuckAfter is how long the toolkit may take to come back once its window is gone.
const stuckAfter = 5 * time.Second

// untilGone runs the toolkit until its window is gone, then end, which closes the file. At times the toolkit (Fyne 2.8.1) never comes back:
// what it queues for itself while its loop ends can be lost, and it waits for that for ever. Then end is called all the same, and exit,
// since the file would stay locked by a program that nobody sees. Run is given what it has to call when the window is gone.
func untilGone(run func(gone func()), wait time.Duration, end, exit func()) {
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
