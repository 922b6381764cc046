package share

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// drawReaders makes the page of what is due now, and below it what there is for whom.
func (s *Screen) drawReaders() fyne.CanvasObject {
	s.minis = nil
	say, v := s.deps.Say, s.state.View()
	all := kit.VStack(look.GapCards)
	if len(v.Due) > 0 {
		cells := make([]kit.Cell, len(v.Due))
		for i := range v.Due {
			cells[i] = kit.Weight(1, s.dueCard(&v.Due[i], i == 0))
		}
		all.Objects = append(all.Objects, kit.VStack(8, kit.CardTitle(say.Text("Due now")),
			kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 860}, cells...)))
	}
	// Two and two, so that they stand in two rows where four have no room side by side.
	pair := func(a, b ForReader) fyne.CanvasObject {
		return kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 420}, kit.Weight(1, s.readerCard(a)), kit.Weight(1, s.readerCard(b)))
	}
	all.Objects = append(all.Objects, kit.VStack(8, kit.CardTitle(say.Text("By reader")),
		kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 860}, kit.Weight(1, pair(v.Readers[0], v.Readers[1])), kit.Weight(1, pair(v.Readers[2], v.Readers[3])))))
	return all
}

// dueCard is what waits to be made now; the first has the page's primary button.
func (s *Screen) dueCard(d *Due, first bool) fyne.CanvasObject {
	kind := kit.Outlined
	if first {
		kind = kit.Primary
	}
	do := kit.NewBtn(kind, d.Button, func() { s.takeDue(d) })
	do.ID = "due." + d.Document + "." + kit.KeyOf(d.EventID)
	words := kit.Fill(10, kit.VStack(2, kit.NewPara(kit.Bold(d.Title)), kit.Note(d.Why)), kit.Space(0, 4), kit.Left(do))
	return kit.NewBox(readerBox, kit.Row(kit.RowOptions{Gap: 14, Equal: true}, kit.Own(kit.Fit(s.mini(d.Document, Choices{EventID: d.EventID}))), kit.Weight(1, words)))
}

// readerBox is the style of the page's cards.
var readerBox = kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: kit.All(14)}

// takeDue goes where what is due is done.
func (s *Screen) takeDue(d *Due) {
	event := data.Place{Kind: data.PlaceEvent, ID: d.EventID}
	switch {
	case d.EventID == 0:
		s.arriveOn(d.Document)
	case d.Written:
		s.deps.GoTo(event)
	default:
		s.deps.BeginAt(event, kit.Begun{Row: data.Minutes{EventID: d.EventID}})
	}
}

// readerCard is what there is for one reader.
func (s *Screen) readerCard(r ForReader) fyne.CanvasObject {
	note := kit.Note(r.Note)
	note.MaxLines = 2
	rows := kit.VStack(12, kit.VStack(0, kit.CardTitle(r.Title), note))
	for _, d := range r.Documents {
		rows.Objects = append(rows.Objects, kit.NewRule(), s.readerRow(d))
	}
	return kit.NewBox(readerBox, rows)
}

// readerRow is one document with its first page and its deeds.
func (s *Screen) readerRow(d Document) fyne.CanvasObject {
	say := s.deps.Say
	open := kit.NewLinkBtn(say.Text("Open"), func() { s.open(d) })
	open.ID = "open." + d.Name
	second := kit.NewLinkBtn(say.Text("Save as…"), func() { s.save(d, Choices{}) })
	second.ID = "save." + d.Name
	if d.Mailed {
		second = kit.NewLinkBtn(say.Text("E-mail…"), func() { s.post(d, Choices{}) })
		second.ID = "mail." + d.Name
	}
	words := kit.Fill(10, kit.VStack(0, kit.NewPara(kit.Bold(d.Title)), kit.Note(d.About)), kit.Space(0, 4), kit.Wrap(12, open, second))
	return kit.Row(kit.RowOptions{Gap: 12, Equal: true}, kit.Own(kit.Fit(s.mini(d.Name, Choices{}))), kit.Weight(1, words))
}
