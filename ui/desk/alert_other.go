//go:build !windows

package desk

// Alert does nothing: here what is said goes to the terminal, or to the log of the session.
func Alert(_, _ string) {}
