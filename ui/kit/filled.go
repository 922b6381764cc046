package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// Filling is inputs that are being filled in: what differs from how they began is held with what is not kept, until it is done with.
type Filling struct {
	deps   Deps
	title  string
	number int64 // which of the fillings it is: two may have one title
	body   fyne.CanvasObject
	before []filled
}

// HoldFilled holds what is filled in below an object from now on, under a title.
func HoldFilled(deps Deps, title string, body fyne.CanvasObject) *Filling {
	f := &Filling{deps: deps, title: title, number: deps.Unkept.filling(), body: body, before: filledIn(body)}
	f.listen()
	return f
}

// Spot is where it is held: it has no place in the file yet.
func (f *Filling) Spot() Spot { return Spot{Table: "form", ID: f.number, Field: f.title} }

// listen hears of what is typed into the inputs that are there now.
func (f *Filling) listen() { onEdit(f.body, f.hold) }

func (f *Filling) hold() {
	if !f.half() {
		f.Done()
		return
	}
	f.deps.Unkept.Hold(Unkept{Spot: f.Spot(), Label: f.title, Text: filledWords(f.before, filledIn(f.body)), Form: true})
}

// half tells whether the inputs hold something else than at first.
func (f *Filling) half() bool { return !slices.Equal(f.before, filledIn(f.body)) }

// Done lets go of what is held.
func (f *Filling) Done() { f.deps.Unkept.Drop(f.Spot()) }

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
