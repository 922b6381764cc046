package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// The files opened last are remembered in their order, the latest twenty, each with its last visit.
func TestOpenedFilesAreRemembered(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	folders := desk.Folders{Settings: t.TempDir()}
	p := openPreferences(folders)
	if v := p.visit("/a.cop"); v != (coach.Visit{}) || p.file() != "" {
		t.Errorf("a visit nobody made: %+v, %q", v, p.file())
	}
	first := coach.Visit{On: data.NewDate(2026, 11, 1), Answers: 12}
	p.setVisit("/with a space /b.cop", "Πυξίδα", first)
	p.setFile("/new.cop", "")
	if v := p.visit("/new.cop"); v != (coach.Visit{}) {
		t.Errorf("opened, not looked at yet, and visited: %+v", v)
	}
	p.setVisit("/b.cop", "B", coach.Visit{On: first.On + 1})
	p.setVisit("/b.cop", "B", coach.Visit{On: first.On + 2, Answers: 5})
	p = openPreferences(folders)
	if v := p.visit("/with a space /b.cop"); v != first {
		t.Errorf("kept %+v", v)
	}
	if v := p.visit("/b.cop"); v.On != first.On+2 || v.Answers != 5 || len(p.now.Opened) != 3 || p.file() != "/b.cop" {
		t.Errorf("kept %+v of %+v", v, p.now.Opened)
	}
	p.setFile("/new.cop", "")
	if p.file() != "/new.cop" || p.now.Opened[2].Name != "Πυξίδα" {
		t.Errorf("opened: %+v", p.now.Opened)
	}
	p.forgetFile("/new.cop")
	for i := range openedMost {
		p.setVisit(fmt.Sprintf("/%d.cop", i), "", first)
	}
	p = openPreferences(folders)
	if v := p.visit("/b.cop"); v.On != 0 || p.visit("/0.cop") != first || len(p.now.Opened) != openedMost {
		t.Errorf("too many or too few files are remembered: %+v", p.now.Opened)
	}
}

// Given two windows, when each changes something, then neither loses what the other changed.
func TestTwoWindowsRememberTogether(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	folders := desk.Folders{Settings: t.TempDir()}
	one, other := openPreferences(folders), openPreferences(folders)
	one.setVariant(look.Dark)
	other.setFile("/other.cop", "")
	one.setFile("/one.cop", "")
	p := openPreferences(folders)
	if p.variant() != look.Dark || len(p.now.Opened) != 2 || p.file() != "/one.cop" {
		t.Errorf("remembered %+v", p.now)
	}
}

// Given what an older version kept with the toolkit's preferences, then it is taken over once, and is not kept twice.
func TestOlderPreferencesAreTakenOver(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	old := fyne.CurrentApp().Preferences()
	old.SetFloat(oldWidth, 1100)
	old.SetFloat(oldHeight, 700)
	old.SetString(oldPage, "health")
	old.SetString(oldTheme, "dark")
	old.SetFloat(oldScale, 1.25)
	old.SetString(oldFile, "/b.cop")
	old.SetStringList(oldVisits, []string{"", "nonsense", "2026-13-40 1 /x.cop", "2026-11-01 x /x.cop", "2026-11-03 7 /a b.cop", "2026-11-01 12 /b.cop"})
	old.SetStringList(oldCopies, []string{"/mnt/stick", ""})
	folders := desk.Folders{Settings: filepath.Join(t.TempDir(), "not there yet")}
	openPreferences(folders)
	p := openPreferences(folders) // from the file, as the old values are gone
	if p.size() != fyne.NewSize(1100, 700) || p.page() != "health" || p.variant() != look.Dark || scales[p.scale()] != 1.25 {
		t.Errorf("taken over: %+v", p.now)
	}
	if p.file() != "/b.cop" || p.visit("/b.cop").Answers != 12 || p.visit("/a b.cop").On != data.NewDate(2026, 11, 3) || len(p.now.Opened) != 2 {
		t.Errorf("files taken over: %+v", p.now.Opened)
	}
	if !slices.Equal(p.copies(), []string{"/mnt/stick", ""}) {
		t.Errorf("folders of copies: %q", p.copies())
	}
	if old.String(oldFile) != "" || len(old.StringList(oldVisits)) > 0 || old.Float(oldWidth) != 0 {
		t.Error("the older values are kept as well")
	}
	old.SetString(oldFile, "/older.cop")
	if p := openPreferences(folders); p.file() != "/b.cop" {
		t.Errorf("taken over twice: %q", p.file())
	}
}

