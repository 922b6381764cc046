package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// breakable shows the demo's members from a file that can be made to fail.
func breakable(t *testing.T) (*stage, *datatest.Faults) {
	t.Helper()
	st := setStage(t, uitest.Options{Width: 1280, Height: 900})
	s, faults := datatest.Breakable(t)
	st.folders.Runtime = filepath.Join(t.TempDir(), "runtime")
	st.w.setup.Folders = st.folders
	st.w.show(s, false)
	st.goToMember(3)
	return st, faults
}

// goToMember shows a member with all fields.
func (st *stage) goToMember(id int64) {
	st.t.Helper()
	st.w.goTo("members", id)
	st.Settle()
	if len(st.FindAll("Dates and more")) > 0 {
		st.Tap("Dates and more")
	}
}

func (st *stage) member(id int64) data.Member {
	st.t.Helper()
	m, ok := datatest.Read(st.t, st.w.shell.store).MemberByID(id)
	if !ok {
		st.t.Fatalf("member %d is gone", id)
	}
	return m
}

// Given an address that is none, when another person is chosen, then the foot names the field in place of "All changes saved" and leads
// back to it, where the text stands with what is wrong; put right it is kept, and the foot says so.
func TestRefusedTextIsNotLost(t *testing.T) {
	st, _ := breakable(t)
	st.Want("All changes saved")
	st.Type("E-mail", "lars at example")
	st.goToMember(4)
	if got := st.Field("E-mail").Text; got == "lars at example" {
		t.Fatalf("another person's address reads %q", got)
	}
	st.WantNot("All changes saved")
	st.Want("Copy proven")
	st.Tap("1 field is not kept yet")
	if got := st.Field("E-mail").Text; got != "lars at example" || st.ErrorAt("E-mail") == "" {
		t.Errorf("the field reads %q, below it stands %q", got, st.ErrorAt("E-mail"))
	}
	if f, ok := st.Win.Canvas().Focused().(*kit.TextField); !ok || f.ID != "email" {
		t.Errorf("the cursor is in %v", st.Win.Canvas().Focused())
	}
	st.Type("Pronouns", strings.Repeat("x", 3000))
	st.Leave()
	st.Want("2 fields are not kept yet")
	st.Tap("2 fields are not kept yet")
	st.Want("Not kept yet", "E-mail · "+st.member(3).Name, "lars at example")
	st.Tap("Close")
	st.Type("Pronouns", "they")
	st.Type("E-mail", "lars@example.org")
	st.Leave()
	st.Want("All changes saved")
	if m := st.member(3); m.Email != "lars@example.org" || m.Pronouns != "they" || st.ErrorAt("E-mail") != "" {
		t.Errorf("kept is %q, %q", m.Email, m.Pronouns)
	}
}

// Given a full disk, when something is typed and another page shown, then it is tried again by itself; with room again it is in the file,
// and foot and notice say nothing of it any more.
func TestFullDiskIsTriedAgain(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	st.Type("Pronouns", "she")
	st.Fire("view.overview")
	st.Want("1 field is not kept yet")
	if n := st.notice(); !strings.Contains(n, "full") {
		t.Errorf("the notice says %q", n)
	}
	st.Timer.Pass(kit.RetryEvery)
	st.Want("1 field is not kept yet")
	faults.Set()
	st.Timer.Pass(kit.RetryEvery)
	st.Settle()
	st.Want("All changes saved")
	if m := st.member(3); m.Pronouns != "she" || st.notice() != "" {
		t.Errorf("kept is %q, the notice says %q", m.Pronouns, st.notice())
	}
}

