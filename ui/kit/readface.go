package kit

import (
	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// face is a picture of what a field holds, read in place of its text. The field lies at its top once it is gone into, and below that, in
// the room of the picture, stands how what is typed is read: so nothing around it moves.
type face struct {
	picture fyne.CanvasObject
	said    *Para
}

// faceWidth has room for a day in a field, in points at text scale 1.
const faceWidth float32 = 150

// wear has the field read as a picture of what it holds.
func (r *Reading) wear(picture fyne.CanvasObject) {
	r.face = &face{picture: picture, said: NewSmall()}
	r.face.said.Hide()
}

// tell says how what is typed is read, where the field has room for that; else it is not ok.
func (r *Reading) tell(said string) (ok bool) {
	if r.face == nil {
		return false
	}
	r.face.said.Set(Muted(said))
	r.face.said.Hidden = said == ""
	r.Refresh()
	return true
}

// heightFor has room for the picture, and for the field with a sentence below it.
func (f *face) heightFor(r *Reading, width float32) float32 {
	field := up(lineHeightOf(look.SizeText, false)) + 16
	if r.open {
		field = HeightFor(r.input, width)
	}
	return max(HeightFor(f.picture, width), field+readGap+max(up(lineHeightOf(look.SizeSmall, false)), HeightFor(f.said, width)))
}

// renderer draws the picture, or the field in its place.
func (f *face) renderer(r *Reading) fyne.WidgetRenderer {
	ring, veil, paint := r.frame()
	return &drawn{
		widget: r, refresh: paint,
		objects: func() []fyne.CanvasObject {
			if r.open {
				return []fyne.CanvasObject{r.input, f.said}
			}
			return []fyne.CanvasObject{ring.ring, ring.gap, f.picture, veil}
		},
		layout: func(size fyne.Size) {
			if r.open {
				high := HeightFor(r.input, size.Width)
				place(r.input, 0, 0, size.Width, high)
				place(f.said, 0, high+readGap, size.Width, HeightFor(f.said, size.Width))
				return
			}
			ring.place(size, look.RadiusField)
			for _, o := range []fyne.CanvasObject{f.picture, veil} {
				place(o, 0, 0, size.Width, size.Height)
			}
		},
		least: func() fyne.Size {
			width := lastWidth(r.Size().Width, r.NaturalWidth())
			return fyne.NewSize(min(width, r.NaturalWidth()), r.HeightFor(width))
		},
	}
}
