//go:build !windows

package desk

// LetForward does nothing: here a window asks for itself to come forward.
func LetForward() {}

// Restore does nothing: here a window that is shown again is no longer minimised.
func Restore(uintptr) {}