// Given a file that may not become larger, then that is said, what is typed stays as not kept yet, and is tried again by itself.
func TestWhatALimitOfSizeRefusesIsNotLost(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.FileTooLarge, "member"))
	st.Type("Pronouns", "she")
	st.Fire("view.overview")
	st.Want("1 field is not kept yet")
	if n := st.notice(); !strings.Contains(n, "beyond the size that its disk, or your account, allows for one file") {
		t.Errorf("the notice says %q", n)
	}
	faults.Set()
	st.Timer.Pass(kit.RetryEvery)
	st.Settle()
	st.Want("All changes saved")
	if m := st.member(3); m.Pronouns != "she" || st.notice() != "" {
		t.Errorf("kept is %q, the notice says %q", m.Pronouns, st.notice())
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// Given a file, or the folder it lies in, that was moved away, when something is typed, then that is tried again by itself, and is in the
// file once that is put back.
func TestAFilePutBackTakesWhatWasTypedMeanwhile(t *testing.T) {
	for name, moved := range map[string]func(path string) string{"file": func(path string) string { return path }, "folder": filepath.Dir} {
		t.Run(name, func(t *testing.T) {
			st, _ := breakable(t)
			there := moved(st.w.shell.store.Path())
			rename(t, there, there+" elsewhere")
			st.Type("Pronouns", "she")
			st.Leave()
			st.Want("1 field is not kept yet")
			if n := st.notice(); !strings.Contains(n, "no longer where it was") {
				t.Errorf("the notice says %q", n)
			}
			st.Timer.Pass(kit.RetryEvery)
			st.Want("1 field is not kept yet")
			rename(t, there+" elsewhere", there)
			st.Timer.Pass(kit.RetryEvery)
			st.Settle()
			st.Want("All changes saved")
			if m := st.member(3); m.Pronouns != "she" || st.notice() != "" {
				t.Errorf("kept is %q, the notice says %q", m.Pronouns, st.notice())
			}
		})
	}
}

// Given a text that is not kept, when the window is closed, then it asks; Escape leaves everything, the cursor stands on what does no harm,
// the text can be copied, and once there is room trying again closes.
func TestClosingAsks(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	st.Type("Pronouns", "she")
	closes := func() bool {
		st.w.Close()
		st.Settle()
		return st.w.shell == nil
	}
	if closes() {
		t.Fatal("the window closed without a question")
	}
	st.Want("1 text is not kept yet", "Pronouns · "+st.member(3).Name, "she", "Close anyway")
	if got := st.FocusText(); got != "Try again" {
		t.Errorf("the cursor is on %q", got)
	}
	st.Tap("Copy my text")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "she" {
		t.Errorf("copied is %q", got)
	}
	st.Key(fyne.KeyEscape)
	st.WantNot("Close anyway")
	if closes() {
		t.Fatal("the second time it closed without a question")
	}
	st.Tap("Try again")
	st.Want("Close anyway")
	faults.Set()
	st.Tap("Try again")
	if st.w.shell != nil || !st.w.ended {
		t.Error("with everything kept, the window did not close")
	}
}

// Given the question before closing, when one of the texts is kept by then, then it lists the other alone; when all are, it goes and the
// window closes as it was asked to.
func TestTheQuestionBeforeClosingFollowsWhatIsKept(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	st.Type("Pronouns", "she")
	st.Type("E-mail", "lars at example")
	st.w.Close()
	st.Settle()
	st.Want("2 texts are not kept yet", "Pronouns · "+st.member(3).Name, "Try again")
	faults.Set()
	st.Timer.Pass(kit.RetryEvery)
	st.Settle()
	st.Want("1 text is not kept yet", "lars at example", "Go back to it")
	st.WantNot("Pronouns · "+st.member(3).Name, "Try again")
	st.Tap("Copy my text")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "lars at example" {
		t.Errorf("copied is %q", got)
	}
	st.Tap("Go back to it")
	st.Type("E-mail", "lars@example.org")
	st.Leave()
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	st.Type("Pronouns", "they")
	st.w.Close()
	st.Settle()
	st.Want("1 text is not kept yet")
	faults.Set()
	st.Timer.Pass(kit.RetryEvery)
	st.Settle()
	if st.w.shell != nil || !st.w.ended || st.w.asked != nil {
		t.Error("with everything kept, the window did not close")
	}
}

// Given a list of what is not kept, then what is kept meanwhile goes from it; what an earlier start left goes once the same is typed again.
func TestWhatIsKeptGoesFromTheList(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	st.Type("Pronouns", "she")
	st.Type("E-mail", "lars at example")
	st.Leave()
	st.Tap("2 fields are not kept yet")
	st.Want("Pronouns · " + st.member(3).Name)
	faults.Set()
	st.Timer.Pass(kit.RetryEvery)
	st.Settle()
	st.Want("Not kept yet", "lars at example")
	st.WantNot("Pronouns · " + st.member(3).Name)
	st.Tap("Drop it")
	st.WantNot("Not kept yet")
	name, _ := st.w.shell.called(kit.Spot{Table: "member", ID: 3})
	st.w.rescue.earlier = []noted{{Unkept: kit.Unkept{Spot: kit.Spot{Table: "member", ID: 3, Field: "pronouns"}, Label: "Pronouns", Text: "they"},
		Identity: st.w.shell.store.Identity(), Called: name}}
	st.Type("Pronouns", "they")
	st.Leave()
	st.w.Close()
	st.Settle()
	if !st.w.ended {
		t.Error("it asks about a text that is kept")
	}
}

// Given a text that is not kept, when another file is to be opened or made, then it is asked first, and staying leaves this one open.
func TestOpeningAnotherAsks(t *testing.T) {
	st, _ := breakable(t)
	st.Type("E-mail", "lars at example")
	before, other := st.w.shell.store.Path(), st.community("Another")
	st.Files.OpenPath = other
	st.Fire("file.open")
	st.Want("1 text is not kept yet", "lars at example")
	st.Tap("Go back to it")
	if st.w.shell.store.Path() != before || st.Field("E-mail").Text != "lars at example" {
		t.Fatalf("open is %s", st.w.shell.store.Path())
	}
	st.Fire("file.new")
	st.Type("What is your community called?", "Third")
	st.Type("Who leads it?", "Ana")
	st.Tap("Start")
	st.Want("1 text is not kept yet")
	st.WantNot("Third") // it is not what is asked about
	st.Key(fyne.KeyEscape)
	if made, err := os.ReadDir(st.folders.Communities()); err == nil && len(made) > 0 && made[0].Name() != "Backups" {
		t.Errorf("a file was made before the question was answered: %v", made)
	}
	if got := st.Field("What is your community called?").Text; got != "Third" {
		t.Errorf("what was answered is lost: %q", got)
	}
	st.Tap("Cancel")
	st.Tap("Drop it")
	st.Fire("file.open")
	st.Tap("Close anyway")
	if st.w.shell.store.Path() != other {
		t.Errorf("open is %s", st.w.shell.store.Path())
	}
	st.WantNot("not kept yet")
}

// noteOf is the note of the open file, as text, "" where there is none.
func (st *stage) noteOf(folder, file string) string {
	st.t.Helper()
	path := filepath.Join(folder, noteName(file))
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	if info.Mode().Perm() != 0o600 {
		st.t.Errorf("the note may be read by others: %v", info.Mode())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		st.t.Fatal(err)
	}
	return string(text)
}

// Given a text that could not be kept and a program that was killed, then the next start offers it with its field and row; put back, it
// stands in its field, and once it is kept the note is gone.
func TestNoteForTheNextStart(t *testing.T) {
	st, faults := breakable(t)
	faults.Set(datatest.Writing(datatest.DiskFull, "member"))
	path := st.w.shell.store.Path()
	st.Type("Pronouns", "she")
	if st.noteOf(st.folders.Settings, path) != "" {
		t.Fatal("there is a note of what is being typed")
	}
	st.Timer.Pass(2 * time.Second)
	if note := st.noteOf(st.folders.Settings, path); !strings.Contains(note, `"she"`) {
		t.Fatalf("two seconds after the last key the note says %q", note)
	}
	name := st.member(3).Name
	if err := st.w.shell.store.Close(); err != nil { // what a kill leaves but for the lock
		t.Fatal(err)
	}
	st.w.shell = nil
	st.again()
	st.start(Start{File: path})
	st.Want("Typed before and not kept", "Pronouns · "+name, "she")
	st.Tap("Put it back into the field")
	if got := st.Field("Pronouns").Text; got != "she" || st.FocusText() != "" && st.ErrorAt("Pronouns") == "" {
		t.Fatalf("the field reads %q, below it stands %q", got, st.ErrorAt("Pronouns"))
	}
	st.Leave()
	if m := st.member(3); m.Pronouns != "she" {
		t.Errorf("kept is %q", m.Pronouns)
	}
	st.Want("All changes saved")
	if note := st.noteOf(st.folders.Settings, path); note != "" {
		t.Errorf("the note is there still: %s", note)
	}
}

// Given a disk that takes no note beside the settings either, then the note goes into the folder for what is running; what was typed into
// another file is offered from there, and dropped for good.
func TestNoteInTheRuntimeFolder(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	full := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(full, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	st.w.setup.Folders.Settings = filepath.Join(full, "settings")
	st.Type("E-mail", "lars at example")
	st.w.Close()
	st.Tap("Close anyway")
	if note := st.noteOf(st.folders.Runtime, path); !strings.Contains(note, "lars at example") {
		t.Fatalf("the note says %q", note)
	}
	st.again()
	st.start(Start{File: st.community("Another")})
	st.Want("Typed before and not kept", "lars at example", filepath.Base(path))
	st.Tap("Drop it")
	st.WantNot("Typed before and not kept")
	if note := st.noteOf(st.folders.Runtime, path); note != "" {
		t.Errorf("the note is there still: %s", note)
	}
}

// Given texts about somebody, in this window and from an earlier start, when the person is erased, then none is held or noted any more;
// what is about others stays.
func TestErasingReachesWhatIsNotKept(t *testing.T) {
	st, _ := breakable(t)
	path, name := st.w.shell.store.Path(), st.member(3).Name
	st.w.rescue.earlier = []noted{{Unkept: kit.Unkept{Spot: kit.Spot{Table: "event", ID: 1, Field: "title"}, Label: "Title", Text: "Ask " + name}}}
	st.Type("E-mail", "lars at example")
	st.goToMember(4)
	st.Type("E-mail", "nobody at all")
	st.Leave()
	if note := st.noteOf(st.folders.Settings, path); !strings.Contains(note, name) || !strings.Contains(note, "nobody at all") {
		t.Fatalf("the note says %s", note)
	}
	draft := filepath.Join(st.folders.Settings, "."+noteName(path)+".1.new") // of a start that was cut off
	if err := os.WriteFile(draft, []byte(name), 0o600); err != nil {
		t.Fatal(err)
	}
	st.goToMember(3)
	st.Fire("members.erase")
	st.Tap("I know that this can't be undone")
	st.Tap("Forget for good")
	note := st.noteOf(st.folders.Settings, path)
	if strings.Contains(note, name) || strings.Contains(note, "lars at example") || !strings.Contains(note, "nobody at all") {
		t.Errorf("the note says %s", note)
	}
	if _, err := os.Stat(draft); err == nil {
		t.Error("what was cut off while it was written is there still")
	}
	st.Want("1 field is not kept yet")
}

// Given a folder of copies that can't be looked into, when somebody is erased, then notes, what was made to be looked at and the log forget
// them all the same, and what could not be reached is said.
func TestErasingGoesOnWhereACopyStays(t *testing.T) {
	st, _ := breakable(t)
	path, name := st.w.shell.store.Path(), st.member(3).Name
	st.Type("E-mail", "lars at example")
	st.goToMember(4)
	made := filepath.Join(st.folders.Made(), "person.txt")
	if err := errors.Join(os.MkdirAll(st.folders.Made(), 0o700), os.WriteFile(made, []byte(name), 0o600)); err != nil {
		t.Fatal(err)
	}
	st.w.prefs.setCopies(filepath.Join(made, "Backups")) // in no folder
	st.w.setup.Log.Printf("something about %s", name)
	st.goToMember(3)
	st.Fire("members.erase")
	st.Tap("I know that this can't be undone")
	st.Tap("Forget for good")
	if n := st.notice(); !strings.Contains(n, "The person was forgotten, but") {
		t.Errorf("the notice says %q", n)
	}
	if note := st.noteOf(st.folders.Settings, path); note != "" {
		t.Errorf("the note says %s", note)
	}
	if _, err := os.Stat(made); err == nil {
		t.Error("what was made to be looked at is there still")
	}
	if log, err := os.ReadFile(st.w.setup.Log.Path()); err != nil || strings.Contains(string(log), name) {
		t.Errorf("the log says %s (%v)", log, err)
	}
}

// Given a text that a field refused, when it is dropped, then its field shows what the file has and the foot is content.
func TestDroppingWhatIsNotKept(t *testing.T) {
	st, _ := breakable(t)
	was := st.Field("E-mail").Text
	st.Type("E-mail", "lars at example")
	st.Type("Joined on", "4pm")
	st.Leave()
	st.Tap("2 fields are not kept yet")
	for range 2 {
		all := st.FindAll("Drop it")
		st.TapNode(all[len(all)-1])
	}
	st.Want("All changes saved")
	if got := st.Field("E-mail").Text; got != was || st.ErrorAt("E-mail") != "" || st.ErrorAt("Joined on") != "" {
		t.Errorf("the field reads %q, below it stands %q", got, st.ErrorAt("E-mail"))
	}
}

// Given a dialog that is being filled in, then two seconds later a note has it; closing asks and leads back into it; after a kill it is
// offered to be copied.
func TestHalfFilledFormAtTheEnd(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.Fire("members.add")
	st.Type("Name", "Lars Holm")
	st.Timer.Pass(beforeNote)
	if note := st.noteOf(st.folders.Settings, path); !strings.Contains(note, "Name: Lars Holm") {
		t.Fatalf("the note says %q", note)
	}
	st.w.Close()
	st.Want("1 text is not kept yet", "Name: Lars Holm")
	st.Tap("Go back to it")
	if got := st.Field("Name").Text; got != "Lars Holm" {
		t.Errorf("the field reads %q", got)
	}
	st.w.End(true)
	st.again()
	st.start(Start{File: path})
	st.Want("Typed before and not kept", "Name: Lars Holm")
	st.WantNot("Put it back into the field")
	st.Tap("Copy")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Name: Lars Holm" {
		t.Errorf("copied is %q", got)
	}
	st.Tap("Drop it")
	if note := st.noteOf(st.folders.Settings, path); note != "" {
		t.Errorf("the note is there still: %s", note)
	}
}

// Given a text that is not kept, when the system ends the program, then it is in the note, and nothing that was kept is.
func TestSystemEndsTheProgram(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	st.Type("Pronouns", "she")
	st.Type("E-mail", "lars at example")
	st.w.End(true)
	if note := st.noteOf(st.folders.Settings, path); !strings.Contains(note, "lars at example") || strings.Contains(note, "she") {
		t.Errorf("the note says %q", note)
	}
}

// Given the questions of a new community half answered, when the window is closed, then it asks.
func TestHalfAnsweredQuestions(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Type("What is your community called?", "Readers")
	st.w.Close()
	st.Want("1 text is not kept yet", "What is your community called?: Readers")
	st.Want("offered again at the next start")
	st.Tap("Go back to it")
	st.Type("Who leads it?", "Ana")
	st.Tap("Start")
	st.w.Close()
	if !st.w.ended {
		t.Error("once they were answered, closing asked again")
	}
}
