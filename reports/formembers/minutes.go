package formembers

import (
	"cmp"
	"fmt"
	"strings"

	"copleader/data"
	"copleader/reports/press"
)

// Minutes makes the minutes of the last event, or a chosen one, with all
// that is known already: who was there, the agenda, decisions and actions.
func Minutes(d *press.Draft) (press.Product, error) {
	e, ok := d.LastEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	m := &press.Markdown{}
	m.Heading(1, d.Say.Text("Minutes: %s", e.Title))
	WriteMinutes(d, m, e)
	return m, nil
}

// WriteMinutes writes what stands below the title of minutes.
func WriteMinutes(d *press.Draft, m *press.Markdown, e data.Event) {
	say := d.Say
	if e.Confidential {
		m.Paragraph(say.Text("Confidential: what was said stays among those who were there."))
	}
	m.Fact(say.Text("When"), d.When(e))
	m.Fact(say.Text("Where"), e.Place)
	m.Fact(say.Text("Led by"), say.List(d.WhoDoes(e.ID, data.PartFacilitator)))
	m.Fact(say.Text("Spoke"), say.List(d.WhoDoes(e.ID, data.PartSpeaker)))
	m.Fact(say.Text("Minutes"), say.List(d.WhoDoes(e.ID, data.PartMinutes)))
	m.Fact(say.Text("Present"), howMany(d, e))
	m.EndFacts()
	m.Part(say.Text("Programme"), agendaByClock(d, e))
	minutesText(d, m, e)
	m.Part(say.Text("Actions"), actionsOf(d, e.ID))
	m.Part(say.Text("Made"), madeAt(d, e.ID))
	if worth := worthTheTime(d, e.ID); worth != "" {
		m.Heading(2, say.Text("Worth the time"))
		m.Paragraph(worth)
	}
	if kept := cmp.Or(d.MinutesOf(e.ID).Where, d.Channel(data.UseArchive)); kept != "" {
		m.Paragraph(say.Text("Kept in: %s", kept))
	}
	if channel := d.Channel(data.UseDiscuss, data.UseAnnounce); channel != "" {
		m.Paragraph(say.Text("Talk about it: %s", channel))
	}
	nextDate(d, m, e)
	if there := namesAt(d, e); len(there) > 0 {
		m.Heading(2, say.Text("Who was there"))
		m.Paragraph(say.List(there))
	}
}

// agendaByClock is the agenda with the time of each step and who does it.
func agendaByClock(d *press.Draft, e data.Event) []string {
	var agenda []string
	at := e.Begins()
	for _, line := range d.AgendaOf(e) {
		step := d.Say.Text("%s %s", at.String(), line.Text)
		if line.Who != "" {
			step = d.Say.Text("%s (%s)", step, line.Who)
		}
		agenda = append(agenda, step)
		at = at.Add(line.Minutes)
	}
	return agenda
}

// minutesText is what was written and decided.
func minutesText(d *press.Draft, m *press.Markdown, e data.Event) {
	say, written := d.Say, d.MinutesOf(e.ID)
	if written.Text != "" {
		m.Heading(2, say.Text("What we talked about"))
		m.Paragraph(written.Text)
	}
	m.Part(say.Text("Decisions"), data.ParseLines(written.Decisions))
}

// madeAt lists what an event left behind: finished artefacts and standards, with
// their links.
func madeAt(d *press.Draft, eventID int64) []string {
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
func worthTheTime(d *press.Draft, eventID int64) string {
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
	return d.Say.Count(votes.Sum(), "%d vote from 1 to 5, where 3 means “got back what I put in”: %s; mean %.1f",
		"%d votes from 1 to 5, where 3 means “got back what I put in”: %s; mean %.1f", strings.Join(parts, ", "), mean.Float())
}

// nextDate tells when the community meets again after the event.
func nextDate(d *press.Draft, m *press.Markdown, after data.Event) {
	for _, e := range d.ComingEvents(d.Opt.Today) {
		if e.On > after.On {
			m.Paragraph(d.Say.Text("Next: %s", press.Listed(d.PublicTitle(&e), d.WhenInZone(e), d.PublicPlace(&e))))
			return
		}
	}
}

// howMany says how many were there.
func howMany(d *press.Draft, e data.Event) string {
	var said []string
	if n := len(namesAt(d, e)); n > 0 {
		said = append(said, d.Say.Count(n, "%d member", "%d members"))
	}
	if e.Guests > 0 {
		said = append(said, d.Say.Count(e.Guests, "%d guest", "%d guests"))
	}
	return d.Say.List(said)
}

// namesAt names the members who were there.
func namesAt(d *press.Draft, e data.Event) []string {
	var there []data.Member
	for _, a := range d.Attendance {
		if a.EventID != e.ID || !a.Present {
			continue
		}
		if m, ok := d.MemberByID(a.MemberID); ok {
			there = append(there, m)
		}
	}
	return d.ByName(there)
}

// actionsOf lists what an event put on the board.
func actionsOf(d *press.Draft, eventID int64) []string {
	var lines []string
	for _, item := range d.Items {
		if item.EventID != eventID || item.Kind != data.KindAction {
			continue
		}
		line := item.Title
		if owner, ok := d.MemberByID(item.OwnerID); ok {
			line = d.Say.Text("%s: %s", line, owner.Name)
		}
		if item.Due != 0 {
			line = d.Say.Text("%s, until %s", line, item.Due)
		}
		lines = append(lines, line)
	}
	return lines
}
