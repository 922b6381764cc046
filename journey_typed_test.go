package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"copleader/data"
	"copleader/ui/uimap"
)

// A disk fills up while somebody types: the field and the foot say so, leaving the page and quitting lose nothing, and with room again
// all is saved by itself and the window closes without a question.
func TestJourneyOverAFullDisk(t *testing.T) {
	d := newDesk(t)
	disk := newSmallDisk(t)
	path := filepath.Join(disk.folder, "team.cop")
	copyFile(t, communityOnDisk(t), path)
	d.start(path)
	d.openMember("#3")
	disk.fill()
	d.fill("Pronouns", "she or they")
	d.key("Tab")
	d.read("This is not kept yet.")
	d.read("1 field is not kept yet")
	d.key("ctrl+5")
	d.menu("File", "Quit")
	d.read("1 text is not kept yet")
	d.read("she or they")
	d.click("button", "#unkept.again")
	d.read("she or they")
	d.find("button", "#unkept.close")
	d.key("Escape")
	d.waitFor("the question gone", func(m uimap.Map) bool { return nodeOf(m, "button", "#unkept.close").ID == "" })
	d.click("button", "#unkept")
	d.waitFor("the text in its field", func(m uimap.Map) bool { return nodeOf(m, "field", "#pronouns").Value == "she or they" })
	disk.free()
	d.read("All changes saved")
	d.kept(path, "what was typed", func(s *data.Snapshot) bool { m, _ := s.MemberByID(3); return m.Pronouns == "she or they" })
	d.menu("File", "Quit")
	d.awaitEnd()
	if notes := d.notes(); len(notes) != 0 {
		d.fail("notes of what was kept are there still: %v", notes)
	}
}

// The program is killed while somebody types: what was written two seconds ago is in the file, what its field refused is in a note, and
// the next start leads back to it.
func TestJourneyThroughAKillWhileTyping(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.openMember("#3")
	d.fill("Pronouns", "she or they")
	d.kept(path, "what was typed two seconds ago, its field not left", func(s *data.Snapshot) bool {
		m, _ := s.MemberByID(3)
		return m.Pronouns == "she or they"
	})
	d.fill("E-mail", "lars at example")
	d.waitFor("a note of what is not kept", func(uimap.Map) bool { return len(d.notes()) == 1 })
	if info, err := os.Stat(d.notes()[0]); err != nil || info.Mode().Perm() != 0o600 {
		d.fail("the note is %v, %v", info, err)
	}
	if err := d.program.Process.Kill(); err != nil {
		d.fail("%v", err)
	}
	if err := <-d.ended; err == nil {
		d.fail("a program that was killed ended well")
	}

	d.start(path)
	d.read("Typed before and not kept")
	d.read("lars at example")
	d.click("button", "Put it back into the field")
	d.waitFor("the text in its field", func(m uimap.Map) bool {
		field := nodeOf(m, "field", "#email")
		return field.Value == "lars at example" && field.Focused
	})
	d.fill("E-mail", "lars@example.org")
	d.key("Tab")
	d.kept(path, "the address put right", func(s *data.Snapshot) bool {
		m, _ := s.MemberByID(3)
		return m.Email == "lars@example.org" && m.Pronouns == "she or they"
	})
	d.waitFor("the note gone", func(uimap.Map) bool { return len(d.notes()) == 0 })
	d.menu("File", "Quit")
	d.awaitEnd()
}

// openMember shows a member with all fields.
func (d *desk) openMember(row string) {
	d.t.Helper()
	d.key("ctrl+3")
	d.click("row", row)
	d.click("button", "Dates and more")
	d.find("reading", "#email")
}

// notes are those of what is not kept, beside the settings.
func (d *desk) notes() []string {
	d.t.Helper()
	found, err := filepath.Glob(filepath.Join(d.home, "config", "copleader", "unkept-*.json"))
	if err != nil {
		d.fail("%v", err)
	}
	return found
}

// copyFile copies a file.
func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// smallDisk is a folder in which nothing more can be written once it is filled.
type smallDisk struct {
	t       *testing.T
	folder  string
	mounted bool
}

