package kit

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
)

// FieldSet is the fields of one thing that is edited in place: each is kept when it is left and two seconds after the last key,
// shows what the file holds unless somebody is in it, and says below itself what can't be kept. What can't be kept stays with
// Deps.Unkept and is shown again with the row it belongs to.
type FieldSet[T any] struct {
	// Change gives the deed that keeps one field, the visit's, of the row shown now, nil where none is. All writes of one visit are one
	// act.
	Change func(visit store.Visit, change func(*T)) func(context.Context) error
	// Place is where these fields stand, if the window has them in more than one place.
	Place string
	// Row is the row shown now.
	Row func() RowShown
	// OnKept is called when a field of the row shown was kept.
	OnKept func(field string)
	// OnRefused is called when a choice was not kept, so that the one in force is shown.
	OnRefused func()
	// OnResized is called when a message below a field has come or gone.
	OnResized func()
	// Reads has the fields that are added from now on read until somebody goes into them (Reading).
	Reads bool

	deps   Deps
	deeds  *Deeds
	fields map[string]*field[T]
	order  []*field[T]
	// headline is the field that says what the row is called, if one is read as that.
	headline string
	takeHour func(at data.Clock) // takes a time written along with a day; nil for nobody
	row      *T                  // as last shown
	shown    RowShown            // as last shown: by the time another is, Row is that other
}

// RowShown is the row that fields belong to, and what it is called.
type RowShown struct {
	Table string
	ID    int64
	Name  string
}

// field is one of a set.
type field[T any] struct {
	name  string
	label *Labelled
	typed bool       // something is typed into it
	input *TextField // that; nil while the field is only read
	read  *Reading   // the place where it is read first, if it is
	text  func(row *T) string
	fill  func(row *T, force bool) // nil while the field is only read
	flush func()
	able  fyne.Disableable
	// written is how what was typed is shown once the field is left, nil for as it was typed.
	written func(text string) string
	// private fields are not shown to guests.
	private bool
}

// show shows what a row holds.
func (f *field[T]) show(row *T, force bool) {
	if f.fill != nil {
		f.fill(row, force)
	}
	switch {
	case f.read != nil && f.input != nil:
		f.read.Set(f.input.Text)
	case f.read != nil:
		f.read.Set(f.text(row))
	}
}

// settle has a field read again that nobody is in and that tells of no trouble.
func (f *field[T]) settle() {
	if f.read != nil {
		f.read.settle()
	}
}

// NewFieldSet makes an empty set, whose fields are kept in their turn among the deeds of a page.
func NewFieldSet[T any](deps Deps, deeds *Deeds) *FieldSet[T] {
	return &FieldSet[T]{deps: deps, deeds: deeds, fields: map[string]*field[T]{}, Row: func() RowShown { return RowShown{} }}
}

// Text adds a field for a text and gives it with its label; rows is 0 for a single line.
func (s *FieldSet[T]) Text(name, label string, rows int, at func(row *T) *string) *Labelled {
	return s.Words(name, label, rows, func(row *T) string { return *at(row) },
		func(row *T, text string) error { *at(row) = text; return nil })
}

// Words adds a field for something written as a text. An error of write is said below the field.
func (s *FieldSet[T]) Words(name, label string, rows int, read func(row *T) string, write func(row *T, text string) error) *Labelled {
	f := &field[T]{name: name, text: read}
	commit := func(text string) {
		var probe T
		if err := write(&probe, text); err != nil {
			s.refuse(name, err)
			return
		}
		s.keep(name, f.input.Visit(), func(row *T) { _ = write(row, text) }) // it went well on the probe
	}
	l := s.addTyped(f, label, func() fyne.CanvasObject {
		input := NewTextField(s.deps.Timer, "", commit)
		if rows > 0 {
			input = NewTextArea(s.deps.Timer, s.rows(rows), "", commit)
		}
		f.input = input
		f.fill = func(row *T, force bool) {
			if force {
				input.Reset(read(row))
			} else {
				input.SetIfIdle(read(row))
			}
		}
		return input
	})
	if f.read != nil {
		f.read.lines = rows > 0
	}
	return l
}

// rows is how many lines a field for several has at least: what is read first has as many as its text, so that nothing moves when it is
// gone into.
func (s *FieldSet[T]) rows(wanted int) int {
	if s.Reads {
		return 1
	}
	return wanted
}

// Date adds a field for a day, which may be empty.
func (s *FieldSet[T]) Date(name, label string, at func(row *T) *data.Date) *Labelled {
	f := &field[T]{name: name, text: func(row *T) string { return dayText(s.deps.Say, *at(row)) }}
	return s.addTyped(f, label, func() fyne.CanvasObject {
		input := NewDateField(s.deps, s.deps.Timer, 0, func(d data.Date) {
			s.keep(name, f.input.Visit(), func(row *T) { *at(row) = d })
		})
		input.OnHour = s.takeHour
		f.input = input.Entry
		f.fill = func(row *T, force bool) {
			if force {
				input.Reset(*at(row))
			} else {
				input.SetIfIdle(*at(row))
			}
		}
		return input
	})
}

