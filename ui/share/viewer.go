package share

import (
	"context"
	"image"
	"os/exec"
	"sync"

	"copleader/reports/preview"
)

// Viewer draws the pages of documents until it is closed.
type Viewer interface {
	Document(content []byte) (Drawing, error)
	Close() error
}

// Drawing is a document whose pages can be drawn, 0 the first, at most so many pixels wide and high.
type Drawing interface {
	Pages() int
	Page(ctx context.Context, number, width, height int) (image.Image, error)
	Close() error
}

// Previewer starts the viewer of the program, in a process of its own where one is given, since it takes some 50 MB, and several hundred
// for some seconds on a computer that never showed a page; where that fails, in this one. What makes the next start quick is kept in a folder.
func Previewer(cacheFolder string, apart func(cacheFolder string) (*exec.Cmd, error)) func() (Viewer, error) {
	return func() (Viewer, error) {
		if apart != nil {
			if child, err := apart(cacheFolder); err == nil {
				if v, err := preview.OpenApart(child); err == nil {
					return previewer[*preview.ApartDocument]{v}, nil
				}
			}
		}
		v, err := preview.Open(cacheFolder)
		if err != nil {
			return nil, err
		}
		return previewer[*preview.Document]{v}, nil
	}
}

// opensPDF is a viewer whose documents are of a type of its own.
type opensPDF[D Drawing] interface {
	Document(content []byte) (D, error)
	Close() error
}

// previewer is a viewer that draws the very document.
type previewer[D Drawing] struct{ viewer opensPDF[D] }

// Document reads a PDF.
func (p previewer[D]) Document(content []byte) (Drawing, error) {
	d, err := p.viewer.Document(content)
	if err != nil {
		return nil, err // not a Drawing that is no nil
	}
	return d, nil
}

// Close gives the memory back.
func (p previewer[D]) Close() error { return p.viewer.Close() }

// lazyViewer starts the viewer when it is first wanted, once; its calls wait and belong away from the window.
type lazyViewer struct {
	start func() (Viewer, error)
	mu    sync.Mutex
	on    Viewer
}

// get is the viewer, started if need be.
func (l *lazyViewer) get() (Viewer, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.on == nil {
		v, err := l.start()
		if err != nil {
			return nil, err
		}
		l.on = v
	}
	return l.on, nil
}

// close gives the viewer's memory back; it starts again when it is wanted.
func (l *lazyViewer) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.on == nil {
		return nil
	}
	v := l.on
	l.on = nil
	return v.Close()
}
