package ui

import (
	"fyne.io/fyne/v2/driver"

	"copleader/ui/desk"
)

// Shown tells whether the system really made the window. Where it has no graphics the window's library says so in the log only,
// and would wait for ever.
func (w *Window) Shown() bool {
	native, ok := w.win.(driver.NativeWindow)
	if !ok {
		return true // a test's
	}
	shown := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			shown = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			shown = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			shown = c.HWND != 0
		case driver.MacWindowContext:
			shown = c.NSWindow != 0
		}
	})
	return shown
}

// comeForward puts the window before others, also one that was minimised.
func (w *Window) comeForward() {
	w.win.Show()
	if native, ok := w.win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, windows := context.(driver.WindowsWindowContext); windows {
				desk.Restore(c.HWND)
			}
		})
	}
	w.win.RequestFocus()
}
