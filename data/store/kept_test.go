package store

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// keptStage is two communities whose files have one name, and one folder for the
// copies of both.
type keptStage struct {
	*testing.T
	a, b   *Store
	folder string
	now    time.Time
}

func setKept(t *testing.T) *keptStage {
	st := &keptStage{T: t, folder: filepath.Join(t.TempDir(), "made", "Backups"), now: sampleNow}
	st.a, st.b = st.community("A"), st.community("B")
	return st
}

// community makes the file team.cop in a folder of its own, with one member of the
// community's name.
func (st *keptStage) community(name string) *Store {
	st.Helper()
	folder := filepath.Join(st.TempDir(), name)
	must(st.T, os.Mkdir(folder, 0o700))
	o := sampleOptions(st)
	o.Clock = func() time.Time { return st.now }
	s, err := Create(context.Background(), filepath.Join(folder, "team.cop"), o)
	must(st.T, err)
	st.Cleanup(func() { _ = s.Close() })
	do(st, s, "start", "INSERT INTO member (name) VALUES ('"+name+"')")
	return s
}

func (st *keptStage) keep(s *Store) KeptCopy {
	st.Helper()
	c, err := s.KeepCopy(context.Background(), st.folder)
	must(st.T, err)
	return c
}

// days are the days of the copies, the newest first.
func days(copies []KeptCopy) string {
	var all []string
	for _, c := range copies {
		all = append(all, c.Day().String()[5:])
	}
	return strings.Join(all, " ")
}

// Given two communities whose files have one name, when each is opened on one day,
// then each has its own copy, and neither pushes out the other's.
func TestCopiesBelongToACommunity(t *testing.T) {
	st := setKept(t)
	ctx := context.Background()
	st.keep(st.a)
	for range 16 {
		st.keep(st.b)
		st.now = st.now.AddDate(0, 0, 1)
	}
	if got := days(st.a.Copies(ctx, st.folder)); got != "11-21" {
		t.Errorf("copies of A: %s", got)
	}
	if got := len(st.b.Copies(ctx, st.folder)); got != 16 { // 14 days, and the first two weeks' and month's newest fall on kept ones or before
		t.Logf("copies of B: %s", days(st.b.Copies(ctx, st.folder)))
	}
	for _, s := range []*Store{st.a, st.b} {
		for _, c := range s.Copies(ctx, st.folder) {
			if c.Identity != s.Identity() {
				t.Errorf("%s is of another community", c.Path)
			}
		}
	}
}

// Given B's file broken, then A's copies are never offered for it.
func TestCopiesOfABrokenFile(t *testing.T) {
	st := setKept(t)
	ctx := context.Background()
	st.keep(st.a)
	st.now = st.now.Add(time.Hour)
	b := st.a.blueprint
	must(t, st.b.Close())
	path := st.b.Path()

	if got := b.copiesOf(ctx, path, sampleNow, []string{st.folder}); len(got) != 0 {
		t.Errorf("whole, without a copy of its own: %v", got)
	}
	replaceWith([]byte("broken"))(t, path)
	if got := b.copiesOf(ctx, path, sampleNow, []string{st.folder}); len(got) != 0 {
		t.Errorf("broken, without a copy of its own: %v", got)
	}

	whole := st.community("C")
	c := st.keep(whole)
	must(t, whole.Close())
	replaceWith([]byte("broken"))(t, whole.Path())
	if got := b.copiesOf(ctx, whole.Path(), sampleNow, []string{st.folder}); len(got) != 1 || got[0].Path != c.Path {
		t.Errorf("broken, with a copy of its own: %v", got)
	}

	// Without notes only the name is left to go by: not where it leads to two communities.
	must(t, os.Remove(notesPath(c.Path)))
	must(t, os.Remove(notesPath(st.a.Copies(ctx, st.folder)[0].Path)))
	if got := b.copiesOf(ctx, whole.Path(), sampleNow, []string{st.folder}); len(got) != 0 {
		t.Errorf("of two communities: %v", got)
	}
	must(t, os.Remove(st.a.Copies(ctx, st.folder)[0].Path))
	if got := b.copiesOf(ctx, whole.Path(), sampleNow, []string{st.folder}); len(got) != 1 {
		t.Errorf("by its name: %v", got)
	}
}

// Given two files of one community, then each has its own copy of the day, both
// are listed for either, and neither thins the other's.
func TestTwoFilesOfOneCommunityKeepTheirOwnCopies(t *testing.T) {
	st := setKept(t)
	ctx := context.Background()
	twin := filepath.Join(t.TempDir(), "team.cop")
	must(t, st.a.Copy(ctx, twin))
	o := sampleOptions(t)
	o.Clock = func() time.Time { return st.now }
	other, err := Open(ctx, twin, o)
	must(t, err)
	defer shut(t, other)
	st.keep(st.a)
	st.now = st.now.Add(time.Minute)
	st.keep(other)
	if got := len(st.a.Copies(ctx, st.folder)); got != 2 {
		t.Errorf("%d copies", got)
	}
	if own := st.a.ownCopies(ctx, st.folder); len(own) != 1 || own[0].source != st.a.Path() {
		t.Errorf("own copies %v", own)
	}
}