// Number adds a field for a whole number; an empty field is the number none.
func (s *FieldSet[T]) Number(name, label string, none int, at func(row *T) *int) *Labelled {
	f := &field[T]{name: name, text: func(row *T) string { return numberText(*at(row), *at(row) != none) }}
	return s.addTyped(f, label, func() fyne.CanvasObject {
		input := NewNumberField(s.deps.Timer, 0, false, func(n int, known bool) {
			if !known {
				n = none
			}
			s.keep(name, f.input.Visit(), func(row *T) { *at(row) = n })
		})
		f.input = &input.TextField
		f.fill = func(row *T, force bool) {
			n := *at(row)
			if force {
				input.Reset(numberText(n, n != none))
			} else {
				input.SetValueIfIdle(n, n != none)
			}
		}
		return input
	})
}

// addTyped adds a field into which something is typed: at once, or where the set reads, once it is gone into.
func (s *FieldSet[T]) addTyped(f *field[T], label string, build func() fyne.CanvasObject) *Labelled {
	f.typed = true
	if !s.Reads {
		input := build()
		f.label, f.able = NewLabelled(label, input), input.(fyne.Disableable)
		s.set(f, input)
		s.add(f)
		return f.label
	}
	f.read = NewReading(s.deps.Say.Text("nothing noted yet"), func() fyne.CanvasObject {
		input := build()
		s.set(f, input)
		if s.row != nil {
			f.fill(s.row, true)
		}
		return input
	})
	f.read.ID, f.read.Stays = f.name, func() bool { return f.label.Trouble() != "" }
	f.label, f.able = NewLabelled(label, f.read), f.read
	s.add(f)
	return f.label
}

// set ties a new input to its field.
func (s *FieldSet[T]) set(f *field[T], input fyne.CanvasObject) {
	f.input.ID, f.flush = f.name, f.input.Flush
	if f.written != nil {
		f.input.written = f.written
	}
	if f.read != nil && f.input.MultiLine {
		f.input.OnTyped = func(string) { s.grow(f.input) }
	}
	f.label.watch(input, s.deps.Say)
	refuse := func(err error) { s.refuse(f.name, err) }
	switch input := input.(type) {
	case *DateField:
		input.OnInvalid = refuse
	case *NumberField:
		input.OnInvalid = refuse
	}
}

// grow lays out anew what stands around a field that needs another line.
func (s *FieldSet[T]) grow(f *TextField) {
	if f.HeightFor(f.Size().Width) != f.Size().Height && s.OnResized != nil {
		s.OnResized()
	}
}

// Choice adds a field that chooses one of several.
func (s *FieldSet[T]) Choice(name, label string, options []Option, read func(row *T) string, write func(row *T, key string)) *Labelled {
	input := NewSelect(options, "", func(key string) { s.choose(name, func(row *T) { write(row, key) }) }).In(s.deps.Say)
	input.ID, input.read = name, s.Reads
	l := NewLabelled(label, input)
	s.add(&field[T]{name: name, label: l, able: input, fill: func(row *T, _ bool) { input.Set(read(row)) }})
	return l
}

// Tick adds a box to tick, with its words beside it.
func (s *FieldSet[T]) Tick(name, words string, read func(row *T) bool, write func(row *T, on bool)) *Check {
	input := NewCheck(words, false, func(on bool) { s.choose(name, func(row *T) { write(row, on) }) })
	input.ID = name
	s.add(&field[T]{name: name, able: input, fill: func(row *T, _ bool) { input.Set(read(row)) }})
	return input
}

func (s *FieldSet[T]) add(f *field[T]) {
	if f.label != nil {
		f.label.OnResized = func() {
			if s.OnResized != nil {
				s.OnResized()
			}
		}
	}
	if s.deps.ReadOnly {
		f.able.Disable()
	}
	s.fields[f.name] = f
	s.order = append(s.order, f)
}

// spot is where what is typed into a field belongs now.
func (s *FieldSet[T]) spot(name string) Spot {
	row := s.Row()
	return Spot{Table: row.Table, ID: row.ID, Field: name}
}

// typed is what stands in a field, as it is held where it can't be kept.
func (s *FieldSet[T]) typed(name string) Unkept {
	f := s.fields[name]
	return Unkept{Spot: s.spot(name), Row: s.Row().Name, Label: f.label.Label(), Text: f.input.Text}
}

// keep gives what was typed to the file.
func (s *FieldSet[T]) keep(name string, visit int, change func(*T)) {
	deed := s.deed(name, visit, change)
	if deed == nil {
		return
	}
	typed := s.typed(name)
	s.deps.Unkept.Keep(Keeping{Unkept: typed, In: s.deeds.InOrder, Deed: func() error { return deed(context.Background()) },
		Told: func(mark string) {
			if s.spot(name) != typed.Spot {
				return // something else is shown by now
			}
			f := s.fields[name]
			if held, is := s.deps.Unkept.At(typed.Spot); is {
				f.input.Bring(held.Text) // the row was shown anew while it was on its way
			}
			f.label.SetError(mark)
			f.settle()
			if mark == "" && s.OnKept != nil {
				s.OnKept(name)
			}
		}})
}

