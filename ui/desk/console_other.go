//go:build !windows

package desk

// JoinConsole does nothing: here a program that was started in a terminal has it.
func JoinConsole() {}
