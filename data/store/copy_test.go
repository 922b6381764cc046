package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

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

func TestProveFindsADamagedCopy(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "start", newMember)
	dst := filepath.Join(t.TempDir(), "copy.cop")
	must(t, s.Copy(context.Background(), dst))
	must(t, s.Prove(context.Background(), dst))
	breakPage("member")(t, dst)
	wantCode(t, s.Prove(context.Background(), dst), data.CodeDamaged)
}
