package store_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given copies that were emptied, damaged and written over, another community's and a letter, then those of ours that can't be used are
// listed with the reason, once each, and none of them is told as damage of the file.
func TestSpoiltCopiesAreListedWithTheReason(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	folder := filepath.Join(t.TempDir(), "Backups")
	good, err := s.KeepCopy(ctx, folder)
	ok(t, err)
	stem := strings.TrimSuffix(filepath.Base(s.Path()), ".cop")
	whole, err := os.ReadFile(good.Path)
	ok(t, err)
	lay := func(name string, content []byte) { ok(t, os.WriteFile(filepath.Join(folder, name), content, 0o600)) }
	lay(stem+" 2026-11-18 093000.cop", nil)
	lay(stem+" 2026-11-19 093000.cop", []byte("a letter"))
	lay(stem+" 2026-11-17 093000.cop", whole)
	newer := slices.Clone(whole)
	newer[63] = 200 // the version's last byte
	lay(stem+" 2026-11-16 093000.cop", newer)
	lay("somebody else 2026-11-19 093000.cop", []byte("a letter"))
	meddled(t, filepath.Join(folder, stem+" 2026-11-17 093000.cop"), "UPDATE member SET joined_on = 'date' WHERE id = 3")

	spoilt := s.SpoiltCopies(ctx, folder, folder)
	want := []struct{ day, says string }{
		{"11-19", "“" + stem + " 2026-11-19 093000.cop” is called like a copy and is no community file, or not any more, so it was not used; nothing was changed."},
		{"11-18", "“" + stem + " 2026-11-18 093000.cop” is called like a copy and is no community file, or not any more"},
		{"11-16", "A newer version of CoP Leader made the copy “" + stem + " 2026-11-16 093000.cop”, so it was not used; nothing was changed. Please install that version to use it"},
	}
	if len(spoilt) != len(want) {
		t.Fatalf("spoilt: %+v", spoilt)
	}
	for i, c := range spoilt {
		if !c.Unsure {
			t.Errorf("%s: it is told as surely of this community", c.Path)
		}
		if c.At.Format("01-02 15:04") != want[i].day+" 09:30" || !strings.Contains(c.Why.Error(), want[i].says) {
			t.Errorf("%s of %s: %v", c.Path, c.At, c.Why)
		}
	}
	copies := s.Copies(ctx, folder)
	if len(copies) != 2 {
		t.Fatalf("copies: %+v", copies)
	}
	lay("As I call it.cop", whole)
	if all, called := s.Copies(ctx, folder), store.CopiesIn(ctx, datatest.Now(), folder); len(all) != 3 || len(called) != 2 {
		t.Errorf("with one of a name by hand there are %d copies, of which %d are called as the program does", len(all), len(called))
	}
	if _, err := s.DifferenceFrom(ctx, copies[1]); !data.IsCode(err, data.CodeDamaged) || !strings.Contains(err.Error(), "The copy “") {
		t.Errorf("a copy with a date that is none: %v", err)
	}
	if _, err := s.DifferenceFrom(ctx, copies[0]); err != nil {
		t.Errorf("the good one: %v", err)
	}
}

// Given a folder of copies that was renamed, is a file, or is fine, then it is told what is wrong with it, and nothing is left in it.
func TestWhatIsWrongWithAFolderOfCopies(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	ok(t, os.WriteFile(file, nil, 0o600))
	for path, code := range map[string]data.Code{filepath.Join(folder, "gone"): data.CodeNotFound, file: data.CodeNotFound} {
		if err := store.CopiesFolderFault(path); !data.IsCode(err, code) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
	fine := t.TempDir()
	ok(t, store.CopiesFolderFault(fine))
	if left, _ := os.ReadDir(fine); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// Given a file that is emptied, or filled with noise, under an open community, when it is read again and again, then that it changed is
// told once; when what it held is back, it is told once more.
func TestAFileThatHoldsSomethingElseIsToldOnce(t *testing.T) {
	for name, other := range map[string][]byte{"emptied": nil, "noise": []byte(strings.Repeat("noise ", 20000))} {
		t.Run(name, func(t *testing.T) {
			s := datatest.Demo(t)
			ctx := context.Background()
			whole, err := os.ReadFile(s.Path())
			ok(t, err)
			heard := 0
			s.Subscribe(func(store.Change) { heard++ })
			if _, err := s.Snapshot(ctx); err != nil {
				t.Fatal(err)
			}
			ok(t, os.WriteFile(s.Path(), other, 0o600))
			for range 5 {
				if _, err := s.Snapshot(ctx); err == nil {
					t.Fatal("it could be read")
				}
				if _, err := s.Acts(ctx, 1); err == nil {
					t.Fatal("the acts could be read")
				}
				_, _ = s.Notice(ctx) // whether it fails is not asked here
			}
			if heard != 1 {
				t.Errorf("told %d times", heard)
			}
			ok(t, os.WriteFile(s.Path(), whole, 0o600))
			for range 3 {
				if _, err := s.Snapshot(ctx); err != nil {
					t.Fatal(err)
				}
			}
			if heard != 2 {
				t.Errorf("with what came back told %d times", heard)
			}
		})
	}
}
