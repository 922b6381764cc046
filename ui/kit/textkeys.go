package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
)

// OnLine has each of several lines that are pasted into a field of a single line be entered by itself: it stands in the field when enter is
// called. The first comes to what was typed before.
func (f *TextField) OnLine(enter func()) { f.onLine = enter }

// pasteLines enters what is pasted line by line, where it has several and the field takes them so.
func (f *TextField) pasteLines(s fyne.Shortcut) bool {
	paste, is := s.(*fyne.ShortcutPaste)
	if !is || f.onLine == nil {
		return false
	}
	lines := data.ParseLines(paste.Clipboard.Content())
	if len(lines) < 2 {
		return false
	}
	f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: copiedText(lines[0])})
	Guard(f.onLine)
	for _, line := range lines[1:] {
		f.SetText(line)
		Guard(f.onLine)
	}
	return true
}

// copiedText is a clipboard with a text of ours, for the toolkit to paste.
type copiedText string

// Content is the text.
func (c copiedText) Content() string { return string(c) }

// SetContent does nothing: nothing is copied here.
func (c copiedText) SetContent(string) {}

// TypedShortcut lets Ctrl+Enter save the form the field stands in, Alt+Down open what the field opens, and Alt+F the menu; Ctrl+Home and
// Ctrl+End lead to the ends of the text, which the toolkit keeps for two other keys.
func (f *TextField) TypedShortcut(s fyne.Shortcut) {
	switch {
	case isSaveKey(s) && f.onSave != nil:
		Guard(f.onSave)
		return
	case isSaveKey(s) && f.onStepOut != nil:
		f.onStepOut()
		return
	case isAlt(s, fyne.KeyDown) && f.onOpen != nil:
		Guard(f.onOpen)
		return
	case isAlt(s, fyne.KeyF):
		PassEscape(&fyne.KeyEvent{Name: fyne.KeyF10})
		return
	}
	if end := endKey(s); end != "" {
		f.TypedKey(&fyne.KeyEvent{Name: end})
		return
	}
	if f.pasteLines(s) {
		return
	}
	f.Entry.TypedShortcut(s)
	f.followCursor()
}

// isSaveKey tells Ctrl+Enter.
func isSaveKey(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
}

// isAlt tells Alt and a key.
func isAlt(s fyne.Shortcut, key fyne.KeyName) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierAlt && c.KeyName == key
}

// endKey is the key with which the toolkit's field goes to the end of the text that Ctrl+Home or Ctrl+End asks for; with Shift it chooses
// what lies between, since the field knows that Shift is held.
func endKey(s fyne.Shortcut) fyne.KeyName {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return ""
	}
	switch c.KeyName {
	case fyne.KeyHome:
		return fyne.KeyPageUp
	case fyne.KeyEnd:
		return fyne.KeyPageDown
	}
	return ""
}
