package overview

import (
	"cmp"
	"context"
	"slices"

	"copleader/data"
)

// Check is a line of an event's checklist that is due.
type Check struct {
	ID      int64
	EventID int64
	Text    string
	About   string // the event
	Due     string
	Late    bool
}

// checksAhead is how many days before its day a line is shown.
const checksAhead = 7

// checks are the lines of checklists that are due within a week or over, the earliest first; those of events cancelled are not.
func (r reader) checks() []Check {
	type due struct {
		Check
		on data.Date
	}
	var open []due
	for i := range r.Checks {
		c := &r.Checks[i]
		e, there := r.EventByID(c.EventID)
		if !there || c.DoneOn != 0 || e.Status == data.StatusCancelled {
			continue
		}
		if on := c.Due(&e); on <= r.today.AddDays(checksAhead) {
			open = append(open, due{Check{ID: c.ID, EventID: e.ID, Text: c.Text, Late: on < r.today,
				About: r.say.Text("“%s”, %s", e.Called(r.today), r.say.Ago(r.today.Sub(e.On))), Due: r.due(on)}, on})
		}
	}
	slices.SortStableFunc(open, func(a, b due) int { return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.EventID, b.EventID)) })
	lines := make([]Check, len(open))
	for i := range open {
		lines[i] = open[i].Check
	}
	return lines
}

// TickCheck notes that a line of a checklist is done, or not after all.
func (s *State) TickCheck(ctx context.Context, id int64, done bool) error {
	return s.store.TickCheck(ctx, id, done)
}

// due says when something is due.
func (r reader) due(on data.Date) string {
	if on == r.today {
		return r.say.Text("due today")
	}
	return r.say.Text("due %s", on)
}