// newSmallDisk is a disk of its own in memory. Only root may have one; for others the folder takes nothing once it is filled.
func newSmallDisk(t *testing.T) *smallDisk {
	t.Helper()
	s := &smallDisk{t: t, folder: t.TempDir(), mounted: os.Getuid() == 0}
	if !s.mounted {
		return s
	}
	if said, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs", s.folder).CombinedOutput(); err != nil {
		t.Fatalf("mount: %v: %s", err, said)
	}
	t.Cleanup(func() {
		if said, err := exec.Command("umount", "-l", s.folder).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, said)
		}
	})
	return s
}

func (s *smallDisk) filler() string { return filepath.Join(s.folder, "filler") }

// fill leaves no room.
func (s *smallDisk) fill() {
	s.t.Helper()
	if !s.mounted {
		if err := os.Chmod(s.folder, 0o500); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	err := os.WriteFile(s.filler(), []byte(strings.Repeat("x", 16<<20)), 0o600)
	if !errors.Is(err, syscall.ENOSPC) {
		s.t.Fatalf("filling the disk: %v", err)
	}
}

// free makes room again.
func (s *smallDisk) free() {
	s.t.Helper()
	err := os.Chmod(s.folder, 0o700)
	if s.mounted {
		err = os.Remove(s.filler())
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// The words of a new community that were typed when the program was killed are offered by the next start.
func TestJourneyThroughAKillOnTheFirstPage(t *testing.T) {
	d := newDesk(t)
	d.start()
	d.fill("#start.name", "Readers of long books")
	d.waitFor("a note of the answer", func(uimap.Map) bool { return len(d.notes()) == 1 })
	if err := d.program.Process.Kill(); err != nil {
		d.fail("%v", err)
	}
	if err := <-d.ended; err == nil {
		d.fail("a program that was killed ended well")
	}
	d.start()
	d.read("Typed before and not kept")
	d.read("Readers of long books")
	d.click("button", "Drop it")
	d.waitFor("the note gone", func(uimap.Map) bool { return len(d.notes()) == 0 })
	d.menu("File", "Quit")
	d.awaitEnd()
}

// A time that is none, typed into an event, goes back into its field after a kill while the event is on screen. The key for quitting works
// over a half-filled ballot, and asks; the next start opens the ballot again.
func TestJourneyOfATimeAndABallot(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.key("ctrl+4")
	d.fill("#start", "soon")
	d.key("Tab")
	d.read("1 field is not kept yet")
	d.waitFor("a note of it", func(uimap.Map) bool { return len(d.notes()) == 1 })
	if err := d.program.Process.Kill(); err != nil {
		d.fail("%v", err)
	}
	if err := <-d.ended; err == nil {
		d.fail("a program that was killed ended well")
	}
	d.start(path)
	d.read("Typed before and not kept")
	d.click("button", "Put it back into the field")
	d.waitFor("the text in its field", func(m uimap.Map) bool {
		field := nodeOf(m, "field", "#start")
		return field.Value == "soon" && field.Focused
	})
	d.fill("#start", "16:30")
	d.key("Tab")
	d.read("All changes saved")
	d.waitFor("the note gone", func(uimap.Map) bool { return len(d.notes()) == 0 })

	d.key("ctrl+6")
	d.menu("Health", "New round")
	d.read("Start the round")
	d.key("ctrl+Return")
	d.menu("Health", "Type in ballots of Round 3")
	d.key("3")
	d.key("ctrl+q")
	d.read("1 text is not kept yet")
	d.click("button", "#unkept.close")
	d.awaitEnd()
	if len(d.notes()) != 1 {
		d.fail("there are %d notes", len(d.notes()))
	}
	d.start(path)
	d.read("Typed before and not kept")
	d.click("button", "Open it again")
	d.waitFor("the ballot in its fields", func(m uimap.Map) bool { return nodeOf(m, "field", "#ballot.growth").Value == "3" })
	d.click("button", "Count this ballot")
	d.read("1 counted now.")
	d.waitFor("the note gone", func(uimap.Map) bool { return len(d.notes()) == 0 })
}
