package share

import (
	"bytes"
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/ui/desk"
)

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
	Region  string // whose habits the spreadsheets of this computer follow
	// Paper until another is chosen; A4 when zero.
	Paper page.Paper
	// Roster gives the members as the page Members shows them, nil for everyone, and the columns, nil for the usual ones. It is
	// asked on the window's goroutine.
	Roster func() (people []int64, columns []string)
	// Viewer starts what draws a document's pages; nil shows none. It takes a while and
	// is called away from the window's goroutine.
	Viewer func() (Viewer, error)
	// FirstPrint tells that nothing was printed here yet, and Printed hears that something was; nil knows of nothing.
	FirstPrint func() bool
	Printed    func()
	// GiveBack gives memory back to the system that making a document took; nil keeps it.
	GiveBack func()
}

// Papers are the papers to choose from.
var Papers = []page.Paper{page.A4, page.Letter}

// State is what the screen shows, without a window, and the deeds.
type State struct {
	store    *store.Store
	clock    Clock
	say      *words.Say
	options  Options
	readOnly bool

	view   View
	chosen page.Paper // in this window, where the file can't keep it
}

// NewState is an empty state, before the first Load.
func NewState(s *store.Store, clock Clock, say *words.Say, o Options) *State {
	return &State{store: s, clock: clock, say: say, options: o}
}

// View is what the screen shows, worded.
type View struct {
	Due     []Due
	Readers []ForReader // sponsors, members, the next event, the leader
	Groups  []Group
	Before  []Export // what was saved before, the latest first
	Paper   page.Paper
	Rounds  []Pick // the latest first
	Events  []Pick // the latest first
	People  []Pick // members, by name

	snapshot *data.Snapshot
	guests   bool // others look at the window
}

// Pick is a round, an event or a member to choose.
type Pick struct {
	ID   int64
	Text string
}

// Group is the documents for the same people.
type Group struct {
	Title     string
	Documents []Document
}

// Document is a document that can be made.
type Document struct {
	reports.Document
	Title, About string
	// Forms are the files it can be made as, itself the first; one alone is no choice.
	Forms []Document
}

// Export is a document that was saved.
type Export struct {
	Document // as it can be made again; Name is empty if it can't
	On       string
	Saved    string // the name of the file it was saved as
	Folder   string // where to, "" if that is not known
}

// Read reads what the screen shows; it may be called off the window's goroutine.
func (s *State) Read(ctx context.Context, _ View) (View, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return View{}, err
	}
	return View{Due: s.due(snapshot), Readers: s.readers(snapshot), Paper: s.paper(snapshot), Groups: s.groups(snapshot.IsForGuests()), guests: snapshot.IsForGuests(), Before: s.before(snapshot), Rounds: s.rounds(snapshot), Events: s.events(snapshot), People: s.people(snapshot), snapshot: snapshot}, nil
}

// rounds are the rounds that were begun, the latest first.
func (s *State) rounds(snapshot *data.Snapshot) []Pick {
	var picks []Pick
	for i := range snapshot.Rounds {
		if r := &snapshot.Rounds[i]; r.OpenedOn <= s.clock.Today() {
			picks = append(picks, Pick{r.ID, s.say.Text("%s, %s", r.Name, r.OpenedOn)})
		}
	}
	slices.Reverse(picks)
	return picks
}

// events are those that have a day, the latest first.
func (s *State) events(snapshot *data.Snapshot) []Pick {
	dated := slices.Clone(snapshot.Events)
	slices.SortStableFunc(dated, func(a, b data.Event) int { return cmp.Compare(b.On, a.On) })
	var picks []Pick
	for i := range dated {
		if e := &dated[i]; e.On != 0 {
			picks = append(picks, Pick{e.ID, s.say.Of(e.Called(s.clock.Today()))})
		}
	}
	return picks
}

// people are the members, as the language sorts them.
func (s *State) people(snapshot *data.Snapshot) []Pick {
	members := snapshot.People(s.clock.Today())
	data.SortByName(members, s.say.Lang())
	var picks []Pick
	for i := range members {
		picks = append(picks, Pick{members[i].ID, members[i].Name})
	}
	return picks
}

