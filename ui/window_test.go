package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// stage is the program's window under test, in folders of its own.
type stage struct {
	*uitest.Window
	w       *Window
	folders Folders
	t       *testing.T
}

// setStage makes the window without starting it.
func setStage(t *testing.T, o uitest.Options) *stage {
	t.Helper()
	u := uitest.Open(t, o)
	dir := t.TempDir()
	st := &stage{Window: u, t: t, folders: Folders{Documents: filepath.Join(dir, "Documents"), Cache: filepath.Join(dir, "cache")}}
	st.again()
	return st
}

// again makes the window anew, as a second start would; what was remembered is remembered.
func (st *stage) again() {
	log := OpenLog(st.folders, io.Discard)
	st.t.Cleanup(log.Close)
	app := fyne.CurrentApp()
	prefs := preferences{app.Preferences()}
	if prefs.size() == firstSize {
		prefs.setSize(st.Win.Canvas().Size())
	}
	st.w = NewWindow(Setup{App: app, Say: words.English(), Clock: st.Clock, Timer: st.Timer, Runner: kit.Inline{}, Files: st.Files,
		Folders: st.folders, Log: log, Version: "0.0"})
	st.Win, st.Commands = st.w.win, st.w.deps.Commands
	st.t.Cleanup(st.w.closeCommunity)
}

func (st *stage) start(s Start) {
	st.t.Helper()
	st.w.Start(s)
	st.Settle()
}

// notice is the text of the notice shown, empty for none.
func (st *stage) notice() string {
	if n, on := st.w.frame.bar.Notice(); on {
		return n.Text
	}
	return ""
}

// noTrouble fails when something went wrong that the person is told of.
func (st *stage) noTrouble() {
	st.t.Helper()
	if n, on := st.w.frame.bar.Notice(); on && n.Kind == kit.Trouble {
		st.t.Fatalf("trouble: %s %s", n.Text, n.Details)
	}
}

// community makes a file with a community of its own.
func (st *stage) community(name string) string {
	st.t.Helper()
	path := filepath.Join(st.t.TempDir(), "own.cop")
	s, err := store.Create(context.Background(), path, store.Options{Clock: st.Clock.Now})
	if err != nil {
		st.t.Fatal(err)
	}
	if err := s.Found(context.Background(), store.Founding{Name: name, Leader: "Ana Kovač", TimeZone: "Europe/Berlin"}); err != nil {
		st.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		st.t.Fatal(err)
	}
	return path
}

func (st *stage) menuItem(menu, label string) *fyne.MenuItem {
	st.t.Helper()
	for _, m := range st.Win.MainMenu().Items {
		for _, i := range m.Items {
			if m.Label == menu && (i.Label == label || label == "" && strings.HasPrefix(i.Label, "Undo")) {
				return i
			}
		}
	}
	st.t.Fatalf("no %q in %q", label, menu)
	return nil
}

func (st *stage) renameCommunity(name string) {
	st.t.Helper()
	err := st.w.shell.store.ChangeCommunity(context.Background(), "", func(c *data.Community) { c.Name = name })
	if err != nil {
		st.t.Fatal(err)
	}
	st.Settle()
}

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
	if st.w.prefs.file() != "" {
		t.Error("the demo is remembered as the last file")
	}
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

func TestPagesByCommand(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for _, spec := range pageSpecs {
		if !st.Fire("view." + spec.name) {
			t.Fatalf("view.%s does nothing", spec.name)
		}
		st.noTrouble()
		if st.w.shell.at.spec.name != spec.name {
			t.Errorf("view.%s shows %s", spec.name, st.w.shell.at.spec.name)
		}
		if !st.w.shell.side.rows[indexOfPage(spec.name)].selected {
			t.Errorf("%s is not selected in the navigation", spec.name)
		}
	}
	st.ByID("nav", "page.overview")
	st.TapNode(st.ByID("nav", "page.overview"))
	if st.w.shell.at.spec.name != "overview" {
		t.Error("the navigation doesn't lead to the overview")
	}
}

