package ui

import (
	"errors"
	"os/exec"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports/page"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/share"
)

// Setup is what the window gets from outside. What is left out is the real thing.
type Setup struct {
	App     fyne.App
	Say     *words.Say
	Clock   kit.Clock
	Timer   kit.Timer
	Runner  kit.Runner
	Files   kit.Files
	Printer kit.Printer
	Mailer  kit.Mailer
	Viewer  func() (share.Viewer, error) // of documents' pages
	// ViewApart is the process in which the pages of documents are drawn; what makes its next start quick is kept in the folder.
	ViewApart func(folder string) (*exec.Cmd, error)
	Folders   desk.Folders
	Zone      desk.Zone // of this computer
	Fonts     *page.Fonts
	Log       *Log
	Version   string
	Commit    string // it was built from, where packaging said it
	Changes   string // from version to version, as the README tells them
	Manual    string // how everything is done, as the README tells it
	Region    string // whose habits the spreadsheets of this computer follow: "de_AT"
	// DaysRegion is whose habits days are written by.
	DaysRegion string
	// Rooms are those that the screens have for windows, first that of the main one.
	Rooms func() []desk.Room
	// Shared tells of a folder into which other programs or computers write.
	Shared func(folder string) (store.Shared, bool)
	// Watch sees the window once it is shown, for those who drive it from outside.
	Watch func(fyne.Window)
	// GiveBack gives memory back to the system, once a file was opened and copied, which takes twice what is needed later.
	GiveBack func()
}

// Start says what the window shows first: a file, the demo, or else what it showed last.
type Start struct {
	File string
	Demo bool

	unanswered string // the mark of an opening that was asked to come forward and didn't
}

// Window is the program's one window.
type Window struct {
	setup  Setup
	prefs  *preferences
	work   *work
	deps   kit.Deps // of the window; an open community has its own copy
	win    fyne.Window
	frame  *frame
	shell  *shell // of the open community, nil while none is open
	guests bool   // guests look on
	demo   bool   // the open community is a copy of the demo
	menus  string // what the menus say, to know when they must be made anew
	day    data.Date
	ended  bool
	// posted is when the notice was shown, notices how many were.
	posted  time.Time
	notices int
	// folder is where a file was chosen or saved last, "" before the first.
	folder string
	// recent are the files opened last that are there, as last looked; looking tells that one is looking now.
	recent  []recent
	looking bool
	// starting is until something is shown, closing once the window is being closed.
	starting, closing bool
	// asked is the question what is to become of what is not kept, and texts the list of it, while they are shown.
	asked *unkeptQuestion
	texts *textsShown
	// first is the page that asks for a new community, as last shown.
	first *startPage
	// founding tells that a new community is being made.
	founding bool
	rescue   *rescue
	// arriving is a file that was opened and is not shown yet.
	arriving atomic.Pointer[store.Store]
	// unanswered is the mark of the opening in another window that was asked last and didn't come forward.
	unanswered string
	// weekFromRegion is on which day weeks begin where the leader chose none.
	weekFromRegion time.Weekday
	// crash is what ended the program last time, until it is told with a community in the window.
	crash string
}

