// Command copleader is a leader's workbench for one Community of Practice: it opens the community's file in a window, or writes
// its documents into a folder without one.
package main

import (
	"context"
	_ "embed" // for the metadata
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // events name their time zone, and not every system has a list of them

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/reports/preview"
	"copleader/ui"
	desktop "copleader/ui/desk" // the journeys have a desk of their own
	"copleader/ui/kit"
	"copleader/ui/uimap"
)

// The program's name, version and icon are embedded, so that they don't depend on where it is started.
var (
	//go:embed FyneApp.toml
	appToml string
	//go:embed Icon.png
	iconPNG []byte
	//go:embed README.md
	readme string // its end tells what has changed
)

// commit is what the program was built from: packaging says it (-ldflags "-X main.commit=…").
var commit string

// The exit codes.
const (
	exitFine  = 0
	exitFault = 1
	exitUsage = 2
)

// request is what the arguments ask for.
type request struct {
	file, exportDir string
	demo, version   bool
	only            []string // names of documents; all when empty
	paper           page.Paper
	asof            data.Date
}

// program is one run: what was asked for and where it may say something.
type program struct {
	request
	meta           fyne.AppMetadata
	say            *words.Say
	env            func(name string) string
	stdout, stderr io.Writer
}

func main() {
	desktop.JoinConsole()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does what the arguments ask for and gives the exit code.
func run(ctx context.Context, args []string, env func(string) string, stdout, stderr io.Writer) int {
	if folder := env(drawingPages); folder != "" {
		if preview.Serve(os.Stdin, stdout, folder) != nil {
			return exitFault
		}
		return exitFine
	}
	p := &program{meta: ui.Metadata(appToml, iconPNG), say: words.For(ui.Language(env)).In(kit.RegionOf(ui.Region(env, "LC_TIME"))), env: env, stdout: stdout, stderr: stderr}
	err := p.parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitFine
	case err != nil:
		p.complain(err.Error())
		return exitUsage
	case p.version:
		p.tell(p.meta.Name + " " + p.meta.Version)
		p.tell(strings.Join(ui.BuiltWith(p.say, commit), "\n"))
		return exitFine
	case p.exportDir != "":
		return p.export(ctx)
	}
	return p.window()
}

// drawingPages is the environment variable by which the program has a second process of itself draw the pages of documents, and do
// nothing else. It names the folder for what makes the next start quick.
const drawingPages = "COPLEADER_DRAW_PAGES"

// drawApart is that process, not started yet.
func drawApart(folder string) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	child := exec.Command(self)
	child.Env = append(os.Environ(), drawingPages+"="+folder)
	return child, nil
}

// parse reads the arguments; its errors are sentences already.
func (p *program) parse(args []string) error {
	flags := flag.NewFlagSet("copleader", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&p.demo, "demo", false, p.say.Text("open a fresh copy of the demo community"))
	flags.StringVar(&p.exportDir, "export", "", p.say.Text("write every document into the folder `DIR`, without a window"))
	only := flags.String("only", "", p.say.Text("with -export, the documents to write by `NAMES`, such as %s", "cards,survey"))
	paper := flags.String("paper", "", p.say.Text("with -export, the `PAPER` to print on: a4 or letter"))
	asof := flags.String("asof", "", p.say.Text("with -demo or -export, the `DAY` it is, such as %s", "2026-11-21"))
	flags.BoolVar(&p.version, "version", false, p.say.Text("say the version, and what it was built from and with"))
	flags.Usage = func() {}
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		p.usage(flags, p.stdout)
		return err
	}
	if err == nil {
		err = p.check(flags, asked{only: *only, paper: *paper, asof: *asof})
	}
	if err != nil {
		p.usage(flags, p.stderr)
		return p.wordedFlag(err)
	}
	return nil
}

// wordedFlag words what the reader of flags says of one that it doesn't know, or that has nothing behind it.
func (p *program) wordedFlag(err error) error {
	if name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: "); unknown {
		return errors.New(p.say.Text("There is no flag %s. A file whose name begins so is written ./%s.", name, name))
	}
	if name, bare := strings.CutPrefix(err.Error(), "flag needs an argument: "); bare {
		return errors.New(p.say.Text("%s needs something behind it.", name))
	}
	return err
}

// asked are the values of flags that are read further.
type asked struct{ only, paper, asof string }

