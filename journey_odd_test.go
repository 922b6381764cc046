package main

import (
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
)

// onWindows, in the environment, says that the program to travel through is the one for Windows, on Wine.
const onWindows = "COPLEADER_ON_WINDOWS"

// A member with an odd name is added in the window of the program for Windows; the window is closed and opened again, and both the window
// and the file have the name.
func TestOddNameOnWindows(t *testing.T) {
	if os.Getenv(onWindows) == "" {
		t.Skipf("%s names no program for Windows", builtProgram)
	}
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "Πυξίδα 100% #1.cop")
	copyFile(t, communityOnDisk(t), path)
	d.start(path)
	d.read("Πυξίδα")
	d.key("ctrl+3")
	d.click("button", "Add member")
	d.find("button", "#save") // the form, whose fields are called as those of the pane are
	d.fill("Name", oddName)
	d.click("button", "Add member")
	d.read(oddName)
	d.kept(path, "the member", func(s *data.Snapshot) bool { return s.Members[len(s.Members)-1].Name == oddName })
	d.menu("File", "Quit")
	d.awaitEnd()
	if left, err := filepath.Glob(path + ".lock*"); err != nil || len(left) > 0 {
		d.fail("the lock stays: %v, %v", left, err)
	}

	d.start(path)
	d.key("ctrl+3")
	d.fill("Find…", "thordis")
	d.read(oddName)
	d.menu("File", "Quit")
	d.awaitEnd()
}
