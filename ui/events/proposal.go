package events

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
)

// Proposal is a series before it is planned: how often, what its events have in common, and what was corrected
// (data/README.md, Series).
type Proposal struct {
	state  *State
	reader data.DayReader
	from   data.Date // no event lies before it, where the rule names no first day

	start data.Clock // where the rule names none
	// Like is what the events have in common; its day counts for nothing.
	Like data.Event
	// LeadID is who leads, 0 for nobody yet.
	LeadID int64
	// Plan is what each begins with besides: agenda, roles, checklist.
	Plan store.Plan

	text   string
	rule   data.SeriesRule
	err    error
	unused map[int64]bool           // the pauses that are not left out here, by their ID
	left   map[data.Date]bool       // unticked, by the day the rule came to
	kept   map[data.Date]bool       // in a pause, and planned nevertheless
	own    map[data.Date]data.Event // corrected
	added  []data.Event             // beside the rule
	gone   map[int]bool             // of those added, unticked
	pauses []data.Pause             // those of the file
}

// Slot is a line of a proposal.
type Slot struct {
	Was    data.Date // the day that the rule came to, 0 for one added
	Added  int       // which of those added, from 1
	Number int       // among those planned, from 1; 0 for one left out
	Event  data.Event
	Pause  string // for which it is left out
	Note   string
}

// Propose begins a series of events like one, the first on a day or later.
func (s *State) Propose(like data.Event, from data.Date, days data.DayHabits) *Proposal {
	return &Proposal{state: s, Like: like, start: like.Start, from: from, reader: data.DayReader{Today: s.programme.today, Habits: days},
		unused: map[int64]bool{}, left: map[data.Date]bool{}, kept: map[data.Date]bool{}, own: map[data.Date]data.Event{}, gone: map[int]bool{},
		pauses: s.programme.snapshot.Pauses, err: data.NoSeries("rule")}
}

// SetRule reads how often it takes place. Corrections stay with the days they were made on.
func (p *Proposal) SetRule(text string) {
	p.text = strings.TrimSpace(text)
	p.rule, p.err = data.ReadSeries(p.text, p.reader, p.from)
	p.Like.Start = p.start
	if p.err == nil && p.rule.Timed {
		p.Like.Start = p.rule.Start
	}
}

// Err is what is wrong with how often, nil where it was read.
func (p *Proposal) Err() error { return p.err }

// Pauses are those that fall into the series, and whether each is left out here.
func (p *Proposal) Pauses() (there []data.Pause) {
	for _, pause := range p.pauses {
		if pause.Last >= p.reader.Today {
			there = append(there, pause)
		}
	}
	return there
}

// LeavesOut reports whether a pause is left out here.
func (p *Proposal) LeavesOut(pause int64) bool { return !p.unused[pause] }

// LeaveOut leaves a pause out, or no more.
func (p *Proposal) LeaveOut(pause int64, out bool) { p.unused[pause] = !out }

// TakePauses takes the pauses that the file has now.
func (p *Proposal) TakePauses(ctx context.Context) error {
	snapshot, err := p.state.store.Snapshot(ctx)
	if err == nil {
		p.pauses = snapshot.Pauses
	}
	return err
}

// Slots are the lines as they stand now, by day.
func (p *Proposal) Slots() []Slot {
	var slots []Slot
	if p.err == nil {
		heeded := slices.DeleteFunc(slices.Clone(p.pauses), func(pause data.Pause) bool { return p.unused[pause.ID] })
		for _, day := range p.rule.Days(heeded, func(on data.Date) bool { return p.kept[on] }) {
			slots = append(slots, p.slotOf(day))
		}
	}
	for i, e := range p.added {
		slots = append(slots, Slot{Added: i + 1, Event: e})
	}
	slices.SortStableFunc(slots, func(a, b Slot) int {
		return cmp.Or(cmp.Compare(a.Event.On, b.Event.On), cmp.Compare(a.Event.Start, b.Event.Start))
	})
	n := 0
	for i := range slots {
		if p.planned(&slots[i]) {
			n++
			slots[i].Number = n
		}
		slots[i].Note = p.note(&slots[i])
	}
	return slots
}

func (p *Proposal) slotOf(day data.SeriesDay) Slot {
	event, corrected := p.own[day.On]
	if !corrected {
		event = p.Like
		event.MoveTo(day.On)
	}
	return Slot{Was: day.On, Event: event, Pause: day.Pause}
}

func (p *Proposal) planned(s *Slot) bool {
	if s.Added > 0 {
		return !p.gone[s.Added]
	}
	return s.Pause == "" && !p.left[s.Was]
}

// note says what is special about a line: another day than the rule's, another name, or what lies close by.
func (p *Proposal) note(s *Slot) string {
	say := p.state.say
	var notes []string
	switch {
	case s.Pause != "":
		return say.Text("Left out: %s", s.Pause)
	case s.Added > 0:
		notes = append(notes, say.Text("added"))
	case s.Event.On != s.Was:
		notes = append(notes, say.Text("instead of %s", say.OnWeekday(s.Was)))
	}
	if s.Event.Title != p.Like.Title {
		notes = append(notes, say.Text("“%s”", s.Event.Title))
	}
	if s.Event.Format != p.Like.Format {
		notes = append(notes, say.Of(data.FormatName(s.Event.Format)))
	}
	if beside := p.beside(s.Event.On); beside != "" {
		notes = append(notes, beside)
	}
	return strings.Join(notes, " · ")
}

// near is how many days apart two events are close.
const near = 6

