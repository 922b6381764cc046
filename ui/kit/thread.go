package kit

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/look"
)

// Thread is the section of a detail pane that shows where the red thread leads on, each step a way there; where it breaks off
// it says so. It is hidden while there is nothing to show.
type Thread struct {
	deps    Deps
	section *fyne.Container
	// Before, where given, is called before another page is shown: a dialog closes itself.
	Before func()
	// Mend, where given, words the deed that closes a hole, and does it.
	Mend func(data.Hole) (text string, do func())
}

// NewThread makes the section, empty and hidden.
func NewThread(deps Deps) *Thread {
	t := &Thread{deps: deps, section: VStack(6)}
	t.section.Hide()
	return t
}

// Content is what stands in the pane.
func (t *Thread) Content() *fyne.Container { return t.section }

// Set shows the red thread as it is seen from a thing.
func (t *Thread) Set(v data.ThreadView) {
	say := t.deps.Say
	var parts []fyne.CanvasObject
	if len(v.Rows)+len(v.Holes) > 0 {
		parts = append(parts, CardTitle(say.Text("Red thread")))
	}
	for _, row := range v.Rows {
		show := NewLinkBtn(say.Text("Show"), func() { t.lead(row.Node) })
		words := NewSmall(Bold(say.Of(row.Title)), Muted("\n"+say.Of(row.About)))
		parts = append(parts, Row(RowOptions{Gap: look.GapInRow, Align: Middle}, Weight(1, words), Own(show)))
	}
	for _, hole := range v.Holes {
		parts = append(parts, t.hole(hole))
	}
	t.section.Objects, t.section.Hidden = parts, len(parts) == 0
	t.section.Refresh()
}

func (t *Thread) lead(to data.Place) {
	if t.Before != nil {
		t.Before()
	}
	t.deps.GoTo(to)
}

// hole is the sentence about a hole, with the deed that closes it where there is one.
func (t *Thread) hole(h data.Hole) fyne.CanvasObject {
	sentence := NewSmall(Plain(t.deps.Say.Of(h.Text)))
	if t.Mend != nil && !t.deps.ReadOnly {
		if text, do := t.Mend(h); text != "" {
			return Band(look.ColorColumn, VStack(4, sentence, Left(NewLinkBtn(text, do))))
		}
	}
	return Band(look.ColorColumn, sentence)
}
