package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
	"sync"
	"time"
)

// Apart is a viewer in a process of its own, which holds the memory and, at the first start on a computer, several hundred MB while it
// compiles. Its calls may come from several goroutines and wait for one another.
type Apart struct {
	mu    sync.Mutex
	child *exec.Cmd
	in    io.WriteCloser // nil once it was closed
	out   io.Reader
	names int64 // of the documents opened so far
}

// startMost is how long the process may take to be ready; on a slow computer it compiles for some ten seconds.
const startMost = 2 * time.Minute

// OpenApart starts a process that calls Serve with its standard input and output.
func OpenApart(child *exec.Cmd) (*Apart, error) {
	a := &Apart{child: child}
	var err error
	if a.in, err = child.StdinPipe(); err != nil {
		return nil, err
	}
	if a.out, err = child.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := child.Start(); err != nil {
		return nil, err
	}
	defer time.AfterFunc(startMost, func() { _ = child.Process.Kill() }).Stop()
	if _, _, err := a.answered(); err != nil {
		return nil, errors.Join(fmt.Errorf("starting the preview: %w", err), a.Close())
	}
	return a, nil
}

// ask sends a request and waits for the answer.
func (a *Apart) ask(h head, content []byte) (head, []byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.in == nil {
		return head{}, nil, errClosed
	}
	if err := send(a.in, h, content); err != nil {
		return head{}, nil, err
	}
	return a.answered()
}

func (a *Apart) answered() (head, []byte, error) {
	h, body, err := receive(a.out)
	if err == nil && h.Kind == failed {
		err = errors.New(string(body))
	}
	return h, body, err
}

// Close ends the process.
func (a *Apart) Close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.in == nil {
		return nil
	}
	err := a.in.Close()
	a.in = nil
	return errors.Join(err, a.child.Wait())
}

// ApartDocument is a PDF that is looked at in another process.
type ApartDocument struct {
	viewer *Apart
	name   int64
	pages  int
}

// Document reads a PDF.
func (a *Apart) Document(content []byte) (*ApartDocument, error) {
	a.mu.Lock()
	a.names++
	d := &ApartDocument{viewer: a, name: a.names}
	a.mu.Unlock()
	h, _, err := a.ask(head{Kind: opens, Document: d.name}, content)
	if err != nil {
		return nil, err
	}
	d.pages = int(h.Number)
	return d, nil
}

// Pages is how many pages there are.
func (d *ApartDocument) Pages() int { return d.pages }

// Page draws a page, 0 for the first, at most so many pixels wide and high.
func (d *ApartDocument) Page(ctx context.Context, number, width, height int) (image.Image, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	h, pixels, err := d.viewer.ask(head{Kind: draws, Document: d.name, Number: int64(number), Width: int64(width), Height: int64(height)}, nil)
	if err != nil {
		return nil, err
	}
	picture := &image.RGBA{Pix: pixels, Stride: 4 * int(h.Width), Rect: image.Rect(0, 0, int(h.Width), int(h.Height))}
	if len(pixels) != picture.Stride*int(h.Height) {
		return nil, fmt.Errorf("a picture of %d × %d has %d bytes", h.Width, h.Height, len(pixels))
	}
	return picture, nil
}

// Close gives the document's memory back.
func (d *ApartDocument) Close() error {
	_, _, err := d.viewer.ask(head{Kind: closes, Document: d.name}, nil)
	if errors.Is(err, errClosed) {
		return nil // with its viewer
	}
	return err
}
