//go:build !windows

package desk

// SystemPrinting is the print service of this computer.
func SystemPrinting() Printing { return Printing{run: runCommand} }
