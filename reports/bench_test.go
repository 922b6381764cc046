package reports_test

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/reports"
)

func benchmark(b *testing.B, name string, snap *data.Snapshot) {
	opt := options()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := reports.Write(context.Background(), name, held{snap}, opt, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCards(b *testing.B)   { benchmark(b, "cards", demoSnapshot(b)) }
func BenchmarkSurvey(b *testing.B)  { benchmark(b, "survey", demoSnapshot(b)) }
func BenchmarkResults(b *testing.B) { benchmark(b, "results", demoSnapshot(b)) }
func BenchmarkRoster(b *testing.B)  { benchmark(b, "roster", demoSnapshot(b)) }

func BenchmarkAllOfTheDemo(b *testing.B) {
	snap, opt := demoSnapshot(b), options()
	dir := b.TempDir()
	for b.Loop() {
		if _, err := reports.Export(context.Background(), dir, nil, held{snap}, opt); err != nil {
			b.Fatal(err)
		}
	}
}

// answered is the demo with so many people's answers from workbooks.
func answered(b *testing.B, people int) *data.Snapshot {
	snap := demoSnapshot(b)
	random := rand.New(rand.NewPCG(3, 4))
	round := snap.Rounds[1].ID
	for i := range people {
		response := int64(i + 1)
		snap.Responses = append(snap.Responses, data.Response{ID: response, RoundID: round, Channel: data.FromWorkbook})
		for _, card := range data.Deck {
			snap.Answers = append(snap.Answers, data.Answer{ID: int64(len(snap.Answers) + 1), ResponseID: response, Card: card.Card, Value: random.IntN(6)})
		}
	}
	return snap
}

// 715 people and 14 cards are 10,010 answers.
func BenchmarkResultsOf10000Answers(b *testing.B) { benchmark(b, "results", answered(b, 715)) }

// 2,000 members is a roster of a large organisation.
func BenchmarkRosterOf2000(b *testing.B) { benchmark(b, "roster", crowded(b, 2000)) }

func crowded(b *testing.B, people int) *data.Snapshot {
	snap := demoSnapshot(b)
	for len(snap.Members) < people {
		m := snap.Members[len(snap.Members)%20]
		m.ID = int64(len(snap.Members) + 1)
		snap.Members = append(snap.Members, m)
	}
	return snap
}

// The same cells through the bare library, for comparison: values, formulas and
// charts of the workbook with 10,000 answers, in its default looks.
func BenchmarkBareResultsOf10000Answers(b *testing.B) {
	var made bytes.Buffer
	if _, err := reports.Write(context.Background(), "results", held{answered(b, 715)}, options(), &made); err != nil {
		b.Fatal(err)
	}
	sheets := cellsOf(b, made.Bytes())
	b.ReportAllocs()
	for b.Loop() {
		writeBare(b, sheets)
	}
}

// bareSheet is a sheet's cells, row by row.
type bareSheet struct {
	name string
	rows [][]any
}

func cellsOf(b *testing.B, content []byte) []bareSheet {
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var sheets []bareSheet
	for _, name := range file.GetSheetList() {
		texts, err := file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		sheet := bareSheet{name: name}
		for r, row := range texts {
			cells := make([]any, len(row))
			for c, text := range row {
				ref, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, _ := file.GetCellFormula(name, ref)
				var value any = text
				if n, err := strconv.ParseFloat(text, 64); err == nil {
					value = n
				}
				cells[c] = excelize.Cell{Value: value, Formula: formula, StyleID: 1}
			}
			sheet.rows = append(sheet.rows, cells)
		}
		sheets = append(sheets, sheet)
	}
	return sheets
}

func writeBare(b *testing.B, sheets []bareSheet) {
	file := excelize.NewFile()
	if _, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		b.Fatal(err)
	}
	for _, s := range sheets {
		if _, err := file.NewSheet(s.name); err != nil {
			b.Fatal(err)
		}
		w, err := file.NewStreamWriter(s.name)
		if err != nil {
			b.Fatal(err)
		}
		for r, row := range s.rows {
			ref, _ := excelize.CoordinatesToCellName(1, r+1)
			if err := w.SetRow(ref, row); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	if err := file.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
	_ = file.Close()
}
