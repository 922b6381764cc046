package kit

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// sightMargin stays free around what is scrolled into view, in points: a focus ring stands outside its button.
const sightMargin float32 = 8

// sighted is something with the focus that may be higher than the window; sight is the part of it that has to be seen: the
// line with the cursor, the selected row.
type sighted interface {
	sight() (top, height float32)
}

// FocusInSight scrolls everything around what has the focus until it can be seen, its label and message with it where there
// is room. Every focusable widget calls it in FocusGained, but not when the focus came by the pointer: the page would move
// away under it, and the press be lost.
func FocusInSight() {
	c := currentCanvas()
	if c == nil {
		return
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return
	}
	w, found := wayTo(c, o)
	if !found || len(w.scrolls) == 0 {
		return
	}
	room := w.scrolls[len(w.scrolls)-1].Size().Height - 2*sightMargin
	part, parted := o.(sighted)
	switch {
	case w.labelled != nil && w.labelled.Size().Height <= room:
		w.show(w.labelled, 0, w.labelled.Size().Height)
	case parted && o.Size().Height > room:
		top, height := part.sight()
		w.show(o, top, height)
	default:
		w.show(o, 0, o.Size().Height)
	}
}

// partInSight scrolls everything around an object until a part of it can be seen.
func partInSight(o fyne.CanvasObject, top, height float32) {
	if c := currentCanvas(); c != nil {
		if w, found := wayTo(c, o); found {
			w.show(o, top, height)
		}
	}
}

// way is what lies around an object, from the window inwards.
type way struct {
	pages    []*Scroll
	scrolls  []*container.Scroll
	labelled *Labelled // the innermost, if no scroll lies between it and the object
}

// wayTo finds the way from the window, or from the uppermost dialog, to an object; Fyne's objects don't know what they stand in.
// What grew or shrank on the way since it was last laid out is laid out again, since nothing can be scrolled to where it isn't
// yet.
func wayTo(c fyne.Canvas, o fyne.CanvasObject) (w way, found bool) {
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	if !w.find(root, o) {
		return w, false
	}
	for _, page := range w.pages {
		if page.inner.Size().Height != page.inner.MinSize().Height {
			page.Relayout()
		}
	}
	return w, true
}

func (w *way) find(in, target fyne.CanvasObject) bool {
	if in == nil || !in.Visible() {
		return false
	}
	if in == target {
		return true
	}
	before := *w
	switch in := in.(type) {
	case *Scroll:
		w.pages = append(w.pages, in)
	case *container.Scroll:
		w.scrolls = append(w.scrolls, in)
		w.labelled = nil
	case *Labelled:
		w.labelled = in
	}
	for _, child := range childrenOf(in) {
		if w.find(child, target) {
			return true
		}
	}
	*w = before
	return false
}

// StayAt has something be made anew within an object, and leaves the focus where it was: on what bears the ID of what had it, or on spare
// where nothing does.
func StayAt(c fyne.Canvas, within fyne.CanvasObject, spare fyne.Focusable, anew func()) {
	if c == nil {
		anew()
		return
	}
	at, _ := c.Focused().(fyne.CanvasObject)
	was := at != nil && holds(within, func(o fyne.CanvasObject) bool { return o == at })
	anew()
	if !was {
		return
	}
	kind, id := nodeOf(at)
	heir := spare
	holds(within, func(o fyne.CanvasObject) bool {
		k, i := nodeOf(o)
		f, takes := o.(fyne.Focusable)
		found := takes && o.Visible() && (o == at || id != "" && k == kind && i == id)
		if found {
			heir = f
		}
		return found
	})
	if heir != nil && heir != c.Focused() {
		c.Focus(heir)
	}
}

// holds tells whether an object is such a one, or holds one.
func holds(o fyne.CanvasObject, is func(fyne.CanvasObject) bool) bool {
	return o != nil && (is(o) || slices.ContainsFunc(childrenOf(o), func(child fyne.CanvasObject) bool { return holds(child, is) }))
}

// nodeOf is what an own widget tells those who walk the window.
func nodeOf(o fyne.CanvasObject) (kind, id string) {
	if n, is := o.(interface {
		UINode() (kind, id, text string)
	}); is {
		kind, id, _ = n.UINode()
	}
	return kind, id
}

// childrenOf are the children of a container, of an own widget, or of one of Fyne's that holds one thing in a field named
// Content: a scroll, a pop-up, and the type without a public name that an overlay lies in.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case interface{ Parts() []fyne.CanvasObject }:
		return o.Parts()
	}
	v := reflect.Indirect(reflect.ValueOf(o))
	if v.Kind() != reflect.Struct {
		return nil
	}
	field, has := v.Type().FieldByName("Content")
	if !has {
		return nil
	}
	// The error is that of a field inside an embedded pointer that is nil.
	if f, err := v.FieldByIndexErr(field.Index); err == nil && f.CanInterface() {
		if content, ok := f.Interface().(fyne.CanvasObject); ok {
			return []fyne.CanvasObject{content}
		}
	}
	return nil
}

// placeIn is where a thing lies in another one. The driver knows that only of what is drawn, and a page may be about to be.
func placeIn(in, target fyne.CanvasObject) fyne.Position {
	if at, within := placeWithin(in, target); within {
		return at
	}
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(target).Subtract(d.AbsolutePositionForObject(in))
}

// placeWithin adds up the way from one thing down to another, as far as it is known from outside.
func placeWithin(in, target fyne.CanvasObject) (fyne.Position, bool) {
	if in == target {
		return fyne.Position{}, true
	}
	for _, child := range childrenOf(in) {
		if at, within := placeWithin(child, target); within {
			return at.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}

// isSeen tells whether a thing stands in another one, and nothing around it is hidden.
func isSeen(in, target fyne.CanvasObject) bool {
	if in == nil || !in.Visible() {
		return false
	}
	if in == target {
		return true
	}
	return slices.ContainsFunc(childrenOf(in), func(child fyne.CanvasObject) bool { return isSeen(child, target) })
}

// show scrolls from the inside outwards, since an outer scroll sees a thing where the inner one has put it.
func (w *way) show(o fyne.CanvasObject, top, height float32) {
	for i := len(w.scrolls) - 1; i >= 0; i-- {
		s := w.scrolls[i]
		if s.Size().IsZero() {
			continue
		}
		at := placeIn(s.Content, o)
		to := s.Offset
		if s.Direction != container.ScrollHorizontalOnly {
			to.Y = sightOffset(to.Y, s.Size().Height, at.Y+top, height)
		}
		if s.Direction != container.ScrollVerticalOnly {
			to.X = sightOffset(to.X, s.Size().Width, at.X, o.Size().Width)
		}
		scrollTo(s, to)
	}
}

// sightOffset is how far to scroll so that a stretch can be seen in a room, its beginning if it is longer than that.
func sightOffset(offset, room, from, length float32) float32 {
	from, length = from-sightMargin, length+2*sightMargin
	switch {
	case from < offset || length > room:
		return max(0, from)
	case from+length > offset+room:
		return from + length - room
	}
	return offset
}
