package ui

import (
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"

	"copleader/data/store"
)

// The toolkit's dialog opens the file that is chosen, although only its name is wanted, and closes it: of the file that is open here
// this would drop SQLite's locks (data/store/README.md, Copies). So to the toolkit files of communities can be read, and hold nothing.

// fileRepository is everything that the toolkit's own access to files can do.
type fileRepository interface {
	repository.AppendableRepository
	repository.DeleteAllRepository
	repository.ListableRepository
	repository.HierarchicalRepository
	repository.CopyableRepository
	repository.MovableRepository
}

// untouched never opens the file of a community.
type untouched struct{ fileRepository }

// leaveUntouched has the toolkit open no file of a community any more.
func leaveUntouched() {
	known, err := repository.ForScheme("file")
	if err != nil {
		return // then it opens no file at all
	}
	if files, able := known.(fileRepository); able {
		if _, done := files.(untouched); !done {
			repository.Register("file", untouched{files})
		}
	}
}

func isCommunity(u fyne.URI) bool { return strings.EqualFold(filepath.Ext(u.Path()), store.Ext) }

// Reader reads nothing of a community.
func (r untouched) Reader(u fyne.URI) (fyne.URIReadCloser, error) {
	if isCommunity(u) {
		return onlyNamed{strings.NewReader(""), u}, nil
	}
	return r.fileRepository.Reader(u)
}

// CanRead believes that a community can be read; opening it will tell.
func (r untouched) CanRead(u fyne.URI) (bool, error) {
	if isCommunity(u) {
		return true, nil
	}
	return r.fileRepository.CanRead(u)
}

// onlyNamed stands for a file that is not opened.
type onlyNamed struct {
	io.Reader
	uri fyne.URI
}

// Close has nothing to close.
func (onlyNamed) Close() error { return nil }

// URI is where the file lies.
func (o onlyNamed) URI() fyne.URI { return o.uri }
