package settings

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// desk is a window's settings that a test looks at.
type desk struct {
	theme, folder, week string
	size, opened        int
}

func (d *desk) Theme() string            { return d.theme }
func (d *desk) SetTheme(name string)     { d.theme = name }
func (d *desk) WeekStart() string        { return d.week }
func (d *desk) SetWeekStart(name string) { d.week = name }
func (d *desk) TextSizes() []int         { return []int{80, 100, 200} }
func (d *desk) TextSize() int            { return d.size }
func (d *desk) SetTextSize(p int)        { d.size = p }
func (d *desk) OpenCopiesFolder()        { d.opened++ }
func (d *desk) CopiesFolder() (string, bool) {
	if d.folder == "" {
		return "/home/ana/CoP Leader/Backups", true
	}
	return d.folder, false
}
func (d *desk) ChooseCopiesFolder(changed func()) { d.folder = "/mnt/stick"; changed() }
func (d *desk) UsualCopiesFolder(changed func())  { d.folder = ""; changed() }

func open(t *testing.T, st *store.Store, o uitest.Options) (*uitest.Bench, *Screen, *desk) {
	t.Helper()
	b := uitest.NewBench(t, st, o)
	d := &desk{theme: "system", size: 100}
	s := New(b.Deps(), st, d)
	b.Put(s)
	return b, s, d
}

func openDemo(t *testing.T, o uitest.Options) (*uitest.Bench, *Screen, *desk) {
	t.Helper()
	st := datatest.Demo(t)
	return open(t, st, o)
}

func TestWindowSettings(t *testing.T) {
	b, _, d := openDemo(t, uitest.Options{})
	b.Choose("Light or dark", "Dark")
	b.Choose("Size of the text", "200 %")
	b.Choose("Weeks begin on", "Sunday")
	if d.theme != "dark" || d.size != 200 || d.week != "sunday" {
		t.Errorf("theme %q, size %d, weeks from %q", d.theme, d.size, d.week)
	}
	b.Want("/home/ana/CoP Leader/Backups")
	b.WantNot("Use the usual folder")
	b.Tap("Choose a folder…")
	b.Want("/mnt/stick")
	b.Tap("Use the usual folder")
	b.Want("/home/ana/CoP Leader/Backups")
	b.Tap("Open")
	if d.opened != 1 {
		t.Error("the folder is not opened")
	}
}

func TestCommunityChoices(t *testing.T) {
	b, _, _ := openDemo(t, uitest.Options{})
	b.WantNot("Sponsors and hours for leading matter here too")
	b.Choose("Paper to print on", "Letter")
	b.Tap("Show giving and receiving of a person")
	if s := b.Read(); s.Setting(data.PaperSetting) != "Letter" || !s.ShowsBalance() {
		t.Errorf("kept: %+v", s.Settings)
	}
	if next, can := b.Store.NextUndo(t.Context()); can {
		t.Errorf("Ctrl+Z would take back %v", next)
	}
	b.Tap("Show giving and receiving of a person")
	if b.Read().ShowsBalance() {
		t.Error("it is not switched off")
	}
	if err := b.Store.ChangeCommunity(t.Context(), store.Visit{Field: "kind"}, func(c *data.Community) { c.Kind = data.Hobby }); err != nil {
		t.Fatal(err)
	}
	b.Tap("Sponsors and hours for leading matter here too")
	if !b.Read().Community.WantsSponsors() {
		t.Error("sponsors are not switched on")
	}
}

// A number is kept when its field is left, is told to be unusual, and goes back by one press; Undo passes over it.
func TestNumberIsKeptAndReset(t *testing.T) {
	b, _, _ := openDemo(t, uitest.Options{})
	b.Tap("Hints")
	const label = "A help request is answered within 7 days"
	b.WantNot("Back to 7", "Reset all")
	b.Type(label, "21")
	b.Leave()
	if got := b.Read().Thresholds().Coach.HelpDays; got != 21 {
		t.Errorf("%d days", got)
	}
	b.Want("Back to 7", "Reset all")
	b.Tap("Back to 7")
	if got := b.Read().Settings; len(got) != 0 {
		t.Errorf("kept: %+v", got)
	}
	b.WantNot("Back to 7", "Reset all")
	if next, can := b.Store.NextUndo(t.Context()); can {
		t.Errorf("Ctrl+Z would take back %v", next)
	}
}

func TestWrongNumberIsToldAtItsField(t *testing.T) {
	b, _, _ := openDemo(t, uitest.Options{})
	b.Tap("Hints")
	const label = "A help request is answered within 7 days"
	b.Type(label, "900")
	b.Leave()
	if got := b.ErrorAt(label); got != "Please write a whole number from 1 to 90." {
		t.Errorf("the field says %q", got)
	}
	if len(b.Read().Settings) != 0 {
		t.Error("a wrong number is kept")
	}
	b.Type(label, "20")
	b.Leave()
	if got := b.ErrorAt("A help request is answered within 20 days"); got != "" || b.Read().Thresholds().Coach.HelpDays != 20 {
		t.Errorf("after mending it the field says %q", got)
	}
}

