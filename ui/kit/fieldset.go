package kit

import (
	"errors"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
)

// FieldSet is the fields of one thing that is edited in place: each is kept when it is left and two seconds after the last key,
// shows what the file holds unless somebody is in it, and says below itself what can't be kept.
type FieldSet[T any] struct {
	// Change keeps one field, the visit's; the set's Tell is to be called with what came of it. All writes of one visit are one act.
	Change func(visit store.Visit, change func(*T))
	// Place is where these fields stand, if the window has them in more than one place.
	Place string
	// OnResized is called when a message below a field has come or gone.
	OnResized func()

	deps   Deps
	fields map[string]*field[T]
	order  []*field[T]
}

// field is one of a set.
type field[T any] struct {
	label *Labelled
	show  func(row *T, force bool)
	flush func()
	able  fyne.Disableable
}

// NewFieldSet makes an empty set.
func NewFieldSet[T any](deps Deps) *FieldSet[T] {
	return &FieldSet[T]{deps: deps, fields: map[string]*field[T]{}}
}

// Text adds a field for a text and gives it with its label; rows is 0 for a single line.
func (s *FieldSet[T]) Text(name, label string, rows int, at func(row *T) *string) *Labelled {
	return s.Words(name, label, rows, func(row *T) string { return *at(row) },
		func(row *T, text string) error { *at(row) = text; return nil })
}

// Words adds a field for something written as a text. An error of write is said below the field.
func (s *FieldSet[T]) Words(name, label string, rows int, read func(row *T) string, write func(row *T, text string) error) *Labelled {
	var input *TextField
	commit := func(text string) {
		var probe T
		if err := write(&probe, text); err != nil {
			s.Tell(name, err)
			return
		}
		s.change(name, input.Visit(), func(row *T) { _ = write(row, text) }) // it went well on the probe
	}
	if rows > 0 {
		input = NewTextArea(s.deps.Timer, rows, "", commit)
	} else {
		input = NewTextField(s.deps.Timer, "", commit)
	}
	input.ID = name
	l := NewLabelled(label, input)
	s.add(name, &field[T]{label: l, flush: input.Flush, able: input, show: func(row *T, force bool) {
		if force {
			input.Reset(read(row))
		} else {
			input.SetIfIdle(read(row))
		}
	}})
	return l
}

// Date adds a field for a day, which may be empty.
func (s *FieldSet[T]) Date(name, label string, at func(row *T) *data.Date) *Labelled {
	var input *DateField
	input = NewDateField(s.deps.Clock, s.deps.Timer, 0, func(d data.Date) {
		s.change(name, input.Entry.Visit(), func(row *T) { *at(row) = d })
	})
	input.Entry.ID = name
	l := NewLabelled(label, input).Watch(s.deps.Say)
	s.add(name, &field[T]{label: l, flush: input.Flush, able: input, show: func(row *T, force bool) {
		if force {
			input.Entry.Reset(at(row).String())
		} else {
			input.SetIfIdle(*at(row))
		}
	}})
	return l
}

// Number adds a field for a whole number; an empty field is the number none.
func (s *FieldSet[T]) Number(name, label string, none int, at func(row *T) *int) *Labelled {
	var input *NumberField
	input = NewNumberField(s.deps.Timer, 0, false, func(n int, known bool) {
		if !known {
			n = none
		}
		s.change(name, input.Visit(), func(row *T) { *at(row) = n })
	})
	input.ID = name
	l := NewLabelled(label, input).Watch(s.deps.Say)
	s.add(name, &field[T]{label: l, flush: input.Flush, able: input, show: func(row *T, force bool) {
		n := *at(row)
		if force {
			input.Reset(numberText(n, n != none))
		} else {
			input.SetValueIfIdle(n, n != none)
		}
	}})
	return l
}

// Choice adds a field that chooses one of several.
func (s *FieldSet[T]) Choice(name, label string, options []Option, read func(row *T) string, write func(row *T, key string)) *Labelled {
	input := NewSelect(options, "", func(key string) { s.change(name, 0, func(row *T) { write(row, key) }) })
	input.ID = name
	l := NewLabelled(label, input)
	s.add(name, &field[T]{label: l, able: input, show: func(row *T, _ bool) { input.Set(read(row)) }})
	return l
}

// Tick adds a box to tick, with its words beside it.
func (s *FieldSet[T]) Tick(name, words string, read func(row *T) bool, write func(row *T, on bool)) *Check {
	input := NewCheck(words, false, func(on bool) { s.change(name, 0, func(row *T) { write(row, on) }) })
	input.ID = name
	s.add(name, &field[T]{able: input, show: func(row *T, _ bool) { input.Set(read(row)) }})
	return input
}

func (s *FieldSet[T]) add(name string, f *field[T]) {
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
	s.fields[name] = f
	s.order = append(s.order, f)
}

func (s *FieldSet[T]) change(name string, visit int, change func(*T)) {
	if s.Change != nil {
		s.Change(store.Visit{Field: name, Place: s.Place, N: visit}, change)
	}
}

// Show fills the fields. With other set another thing is shown than before, so that even what is being typed into is filled
// anew; else a field that somebody is in, or that holds what can't be kept, is left as it is.
func (s *FieldSet[T]) Show(row *T, other bool) {
	for _, f := range s.order {
		if f.label != nil && other {
			f.label.SetError("")
		}
		if other || f.label == nil || f.label.Trouble() == "" {
			f.show(row, other)
		}
	}
}

// Tell says below a field what is wrong with it, or takes the message away when err is nil. What is not about the field goes to
// the notice bar.
func (s *FieldSet[T]) Tell(name string, err error) {
	f := s.fields[name]
	if f == nil || f.label == nil {
		s.deps.Fail(err)
		return
	}
	var fault *data.Error
	if errors.As(err, &fault) && !fault.Fields[name].IsZero() {
		f.label.SetError(s.deps.Say.Of(fault.Fields[name]))
		return
	}
	f.label.SetError("")
	s.deps.Fail(err)
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
	if f := s.fields[name]; f != nil && f.label != nil {
		return focusable(f.label.input)
	}
	return nil
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