// NewWindow makes the window; Start shows it.
func NewWindow(s Setup) *Window {
	w := &Window{setup: s, prefs: loadPreferences(s.Folders.Settings, s.App.Preferences())}
	s.App.Settings().SetTheme(look.New(w.prefs.variant(), scales[w.prefs.scale()]))
	w.win = s.App.NewWindow(s.App.Metadata().Name)
	w.win.SetPadded(false)
	w.win.SetMaster()
	if w.setup.Timer == nil {
		w.setup.Timer = kit.RealTimer{}
	}
	if w.setup.Runner == nil {
		w.setup.Runner = kit.Background{}
	}
	if w.setup.Files == nil {
		w.setup.Files = files{window: w}
	}
	if w.setup.Printer == nil {
		w.setup.Printer = desk.SystemPrinting()
	}
	if w.setup.Mailer == nil {
		w.setup.Mailer = desk.SystemMail()
	}
	if w.setup.Shared == nil {
		w.setup.Shared = store.SharedFolder
	}
	if w.setup.Rooms == nil {
		w.setup.Rooms = desk.Rooms
	}
	if w.setup.Viewer == nil {
		w.setup.Viewer = share.Previewer(w.setup.Folders.Preview(), s.ViewApart)
	}
	kit.OnFault(w.fault)
	leaveUntouched()
	w.work = &work{runner: w.setup.Runner, timer: w.setup.Timer, fault: w.fault}
	w.prefs.writing, w.prefs.failed = kit.NewInOrder(w.work), w.tellNotRemembered
	w.deps = kit.Deps{
		Clock: s.Clock, Timer: w.setup.Timer, Files: w.setup.Files, Printer: w.setup.Printer, Mailer: w.setup.Mailer, Runner: w.work, Aside: aside{w.work}, Say: s.Say, Window: w.win,
		Days: kit.DaysIn(s.DaysRegion, s.Say), Lists: w.prefs,
		Commands: kit.NewCommands(w.win.Canvas), Go: w.goTo, Notice: w.notice, Drops: new(kit.Drops), Now: w.now,
	}
	w.weekFromRegion = w.deps.Days.WeekStart
	w.setWeek(w.prefs.now.Week)
	w.deps.Drops.Take(w.dropped)
	w.win.SetOnDropped(w.deps.Drops.Dropped)
	w.deps.Unkept = kit.NewRegister(w.deps)
	w.deps.Unkept.OnChange = w.unkeptChanged
	w.deps.Unkept.OnKept = func(u kit.Unkept) { w.rescue.kept(u) }
	w.rescue = newRescue(w)
	w.frame = newFrame(s.Say)
	w.register()
	w.win.SetContent(w.frame.root)
	w.win.Resize(w.prefs.size())
	w.win.SetCloseIntercept(w.Close)
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
	w.listenShortcuts()
	s.App.Lifecycle().SetOnEnteredForeground(w.lookForRecent)
	return w
}

// now is the file as it was after the last change, nil while none is open.
func (w *Window) now() *data.Snapshot {
	if w.shell == nil {
		return nil
	}
	return w.shell.snapshot
}

// Start opens what was asked for and shows the window.
func (w *Window) Start(s Start) {
	w.crash, w.starting, w.unanswered = w.setup.Log.lastCrash(), true, s.unanswered
	now := time.Now() // not the clock's day: files bear the system's time
	w.work.Run(func() func() {
		w.setup.Folders.ForgetOldMade(now)
		forgetOldKnocks(w.setup.Folders, now)
		return nil
	})
	switch {
	case s.Demo:
		w.openDemo()
	case s.File != "":
		w.open(s.File, store.Options{})
	case w.prefs.file() != "":
		w.open(w.prefs.file(), store.Options{})
	default:
		w.showStart()
	}
	if w.prefs.damaged {
		w.notice(kit.Notice{Text: w.say().Text("What this window remembered could not be read, so it begins afresh; your communities are untouched.")})
	}
	w.lookForRecent()
	w.win.Show()
	w.fitScreen(w.setup.Rooms()) // the scale is known now
	if w.setup.Watch != nil {
		w.setup.Watch(w.win)
	}
	w.day = w.deps.Clock.Today()
	w.beat()
}

// betweenBeats is how often the window looks at what nobody tells it of.
const betweenBeats = 500 * time.Millisecond

// beat brings the menus up to date with what is selected on the page, and the pages with the day once it is another.
func (w *Window) beat() {
	w.deps.Timer.After(betweenBeats, func() {
		if w.ended {
			return
		}
		w.drawMenus()
		w.frame.keepFocusClear()
		w.answerKnock()
		if today := w.deps.Clock.Today(); today != w.day {
			w.day = today
			if w.shell != nil {
				w.shell.dawned()
			}
		}
		w.beat()
	})
}

// Canvas is the window's canvas.
func (w *Window) Canvas() fyne.Canvas { return w.win.Canvas() }

func (w *Window) say() *words.Say { return w.setup.Say }

// notice shows a message; a fault is noted in the log too, whole.
func (w *Window) notice(n kit.Notice) {
	if n.Gone != "" {
		if now, on := w.frame.bar.Notice(); on && now.Text == n.Gone {
			w.frame.bar.Dismiss()
		}
		return
	}
	if n.Kind == kit.Trouble {
		w.setup.Log.Printf("%s: %s", n.Text, n.Details)
	}
	w.posted, w.notices = w.deps.Clock.Now(), w.notices+1
	w.frame.bar.Post(n)
	w.fade(n, w.notices)
	switch {
	case w.shell == nil:
	case n.Newest:
		w.shell.read(nil)
	case n.Passes():
		w.shell.offered = offer{notice: w.notices, undo: w.shell.undo, redo: w.shell.redo}
	}
}