// check sees that the flags go together and reads their values.
func (p *program) check(flags *flag.FlagSet, a asked) error {
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	switch {
	case flags.NArg() > 1:
		return errors.New(p.say.Text("Only one FILE can be opened, and flags stand before it."))
	case p.demo && flags.NArg() > 0:
		return errors.New(p.say.Text("Either -demo or a FILE, not both."))
	case given["export"] && p.exportDir == "":
		return errors.New(p.say.Text("-export needs the folder to write into."))
	case p.exportDir != "" && !p.demo && flags.NArg() == 0:
		return errors.New(p.say.Text("-export needs a FILE, or -demo."))
	case p.exportDir == "" && (given["only"] || given["paper"]):
		return errors.New(p.say.Text("-only and -paper go with -export."))
	case given["asof"] && !p.demo && p.exportDir == "":
		return errors.New(p.say.Text("-asof goes with -demo or -export."))
	}
	p.file = flags.Arg(0)
	return errors.Join(p.readDay(given["asof"], a.asof), p.readPaper(given["paper"], a.paper), p.readNames(given["only"], a.only))
}

func (p *program) readDay(given bool, text string) error {
	day, err := data.ParseDate(text)
	if given && (err != nil || day == 0) {
		return errors.New(p.say.Text("“%s” is no day; please write it as in %s.", text, "-asof 2026-11-21"))
	}
	p.asof = day
	return nil
}

func (p *program) readPaper(given bool, text string) error {
	p.paper = page.A4
	if !given {
		return nil
	}
	for _, known := range []page.Paper{page.A4, page.Letter} {
		if strings.EqualFold(text, known.Name) {
			p.paper = known
			return nil
		}
	}
	return errors.New(p.say.Text("“%s” is no paper we print on; there are a4 and letter.", text))
}

func (p *program) readNames(given bool, text string) error {
	if !given {
		return nil
	}
	for name := range strings.SplitSeq(text, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(reports.Names(), name) {
			return errors.New(p.say.Text("There is no document called “%s”. There are: %s.", name, strings.Join(reports.Names(), ", ")))
		}
		if !slices.Contains(p.only, name) {
			p.only = append(p.only, name)
		}
	}
	return nil
}

