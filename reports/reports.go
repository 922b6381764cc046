package reports

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Source gives everything the documents are made from, read in one go.
type Source interface {
	Snapshot(ctx context.Context) (*data.Snapshot, error)
}

// Options say how documents are made. Only Today is needed.
type Options = press.Options

// List is a list as the window shows it.
type List = press.List

// ListColumn is a column of a list.
type ListColumn = press.ListColumn

// ListRow is a row of a list.
type ListRow = press.ListRow

// Form is how a document is printed.
type Form = press.Form

// The forms of printed documents.
const (
	InColour   = press.InColour
	BlackWhite = press.BlackWhite
	LargePrint = press.LargePrint
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
	d := press.New(ctx, snap, opt)
	d.Title, d.File = doc.Title, doc.File
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
	report = Report{Name: doc.Name, File: doc.File, Size: out.Len(), Remarks: d.Remarks}
	if printed, ok := made.(*page.Document); ok {
		report.Pages, report.Unprintable = printed.Pages(), printed.Unprintable()
	}
	if picture, ok := made.(*page.Image); ok {
		report.Unprintable = picture.Unprintable()
	}
	return out.Bytes(), report, nil
}
