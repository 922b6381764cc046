package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Given a copy and deeds since, when it is restored, then the file is as it was
// then, listeners hear of it, work goes on, and restoring the copy that was made
// before leads back.
func TestRestoreIsUndoneByTheSameList(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	folder := filepath.Join(t.TempDir(), "Backups")
	then := datatest.Read(t, s)
	first, err := s.KeepCopy(ctx, folder)
	ok(t, err)
	ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Later", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today}))
	ok(t, store.Rows(s, store.Members).Change(ctx, then.Members[3].ID, store.Visit{}, func(m *data.Member) { m.Unit = "Elsewhere" }))
	ok(t, store.Rows(s, store.Members).Change(ctx, then.Members[4].ID, store.Visit{}, func(m *data.Member) { m.Unit = "Elsewhere" }))
	now := datatest.Read(t, s)

	d, err := s.DifferenceFrom(ctx, first)
	ok(t, err)
	if d.Items != (store.RowDifference{Added: 1}) || d.Members != (store.RowDifference{Changed: 2}) || d.Events != (store.RowDifference{}) || d.IsZero() {
		t.Errorf("what differs: %+v", d)
	}
	heard := 0
	defer s.Subscribe(func(c store.Change) {
		if c.Touches("member", "item", "event", "setting") {
			heard++
		}
	})()

	ok(t, s.Restore(ctx, first, folder))

	after := datatest.Read(t, s)
	if len(after.Items) != len(then.Items) || after.Members[3].Unit != then.Members[3].Unit || heard != 1 {
		t.Errorf("%d items, unit %q, heard %d times", len(after.Items), after.Members[3].Unit, heard)
	}
	if d, err := s.DifferenceFrom(ctx, first); err != nil || !d.IsZero() {
		t.Errorf("what differs after restoring: %+v, %v", d, err)
	}
	ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Goes on", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today}))
	ok(t, second(s.Undo(ctx)))

	before := copyBeforeRestore(t, s.Copies(ctx, folder))
	if before.Items != len(now.Items) {
		t.Errorf("the copy made before holds %d items, want %d", before.Items, len(now.Items))
	}
	ok(t, s.Restore(ctx, before, folder))
	if again := datatest.Read(t, s); len(again.Items) != len(now.Items) || again.Members[3].Unit != "Elsewhere" {
		t.Errorf("the restoring was not undone: %d items", len(again.Items))
	}
	path := s.Path()
	ok(t, s.Close())
	reopened, err := store.Open(ctx, path, store.Options{Clock: datatest.Now})
	ok(t, err)
	defer func() { _ = reopened.Close() }()
	if got := datatest.Read(t, reopened); len(got.Items) != len(now.Items) {
		t.Errorf("after reopening %d items", len(got.Items))
	}
}

// Given two branches of one file that gave a number to two people and two items, and one that somebody else was renamed
// in, when they are compared, then the two are told as one removed and one added each, and the renamed as changed; where the
// journal has forgotten how they were made too.
func TestDifferenceKnowsWhoARowIs(t *testing.T) {
	for _, forgotten := range []bool{false, true} {
		ctx := context.Background()
		s := datatest.Demo(t)
		path := filepath.Join(t.TempDir(), "branch.cop")
		ok(t, s.Copy(ctx, path))
		branch, err := store.Open(ctx, path, store.Options{Clock: datatest.Now})
		ok(t, err)
		defer func() { _ = branch.Close() }()
		add := func(s *store.Store, name string, on data.Date) {
			ok(t, store.Rows(s, store.Members).Save(ctx, &data.Member{Name: name, Kind: datatest.Read(t, s).Members[3].Kind, JoinedOn: on}))
			ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: name, Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: on}))
		}
		apart := datatest.Today
		if forgotten {
			apart = apart.AddDays(-1)
		}
		add(s, "Ann", datatest.Today)
		add(branch, "Bo", apart)
		who := datatest.Read(t, s).Members[3].ID
		ok(t, store.Rows(s, store.Members).Change(ctx, who, store.Visit{}, func(m *data.Member) { m.Name = "Renamed Since" }))
		kept, err := branch.KeepCopy(ctx, filepath.Join(t.TempDir(), "Backups"))
		ok(t, err)
		if forgotten {
			meddled(t, s.Path(), "DELETE FROM change")
		}
		d, err := s.DifferenceFrom(ctx, kept)
		ok(t, err)
		if d.Members != (store.RowDifference{Added: 1, Removed: 1, Changed: 1}) || d.Items != (store.RowDifference{Added: 1, Removed: 1}) {
			t.Errorf("forgotten %v: %+v", forgotten, d)
		}
	}
}

// copyBeforeRestore is the one of two copies that a restore made first.
func copyBeforeRestore(t *testing.T, copies []store.KeptCopy) store.KeptCopy {
	t.Helper()
	for _, c := range copies {
		if c.Before == store.BeforeRestore && len(copies) == 2 {
			return c
		}
	}
	t.Fatalf("copies %+v", copies)
	return store.KeptCopy{}
}

