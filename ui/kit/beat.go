package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
)

// BeatMark is one thing on a Beat.
type BeatMark struct {
	On   data.Date
	Sign Sign // Dot, Ring, Diamond or EmptyBox; a diamond stands above the line
	// Name, Day and Warn stand below one another under the line, as far as there is room; of a diamond only the name stands there.
	Name, Day, Warn string
	// Said is all of it in a sentence, shown where the mark is pointed at.
	Said   string
	Strong bool // the next one
}

// BeatGap is a stretch on which something was to be expected.
type BeatGap struct {
	After, Until data.Date // 0 for the ends of the line
	Next         data.Date
}

// BeatView is what a Beat shows.
type BeatView struct {
	Today data.Date
	// Month is what a month is called; its year is told at the beginning of the line and of a year.
	Month func(first data.Date, withYear bool) string
	// TodayWord stands at the line of today.
	TodayWord string
	Marks     []BeatMark
	Gaps      []BeatGap
	// Nothing says what is missing in the first gap, in bold, and Would when it would be.
	Nothing, Would string
	Plan           string // the button there, empty for none
}

// Beat is a line of the months around today: what was, what comes and where nothing is. Where there is little room it shows fewer
// months. It is one thing with the focus: arrows go from mark to mark, Enter opens the one pointed at, Ctrl+C copies all of it.
type Beat struct {
	widget.BaseWidget
	// OnPoint is told which mark is pointed at, -1 for none; OnOpen which is to be opened; OnPlan that something is to be planned on a day.
	OnPoint func(i int)
	OnOpen  func(i int)
	OnPlan  func(on data.Date)

	view    BeatView
	plan    *Btn
	nothing *Para
	at      int // pointed at, -1 for none
	focused bool
}

// NewBeat makes one.
func NewBeat(view BeatView) *Beat {
	b := &Beat{view: view, at: -1, nothing: NewSmall(Bold(view.Nothing), Muted("\n"+view.Would))}
	b.plan = NewBtn(Outlined, view.Plan, func() {
		if b.OnPlan != nil {
			b.OnPlan(view.Gaps[0].Next)
		}
	})
	b.ExtendBaseWidget(b)
	return b
}

// PlanButton is the button in the first gap.
func (b *Beat) PlanButton() *Btn { return b.plan }

// Parts are the children that can be acted on.
func (b *Beat) Parts() []fyne.CanvasObject {
	if len(b.view.Gaps) == 0 {
		return nil
	}
	if b.view.Plan == "" {
		return []fyne.CanvasObject{b.nothing}
	}
	return []fyne.CanvasObject{b.plan, b.nothing}
}

// UINode tells those who walk the window what this is.
func (b *Beat) UINode() (kind, id, text string) { return "beat", "beat", b.Text() }

// AccessibilityLabel is all of it.
func (b *Beat) AccessibilityLabel() string { return b.Text() }

// Text is all of it in sentences, a line each.
func (b *Beat) Text() string {
	var lines []string
	for i := range b.view.Marks {
		lines = append(lines, b.view.Marks[i].Said)
	}
	if len(b.view.Gaps) > 0 {
		lines = append(lines, strings.TrimSpace(b.view.Nothing+" "+b.view.Would))
	}
	return strings.Join(lines, "\n")
}

// HeightFor is that of the line with what stands above and below it.
func (b *Beat) HeightFor(width float32) float32 { return b.plot(width).height }

// CreateRenderer links the widget to its drawing.
func (b *Beat) CreateRenderer() fyne.WidgetRenderer {
	d := &beatDrawing{beat: b, ring: newFocusRing()}
	return &drawn{
		widget: b, layout: d.draw,
		objects: func() []fyne.CanvasObject { return d.objects },
		least: func() fyne.Size {
			return fyne.NewSize(scaled(280), b.HeightFor(lastWidth(b.Size().Width, guessedWidth)))
		},
	}
}

// point says which mark is pointed at.
func (b *Beat) point(i int) {
	if i == b.at {
		return
	}
	b.at = i
	b.Refresh()
	if b.OnPoint != nil {
		b.OnPoint(i)
	}
}

// beatReach is how far from a mark one still points at it, in points.
const beatReach float32 = 14

// nearest is the mark at a place, -1 for none.
func (b *Beat) nearest(pos fyne.Position) int {
	p, found, least := b.plot(b.Size().Width), -1, beatReach
	if pos.Y > p.warnTop+p.row {
		return -1
	}
	for i := range p.marks {
		m := &p.marks[i]
		if above := b.view.Marks[m.at].Sign == Diamond; above != (pos.Y < p.line-beatReach) {
			continue
		}
		if away := max(pos.X-m.x, m.x-pos.X); away <= least {
			found, least = m.at, away
		}
	}
	return found
}

// Tapped opens the mark at the place.
func (b *Beat) Tapped(e *fyne.PointEvent) { b.open(b.nearest(e.Position)) }

func (b *Beat) open(i int) {
	if i >= 0 && b.OnOpen != nil {
		Guard(func() { b.OnOpen(i) })
	}
}

// MouseIn points at what lies there.
func (b *Beat) MouseIn(e *desktop.MouseEvent) { b.point(b.nearest(e.Position)) }

// MouseMoved points at what lies there.
func (b *Beat) MouseMoved(e *desktop.MouseEvent) { b.point(b.nearest(e.Position)) }

// MouseOut points at nothing any more.
func (b *Beat) MouseOut() { b.point(-1) }

// Cursor is the hand at a mark.
func (b *Beat) Cursor() desktop.Cursor {
	if b.at >= 0 && !b.focused {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained points at the next one, or the last.
func (b *Beat) FocusGained() {
	b.focused = true
	b.point(b.beginning())
	FocusInSight()
}

// beginning is the mark that is pointed at first, -1 where there is none.
func (b *Beat) beginning() int {
	at := -1
	for _, place := range b.plot(b.Size().Width).marks {
		m := &b.view.Marks[place.at]
		if m.Strong {
			return place.at
		}
		if at < 0 || m.On <= b.view.Today {
			at = place.at
		}
	}
	return at
}

// FocusLost points at nothing any more.
func (b *Beat) FocusLost() {
	b.focused = false
	b.point(-1)
}

// TypedRune is not wanted here.
func (b *Beat) TypedRune(rune) {}

// TypedKey goes from mark to mark.
func (b *Beat) TypedKey(e *fyne.KeyEvent) {
	shown := b.plot(b.Size().Width).marks
	now := -1
	for i := range shown {
		if shown[i].at == b.at {
			now = i
		}
	}
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF10:
		PassEscape(e)
		return
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.open(b.at)
		return
	case fyne.KeyLeft:
		now--
	case fyne.KeyRight:
		now++
	case fyne.KeyHome:
		now = 0
	case fyne.KeyEnd:
		now = len(shown) - 1
	default:
		return
	}
	if len(shown) > 0 {
		b.point(shown[min(max(now, 0), len(shown)-1)].at)
	}
}

// TypedShortcut copies all of it as text.
func (b *Beat) TypedShortcut(s fyne.Shortcut) {
	if c, is := s.(*fyne.ShortcutCopy); is && c.Clipboard != nil {
		c.Clipboard.SetContent(b.Text())
	}
}
