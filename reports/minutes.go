package reports

import (
	"fmt"
	"strings"

	"copleader/data"
)

// makeMinutes makes the minutes of the last event, or a chosen one, with all
// that is known already: who was there, the agenda, decisions and actions.
func makeMinutes(d *draft) (product, error) {
	e, ok := d.lastEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	m := &markdown{}
	m.heading(1, d.say.Text("Minutes: %s", e.Title))
	d.minute(m, e)
	return m, nil
}

// minute writes what stands below the title of minutes.
func (d *draft) minute(m *markdown, e data.Event) {
	say := d.say
	if e.Confidential {
		m.paragraph(say.Text("Confidential: what was said stays among those who were there."))
	}
	m.fact(say.Text("When"), d.when(e))
	m.fact(say.Text("Where"), e.Place)
	m.fact(say.Text("Led by"), say.List(d.whoDoes(e.ID, data.PartFacilitator)))
	m.fact(say.Text("Spoke"), say.List(d.whoDoes(e.ID, data.PartSpeaker)))
	m.fact(say.Text("Minutes"), say.List(d.whoDoes(e.ID, data.PartMinutes)))
	m.fact(say.Text("Present"), d.presentAt(e))
	m.endFacts()
	m.part(say.Text("Agenda"), d.agendaByClock(e))
	d.minutesText(m, e)
	m.part(say.Text("Actions"), d.actionsOf(e.ID))
	m.part(say.Text("Made"), d.madeAt(e.ID))
	if worth := d.worthTheTime(e.ID); worth != "" {
		m.heading(2, say.Text("Worth the time"))
		m.paragraph(worth)
	}
	d.nextDate(m, e)
}

// agendaByClock is the agenda with the time of each step and who does it.
func (d *draft) agendaByClock(e data.Event) []string {
	var agenda []string
	at := e.Start
	for _, line := range d.agendaOf(e) {
		step := d.say.Text("%s %s", at.String(), line.Text)
		if line.Who != "" {
			step = d.say.Text("%s (%s)", step, line.Who)
		}
		agenda = append(agenda, step)
		at = at.Add(line.Minutes)
	}
	return agenda
}

// minutesOf are the minutes of an event as far as they are written.
func (d *draft) minutesOf(eventID int64) data.Minutes {
	for _, minutes := range d.Minutes {
		if minutes.EventID == eventID {
			return minutes
		}
	}
	return data.Minutes{}
}

// minutesText is what was written and decided, with gaps to fill where nothing is yet.
func (d *draft) minutesText(m *markdown, e data.Event) {
	say, written := d.say, d.minutesOf(e.ID)
	m.heading(2, say.Text("What we talked about"))
	if written.Text == "" {
		format, _ := data.FormatOf(e.Format)
		m.paragraph(say.Text("(five lines are enough)"))
		if format.Capture != "" {
			m.paragraph(say.Text("To write down: %s", data.Phrase{Key: format.Capture}))
		}
	}
	m.paragraph(written.Text)
	m.part(say.Text("Decisions"), data.ParseLines(written.Decisions))
}

// madeAt lists what an event left behind: finished artefacts and standards, with
// their links.
func (d *draft) madeAt(eventID int64) []string {
	var lines []string
	for i := range d.Items {
		item := &d.Items[i]
		if item.EventID == eventID && item.Reusable() && item.Column == data.ColumnDone {
			lines = append(lines, strings.TrimSpace(item.Title+" "+strings.Join(item.Links, " ")))
		}
	}
	return lines
}

// worthTheTime tells the votes at the end of an event, "" where so few voted
// that the votes could point at a person.
func (d *draft) worthTheTime(eventID int64) string {
	var votes data.Counts
	for _, t := range d.Roti {
		if t.EventID == eventID {
			votes = votes.Plus(t.Votes)
		}
	}
	if votes.Sum() < d.Thresholds().MinGroup {
		return ""
	}
	var parts []string
	for i, n := range votes {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d × %d", n, i+1))
		}
	}
	tally := data.RotiTally{Votes: votes}
	mean, _ := tally.Mean()
	return d.say.Count(votes.Sum(), "%d vote from 1 to 5, where 3 means “got back what I put in”: %s; mean %.1f",
		"%d votes from 1 to 5, where 3 means “got back what I put in”: %s; mean %.1f", strings.Join(parts, ", "), mean.Float())
}

// nextDate tells when the community meets again after the event.
func (d *draft) nextDate(m *markdown, after data.Event) {
	for _, e := range d.ComingEvents(d.opt.Today) {
		if e.On > after.On {
			m.paragraph(d.say.Text("Next: %s, %s", e.Title, d.when(e)))
			return
		}
	}
}

// lastEvent is the event asked for, else the one held last.
func (d *draft) lastEvent() (data.Event, bool) {
	if d.opt.EventID != 0 {
		return d.EventByID(d.opt.EventID)
	}
	held := d.HeldEvents(d.opt.Today)
	if len(held) == 0 {
		return data.Event{}, false
	}
	return held[len(held)-1], true
}

// presentAt names who was there, and how many guests.
func (d *draft) presentAt(e data.Event) string {
	var names []string
	for _, a := range d.Attendance {
		if a.EventID != e.ID || !a.Present {
			continue
		}
		if m, ok := d.MemberByID(a.MemberID); ok {
			names = append(names, m.Name)
		}
	}
	if e.Guests > 0 {
		names = append(names, d.say.Count(e.Guests, "%d guest", "%d guests"))
	}
	return d.say.List(names)
}

// actionsOf lists what an event put on the board.
func (d *draft) actionsOf(eventID int64) []string {
	var lines []string
	for _, item := range d.Items {
		if item.EventID != eventID || item.Kind != data.KindAction {
			continue
		}
		line := item.Title
		if owner, ok := d.MemberByID(item.OwnerID); ok {
			line = d.say.Text("%s: %s", line, owner.Name)
		}
		if item.Due != 0 {
			line = d.say.Text("%s, until %s", line, item.Due)
		}
		lines = append(lines, line)
	}
	return lines
}
