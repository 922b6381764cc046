package desk

import "golang.org/x/sys/windows"

var (
	user32        = windows.NewLazySystemDLL("user32.dll")
	allowForward  = user32.NewProc("AllowSetForegroundWindow")
	isMinimised   = user32.NewProc("IsIconic")
	showWindow    = user32.NewProc("ShowWindow")
	anyProcess    = ^uintptr(0)
	restoreWindow = uintptr(windows.SW_RESTORE)
)

// LetForward lets another program's window come forward: Windows lets only the program do that which the person has just used, and
// that is this one.
func LetForward() { _, _, _ = allowForward.Call(anyProcess) } // where it may not, the window's button on the taskbar flashes

// Restore brings a window back that was minimised, by its handle; the window's library leaves it on the taskbar.
func Restore(window uintptr) {
	if minimised, _, _ := isMinimised.Call(window); minimised != 0 {
		_, _, _ = showWindow.Call(window, restoreWindow)
	}
}
