//go:build !windows

package ui

// JoinConsole does nothing: here a program that was started in a terminal has it.
func JoinConsole() {}
