package reports

import (
	"slices"
	"strings"

	"copleader/data"
)

// makeAnnouncement makes the text that invites to the next event, or a chosen one.
func makeAnnouncement(d *draft) (product, error) {
	e, ok := d.nextEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then it can be announced.")
	}
	say, m := d.say, &markdown{}
	m.heading(1, e.Title)
	m.paragraph(e.Purpose)
	m.fact(say.Text("When"), d.whenInZone(e))
	m.fact(say.Text("Where"), e.Place)
	m.fact(say.Text("Link"), e.Link)
	m.fact(say.Text("What it is"), d.say.Of(data.FormatName(e.Format)))
	m.fact(say.Text("With"), say.List(d.whoDoes(e.ID, data.PartSpeaker)))
	m.fact(say.Text("Hosted by"), say.List(d.whoDoes(e.ID, data.PartFacilitator)))
	m.endFacts()
	if e.Audience == data.OpenEvent {
		m.paragraph(say.Text("Everyone is welcome, bring a colleague. Nobody has to be an expert."))
	} else {
		m.paragraph(say.Text("For members of the community. Nobody has to be an expert."))
	}
	m.paragraph(say.Text("— %s", d.Community.Name))
	return m, nil
}

// whenInZone names the time zone too, for readers elsewhere.
func (d *draft) whenInZone(e data.Event) string {
	if e.TimeZone == "" {
		return d.when(e)
	}
	return d.say.Text("%s (time in %s)", d.when(e), strings.ReplaceAll(e.TimeZone[strings.LastIndex(e.TimeZone, "/")+1:], "_", " "))
}

// makeMinutes makes the minutes of the last event, or a chosen one, with all
// that is known already: who was there, the agenda, decisions and actions.
func makeMinutes(d *draft) (product, error) {
	e, ok := d.lastEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	say, m := d.say, &markdown{}
	m.heading(1, say.Text("Minutes: %s", e.Title))
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
	var agenda []string
	at := e.Start
	for _, line := range d.agendaOf(e) {
		agenda = append(agenda, say.Text("%s %s", at.String(), line.Text))
		at = at.Add(line.Minutes)
	}
	m.part(say.Text("Agenda"), agenda)
	d.minutesText(m, e)
	m.part(say.Text("Actions"), d.actionsOf(e.ID))
	return m, nil
}

// minutesText is what was written and decided, with gaps to fill where nothing is yet.
func (d *draft) minutesText(m *markdown, e data.Event) {
	say := d.say
	var written data.Minutes
	for _, minutes := range d.Minutes {
		if minutes.EventID == e.ID {
			written = minutes
		}
	}
	m.heading(2, say.Text("What we talked about"))
	if written.Text == "" {
		format, _ := data.FormatOf(e.Format)
		m.paragraph(say.Text("(five lines are enough)"))
		if format.Capture != "" {
			m.paragraph(say.Text("To write down: %s", data.Phrase{Key: format.Capture}))
		}
	}
	m.paragraph(written.Text)
	if written.Decisions != "" {
		m.heading(2, say.Text("Decisions"))
		m.bullets(data.ParseLines(written.Decisions))
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

// digestDays is how far back a digest looks.
const digestDays = 31

// makeDigest makes the short news of the community: what happened in the last
// month, what comes, where help is wanted.
func makeDigest(d *draft) (product, error) {
	say, m, today := d.say, &markdown{}, d.opt.Today
	since := today.AddDays(1 - digestDays)
	m.heading(1, say.Text("News from %s", d.Community.Name))
	m.paragraph(say.Text("%s to %s", since, today))
	happened := d.heldSince(since)
	for _, item := range d.Items {
		if item.Column == data.ColumnDone && item.DoneOn.Within(since, today) {
			happened = append(happened, say.Text("Finished: %s (%s)", item.Title, say.Of(item.Kind.Phrase())))
		}
	}
	if joined := d.joinedSince(since); joined > 0 {
		happened = append(happened, say.Count(joined, "%d new member. Welcome", "%d new members. Welcome"))
	}
	m.part(say.Text("What happened"), happened)
	var coming []string
	for _, e := range d.ComingEvents(today) {
		coming = append(coming, say.Text("%s: %s", d.when(e), e.Title))
	}
	m.part(say.Text("What comes"), coming)
	m.part(say.Text("What we work on"), d.itemsWhere(func(i *data.Item) bool { return i.Column == data.ColumnDoing }))
	m.part(say.Text("Where you can help"), d.itemsWhere(func(i *data.Item) bool {
		waits := i.Column == data.ColumnReady || i.Column == data.ColumnIdea
		return waits && i.OwnerID == 0 && (i.FirstStep || i.Kind == data.KindHelpRequest && i.AnsweredOn == 0)
	}))
	if len(happened)+len(coming) == 0 {
		m.paragraph(say.Text("It was quiet, and nothing is planned yet. What would you like to do?"))
	}
	return m, nil
}

func (d *draft) heldSince(since data.Date) []string {
	var lines []string
	for _, e := range d.HeldEvents(d.opt.Today) {
		if e.On < since {
			continue
		}
		title := e.Title
		if e.Confidential {
			title = d.say.Of(data.FormatName(e.Format))
		}
		line := d.say.Text("%s: %s", e.On, title)
		minutes := slices.IndexFunc(d.Minutes, func(m data.Minutes) bool {
			return m.EventID == e.ID && m.Where != "" && m.PublishedOn != 0 && m.PublishedOn <= d.opt.Today
		})
		if minutes >= 0 {
			line = d.say.Text("%s (minutes: %s)", line, d.Minutes[minutes].Where)
		}
		lines = append(lines, line)
	}
	return lines
}

func (d *draft) joinedSince(since data.Date) int {
	joined := 0
	for _, m := range d.People(d.opt.Today) {
		if m.JoinedOn >= since {
			joined++
		}
	}
	return joined
}

func (d *draft) itemsWhere(keep func(*data.Item) bool) []string {
	var titles []string
	for i := range d.Items {
		if item := &d.Items[i]; keep(item) && item.CreatedOn <= d.opt.Today {
			titles = append(titles, item.Title)
		}
	}
	return titles
}
