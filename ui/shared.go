package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// shelter is what is known of where a file lies: that others may write it there, and where on this computer it could be kept instead.
type shelter struct {
	shared store.Shared
	local  string // "" where this computer has no folder of its own
}

// lookWhereItLies warns, once per file, of one that lies in a folder into which other programs or computers write. A disk that doesn't
// answer must not hold up anything, so this is no work that closing waits for.
func (w *Window) lookWhereItLies(s *store.Store) {
	path := s.Path()
	if w.demo || s.ReadOnly() || w.prefs.mayStay(path) {
		return
	}
	look, usual := w.setup.Shared, w.setup.Folders.Communities()
	w.setup.Runner.Run(func() func() {
		shared, yes := look(filepath.Dir(path))
		if !yes {
			return nil
		}
		known := shelter{shared: shared}
		for _, folder := range []string{usual, ownFolder()} {
			if _, shared := look(folder); folder != "" && !shared && known.local == "" {
				known.local = folder
			}
		}
		return func() { w.askShelter(s, known) }
	})
}

// ownFolder is a folder of the account outside of its documents, which often are what is kept alike; "" where there is none.
func ownFolder() string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" {
		return ""
	}
	return filepath.Join(home, "CoP Leader")
}

// askLater is how long a question waits for another one to be answered.
const askLater = 2 * time.Second

// askShelter says what can happen to the file where it lies, and offers to keep it on this computer.
func (w *Window) askShelter(s *store.Store, known shelter) {
	switch {
	case w.ended || w.shell == nil || w.shell.store != s:
		return
	case w.Canvas().Overlays().Top() != nil:
		w.deps.Timer.After(askLater, func() { w.askShelter(s, known) })
		return
	}
	say := w.say()
	title, why := say.Text("This file lies on another computer"),
		say.Text("A network may break off while something is kept, and somebody else may open the file too.")
	if service := known.shared.Service; service != "" {
		title = say.Text("This file lies in a folder of %s", service)
		why = say.Text("%s writes into files while they are open, and two computers may change one file at once.", service)
	}
	var d *kit.Dialog
	stay := kit.NewBtn(kit.Outlined, say.Text("Leave it there"), func() {
		d.Close()
		w.prefs.setMayStay(s.Path())
	})
	stay.ID = "shelter.stay"
	foot := []kit.Cell{kit.Spring(), kit.Own(stay)}
	body := kit.VStack(10, kit.NewBody(kit.Plain(why)))
	if known.local == "" {
		body.Objects = append(body.Objects, kit.NewBody(kit.Plain(say.Text("Please open it on one computer at a time."))))
	} else {
		body.Objects = append(body.Objects, kit.NewBody(kit.Plain(say.Text(
			"It can be kept in %s on this computer, with a copy of each day in the folder where it lies now. The file there stays as it is.", known.local))))
		move := kit.NewBtn(kit.Primary, say.Text("Keep it on this computer"), func() {
			d.Close()
			w.shelter(s, known.local)
		})
		move.ID = "shelter.move"
		foot = append(foot, kit.Own(move))
		defer w.Canvas().Focus(move)
	}
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: title, Width: 560, Body: body, Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, foot...)})
}

// shelter copies the open file to a folder on this computer, has the copies of each day put where it lay, and opens it there.
func (w *Window) shelter(s *store.Store, local string) {
	old := s.Path()
	copies := filepath.Join(filepath.Dir(old), "Backups")
	w.keptThen(func() {
		w.work.Run(func() func() {
			path, err := sheltered(s, local, copies)
			return func() {
				if err != nil {
					w.deps.Fail(err)
					return
				}
				w.prefs.forgetFile(old)
				w.prefs.setCopies(copies)
				w.openThen(path, func(*store.Store) error { return nil }, func(error) {
					w.notice(kit.Notice{Text: w.say().Text("This community is kept in %s now, and copied each day into %s. The file that lies where it was stays as it is; please don't go on with it.",
						filepath.Dir(path), copies)})
				})
			}
		})
	})
}

// sheltered makes the file in the folder on this computer, under a name nothing has yet, and the folder for the copies.
func sheltered(s *store.Store, local, copies string) (path string, err error) {
	for _, folder := range []string{local, copies} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			fault := data.Fault(data.CodeNoWrite, "The folder “%s” could not be made, so nothing was written. Please check that you may write there.", folder)
			fault.Cause = err
			return "", fault
		}
	}
	path = freeName(local, filepath.Base(s.Path()))
	return path, s.Copy(context.Background(), path)
}
