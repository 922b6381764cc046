package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data/words"
	"copleader/ui/look"
)

// Told is something drawn, such as a bar or the rings, with what it shows in words: one can go to it, and copy the words with Ctrl+C or
// from its menu; a screen reader says them.
type Told struct {
	widget.BaseWidget
	words   string
	copying string // what the menu's entry is called
	drawn   fyne.CanvasObject
	focused bool
}

// NewTold puts words behind a drawing; copying is what its menu calls copying them.
func NewTold(words, copying string, drawn fyne.CanvasObject) *Told {
	t := &Told{words: words, copying: copying, drawn: drawn}
	t.ExtendBaseWidget(t)
	return t
}

// NewToldBar is a bar of answers with its words: what the answers are to, and how many gave each; more stands in lines below.
func NewToldBar(say *words.Say, title string, bar *AnswerBar, more ...string) *Told {
	counts := make([]string, len(bar.counts))
	for i, n := range bar.counts {
		counts[i] = itoa(n)
	}
	lines := append([]string{say.Text("%s, from low to high: %s", title, strings.Join(counts, ", "))}, more...)
	return NewTold(strings.Join(lines, "\n"), say.Text("Copy as text"), bar)
}

// Text is what the drawing shows.
func (t *Told) Text() string { return t.words }

// UINode tells those who walk the window what this is.
func (t *Told) UINode() (kind, id, text string) { return "figure", "", t.words }

// AccessibilityLabel is what the drawing shows.
func (t *Told) AccessibilityLabel() string { return t.words }

// AccessibilityRole is text.
func (t *Told) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Parts are the children.
func (t *Told) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.drawn} }

// HeightFor is that of the drawing.
func (t *Told) HeightFor(width float32) float32 { return HeightFor(t.drawn, width) }

// NaturalWidth is that of the drawing.
func (t *Told) NaturalWidth() float32 { return ownWidth(t.drawn) }

// FocusGained shows the ring, where it can be seen.
func (t *Told) FocusGained() {
	t.focused = true
	t.Refresh()
	FocusInSight()
}

// FocusLost takes the ring away.
func (t *Told) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune is not wanted here.
func (t *Told) TypedRune(rune) {}

// TypedKey hands Escape, F1 and F10 to the window.
func (t *Told) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape || e.Name == fyne.KeyF1 || e.Name == fyne.KeyF10 {
		PassEscape(e)
	}
}

// TypedShortcut copies the words.
func (t *Told) TypedShortcut(s fyne.Shortcut) {
	if _, is := s.(*fyne.ShortcutCopy); is {
		t.copy()
	}
}

func (t *Told) copy() { fyne.CurrentApp().Clipboard().SetContent(t.words) }

// TappedSecondary offers to copy the words.
func (t *Told) TappedSecondary(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		menu := fyne.NewMenu("", fyne.NewMenuItem(t.copying, t.copy))
		widget.ShowPopUpMenuAtPosition(menu, c, e.AbsolutePosition)
	}
}

// CreateRenderer links the widget to its drawing.
func (t *Told) CreateRenderer() fyne.WidgetRenderer {
	ring := newFocusRing()
	ring.show(t.focused)
	return &drawn{
		widget: t, objects: always(ring.ring, ring.gap, t.drawn),
		layout: func(size fyne.Size) {
			ring.place(size, look.RadiusField/2)
			t.drawn.Resize(size)
		},
		least: func() fyne.Size { return t.drawn.MinSize() },
		refresh: func() {
			ring.show(t.focused)
			t.drawn.Refresh()
		},
	}
}