func indexOfPage(name string) int {
	for i, s := range pageSpecs {
		if s.name == name {
			return i
		}
	}
	return -1
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

func TestUndoNamesTheDeed(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	st.Want("After")
	if st.Win.Title() != "After — CoP Leader" {
		t.Errorf("the title is %q", st.Win.Title())
	}
	st.menuItem("Edit", "Undo: change the charter").Action()
	st.Settle()
	st.Want("Before", "Undone: change the charter.")
	st.menuItem("Edit", "Redo: change the charter")
	st.Tap("Redo")
	st.Want("After", "Done again: change the charter.")
	if st.Win.Title() != "After — CoP Leader" {
		t.Errorf("the title is %q", st.Win.Title())
	}
}

func TestNothingToUndoSaysSo(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for range 3 {
		st.Fire("edit.undo")
	}
	if n := st.notice(); !strings.Contains(n, "nothing to undo") {
		t.Errorf("notice %q", n)
	}
}

// A field takes back its own typing first; only then the deed before is undone.
func TestUndoInAFieldComesFirst(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	field := kit.NewEntry("")
	st.w.frame.set(nil, field)
	st.Win.Canvas().Focus(field)
	st.Keys("typed")
	st.Fire("edit.undo")
	if field.Text != "" {
		t.Errorf("the field still says %q", field.Text)
	}
	if communityName(t, st) != "After" {
		t.Error("the deed was undone with the typing")
	}
	st.Fire("edit.undo")
	if communityName(t, st) != "Before" {
		t.Error("the deed was not undone once the field had nothing left")
	}
}

func communityName(t *testing.T, st *stage) string {
	t.Helper()
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s.Community.Name
}

// Behind a dialog nothing is undone.
func TestNoUndoBehindADialog(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Before")})
	st.renameCommunity("After")
	st.Fire("help.about")
	st.Want("About CoP Leader", "0.0")
	st.Fire("edit.undo")
	if communityName(t, st) != "After" {
		t.Error("undone behind a dialog")
	}
	st.Tap("Close")
	st.WantNot("About CoP Leader")
}

func TestPageReloadsAfterAChangeFromElsewhere(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	st.Fire("view.members")
	m := data.Member{Name: "Łukasz Wiśniewski", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := st.w.shell.store.AddMember(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	st.Want("Łukasz Wiśniewski")
	// The overview was hidden and is read again when it is shown.
	st.Fire("view.overview")
	st.Want("members")
}

func TestBadgesCountWhatWaits(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	s := st.w.shell.snapshot
	got := waiting(s, st.Clock.Today())
	// Minutes of one event are late; two items are long in Doing and one call for help is unanswered (domain.md 17.5).
	if got["events"] != 1 || got["backlog"] != 3 || got["health"] != 0 {
		t.Errorf("waiting: %v", got)
	}
}

func TestPaletteFindsWithoutAccents(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("help.palette")
	st.Keys("lukasz")
	st.Settle()
	st.Want("Łukasz Wiśniewski")
	st.Key(fyne.KeyReturn)
	st.Settle()
	st.noTrouble()
	if st.w.shell.at.spec.name != "members" {
		t.Errorf("the palette leads to %s", st.w.shell.at.spec.name)
	}
	if st.Win.Canvas().Overlays().Top() != nil {
		t.Error("the palette is still there")
	}
}

func TestPaletteByKeys(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("help.palette")
	st.Key(fyne.KeyDown)
	st.Key(fyne.KeyReturn)
	if got := st.w.shell.at.spec.name; got != pageSpecs[1].name {
		t.Errorf("the second entry leads to %s, want %s", got, pageSpecs[1].name)
	}
	st.Fire("help.palette")
	st.Keys("zzzz")
	st.Want("Nothing is called that.")
	st.Key(fyne.KeyReturn)
	st.Key(fyne.KeyEscape)
	if st.Win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the palette open")
	}
	st.Fire("help.palette")
	st.Keys("dark")
	st.Key(fyne.KeyReturn)
	if st.w.prefs.variant() != look.Dark {
		t.Error("the palette doesn't fire commands")
	}
}

func TestShortcutSheetListsCommands(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	st.Settle()
	st.Want("Keys and shortcuts", "Ctrl+K", "Ctrl+1", "Ctrl+Z")
}

func TestTextSizeAndThemeAreRemembered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	for range 20 {
		st.Fire("view.larger")
	}
	st.Fire("view.dark")
	st.noTrouble()
	if look.TextScale() != 2 {
		t.Errorf("the scale is %v", look.TextScale())
	}
	if !st.menuItem("View", "Dark").Checked || st.menuItem("View", "Light").Checked {
		t.Error("the menu doesn't tick the theme in use")
	}
	st.w.Close()
	st.again()
	st.start(Start{})
	if look.TextScale() != 2 || st.w.prefs.variant() != look.Dark {
		t.Error("size or theme is forgotten")
	}
	st.Fire("view.ordinary")
	if look.TextScale() != 1 {
		t.Errorf("the ordinary scale is %v", look.TextScale())
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
	if err := other.AddMember(context.Background(), &m); err != nil {
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
	st.Type("Who leads it?", "Zoë Marchand-Núñez")
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
	st.Type("When do you meet next?", "2026-12-05")
	st.Tap("Start")

	st.noTrouble()
	st.Want("Πυξίδα", "Next best steps", "Lean coffee")
	path := filepath.Join(st.folders.Communities(), "My community.cop")
	if st.w.shell.store.Path() != path || st.w.prefs.file() != path {
		t.Errorf("made %s, remembered %s", st.w.shell.store.Path(), st.w.prefs.file())
	}
	s := st.w.shell.snapshot
	leader, _ := s.Leader()
	if s.Community.Name != "Πυξίδα" || leader.Name != "Zoë Marchand-Núñez" || len(s.Events) != 1 || s.Events[0].On.String() != "2026-12-05" {
		t.Errorf("founded %+v with %+v", s.Community, s.Events)
	}
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
	if want := filepath.Join(st.folders.Communities(), "My community 2.cop"); st.w.shell.store.Path() != want {
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

// Closing gives the lock back, so that the next start may write.
func TestCloseGivesTheFileBack(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.w.Close()
	if _, err := os.Stat(path + ".lock"); err == nil {
		t.Error("the lock is still there")
	}
}

func TestCrashIsToldAtTheNextStart(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	func() {
		defer func() { st.w.setup.Log.Crash(recover()) }()
		panic("a wheel came off")
	}()
	st.start(Start{File: path})
	if n := st.notice(); !strings.Contains(n, "had to stop last time") {
		t.Errorf("notice %q", n)
	}
	st.Tap("Copy details")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "a wheel came off") {
		t.Errorf("the details are %q", got)
	}
	if st.w.setup.Log.lastCrash() != "" {
		t.Error("it would be told again")
	}
}

// A fault in work given to the Runner is told and noted, and the window goes on.
func TestFaultInWorkIsTold(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for _, fault := range []func() func(){
		func() func() { panic("off the window's goroutine") },
		func() func() { return func() { panic("on it") } },
	} {
		st.w.work.Run(fault)
		if n := st.notice(); n != "Something went wrong." {
			t.Errorf("notice %q", n)
		}
	}
	text, err := os.ReadFile(st.w.setup.Log.Path())
	if err != nil || !strings.Contains(string(text), "on it") {
		t.Errorf("the log says %q, %v", text, err)
	}
	st.Fire("view.members")
	st.Want("Add member")
}

func TestWindowKeepsItsLeastSize(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	if got := st.w.frame.root.MinSize(); got != leastSize {
		t.Errorf("the least size is %v", got)
	}
}

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		t.Skip("COPLEADER_PICTURES names no folder")
	}
	for name, o := range map[string]struct {
		uitest.Options
		variant look.Variant
		scale   int
	}{
		"light": {uitest.Options{}, look.Light, ordinaryScale},
		"dark":  {uitest.Options{}, look.Dark, ordinaryScale},
		"huge":  {uitest.Options{Width: 960, Height: 640}, look.Light, len(scales) - 1},
		"tiny":  {uitest.Options{Width: 960, Height: 640}, look.Light, 0},
	} {
		st := setStage(t, o.Options)
		st.start(Start{Demo: true})
		st.w.setLook(o.variant, o.scale)
		st.Settle()
		st.Picture(filepath.Join(folder, "shell-"+name+".png"))
		st.Fire("help.palette")
		st.Keys("li")
		st.Settle()
		st.Picture(filepath.Join(folder, "palette-"+name+".png"))
		st.Key(fyne.KeyEscape)
		for _, spec := range pageSpecs {
			st.Fire("view." + spec.name)
			st.Picture(filepath.Join(folder, "page-"+spec.name+"-"+name+".png"))
		}
		st.Fire("help.keys")
		st.Picture(filepath.Join(folder, "keys-"+name+".png"))
	}
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Tap("Start")
	st.Picture(filepath.Join(folder, "start.png"))
	st.start(Start{File: filepath.Join(t.TempDir(), "gone.cop")})
	st.Picture(filepath.Join(folder, "closed.png"))
}

// askAbout types into a field of the first member without leaving it.
func (st *stage) askAbout(text string) {
	st.t.Helper()
	st.Fire("view.members")
	st.Type("Ask about", text)
	if e := entryOf(st.Win.Canvas().Focused()); e == nil || e.Text != text {
		st.t.Fatalf("%q is not in the field with the focus", text)
	}
}

func (st *stage) asksAbout(path string) string {
	st.t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
	if err != nil {
		st.t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	snapshot, err := s.Snapshot(context.Background())
	if err != nil {
		st.t.Fatal(err)
	}
	return snapshot.Members[0].Knows.String()
}

// What was typed is kept when the page is left, and when the window is closed with the cursor still in the field.
func TestTypedTextIsKept(t *testing.T) {
	for name, leave := range map[string]func(*stage){
		"page":   func(st *stage) { st.Fire("view.overview") },
		"window": func(st *stage) { st.w.Close() },
		"file":   func(st *stage) { st.w.openDemo() },
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			path := st.community("Ours")
			st.start(Start{File: path})
			st.askAbout("compilers")
			if got := st.asksAbout(path); got != "" {
				t.Fatalf("%q is kept before it was left", got)
			}
			leave(st)
			if got := st.asksAbout(path); !strings.Contains(got, "compilers") {
				t.Errorf("%q is kept", got)
			}
		})
	}
}

// A plain notice goes when it has been there to be read and one goes elsewhere; a warning stays.
func TestNoticesMakeRoom(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Fire("view.members")
	if st.notice() == "" {
		t.Error("the notice went before it could be read")
	}
	st.Clock.Time = st.Clock.Time.Add(readingTime)
	st.Fire("view.overview")
	if n := st.notice(); n != "" {
		t.Errorf("%q is still there", n)
	}
	st.w.notice(kit.Notice{Kind: kit.Warning, Text: "Look out"})
	st.Clock.Time = st.Clock.Time.Add(readingTime)
	st.Fire("view.members")
	if st.notice() != "Look out" {
		t.Error("a warning went by itself")
	}
}

// At midnight the pages count from the new day.
func TestANewDay(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.Want("Held 4 weeks ago. Five lines are enough; those who missed it stay in.")
	st.Clock.Day, st.Clock.Time = st.Clock.Day.AddDays(7), st.Clock.Time.AddDate(0, 0, 7)
	st.Timer.Pass(betweenBeats)
	st.Settle()
	st.Want("Held 5 weeks ago. Five lines are enough; those who missed it stay in.")
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

// The program's own file dialogs, in place of the ones that tests lay ready.
func TestOwnFileDialogs(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	own := files{window: st.w}
	own.ChooseOpen("Open a community", st.w.communityFiles(), func(string) {})
	st.Settle()
	st.Want("Open a community", "own", "Cancel")
	st.Tap("Cancel")

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
	st.Type("Folder", dir)
	st.Tap("Save")
	st.Want("Replace the file?")
	st.Tap("Keep")
	if chosen != "" {
		t.Errorf("chosen %q after all", chosen)
	}
	own.ChooseSave("Save a copy", "Copy.cop", func(path string) { chosen = path })
	st.Type("Folder", dir)
	st.Tap("Save")
	st.Tap("Replace")
	if chosen == "" {
		t.Error("replacing chooses nothing")
	}
}

// What is added, undone and redone is named each time, also while it is gone.
func TestUndoneMemberKeepsItsName(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	m := data.Member{Name: "Łukasz", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := st.w.shell.store.AddMember(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	st.menuItem("Edit", "Undo: add Łukasz").Action()
	st.Settle()
	st.Want("Undone: add Łukasz.")
	st.menuItem("Edit", "Redo: add Łukasz").Action()
	st.Settle()
	st.Want("Done again: add Łukasz.")
}

// The members' workbook holds whom their page shows, also after a change made elsewhere; everyone while it was not looked at.
func TestRosterIsAsShown(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	if ids := st.w.shell.roster(); ids != nil {
		t.Errorf("before the page was seen: %v", ids)
	}
	st.Fire("view.members")
	st.Tap("Core 3")
	if ids := st.w.shell.roster(); len(ids) != 3 {
		t.Errorf("of the core: %v", ids)
	}
	st.Fire("view.share")
	m := data.Member{Name: "Ada", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := st.w.shell.store.AddMember(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	if ids := st.w.shell.roster(); len(ids) != 3 {
		t.Errorf("of the core after a change: %v", ids)
	}
}

// Each page shows the demo at least size, in large text and in the dark, and says of a failing file what is wrong.
func TestAllSevenPages(t *testing.T) {
	var names []string
	for _, spec := range pageSpecs {
		names = append(names, spec.name)
	}
	if got := strings.Join(names, " "); got != "overview charter members events backlog health share" {
		t.Fatalf("the pages are %s", got)
	}
	st := setStage(t, uitest.Options{Width: 960, Height: 640})
	st.start(Start{Demo: true})
	st.w.setLook(look.Dark, len(scales)-1)
	for i, name := range names {
		if spec := pageSpecs[i]; !st.Fire("view." + name) {
			t.Errorf("Ctrl+%s does nothing", spec.key)
		}
		st.noTrouble()
	}
}
