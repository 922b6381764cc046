package kit

import (
	"context"

	"fyne.io/fyne/v2"
)

// Loading reads what a page shows away from the window, as often as it is asked to: an answer that comes late is dropped, and
// what fails is told in the page's place, with a way to try again. Use it from the window's goroutine only.
type Loading struct {
	deps    Deps
	put     func(message fyne.CanvasObject)
	again   func()
	request int                // number of the last Run
	cancel  context.CancelFunc // of the reading under way, nil for none
	loaded  bool
	failed  bool // the last answer was that it can't be read
	waiting func()
}

// NewLoading makes the loading of a page: put shows what went wrong in place of what the page has, again is the page's Load.
func NewLoading(deps Deps, put func(message fyne.CanvasObject), again func()) *Loading {
	return &Loading{deps: deps, put: put, again: again}
}

// Run reads; what read gives back shows it, unless it failed or something newer was asked for. The context of an older reading that is
// still under way ends.
func (l *Loading) Run(read func(context.Context) (show func(), err error)) {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	request := l.request
	l.deps.Runner.Run(func() func() {
		show, err := read(ctx)
		return func() {
			cancel()
			if request != l.request {
				return
			}
			l.cancel = nil
			switch {
			case err != nil:
				l.loaded, l.failed = false, true
				l.put(Empty(l.deps.Say.Sentence(err), l.deps.Say.Text("Try again"), l.again))
			default:
				l.loaded, l.failed = true, false
				show()
				l.doWaiting()
			}
		}
	})
}

// Reading tells whether a reading is under way.
func (l *Loading) Reading() bool { return l.cancel != nil }

// Stop ends the reading under way, whose answer is dropped, and tells whether there was one. Deeds are not cut short by it.
func (l *Loading) Stop() (cut bool) {
	l.request++
	if l.cancel == nil {
		return false
	}
	l.cancel()
	l.cancel = nil
	return true
}

// Loaded tells whether the last answer could be shown.
func (l *Loading) Loaded() bool { return l.loaded }

// Failed tells whether what was read last could not be.
func (l *Loading) Failed() bool { return l.failed }

// WhenLoaded does something now, or as soon as what is being read is shown; of several that wait only the last is done.
func (l *Loading) WhenLoaded(do func()) {
	l.waiting = l.deps.Commands.later(do)
	if l.loaded && !l.Reading() {
		l.doWaiting()
	}
}

func (l *Loading) doWaiting() {
	if do := l.waiting; do != nil {
		l.waiting = nil
		do()
	}
}

// PutInto shows one thing in place of all else in a container; what stands there already is not drawn again.
func PutInto(body *fyne.Container, o fyne.CanvasObject) {
	if len(body.Objects) == 1 && body.Objects[0] == o {
		return
	}
	body.Objects = []fyne.CanvasObject{o}
	body.Refresh()
}