// Given copies that may not be used, and folders into which the present state can't
// be copied first, then nothing is restored and the sentence says why.
func TestRestoreThatIsRefusedChangesNothing(t *testing.T) {
	ctx := context.Background()
	other := datatest.Founded(t)
	theirs, err := other.KeepCopy(ctx, filepath.Join(t.TempDir(), "theirs"))
	ok(t, err)
	for name, c := range map[string]struct {
		spoil func(t *testing.T, c *store.KeptCopy, folder *string)
		code  data.Code
	}{
		"another community":  {func(_ *testing.T, c *store.KeptCopy, _ *string) { *c = theirs }, data.CodeInvalid},
		"under ours' name":   {func(_ *testing.T, c *store.KeptCopy, _ *string) { c.Path = theirs.Path }, data.CodeChangedElsewhere},
		"changed since":      {func(t *testing.T, c *store.KeptCopy, _ *string) { meddled(t, c.Path, "UPDATE member SET note = ''") }, data.CodeChangedElsewhere},
		"cut":                {func(t *testing.T, c *store.KeptCopy, _ *string) { ok(t, os.Truncate(c.Path, 5000)) }, data.CodeChangedElsewhere},
		"gone":               {func(t *testing.T, c *store.KeptCopy, _ *string) { ok(t, os.Remove(c.Path)) }, data.CodeNotFound},
		"folder is a file":   {func(t *testing.T, c *store.KeptCopy, f *string) { *f = c.Path }, data.CodeNotFound},
		"folder in a device": {func(_ *testing.T, _ *store.KeptCopy, f *string) { *f = "/dev/null/Backups" }, data.CodeNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			s := datatest.Demo(t)
			folder := filepath.Join(t.TempDir(), "Backups")
			kept, err := s.KeepCopy(ctx, folder)
			ok(t, err)
			ok(t, s.SetSetting(ctx, "x", store.Visit{}, "y"))
			c.spoil(t, &kept, &folder)
			if err := s.Restore(ctx, kept, folder); !data.IsCode(err, c.code) {
				t.Errorf("restored: %v", err)
			} else if strings.HasPrefix(name, "folder") && !strings.Contains(err.Error(), "Nothing was restored, since what is in the file now could not be copied first.") {
				t.Errorf("said: %v", err)
			}
			if got := datatest.Read(t, s).Setting("x"); got != "y" {
				t.Errorf("the setting is %q", got)
			}
		})
	}
}

// Given a copy that is to become a new file in a folder that is gone, or over another file, then the sentence is about that file, and no word
// says that the community is safe, which is broken or gone.
func TestRestoreIntoANewFileThatCannotBeMade(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	kept, err := s.KeepCopy(ctx, filepath.Join(t.TempDir(), "Backups"))
	ok(t, err)
	there := filepath.Join(t.TempDir(), "there.cop")
	ok(t, os.WriteFile(there, []byte("there"), 0o600))
	for path, want := range map[string]string{filepath.Join(t.TempDir(), "gone", "new.cop"): "is not there, so nothing was made", there: "it was left as it is"} {
		if err := store.RestoreAs(ctx, kept, path, store.Options{}); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "safe") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// Given a copy from before an upgrade, then it is restored as this version has it.
func TestRestoreOfAnOlderCopy(t *testing.T) {
	ctx := context.Background()
	s, older := store.UpgradedWithOlderCopy(t)
	defer func() { _ = s.Close() }()
	ok(t, s.SetSetting(ctx, "x", store.Visit{}, "y"))
	copies := s.Copies(ctx, filepath.Dir(older))
	if len(copies) != 1 {
		t.Fatalf("copies %v", copies)
	}
	ok(t, s.Restore(ctx, copies[0], filepath.Dir(older)))
	after := datatest.Read(t, s)
	if len(after.Members) != 1 || after.Setting("x") != "" {
		t.Errorf("members %v", after.Members)
	}
	ok(t, s.SetSetting(ctx, "x", store.Visit{}, "z"))

	into := filepath.Join(t.TempDir(), "restored.cop")
	ok(t, store.RestoreAs(ctx, copies[0], into, store.Options{}))
	restored, err := store.Open(ctx, into, store.Options{Clock: func() time.Time { return datatest.Now() }})
	ok(t, err)
	defer func() { _ = restored.Close() }()
	if restored.Upgraded() != nil || restored.Identity() != s.Identity() || len(datatest.Read(t, restored).Members) != 1 {
		t.Errorf("restored as %q, upgraded %v", restored.Identity(), restored.Upgraded())
	}
}

// Given a step of the road that the program noted and one that the leader ticked since a copy was made, then the one that was ticked is
// what differs: what the program notes by itself is nobody's doing.
func TestWhatTheProgramNotesIsNoDifference(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	kept, err := s.KeepCopy(ctx, filepath.Join(t.TempDir(), "Backups"))
	ok(t, err)
	marked := len(datatest.Read(t, s).RoadMarks)
	ok(t, s.NoteRoad(ctx, []int{17, 18}))
	if now := len(datatest.Read(t, s).RoadMarks); now == marked {
		t.Fatal("nothing was noted")
	}
	if d, err := s.DifferenceFrom(ctx, kept); err != nil || !d.IsZero() {
		t.Errorf("differs: %+v, %v", d, err)
	}
	ok(t, s.MarkRoad(ctx, 16, true, true))
	if d, err := s.DifferenceFrom(ctx, kept); err != nil || d != (store.Difference{Others: store.RowDifference{Added: 1}}) {
		t.Errorf("differs: %+v, %v", d, err)
	}
}
