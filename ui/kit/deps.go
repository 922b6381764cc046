package kit

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/desk"
)

// Deps is what a screen gets from outside: time, files, goroutines, words, its window and the way to other pages.
type Deps struct {
	Clock Clock
	Timer Timer
	Files Files
	// Printer is the system's print service.
	Printer Printer
	// Mailer is the system's mail program.
	Mailer Mailer
	Runner Runner
	// Aside is the Runner for what only shows something, such as a page that is drawn: closing the window does not wait for it.
	Aside Runner
	Say   *words.Say
	// Days is how days are written here; the window changes in it on which day weeks begin.
	Days   *data.DayHabits
	Window fyne.Window
	// Commands is where a page registers its deeds.
	Commands *Commands
	// Go shows another page; args is what that page understands, usually the id of what to show, or nil.
	Go func(page string, args any)
	// Notice shows a message in the window's notice bar.
	Notice func(Notice)
	// Drops hands over the files that are dropped on the window; may be nil.
	Drops *Drops
	// Unkept is what was typed and is not in the file.
	Unkept *Register
	// CopyFirst gives what keeps a copy of the file before much is taken into it at once, to be called away from the window; nil keeps
	// none. Where no copy can be made, the foot of the window says so, and what is taken in can be undone all the same.
	CopyFirst func() (keep func(context.Context))
	// Beyond is what names people beside the file.
	Beyond Beyond
	// Guests tells whether others look at the window, so that what is the leader's own is not shown; nil is no.
	Guests func() bool
	// Now is the file as it is by now, for pages that are not shown and so may know an older one; nil, or a nil one, says nothing.
	Now func() *data.Snapshot
	// Lists remembers how the columns of lists were arranged; nil remembers nothing.
	Lists ColumnMemory
	// ReadOnly is true when the file may only be looked at: fields are disabled and deeds not offered.
	ReadOnly bool
}

// Canvas is the window's canvas, or nil where there is no window.
func (d Deps) Canvas() fyne.Canvas {
	if d.Window == nil {
		return nil
	}
	return d.Window.Canvas()
}

// ForGuests tells whether others look at the window (data/README.md, Guest view).
func (d Deps) ForGuests() bool { return d.Guests != nil && d.Guests() }

// Habits is how days are written, as the program has it where nobody said how.
func (d Deps) Habits() data.DayHabits {
	if d.Days == nil {
		return data.DayHabits{}
	}
	return *d.Days
}

// Focus puts the cursor into something, where there is a window and something to put it into.
func (d Deps) Focus(f fyne.Focusable) {
	if c := d.Canvas(); c != nil && f != nil {
		c.Focus(f)
	}
}

// OpenWithSystem opens a file or a folder with the program the system has for it, and tells where there is none.
func (d Deps) OpenWithSystem(path string) {
	d.Runner.Run(func() func() {
		err := d.Files.OpenWithSystem(path)
		return func() { d.Fail(err) }
	})
}

// IsLink tells of a text that is the address of a page.
func IsLink(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}

// OpenLink opens a page in the system's browser, and calls opened then; where none answers, the link is copied, and that is said.
func (d Deps) OpenLink(link string, opened func()) {
	if !IsLink(link) {
		return
	}
	d.Runner.Run(func() func() {
		err := d.Files.OpenWithSystem(strings.TrimSpace(link))
		return func() {
			if err != nil {
				fyne.CurrentApp().Clipboard().SetContent(link)
				d.notice(Notice{Kind: Warning, Passing: true, Text: d.Say.Text("No program here opens “%s”. The link is copied.", link)})
				return
			}
			opened()
		}
	})
}

// FirstCopy is what CopyFirst gives, or nothing to do.
func (d Deps) FirstCopy() (keep func(context.Context)) {
	if d.CopyFirst == nil {
		return func(context.Context) {}
	}
	return d.CopyFirst()
}

// Tell shows a plain message.
func (d Deps) Tell(text string) { d.notice(Notice{Kind: Info, Text: text}) }

// Untell takes a plain message away that holds no longer.
func (d Deps) Untell(text string) { d.notice(Notice{Gone: text}) }

// Fail shows an error as a person can read it; what lies behind it, where there is more, can be copied whole. A nil error shows nothing.
func (d Deps) Fail(err error) {
	if err != nil {
		d.fail(err, false)
	}
}

// fail shows an error; unkept marks one that goes once what was typed is kept.
func (d Deps) fail(err error, unkept bool) {
	n := d.fault(err)
	n.Unkept = unkept
	d.notice(n)
}

// fault is the notice of an error.
func (d Deps) fault(err error) Notice {
	n := Notice{Kind: Trouble, Text: d.Say.Sentence(err)}
	var worded *data.Error
	if !errors.As(err, &worded) || worded.Cause != nil {
		n.Details = err.Error()
	}
	if data.IsCode(err, data.CodeNothing) {
		n.Kind = Info // that there was nothing to do is no fault
	}
	return n
}

func (d Deps) notice(n Notice) {
	if d.Notice != nil {
		d.Notice(n)
	}
}

// Clock says what day and time it is; -asof and tests hand in a frozen one.
type Clock interface {
	Today() data.Date
	Now() time.Time
}

// Timer calls back later on the window's goroutine; stop cancels.
type Timer interface {
	After(d time.Duration, f func()) (stop func())
}

