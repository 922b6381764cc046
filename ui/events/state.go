package events

import (
	"cmp"
	"context"
	"strconv"
	"strings"

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

	query     string
	shown     Shown
	hidden    map[int64]bool // by search and filter
	rowsShown []int64
}

// rows are the tables whose rows the screen keeps one by one.
type rows struct {
	events        store.Handle[data.Event]
	announcements store.Handle[data.Announcement]
	followUps     store.Handle[data.FollowUp]
	perfection    store.Handle[data.PerfectionNote]
	items         store.Handle[data.Item]
	stories       store.Handle[data.ValueStory]
	pauses        store.Handle[data.Pause]
	templates     store.Handle[data.EventTemplate]
}

// NewState is an empty state, before the first Load.
func NewState(s *store.Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, calendar: calendar, say: say,
		programme: newProgramme(&data.Snapshot{}, calendar.Today(), say.Lang(), nil),
		rows: rows{events: store.Rows(s, store.Events), announcements: store.Rows(s, store.Announcements),
			followUps: store.Rows(s, store.FollowUps), perfection: store.Rows(s, store.PerfectionNotes),
			items: store.Rows(s, store.Items), stories: store.Rows(s, store.Stories), pauses: store.Rows(s, store.Pauses), templates: store.Rows(s, store.Templates)}}
}

// Read reads the programme from the store; it may be called off the window's
// goroutine. The programme before saves work and may be nil.
func (s *State) Read(ctx context.Context, before *Programme) (*Programme, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return nil, err
	}
	return newProgramme(snapshot, s.calendar.Today(), s.say.Lang(), before), nil
}

// Take shows a programme that was read; the selection stays if it can. At first
// the next event is selected, else the last one.
func (s *State) Take(p *Programme) {
	s.programme = p
	defer s.sift()
	isThere := func(id int64) bool { _, there := p.section[id]; return there }
	if isThere(s.selected) {
		return
	}
	if s.selected = data.Beside(s.rowsShown, s.selected, isThere); s.selected != 0 {
		return
	}
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
func (s *State) Rows() []int64 { return s.rowsShown }

// Empty tells whether there are no events at all.
func (s *State) Empty() bool { return len(s.programme.order) == 0 }

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
	Day     string // "Sat 5 Dec"
	When    string // "in 2 weeks"
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
	row := Row{ID: id, Title: e.Title, Day: s.say.Near(e.On, p.today), When: s.say.Ago(p.today.Sub(e.On))}
	switch p.section[id] {
	case Coming:
		row.Second = s.say.Of(e.Status.Phrase())
		if n, of := p.speakers[id], data.SpeakersWanted[e.Format]; n < of {
			row.Second = s.say.Text("%s · %s", s.say.Count(of, "%[2]d of %[1]d speaker", "%[2]d of %[1]d speakers", n), row.Second)
		} else if n > 0 {
			row.Second = s.say.Text("%s · %s", s.say.Count(n, "%d speaker", "%d speakers"), row.Second)
		}
	case Held:
		row.Second = s.heldLine(&e)
		switch p.minutesOf(&e) {
		case minutesLate:
			row.Warning = s.minutesWord(id, s.say.Text("minutes missing"))
		case minutesDue:
			row.Second = s.say.Text("%s · %s", row.Second, s.minutesWord(id, s.say.Text("minutes due")))
		}
	case Unclear:
		row.Second = s.say.Of(e.Status.Phrase())
	default:
		row.Second = s.say.Text("was planned")
	}
	return row
}

// More is what the list can show of an event beside its line, worded.
type More struct{ Format, Hours, Place, Leads string }

// More words what else the list can show of an event.
func (s *State) More(id int64) More {
	p := s.programme
	e, there := p.snapshot.EventByID(id)
	if !there {
		return More{}
	}
	return More{Format: s.say.Of(data.FormatName(e.Format)), Hours: s.say.Text("%s to %s", e.Begins().String(), e.Begins().Add(e.Minutes).String()), Place: e.Place,
		Leads: s.say.List(p.leading(id))}
}

