// Package preview shows a page of a PDF as a picture: of the very document that will be printed or sent, not a second drawing
// of it. It is the only package that names go-pdfium.
package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// Viewer draws pages. It holds some 50 MB until it is closed; its calls may come from several goroutines and wait for one
// another.
type Viewer struct {
	mu     sync.Mutex
	cache  wazero.CompilationCache
	pool   pdfium.Pool
	reader pdfium.Pdfium
}

// readerWait is how long the reader may take to start; without a cache it has to be compiled, which takes seconds.
const readerWait = time.Minute

// Open makes a viewer. What takes long the first time is kept in the cache folder, which is made where it is missing; "" keeps
// nothing.
func Open(cacheFolder string) (*Viewer, error) {
	v := &Viewer{}
	config := wazero.NewRuntimeConfig()
	if cacheFolder != "" {
		// A cache that can't be kept costs time, nothing else.
		if cache, err := wazero.NewCompilationCacheWithDir(cacheFolder); err == nil {
			v.cache, config = cache, config.WithCompilationCache(cache)
		}
	}
	var err error
	// The reader gets no folder to see and nothing to write to.
	v.pool, err = webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard})
	if err == nil {
		v.reader, err = v.pool.GetInstance(readerWait)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("starting the preview: %w", err), v.Close())
	}
	return v, nil
}

// Close gives the memory back. Documents of the viewer are closed with it.
func (v *Viewer) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	var errs []error
	if v.reader != nil {
		errs = append(errs, v.reader.Close())
	}
	if v.pool != nil {
		errs = append(errs, v.pool.Close())
	}
	if v.cache != nil {
		errs = append(errs, v.cache.Close(context.Background()))
	}
	v.reader, v.pool, v.cache = nil, nil, nil
	return errors.Join(errs...)
}

// errClosed is the answer of a viewer or document that was closed.
var errClosed = errors.New("the preview was closed")

// Document is a PDF that is looked at.
type Document struct {
	viewer *Viewer
	file   references.FPDF_DOCUMENT
	pages  int
	closed bool
}

// Document reads a PDF. The content must not change while it is looked at.
func (v *Viewer) Document(content []byte) (*Document, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.reader == nil {
		return nil, errClosed
	}
	opened, err := v.reader.OpenDocument(&requests.OpenDocument{File: &content})
	if err != nil {
		return nil, fmt.Errorf("reading a document: %w", err)
	}
	count, err := v.reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, fmt.Errorf("counting pages: %w", err)
	}
	return &Document{viewer: v, file: opened.Document, pages: count.PageCount}, nil
}

// Pages is how many pages there are.
func (d *Document) Pages() int { return d.pages }

// Page draws a page, 0 for the first, at most so many pixels wide and high.
func (d *Document) Page(ctx context.Context, number, width, height int) (image.Image, error) {
	picture, err := d.page(ctx, number, width, height)
	if err != nil {
		return nil, err // not a picture that is no nil
	}
	return picture, nil
}

func (d *Document) page(ctx context.Context, number, width, height int) (*image.RGBA, error) {
	v := d.viewer
	v.mu.Lock()
	defer v.mu.Unlock()
	if d.closed || v.reader == nil {
		return nil, errClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: d.file, Index: number}}
	drawn, err := v.reader.RenderPageInPixels(&requests.RenderPageInPixels{Page: page, Width: width, Height: height})
	if err != nil {
		return nil, fmt.Errorf("drawing page %d: %w", number+1, err)
	}
	defer drawn.Cleanup()
	// The picture lies in the reader's memory, which is used again for the next.
	own := image.NewRGBA(drawn.Result.Image.Bounds())
	draw.Draw(own, own.Bounds(), drawn.Result.Image, own.Bounds().Min, draw.Src)
	return own, nil
}

// Close gives the document's memory back.
func (d *Document) Close() error {
	v := d.viewer
	v.mu.Lock()
	defer v.mu.Unlock()
	if d.closed || v.reader == nil {
		return nil
	}
	d.closed = true
	_, err := v.reader.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.file})
	return err
}
