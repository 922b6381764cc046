package kit

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
)

// What assistive technology says of the parts that say nothing of it beside their drawing. The toolkit knows four roles only, and hands
// them to the system on Windows and macOS alone, in a build that asks for it (README.md, What it cannot do yet).

// AccessibilityLabel is the word on the chip.
func (c *chipFace) AccessibilityLabel() string { return c.text }

// AccessibilityRole is button for a chip that chooses, else text.
func (c *chipFace) AccessibilityRole() fyne.AccessibleRole {
	if c.choice {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// spoken is what is called something: a screen reader is at it alone, and hears what it asks for.
type spoken struct {
	// Spoken is what it is called: the label above it, which is set by that.
	Spoken   string
	answered func() // tells the label that something was typed or chosen, nil without one
}

func (s *spoken) callIt(by *Labelled) { s.Spoken, s.answered = by.Label(), by.answered }

func (s *spoken) tellAnswered() {
	if s.answered != nil {
		s.answered()
	}
}

// callIn has the fields in what stands below a label know it.
func callIn(o fyne.CanvasObject, by *Labelled) {
	switch o := o.(type) {
	case interface{ callIt(by *Labelled) }:
		o.callIt(by)
	case *Labelled: // has a label of its own
	case *fyne.Container:
		for _, part := range o.Objects {
			callIn(part, by)
		}
	case interface{ Parts() []fyne.CanvasObject }:
		for _, part := range o.Parts() {
			callIn(part, by)
		}
	}
}

// labelAnd are the words of a label and of what stands below it.
func labelAnd(label, held string) string {
	if label == "" || held == "" {
		return label + held
	}
	return label + ", " + held
}

// AccessibilityLabel is what is chosen, behind the field's label.
func (s *Select) AccessibilityLabel() string { return labelAnd(s.Spoken, s.Words()) }

// AccessibilityRole is button: it opens the list.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the words beside the box, behind a sign for whether it is ticked.
func (c *Check) AccessibilityLabel() string {
	text := cmp.Or(c.text, c.Spoken)
	if c.ticked {
		return "☑ " + text
	}
	return "☐ " + text
}

// AccessibilityRole is button: a press ticks.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what stands in the field, or an example of it, behind the field's label.
func (f *TextField) AccessibilityLabel() string {
	return labelAnd(f.Spoken, cmp.Or(f.Text, f.PlaceHolder))
}

// AccessibilityRole is text.
func (f *TextField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the title.
func (t *listTitle) AccessibilityLabel() string { return t.text }

// AccessibilityRole is button: a press sorts.
func (t *listTitle) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what the columns say.
func (r *listRow) AccessibilityLabel() string {
	_, _, text := r.UINode()
	return strings.ReplaceAll(text, " | ", ", ")
}

// AccessibilityRole is button: a press chooses the row.
func (r *listRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the item's title.
func (w *boardItem) AccessibilityLabel() string { return w.title }

// AccessibilityRole is button: a press opens it.
func (w *boardItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the column's name.
func (b *railBtn) AccessibilityLabel() string { return b.text }

// AccessibilityRole is button.
func (b *railBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityRole is text.
func (b *Beat) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what the selected row says, or the first where none is, behind what the list is called.
func (l *placeList) AccessibilityLabel() string {
	if len(l.rows) == 0 {
		return l.Spoken
	}
	at := max(0, l.selectedIndex())
	return labelAnd(l.Spoken, strings.ReplaceAll(l.rowText(l.rows[at], map[string]fyne.CanvasObject{}), "\t", ", "))
}

// AccessibilityRole is text: what is read while one goes through the rows.
func (l *placeList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what it opens.
func (b *calendarBtn) AccessibilityLabel() string { return b.say.Text("Calendar") }

// AccessibilityRole is button.
func (b *calendarBtn) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the day with the ring, in words.
func (c *calendar) AccessibilityLabel() string { return c.UIValue() }

// AccessibilityRole is button: a press chooses the day.
func (c *calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