// known are the documents that can be made, in their order.
func (s *State) known() []Document {
	return s.worded(reports.Documents())
}

func (s *State) worded(documents []reports.Document) []Document {
	worded := make([]Document, len(documents))
	for i, d := range documents {
		worded[i] = Document{Document: d, Title: s.say.Of(d.Title), About: s.say.Of(d.About)}
	}
	return worded
}

// listTile is the document that is made of a list of the window, with its forms.
func (s *State) listTile(list *reports.List) Document {
	forms := s.worded(reports.ListDocuments())
	for i := range forms {
		forms[i].Title = list.Title
	}
	tile := forms[0]
	tile.Forms = forms
	return tile
}

// document is the one of a name.
func (s *State) document(name string) (d Document, known bool) {
	for _, d := range s.known() {
		if d.Name == name {
			return d, true
		}
	}
	return d, false
}

// tiles are the known documents that stand for themselves, each with its other forms.
func (s *State) tiles() []Document {
	known := s.known()
	var tiles []Document
	for _, d := range known {
		if d.Of != "" {
			continue
		}
		d.Forms = []Document{d}
		for _, other := range known {
			if other.Of == d.Name {
				d.Forms = append(d.Forms, other)
			}
		}
		tiles = append(tiles, d)
	}
	return tiles
}

// tileOf is the document that stands for the one of a name, which may be another form of it.
func (s *State) tileOf(name string) Document {
	var found Document
	for _, d := range s.tiles() {
		if slices.ContainsFunc(d.Forms, func(f Document) bool { return f.Name == name }) {
			found = d
		}
	}
	return found
}

// own tells of a document that is not shown to guests: what the leader knows of people, or says to one of them.
func (d *Document) own() bool {
	return slices.Contains([]reports.Whom{reports.AboutPeople, reports.AboutOne, reports.AboutEach, reports.AboutLeading}, d.Whom)
}

