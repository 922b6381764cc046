package reports

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/page"
)

// Source gives everything the documents are made from, read in one go.
type Source interface {
	Snapshot(ctx context.Context) (*data.Snapshot, error)
}

// Options say how documents are made. Only Today is needed.
type Options struct {
	Today   data.Date   // rows dated later are left out of figures
	Now     time.Time   // written into the files as the time they were made; zero is the start of Today
	Say     *words.Say  // the language; nil is English
	Fonts   *page.Fonts // of the printed documents; nil is the embedded fallback alone
	Paper   page.Paper  // the zero Paper is A4
	Version string      // of the program

	PerSheet    int       // health cards on a sheet: 1, 2, 4 or 8; 0 is 4
	RoundID     int64     // the round of survey, results and what we said; 0 chooses
	EventID     int64     // the event of kit, minutes and announcement; 0 chooses
	MemberID    int64     // whom the document about one person is about
	Roster      []int64   // members as the list shows them, in its order; nil is everyone
	From, Until data.Date // the period of what looks back; zero chooses
	Form        Form      // how it is printed; the zero Form is in colour
	Blank       bool      // empty, to be filled in by hand
	Parts       []string  // the parts of a document that is made of several; nil is all

	// Progress hears how far the work is, on the goroutine that does it: pages
	// or sheets of a document, of which the total is 0 while it is not known,
	// or documents of an export.
	Progress func(done, total int)
}

// Form is how a document is printed.
type Form string

// The forms of printed documents.
const (
	InColour   Form = ""
	BlackWhite Form = "blackWhite" // for printers without colour: shapes and outlines, no tints
	LargePrint Form = "largePrint"
)

// Choice is something a document may be asked for; each belongs to one field of
// Options.
type Choice string

// The choices.
const (
	ChoosePaper    Choice = "paper"
	ChoosePerSheet Choice = "perSheet"
	ChooseRound    Choice = "round"
	ChooseEvent    Choice = "event"
	ChoosePeriod   Choice = "period"
	ChooseForm     Choice = "form"
	ChooseBlank    Choice = "blank"
	ChooseParts    Choice = "parts"
	ChooseRoster   Choice = "roster"
	ChooseMember   Choice = "member"
)

// Report says what became of a document.
type Report struct {
	Name string // "cards"
	File string // "health-cards.pdf"
	Size int    // bytes
	// Pages of a printed document, 0 for a workbook.
	Pages int
	// Unprintable is how many characters no font had; they stand as boxes.
	Unprintable int
}

// Group says for whom a document is.
type Group string

// The groups in the order they are shown.
const (
	ForHealthCheck Group = "health"
	ForMembers     Group = "members"
	ForSponsors    Group = "sponsors"
	ForLeader      Group = "leader"
)

// Groups lists the groups in the order they are shown.
var Groups = []Group{ForHealthCheck, ForMembers, ForSponsors, ForLeader}

// GroupTitles are the headings over the groups.
var GroupTitles = map[Group]data.Phrase{
	ForHealthCheck: {Key: "For the health check"},
	ForMembers:     {Key: "For the members"},
	ForSponsors:    {Key: "For the sponsors"},
	ForLeader:      {Key: "For the next event, and for yourself"},
}

// Document describes one document that can be made.
type Document struct {
	Name  string // by which it is asked for: "cards"
	File  string // what the file is called: "health-cards.pdf"
	Group Group
	Title data.Phrase
	About data.Phrase
	// Of is the document of which this one is another form ("roster-csv" is of
	// "roster"); such a one has no tile of its own.
	Of string
	// Takes lists what it may be asked for, in the order it is asked.
	Takes []Choice
	// Parts names what Options.Parts may choose, for documents made of several.
	Parts []Part
	// Whom says whom a reader of it learns something about.
	Whom Whom
	// Mailed marks one that is meant to be sent.
	Mailed bool

	make func(*draft) (product, error)
	// later marks one that can be asked for by its name but is not offered yet.
	later bool
}

// Part is a part of a document that can be left out.
type Part struct {
	Key   string
	Title data.Phrase
}

// Kind is the kind of file: "pdf", "xlsx", "md" …
func (d Document) Kind() string { return strings.TrimPrefix(filepath.Ext(d.File), ".") }

// Lets reports whether a choice means something to the document.
func (d Document) Lets(c Choice) bool { return slices.Contains(d.Takes, c) }

// Documents lists the documents that are shown and exported, in their order.
func Documents() []Document {
	return slices.DeleteFunc(all(), func(d Document) bool { return d.later })
}