// leading are the names of those who lead an event.
func (p *Programme) leading(id int64) (names []string) {
	for _, member := range p.snapshot.Leading(id) {
		names = append(names, p.name(member))
	}
	return names
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

// Plan plans an event and selects it once it is loaded.
func (s *State) Plan(ctx context.Context, plan store.Plan) error {
	plans := []store.Plan{plan}
	if _, err := s.store.PlanEvents(ctx, "", plans); err != nil {
		return err
	}
	s.selected = plans[0].Event.ID
	return nil
}

// Again is an event to begin with that is like another, one spacing on (data/README.md, Charter).
func (s *State) Again(id int64) data.Event {
	e, _ := s.programme.snapshot.EventByID(id)
	return s.programme.snapshot.Again(&e, s.programme.today)
}

// CopyOf is an event to be planned that is like another, one spacing on, with its agenda, who does what and its checklist
// (data/README.md, Series).
func (s *State) CopyOf(id int64) store.Plan {
	p := s.programme
	plan := store.Plan{Event: s.Again(id)}
	e, _ := p.snapshot.EventByID(id)
	plan.Event.Minutes, plan.Event.Cost, plan.Event.Status, plan.Event.Brought = e.Minutes, e.Cost, data.StatusPlanned, data.NotCounted
	if e.LastDay != 0 {
		plan.Event.LastDay = plan.Event.On.AddDays(e.LastDay.Sub(e.On))
	}
	plan.Agenda = []data.AgendaLine{}
	for i := range p.snapshot.Agenda {
		if a := p.snapshot.Agenda[i]; a.EventID == id {
			plan.Agenda = append(plan.Agenda, a)
		}
	}
	for i := range p.snapshot.EventRoles {
		if r := p.snapshot.EventRoles[i]; r.EventID == id {
			if m, there := p.snapshot.MemberByID(r.MemberID); there && m.IsMember(p.today) {
				if r.Part == data.PartFacilitator && plan.LeaderID == 0 {
					plan.LeaderID = r.MemberID
					continue
				}
				plan.Roles = append(plan.Roles, r)
			}
		}
	}
	plan.Checks = data.ChecksOf(p.snapshot.ChecklistOf(id))
	return plan
}

// templateKey is the key of a template among the formats to choose from.
const templateKey = "template."

// Template is the template behind a choice among formats.
func (s *State) Template(chosen string) (t data.EventTemplate, is bool) {
	number, is := strings.CutPrefix(chosen, templateKey)
	if !is {
		return t, false
	}
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return t, false
	}
	for _, t := range s.programme.snapshot.Templates {
		if t.ID == id {
			return t, true
		}
	}
	return t, false
}

// FormatIn is the format behind a choice: of a template its own format, as long and with the steps that the template has.
func (s *State) FormatIn(chosen string) data.EventFormat {
	t, is := s.Template(chosen)
	if !is {
		format, _ := data.FormatOf(chosen)
		return format
	}
	format, _ := data.FormatOf(t.Format)
	format.Minutes, format.Agenda = t.Minutes, nil
	for _, line := range t.Agenda() {
		format.Agenda = append(format.Agenda, data.FormatStep{Minutes: line.Minutes, Text: line.Text})
	}
	return format
}

// From fills a plan with what was chosen among formats and templates; what is known already stays.
func (s *State) From(chosen string, plan *store.Plan) {
	e := &plan.Event
	t, is := s.Template(chosen)
	if !is {
		format, _ := data.FormatOf(chosen)
		e.Format, e.Minutes = chosen, format.Minutes
		return
	}
	e.Format, e.Minutes, e.Audience = t.Format, t.Minutes, t.Audience
	e.Place, e.Link, e.Purpose = cmp.Or(e.Place, t.Place), cmp.Or(e.Link, t.Link), cmp.Or(e.Purpose, t.Purpose)
	plan.Agenda, plan.Checks = t.Agenda(), data.ChecksOf(t.Checks)
}

// NameIn is what an event is called where nothing was typed: as the template, or as the format.
func (s *State) NameIn(chosen string) string {
	if t, is := s.Template(chosen); is {
		return t.Name
	}
	return s.say.Of(data.FormatName(chosen))
}

// Hold notes that an event was held, and that whoever led it came.
func (s *State) Hold(ctx context.Context, id int64) (undo func(context.Context) error, err error) {
	held, err := s.store.SetStatuses(ctx, []int64{id}, data.StatusHeld)
	if err != nil {
		return nil, err
	}
	led := s.programme.snapshot.Leading(id)
	if len(led) == 0 {
		return held.Undo, nil
	}
	ticked, err := s.store.TickPresent(ctx, id, led, true)
	return func(ctx context.Context) error {
		if err := ticked.Undo(ctx); err != nil {
			return err
		}
		return held.Undo(ctx)
	}, err
}

// SetStatus moves an event on, or back.
func (s *State) SetStatus(ctx context.Context, id int64, status data.EventStatus) error {
	return s.rows.events.Change(ctx, id, store.Visit{}, func(e *data.Event) { e.Status = status })
}

// minutesWord says what is left to do with minutes that are not published: none is told to write what is written.
func (s *State) minutesWord(event int64, toWrite string) string {
	if m := s.programme.minutes[event]; m.Text != "" || m.Decisions != "" {
		return s.say.Text("minutes not published")
	}
	return toWrite
}
