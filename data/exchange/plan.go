package exchange

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Plan says what taking in some files would do, row by row. Nothing is written by it.
type Plan struct {
	Rows  []PlanRow
	Lists []MeetingList // the attendance lists among the files

	// Joined is the day on which new people joined of whom no file tells it; 0 for
	// the day of the first event they came to, else today.
	Joined data.Date
	// Columns are what the leader said about the columns of tables, to be remembered.
	Columns []data.KnownColumns

	sources  int // taken in so far
	from     int // the source that is being taken in
	snapshot *data.Snapshot
	today    data.Date
	zone     string
	names    *nameIndex
	met      map[string]int   // people of this plan by every key they may be met under
	events   map[eventKey]int // events of this plan
	marks    map[string]int64 // events of ours by the keys of their marks
	moved    map[*Event]int64 // events of a series that was moved, and which of ours they are
	known    map[int64]int    // places of events that a calendar brought before, by ours
	items    map[string]int   // items of this plan
	ours     map[eventKey][]int64
	origins  map[origin]int      // rows of this plan that come from community files
	says     map[string]Decision // what the leader said about people on lists
	who      map[string]whoFound // people on lists
}

// NewPlan is an empty plan against what the file holds today.
func NewPlan(s *data.Snapshot, today data.Date) *Plan {
	return &Plan{snapshot: s, today: today, zone: s.Community.TimeZone, names: newNameIndex(s), met: map[string]int{},
		events: map[eventKey]int{}, items: map[string]int{}, ours: eventKeys(s), marks: marksOf(s), moved: map[*Event]int64{}, known: map[int64]int{},
		origins: map[origin]int{}, says: map[string]Decision{}, who: map[string]whoFound{}}
}

// add adds a row to the plan: as refused, or as look finds it, unless only the leader can tell.
func (p *Plan) add(r PlanRow, refused, asks data.Phrase, look func(*PlanRow)) {
	r.Do.Do, r.From = Leave, p.from
	if !refused.IsZero() {
		r.State, r.Why = Refused, refused
		p.Rows = append(p.Rows, r)
		return
	}
	look(&r)
	if r.State == New && !asks.IsZero() {
		r.State, r.Why, r.Do = Doubtful, asks, Decision{Do: Leave}
	}
	p.Rows = append(p.Rows, r)
}

// place says where an earlier row stands: by its line, and by its file where that is another.
func (p *Plan) place(r *PlanRow, earlier int) data.Phrase {
	e := &p.Rows[earlier]
	switch same := e.Source == r.Source && e.From == r.From; {
	case same && e.Line > 0:
		return data.Say("in line %d", e.Line)
	case same:
		return data.Say("further up")
	case e.Source == "":
		return data.Say("in what was pasted")
	case e.Line > 0:
		return data.Say("in line %d of %s", e.Line, e.Source)
	default:
		return data.Say("in %s", e.Source)
	}
}

// Choices lists what may be done with a row.
func (p *Plan) Choices(row int) []Decision { return p.choices(row, nil) }

// choices puts what may be done with a row into an empty list.
func (p *Plan) choices(row int, list []Decision) []Decision {
	r := &p.Rows[row]
	switch {
	case r.State == Refused:
		return append(list, Decision{Do: Leave})
	case r.countsGuests():
		return append(list, Decision{Do: Guest}, Decision{Do: Leave})
	case r.came != nil && r.State == Same:
		return append(list, Decision{Do: Leave}, Decision{Do: Guest}, Decision{Do: Add}) // a namesake may have come
	case r.came != nil:
		for _, id := range r.Found {
			list = append(list, Decision{Replace, id})
		}
		list = append(list, Decision{Do: Guest}, Decision{Do: Add})
	case r.State == New:
		list = append(list, Decision{Do: Add})
	case r.State == Same:
		return append(list, Decision{Do: Leave}, Decision{Do: Add})
	default:
		for _, id := range r.Found {
			list = append(list, Decision{Replace, id})
			if r.person != nil && r.State == Doubtful {
				list = append(list, Decision{Keep, id})
			}
		}
		list = append(list, Decision{Do: Add})
	}
	return append(r.chosen(list), Decision{Do: Leave})
}

// chosen adds what may be done with somebody whom the leader chose.
func (r *PlanRow) chosen(list []Decision) []Decision {
	if r.Do.Ours == 0 || slices.Contains(r.Found, r.Do.Ours) {
		return list
	}
	list = append(list, Decision{Replace, r.Do.Ours})
	if r.person != nil {
		list = append(list, Decision{Keep, r.Do.Ours})
	}
	return list
}

