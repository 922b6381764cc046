package events

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Section of the list.
type Section string

// The sections in the order they stand.
const (
	Unclear   Section = "unclear" // its day is over, and nobody said whether it took place
	Coming    Section = "coming"
	Held      Section = "held"
	Cancelled Section = "cancelled"
)

var sections = []Section{Unclear, Coming, Held, Cancelled}

// minutesLateDays is how many days after an event its minutes are missed
// (data/README.md, Coach, C12).
const minutesLateDays = 7

// Programme is every event in one state of the file, in the order of the list. It
// is made off the window's goroutine and belongs to the window from then on.
type Programme struct {
	snapshot  *data.Snapshot
	today     data.Date
	directory *data.Directory
	order     []int64
	section   map[int64]Section
	present   map[int64]int
	roti      map[int64]data.RotiTally
	minutes   map[int64]data.Minutes
	speakers  map[int64]int
	hints     map[int64][]data.SpeakerHint // whom one might ask to speak, of the events looked at
	threads   map[int64]data.ThreadView    // the red thread, of the events looked at
	found     map[int64]string             // what is searched of each event, once something was searched
}

// newProgramme is the programme on a day. The one before lends its directory if no
// member changed.
func newProgramme(s *data.Snapshot, today data.Date, lang string, before *Programme) *Programme {
	p := &Programme{snapshot: s, today: today, section: make(map[int64]Section, len(s.Events)), present: map[int64]int{},
		roti: map[int64]data.RotiTally{}, minutes: map[int64]data.Minutes{}, speakers: map[int64]int{}}
	var known *data.Directory
	if before != nil {
		known = before.directory
	}
	p.directory = data.DirectoryOf(s.Members, lang, known)
	for i := range s.Attendance {
		if s.Attendance[i].Present {
			p.present[s.Attendance[i].EventID]++
		}
	}
	for _, r := range s.Roti {
		p.roti[r.EventID] = r
	}
	for _, m := range s.Minutes {
		p.minutes[m.EventID] = m
	}
	for i := range s.EventRoles {
		if s.EventRoles[i].Part == data.PartSpeaker {
			p.speakers[s.EventRoles[i].EventID]++
		}
	}
	for event, n := range s.GuestsSpeaking() {
		p.speakers[event] += n
	}
	p.arrange()
	p.hints, p.threads = map[int64][]data.SpeakerHint{}, map[int64]data.ThreadView{}
	for _, id := range p.order {
		if p.section[id] == Coming {
			p.think(id).into(p) // the one looked at most; the others when they are shown
			break
		}
	}
	return p
}

// thought is what takes a moment to find out about one event, with thousands of
// members: whom one might ask, and where the red thread leads.
type thought struct {
	id     int64
	hints  []data.SpeakerHint
	thread data.ThreadView
}

// think may be called off the window's goroutine.
func (p *Programme) think(id int64) thought {
	t := thought{id: id, thread: p.snapshot.ThreadView(data.Place{Kind: data.PlaceEvent, ID: id}, p.today)}
	if p.section[id] == Coming {
		t.hints = p.snapshot.Speakers(id, p.today)
	}
	return t
}

func (t thought) into(p *Programme) { p.hints[t.id], p.threads[t.id] = t.hints, t.thread }

// thought reports whether what takes a moment is known of an event.
func (p *Programme) thought(id int64) bool {
	_, known := p.threads[id]
	return known
}

// arrange puts the events into the order of the list: what is to come by date,
// what is over with the latest first.
func (p *Programme) arrange() {
	events := make([]*data.Event, len(p.snapshot.Events))
	for i := range p.snapshot.Events {
		e := &p.snapshot.Events[i]
		events[i] = e
		p.section[e.ID] = p.sectionOf(e)
	}
	slices.SortStableFunc(events, func(a, b *data.Event) int {
		in := p.section[a.ID]
		bySection := cmp.Compare(slices.Index(sections, in), slices.Index(sections, p.section[b.ID]))
		byTime := cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Start, b.Start))
		if in == Held || in == Cancelled {
			byTime = -byTime
		}
		return cmp.Or(bySection, byTime)
	})
	p.order = make([]int64, len(events))
	for i, e := range events {
		p.order[i] = e.ID
	}
}

func (p *Programme) sectionOf(e *data.Event) Section {
	switch {
	case e.Status == data.StatusCancelled:
		return Cancelled
	case e.Status == data.StatusHeld:
		return Held
	case e.Until() < p.today:
		return Unclear
	}
	return Coming
}

// minutesState tells how it stands with the minutes of an event.
type minutesState int

const (
	minutesNotYet minutesState = iota // the event is to come
	minutesDue                        // held lately, nothing published
	minutesLate                       // held more than a week ago, nothing published
	minutesOut
)

func (p *Programme) minutesOf(e *data.Event) minutesState {
	switch m := p.minutes[e.ID]; {
	case m.PublishedOn != 0:
		return minutesOut
	case !e.HeldBy(p.today):
		return minutesNotYet
	case p.today.Sub(e.On) > minutesLateDays:
		return minutesLate
	}
	return minutesDue
}

// lookBack is how many held events tell who is likely to come.
const lookBack = 6

// likely are the members who were at half or more of the last six events before
// an event, by name, and how many events were looked at.
func (p *Programme) likely(e *data.Event) (ids []int64, of int) {
	held := p.snapshot.HeldEvents(p.today)
	held = slices.DeleteFunc(held, func(h data.Event) bool { return h.ID == e.ID || h.On > e.On })
	held = held[max(0, len(held)-lookBack):]
	among := map[int64]bool{}
	for _, h := range held {
		among[h.ID] = true
	}
	times := map[int64]int{}
	for i := range p.snapshot.Attendance {
		if a := &p.snapshot.Attendance[i]; a.Present && among[a.EventID] {
			times[a.MemberID]++
		}
	}
	for place := range p.directory.Len() {
		m := p.directory.At(place)
		if len(held) > 0 && 2*times[m.ID] >= len(held) && m.IsMember(p.today) {
			ids = append(ids, m.ID)
		}
	}
	return ids, len(held)
}

// nextDay is the day proposed for another event: the last one and the planned
// spacing, never in the past (data/README.md, Charter). Three weeks, while no spacing is set.
func (p *Programme) nextDay() data.Date {
	spacing := cmp.Or(p.snapshot.Community.CadenceDays, data.UsualSpacing)
	var last data.Date
	for i := range p.snapshot.Events {
		if e := &p.snapshot.Events[i]; e.Status != data.StatusCancelled {
			last = max(last, e.On)
		}
	}
	if last == 0 {
		return p.today.AddDays(spacing)
	}
	return max(p.today, last.AddDays(spacing))
}

// lastStart is the time of day of the latest event, four in the afternoon while
// there is none.
func (p *Programme) lastStart() data.Clock {
	start, on := data.Clock(16*60), data.Date(0)
	for i := range p.snapshot.Events {
		if e := &p.snapshot.Events[i]; e.On >= on {
			start, on = e.Start, e.On
		}
	}
	return start
}

// name is a member's name, "" for nobody.
func (p *Programme) name(id int64) string {
	m, _ := p.snapshot.MemberByID(id)
	return m.Name
}

func (p *Programme) names(ids []int64) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = p.name(id)
	}
	return all
}
