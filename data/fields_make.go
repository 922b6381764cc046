package data

// What descriptions of rows are made of: one function for each kind of input,
// then what may be added to it. A label that is zero is of a field nobody sees.

// unseen is the label of a field that no person reads.
var unseen Phrase

// exemption is why a text is not looked through for the name of a person who is
// erased; there are no other reasons than these.
type exemption int

const (
	lookedThrough exemption = iota // it is
	ofProgram                      // a word of the program's own: nobody typed it
	ofPerson                       // about the very person whose row it is, and gone with it
	onPaper                        // stands on paper and in workbooks that are out already
)

// bare is a field that nobody fills in and nothing checks.
func bare[T, V any](name string, at func(*T) *V) Field {
	return Field{Key: name, rows: (*T)(nil), place: func(row any) any { return at(row.(*T)) }}
}

// line is a text of one line.
func line[T any](name string, label Phrase, limit int, at func(*T) *string) Field {
	f := bare(name, at)
	f.Label, f.Input, f.Limit = label, InputLine, limit
	return f
}

// text is a text of several lines.
func text[T any](name string, label Phrase, limit int, at func(*T) *string) Field {
	f := line(name, label, limit, at)
	f.Input = InputText
	return f
}

// word is a word of the program's own in a text, as the key of a card.
func word[T any](name string, label Phrase, limit int, at func(*T) *string) Field {
	return line(name, label, limit, at).noWords(ofProgram)
}

// email is an address of one person.
func email[T any](name string, label Phrase, at func(*T) *string) Field {
	f := line(name, label, 254, at)
	f.also = func(k *check, place any) { k.email(name, *place.(*string)) }
	return f
}

// zone is the name of a time zone.
func zone[T any](name string, label Phrase, at func(*T) *string) Field {
	f := word(name, label, 60, at)
	f.also = func(k *check, place any) { k.zone(name, *place.(*string)) }
	return f
}

// list is a list of short texts.
func list[T any](name string, label Phrase, room, limit int, at func(*T) *Lines) Field {
	f := bare(name, at)
	f.Label, f.Input, f.Room, f.Limit = label, InputList, room, limit
	return f
}

// date is a day.
func date[T any](name string, label Phrase, at func(*T) *Date) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputDate
	return f
}

// clock is a time of day.
func clock[T any](name string, label Phrase, at func(*T) *Clock) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputClock
	return f
}

// number is a whole number in a range.
func number[T any](name string, label Phrase, low, high int, at func(*T) *int) Field {
	f := bare(name, at)
	f.Label, f.Input, f.Low, f.High = label, InputNumber, low, high
	return f
}

// hours is a length of time in steps of half an hour; low and high count halves.
func hours[T any](name string, label Phrase, low, high int, at func(*T) *float64) Field {
	f := bare(name, at)
	f.Label, f.Input, f.Low, f.High = label, InputFraction, low, high
	return f
}

// counts are how often each answer was given.
func counts[T any](name string, at func(*T) *Counts) Field {
	f := bare(name, at)
	f.also = func(k *check, place any) { place.(*Counts).check(k, name) }
	return f
}

// tick is a yes or no.
func tick[T any](name string, label Phrase, at func(*T) *bool) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputTick
	return f
}

// link is a reference to another row, which may be missing.
func link[T any](name string, label Phrase, at func(*T) *int64) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputLink
	return f
}

// belongs is the reference to the row without which there would be no this one.
func belongs[T any](name string, label Phrase, at func(*T) *int64) Field {
	return link(name, label, at).must()
}

// choice is one of some words of the program; "" among them is none chosen.
func choice[T any, W ~string](name string, label Phrase, at func(*T) *W, words ...W) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputChoice
	f.word = func(place any) string { return string(*place.(*W)) }
	f.choose = func(place any, word string) { *place.(*W) = W(word) }
	return offering(f, words)
}

// choices are any of some words of the program.
func choices[T any, W ~string](name string, label Phrase, at func(*T) *Lines, words ...W) Field {
	f := bare(name, at)
	f.Label, f.Input = label, InputChoices
	return offering(f, words)
}

// offering lets the words be chosen, by the names that their type gives them.
func offering[W ~string](f Field, words []W) Field {
	for _, w := range words {
		f.words = append(f.words, string(w))
	}
	f.name = func(word string) Phrase {
		if spoken, can := any(W(word)).(interface{ Phrase() Phrase }); can {
			return spoken.Phrase()
		}
		return saidText(word)
	}
	return f
}

// must says that the field has to be filled.
func (f Field) must() Field { f.Needed = true; return f }

// maybe makes forms say that the field may stay empty.
func (f Field) maybe() Field { f.Maybe = true; return f }

// private keeps the field for the leader.
func (f Field) private() Field { f.Private = true; return f }

// community lets the words be read by members.
func (f Field) community() Field { f.Reach = ReachCommunity; return f }

// outside lets the words leave the community.
func (f Field) outside() Field { f.Reach = ReachOutside; return f }

// noWords says why erasing and exchange need not look into the text.
func (f Field) noWords(why exemption) Field { f.exempt = why; return f }

// in says what the file calls the field, where that is not the key.
func (f Field) in(column string) Field { f.column = column; return f }

// saying adds a sentence of help.
func (f Field) saying(hint Phrase) Field { f.Hint = hint; return f }

// called names the words that may be chosen where their type does not.
func (f Field) called(name func(word string) Phrase) Field { f.name = name; return f }

// under puts the field into a section of the charter, which members read.
func (f Field) under(s Section) Field { f.Section = s; return f.community() }

// counting makes the field count for the completeness of the charter.
func (f Field) counting() Field { f.counted = true; return f }

// printed is the heading on paper, where the label asks for something.
func (f Field) printed(heading Phrase) Field { f.Printed = heading; return f }

// otherwise says what a person is told who gave what can't be taken.
func (f Field) otherwise(refused Phrase) Field { f.refused = refused; return f }

// emptied says which number an input left empty means, where one has to be there.
func (f Field) emptied(usual int) Field { f.None = usual; return f }

// orNone lets a number that stands for none pass beside those of the range.
func (f Field) orNone(none int) Field { f.None, f.NoneFits = none, true; return f }
