package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
)

// rescued takes over what can be read of a file, sees that the file itself was left alone, and opens the new one.
func rescued(t *testing.T, path string) (store.Rescue, *data.Snapshot) {
	t.Helper()
	before, err := os.ReadFile(path)
	ok(t, err)
	to := filepath.Join(t.TempDir(), "rescued.cop")
	r, err := store.RescueInto(context.Background(), path, to, store.Options{Clock: datatest.Now})
	ok(t, err)
	if after, _ := os.ReadFile(path); !bytes.Equal(after, before) {
		t.Error("the damaged file was written")
	}
	for _, folder := range []string{filepath.Dir(path), filepath.Dir(to)} {
		if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
	s, err := store.Open(context.Background(), to, store.Options{Clock: datatest.Now})
	ok(t, err)
	t.Cleanup(func() { _ = s.Close() })
	if _, can := s.NextUndo(context.Background()); can {
		t.Error("the taking over can be taken back")
	}
	ok(t, s.SetSetting(context.Background(), "x", store.Visit{}, "y"))
	return r, datatest.Read(t, s)
}

func lostWords(r store.Rescue) string {
	var all []string
	for _, p := range r.Lost {
		all = append(all, words.English().Of(p))
	}
	return strings.Join(all, "\n")
}

// Given one row with a word where a day belongs, then all is taken over but that one value, which is told by table and row in a leader's
// words, and the copies of the community know the new file.
func TestWhatCanBeReadIsTakenIntoANewFile(t *testing.T) {
	s := datatest.Demo(t)
	then, identity := datatest.Read(t, s), s.Identity()
	ok(t, s.Close())
	meddled(t, s.Path(), "UPDATE member SET joined_on = 'date', note = 'kept' WHERE id = 3",
		"UPDATE item SET board_column = 'limbo' WHERE id = 6", "UPDATE event SET start_time = 'noon' WHERE id = 2")
	r, now := rescued(t, s.Path())
	m, _ := now.MemberByID(3)
	if m.JoinedOn != then.Community.StartedOn || m.Note != "kept" || m.Name != then.Members[2].Name {
		t.Errorf("the member became %+v", m)
	}
	sizes := func(s *data.Snapshot) [6]int {
		return [6]int{len(s.Members), len(s.Events), len(s.Items), len(s.Attendance), len(s.Answers), len(s.LogoPNG)}
	}
	first := sizes(then)
	if sizes(now) != first || [3]int{r.Members, r.Events, r.Items} != [3]int(first[:3]) || r.Others == 0 {
		t.Errorf("went over: %+v", r)
	}
	said := lostWords(r)
	for _, want := range []string{
		fmt.Sprintf("Members, “%s”: “Joined on” could not be read (“date”). It is “%s” now; please put it right.", m.Name, words.English().Date(then.Community.StartedOn)),
		"(“limbo”). It is “Idea” now", "(“noon”). It is “00:00” now",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("said:\n%s\nwant %s", said, want)
		}
	}
	if len(r.Lost) != 3 {
		t.Errorf("said:\n%s", said)
	}
	again, err := store.Open(context.Background(), r.Path, store.Options{ReadOnly: true})
	ok(t, err)
	defer func() { _ = again.Close() }()
	if again.Identity() != identity {
		t.Errorf("the new file is of %q", again.Identity())
	}
}

// Given a member whose row is gone though others refer to it, then what hangs on it goes too, what only named it stays, and each is told.
func TestWhatLeadsNowhereIsMended(t *testing.T) {
	s := datatest.Demo(t)
	then := datatest.Read(t, s)
	ok(t, s.Close())
	owner := int64(0)
	for i := range then.Items {
		if then.Items[i].OwnerID != 0 {
			owner = then.Items[i].OwnerID
		}
	}
	meddled(t, s.Path(), "PRAGMA foreign_keys = OFF", fmt.Sprintf("DELETE FROM member WHERE id = %d", owner))
	r, now := rescued(t, s.Path())
	if len(now.Members) != len(then.Members)-1 || len(now.Items) != len(then.Items) {
		t.Errorf("%d members, %d items", len(now.Members), len(now.Items))
	}
	for i := range now.Attendance {
		if now.Attendance[i].MemberID == owner {
			t.Fatal("somebody who is not there was at an event")
		}
	}
	said := lostWords(r)
	if !strings.Contains(said, "7 entries of “Attendance” were left out, since what they belong to could not be read.") || !strings.Contains(said, "“Owner” led to what could not be read") {
		t.Errorf("said:\n%s", said)
	}
}