// refuse holds what was typed and makes no sense; a nil error is that it does.
func (s *FieldSet[T]) refuse(name string, err error) {
	if err == nil {
		return // what comes of keeping it is told then
	}
	typed := s.typed(name)
	typed.Why = fieldSentence(s.deps.Say, err)
	s.deps.Unkept.Hold(typed)
	s.fields[name].label.SetError(typed.Why)
}

// choose keeps a choice, or has the one in force shown again.
func (s *FieldSet[T]) choose(name string, change func(*T)) {
	deed, spot := s.deed(name, 0, change), s.spot(name)
	if deed == nil {
		return
	}
	s.deeds.Run(func() func() {
		err := deed(context.Background())
		return func() {
			shown := s.spot(name) == spot
			mark, about := s.deps.Unkept.sentenceAt(name, err)
			label := s.fields[name].label
			about = about && shown && label != nil
			if !about {
				mark = ""
				s.deps.Fail(err)
			}
			if shown && label != nil {
				label.SetError(mark)
			}
			if err != nil && shown && s.OnRefused != nil {
				s.OnRefused()
			}
		}
	})
}

// deed is what keeps a change, nil where there is nothing to keep it in.
func (s *FieldSet[T]) deed(name string, visit int, change func(*T)) func(context.Context) error {
	if s.Change == nil {
		return nil
	}
	return s.Change(store.Visit{Field: name, Place: s.Place, N: visit}, change)
}

// Show fills the fields. With other set another thing is shown than before, so that even what is being typed into is filled
// anew; else a field that somebody is in, or that holds what can't be kept, is left as it is. What was typed into this thing before and
// not kept is shown in place of what the file holds.
func (s *FieldSet[T]) Show(row *T, other bool) {
	if other {
		s.holdTyped()
	}
	s.row, s.shown = row, s.Row()
	s.hidePrivate()
	for _, f := range s.order {
		held, is := s.deps.Unkept.At(s.spot(f.name))
		switch {
		case is && f.typed && (other || held.Why != ""): // else it is on its way, and the row may have it already
			s.offer(f, held, other)
			continue
		case f.label != nil && (other || !is && f.typed):
			f.label.SetError("")
		}
		if other || f.label == nil || f.label.Trouble() == "" {
			f.show(row, other)
		}
		f.settle()
	}
}

// hidePrivate takes what is the leader's own off the screen while guests look on.
func (s *FieldSet[T]) hidePrivate() {
	for _, f := range s.order {
		if f.private && SetShown(f.label, !s.deps.ForGuests()) && s.OnResized != nil {
			s.OnResized()
		}
	}
}

// holdTyped holds what is being typed when another row comes into the place of the one shown, such as when that has gone from the file.
// Whoever chooses another row has left the field before.
func (s *FieldSet[T]) holdTyped() {
	for _, f := range s.order {
		if f.input == nil || !f.input.typing() || s.shown == s.Row() {
			continue
		}
		s.deps.Unkept.Hold(Unkept{Spot: Spot{Table: s.shown.Table, ID: s.shown.ID, Field: f.name}, Row: s.shown.Name, Label: f.label.Label(), Text: f.input.Text,
			Why: s.deps.Say.Text("This is not kept yet.")})
	}
}

// offer shows what was typed into a field before and not kept.
func (s *FieldSet[T]) offer(f *field[T], held Unkept, other bool) {
	if f.read != nil {
		f.read.Input() // it is to be seen
	}
	switch {
	case !other:
		f.input.Bring(held.Text)
	case f.input.Text != held.Text:
		f.input.Offer(held.Text)
	}
	switch {
	case held.Helps:
		f.label.SetError(s.deps.Say.Text("This is not kept yet."))
	default:
		f.label.SetError(held.Why)
	}
}

// Clear takes the message below a field away, and lets go of what was typed into it and not kept.
func (s *FieldSet[T]) Clear(name string) {
	s.deps.Unkept.Drop(s.spot(name))
	if f := s.fields[name]; f != nil && f.label != nil {
		f.label.SetError("")
		f.settle()
	}
}

// Flush keeps what was typed and not yet kept.
func (s *FieldSet[T]) Flush() {
	for _, f := range s.order {
		if f.flush != nil {
			f.flush()
		}
	}
}

// Input is the field of a name, to be focused.
func (s *FieldSet[T]) Input(name string) fyne.Focusable {
	f := s.fields[name]
	switch {
	case f == nil || f.label == nil:
		return nil
	case f.read != nil && !f.read.disabled:
		return focusable(f.read.Input())
	}
	return focusable(f.label.input)
}

// Reading is the place in which a field is read, to be focused without going into it; the field itself where it is not read first.
func (s *FieldSet[T]) Reading(name string) fyne.Focusable {
	if f := s.fields[name]; f != nil && f.read != nil && !f.read.Disabled() {
		return f.read
	}
	return s.Input(name)
}

// Able lets the fields be typed into, or not.
func (s *FieldSet[T]) Able(able bool) {
	for _, f := range s.order {
		if able && !s.deps.ReadOnly {
			f.able.Enable()
		} else {
			f.able.Disable()
		}
	}
}
