package ui

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// backUp keeps a proven copy of the community, one a day, while the person works on. One that is there already is proven again.
func (w *Window) backUp(s *store.Store) {
	if w.demo || s.ReadOnly() {
		return
	}
	folder, usual := w.copiesFolder(), w.setup.Folders.Backups()
	folders, copied := w.copiesFolders(), w.prefs.copiedInto(s.Path()) == folder
	w.work.Run(func() func() {
		kept, anew, err := keepCopy(s, folder, usual, copied)
		naming := s.ForgetInCopies(context.Background(), folders...)
		return func() {
			if w.shell == nil || w.shell.store != s {
				return
			}
			w.shell.namedStill(naming)
			told := w.shell.uncopied != nil
			w.shell.proven, w.shell.uncopied = kept.Day(), nil
			if kept.Path != "" {
				w.prefs.setCopiedInto(s.Path(), folder)
			} else {
				w.shell.proven = 0
				w.shell.notCopied(err)
			}
			w.shell.side.refresh()
			if !told || w.shell.uncopied == nil {
				w.shell.deps.Fail(err)
			}
			if anew && err == nil {
				w.notice(kit.Notice{Kind: kit.Warning, Text: w.say().Text(
					"The folder of copies “%s” was not there any more; it may have been moved or renamed. It is made anew with a copy of today; older copies lie where the folder is now.", folder)})
			}
		}
	})
}

// copyAgain is how soon a copy is tried again that could not be made: a stick may be plugged in, or room made.
const copyAgain = 2 * time.Minute

// notCopied has the foot warn that there is no proven copy, and sees to the next try.
func (s *shell) notCopied(err error) {
	w := s.window
	s.uncopied = err
	s.stopCopying()
	s.stopCopying = w.deps.Timer.After(copyAgain, func() {
		if w.shell == s && !s.stopped && s.uncopied != nil {
			w.backUp(s.store)
		}
	})
}

// namedStill has the foot warn that copies still name somebody who was forgotten, nil for none, and sees to the next try.
func (s *shell) namedStill(naming error) {
	w, before := s.window, s.naming
	s.naming = naming
	s.stopForgetting()
	s.stopForgetting = func() {}
	if naming == nil {
		if before != nil {
			w.deps.Tell(w.say().Text("The copies that named somebody who was forgotten are removed."))
		}
		return
	}
	s.stopForgetting = w.deps.Timer.After(copyAgain, func() {
		if w.shell == s && !s.stopped {
			s.forgetInCopies()
		}
	})
}

// forgetInCopies tries once more to remove the copies that still name somebody who was forgotten.
func (s *shell) forgetInCopies() {
	w, folders := s.window, s.window.copiesFolders()
	w.work.Run(func() func() {
		naming := s.store.ForgetInCopies(context.Background(), folders...)
		return func() {
			if w.shell == s && !s.stopped {
				s.namedStill(naming)
				s.side.refresh()
			}
		}
	})
}

// erased lets what is not in the file forget somebody, and warns where copies do not.
func (s *shell) erased(id int64, names func(text string) bool) {
	s.window.rescue.erased(id, names)
	s.forgetInCopies()
}

// askNaming says which copies still name somebody who was forgotten, and offers the ways on.
func (w *Window) askNaming() {
	if w.shell == nil || w.shell.naming == nil {
		return
	}
	say, s := w.say(), w.shell
	var d *kit.Dialog
	again := kit.NewBtn(kit.Primary, say.Text("Try again"), func() {
		d.Close()
		s.forgetInCopies()
	})
	show := kit.NewBtn(kit.Outlined, say.Text("Show the folder"), func() {
		d.Close()
		windowSettings{w}.OpenCopiesFolder()
	})
	again.ID, show.ID = "naming.again", "naming.show"
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: say.Text("Copies still name somebody who was forgotten"), Width: 560,
		Body: kit.VStack(10, kit.NewBody(kit.Plain(say.Sentence(s.naming))), kit.Note(say.Text("Copies are put into %s.", w.copiesFolder()))),
		Foot: kit.Wrap(look.GapInRow, again, show)})
	w.Canvas().Focus(again)
}

// copyNow makes the copy of today for a person who asked for it, and is told what comes of it.
func (w *Window) copyNow(s *shell) {
	s.uncopied = nil
	w.backUp(s.store)
}

