package reports

import (
	"bytes"
	"context"
	"fmt"
	"io"
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

	PerSheet int     // health cards on a sheet: 1, 2, 4 or 8; 0 is 4
	RoundID  int64   // the round of survey and results; 0 chooses
	EventID  int64   // the event of kit, minutes and announcement; 0 chooses
	Roster   []int64 // members as the list shows them, in its order; nil is everyone
}

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

	make func(*draft) (product, error)
	// later marks one that can be asked for by its name but is not offered yet.
	later bool
}

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
	opt Options
	say *words.Say
	doc Document
}

// title is the document's name and the community's, for file properties.
func (d *draft) title() string { return d.say.Of(d.doc.Title) }

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
	d := &draft{Snapshot: snap, opt: opt.withDefaults(), doc: doc}
	d.say = d.opt.Say
	made, err := doc.make(d)
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
