package share

import (
	"context"
	"image"
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

// Previewer starts the viewer of the program; what makes the next start quick is kept in a folder. On a computer that never showed a page
// another process prepares that, where one is given, since it takes several hundred MB for some seconds; without one, or where it fails,
// this process does so itself.
func Previewer(cacheFolder string, prepare func(folder string) error) func() (Viewer, error) {
	return func() (Viewer, error) {
		if prepare != nil && !preview.Prepared(cacheFolder) {
			_ = prepare(cacheFolder)
		}
		v, err := preview.Open(cacheFolder)
		if err != nil {
			return nil, err
		}
		return previewer{v}, nil
	}
}

// previewer is the viewer that draws the very document.
type previewer struct{ *preview.Viewer }

// Document reads a PDF.
func (p previewer) Document(content []byte) (Drawing, error) {
	d, err := p.Viewer.Document(content)
	if err != nil {
		return nil, err // not a Drawing that is no nil
	}
	return d, nil
}

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
