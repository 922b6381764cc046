package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// open shows a community with a copy of a week ago, and goes on with it since.
func (st *stage) aWeekLater(name string) (path string) {
	st.t.Helper()
	path = st.community(name)
	st.passDays(-7)
	st.start(Start{File: path})
	st.w.closeCommunity()
	st.passDays(7)
	st.start(Start{File: path})
	st.noTrouble()
	for _, who := range []string{"Zoë Marchand", "Olena Bondar"} {
		m := data.Member{Name: who, Kind: data.KindMember, JoinedOn: st.Clock.Today()}
		if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &m); err != nil {
			st.t.Fatal(err)
		}
	}
	st.renameCommunity(name + " anew")
	return path
}

// passDays moves the clock.
func (st *stage) passDays(days int) {
	st.Clock.Day = st.Clock.Day.AddDays(days)
	st.Clock.Time = st.Clock.Time.AddDate(0, 0, days)
}

func (st *stage) memberCount() int {
	st.t.Helper()
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		st.t.Fatal(err)
	}
	return len(s.Members)
}

// The list says what each copy holds and what was done since; last week's is restored by the keyboard, and the same list leads back.
func TestACopyIsRestoredFromTheMenuAndTheRestoringUndone(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.aWeekLater("Ours")
	st.Menu("Restore a copy…")
	st.Want("21 Nov 2026, 12:00", "14 Nov 2026, 12:00", "1 member, 0 events and 0 items", "Since then: 2 members added and 1 other entry different.")
	st.Key(fyne.KeyDown)
	st.Key(fyne.KeyReturn)
	st.Want("Restore a copy of “Ours anew”", "“Ours” becomes what it was on 14 Nov 2026, 12:00. This is taken back: 2 members added and 1 other entry different.")
	st.Clock.Time = st.Clock.Time.Add(time.Hour)
	st.Tap("Restore")
	st.noTrouble()
	if got := st.memberCount(); got != 1 || communityName(t, st) != "Ours" || st.w.shell.store.Path() != path || st.w.shell.store.ReadOnly() {
		t.Fatalf("%d members of %q in %s", got, communityName(t, st), st.w.shell.store.Path())
	}
	st.Want("“Ours” is what it was on 14 Nov 2026, 12:00.", "All changes saved", "Copy proven 21 Nov 2026")

	st.Tap("Show the copies…")
	st.Want("made before a copy was restored", "3 members, 0 events and 0 items", "Nothing differs from now.")
	st.Key(fyne.KeyReturn)
	st.Tap("Restore")
	st.noTrouble()
	if got := st.memberCount(); got != 3 || communityName(t, st) != "Ours anew" {
		t.Errorf("not undone: %d members of %q", got, communityName(t, st))
	}
}

// A copy of a time when the clock was wrong stands last and says so, so that the newest in the list is what a restore made first; and the
// button that restores never has the focus by itself.
func TestACopyOfTheFutureStandsLast(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.aWeekLater("Ours")
	st.passDays(400)
	if _, err := st.w.shell.store.CopyBefore(context.Background(), st.folders.Backups(), store.BeforeImport); err != nil {
		t.Fatal(err)
	}
	st.passDays(-400)
	st.Fire("file.restore")
	st.Want("26 Dec 2027, 12:00", "This date is yet to come: a clock was wrong.")
	st.Key(fyne.KeyDown)
	st.Want("becomes what it was on 14 Nov 2026, 12:00.")
	st.Key(fyne.KeyReturn)
	if got := st.memberCount(); got != 3 || st.FocusText() != "Restore" {
		t.Fatalf("Enter alone restored: %d members, the cursor is on %q", got, st.FocusText())
	}
	st.Key(fyne.KeyEscape)
	st.Fire("file.restore")
	st.Key(fyne.KeyEnd)
	st.Want("becomes what it was on 26 Dec 2027, 12:00.")
}

