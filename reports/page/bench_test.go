package page

import (
	"bytes"
	"io"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// benchCards is how many cards the deck has, four on a sheet.
const benchCards = 14

const (
	benchTitle = "Growing in my craft"
	benchLow   = "Months pass and my skill stays where it was."
	benchHigh  = "Since I joined I can do things at work that I could not do before."
)

// BenchmarkDeck draws a deck of cards: boxes, hatches and texts broken into lines.
func BenchmarkDeck(b *testing.B) {
	fonts := embeddedFonts()
	for b.Loop() {
		d := New(fonts, Setup{Title: "Deck", Author: "Community", Language: "en", Created: created})
		grid, _ := Sheet(A4, 4)
		for i := range benchCards {
			if i%4 == 0 {
				d.AddPage()
			}
			r := grid.Art(i % 4)
			head, body := r.CutTop(16)
			low, rest := body.CutTop(body.H * 0.36)
			between, high := rest.CutTop(body.H * 0.24)
			d.Box(low, Look{Fill: BadSoft})
			d.Hatch(low, 0, 2.6, Pen{Color: Line, Width: 2.2})
			d.Box(between, Look{Fill: WarnSoft})
			d.Box(high, Look{Fill: GoodSoft})
			d.Box(r, Look{Stroke: Pen{Color: Muted, Width: 0.6}, Radius: 3.5})
			d.Text(head, benchTitle, Style{Size: 16.5, Bold: true})
			d.Text(low.Inset(5), benchLow, Style{Size: 15.5})
			d.Text(high.Inset(5), benchHigh, Style{Size: 15.5})
		}
		if err := d.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareDeck draws the same boxes, lines and letters by bare calls of the
// library, their places and line breaks known beforehand. The deck may take twice
// as long.
func BenchmarkBareDeck(b *testing.B) {
	from := source(false)
	for b.Loop() {
		pdf := gofpdf.New("P", "mm", "A4", "")
		pdf.SetAutoPageBreak(false, 0)
		pdf.AddUTF8FontFromBytes("text", "", bytes.Clone(from.Regular))
		pdf.AddUTF8FontFromBytes("text", "B", bytes.Clone(from.Bold))
		grid, _ := Sheet(A4, 4)
		for i := range benchCards {
			if i%4 == 0 {
				pdf.AddPage()
			}
			r := grid.Art(i % 4)
			head, body := r.CutTop(16)
			low, rest := body.CutTop(body.H * 0.36)
			between, high := rest.CutTop(body.H * 0.24)
			for _, field := range []Rect{low, between, high} {
				pdf.SetFillColor(240, 230, 220)
				pdf.Rect(field.X, field.Y, field.W, field.H, "F")
			}
			pdf.ClipRect(low.X, low.Y, low.W, low.H, false)
			for x := low.X; x < low.Right()+low.H; x += 2.6 * 1.41421 {
				pdf.Line(x-low.H, low.Bottom(), x, low.Y)
			}
			pdf.ClipEnd()
			pdf.RoundedRect(r.X, r.Y, r.W, r.H, 3.5, "1234", "D")
			pdf.SetTextColor(30, 40, 50)
			pdf.SetFont("text", "B", 16.5)
			pdf.Text(head.X, head.Y+6, benchTitle)
			pdf.SetFont("text", "", 15.5)
			for k, line := range []string{"Months pass and my skill stays", "where it was."} {
				pdf.Text(low.X+5, low.Y+10+float64(k)*7.4, line)
			}
			for k, line := range []string{"Since I joined I can do things at", "work that I could not do", "before."} {
				pdf.Text(high.X+5, high.Y+10+float64(k)*7.4, line)
			}
		}
		if err := pdf.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
