package exchange

import (
	"slices"

	"copleader/data"
)

// copiedEvent and copiedPresence tell which rows of another community file a list, and somebody on it, was.
type copiedEvent struct{ event int64 }

type copiedPresence struct {
	member int64
	old    bool // stood in both files when they parted
}

// origin is a row of a source that is a community file.
type origin struct {
	from int
	kind data.RowKind
	id   int64
}

// originOf is the place in the plan of a row of another community file, -1 for none.
func (p *Plan) originOf(from int, kind data.RowKind, id int64) int {
	if row, there := p.origins[origin{from, kind, id}]; there {
		return row
	}
	return -1
}

// bringMembers adds the people of another community file. Levels, notes for the leader
// alone and answers of health checks stay there, and so does what somebody agreed to: it holds where they said so.
func (p *Plan) bringMembers(s *Source) {
	for i := range s.Other.Members {
		m := s.Other.Members[i]
		if m.Erased() {
			continue
		}
		id := m.ID
		m.ID, m.Note, m.AskOpenly = 0, "", false
		b := &Person{Row: m, Given: filled(data.MemberFields, &m, s.Kin)}
		b.Given = slices.DeleteFunc(b.Given, func(key string) bool { return key == "askOpenly" })
		p.addCopied(s, PlanRow{Source: s.Name, person: b}, data.RowMember, id, p.asks(b), p.lookAtPerson)
	}
}

// bringProgramme adds the events and items of another community file.
func (p *Plan) bringProgramme(s *Source) {
	for i := range s.Other.Events {
		e := s.Other.Events[i]
		id := e.ID
		e.ID, e.SeriesID = 0, 0
		b := &Event{Row: e, Given: filled(data.EventFields, &e, s.Kin)}
		p.addCopied(s, PlanRow{Source: s.Name, event: b}, data.RowEvent, id, asksOfEvent(b, nil), p.lookAtEvent)
	}
	ours := p.itemKeys()
	for i := range s.Other.Items {
		it := s.Other.Items[i]
		id := it.ID
		it.ID, it.ProposerID, it.OwnerID, it.EventID, it.MeasureID, it.Rank = 0, 0, 0, 0, 0, 0
		b := &Item{Row: it, Given: filled(data.ItemFields, &it, s.Kin)}
		p.addCopied(s, PlanRow{Source: s.Name, item: b}, data.RowItem, id, data.Phrase{}, func(r *PlanRow) { p.lookAtItem(r, ours) })
	}
}

// addCopied adds a row of another community file: by its number where that file is a copy of ours, else by what it says.
func (p *Plan) addCopied(s *Source, r PlanRow, kind data.RowKind, id int64, asks data.Phrase, look func(*PlanRow)) {
	p.origins[origin{p.from, kind, id}] = len(p.Rows)
	p.add(r, data.Phrase{}, asks, func(r *PlanRow) {
		k := s.Kin
		if k == nil || !k.Unknown && (k.There.Made(kind, id) || k.Here.Made(kind, id)) {
			look(r)
			return
		}
		switch there := p.there(r, id) && (!k.Unknown || p.seems(r, id)); {
		case there:
			p.lookAtKin(r, k, kind, id)
		case k.Unknown && k.There.Made(kind, id):
			look(r)
		case k.Unknown:
			p.lookAtGone(r, look, data.Say("It may have been removed here."))
		default:
			p.lookAtGone(r, look, data.Say("It was removed here since."))
		}
	})
}

// seems reports whether one of ours with the same number is what a row says, where nobody knows when the files parted.
func (p *Plan) seems(r *PlanRow, id int64) bool {
	switch r.What() {
	case People:
		m, _ := p.snapshot.MemberByID(id)
		key := data.NameKey(r.person.Row.Name)
		return m.Erased() || data.NameKey(m.Name) == key || p.almost(key, id) || m.Email != "" && data.AddressKey(m.Email) == data.AddressKey(r.person.Row.Email)
	case Events:
		e, _ := p.snapshot.EventByID(id)
		return e.On == r.event.Row.On || keyOfEvent(&e).title == keyOfEvent(&r.event.Row).title
	case Items:
		i, _ := p.snapshot.ItemByID(id)
		return itemKey(&i) == itemKey(&r.item.Row)
	}
	return false
}