// Escape and "Keep what is" change nothing; the palette leads to the list too; the demo and what is only read have no copies to restore.
func TestRestoringCanBeLeft(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.aWeekLater("Ours")
	st.Fire("help.palette")
	st.Keys("restore a copy")
	st.Key(fyne.KeyReturn)
	st.Want("Restore a copy", "14 Nov 2026, 12:00")
	st.Key(fyne.KeyEscape)
	st.WantNot("14 Nov 2026, 12:00")
	st.Fire("file.restore")
	st.Key(fyne.KeyEnd)
	st.Tap("Keep what is")
	if got := st.memberCount(); got != 3 {
		t.Errorf("%d members", got)
	}
	st.w.openDemo()
	if st.Commands.Get("file.restore").Can() {
		t.Error("a copy is to be restored into the demo")
	}
}

// Copies that are damaged, or no longer what was proven, are told as not usable with the reason, and are not offered; folders that are gone
// have a sentence of their own.
func TestCopiesThatCannotBeUsedAreNotOffered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.aWeekLater("Ours")
	copies := store.CopiesOf(context.Background(), path, st.Clock.Now(), st.folders.Backups())
	if len(copies) != 2 {
		t.Fatalf("copies: %v", copies)
	}
	content, err := os.ReadFile(copies[1].Path)
	if err == nil {
		content[len(content)-1] ^= 1
		err = os.WriteFile(copies[1].Path, content, 0o600)
	}
	broken := filepath.Join(st.folders.Backups(), "own 2026-11-10 090000.cop")
	if err = errors.Join(err, os.WriteFile(broken, []byte("broken"), 0o600)); err != nil {
		t.Fatal(err)
	}
	st.w.prefs.setCopies(filepath.Join(t.TempDir(), "stick"))
	st.w.prefs.setCopies("")
	st.Fire("file.restore")
	st.Want("is no longer what was proven when it was made", "“own 2026-11-10 090000.cop” is called like a copy and is no community file, or not any more", "Not usable.",
		"Of which community it is can't be told", "stick” is not there")
	for range 2 {
		st.Key(fyne.KeyDown)
		st.Key(fyne.KeyReturn)
		st.Want("This copy can't be used. Please choose another.")
		if !st.Find("Restore").Object.(*kit.Btn).Disabled() {
			t.Error("it is offered")
		}
	}
	st.Key(fyne.KeyHome)
	st.Key(fyne.KeyReturn)
	st.Want("becomes what it was on 21 Nov 2026, 12:00.")
}

