package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
)

// founded makes a file with a community and closes it.
func founded(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.cop")
	s, err := Create(t.Context(), path, Options{})
	must(t, err)
	must(t, s.Found(t.Context(), Founding{Name: name, Leader: "Ana", TimeZone: "Europe/Berlin"}))
	must(t, s.Close())
	return path
}

// Given a community's file, when one looks at it, then its name and identity are told and not a byte is changed; a copy has the
// same identity.
func TestLookTellsWhoseAFileIs(t *testing.T) {
	path := founded(t, "Πυξίδα")
	before := fingerprint(t, path)
	g, err := Look(t.Context(), path)
	must(t, err)
	if g.Community != "Πυξίδα" || g.Identity == "" || g.Path != path || g.Changed.IsZero() || fingerprint(t, path) != before {
		t.Errorf("seen %+v", g)
	}
	s, err := Open(t.Context(), path, Options{})
	must(t, err)
	copied := filepath.Join(t.TempDir(), "copy.cop")
	must(t, s.Copy(t.Context(), copied))
	must(t, s.Close())
	c, err := Look(t.Context(), copied)
	must(t, err)
	if c.Identity != g.Identity {
		t.Errorf("the copy is %q, the file %q", c.Identity, g.Identity)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left beside the file: %v, %v", left, err)
	}
}

// A file cut off before it was founded has no name; one that is damaged, foreign or gone is an error in words.
func TestLookAtStrangeFiles(t *testing.T) {
	fresh, err := Create(t.Context(), filepath.Join(t.TempDir(), "fresh.cop"), Options{})
	must(t, err)
	must(t, fresh.Close())
	if g, err := Look(t.Context(), fresh.Path()); err != nil || g.Community != "" || g.Identity == "" {
		t.Errorf("a fresh file: %+v, %v", g, err)
	}
	_, err = Look(t.Context(), filepath.Join(t.TempDir(), "gone.cop"))
	wantCode(t, err, data.CodeNotFound)
	_, err = Look(t.Context(), t.TempDir())
	wantCode(t, err, data.CodeNotCommunity)

	strange := founded(t, "Ours")
	db := stranger(t, strange)
	if _, err := db.Exec("CREATE VIEW spy AS SELECT 1"); err != nil {
		t.Fatal(err)
	}
	must(t, db.Close())
	_, err = Look(t.Context(), strange)
	wantCode(t, err, data.CodeDamaged)
}

// Files of older versions are looked at as they are.
func TestLookAtOlderFiles(t *testing.T) {
	b, err := standard()
	must(t, err)
	for version := 1; version < b.newest(); version++ {
		older := &blueprint{steps: b.steps[:version], layouts: map[int]*layout{}}
		path := filepath.Join(t.TempDir(), "older.cop")
		must(t, older.build(t.Context(), path))
		before := fingerprint(t, path)
		if g, err := Look(t.Context(), path); err != nil || g.Path == "" || fingerprint(t, path) != before {
			t.Errorf("version %d: %+v, %v", version, g, err)
		}
	}
}

func BenchmarkLook(b *testing.B) {
	s, err := Create(context.Background(), filepath.Join(b.TempDir(), "own.cop"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Look(context.Background(), s.Path()); err != nil {
			b.Fatal(err)
		}
	}
}
