package health

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
)

// moreFigures holds what a room need not look at until somebody asks (data/README.md, Health figures): a button, and below it the
// lines once it was pressed. Relayout is called after that.
func moreFigures(deps kit.Deps, lines []string, relayout func()) fyne.CanvasObject {
	say, below := deps.Say, kit.VStack(10)
	var button *kit.LinkBtn
	button = kit.NewLinkBtn(say.Text("More figures"), func() {
		if len(below.Objects) > 0 {
			below.Objects = nil
			button.SetText(say.Text("More figures"))
		} else {
			button.SetText(say.Text("Fewer figures"))
			for _, line := range lines {
				below.Objects = append(below.Objects, kit.NewBody(kit.Plain(line)))
			}
		}
		below.Refresh()
		relayout()
	})
	button.ID = "card.more"
	return kit.VStack(6, kit.Row(kit.RowOptions{}, kit.Own(button), kit.Spring()), below)
}
