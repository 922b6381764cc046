package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// agendaPart is the agenda of the event shown, with the clock running beside it.
type agendaPart struct {
	pane    *pane
	head    *kit.Para
	list    *kit.List[agendaLine]
	links   *fyne.Container
	content fyne.CanvasObject
}

func newAgendaPart(p *pane) *agendaPart {
	a := &agendaPart{pane: p, head: kit.CardTitle(""), links: kit.Wrap(16)}
	a.list = kit.NewList(kit.ListOptions[agendaLine]{
		Whole: true,
		Key:   func(row agendaLine) int64 { return row.Line.ID*turnsAtMost + int64(row.turn) },
		Columns: []kit.Column[agendaLine]{
			{Fixed: 44, Text: func(row agendaLine) []kit.Span { return []kit.Span{kit.Muted(row.clock())} }},
			{Weight: 1, Text: a.spans},
			{Fixed: 28, Text: func(row agendaLine) []kit.Span {
				if row.turn > 0 {
					return nil
				}
				return []kit.Span{kit.Muted(p.screen.deps.Say.Text("%d", row.Line.Minutes))}
			}},
		},
		OnTap: a.change, OnOpen: a.change, Menu: a.menuOf,
	})
	a.content = kit.VStack(6, a.head, a.list, a.links)
	return a
}

// agendaLine is what one row of the list shows: a line of the agenda, or a turn within it, counted from 1.
type agendaLine struct {
	AgendaRow
	turn int
}

// turnsAtMost is more than the turns that a line can have: a talk takes minutes, and a line at most a day.
const turnsAtMost = 1 << 10

func (row agendaLine) clock() string {
	if row.turn > 0 {
		return row.Turns[row.turn-1].Clock
	}
	return row.Clock
}

// rowsOf are the lines of an agenda, each with its turns below it.
func rowsOf(agenda []AgendaRow) []agendaLine {
	var rows []agendaLine
	for _, line := range agenda {
		for turn := range len(line.Turns) + 1 {
			rows = append(rows, agendaLine{line, turn})
		}
	}
	return rows
}

func (a *agendaPart) spans(row agendaLine) []kit.Span {
	if row.turn > 0 {
		return a.turnSpans(row.Turns[row.turn-1])
	}
	spans := []kit.Span{kit.Plain(row.Line.Text)}
	if row.Line.Who != "" {
		spans = append(spans, kit.Span{Text: "\n" + row.Line.Who, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

func (a *agendaPart) turnSpans(t Turn) []kit.Span {
	say := a.pane.screen.deps.Say
	if t.Who.Name == "" {
		return []kit.Span{{Sign: kit.Ring, Color: look.ColorMuted}, kit.Muted(gap + say.Text("still free"))}
	}
	spans := []kit.Span{{Sign: kit.Dot, Color: look.ColorPrimary}, kit.Plain(gap + t.Who.Name)}
	if t.First {
		spans = append(spans, kit.Span{Text: "  " + say.Text("first talk"), Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

// change asks for a line anew; on a turn, who speaks, or what to do with whoever does.
func (a *agendaPart) change(row agendaLine) {
	switch {
	case a.pane.screen.deps.ReadOnly:
	case row.turn == 0:
		a.openLine(row.Line)
	case row.Turns[row.turn-1].Who.Name == "":
		a.pane.choosePerson(data.PartSpeaker, partWord(a.pane.screen.deps.Say, data.PartSpeaker))
	default:
		a.list.OpenMenu()
	}
}

func (a *agendaPart) show(d Detail) {
	say := a.pane.screen.deps.Say
	sum := kit.Span{Text: "  " + d.Planned, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true}
	if d.Overlong {
		sum = kit.Span{Text: "  " + d.Planned, Color: look.ColorWarn, Size: look.SizeSmall, Bold: true, Sign: kit.Triangle}
	}
	a.head.Set(kit.Bold(say.Text("Programme")), sum)
	a.list.SetRows(rowsOf(d.Agenda))
	a.list.Hidden = len(d.Agenda) == 0
	a.links.Objects = nil
	if a.pane.screen.deps.ReadOnly {
		return
	}
	a.links.Objects = append(a.links.Objects, kit.NewLinkBtn(say.Text("Add a line"), func() { a.openLine(data.AgendaLine{}) }))
	if d.OwnAgenda {
		a.links.Objects = append(a.links.Objects, kit.NewLinkBtn(say.Text("Take the format's programme"), a.takeFormat))
	}
}

// lines are the lines of the event shown, to be changed.
func (a *agendaPart) lines() []data.AgendaLine {
	lines := make([]data.AgendaLine, len(a.pane.detail.Agenda))
	for i, row := range a.pane.detail.Agenda {
		lines[i] = row.Line
	}
	return lines
}

func (a *agendaPart) set(lines []data.AgendaLine) {
	s, id := a.pane.screen, a.pane.detail.Event.ID
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.SetAgenda(ctx, id, lines) }, nil)
}

// takeFormat puts the agenda of the format in the place of the one there is; Undo brings it back.
func (a *agendaPart) takeFormat() {
	format, _ := data.FormatOf(a.pane.detail.Event.Format)
	lines := make([]data.AgendaLine, len(format.Agenda))
	for i, step := range format.Agenda {
		lines[i] = data.AgendaLine{Minutes: step.Minutes, Text: step.Text}
	}
	a.set(lines)
}

func (a *agendaPart) menuOf(row agendaLine) []*fyne.MenuItem {
	if a.pane.screen.deps.ReadOnly {
		return nil
	}
	if row.turn > 0 {
		if who := row.Turns[row.turn-1].Who; who.ID != 0 {
			return a.pane.personItems(data.PartSpeaker, who)
		}
		return nil
	}
	say := a.pane.screen.deps.Say
	lines := a.lines()
	at := slices.IndexFunc(lines, func(l data.AgendaLine) bool { return l.ID == row.Line.ID })
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Change…"), func() { a.openLine(row.Line) })}
	if at > 0 {
		items = append(items, fyne.NewMenuItem(say.Text("Move up"), func() { a.set(swapped(lines, at-1)) }))
	}
	if at >= 0 && at+1 < len(lines) {
		items = append(items, fyne.NewMenuItem(say.Text("Move down"), func() { a.set(swapped(lines, at)) }))
	}
	return append(items, fyne.NewMenuItem(say.Text("Remove line"), func() { a.set(slices.Delete(lines, at, at+1)) }))
}

// swapped changes the places of a line and the one below it.
func swapped(lines []data.AgendaLine, at int) []data.AgendaLine {
	lines[at], lines[at+1] = lines[at+1], lines[at]
	return lines
}

// openLine asks for a line of the agenda; one without an ID is added at the end.
func (a *agendaPart) openLine(line data.AgendaLine) {
	s := a.pane.screen
	say, id := s.deps.Say, a.pane.detail.Event.ID
	title, save := say.Text("Change a line of the programme"), say.Text("Save")
	if line.ID == 0 {
		line.Minutes, title, save = 5, say.Text("Add a line to the programme"), say.Text("Add")
	}
	kit.NewRowForm(s.deps, &line, data.AgendaLineFields).Line("text").Line("minutes", "who").Open(kit.Form{
		Title: title, SaveText: save,
		Save: func() error {
			lines := a.lines()
			if at := slices.IndexFunc(lines, func(l data.AgendaLine) bool { return l.ID == line.ID }); line.ID != 0 && at >= 0 {
				lines[at] = line
			} else {
				lines = append(lines, line)
			}
			return s.state.store.SetAgenda(context.Background(), id, lines)
		},
	})
}
