package ui

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
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
		if got, want := selectedPage(st), cmp.Or(spec.of, spec.name); got != want && !spec.apart || spec.apart && got != "" {
			t.Errorf("%s selects %q in the navigation", spec.name, got)
		}
	}
	st.ByID("nav", "page.overview")
	st.TapNode(st.ByID("nav", "page.overview"))
	if st.w.shell.at.spec.name != "overview" {
		t.Error("the navigation doesn't lead to the overview")
	}
}

// selectedPage is the page that the navigation marks, empty for none.
func selectedPage(st *stage) string {
	for _, row := range st.w.shell.side.rows {
		if row.selected {
			return strings.TrimPrefix(row.id, "page.")
		}
	}
	return ""
}

func TestPageReloadsAfterAChangeFromElsewhere(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	st.Fire("view.members")
	m := data.Member{Name: "Łukasz Wiśniewski", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &m); err != nil {
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
	// C12 waits on the events, C18 and C28 on the board (data/README.md, Demo); the rest is advice.
	got := st.w.shell.waits
	if len(got) != 2 || got["events"] != 1 || got["backlog"] != 2 {
		t.Errorf("waiting: %v", got)
	}
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

// Whatever ends the program, the file is not found locked.
func TestEndGivesTheFileBack(t *testing.T) {
	for _, safe := range []bool{true, false} {
		st := setStage(t, uitest.Options{})
		path := st.community("Ours")
		st.start(Start{File: path})
		st.w.End(safe)
		if _, err := os.Stat(path + ".lock"); err == nil {
			t.Error("the lock is still there")
		}
	}
}

func TestCrashIsToldAtTheNextStart(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.faulty = true
	path := st.community("Ours")
	func() {
		defer func() { st.w.setup.Log.Crash(recover()) }()
		panic("a wheel came off")
	}()
	st.start(Start{File: path})
	if n := st.notice(); n != "The program was cut off last time. Everything is kept up to 21 Nov 2026, 12:00: “start the community”." {
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

// Given a program that was killed while the file was open, when it starts again, then it says so and what was kept, once.
func TestKillIsToldAtTheNextStart(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.renameCommunity("Renamed")
	lock, err := os.ReadFile(path + ".lock")
	if err != nil {
		t.Fatal(err)
	}
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	if n := st.notice(); n != "" {
		t.Errorf("after an orderly end: %q", n)
	}
	st.w.closeCommunity()
	if err := os.WriteFile(path+".lock", ofProcess(t, lock, goneProcess(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	st.again()
	st.start(Start{File: path})
	if n := st.notice(); !strings.Contains(n, "The program was cut off last time. Everything is kept up to 21 Nov 2026") ||
		!strings.Contains(n, "“change the charter”") {
		t.Errorf("notice %q", n)
	}
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	if n := st.notice(); n != "" {
		t.Errorf("told twice: %q", n)
	}
}

// ofProcess is a lock as another program on this computer would have written it.
func ofProcess(t *testing.T, lock []byte, pid int) []byte {
	t.Helper()
	var l map[string]any
	if err := json.Unmarshal(lock, &l); err != nil {
		t.Fatal(err)
	}
	l["pid"] = pid
	delete(l, "started")
	changed, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// goneProcess is the number of a program that has ended.
func goneProcess(t *testing.T) int {
	t.Helper()
	ended := exec.Command("true")
	if err := ended.Run(); err != nil {
		t.Skip(err)
	}
	return ended.Process.Pid
}

// A fault in work given to the Runner is told and noted, and the window goes on.
func TestFaultInWorkIsTold(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.faulty = true
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

// Given deeds that go wrong in a way nobody thought of, when a command, a timer, a key or a tap begins them, then the fault is told and stands
// in the log, and the window goes on.
func TestFaultsAtEveryDoor(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.faulty = true
	st.start(Start{Demo: true})
	field := kit.NewTextField(st.Timer, "", func(string) { panic("a field") })
	list := kit.NewList(kit.ListOptions[int]{Key: func(n int) int64 { return int64(n) }, OnSelect: func(int) { panic("a row") },
		Columns: []kit.Column[int]{{Weight: 1, Text: func(int) []kit.Span { return []kit.Span{kit.Plain("Row")} }}}})
	list.SetRows([]int{7})
	menu := kit.NewMenuBtn(kit.Quiet, "Menu", func() []*fyne.MenuItem { return []*fyne.MenuItem{fyne.NewMenuItem("Item", func() { panic("a menu") })} })
	button := kit.NewBtn(kit.Quiet, "Button", func() { panic("a button") })
	choice := kit.NewSelect([]kit.Option{{Key: "a", Text: "A"}, {Key: "b", Text: "B"}}, "a", func(string) { panic("a choice") })
	st.w.frame.set(nil, kit.NewPage(kit.VStack(4, field, menu, button, choice, list)))
	st.Settle()
	st.Commands.Add(&kit.Command{ID: "broken", Do: func() { panic("a command") }})
	for _, door := range []struct {
		what string
		open func()
	}{
		{"a command", func() { st.Commands.Fire("broken") }},
		{"a timer", func() {
			st.w.deps.Timer.After(time.Second, func() { panic("a timer") })
			st.Timer.Pass(time.Minute)
		}},
		{"a button", func() { button.Tapped(nil) }},
		{"a field", func() { field.SetText("typed"); field.FocusLost() }},
		{"a choice", func() { choice.Choose("b") }},
		{"a row", func() { list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }},
		{"a menu", func() { st.Tap("Menu"); st.Tap("Item") }},
	} {
		st.w.frame.bar.Dismiss()
		door.open()
		if n := st.notice(); n != "Something went wrong." {
			t.Errorf("%s: notice %q", door.what, n)
		}
		text, err := os.ReadFile(st.w.setup.Log.Path())
		if err != nil || !strings.Contains(string(text), door.what) || !strings.Contains(string(text), "goroutine") {
			t.Errorf("%s: the log has no trace of it: %v", door.what, err)
		}
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
	st.Want("Held 2 weeks ago; 1 earlier event has none either.")
}

// The members' workbook holds whom their page shows, also after a change made elsewhere; everyone while it was not looked at.
func TestRosterIsAsShown(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	if ids, columns := st.w.shell.roster(); ids != nil || columns != nil {
		t.Errorf("before the page was seen: %v, %v", ids, columns)
	}
	st.Fire("view.members")
	st.Tap("Core 3")
	if ids, _ := st.w.shell.roster(); len(ids) != 3 {
		t.Errorf("of the core: %v", ids)
	}
	st.Fire("members.columns")
	st.TapNode(st.FindAll("Last seen")[0])
	if _, columns := st.w.shell.roster(); !slices.Equal(columns, []string{"name", "unit", "level", "events", "knows"}) {
		t.Errorf("of the columns: %v", columns)
	}
	st.Fire("view.share")
	m := data.Member{Name: "Ada", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	if ids, _ := st.w.shell.roster(); len(ids) != 3 {
		t.Errorf("of the core after a change: %v", ids)
	}
}

// Each page shows the demo at least size, in large text and in the dark, and says of a failing file what is wrong.
func TestAllPages(t *testing.T) {
	var names []string
	for _, spec := range pageSpecs {
		names = append(names, spec.name)
	}
	if got := strings.Join(names, " "); got != "overview charter members events backlog health share road history intake settings" {
		t.Fatalf("the pages are %s", got)
	}
	st := setStage(t, uitest.Options{Width: 960, Height: 640})
	st.start(Start{Demo: true})
	st.w.setLook(look.Dark, len(scales)-1)
	for i, name := range names {
		if spec := pageSpecs[i]; !st.Fire("view." + name) {
			t.Errorf("the way to %s does nothing", spec.name)
		}
		st.noTrouble()
		st.wantChosenInSight(name)
	}
}

// wantChosenInSight wants the row of the page that is shown to stand within what the navigation shows, if it has one.
func (st *stage) wantChosenInSight(name string) {
	st.t.Helper()
	driver, side := fyne.CurrentApp().Driver(), st.w.shell.side
	top := driver.AbsolutePositionForObject(side.scroll).Y
	for _, row := range side.rows {
		y := driver.AbsolutePositionForObject(row).Y - top
		if row.selected && (y < 0 || y+row.Size().Height > side.scroll.Size().Height) {
			st.t.Errorf("on %s its row stands at %v of %v", name, y, side.scroll.Size().Height)
		}
	}
}

// Given a page, when printing is chosen from the menu File, which has Ctrl+P, then the list that the page shows is shown as a document; of a
// page without one, the page of the documents is shown and says what to do.
func TestPrintKeyLeadsToTheDocuments(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	file := st.Win.MainMenu().Items[0]
	at := slices.IndexFunc(file.Items, func(i *fyne.MenuItem) bool { return kit.MenuWords(i) == "Print…" })
	if at < 0 || file.Items[at].Shortcut.ShortcutName() != kit.Ctrl(fyne.KeyP).ShortcutName() {
		t.Fatal("the menu File has no Print… with Ctrl+P")
	}
	file.Items[at].Action()
	st.Settle()
	if st.w.shell.at.spec.name != "share" || st.notice() != "Open the document you want to print." {
		t.Errorf("at %s, the notice says %q", st.w.shell.at.spec.name, st.notice())
	}
	st.Fire("view.backlog")
	file.Items[at].Action()
	st.Settle()
	st.Want("As the window shows it", "Backlog")
}
