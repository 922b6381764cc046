package health

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// results shows a closed round: four cards, a table, and how the answers came.
type results struct {
	screen *Screen
	list   *kit.List[ResultRow]
	box    *kit.Box
	shape  shape
	links  map[fyne.CanvasObject]*boardLink
}

// shape is what the columns of the table depend on.
type shape struct {
	lights bool
	since  string
}

func newResults(s *Screen) *results { return &results{screen: s} }

// show draws the round from the state.
func (r *results) show() []fyne.CanvasObject {
	v := r.screen.state.Results()
	out := []fyne.CanvasObject{r.summaries(v.Summaries)}
	if v.Withheld != "" {
		out = append(out, kit.NewPara(kit.Plain(v.Withheld)))
	} else {
		r.table(shape{v.Lights, v.Since})
		r.list.SetRows(v.Rows)
		r.box.Refresh()
		out = append(out, r.box)
	}
	foot := ""
	for i, line := range v.Foot {
		if i > 0 {
			foot += " "
		}
		foot += line
	}
	if next := r.nextThings(); next != nil {
		out = append(out, next)
	}
	return append(out, kit.Note(foot))
}

// summaries are the cards above the table, two by two where there is no room for four.
func (r *results) summaries(list []Summary) fyne.CanvasObject {
	cells := make([]kit.Cell, 4)
	for i := range cells {
		cells[i] = kit.Spring()
		if i < len(list) {
			cells[i] = kit.Weight(1, drawSummary(list[i]))
		}
	}
	pair := func(a, b kit.Cell) kit.Cell {
		return kit.Weight(1, kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 300}, a, b))
	}
	row := kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 800}
	if len(list) <= 2 {
		return kit.Row(row, pair(cells[0], cells[1]))
	}
	return kit.Row(row, pair(cells[0], cells[1]), pair(cells[2], cells[3]))
}

func drawSummary(s Summary) fyne.CanvasObject {
	figure := kit.NewPara(append(wordSign(s.Word), kit.Bold(s.Figure))...)
	figure.TextSize = look.SizeName
	return kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: kit.All(look.CardPadding)},
		kit.VStack(4, kit.Note(s.Label), figure, kit.Note(s.Note)))
}

// wordSign is the sign a word wears; split and concern are words to talk about, not errors.
func wordSign(w data.HealthWord) []kit.Span {
	switch w {
	case data.WordSplit:
		return []kit.Span{{Sign: kit.Triangle, Color: look.ColorWarn}}
	case data.WordConcern:
		return []kit.Span{{Sign: kit.Square, Color: look.ColorBad}}
	}
	return nil
}

func wordTone(w data.HealthWord) kit.Tone {
	switch w {
	case data.WordSplit:
		return kit.WarnTone
	case data.WordConcern:
		return kit.BadTone
	case data.WordStrong:
		return kit.GoodTone
	}
	return kit.PlainTone
}

// table makes the list anew when its columns are others than before.
func (r *results) table(now shape) {
	if r.list != nil && r.shape == now {
		return
	}
	say := r.screen.deps.Say
	r.shape, r.links = now, map[fyne.CanvasObject]*boardLink{}
	r.list = kit.NewList(kit.ListOptions[ResultRow]{
		Columns: r.columns(), Whole: true,
		Key:       func(row ResultRow) int64 { return row.Place },
		OnOpen:    func(row ResultRow) { r.screen.openCard(row.Card) },
		Menu:      r.menu,
		Arranging: &kit.Arranging{Name: "results", Memory: r.screen.deps.Lists, Say: say},
	})
	r.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 8, Right: 14, Bottom: 8, Left: 14}}, r.list)
}

func (r *results) columns() []kit.Column[ResultRow] {
	say := r.screen.deps.Say
	bar, mean := say.Text("1 low fits … 5 high fits"), say.Text("Mean")
	if r.shape.lights {
		bar, mean = say.Text("Red … amber … green"), say.Text("Green / red")
	}
	columns := []kit.Column[ResultRow]{
		{ID: "card", Title: say.Text("Card"), Weight: 1.55, Stays: true, Text: func(row ResultRow) []kit.Span { return []kit.Span{kit.Bold(row.Title)} }},
		{ID: "answers", Title: bar, Weight: 1.7, Make: newBarCell, Show: showBarCell},
		{ID: "none", Title: say.Text("No opinion"), Fixed: 68, HideBelow: 800, Text: muted(func(row ResultRow) string { return row.NoOpinion })},
		{ID: "mean", Title: mean, Fixed: 74, HideBelow: 480, Text: plain(func(row ResultRow) string { return row.Mean })},
		{ID: "word", Title: say.Text("Word"), Fixed: 84, Chip: func(row ResultRow) (kit.Tone, string) { return wordTone(row.Word), row.WordText }},
	}
	if r.shape.since != "" {
		columns = append(columns, kit.Column[ResultRow]{ID: "since", Title: r.shape.since, Fixed: 110, HideBelow: 640, Text: sinceSpans})
	}
	return append(columns,
		kit.Column[ResultRow]{ID: "felt", Title: say.Text("Getting better?"), Fixed: 96, HideBelow: 880, Text: feltSpans},
		kit.Column[ResultRow]{ID: "board", Title: "", Fixed: 84, HideBelow: 560, Make: r.newLink, Show: r.showLink})
}

