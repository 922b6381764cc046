package members

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// twinNote says in the form for another member that somebody of that name or address is there; one may still be added.
type twinNote struct {
	screen *Screen
	box    *fyne.Container
	form   *kit.RowForm
	dialog *kit.FormDialog
	twin   Twin
	looked bool
	shown  int64 // whose record is to be shown once the form has gone
}

// watch looks whenever name or address change, and at what stands there now.
func (n *twinNote) watch(form *kit.RowForm) {
	n.form = form
	for _, key := range []string{"name", "email"} {
		form.Entry(key).OnTyped = func(string) { n.look() }
	}
	n.look()
}

func (n *twinNote) look() {
	n.shown = 0
	twin := n.screen.state.TwinOf(n.form.Entry("name").Text, n.form.Entry("email").Text)
	if twin == n.twin && n.looked {
		return
	}
	n.twin, n.looked = twin, true
	n.box.Objects = nil
	if twin.ID != 0 {
		text := kit.NewSmall(kit.Plain(twin.Text))
		text.Ground = look.ColorPrimarySoft
		show := kit.NewLinkBtn(n.screen.deps.Say.Text("Show the record"), n.show)
		show.ID = "twin.show"
		n.box.Objects = []fyne.CanvasObject{kit.Band(look.ColorPrimarySoft, kit.VStack(4, text, kit.Left(show)))}
	}
	kit.SetShown(n.dialog.Label("twin"), twin.ID != 0)
	n.dialog.Relayout()
}

// show leaves the form for the record; where more was filled in than who it is, that is asked about first.
func (n *twinNote) show() {
	n.shown = n.twin.ID
	var typed data.Member
	_ = n.form.ReadInto(&typed) // what can't be read is nothing to lose
	if typed.Unit == "" && len(typed.Knows) == 0 {
		n.dialog.Close()
		return
	}
	n.dialog.Leave()
}
