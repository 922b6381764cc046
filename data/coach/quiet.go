package coach

import "copleader/data"

// about is a rule and whom it speaks of, 0 for nobody.
type about struct {
	rule   string
	member int64
}

// quiet knows what was set aside and who was followed up.
type quiet struct {
	aside    map[about]int64 // how bad it was when it was set aside
	followed map[about]bool
}

// quietOn reads the rows in force. A finding set aside rests until its day has
// come, unless it gets worse before; a follow-up done leaves the person in peace
// (data/README.md, Coach).
func quietOn(s *data.Snapshot, today data.Date, t data.CoachThresholds) quiet {
	q := quiet{map[about]int64{}, map[about]bool{}}
	for i := range s.Dismissals {
		d := &s.Dismissals[i]
		if d.On > today || d.Until <= today {
			continue
		}
		key := about{d.Rule, d.MemberID}
		if worse, known := q.aside[key]; !known || d.Worse > worse {
			q.aside[key] = d.Worse
		}
	}
	for i := range s.FollowUps {
		f := &s.FollowUps[i]
		if f.Rule == "" || f.MemberID == 0 || f.State != data.Done || f.On > today || today.Sub(f.On) >= t.DoneDays {
			continue
		}
		q.followed[about{f.Rule, f.MemberID}] = true
	}
	return q
}

func (q quiet) silences(f *Finding) bool {
	key := about{f.Rule, f.MemberID}
	worse, aside := q.aside[key]
	return aside && f.Worse <= worse || f.MemberID != 0 && q.followed[key]
}
