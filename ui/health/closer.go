package health

import (
	"reflect"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/backlog"
	"copleader/ui/kit"
	"copleader/ui/look"
)

func itoa(n int) string { return strconv.Itoa(n) }

// showItem goes to an item on the board.
func (s *Screen) showItem(id int64) {
	if s.deps.Go != nil {
		s.deps.Go(backlog.Page, id)
	}
}

// closer is the open dialog that shows everything about one card of the round shown.
type closer struct {
	*kit.Dialog
	screen *Screen
	key    string
	shown  CardView
	body   *fyne.Container
	thread *kit.Thread
}

// openCard looks closer at one card of the round shown.
func (s *Screen) openCard(key string) {
	card, ok := s.state.Card(key)
	if !ok || s.deps.Canvas() == nil {
		return
	}
	say := s.deps.Say
	if s.closer != nil {
		s.closer.Close()
	}
	c := &closer{screen: s, key: key, body: kit.VStack(10), thread: kit.NewThread(s.deps)}
	c.thread.Before, c.thread.Mend = func() { c.Close() }, c.mend
	c.fill(card)
	closing := kit.NewBtn(kit.Primary, say.Text("Close"), func() { c.Close() })
	cells := []kit.Cell{kit.Spring(), kit.Own(closing)}
	if !s.deps.ReadOnly {
		cells = append([]kit.Cell{kit.Own(kit.NewBtn(kit.Outlined, say.Text("Agree a step"), func() { c.act() }))}, cells...)
	}
	c.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: card.Title, Body: kit.VStack(14, c.body, c.thread.Content()), Width: 580,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 380}, cells...), OnClose: func() { s.closer = nil }})
	s.closer = c
	s.deps.Canvas().Focus(closing)
	c.showThread()
}

// show fills the dialog anew after the file has changed; without its card it closes.
func (c *closer) show() {
	card, ok := c.screen.state.Card(c.key)
	if !ok {
		c.Close()
		return
	}
	if !reflect.DeepEqual(card, c.shown) {
		c.fill(card)
		c.Relayout()
	}
	c.showThread()
}

// showThread shows where the red thread leads from the card, reckoned away from the window.
func (c *closer) showThread() {
	s, findings := c.screen, c.screen.state.findings
	s.deps.Runner.Run(func() func() {
		v := findings.Thread(data.CardPlace(c.key))
		return func() {
			if s.closer == c {
				c.thread.Set(v)
				c.Relayout()
			}
		}
	})
}

// mend words the deed that closes a hole of the red thread here.
func (c *closer) mend(data.Hole) (text string, do func()) {
	return c.screen.deps.Say.Text("Put a small step on the board"), c.act
}

// act leaves the dialog for the form of a next small step.
func (c *closer) act() {
	c.Close()
	c.screen.openAct(c.key)
}

func (c *closer) fill(card CardView) {
	say := c.screen.deps.Say
	c.shown = card
	parts := []fyne.CanvasObject{statements(card.Low, card.High)}
	if card.Wording != "" {
		parts = append(parts, kit.Note(card.Wording))
	}
	if card.Counts != nil {
		parts = append(parts, kit.NewToldBar(say, card.Title, kit.NewAnswerBar(card.Counts...), card.Lines...))
	}
	for _, line := range card.Lines {
		parts = append(parts, kit.NewBody(kit.Plain(line)))
	}
	if len(card.More) > 0 {
		parts = append(parts, moreFigures(c.screen.deps, card.More, func() { c.Relayout() }))
	}
	if card.Ask != "" {
		parts = append(parts, kit.NewBody(kit.Muted(say.Text("To ask: %s", card.Ask))))
	}
	if len(card.Trend) > 0 {
		parts = append(parts, trendLines(say, say.Text("Over the rounds"), card.Trend))
	}
	if len(card.Comments) > 0 {
		parts = append(parts, kit.CardTitle(say.Text("Comments")))
		for _, comment := range card.Comments {
			parts = append(parts, c.comment(comment))
		}
	}
	c.body.Objects = parts
	c.body.Refresh()
}

// trendLines shows a card in every round, with words where the line breaks.
func trendLines(say *words.Say, title string, lines []TrendLine) fyne.CanvasObject {
	stack := kit.VStack(6, kit.CardTitle(title))
	for _, l := range lines {
		if l.Break != "" {
			stack.Objects = append(stack.Objects, kit.NewRule(), kit.Note(l.Break))
		}
		name := kit.NewSmall(kit.Plain(l.Round))
		if l.Now {
			name = kit.NewSmall(kit.Bold(l.Round))
		}
		var bar fyne.CanvasObject = kit.Note(l.Withheld)
		if l.Counts != nil {
			bar = kit.NewToldBar(say, l.Round, kit.NewAnswerBar(l.Counts...), l.Note)
		}
		stack.Objects = append(stack.Objects, kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle, StackBelow: 420, StackGap: 2},
			kit.Weight(1.1, name), kit.Weight(2, bar), kit.Weight(1.7, kit.Note(l.Note))))
	}
	return stack
}

// statements are a card's two sides, the low one first as on paper.
func statements(low, high string) *fyne.Container {
	return kit.VStack(6,
		kit.NewBody(kit.Span{Sign: kit.Square, Color: look.ColorBad}, kit.Plain(low)),
		kit.NewBody(kit.Span{Sign: kit.Dot, Color: look.ColorGood}, kit.Plain(high)))
}