// Given a copy of today that was emptied, cut, exchanged for another state, or
// lost its notes, when a copy is asked for, then a new one is made and proven.
func TestASpoiltCopyOfTodayIsMadeAnew(t *testing.T) {
	for name, spoilt := range map[string]func(*keptStage, KeptCopy){
		"emptied": func(st *keptStage, c KeptCopy) { replaceWith(nil)(st.T, c.Path) },
		"cut":     func(st *keptStage, c KeptCopy) { must(st.T, os.Truncate(c.Path, 8192)) },
		"other bytes": func(st *keptStage, c KeptCopy) {
			spoil("UPDATE open_act SET act_id = (SELECT max(id) FROM act)", "UPDATE member SET name = 'Z'", "UPDATE open_act SET act_id = NULL")(st.T, c.Path)
		},
		"another community": func(st *keptStage, c KeptCopy) { must(st.T, st.b.Copy(context.Background(), c.Path)) },
		"no notes":          func(st *keptStage, c KeptCopy) { must(st.T, os.Remove(notesPath(c.Path))) },
		"gone":              func(st *keptStage, c KeptCopy) { must(st.T, os.Remove(c.Path)) },
	} {
		t.Run(name, func(t *testing.T) { wantMadeAnew(t, spoilt) })
	}
}

func wantMadeAnew(t *testing.T, spoilt func(*keptStage, KeptCopy)) {
	t.Helper()
	st := setKept(t)
	first := st.keep(st.a)
	st.now = st.now.Add(time.Minute)
	if again := st.keep(st.a); again.Path != first.Path {
		t.Fatalf("a second copy %s on one day", again.Path)
	}
	spoilt(st, first)
	second := st.keep(st.a)
	if second.At != st.now || second.Path == first.Path {
		t.Fatalf("relied on %s", second.Path)
	}
	if third := st.keep(st.a); third.Path != second.Path {
		t.Errorf("made anew once more: %s", third.Path)
	}
}

// Given a copy dated next year, then it counts for nothing and pushes nobody out.
func TestCopiesOfTheFutureDontCount(t *testing.T) {
	st := setKept(t)
	ctx := context.Background()
	st.now = st.now.AddDate(1, 0, 0)
	st.keep(st.a)
	st.now = sampleNow
	for range 5 {
		st.keep(st.a)
		st.now = st.now.AddDate(0, 0, 1)
	}
	if got := days(st.a.Copies(ctx, st.folder)); got != "11-25 11-24 11-23 11-22 11-21 11-21" {
		t.Errorf("copies of %s, want that of next year last", got)
	}
	if got := st.a.Copies(ctx, st.folder)[5].At.Year(); got != sampleNow.Year()+1 {
		t.Errorf("the last is of %d", got)
	}
}

// Given a copy that a person made and called as they liked, which looks new, then it is listed as of the moment of its newest act, is
// never thinned, and can be restored.
func TestCopiesCalledByHand(t *testing.T) {
	st, ctx := setKept(t), context.Background()
	must(t, os.MkdirAll(st.folder, 0o700))
	own := filepath.Join(st.folder, "Before the move.cop")
	must(t, st.a.Copy(ctx, own))
	made := st.now
	for day := range 40 {
		st.now = made.AddDate(0, 0, day+1)
		st.keep(st.a)
	}
	do(t, st.a, "later", "INSERT INTO member (name) VALUES ('Later')")
	copies := st.a.Copies(ctx, st.folder)
	last := copies[len(copies)-1]
	if last.Path != own || !last.At.Equal(made.UTC().Truncate(time.Millisecond)) || last.Community != copies[0].Community {
		t.Errorf("last is %+v, of %v", last, made)
	}
	must(t, st.a.Restore(ctx, last, st.folder))
	var n int
	must(t, st.a.db.QueryRow("SELECT count(*) FROM member").Scan(&n))
	if n != 1 {
		t.Errorf("restored %d members", n)
	}
}

