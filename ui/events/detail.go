package events

import (
	"slices"
	"time"

	"copleader/data"
	"copleader/data/room"
)

// Step is what an event needs next.
type Step string

// The steps in the order an event goes through them.
const (
	StepNone     Step = ""
	StepAnnounce Step = "announce"
	StepAsk      Step = "ask"   // speakers are missing
	StepStart    Step = "start" // its day has come
	StepHold     Step = "hold"  // its day is over
	StepWrite    Step = "write"
	StepPublish  Step = "publish"
)

// Detail is one event as the pane at the right shows it.
type Detail struct {
	Event     data.Event
	Section   Section
	Status    string
	When      string // how far away
	InSeries  string // "2 of 6 in a series", "" for none
	Next      Step
	MayHold   bool     // its day has come
	Announced []string // where and when, of an event that is over

	Agenda    []AgendaRow
	Planned   string // "60 of 60 minutes"
	Overlong  bool   // the agenda is longer than the event
	OwnAgenda bool   // it is not the format's

	Parts   []PartRow
	Hints   []Hint // whom one might ask to speak
	Asked   []AskedRow
	Tasks   []Task // to prepare, or what was agreed
	Notes   []data.PerfectionNote
	Thread  data.ThreadView
	Thought bool // hints and thread are known

	Likely   []string // who is likely to come, none where that is not asked
	LikelyOf string

	Came    []string // who came
	Here    int
	Replies string

	Votes   data.Counts
	Mean    string
	Minutes data.Minutes
	Record  string // how it stands with the minutes, worded
	Late    bool
}

// AgendaRow is one line of the agenda with the time it begins, and the turns of those who speak within it.
type AgendaRow struct {
	Line  data.AgendaLine
	Clock string
	Turns []Turn
}

// Turn is somebody's talk or demo within a line of the agenda.
type Turn struct {
	Clock string
	Who   Person // nobody while it is free; without an ID somebody from outside
	First bool   // it is the first of whoever speaks
}

// PartRow is a part at the event and who takes it.
type PartRow struct {
	Part data.EventPart
	Word string
	Who  []Person
}

// Person is somebody by name, with what they said when they were asked.
type Person struct {
	ID    int64
	Name  string
	Asked *AskedRow // nil for nobody who was asked
}

// Detail words the selected event; ok is false when none is selected.
func (s *State) Detail() (d Detail, ok bool) {
	p := s.programme
	e, there := p.snapshot.EventByID(s.selected)
	if !there {
		return Detail{}, false
	}
	d = Detail{Event: e, Section: p.section[e.ID], Status: s.say.Of(e.Status.Phrase()), Votes: p.roti[e.ID].Votes,
		Minutes: p.minutes[e.ID], MayHold: e.On <= p.today, Here: p.present[e.ID]}
	d.Next = p.next(&e)
	d.When = s.say.Ago(p.today.Sub(e.On))
	d.InSeries = s.InSeries(&e)
	d.Thread, d.Thought = p.threads[e.ID], p.thought(e.ID)
	s.wordAgenda(&d)
	s.wordAsked(&d)
	s.wordParts(&d)
	s.wordTurns(&d)
	s.wordPeople(&d)
	s.wordRecord(&d)
	s.wordTasks(&d)
	s.wordNotes(&d)
	return d, true
}

// Hours says from when until when an event is whose time was typed so; the last day too where there are several.
func (s *State) Hours(e data.Event, typed string) string {
	start, err := data.ReadClock(typed)
	if err != nil {
		return typed
	}
	e.Start = start
	until := e.Begins().Add(e.Minutes).String()
	if e.Until() != e.On {
		until = s.say.Text("%s, %s", s.say.Near(e.LastDay, s.programme.today), until)
	}
	return s.say.Text("%s to %s", e.Begins().String(), until)
}

