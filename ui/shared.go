package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// shelter is what is known of where a file lies: that others may write it there, and where on this computer it could be kept instead.
type shelter struct {
	shared store.Shared
	local  string // "" where this computer has no folder of its own

	kept  store.Glance // the same community on this computer already; no path where there is none
	newer bool         // and it was changed later than the file that is open
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
		known.kept, known.newer = keptAlready(s, usual, ownFolder())
		return func() { w.askShelter(s, known) }
	})
}

// keptAlready is the community of the open file where it lies in one of the folders too, of several the one changed last.
func keptAlready(s *store.Store, folders ...string) (kept store.Glance, newer bool) {
	for _, folder := range folders {
		for _, path := range communitiesIn(folder) {
			g, err := store.Look(context.Background(), path)
			if err == nil && path != s.Path() && g.Identity == s.Identity() && g.Changed.After(kept.Changed) {
				kept = g
			}
		}
	}
	acts, err := s.Acts(context.Background(), 1)
	return kept, kept.Path != "" && (err != nil || len(acts) == 0 || kept.Changed.After(acts[0].At))
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
	}
	if known.kept.Path != "" {
		open := w.offerKept(known, body, func() { d.Close() })
		foot = append(foot, kit.Own(open))
		if known.newer {
			defer w.Canvas().Focus(open)
		}
	}
	if known.local != "" && !known.newer {
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

// offerKept names the file of the same community that lies on this computer already; one that was changed later is what to go on with.
func (w *Window) offerKept(known shelter, body *fyne.Container, close func()) *kit.Btn {
	say := w.say()
	text := say.Text("It lies on this computer too, as “%s” in %s, last changed on %s.", filepath.Base(known.kept.Path), filepath.Dir(known.kept.Path),
		moment(say, known.kept.Changed))
	kind := kit.Outlined
	if known.newer {
		text += " " + say.Text("That is later than this one here.")
		kind = kit.Primary
	}
	body.Objects = append(body.Objects, kit.NewBody(kit.Plain(text)))
	open := kit.NewBtn(kind, say.Text("Open the one on this computer"), func() {
		close()
		w.open(known.kept.Path, store.Options{})
	})
	open.ID = "shelter.open"
	return open
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
		if err := desk.MakeFolder(folder, 0o700); err != nil {
			return "", err
		}
	}
	path = freeName(local, filepath.Base(s.Path()))
	return path, s.Copy(context.Background(), path)
}
