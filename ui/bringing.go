package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/intake"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// mayBringIn tells whether there is a file into which something can be brought.
func (w *Window) mayBringIn() bool { return w.isOpen() && !w.shell.deps.ReadOnly }

// bringIn goes to the page on which things come in, with what the leader is looking at.
func (w *Window) bringIn(b kit.Bring) {
	switch w.shell.at.spec.name {
	case events.Page:
		b.Likely = exchange.Attendance
	case backlog.Page:
		b.Likely = exchange.Items
	default:
		b.Likely = exchange.People
	}
	w.goTo(intake.Page, b)
}

// dropped takes files that were dropped on the window: a community is opened or brought in, a picture is offered for what is printed,
// everything else is brought in.
func (w *Window) dropped(paths []string) {
	community := ""
	if len(paths) == 1 && strings.EqualFold(filepath.Ext(paths[0]), store.Ext) {
		community = paths[0]
	}
	switch {
	case w.Canvas().Overlays().Top() != nil:
		return // a question stands open
	case community != "" && !w.mayBringIn():
		w.open(community, store.Options{})
	case community != "":
		w.askAboutCommunity(community)
	case len(paths) == 1 && isPicture(paths[0]) && w.mayBringIn():
		w.goTo(charter.Page, kit.Picture{Path: paths[0]})
	case w.mayBringIn():
		w.bringIn(kit.Bring{Paths: paths})
	}
}

// isPicture tells of a file that its name calls a picture.
func isPicture(path string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(path)))
}

// askAboutCommunity asks what is to become of a community file that was dropped while another is open.
func (w *Window) askAboutCommunity(path string) {
	say := w.say()
	var d *kit.Dialog
	do := func(then func()) func() {
		return func() {
			d.Close()
			then()
		}
	}
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), do(func() {}))
	bring := kit.NewBtn(kit.Outlined, say.Text("Bring in what it holds"), do(func() { w.bringIn(kit.Bring{Paths: []string{path}}) }))
	open := kit.NewBtn(kit.Primary, say.Text("Open it"), do(func() { w.open(path, store.Options{}) }))
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: say.Text("Open “%s”?", filepath.Base(path)),
		Body: kit.NewBody(kit.Plain(say.Text("Or bring the people, events and items that it holds into the community that is open."))),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(cancel), kit.Own(bring), kit.Own(open))})
	w.Canvas().Focus(open)
}
