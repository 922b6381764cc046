package exchange

import "copleader/data"

// Brought is one row as a file or a pasted text brings it, before anybody has
// decided on it. Nothing of it is in the community's file yet.
type Brought[T any] struct {
	Row     T
	Given   []string      // keys of the fields that the source fills; the others stay as they are
	Line    int           // where it stands, as the program that made it counts, from 1; 0 where nothing counts
	Doubts  []data.Phrase // what could not be made out and was left empty
	Refused data.Phrase   // why it can't come in at all; zero where it can
}

// gives reports whether the source fills the field.
func (b *Brought[T]) gives(key string) bool {
	for _, given := range b.Given {
		if given == key {
			return true
		}
	}
	return false
}

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
	People  []Attendee
}

// Attendee is somebody on an attendance list, once however often they joined.
type Attendee struct {
	Name    string
	Email   string
	Minutes int // present, all joins together; 0 where the list doesn't say
	Line    int
}
