package ui

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/share"
	"copleader/ui/uitest"
)

// stage is the program's window under test, in folders of its own.
type stage struct {
	*uitest.Window
	w       *Window
	folders desk.Folders
	zone    desk.Zone
	t       testing.TB
	faulty  bool       // faults are what is tested
	slow    kit.Runner // works when a test says so, nil for at once
	shared  map[string]store.Shared
}

// setStage makes the window without starting it.
func setStage(t testing.TB, o uitest.Options) *stage {
	t.Helper()
	u := uitest.Open(t, o)
	dir := t.TempDir()
	st := &stage{Window: u, t: t, folders: desk.Folders{Documents: filepath.Join(dir, "Documents"),
		Cache: filepath.Join(dir, "cache"), Settings: filepath.Join(dir, "settings")}, zone: desk.Zone{Name: "Europe/Berlin", Sure: true}}
	st.again()
	return st
}

// again makes the window anew, as a second start would; what was remembered is remembered.
func (st *stage) again() {
	log := OpenLog(st.folders, io.Discard)
	st.t.Cleanup(log.Close)
	if _, err := os.Stat(filepath.Join(st.folders.Settings, preferencesFile)); errors.Is(err, fs.ErrNotExist) {
		openPreferences(st.folders).setSize(st.Win.Canvas().Size())
	}
	st.w = NewWindow(Setup{App: fyne.CurrentApp(), Say: st.Say, Clock: st.Clock, Timer: st.Timer, Runner: st, Files: st.Files,
		Viewer: func() (share.Viewer, error) { return nil, errors.New("no pages are drawn here") }, Folders: st.folders, Zone: st.zone, Log: log, Version: "0.0", Shared: st.sharedFolder})
	st.Win, st.Commands = st.w.win, st.w.deps.Commands
	st.t.Cleanup(st.w.closeCommunity)
	st.t.Cleanup(func() {
		if text, err := os.ReadFile(log.Path()); err == nil && !st.faulty && strings.Contains(string(text), "\ngoroutine ") {
			st.t.Errorf("a fault was caught on the way: %s", text)
		}
	})
}

// Run is the window's Runner: it works at once, or when a test says so.
func (st *stage) Run(work func() (done func())) {
	if st.slow != nil {
		st.slow.Run(work)
		return
	}
	uitest.Inline{}.Run(work)
}

// sharedFolder tells of the folders that a test says others write into.
func (st *stage) sharedFolder(folder string) (store.Shared, bool) {
	s, shared := st.shared[folder]
	return s, shared
}

// openPreferences reads what is remembered, as a window would.
func openPreferences(folders desk.Folders) *preferences {
	p := loadPreferences(folders.Settings, fyne.CurrentApp().Preferences())
	p.writing = kit.NewInOrder(uitest.Inline{})
	return p
}

func (st *stage) start(s Start) {
	st.t.Helper()
	st.w.Start(s)
	st.Settle()
}

// notice is the text of the notice shown, empty for none.
func (st *stage) notice() string {
	if n, on := st.w.frame.bar.Notice(); on {
		return n.Text
	}
	return ""
}

// noTrouble fails when something went wrong that the person is told of.
func (st *stage) noTrouble() {
	st.t.Helper()
	if n, on := st.w.frame.bar.Notice(); on && n.Kind == kit.Trouble {
		st.t.Fatalf("trouble: %s %s", n.Text, n.Details)
	}
}

// community makes a file with a community of its own.
func (st *stage) community(name string) string {
	st.t.Helper()
	path := filepath.Join(st.t.TempDir(), "own.cop")
	s, err := store.Create(context.Background(), path, store.Options{Clock: st.Clock.Now})
	if err != nil {
		st.t.Fatal(err)
	}
	if err := s.Found(context.Background(), store.Founding{Name: name, Leader: "Ana Kovač", TimeZone: "Europe/Berlin"}); err != nil {
		st.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		st.t.Fatal(err)
	}
	return path
}

func (st *stage) menuItem(menu, label string) *fyne.MenuItem {
	st.t.Helper()
	for _, m := range st.Win.MainMenu().Items {
		for _, i := range m.Items {
			if m.Label == menu && (kit.MenuWords(i) == label || label == "" && strings.HasPrefix(i.Label, "Undo")) {
				return i
			}
		}
	}
	st.t.Fatalf("no %q in %q", label, menu)
	return nil
}

func (st *stage) renameCommunity(name string) {
	st.t.Helper()
	err := st.w.shell.store.ChangeCommunity(context.Background(), store.Visit{}, func(c *data.Community) { c.Name = name })
	if err != nil {
		st.t.Fatal(err)
	}
	st.Settle()
}

func communityName(t *testing.T, st *stage) string {
	t.Helper()
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s.Community.Name
}

// snapshot is the community that is open, as the file has it.
func (st *stage) snapshot() *data.Snapshot {
	st.t.Helper()
	s, err := st.w.shell.store.Snapshot(st.t.Context())
	if err != nil {
		st.t.Fatal(err)
	}
	return s
}
