//go:build !windows

package desk

// known is nothing: here folders are told by the environment and the file that desktops keep.
func known(int) string { return "" }
