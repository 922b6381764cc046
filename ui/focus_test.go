package ui

import (
	"fmt"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

// mark is a shape as it is drawn.
type mark struct {
	shape string
	ink   color.Color
}

// marksIn are the shapes that are drawn of something.
func marksIn(o fyne.CanvasObject) (marks []mark) {
	if o == nil || !o.Visible() {
		return nil
	}
	draw := func(ink color.Color, more ...any) {
		marks = append(marks, mark{fmt.Sprintf("%T %v %v %v %v", o, o.Position(), o.Size(), ink, more), ink})
	}
	switch o := o.(type) {
	case *canvas.Rectangle:
		draw(o.FillColor)
		if o.StrokeWidth > 0 {
			draw(o.StrokeColor, o.StrokeWidth)
		}
	case *canvas.Circle:
		draw(o.FillColor)
	case *canvas.Line:
		draw(o.StrokeColor, o.StrokeWidth)
	case *canvas.Text:
		draw(o.Color, o.Text)
	case *fyne.Container:
		for _, child := range o.Objects {
			marks = append(marks, marksIn(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			marks = append(marks, marksIn(child)...)
		}
	}
	return marks
}

// Given any page in any look, when Tab goes round, then each thing that gets the focus shows it, with a mark of enough contrast.
func TestFocusIsSeenOnEveryPage(t *testing.T) {
	for name, variant := range variants {
		if variant == look.System {
			continue // one of the others
		}
		st := setStage(t, uitest.Options{})
		st.start(Start{Demo: true})
		st.w.setLook(variant, ordinaryScale)
		for _, spec := range pageSpecs {
			st.Fire("view." + spec.name)
			c := st.Win.Canvas()
			c.Unfocus()
			var seen []fyne.Focusable
			for range 200 {
				c.FocusNext()
				f := c.Focused()
				if f == nil || slices.Contains(seen, f) {
					break
				}
				seen = append(seen, f)
				st.wantFocusSeen(name + ", " + spec.name)
			}
			if len(seen) < 3 {
				t.Errorf("%s, %s: Tab reaches %d things", name, spec.name, len(seen))
			}
		}
		st.w.closeCommunity()
	}
}

// wantFocusSeen wants a mark where the focus is that is not there without it.
func (st *stage) wantFocusSeen(where string) {
	st.t.Helper()
	c := st.Win.Canvas()
	f := c.Focused()
	o, is := f.(fyne.CanvasObject)
	if !is {
		st.t.Fatalf("%s: %T has the focus", where, f)
	}
	with := marksIn(o)
	c.Unfocus()
	without := marksIn(o)
	c.Focus(f)
	for _, m := range with {
		ground := max(look.Contrast(m.ink, look.Color(look.ColorSurface)), look.Contrast(m.ink, look.Color(look.ColorCanvas)))
		if _, _, _, alpha := m.ink.RGBA(); alpha > 0xf000 && ground >= 3 && !slices.Contains(without, m) {
			return
		}
	}
	st.t.Errorf("%s: nothing shows that %T %q has the focus", where, f, st.FocusText())
}
