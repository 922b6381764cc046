package kit

import (
	"context"

	"fyne.io/fyne/v2"
)

// ScreenOf is what every page of the window does alike: it reads a V away from the window as often as it is asked to load, shows it
// below its header, and says there what could not be read. A page embeds it and lays it out.
type ScreenOf[V any] struct {
	*Loading
	read    func(ctx context.Context, before V) (V, error)
	show    func(V)
	shown   V
	put     func(fyne.CanvasObject)
	content *fyne.Container
}

// NewScreenOf makes one that is not laid out yet. Read is called off the window's goroutine and given what is shown at the time, of
// which it may take over what did not change; show is called with what came of it.
func NewScreenOf[V any](deps Deps, read func(ctx context.Context, before V) (V, error), show func(V)) *ScreenOf[V] {
	s := &ScreenOf[V]{read: read, show: show}
	s.Loading = NewLoading(deps, func(message fyne.CanvasObject) { s.put(message) }, s.Load)
	return s
}

// Lay puts the page together: the header, and below it what Put shows, in all the room there is.
func (s *ScreenOf[V]) Lay(header fyne.CanvasObject) {
	body := Over(Space(0, 0))
	s.LayOut(header, body, func(o fyne.CanvasObject) { PutInto(body, o) })
}

// LayOut puts a page together that shows things in its own way: put shows one thing in the body in place of all else.
func (s *ScreenOf[V]) LayOut(header, body fyne.CanvasObject, put func(fyne.CanvasObject)) {
	s.put, s.content = put, Screen(header, body)
}

// TakeAll has the page take all the width there is: what stands on it beside one another is worth it.
func (s *ScreenOf[V]) TakeAll() { s.content.Layout.(*screenLayout).all = true }

// Put shows one thing below the header.
func (s *ScreenOf[V]) Put(o fyne.CanvasObject) { s.put(o) }

// Content is the page.
func (s *ScreenOf[V]) Content() fyne.CanvasObject { return s.content }

// Load reads again and shows what came of it.
func (s *ScreenOf[V]) Load() { s.LoadBy(s.read) }

// LoadBy is Load for another way to read.
func (s *ScreenOf[V]) LoadBy(read func(ctx context.Context, before V) (V, error)) {
	before := s.shown
	s.Run(func(ctx context.Context) (func(), error) {
		v, err := read(ctx, before)
		return func() {
			s.shown = v
			s.show(v)
		}, err
	})
}
