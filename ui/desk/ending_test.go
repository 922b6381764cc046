package desk

import (
	"testing"
	"time"
)

// Given a toolkit that never comes back once its window is gone, then the file is closed all the same and the program ends; one that comes
// back closes it once, and nothing else ends the program.
func TestUntilGone(t *testing.T) {
	exited, ends := make(chan bool), 0
	end := func() { ends++ }
	stuck := make(chan bool)
	go UntilGone(func(gone func()) { gone(); <-stuck }, time.Millisecond, end, func() { exited <- true })
	<-exited
	if ends != 1 {
		t.Errorf("the file was closed %d times", ends)
	}
	close(stuck)

	ends = 0
	UntilGone(func(gone func()) { gone() }, time.Hour, end, func() { t.Error("it was ended from outside") })
	if ends != 1 {
		t.Errorf("the file was closed %d times", ends)
	}
}
