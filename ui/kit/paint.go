package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/ui/look"
)

// drawn is the renderer of the kit's own widgets. Colours and sizes are read again in refresh, since canvas primitives don't
// follow a change of theme by themselves.
type drawn struct {
	widget  fyne.Widget
	objects func() []fyne.CanvasObject
	layout  func(size fyne.Size)
	least   func() fyne.Size
	refresh func()
}

// Objects are in painting order.
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects() }

// Layout places the parts.
func (d *drawn) Layout(size fyne.Size) { d.layout(size) }

// MinSize is the smallest size.
func (d *drawn) MinSize() fyne.Size { return d.least() }

// Refresh reads colours and sizes again and repaints.
func (d *drawn) Refresh() {
	if d.refresh != nil {
		d.refresh()
	}
	d.layout(d.widget.Size())
	canvas.Refresh(d.widget)
}

// Destroy has nothing to give back.
func (d *drawn) Destroy() {}

// Drawing is how a screen draws a widget of its own from what lies under it.
type Drawing struct {
	Objects []fyne.CanvasObject // in painting order
	Layout  func(size fyne.Size)
	Least   func() fyne.Size
	// Refresh reads colours and sizes again; nil where nothing is painted.
	Refresh func()
}

// Render is the renderer of a widget that is drawn so.
func Render(w fyne.Widget, d Drawing) fyne.WidgetRenderer {
	return &drawn{widget: w, objects: always(d.Objects...), layout: d.Layout, least: d.Least, refresh: d.Refresh}
}

// always makes a constant list of objects.
func always(objects ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return objects }
}

// textSize is the size of a text in a named size.
func textSize(text string, size fyne.ThemeSizeName, style fyne.TextStyle) fyne.Size {
	return fyne.MeasureText(text, look.Size(size), style)
}

// lineHeightOf is the height of a line of text in a named size, in whole points.
func lineHeightOf(size fyne.ThemeSizeName, bold bool) float32 {
	return up(textSize("Mg", size, fyne.TextStyle{Bold: bold}).Height)
}

// baselineOf is how far below its top a text's baseline lies.
func baselineOf(size fyne.ThemeSizeName, style fyne.TextStyle) float32 {
	_, baseline := fyne.CurrentApp().Driver().RenderedTextSize("Mg", look.Size(size), style, nil)
	return baseline
}

// paintText gives a text its colour and size from the theme.
func paintText(t *canvas.Text, ink fyne.ThemeColorName, size fyne.ThemeSizeName) {
	t.Color = look.Color(ink)
	t.TextSize = look.Size(size)
}

// boldText is a bold canvas text.
func boldText(text string) *canvas.Text {
	t := canvas.NewText(text, color.Black)
	t.TextStyle.Bold = true
	return t
}

// wrapRenderer is the renderer of a widget that is one container.
func wrapRenderer(w fyne.Widget, inner *fyne.Container) fyne.WidgetRenderer {
	return &drawn{
		widget: w, objects: always(inner),
		layout: func(size fyne.Size) {
			inner.Resize(size)
			inner.Layout.Layout(inner.Objects, size)
		},
		least:   func() fyne.Size { return inner.MinSize() },
		refresh: func() { inner.Refresh() },
	}
}
