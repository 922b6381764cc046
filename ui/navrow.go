package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// navRow is a line to press that goes somewhere: an entry of the navigation, or of what the palette found.
type navRow struct {
	widget.BaseWidget
	id       string
	text     string
	note     string // muted, at the right
	badge    *kit.Chip
	selected bool
	// bordered draws it as a field: the way to the palette.
	bordered bool
	press    func()
	hovered  bool
	focused  bool
}

func newNavRow(id, text string, press func()) *navRow {
	r := &navRow{id: id, text: text, press: press, badge: kit.NewBadge(kit.WarnTone, "")}
	r.badge.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// setBadge shows what waits; nothing for 0.
func (r *navRow) setBadge(words string) {
	r.badge.Set(kit.WarnTone, words)
	if words == "" {
		r.badge.Hide()
	} else {
		r.badge.Show()
	}
	r.Refresh()
}

// Tapped goes there.
func (r *navRow) Tapped(*fyne.PointEvent) { kit.Guard(r.press) }

// TypedKey goes there on Enter and Space; everything else is for the window.
func (r *navRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		kit.Guard(r.press)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune is not wanted here.
func (r *navRow) TypedRune(rune) {}

// FocusGained shows the ring, where it can be seen.
func (r *navRow) FocusGained() {
	r.focused = true
	r.Refresh()
	kit.FocusInSight()
}

// FocusLost takes the ring away.
func (r *navRow) FocusLost() { r.focused = false; r.Refresh() }

// MouseIn shows that a press would do something.
func (r *navRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved is not wanted here.
func (r *navRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hover.
func (r *navRow) MouseOut() { r.hovered = false; r.Refresh() }

// Cursor is the hand.
func (r *navRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// UINode tells those who walk the window what this is.
func (r *navRow) UINode() (kind, id, text string) { return "nav", r.id, r.text }

// UIValue is what stands at the right: the badge or the note.
func (r *navRow) UIValue() string {
	if r.badge.Visible() {
		return r.badge.Text()
	}
	return r.note
}

// Parts are the children: none that act by themselves.
func (r *navRow) Parts() []fyne.CanvasObject { return nil }

// AccessibilityLabel is the text.
func (r *navRow) AccessibilityLabel() string { return r.text }

// AccessibilityRole is that of a button.
func (r *navRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is that of a line with room to hit it.
func (r *navRow) HeightFor(float32) float32 {
	return float32(int(fyne.MeasureText("Mg", look.Size(look.SizeText), fyne.TextStyle{}).Height)) + 17
}

// CreateRenderer links the row to its drawing.
func (r *navRow) CreateRenderer() fyne.WidgetRenderer {
	d := &navRowDrawing{row: r, ring: &canvas.Rectangle{}, gap: &canvas.Rectangle{}, bar: &canvas.Rectangle{}, body: &canvas.Rectangle{},
		text: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	d.paint()
	return d
}

// navRowDrawing is the renderer of a navRow.
type navRowDrawing struct {
	row                  *navRow
	ring, gap, bar, body *canvas.Rectangle
	text, note           *canvas.Text
}

// rowSide stands between a row's edge and its text, in points.
const rowSide float32 = 10

func (d *navRowDrawing) paint() {
	r := d.row
	d.ring.Hidden, d.gap.Hidden = !r.focused, !r.focused
	d.ring.FillColor, d.gap.FillColor = look.Color(look.ColorPrimary), look.Color(look.ColorSurface)
	d.ring.CornerRadius, d.gap.CornerRadius = look.RadiusField+3, look.RadiusField+1
	d.bar.Hidden = !r.selected
	d.bar.FillColor = look.Color(look.ColorPrimary)
	d.bar.TopLeftCornerRadius, d.bar.BottomLeftCornerRadius = look.RadiusField, look.RadiusField
	d.body.CornerRadius = look.RadiusField
	d.body.StrokeWidth, d.body.FillColor = 0, look.Color(look.ColorSurface)
	switch {
	case r.selected:
		d.body.FillColor = look.Color(look.ColorPrimarySoft)
	case r.bordered:
		d.body.StrokeWidth, d.body.StrokeColor = 1, look.Color(look.ColorField)
	}
	if r.hovered && !r.selected {
		d.body.FillColor = look.Mix(look.Color(look.ColorInk), look.Color(look.ColorSurface), 0.055)
	}
	ink := look.ColorInk
	switch {
	case r.selected:
		ink = look.ColorPrimary
	case r.bordered:
		ink = look.ColorMuted
	}
	d.text.Text, d.text.Color, d.text.TextSize = r.text, look.Color(ink), look.Size(look.SizeText)
	d.text.TextStyle.Bold = r.selected
	d.note.Text, d.note.Color, d.note.TextSize = r.note, look.Color(look.ColorMuted), look.Size(look.SizeSmall)
	if r.bordered {
		d.text.TextSize = look.Size(look.SizeBody)
	}
}

// Layout places the parts on whole points.
func (d *navRowDrawing) Layout(size fyne.Size) {
	put(d.ring, -3, -3, size.Width+6, size.Height+6)
	put(d.gap, -1, -1, size.Width+2, size.Height+2)
	put(d.bar, 0, 0, look.RadiusField, size.Height)
	left := float32(0)
	if d.row.selected {
		left = 3
	}
	put(d.body, left, 0, size.Width-left, size.Height)
	room := size.Width - 2*rowSide
	if w := d.right(size); w > 0 {
		room -= w + look.GapInRow
	}
	d.text.Text = shorten(d.row.text, room, d.text.TextSize, d.text.TextStyle)
	middle(d.text, rowSide, size.Height)
}

// right places what stands at the right and gives its width.
func (d *navRowDrawing) right(size fyne.Size) float32 {
	if d.row.badge.Visible() {
		least := d.row.badge.MinSize()
		put(d.row.badge, size.Width-rowSide-least.Width, float32(int((size.Height-least.Height)/2)), least.Width, least.Height)
		return least.Width
	}
	if d.row.note == "" {
		return 0
	}
	w := d.note.MinSize().Width
	middle(d.note, size.Width-rowSide-w, size.Height)
	return w
}

// middle puts a text at x, in the middle of a height.
func middle(t *canvas.Text, x, height float32) {
	s := t.MinSize()
	put(t, float32(int(x)), float32(int((height-s.Height)/2)), s.Width, s.Height)
}

// shorten cuts a text with … so that it fits a width.
func shorten(text string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width+0.5 }
	if fits(text) {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && !fits(string(runes)+"…") {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// MinSize lets the row be as narrow as it must.
func (d *navRowDrawing) MinSize() fyne.Size { return fyne.NewSize(60, d.row.HeightFor(0)) }

// Objects are in painting order.
func (d *navRowDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ring, d.gap, d.bar, d.body, d.text, d.note, d.row.badge}
}

// Refresh reads colours and sizes again.
func (d *navRowDrawing) Refresh() {
	d.paint()
	d.Layout(d.row.Size())
	d.row.badge.Refresh()
	canvas.Refresh(d.row)
}

// Destroy has nothing to give back.
func (d *navRowDrawing) Destroy() {}
