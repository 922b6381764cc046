package page

import (
	"net/url"

	"github.com/jung-kurt/gofpdf"
)

// Link makes a place on the page lead to an address of the web or of mail.
// Other addresses are left out: a reader of the paper should not be led to a
// file or a program.
func (d *Document) Link(r Rect, address string) {
	defer d.guard()
	if d.err != nil {
		return
	}
	target, err := url.Parse(oneLine(address))
	if err != nil || target.Scheme != "https" && target.Scheme != "http" && target.Scheme != "mailto" {
		return
	}
	d.begin()
	d.pdf.LinkString(r.X, r.Y, r.W, r.H, target.String())
}

// Place is somewhere in the document that links lead to; it may be made before
// it is known where it lies.
type Place int

// NewPlace makes a place that lies nowhere yet.
func (d *Document) NewPlace() Place {
	defer d.guard()
	if d.err != nil {
		return 0
	}
	d.begin()
	return Place(d.pdf.AddLink())
}

// Put says that a place lies at this height of the current page.
func (d *Document) Put(p Place, y float64) {
	defer d.guard()
	if d.err == nil && p > 0 {
		d.pdf.SetLink(int(p), y, d.pdf.PageNo())
	}
}

// LinkTo makes a part of the page lead to a place of the document.
func (d *Document) LinkTo(r Rect, p Place) {
	defer d.guard()
	if d.err == nil && p > 0 {
		d.pdf.Link(r.X, r.Y, r.W, r.H, int(p))
	}
}

// PageNumber is the number of the current page, from 1.
func (d *Document) PageNumber() int {
	if d.err != nil {
		return 0
	}
	return d.pdf.PageNo()
}

// Attachment is a file that travels within the document.
type Attachment struct {
	Name    string // what the file is called
	About   string
	Content []byte
}

// Attach puts files into the document, for readers that show attachments.
func (d *Document) Attach(files ...Attachment) {
	defer d.guard()
	if d.err != nil {
		return
	}
	for _, f := range files {
		d.attached = append(d.attached, gofpdf.Attachment{
			Content: f.Content, Filename: belowAstral(oneLine(f.Name)), Description: belowAstral(oneLine(f.About))})
	}
	d.pdf.SetAttachments(d.attached)
}
