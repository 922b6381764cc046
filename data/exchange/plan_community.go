package exchange

import "copleader/data"

// addCommunity adds the people, events and items of another community file, and who
// came to its events. Levels, notes for the leader alone and answers of health checks
// stay there.
func (p *Plan) addCommunity(source string, other *data.Snapshot) {
	var people []Person
	for i := range other.Members {
		if m := other.Members[i]; !m.Erased() {
			m.ID, m.Note = 0, ""
			people = append(people, Person{Row: m, Given: filled(data.MemberFields, &m)})
		}
	}
	p.AddPeople(source, people)
	var events []Event
	for i := range other.Events {
		e := other.Events[i]
		e.ID = 0
		events = append(events, Event{Row: e, Given: filled(data.EventFields, &e)})
	}
	p.AddEvents(source, events)
	var items []Item
	for i := range other.Items {
		it := other.Items[i]
		it.ID, it.ProposerID, it.OwnerID, it.EventID, it.MeasureID, it.Rank = 0, 0, 0, 0, 0, 0
		items = append(items, Item{Row: it, Given: filled(data.ItemFields, &it)})
	}
	p.AddItems(source, items)
	p.addPresence(source, other)
}

// filled are the keys of the fields of a row that hold something and stand on a page.
func filled[T any](fields data.Fields[T], row *T) []string {
	var keys []string
	for i := range fields {
		f := &fields[i]
		if !f.Label.IsZero() && !f.Private && f.Input != data.InputNone && f.Input != data.InputLink && !f.Said(row).IsZero() {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// addPresence adds who came to the events of another community file.
func (p *Plan) addPresence(source string, other *data.Snapshot) {
	came := map[int64][]Attendee{}
	for i := range other.Attendance {
		a := &other.Attendance[i]
		if m, there := other.MemberByID(a.MemberID); there && a.Present && !m.Erased() {
			came[a.EventID] = append(came[a.EventID], Attendee{Name: m.Name, Email: m.Email, Minutes: a.MinutesPresent})
		}
	}
	for i := range other.Events {
		if e := &other.Events[i]; len(came[e.ID]) > 0 {
			p.AddAttendance(source, Attended{Title: e.Title, On: e.On, Start: e.Start, Minutes: e.Minutes, People: came[e.ID]})
		}
	}
}
