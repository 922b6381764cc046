//go:build !windows

package store_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// limitedTo lets this process write no file larger than so many bytes while it does something.
func limitedTo(t *testing.T, bytes uint64, do func()) {
	t.Helper()
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: was.Max}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
			t.Error(err)
		}
	}()
	do()
}

// Given a file that reached the largest size that the system or the account allows, then deeds, copies and openings say so, and not that the
// disk is full or does not answer; nothing that was kept is lost, and once it may grow the same deed is kept.
func TestAFileThatMayNotBecomeLarger(t *testing.T) {
	const alone = "COPLEADER_LIMITED"
	if os.Getenv(alone) == "" { // the limit is that of a whole process, which may have other files to write
		t.Parallel()
		child := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^"+t.Name()+"$")
		child.Env = append(os.Environ(), alone+"=1")
		if said, err := child.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, said)
		}
		return
	}
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	id := before.Members[2].ID
	note := strings.Repeat("So it goes. ", 160)
	writeLong := func() error {
		return store.Rows(s, store.Members).Change(ctx, id, store.Visit{}, func(m *data.Member) { m.Note = note })
	}
	dst := filepath.Join(t.TempDir(), "copy.cop")
	var deed, copied error
	limitedTo(t, 4096, func() { deed, copied = writeLong(), s.Copy(ctx, dst) })
	for what, c := range map[string]struct {
		err  error
		want string
	}{
		"a deed": {deed, "“%s” would grow beyond the size that its disk, or your account, allows for one file, so this change was not kept"},
		"a copy": {copied, "The copy “%s” would be larger than its disk, or your account, allows for one file, so it was not made"},
	} {
		var fault *data.Error
		if !errors.As(c.err, &fault) || fault.Code != data.CodeFull || !strings.HasPrefix(fault.Key, c.want) {
			t.Errorf("%s: %v", what, c.err)
		}
	}
	if _, err := os.Stat(dst); err == nil {
		t.Error("there is a copy")
	}
	if after, _ := datatest.Read(t, s).MemberByID(id); after.Note != before.Members[2].Note {
		t.Errorf("the note reads %q", after.Note)
	}
	ok(t, writeLong())
	ok(t, s.Copy(ctx, dst))
	if after, _ := datatest.Read(t, s).MemberByID(id); after.Note != strings.TrimSpace(note) {
		t.Errorf("once it may grow, the note reads %q", after.Note)
	}
}
