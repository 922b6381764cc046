package members

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// listCard is the roster with the line that says what is shown of it.
func (s *Screen) listCard() fyne.CanvasObject {
	s.list = kit.NewList(kit.ListOptions[int64]{
		Columns:  s.columns(),
		Key:      func(id int64) int64 { return id },
		OnSelect: s.selectPerson,
		OnTap:    func(int64) { s.beside.Open(true) },
		OnOpen: func(int64) {
			s.beside.Open(true)
			s.pane.fields.FocusFirst()
		},
		OnRename: func(int64) {
			s.beside.Open(true)
			s.pane.rename()
		},
		OnDelete: func(int64) { s.deps.FireOrTell("members.remove") },
		Menu:     s.menuOf,
		OnSort: func(column string, descending bool) {
			s.state.SortBy(Order{Column: Column(column), Reversed: descending})
			s.showList()
		},
		Arranging: &kit.Arranging{Name: Page, Memory: s.deps.Lists, Say: s.deps.Say},
		Boxes:     !s.deps.ReadOnly, All: s.deps.Say.Text("All shown"), OnMark: s.deps.OnMark(func() { s.choosing.Show() }),
	})
	s.order = kit.Note("")
	s.nobody = kit.VStack(0)
	s.nobody.Hide()
	s.moving = kit.NewLinkBtn(s.deps.Say.Text("People moving"), func() { s.deps.Commands.Fire("members.moving") })
	s.moving.ID = "members.moving"
	s.foot = kit.Pad(kit.Edges{Right: 10, Left: 10},
		kit.Row(kit.RowOptions{Gap: 14, Align: kit.Middle}, kit.Weight(1, s.order), kit.Own(s.list.ColumnsLink("members.columns")), kit.Own(s.deps.PrintLink("members.print")), kit.Own(s.moving)))
	s.choosing = s.newChoosing(s.foot)
	s.joining = kit.VStack(0)
	s.joining.Hide()
	s.first = kit.VStack(0)
	s.first.Hide()
	s.listBox = kit.Fill(10, kit.VStack(10, s.first, s.joining), kit.Over(s.list, s.nobody), s.choosing.Foot())
	return kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 10, Right: 14, Bottom: 16, Left: 14}}, s.listBox)
}

// columns are those of the roster. The list holds IDs only; rows are worded when they come into view, and the state sorts,
// so that lists of ten thousand stay quick and documents print the same order.
func (s *Screen) columns() []kit.Column[int64] {
	muted := func(text string) []kit.Span { return []kit.Span{kit.Muted(text)} }
	columns := map[Column]kit.Column[int64]{
		ByName: {Weight: 2.5, Text: s.nameSpans},
		ByUnit: {Weight: 1.35, HideBelow: 430, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(s.state.Row(id).Unit)} }},
		ByLevel: {Fixed: 90, Chip: func(id int64) (kit.Tone, string) {
			return kit.PlainTone, s.state.Row(id).Level
		}},
		ByEvents:    {Fixed: 54, HideBelow: 340, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(s.state.Row(id).Events)} }},
		ByKnows:     {Weight: 1.5, HideBelow: 540, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(s.state.Row(id).Knows)} }},
		ByEmail:     {Weight: 2, HideBelow: 340, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(s.state.Row(id).Email)} }},
		ByInterests: {Weight: 1.5, HideBelow: 340, Text: func(id int64) []kit.Span { return []kit.Span{kit.Plain(s.state.Row(id).Interests)} }},
		ByJoined:    {Fixed: 74, HideBelow: 340, Text: func(id int64) []kit.Span { return muted(s.state.Row(id).Joined) }},
		BySeen:      {Fixed: 74, HideBelow: 420, Text: func(id int64) []kit.Span { return muted(s.state.Row(id).Seen) }},
	}
	out := make([]kit.Column[int64], len(Columns))
	for i, id := range Columns {
		c := columns[id]
		c.ID, c.Title = string(id), columnWord(s.deps.Say, id)
		c.Off, c.Stays = slices.Contains(rarerColumns, id), id == ByName
		if slices.Contains(ownColumns, id) {
			c.Hidden = s.deps.ForGuests
		}
		c.Compare = func(int64, int64) int { return 0 } // can be sorted by; the state does it
		out[i] = c
	}
	return out
}

func (s *Screen) nameSpans(id int64) []kit.Span {
	row := s.state.Row(id)
	spans := []kit.Span{kit.Bold(row.Name)}
	if row.Second != "" {
		spans = append(spans, kit.Span{Text: "\n" + row.Second, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	if row.Alert != "" {
		between := "\n"
		if row.Second != "" {
			between = " · "
		}
		spans = append(spans, kit.Span{Text: between, Color: look.ColorMuted, Size: look.SizeSmall},
			kit.Span{Text: row.Alert, Color: look.ColorMuted, Size: look.SizeSmall, Sign: kit.Triangle})
	}
	return spans
}

func (s *Screen) showList() {
	s.list.SetRows(s.state.VisibleIDs())
	o := s.state.Order()
	if column, reversed := s.list.Sorted(); column != string(o.Column) || reversed != o.Reversed {
		s.list.SortBy(string(o.Column), o.Reversed)
	}
	// Selecting scrolls there, so it is done for another person only: a reload must not move the list under the hand.
	if row, chosen := s.list.Selected(); !chosen || row != s.state.Selected() {
		s.list.Select(s.state.Selected())
	}
	s.order.Set(kit.Muted(s.state.OrderLine()))
	s.moving.Hidden = !s.state.Enough()
	s.showFirst()
	s.showJoining()
	s.showNobody()
	s.listBox.Refresh()
}

// showFirst says on a roster of nobody but the leader how the others come in; that is the deed of the page then.
func (s *Screen) showFirst() {
	say, alone := s.deps.Say, s.state.Total() <= 1 && !s.deps.ReadOnly
	s.first.Hidden, s.first.Objects = !alone, nil
	if s.add != nil {
		s.add.SetKind(kit.Primary)
	}
	if !alone {
		return
	}
	s.add.SetKind(kit.Outlined)
	bring := kit.NewBtn(kit.Primary, say.Text("Paste a list or drop a file"), func() { s.deps.Commands.Fire("members.bring") })
	bring.ID = "members.bring.first"
	text := kit.NewBody(kit.Plain(say.Text("Add the people you would like to have with you; a name is enough. Names from an e-mail or a spreadsheet come in at once.")))
	text.Ground = look.ColorPrimarySoft
	s.first.Objects = []fyne.CanvasObject{kit.Band(look.ColorPrimarySoft, kit.VStack(8, text, kit.Left(bring)))}
}

// showNobody says in the list's place that nobody was found, with a way back.
func (s *Screen) showNobody() {
	none := len(s.state.visible) == 0
	s.nobody.Hidden, s.list.Hidden = !none, none
	if !none {
		return
	}
	say := s.deps.Say
	empty := kit.Empty(say.Text("Nobody found. Names, units, addresses and what people may be asked about are searched."),
		say.Text("Show everyone"), func() {
			s.state.Choose(Everyone)
			s.state.Search("")
			s.search.Reset("")
			s.show()
		})
	s.nobody.Objects = []fyne.CanvasObject{kit.Pad(kit.All(10), empty)}
}