// lookAtGone looks at a row that was ours and is not there any more: it does not come back by itself.
func (p *Plan) lookAtGone(r *PlanRow, look func(*PlanRow), why data.Phrase) {
	if look(r); r.State == New {
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, why
	}
}

// lookAtKin finds out what a row of a copy of our own file means, which is ours by its number: what was changed here since stays.
func (p *Plan) lookAtKin(r *PlanRow, k *data.Kin, kind data.RowKind, id int64) {
	r.Found, r.State, r.kin = []int64{id}, Same, true
	p.meetKin(r)
	if m, person := p.snapshot.MemberByID(id); kind == data.RowMember && person && m.Erased() {
		r.State, r.Why = Refused, data.Say("This person was forgotten here.")
		return
	}
	here, there := k.Here.Has(kind, id), k.There.Has(kind, id)
	switch {
	case len(p.changesOf(r, id)) == 0:
	case there && here:
		r.State, r.Why = Doubtful, data.Say("It was changed here, and in the copy too.")
	case !there:
		r.State, r.Why = Changed, data.Say("Ours was changed since; it stays.")
	default:
		r.State, r.Do = Changed, Decision{Replace, id}
		if why := p.faultReplacing(r, id); !why.IsZero() {
			r.State, r.Do, r.Why = Refused, Decision{Do: Leave}, why
		}
	}
}

// meetKin makes a row be found by those that come after it.
func (p *Plan) meetKin(r *PlanRow) {
	switch r.What() {
	case People:
		p.meet(data.NameKeys(r.person.Row.Name, r.person.Row.Called), r.person.Row.Email)
	case Events:
		p.events[keyOfEvent(&r.event.Row)] = len(p.Rows)
	case Items:
		p.items[itemKey(&r.item.Row)] = len(p.Rows)
	}
}

// faultReplacing says what would be wrong with a row of ours once what is said is written over it.
func (p *Plan) faultReplacing(r *PlanRow, id int64) data.Phrase {
	var err error
	switch r.What() {
	case People:
		ours, _ := p.snapshot.MemberByID(id)
		after := replaced(data.MemberFields, ours, p.asOf(r.person, &ours))
		err = after.Validate()
	case Events:
		ours, _ := p.snapshot.EventByID(id)
		after := p.eventAfter(r.event, ours)
		err = after.Validate()
	case Items:
		ours, _ := p.snapshot.ItemByID(id)
		after := replaced(data.ItemFields, ours, asOfItem(r.item, &ours))
		err = after.Validate()
	}
	if err == nil {
		return data.Phrase{}
	}
	return faultOf(err)
}

// filled are the keys of the fields of a row that hold something and stand on a page. What is not ticked says something only in
// a copy of our own file.
func filled[T any](fields data.Fields[T], row *T, kin *data.Kin) []string {
	var keys []string
	for i := range fields {
		f := &fields[i]
		if f.Input == data.InputTick && !*f.Tick(row) && (kin == nil || kin.Unknown) {
			continue
		}
		if !f.Label.IsZero() && !f.Private && f.Input != data.InputNone && f.Input != data.InputLink && !f.Said(row).IsZero() {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// bringPresence adds who came to the events of another community file.
func (p *Plan) bringPresence(s *Source) {
	came := map[int64][]Attendee{}
	for i := range s.Other.Attendance {
		a := &s.Other.Attendance[i]
		if m, there := s.Other.MemberByID(a.MemberID); there && a.Present && !m.Erased() && p.mayCome(m.ID) {
			old := s.Kin != nil && !s.Kin.There.Has(data.RowAttendance, a.ID)
			came[a.EventID] = append(came[a.EventID], Attendee{Name: m.Name, Email: m.Email, Minutes: a.MinutesPresent, copied: &copiedPresence{m.ID, old}})
		}
	}
	for i := range s.Other.Events {
		if e := &s.Other.Events[i]; len(came[e.ID]) > 0 {
			p.addList(s.Name, Attended{Title: e.Title, On: e.On, Start: e.Start, Minutes: e.Minutes, People: came[e.ID], copied: &copiedEvent{e.ID}})
		}
	}
}

// mayCome reports whether somebody of another community file may be noted here: not who was forgotten.
func (p *Plan) mayCome(member int64) bool {
	row := p.originOf(p.from, data.RowMember, member)
	return row >= 0 && p.Rows[row].State != Refused
}
