package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/look"
)

// What inputs know of a field, they read off its description in data: label, hint, kind, limits, choices. A screen says only where
// fields stand, and what a reference may choose from.

// Of adds a field as it is described; rows are the lines of a text, 0 for one, where a list has commas between its entries. Hints are
// left to dialogs: who edits in place has seen the field before.
func (s *FieldSet[T]) Of(f *data.Field, rows int) *Labelled {
	label := s.deps.Say.Of(f.ForLeader())
	var l *Labelled
	switch f.Input {
	case data.InputDate:
		l = s.Date(f.Key, label, func(row *T) *data.Date { return f.Date(row) })
	case data.InputNumber:
		l = s.Number(f.Key, label, f.None, func(row *T) *int { return f.Number(row) })
	case data.InputTick:
		l = NewLabelled("", s.Tick(f.Key, label, func(row *T) bool { return *f.Tick(row) }, func(row *T, on bool) { *f.Tick(row) = on }))
		l.label.Hide() // the words stand beside the box
	case data.InputChoice:
		l = s.Choice(f.Key, label, choicesOf(s.deps.Say, f), func(row *T) string { return f.Word(row) },
			func(row *T, word string) { f.Choose(row, word) })
	default:
		l = s.Words(f.Key, label, rows, func(row *T) string { return typed(f, row, rows) },
			func(row *T, text string) error { return take(f, row, text, rows) })
		if f.Input == data.InputClock {
			s.fields[f.Key].write(clockText)
		}
	}
	l.About = f.ID()
	s.fields[f.Key].private = f.Private
	return l
}

// write has the field show what was typed as the function writes it, also where the row stays as it was and is not read again.
func (f *field[T]) write(written func(text string) string) {
	f.written = written
	if f.input != nil {
		f.input.written = written
	}
}

// showWritten puts what was typed as fields show it.
func (f *TextField) showWritten() {
	if f.written == nil {
		return
	}
	text := f.written(f.Text)
	switch {
	case text == "":
	case f.Pending():
		f.set(text)
	default:
		f.Reset(text)
	}
}

// clockText is a time that was typed in any way, as fields show times; "" for what is no time.
func clockText(text string) string {
	clock, err := data.ReadClock(text)
	if err != nil {
		return ""
	}
	return clock.String()
}

// Headline is Of for what a row is called, in a set that reads: it is read large and without its label, and changed where it stands.
func (s *FieldSet[T]) Headline(f *data.Field) *Labelled {
	l := s.Of(f, 0)
	l.label.Hide()
	s.fields[f.Key].read.enlarge()
	s.headline = f.Key
	return l
}

// Face is Of for a field of a set that reads, read as a picture of what it holds, in whose place it is changed.
func (s *FieldSet[T]) Face(f *data.Field, picture fyne.CanvasObject) *Labelled {
	l := s.Of(f, 0)
	l.label.Hide()
	s.fields[f.Key].read.wear(picture)
	return l
}

// Tells has a field of a set that reads tell more than it holds, while nobody is in it.
func (s *FieldSet[T]) Tells(name string, told func(text string) string) {
	s.fields[name].read.Told = told
}

// HourTo has a time that is written along with a day stand in the field for it.
func (s *FieldSet[T]) HourTo(name string) {
	s.takeHour = func(at data.Clock) {
		f := s.fields[name]
		f.read.Input()
		if text := at.String(); f.input.Text != text {
			f.input.visits++
			f.input.set(text)
			f.input.Flush()
		}
		f.settle()
	}
}

// FocusFirst has the keyboard go on in what is read first of the row shown, as a list does whose row is opened: Enter or F2 goes into it.
func (s *FieldSet[T]) FocusFirst() {
	switch {
	case s.headline != "":
		s.deps.Focus(s.Reading(s.headline))
	case len(s.order) > 0:
		s.deps.Focus(s.Reading(s.order[0].name))
	}
}

// Lead is Of for the sentence on which a page turns, in a set that reads: it is read larger than the rest and without its label.
func (s *FieldSet[T]) Lead(f *data.Field, rows int) *Labelled {
	l := s.Of(f, rows)
	l.label.Hide()
	s.fields[f.Key].read.words.TextSize = look.SizeName
	return l
}

// Choose adds a field that chooses among options: a reference by its id, any other by its word.
func (s *FieldSet[T]) Choose(f *data.Field, options []Option) *Labelled {
	l := s.Choice(f.Key, s.deps.Say.Of(f.ForLeader()), options, func(row *T) string { return chosen(f, row) },
		func(row *T, key string) { choose(f, row, key) })
	l.About = f.ID()
	return l
}

// choicesOf are the words a field may hold, as options.
func choicesOf(say *words.Say, f *data.Field) []Option {
	var options []Option
	for _, c := range f.Choices() {
		options = append(options, Option{Key: c.Word, Text: say.Of(c.Label)})
	}
	return options
}

// chosen is the key of the option that stands for what a field holds.
func chosen(f *data.Field, row any) string {
	switch f.Input {
	case data.InputLink:
		return KeyOf(*f.Link(row))
	case data.InputChoice:
		return f.Word(row)
	}
	return *f.Text(row)
}

// choose puts what an option stands for into the field.
func choose(f *data.Field, row any, key string) {
	switch f.Input {
	case data.InputLink:
		*f.Link(row) = IDOf(key)
	case data.InputChoice:
		f.Choose(row, key)
	default:
		*f.Text(row) = key
	}
}

// typed is a field's value as a text to type into.
func typed(f *data.Field, row any, rows int) string {
	switch f.Input {
	case data.InputClock:
		return f.Clock(row).String()
	case data.InputFraction:
		if n := *f.Fraction(row); !f.NoneFits || n != float64(f.None) {
			return strconv.FormatFloat(n, 'f', -1, 64)
		}
		return ""
	case data.InputList:
		if rows == 0 {
			return strings.Join(*f.List(row), ", ")
		}
		return f.List(row).String()
	}
	return *f.Text(row)
}

// take reads what was typed into the field; the error stands at it.
func take(f *data.Field, row any, text string, rows int) (err error) {
	switch f.Input {
	case data.InputClock:
		*f.Clock(row), err = readClock(f.Key, text)
	case data.InputFraction:
		err = f.TakeFraction(row, text)
	case data.InputList:
		if *f.List(row) = data.ParseLines(text); rows == 0 {
			*f.List(row) = ReadList(text)
		}
	default:
		*f.Text(row) = text
	}
	return err
}

// readClock reads a time of day; the error stands at the field.
func readClock(field, text string) (data.Clock, error) {
	c, err := data.ReadClock(text)
	return c, data.At(field, err)
}

// ReadList reads the entries of a list written in one line.
func ReadList(text string) data.Lines { return data.ParseLines(betweenEntries.Replace(text)) }

// betweenEntries are what people write between the entries of a list in one line.
var betweenEntries = strings.NewReplacer(",", "\n", ";", "\n", "·", "\n")