// Where the copy of today can't be made, or the one there is can't be proven, the foot says so for as long as that is so, and leads on.
func TestFootWarnsWhereThereIsNoProvenCopy(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.Want("Copy proven 21 Nov 2026")
	st.w.closeCommunity()
	if err := os.RemoveAll(st.folders.Backups()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Backups(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("All changes saved", "No proven copy of today", "so no copy was made")
	st.WantNot("Copy proven")
	st.Tap("Dismiss")
	st.Tap("What to do…")
	st.Want("There is no proven copy of today", "The folder “"+st.folders.Backups()+"” is not there", "Choose another folder…", "Show the folder")
	if err := os.Remove(st.folders.Backups()); err != nil {
		t.Fatal(err)
	}
	st.Tap("Try again")
	st.Want("Copy proven 21 Nov 2026")
	st.WantNot("No proven copy of today")
}

// Where the copy of today can't be made, it is tried again soon, without another word; once it can be made, the warning goes by itself.
func TestACopyThatFailedIsTriedAgain(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	if err := os.MkdirAll(filepath.Dir(st.folders.Backups()), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Backups(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("No proven copy of today", "so no copy was made")
	st.Tap("Dismiss")
	st.Timer.Pass(copyAgain)
	st.Settle()
	st.Want("No proven copy of today")
	st.WantNot("so no copy was made")
	if err := os.Remove(st.folders.Backups()); err != nil {
		t.Fatal(err)
	}
	st.Timer.Pass(copyAgain)
	st.Settle()
	st.Want("Copy proven 21 Nov 2026")
	st.WantNot("No proven copy of today")
}

// Given two copies of one minute, then the list tells their seconds, and that of another minute none.
func TestCopiesOfOneMinute(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	for _, later := range []time.Duration{time.Hour, 20 * time.Second} {
		st.Clock.Time = st.Clock.Time.Add(later)
		st.w.shell.deps.FirstCopy()(context.Background())
	}
	st.Fire("file.restore")
	st.Want("21 Nov 2026, 12:00", "21 Nov 2026, 13:00:00", "21 Nov 2026, 13:00:20")
	st.WantNot("12:00:00")
	st.Key(fyne.KeyHome)
	st.Key(fyne.KeyReturn)
	st.Want("becomes what it was on 21 Nov 2026, 13:00:20.")
}

// A folder that was chosen and is gone is not made anew; one that is the usual one is, which is told to who had copies there.
func TestFoldersOfCopiesThatWereMoved(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.w.closeCommunity()
	if err := os.Rename(st.folders.Backups(), st.folders.Backups()+" old"); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.noTrouble()
	if !strings.Contains(st.notice(), "was not there any more") {
		t.Errorf("notice %q", st.notice())
	}
	stick := filepath.Join(t.TempDir(), "stick")
	windowSettings{st.w}.keepCopiesFolder(stick, func() {})
	st.Want("No proven copy of today", "stick” is not there")
	if _, err := os.Stat(stick); err == nil {
		t.Error("the folder that is gone was made")
	}
}

// Before answers are taken in, a copy is kept and named as such in the list; where none can be, the foot says so.
func TestACopyIsKeptBeforeAnImport(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	st.Clock.Time = st.Clock.Time.Add(time.Hour)
	st.w.shell.deps.FirstCopy()(context.Background())
	st.Fire("file.restore")
	st.Want("21 Nov 2026, 13:00", "made before something was imported")
	st.Key(fyne.KeyEscape)
	if err := os.RemoveAll(st.folders.Backups()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Backups(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	st.w.shell.deps.FirstCopy()(context.Background())
	st.Settle()
	st.Want("No proven copy of today")
}

// A new day that begins while the window is open has its copy too.
func TestANewDayHasItsCopy(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	st.passDays(1)
	st.Timer.Pass(betweenBeats)
	st.Settle()
	st.noTrouble()
	st.Want("Copy proven 22 Nov 2026")
}

// TestPictureOfRestoring is looked at, not compared.
func TestPictureOfRestoring(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		t.Skip("no pictures are wanted")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "double": {Scale: 2}} {
		st := setStage(t, o)
		if o.Dark {
			st.w.setLook(look.Dark, ordinaryScale)
		}
		if o.Scale == 2 {
			st.w.setLook(look.Light, len(scales)-1)
		}
		path := st.aWeekLater("Ours")
		_ = os.WriteFile(filepath.Join(st.folders.Backups(), "own 2026-11-10 090000.cop"), []byte("broken"), 0o600)
		st.Fire("file.restore")
		st.Picture(filepath.Join(folder, "restore-"+name+".png"))
		st.Key(fyne.KeyDown)
		st.Key(fyne.KeyReturn)
		st.Picture(filepath.Join(folder, "restore-ask-"+name+".png"))
		st.Key(fyne.KeyEscape)
		st.w.closeCommunity()
		_ = os.RemoveAll(st.folders.Backups())
		_ = os.WriteFile(st.folders.Backups(), nil, 0o600)
		st.start(Start{File: path})
		st.Picture(filepath.Join(folder, "foot-"+name+".png"))
		st.Tap("What to do…")
		st.Picture(filepath.Join(folder, "foot-ask-"+name+".png"))
		st.w.closeCommunity()
	}
}
