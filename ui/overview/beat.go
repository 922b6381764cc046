package overview

import (
	"copleader/data"
)

// Beat is the year around today, worded.
type Beat struct {
	Rhythm string // how often and when the community meets, "" for neither
	Marks  []BeatMark
	Gaps   []data.BeatGap
	// Nothing says what is missing in the first gap, Would when an event would be.
	Nothing, Would string
}

// BeatMark is one thing on it.
type BeatMark struct {
	data.BeatMark
	Name, Day, Warn string
	Said            string // all of it in a sentence
	Next            bool   // the next event
	At              data.Place
}

// Months that the beat shows around that of today (data/README.md, Beat).
const (
	monthsBack  = 5
	monthsAhead = 6
)

// beat words the year around today.
func (r reader) beat() Beat {
	year, month, _ := r.today.Civil()
	this := data.NewDate(year, month, 1)
	found := r.Beat(this.AddMonths(-monthsBack), this.AddMonths(monthsAhead+1).AddDays(-1), r.today)
	out := Beat{Rhythm: r.rhythm(), Gaps: found.Gaps}
	next := int64(0)
	if coming := r.ComingEvents(r.today); len(coming) > 0 {
		next = coming[0].ID
	}
	for _, m := range found.Marks {
		mark := r.beatMark(m)
		mark.Next = m.Kind == data.BeatPlanned && m.ID == next
		out.Marks = append(out.Marks, mark)
	}
	if len(out.Gaps) > 0 {
		out.Nothing, out.Would = r.gap(&out.Gaps[0])
	}
	return out
}

// rhythm says when the community meets: in its own words, else how often.
func (r reader) rhythm() string {
	switch days := r.Community.CadenceDays; {
	case r.Community.UsualSlot != "":
		return r.Community.UsualSlot
	case days > 0:
		return r.say.Count(days, "every day", "every %d days")
	}
	return ""
}

// gap words what is missing.
func (r reader) gap(g *data.BeatGap) (nothing, would string) {
	switch {
	case g.Until != 0:
		nothing = r.say.Text("Nothing planned until %s.", r.say.Near(g.Until, r.today))
	case g.After > r.today, len(r.ComingEvents(r.today)) > 0: // one of today is planned
		nothing = r.say.Text("Nothing planned from here on.")
	default:
		nothing = r.say.Text("Nothing is planned.")
	}
	day := r.say.Near(g.Next, r.today)
	switch days := r.Community.CadenceDays; {
	case r.Community.Paused(r.today):
		would = r.say.Text("You pause until %s.", r.Community.PausedUntil)
	case g.Next == r.today:
		would = r.say.Text("By your rhythm one would be due.")
	case days > 0:
		would = r.say.Count(days, "Every day: %[2]s would be next.", "Every %[1]d days: %[2]s would be next.", day)
	default:
		would = r.say.Text("%s would be a day for it.", day)
	}
	return nothing, would
}

// beatMark words one thing on the beat.
func (r reader) beatMark(m data.BeatMark) BeatMark {
	_, _, day := m.On.Civil()
	out := BeatMark{BeatMark: m, Day: r.say.Text("%d", day)}
	switch m.Kind {
	case data.BeatRound:
		round, _ := r.RoundByID(m.ID)
		out.Name, out.Said, out.At = round.Name, r.roundSaid(&round, m.On), data.Place{Kind: data.PlaceRound, ID: m.ID}
	case data.BeatReview:
		out.Name, out.At = r.say.Text("charter review"), data.CharterPlace("reviewOn")
		out.Said = r.say.Of(data.Dated(m.On, r.today, r.say.Text("Review the charter")))
		if m.Late {
			out.Warn = r.say.Text("over")
		}
	case data.BeatMeasure:
		out.Name, out.At = r.say.Text("measure"), data.Place{Kind: data.PlaceMeasure, ID: m.ID}
		out.Said = r.say.Of(data.Dated(m.On, r.today, r.say.Text("Measure due: %s", r.ThreadTitle(out.At))))
	default:
		r.wordEvent(&out)
	}
	return out
}

// roundSaid says what stands at a round.
func (r reader) roundSaid(round *data.Round, on data.Date) string {
	switch {
	case !round.Open():
		return r.say.Text("%s · %s", data.Dated(on, r.today, round.Name), r.say.Of(r.Result(round.ID).Answered()))
	case round.ClosesOn != 0:
		return r.say.Text("%s closes", data.Dated(on, r.today, round.Name))
	}
	return r.say.Text("%s opened", data.Dated(on, r.today, round.Name))
}

// wordEvent words an event: its format in a word, how many speakers are found, what is missing.
func (r reader) wordEvent(m *BeatMark) {
	e, _ := r.EventByID(m.ID)
	m.At = data.Place{Kind: data.PlaceEvent, ID: e.ID}
	m.Name = r.say.Of(data.FormatWord(e.Format))
	m.Said = r.say.Of(e.Called(r.today))
	also := func(fact string) { m.Said = r.say.Text("%s · %s", m.Said, fact) }
	switch m.Kind {
	case data.BeatHeld:
		also(r.say.Text("%d came", r.CameTo(e.ID)))
		if m.Late {
			m.Warn = r.say.Text("minutes")
			also(r.say.Text("no minutes"))
		}
	case data.BeatUnclear:
		m.Warn = r.say.Text("held?")
		also(r.say.Text("did it take place?"))
	default:
		leads, speakers := r.people(e.ID)
		if wanted := data.SpeakersWanted[e.Format]; wanted > 1 {
			found := r.say.Count(wanted, "%[2]d of %[1]d", "%[2]d of %[1]d", speakers)
			m.Day = r.say.Text("%s · %s", m.Day, found)
			also(r.say.Count(wanted, "%[2]d of %[1]d speaker", "%[2]d of %[1]d speakers", speakers))
		}
		if len(leads) > 0 {
			also(r.say.List(leads))
		}
		if e.Place != "" {
			also(e.Place)
		}
	}
}

// people are who leads an event, and how many speak; a guest who said yes does.
func (r reader) people(eventID int64) (leads []string, speakers int) {
	for i := range r.EventRoles {
		role := &r.EventRoles[i]
		if role.EventID != eventID {
			continue
		}
		switch role.Part {
		case data.PartFacilitator:
			if m, ok := r.MemberByID(role.MemberID); ok {
				leads = append(leads, m.Name)
			}
		case data.PartSpeaker:
			speakers++
		}
	}
	return leads, speakers + r.GuestsSpeaking()[eventID]
}
