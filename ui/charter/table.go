package charter

import (
	"context"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// tableBox shows one of the charter's tables: a row each, with ways to change it
// and take it away, and below a way to add another.
type tableBox struct {
	screen *Screen
	table  Table
	words  tableWords
	box    *fyne.Container
	rows   *fyne.Container
	add    *kit.LinkBtn
	shown  []Row
	picks  *kit.Picks     // the rows, of which several can be chosen
	many   *kit.LinkBtn   // begins to choose; nil where nothing can be done to them
	bar    *kit.Choosing  // what can be done with those chosen
	whole  map[int64]bool // rows of which everything under them is shown
	drawn  bool
	places map[int64]fyne.CanvasObject
	feet   map[int64]*threadFoot // of measures
}

// tableWords is what is said around a table. Title stands above it like a field's
// label; under is the deed that adds something below a row.
type tableWords struct{ title, empty, add, under string }

// wordsOf are the words around a table.
func (s *Screen) wordsOf(t Table) tableWords {
	say := s.deps.Say
	switch t {
	case TableSponsors:
		return tableWords{"", say.Text("Who gives the community time, means or a word in the right place?"),
			say.Text("Add sponsor"), say.Text("Note a talk or report")}
	case TableStakeholders:
		return tableWords{say.Text("People with money or a say"), say.Text("Who has an interest in the community, without duties here?"),
			say.Text("Add stakeholder"), ""}
	case TableRoles:
		return tableWords{say.Text("Roles, what each does, who took it"), say.Text("What do the leader and the core team do here?"),
			say.Text("Describe a role"), ""}
	case TableTerms:
		return tableWords{say.Text("Words we use in our own sense"), say.Text("Which words would a newcomer misunderstand?"),
			say.Text("Add word"), ""}
	case TableChannels:
		return tableWords{say.Text("Where we talk, where minutes live"), say.Text("Where do you announce, discuss and keep things?"),
			say.Text("Add channel"), ""}
	case TableMeasures:
		return tableWords{"", say.Text("By which signs will you and your sponsors see that it was worth it? Up to seven."),
			say.Text("Add measure"), say.Text("Note a value")}
	case TableFollowUps:
		return tableWords{"", "", say.Text("Note what you asked"), ""}
	case TableReports:
		return tableWords{"", "", say.Text("Note a report"), ""}
	case TableSupports:
		return tableWords{say.Text("Supports the vision"), "", say.Text("Add what supports"), ""}
	}
	return tableWords{say.Text("Slows the vision"), "", say.Text("Add what slows"), ""}
}

func (s *Screen) table(t Table) *tableBox {
	b := &tableBox{screen: s, table: t, words: s.wordsOf(t), rows: kit.VStack(8), whole: map[int64]bool{}}
	b.box = kit.VStack(6)
	if b.words.title != "" {
		b.box.Objects = append(b.box.Objects, kit.Note(b.words.title))
	}
	b.box.Objects = append(b.box.Objects, b.rows)
	b.add = kit.NewLinkBtn(b.words.add, func() { s.openRow(t, 0, 0) })
	b.add.ID = "add." + string(t)
	b.picks = &kit.Picks{Rest: b.add}
	if !s.deps.ReadOnly {
		b.box.Objects = append(b.box.Objects, b.foot())
	}
	s.picking = append(s.picking, b)
	return b
}

// focus is what a way to this table leads to.
func (b *tableBox) focus() fyne.Focusable { return b.add }

// show draws the rows anew if they are others than before, so that a button that
// has the focus keeps it.
func (b *tableBox) show() {
	rows, none := b.screen.state.View().Tables[b.table], b.words.empty
	if b.table == TableSponsors && len(rows) > 0 && len(b.screen.sought) > 0 {
		rows, none = holding(rows, b.screen.sought), b.screen.deps.Say.Text("No sponsor is found.")
	}
	if b.drawn && reflect.DeepEqual(rows, b.shown) {
		return
	}
	b.shown, b.drawn = rows, true
	b.rows.Objects = nil
	b.picks.Begin()
	b.places, b.feet = map[int64]fyne.CanvasObject{}, map[int64]*threadFoot{}
	for i, r := range rows {
		if i > 0 {
			b.rows.Objects = append(b.rows.Objects, kit.NewRule())
		}
		b.places[r.ID] = b.row(r)
		b.rows.Objects = append(b.rows.Objects, b.places[r.ID])
	}
	if len(rows) == 0 && none != "" {
		b.rows.Objects = append(b.rows.Objects, kit.NewBody(kit.Muted(none)))
	}
	b.rows.Hidden = len(b.rows.Objects) == 0
	if b.many != nil {
		b.many.Hidden = len(rows) < 2
	}
	b.picks.End()
}

// holding are the rows in which all words are found, or in what stands under them.
func holding(rows []Row, words []string) (found []Row) {
	for _, r := range rows {
		texts := append([]string{r.Title}, r.Lines...)
		for _, u := range r.Under {
			texts = append(append(texts, u.Title), u.Lines...)
		}
		if data.HoldsAll(data.Fold(strings.Join(texts, "\n")), words) {
			found = append(found, r)
		}
	}
	return found
}

// row draws one row with what stands under it.
func (b *tableBox) row(r Row) fyne.CanvasObject {
	text := kit.VStack(0, kit.NewBody(kit.Bold(r.Title)))
	for i, l := range r.Lines {
		words := kit.Muted(l)
		if r.Late && i == 0 {
			words = kit.Warned(l)
		}
		text.Objects = append(text.Objects, kit.NewSmall(words))
	}
	deeds := b.deeds(r)
	out := kit.VStack(4, beside(text, string(b.table), deeds))
	if drawn := curveRow(b.screen.deps.Say, r.Title, r.Curve); drawn != nil {
		out.Objects = append(out.Objects, drawn)
	}
	out.Objects = append(out.Objects, b.under(r)...)
	if b.table == TableMeasures {
		foot := b.screen.threadFoot(data.Place{Kind: data.PlaceMeasure, ID: r.ID})
		foot.show(r.Thread)
		b.feet[r.ID] = foot
		out.Objects = append(out.Objects, foot.holes, kit.Left(foot.link), foot.thread.Content())
	}
	return b.picks.Row(r.ID, r.Title, out, func() []*fyne.MenuItem { return menuOf(deeds) })
}

// deeds are what can be done with a row.
func (b *tableBox) deeds(r Row) []rowDeed {
	s := b.screen
	if s.deps.ReadOnly {
		return nil
	}
	var deeds []rowDeed
	if b.words.under != "" {
		deeds = append(deeds, rowDeed{"under", b.words.under, func() { s.openRow(underOf(b.table), 0, r.ID) }})
	}
	switch {
	case b.table == TableSponsors:
		deeds = append(deeds, rowDeed{"ask", s.deps.Say.Text("Follow up"), func() { s.openRow(TableFollowUps, 0, r.ID) }})
	case r.Open:
		deeds = append(deeds, rowDeed{"done", s.deps.Say.Text("Done"), func() { s.close(r.ID) }})
	}
	return append(deeds,
		rowDeed{"edit", s.deps.Say.Text("Edit"), func() { s.openRow(b.table, r.ID, 0) }},
		rowDeed{"remove", s.deps.Say.Text("Remove"), func() { s.removeRow(b, b.table, r) }})
}

// underShown is how many contacts or values stand under a row at first.
const underShown = 3

// under draws what stands under a row.
func (b *tableBox) under(r Row) []fyne.CanvasObject {
	s := b.screen
	rows := r.Under
	if !b.whole[r.ID] && len(rows) > underShown+1 {
		rows = rows[:underShown]
	}
	var out []fyne.CanvasObject
	for _, u := range rows {
		var deeds []rowDeed
		if !s.deps.ReadOnly && !u.Counted {
			deeds = []rowDeed{
				{"edit", s.deps.Say.Text("Edit"), func() { s.openRow(underOf(b.table), u.ID, r.ID) }},
				{"remove", s.deps.Say.Text("Remove"), func() { s.removeRow(b, underOf(b.table), u) }},
			}
		}
		spans := []kit.Span{kit.Plain(u.Title)}
		for _, l := range u.Lines {
			spans = append(spans, kit.Muted("  "+l))
		}
		out = append(out, kit.Pad(kit.Edges{Left: 14}, s.withDeeds(kit.NewSmall(spans...), string(underOf(b.table)), deeds)))
	}
	if hidden := len(r.Under) - len(rows); hidden > 0 {
		out = append(out, kit.Pad(kit.Edges{Left: 14}, kit.Left(kit.NewLinkBtn(
			s.deps.Say.Count(hidden, "Show %d more", "Show %d more"), func() {
				b.whole[r.ID], b.drawn = true, false
				b.show()
				s.relayout()
			}))))
	}
	return out
}

// underOf is the table whose rows stand under those of another.
func underOf(t Table) Table {
	if t == TableSponsors {
		return TableContacts
	}
	return TableValues
}

// removeRow takes a row away and offers to bring it back.
func (s *Screen) removeRow(b *tableBox, t Table, r Row) {
	s.remove(t, r.ID, s.deps.Say.Text("“%s” was removed.", r.Title))
	if !s.deps.ReadOnly {
		s.deps.Focus(b.add)
	}
}

// remove takes a row away and offers to bring it back.
func (s *Screen) remove(t Table, id int64, told string) {
	if c := s.deps.Canvas(); c != nil {
		c.Unfocus() // a button that has gone must not be pressed again
	}
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.Remove(ctx, t, id) }, func(done store.Done) {
		s.deeds.OfferUndo(told, done.Undo, nil)
	})
}