// Given pages of the file that are broken, then what lies on the others is taken over, and the numbers of what is missing are told.
func TestRowsOnBrokenPagesAreTold(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	for i := range 300 {
		m := data.Member{Name: fmt.Sprintf("Member %03d", i), Kind: data.KindMember, JoinedOn: datatest.Today, Note: strings.Repeat("x", 100)}
		ok(t, store.Rows(s, store.Members).Save(ctx, &m))
	}
	then := datatest.Read(t, s)
	ok(t, s.Close())
	content, err := os.ReadFile(s.Path())
	ok(t, err)
	size := int(binary.BigEndian.Uint16(content[16:]))
	at := bytes.Index(content, []byte("Member 150")) / size * size
	copy(content[at:at+16], bytes.Repeat([]byte{0xEE}, 16))
	ok(t, os.WriteFile(s.Path(), content, 0o600))
	if _, err := store.Open(ctx, s.Path(), store.Options{}); !data.IsCode(err, data.CodeDamaged) {
		t.Fatalf("opening: %v", err)
	}
	r, now := rescued(t, s.Path())
	missing := len(then.Members) - len(now.Members)
	if missing == 0 || missing > 40 {
		t.Errorf("%d members are missing", missing)
	}
	if said := lostWords(r); !strings.Contains(said, "Members, number ") || !strings.Contains(said, "what was there could not be read.") {
		t.Errorf("said:\n%s", said)
	}
	last := now.Members[len(now.Members)-1]
	if last.Name != "Member 299" {
		t.Errorf("the last is %q", last.Name)
	}
}

// Given files with bytes changed at random, and with schemas that somebody forged, then what comes of it is a whole file or a sentence,
// soon, and nothing else.
func TestRescueOfHostileFiles(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, s.Close())
	whole, err := os.ReadFile(s.Path())
	ok(t, err)
	files := map[string]func() []byte{
		"cut":   func() []byte { return whole[:len(whole)/2] },
		"short": func() []byte { return whole[:5000] },
	}
	for seed := range uint64(12) {
		files[fmt.Sprint("seed ", seed)] = func() []byte {
			spoilt, r := bytes.Clone(whole), rand.New(rand.NewPCG(seed, 9))
			for range 1 << (seed % 8) {
				spoilt[100+r.IntN(len(spoilt)-100)] = byte(r.Uint32())
			}
			return spoilt
		}
	}
	for name, statement := range map[string]string{
		"extra view":        "CREATE VIEW evil AS SELECT 1",
		"endless view":      "DROP TABLE picture; CREATE VIEW picture AS WITH RECURSIVE n(id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n) SELECT id AS hash, 'a' AS kind, 'b' AS content FROM n",
		"endless community": "DROP TABLE identity; CREATE VIEW identity AS WITH RECURSIVE n(id) AS (VALUES (2) UNION ALL SELECT id + 1 FROM n) SELECT id, 'a' AS community FROM n",
		"roots swapped":     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT s.rootpage FROM sqlite_schema s WHERE s.name = 'item') WHERE name = 'member'",
		"nonsense schema":   "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'term'",
		"computed column":   "ALTER TABLE term RENAME TO other; CREATE TABLE term (id INTEGER PRIMARY KEY, term TEXT AS (hex(zeroblob(100000000))), meaning TEXT)",
		"no charter":        "PRAGMA foreign_keys = OFF; DELETE FROM community",
		"strange types":     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'item'",
	} {
		files[name] = func() []byte {
			path := filepath.Join(t.TempDir(), "forged.cop")
			ok(t, os.WriteFile(path, whole, 0o600))
			meddled(t, path, strings.Split(statement, "; ")...)
			content, err := os.ReadFile(path)
			ok(t, err)
			return content
		}
	}
	for name, content := range files {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "spoilt.cop")
			ok(t, os.WriteFile(path, content(), 0o600))
			to := filepath.Join(t.TempDir(), "rescued.cop")
			start := time.Now()
			r, err := store.RescueInto(context.Background(), path, to, store.Options{Clock: datatest.Now})
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			if err != nil {
				if _, there := os.Stat(to); there == nil || !data.IsCode(err, data.CodeDamaged) && !data.IsCode(err, data.CodeNotCommunity) && !data.IsCode(err, data.CodeNewer) {
					t.Errorf("%v", err)
				}
				t.Logf("refused: %v", errors.Unwrap(err))
				return
			}
			again, err := store.Open(context.Background(), to, store.Options{Clock: datatest.Now})
			ok(t, err)
			t.Logf("%v: %d members, %d events, %d items, %d others; %d lost", time.Since(start).Round(time.Millisecond), r.Members, r.Events, r.Items, r.Others, len(r.Lost)+r.More)
			ok(t, again.Close())
		})
	}
}

// Given a file that is open here, is there already, or is none, then nothing is made.
func TestRescueThatIsRefused(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	to := filepath.Join(t.TempDir(), "new.cop")
	if _, err := store.RescueInto(ctx, s.Path(), to, store.Options{}); err == nil {
		t.Error("a file that is open was read beside SQLite")
	}
	ok(t, s.Close())
	ok(t, os.WriteFile(to, []byte("there"), 0o600))
	if _, err := store.RescueInto(ctx, s.Path(), to, store.Options{}); !data.IsCode(err, data.CodeExists) {
		t.Errorf("over another file: %v", err)
	}
	letter := filepath.Join(t.TempDir(), "letter.cop")
	ok(t, os.WriteFile(letter, bytes.Repeat([]byte("Dear members. "), 100), 0o600))
	if _, err := store.RescueInto(ctx, letter, filepath.Join(t.TempDir(), "x.cop"), store.Options{}); !data.IsCode(err, data.CodeNotCommunity) {
		t.Errorf("a letter: %v", err)
	}
}

