package ui

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"copleader/data/store"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/kit"
)

// rescue keeps what was typed and is not in the file in a note beside the settings, so that it is offered at the next start, whatever
// ended the program.
type rescue struct {
	window  *Window
	writing *kit.InOrder
	stop    func()  // of the note to come, nil while none is due
	there   []noted // what the note of the open file says
	earlier []noted // what an earlier start left, until the leader has decided on it
	offered bool    // what was typed into other files was offered at this start
	told    bool    // it was said that no note can be written
}

func newRescue(w *Window) *rescue { return &rescue{window: w, writing: kit.NewInOrder(w.work)} }

// beforeNote is how long after something was typed a note of it is written, where no refusal calls for one at once.
const beforeNote = 2 * time.Second

// note has what is not kept noted, in a moment; at once where that is asked for, or the note says what is kept by now.
func (r *rescue) note(now bool) {
	if r.window.demo {
		return
	}
	texts := r.texts()
	untrue := slices.ContainsFunc(r.there, func(n noted) bool { return !slices.ContainsFunc(texts, n.sameSpot) })
	switch {
	case len(texts)+len(r.there) == 0:
		r.halt()
	case now || untrue:
		r.halt()
		r.write(texts)
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

// sameSpot tells whether another text belongs to the same place.
func (n noted) sameSpot(other noted) bool {
	return n.Spot == other.Spot && n.Identity == other.Identity
}

// file is what is open, "" for nothing.
func (r *rescue) file() string {
	if r.window.shell == nil {
		return ""
	}
	return r.window.shell.store.Path()
}

// texts are those of this start and of earlier ones.
func (r *rescue) texts() []noted {
	all, sh := slices.Clone(r.earlier), r.window.shell
	for _, u := range r.window.deps.Unkept.All() {
		n := noted{Unkept: u}
		if sh != nil {
			n.Identity = sh.store.Identity()
			n.Called, _ = sh.called(u.Spot)
			if sh.snapshot != nil {
				n.Community = sh.snapshot.Community.Name
			}
			if u.Form && sh.at != nil {
				n.Page = sh.at.spec.name
			}
		}
		all = append(all, n)
	}
	return all
}

// undecided are the texts of earlier starts, as they are shown.
func (r *rescue) undecided() (texts []kit.Unkept) {
	for _, n := range r.earlier {
		texts = append(texts, n.Unkept)
	}
	return texts
}

func (r *rescue) write(texts []noted) {
	n, folders := rescued{File: r.file(), Texts: texts}, r.window.setup.Folders
	r.there = texts
	r.writing.Run(func() func() {
		err := writeNote(folders, n)
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

// close is called when a file, or the page without one, is about to be left: the note says then what is not kept, nothing more or less,
// and is waited for.
func (r *rescue) close() {
	r.halt()
	w, texts := r.window, r.texts()
	if !w.demo && len(texts)+len(r.there) > 0 {
		if err := writeNote(w.setup.Folders, rescued{File: r.file(), Texts: texts}); err != nil {
			w.setup.Log.Printf("what is not kept could not be noted: %v", err)
		}
	}
	r.earlier, r.there = nil, nil
}

// look looks for notes of earlier starts and offers what stands in them: of the open file always, of others once a start.
func (r *rescue) look() {
	w, sh := r.window, r.window.shell
	if w.demo {
		return
	}
	open, readOnly, held := r.file(), sh != nil && sh.deps.ReadOnly, false
	if readOnly {
		_, _, held = sh.store.Holder() // whose window then sees to the note
	}
	others := !r.offered
	r.offered = true
	w.work.Run(func() func() {
		var here, elsewhere []rescued
		for _, n := range readNotes(w.setup.Folders) {
			switch {
			case n.File == open && held:
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
		intro: say.Text("This was typed earlier, and is in no file.")}
	if w.shell != nil && w.shell.deps.ReadOnly {
		r.addToCopy(&list, here)
		here = nil
	}
	for _, n := range here {
		r.earlier, r.there = n.Texts, n.Texts
		r.addTo(&list)
	}
	for _, n := range elsewhere {
		for _, t := range n.Texts {
			u, there := t.Unkept, way{}
			if n.File != "" {
				u.Row = joined(u.Row, filepath.Base(n.File))
				there = way{say.Text("Open its file"), func() { w.open(n.File, store.Options{}) }}
			}
			list.add(u, there, func() { r.dropFrom(n.File, t) }, always)
		}
	}
	w.showTexts(list)
	r.footChanged()
}

// addToCopy adds what an earlier start left of a file that is only read now: it can be copied, and stays in its note for the time the
// file can be written again.
func (r *rescue) addToCopy(list *textList, notes []rescued) {
	for _, n := range notes {
		for _, t := range n.Texts {
			u := t.Unkept
			u.Why = r.window.say().Text("This file can only be read now, so it can't go back into its field. You can copy it; it is offered again once the file can be changed.")
			list.add(u, way{}, func() { r.dropFrom(n.File, t) }, always)
		}
	}
}

// addTo adds what an earlier start left to a list.
func (r *rescue) addTo(list *textList) {
	for _, n := range r.earlier {
		u, there := n.Unkept, way{}
		if strange := r.strange(n); strange != "" {
			u.Why = strange
		} else {
			there = r.wayBack(n)
		}
		if n.Form && there.words == "" && u.Why == "" {
			u.Why = r.window.say().Text("The form it was typed into can't be opened from here. You can copy it.")
		}
		if n.Table == health.BallotTable && n.Why == "" {
			u.Why = r.window.say().Text("This ballot was on its way into the file when the program was open last, and may be counted already. " +
				"Please compare the number of ballots in the round before you count it again.")
		}
		list.add(u, there, func() { r.settle(n) }, func() bool { return slices.Contains(r.earlier, n) })
	}
}

// always is of texts that stand in the notes of other files.
func always() bool { return true }

// kept lets go of what an earlier start left where the same was typed again and is in the file now.
func (r *rescue) kept(u kit.Unkept) {
	for _, n := range slices.Clone(r.earlier) {
		if n.Spot == u.Spot && n.Text == u.Text && r.strange(n) == "" {
			r.settle(n)
		}
	}
}

// strange says why a text can't go back to where it was typed, "" where it can, or has no place of its own: the file may be another
// community's by now, and its row another person.
func (r *rescue) strange(n noted) string {
	say, sh := r.window.say(), r.window.shell
	if sh == nil || n.Form {
		return ""
	}
	now, there := sh.called(n.Spot)
	switch {
	case n.Identity != sh.store.Identity():
		return say.Text("It was typed into “%s”, and this file holds another community now. You can copy it.", n.Community)
	case !there:
		return say.Text("What it belongs to is no longer there. You can copy it.")
	case n.Called != now:
		return say.Text("It belongs to “%s”, and in that place there is “%s” now. You can copy it.", n.Called, now)
	}
	return ""
}

// wayBack puts a text back into its field, where there is one.
func (r *rescue) wayBack(n noted) way {
	sh, say, u := r.window.shell, r.window.say(), n.Unkept
	switch {
	case u.Form && u.Inputs != "" && sh == nil:
		return way{say.Text("Put it back"), func() { r.refill(n, func() { r.settle(n) }) }}
	case u.Form && u.Inputs != "":
		return way{say.Text("Open it again"), func() { r.openAgain(n) }}
	case u.Table == health.BallotTable:
		return way{say.Text("Open it again"), func() {
			sh.goTo(health.Page, nil)
			sh.place(health.Page).page.(*health.Screen).TypeAgain(u, func() { r.settle(n) })
		}}
	case u.Form || !sh.leads(u.Spot):
		return way{}
	}
	return way{r.window.say().Text("Put it back into the field"), func() {
		u.Why = r.window.say().Text("This was typed before and is not kept yet.")
		r.window.deps.Unkept.Hold(u)
		r.settle(n)
		sh.showAgain(u.Spot)
		sh.leadTo(u.Spot)
	}}
}

// openAgain opens the dialog, or the page, into which a text was typed, by what opened it then, and fills it in.
func (r *rescue) openAgain(n noted) {
	w, sh, again := r.window, r.window.shell, func() { r.settle(n) }
	sh.makeAll()
	sh.goTo(n.Page, sh.heldOn(n))
	w.work.whenSettled(func() {
		c := w.deps.Commands.Get(n.Command)
		switch {
		case w.shell != sh:
			return
		case n.Command == "":
			r.refill(n, again)
			return
		case c == nil || !c.Can() || c.Words() != n.Words:
			w.notice(kit.Notice{Kind: kit.Warning, Text: w.say().Text("“%s” can't be opened here just now. Please choose what it is about first, then open the text again from the foot of the window.", n.Words)})
			return
		}
		w.deps.Commands.Fire(n.Command)
		w.work.whenSettled(func() { r.refill(n, again) })
	})
}

// heldOn is what a page is to show so that the field of a text is on it: the meeting under way, where it was typed on the page of the
// events by no command.
func (s *shell) heldOn(n noted) any {
	if _, _, there := s.snapshot.UnderWay(); there && n.Page == events.Page && n.Command == "" {
		return kit.UnderWay
	}
	return nil
}

// refill fills in what is open by now, and does what follows; where it is not open, it says so.
func (r *rescue) refill(n noted, then func()) {
	if r.window.deps.Unkept.Refill(n.Label, n.Inputs) {
		then()
		return
	}
	r.window.notice(kit.Notice{Kind: kit.Warning, Text: r.window.say().Text("“%s” did not open again. What you typed is still noted; you can copy it from the foot of the window.", n.Label)})
}

// settle takes a text of an earlier start out of the note: the leader has decided on it.
func (r *rescue) settle(n noted) {
	r.earlier = slices.DeleteFunc(slices.Clone(r.earlier), func(other noted) bool { return other == n })
	r.note(true)
	r.footChanged()
	r.window.lookAgain()
}

// footChanged has the foot count anew what an earlier start left.
func (r *rescue) footChanged() {
	if r.window.shell != nil {
		r.window.shell.side.showFoot()
	}
}

// dropFrom takes a text out of the note of a file that is not open.
func (r *rescue) dropFrom(file string, n noted) {
	r.rewrite(file, func(other noted) bool { return other == n })
}

// rewrite takes texts out of the note of a file.
func (r *rescue) rewrite(file string, gone func(noted) bool) {
	folders := r.window.setup.Folders
	r.writing.Run(func() func() {
		left := rescued{File: file}
		for _, n := range readNotes(folders) {
			if n.File == file {
				left = n
				left.Texts = slices.DeleteFunc(n.Texts, gone)
			}
		}
		err := writeNote(folders, left)
		return func() { r.window.deps.Fail(err) }
	})
}

// erased lets go of what was typed about somebody who was erased, or names them.
func (r *rescue) erased(memberID int64, names func(text string) bool) {
	sh := r.window.shell
	if sh == nil {
		return
	}
	gone := func(u kit.Unkept) bool {
		return u.Table == "member" && u.ID == memberID || slices.ContainsFunc([]string{u.Text, u.Row, u.Label, u.Words}, names)
	}
	goneToo := func(n noted) bool {
		ours := n.Identity == "" || n.Identity == sh.store.Identity()
		return ours && gone(n.Unkept) || names(n.Called) || names(n.Text)
	}
	r.earlier = slices.DeleteFunc(slices.Clone(r.earlier), goneToo)
	r.window.deps.Unkept.Forget(gone)
	if !r.window.demo {
		r.rewrite(r.file(), goneToo)
		r.rewrite("", goneToo)
	}
	r.footChanged()
}
