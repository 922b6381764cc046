package store

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"copleader/data"
)

// asUser skips where permissions mean nothing.
func asUser(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps permissions in another way, which os.Chmod doesn't set")
	}
	if os.Geteuid() == 0 {
		t.Skip("root may do everything; run the test as another user")
	}
}

// mode sets permissions for the test.
func mode(t *testing.T, path string, m os.FileMode) {
	t.Helper()
	must(t, os.Chmod(path, m))
	t.Cleanup(func() { _ = os.Chmod(path, 0o700) })
}

func TestPermissionsUnreadableFile(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	mode(t, path, 0)
	_, err := Open(context.Background(), path, sampleOptions(t))
	wantCode(t, err, data.CodeUnreadable)
}

func TestPermissionsUnreadableFolder(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	mode(t, filepath.Dir(path), 0)
	_, err := Open(context.Background(), path, sampleOptions(t))
	wantCode(t, err, data.CodeUnreadable)
}

func TestPermissionsReadOnlyFolderOpensForReading(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	before := fingerprint(t, path)
	mode(t, filepath.Dir(path), 0o500)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	if !s.ReadOnly() || !data.IsCode(s.Because(), data.CodeNoWrite) {
		t.Errorf("read only %v because %v", s.ReadOnly(), s.Because())
	}
	if n := one[int](t, s, "SELECT count(*) FROM member"); n != 202 {
		t.Errorf("%d members", n)
	}
	wantCode(t, try(s, Deed{Key: "add"}, newMember), data.CodeReadOnly)
	must(t, s.Copy(context.Background(), filepath.Join(t.TempDir(), "copy.cop")))
	must(t, s.Close())
	if after := fingerprint(t, path); after != before {
		t.Error("something was written")
	}
}

func TestPermissionsReadOnlyFileOpensForReading(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	mode(t, path, 0o400)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	defer shut(t, s)
	if !s.ReadOnly() || !data.IsCode(s.Because(), data.CodeNoWrite) {
		t.Errorf("read only %v because %v", s.ReadOnly(), s.Because())
	}
	if left, _ := filepath.Glob(path + lockSuffix); len(left) != 0 {
		t.Error("a lock was left")
	}
}

func TestPermissionsFolderClosedWhileOpen(t *testing.T) {
	asUser(t)
	s := sampleStore(t)
	do(t, s, "start", newMember)
	before := content(t, s)
	mode(t, filepath.Dir(s.Path()), 0o500)
	wantCode(t, try(s, Deed{Key: "add"}, newMember), data.CodeNoWrite)
	if got := content(t, s); got != before {
		t.Errorf("something was kept:%s", difference(got, before))
	}
}

func TestPermissionsCreateInReadOnlyFolder(t *testing.T) {
	asUser(t)
	folder := t.TempDir()
	mode(t, folder, 0o500)
	_, err := Create(context.Background(), filepath.Join(folder, "new.cop"), sampleOptions(t))
	wantCode(t, err, data.CodeNoWrite)
}

func TestPermissionsOfAnotherUsersLock(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	must(t, os.WriteFile(path+lockSuffix, []byte(`{"host":"laptop","user":"Eve","token":"t"}`), 0o600))
	mode(t, path+lockSuffix, 0)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	defer shut(t, s)
	if !s.ReadOnly() || !data.IsCode(s.Because(), data.CodeInUse) {
		t.Errorf("read only %v because %v", s.ReadOnly(), s.Because())
	}
}

func TestPermissionsHotJournalInReadOnlyFolder(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	leaveHotJournal(t, path)
	before := fingerprint(t, path)
	mode(t, filepath.Dir(path), 0o500)
	_, err := Open(context.Background(), path, sampleOptions(t))
	wantCode(t, err, data.CodeUnreadable)
	if after := fingerprint(t, path); after != before {
		t.Error("something was written")
	}
}

// Given a folder of copies that may not be written, or not looked into, then each has its own sentence.
func TestPermissionsOfAFolderOfCopies(t *testing.T) {
	asUser(t)
	folder := t.TempDir()
	mode(t, folder, 0o500)
	wantCode(t, CopiesFolderFault(folder), data.CodeNoWrite)
	mode(t, folder, 0)
	wantCode(t, CopiesFolderFault(folder), data.CodeUnreadable)
}

// Given what is no journal beside a file that may not be written, then it is not called a change that was cut off.
func TestPermissionsStrayJournalInReadOnlyFolder(t *testing.T) {
	asUser(t)
	path := closedSample(t)
	must(t, os.WriteFile(path+rollbackJournal, []byte("hello hello hello hello hello hello"), 0o600))
	before := fingerprint(t, path)
	mode(t, filepath.Dir(path), 0o500)
	_, err := Open(context.Background(), path, sampleOptions(t))
	wantCode(t, err, data.CodeUnreadable)
	if !strings.Contains(err.Error(), "which does not fit it") || fingerprint(t, path) != before {
		t.Errorf("said %v", err)
	}
}

// Given a folder of copies that may not be looked into, then keeping a copy and erasing say that of the folder, and of no copy.
func TestPermissionsOfAClosedFolderOfCopies(t *testing.T) {
	asUser(t)
	st := setKept(t)
	ctx := context.Background()
	st.keep(st.a)
	mode(t, st.folder, 0)
	_, err := st.a.KeepCopy(ctx, st.folder)
	wantCode(t, err, data.CodeNoWrite)
	if !strings.Contains(err.Error(), "may not be written, so no copy was made") {
		t.Errorf("said %v", err)
	}
	err = st.a.renewCopies(ctx, math.MaxInt64, []string{st.folder})
	wantCode(t, err, data.CodeNoWrite)
	if said := err.Error(); !strings.Contains(said, "copies in a folder that may not be looked into may still name them: "+st.folder+".") {
		t.Errorf("said %v", err)
	}
}
