package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"copleader/data"
)

// upgraded are options for a program that is newer by the given number of steps.
func upgraded(tb testing.TB, upgrades int) Options {
	o := sampleOptions(tb)
	o.blueprint = sampleBlueprint(tb, upgrades)
	return o
}

func TestOlderFileIsCopiedAndUpgraded(t *testing.T) {
	ctx := context.Background()
	path := closedSample(t)
	s, err := Open(ctx, path, upgraded(t, 2))
	must(t, err)
	defer shut(t, s)

	u := s.Upgraded()
	want := filepath.Join(filepath.Dir(path), sampleName+".before-upgrade-1.cop")
	if u == nil || u.From != 1 || u.To != 3 || u.Copy != want {
		t.Fatalf("upgrade %+v, want a copy at %s", u, want)
	}
	if got := one[string](t, s, "SELECT heading FROM event"); got != "Talk" {
		t.Errorf("heading %q", got)
	}
	if got := one[string](t, s, "SELECT group_concat(email, '') FROM member"); got != "x@example.org" {
		t.Errorf("e-mail %q", got)
	}
	if n := one[int](t, s, "SELECT count(*) FROM event WHERE host_id = 1"); n != 1 {
		t.Error("the reference was lost")
	}
	if n := one[int](t, s, "SELECT count(*) FROM attendance"); n != 1 {
		t.Error("rebuilding a table reached into its children")
	}
	sound(t, s)

	// The copy is the file as it was.
	old, err := Open(ctx, u.Copy, sampleOptions(t))
	must(t, err)
	defer shut(t, old)
	if d, ok := old.NextUndo(ctx); !ok || d.Key != "more" {
		t.Errorf("in the copy, %q can be undone", d.Key)
	}
}

func TestUpgradeIsTheFloorOfUndo(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, closedSample(t), upgraded(t, 2))
	must(t, err)
	defer shut(t, s)

	// What was done before the upgrade can be told but not undone.
	if d, ok := s.NextUndo(ctx); ok {
		t.Errorf("%q can be undone", d.Key)
	}
	entries, err := s.History(ctx, "event", 1, 5)
	if err != nil || len(entries) != 1 || entries[0].Fields[1].Column != "title" {
		t.Errorf("history %+v, %v", entries, err)
	}
	// The new columns are in the journal.
	do(t, s, "change", "UPDATE member SET email = 'y' WHERE id = 1", "UPDATE event SET heading = 'New'")
	if got := one[string](t, s, "SELECT group_concat(after, ' ') FROM change WHERE op = 'update'"); got != `{"email":"y"} {"heading":"New"}` {
		t.Errorf("recorded %s", got)
	}
	undo(t, s)
	if got := one[string](t, s, "SELECT email || heading FROM member, event WHERE member.id = 1"); got != "x@example.orgTalk" {
		t.Errorf("after undo %q", got)
	}
}

func TestMigratedFileIsMadeLikeAFreshOne(t *testing.T) {
	ctx := context.Background()
	path := closedSample(t)
	for upgrades := 1; upgrades <= 2; upgrades++ {
		s, err := Open(ctx, path, upgraded(t, upgrades))
		must(t, err)
		fresh, err := Create(ctx, filepath.Join(t.TempDir(), "fresh.cop"), upgraded(t, upgrades))
		must(t, err)
		a, err := readSchema(ctx, s.db)
		must(t, err)
		b, err := readSchema(ctx, fresh.db)
		must(t, err)
		for row := range a {
			if !b[row] {
				t.Errorf("only in the migrated file: %s", row)
			}
		}
		if len(a) != len(b) {
			t.Errorf("%d and %d parts", len(a), len(b))
		}
		if fresh.Upgraded() != nil {
			t.Error("a fresh file was upgraded")
		}
		must(t, fresh.Close())
		must(t, s.Close())
	}
}

func TestUpgradeTwiceKeepsBothCopies(t *testing.T) {
	ctx := context.Background()
	path := closedSample(t)
	older, err := os.ReadFile(path)
	must(t, err)
	for _, want := range []string{"before-upgrade-1.cop", "before-upgrade-1 (2).cop"} {
		must(t, os.WriteFile(path, older, 0o600))
		s, err := Open(ctx, path, upgraded(t, 1))
		must(t, err)
		if !strings.HasSuffix(s.Upgraded().Copy, want) {
			t.Errorf("copy %s, want %s", s.Upgraded().Copy, want)
		}
		must(t, s.Close())
	}
}

func TestFailingUpgradeLeavesTheFile(t *testing.T) {
	ctx := context.Background()
	for name, step := range map[string]string{
		"wrong SQL":        "ALTER TABLE member ADD COLUMN email TEXT; DELETE FROM event; INSERT INTO nowhere VALUES (1)",
		"broken reference": "UPDATE event SET host_id = 9999",
	} {
		t.Run(name, func(t *testing.T) {
			path := closedSample(t)
			o := sampleOptions(t)
			var err error
			o.blueprint, err = newBlueprint(fstest.MapFS{
				"001_journal.sql": {Data: readEmbedded(t, "001_journal.sql")},
				"001_sample.sql":  {Data: []byte(sampleSchema)},
				"002_good.sql":    {Data: []byte("ALTER TABLE setting ADD COLUMN more TEXT")},
				"003_bad.sql":     {Data: []byte(step)},
			})
			must(t, err)
			before, err := os.ReadFile(path)
			must(t, err)
			if _, err = Open(ctx, path, o); err == nil {
				t.Fatal("opened")
			}
			// All steps are one transaction: the good one stays no more than the bad one, and the older program goes on.
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Error("the failed upgrade left something")
			}
			s, err := Open(ctx, path, sampleOptions(t))
			must(t, err)
			sound(t, s)
			if n := one[int](t, s, "SELECT count(*) FROM event WHERE host_id = 1"); n != 1 {
				t.Error("a reference was lost")
			}
			must(t, s.Close())
			if copies, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*before-upgrade-1*")); len(copies) > 0 {
				t.Errorf("an upgrade that can't go well left copies: %v", copies)
			}
		})
	}
}

// Given an older file that is only read, then it is shown as this version has it,
// and not a byte of it is written.
func TestOlderFileIsReadWithoutBeingUpgraded(t *testing.T) {
	path := closedSample(t)
	before := fingerprint(t, path)
	o := upgraded(t, 2)
	o.ReadOnly = true
	s, err := Open(context.Background(), path, o)
	must(t, err)
	defer shut(t, s)
	if got := one[string](t, s, "SELECT heading FROM event"); got != "Talk" {
		t.Errorf("heading %q", got)
	}
	sound(t, s)
	wantCode(t, try(s, Deed{Key: "add"}, newMember), data.CodeReadOnly)
	if after := fingerprint(t, path); after != before {
		t.Error("something was written")
	}
}