// Given a file that is empty, cut off, no JSON or no file, when the window starts, then nothing is remembered, what was there is
// put aside, and the next change makes a whole file again.
func TestDamagedPreferences(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	for name, content := range map[string]string{"empty": "", "zeros": strings.Repeat("\x00", 300), "cut off": `{"theme": "da`, "a list": `[1`} {
		folder := t.TempDir()
		path := filepath.Join(folder, preferencesFile)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		p := openPreferences(desk.Folders{Settings: folder})
		if !p.damaged || p.file() != "" || p.size() != firstSize || p.scale() != ordinaryScale {
			t.Errorf("%s: %+v", name, p)
		}
		if aside, err := os.ReadFile(filepath.Join(folder, damagedFile)); err != nil || string(aside) != content {
			t.Errorf("%s: put aside %q, %v", name, aside, err)
		}
		p.setPage("members")
		if p = openPreferences(desk.Folders{Settings: folder}); p.damaged || p.page() != "members" {
			t.Errorf("%s: afterwards %+v", name, p)
		}
	}
}

// Values of the wrong kind, or out of bounds, are passed over one by one.
func TestStrangePreferences(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	folder := t.TempDir()
	content := `{"width": "wide", "height": 1e30, "theme": "pink", "textSize": -3, "page": "members", "future": {"a": 1},
		"opened": [{"path": "/a.cop", "on": "2026-99-99", "answers": "many"}, {"path": "/b.cop", "on": "2026-11-01", "answers": 3}]}`
	if err := os.WriteFile(filepath.Join(folder, preferencesFile), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	p := openPreferences(desk.Folders{Settings: folder})
	if p.damaged || p.size() != firstSize || p.variant() != look.System || p.scale() != ordinaryScale || p.page() != "members" {
		t.Errorf("read %+v", p.now)
	}
	if p.file() != "/a.cop" || p.visit("/a.cop") != (coach.Visit{}) || p.visit("/b.cop").Answers != 3 {
		t.Errorf("files: %+v", p.now.Opened)
	}
}

// Given a folder that can't be written, then the person is told once and the window goes on.
func TestPreferencesThatCannotBeWritten(t *testing.T) {
	uitest.Open(t, uitest.Options{})
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := openPreferences(desk.Folders{Settings: filepath.Join(blocked, "settings")})
	var told []error
	p.failed = func(err error) { told = append(told, err) }
	p.setPage("members")
	p.setPage("events")
	if len(told) != 1 || told[0] == nil || p.page() != "events" {
		t.Errorf("told %v, page %q", told, p.page())
	}
}

// Given a window that is closed while nothing is open, then what was set is written before it is gone.
func TestClosingWaitsForThePreferences(t *testing.T) {
	st := setStage(t, uitest.Options{})
	var waiting []func()
	st.w.prefs.writing = kit.NewInOrder(st.w.work)
	st.w.work.runner = runnerFunc(func(job func() func()) {
		done := job()
		waiting = append(waiting, done)
	})
	st.w.prefs.setPage("events")
	st.w.Close()
	if st.w.ended {
		t.Fatal("closed before it was written")
	}
	for len(waiting) > 0 {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	if !st.w.ended || openPreferences(st.folders).page() != "events" {
		t.Error("not written, or not closed")
	}
}

// Given columns of a list that were arranged, when the window is opened again, then they are so; those of another list are not.
func TestColumnsAreRemembered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("view.members")
	st.WantNot("Joined on")
	st.Fire("members.columns")
	st.Tap("Joined on")
	st.Want("Joined on")
	again := openPreferences(st.folders)
	if got := again.Columns("members"); !slices.Contains(got, kit.ColumnKept{ID: "joined"}) {
		t.Errorf("remembered is %+v", got)
	}
	if got := again.Columns("events"); got != nil {
		t.Errorf("of another list is remembered %+v", got)
	}
}
