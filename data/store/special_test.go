//go:build unix

package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/words"
)

// pipeAt puts a pipe in the place of a file; whoever reads it waits for ever.
func pipeAt(t *testing.T, path string) {
	t.Helper()
	_ = os.Remove(path)
	must(t, syscall.Mkfifo(path, 0o600))
}

// linkTo puts a link in the place of a file.
func linkTo(aim string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		t.Helper()
		_ = os.Remove(path)
		symlink(t, aim, path)
	}
}

// specials are what may bear a name of ours and is no file.
var specials = map[string]func(*testing.T, string){
	"a pipe":                 pipeAt,
	"a link to a device":     linkTo("/dev/zero"),
	"a link to nowhere":      linkTo("/nowhere/at all"),
	"a link to another file": linkTo("/etc/hosts"),
	"a folder":               func(t *testing.T, path string) { _ = os.Remove(path); must(t, os.Mkdir(path, 0o700)) },
}

// Given folders whose names are longer together than SQLite takes, then making, copying and opening say so, blame no disk and leave
// nothing behind.
func TestFoldersTooDeep(t *testing.T) {
	path := closedSample(t)
	folder := t.TempDir()
	for len(folder) < 520 {
		folder = filepath.Join(folder, strings.Repeat("ü", 40))
	}
	must(t, os.MkdirAll(folder, 0o700))
	deep := filepath.Join(folder, "deep.cop")
	tooDeep := func(what string, err error) {
		t.Helper()
		if !strings.Contains(words.English().Sentence(err), "The way to “deep.cop” is too long") {
			t.Errorf("%s: %v", what, err)
		}
	}

	_, made := Create(t.Context(), deep, Options{})
	tooDeep("making", made)
	s, err := Open(t.Context(), path, sampleOptions(t))
	must(t, err)
	defer func() { _ = s.Close() }()
	tooDeep("copying", s.Copy(t.Context(), deep))
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("these stay: %v, %v", left, err)
	}
	content, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(deep, content, 0o600))
	for _, readOnly := range []bool{false, true} {
		_, err = Open(t.Context(), deep, Options{ReadOnly: readOnly})
		tooDeep("opening", err)
	}
}

func TestSpecialFilesInPlaceOfTheLock(t *testing.T) {
	for name, put := range specials {
		t.Run(name, func(t *testing.T) {
			path := closedSample(t)
			put(t, path+lockSuffix)
			wantStrangeLock(t, path)
			if _, err := os.Lstat(path + lockSuffix); err != nil {
				t.Error("it was taken away")
			}
		})
	}
}

// Given something strange in the place of the file or of its journals, then it is
// refused in words within a second, and the file is as it was.
func TestSpecialFilesAreRefused(t *testing.T) {
	for name, put := range specials {
		for _, suffix := range append([]string{""}, besides...) {
			t.Run(name+suffix, func(t *testing.T) {
				path := closedSample(t)
				before, err := os.ReadFile(path)
				must(t, err)
				put(t, path+suffix)
				for _, readOnly := range []bool{true, false} {
					o := sampleOptions(t)
					o.ReadOnly = readOnly
					start := time.Now()
					s, err := Open(context.Background(), path, o)
					if err == nil {
						must(t, s.Close())
						t.Fatal("opened")
					}
					if took := time.Since(start); took > time.Second {
						t.Errorf("it took %v", took)
					}
					if !data.IsCode(err, data.CodeNotCommunity) && !data.IsCode(err, data.CodeUnreadable) && !data.IsCode(err, data.CodeNotFound) {
						t.Errorf("said %v", err)
					}
				}
				if suffix != "" {
					if after, _ := os.ReadFile(path); string(after) != string(before) {
						t.Error("the file was changed")
					}
				}
				if left, _ := filepath.Glob(strings.ReplaceAll(path, "?", "[?]") + lockSuffix + "*"); len(left) != 0 {
					t.Errorf("left behind: %v", left)
				}
			})
		}
	}
}

// Given a copy of today whose notes are a pipe, which nothing ever comes out of, then a new one is made.
func TestACopyOfTodayWithAPipeForNotesIsMadeAnew(t *testing.T) {
	wantMadeAnew(t, func(st *keptStage, c KeptCopy) { pipeAt(st.T, notesPath(c.Path)) })
}