// rowDeed is something that can be done with a row.
type rowDeed struct {
	id, words string
	do        func()
}

// withDeeds puts the deeds of a row at its right, and into the menu that its
// secondary tap opens.
func (s *Screen) withDeeds(content fyne.CanvasObject, kind string, deeds []rowDeed) fyne.CanvasObject {
	if len(deeds) == 0 {
		return content
	}
	return newMenuRow(s, beside(content, kind, deeds), deeds)
}

// beside puts the deeds of a row at its right.
func beside(content fyne.CanvasObject, kind string, deeds []rowDeed) *fyne.Container {
	links := kit.Wrap(12)
	for _, d := range deeds {
		link := kit.NewLinkBtn(d.words, d.do)
		link.ID = d.id + "." + kind
		links.Objects = append(links.Objects, link)
	}
	return kit.Row(kit.RowOptions{Gap: 12, StackBelow: 300, StackGap: 2}, kit.Weight(1, content), kit.Own(links))
}

// menuOf are the deeds of a row as a menu has them.
func menuOf(deeds []rowDeed) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(deeds))
	for i, d := range deeds {
		items[i] = fyne.NewMenuItem(d.words, d.do)
	}
	return items
}

// menuRow is a row whose secondary tap opens the menu of its deeds.
type menuRow struct {
	widget.BaseWidget
	screen  *Screen
	content *fyne.Container
	deeds   []rowDeed
}

