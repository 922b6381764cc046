package uitest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"copleader/ui/kit"
)

// area is a rectangle of the window, in points.
type area struct {
	fyne.Position
	fyne.Size
}

func (a area) right() float32  { return a.X + a.Width }
func (a area) bottom() float32 { return a.Y + a.Height }

// within tells whether a lies in b, but for so much.
func (a area) within(b area, slack float32) bool {
	return a.X >= b.X-slack && a.Y >= b.Y-slack && a.right() <= b.right()+slack && a.bottom() <= b.bottom()+slack
}

// and is what a and b have in common.
func (a area) and(b area) area {
	left, top := max(a.X, b.X), max(a.Y, b.Y)
	return area{fyne.NewPos(left, top), fyne.NewSize(max(0, min(a.right(), b.right())-left), max(0, min(a.bottom(), b.bottom())-top))}
}

// Slacks, in points: what rounding to whole points takes, how far texts may come together, since a line is higher than its letters, and the
// least height in which something can be scrolled.
const (
	roundOff    float32 = 1.5
	closeTo     float32 = 4
	leastScroll float32 = 40
)

// longestWord is how many letters a word has at most that may not be broken; longer ones are none of a language.
const longestWord = 24

// around is what an object stands in.
type around struct {
	view  area        // in which it can be seen, or scrolled to
	seen  area        // in which it can be seen now
	owner fyne.Widget // the innermost widget
	room  area        // of the owner
	chain []fyne.CanvasObject
}

// drawnThing is a text, or something to be pressed, as it stands.
type drawnThing struct {
	what  string
	place area
	self  fyne.CanvasObject
	chain []fyne.CanvasObject
	press bool
}

// fitting looks for what doesn't fit.
type fitting struct {
	faults []string
	things []drawnThing
}

// Misfits are what doesn't fit in the window, or in the uppermost dialog: text that is cut, broken within a word or overlapping, and what
// lies out of reach.
func (w *Window) Misfits() []string {
	w.Settle()
	size := w.Win.Canvas().Size()
	whole := area{Size: size}
	f := &fitting{}
	f.visit(w.top(), fyne.Position{}, around{view: whole, seen: whole, room: whole})
	f.overlaps()
	slices.Sort(f.faults)
	return slices.Compact(f.faults)
}

func (f *fitting) fault(format string, args ...any) {
	f.faults = append(f.faults, fmt.Sprintf(format, args...))
}

func (f *fitting) visit(o fyne.CanvasObject, at fyne.Position, in around) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	place := area{at, o.Size()}
	in.chain = append(slices.Clip(in.chain), o)
	switch o := o.(type) {
	case *canvas.Text:
		f.text(o, at, in)
	case *fyne.Container:
		f.all(o.Objects, at, in)
	case *container.Scroll:
		f.scroll(o, place, in)
	case fyne.Widget:
		if isEntry(o) {
			f.entry(o, place, in)
			return
		}
		in.owner, in.room = o, place
		f.widget(o, place, in)
		f.all(test.WidgetRenderer(o).Objects(), at, in)
	}
}

func (f *fitting) all(objects []fyne.CanvasObject, at fyne.Position, in around) {
	for _, o := range objects {
		f.visit(o, at, in)
	}
}

// scroll goes on to what is scrolled: all of it can be reached, if the scroll itself can.
func (f *fitting) scroll(s *container.Scroll, place area, in around) {
	if s.Content == nil {
		return
	}
	inner := area{place.Position.Add(s.Content.Position()), s.Content.Size()}
	if s.Direction == container.ScrollVerticalOnly || s.Direction == container.ScrollNone {
		inner.X, inner.Width = place.X, place.Width
	}
	if s.Direction == container.ScrollHorizontalOnly || s.Direction == container.ScrollNone {
		inner.Y, inner.Height = place.Y, place.Height
	}
	if !place.within(in.view, roundOff) {
		f.fault("a scroll with %s lies out of reach: %v of %v", wordsIn(s.Content), place, in.view)
	}
	if inner.Height > place.Height+roundOff && place.Height < leastScroll {
		f.fault("a scroll with %s is %.0f high", wordsIn(s.Content), place.Height)
	}
	in.view, in.seen = inner, in.seen.and(place)
	f.visit(s.Content, place.Position, in)
}

// isEntry tells fields that are typed into: they scroll by themselves.
func isEntry(o fyne.CanvasObject) bool {
	_, is := o.(interface{ SelectedText() string })
	return is
}

func (f *fitting) entry(o fyne.Widget, place area, in around) {
	if !place.within(in.view, roundOff) {
		f.fault("the field %s lies out of reach: %v of %v", nameOf(o), place, in.view)
	}
	f.add(drawnThing{what: "field " + nameOf(o), place: place.and(in.seen), self: o, chain: in.chain, press: true})
}

