package kit

import (
	"fmt"
	"runtime/debug"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
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

// guardedMenu guards what the items of a menu do, and keeps it below the height of the window in which it opens: the toolkit lets menus
// hang out of it. What has no room stands in a menu beside the last item.
func guardedMenu(c fyne.Canvas, items []*fyne.MenuItem) *fyne.Menu {
	guardItems(items)
	return fyne.NewMenu("", lowItems(items, menuRoom(c))...)
}

func guardItems(items []*fyne.MenuItem) {
	for _, item := range items {
		if do := item.Action; do != nil {
			item.Action = func() { Guard(do) }
		}
		if item.ChildMenu != nil {
			guardItems(item.ChildMenu.Items)
		}
	}
}

// menuRoom is how many items of a menu have room in a window.
func menuRoom(c fyne.Canvas) int {
	line := widget.NewLabel("Mg").MinSize().Height
	return max(4, int((c.Size().Height-16)/line))
}

// lowItems puts the items for which there is no room into a menu beside the last one.
func lowItems(items []*fyne.MenuItem, most int) []*fyne.MenuItem {
	for _, item := range items {
		if item.ChildMenu != nil {
			item.ChildMenu.Items = lowItems(item.ChildMenu.Items, most)
		}
	}
	if len(items) <= most {
		return items
	}
	rest := fyne.NewMenuItem("…", nil)
	rest.ChildMenu = fyne.NewMenu("", lowItems(slices.Clone(items[most-1:]), most)...)
	return append(items[:most-1:most-1], rest)
}
