package events

import (
	"slices"

	"copleader/data"
)

// Shown is which events the list and the month show, beside what is searched for.
type Shown string

// The kinds of events that are shown; a format is shown by its key.
const (
	ShowAll       Shown = ""
	ShowComing    Shown = "coming"
	ShowHeld      Shown = "held"
	ShowCancelled Shown = "cancelled"
	ShowSeries    Shown = "series" // those that belong to one
	ShowUnwritten Shown = "unwritten"
)

// ShownChoice is a choice of what is shown, worded.
type ShownChoice struct {
	Key  Shown
	Text string
}

// ShownChoices are what may be chosen to be shown: kinds, then the formats there are events of.
func (s *State) ShownChoices() []ShownChoice {
	choices := []ShownChoice{{ShowAll, s.say.Text("Any kind")}, {ShowComing, s.say.Text("Coming up")}, {ShowHeld, s.say.Text("Held")},
		{ShowUnwritten, s.say.Text("Without minutes")}, {ShowSeries, s.say.Text("In a series")}, {ShowCancelled, s.say.Text("Cancelled")}}
	used := map[string]bool{}
	for i := range s.programme.snapshot.Events {
		used[s.programme.snapshot.Events[i].Format] = true
	}
	for _, f := range data.Formats {
		if used[f.Key] {
			choices = append(choices, ShownChoice{Shown(f.Key), s.say.Of(data.FormatName(f.Key))})
		}
	}
	return choices
}

// ShownWord is what is chosen, worded.
func (s *State) ShownWord() string {
	for _, c := range s.ShownChoices() {
		if c.Key == s.shown {
			return c.Text
		}
	}
	return s.say.Text("Any kind")
}

// Search shows the events in which every word is found: title, format, purpose, place, and who does what.
func (s *State) Search(query string) { s.query = query; s.sift() }

// Show shows one kind of events.
func (s *State) Show(shown Shown) { s.shown = shown; s.sift() }

// Sought tells whether some events may be hidden.
func (s *State) Sought() bool { return s.query != "" || s.shown != ShowAll }

// NoneIn says that nothing of the month in which a day lies is what is sought, "" where something is or nothing is sought.
func (s *State) NoneIn(day data.Date) string {
	if !s.Sought() {
		return ""
	}
	for _, id := range s.rowsShown {
		e, _ := s.programme.snapshot.EventByID(id)
		if sameMonth(e.On, day) || e.On < day && (e.Until() >= day || sameMonth(e.Until(), day)) {
			return ""
		}
	}
	if n := len(s.rowsShown); n > 0 {
		return s.say.Count(n, "Nothing of this month is what you look for; %d event of another month is.", "Nothing of this month is what you look for; %d events of other months are.")
	}
	return s.say.Text("No event is found.")
}

// sift finds the events that search and filter let through; one that is shown is selected.
func (s *State) sift() {
	p := s.programme
	s.hidden = map[int64]bool{}
	s.rowsShown = p.order
	if !s.Sought() {
		return
	}
	words := data.SearchedFor(s.query)
	for _, id := range p.order {
		e, _ := p.snapshot.EventByID(id)
		if !s.lets(&e) || !data.HoldsAll(s.folded(&e), words) {
			s.hidden[id] = true
		}
	}
	s.rowsShown = slices.DeleteFunc(slices.Clone(p.order), func(id int64) bool { return s.hidden[id] })
	if s.hidden[s.selected] && len(s.rowsShown) > 0 {
		s.selected = s.rowsShown[0]
	}
}

// lets tells whether the filter lets an event through.
func (s *State) lets(e *data.Event) bool {
	in := s.programme.section[e.ID]
	switch s.shown {
	case ShowAll:
		return true
	case ShowComing:
		return in == Coming || in == Unclear
	case ShowHeld:
		return in == Held
	case ShowCancelled:
		return in == Cancelled
	case ShowSeries:
		return e.SeriesID != 0
	case ShowUnwritten:
		return in == Held && s.programme.minutes[e.ID].Text == ""
	}
	return e.Format == string(s.shown)
}

// folded is what is searched of an event; it is put together when it is first asked for.
func (s *State) folded(e *data.Event) string {
	p := s.programme
	if p.found == nil {
		p.found = make(map[int64]string, len(p.snapshot.Events))
		for i := range p.snapshot.Events {
			e := &p.snapshot.Events[i]
			p.found[e.ID] = e.Title + "\n" + e.Purpose + "\n" + e.Place + "\n" + s.say.Of(data.FormatName(e.Format))
		}
		for i := range p.snapshot.EventRoles {
			r := &p.snapshot.EventRoles[i]
			p.found[r.EventID] += "\n" + p.name(r.MemberID)
		}
		for id, text := range p.found {
			p.found[id] = data.Fold(text)
		}
	}
	return p.found[e.ID]
}