func TestResetAll(t *testing.T) {
	b, _, _ := openDemo(t, uitest.Options{})
	for key, value := range map[string]string{"coach.helpDays": "9", "level.fewEvents": "5"} {
		if err := b.Store.SetSetting(t.Context(), key, store.Visit{}, value); err != nil {
			t.Fatal(err)
		}
	}
	b.Tap("Reset all")
	if n := len(b.Read().Settings); n != 0 {
		t.Errorf("%d settings left", n)
	}
	if got := b.LastNotice(); got != "2 numbers are as usual again." {
		t.Errorf("the notice says %q", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	if n := len(b.Read().Settings); n != 2 {
		t.Errorf("%d settings back", n)
	}
	if b.Commands.Get("settings.resetAll") == nil || !b.Fire("settings.resetAll") || b.Fire("settings.resetAll") {
		t.Error("the command is there when there is something to reset, and only then")
	}
}

func TestSearch(t *testing.T) {
	b, s, _ := openDemo(t, uitest.Options{})
	s.Find()
	b.Keys("help request")
	b.Want("A help request is answered within")
	b.WantNot("Light or dark", "Levels look back")
	b.Type("Find…", "paper")
	b.Want("Paper to print on")
	b.WantNot("On this computer")
	b.Type("Find…", "xyzzy")
	b.Want("No setting has these words.")
	b.Tap("Show all")
	b.Want("Light or dark")
}

func TestArrive(t *testing.T) {
	st := datatest.Demo(t)
	b := uitest.NewBench(t, st, uitest.Options{})
	s := New(b.Deps(), st, &desk{theme: "light", size: 100})
	s.Arrive("coach.helpDays")
	b.Put(s)
	if f, ok := b.Win.Canvas().Focused().(*kit.TextField); !ok || f.ID != "coach.helpDays" {
		t.Errorf("the focus is in %v", b.Win.Canvas().Focused())
	}
	s.Arrive(data.BalanceSetting)
	if got := b.FocusText(); !strings.HasPrefix(got, "Show giving") {
		t.Errorf("the focus is on %q", got)
	}
	s.Arrive(PartHealth)
	b.Want("Hide results below 5 answers")
}

func TestReadOnly(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.SetSetting(t.Context(), "coach.helpDays", store.Visit{}, "9"); err != nil {
		t.Fatal(err)
	}
	b, _, d := open(t, st, uitest.Options{ReadOnly: true})
	b.WantNot("Reset all")
	b.Tap("Show giving and receiving of a person")
	b.Choose("Light or dark", "Dark")
	if b.Read().ShowsBalance() || d.theme != "dark" {
		t.Error("a file to be read is written, or the window can't be set")
	}
	b.Tap("Hints")
	b.WantNot("Back to 7")
}

func TestFailingStore(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The disk does not answer.")))
	b, _, _ := open(t, st, uitest.Options{})
	b.Want("The disk does not answer.", "Try again")
	faults.Set()
	b.Tap("Try again")
	b.Want("Light or dark")
}

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{
		"light": {}, "dark": {Dark: true}, "small": {Width: 960, Height: 640}, "huge": {Width: 960, Height: 640, Scale: 2}, "tiny": {Width: 1280, Height: 800, Scale: 0.8},
	} {
		b, _, _ := openDemo(t, o)
		b.Keep("settings-" + name)
		if err := b.Store.SetSetting(t.Context(), "coach.helpDays", store.Visit{}, "9"); err != nil {
			t.Fatal(err)
		}
		b.Tap("Hints")
		b.Keep("settings-hints-" + name)
	}
}

func TestWhatIsNotKeptIsTold(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b, s, _ := open(t, st, uitest.Options{})
	b.Tap("Show giving and receiving of a person")
	if got := b.LastNotice(); got != "There is no space left; nothing was changed." || s.general.balance.Ticked() {
		t.Errorf("the notice says %q, ticked: %v", got, s.general.balance.Ticked())
	}
	b.Tap("Hints")
	b.Type("A help request is answered within 7 days", "9")
	b.Leave()
	if len(b.Notices) != 2 {
		t.Errorf("notices: %+v", b.Notices)
	}
}

// How much of the history is kept is chosen on the page and stands in the file; the default is kept as nothing chosen.
func TestHowMuchHistoryIsKept(t *testing.T) {
	b, s, _ := openDemo(t, uitest.Options{})
	if v := s.State().View(); v.Values[data.HistoryYearsSetting] != "2" || v.Values[data.HistorySizeSetting] != "50" {
		t.Errorf("at first %v", v.Values)
	}
	b.Choose("Every change is kept in the history for", "5 years")
	b.Choose("and so much of it", "However big it becomes")
	if years, size := b.Read().HistoryKept(); years != 5 || size != 0 {
		t.Errorf("kept %d years, %d MB", years, size)
	}
	b.Want("5 years", "However big it becomes")
}
