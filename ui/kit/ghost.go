package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"copleader/ui/look"
)

// Ghost is what moves with the pointer while something is dragged: a paper with its title, and a mark where it would go.
type Ghost struct {
	// Layer is what it is drawn on: over all that it is dragged across.
	Layer *fyne.Container
	paper *canvas.Rectangle
	title *Para
	mark  *canvas.Rectangle
	frame bool
}

// ghostEdge is how far the title stands from the edge of the paper.
const ghostEdge = 10

// NewGhost makes one, out of sight; its mark is a line between things, or a frame around one.
func NewGhost(frame bool) *Ghost {
	g := &Ghost{paper: &canvas.Rectangle{}, title: NewBody(), mark: &canvas.Rectangle{CornerRadius: 2}, frame: frame}
	if frame {
		g.mark.CornerRadius, g.mark.StrokeWidth = look.RadiusField, 2
	}
	g.Layer = container.NewWithoutLayout(g.mark, g.paper, g.title)
	g.Hide()
	return g
}

// Show shows it with a title; without a height it is as high as that needs.
func (g *Ghost) Show(title string, size fyne.Size) {
	BoxStyle{Fill: look.ColorSurface, Border: look.ColorPrimary, Radius: look.RadiusField, Shadow: true}.paint(g.paper)
	g.title.Set(Bold(title))
	if size.Height == 0 {
		size.Height = g.title.HeightFor(size.Width-2*ghostEdge) + 2*ghostEdge
	}
	if g.frame {
		g.mark.StrokeColor = look.Color(look.ColorPrimary)
	} else {
		g.mark.FillColor = look.Color(look.ColorPrimary)
	}
	g.paper.Resize(size)
	g.title.Resize(size.SubtractWidthHeight(2*ghostEdge, 2*ghostEdge))
	g.paper.Show()
	g.title.Show()
}

// MoveTo puts it there, in the layer.
func (g *Ghost) MoveTo(p fyne.Position) {
	g.paper.Move(p)
	g.title.Move(p.AddXY(ghostEdge, ghostEdge))
	g.repaint()
}

// Point puts the mark there, in the layer; without a width it is hidden.
func (g *Ghost) Point(at fyne.Position, size fyne.Size) {
	g.mark.Hidden = size.Width == 0
	g.mark.Move(at)
	g.mark.Resize(size)
	g.repaint()
}

// Hide takes it out of sight.
func (g *Ghost) Hide() {
	g.mark.Hide()
	g.paper.Hide()
	g.title.Hide()
	g.repaint()
}

// repaint paints the layer: what was never painted has no canvas yet, so showing it is not enough.
func (g *Ghost) repaint() { g.Layer.Refresh() }
