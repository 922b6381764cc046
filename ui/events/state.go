package events

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Store is what the screen needs of the community file.
type Store interface {
	Snapshot(ctx context.Context) (*data.Snapshot, error)
	PlanEvent(ctx context.Context, e *data.Event, facilitatorID int64) error
	ChangeEvent(ctx context.Context, id int64, visit store.Visit, change func(*data.Event)) error
	RemoveEvent(ctx context.Context, id int64) (store.Done, error)
	SetAgenda(ctx context.Context, eventID int64, lines []data.AgendaLine) error
	SetPart(ctx context.Context, eventID, memberID int64, part data.EventPart, takes bool) error
	SetPresent(ctx context.Context, eventID int64, memberIDs []int64, present bool) error
	SetExpected(ctx context.Context, eventID, memberID int64, reply data.Reply) error
	SetRoti(ctx context.Context, eventID int64, votes data.Counts) error
	ChangeMinutes(ctx context.Context, eventID int64, visit store.Visit, change func(*data.Minutes)) error
	PublishMinutes(ctx context.Context, eventID int64, where string) error
	Announce(ctx context.Context, a *data.Announcement) error
	RemoveAnnouncement(ctx context.Context, id int64) (store.Done, error)
	SavePerfection(ctx context.Context, r *data.PerfectionNote) error
	RemovePerfection(ctx context.Context, id int64) (store.Done, error)
	SaveFollowUp(ctx context.Context, r *data.FollowUp) error
	NoteFollowUp(ctx context.Context, r *data.FollowUp) (store.Done, error)
	RemoveFollowUp(ctx context.Context, id int64) (store.Done, error)
	AddItem(ctx context.Context, i *data.Item) error
	ChangeItem(ctx context.Context, id int64, visit store.Visit, change func(*data.Item)) error
	MoveItem(ctx context.Context, id int64, to data.Column, index int, parkedReason string) error
	SaveStory(ctx context.Context, r *data.ValueStory) error
	SetBox(ctx context.Context, box data.BoxKey, visit store.Visit, lines data.Lines) error
}

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window: the programme, which event is
// selected, and the deeds.
type State struct {
	store    Store
	calendar Calendar
	say      *words.Say

	programme *Programme
	selected  int64
}

// NewState is an empty state, before the first Load.
func NewState(s Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, calendar: calendar, say: say,
		programme: newProgramme(&data.Snapshot{}, calendar.Today(), say.Lang(), nil)}
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

// Change changes one field of an event; all writes of one visit are one act.
func (s *State) Change(ctx context.Context, id int64, field string, visit int, change func(*data.Event)) error {
	return s.store.ChangeEvent(ctx, id, store.Visit{Field: field, N: visit}, change)
}

// SetStatus moves an event on, or back.
func (s *State) SetStatus(ctx context.Context, id int64, status data.EventStatus) error {
	return s.store.ChangeEvent(ctx, id, store.Visit{}, func(e *data.Event) { e.Status = status })
}

// Announce notes that an event was announced.
func (s *State) Announce(ctx context.Context, a *data.Announcement) error {
	return s.store.Announce(ctx, a)
}

// Remove takes an event and all that hangs on it away.
func (s *State) Remove(ctx context.Context, id int64) (store.Done, error) {
	return s.store.RemoveEvent(ctx, id)
}

// SetAgenda replaces the agenda of an event.
func (s *State) SetAgenda(ctx context.Context, id int64, lines []data.AgendaLine) error {
	return s.store.SetAgenda(ctx, id, lines)
}

// SetPart gives a member a part at an event, or takes it away.
func (s *State) SetPart(ctx context.Context, id, memberID int64, part data.EventPart, takes bool) error {
	return s.store.SetPart(ctx, id, memberID, part, takes)
}

// Tick notes that a member came, or did not.
func (s *State) Tick(ctx context.Context, id, memberID int64, came bool) error {
	return s.store.SetPresent(ctx, id, []int64{memberID}, came)
}

// Expect notes what a member said about coming.
func (s *State) Expect(ctx context.Context, id, memberID int64, reply data.Reply) error {
	return s.store.SetExpected(ctx, id, memberID, reply)
}

// Vote enters the votes on whether it was worth the time.
func (s *State) Vote(ctx context.Context, id int64, votes data.Counts) error {
	return s.store.SetRoti(ctx, id, votes)
}

// ChangeMinutes writes the minutes; all writes of one visit are one act.
func (s *State) ChangeMinutes(ctx context.Context, id int64, field string, visit int, change func(*data.Minutes)) error {
	return s.store.ChangeMinutes(ctx, id, store.Visit{Field: field, N: visit}, change)
}

// SetBox writes a box of the canvas; all writes of one visit are one act.
func (s *State) SetBox(ctx context.Context, box data.BoxKey, visit int, text string) error {
	// The charter has a field of the same name: a visit there is another one.
	return s.store.SetBox(ctx, box, store.Visit{Field: "meeting " + string(box), N: visit}, data.ParseLines(text))
}

// Publish notes that the minutes are out.
func (s *State) Publish(ctx context.Context, id int64, where string) error {
	return s.store.PublishMinutes(ctx, id, where)
}
