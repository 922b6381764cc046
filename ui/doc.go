// Package ui is the program's window: it opens community files, shows their pages beside a navigation, and holds what they have
// in common: the menu, the palette, undo and redo, notices, the theme.
package ui
