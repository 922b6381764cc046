package reports

import (
	"cmp"
	"slices"

	"copleader/data"
	"copleader/reports/page"
)

// makeKit makes what is needed on paper for the next event, or a chosen one:
// the agenda by the clock, an attendance sheet, badges, and slips for questions
// and feedback.
func makeKit(d *draft) (product, error) {
	event, ok := d.nextEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then its kit can be printed.")
	}
	k := &kit{sheetPages: newSheetPages(d, true), event: event}
	k.foot = event.Title
	for _, part := range kitParts {
		if d.wants(part.Key, part.Key != partTableCards) {
			switch part.Key {
			case partAgenda:
				k.agenda()
			case partAttendance:
				k.attendance()
			case partBadges:
				k.badges()
			case partTableCards:
				k.tableCards()
			case partSlips:
				k.slips()
			}
		}
	}
	if k.doc.Pages() == 0 {
		return nil, data.Fault(data.CodeInvalid, "Please choose at least one part of the kit.")
	}
	return k.doc, k.doc.Err()
}

// The parts of the kit.
const (
	partAgenda     = "agenda"
	partAttendance = "attendance"
	partBadges     = "badges"
	partTableCards = "tableCards"
	partSlips      = "slips"
)

var kitParts = []Part{{partAgenda, data.Phrase{Key: "Agenda"}}, {partAttendance, data.Phrase{Key: "Attendance sheet"}},
	{partBadges, data.Phrase{Key: "Badges"}}, {partTableCards, data.Phrase{Key: "Table cards"}}, {partSlips, data.Phrase{Key: "Slips"}}}

// nextEvent is the event asked for, else the one that comes next.
func (d *draft) nextEvent() (data.Event, bool) {
	if d.opt.EventID != 0 {
		return d.EventByID(d.opt.EventID)
	}
	if coming := d.ComingEvents(d.opt.Today); len(coming) > 0 {
		return coming[0], true
	}
	return data.Event{}, false
}

