package ui

import (
	"context"
	"path/filepath"
	"strings"

	"copleader/data"
	"copleader/data/store"
)

// keptBackups is how many days' copies of a community are kept.
const keptBackups = 14

// backUp keeps a proven copy of the community, one a day, while the person works on.
func (w *Window) backUp(s *store.Store) {
	folder := w.copiesFolder()
	w.work.Run(func() func() {
		copies, today := store.Backups(folder, s.Path()), w.setup.Clock.Today()
		var err error
		if len(copies) == 0 || madeOn(copies[0]) != today {
			_, err = s.Backup(context.Background(), folder, keptBackups)
		}
		return func() {
			switch {
			case w.shell == nil || w.shell.store != s:
			case err != nil:
				w.shell.deps.Fail(err)
			default:
				w.shell.proven = today
				w.shell.side.refresh()
			}
		}
	})
}

// madeOn reads the day from a backup's name, "My community 2026-11-21 101500.cop".
func madeOn(path string) data.Date {
	words := strings.Fields(filepath.Base(path))
	for i := len(words) - 1; i >= 0; i-- {
		if day, err := data.ParseDate(words[i]); err == nil && day != 0 {
			return day
		}
	}
	return 0
}

// restore puts a backup among the communities, in place of a file that could not be opened, under a name nothing has yet, and opens it; the broken
// file stays as it is.
func (w *Window) restore(path, backup string) {
	ext := filepath.Ext(path)
	name := w.say().Text("%s restored", strings.TrimSuffix(filepath.Base(path), ext)) + ext
	w.work.Run(func() func() {
		restored, err := restoredTo(w.setup.Folders, name, backup)
		return func() {
			if err != nil {
				w.showClosed(err, path)
				return
			}
			w.open(restored, store.Options{})
		}
	})
}

// restoredTo copies a backup into the folder of communities, checking it on the way.
func restoredTo(folders Folders, name, backup string) (string, error) {
	folder, err := folders.makeCommunities()
	if err != nil {
		return "", err
	}
	s, err := store.Open(context.Background(), backup, store.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	path := freeName(folder, name)
	copied := s.Copy(context.Background(), path)
	if err := s.Close(); copied == nil {
		copied = err
	}
	return path, copied
}
