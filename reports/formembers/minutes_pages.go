package formembers

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// MinutesPages makes the minutes of the last event, or a chosen one, on
// paper: who was there, the agenda, what was said, decided and agreed to do.
func MinutesPages(d *press.Draft) (press.Product, error) {
	e, ok := d.LastEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event has been held yet, so there are no minutes.")
	}
	m := minutesWith(d, e, mostLines)
	for fewer := mostLines - 1; fewer >= leastLines && m.Doc.Pages() > 1; fewer-- {
		if short := minutesWith(d, e, fewer); short.Doc.Pages() == 1 {
			m = short
		}
	}
	return m.Doc, m.Doc.Err()
}

// Lines to write on while nothing is written: fewer where all then stands on one page.
const (
	mostLines  = 6
	leastLines = 2
)

func minutesWith(d *press.Draft, e data.Event, lines int) *minutesPages {
	m := &minutesPages{Running: press.NewRunning(d), event: e, lines: lines}
	m.Foot = m.Say.Text("Minutes")
	m.draw()
	return m
}

type minutesPages struct {
	*press.Running
	event data.Event
	lines int // to write on what was talked about, half as many for decisions
}

func (m *minutesPages) draw() {
	say, e := m.Say, m.event
	m.Open(e.Title, say.Text("Minutes of %s", m.When(e)))
	if e.Confidential {
		m.Notice(say.Text("Confidential: what was said stays among those who were there."))
	}
	m.Facts([][2]string{
		{say.Text("Format"), say.Of(data.FormatName(e.Format))},
		{say.Text("Where"), e.Place},
		{say.Text("What for"), e.Purpose},
		{say.Text("Led by"), say.List(m.WhoDoes(e.ID, data.PartFacilitator))},
		{say.Text("Spoke"), say.List(m.WhoDoes(e.ID, data.PartSpeaker))},
		{say.Text("Minutes"), say.List(m.WhoDoes(e.ID, data.PartMinutes))},
		{say.Text("Present"), howMany(m.Draft, e)},
	})
	m.agenda()
	m.said()
	if actions := m.actions(); len(actions) > 0 {
		m.Section(say.Text("Actions"), 1)
		m.Table(page.Table{Text: page.Style{Size: 10}, Columns: []page.TableColumn{{Head: say.Text("What"), Share: 52},
			{Head: say.Text("Owner"), Share: 26}, {Head: say.Text("Until"), Share: 16}, {Head: say.Text("Status"), Share: 13}}}, actions)
	}
	if made := madeAt(m.Draft, e.ID); len(made) > 0 {
		m.Section(say.Text("Made"), 1)
		m.Bullets(made)
	}
	if worth := worthTheTime(m.Draft, e.ID); worth != "" {
		m.Section(say.Text("Worth the time"), 1)
		m.Text(worth, page.Style{Size: 10.5}, 2)
	}
	for _, next := range m.ComingEvents(m.Opt.Today) {
		if next.On > e.On {
			m.Gap(3)
			m.Notice(say.Text("Next: %s, %s", next.Title, m.WhenInZone(next)))
			break
		}
	}
	if there := namesAt(m.Draft, e); len(there) > 0 {
		m.Section(say.Text("Who was there"), 1)
		m.Text(say.List(there), page.Style{Size: 9.5, LineHeight: 1.35}, 2)
	}
	m.Annex()
}

func (m *minutesPages) agenda() {
	say := m.Say
	m.Section(say.Text("Programme"), 1)
	at := m.event.Start
	var rows [][]page.TableCell
	for _, line := range m.AgendaOf(m.event) {
		rows = append(rows, []page.TableCell{{Text: at.String(), Bold: true, Color: page.Primary}, {Text: line.Text}, {Text: line.Who, Color: page.Muted}})
		at = at.Add(line.Minutes)
	}
	m.Table(page.Table{Text: page.Style{Size: 10}, Gap: 0.8, Columns: []page.TableColumn{{Share: 12}, {Share: 66}, {Share: 30}}}, rows)
}

// said is what was talked about and decided; while nothing is written there are
// lines to write on.
func (m *minutesPages) said() {
	say, written := m.Say, m.MinutesOf(m.event.ID)
	m.Section(say.Text("What we talked about"), 1)
	if written.Text != "" {
		m.Text(written.Text, page.Style{Size: 10.5, LineHeight: 1.4}, 2)
	} else {
		m.Lines(m.lines)
	}
	m.Section(say.Text("Decisions"), 1)
	if decisions := data.ParseLines(written.Decisions); len(decisions) > 0 {
		m.Bullets(decisions)
		return
	}
	if written.Text != "" {
		m.Nothing(say.Text("None were written down."))
		return
	}
	m.Lines(m.lines / 2)
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
		rows = append(rows, []page.TableCell{{Text: item.Title, Bold: true}, {Text: owner.Name}, {Text: m.DayOr(item.Due)},
			{Text: m.Say.Of(item.Column.Phrase()), Color: page.Muted}})
	}
	return rows
}
