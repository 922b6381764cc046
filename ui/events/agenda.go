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
	list    *kit.List[AgendaRow]
	links   *fyne.Container
	content fyne.CanvasObject
}

func newAgendaPart(p *pane) *agendaPart {
	a := &agendaPart{pane: p, head: kit.CardTitle(""), links: kit.Wrap(16)}
	change := func(row AgendaRow) {
		if !p.screen.deps.ReadOnly {
			a.openLine(row.Line)
		}
	}
	a.list = kit.NewList(kit.ListOptions[AgendaRow]{
		Whole: true,
		Key:   func(row AgendaRow) int64 { return row.Line.ID },
		Columns: []kit.Column[AgendaRow]{
			{Fixed: 44, Text: func(row AgendaRow) []kit.Span { return []kit.Span{kit.Muted(row.Clock)} }},
			{Weight: 1, Text: lineSpans},
			{Fixed: 28, Text: func(row AgendaRow) []kit.Span {
				return []kit.Span{kit.Muted(p.screen.deps.Say.Text("%d", row.Line.Minutes))}
			}},
		},
		OnTap: change, OnOpen: change, Menu: a.menuOf,
	})
	a.content = kit.VStack(6, a.head, a.list, a.links)
	return a
}

func lineSpans(row AgendaRow) []kit.Span {
	spans := []kit.Span{kit.Plain(row.Line.Text)}
	if row.Line.Who != "" {
		spans = append(spans, kit.Span{Text: "\n" + row.Line.Who, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

func (a *agendaPart) show(d Detail) {
	say := a.pane.screen.deps.Say
	sum := kit.Span{Text: "  " + d.Planned, Color: look.ColorMuted, Size: look.SizeSmall, Bold: true}
	if d.Overlong {
		sum = kit.Span{Text: "  " + d.Planned, Color: look.ColorWarn, Size: look.SizeSmall, Bold: true, Sign: kit.Triangle}
	}
	a.head.Set(kit.Bold(say.Text("Programme")), sum)
	a.list.SetRows(d.Agenda)
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

func (a *agendaPart) menuOf(row AgendaRow) []*fyne.MenuItem {
	if a.pane.screen.deps.ReadOnly {
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
