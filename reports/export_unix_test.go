//go:build unix

package reports_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports"
)

// asNobody names the variable that tells the test to run its part as a user
// without rights: for root everything can be written.
const asNobody = "REPORTS_TEST_FOLDER"

func TestWriteFileInAFolderWithoutPermission(t *testing.T) {
	if dir := os.Getenv(asNobody); dir != "" {
		err := reports.WriteFile(filepath.Join(dir, "a.txt"), []byte("new"))
		if !data.IsCode(err, data.CodeNoWrite) || !strings.Contains(words.English().Sentence(err), "another folder") {
			t.Errorf("got %v", err)
		}
		return
	}
	dir, err := os.MkdirTemp("", "reports")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700); _ = os.RemoveAll(dir) })
	old := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	again := exec.Command(copyOfMyself(t), "-test.run", "^TestWriteFileInAFolderWithoutPermission$")
	again.Dir, again.Env = "/", append(os.Environ(), asNobody+"="+dir)
	if os.Getuid() == 0 {
		again.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if out, err := again.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if got := filesIn(t, dir); got != "a.txt" {
		t.Errorf("left behind: %s", got)
	}
	if content, _ := os.ReadFile(old); string(content) != "old" {
		t.Errorf("the older file reads %q", content)
	}
}

// copyOfMyself puts the running test where every user may start it.
func copyOfMyself(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "reports-test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	path := filepath.Join(dir, "test")
	if err := os.WriteFile(path, content, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}
