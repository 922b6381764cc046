package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// states makes a closed file and keeps its bytes after each of some deeds.
func states(t *testing.T, n int) (path string, kept []string) {
	t.Helper()
	path = closedSample(t)
	for i := range n {
		content, err := os.ReadFile(path)
		must(t, err)
		kept = append(kept, string(content))
		s, err := Open(context.Background(), path, sampleOptions(t))
		must(t, err)
		do(t, s, "deed", fmt.Sprintf("UPDATE member SET name = 'state %d', note = hex(randomblob(300)) WHERE id %% 7 = %d", i, i), newMember)
		must(t, s.Close())
	}
	return path, kept
}

// nameOf is the name of the member that each state calls otherwise.
func membersOf(t *testing.T, s *Store) string {
	t.Helper()
	return fmt.Sprint(one[int](t, s, "SELECT count(*) FROM member"))
}

// Given a journal of many gigabytes beside the file, when it is opened, then that is told within a second, nothing was copied, and the file
// opens without it.
func TestAJournalThatIsFarTooLong(t *testing.T) {
	for _, suffix := range []string{rollbackJournal, writeAhead} {
		path := closedSample(t)
		must(t, os.WriteFile(path+suffix, []byte(journalMagic), 0o600))
		must(t, os.Truncate(path+suffix, 8<<30))
		begun := time.Now()
		_, err := Open(context.Background(), path, sampleOptions(t))
		wantCode(t, err, data.CodeStrayJournal)
		if took := time.Since(begun); took > 3*time.Second {
			t.Errorf("that took %v", took)
		}
		o := sampleOptions(t)
		o.WithoutJournal = true
		s, err := Open(context.Background(), path, o)
		must(t, err)
		shut(t, s)
	}
}

// Given the journal of a later state beside a file that somebody put back, when it
// is opened, then nothing is touched and the way without the journal is offered;
// that way leads to the file as it was put back, with the journal kept aside.
func TestAJournalThatIsNotTheFilesOwn(t *testing.T) {
	ctx := context.Background()
	path, kept := states(t, 4)
	leaveHotJournal(t, path)
	for i, old := range kept {
		t.Run(fmt.Sprint("state ", i), func(t *testing.T) {
			again := filepath.Join(t.TempDir(), "team.cop")
			replaceWith([]byte(old))(t, again)
			copyFile(t, path+rollbackJournal, again+rollbackJournal)
			before := fingerprint(t, again)

			_, err := Open(ctx, again, sampleOptions(t))

			wantCode(t, err, data.CodeStrayJournal)
			if got := fingerprint(t, again); got != before {
				t.Fatalf("something was changed: %s, before %s", got, before)
			}
			o := sampleOptions(t)
			o.WithoutJournal = true
			s, err := Open(ctx, again, o)
			must(t, err)
			defer shut(t, s)
			if got, want := membersOf(t, s), fmt.Sprint(202+i); got != want || s.ReadOnly() {
				t.Errorf("%s members, want %s", got, want)
			}
			if _, err := os.Stat(again + rollbackJournal + asideSuffix); err != nil {
				t.Errorf("the journal was not kept: %v", err)
			}
			do(t, s, "goes on", newMember)
		})
	}
}

// Given a write-ahead journal of another file, which SQLite would take for its own,
// then it is refused in the same way.
func TestAWriteAheadJournalThatIsNotTheFilesOwn(t *testing.T) {
	ctx := context.Background()
	path, _ := states(t, 1)
	other := filepath.Join(t.TempDir(), "other.cop")
	copyFile(t, path, other)
	db := stranger(t, other)
	for _, statement := range []string{"PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "UPDATE open_act SET act_id = 1", "UPDATE member SET name = 'Z'", "DELETE FROM event"} {
		_, err := db.Exec(statement)
		must(t, err)
	}
	copyFile(t, other+writeAhead, path+writeAhead)
	copyFile(t, other+sharedMemory, path+sharedMemory)
	before := fingerprint(t, path)
	_, err := Open(ctx, path, sampleOptions(t))
	wantCode(t, err, data.CodeStrayJournal)
	o := sampleOptions(t)
	o.ReadOnly = true
	_, err = Open(ctx, path, o)
	wantCode(t, err, data.CodeUnreadable)
	if got := fingerprint(t, path); got != before {
		t.Errorf("something was changed: %s, before %s", got, before)
	}
	o = sampleOptions(t)
	o.WithoutJournal = true
	s, err := Open(ctx, path, o)
	must(t, err)
	defer shut(t, s)
	if n := one[int](t, s, "SELECT count(*) FROM member WHERE name = 'Z'"); n != 0 {
		t.Error("the journal was rolled in")
	}
	if _, err := os.Stat(path + sharedMemory); err == nil {
		t.Error("the index of the journal is still there")
	}
}

// deleteEventsAsAStranger leaves people who came to no event.
func deleteEventsAsAStranger(t *testing.T, path string) {
	t.Helper()
	db := stranger(t, path)
	for _, statement := range []string{"PRAGMA foreign_keys = OFF", "UPDATE open_act SET act_id = 1", "DELETE FROM event", "UPDATE open_act SET act_id = NULL"} {
		_, err := db.Exec(statement)
		must(t, err)
	}
	must(t, db.Close())
}

