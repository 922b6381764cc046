package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
)

// olderFile makes a file of an earlier version and runs statements in it as one act.
func olderFile(t *testing.T, version int, name string, statements ...string) string {
	t.Helper()
	all, err := standard()
	must(t, err)
	old := &blueprint{steps: all.steps[:version], layouts: map[int]*layout{}}
	path := filepath.Join(t.TempDir(), name)
	s, err := Create(context.Background(), path, Options{blueprint: old})
	must(t, err)
	do(t, s, "found", statements...)
	must(t, s.Close())
	return path
}

// identityOf opens a file, upgrading it, and tells what it is known by and its
// setting for calendars.
func identityOf(t *testing.T, path string) (identity, calendars string) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{})
	must(t, err)
	defer shut(t, s)
	sound(t, s)
	snapshot, err := s.Snapshot(context.Background())
	must(t, err)
	if d, there := s.NextUndo(context.Background()); there {
		t.Errorf("after the upgrade %q can be undone", d.Key)
	}
	return s.Identity(), snapshot.Setting(data.IdentitySetting)
}

const oldCommunity = "INSERT INTO community (name, kind, phase, stage, started_on) VALUES ('Old', 'hobby', 'define', 'potential', '2020-01-02')"

// Given a file without an identity, when it is opened twice and as a copy, then it
// has one and the same, and calendars know it by its first day as before.
func TestOlderFilesGetAnIdentity(t *testing.T) {
	path := olderFile(t, 3, "old.cop", oldCommunity)
	copied := filepath.Join(t.TempDir(), "copy.cop")
	copyFile(t, path, copied)

	first, calendars := identityOf(t, path)
	again, _ := identityOf(t, path)
	inCopy, _ := identityOf(t, copied)
	if first == "" || again != first || inCopy != first {
		t.Errorf("known by %q, then %q, the copy by %q", first, again, inCopy)
	}
	if calendars != "2020-01-02" {
		t.Errorf("calendars know it by %q", calendars)
	}
	other, _ := identityOf(t, olderFile(t, 3, "old.cop", oldCommunity))
	if other == first {
		t.Error("another community has the same identity")
	}
}

// Given a file that holds another community than is expected, of this version or an older one, then it is not opened and not touched; the
// community that is expected is opened, also from before there were identities.
func TestAnotherCommunityThanExpectedIsNotOpened(t *testing.T) {
	ctx := context.Background()
	path := olderFile(t, 3, "old.cop", oldCommunity)
	older := filepath.Join(t.TempDir(), "older.cop")
	copyFile(t, path, older)
	ours, _ := identityOf(t, path)
	for _, held := range []string{path, older} {
		before := fingerprint(t, held)
		_, err := Open(ctx, held, Options{Expect: "theirs"})
		wantCode(t, err, data.CodeOtherCommunity)
		if !strings.Contains(err.Error(), "Old") || fingerprint(t, held) != before {
			t.Errorf("said %v of %s, before %s", err, fingerprint(t, held), before)
		}
		s, err := Open(ctx, held, Options{Expect: ours})
		must(t, err)
		must(t, s.Close())
	}
}

// Given a file that calendars know by an identity of its own, when it is opened,
// then that stays, and its copies are known by it too.
func TestFoundedFilesKeepTheirIdentity(t *testing.T) {
	path := olderFile(t, 3, "old.cop", oldCommunity, "INSERT INTO setting (name, choice) VALUES ('identity', 'RANDOM')")
	if identity, calendars := identityOf(t, path); identity != "RANDOM" || calendars != "RANDOM" {
		t.Errorf("known by %q, in calendars by %q", identity, calendars)
	}
	empty := olderFile(t, 3, "old.cop", oldCommunity, "INSERT INTO setting (name, choice) VALUES ('identity', '')")
	if identity, calendars := identityOf(t, empty); !strings.HasPrefix(identity, "2020-01-02 ") || calendars != "2020-01-02" {
		t.Errorf("known by %q, in calendars by %q", identity, calendars)
	}
	unfounded := olderFile(t, 3, "new.cop", "INSERT INTO term (term, meaning) VALUES ('CoP', 'Community')")
	if identity, calendars := identityOf(t, unfounded); identity == "" || calendars != "" {
		t.Errorf("before a community is in it, known by %q, in calendars by %q", identity, calendars)
	}
}

// Given a file whose identity was taken out or spoilt, then it is damaged.
func TestFilesWithoutAnIdentityAreDamaged(t *testing.T) {
	for _, statement := range []string{"DELETE FROM identity", "UPDATE identity SET community = ''", "UPDATE identity SET community = 'a' || char(10) || 'b'",
		"UPDATE identity SET community = hex(zeroblob(51))"} {
		path := closedSample(t)
		spoil(statement)(t, path)
		_, err := Open(context.Background(), path, sampleOptions(t))
		wantCode(t, err, data.CodeDamaged)
	}
}

// copyFile copies the bytes of a file.
func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, content, 0o600))
}