func (p *program) usage(flags *flag.FlagSet, w io.Writer) {
	_, _ = fmt.Fprintln(w, "copleader [flags] [FILE]")
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// tell says a line on standard output; one that is closed is nobody's loss.
func (p *program) tell(line string) { _, _ = io.WriteString(p.stdout, line+"\n") }

// complain says a line on standard error.
func (p *program) complain(line string) { _, _ = io.WriteString(p.stderr, line+"\n") }

// alarm says why there is no window where the person sees it, console or not.
func (p *program) alarm(line string) {
	p.complain(line)
	desktop.Alert(p.meta.Name, line)
}

// fail words an error in one line; what is not worded by us is given whole, since there is no log to look into.
func (p *program) fail(err error) int {
	line := p.say.Sentence(err)
	if worded := new(data.Error); !errors.As(err, &worded) {
		line += " (" + err.Error() + ")"
	}
	p.complain(line)
	return exitFault
}

// export writes documents without a display.
func (p *program) export(ctx context.Context) int {
	private, err := os.MkdirTemp("", "copleader-")
	if err != nil {
		return p.fail(temporaryFault(err))
	}
	defer func() { _ = os.RemoveAll(private) }()
	community, err := p.openToExport(ctx, private)
	if err != nil {
		return p.fail(err)
	}
	defer func() { _ = community.Close() }()
	snapshot, err := community.Snapshot(ctx)
	if err != nil {
		return p.fail(err)
	}
	options := p.options(private)
	options.HandOver = community.HandoverCopy
	results, err := reports.Export(ctx, p.exportDir, p.only, oneReading{snapshot}, options)
	p.tellOf(results)
	// What was written before somebody interrupted it has left as well.
	if err = errors.Join(err, p.noteFigures(context.WithoutCancel(ctx), community, snapshot, results)); err != nil {
		return p.fail(err)
	}
	if reports.Failed(results) != nil {
		return exitFault
	}
	return exitFine
}

// temporaryFault says where something is put while documents are made.
func temporaryFault(err error) error {
	fault := data.Fault(data.CodeNoWrite, "Nothing can be written into “%s”, the folder for temporary files. Please see that it is there and has room.", os.TempDir())
	fault.Cause = err
	return fault
}

// oneReading is what all documents are made from, and what is noted of them.
type oneReading struct{ snapshot *data.Snapshot }

// Snapshot gives what was read.
func (r oneReading) Snapshot(context.Context) (*data.Snapshot, error) { return r.snapshot, nil }

// tellOf says what became of each document.
func (p *program) tellOf(results []reports.Result) {
	for _, r := range results {
		switch {
		case r.Err != nil:
			p.fail(r.Err)
		default:
			p.tell(r.Path)
		}
		if r.Kept != "" {
			p.complain(p.say.Text("“%s” was changed since it was made; as it was, it is kept as “%s”.", r.File, filepath.Base(r.Kept)))
		}
		if r.Unprintable > 0 {
			p.complain(p.say.Count(r.Unprintable, "%d character in “%s” has no font on this computer and stands as a box.",
				"%d characters in “%s” have no font on this computer and stand as boxes.", r.File))
		}
	}
}

// noteFigures notes in the file which figures of health checks, and of who joined, went out with documents that were written, so that later
// ones can't be set against them (data/README.md, Confidentiality). Where the file can't be written, it says so. The demo's figures go nowhere.
func (p *program) noteFigures(ctx context.Context, community *store.Store, snapshot *data.Snapshot, results []reports.Result) error {
	dir, err := filepath.Abs(p.exportDir)
	if err != nil {
		return err
	}
	files, exports, covers := withFigures(dir, results)
	told := data.Outgoing{Counts: snapshot.LeavingCounts(p.today())}
	if covers && snapshot.JoinedUnnoted(p.today()) {
		told.Periods = append(told.Periods, snapshot.LeavingPeriod(0, 0, p.today()))
	}
	if p.demo || len(exports) == 0 || len(told.Counts)+len(told.Periods) == 0 {
		return nil
	}
	// Whatever day -asof says, the figures leave on the day it is: what comes in from now on is told apart from them.
	for i := range told.Counts {
		told.Counts[i].SentOn = data.DateOf(time.Now())
	}
	for i := range told.Periods {
		told.Periods[i].SentOn = data.DateOf(time.Now())
	}
	because, err := p.note(ctx, community, told, exports)
	if because != nil && (snapshot.TellsUnnoted(p.today()) || len(told.Periods) > 0) {
		p.fail(because)
		p.complain(p.say.Text("Figures of health checks, or of who joined, stand in %s, and “%s” does not know that they went out: else two documents could show "+
			"what somebody answered late, or when somebody joined. If you pass them on, please export once more when the file can be written, or make them with Share.", p.say.List(files), filepath.Base(p.file)))
	}
	return err
}

// withFigures are the files that were written and tell figures, how they are noted as made in the folder, and whether one of them covers a
// period, and so tells who joined.
func withFigures(dir string, results []reports.Result) (files []string, exports []*data.Export, covers bool) {
	for _, r := range results {
		if doc, err := reports.Find(r.Name); err == nil && r.Err == nil && doc.Whom == reports.AboutAnswers {
			files = append(files, r.File)
			exports = append(exports, data.ExportOf(r.Name, filepath.Join(dir, r.File)))
			covers = covers || doc.CoversPeriod()
		}
	}
	return files, exports, covers
}

// note writes into the file that was exported from, or gives the reason why it may not be written. The file was only read until now, so
// that a window opened meanwhile has it. An older one stays as it is: bringing it up to date is for a person to see.
func (p *program) note(ctx context.Context, read *store.Store, told data.Outgoing, exports []*data.Export) (because *data.Error, err error) {
	identity := read.Identity()
	if err := read.Close(); err != nil {
		return nil, err
	}
	community, err := store.Open(ctx, p.file, store.Options{Expect: identity, KeepVersion: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, community.Close()) }()
	if community.AfterCrash() {
		p.complain(p.say.Text("The program was cut off last time. Everything up to then is kept."))
	}
	if because = community.Because(); because != nil {
		return because, nil
	}
	return nil, community.NoteExports(ctx, told, exports...)
}

// openToExport opens the file for reading only, or a private copy of the demo.
func (p *program) openToExport(ctx context.Context, private string) (*store.Store, error) {
	if !p.demo {
		return store.Open(ctx, p.file, store.Options{ReadOnly: true})
	}
	return ui.MakeDemo(ctx, filepath.Join(private, "demo.cop"), ui.FrozenClock(p.today()))
}

// options make documents of the same input, flags and day the same to the byte: with -asof no time of day gets into them.
func (p *program) options(private string) reports.Options {
	cache := p.folders().Fonts()
	if os.MkdirAll(cache, 0o700) != nil {
		cache = private
	}
	options := reports.Options{Today: p.today(), Say: p.say, Paper: p.paper, Version: p.meta.Version, Region: ui.Region(p.env, "LC_NUMERIC"), Fonts: fonts(cache)}
	if p.asof == 0 {
		options.Now = time.Now()
	}
	return options
}

func (p *program) today() data.Date {
	if p.asof != 0 {
		return p.asof
	}
	return data.DateOf(time.Now())
}

func (p *program) folders() desktop.Folders { return desktop.SystemFolders(p.env) }

// fonts are Fyne's own, then the system's for what they lack.
func fonts(cache string) *page.Fonts {
	return page.NewFonts(page.FontSource{
		Regular: content(theme.DefaultTextFont()), Bold: content(theme.DefaultTextBoldFont()),
		Italic: content(theme.DefaultTextItalicFont()), BoldItalic: content(theme.DefaultTextBoldItalicFont()),
		Emoji: content(theme.DefaultEmojiFont()), System: true, CacheDir: cache,
	})
}

// content is a font's bytes; a build without emoji has no font for them.
func content(r fyne.Resource) []byte {
	if r == nil {
		return nil
	}
	return r.Content()
}

// window opens the window and stays until it is closed.
func (p *program) window() (code int) {
	if !desktop.DisplayReachable(p.env) {
		p.complain(p.say.Text("There is no display to open a window on. Documents can be written without one: copleader -export DIR FILE."))
		return exitFault
	}
	start, came := ui.Forward(p.folders(), ui.Start{File: p.file, Demo: p.demo})
	if came {
		p.tell(p.say.Text("“%s” is open in another window, which has come forward.", filepath.Base(start.File)))
		return exitFine
	}
	log := ui.OpenLog(p.folders(), p.stderr)
	defer log.Close()
	var w *ui.Window
	defer func() {
		// A fault that reaches this place has ended the window. What was typed is in the file already.
		if reason := recover(); reason != nil {
			log.Crash(reason)
			if w != nil {
				w.End(false)
			}
			p.alarm(p.say.Text("CoP Leader had to stop; everything up to then is kept. What happened stands in %s.", log.Path()))
			code = exitFault
		}
	}()
	app.SetMetadata(p.meta)
	a := app.NewWithID(p.meta.ID)
	w = ui.NewWindow(ui.Setup{
		App: a, Say: p.say, Clock: ui.SystemClock(p.asof), Folders: p.folders(), Zone: desktop.SystemZone(p.env), Log: log, Version: p.meta.Version, Commit: commit, Changes: ui.Changes(readme), Manual: ui.Manual(readme),
		Region: ui.Region(p.env, "LC_NUMERIC"), DaysRegion: ui.Region(p.env, "LC_TIME"), Fonts: fonts(p.folders().Fonts()), Watch: func(w fyne.Window) { uimap.Watch(w) }, GiveBack: debug.FreeOSMemory,
		ViewApart: drawApart,
	})
	w.Start(start)
	if !w.Shown() {
		w.Abandon()
		p.alarm(noGraphics(p.say, runtime.GOOS))
		return exitFault
	}
	desktop.UntilGone(func(gone func()) {
		w.OnClosed(gone)
		defer desktop.OnHangUp(func() { fyne.Do(a.Driver().Quit); gone() })()
		a.Run()
	}, desktop.StuckAfter, func() { w.End(true) }, func() {
		log.Close()
		os.Exit(exitFine)
	})
	return exitFine
}

// noGraphics says that no window can be drawn and what helps on a system. On Windows that is met over Remote Desktop, in virtual machines
// and where a graphics card has no driver of its maker.
func noGraphics(say *words.Say, system string) string {
	if system == "windows" {
		return say.Text("This computer offers no graphics (OpenGL 2) to draw a window with. Your file is as it was. What helps: the newest driver of the graphics card, or, " +
			"over Remote Desktop and in virtual machines, the “OpenCL, OpenGL and Vulkan Compatibility Pack” from the Microsoft Store.")
	}
	return say.Text("This display has no graphics (OpenGL) to draw a window with. Documents can be written without it: copleader -export DIR FILE.")
}
