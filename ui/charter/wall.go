package charter

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// wallColumns is how the canvas hangs on the wall (data/README.md, Canvas).
var wallColumns = [][]data.BoxKey{
	{data.BoxVision, data.BoxMeasures},
	{data.BoxImportance, data.BoxImpact, data.BoxCommunication},
	{data.BoxHow, data.BoxResources},
}

// wallCard shows the canvas as it will hang on the wall.
type wallCard struct {
	screen *Screen
	card   *kit.Card
	edit   *kit.LinkBtn
	head   *kit.Para
	lines  map[data.BoxKey]*kit.Para
}

// wallGap stands between the boxes on the wall, in points.
const wallGap float32 = 6

func newWallCard(s *Screen) *wallCard {
	w := &wallCard{screen: s, head: kit.NewSmall(), lines: map[data.BoxKey]*kit.Para{}}
	columns := make([]fyne.CanvasObject, len(wallColumns))
	for i, keys := range wallColumns {
		column := &fyne.Container{Layout: &wallColumn{}}
		for _, key := range keys {
			column.Objects = append(column.Objects, w.box(key))
		}
		columns[i] = column
	}
	head := kit.NewBox(kit.BoxStyle{Fill: look.ColorLevel1, Radius: 4, Padding: kit.Sides(9, 10)}, w.head)
	wall := kit.NewBox(kit.BoxStyle{Fill: look.ColorCanvas, Radius: look.RadiusField, Padding: kit.All(10)},
		kit.VStack(wallGap, head, kit.Row(kit.RowOptions{Gap: wallGap, Equal: true, StackBelow: 220},
			kit.Weight(1, columns[0]), kit.Weight(1, columns[1]), kit.Weight(1, columns[2]))))
	w.card = kit.NewCard(s.deps.Say.Text("On the wall"), "", wall)
	w.edit = kit.NewLinkBtn(s.deps.Say.Text("Edit the canvas"), func() { s.open(PartCanvas) })
	w.edit.ID = "wall.edit"
	if !s.deps.ReadOnly {
		w.card.SetCorner(w.edit)
	}
	return w
}

func (w *wallCard) box(key data.BoxKey) fyne.CanvasObject {
	w.lines[key] = kit.NewPara()
	w.lines[key].TextSize = look.SizeCount
	return kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: 4, Padding: kit.All(8)}, w.lines[key])
}

func (w *wallCard) show() {
	v, say := w.screen.state.View(), w.screen.deps.Say
	w.edit.Hidden = w.screen.at == PartCanvas
	w.head.Set(kit.Span{Text: v.Community.Name, Bold: true, Color: look.ColorOnPrimary, Size: look.SizeText},
		kit.Span{Text: "  " + v.Community.Tagline, Color: look.ColorOnPrimary})
	for key, text := range w.lines {
		spans := []kit.Span{kit.Bold(say.Of(key.Phrase()))}
		if lines := v.Boxes[key]; len(lines) > 0 {
			spans = append(spans, kit.Plain("\n"+chartertext.Bullet+strings.Join(lines, "\n"+chartertext.Bullet)))
		}
		text.Set(spans...)
	}
}

// wallColumn puts boxes below one another and shares the room that is left among them.
type wallColumn struct{ width float32 }

// HeightFor is that of the boxes with the gaps between.
func (l *wallColumn) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	sum := wallGap * float32(len(objects)-1)
	for _, o := range objects {
		sum += kit.HeightFor(o, width)
	}
	return sum
}

// Layout places the boxes.
func (l *wallColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	spare := max(0, size.Height-l.HeightFor(objects, size.Width))
	var y float32
	for i, o := range objects {
		more := float32(int(spare / float32(len(objects)-i)))
		spare -= more
		h := kit.HeightFor(o, size.Width) + more
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + wallGap
	}
}

// MinSize is that of the boxes at the width they had last.
func (l *wallColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for _, o := range objects {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, l.HeightFor(objects, max(l.width, w)))
}
