package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// filled is one input of a dialog and what stands in it.
type filled struct{ label, text string }

// filledIn are the inputs below an object whose content nobody keeps but the dialog they stand in: not those that keep what is typed by
// themselves, nor those that search.
func filledIn(o fyne.CanvasObject) []filled { return gatherFilled(o, "", nil) }

func gatherFilled(o fyne.CanvasObject, label string, all []filled) []filled {
	switch f := o.(type) {
	case *TextField:
		if f.OnCommit == nil && !f.searches {
			all = append(all, filled{label, f.Text})
		}
		return all
	case *NumberField:
		if f.timer == nil {
			all = append(all, filled{label, f.Text})
		}
		return all
	case *DateField:
		if f.Entry.timer == nil {
			all = append(all, filled{label, f.Entry.Text})
		}
		return all
	case *Select:
		return append(all, filled{label, f.Words()})
	case *Labelled:
		label = f.Label()
	}
	for _, child := range childrenOf(o) {
		all = gatherFilled(child, label, all)
	}
	return all
}

// filledWords are the inputs that differ from how they were, as a text to be kept: the name of each and what stands in it.
func filledWords(before, now []filled) string {
	var parts []string
	for i, f := range now {
		if f.text == "" || i < len(before) && before[i] == f {
			continue
		}
		if f.label == "" {
			parts = append(parts, f.text)
		} else {
			parts = append(parts, f.label+": "+f.text)
		}
	}
	return strings.Join(parts, "\n")
}

// onEdit has every field below an object that a dialog keeps tell when something is typed into it.
func onEdit(o fyne.CanvasObject, edited func()) {
	switch f := o.(type) {
	case *TextField:
		f.onEdit = edited
		return
	case *NumberField:
		f.onEdit = edited
		return
	case *DateField:
		f.Entry.onEdit = edited
		return
	}
	for _, child := range childrenOf(o) {
		onEdit(child, edited)
	}
}
