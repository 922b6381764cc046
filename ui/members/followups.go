package members

import (
	"context"
	"slices"
	"strings"

	"copleader/data"
)

// FollowUp is something asked of a person or owed to them, as the pane shows it.
type FollowUp struct {
	Row   data.FollowUp
	What  string
	State string // in words
	// Second says when it was asked and when it is due.
	Second string
	// Late is true for an open one whose day has passed.
	Late bool
	// About is what the event or item it is about is called, "" for none.
	About string
}

// Open reports whether something is still to come of it.
func (f *FollowUp) Open() bool { return f.Row.Open() }

// followUps are those about a person: the open ones as they fall due, then the closed ones, the latest first.
func (s *State) followUps(id int64) []FollowUp {
	var all []FollowUp
	rows := s.roster.snapshot.FollowUps
	for i := range rows {
		if rows[i].MemberID == id {
			all = append(all, s.wordFollowUp(rows[i]))
		}
	}
	slices.SortStableFunc(all, func(a, b FollowUp) int {
		switch {
		case a.Open() != b.Open():
			if a.Open() {
				return -1
			}
			return 1
		case !a.Open():
			return b.Row.On.Sub(a.Row.On)
		case (a.Row.Due == 0) != (b.Row.Due == 0):
			return b.Row.Due.Sub(a.Row.Due) // those without a day stand last
		}
		return a.Row.Due.Sub(b.Row.Due)
	})
	return all
}

func (s *State) wordFollowUp(row data.FollowUp) FollowUp {
	f := FollowUp{Row: row, What: row.What, State: s.say.Of(row.State.Phrase())}
	parts := []string{s.say.Ago(s.roster.today.Sub(row.On))}
	if row.Due != 0 && f.Open() {
		f.Late = row.Due < s.roster.today
		parts = append(parts, s.say.Text("due %s", row.Due))
	}
	if row.Note != "" {
		parts = append(parts, row.Note)
	}
	f.Second = strings.Join(parts, " · ")
	if event, there := s.roster.snapshot.EventByID(row.EventID); there {
		f.About = s.say.Of(event.Called(s.roster.today))
	} else if item, there := s.roster.snapshot.ItemByID(row.ItemID); there {
		f.About = item.Title
	}
	return f
}

// Answer notes how far a follow-up has come.
func (s *State) Answer(ctx context.Context, row data.FollowUp, state data.FollowUpState) error {
	row.State = state
	return s.rows.followUps.Save(ctx, &row)
}

// Events are the events something can be about: those to come, the next first, then those held, the latest first.
func (s *State) Events() []data.Event {
	snapshot, today := s.roster.snapshot, s.roster.today
	held := snapshot.HeldEvents(today)
	slices.Reverse(held)
	return append(snapshot.ComingEvents(today), held...)
}

// Items are the items of the board that something can be about; of the kinds given, or of all.
func (s *State) Items(kinds ...data.ItemKind) []data.Item {
	var items []data.Item
	for i := range s.roster.snapshot.Items {
		if it := &s.roster.snapshot.Items[i]; len(kinds) == 0 || slices.Contains(kinds, it.Kind) {
			items = append(items, *it)
		}
	}
	return items
}

// Others are everybody who is a member today but one, by name.
func (s *State) Others(id int64) []data.Member {
	var others []data.Member
	for i := range s.roster.people {
		if m := s.roster.people[i].member; m.ID != id && m.IsMember(s.roster.today) {
			others = append(others, *m)
		}
	}
	return others
}

// OtherIDs are the members beside somebody.
func (s *State) OtherIDs(id int64) []int64 {
	others := s.Others(id)
	ids := make([]int64, len(others))
	for i := range others {
		ids[i] = others[i].ID
	}
	return ids
}

// HasSponsors tells whether somebody backs the community.
func (s *State) HasSponsors() bool { return len(s.roster.snapshot.Sponsors) > 0 }
