package sheet_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/reports/sheet"
)

// The same 10,000 rows of eight cells, through this package and through the
// library's stream writer alone.
const benchRows, benchColumns = 10000, 8

func BenchmarkRows(b *testing.B) {
	style := sheet.Style{Format: sheet.FreeText, Border: sheet.Frame}
	b.ReportAllocs()
	for b.Loop() {
		book := sheet.New(sheet.Setup{Title: "T"})
		s := book.Add(sheet.Layout{Name: "One", Widths: make([]float64, benchColumns)})
		for i := range benchRows {
			cells := make([]sheet.Cell, benchColumns)
			for c := range cells {
				cells[c] = sheet.Cell{Value: i + c, Style: style}
			}
			cells[1].Value = "A line of text as members write it"
			s.Row(0, cells...)
		}
		if err := book.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRowsBare(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		f := excelize.NewFile()
		id, err := f.NewStyle(&excelize.Style{NumFmt: 49})
		if err != nil {
			b.Fatal(err)
		}
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for i := range benchRows {
			cells := make([]any, benchColumns)
			for c := range cells {
				cells[c] = excelize.Cell{Value: i + c, StyleID: id}
			}
			cells[1] = excelize.Cell{Value: "A line of text as members write it", StyleID: id}
			place, err := excelize.CoordinatesToCellName(1, i+1)
			if err == nil {
				err = w.SetRow(place, cells, excelize.RowOpts{Height: 20})
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := errors.Join(w.Flush(), f.Write(&out)); err != nil {
			b.Fatal(err)
		}
		_ = f.Close()
	}
}
