package ui

import (
	"context"
	"path/filepath"

	"copleader/data/store"
	"copleader/ui/kit"
)

// openDemo opens a fresh copy of the demo.
func (w *Window) openDemo() {
	w.leaveThen(func() {
		w.work.Run(func() func() {
			s, err := FreshDemo(context.Background(), w.setup.Folders.Demos(), w.setup.Clock)
			w.arriving.Store(s)
			return func() {
				w.arriving.Store(nil)
				if err != nil {
					w.showClosed(err, "")
					return
				}
				w.show(s, true)
			}
		})
	})
}

// open opens a file in place of the one that is open, unless another window has it open already and comes forward. At the start nothing has
// to be left for it, so the file is opened while the window is still being made.
func (w *Window) open(path string, o store.Options) {
	o.Clock = w.setup.Clock.Now
	unanswered, opening := w.unanswered, w.opening(path, o)
	atOnce := w.starting && w.shell == nil
	w.work.Run(func() func() {
		if o.ReadOnly || o.TakeOver {
			return func() { w.leaveThen(func() { w.openHere(path, o) }) }
		}
		most := answerMost
		if atOnce {
			most = answerStart
		}
		mark, came := knock(w.setup.Folders, path, unanswered, most)
		var opened func()
		if atOnce && !came {
			opened = opening(mark)
		}
		return func() {
			w.unanswered = mark
			switch {
			case came:
				w.openElsewhere(path)
			case opened != nil:
				opened()
			default:
				w.leaveThen(func() { w.openHere(path, o) })
			}
		}
	})
}

// wholePath is where a file lies, as it is remembered.
func wholePath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

// openWhatever opens a file whatever community it holds by now.
func (w *Window) openWhatever(path string) {
	w.work.Run(func() func() {
		whole := wholePath(path)
		return func() {
			w.prefs.forgetFile(whole)
			w.open(whole, store.Options{})
		}
	})
}

// openHere opens a file once nothing else is open any more.
func (w *Window) openHere(path string, o store.Options) {
	unanswered, opening := w.unanswered, w.opening(path, o)
	w.work.Run(func() func() { return opening(unanswered) })
}

// opening gives what opens a file away from the window, and that what shows it or says why it can't be shown. The mark is of an opening
// that was asked to come forward and didn't.
func (w *Window) opening(path string, o store.Options) func(unanswered string) func() {
	starting, known := w.starting, w.prefs.identities()
	return func(unanswered string) func() {
		o.Expect = known[wholePath(path)]
		s, err := store.Open(context.Background(), path, o)
		if err == nil && starting && s.Because() != nil {
			// Of two that start at once, one has the file and the other finds it taken only now.
			if _, came := knock(w.setup.Folders, path, unanswered, answerStart); came {
				closing := s.Close()
				return func() {
					if closing != nil {
						w.setup.Log.Printf("closing %s: %v", path, closing)
					}
					w.openElsewhere(path)
				}
			}
		}
		w.arriving.Store(s)
		return func() {
			w.arriving.Store(nil)
			if err != nil {
				w.showClosed(err, path)
				return
			}
			w.show(s, false)
		}
	}
}

// leaveThen writes down what was typed, waits until it is in the file, closes the file and does what comes next.
func (w *Window) leaveThen(next func()) {
	if w.shell != nil {
		w.shell.stopThinning()
	}
	w.keptThen(func() {
		w.closeCommunity()
		next()
	})
}

func (w *Window) closeCommunity() {
	w.rescue.close()
	old := w.shell
	w.shell = nil
	w.deps.Unkept.Forget(func(kit.Unkept) bool { return true }) // that it goes was answered, or the note for the next start has it
	if old == nil {
		return
	}
	old.stop()
	if err := old.store.Close(); err != nil {
		w.setup.Log.Printf("closing %s: %v", old.store.Path(), err)
	}
	if w.demo {
		_ = removeCommunity(old.store.Path()) // the next demo tidies up what is left
	}
	w.demo = false
}

// show shows an open community.
func (w *Window) show(s *store.Store, demo bool) {
	w.demo, w.starting = demo, false
	if !demo {
		w.prefs.setFile(s.Path(), s.Identity())
	}
	w.frame.bar.Dismiss()
	w.shell = newShell(w, s)
	w.shell.begin()
	w.lookForRecent()
	w.greet()
	w.lookWhereItLies(s)
	w.work.whenSettled(func() { w.settled(s) })
	if !demo && !s.ReadOnly() {
		w.thin(s)
	}
}
