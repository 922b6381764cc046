package kit

import "fyne.io/fyne/v2"

// Copied is the text that was copied last, in this program or another; empty for none.
func Copied() string { return fyne.CurrentApp().Clipboard().Content() }
