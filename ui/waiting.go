package ui

import (
	"copleader/data"
	"copleader/data/coach"
	"copleader/ui/kit"
)

// waiting counts what waits for the leader on each page: a badge never counts what merely exists. Of what the coach says, that
// is what waits on a thing or a person that is there: minutes to be written, an event to be announced, an item that stands still,
// a newcomer nobody has greeted. Advice on where the community goes waits on Overview alone.
func waiting(s *data.Snapshot, found []coach.Finding, today data.Date) map[string]int {
	waits := map[string]int{}
	for i := range found {
		switch f := &found[i]; f.Offer.Do {
		case coach.DoMinutes, coach.DoAnnounce, coach.DoOpenItem:
			waits[kit.PageOf(f.Offer.At)]++
		case coach.DoWrite:
			if f.Severity == coach.Act {
				waits[kit.PageOf(f.Offer.At)]++
			}
		}
	}
	for i := range s.FollowUps {
		if f := &s.FollowUps[i]; f.MemberID != 0 && f.Due != 0 && f.Due <= today && (f.State == data.Asked || f.State == data.SaidYes) {
			waits["members"]++
		}
	}
	for _, r := range s.OpenRounds(today) {
		if r.ClosesOn != 0 && r.ClosesOn < today {
			waits["health"]++
		}
	}
	return waits
}
