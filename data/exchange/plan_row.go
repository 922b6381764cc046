package exchange

import "copleader/data"

// State says what the plan found out about a row.
type State string

// The states of a row in a plan.
const (
	New      State = "new"
	Same     State = "same"     // everything it says is there already
	Changed  State = "changed"  // of a row that is there, and says something else
	Doubtful State = "doubtful" // only the leader can tell
	Refused  State = "refused"
)

// States lists the states in the order in which a leader looks at them.
var States = []State{Doubtful, Changed, New, Same, Refused}

// Phrase is what the state is called.
func (s State) Phrase() data.Phrase {
	switch s {
	case New:
		return data.Say("New")
	case Same:
		return data.Say("Nothing new")
	case Changed:
		return data.Say("Changed")
	case Doubtful:
		return data.Say("Please look")
	}
	return data.Say("Can't come in")
}

// Deed is what is done with a row.
type Deed string

// What may be done with a row.
const (
	Add     Deed = "add"     // it comes in as a row of its own
	Replace Deed = "replace" // what it says is written over what is there
	Keep    Deed = "keep"    // it is the row of ours, which stays as it is; only who it is is remembered
	Leave   Deed = "leave"   // what is there stays as it is
	Guest   Deed = "guest"   // whoever came counts among the guests, without a name
	Along   Deed = "along"   // an attendance list is of the meeting of another one
)

// Decision is what to do with a row, and with which of ours.
type Decision struct {
	Do   Deed
	Ours int64 // the row of ours that it is, for Replace and Keep; for Along the place of the other list
}

// PlanRow is one row that comes in. Exactly one of the pointers says what it is.
type PlanRow struct {
	Source string // the file it comes from; never kept
	From   int    // which of the sources of the plan that is, from 0
	Line   int
	State  State
	Why    data.Phrase // what there is to know about it; may be zero
	Doubts []data.Phrase
	Do     Decision
	Found  []int64 // rows of ours that it may be, the likeliest first

	person *Person
	event  *Event
	item   *Item
	kin    bool // ours by its number, as it comes from a copy of our own file
	came   *Attendee
	list   int    // for came: place in Plan.Lists
	guest  string // by what they are known as a guest
	also   int    // place of the row of the same person at the same meeting, -1 for none
	said   bool   // the leader decided on it
}

// What is the kind of thing the row is.
func (r *PlanRow) What() What {
	switch {
	case r.person != nil:
		return People
	case r.event != nil:
		return Events
	case r.item != nil:
		return Items
	case r.came != nil:
		return Attendance
	}
	return Unknown
}

// IsSomebody reports whether the row is one person, who may be one of ours.
func (r *PlanRow) IsSomebody() bool { return r.person != nil || r.came != nil && !r.countsGuests() }

// countsGuests reports whether the row tells how many guests came, and names none.
func (r *PlanRow) countsGuests() bool { return r.came != nil && r.came.Guests > 0 }

// Title names the row as its source does.
func (r *PlanRow) Title() string {
	switch {
	case r.person != nil:
		return r.person.Row.Name
	case r.event != nil:
		return r.event.Row.Title
	case r.item != nil:
		return r.item.Row.Title
	case r.came != nil && r.came.Name == "":
		return r.came.Email
	case r.came != nil:
		return r.came.Name
	}
	return ""
}

// Day is the day of an event that comes in; 0 for anything else.
func (r *PlanRow) Day() data.Date {
	if r.event == nil {
		return 0
	}
	return r.event.Row.On
}
