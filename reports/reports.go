package reports

import (
	"bytes"
	"context"
	"fmt"
	"io"
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

	// HandOver writes a copy of the community file without private notes; the
	// store has it. Without it there is no such copy.
	HandOver func(ctx context.Context, path string) error

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

// Report says what became of a document.
type Report struct {
	Name string // "cards"
	File string // "health-cards.pdf"
	Size int    // bytes
	// Pages of a printed document, 0 for a workbook.
	Pages int
	// Unprintable is how many characters no font had; they stand as boxes.
	Unprintable int
	// Remarks say what had to be left out, and why.
	Remarks []data.Phrase
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

	remarks []data.Phrase // what had to be left out
}

// remark tells once, beside the document, what had to be left out.
func (d *draft) remark(p data.Phrase) {
	for _, said := range d.remarks {
		if said.Key == p.Key {
			return
		}
	}
	d.remarks = append(d.remarks, p)
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
		Created: d.opt.Now, Begun: d.begun, BlackWhite: d.opt.Form == BlackWhite}
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
	report = Report{Name: doc.Name, File: doc.File, Size: out.Len(), Remarks: d.remarks}
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