// widget looks at what can be pressed, or holds nothing else.
func (f *fitting) widget(o fyne.Widget, place area, in around) {
	_, tapped := o.(fyne.Tappable)
	parted, ours := o.(interface{ Parts() []fyne.CanvasObject })
	leaf := ours && len(parted.Parts()) == 0
	if p, is := o.(*kit.Para); is && hasEndlessWord(p.Text()) {
		leaf = false // it needs what no room has
	}
	if least := o.MinSize(); leaf && place.Height > 0 && (place.Width < least.Width-roundOff || place.Height < least.Height-roundOff) {
		f.fault("%s has %.0f × %.0f and needs %.0f × %.0f", nameOf(o), place.Width, place.Height, least.Width, least.Height)
	}
	if tapped && leaf {
		if !place.within(in.view, roundOff) {
			f.fault("%s lies out of reach: %v of %v", nameOf(o), place, in.view)
		}
		f.add(drawnThing{what: nameOf(o), place: place.and(in.seen), self: o, chain: in.chain, press: true})
	}
	if p, is := o.(*kit.Para); is {
		f.broken(p)
	}
}

// text looks whether a text has its room and can be seen.
func (f *fitting) text(t *canvas.Text, at fyne.Position, in around) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	place := area{at, t.MinSize()}
	switch t.Alignment {
	case fyne.TextAlignCenter:
		place.X += (t.Size().Width - place.Width) / 2
	case fyne.TextAlignTrailing:
		place.X += t.Size().Width - place.Width
	}
	if t.Size().Height > place.Height {
		place.Y += (t.Size().Height - place.Height) / 2
	}
	switch {
	case in.owner != nil && !place.within(in.room, closeTo/2):
		f.fault("%q is wider or higher than its %s: %v of %v", t.Text, nameOf(in.owner), place, in.room)
	case !place.within(in.view, roundOff):
		f.fault("%q lies out of reach: %v of %v", t.Text, place, in.view)
	}
	if said := saidBy(in.owner); strings.HasSuffix(t.Text, "…") && said != "" && !strings.Contains(said, t.Text) {
		f.fault("%q is cut: %q", said, t.Text)
	}
	f.add(drawnThing{what: fmt.Sprintf("%q", t.Text), place: place.and(in.seen), self: t, chain: in.chain})
}

func (f *fitting) add(d drawnThing) {
	if d.place.Width > 0 && d.place.Height > 0 {
		f.things = append(f.things, d)
	}
}

// overlaps looks for things that lie one upon the other.
func (f *fitting) overlaps() {
	slices.SortStableFunc(f.things, func(a, b drawnThing) int { return int(a.place.Y*8) - int(b.place.Y*8) })
	for i, a := range f.things {
		for _, b := range f.things[i+1:] {
			if b.place.Y > a.place.bottom() {
				break
			}
			both := a.place.and(b.place)
			if a.press && b.press && (both == a.place || both == b.place) {
				continue // a part of a field: the button of its calendar
			}
			if both.Width <= closeTo || both.Height <= closeTo || slices.Contains(a.chain, b.self) || slices.Contains(b.chain, a.self) {
				continue
			}
			f.fault("%s lies upon %s: %v and %v", a.what, b.what, a.place, b.place)
		}
	}
}

// broken looks for lines that end within a word.
func (f *fitting) broken(p *kit.Para) {
	var lines []string
	var last float32 = -1
	for _, o := range test.WidgetRenderer(p).Objects() {
		t, is := o.(*canvas.Text)
		if !is {
			continue
		}
		// Runs of a line stand on one baseline; those of the next begin at least half a line lower.
		if last < 0 || t.Position().Y > last+t.MinSize().Height/2 {
			lines, last = append(lines, ""), t.Position().Y
		}
		lines[len(lines)-1] += t.Text
	}
	rest := p.Text()
	for i, line := range lines {
		for _, r := range line {
			rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
			if unicode.IsSpace(r) {
				continue
			}
			if !strings.HasPrefix(rest, string(r)) {
				return // cut with …, which is told of its text
			}
			rest = rest[utf8.RuneLen(r):]
		}
		if i == len(lines)-1 || !withinWord(line, rest) {
			continue
		}
		before := strings.TrimSuffix(p.Text(), rest) // a word may take more lines than two
		head, tail := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:], rest
		if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
			tail = rest[:end]
		}
		if utf8.RuneCountInString(head+tail) <= longestWord {
			f.fault("%q is broken within a word: %s|%s at %.0f points", p.Text(), head, tail, p.Size().Width)
		}
	}
}

// hasEndlessWord tells whether a text has a word that may be broken.
func hasEndlessWord(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool { return utf8.RuneCountInString(word) > longestWord })
}

// withinWord tells whether a text is cut within a word, between what stands before and after; some scripts may be broken anywhere.
func withinWord(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(last) && unicode.IsLetter(first) && !unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// saidBy is what a widget says of itself, empty for nothing.
func saidBy(o fyne.Widget) string {
	if named, is := o.(interface {
		UINode() (kind, id, text string)
	}); is {
		_, _, text := named.UINode()
		return text
	}
	return ""
}

// nameOf is what a fault calls a widget.
func nameOf(o fyne.CanvasObject) string {
	if named, is := o.(interface {
		UINode() (kind, id, text string)
	}); is {
		kind, id, text := named.UINode()
		return strings.TrimSpace(fmt.Sprintf("%s %s %q", kind, id, text))
	}
	return fmt.Sprintf("%T", o)
}

// wordsIn are the first words in something, to tell it by.
func wordsIn(o fyne.CanvasObject) string {
	k := walker{}
	k.visit(o, fyne.Position{}, nil, fyne.Position{})
	if len(k.nodes) == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%q", k.nodes[0].Text)
}
