// Package look is the program's theme: its colours, sizes and the contrast rules that hold for them.
package look
