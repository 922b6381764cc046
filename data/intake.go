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

// Deed is what the act is called, kind by kind.
func (in *Intake) Deed() Phrase {
	var rows []Phrase
	for _, kind := range []Phrase{
		SayCount(len(in.Members), "%d person", "%d people"), SayCount(len(in.Events), "%d event", "%d events"), SayCount(len(in.Items), "%d item", "%d items"),
	} {
		if kind.N > 0 {
			rows = append(rows, kind)
		}
	}
	came := in.came()
	switch {
	case in.Rows() == 0 && len(in.Names) == 0:
		return Say("forget whom a name on lists means")
	case in.Rows() == 0:
		return SayCount(in.called(), "remember how %d person is called elsewhere", "remember how %d people are called elsewhere")
	case len(rows) == 0:
		return SayCount(came, "note by a list that %d person came", "note by lists that %d people came")
	case came > 0:
		return SayCount(came, "note by a list that %d person came, and take in %s", "note by lists that %d people came, and take in %s", inWords(rows))
	case len(rows) > 1:
		return Say("take in %s", inWords(rows))
	case len(in.Members) > 0:
		return SayCount(len(in.Members), "take in %d person", "take in %d people")
	case len(in.Events) > 0:
		return SayCount(len(in.Events), "take in %d event", "take in %d events")
	}
	return SayCount(len(in.Items), "take in %d item", "take in %d items")
}

// inWords are some phrases after one another, with a word before the last.
func inWords(all []Phrase) Phrase {
	said := all[0]
	for i, p := range all[1:] {
		if i == len(all)-2 {
			said = Say("%s and %s", said, p)
		} else {
			said = Say("%s, %s", said, p)
		}
	}
	return said
}

// Told is what a leader is told once it is taken in, a sentence for each kind.
func (in *Intake) Told() Phrase {
	switch {
	case in.Rows() == 0 && len(in.Names) == 0:
		return Say("It is forgotten whom the name means.")
	case in.Rows() == 0:
		return SayCount(in.called(), "It is remembered how %d person is called elsewhere.", "It is remembered how %d people are called elsewhere.")
	}
	people := count(in.Members, func(m *Member) bool { return m.ID <= 0 })
	events := count(in.Events, func(e *Event) bool { return e.ID <= 0 })
	items := count(in.Items, func(i *Item) bool { return i.ID <= 0 })
	var said Phrase
	for _, kind := range []Phrase{
		SayCount(people, "%d person came in.", "%d people came in."),
		SayCount(len(in.Members)-people, "%d person of ours was changed.", "%d people of ours were changed."),
		SayCount(events, "%d event came in.", "%d events came in."),
		SayCount(len(in.Events)-events, "%d event of ours was changed.", "%d events of ours were changed."),
		SayCount(items, "%d item came in.", "%d items came in."),
		SayCount(len(in.Items)-items, "%d item of ours was changed.", "%d items of ours were changed."),
		SayCount(in.came(), "It is noted that %d person came.", "It is noted that %d people came."),
	} {
		switch {
		case kind.N == 0:
		case said.IsZero():
			said = kind
		default:
			said = Say("%s %s", said, kind)
		}
	}
	return said
}
