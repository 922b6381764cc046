package ui

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"copleader/data/store"
	"copleader/ui/kit"
)

// rescue keeps what was typed and is not in the file in a note beside the settings, so that it is offered at the next start, whatever
// ended the program.
type rescue struct {
	window  *Window
	writing *kit.InOrder
	stop    func()       // of the note to come, nil while none is due
	there   bool         // there may be a note of the open file
	earlier []kit.Unkept // what an earlier start left, until the leader has decided on it
	offered bool         // what was typed into other files was offered at this start
	told    bool         // it was said that no note can be written
}

func newRescue(w *Window) *rescue { return &rescue{window: w, writing: kit.NewInOrder(w.work)} }

// beforeNote is how long after something was typed a note of it is written, where no refusal calls for one at once.
const beforeNote = 2 * time.Second

// note has what is not kept noted, at once or in a moment.
func (r *rescue) note(now bool) {
	if r.window.demo || r.window.shell == nil {
		return
	}
	empty := len(r.texts()) == 0
	switch {
	case empty && !r.there:
		r.halt()
	case now || empty:
		r.halt()
		r.write()
	case r.stop == nil:
		r.stop = r.window.deps.Timer.After(beforeNote, func() {
			r.stop = nil
			r.note(true)
		})
	}
}

func (r *rescue) halt() {
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
}

// texts are those of this start and of earlier ones.
func (r *rescue) texts() []kit.Unkept {
	return append(slices.Clone(r.earlier), r.window.deps.Unkept.All()...)
}

// now is the note as it would be written now.
func (r *rescue) now() rescued {
	n := rescued{File: r.window.shell.store.Path(), Texts: r.texts()}
	if s := r.window.shell.snapshot; s != nil {
		n.Community = s.Community.Name
	}
	return n
}

func (r *rescue) write() {
	n, folders := r.now(), r.window.setup.Folders
	r.there = len(n.Texts) > 0
	r.writing.Run(func() func() {
		err := folders.writeNote(n)
		return func() {
			if err == nil {
				r.told = false
				return
			}
			r.window.setup.Log.Printf("what is not kept could not be noted: %v", err)
			if !r.told && len(n.Texts) > 0 {
				r.told = true
				r.window.notice(kit.Notice{Kind: kit.Trouble, Unkept: true, Details: err.Error(),
					Text: r.window.say().Text("What you typed is in this window only: neither the file nor a note beside the settings can be written. Please make room, or copy your text.")})
			}
		}
	})
}

// atEnd writes the note when the window's goroutine has ended, and waits for it.
func (r *rescue) atEnd() {
	w := r.window
	if w.demo || w.shell == nil || len(r.texts()) == 0 && !r.there {
		return
	}
	if err := w.setup.Folders.writeNote(r.now()); err != nil {
		w.setup.Log.Printf("what is not kept could not be noted: %v", err)
	}
}

// look looks for notes of earlier starts and offers what stands in them: of the open file always, of others once a start.
func (r *rescue) look() {
	w, sh := r.window, r.window.shell
	if w.demo {
		return
	}
	open := ""
	if sh != nil {
		if sh.deps.ReadOnly {
			return
		}
		open = sh.store.Path()
	}
	others := !r.offered
	r.offered = true
	w.work.Run(func() func() {
		var here, elsewhere []rescued
		for _, n := range w.setup.Folders.readNotes() {
			switch {
			case n.File == open:
				here = append(here, n)
			case others && !isOpenElsewhere(n.File):
				elsewhere = append(elsewhere, n)
			}
		}
		return func() {
			if w.shell == sh && len(here)+len(elsewhere) > 0 {
				r.offer(here, elsewhere)
			}
		}
	})
}

// isOpenElsewhere tells whether a program has a file open, which then sees to its note, or may have.
func isOpenElsewhere(path string) bool {
	_, err := os.Lstat(path + ".lock")
	return err == nil
}

// offer shows what was typed before and is in no file.
func (r *rescue) offer(here, elsewhere []rescued) {
	w, say := r.window, r.window.say()
	list := textList{title: say.Text("Typed before and not kept"),
		intro: say.Text("This was typed when the program ended, and is in no file.")}
	for _, n := range here {
		r.earlier, r.there = n.Texts, true
		for _, u := range n.Texts {
			list.add(u, r.wayBack(u), func() { r.settle(u.Spot) })
		}
	}
	for _, n := range elsewhere {
		for _, u := range n.Texts {
			u.Row = u.Row + " · " + filepath.Base(n.File)
			list.add(u, way{say.Text("Open its file"), func() { w.open(n.File, store.Options{}) }}, func() { r.dropFrom(n.File, u.Spot) })
		}
	}
	w.showTexts(list)
}

// wayBack puts a text back into its field, where there is one.
func (r *rescue) wayBack(u kit.Unkept) way {
	sh := r.window.shell
	if u.Form || !sh.leads(u.Spot) {
		return way{}
	}
	return way{r.window.say().Text("Put it back into the field"), func() {
		r.settle(u.Spot)
		u.Why = r.window.say().Text("This was typed before and is not kept yet.")
		r.window.deps.Unkept.Hold(u)
		sh.showAgain(u.Spot)
		sh.leadTo(u.Spot)
	}}
}

// settle takes a text of an earlier start out of the note: the leader has decided on it.
func (r *rescue) settle(spot kit.Spot) {
	r.earlier = slices.DeleteFunc(slices.Clone(r.earlier), func(u kit.Unkept) bool { return u.Spot == spot })
	r.note(true)
}

// dropFrom takes a text out of the note of a file that is not open.
func (r *rescue) dropFrom(file string, spot kit.Spot) {
	r.rewrite(file, func(u kit.Unkept) bool { return u.Spot == spot })
}

// rewrite takes texts out of the note of a file.
func (r *rescue) rewrite(file string, gone func(kit.Unkept) bool) {
	folders := r.window.setup.Folders
	r.writing.Run(func() func() {
		left := rescued{File: file}
		for _, n := range folders.readNotes() {
			if n.File == file {
				left = n
				left.Texts = slices.DeleteFunc(n.Texts, gone)
			}
		}
		err := folders.writeNote(left)
		return func() { r.window.deps.Fail(err) }
	})
}

// erased lets go of what was typed about somebody who was erased, or names them.
func (r *rescue) erased(memberID int64, names func(text string) bool) {
	gone := func(u kit.Unkept) bool {
		return u.Table == "member" && u.ID == memberID || names(u.Text) || names(u.Row) || names(u.Label)
	}
	r.earlier = slices.DeleteFunc(slices.Clone(r.earlier), gone)
	r.window.deps.Unkept.Forget(gone)
	if r.window.shell != nil && !r.window.demo {
		r.rewrite(r.window.shell.store.Path(), gone)
	}
}

// closed is called when the file has been closed.
func (r *rescue) closed() {
	r.halt()
	r.earlier, r.there = nil, false
}
