package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

func TestDemoSaysThatItIsTheDemo(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.noTrouble()
	if got := st.Win.Title(); got != "Πυξίδα — CoP Leader" {
		t.Errorf("the title is %q", got)
	}
	st.Want("Πυξίδα", "Overview", "Next best steps")
	if !strings.HasPrefix(st.notice(), "This is the demo community") {
		t.Errorf("notice %q", st.notice())
	}
	st.Tap("Dismiss")
	st.Want("Demo community")
	st.Menu("Save a copy…")
	if st.Files.Suggested != "Demo community.cop" {
		t.Errorf("a copy of the demo would be called %q", st.Files.Suggested)
	}
	if st.w.prefs.file() != "" {
		t.Error("the demo is remembered as the last file")
	}
}

// Given a home in which the demo's folder can't be made, when the demo is asked for, then a sentence says which folder it is.
func TestDemoWithoutAFolder(t *testing.T) {
	st := setStage(t, uitest.Options{})
	if err := os.RemoveAll(st.folders.Demos()); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(st.folders.Cache, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.folders.Demos(), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{Demo: true})
	st.Want("The folder “" + st.folders.Demos() + "” could not be made")
}

// Two demos at once have files of their own; one that was left behind is removed, one that is open is not.
func TestDemosDontDisturbOneAnother(t *testing.T) {
	st := setStage(t, uitest.Options{})
	ctx := context.Background()
	first, err := FreshDemo(ctx, st.folders.Demos(), st.Clock)
	if err != nil {
		t.Fatal(err)
	}
	second, err := FreshDemo(ctx, st.folders.Demos(), st.Clock)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = second.Close() }()
	if first.Path() == second.Path() {
		t.Fatal("both demos have one file")
	}
	if _, err := os.Stat(first.Path()); err != nil {
		t.Fatalf("the first demo was removed while open: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	third, err := FreshDemo(ctx, st.folders.Demos(), st.Clock)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = third.Close() }()
	if third.Path() != first.Path() {
		if _, err := os.Stat(first.Path()); err == nil {
			t.Error("a demo left behind is still there")
		}
	}
	if _, err := os.Stat(second.Path()); err != nil {
		t.Errorf("an open demo was removed: %v", err)
	}
}

// The page shown last is shown again at the next start, and the file with it.
func TestStartGoesOnWhereOneWas(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Πυξίδα")
	st.start(Start{File: path})
	st.Fire("view.members")
	st.w.Close()
	st.again()
	st.start(Start{})
	st.noTrouble()
	if st.w.shell == nil || st.w.shell.store.Path() != path || st.w.shell.at.spec.name != "members" {
		t.Fatalf("not where one was: %+v", st.w.shell)
	}
}

func TestSecondWindowReadsOnly(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Shared")
	other, err := store.Open(context.Background(), path, store.Options{Owner: "Olena"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	st.start(Start{File: path})
	st.Want("Shared", "Read only")
	if n := st.notice(); !strings.Contains(n, "Olena") || !strings.Contains(n, "open since") {
		t.Errorf("notice %q", n)
	}
	st.Fire("view.members")
	if st.Commands.Get("edit.new").Can() {
		t.Error("adding is offered in a file that is only read")
	}
	// What the other writes shows after a while.
	m := data.Member{Name: "Zoë Marchand", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := store.Rows(other, store.Members).Save(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	st.Timer.Pass(lookAgain)
	st.Settle()
	st.Want("Zoë Marchand")
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	foreign := filepath.Join(t.TempDir(), "letter.cop")
	if err := os.WriteFile(foreign, []byte("Dear reader, this is a letter and no community."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ path, sentence string }{
		"missing": {filepath.Join(t.TempDir(), "gone.cop"), "“gone.cop” is not there any more"},
		"foreign": {foreign, "“letter.cop” is not a community file"},
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			st.start(Start{File: tc.path})
			st.Want("This file could not be opened", tc.sentence, "Choose another file…", "Start a new community", "Try again")
			st.Files.OpenPath = st.community("Another")
			st.Tap("Choose another file…")
			st.Want("Another", "Next best steps")
		})
	}
	if text, err := os.ReadFile(foreign); err != nil || !strings.HasPrefix(string(text), "Dear reader") {
		t.Errorf("the foreign file was touched: %q, %v", text, err)
	}
}

func TestThreeQuestions(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Want("A new community", "What is your community called?", "Who leads it?", "When do you meet next?")

	st.Tap("Start")
	st.Want("Please give the community a name; it can be changed later.", "Please say who leads; one name is enough.")
	if made, _ := filepath.Glob(filepath.Join(st.folders.Communities(), "*")); len(made) > 0 {
		t.Fatalf("bad answers made %v", made)
	}
	st.Type("What is your community called?", strings.Repeat("x", 61))
	st.Type("Who leads it?", "Z")
	st.WantNot("Please say who leads; one name is enough.")
	st.Type("Who leads it?", "Zoë Marchand-Núñez <zoe@example.org>")
	st.Type("When do you meet next?", "31/02/2027")
	st.Tap("Start")
	st.WantNot("Please say who leads; one name is enough.")
	if st.ErrorAt("What is your community called?") == "" || st.ErrorAt("When do you meet next?") == "" {
		t.Error("a name too long or a day that is none is taken")
	}
	st.Type("What is your community called?", "Πυξίδα")
	st.Type("When do you meet next?", "2026-11-20")
	st.Tap("Start")
	if got := st.ErrorAt("When do you meet next?"); !strings.Contains(got, "passed") {
		t.Errorf("a day that has passed: %q", got)
	}
	st.Type("When do you meet next?", "next Thu 14:30")
	st.Leave()
	if got := st.Field("When do you meet next?").Object.(*kit.TextField).Text; got != "Thu 26 Nov 2026, 14:30" {
		t.Errorf("a day with its time stands as %q", got)
	}
	st.Tap("Start")

	st.noTrouble()
	st.Want("Πυξίδα", "Next best steps", "Lean coffee")
	path := filepath.Join(st.folders.Communities(), "Πυξίδα.cop")
	if st.w.shell.store.Path() != path || st.w.prefs.file() != path {
		t.Errorf("made %s, remembered %s", st.w.shell.store.Path(), st.w.prefs.file())
	}
	s := st.w.shell.snapshot
	leader, _ := s.Leader()
	if s.Community.Name != "Πυξίδα" || leader.Name != "Zoë Marchand-Núñez" || leader.Email != "zoe@example.org" || len(s.Events) != 1 || s.Events[0].On.String() != "2026-11-26" ||
		s.Events[0].Start.String() != "14:30" {
		t.Errorf("founded %+v with %+v", s.Community, s.Events)
	}
}

// Given the day is confirmed with Enter, when the community is begun, then all is saved, and nothing is held that could be offered again.
func TestBegunWithEnterAllIsSaved(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.w.prefs.setPage("share")
	st.start(Start{})
	st.Type("What is your community called?", "Readers")
	st.Type("Who leads it?", "Ada")
	st.Type("When do you meet next?", "tomorrow\n")
	st.Settle()
	st.Want("Next best steps", "All changes saved") // on Overview, wherever one was before
	if held := st.w.deps.Unkept.All(); len(held) != 0 {
		t.Errorf("held is %+v", held)
	}
}

// Given a computer that doesn't say its time zone, then the first page asks for it, and the next new community doesn't again; given one
// that says it, then it is not asked for at all.
func TestTimeZoneIsAskedOnceWhereItIsNotKnown(t *testing.T) {
	const question = "Which city has your time?"
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.WantNot(question)

	st.zone = desk.Zone{}
	st.again()
	st.start(Start{})
	st.Type("What is your community called?", "Andes")
	st.Type("Who leads it?", "Ana")
	st.Tap("Start")
	if st.ErrorAt(question) == "" {
		t.Error("a zone that is not known is taken")
	}
	st.w.first.zone.Choose("America/La_Paz")
	if got := st.w.first.zone.Words(); got != "America/La_Paz (UTC-04:00)" {
		t.Errorf("the zone is worded %q", got)
	}
	st.Tap("Start")
	st.noTrouble()
	if s := st.w.shell.snapshot; s.Community.TimeZone != "America/La_Paz" || s.Members[0].TimeZone != "America/La_Paz" {
		t.Errorf("founded in %q", s.Community.TimeZone)
	}
	st.w.askNew()
	st.Want("Who leads it?")
	st.WantNot(question)
}

// Given a zone that is a guess, then it stands in the question, to be agreed to.
func TestTimeZoneThatIsAGuessIsOffered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.zone = desk.Zone{Name: "Europe/Vienna"}
	st.again()
	st.start(Start{})
	st.Want("Which city has your time?", "Europe/Vienna (UTC+01:00)")
}

// A second community gets a name of its own; the first is not overwritten, and stays open until the answers are given.
func TestNewCommunityBesideAnother(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	answer := func(name string) {
		st.Type("What is your community called?", name)
		st.Type("Who leads it?", "Ana")
		st.Tap("Start")
		st.noTrouble()
	}
	answer("First")
	st.Fire("file.new")
	st.Tap("Cancel")
	st.Want("First")
	st.Fire("file.new")
	st.Tap("Start")
	st.Want("Please give the community a name; it can be changed later.")
	answer("Second")
	st.Want("Second", "Next best steps")
	if want := filepath.Join(st.folders.Communities(), "Second.cop"); st.w.shell.store.Path() != want {
		t.Errorf("made %s, want %s", st.w.shell.store.Path(), want)
	}
}

func TestCopyIsSaved(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	copied := filepath.Join(t.TempDir(), "copy.cop")
	st.Files.SavePath = copied
	st.Menu("Save a copy…")
	if n := st.notice(); !strings.Contains(n, "copy.cop") {
		t.Errorf("notice %q", n)
	}
	s, err := store.Open(context.Background(), copied, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	snapshot, err := s.Snapshot(context.Background())
	if err != nil || snapshot.Community.Name != "Ours" {
		t.Errorf("the copy holds %+v, %v", snapshot, err)
	}
}

func TestTakingOver(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Shared")
	elsewhere := []byte(`{"host":"elsewhere","machine":"other","pid":1,"user":"Olena","since":"2026-11-20T10:00:00Z","token":"abc"}`)
	if err := os.WriteFile(path+".lock", elsewhere, 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("Read only")
	st.Tap("It is closed there…")
	st.Tap("Keep reading only")
	st.Want("Read only")
	st.w.askTakeOver(path, "Olena @ elsewhere")
	st.Tap("Open for changes")
	st.Want("All changes saved")
	if st.w.shell.store.ReadOnly() {
		t.Error("still read only")
	}
}

// Given a file that is only read, when a copy of it is saved, then another folder is proposed than the one it lies in.
func TestCopyOfAFileThatIsOnlyReadGoesElsewhere(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	if err := os.MkdirAll(st.folders.Communities(), 0o700); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.w.folder = filepath.Dir(path)
	if got := (files{window: st.w}).usualFolder(); got != filepath.Dir(path) {
		t.Errorf("of a file that can be written the copy goes to %s", got)
	}
	st.w.shell.deps.ReadOnly = true
	if got := (files{window: st.w}).usualFolder(); got != st.folders.Communities() {
		t.Errorf("of a file that is only read the copy goes to %s", got)
	}
}

// The program's own file dialogs, in place of the ones that tests lay ready.
func TestOwnFileDialogs(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	own := files{window: st.w}
	own.ChooseOpen("Open a community", st.w.communityFiles(), func(string) {})
	st.Settle()
	st.Want("Open a community", "own", "Cancel")
	st.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if st.Win.Canvas().Overlays().Top() != nil {
		t.Fatal("Escape leaves the dialog open")
	}
	st.w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	st.Tap("Close")

	chosen := ""
	dir := t.TempDir()
	own.ChooseSave("Save a copy", "Copy.cop", func(path string) { chosen = path })
	st.Type("Folder", filepath.Join(dir, "gone"))
	st.Tap("Save")
	if st.ErrorAt("Folder") == "" || chosen != "" {
		t.Errorf("a folder that is not there is taken: %q", chosen)
	}
	st.Type("Folder", dir)
	st.Tap("Save")
	if want := filepath.Join(dir, "Copy.cop"); chosen != want {
		t.Fatalf("chosen %q, want %q", chosen, want)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("asking made %v", left)
	}

	if err := os.WriteFile(chosen, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	chosen = ""
	own.ChooseSave("Save a copy", "Copy.cop", func(path string) { chosen = path })
	if got := st.Field("Folder").Object.(*kit.TextField).Text; got != dir {
		t.Errorf("the next file would go to %s, not to where the last one went", got)
	}
	st.Tap("Save")
	st.Want("Replace the file?")
	st.Tap("Keep")
	if chosen != "" {
		t.Errorf("chosen %q after all", chosen)
	}
	own.ChooseSave("Save a copy", "Copy.cop", func(path string) { chosen = path })
	st.Tap("Save")
	st.Tap("Replace")
	if chosen == "" {
		t.Error("replacing chooses nothing")
	}
}

// Given another community's file, when a copy is to replace it, then the question says whose it is, who leads it and how many are in it.
func TestReplacingNamesTheCommunity(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Potters")
	files{st.w}.askOverwrite(path, func(string) { t.Error("replaced without an answer") })
	st.Settle()
	st.Want("Replace the file?", "It holds the community “Potters” of Ana Kovač with 1 member.", filepath.Base(path)+"” is there already")
	st.Tap("Keep")
}
