package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"
)

// Setup is what a workbook is made with. The author is the community, never
// the account of whoever made the file.
type Setup struct {
	Title, Author string
	Language      string // BCP 47, such as "en"
	Program       string // name and version of the program
	Created       time.Time
	Primary       string // the community's own colour as RRGGBB; "" is teal
	Letter        bool   // print set-up for Letter instead of A4

	// Begun is called with every sheet that is begun and now and then within a
	// long one; what it gives back ends the workbook, so that it can be cancelled.
	Begun func() error
}

// Book is a workbook in the making. It belongs to one goroutine.
type Book struct {
	file   *excelize.File
	setup  Setup
	styles map[Style]int
	sheets []*Sheet
	charts int // drawn so far
	err    error
}

// New begins a workbook without sheets.
func New(setup Setup) *Book {
	b := &Book{file: excelize.NewFile().SetZipWriter(newOrderedZip), setup: setup, styles: map[Style]int{}}
	created := setup.Created.UTC().Format(time.RFC3339)
	author := clean(setup.Author, maxProperty)
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(setup.Title, maxProperty), Creator: author, LastModifiedBy: author,
		Language: setup.Language, Created: created, Modified: created,
	}))
	b.keep(b.file.SetAppProps(&excelize.AppProperties{Application: clean(setup.Program, maxProperty)}))
	// A reader computes the formulas anew when it opens the file.
	yes := true
	b.keep(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}))
	return b
}

// maxProperty is the longest title or author written into the properties.
const maxProperty = 250

// Err is the first thing that went wrong, or nil.
func (b *Book) Err() error { return b.err }

// NameCells gives cells a name by which formulas and programs find them. The
// range is one that Sheet.Range gave.
func (b *Book) NameCells(name, cells string) {
	b.define(excelize.DefinedName{Name: name, RefersTo: cells})
}

// NameText gives a fixed text a name by which programs find it.
func (b *Book) NameText(name, text string) {
	b.define(excelize.DefinedName{Name: name, RefersTo: Quote(text)})
}

func (b *Book) define(name excelize.DefinedName) {
	if b.err == nil {
		b.keep(b.file.SetDefinedName(&name))
	}
}

// Protect keeps sheets from being added, renamed or moved by a slip; there is
// no password.
func (b *Book) Protect() {
	if b.err == nil {
		b.keep(b.file.ProtectWorkbook(&excelize.WorkbookProtectionOptions{LockStructure: true}))
	}
}

// Write finishes the workbook and writes it. Nothing is written when anything
// has gone wrong before.
func (b *Book) Write(w io.Writer) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("sheet: making the workbook: %v", reason)
		}
	}()
	if len(b.sheets) == 0 {
		b.keep(errors.New("sheet: a workbook needs a sheet"))
	}
	for _, s := range b.sheets {
		s.finish()
	}
	var out bytes.Buffer
	if b.err == nil {
		// The library adds the kinds of pictures in another order on every run.
		kinds := b.file.ContentTypes.Defaults
		sort.Slice(kinds, func(i, j int) bool { return kinds[i].Extension < kinds[j].Extension })
		b.keep(b.file.Write(&out))
	}
	if closed := b.file.Close(); b.err == nil && closed != nil {
		b.keep(closed)
	}
	if b.err != nil {
		return b.err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// begun asks whether to go on.
func (b *Book) begun() {
	if b.err == nil && b.setup.Begun != nil {
		b.keep(b.setup.Begun())
	}
}

// keep remembers the first failure.
func (b *Book) keep(err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("sheet: %w", err)
	}
}
