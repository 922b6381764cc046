package backlog

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// library is the list of what the community has made, and of what else it has finished.
type library struct {
	screen   *Screen
	list     *kit.List[LibraryRow]
	choosing *kit.Choosing // what stands below it
	box      fyne.CanvasObject
	card     fyne.CanvasObject
	uses     map[fyne.CanvasObject]*useLink
}

func newLibrary(s *Screen) *library {
	l := &library{screen: s, uses: map[fyne.CanvasObject]*useLink{}}
	l.list = kit.NewList(kit.ListOptions[LibraryRow]{
		Columns:  l.columns(),
		Key:      func(r LibraryRow) int64 { return r.ID },
		Section:  s.state.LibrarySection,
		OnOpen:   func(r LibraryRow) { s.open(r.ID) },
		OnRename: func(r LibraryRow) { s.rename(r.ID) },
		Menu:     func(r LibraryRow) []*fyne.MenuItem { return l.menu(r) },
		OnDelete: func(LibraryRow) { s.deps.FireOrTell("backlog.remove") },
		Boxes:    !s.deps.ReadOnly, All: s.deps.Say.Text("All shown"), OnMark: s.deps.OnMark(func() { l.choosing.Show() }),
		Arranging: &kit.Arranging{Name: "library", Memory: s.deps.Lists, Say: s.deps.Say},
	})
	s.lists[Library] = l.list
	l.choosing = s.newChoosing(l.list, s.listLine(l.list.ColumnsLink("backlog.columns")), nil, func() { l.box.Refresh() })
	l.box = kit.Fill(10, nil, l.list, l.choosing.Foot())
	l.card = kit.Fit(kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 10, Right: 14, Bottom: 14, Left: 14}}, l.box))
	return l
}

func (l *library) columns() []kit.Column[LibraryRow] {
	say := l.screen.deps.Say
	plain := func(text func(LibraryRow) string) func(LibraryRow) []kit.Span {
		return func(r LibraryRow) []kit.Span { return []kit.Span{kit.Plain(text(r))} }
	}
	columns := []kit.Column[LibraryRow]{
		{ID: "title", Title: say.Text("What"), Weight: 3, Text: titleSpans, Stays: true},
		{ID: "kind", Title: say.Text("Kind"), Fixed: 110, HideBelow: 460, Chip: func(r LibraryRow) (kit.Tone, string) { return kit.PlainTone, r.Kind }},
		{ID: "owner", Title: say.Text("Owner"), Weight: 1.5, HideBelow: 560, Text: plain(func(r LibraryRow) string { return r.Owner })},
		{ID: "done", Title: say.Text("Done on"), Fixed: 100, HideBelow: 320, Text: plain(func(r LibraryRow) string { return r.Done })},
		{ID: "uses", Title: say.Text("Used again"), Fixed: 90, HideBelow: 640, Text: plain(func(r LibraryRow) string { return r.Uses })},
	}
	if l.screen.deps.ReadOnly {
		return columns
	}
	return append(columns, kit.Column[LibraryRow]{ID: "use", Fixed: 90, HideBelow: 720, Make: l.newUse, Show: l.showUse})
}

func titleSpans(r LibraryRow) []kit.Span {
	spans := []kit.Span{kit.Bold(r.Title)}
	for _, second := range []string{r.Outcome, linkShown(r.Link)} {
		if second != "" {
			spans = append(spans, kit.Span{Text: "\n" + second, Color: look.ColorMuted, Size: look.SizeSmall})
		}
	}
	return spans
}

// useLink notes that the thing in its row was used again.
type useLink struct {
	button *kit.LinkBtn
	row    LibraryRow
}

func (l *library) newUse() fyne.CanvasObject {
	u := &useLink{}
	u.button = kit.NewLinkBtn(l.screen.deps.Say.Text("Note a use"), func() { l.screen.askReuse(u.row.ID) })
	cell := kit.Left(u.button)
	l.uses[cell] = u
	return cell
}

func (l *library) showUse(cell fyne.CanvasObject, row LibraryRow) {
	if u := l.uses[cell]; u != nil {
		u.row = row
		u.button.ID = "use." + kit.KeyOf(row.ID)
		u.button.Hidden = !row.Made
	}
}

// show draws the library, or says what belongs there.
func (l *library) show() fyne.CanvasObject {
	s, say := l.screen, l.screen.deps.Say
	if s.state.LibraryEmpty() {
		action := say.Text("Add something that is there already")
		if s.deps.ReadOnly {
			action = ""
		}
		return kit.Empty(say.Text("Here stands what the community has made: guides and templates, agreed ways of working, recordings, links. "+
			"What is finished on the board comes here by itself."), action, func() { s.deps.Commands.Fire("backlog.made") })
	}
	rows := s.state.LibraryRows()
	if len(rows) == 0 {
		return s.nothingFound()
	}
	l.list.SetRows(rows)
	l.list.Follow(s.search, func(r LibraryRow) { s.open(r.ID) })
	return l.card
}

// selects selects an item; false where the list does not show it.
func (l *library) selects(id int64) bool {
	l.list.Select(id)
	row, ok := l.list.Selected()
	return ok && row.ID == id
}

// menu is the context menu of something finished.
func (l *library) menu(row LibraryRow) []*fyne.MenuItem {
	s, say := l.screen, l.screen.deps.Say
	items := s.menuOf(row.ID)
	if row.Link != "" {
		items = append(items, fyne.NewMenuItem(say.Text("Copy the link"), func() { s.copyLink(row.Link) }))
	}
	if s.deps.ReadOnly {
		return items
	}
	move := fyne.NewMenuItem(say.Text("Move to"), nil)
	move.ChildMenu = fyne.NewMenu("", s.columnItems(s.withMarked(row.ID))...)
	return append(append(items, move), s.lastOf(row.ID)...)
}

// copyLink puts a link into the clipboard; the program itself never goes online.
func (s *Screen) copyLink(link string) {
	fyne.CurrentApp().Clipboard().SetContent(link)
	s.deps.Tell(s.deps.Say.Text("The link was copied."))
}
