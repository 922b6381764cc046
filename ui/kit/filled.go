package kit

import (
	"cmp"
	"encoding/json"
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
	dialog bool     // it goes, and something must open it again
	opener *Command // what opened it, nil where that was none
	gone   bool     // it was done with: what its fields make of their texts as they go is nothing to hold
}

// HoldFilled holds what is filled in below an object from now on, under a title.
func HoldFilled(deps Deps, title string, body fyne.CanvasObject) *Filling {
	f := &Filling{deps: deps, title: title, number: deps.Unkept.filling(), body: body, before: filledIn(body)}
	deps.Unkept.open = append(deps.Unkept.open, f)
	f.listen()
	return f
}

// Spot is where it is held: it has no place in the file yet.
func (f *Filling) Spot() Spot { return Spot{Table: "form", ID: f.number, Field: f.title} }

// listen hears of what is typed into the inputs that are there now.
func (f *Filling) listen() { onEdit(f.body, f.hold) }

func (f *Filling) hold() {
	if f.gone {
		return
	}
	if !f.half() {
		f.deps.Unkept.Drop(f.Spot())
		return
	}
	now := filledIn(f.body)
	u := Unkept{Spot: f.Spot(), Label: f.title, Text: filledWords(f.before, now), Form: true}
	if f.opener != nil {
		u.Command, u.Words = f.opener.ID, f.opener.Words()
	}
	if f.opener != nil || !f.dialog {
		u.Inputs = changedInputs(f.before, now)
	}
	f.deps.Unkept.Hold(u)
}

// changedInput is an input that differs from how it was, by its place among all.
type changedInput struct {
	At    int    `json:"at"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

func changedInputs(before, now []filled) string {
	var changed []changedInput
	for i, f := range now {
		if i >= len(before) || before[i] != f {
			changed = append(changed, changedInput{i, f.label, f.text})
		}
	}
	content, err := json.Marshal(changed)
	if err != nil {
		return "" // texts are always written
	}
	return string(content)
}

// Refill fills what was filled in before into the inputs of that title that were opened last, and tells whether there are such; an input
// that is not there any more, or is another one, stays as it is.
func (r *Register) Refill(title, inputs string) bool {
	var changed []changedInput
	if json.Unmarshal([]byte(inputs), &changed) != nil {
		return false
	}
	for _, f := range slices.Backward(r.open) {
		if f.title != title {
			continue
		}
		all := inputsIn(f.body, "", nil)
		for _, c := range changed {
			if c.At >= 0 && c.At < len(all) && all[c.At].label == c.Label {
				all[c.At].put(c.Text)
			}
		}
		f.hold()
		return true
	}
	return false
}

// half tells whether the inputs hold something else than at first.
func (f *Filling) half() bool { return !slices.Equal(f.before, filledIn(f.body)) }

// Done lets go of what is held.
func (f *Filling) Done() {
	f.gone = true
	r := f.deps.Unkept
	r.open = slices.DeleteFunc(r.open, func(other *Filling) bool { return other == f })
	r.Drop(f.Spot())
}

// filled is one input of a dialog and what stands in it.
type filled struct{ label, text string }

// filledIn are the inputs below an object whose content nobody keeps but the dialog they stand in: not those that keep what is typed by
// themselves, nor those that search.
func filledIn(o fyne.CanvasObject) (all []filled) {
	for _, in := range inputsIn(o, "", nil) {
		all = append(all, filled{in.label, in.text})
	}
	return all
}

// input is an input as it stands, and how something is put into it.
type input struct {
	label, text string
	put         func(text string)
}

func inputsIn(o fyne.CanvasObject, label string, all []input) []input {
	switch f := o.(type) {
	case *TextField:
		if f.OnCommit == nil && !f.searches {
			all = append(all, input{cmp.Or(label, f.Spoken), f.Text, f.SetText})
		}
		return all
	case *NumberField:
		if f.timer == nil {
			all = append(all, input{label, f.Text, f.SetText})
		}
		return all
	case *DateField:
		if f.Entry.timer == nil {
			all = append(all, input{label, f.Entry.Text, f.Entry.SetText})
		}
		return all
	case *Select:
		return append(all, input{label, f.Words(), f.chooseWords})
	case *Labelled:
		label = f.Label()
	}
	for _, child := range childrenOf(o) {
		all = inputsIn(child, label, all)
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
