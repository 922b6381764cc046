package ui

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/uitest"
)

// heldBy has another program on this computer hold a file, and gives the mark of that opening.
func heldBy(t *testing.T, path string, pid int) string {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mark := s.Mark()
	lock, err := os.ReadFile(path + ".lock")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".lock", ofProcess(t, lock, pid), 0o600); err != nil {
		t.Fatal(err)
	}
	return mark
}

// playWindow plays a window that answers, until the test ends, and counts what it answered.
func playWindow(t *testing.T, folders desk.Folders, mark string) *atomic.Int64 {
	t.Helper()
	var answered atomic.Int64
	done := make(chan struct{})
	stop := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				if knocked(folders, mark) {
					answered.Add(1)
				}
			}
		}
	}()
	t.Cleanup(func() { close(stop); <-done })
	return &answered
}

// Given a file that a window of this account has open, when the program is started with it, by name or because it was the last, then
// that window comes forward and the start is over at once; nothing is left behind.
func TestSecondStartComesForward(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	mark := heldBy(t, path, os.Getppid())
	answered := playWindow(t, st.folders, mark)
	st.w.prefs.setFile(path, "")
	for _, start := range []Start{{File: path}, {}} {
		began := time.Now()
		got, came := Forward(st.folders, start)
		if !came || got.File != path || time.Since(began) > time.Second {
			t.Errorf("%+v: %+v, %v after %v", start, got, came, time.Since(began))
		}
	}
	if _, came := Forward(st.folders, Start{Demo: true}); came {
		t.Error("the demo comes forward")
	}
	if answered.Load() != 2 {
		t.Errorf("answered %d times", answered.Load())
	}
	if left, err := os.ReadDir(st.folders.Knocks()); err != nil || len(left) != 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// Many starts at once are each answered, or each told that nobody is there.
func TestManyStartsAtOnce(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	mark := heldBy(t, path, os.Getppid())
	knockAll := func() (came int) {
		results := make(chan bool)
		for range 8 {
			go func() {
				_, came := knock(st.folders, path, "", answerMost)
				results <- came
			}()
		}
		for range 8 {
			if <-results {
				came++
			}
		}
		return came
	}
	if came := knockAll(); came != 0 {
		t.Errorf("%d were answered by nobody", came)
	}
	playWindow(t, st.folders, mark)
	if came := knockAll(); came != 8 {
		t.Errorf("%d of 8 were answered", came)
	}
}

// A window that doesn't answer is not waited for long: the file is read then, and who has it is said, in the title too.
func TestWindowThatDoesNotAnswer(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	heldBy(t, path, os.Getppid())
	began := time.Now()
	start, came := Forward(st.folders, Start{File: path})
	st.start(start)
	if took := time.Since(began); came || took > 2*answerMost {
		t.Errorf("it came: %v, and took %v", came, took)
	}
	if title := st.Win.Title(); !strings.HasPrefix(title, "Ours (read only, ") || !strings.Contains(title, " has it open) — ") {
		t.Errorf("the title is %q", title)
	}
	if n := st.notice(); !strings.Contains(n, "open since") {
		t.Errorf("notice %q", n)
	}
}

// Nobody is asked where the one who has the file is gone, is another account, another computer, or this very window.
func TestNobodyToComeForward(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	for what, lock := range map[string]string{
		"nobody":            "",
		"another computer":  `{"host":"elsewhere","machine":"other","pid":1,"user":"Olena","since":"2026-11-20T10:00:00Z","token":"abc"}`,
		"nonsense":          "xx",
		"a path in a token": `{"host":"elsewhere","pid":1,"token":"../../x"}`,
	} {
		if err := os.WriteFile(path+".lock", []byte(lock), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, came := Forward(st.folders, Start{File: path}); came {
			t.Errorf("%s came", what)
		}
	}
	if err := os.Remove(path + ".lock"); err != nil {
		t.Fatal(err)
	}
	heldBy(t, path, goneProcess(t))
	if _, came := Forward(st.folders, Start{File: path}); came {
		t.Error("a program that is gone came")
	}
	if _, err := os.Stat(st.folders.Knocks()); err == nil {
		t.Error("somebody was asked")
	}
}

// Given a knock while the window is open, then at its next beat it comes forward and says why; one that is being closed doesn't.
func TestWindowAnswers(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	word := filepath.Join(st.folders.Knocks(), st.w.shell.store.Mark()+".abc")
	other := filepath.Join(st.folders.Knocks(), "other.abc")
	leave := func(path string) {
		t.Helper()
		if err := os.MkdirAll(st.folders.Knocks(), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	leave(word)
	leave(other)
	st.Timer.Pass(betweenBeats)
	if n := st.notice(); !strings.Contains(n, "was started again") {
		t.Errorf("notice %q", n)
	}
	if _, err := os.Stat(word); err == nil {
		t.Error("the word is still there")
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("what was left for another window is gone")
	}
	leave(word)
	st.w.closing = true
	st.Timer.Pass(betweenBeats)
	if _, err := os.Stat(word); err != nil {
		t.Error("a window being closed answers")
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(word, old, old); err != nil {
		t.Fatal(err)
	}
	forgetOldKnocks(st.folders, time.Now())
	if left, err := os.ReadDir(st.folders.Knocks()); err != nil || len(left) != 1 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// A file chosen in the menu that another window has open brings that one forward; this one keeps its community.
func TestOpeningWhatAnotherWindowHas(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path, other := st.community("Ours"), st.community("Theirs")
	st.start(Start{File: path})
	playWindow(t, st.folders, heldBy(t, other, os.Getppid()))
	st.Files.OpenPath = other
	st.Menu("Open…")
	if n := st.notice(); n != "“own.cop” is open in another window, which has come forward." {
		t.Errorf("notice %q", n)
	}
	if st.w.shell == nil || communityName(t, st) != "Ours" {
		t.Error("the open community is not there any more")
	}
}

func BenchmarkLookingForKnocks(b *testing.B) {
	folders := desk.Folders{Cache: b.TempDir()}
	if err := os.MkdirAll(folders.Knocks(), 0o700); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		knocked(folders, "0123456789abcdef01234567")
	}
}
