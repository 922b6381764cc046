package events

import (
	"context"

	"copleader/data"
)

// Hint is somebody who might be asked to speak, and why. The order is one of turns, never of merit.
type Hint struct {
	ID     int64
	Name   string
	Reason string
}

// AskedRow is somebody who was asked something for an event, and how it stands.
type AskedRow struct {
	FollowUp data.FollowUp
	Name     string
	Word     string // "asked 3 days ago"
	Due      string // "answer due 4 Dec 2026", "" when nothing is open
	Overdue  bool
	HasPart  bool // they are on the programme already
}

// wordAsked says who was asked what.
func (s *State) wordAsked(d *Detail) {
	p := s.programme
	for i := range p.snapshot.FollowUps {
		u := &p.snapshot.FollowUps[i]
		if u.EventID != d.Event.ID {
			continue
		}
		row := AskedRow{FollowUp: *u, Name: p.askedName(u), Word: s.askedWord(u)}
		if u.Due != 0 && u.State != data.SaidNo && u.State != data.Done {
			row.Due, row.Overdue = s.say.Text("due %s", s.say.DayMonth(u.Due)), u.Due < p.today
		}
		d.Asked = append(d.Asked, row)
	}
}

// askedName is whom a follow-up is about.
func (p *Programme) askedName(u *data.FollowUp) string {
	if u.MemberID != 0 {
		return p.name(u.MemberID)
	}
	for i := range p.snapshot.Sponsors {
		if p.snapshot.Sponsors[i].ID == u.SponsorID {
			return p.snapshot.Sponsors[i].Name
		}
	}
	return u.Guest
}

func (s *State) askedWord(u *data.FollowUp) string {
	if u.State == data.Asked {
		return s.say.Text("Asked %s", s.say.Ago(s.programme.today.Sub(u.On)))
	}
	return s.say.Of(u.State.Phrase())
}

// answerDays is how long somebody has to answer, unless the event is earlier.
const answerDays = 7

// Asking is a follow-up to begin with: somebody is asked to speak at an event.
func (s *State) Asking(eventID int64) data.FollowUp {
	p := s.programme
	e, _ := p.snapshot.EventByID(eventID)
	u := data.FollowUp{EventID: eventID, What: s.say.Text("Speak at “%s”", e.Title), State: data.Asked, On: p.today}
	if due := min(p.today.AddDays(answerDays), e.On.AddDays(-1)); due > p.today {
		u.Due = due
	}
	return u
}

// Answer notes what somebody said who was asked.
func (s *State) Answer(ctx context.Context, u data.FollowUp, state data.FollowUpState) error {
	u.State = state
	return s.rows.followUps.Save(ctx, &u)
}

// AskingText is a message to begin from.
func (s *State) AskingText(u *data.FollowUp) string {
	p := s.programme
	e, _ := p.snapshot.EventByID(u.EventID)
	called := p.askedName(u)
	if m, there := p.snapshot.MemberByID(u.MemberID); there && m.Called != "" {
		called = m.Called
	}
	text := s.say.Text("Hello %s,\n\non %s we meet for “%s”, and I would like to ask you: %s.", called, e.On, e.Title, u.What)
	if u.What == s.Asking(u.EventID).What {
		text = s.say.Text("Hello %s,\n\non %s we meet for “%s”. Would you like to speak?", called, e.On, e.Title)
	}
	if u.Due != 0 {
		text += " " + s.say.Text("It would help to know by %s.", u.Due)
	}
	return text + "\n\n" + s.say.Text("A no is fine, too.")
}

// AddressOf is the e-mail address of whom a follow-up is about, "" where none is known.
func (s *State) AddressOf(u *data.FollowUp) string {
	if m, there := s.programme.snapshot.MemberByID(u.MemberID); there {
		return m.Email
	}
	for i := range s.programme.snapshot.Sponsors {
		if sponsor := &s.programme.snapshot.Sponsors[i]; sponsor.ID == u.SponsorID {
			return sponsor.Email
		}
	}
	return ""
}
