package press

import (
	"context"
	"io"
	"strings"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/page"
)

// Product is a document in the form that can be written out.
type Product interface{ Write(io.Writer) error }

// Writing is the writing out of a workbook as a product. Were the workbook itself one, the program would have to keep all that
// its library can do, formulas included, in case somebody asked the product for it.
type Writing func(io.Writer) error

// Write writes it out.
func (f Writing) Write(w io.Writer) error { return f(w) }

// Draft is what a document is made from.
type Draft struct {
	*data.Snapshot
	Ctx   context.Context
	Opt   Options
	Say   *words.Say
	Title data.Phrase // of the document, for the properties of its file
	File  string      // its name

	drawn   int           // pages or sheets begun
	Remarks []data.Phrase // what had to be left out
}

// New begins a document. It tells of health checks what documents may tell
// (data/README.md, Confidentiality).
func New(ctx context.Context, s *data.Snapshot, opt Options) *Draft {
	opt = opt.withDefaults()
	return &Draft{Snapshot: s.AsTold(), Ctx: ctx, Opt: opt, Say: opt.Say}
}

// Remark tells once, beside the document, what had to be left out.
func (d *Draft) Remark(p data.Phrase) {
	for _, said := range d.Remarks {
		if said.Key == p.Key {
			return
		}
	}
	d.Remarks = append(d.Remarks, p)
}

// Begun is called with every page or sheet that is begun: it tells how far the
// work is, and ends it when nobody waits for it any more.
func (d *Draft) Begun() error {
	d.drawn++
	if d.Opt.Progress != nil {
		d.Opt.Progress(d.drawn, 0)
	}
	return d.Ctx.Err()
}

// PageSetup is the set-up of every printed document.
func (d *Draft) PageSetup(paper page.Paper) page.Setup {
	return page.Setup{Paper: paper, Title: d.Say.Of(d.Title), Author: d.Community.Name, Language: d.Say.Lang(),
		Shades: d.Shades(), Created: d.Opt.Now, Begun: d.Begun, BlackWhite: d.Opt.Form == BlackWhite}
}

// letter reports whether the paper is Letter, for the print set-up of sheets.
func (d *Draft) letter() bool { return d.Opt.Paper.Upright().Name == page.Letter.Name }

// Program is the program's name and version.
func (d *Draft) Program() string { return strings.TrimSpace("CoP Leader " + d.Opt.Version) }

// Wants tells whether a part is to be made: one that was chosen, or without any
// choice the usual ones.
func (d *Draft) Wants(part string, usual bool) bool {
	if d.Opt.Parts == nil {
		return usual
	}
	for _, chosen := range d.Opt.Parts {
		if chosen == part {
			return true
		}
	}
	return false
}

// Bytes is the finished content of a file.
type Bytes []byte

// Write writes it as it is.
func (f Bytes) Write(w io.Writer) error {
	_, err := w.Write(f)
	return err
}
