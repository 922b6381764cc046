package exchange

import (
	"errors"
	"slices"
	"strings"

	"copleader/data"
)

// Brought is one row as a file or a pasted text brings it, before anybody has
// decided on it. Nothing of it is in the community's file yet.
type Brought[T any] struct {
	Row     T
	Given   []string      // keys of the fields that the source fills; the others stay as they are
	Line    int           // where it stands, as the program that made it counts, from 1; 0 where nothing counts
	Doubts  []data.Phrase // what could not be made out for sure; left empty, unless it says otherwise
	Refused data.Phrase   // why it can't come in at all; zero where it can
	Asks    data.Phrase   // what only the leader can tell; where it is anything, a row that is new stays out until then

	uid string // by which a calendar knows it

	Named map[string]string // names of people whom fields refer to, by the key ("owner"); who that is shows only in our own file
}

// gives reports whether the source fills the field.
func (b *Brought[T]) gives(key string) bool { return slices.Contains(b.Given, key) }

// give notes fields that the source fills.
func (b *Brought[T]) give(keys ...string) { b.Given = append(b.Given, keys...) }

// doubt notes what could not be made out.
func (b *Brought[T]) doubt(why data.Phrase) { b.Doubts = append(b.Doubts, why) }

// fitted is a text that fits its field: of a longer one the beginning, which is a doubt.
func (b *Brought[T]) fitted(text string, f *data.Field) string {
	if n := data.Length(text); n > f.Limit {
		b.doubt(data.Say("%s: this is %d characters long, and there is room for %d; its beginning was taken.", f.Label, n, f.Limit))
		return beginning(text, f.Limit)
	}
	return text
}

// beginning cuts a text to so many characters, after a word where it can, and marks that it was cut.
func beginning(text string, most int) string {
	if data.Length(text) <= most {
		return text
	}
	cut := firstOf(text, most-1)
	if space := strings.LastIndexAny(cut, " \n"); space > len(cut)*3/4 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " \n.,;:") + "…"
}

// firstOf is a piece of a text, so many characters from its beginning.
func firstOf(text string, most int) string {
	for at := range text {
		if most--; most < 0 {
			return text[:at]
		}
	}
	return text
}

// settle holds what the source fills against the limits of the fields; check is the row's own Validate, and blank
// what a row holds before anything is filled in. What does not fit is left out, and why is a doubt. Where one of
// the needed fields is wrong or missing, the row can't come in.
func (b *Brought[T]) settle(fields data.Fields[T], check func() error, blank T, needed ...string) {
	var wrong *data.Error
	if !errors.As(check(), &wrong) {
		return
	}
	for i := range fields {
		f := &fields[i]
		why, is := wrong.Fields[f.Key]
		switch {
		case !is:
		case slices.Contains(needed, f.Key):
			if b.Refused.IsZero() {
				b.Refused = data.Say("%s: %s", f.Label, why)
			}
		case b.gives(f.Key):
			empty(f, &b.Row, &blank)
			b.Given = slices.DeleteFunc(b.Given, func(key string) bool { return key == f.Key })
			b.doubt(data.Say("%s is left out: %s", f.Label, why))
		}
	}
}

// empty puts into a field what it held before the row was filled.
func empty(f *data.Field, row, blank any) {
	switch f.Input {
	case data.InputLine, data.InputText:
		*f.Text(row) = *f.Text(blank)
	case data.InputList, data.InputChoices:
		*f.List(row) = *f.List(blank)
	case data.InputDate:
		*f.Date(row) = *f.Date(blank)
	case data.InputClock:
		*f.Clock(row) = *f.Clock(blank)
	case data.InputNumber:
		*f.Number(row) = *f.Number(blank)
	case data.InputFraction:
		*f.Fraction(row) = *f.Fraction(blank)
	case data.InputTick:
		*f.Tick(row) = *f.Tick(blank)
	case data.InputChoice:
		f.Choose(row, f.Word(blank))
	}
}

// The fields without which an event, and an item, can't come in.
var (
	neededOfEvent = []string{"title", "on"}
	neededOfItem  = []string{"title"}
)

// Person is somebody whom a file brings.
type Person = Brought[data.Member]

// Event is an event that a file brings.
type Event = Brought[data.Event]

// Item is an item of the backlog that a file brings.
type Item = Brought[data.Item]

// Attended is what one attendance list says: whoever was at one meeting.
type Attended struct {
	Title   string    // of the meeting, as its program calls it; may be empty
	On      data.Date // 0 where the list doesn't say
	Start   data.Clock
	Minutes int // how long the meeting was; 0 where the list doesn't say
	Doubts  []data.Phrase
	People  []Attendee

	copied *copiedEvent // of another community file
}

// Attendee is somebody on an attendance list, once however often they joined.
type Attendee struct {
	Name    string
	Email   string
	Minutes int // present, all joins together; 0 where the list doesn't say
	Guests  int // how many guests the line counts, as "3 guests" does; 0 for somebody with a name
	Line    int
	Asks    data.Phrase // what only the leader can tell; where it is anything, they are not noted until then

	spans  []span // when they were there, as far as the list says
	copied *copiedPresence
}
