package page

// Paper is a sheet: its name and its size in millimetres.
type Paper struct {
	Name          string
	Width, Height float64
}

// The papers the program prints on, upright.
var (
	A4     = Paper{Name: "A4", Width: 210, Height: 297}
	A3     = Paper{Name: "A3", Width: 297, Height: 420}
	Letter = Paper{Name: "Letter", Width: 215.9, Height: 279.4}
)

// Landscape is the same sheet lying down.
func (p Paper) Landscape() Paper {
	return Paper{Name: p.Name, Width: max(p.Width, p.Height), Height: min(p.Width, p.Height)}
}

// Upright is the same sheet standing.
func (p Paper) Upright() Paper {
	return Paper{Name: p.Name, Width: min(p.Width, p.Height), Height: max(p.Width, p.Height)}
}

// Area is the whole sheet.
func (p Paper) Area() Rect { return Rect{W: p.Width, H: p.Height} }

func (p Paper) lying() bool { return p.Width > p.Height }

// Rect is a place on the paper: its top left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Right is the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center is the middle point.
func (r Rect) Center() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

// Inset is r made smaller by d on all four sides, never below nothing.
func (r Rect) Inset(d float64) Rect { return r.Trimmed(d, d, d, d) }

// Trimmed is r made smaller by a length for each side, never below nothing.
func (r Rect) Trimmed(left, top, right, bottom float64) Rect {
	return Rect{
		X: r.X + left, Y: r.Y + top,
		W: max(0, r.W-left-right), H: max(0, r.H-top-bottom),
	}
}

// CutTop takes a strip of height h from the top and gives it with what is left.
func (r Rect) CutTop(h float64) (strip, rest Rect) {
	h = max(0, min(h, r.H))
	return Rect{r.X, r.Y, r.W, h}, Rect{r.X, r.Y + h, r.W, r.H - h}
}

// CutLeft takes a strip of width w from the left and gives it with what is left.
func (r Rect) CutLeft(w float64) (strip, rest Rect) {
	w = max(0, min(w, r.W))
	return Rect{r.X, r.Y, w, r.H}, Rect{r.X + w, r.Y, r.W - w, r.H}
}