// A plain notice is there for so long, and for so much longer for each of its letters.
const (
	noticeTime = 8 * time.Second
	letterTime = 60 * time.Millisecond
)

// fade takes a plain notice away once it is stale, unless somebody is in it; what it offered stays in the menu and at the foot.
func (w *Window) fade(n kit.Notice, number int) {
	if n.Kind != kit.Info || n.Unkept {
		return
	}
	w.deps.Timer.After(noticeTime+time.Duration(len(n.Text))*letterTime, func() {
		if w.ended || number != w.notices {
			return
		}
		if in, is := w.Canvas().Focused().(fyne.CanvasObject); is && w.frame.bar.Holds(in) {
			w.fade(n, number)
			return
		}
		w.frame.bar.Dismiss()
	})
}

// readingTime is how long a plain notice stays at least when one goes to another page.
const readingTime = 4 * time.Second

// forgetNotice takes a notice away that was there to be read; what is to be known before going on stays until it is dismissed.
func (w *Window) forgetNotice() {
	n, on := w.frame.bar.Notice()
	if on && n.Passes() && w.deps.Clock.Now().Sub(w.posted) >= readingTime {
		w.frame.bar.Dismiss()
	}
}

// tellNotRemembered says that what the window remembers can't be written.
func (w *Window) tellNotRemembered(err error) {
	w.notice(kit.Notice{Kind: kit.Warning, Details: err.Error(),
		Text: w.say().Text("What this window remembers could not be written into “%s”; your community is not touched by that.", w.prefs.path)})
}

// fault tells of a fault of the program's own.
func (w *Window) fault(err error) { w.deps.Fail(err) }

// settled does what the first page of an open file has not to wait for.
func (w *Window) settled(s *store.Store) {
	if w.shell == nil || w.shell.store != s {
		return
	}
	w.backUp(s)
	if w.setup.GiveBack == nil {
		return
	}
	w.work.whenSettled(func() {
		w.work.Run(func() func() {
			w.setup.GiveBack()
			return nil
		})
	})
}

// Close writes down what was typed, closes the file and the window.
func (w *Window) Close() {
	w.closing = true
	w.prefs.setSize(w.win.Canvas().Size())
	w.leaveThen(func() {
		w.work.whenSettled(func() {
			w.ended = true
			w.win.Close()
		})
	})
}

// OnClosed has something called once the window is gone from the screen.
func (w *Window) OnClosed(gone func()) { w.win.SetOnClosed(gone) }

// End is called when the window's goroutine has ended without Close: the system asked the program to stop, or a fault ended it.
// What was typed is written down where that is safe, and the file is closed, so that it isn't found locked.
func (w *Window) End(safe bool) {
	w.ended = true
	if w.shell != nil {
		if safe {
			w.shell.leave()
		}
		w.shell.stopped = true // nothing is drawn any more
	}
	for end := time.Now().Add(patienceAtEnd); w.work.busy() && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	w.closeCommunity()
}

// Abandon is called in place of End where the system made no window: what was opened for it is closed again.
func (w *Window) Abandon() {
	w.ended = true
	for end := time.Now().Add(patienceAtEnd); w.first == nil && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if s := w.arriving.Load(); s != nil {
			_ = s.Close() // nothing was written
			break
		}
	}
	w.closeCommunity()
}

// patienceAtEnd is how long the last changes are waited for when the system wants the program gone.
const patienceAtEnd = 3 * time.Second

// goTo shows another page of the open community.
func (w *Window) goTo(page string, args any) {
	if w.shell != nil {
		w.shell.goTo(page, args)
	}
}

// setLook changes the theme or the text size.
func (w *Window) setLook(v look.Variant, scale int) {
	scale = max(0, min(scale, len(scales)-1))
	w.prefs.setVariant(v)
	w.prefs.setScale(scale)
	w.setup.App.Settings().SetTheme(look.New(v, scales[scale]))
	w.frame.root.Refresh()
	if w.shell != nil {
		w.shell.reload()
	}
	w.drawMenus()
}

// isFounded tells whether there is a community in a file: one that was cut off while being made has none.
func isFounded(s *data.Snapshot) bool { return s.Community.ID != 0 }

var errNoCommunity = errors.New("the file holds no community yet")