// Given a file that is broken with its journal and without, then it is damaged, is told by its own name, and is really left as it is.
func TestABrokenFileBesideAJournalIsLeftAsItIs(t *testing.T) {
	for name, breakIt := range map[string]func(*testing.T, string){
		"a page":      breakPage("member"),
		"a reference": deleteEventsAsAStranger,
	} {
		t.Run(name, func(t *testing.T) {
			path, kept := states(t, 3)
			leaveHotJournal(t, path)
			replaceWith([]byte(kept[0]))(t, path)
			journal, err := os.ReadFile(path + rollbackJournal)
			must(t, err)
			must(t, os.Remove(path+rollbackJournal))
			breakIt(t, path)
			must(t, os.WriteFile(path+rollbackJournal, journal, 0o600))
			before := fingerprint(t, path)
			_, err = Open(context.Background(), path, sampleOptions(t))
			wantCode(t, err, data.CodeDamaged)
			said := err.Error()
			if !strings.Contains(said, "“"+filepath.Base(path)+"”") || !strings.Contains(said, "left as it") {
				t.Errorf("said %s", said)
			}
			if fingerprint(t, path) != before {
				t.Errorf("%s is %s, before %s", path, fingerprint(t, path), before)
			}
		})
	}
}

// Given what is no journal under the name of one, then it is neither removed nor taken for a crash: the way without it is offered.
func TestWhatIsNoJournalIsNotRemoved(t *testing.T) {
	noise := make([]byte, 20<<10)
	for i := range noise {
		noise[i] = byte(i*i>>3 + 7)
	}
	for name, content := range map[string]string{"noise": string(noise), "a text": strings.Repeat("hello ", 1000), "a word": "hello"} {
		t.Run(name, func(t *testing.T) {
			path, _ := states(t, 1)
			replaceWith([]byte(content))(t, path+rollbackJournal)
			before := fingerprint(t, path)
			o := sampleOptions(t)
			_, err := Open(context.Background(), path, o)
			wantCode(t, err, data.CodeStrayJournal)
			if got := fingerprint(t, path); got != before {
				t.Fatalf("something was changed: %s, before %s", got, before)
			}
			o.WithoutJournal = true
			s, err := Open(context.Background(), path, o)
			must(t, err)
			defer shut(t, s)
			if s.AfterCrash() {
				t.Error("a file that was never open is called cut off")
			}
			if kept, _ := os.ReadFile(path + rollbackJournal + asideSuffix); string(kept) != content {
				t.Errorf("kept aside: %q", kept)
			}
			do(t, s, "goes on", newMember)
		})
	}
}

// Given a journal of which only a beginning was written, then the file opens as it is.
func TestJournalsThatHoldNothing(t *testing.T) {
	for name, content := range map[string]string{"cut": "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\x00", "zeros": strings.Repeat("\x00", 4096)} {
		t.Run(name, func(t *testing.T) {
			path, _ := states(t, 1)
			replaceWith([]byte(content))(t, path+rollbackJournal)
			s, err := Open(context.Background(), path, sampleOptions(t))
			must(t, err)
			defer shut(t, s)
			if got := membersOf(t, s); got != "203" {
				t.Errorf("%s members", got)
			}
			do(t, s, "goes on", newMember)
		})
	}
}

// Given drafts that a crash cut off, ours and of other computers, when the file is
// opened, then those are swept that surely nobody goes on with.
func TestCutOffDraftsAreSwept(t *testing.T) {
	path := closedSample(t)
	folder := filepath.Dir(path)
	here := hostMark(thisProcess())
	for name, swept := range map[string]bool{
		".team.cop." + here + "-999999999-5-0123abcd.part":         true,
		".team.cop." + here + "-999999999-5-0123abcd.part-journal": true,
		".team.cop." + here + "-1-5-0123abcd.part":                 thisProcess().Started != "", // a number used again
		fmt.Sprintf(".x.%s-%d--0123abcd.part", here, os.Getpid()):  true,                        // ours, and not at work
		".team.cop.deadbeef-5-5-0123abcd.part":                     false,                       // another computer's, of now
		".team.cop.4711.part":                                      false,                       // of an earlier version, of now
		".roster.pdf.4711-0.new":                                   false,
		filepath.Base(path) + ".lock-0123456789abcdef01234567":     false, // of now
		".anything.part": false,
		"team.part":      false,
	} {
		must(t, os.WriteFile(filepath.Join(folder, name), []byte("Bo"), 0o600))
		s, err := Open(context.Background(), path, sampleOptions(t))
		must(t, err)
		must(t, s.Close())
		if _, err := os.Stat(filepath.Join(folder, name)); (err != nil) != swept {
			t.Errorf("%s: %v, to be swept: %v", name, err, swept)
		}
		old := sampleNow.AddDate(-1, 0, 0)
		_ = os.Chtimes(filepath.Join(folder, name), old, old)
		s, err = Open(context.Background(), path, sampleOptions(t))
		must(t, err)
		must(t, s.Close())
		stays := name == ".anything.part" || name == "team.part"
		if _, err := os.Stat(filepath.Join(folder, name)); (err == nil) != stays {
			t.Errorf("%s after a year: %v", name, err)
		}
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 3 {
		t.Errorf("left: %v", entries)
	}
}