func newMenuRow(s *Screen, content *fyne.Container, deeds []rowDeed) *menuRow {
	r := &menuRow{screen: s, content: content, deeds: deeds}
	r.ExtendBaseWidget(r)
	return r
}

// TappedSecondary opens the menu.
func (r *menuRow) TappedSecondary(e *fyne.PointEvent) {
	c := r.screen.deps.Canvas()
	if c == nil {
		return
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", menuOf(r.deeds)...), c, e.AbsolutePosition)
}

// Parts are the children.
func (r *menuRow) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

// UINode tells those who walk the window what this is.
func (r *menuRow) UINode() (kind, id, text string) { return "row", "", "" }

// HeightFor is that of the row.
func (r *menuRow) HeightFor(width float32) float32 { return kit.HeightFor(r.content, width) }

// CreateRenderer links the widget to its drawing.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{row: r} }

// rowRenderer draws what stands in a row.
type rowRenderer struct{ row *menuRow }

// Objects are the content.
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.row.Parts() }

// Layout gives the content the whole row.
func (r *rowRenderer) Layout(size fyne.Size) { r.row.content.Resize(size) }

// MinSize is that of the content.
func (r *rowRenderer) MinSize() fyne.Size { return r.row.content.MinSize() }

// Refresh draws the content again, in the theme in use.
func (r *rowRenderer) Refresh() { r.row.content.Refresh() }

// Destroy has nothing to give back.
func (r *rowRenderer) Destroy() {}

// quiet is the style of a box inside a card.
func quiet(padding float32) kit.BoxStyle {
	return kit.BoxStyle{Fill: look.ColorColumn, Radius: look.RadiusField, Padding: kit.All(padding)}
}