// agendaOf are the steps planned for an event, else those of its format.
func (d *draft) agendaOf(event data.Event) []data.AgendaLine {
	var lines []data.AgendaLine
	for _, line := range d.Agenda {
		if line.EventID == event.ID {
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	format, _ := data.FormatOf(event.Format)
	for _, step := range format.Agenda {
		lines = append(lines, data.AgendaLine{Minutes: step.Minutes, Text: d.say.Of(data.Phrase{Key: step.Text})})
	}
	return lines
}

// whoDoes lists who has a part at an event.
func (d *draft) whoDoes(eventID int64, part data.EventPart) []string {
	var names []string
	for _, role := range d.EventRoles {
		if role.EventID != eventID || role.Part != part {
			continue
		}
		if m, ok := d.MemberByID(role.MemberID); ok {
			names = append(names, m.Name)
		}
	}
	return names
}

// when is "Monday, 23 Nov 2026, 16:00–17:00".
func (d *draft) when(e data.Event) string {
	return d.say.Text("%s, %s, %s–%s", d.say.Weekday(e.On), e.On, e.Start.String(), e.Start.Add(e.Minutes).String())
}

// kit draws the papers of an event.
type kit struct {
	*sheetPages
	event data.Event
}

func (k *kit) agenda() {
	say, e := k.say, k.event
	col := k.begin(e.Title, k.when(e))
	for _, fact := range k.facts() {
		if fact[1] == "" {
			continue
		}
		const wide = 34.0
		key := page.Style{Size: 11, Bold: true, Color: page.Primary}
		k.doc.Text(page.Rect{X: col.area.X, Y: col.area.Y, W: wide}, fact[0], key)
		inner := column{doc: k.doc, area: col.area.Trimmed(wide, 0, 0, 0)}
		inner.text(fact[1], page.Style{Size: 11}, 1.2)
		_, col.area = col.area.CutTop(inner.area.Y - col.area.Y)
	}
	col.area = col.area.Trimmed(0, 5, 0, 0)
	col.text(say.Text("Agenda"), sectionText, 2)
	lines := k.agendaOf(e)
	at := e.Start
	row := min(16, (col.area.H-8)/float64(max(1, len(lines))))
	for _, line := range lines {
		k.agendaRow(page.Rect{X: col.area.X, Y: col.area.Y, W: col.area.W, H: row}, at, line)
		at = at.Add(line.Minutes)
		_, col.area = col.area.CutTop(row)
	}
	k.doc.TextLine(col.area.X, col.area.Y+5, at.String(), page.Style{Size: 12, Bold: true})
	k.doc.TextLine(col.area.X+44, col.area.Y+5, say.Text("End"), page.Style{Size: 12})
}

func (k *kit) facts() [][2]string {
	say, e := k.say, k.event
	place := e.Place
	if e.Link != "" {
		if place != "" {
			place += "\n"
		}
		place += e.Link
	}
	return [][2]string{
		{say.Text("Format"), k.say.Of(data.FormatName(e.Format))},
		{say.Text("Where"), place},
		{say.Text("What for"), e.Purpose},
		{say.Text("Leads"), say.List(k.whoDoes(e.ID, data.PartFacilitator))},
		{say.Text("Speaks"), say.List(k.whoDoes(e.ID, data.PartSpeaker))},
		{say.Text("Minutes"), say.List(k.whoDoes(e.ID, data.PartMinutes))},
	}
}

func (k *kit) agendaRow(r page.Rect, at data.Clock, line data.AgendaLine) {
	k.doc.Rule(r.X, r.Y, r.Right(), r.Y, page.Pen{Color: page.Line, Width: 0.7})
	s := page.Style{Size: min(12, r.H*2), Valign: page.ValignMiddle, MaxLines: 2, LineHeight: 1.2}
	bold, quiet := s, s
	bold.Bold, quiet.Color = true, page.Muted
	k.doc.Text(page.Rect{X: r.X, Y: r.Y, W: 20, H: r.H}, at.String(), bold)
	k.doc.Text(page.Rect{X: r.X + 20, Y: r.Y, W: 22, H: r.H}, k.say.Count(line.Minutes, "%d min", "%d min"), quiet)
	who := 0.0
	if line.Who != "" {
		who = 42
		k.doc.Text(page.Rect{X: r.Right() - who, Y: r.Y, W: who, H: r.H}, line.Who, quiet)
	}
	s.MaxLines = 0
	k.fit(page.Rect{X: r.X + 44, Y: r.Y, W: r.W - 46 - who, H: r.H}, line.Text, s)
}

// Rows of the attendance sheet.
const (
	attendanceRow  = 8.5
	visitorRow     = 12.0
	visitorRows    = 6
	lookBackEvents = 3
)

// attendance lists everyone, those likely to come first, with wide lines for
// visitors at the end.
func (k *kit) attendance() {
	say := k.say
	lead := say.Text("%s. Please tick your name; visitors are welcome at the end.", k.when(k.event))
	col := k.begin(say.Text("Who is here"), lead)
	for _, m := range k.likely() {
		if col.area.H < attendanceRow {
			col = k.begin(say.Text("Who is here"), lead)
		}
		row, rest := col.area.CutTop(attendanceRow)
		col.area = rest
		k.doc.CheckBox(row.X, row.Y+1.8, 4.6, false)
		name := page.Style{Size: 11, Align: page.AlignLeft, Valign: page.ValignMiddle, LineHeight: 1.2}
		k.fit(page.Rect{X: row.X + 9, Y: row.Y, W: row.W*0.6 - 9, H: row.H}, m.Name, name)
		name.Color = page.Muted
		k.fit(page.Rect{X: row.X + row.W*0.62, Y: row.Y, W: row.W * 0.38, H: row.H}, m.Unit, name)
		k.doc.Rule(row.X, row.Bottom(), row.Right(), row.Bottom(), page.Pen{Color: page.Line, Width: 0.5})
	}
	if col.area.H < visitorRow*(visitorRows+1) {
		col = k.begin(say.Text("Who is here"), lead)
	}
	col.area = col.area.Trimmed(0, 5, 0, 0)
	col.text(say.Text("Visitors: name, where from, how to reach you"), sectionText, 0)
	for y := col.area.Y + visitorRow; y <= min(col.area.Bottom(), col.area.Y+visitorRow*visitorRows); y += visitorRow {
		k.doc.CheckBox(col.area.X, y-6, 4.6, false)
		k.doc.Rule(col.area.X+9, y, col.area.Right(), y, page.Pen{Color: page.Muted, Width: 0.5})
	}
}

// likely lists the members, those first who said they would come, then those
// who were at most of the last events; those who said no come last. Within the
// same likelihood they stand as on the roster.
func (k *kit) likely() []data.Member {
	said := map[int64]data.Reply{}
	seen := map[int64]int{}
	last := map[int64]bool{}
	held := k.HeldEvents(k.opt.Today)
	for _, e := range held[max(0, len(held)-lookBackEvents):] {
		last[e.ID] = true
	}
	for _, a := range k.Attendance {
		if a.EventID == k.event.ID {
			said[a.MemberID] = a.Expected
		}
		if a.Present && last[a.EventID] {
			seen[a.MemberID]++
		}
	}
	reply := func(id int64) int {
		return slices.Index([]data.Reply{data.ReplyYes, data.ReplyNone, data.ReplyNo}, said[id])
	}
	members := k.People(k.opt.Today)
	slices.SortStableFunc(members, func(a, b data.Member) int {
		return cmp.Or(cmp.Compare(reply(a.ID), reply(b.ID)), cmp.Compare(seen[b.ID], seen[a.ID]))
	})
	return members
}
