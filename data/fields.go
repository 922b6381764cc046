package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Fields describes the rows of one type, a field after the other, in the order
// in which they stand in the file and in which their texts are read. Everything
// that has to know a row's fields reads it here: the checks of Validate, the
// columns of the file, the inputs of forms, the words of the history, the texts
// that erasing a person goes through.
//
// What is no part of it: where a field stands on a screen, which rows a
// reference may choose, and what concerns two fields, which stays plain code in
// Validate.
type Fields[T any] []Field

// Field describes one field of the rows of one type. Its methods take the pointer
// to a row of that type, and panic on any other: were it a type for each type of
// row, the program would hold all of them as often as there are tables.
type Field struct {
	Key   string // as errors, inputs and tests call it: "joinedOn"
	Label Phrase // speaks to no particular reader; zero for a field nobody sees
	Hint  Phrase // a sentence of help; may be zero
	Input Input

	Needed  bool // must be filled; a needed reference is kept by the file itself
	Maybe   bool // a form says that it may stay empty
	Private bool // only for the leader, and for whom it is about

	Reach   Reach   // how far its words may go
	Section Section // of the charter, for what is written there
	Printed Phrase  // the heading on paper, where the label asks; zero for the label

	Limit     int  // of a text, or of one entry of a list, in characters
	Room      int  // entries a list has room for
	Low, High int  // of a whole number; of a fraction in halves
	None      int  // the number that an empty input means, and that stands for none if NoneFits
	NoneFits  bool // a number may be missing

	rows    any               // a nil pointer of the rows' type
	place   func(row any) any // the pointer to the field
	words   []string          // what may be chosen
	name    func(word string) Phrase
	word    func(place any) string
	choose  func(place any, word string)
	also    func(k *check, place any) // a check beyond those of the input
	refused Phrase                    // what is said instead of the input's own sentence
	counted bool                      // for the completeness of the charter
	column  string                    // where it is not made of the key
	exempt  exemption                 // why the text is not looked through for names
}

// Reach says how far the words of a field may go. A field about which nothing is
// said stays with whoever leads; documents for others draw on none of it.
type Reach int

// How far words may go, each beyond those before; private ones don't even reach
// the next leader (data/README.md, Privacy).
const (
	ReachLeaders   Reach = iota // whoever leads
	ReachCommunity              // members
	ReachOutside                // sponsors and whoever else is told of the community
)

// Input is the kind of value a field holds, and so the kind of input it takes.
type Input int

// The kinds of input; beside each stands how a field of the kind is reached.
const (
	InputNone     Input = iota // nothing for a person to fill in; Place
	InputLine                  // a text of one line; Text
	InputText                  // a text of several lines; Text
	InputList                  // a list, an entry a line; List
	InputDate                  // a day, 0 for none; Date
	InputClock                 // a time of day; Clock
	InputNumber                // a whole number; Number
	InputFraction              // a number in halves; Fraction
	InputTick                  // yes or no; Tick
	InputChoice                // one of Choices; Word and Choose
	InputChoices               // several of Choices; List
	InputLink                  // the id of another row, 0 for none; Link
)

// Choice is one of the words a field may hold, and what it is called.
type Choice struct {
	Word  string
	Label Phrase
}

// Heading stands over the field in documents, which answer and do not ask.
func (f *Field) Heading() Phrase {
	if f.Printed.IsZero() {
		return f.Label
	}
	return f.Printed
}

// Place is the pointer to the field in a row, of whatever type it is there.
func (f *Field) Place(row any) any { return f.place(row) }

// Text leads to the text of InputLine and InputText.
func (f *Field) Text(row any) *string { return f.place(row).(*string) }

// List leads to the entries of InputList and InputChoices.
func (f *Field) List(row any) *Lines { return f.place(row).(*Lines) }

// Date leads to the day of InputDate.
func (f *Field) Date(row any) *Date { return f.place(row).(*Date) }

// Clock leads to the time of InputClock.
func (f *Field) Clock(row any) *Clock { return f.place(row).(*Clock) }

// Number leads to the number of InputNumber.
func (f *Field) Number(row any) *int { return f.place(row).(*int) }

// Fraction leads to the number of InputFraction.
func (f *Field) Fraction(row any) *float64 { return f.place(row).(*float64) }

// Tick leads to the yes or no of InputTick.
func (f *Field) Tick(row any) *bool { return f.place(row).(*bool) }

// Link leads to the id of InputLink.
func (f *Field) Link(row any) *int64 { return f.place(row).(*int64) }