func (s *State) groups(guests bool) []Group {
	var groups []Group
	for _, of := range reports.Groups {
		g := Group{Title: s.say.Of(reports.GroupTitles[of])}
		for _, d := range s.tiles() {
			if d.Group == of && (!guests || !d.own()) {
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
		doc := Document{Title: e.Name} // of a version that knew others
		for _, d := range s.worded(reports.ListDocuments()) {
			if d.Name == e.Name {
				doc.Title = d.Title // what it listed is not there any more
			}
		}
		if at := slices.IndexFunc(known, func(d Document) bool { return d.Name == e.Name }); at >= 0 {
			doc = known[at]
		}
		where := e.Note
		if !filepath.IsAbs(where) {
			where = ""
		}
		out = append(out, Export{Document: doc, Saved: e.File, Folder: where,
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
	v, err := s.Read(ctx, s.view)
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
	return s.store.SetSetting(ctx, data.PaperSetting, store.Visit{}, name)
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

// Choices are what a document is asked for; each means something to some documents only.
type Choices struct {
	PerSheet    int
	RoundID     int64
	EventID     int64
	MemberID    int64
	From, Until data.Date
	Form        reports.Form
	Blank       bool
	Separator   string   // between the cells of a plain table, "" as Region has it
	Parts       []string // nil is all
	Large       bool     // on A3
	List        *reports.List
	Roster      []int64 // nil is whom the page Members shows
}

// Order is a document to make.
type Order struct {
	Document
	Choices
	Path  string // where to; the folder for looking at when empty
	Paper page.Paper

	RosterColumns []string // nil is the usual ones
}

// reportOptions are the order in the words of reports.
func (s *State) reportOptions(o *Order) reports.Options {
	return reports.Options{Today: s.clock.Today(), Now: s.clock.Now(), Say: s.say, Fonts: s.options.Fonts, Version: s.options.Version,
		Paper: o.Paper, Roster: o.Roster, RosterColumns: o.RosterColumns, List: o.List, PerSheet: o.PerSheet, RoundID: o.RoundID, EventID: o.EventID, MemberID: o.MemberID,
		From: o.From, Until: o.Until, Form: o.Form, Blank: o.Blank, Separator: o.Separator, Region: s.options.Region, Parts: o.Parts, HandOver: s.store.HandoverCopy}
}

// Made is what became of an order.
type Made struct {
	Order
	Content     []byte
	Pages       int
	Unprintable int           // characters no font had
	Remarks     []data.Phrase // what had to be left out
	NotNoted    error         // why the file doesn't know of it, nil if it does
}

// name is what the document's file is called.
func (m *Made) name() string {
	if m.Path == "" {
		return m.File
	}
	return filepath.Base(m.Path)
}

// Draw makes a document in memory, to be looked at or sent.
func (s *State) Draw(ctx context.Context, o Order) (Made, error) {
	var content bytes.Buffer
	report, err := reports.Write(ctx, o.Name, s.store, s.reportOptions(&o), &content)
	if err == nil {
		// A person who cancels wants no document, even if it is ready by now.
		err = ctx.Err()
	}
	if err != nil {
		return Made{}, err
	}
	return Made{Order: o, Content: content.Bytes(), Pages: report.Pages, Unprintable: report.Unprintable, Remarks: report.Remarks}, nil
}

// Make makes a document in memory and puts it into its place in one step: if
// anything fails, an older file of that name stands as it was. One that is saved
// to be kept is noted in the community file.
func (s *State) Make(ctx context.Context, o Order) (Made, error) {
	keep := o.Path != ""
	if !keep {
		path, err := s.looking(s.Called(o))
		if err != nil {
			return Made{}, err
		}
		o.Path = path
	}
	made, err := s.Draw(ctx, o)
	if err != nil {
		return Made{}, err
	}
	if err := reports.WriteFile(o.Path, made.Content); err != nil {
		return Made{}, err
	}
	if keep && !s.readOnly {
		made.NotNoted = s.noteSaved(ctx, o)
	}
	return made, nil
}

// TestPage makes the page that shows whether a printer keeps the size, on a paper.
func (s *State) TestPage(paper page.Paper) (path string, err error) {
	if path, err = s.looking("test-page.pdf"); err != nil {
		return "", err
	}
	content, err := reports.TestPage(reports.Options{Today: s.clock.Today(), Say: s.say, Fonts: s.options.Fonts, Paper: paper})
	if err != nil {
		return "", err
	}
	return path, reports.WriteFile(path, content)
}

// noteSaved notes a document that was saved, and what it tells of health checks and of who joined.
func (s *State) noteSaved(ctx context.Context, o Order) error {
	var told data.Outgoing
	if o.Whom == reports.AboutAnswers {
		var err error
		if told, err = s.leaving(ctx, o.asked()); err != nil {
			return err
		}
	}
	return s.store.NoteExports(ctx, told, data.ExportOf(o.Name, o.Path))
}

// Called is what a person would call the document's file.
func (s *State) Called(o Order) string {
	if s.view.snapshot == nil {
		return o.File
	}
	return o.Document.Called(s.view.snapshot, s.reportOptions(&o))
}

// looking is where a file lies that is only made to be looked at or sent. It may
// name people, so nobody else on this computer gets at it.
func (s *State) looking(file string) (string, error) {
	if err := desk.MakeFolder(s.options.Folder, 0o700); err != nil {
		return "", err
	}
	return filepath.Join(s.options.Folder, file), nil
}

// Sentence tells of a document that was saved.
func (s *State) Sentence(m Made) string {
	return s.say.Text("“%s” is saved in %s.", filepath.Base(m.Path), filepath.Dir(m.Path))
}

// Warnings tells what a document lacks: characters that no font had, and what had
// to be left out; "" if nothing.
func (s *State) Warnings(m Made) string {
	var sentences []string
	if m.Unprintable > 0 {
		sentences = append(sentences, s.say.Count(m.Unprintable, "%d character in “%s” has no font on this computer and stands as a box.",
			"%d characters in “%s” have no font on this computer and stand as boxes.", m.name()))
	}
	for _, remark := range m.Remarks {
		sentences = append(sentences, s.say.Of(remark))
	}
	return strings.Join(sentences, " ")
}
