package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/look"
)

// veil lies over the whole window behind a dialog and holds the dialog's panel in its middle. Fyne's own takes the cursor out of the
// field at every click beside it.
type veil struct {
	widget.BaseWidget
	dialog *Dialog
	panel  *fyne.Container
	was    fyne.Focusable // what had the focus when the pointer was pressed
	within fyne.Size      // the window that top was found in
	top    float32        // of the panel
	notice *NoticeBar     // which floats over it, nil for none
}

func newVeil(d *Dialog, panel *fyne.Container) *veil {
	v := &veil{dialog: d, panel: panel}
	v.ExtendBaseWidget(v)
	return v
}

// MouseDown remembers where the cursor is: the driver takes it away before anything else is told.
func (v *veil) MouseDown(*desktop.MouseEvent) { v.was = v.dialog.canvas.Focused() }

// MouseUp is not wanted here.
func (v *veil) MouseUp(*desktop.MouseEvent) {}

// Tapped is a click beside everything: the cursor stays where it was.
func (v *veil) Tapped(*fyne.PointEvent) {
	if v.was != nil && v.dialog.canvas.Focused() == nil {
		comeBack(v.dialog.canvas, v.was)
	}
	v.was = nil
}

// TappedSecondary is such a click too.
func (v *veil) TappedSecondary(e *fyne.PointEvent) { v.Tapped(e) }

// comeBack puts the cursor back to where it was, in the middle of a visit.
func comeBack(c fyne.Canvas, to fyne.Focusable) {
	if f, is := to.(interface{ comeBack(c fyne.Canvas) }); is {
		f.comeBack(c)
		return
	}
	c.Focus(to)
}

// place is where a panel as large as that lies: in the middle of the window at first. It stays where it is as it gets higher or lower, so that
// no field moves away from whoever writes in it; only what would not fit below has it go up.
func (v *veil) place(panel, window fyne.Size) fyne.Position {
	if v.within != window {
		v.within, v.top = window, whole((window.Height-panel.Height)/2)
	}
	v.top = max(0, min(v.top, whole(window.Height-panel.Height-dialogEdge)))
	return fyne.NewPos(whole((window.Width-panel.Width)/2), v.top)
}

// placeNotice puts the notice below the panel, else above it; where the window has room for neither, over the end of what scrolls in it.
func (v *veil) placeNotice(panel, window fyne.Size) {
	width := min(window.Width-2*dialogEdge, up(scaled(noticeWidth)), v.notice.NaturalWidth())
	height := v.notice.HeightFor(width)
	y := v.top + panel.Height + dialogEdge/2
	if y+height > window.Height {
		y = v.top - dialogEdge/2 - height
	}
	if y < 0 {
		y = v.top + panel.Height - HeightFor(v.dialog.foot, panel.Width) - height
	}
	place(v.notice, whole((window.Width-width)/2), max(0, whole(y)), width, height)
}

// noticeWidth is how wide a notice is at most, at text scale 1, in points.
const noticeWidth float32 = 760

// dialogEdge is what a dialog keeps of the window above and below it at least.
const dialogEdge = 16

// Parts are the children.
func (v *veil) Parts() []fyne.CanvasObject {
	if v.notice != nil {
		return []fyne.CanvasObject{v.panel, v.notice}
	}
	return []fyne.CanvasObject{v.panel}
}

// CreateRenderer draws the shade over the window, and the panel on its ground.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	blur, shade, ground := canvas.NewBlur(0), &canvas.Rectangle{}, &canvas.Rectangle{}
	paint := func() {
		blur.Radius = look.Size(theme.SizeNameModalBlurRadius)
		shade.FillColor = look.Color(theme.ColorNameShadow)
		ground.FillColor, ground.CornerRadius = look.Color(theme.ColorNameOverlayBackground), look.Size(theme.SizeNamePopupRadius)
		ground.StrokeColor, ground.StrokeWidth = look.Color(look.ColorLine), 1 // in the highest contrast nothing else tells it from the page
		ground.Shadow = canvas.Shadow{Color: look.Color(theme.ColorNameShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
	}
	paint()
	return &drawn{
		widget: v, objects: func() []fyne.CanvasObject { return append([]fyne.CanvasObject{blur, shade, ground}, v.Parts()...) },
		refresh: func() { paint(); v.panel.Refresh() },
		layout: func(size fyne.Size) {
			blur.Resize(size)
			shade.Resize(size)
			panel := v.dialog.size()
			at := v.place(panel, size)
			for _, o := range []fyne.CanvasObject{ground, v.panel} {
				o.Move(at)
				o.Resize(panel)
			}
			if v.notice != nil {
				v.placeNotice(panel, size)
			}
		},
		least: func() fyne.Size { return fyne.NewSize(280, 120) },
	}
}