// beside names the event of the file that lies close to a day.
func (p *Proposal) beside(on data.Date) string {
	var closest *data.Event
	apart := near + 1
	events := p.state.programme.snapshot.Events
	for i := range events {
		e := &events[i]
		if days := max(on.Sub(e.Until()), e.On.Sub(on), 0); e.Status != data.StatusCancelled && days < apart {
			closest, apart = e, days
		}
	}
	say := p.state.say
	switch {
	case closest == nil:
		return ""
	case apart == 0:
		return say.Text("on the day of “%s”", closest.Title)
	case closest.On > on:
		return say.Count(apart, "%d day before “%s”", "%d days before “%s”", closest.Title)
	}
	return say.Count(apart, "%d day after “%s”", "%d days after “%s”", closest.Title)
}

// Tick plans a line, or leaves it out.
func (p *Proposal) Tick(s Slot, in bool) {
	switch {
	case s.Added > 0:
		p.gone[s.Added] = !in
	case s.Pause != "":
		p.kept[s.Was] = in
	default:
		p.left[s.Was] = !in
	}
}

// Correct changes what a line is to be.
func (p *Proposal) Correct(s Slot, e data.Event) error {
	if e.On == 0 {
		return data.NoDate("on")
	}
	if s.Added > 0 {
		p.added[s.Added-1] = e
		return nil
	}
	p.own[s.Was] = e
	return nil
}

// Add adds a date beside those of the rule.
func (p *Proposal) Add(on data.Date) error {
	if on == 0 {
		return data.NoDate("on")
	}
	e := p.Like
	e.MoveTo(on)
	p.added = append(p.added, e)
	return nil
}

// SetLike changes what all have in common; what was corrected keeps what differs.
func (p *Proposal) SetLike(change func(e *data.Event)) {
	before := p.Like
	change(&p.Like)
	carry := func(e data.Event) data.Event {
		for _, key := range []string{"title", "format", "place", "minutes"} {
			f := data.EventFields.Of(key)
			if f.Same(&e, &before) {
				f.Copy(&e, &p.Like)
			}
		}
		return e
	}
	for on, e := range maps.All(p.own) {
		p.own[on] = carry(e)
	}
	for i := range p.added {
		p.added[i] = carry(p.added[i])
	}
}

// Said says how the rule was read: "Thursdays, every 14 days, from Thu 10 Dec 2026 to Thu 4 Mar 2027, 16:00 to 17:00 in Berlin".
func (p *Proposal) Said() string {
	slots := slices.DeleteFunc(p.Slots(), func(s Slot) bool { return s.Was == 0 })
	if p.err != nil || len(slots) == 0 {
		return ""
	}
	say := p.state.say
	first, last := slots[0].Was, slots[len(slots)-1].Was
	said := say.Text("%s, from %s to %s, %s to %s", p.rhythm(first), say.InWords(first), say.InWords(last),
		p.Like.Start.String(), p.Like.Start.Add(p.Like.Minutes).String())
	if _, city, is := strings.Cut(p.Like.TimeZone, "/"); is {
		said = say.Text("%s in %s", said, strings.ReplaceAll(city, "_", " "))
	}
	return said
}

// rhythm says how far apart the days are; first is one of them.
func (p *Proposal) rhythm(first data.Date) string {
	say, r := p.state.say, &p.rule
	switch {
	case r.Unit == data.EveryDays:
		return say.Count(r.Every, "Every day", "Every %d days")
	case r.Unit == data.EveryWeeks && r.Every == 1:
		return say.Text("Every %s", p.weekdays(first))
	case r.Unit == data.EveryWeeks:
		return say.Text("A %s every %d days", p.weekdays(first), 7*r.Every)
	case len(r.Nths) == 0:
		_, _, day := first.Civil()
		return say.Count(r.Every, "Every month on day %[2]d", "Every %[1]d months on day %[2]d", day)
	}
	nths := make([]string, len(r.Nths))
	for i, nth := range r.Nths {
		nths[i] = p.nth(nth, say.Weekday(first))
	}
	return say.Count(r.Every, "Every month on %[2]s", "Every %[1]d months on %[2]s", say.List(nths))
}

// weekdays are the days of the week that the rule has, from the first day on.
func (p *Proposal) weekdays(first data.Date) string {
	var names []string
	for ahead := range 7 {
		if day := first.AddDays(ahead); slices.Contains(p.rule.Weekdays, day.Weekday()) {
			names = append(names, p.state.say.Weekday(day))
		}
	}
	return p.state.say.List(names)
}

func (p *Proposal) nth(nth int, weekday string) string {
	say := p.state.say
	switch nth {
	case 1:
		return say.Text("the first %s", weekday)
	case 2:
		return say.Text("the second %s", weekday)
	case 3:
		return say.Text("the third %s", weekday)
	case 4:
		return say.Text("the fourth %s", weekday)
	case 5:
		return say.Text("the fifth %s", weekday)
	}
	return say.Text("the last %s", weekday)
}

// Count is how many events would be planned.
func (p *Proposal) Count() (n int) {
	for _, s := range p.Slots() {
		n = max(n, s.Number)
	}
	return n
}

// Save plans what is ticked, as one act, and selects the first.
func (p *Proposal) Save(ctx context.Context) (store.Done, error) {
	if p.err != nil && len(p.added) == 0 {
		return store.Done{}, p.err
	}
	var plans []store.Plan
	for _, s := range p.Slots() {
		if s.Number > 0 {
			plan := p.Plan
			plan.Event, plan.LeaderID = s.Event, p.LeadID
			plans = append(plans, plan)
		}
	}
	done, err := p.state.store.PlanEvents(ctx, p.text, plans)
	if err == nil {
		p.state.selected = plans[0].Event.ID
	}
	return done, err
}
