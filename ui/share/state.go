package share

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/page"
)

// Store is what the screen needs of the community file.
type Store interface {
	Snapshot(ctx context.Context) (*data.Snapshot, error)
	NoteExport(ctx context.Context, e *data.Export) error
	SetSetting(ctx context.Context, key, value string) error
}

// Clock says what day and time it is.
type Clock interface {
	Today() data.Date
	Now() time.Time
}

// Options are what the documents need beside the community file.
type Options struct {
	Fonts   *page.Fonts
	Folder  string // where documents are put that are made to be looked at
	Version string // of the program
	// Paper until another is chosen; A4 when zero.
	Paper page.Paper
	// Roster gives the members as the page Members shows them; nil is everyone. It is
	// asked on the window's goroutine.
	Roster func() []int64
}

// Papers are the papers to choose from.
var Papers = []page.Paper{page.A4, page.Letter}

// State is what the screen shows, without a window, and the deeds.
type State struct {
	store    Store
	clock    Clock
	say      *words.Say
	options  Options
	readOnly bool

	view   View
	chosen page.Paper // in this window, where the file can't keep it
}

// NewState is an empty state, before the first Load.
func NewState(store Store, clock Clock, say *words.Say, o Options) *State {
	return &State{store: store, clock: clock, say: say, options: o}
}

// View is what the screen shows, worded.
type View struct {
	Groups []Group
	Before []Export // what was saved before, the latest first
	Paper  page.Paper
}

// Group is the documents for the same people.
type Group struct {
	Title     string
	Documents []Document
}

// Document is a document that can be made.
type Document struct {
	Name, File, Title, About string
	group                    reports.Group
}

// Export is a document that was saved.
type Export struct {
	Document // as it can be made again; Name is empty if it can't
	On       string
	Saved    string // the name of the file it was saved as
}

// Read reads what the screen shows; it may be called off the window's goroutine.
func (s *State) Read(ctx context.Context) (View, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return View{}, err
	}
	return View{Paper: s.paper(snapshot), Groups: s.groups(), Before: s.before(snapshot)}, nil
}

// known are the documents that can be made, in their order.
func (s *State) known() []Document {
	var known []Document
	for _, d := range reports.Documents() {
		known = append(known, Document{Name: d.Name, File: d.File, Title: s.say.Of(d.Title), About: s.say.Of(d.About), group: d.Group})
	}
	return known
}

func (s *State) groups() []Group {
	var groups []Group
	for _, of := range reports.Groups {
		g := Group{Title: s.say.Of(reports.GroupTitles[of])}
		for _, d := range s.known() {
			if d.group == of {
				g.Documents = append(g.Documents, d)
			}
		}
		if len(g.Documents) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// before lists what was saved up to today, the latest first.
func (s *State) before(snapshot *data.Snapshot) []Export {
	known := s.known()
	today := s.clock.Today()
	var out []Export
	for i := len(snapshot.Exports) - 1; i >= 0; i-- {
		e := &snapshot.Exports[i]
		doc := Document{Title: e.Name}
		if at := slices.IndexFunc(known, func(d Document) bool { return d.Name == e.Name }); at >= 0 {
			doc = known[at]
		}
		out = append(out, Export{Document: doc, Saved: e.File,
			On: s.say.Text("%s, %s", s.say.Ago(today.Sub(e.On)), s.say.Date(e.On))})
	}
	return out
}

// Take shows what was read.
func (s *State) Take(v View) {
	if s.chosen.Name != "" {
		v.Paper = s.chosen
	}
	s.view = v
}

// Load reads what the screen shows.
func (s *State) Load(ctx context.Context) error {
	v, err := s.Read(ctx)
	if err == nil {
		s.Take(v)
	}
	return err
}

// View is what is shown.
func (s *State) View() View { return s.view }

// paper is the one the file keeps, else the usual one.
func (s *State) paper(snapshot *data.Snapshot) page.Paper {
	for _, p := range Papers {
		if p.Name == snapshot.Setting(data.PaperSetting) {
			return p
		}
	}
	if s.options.Paper.Name != "" {
		return s.options.Paper
	}
	return page.A4
}

// KeepPaper keeps the paper to print on in the file.
func (s *State) KeepPaper(ctx context.Context, name string) error {
	return s.store.SetSetting(ctx, data.PaperSetting, name)
}

// UsePaper prints on a paper as long as the window is open, for a file that is
// only read.
func (s *State) UsePaper(name string) {
	for _, p := range Papers {
		if p.Name == name {
			s.chosen, s.view.Paper = p, p
		}
	}
}

// Order is a document to make.
type Order struct {
	Document
	Path   string // where to; the folder for looking at when empty
	Paper  page.Paper
	Roster []int64
}

// Made is what became of an order.
type Made struct {
	Order
	Unprintable int   // characters no font had
	NotNoted    error // why the file doesn't know of it, nil if it does
}

// Make makes a document in memory and puts it into its place in one step: if
// anything fails, an older file of that name stands as it was. One that is saved
// to be kept is noted in the community file.
func (s *State) Make(ctx context.Context, o Order) (Made, error) {
	keep := o.Path != ""
	if !keep {
		// What is looked at may name people, so nobody else on this computer gets at it.
		if err := os.MkdirAll(s.options.Folder, 0o700); err != nil {
			fault := data.Fault(data.CodeNoWrite, "The folder “%s” could not be made.", s.options.Folder)
			fault.Cause = err
			return Made{}, fault
		}
		o.Path = filepath.Join(s.options.Folder, o.File)
	}
	var content bytes.Buffer
	report, err := reports.Write(ctx, o.Name, s.store, reports.Options{Today: s.clock.Today(), Now: s.clock.Now(), Say: s.say,
		Fonts: s.options.Fonts, Paper: o.Paper, Version: s.options.Version, Roster: o.Roster}, &content)
	if err == nil {
		// A person who cancels wants no file, even if it is ready by now.
		err = ctx.Err()
	}
	if err == nil {
		err = reports.WriteFile(o.Path, content.Bytes())
	}
	if err != nil {
		return Made{}, err
	}
	made := Made{Order: o, Unprintable: report.Unprintable}
	if keep && !s.readOnly {
		made.NotNoted = s.store.NoteExport(ctx, &data.Export{Name: o.Name, File: filepath.Base(o.Path), Note: o.Paper.Name})
	}
	return made, nil
}

// Sentence tells of a document that was saved.
func (s *State) Sentence(m Made) string {
	return s.say.Text("“%s” is saved in %s.", filepath.Base(m.Path), filepath.Dir(m.Path))
}

// Boxes tells of characters that no font had, "" if there are none.
func (s *State) Boxes(m Made) string {
	if m.Unprintable == 0 {
		return ""
	}
	return s.say.Count(m.Unprintable, "%d character in “%s” has no font on this computer and stands as a box.",
		"%d characters in “%s” have no font on this computer and stand as boxes.", filepath.Base(m.Path))
}
