package overview

import (
	"cmp"
	"context"
	"slices"

	"copleader/data"
	"copleader/data/store"
)

// FollowUp is something asked of somebody, or owed to them, of which something is still to come.
type FollowUp struct {
	Row  data.FollowUp
	Who  string
	What string
	// About is the event or item it is about, and how long ago it was asked.
	About string
	State string     // "Asked" or "Said yes"
	Due   string     // empty where no day is set
	Late  bool       // its day has passed
	At    data.Place // where they are; of no kind for a guest of nothing
}

// followUps are the open ones: those whose day has come first, those without a day last.
func (r reader) followUps() []FollowUp {
	var open []FollowUp
	for i := range r.FollowUps {
		if f := &r.FollowUps[i]; f.On <= r.today && (f.State == data.Asked || f.State == data.SaidYes) {
			open = append(open, r.followUp(f))
		}
	}
	slices.SortStableFunc(open, func(a, b FollowUp) int {
		if (a.Row.Due == 0) != (b.Row.Due == 0) {
			return cmp.Compare(b.Row.Due, a.Row.Due)
		}
		return cmp.Or(cmp.Compare(a.Row.Due, b.Row.Due), cmp.Compare(a.Row.On, b.Row.On))
	})
	return open
}

func (r reader) followUp(f *data.FollowUp) FollowUp {
	out := FollowUp{Row: *f, What: f.What, State: r.say.Text("Asked"), About: r.say.Ago(r.today.Sub(f.On))}
	if f.State == data.SaidYes {
		out.State = r.say.Text("Said yes")
	}
	if f.Due != 0 {
		out.Due, out.Late = r.due(f.Due), f.Due < r.today
	}
	out.Who, out.At = r.about(f)
	if event, known := r.EventByID(f.EventID); known {
		out.About = r.say.Text("%s · “%s”", out.About, event.Called(r.today))
	} else if item, known := r.ItemByID(f.ItemID); known {
		out.About = r.say.Text("%s · “%s”", out.About, item.Title)
	}
	return out
}

// about names whom a follow-up is about, and where they are: a guest at the event they were asked for.
func (r reader) about(f *data.FollowUp) (who string, at data.Place) {
	if m, known := r.MemberByID(f.MemberID); known {
		return m.Name, data.Place{Kind: data.PlaceMember, ID: m.ID}
	}
	for i := range r.Sponsors {
		if s := &r.Sponsors[i]; s.ID == f.SponsorID {
			return s.Name, data.Place{Kind: data.PlaceSponsors}
		}
	}
	switch {
	case f.EventID != 0:
		return f.Guest, data.Place{Kind: data.PlaceEvent, ID: f.EventID}
	case f.ItemID != 0:
		return f.Guest, data.Place{Kind: data.PlaceItem, ID: f.ItemID}
	}
	return f.Guest, data.Place{}
}

// Answer notes how far a follow-up has come.
func (s *State) Answer(ctx context.Context, row data.FollowUp, state data.FollowUpState) (store.Done, error) {
	row.State = state
	return store.Rows(s.store, store.FollowUps).SaveUndoably(ctx, &row)
}
