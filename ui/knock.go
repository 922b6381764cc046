package ui

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// A start that finds its file open in another window of the same account knocks there: it leaves a small file named after that
// opening, which the window looks for twice a second, takes away, and comes forward. There is no socket, and nothing waits on the
// window's goroutine.

// Waiting for an answer: how long, and how long between two looks.
const (
	answerMost = 1500 * time.Millisecond
	answerLook = 20 * time.Millisecond
	// answerStart is how long a start waits for another that took the file since the first look: its window is still being made.
	answerStart = 15 * time.Second
)

// knockOld is when a knock is surely left over from a program that is gone.
const knockOld = time.Minute

// Forward has the window that shows what a start asks for come forward, if it is open on this computer under this account. The start
// comes back with the file it is about; one without an answer goes on with it, and doesn't ask again.
func Forward(folders desk.Folders, start Start) (Start, bool) {
	if start.Demo {
		return start, false
	}
	if start.File == "" {
		if remembered, err := readKept(filepath.Join(folders.Settings, preferencesFile)); err == nil {
			start.File = (&preferences{now: remembered}).file()
		}
	}
	if start.File == "" {
		return start, false
	}
	var came bool
	start.unanswered, came = knock(folders, start.File, "", answerMost)
	return start, came
}

// knock asks the window that has a file open to come forward, and waits a moment for it; false where there is none, or it doesn't
// answer, or it is being closed. The mark is of the opening that was asked; one that didn't answer before is not asked again.
func knock(folders desk.Folders, path, unanswered string, most time.Duration) (mark string, came bool) {
	mark, open := store.OpenHere(path)
	if !open || mark == unanswered || os.MkdirAll(folders.Knocks(), 0o700) != nil {
		return mark, false
	}
	desk.LetForward()
	own := make([]byte, 6)
	_, _ = rand.Read(own) // never fails
	// Each start has a name of its own, so that one that gives up doesn't look like an answer to another.
	word := filepath.Join(folders.Knocks(), mark+"."+hex.EncodeToString(own))
	if os.WriteFile(word, nil, 0o600) != nil {
		return mark, false
	}
	for end := time.Now().Add(most); time.Now().Before(end); time.Sleep(answerLook) {
		if _, err := os.Lstat(word); errors.Is(err, fs.ErrNotExist) {
			return mark, true
		}
		if now, open := store.OpenHere(path); !open || now != mark {
			break
		}
	}
	return mark, errors.Is(os.Remove(word), fs.ErrNotExist) // answered just now
}

// knocked takes away what was left for the opening of a mark and tells whether there was anything.
func knocked(folders desk.Folders, mark string) bool {
	entries, err := os.ReadDir(folders.Knocks())
	if err != nil || mark == "" {
		return false // mostly nobody ever knocked
	}
	was := false
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), mark+".") && os.Remove(filepath.Join(folders.Knocks(), e.Name())) == nil {
			was = true
		}
	}
	return was
}

// forgetOldKnocks removes what was left for windows that are gone.
func forgetOldKnocks(f desk.Folders, now time.Time) {
	entries, err := os.ReadDir(f.Knocks())
	if err != nil {
		return
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > knockOld {
			_ = os.Remove(filepath.Join(f.Knocks(), e.Name()))
		}
	}
}

// answerKnock comes forward if a later start asks for it. A window that is being closed doesn't answer: the start takes the file
// itself then.
func (w *Window) answerKnock() {
	if w.shell == nil || w.closing || !knocked(w.setup.Folders, w.shell.store.Mark()) {
		return
	}
	w.comeForward()
	w.notice(kit.Notice{Text: w.say().Text("CoP Leader was started again; this is the window that has this community open.")})
}

// openElsewhere says that a file is open in another window, which came forward. A start that has nothing else to show ends.
func (w *Window) openElsewhere(path string) {
	if w.starting {
		w.ended = true
		w.win.Close()
		return
	}
	w.notice(kit.Notice{Text: w.say().Text("“%s” is open in another window, which has come forward.", filepath.Base(path))})
}