// keepCopy keeps the copy of the day; anew tells that the folder of copies had to be made, though there was one before.
func keepCopy(s *store.Store, folder, usual string, copied bool) (kept store.KeptCopy, anew bool, err error) {
	if err := folderStands(folder, usual); err != nil {
		return kept, false, err
	}
	anew = copied && !isFolder(folder)
	kept, err = s.KeepCopy(context.Background(), folder)
	return kept, anew, err
}

// folderStands tells what is wrong with a folder that somebody chose for the copies: it isn't made anew, since it lies elsewhere by now,
// or its disk is not connected. The usual one is made where it is missing.
func folderStands(folder, usual string) error {
	if folder == usual || isFolder(folder) {
		return nil
	}
	return store.CopiesFolderFault(folder)
}

// copyFirst gives what keeps a copy before something is imported, and has the foot say where none could be.
func (s *shell) copyFirst() (keep func(context.Context)) {
	w := s.window
	folder, usual := w.copiesFolder(), w.setup.Folders.Backups()
	return func(ctx context.Context) {
		err := folderStands(folder, usual)
		if err == nil {
			_, err = s.store.CopyBefore(ctx, folder, store.BeforeImport)
		}
		if err != nil {
			w.work.Run(func() func() {
				return func() {
					s.notCopied(err)
					s.side.refresh()
				}
			})
		}
	}
}

// askUncopied says why there is no proven copy of today, and offers the ways on.
func (w *Window) askUncopied() {
	if w.shell == nil || w.shell.uncopied == nil {
		return
	}
	say, s := w.say(), w.shell
	var d *kit.Dialog
	way := func(kind kit.BtnKind, label, id string, do func()) *kit.Btn {
		b := kit.NewBtn(kind, label, func() {
			d.Close()
			do()
		})
		b.ID = id
		return b
	}
	again := way(kit.Primary, say.Text("Try again"), "uncopied.again", func() { w.copyNow(s) })
	other := way(kit.Outlined, say.Text("Choose another folder…"), "uncopied.other", func() { windowSettings{w}.ChooseCopiesFolder(func() {}) })
	show := way(kit.Outlined, say.Text("Show the folder"), "uncopied.show", windowSettings{w}.OpenCopiesFolder)
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: say.Text("There is no proven copy of today"), Width: 560,
		Body: kit.VStack(10, kit.NewBody(kit.Plain(say.Sentence(s.uncopied))), kit.Note(say.Text("Copies are put into %s.", w.copiesFolder()))),
		Foot: kit.Wrap(look.GapInRow, again, other, show)})
	w.Canvas().Focus(again)
}

// restore puts a copy among the communities, in place of a file that could not be opened or holds something else by now, under a name
// nothing has yet, and opens it; that file stays as it is.
func (w *Window) restore(path string, kept store.KeptCopy) {
	ext := filepath.Ext(path)
	name := w.say().Text("%s restored", strings.TrimSuffix(filepath.Base(path), ext)) + ext
	w.work.Run(func() func() {
		restored, err := restoredTo(w.setup.Folders, name, kept)
		return func() {
			switch {
			case err != nil && w.shell != nil:
				w.deps.Fail(err)
				return
			case err != nil:
				w.showClosed(err, path)
				return
			}
			w.openRestored(restored, path)
		}
	})
}

// openRestored opens what was restored beside a file, and says where it lies and what became of that file.
func (w *Window) openRestored(restored, beside string) {
	w.leaveThen(func() {
		w.work.Run(func() func() {
			s, err := store.Open(context.Background(), restored, store.Options{Clock: w.setup.Clock.Now})
			return func() {
				if err != nil {
					w.showClosed(err, restored)
					return
				}
				w.show(s, false)
				w.notice(kit.Notice{Text: w.say().Text("Open now is “%s”, the copy, in %s. “%s” was left as it is.", filepath.Base(restored), filepath.Dir(restored), filepath.Base(beside)),
					Action: w.say().Text("Show the folder"), Do: func() { w.deps.OpenWithSystem(filepath.Dir(restored)) }})
			}
		})
	})
}

// restoredTo puts a copy into the folder of communities.
func restoredTo(folders desk.Folders, name string, kept store.KeptCopy) (string, error) {
	folder, err := folders.MakeCommunities()
	if err != nil {
		return "", err
	}
	path := freeName(folder, name)
	return path, store.RestoreAs(context.Background(), kept, path, store.Options{})
}
