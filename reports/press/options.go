package press

import (
	"context"
	"time"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/page"
)

// Options say how documents are made. Only Today is needed.
type Options struct {
	Today   data.Date   // rows dated later are left out of figures
	Now     time.Time   // written into the files as the time they were made; zero is the start of Today
	Say     *words.Say  // the language; nil is English
	Fonts   *page.Fonts // of the printed documents; nil is the embedded fallback alone
	Paper   page.Paper  // the zero Paper is A4
	Version string      // of the program

	PerSheet int     // health cards on a sheet: 1, 2, 4 or 8; 0 is 4
	RoundID  int64   // the round of survey, results and what we said; 0 chooses
	EventID  int64   // the event of kit, minutes and announcement; 0 chooses
	MemberID int64   // whom the document about one person is about
	Roster   []int64 // members as the list shows them, in its order; nil is everyone
	// RosterColumns are the columns that the list of members shows, by their keys, in its order; nil is the usual ones.
	RosterColumns []string
	List          *List     // the list of the window that is made a document, nil for none
	From, Until   data.Date // the period of what looks back; zero chooses
	Form          Form      // how it is printed; the zero Form is in colour
	Separator     string    // between the cells of a plain table; "" is the one that Region's spreadsheets expect
	Region        string    // whose habits the spreadsheets of this computer follow: "de_AT.UTF-8"
	Blank         bool      // empty, to be filled in by hand
	Parts         []string  // the parts of a document that is made of several; nil is all

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

// Part is a part of a document that can be left out.
type Part struct {
	Key   string
	Title data.Phrase
	Extra bool // left out unless it is chosen
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