func plain(text func(ResultRow) string) func(ResultRow) []kit.Span {
	return func(row ResultRow) []kit.Span { return []kit.Span{kit.Plain(text(row))} }
}

func muted(text func(ResultRow) string) func(ResultRow) []kit.Span {
	return func(row ResultRow) []kit.Span { return []kit.Span{kit.Muted(text(row))} }
}

// sinceSpans word the change; what is clear wears an arrow.
func sinceSpans(row ResultRow) []kit.Span {
	switch row.Change {
	case data.ChangeUp:
		return []kit.Span{{Sign: kit.ArrowUp, Text: row.Since}}
	case data.ChangeDown:
		return []kit.Span{{Sign: kit.ArrowDown, Text: row.Since}}
	}
	return []kit.Span{kit.Muted(row.Since)}
}

func feltSpans(row ResultRow) []kit.Span {
	if row.Votes.Sum() == 0 {
		return nil
	}
	arrow := func(sign kit.Sign, n int) kit.Span {
		return kit.Span{Sign: sign, Text: " " + itoa(n), Color: look.ColorMuted}
	}
	return []kit.Span{arrow(kit.ArrowUp, row.Votes.Better), arrow(kit.ArrowFlat, row.Votes.Same), arrow(kit.ArrowDown, row.Votes.Worse)}
}

// newBarCell makes a bar with, in its place, the words of a card that is withheld.
func newBarCell() fyne.CanvasObject {
	return kit.Over(kit.NewAnswerBar(), kit.Note(""))
}

func showBarCell(cell fyne.CanvasObject, row ResultRow) {
	c, ok := cell.(*fyne.Container)
	if !ok {
		return
	}
	if bar, ok := c.Objects[0].(*kit.AnswerBar); ok {
		bar.Hidden = row.Withheld != ""
		bar.Set(row.Counts...)
	}
	if words, ok := c.Objects[1].(*kit.Para); ok {
		words.Hidden = row.Withheld == ""
		words.SetText(row.Withheld)
	}
}

// boardLink leads to the item that answers a card, or makes one.
type boardLink struct {
	screen *Screen
	button *kit.LinkBtn
	row    ResultRow
}

func (r *results) newLink() fyne.CanvasObject {
	l := &boardLink{screen: r.screen}
	l.button = kit.NewLinkBtn("", l.press)
	// The list shows and hides the cell itself; what is in it is ours to hide.
	cell := kit.Left(l.button)
	r.links[cell] = l
	return cell
}

func (r *results) showLink(cell fyne.CanvasObject, row ResultRow) {
	l := r.links[cell]
	if l == nil {
		return
	}
	l.row = row
	say := r.screen.deps.Say
	l.button.Hidden = row.Withheld != "" || row.ItemID == 0 && r.screen.deps.ReadOnly
	if row.ItemID != 0 {
		l.button.ID = "board." + row.Card
		l.button.SetText(say.Text("on the board"))
	} else {
		l.button.ID = "act." + row.Card
		l.button.SetText(say.Text("Agree a step"))
	}
}

func (l *boardLink) press() {
	if l.row.ItemID != 0 {
		l.screen.showItem(l.row.ItemID)
		return
	}
	l.screen.openAct(l.row.Card)
}

// menu is the context menu of a card among the results.
func (r *results) menu(row ResultRow) []*fyne.MenuItem {
	s, say := r.screen, r.screen.deps.Say
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Look closer"), func() { s.openCard(row.Card) })}
	if row.ItemID != 0 {
		items = append(items, fyne.NewMenuItem(say.Text("Show on the board"), func() { s.showItem(row.ItemID) }))
	}
	if !s.deps.ReadOnly {
		items = append(items, fyne.NewMenuItem(say.Text("Agree a step"), func() { s.openAct(row.Card) }))
	}
	return items
}

// selected is the key of the card selected in the table.
func (r *results) selected() (string, bool) {
	if r.list == nil {
		return "", false
	}
	row, ok := r.list.Selected()
	return row.Card, ok
}
