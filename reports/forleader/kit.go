package forleader

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Kit makes what is needed on paper for the next event, or a chosen one:
// the agenda by the clock, an attendance sheet, badges, and slips for questions
// and feedback.
func Kit(d *press.Draft) (press.Product, error) {
	event, ok := d.NextEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then its kit can be printed.")
	}
	k := &kit{Pages: press.NewPages(d, true), event: event}
	k.Foot = event.Title
	for _, part := range KitParts {
		if d.Wants(part.Key, part.Key != partTableCards) {
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
	if k.Doc.Pages() == 0 {
		return nil, data.Fault(data.CodeInvalid, "Please choose at least one part of the kit.")
	}
	return k.Doc, k.Doc.Err()
}

// The parts of the kit.
const (
	partAgenda     = "agenda"
	partAttendance = "attendance"
	partBadges     = "badges"
	partTableCards = "tableCards"
	partSlips      = "slips"
)

// KitParts are what the kit may be made of, in their order.
var KitParts = []press.Part{
	{Key: partAgenda, Title: data.Phrase{Key: "Programme"}},
	{Key: partAttendance, Title: data.Phrase{Key: "Attendance sheet"}},
	{Key: partBadges, Title: data.Phrase{Key: "Badges"}},
	{Key: partTableCards, Title: data.Phrase{Key: "Table cards"}},
	{Key: partSlips, Title: data.Phrase{Key: "Slips"}},
}

// kit draws the papers of an event.
type kit struct {
	*press.Pages
	event data.Event
}

func (k *kit) agenda() {
	say, e := k.Say, k.event
	col := k.Begin(e.Title, k.When(e))
	for _, fact := range k.facts() {
		if fact[1] == "" {
			continue
		}
		const wide = 34.0
		key := page.Style{Size: 11, Bold: true, Color: page.Primary}
		k.Doc.Text(page.Rect{X: col.Area.X, Y: col.Area.Y, W: wide}, fact[0], key)
		inner := press.Column{Doc: k.Doc, Area: col.Area.Trimmed(wide, 0, 0, 0)}
		inner.Text(fact[1], page.Style{Size: 11, Align: page.AlignLeft}, 1.2)
		_, col.Area = col.Area.CutTop(inner.Area.Y - col.Area.Y)
	}
	col.Area = col.Area.Trimmed(0, 5, 0, 0)
	col.Text(say.Text("Programme"), press.SectionText, 2)
	lines := k.AgendaOf(e)
	at := e.Begins()
	row := min(16, (col.Area.H-8)/float64(max(1, len(lines))))
	for _, line := range lines {
		k.agendaRow(page.Rect{X: col.Area.X, Y: col.Area.Y, W: col.Area.W, H: row}, at, line)
		at = at.Add(line.Minutes)
		_, col.Area = col.Area.CutTop(row)
	}
	k.Doc.TextLine(col.Area.X, col.Area.Y+5, at.String(), page.Style{Size: 12, Bold: true})
	k.Doc.TextLine(col.Area.X+44, col.Area.Y+5, say.Text("End"), page.Style{Size: 12})
}

func (k *kit) facts() [][2]string {
	say, e := k.Say, k.event
	place := e.Place
	if e.Link != "" {
		if place != "" {
			place += "\n"
		}
		place += e.Link
	}
	return [][2]string{
		{say.Text("Format"), k.Say.Of(data.FormatName(e.Format))},
		{say.Text("When"), k.HoursByZone(e)},
		{say.Text("Where"), place},
		{say.Text("What for"), e.Purpose},
		{say.Text("Leads"), say.List(k.WhoDoes(e.ID, data.PartFacilitator))},
		{say.Text("Speaks"), say.List(k.WhoDoes(e.ID, data.PartSpeaker))},
		{say.Text("Minutes"), say.List(k.WhoDoes(e.ID, data.PartMinutes))},
	}
}

func (k *kit) agendaRow(r page.Rect, at data.Clock, line data.AgendaLine) {
	k.Doc.Rule(r.X, r.Y, r.Right(), r.Y, page.Pen{Color: page.Line, Width: 0.7})
	s := page.Style{Size: min(12, r.H*2), Valign: page.ValignMiddle, MaxLines: 2, LineHeight: 1.2}
	bold, quiet := s, s
	bold.Bold, quiet.Color = true, page.Muted
	k.Doc.Text(page.Rect{X: r.X, Y: r.Y, W: 20, H: r.H}, at.String(), bold)
	k.Doc.Text(page.Rect{X: r.X + 20, Y: r.Y, W: 22, H: r.H}, k.Say.Count(line.Minutes, "%d min", "%d min"), quiet)
	who := 0.0
	if line.Who != "" {
		who = 42
		quiet.MaxLines = 0
		k.Fit(page.Rect{X: r.Right() - who, Y: r.Y, W: who, H: r.H}, line.Who, quiet)
	}
	s.MaxLines = 0
	k.Fit(page.Rect{X: r.X + 44, Y: r.Y, W: r.W - 46 - who, H: r.H}, line.Text, s)
}

// Rows of the attendance sheet.
const (
	attendanceRow = 8.5
	narrowRow     = 7.2 // where that brings all onto one page
	visitorRow    = 12.0
	visitorLeast  = 3 // lines for visitors on a page, which they fill
)

// attendance lists everyone by name, with wide lines for visitors at the end.
func (k *kit) attendance() {
	say := k.Say
	lead := say.Text("%s. Please tick your name; visitors are welcome at the end.", k.When(k.event))
	col := k.Begin(say.Text("Who is here"), lead)
	people := k.people()
	high := attendanceRow
	room := col.Area.H - visitorRow*(visitorLeast+1) - 5.5
	if each := room / float64(max(1, len(people))); each >= narrowRow {
		high = min(high, each)
	}
	for _, m := range people {
		if col.Area.H < high {
			col = k.Begin(say.Text("Who is here"), lead)
		}
		row, rest := col.Area.CutTop(high)
		col.Area = rest
		k.Doc.CheckBox(row.X, row.Y+(high-4.6)/2, 4.6, false)
		name := page.Style{Size: 11, Align: page.AlignLeft, Valign: page.ValignMiddle, LineHeight: 1.2}
		k.Fit(page.Rect{X: row.X + 9, Y: row.Y, W: row.W*0.6 - 9, H: row.H}, m.Name, name)
		name.Color = page.Muted
		k.Fit(page.Rect{X: row.X + row.W*0.62, Y: row.Y, W: row.W * 0.38, H: row.H}, m.Unit, name)
		k.Doc.Rule(row.X, row.Bottom(), row.Right(), row.Bottom(), page.Pen{Color: page.Line, Width: 0.5})
	}
	if col.Area.H < visitorRow*(visitorLeast+1) {
		col = k.Begin(say.Text("Who is here"), lead)
	}
	col.Area = col.Area.Trimmed(0, 5, 0, 0)
	col.Text(say.Text("Visitors: name, where from, how to reach you"), press.SectionText, 0)
	for y := col.Area.Y + visitorRow; y <= col.Area.Bottom(); y += visitorRow {
		k.Doc.CheckBox(col.Area.X, y-6, 4.6, false)
		k.Doc.Rule(col.Area.X+9, y, col.Area.Right(), y, page.Pen{Color: page.Muted, Width: 0.5})
	}
}

// people are the members in the order of their names: the sheet goes round the
// room, and nobody should read from it who comes most.
func (k *kit) people() []data.Member {
	members := k.People(k.Opt.Today)
	data.SortByName(members, k.Say.Lang())
	return members
}
