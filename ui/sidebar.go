package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// sidebar is the navigation: whose community it is, the way to everything, the pages with what waits on them, and below whether
// all is saved.
type sidebar struct {
	shell   *shell
	root    *fyne.Container
	paper   *canvas.Rectangle
	name    *kit.Para
	tagline *kit.Para
	listed  []*place // those in the navigation, with their rows
	rows    []*navRow
	scroll  *kit.Scroll
	unkept  *kit.WarnBtn // what is not kept yet, in place of the words that all is
	foot    *kit.Para
	guests  fyne.CanvasObject // that guest view is on, with the way out
	undo    *kit.LinkBtn      // the newest deed's, also once its notice has gone
	warning *fyne.Container   // that there is no copy of today, with the way on
	naming  *fyne.Container   // that copies still name somebody who was forgotten, with the way on
}

func newSidebar(s *shell) *sidebar {
	say := s.deps.Say
	b := &sidebar{shell: s, paper: &canvas.Rectangle{}, name: kit.CardTitle(""), tagline: kit.Note(""), foot: kit.Note("")}
	b.name.MaxLines, b.tagline.MaxLines = 2, 3
	way := newNavRow("palette", say.Text("Go to…"), func() { s.deps.Commands.Fire("help.palette") })
	way.note, way.bordered = kit.ShortcutWords(kit.Ctrl(fyne.KeyK)), true
	head := kit.VStack(4, b.name, b.tagline)
	entries := kit.VStack(2)
	for _, p := range s.places {
		if !p.spec.listed() {
			continue
		}
		row := newNavRow("page."+p.spec.name, p.spec.title(say), func() { s.deps.Commands.Fire("view." + p.spec.name) })
		b.listed, b.rows = append(b.listed, p), append(b.rows, row)
		entries.Objects = append(entries.Objects, row)
	}
	b.scroll = kit.NewScroll(kit.VStack(12, kit.Pad(kit.Sides(0, rowSide), head), way, entries))
	b.scroll.Edges = kit.Edges{Top: 18, Right: 12, Bottom: 8, Left: 12}
	b.unkept = kit.NewWarnBtn("", s.window.showUnkept)
	b.unkept.ID = "unkept"
	b.undo = kit.NewLinkBtn(say.Text("Undo the last deed"), func() { s.deps.Commands.Fire("edit.undo") })
	b.undo.ID = "foot.undo"
	on := kit.NewLinkBtn(say.Text("What to do…"), s.window.askUncopied)
	on.ID = "foot.uncopied"
	b.warning = kit.VStack(2, kit.NewSmall(kit.Warned(say.Text("No proven copy of today"))), kit.Left(on))
	whose := kit.NewLinkBtn(say.Text("What to do…"), s.window.askNaming)
	whose.ID = "foot.naming"
	b.naming = kit.VStack(2, kit.NewSmall(kit.Warned(say.Text("Copies still name somebody who was forgotten"))), kit.Left(whose))
	b.guests = b.guestSign()
	foot := kit.Pad(kit.Edges{Top: 8, Right: 12, Bottom: 26, Left: 22}, kit.VStack(6, b.guests, kit.Left(b.undo), b.unkept, b.foot, b.warning, b.naming))
	b.root = &fyne.Container{Layout: sideLayout{}, Objects: []fyne.CanvasObject{b.paper, b.scroll, foot}}
	b.refresh()
	return b
}

// refresh shows what was last read.
func (b *sidebar) refresh() {
	s, say := b.shell, b.shell.deps.Say
	b.paper.FillColor = look.Color(look.ColorSurface)
	if s.snapshot != nil {
		b.name.SetText(s.snapshot.Community.Name)
		b.tagline.SetText(s.snapshot.Community.Tagline)
		b.tagline.Hidden = s.snapshot.Community.Tagline == ""
		for i, p := range b.listed {
			words := ""
			if n := s.waits[p.spec.name]; n > 0 {
				words = say.Text("%d", n)
			}
			b.rows[i].setBadge(words)
		}
	}
	for i, p := range b.listed {
		b.rows[i].selected = s.at != nil && (p == s.at || p.spec.name == s.at.spec.of)
		b.rows[i].Refresh()
	}
	b.drawFoot()
	b.warning.Hidden, b.naming.Hidden = s.uncopied == nil, s.naming == nil
	kit.SetShown(b.guests, s.window.guests)
	b.undo.Hidden = s.undo == "" || s.deps.ReadOnly
	b.root.Refresh()
}

// showFoot shows whether all is saved.
func (b *sidebar) showFoot() {
	if b.drawFoot() {
		b.root.Refresh()
	}
}

// drawFoot words the foot and tells whether it changed.
func (b *sidebar) drawFoot() (changed bool) {
	register, earlier := b.shell.deps.Unkept, len(b.shell.window.rescue.earlier)
	n := len(register.Refused()) + earlier
	unkept, words := "", b.footWords(n > 0, register.Filling())
	switch {
	case earlier > 0:
		unkept = b.shell.deps.Say.Count(n, "%d text is not kept yet", "%d texts are not kept yet")
	case n > 0:
		unkept = b.shell.deps.Say.Count(n, "%d field is not kept yet", "%d fields are not kept yet")
	}
	if unkept == b.unkept.Text() && words == b.foot.Text() {
		b.unkept.Hidden = n == 0
		return false
	}
	b.unkept.SetText(unkept)
	b.foot.SetText(words)
	b.unkept.Hidden, b.foot.Hidden = n == 0, words == ""
	return true
}

// reveal scrolls to the page that is shown, where the window is too low for all of them.
func (b *sidebar) reveal() {
	for _, row := range b.rows {
		if row.selected {
			b.scroll.ScrollTo(row)
		}
	}
}

// footWords say whether all is saved, and what is special about the file for as long as it is open.
func (b *sidebar) footWords(unkept, filling bool) string {
	say := b.shell.deps.Say
	switch {
	case b.shell.window.demo:
		return say.Text("Demo community\nNothing here is kept")
	case b.shell.deps.ReadOnly:
		return say.Text("Read only")
	case b.shell.unreadable:
		return say.Text("The file can't be read")
	}
	var lines []string
	switch {
	case filling && !unkept:
		lines = append(lines, say.Text("What you are filling in is not saved yet"))
	case !unkept:
		lines = append(lines, say.Text("All changes saved"))
	}
	if proven := b.shell.proven; proven != 0 {
		lines = append(lines, say.Text("Copy proven %s", proven))
	}
	return strings.Join(lines, "\n")
}

// sideLayout puts the foot at the foot; above it the list scrolls where the window is low or the text large.
type sideLayout struct{}

// Layout places paper, list and foot.
func (sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	foot := kit.HeightFor(o[2], size.Width)
	put(o[0], 0, 0, size.Width, size.Height)
	put(o[1], 0, 0, size.Width, size.Height-foot)
	put(o[2], 0, size.Height-foot, size.Width, foot)
}

// MinSize is small: the frame gives the sidebar its size.
func (sideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 100) }