// Decide decides on one row. A row that can't come in stays out; Replace with
// somebody else than was found says who it is. What is said about a person holds at
// all meetings at which they were.
func (p *Plan) Decide(row int, d Decision) {
	if p.decide(row, d) {
		p.settleLists()
	}
}

// DecideEach decides on all rows about which said tells something.
func (p *Plan) DecideEach(said func(row int) (d Decision, is bool)) {
	again := false
	for row := range p.Rows {
		if d, is := said(row); is {
			again = p.decide(row, d) || again
		}
	}
	if again {
		p.settleLists()
	}
}

// decide decides on one row; lists have to be looked at again where it is about a person or an event.
func (p *Plan) decide(row int, d Decision) (again bool) {
	r := &p.Rows[row]
	if r.State == Refused || r.countsGuests() && d.Do != Guest && d.Do != Leave || (d.Ours != 0 || d.Do == Replace || d.Do == Keep) && !p.there(r, d.Ours) {
		return false
	}
	widely := d.Do != Leave && p.MayWithOthers(row, d.Do) // a namesake is one on this list alone
	r.Do = d
	if r.came == nil {
		return len(p.Lists) > 0 && (r.person != nil || r.event != nil)
	}
	if r.said = true; widely {
		p.says[sayKey(r.came)] = d
	}
	return true
}

// there reports whether a row of ours is there to be replaced.
func (p *Plan) there(r *PlanRow, id int64) bool {
	var there bool
	switch r.What() {
	case People, Attendance:
		_, there = p.snapshot.MemberByID(id)
	case Events:
		_, there = p.snapshot.EventByID(id)
	case Items:
		_, there = p.snapshot.ItemByID(id)
	}
	return there
}

// DecideRows decides on several rows, as far as each may be decided so; one that may
// replace a row of ours replaces the likeliest.
func (p *Plan) DecideRows(rows []int, do Deed) {
	var room []Decision
	again := false
	for _, row := range rows {
		room = p.choices(row, room[:0])
		if at := slices.IndexFunc(room, func(d Decision) bool { return d.Do == do }); at >= 0 && p.MayWithOthers(row, do) {
			again = p.decide(row, room[at]) || again
		}
	}
	if again {
		p.settleLists()
	}
}

// MayWithOthers reports whether a row, which may be decided so, is decided so along with
// others: that somebody who is surely ours is another of the name is said of them alone.
func (p *Plan) MayWithOthers(row int, do Deed) bool {
	r := &p.Rows[row]
	return r.came == nil || do != Guest && do != Add || r.State == Doubtful || len(r.Found) == 0
}

// Count is how many rows are in a state.
func (p *Plan) Count(s State) int {
	n := 0
	for i := range p.Rows {
		if p.Rows[i].State == s {
			n++
		}
	}
	return n
}

// Copy is the plan as it is decided now, to be read while the leader goes on deciding.
func (p *Plan) Copy() *Plan {
	c := *p
	c.Rows, c.Lists = slices.Clone(p.Rows), slices.Clone(p.Lists)
	return &c
}

// Taken is how many rows would be written.
func (p *Plan) Taken() int {
	n := 0
	for i := range p.Rows {
		if p.Rows[i].Do.Do != Leave {
			n++
		}
	}
	return n
}

// Ours names a row of ours that a row may be, with a word more to tell it from others.
func (p *Plan) Ours(row int, id int64) (title, more string) {
	switch p.Rows[row].What() {
	case People, Attendance:
		m, _ := p.snapshot.MemberByID(id)
		if m.Unit != "" {
			return m.Name, m.Unit
		}
		return m.Name, m.Email
	case Events:
		e, _ := p.snapshot.EventByID(id)
		return e.Title, e.On.String()
	case Items:
		i, _ := p.snapshot.ItemByID(id)
		return i.Title, ""
	}
	return "", ""
}

// Members are those whom somebody on a list may be, in the order of the roster.
func (p *Plan) Members() []data.Member {
	var list []data.Member
	for i := range p.snapshot.Members {
		if m := p.snapshot.Members[i]; !m.Erased() {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b data.Member) int { return cmp.Compare(data.Fold(a.SortKey()), data.Fold(b.SortKey())) })
	return list
}
