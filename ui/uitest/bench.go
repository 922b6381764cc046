package uitest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
)

// Bench is a window with a page in it over a real file.
type Bench struct {
	*Window
	// Store holds the file.
	Store *store.Store
	// T is the test.
	T testing.TB
}

// NewBench opens a window for a page over a file; Put puts the page into it.
func NewBench(t testing.TB, st *store.Store, o Options) *Bench {
	t.Helper()
	return &Bench{Window: Open(t, o), Store: st, T: t}
}

// Put shows the page and loads it, now and after every change of the file, as the shell does.
func (b *Bench) Put(page kit.Page) {
	b.T.Helper()
	b.T.Cleanup(b.Store.Subscribe(func(store.Change) { page.Load() }))
	b.ShowPage(page)
}

// Read is what the file holds now.
func (b *Bench) Read() *data.Snapshot {
	b.T.Helper()
	return datatest.Read(b.T, b.Store)
}

// Undo takes the last deed back, as the shell's menu does.
func (b *Bench) Undo() {
	b.T.Helper()
	if _, err := b.Store.Undo(context.Background()); err != nil {
		b.T.Fatal(err)
	}
	b.Settle()
}

// sidebar is the room that the shell keeps at the left of a page, in points.
const sidebar = 204

// ShowPage puts a page into the window, with the shell's room beside it, and loads it.
func (w *Window) ShowPage(page kit.Page) {
	w.t.Helper()
	w.Show(kit.Pad(kit.Edges{Left: sidebar}, page.Content()))
	page.Load()
	w.Settle()
}

// pictures names the folder in which pictures are kept to be looked at.
const pictures = "COPLEADER_PICTURES"

// KeepsPictures tells whether a folder is named for pictures; drawing is slow, so tests draw few or none without one.
func KeepsPictures() bool { return os.Getenv(pictures) != "" }

// Keep writes a picture of the window into the folder for pictures, under a name without its ending; where none is named it
// only lays the window out.
func (w *Window) Keep(name string) {
	w.t.Helper()
	w.Settle()
	if KeepsPictures() {
		w.Picture(filepath.Join(os.Getenv(pictures), name+".png"))
	}
}
