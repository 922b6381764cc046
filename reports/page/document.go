package page

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/go-text/typesetting/language"
	"github.com/jung-kurt/gofpdf"
)

// Setup is what a document is made with.
type Setup struct {
	Paper         Paper // the zero Paper is A4
	Title, Author string
	Language      string    // BCP 47, such as "en" or "el"; empty is unknown
	Created       time.Time // written into the file, in UTC
	Shades        Shades    // the community's own colour; zero is Teal

	// ActualSize asks the viewer not to shrink the page when printing.
	ActualSize bool
	// BlackWhite prints without colour: tints become white, marks and letters black.
	BlackWhite bool
	// TwoSided asks the viewer for both sides, turned over the long edge.
	TwoSided bool

	// Begun is called with every page that is begun; what it gives back ends
	// the document, so that a long one can be cancelled.
	Begun func() error
}

// Document is a PDF in the making.
type Document struct {
	pdf       *gofpdf.Fpdf
	paper     Paper
	setup     Setup
	setter    *setter
	added     map[*embedded]bool // fonts the PDF has
	everyPage []func(number, count int)
	outline   int              // level of the last bookmark, -1 before the first
	dashed    bool             // the lines drawn now are dashed
	pictures  map[int]*Picture // by their width in pixels
	outlines  map[outlineKey]*outline
	attached  []gofpdf.Attachment

	unprintable int
	err         error
	made        []byte // the finished file
}

// New begins a document without pages.
func New(fonts *Fonts, setup Setup) (d *Document) {
	if setup.Paper.Width <= 0 || setup.Paper.Height <= 0 {
		setup.Paper = A4
	}
	setup.Shades = setup.Shades.orTeal()
	d = &Document{
		paper: setup.Paper, setup: setup,
		setter: &setter{faces: newFaces(fonts, setup.Language), language: language.NewLanguage(setup.Language)},
		added:  make(map[*embedded]bool), outlines: make(map[outlineKey]*outline), outline: -1,
	}
	defer d.guard()
	d.pdf = gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "mm",
		Size: gofpdf.SizeType{Wd: setup.Paper.Width, Ht: setup.Paper.Height},
	})
	d.pdf.SetMargins(0, 0, 0)
	d.pdf.SetAutoPageBreak(false, 0)
	d.pdf.SetCellMargin(0)
	// All three are needed for the same bytes on every run.
	d.pdf.SetCatalogSort(true)
	d.pdf.SetCreationDate(setup.Created.UTC())
	d.pdf.SetModificationDate(setup.Created.UTC())
	if setup.Created.IsZero() {
		d.pdf.SetCreationDate(time.Unix(0, 0).UTC())
		d.pdf.SetModificationDate(time.Unix(0, 0).UTC())
	}
	d.pdf.SetTitle(utf16BE(oneLine(setup.Title)), false)
	d.pdf.SetAuthor(utf16BE(oneLine(setup.Author)), false)
	d.pdf.SetCreator("CoP Leader", false)
	return d
}

// Paper is the sheet every page of the document is on.
func (d *Document) Paper() Paper { return d.paper }

// AddPage begins a new page.
func (d *Document) AddPage() {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.pdf.AddPage()
	if d.setup.Begun != nil {
		d.err = d.setup.Begun()
	}
}

// Pages is the number of pages so far.
func (d *Document) Pages() int {
	if d.err != nil {
		return 0
	}
	return d.pdf.PageCount()
}

// Bookmark puts a line of the outline at this height of the current page.
// Level 0 is the outermost.
func (d *Document) Bookmark(level int, title string, y float64) {
	defer d.guard()
	if d.err != nil {
		return
	}
	d.begin()
	// The library writes titles right only while a TrueType font is selected,
	// mangles what lies above U+FFFF, and falls over skipped levels.
	d.selectFont(d.setter.faces.styles[0][0], Style{Size: defaultSize})
	d.outline = clamp(level, 0, d.outline+1)
	d.pdf.Bookmark(belowAstral(oneLine(title)), d.outline, y)
}

// OnEveryPage has something drawn on each page when the document is finished
// and the number of pages is known: a footer, for one. Number counts from 1.
func (d *Document) OnEveryPage(draw func(number, count int)) {
	d.everyPage = append(d.everyPage, draw)
}

// Unprintable is how many characters no font had: they stand as boxes on the
// page. It is final after Write.
func (d *Document) Unprintable() int { return d.unprintable }

// Err is the first thing that went wrong, or nil.
func (d *Document) Err() error {
	if d.err == nil && d.pdf != nil {
		d.err = d.pdf.Error()
	}
	return d.err
}

// Write finishes the document and writes it. Nothing is written when anything
// has gone wrong before.
func (d *Document) Write(w io.Writer) error {
	if d.made == nil {
		d.finish()
	}
	if err := d.Err(); err != nil {
		return err
	}
	_, err := w.Write(d.made)
	return err
}

func (d *Document) finish() {
	defer d.guard()
	if d.Err() != nil {
		return
	}
	d.begin()
	count := d.pdf.PageCount()
	for number := 1; number <= count; number++ {
		d.pdf.SetPage(number)
		for _, draw := range d.everyPage {
			draw(number, count)
		}
	}
	d.pdf.SetPage(count)
	var out bytes.Buffer
	if err := d.pdf.Output(&out); err != nil {
		d.err = fmt.Errorf("page: making the document: %w", err)
		return
	}
	d.made = withCatalog(out.Bytes(), d.setup)
}

// begin makes sure that there is a page to draw on.
func (d *Document) begin() {
	if d.made != nil {
		panic(errors.New("the document is finished"))
	}
	if d.pdf.PageCount() == 0 {
		d.pdf.AddPage()
	}
}

// selectFont takes an embedded font for what is printed next. The bytes are
// cloned because the library writes into them.
func (d *Document) selectFont(e *embedded, s Style) {
	if !d.added[e] {
		d.pdf.AddUTF8FontFromBytes(e.family, e.style, bytes.Clone(e.ttf))
		d.added[e] = true
	}
	d.pdf.SetFont(e.family, e.style, s.Size)
}

// guard is deferred in every method that draws: it turns a panic, of the
// library or of a damaged font, into the document's error.
func (d *Document) guard() {
	if reason := recover(); reason != nil && d.err == nil {
		if err, ok := reason.(error); ok {
			d.err = fmt.Errorf("page: %w", err)
		} else {
			d.err = fmt.Errorf("page: %v", reason)
		}
	}
}