// next is the one deed that an event needs next, as soon as it can be done.
func (p *Programme) next(e *data.Event) Step {
	m := p.minutes[e.ID]
	switch {
	case e.Status == data.StatusCancelled:
		return StepNone
	case e.Status == data.StatusHeld && m.PublishedOn != 0:
		return StepNone
	case e.Status == data.StatusHeld && m.Text == "":
		return StepWrite
	case e.Status == data.StatusHeld:
		return StepPublish
	case e.On <= p.today && e.Until() >= p.today:
		return StepStart
	case e.On < p.today:
		return StepHold
	case e.Status != data.StatusAnnounced:
		return StepAnnounce
	case p.speakers[e.ID] < data.SpeakersWanted[e.Format]:
		return StepAsk
	}
	return StepNone
}

// wordAgenda gives every line its clock, and the sum.
func (s *State) wordAgenda(d *Detail) {
	sum := 0
	snapshot := s.programme.snapshot
	var texts []data.FormatStep
	for i := range snapshot.Agenda {
		if line := snapshot.Agenda[i]; line.EventID == d.Event.ID {
			d.Agenda = append(d.Agenda, AgendaRow{Line: line, Clock: d.Event.Begins().Add(sum).String()})
			texts = append(texts, data.FormatStep{Minutes: line.Minutes, Text: line.Text})
			sum += line.Minutes
		}
	}
	d.Planned = s.say.Count(d.Event.Minutes, "%[2]d of %[1]d minute", "%[2]d of %[1]d minutes", sum)
	d.Overlong = sum > d.Event.Minutes
	format, known := data.FormatOf(d.Event.Format)
	d.OwnAgenda = known && !sameSteps(texts, format.Agenda)
}

// wordTurns says whose turn is when. Once an event is over, free turns are nothing to be told.
func (s *State) wordTurns(d *Detail) {
	p, e := s.programme, &d.Event
	speakers := p.speaking(d)
	first := p.snapshot.FirstTurns(e)
	begins := 0
	for i := range d.Agenda {
		row := &d.Agenda[i]
		for n, after := range room.TurnsOf(p.snapshot, e, row.Line) {
			turn := Turn{Clock: e.Begins().Add(begins + int(after/time.Minute)).String()}
			switch {
			case n < len(speakers):
				turn.Who, turn.First = speakers[n], first[speakers[n].ID]
			case n < p.speakers[e.ID]:
				turn.Who.Name = s.say.Text("a guest") // whose name is not for guests to see
			case d.Section != Coming:
				continue
			}
			row.Turns = append(row.Turns, turn)
		}
		begins += row.Line.Minutes
	}
}

// speaking are those who speak, members before people from outside.
func (p *Programme) speaking(d *Detail) []Person {
	var who []Person
	for _, row := range d.Parts {
		if row.Part == data.PartSpeaker {
			who = append(who, row.Who...)
		}
	}
	for i := range d.Asked {
		if u := &d.Asked[i].FollowUp; u.Guest != "" && u.State == data.SaidYes {
			who = append(who, Person{Name: u.Guest})
		}
	}
	return who
}

func sameSteps(a, b []data.FormatStep) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// wordParts says who does what, and whom one might ask to speak.
func (s *State) wordParts(d *Detail) {
	p := s.programme
	asked := map[int64]*AskedRow{}
	for i := range d.Asked {
		asked[d.Asked[i].FollowUp.MemberID] = &d.Asked[i]
	}
	for _, part := range data.EventParts {
		row := PartRow{Part: part, Word: partWord(s.say, part)}
		for i := range p.snapshot.EventRoles {
			if r := &p.snapshot.EventRoles[i]; r.EventID == d.Event.ID && r.Part == part {
				who := Person{ID: r.MemberID, Name: p.name(r.MemberID), Asked: asked[r.MemberID]}
				if who.Asked != nil {
					who.Asked.HasPart = true
				}
				row.Who = append(row.Who, who)
			}
		}
		d.Parts = append(d.Parts, row)
	}
	if d.Section == Coming {
		for _, hint := range p.hints[d.Event.ID] {
			d.Hints = append(d.Hints, Hint{ID: hint.MemberID, Name: p.name(hint.MemberID), Reason: s.say.Of(hint.Reason)})
		}
	}
}

