package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

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
