package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// journal is a sample store with so many acts a day, each a change of the same member, after the one that added it.
func journal(t *testing.T, days, aDay int) (*Store, *time.Time) {
	t.Helper()
	now := time.Date(2026, time.November, 21, 10, 0, 0, 0, time.UTC)
	o := sampleOptions(t)
	o.Clock = func() time.Time { return now }
	s, err := Create(context.Background(), filepath.Join(t.TempDir(), "sample.cop"), o)
	must(t, err)
	t.Cleanup(func() { _ = s.Close() })
	hurry(t, s)
	do(t, s, "first", newMember)
	for day := range days {
		if day > 0 {
			now = now.AddDate(0, 0, 1)
		}
		for range aDay {
			do(t, s, "again", "UPDATE member SET points = coalesce(points, 0) + 1")
		}
	}
	return s, &now
}

// undoAll undoes as long as there is something to undo.
func undoAll(t *testing.T, s *Store) (undone int) {
	t.Helper()
	for {
		if _, err := s.Undo(context.Background()); err != nil {
			wantCode(t, err, data.CodeNothing)
			return undone
		}
		undone++
	}
}

// wholeJournal fails if something of a forgotten act is left over.
func wholeJournal(t *testing.T, s *Store) {
	t.Helper()
	if n := one[int](t, s, "SELECT count(*) FROM change WHERE act_id NOT IN (SELECT id FROM act)"); n != 0 {
		t.Errorf("%d changes without an act", n)
	}
	if n := one[int](t, s, "SELECT count(*) FROM act WHERE kind IN ('do', 'note') AND id NOT IN (SELECT act_id FROM change)"); n != 0 {
		t.Errorf("%d acts without a change", n)
	}
	sound(t, s)
}

// Given acts of many days, when those before a day are forgotten, then exactly those go, and what is left is undone, done again and
// undone as before.
func TestThinningByAge(t *testing.T) {
	s, now := journal(t, 10, 50)
	undo(t, s)
	state := content(t, s)
	forgotten, err := s.Thin(t.Context(), Keep{Since: now.AddDate(0, 0, -6)})
	if err != nil || forgotten != 151 { // three days and the first
		t.Fatalf("forgot %d: %v", forgotten, err)
	}
	if content(t, s) != state {
		t.Fatal("forgetting changed the data")
	}
	redo(t, s)
	undo(t, s)
	if got := content(t, s); got != state {
		t.Errorf("%s", difference(got, state))
	}
	wholeJournal(t, s)
	if undone := undoAll(t, s); undone != 349 || one[int](t, s, "SELECT points FROM member") != 150 {
		t.Errorf("undid %d of what remains", undone)
	}
	again, err := s.Thin(t.Context(), Keep{Since: now.AddDate(0, 0, -6)})
	if err != nil || again != 0 {
		t.Errorf("then %d more were forgotten: %v", again, err)
	}
	wholeJournal(t, s)
}

// Given long records, when so many bytes are kept, then the newest acts that fit are.
func TestThinningBySize(t *testing.T) {
	s, _ := journal(t, 1, 0)
	for i := range 260 {
		do(t, s, "write", fmt.Sprintf("UPDATE member SET note = '%d' || '%s'", i, strings.Repeat("x", 1000)))
	}
	forgotten, err := s.Thin(t.Context(), Keep{Bytes: 240 * (2*1000 + 2*len64(`{"note":"100"}`) + changeWeight)})
	if err != nil || forgotten < 19 || forgotten > 23 {
		t.Fatalf("forgot %d: %v", forgotten, err)
	}
	if n, err := s.Thin(t.Context(), Keep{}); n != 0 || err != nil {
		t.Errorf("asked for nothing, and %d were forgotten: %v", n, err)
	}
	// Whatever is asked for, the newest acts stay.
	if _, err := s.Thin(t.Context(), Keep{Bytes: 1}); err != nil {
		t.Fatal(err)
	}
	if n := one[int](t, s, "SELECT count(*) FROM act"); n != leastKept {
		t.Errorf("%d acts are left", n)
	}
	wholeJournal(t, s)
	if undone := undoAll(t, s); undone != leastKept {
		t.Errorf("undid %d", undone)
	}
}

func len64(s string) int64 { return int64(len(s)) }

// Given a clock that was years behind for one act in the middle, then what came before it is not taken for old.
func TestThinningWithAClockGoneWrong(t *testing.T) {
	s, now := journal(t, 3, 100)
	raw(t, s, "UPDATE act SET at = '2001-01-01T00:00:00.000Z' WHERE id = 50")
	if n, err := s.Thin(t.Context(), Keep{Since: now.AddDate(0, 0, -1)}); n != 101 || err != nil {
		t.Errorf("forgot %d: %v", n, err)
	}
	raw(t, s, "UPDATE act SET at = '2001-01-01T00:00:00.000Z' WHERE id = 150")
	if n, err := s.Thin(t.Context(), Keep{Since: now.AddDate(0, 0, -1)}); n != 0 || err != nil {
		t.Errorf("then forgot %d: %v", n, err)
	}
}

// Given thinning that is cut off after any piece, then undo goes on, and the next thinning ends it.
func TestThinningThatIsCutOff(t *testing.T) {
	for pieces := range 5 {
		s, now := journal(t, 4, 150)
		keep := Keep{Since: now.AddDate(0, 0, -1)}
		through, err := s.thinThrough(t.Context(), keep)
		must(t, err)
		statements := []func(){
			func() { raw(t, s, fmt.Sprintf("UPDATE open_act SET undo_floor = %d", through)) },
			func() {
				raw(t, s, fmt.Sprintf("DELETE FROM change WHERE id IN (SELECT id FROM change WHERE act_id <= %d LIMIT 200)", through))
			},
			func() { raw(t, s, fmt.Sprintf("DELETE FROM change WHERE act_id <= %d", through)) },
			func() { raw(t, s, fmt.Sprintf("DELETE FROM act WHERE id <= %d", through/2)) },
		}
		for _, piece := range statements[:min(pieces, len(statements))] {
			piece()
		}
		undo(t, s)
		redo(t, s)
		if _, err := s.Thin(t.Context(), keep); err != nil {
			t.Fatal(err)
		}
		wholeJournal(t, s)
		if undone := undoAll(t, s); undone != 300 {
			t.Errorf("cut off after %d: undid %d", pieces, undone)
		}
	}
}
