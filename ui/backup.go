package ui

import (
	"context"
	"path/filepath"
	"strings"

	"copleader/data/store"
)

// backUp keeps a proven copy of the community, one a day, while the person works on.
func (w *Window) backUp(s *store.Store) {
	folder := w.copiesFolder()
	w.work.Run(func() func() {
		kept, err := s.KeepCopy(context.Background(), folder)
		return func() {
			switch {
			case w.shell == nil || w.shell.store != s:
			case err != nil:
				w.shell.deps.Fail(err)
			default:
				w.shell.proven = kept.Day()
				w.shell.side.refresh()
			}
		}
	})
}

// restore puts a copy among the communities, in place of a file that could not be opened, under a name nothing has yet, and opens it; the broken
// file stays as it is.
func (w *Window) restore(path string, kept store.KeptCopy) {
	ext := filepath.Ext(path)
	name := w.say().Text("%s restored", strings.TrimSuffix(filepath.Base(path), ext)) + ext
	w.work.Run(func() func() {
		restored, err := restoredTo(w.setup.Folders, name, kept)
		return func() {
			if err != nil {
				w.showClosed(err, path)
				return
			}
			w.open(restored, store.Options{})
		}
	})
}

// restoredTo puts a copy into the folder of communities.
func restoredTo(folders Folders, name string, kept store.KeptCopy) (string, error) {
	folder, err := folders.makeCommunities()
	if err != nil {
		return "", err
	}
	path := freeName(folder, name)
	return path, store.RestoreAs(context.Background(), kept, path, store.Options{})
}
