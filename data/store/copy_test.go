package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
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
	symlink(t, s.Path(), link)
	wantCode(t, s.Copy(context.Background(), link), data.CodeExists)
	do(t, s, "still", newMember)
	sound(t, s)
}

// Given another community that a program has open, when a copy is to replace it, then it is refused with whose it is and what to do,
// and the file and its lock stay; once it is closed, the copy replaces it and leaves no lock.
func TestCopyReplacesNothingThatIsOpen(t *testing.T) {
	s := sampleStore(t)
	path := closedSample(t)
	before, err := os.ReadFile(path)
	must(t, err)
	c := startChild(t, "hold", path)
	host, _ := os.Hostname()
	err = s.Copy(context.Background(), path)
	wantCode(t, err, data.CodeInUse)
	if !strings.Contains(err.Error(), "Child @ "+host) || !strings.Contains(err.Error(), "close it there") {
		t.Errorf("said is %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, before) {
		t.Errorf("the file was replaced (%v)", err)
	}
	if _, err := os.Stat(path + lockSuffix); err != nil {
		t.Errorf("the lock is gone: %v", err)
	}
	must(t, c.stdin.Close())
	_ = c.Wait()
	must(t, s.Copy(context.Background(), path))
	must(t, s.Prove(context.Background(), path))
	if _, err := os.Stat(path + lockSuffix); !os.IsNotExist(err) {
		t.Errorf("the copy left a lock: %v", err)
	}
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
