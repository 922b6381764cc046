package events

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window: the programme, which event is
// selected, and the deeds.
type State struct {
	store    *store.Store
	rows     rows
	calendar Calendar
	say      *words.Say

	programme *Programme
	selected  int64
}

// rows are the tables whose rows the screen keeps one by one.
type rows struct {
	events        store.Handle[data.Event]
	announcements store.Handle[data.Announcement]
	followUps     store.Handle[data.FollowUp]
	perfection    store.Handle[data.PerfectionNote]
	items         store.Handle[data.Item]
	stories       store.Handle[data.ValueStory]
}

// NewState is an empty state, before the first Load.
func NewState(s *store.Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, calendar: calendar, say: say,
		programme: newProgramme(&data.Snapshot{}, calendar.Today(), say.Lang(), nil),
		rows: rows{events: store.Rows(s, store.Events), announcements: store.Rows(s, store.Announcements),
			followUps: store.Rows(s, store.FollowUps), perfection: store.Rows(s, store.PerfectionNotes),
			items: store.Rows(s, store.Items), stories: store.Rows(s, store.Stories)}}
}

// Read reads the programme from the store; it may be called off the window's
// goroutine. The programme before saves work and may be nil.
func (s *State) Read(ctx context.Context, before *Programme) (*Programme, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return newProgramme(snapshot, s.calendar.Today(), s.say.Lang(), before), nil
}

// Take shows a programme that was read; the selection stays if it can. At first
// the next event is selected, else the last one.
func (s *State) Take(p *Programme) {
	s.programme = p
	if _, there := p.section[s.selected]; there {
		return
	}
	s.selected = 0
	for _, id := range p.order {
		if s.selected == 0 || p.section[s.selected] == Unclear && p.section[id] == Coming {
			s.selected = id
		}
	}
}

// Load reads the programme and shows it.
func (s *State) Load(ctx context.Context) error {
	p, err := s.Read(ctx, s.programme)
	if err == nil {
		s.Take(p)
	}
	return err
}

// Rows are the events in the order of the list.
func (s *State) Rows() []int64 { return s.programme.order }

// Select chooses the event that the detail shows.
func (s *State) Select(id int64) bool {
	_, there := s.programme.section[id]
	if there {
		s.selected = id
	}
	return there
}

// Selected is the event that the detail shows, 0 for none.
func (s *State) Selected() int64 { return s.selected }

// Title is the title of an event.
func (s *State) Title(id int64) string {
	e, _ := s.programme.snapshot.EventByID(id)
	return e.Title
}

// SectionTitle is the heading under which an event stands.
func (s *State) SectionTitle(id int64) string {
	switch s.programme.section[id] {
	case Unclear:
		return s.say.Text("Did it take place?")
	case Coming:
		return s.say.Text("Coming up")
	case Held:
		return s.say.Text("Held")
	}
	return s.say.Text("Cancelled")
}

// Row is one line of the list, worded.
type Row struct {
	ID      int64
	When    string
	Title   string
	Second  string
	Warning string // said with the sign of a warning, "" for none
}

// Row words the line of an event; it is asked for the lines on screen only.
func (s *State) Row(id int64) Row {
	p := s.programme
	e, there := p.snapshot.EventByID(id)
	if !there {
		return Row{ID: id}
	}
	row := Row{ID: id, Title: e.Title, When: s.say.WeeksAgo(p.today.Sub(e.On))}
	switch p.section[id] {
	case Coming:
		row.Second = s.say.Of(e.Status.Phrase())
		if n, of := p.speakers[id], speakersWanted[e.Format]; n < of {
			row.Second = s.say.Text("%s · %s", s.say.Count(of, "%[2]d of %[1]d speaker", "%[2]d of %[1]d speakers", n), row.Second)
		} else if n > 0 {
			row.Second = s.say.Text("%s · %s", s.say.Count(n, "%d speaker", "%d speakers"), row.Second)
		}
	case Held:
		row.Second = s.heldLine(&e)
		switch p.minutesOf(&e) {
		case minutesLate:
			row.Warning = s.say.Text("minutes missing")
		case minutesDue:
			row.Second = s.say.Text("%s · %s", row.Second, s.say.Text("minutes due"))
		}
	case Unclear:
		row.Second = s.say.Text("%s for %s", s.say.Of(e.Status.Phrase()), e.On)
	default:
		row.Second = s.say.Text("was planned for %s", e.On)
	}
	return row
}

// heldLine says who came and what they thought of it.
func (s *State) heldLine(e *data.Event) string {
	line := s.say.Count(s.programme.present[e.ID], "%d came", "%d came")
	if e.Guests > 0 {
		line = s.say.Text("%s and %s", s.say.Text("%d", s.programme.present[e.ID]), s.say.Count(e.Guests, "%d guest", "%d guests"))
	}
	roti := s.programme.roti[e.ID]
	if mean, ok := roti.Mean(); ok {
		line = s.say.Text("%s · worth it %.1f (%d)", line, mean.Float(), roti.Votes.Sum())
	} else if n := roti.Votes.Sum(); n > 0 {
		line = s.say.Text("%s · %s", line, s.say.Count(n, "%d vote", "%d votes"))
	}
	return line
}

// Plan plans an event with its format's agenda and selects it once it is loaded.
func (s *State) Plan(ctx context.Context, e *data.Event, facilitatorID int64) error {
	if err := s.store.PlanEvent(ctx, e, facilitatorID); err != nil {
		return err
	}
	s.selected = e.ID
	return nil
}

// Again is an event to begin with that is like another, one spacing on (data/README.md, Charter).
func (s *State) Again(id int64) data.Event {
	e, _ := s.programme.snapshot.EventByID(id)
	return s.programme.again(&e)
}

// SetStatus moves an event on, or back.
func (s *State) SetStatus(ctx context.Context, id int64, status data.EventStatus) error {
	return s.rows.events.Change(ctx, id, store.Visit{}, func(e *data.Event) { e.Status = status })
}
