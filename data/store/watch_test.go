package store

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// Given a file into which another program writes while it is open, in place and
// as long as before, then no deed goes into it, nothing of it is shown as ours, and
// the sentence says so.
func TestOtherBytesUnderTheOpenFile(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		from func(*testing.T, *keptStage) string
		ours bool // whether the community is the same
	}{
		"another community": {func(t *testing.T, st *keptStage) string { must(t, st.b.Close()); return st.b.Path() }, false},
		"an earlier state": {func(t *testing.T, st *keptStage) string {
			earlier := filepath.Join(t.TempDir(), "earlier.cop")
			copyFile(t, st.a.Path(), earlier)
			do(t, st.a, "later", newMember)
			return earlier
		}, true},
		"another branch": {func(t *testing.T, st *keptStage) string {
			twin := filepath.Join(t.TempDir(), "twin.cop")
			copyFile(t, st.a.Path(), twin)
			other, err := Open(ctx, twin, sampleOptions(t))
			must(t, err)
			do(t, other, "there", newMember)
			do(t, other, "there", newMember)
			must(t, other.Close())
			do(t, st.a, "here", newMember)
			return twin
		}, true},
		"another branch, one deed each": {func(t *testing.T, st *keptStage) string {
			twin := filepath.Join(t.TempDir(), "twin.cop")
			copyFile(t, st.a.Path(), twin)
			other, err := Open(ctx, twin, sampleOptions(t))
			must(t, err)
			do(t, other, "deed", newMember)
			must(t, other.Close())
			do(t, st.a, "deed", strings.ReplaceAll(newMember, "Bo", "Kim"))
			return twin
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			st := setKept(t)
			from := c.from(t, st)
			writeOver(t, st.a.Path(), from)
			before := fingerprint(t, st.a.Path())

			if !c.ours { // of our own community whatever is there is shown
				err := st.a.read(ctx, func(context.Context, querier) error { return nil })
				wantCode(t, err, data.CodeChangedElsewhere)
			}
			for range 2 { // it is not forgotten over the first time
				wantCode(t, try(st.a, Deed{Key: "add"}, newMember), data.CodeChangedElsewhere)
				_, err := st.a.Undo(ctx)
				wantCode(t, err, data.CodeChangedElsewhere)
				wantCode(t, st.a.Copy(ctx, filepath.Join(t.TempDir(), "c.cop")), data.CodeChangedElsewhere)
			}
			if got := fingerprint(t, st.a.Path()); got != before {
				t.Errorf("something was written into %s, before %s", got, before)
			}
		})
	}
}

// Given bytes put back as they were, or only a later time, then work goes on.
func TestTheSameBytesUnderTheOpenFileDoNoHarm(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	same := filepath.Join(t.TempDir(), "same.cop")
	copyFile(t, s.Path(), same)
	writeOver(t, s.Path(), same)
	do(t, s, "goes on", newMember)
	must(t, os.Chtimes(s.Path(), time.Time{}, sampleNow))
	do(t, s, "goes on", newMember)
	undo(t, s)
	sound(t, s)
}

// Given a lock that somebody else took meanwhile, then nothing more is written and
// the sentence names them; one that was only removed is made again.
func TestAStolenLockIsNoticed(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	must(t, os.Remove(s.Path()+lockSuffix))
	do(t, s, "goes on", newMember)
	if l, err := readLock(s.Path() + lockSuffix); err != nil || l.Token != s.lock.Token {
		t.Fatalf("the lock is %+v, %v", l, err)
	}

	theirs, err := json.Marshal(lock{process: process{Host: "laptop", PID: 4711}, User: "Eve", Since: sampleNow, Token: "theirs"})
	must(t, err)
	for range 2 {
		must(t, os.WriteFile(s.Path()+lockSuffix, theirs, 0o600))
		before := fingerprint(t, s.Path())
		err := try(s, Deed{Key: "add"}, newMember)
		wantCode(t, err, data.CodeInUse)
		if !strings.Contains(err.Error(), "Eve @ laptop has opened") {
			t.Errorf("said %v", err)
		}
		if fingerprint(t, s.Path()) != before {
			t.Error("something was written")
		}
		must(t, os.Remove(s.Path()+lockSuffix))
		must(t, os.WriteFile(s.Path()+lockSuffix, theirs, 0o600))
	}
}
