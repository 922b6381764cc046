package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// historyPart is what of a history is shown.
type historyPart int

// The parts in the order of their chips.
const (
	everything historyPart = iota
	contributions
	helpReceived
	changes
)

// historyShown is how many lines of a history are shown at first.
const historyShown = 12

// historyPane shows what is known of the person over time; what was noted by hand can be changed there.
type historyPane struct {
	pane  *pane
	box   *fyne.Container
	chips *kit.ChipRow
	rows  *fyne.Container

	parts     []historyPart // behind the chips
	part      historyPart
	whole     bool        // all of it is shown
	changes   []Happening // of the record, read when wanted; nil until then
	changesOf int64
}

func newHistoryPane(p *pane) *historyPane {
	h := &historyPane{pane: p, rows: kit.VStack(6)}
	h.chips = kit.NewChipRow(nil, 0, func(index int) { h.choose(h.parts[index]) })
	h.box = kit.VStack(8, kit.CardTitle(p.screen.deps.Say.Text("History")), h.chips, h.rows)
	return h
}

// show draws the history of the person shown; of another person it begins at the top again.
func (h *historyPane) show(other bool) {
	if other {
		h.part, h.whole = everything, false
	}
	h.parts = []historyPart{everything}
	if has(h.pane.detail.History, Gave) {
		h.parts = append(h.parts, contributions)
	}
	if has(h.pane.detail.History, Received) {
		h.parts = append(h.parts, helpReceived)
	}
	h.parts = append(h.parts, changes)
	texts, chosen := make([]string, len(h.parts)), 0
	for i, part := range h.parts {
		texts[i] = h.word(part)
		if part == h.part {
			chosen = i
		}
	}
	h.part = h.parts[chosen]
	h.chips.Set(texts, chosen)
	if h.part == changes {
		h.readChanges()
	}
	h.draw()
}

func has(lines []Happening, kind HappeningKind) bool {
	for i := range lines {
		if lines[i].Kind == kind {
			return true
		}
	}
	return false
}

func (h *historyPane) word(part historyPart) string {
	say := h.pane.screen.deps.Say
	switch part {
	case contributions:
		return say.Text("Contributions")
	case helpReceived:
		return say.Text("Help received")
	case changes:
		return say.Text("Changes")
	}
	return say.Text("All")
}

func (h *historyPane) choose(part historyPart) {
	h.part, h.whole = part, false
	if part == changes {
		h.readChanges()
	}
	h.draw()
	h.pane.relayout()
}

// readChanges reads the changes to the record; what comes late about somebody else is dropped.
func (h *historyPane) readChanges() {
	s, id := h.pane.screen, h.pane.detail.Member.ID
	if h.changesOf != id {
		h.changes, h.changesOf = nil, id
	}
	s.deps.Runner.Run(func() func() {
		lines, err := s.state.Changes(context.Background(), id)
		return func() {
			if id != h.pane.detail.Member.ID || h.part != changes {
				return
			}
			if err != nil {
				s.deps.Fail(err)
				return
			}
			h.changes = lines
			h.draw()
			h.pane.relayout()
		}
	})
}

// lines are those of the part chosen.
func (h *historyPane) lines() []Happening {
	if h.part == changes {
		return h.changes
	}
	var lines []Happening
	for _, line := range h.pane.detail.History {
		switch h.part {
		case contributions:
			if line.Kind != Gave {
				continue
			}
		case helpReceived:
			if line.Kind != Received {
				continue
			}
		default:
			if line.Kind == Received {
				continue
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func (h *historyPane) draw() {
	lines := h.lines()
	hidden := 0
	if !h.whole && len(lines) > historyShown+1 {
		hidden = len(lines) - historyShown
		lines = lines[:historyShown]
	}
	h.rows.Objects = nil
	for i := range lines {
		h.rows.Objects = append(h.rows.Objects, h.line(&lines[i]))
	}
	say := h.pane.screen.deps.Say
	switch {
	case hidden > 0:
		h.rows.Objects = append(h.rows.Objects, kit.Left(kit.NewLinkBtn(say.Count(hidden, "Show %d more", "Show %d more"), func() {
			h.whole = true
			h.draw()
			h.pane.relayout()
		})))
	case len(lines) == 0 && (h.part != changes || h.changes != nil): // not while they are being read
		h.rows.Objects = append(h.rows.Objects, kit.Note(say.Text("Nothing was changed in this record so far.")))
	}
	h.rows.Refresh()
}

// line is one line; one noted by hand has a menu to change it.
func (h *historyPane) line(line *Happening) fyne.CanvasObject {
	text := kit.NewSmall(kit.Muted(line.Ago+"  "), kit.Plain(line.Text))
	s := h.pane.screen
	if s.deps.ReadOnly || h.pane.detail.Member.Erased() || line.ContributionID == 0 && line.HelpID == 0 {
		return text
	}
	change, remove := func() { s.changeNote(line.ContributionID) }, func() { s.removeNote(line.ContributionID) }
	if line.HelpID != 0 {
		change, remove = func() { s.changeHelp(line.HelpID) }, func() { s.removeHelp(line.HelpID) }
	}
	return kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, text), kit.Own(s.menuLink(
		fyne.NewMenuItem(s.deps.Say.Text("Change…"), change), fyne.NewMenuItem(s.deps.Say.Text("Remove"), remove))))
}

// menuLink is a quiet word that opens a menu below itself.
func (s *Screen) menuLink(items ...*fyne.MenuItem) *kit.LinkBtn {
	var link *kit.LinkBtn
	link = kit.NewLinkBtn(s.deps.Say.Text("Edit"), func() { kit.MenuBelow(link, items) })
	return link
}
