package members

import (
	"context"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
)

// stoppedComingRule is the rule of those who came often and then no more (data/README.md, Coach).
const stoppedComingRule = "C14"

// Hint is what the coach has to say about one person, an offer to get in touch; it is shown on screen only.
type Hint struct {
	Rule   string
	Reason string // what the data show
	Title  string // what to do
	Draft  string // a text to begin from
}

// hintsOn are the findings about each member.
func hintsOn(s *data.Snapshot, standings *data.Standings, today data.Date) map[int64][]coach.Finding {
	hints := map[int64][]coach.Finding{}
	for _, f := range coach.Findings(s, standings, today) {
		if f.MemberID != 0 {
			hints[f.MemberID] = append(hints[f.MemberID], f)
		}
	}
	return hints
}

// hintsAbout words the hints about a person.
func (s *State) hintsAbout(id int64) []Hint {
	var hints []Hint
	for _, f := range s.roster.hints[id] {
		hints = append(hints, Hint{Rule: f.Rule, Reason: s.say.Of(f.Text), Title: s.say.Of(f.Title), Draft: s.say.Of(f.Offer.Draft)})
	}
	return hints
}

func (s *State) stoppedComing(id int64) bool {
	_, ok := s.finding(id, stoppedComingRule)
	return ok
}

func (s *State) finding(id int64, rule string) (coach.Finding, bool) {
	for _, f := range s.roster.hints[id] {
		if f.Rule == rule {
			return f, true
		}
	}
	return coach.Finding{}, false
}

// FollowUp notes that somebody was written or spoken to, so that the hint rests.
func (s *State) FollowUp(ctx context.Context, id int64, rule string) (store.Done, error) {
	f, ok := s.finding(id, rule)
	if !ok {
		return store.Done{}, nil // done already
	}
	row := f.Done(s.calendar.Today(), s.say.Of(f.Title))
	return s.rows.followUps.SaveUndoably(ctx, &row)
}

// PeaceDays is how long a person followed up is left in peace.
func (s *State) PeaceDays() int { return s.roster.snapshot.Thresholds().Coach.DoneDays }