// Filter limits a file dialog to some kinds of file; extensions are written with the dot.
type Filter struct {
	Name       string
	Extensions []string
}

// Files asks for files and opens them. The callbacks are not called when the person cancels.
type Files interface {
	ChooseOpen(title string, filter Filter, chosen func(path string))
	ChooseSave(title, suggestedName string, chosen func(path string))
	// OpenWithSystem waits for a moment for what the system says: it belongs into a Runner, as Deps.OpenWithSystem has it.
	OpenWithSystem(path string) error
}

// Mailer has the mail program open letters. It waits for an answer: it belongs into a Runner.
type Mailer interface {
	Compose(ctx context.Context, l desk.Letter) desk.Outcome
}

// Printer prints through the system's print service. Its calls wait for the service: they belong into a Runner.
type Printer interface {
	// Printers are the names of the printers, the usual one first; there are none where there is no print service.
	Printers(ctx context.Context) ([]string, error)
	// Print hands a document over; an error says why it was not taken.
	Print(ctx context.Context, job desk.PrintJob) error
	// ByProgram tells whether programs are asked to print what is theirs, where no printer can be named.
	ByProgram() bool
	// PrintByProgram has the program of such files print one; an error says that there is none that does.
	PrintByProgram(path string) error
}

// Page is one screen as the shell sees it.
type Page interface {
	// Content is built once and kept.
	Content() fyne.CanvasObject
	// Load reads the store again and shows what it says; a field that has the focus is not overwritten.
	Load()
	// Stop ends a reading under way and tells whether there was one.
	Stop() (cut bool)
}

// LightLoader is a page that costs less to load again when nothing changed from which figures are reckoned.
type LightLoader interface{ LoadLightly() }

// Finder is a page with a search field: Find puts the cursor there.
type Finder interface{ Find() }

// FindEnder is a page whose search ends when it is left.
type FindEnder interface{ EndFind() }

// Outer is a page on which one can be further inside: StepOut goes one step back, and tells whether there was one.
type Outer interface{ StepOut() bool }

// AllChooser is a page on which all that is shown can be chosen together.
type AllChooser interface{ ChooseAll() }

// ListPrinter is a page that shows a list: PrintsList is the command that makes a document of it.
type ListPrinter interface{ PrintsList() string }

// Adder is a page on which something can be added: New starts it.
type Adder interface{ New() }

// Leaver is a page that has something to write down before it is left or the window closes.
type Leaver interface{ Leave() }

// Arriver is a page that can show one thing: args is what Deps.Go was given.
type Arriver interface{ Arrive(args any) }

// Leader is a page that can lead to one of its fields.
type Leader interface{ LeadTo(spot Spot) }

// Goner is a page that has something running which ends when the community is closed.
type Goner interface{ Gone() }

// UnderWay is what Deps.Go is given to have the meeting gone on with that was under way when the program ended.
const UnderWay = "under way"

// Paper is what Deps.Go is given to have the page Share show a document, or begin a letter about it.
type Paper struct {
	Document         string // by its name: "survey"
	RoundID, EventID int64  // 0 chooses
	Mail             bool
	// Text stands in the letter in place of what it would say; empty for that.
	Text string
	// From and Until are the days it looks back on, 0 where that is left to it.
	From, Until data.Date
	// Back is the page that is shown again once the letter is done with; the shell says it.
	Back string
}

// Listed is what Deps.Go is given to have the page Share show a list of the window as a document: List, or the list of members about these.
type Listed struct {
	List    *reports.List
	Members []int64
}

// Saving is what Deps.Go is given to have a document saved; Then, where given, is called after that.
type Saving struct {
	Document string
	Then     func()
}

// Message is what Deps.Go is given to have the page Share begin a letter without a document, with what it says where that is known.
type Message struct {
	To       []int64 // members; sponsors where nobody is named,
	Sponsors []int64 // these, or all
	Subject  string
	Text     []string // paragraphs
	By       string   // who signs; the leader where nobody is named
	// Then, where given, is called once the letter was handed over, or put aside; otherwise the page Back is shown again, which the shell says.
	Then func(handed bool)
	Back string
}

// Bring is what Deps.Go is given to have the page on which things come in opened: with files, or a text that was copied, and what the
// leader was looking at.
type Bring struct {
	Paths  []string
	Text   string
	Likely exchange.What
	// EventID is the event that a list of names without a day is about, 0 for none.
	EventID int64
}

// Running is what Deps.Go is given to have an event run: on its day its meeting is started, before that it is shown.
type Running struct{ EventID int64 }

// Picture is what Deps.Go is given to have a picture offered for what is printed.
type Picture struct{ Path string }

// PassedOn is what Deps.Go is given to have the page Members walk through what is left once leadership was passed on.
type PassedOn struct {
	To, Was int64
	By      string // Was by name
	From    data.Date
}

// Begun is what Deps.Go is given to have something begun on a page, with what is known of it filled in.
type Begun struct {
	// Row is what is known: a data.Item without an ID opens the form for another item, data.Minutes those of an event.
	Row any
	// Saved, where given, is called once it was saved.
	Saved func()
}

// Finish calls Saved where it is given.
func (b Begun) Finish() {
	if b.Saved != nil {
		b.Saved()
	}
}