// Same reports whether two rows hold the same in the field.
func (f *Field) Same(a, b any) bool {
	switch f.Input {
	case InputList, InputChoices:
		return slices.Equal(*f.List(a), *f.List(b))
	case InputChoice:
		return f.Word(a) == f.Word(b)
	case InputDate:
		return *f.Date(a) == *f.Date(b)
	case InputClock:
		return *f.Clock(a) == *f.Clock(b)
	case InputNumber:
		return *f.Number(a) == *f.Number(b)
	case InputTick:
		return *f.Tick(a) == *f.Tick(b)
	case InputLink:
		return *f.Link(a) == *f.Link(b)
	case InputFraction:
		return *f.Fraction(a) == *f.Fraction(b)
	}
	return *f.Text(a) == *f.Text(b)
}

// Copy has a row hold what another holds in the field.
func (f *Field) Copy(into, from any) {
	switch f.Input {
	case InputList, InputChoices:
		*f.List(into) = slices.Clone(*f.List(from))
	case InputChoice:
		f.Choose(into, f.Word(from))
	case InputDate:
		*f.Date(into) = *f.Date(from)
	case InputClock:
		*f.Clock(into) = *f.Clock(from)
	case InputNumber:
		*f.Number(into) = *f.Number(from)
	case InputTick:
		*f.Tick(into) = *f.Tick(from)
	case InputLink:
		*f.Link(into) = *f.Link(from)
	case InputFraction:
		*f.Fraction(into) = *f.Fraction(from)
	default:
		*f.Text(into) = *f.Text(from)
	}
}

// Word is the choice made in an InputChoice.
func (f *Field) Word(row any) string { return f.word(f.place(row)) }

// Choose makes the choice of an InputChoice; Validate tells whether it is one.
func (f *Field) Choose(row any, word string) { f.choose(f.place(row), word) }

// Choices are the words that may be chosen, in the order they are offered. They
// are named when they are asked for: the tables of names may come later than the
// descriptions when the program starts.
func (f *Field) Choices() []Choice {
	offered := make([]Choice, len(f.words))
	for i, word := range f.words {
		offered[i] = Choice{word, f.name(word)}
	}
	return offered
}

// ForLeader is the label on the leader's own screens, where a private field is
// marked as such.
func (f *Field) ForLeader() Phrase {
	if f.Private && !f.Label.IsZero() {
		return Say("%s (only for you)", f.Label)
	}
	return f.Label
}

// Typed reports whether somebody typed the field's words, so that a person may
// be named in them.
func (f *Field) Typed() bool { return f.exempt == lookedThrough && f.Written() }

// Written reports whether the field is written as words: a text or a list.
func (f *Field) Written() bool {
	return f.Input == InputLine || f.Input == InputText || f.Input == InputList
}

// Column is the name of the field in the file: the key in snake case, with _id
// for a reference, unless the file calls it otherwise.
func (f *Field) Column() string {
	switch {
	case f.column != "":
		return f.column
	case f.Input == InputLink:
		return snakeCase(f.Key) + "_id"
	}
	return snakeCase(f.Key)
}

// snakeCase writes joinedOn as joined_on.
func snakeCase(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// ID names the field among those of all rows: "data.Member.unit".
func (f *Field) ID() string { return fmt.Sprintf("%T.%s", f.rows, f.Key)[len("*"):] }

// Of is the field with the key. A key that is none is a mistake in the program
// and panics, when the screen that asks for it is built.
func (fs Fields[T]) Of(key string) *Field { return of(fs, key) }

func of(fields []Field, key string) *Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	panic(fmt.Sprintf("data: %T has no field %q", fields[0].rows, key))
}

// InColumn is the field that stands in a column of the file; not ok for one that
// this program doesn't know.
func (fs Fields[T]) InColumn(column string) (f *Field, ok bool) {
	for i := range fs {
		if fs[i].Column() == column {
			return &fs[i], true
		}
	}
	return nil, false
}

// Some are the fields with the keys, in the order asked for; it panics as Of does.
func (fs Fields[T]) Some(keys ...string) Fields[T] {
	some := make(Fields[T], len(keys))
	for i, key := range keys {
		some[i] = *fs.Of(key)
	}
	return some
}

// EachText yields every text of the row that somebody typed, entry by entry, to
// be read or replaced.
func (fs Fields[T]) EachText(row *T, yield func(text *string)) {
	for i := range fs {
		fs[i].EachText(row, yield)
	}
}

// EachText yields the text of the field, or the entries of its list, if somebody
// typed them.
func (f *Field) EachText(row any, yield func(text *string)) {
	switch {
	case !f.Typed():
	case f.Input == InputList:
		list := *f.List(row)
		for at := range list {
			yield(&list[at])
		}
	default:
		yield(f.Text(row))
	}
}