// Given a copy a day for three years, then 14 days, 8 weeks and 24 months are left.
func TestThinning(t *testing.T) {
	today := data.NewDate(2026, time.November, 21) // a Saturday
	at := func(day data.Date, hour int) time.Time {
		y, m, d := day.Civil()
		return time.Date(y, m, d, hour, 0, 0, 0, time.UTC)
	}
	thinned := func(copies []KeptCopy) []KeptCopy {
		drop := unwanted(copies, today)
		return only(copies, func(c KeptCopy) bool { return !slices.Contains(drop, c) })
	}
	var daily []KeptCopy
	for n := range 1100 {
		daily = append(daily, KeptCopy{At: at(today.AddDays(-n), 9), size: 1 << 20})
	}
	want := "11-21 11-20 11-19 11-18 11-17 11-16 11-15 11-14 11-13 11-12 11-11 11-10 11-09 11-08 " + // days
		"11-01 10-31 10-25 10-18 10-11 10-04 " + // Sundays, and the last of October
		"09-30 08-31 07-31 06-30 05-31 04-30 03-31 02-28 01-31 12-31 11-30 10-31 09-30 08-31 07-31 06-30 05-31 04-30 03-31 02-28 01-31 12-31"
	if got := days(thinned(daily)); got != want {
		t.Errorf("kept\n%s, want\n%s", got, want)
	}
	if again := thinned(thinned(daily)); days(again) != want {
		t.Errorf("thinned twice: %s", days(again))
	}

	// Within the room there is, the newest first, and the newest whatever it takes.
	large := slices.Clone(daily[:6])
	for i := range large {
		large[i].size = 200 << 20
	}
	if got := days(thinned(large)); got != "11-21 11-20" {
		t.Errorf("of large ones %s", got)
	}
	large[0].size = 600 << 20
	if got := days(thinned(large)); got != "11-21" {
		t.Errorf("of one giant %s", got)
	}

	// Those of today and those for an occasion stay beside the day's.
	busy := []KeptCopy{{At: at(today, 11), Before: BeforeRestore}, {At: at(today, 10)}, {At: at(today, 9)},
		{At: at(today-1, 11)}, {At: at(today-1, 10), Before: BeforeImport}, {At: at(today-1, 9)},
		{At: at(today-20, 11)}, {At: at(today-20, 10), Before: BeforeImport}}
	if got := days(thinned(busy)); got != "11-21 11-21 11-21 11-20 11-20 11-01" {
		t.Errorf("of busy days %s", got)
	}
}

// Given copies of an older version, then they are listed under the community's
// identity, proven and thinned as others are.
func TestCopiesOfAnOlderVersion(t *testing.T) {
	ctx := context.Background()
	path := olderFile(t, 3, "old.cop", oldCommunity, "INSERT INTO member (name, kind, joined_on) VALUES ('Ada', 'member', '2020-01-02')")
	folder := t.TempDir()
	older := filepath.Join(folder, "old 2026-11-20 093000.cop")
	copyFile(t, path, older)
	s, err := Open(ctx, path, Options{Clock: func() time.Time { return sampleNow }})
	must(t, err)
	defer shut(t, s)
	copies := s.Copies(ctx, folder)
	if len(copies) != 1 || copies[0].Identity != s.Identity() || copies[0].Members != 1 || copies[0].Community != "Old" || copies[0].Day() != data.NewDate(2026, 11, 20) {
		t.Fatalf("copies %+v of %q", copies, s.Identity())
	}
	before := fingerprint(t, older)
	must(t, s.Prove(ctx, older))
	if fingerprint(t, older) != before {
		t.Error("proving wrote into the copy")
	}
	if got := s.ownCopies(ctx, folder); len(got) != 1 {
		t.Errorf("own copies %v", got)
	}
}

// Given a file that was emptied, cut, or filled with another community while it is
// open, when a copy is saved over an older one, then the older one stands.
func TestACopyOfOtherBytesIsRefused(t *testing.T) {
	for name, change := range map[string]func(*testing.T, *keptStage){
		"emptied":           func(t *testing.T, st *keptStage) { must(t, os.Truncate(st.a.Path(), 0)) },
		"cut":               func(t *testing.T, st *keptStage) { must(t, os.Truncate(st.a.Path(), 4096)) },
		"another community": func(t *testing.T, st *keptStage) { writeOver(t, st.a.Path(), st.b.Path()) },
		"other bytes":       func(t *testing.T, st *keptStage) { replaceWith(slices.Repeat([]byte("x"), 200_000))(t, st.a.Path()) },
	} {
		t.Run(name, func(t *testing.T) {
			st := setKept(t)
			ctx := context.Background()
			must(t, st.b.Close())
			older := filepath.Join(t.TempDir(), "older.cop")
			must(t, st.a.Copy(ctx, older))
			before := fingerprint(t, older)
			change(t, st)
			err := st.a.Copy(ctx, older)
			if !data.IsCode(err, data.CodeChangedElsewhere) && !data.IsCode(err, data.CodeDamaged) {
				t.Errorf("copied: %v", err)
			}
			if fingerprint(t, older) != before {
				t.Error("the older copy is gone")
			}
			if _, err := st.a.KeepCopy(ctx, st.folder); err == nil {
				t.Error("a copy of the day was made")
			}
			if left := len(st.a.Copies(ctx, st.folder)); left != 0 {
				t.Errorf("%d copies", left)
			}
		})
	}
}

// writeOver writes the bytes of one file into another, as a program that
// synchronises folders does.
func writeOver(t *testing.T, path, from string) {
	t.Helper()
	content, err := os.ReadFile(from)
	must(t, err)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	must(t, err)
	_, err = f.Write(content)
	must(t, err)
	must(t, f.Close())
}
