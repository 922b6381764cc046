package reports

import (
	"copleader/data"
	"copleader/reports/page"
)

// makeMinutesPages makes the minutes of the last event, or a chosen one, on
// paper: who was there, the agenda, what was said, decided and agreed to do.
func makeMinutesPages(d *draft) (product, error) {
	e, ok := d.lastEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	m := &minutesPages{running: newRunning(d), event: e}
	m.foot = m.say.Text("Minutes")
	m.draw()
	return m.doc, m.doc.Err()
}

type minutesPages struct {
	*running
	event data.Event
}

func (m *minutesPages) draw() {
	say, e := m.say, m.event
	m.open(e.Title, say.Text("Minutes of %s", m.when(e)))
	if e.Confidential {
		m.notice(say.Text("Confidential: what was said stays among those who were there."))
	}
	m.facts([][2]string{
		{say.Text("Format"), say.Of(data.FormatName(e.Format))},
		{say.Text("Where"), e.Place},
		{say.Text("What for"), e.Purpose},
		{say.Text("Led by"), say.List(m.whoDoes(e.ID, data.PartFacilitator))},
		{say.Text("Spoke"), say.List(m.whoDoes(e.ID, data.PartSpeaker))},
		{say.Text("Minutes"), say.List(m.whoDoes(e.ID, data.PartMinutes))},
		{say.Text("Present"), m.presentAt(e)},
	})
	m.agenda()
	m.said()
	if actions := m.actions(); len(actions) > 0 {
		m.section(say.Text("Actions"), 1)
		m.table(page.Table{Text: page.Style{Size: 10}, Columns: []page.TableColumn{{Head: say.Text("What"), Share: 52},
			{Head: say.Text("Owner"), Share: 26}, {Head: say.Text("Until"), Share: 16}, {Head: say.Text("Status"), Share: 13}}}, actions)
	}
	if made := m.madeAt(e.ID); len(made) > 0 {
		m.section(say.Text("Made"), 1)
		m.bullets(made)
	}
	if worth := m.worthTheTime(e.ID); worth != "" {
		m.section(say.Text("Worth the time"), 1)
		m.text(worth, page.Style{Size: 10.5}, 2)
	}
	for _, next := range m.ComingEvents(m.opt.Today) {
		if next.On > e.On {
			m.gap(3)
			m.notice(say.Text("Next: %s, %s", next.Title, m.when(next)))
			break
		}
	}
	m.annex()
}

// notice is a sentence in a soft box.
func (p *running) notice(text string) {
	style := page.Style{Size: 10.5, Bold: true, Color: page.Level(1), LineHeight: 1.3}
	high := p.doc.Measure(p.area.W-10, text, style).Height + 5
	p.need(high)
	box, rest := p.area.CutTop(high)
	p.area = rest.Trimmed(0, 4, 0, 0)
	p.doc.Box(box, page.Look{Fill: page.PrimarySoft, Radius: 2.5})
	p.doc.Text(box.Trimmed(5, 2.5, 5, 0), text, style)
}

func (m *minutesPages) agenda() {
	say := m.say
	m.section(say.Text("Agenda"), 1)
	at := m.event.Start
	var rows [][]page.TableCell
	for _, line := range m.agendaOf(m.event) {
		rows = append(rows, []page.TableCell{{Text: at.String(), Bold: true, Color: page.Primary}, {Text: line.Text}, {Text: line.Who, Color: page.Muted}})
		at = at.Add(line.Minutes)
	}
	m.table(page.Table{Text: page.Style{Size: 10}, Gap: 0.8, Columns: []page.TableColumn{{Share: 12}, {Share: 66}, {Share: 30}}}, rows)
}

// said is what was talked about and decided; while nothing is written there are
// lines to write on.
func (m *minutesPages) said() {
	say, written := m.say, m.minutesOf(m.event.ID)
	m.section(say.Text("What we talked about"), 1)
	switch {
	case written.Text != "":
		m.text(written.Text, page.Style{Size: 10.5, LineHeight: 1.4}, 2)
	default:
		if format, _ := data.FormatOf(m.event.Format); format.Capture != "" {
			m.text(say.Text("To write down: %s", data.Phrase{Key: format.Capture}), page.Style{Size: 9.5, Color: page.Muted}, 0)
		}
		m.lines(6)
	}
	m.section(say.Text("Decisions"), 1)
	if decisions := data.ParseLines(written.Decisions); len(decisions) > 0 {
		m.bullets(decisions)
		return
	}
	if written.Text != "" {
		m.nothing(say.Text("None were written down."))
		return
	}
	m.lines(3)
}

// lines are lines to write on.
func (p *running) lines(n int) {
	for range n {
		p.need(9)
		p.gap(9)
		p.doc.Rule(p.area.X, p.area.Y-1, p.area.Right(), p.area.Y-1, page.Pen{Color: page.Line, Width: 0.7})
	}
	p.gap(2)
}

// actions are what the event put on the board.
func (m *minutesPages) actions() [][]page.TableCell {
	var rows [][]page.TableCell
	for i := range m.Items {
		item := &m.Items[i]
		if item.EventID != m.event.ID || item.Kind != data.KindAction {
			continue
		}
		owner, _ := m.MemberByID(item.OwnerID)
		rows = append(rows, []page.TableCell{{Text: item.Title, Bold: true}, {Text: owner.Name}, {Text: m.dayOr(item.Due)},
			{Text: m.say.Of(item.Column.Phrase()), Color: page.Muted}})
	}
	return rows
}

// dayOr speaks a day, or nothing for none.
func (d *draft) dayOr(on data.Date) string {
	if on == 0 {
		return ""
	}
	return d.say.Date(on)
}
