package members

import (
	"context"

	"copleader/data"
	"copleader/data/coach"
)

// welcomeRule is the rule of newcomers nobody has written to yet (data/README.md, Coach).
const welcomeRule = "C13"

// Welcome is what helps somebody who joined lately to find their feet, each with whether it was done
// (data/README.md, Entities).
type Welcome struct {
	Shown bool

	Written   string
	WrittenID int64 // of the follow-up, 0 while nobody wrote

	Paired   string
	PairedID int64 // of the contribution of whoever guides them, 0 while nobody does

	First        string
	Came         bool
	FirstEventID int64 // that they came to, or the next one
}

// welcome words the welcome of a person. Founders and the leader need none.
func (s *State) welcome(p *person) Welcome {
	m, today, snapshot := p.member, s.roster.today, s.roster.snapshot
	t := snapshot.Thresholds()
	days := today.Sub(m.JoinedOn)
	if !m.IsMember(today) || m.ResourcesOnly || days > max(t.NewcomerDays, t.Coach.WelcomeUntil) ||
		m.JoinedOn <= snapshot.Community.StartedOn || m.ID == snapshot.Community.LeaderID {
		return Welcome{}
	}
	w := Welcome{Shown: true, Written: s.say.Text("Welcome sent"), Paired: s.say.Text("Has a buddy")}
	s.findWritten(&w, m.ID)
	s.findPaired(&w, m.ID)
	s.findFirstEvent(&w, p)
	return w
}

func (s *State) findWritten(w *Welcome, id int64) {
	for i := range s.roster.snapshot.FollowUps {
		f := &s.roster.snapshot.FollowUps[i]
		if f.MemberID == id && f.Rule == welcomeRule && f.On <= s.roster.today {
			w.WrittenID = f.ID
			w.Written = s.say.Text("Welcome sent, %s", s.say.Ago(s.roster.today.Sub(f.On)))
		}
	}
}

func (s *State) findPaired(w *Welcome, id int64) {
	for i := range s.roster.snapshot.Contributions {
		c := &s.roster.snapshot.Contributions[i]
		if c.WhomID == id && c.Kind == data.Welcomed && c.On <= s.roster.today {
			w.PairedID = c.ID
			w.Paired = s.say.Text("Has a buddy: %s, %s", s.NameOf(c.MemberID), s.say.Ago(s.roster.today.Sub(c.On)))
		}
	}
}

// findFirstEvent looks for the first event the person came to, else for the next one they could come to.
func (s *State) findFirstEvent(w *Welcome, p *person) {
	snapshot, today := s.roster.snapshot, s.roster.today
	var first data.Event
	for i := range snapshot.Attendance {
		a := &snapshot.Attendance[i]
		if a.MemberID != p.member.ID || !a.Present {
			continue
		}
		if e, there := snapshot.EventByID(a.EventID); there && e.HeldBy(today) && (first.ID == 0 || e.On < first.On) {
			first = e
		}
	}
	if first.ID != 0 {
		w.Came, w.FirstEventID = true, first.ID
		w.First = s.say.Text("First event, %s", s.say.Ago(today.Sub(first.On)))
		return
	}
	w.First = s.say.Text("First event")
	if coming := snapshot.ComingEvents(today); len(coming) > 0 {
		w.FirstEventID = coming[0].ID
		w.First = s.say.Text("First event; the next is on %s", coming[0].On)
	}
}

// WelcomeDraft is a text to begin from for a newcomer.
func (s *State) WelcomeDraft(id int64) string {
	m, _ := s.roster.snapshot.MemberByID(id)
	return s.say.Of(coach.WelcomeDraft(s.roster.snapshot, s.roster.today, &m))
}

// Written notes that a newcomer was written to; the coach leaves them in peace from then on.
func (s *State) Written(ctx context.Context, id int64) error {
	return s.rows.followUps.Save(ctx, &data.FollowUp{MemberID: id, Rule: welcomeRule, What: s.say.Text("Welcome %s", s.NameOf(id)),
		State: data.Done, On: s.calendar.Today()})
}

// Pair notes who guides a newcomer, which is that member's act of giving (data/README.md, Contributions).
func (s *State) Pair(ctx context.Context, newcomer, guide int64) error {
	if guide == 0 {
		return data.Invalid("member", "Please choose who it is.")
	}
	return s.rows.contributions.Save(ctx, &data.Contribution{MemberID: guide, Kind: data.Welcomed, WhomID: newcomer, On: s.calendar.Today()})
}
