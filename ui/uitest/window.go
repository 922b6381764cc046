// Package uitest drives a whole window in a test: it finds what is on screen by its words, taps, types and drags it, opens
// menus and takes pictures. It is the only package beside tests that may use Fyne's test driver.
package uitest

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Options say how the window looks; the zero value is 1280 × 800, light, text at 100 %.
type Options struct {
	Width, Height float32
	Dark          bool
	High          bool // contrast
	Scale         float32
	// Today is the frozen day; 2026-11-21 when empty.
	Today string
	// Region is whose habits days are written by: "en_US"; that of Europe when empty.
	Region string
	// Say is the language; English when nil.
	Say *words.Say
	// ReadOnly is for a file that may only be looked at.
	ReadOnly bool
	// Runner does the work; at once when nil.
	Runner kit.Runner
}

// Window is a window under test, with everything a screen gets from outside.
type Window struct {
	// Win is Fyne's window.
	Win fyne.Window
	// Clock stands still until it is set.
	Clock *Clock
	// Timer passes when Pass is called.
	Timer *HandTimer
	// Files answers the file dialogs.
	Files *Files
	// Printer takes what is printed.
	Printer *Printer
	// Mailer takes the letters.
	Mailer *Mailer
	// Notices are those shown so far.
	Notices []kit.Notice
	// Visits are the pages gone to so far.
	Visits []Visit
	// Commands are the commands registered.
	Commands *kit.Commands
	// Unkept is what was typed and is not in the file.
	Unkept *kit.Register
	// Drops hands over files that are dropped.
	Drops *kit.Drops
	// Days is how days are written in this window.
	Days *data.DayHabits
	// Say is the language spoken.
	Say *words.Say

	t        testing.TB
	region   string
	readOnly bool
	runner   kit.Runner
}

// Visit is one call of Deps.Go.
type Visit struct {
	Page string
	Args any
}

// Open opens an empty window with the program's theme.
func Open(t testing.TB, o Options) *Window {
	t.Helper()
	if o.Width == 0 {
		o.Width, o.Height = 1280, 800
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Today == "" {
		o.Today = "2026-11-21"
	}
	today, err := data.ParseDate(o.Today)
	if err != nil {
		t.Fatalf("uitest: %v", err)
	}
	if o.Runner == nil {
		o.Runner = Inline{}
	}
	if o.Say == nil {
		o.Say = words.English()
	}
	variant := look.Light
	if o.Dark {
		variant = look.Dark
	}
	if o.High {
		variant = look.High
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(variant, o.Scale))
	w := &Window{
		t: t, Say: o.Say, region: o.Region, readOnly: o.ReadOnly, runner: o.Runner, Win: app.NewWindow(""), Timer: &HandTimer{}, Files: &Files{}, Printer: &Printer{}, Mailer: &Mailer{Outcome: desk.Outcome{Way: desk.ByPortal, Answer: desk.Taken}},
		Clock: &Clock{Day: today, Time: today.Time().Add(12 * time.Hour)},
	}
	w.Days = kit.DaysIn(o.Region, o.Say)
	w.Win.SetPadded(false)
	w.Win.Resize(fyne.NewSize(o.Width, o.Height))
	w.Commands = kit.NewCommands(w.Win.Canvas)
	w.Drops = new(kit.Drops)
	w.Unkept = kit.NewRegister(w.Deps())
	t.Cleanup(w.Win.Close)
	return w
}

// Show puts something into the window, filling it.
func (w *Window) Show(content fyne.CanvasObject) {
	size := w.Win.Canvas().Size()
	w.Win.SetContent(content)
	w.Win.Resize(size)
	w.Settle()
}

// Deps are what a screen gets in this window: a frozen clock, work done inline if nothing else was asked for, English words.
func (w *Window) Deps() kit.Deps {
	return kit.Deps{
		Clock: w.Clock, Timer: w.Timer, Files: w.Files, Printer: w.Printer, Mailer: w.Mailer, Runner: w.runner, Aside: w.runner, Say: w.Say.In(kit.RegionOf(w.region)), Days: w.Days, ReadOnly: w.readOnly,
		Window: w.Win, Commands: w.Commands, Unkept: w.Unkept, Drops: w.Drops,
		Go:     func(page string, args any) { w.Visits = append(w.Visits, Visit{page, args}) },
		Notice: w.notice,
	}
}

func (w *Window) notice(n kit.Notice) {
	if n.Gone != "" {
		w.Notices = slices.DeleteFunc(w.Notices, func(said kit.Notice) bool { return said.Text == n.Gone })
		return
	}
	w.Notices = append(w.Notices, n)
}

// LastNotice is the text of the last notice, empty when there was none.
func (w *Window) LastNotice() string {
	if len(w.Notices) == 0 {
		return ""
	}
	return w.Notices[len(w.Notices)-1].Text
}

// Settle lays everything out again, as the real driver does by itself when something inside has changed its size.
func (w *Window) Settle() {
	c := w.Win.Canvas()
	if c.Content() != nil {
		c.Content().Refresh()
	}
	if top := c.Overlays().Top(); top != nil {
		top.Refresh()
	}
}

// Resize changes the window's size.
func (w *Window) Resize(width, height float32) {
	w.Win.Resize(fyne.NewSize(width, height))
	w.Settle()
}

// SetTheme changes text scale and variant while the window is open.
func (w *Window) SetTheme(variant look.Variant, scale float32) {
	fyne.CurrentApp().Settings().SetTheme(look.New(variant, scale))
	w.Settle()
}

// Picture writes what the window shows as a PNG file. It comes from the software painter, which differs from the graphics
// card's in details.
func (w *Window) Picture(path string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		w.t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := png.Encode(f, w.Win.Canvas().Capture()); err != nil {
		w.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		w.t.Fatal(err)
	}
}

// Menu does what an item of the main menu does, found by its words in any of the menus.
func (w *Window) Menu(label string) {
	w.t.Helper()
	var seen []string
	if menu := w.Win.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			for _, item := range m.Items {
				if kit.MenuWords(item) == label {
					if item.Disabled {
						w.t.Fatalf("menu item %q is disabled", label)
					}
					item.Action()
					w.Settle()
					return
				}
				seen = append(seen, kit.MenuWords(item))
			}
		}
	}
	w.t.Fatalf("no menu item %q among: %s", label, strings.Join(seen, ", "))
}

