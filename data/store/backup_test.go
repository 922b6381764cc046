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

func TestCopyIsTheWholeCommunity(t *testing.T) {
	ctx := context.Background()
	s := sampleStore(t)
	do(t, s, "start", newMember)
	dst := filepath.Join(t.TempDir(), "Copy of it.cop")
	must(t, os.WriteFile(dst, []byte("an older copy"), 0o600))
	must(t, s.Copy(ctx, dst))

	o := sampleOptions(t)
	o.ReadOnly = true
	copied, err := Open(ctx, dst, o)
	must(t, err)
	defer shut(t, copied)
	if got, want := content(t, copied), content(t, s); got != want {
		t.Errorf("%s", difference(got, want))
	}
	if got := one[string](t, copied, "SELECT key FROM act"); got != "start" {
		t.Errorf("the journal holds %q", got)
	}
	// A copy can be made of what is only read.
	third := filepath.Join(t.TempDir(), "third.cop")
	must(t, copied.Copy(ctx, third))
	must(t, s.Prove(ctx, third))
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dst), ".*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestCopyRefusesTheFileItself(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	wantCode(t, s.Copy(context.Background(), s.Path()), data.CodeExists)
	link := filepath.Join(t.TempDir(), "link.cop")
	must(t, os.Symlink(s.Path(), link))
	wantCode(t, s.Copy(context.Background(), link), data.CodeExists)
	do(t, s, "still", newMember)
	sound(t, s)
}

func TestFailedCopyLeavesTheOlderOne(t *testing.T) {
	s := sampleStore(t)
	dst := filepath.Join(t.TempDir(), "no such folder", "copy.cop")
	wantCode(t, s.Copy(context.Background(), dst), data.CodeNotFound)

	older := filepath.Join(t.TempDir(), "older.cop")
	must(t, os.WriteFile(older, []byte("older"), 0o600))
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Copy(cancelled, older); err == nil {
		t.Error("copied")
	}
	if got, _ := os.ReadFile(older); string(got) != "older" {
		t.Errorf("the older copy became %d bytes", len(got))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(older), ".*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBackupsAreProvenAndRotate(t *testing.T) {
	ctx := context.Background()
	s := sampleStore(t)
	folder := filepath.Join(t.TempDir(), "made", "Backups")
	now := sampleNow
	s.clock = func() time.Time { return now }
	for i := range 5 {
		do(t, s, "add", newMember)
		path, err := s.Backup(ctx, folder, 3)
		must(t, err)
		if want := fmt.Sprintf("Sample 50%% off?#1 2026-11-2%d 093000.cop", i+1); filepath.Base(path) != want {
			t.Errorf("backup %q, want %q", filepath.Base(path), want)
		}
		if i == 0 {
			must(t, os.WriteFile(filepath.Join(folder, "Sample 50% off?#1.cop"), nil, 0o600))
			must(t, os.WriteFile(filepath.Join(folder, "Other 2026-11-21 093000.cop"), nil, 0o600))
		}
		now = now.AddDate(0, 0, 1)
	}
	var names []string
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".cop"))
	}
	want := "Other 2026-11-21 093000|Sample 50% off?#1 2026-11-23 093000|Sample 50% off?#1 2026-11-24 093000|Sample 50% off?#1 2026-11-25 093000|Sample 50% off?#1"
	if got := strings.Join(names, "|"); got != want {
		t.Errorf("the folder holds\n%s, want\n%s", got, want)
	}
	restored, err := Open(ctx, filepath.Join(folder, "Sample 50% off?#1 2026-11-25 093000.cop"), sampleOptions(t))
	must(t, err)
	defer shut(t, restored)
	if got, want := content(t, restored), content(t, s); got != want {
		t.Errorf("%s", difference(got, want))
	}
}

func TestProveFindsADamagedCopy(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	dst := filepath.Join(t.TempDir(), "copy.cop")
	must(t, s.Copy(context.Background(), dst))
	must(t, s.Prove(context.Background(), dst))
	breakPage("member")(t, dst)
	wantCode(t, s.Prove(context.Background(), dst), data.CodeDamaged)
}
