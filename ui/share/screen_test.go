package share

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file, loaded again after every change as the shell does it.
type bench struct {
	*uitest.Window
	screen *Screen
	store  *store.Store
	folder string // where documents to be looked at are put
	t      testing.TB
}

// sidebar is the room that the shell keeps at the left of a page.
const sidebar = 204

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	w := uitest.Open(t, o)
	return openWith(t, w, st, w.Deps())
}

func openWith(t testing.TB, w *uitest.Window, st *store.Store, deps kit.Deps) *bench {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "cache", "documents")
	b := &bench{Window: w, store: st, t: t, folder: folder, screen: New(deps, st, Options{Folder: folder, Version: "1.0"})}
	t.Cleanup(st.Subscribe(func(store.Change) { b.screen.Load() }))
	w.Show(kit.Pad(kit.Edges{Left: sidebar}, b.screen.Content()))
	b.screen.Load()
	w.Settle()
	return b
}

// TestPicture draws the screen, to be looked at; nothing is drawn unless a folder is named.
func TestPicture(t *testing.T) {
	dir := os.Getenv("COPLEADER_PICTURES")
	if dir == "" {
		t.Skip("COPLEADER_PICTURES names no folder")
	}
	for name, o := range map[string]uitest.Options{
		"light": {}, "dark": {Dark: true}, "80": {Scale: 0.8}, "200": {Scale: 2}, "narrow": {Width: 960, Height: 640}, "narrow200": {Width: 960, Height: 640, Scale: 2},
	} {
		b := open(t, datatest.Demo(t), o)
		b.Picture(filepath.Join(dir, "share-"+name+".png"))
		b.screen.Arrive("made")
		b.Picture(filepath.Join(dir, "share-made-"+name+".png"))
	}
}

var (
	_ = context.Background
	_ = errors.New
	_ = strings.ToLower
	_ = time.Now
	_ data.Date
	_ reports.Report
	_ page.Paper
)