// Fire does a command by its ID, as its shortcut would, and tells whether it did anything.
func (w *Window) Fire(id string) bool {
	done := w.Commands.Fire(id)
	w.Settle()
	return done
}

// Clock is a clock that stands still.
type Clock struct {
	Day  data.Date
	Time time.Time
}

// Today is the day set.
func (c *Clock) Today() data.Date { return c.Day }

// Now is the time set.
func (c *Clock) Now() time.Time { return c.Time }

// Files answers file dialogs with what a test has laid ready.
type Files struct {
	// OpenPath and SavePath are chosen by the next dialogs; empty means the person cancels.
	OpenPath, SavePath string
	// Suggested is the name the last save dialog proposed.
	Suggested string
	// Opened are the paths handed to the system.
	Opened []string
	// OpenError is answered by OpenWithSystem.
	OpenError error
}

// ChooseOpen chooses OpenPath.
func (f *Files) ChooseOpen(_ string, _ kit.Filter, chosen func(path string)) {
	if f.OpenPath != "" {
		chosen(f.OpenPath)
	}
}

// ChooseSave chooses SavePath.
func (f *Files) ChooseSave(_, suggestedName string, chosen func(path string)) {
	f.Suggested = suggestedName
	if f.SavePath != "" {
		chosen(f.SavePath)
	}
}

// OpenWithSystem notes the path.
func (f *Files) OpenWithSystem(path string) error {
	if f.OpenError != nil {
		return f.OpenError
	}
	f.Opened = append(f.Opened, path)
	return nil
}

// Printer is a print service without paper.
type Printer struct {
	// Names are the printers there are.
	Names []string
	// Printed are the jobs it took.
	Printed []desk.PrintJob
	// Programs tells that programs print, and Handed what they were given.
	Programs bool
	Handed   []string
	// Error is answered instead.
	Error error
}

// ByProgram is Programs.
func (p *Printer) ByProgram() bool { return p.Programs }

// PrintByProgram notes the path.
func (p *Printer) PrintByProgram(path string) error {
	if p.Error != nil {
		return p.Error
	}
	p.Handed = append(p.Handed, path)
	return nil
}

// Printers are the names.
func (p *Printer) Printers(context.Context) ([]string, error) { return p.Names, p.Error }

// Print notes the job.
func (p *Printer) Print(_ context.Context, job desk.PrintJob) error {
	if p.Error != nil {
		return p.Error
	}
	p.Printed = append(p.Printed, job)
	return nil
}

// Mailer is a mail program that shows nothing.
type Mailer struct {
	// Outcome is answered to every letter.
	Outcome desk.Outcome
	// Letters are those it was asked to open.
	Letters []desk.Letter
}

// Compose notes the letter.
func (m *Mailer) Compose(_ context.Context, l desk.Letter) desk.Outcome {
	m.Letters = append(m.Letters, l)
	return m.Outcome
}
