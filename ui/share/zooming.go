package share

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
)

// zooms are the sizes in which a page is shown; 1 is as wide as there is room.
var zooms = []float32{0.5, 0.75, 1, 1.25, 1.5, 2, 3}

// zoomRow is what makes the page larger and smaller.
func (r *reader) zoomRow() fyne.CanvasObject {
	say := r.screen.deps.Say
	r.smaller = kit.NewBtn(kit.Outlined, "–", func() { r.zoomBy(-1) })
	r.larger = kit.NewBtn(kit.Outlined, "+", func() { r.zoomBy(1) })
	r.zoomed = kit.NewLinkBtn(say.Text("%d %%", 100), func() { r.zoomTo(1) })
	r.smaller.ID, r.larger.ID, r.zoomed.ID = "reader.smaller", "reader.larger", "reader.zoom"
	return kit.Row(kit.RowOptions{Gap: 6, Align: kit.Middle}, kit.Own(r.smaller), kit.Own(r.larger), kit.Own(r.zoomed))
}

// zoomBy shows the page so many steps larger.
func (r *reader) zoomBy(steps int) {
	at := slices.Index(zooms, r.sheet.zoom) + steps
	if at >= 0 && at < len(zooms) {
		r.zoomTo(zooms[at])
	}
}

// zoomTo shows the page in a size; a larger one is drawn anew, so that it is sharp.
func (r *reader) zoomTo(zoom float32) {
	if zoom == r.sheet.zoom {
		return
	}
	r.sheet.zoom = zoom
	r.showZoom()
	r.pan.Refresh()
	r.screen.page.Refresh()
	r.screen.page.Relayout()
	if r.drawing != nil {
		r.show(r.page)
	}
}

func (r *reader) showZoom() {
	r.zoomed.SetText(r.screen.deps.Say.Text("%d %%", int(r.sheet.zoom*100+0.5)))
	able(r.smaller, r.sheet.zoom > zooms[0])
	able(r.larger, r.sheet.zoom < zooms[len(zooms)-1])
}

// takeKey turns pages and scrolls them; one that is wider than its room is moved sideways to its edge first.
func (r *reader) takeKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		if !r.screen.page.ScrollPage(1) && !r.turning {
			r.turnTo(r.page+1, atTop)
		}
	case fyne.KeyPageUp:
		if !r.screen.page.ScrollPage(-1) && !r.turning {
			r.turnTo(r.page-1, atFoot)
		}
	case fyne.KeyRight:
		if !r.pan.move(1) {
			r.turnTo(r.page+1, atTop)
		}
	case fyne.KeyLeft:
		if !r.pan.move(-1) {
			r.turnTo(r.page-1, atTop)
		}
	case fyne.KeyHome:
		r.turnTo(0, atTop)
	case fyne.KeyEnd:
		if r.drawing != nil {
			r.turnTo(r.drawing.Pages()-1, atTop)
		}
	default:
		return false
	}
	return true
}

// takeRune makes the page larger and smaller.
func (r *reader) takeRune(letter rune) bool {
	switch letter {
	case '+', '=':
		r.zoomBy(1)
	case '-', '–':
		r.zoomBy(-1)
	case '0':
		r.zoomTo(1)
	default:
		return false
	}
	return true
}

// Where a page is begun to be read once it was turned to.
type place int

const (
	asItIs place = iota
	atTop
	atFoot
)

// turnTo shows another page, from its top or its foot on.
func (r *reader) turnTo(page int, at place) {
	if r.drawing != nil && page >= 0 && page < r.drawing.Pages() {
		r.begin = at
		r.show(page)
	}
}

// arrived scrolls to where the page is begun to be read.
func (r *reader) arrived() {
	switch r.begin {
	case atTop:
		r.screen.page.ScrollToTop(r.turn)
	case atFoot:
		r.screen.page.ScrollToEnd()
	}
	r.begin = asItIs
}

// TakeKey turns the pages of the document that is looked at.
func (s *Screen) TakeKey(e *fyne.KeyEvent) bool { return s.reader != nil && s.reader.takeKey(e) }

// TakeRune makes them larger and smaller.
func (s *Screen) TakeRune(letter rune) bool { return s.reader != nil && s.reader.takeRune(letter) }