// Given files with runs of random bytes in them, then each table that lost rows is told of, by its name.
func TestEveryTableThatLostRowsIsTold(t *testing.T) {
	s := datatest.Demo(t)
	then, err := store.RowsOf(s)
	ok(t, errors.Join(err, s.Close()))
	whole, err := os.ReadFile(s.Path())
	ok(t, err)
	for seed := range uint64(spoiltFiles) {
		path := filepath.Join(t.TempDir(), "spoilt.cop")
		ok(t, os.WriteFile(path, spoiltInRuns(whole, seed), 0o600))
		to := filepath.Join(t.TempDir(), "rescued.cop")
		r, err := store.RescueInto(context.Background(), path, to, store.Options{Clock: datatest.Now})
		if data.IsCode(err, data.CodeDamaged) {
			continue // nothing could be read, which is said
		}
		ok(t, err)
		again, err := store.Open(context.Background(), to, store.Options{Clock: datatest.Now})
		ok(t, err)
		now, err := store.RowsOf(again)
		ok(t, errors.Join(err, again.Close()))
		said := lostWords(r)
		for table, n := range then {
			if now[table] < n && !strings.Contains(said, words.English().Of(store.TableTitle(table))) {
				t.Errorf("seed %d: %s had %d rows and has %d, and nothing is said of it:\n%s", seed, table, n, now[table], said)
			}
		}
	}
}

// spoiltFiles is how many files are spoilt at random.
const spoiltFiles = 12

// spoiltInRuns puts runs of random bytes into a file, behind what says what is in it.
func spoiltInRuns(whole []byte, seed uint64) []byte {
	spoilt, r := bytes.Clone(whole), rand.New(rand.NewPCG(seed, 3))
	for range 40 {
		at := 8192 + r.IntN(len(spoilt)-8192-64)
		for i := range 64 {
			spoilt[at+i] = byte(r.Uint32())
		}
	}
	return spoilt
}

// Given rows that were removed, undone and redone, when one value is broken, then only that is told; and given a row that went without a
// word in the journal, then that is told too, by its number.
func TestTheJournalTellsWhichRowsAreMissing(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	add := func(name string) int64 {
		m := data.Member{Name: name, Kind: data.KindMember, JoinedOn: datatest.Today}
		ok(t, store.Rows(s, store.Members).Save(ctx, &m))
		return m.ID
	}
	_, err := store.Rows(s, store.Items).Remove(ctx, 6)
	ok(t, err)
	redone := add("Redone")
	for _, step := range []func(context.Context) (store.Deed, error){s.Undo, s.Redo} {
		_, err := step(ctx)
		ok(t, err)
	}
	add("Undone")
	_, err = s.Undo(ctx)
	ok(t, errors.Join(err, s.Close()))
	meddled(t, s.Path(), "UPDATE event SET start_time = 'noon' WHERE id = 2")
	if r, _ := rescued(t, s.Path()); len(r.Lost) != 1 {
		t.Errorf("of a file with one value broken is said:\n%s", lostWords(r))
	}
	meddled(t, s.Path(), fmt.Sprintf("DELETE FROM member WHERE id = %d", redone))
	want := fmt.Sprintf("Members, number %d: could not be read.", redone)
	if r, _ := rescued(t, s.Path()); len(r.Lost) != 2 || !strings.Contains(lostWords(r), want) {
		t.Errorf("said:\n%s\nwant %s", lostWords(r), want)
	}
}

// Given a disk that doesn't give some blocks of a file, then what stands in the others is taken over, and what is missing is told; where
// it gives nothing, that is said, and nothing is made.
func TestWhatTheDiskDoesNotGiveIsPassedOver(t *testing.T) {
	s := datatest.Demo(t)
	then := datatest.Read(t, s)
	ok(t, s.Close())
	content, err := os.ReadFile(s.Path())
	ok(t, err)
	at := int64(bytes.Index(content, []byte(then.Items[0].Title))) / 4096 * 4096
	ctx, to := context.Background(), filepath.Join(t.TempDir(), "rescued.cop")
	o := store.Options{Clock: datatest.Now}.Unread(func(i int64) error {
		if i == at {
			return syscall.EIO
		}
		return nil
	})
	r, err := store.RescueInto(ctx, s.Path(), to, o)
	ok(t, err)
	said := lostWords(r)
	if want := fmt.Sprintf("4 of %d KB of the file could not be read from the disk", len(content)/1024); !strings.HasPrefix(said, want) {
		t.Errorf("said:\n%s\nwant %s", said, want)
	}
	if r.Others == 0 || r.Events != len(then.Events) {
		t.Errorf("went over: %+v", r)
	}
	o = o.Unread(func(int64) error { return syscall.EIO })
	_, err = store.RescueInto(ctx, s.Path(), to+".2", o)
	if !data.IsCode(err, data.CodeUnreadable) || !store.MayBeRescued(err) {
		t.Errorf("of a disk that gives nothing: %v", err)
	}
	if _, there := os.Stat(to + ".2"); there == nil {
		t.Error("a file was made of nothing")
	}
}
