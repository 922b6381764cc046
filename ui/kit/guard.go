package kit

import (
	"fmt"
	"runtime/debug"

	"fyne.io/fyne/v2"
)

// onFault is told, on the window's goroutine, of a fault that would have ended the program. There is one window in a program.
var onFault func(error)

// OnFault has the faults of what a tap, a key or a timer begins told; nil lets them end the program, as a test of a part wants it.
func OnFault(tell func(err error)) { onFault = tell }

// Guard does what a person or a timer begins, on the window's goroutine: every door from there into a page leads through it.
func Guard(do func()) {
	if onFault == nil {
		do()
		return
	}
	if _, fault := Caught(func() func() { do(); return nil }); fault != nil {
		onFault(fault)
	}
}

// Caught does work and gives back what it panicked with, and where, so that one broken deed doesn't hold up those after it.
func Caught(work func() (done func())) (done func(), fault error) {
	defer func() {
		if reason := recover(); reason != nil {
			fault = fmt.Errorf("%v\n%s", reason, debug.Stack())
		}
	}()
	return work(), nil
}

// guardedMenu guards what the items of a menu do.
func guardedMenu(items []*fyne.MenuItem) *fyne.Menu {
	for _, item := range items {
		if do := item.Action; do != nil {
			item.Action = func() { Guard(do) }
		}
		if item.ChildMenu != nil {
			guardedMenu(item.ChildMenu.Items)
		}
	}
	return fyne.NewMenu("", items...)
}