// all lists every document that can be made by its name.
func all() []Document {
	return []Document{
		{Name: "cards", File: "health-cards.pdf", Group: ForHealthCheck, make: makeCards,
			Title: data.Phrase{Key: "Health cards"}, About: data.Phrase{Key: "To print and cut, backs in register"}},
		{Name: "ballots", File: "health-ballots.pdf", Group: ForHealthCheck, make: makeBallots, later: true,
			Title: data.Phrase{Key: "Ballots and tally sheet"}, About: data.Phrase{Key: "Vote sets, secret ballots, tally"}},
		{Name: "survey", File: "health-survey.xlsx", Group: ForHealthCheck, make: makeSurvey,
			Title: data.Phrase{Key: "Survey to fill in"}, About: data.Phrase{Key: "Drop-downs; a member fills it in"}},
		{Name: "group", File: "group-results.pdf", Group: ForMembers, make: makeGroup, later: true,
			Title: data.Phrase{Key: "What we said"}, About: data.Phrase{Key: "One page for everyone, with actions"}},
		{Name: "results", File: "health-results.xlsx", Group: ForSponsors, make: makeResults,
			Title: data.Phrase{Key: "Results workbook"}, About: data.Phrase{Key: "Figures, charts, method"}},
		{Name: "kit", File: "meeting-kit.pdf", Group: ForLeader, make: makeKit, later: true,
			Title: data.Phrase{Key: "Meeting kit"}, About: data.Phrase{Key: "Agenda, attendance sheet, slips"}},
		{Name: "announce", File: "announcement.md", Group: ForLeader, make: makeAnnouncement, later: true,
			Title: data.Phrase{Key: "Announcement"}, About: data.Phrase{Key: "The text for channels and mail"}},
		{Name: "minutes", File: "minutes.md", Group: ForMembers, make: makeMinutes, later: true,
			Title: data.Phrase{Key: "Minutes"}, About: data.Phrase{Key: "Attendance, agenda, decisions, actions"}},
		{Name: "digest", File: "digest.md", Group: ForMembers, make: makeDigest, later: true,
			Title: data.Phrase{Key: "Digest"}, About: data.Phrase{Key: "What happened, what comes"}},
		{Name: "roster", File: "members.xlsx", Group: ForLeader, make: makeRoster,
			Title: data.Phrase{Key: "Members"}, About: data.Phrase{Key: "As the list shows"}},
	}
}

// Names lists the names of all documents.
func Names() []string {
	var names []string
	for _, d := range Documents() {
		names = append(names, d.Name)
	}
	return names
}

// Whom says whom a reader of a document learns something about. What may be
// sent to whom follows from it (domain.md 10.3, 15).
type Whom string

// Whom documents are about.
const (
	AboutNobody  Whom = ""        // names nobody, or only who leads
	AboutParts   Whom = "parts"   // names people by the parts they took openly: spoke, wrote the minutes, own an item
	AboutAnswers Whom = "answers" // names nobody, but is made of members' answers
	AboutPeople  Whom = "people"  // lists people with what the leader knows of them
	AboutOne     Whom = "one"     // everything about one person
	AboutLeading Whom = "leading" // what only whoever leads should know
)

// Find gives the document of a name.
func Find(name string) (Document, error) {
	for _, d := range all() {
		if d.Name == name {
			return d, nil
		}
	}
	return Document{}, data.Fault(data.CodeNotFound,
		"There is no document called “%s”. There are: %s.", name, strings.Join(Names(), ", "))
}

// product is a document in the form that can be written out.
type product interface{ Write(io.Writer) error }

// draft is what a document is made from.
type draft struct {
	*data.Snapshot
	ctx   context.Context
	opt   Options
	say   *words.Say
	doc   Document
	drawn int // pages or sheets begun
}

// begun is called with every page or sheet that is begun: it tells how far the
// work is, and ends it when nobody waits for it any more.
func (d *draft) begun() error {
	d.drawn++
	if d.opt.Progress != nil {
		d.opt.Progress(d.drawn, 0)
	}
	return d.ctx.Err()
}

// title is the document's name and the community's, for file properties.
func (d *draft) title() string { return d.say.Of(d.doc.Title) }

// pageSetup is the set-up of every printed document.
func (d *draft) pageSetup(paper page.Paper) page.Setup {
	return page.Setup{Paper: paper, Title: d.title(), Author: d.Community.Name, Language: d.say.Lang(),
		Created: d.opt.Now, Begun: d.begun}
}

// letter reports whether the paper is Letter, for the print set-up of sheets.
func (d *draft) letter() bool { return d.opt.Paper.Upright().Name == page.Letter.Name }

// program is the program's name and version.
func (d *draft) program() string { return strings.TrimSpace("CoP Leader " + d.opt.Version) }

// Write makes one document and writes it. Nothing is written when it fails.
func Write(ctx context.Context, name string, src Source, opt Options, w io.Writer) (Report, error) {
	doc, err := Find(name)
	if err != nil {
		return Report{}, err
	}
	snap, err := src.Snapshot(ctx)
	if err != nil {
		return Report{}, err
	}
	content, report, err := build(ctx, doc, snap, opt)
	if err != nil {
		return Report{}, err
	}
	_, err = w.Write(content)
	return report, err
}

// build makes a document in memory. Whatever goes wrong inside, the caller
// gets an error and never a panic.
func build(ctx context.Context, doc Document, snap *data.Snapshot, opt Options) (content []byte, report Report, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			content, err = nil, fmt.Errorf("making %s: %v", doc.File, reason)
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, Report{}, err
	}
	d := &draft{Snapshot: snap, ctx: ctx, opt: opt.withDefaults(), doc: doc}
	d.say = d.opt.Say
	made, err := doc.make(d)
	if stopped := ctx.Err(); stopped != nil {
		return nil, Report{}, stopped
	}
	if err != nil {
		return nil, Report{}, err
	}
	if err := ctx.Err(); err != nil {
		return nil, Report{}, err
	}
	var out bytes.Buffer
	if err := made.Write(&out); err != nil {
		return nil, Report{}, fmt.Errorf("making %s: %w", doc.File, err)
	}
	report = Report{Name: doc.Name, File: doc.File, Size: out.Len()}
	if printed, ok := made.(*page.Document); ok {
		report.Pages, report.Unprintable = printed.Pages(), printed.Unprintable()
	}
	return out.Bytes(), report, nil
}

func (o Options) withDefaults() Options {
	if o.Say == nil {
		o.Say = words.English()
	}
	if o.Fonts == nil {
		o.Fonts = page.NewFonts(page.FontSource{})
	}
	if o.Paper.Width <= 0 || o.Paper.Height <= 0 {
		o.Paper = page.A4
	}
	if o.Now.IsZero() {
		o.Now = o.Today.Time()
	}
	if o.PerSheet == 0 {
		o.PerSheet = 4
	}
	return o
}
