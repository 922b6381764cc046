package data

// Intake is what is taken in from elsewhere as one act, every row decided on. A row
// with id 0 or below is new; the negative number is how the other rows of the same
// intake refer to it.
type Intake struct {
	Members []Member
	Events  []Event
	Items   []Item
	Present []Attendance // who was there; with nobody else at that event touched
	Guests  []GuestCount
	Names   []KnownName
	Unlearn []string // names of KnownName that mean nobody any more
	Columns []KnownColumns
	Marks   []EventMark
}

// EventMark is by what a calendar knows an event of ours.
type EventMark struct {
	EventID int64
	Mark    string
}

// GuestCount is how many people came to an event who stay without a name, together with those noted before.
type GuestCount struct {
	EventID int64
	Guests  int
	Named   []string // keys of the names of those whom this intake counts; only marks of them are kept
	Gone    []string // and of those who were counted before and are members now
}

// Rows is how many rows a leader would say are taken in.
func (in *Intake) Rows() int {
	return len(in.Members) + len(in.Events) + len(in.Items) + in.came()
}

// came is how many people are noted to have come, guests among them.
func (in *Intake) came() int {
	n := len(in.Present)
	for _, g := range in.Guests {
		n += len(g.Named)
	}
	return n
}

// Empty reports whether nothing would be written.
func (in *Intake) Empty() bool { return in.Rows()+len(in.Names)+len(in.Unlearn) == 0 }

// called is of how many people it is remembered how they are called elsewhere.
func (in *Intake) called() int {
	people := map[int64]bool{}
	for _, n := range in.Names {
		people[n.MemberID] = true
	}
	return len(people)
}

// Deed is what the act is called.
func (in *Intake) Deed() Phrase {
	n := in.Rows()
	switch {
	case n == 0 && len(in.Names) == 0:
		return Say("forget whom a name on lists means")
	case n == 0:
		return SayCount(in.called(), "remember how %d person is called elsewhere", "remember how %d people are called elsewhere")
	case n == len(in.Members):
		return SayCount(n, "take in %d person", "take in %d people")
	case n == len(in.Events):
		return SayCount(n, "take in %d event", "take in %d events")
	case n == len(in.Items):
		return SayCount(n, "take in %d item", "take in %d items")
	case in.came() > 0 && len(in.Items) == 0:
		return SayCount(in.came(), "note by a list that %d person came", "note by lists that %d people came")
	}
	return SayCount(n, "take in %d row", "take in %d rows")
}

// Told is what a leader is told once it is taken in.
func (in *Intake) Told() Phrase {
	n := in.Rows()
	switch {
	case n == 0 && len(in.Names) == 0:
		return Say("It is forgotten whom the name means.")
	case n == 0:
		return SayCount(in.called(), "It is remembered how %d person is called elsewhere.", "It is remembered how %d people are called elsewhere.")
	case n == len(in.Members):
		return in.toldPeople()
	case n == len(in.Events):
		return SayCount(n, "%d event came in.", "%d events came in.")
	case n == len(in.Items):
		return SayCount(n, "%d item came in.", "%d items came in.")
	case in.came() > 0 && len(in.Items) == 0:
		return SayCount(in.came(), "It is noted that %d person came.", "It is noted that %d people came.")
	}
	return SayCount(n, "%d row came in.", "%d rows came in.")
}

// toldPeople tells those who came in apart from those of ours who were changed.
func (in *Intake) toldPeople() Phrase {
	added := count(in.Members, func(m *Member) bool { return m.ID <= 0 })
	changed := len(in.Members) - added
	came := SayCount(added, "%d person came in.", "%d people came in.")
	were := SayCount(changed, "%d person of ours was changed.", "%d people of ours were changed.")
	switch {
	case changed == 0:
		return came
	case added == 0:
		return were
	}
	return Say("%s %s", came, were)
}