// wordPeople says who came or is likely to, and what was answered.
func (s *State) wordPeople(d *Detail) {
	p := s.programme
	yes, no := 0, 0
	here := map[int64]bool{}
	for i := range p.snapshot.Attendance {
		a := &p.snapshot.Attendance[i]
		if a.EventID != d.Event.ID {
			continue
		}
		here[a.MemberID] = a.Present
		switch a.Expected {
		case data.ReplyYes:
			yes++
		case data.ReplyNo:
			no++
		}
	}
	if yes+no > 0 {
		d.Replies = s.say.Text("%d said yes, %d said no", yes, no)
	}
	var ids []int64
	for place := range p.directory.Len() {
		if id := p.directory.At(place).ID; here[id] {
			ids = append(ids, id)
		}
	}
	d.Came = p.names(ids)
	if d.Section == Coming && !p.snapshot.IsForGuests() {
		likely, of := p.likely(&d.Event)
		d.Likely = p.names(likely)
		if of > 0 {
			d.LikelyOf = s.say.Text("%d, from the last %s", len(likely), data.SayCount(of, "%d event", "%d events"))
		}
	}
}

// wordRecord says how it stands with announcements, votes and minutes.
func (s *State) wordRecord(d *Detail) {
	p := s.programme
	for i := range p.snapshot.Announcements {
		if a := &p.snapshot.Announcements[i]; a.EventID == d.Event.ID && d.Section != Coming {
			d.Announced = append(d.Announced, s.say.Text("%s, %s", a.Channel, s.say.Ago(p.today.Sub(a.On))))
		}
	}
	roti := p.roti[d.Event.ID]
	if mean, ok := roti.Mean(); ok {
		d.Mean = s.say.Text("%.1f from %d votes", mean.Float(), roti.Votes.Sum())
	} else if n := roti.Votes.Sum(); n > 0 {
		d.Mean = s.say.Count(n, "%d vote; a mean needs %d", "%d votes; a mean needs %d", data.RotiVotesForMean)
	}
	switch p.minutesOf(&d.Event) {
	case minutesOut:
		d.Record = s.say.Text("published %s", d.Minutes.PublishedOn)
		if d.Minutes.Where != "" {
			d.Record = s.say.Text("%s, %s", d.Record, d.Minutes.Where)
		}
	case minutesLate:
		d.Record, d.Late = s.say.Text("not published"), true
	case minutesDue:
		d.Record = s.say.Text("not published yet")
	}
}

// Candidate is a line in the list of those who may have come, or may take a part.
type Candidate struct {
	ID      int64
	Name    string
	Unit    string
	Present bool
	Reply   data.Reply
}

// takesPart reports whether somebody has a part at an event.
func (s *State) takesPart(event, member int64, part data.EventPart) bool {
	return slices.ContainsFunc(s.programme.snapshot.EventRoles, func(r data.EventRole) bool {
		return r.EventID == event && r.MemberID == member && r.Part == part
	})
}

// Candidates lists the people on the roster on the day of the event who match a
// search, by name. With onlyHere set, only those who are ticked or have replied.
func (s *State) Candidates(id int64, query string, onlyHere bool) []Candidate {
	p := s.programme
	e, _ := p.snapshot.EventByID(id)
	rows := map[int64]*data.Attendance{}
	for i := range p.snapshot.Attendance {
		if a := &p.snapshot.Attendance[i]; a.EventID == id {
			rows[a.MemberID] = a
		}
	}
	var out []Candidate
	found := data.SearchedFor(query)
	for place := range p.directory.Len() {
		m := p.directory.At(place)
		a := rows[m.ID]
		there := m.JoinedOn <= max(e.On, p.today) && (m.LeftOn == 0 || m.LeftOn > e.On)
		if a == nil && (onlyHere || !there) || !p.directory.Matches(place, found) {
			continue
		}
		c := Candidate{ID: m.ID, Name: m.Name, Unit: m.Unit}
		if a != nil {
			c.Present, c.Reply = a.Present, a.Expected
		}
		out = append(out, c)
	}
	return out
}
