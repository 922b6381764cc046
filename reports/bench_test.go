package reports_test

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/datatest"
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
func answered(b testing.TB, people int) *data.Snapshot {
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

// BenchmarkRosterOf is the price of the roster as the community grows.
func BenchmarkRosterOf(b *testing.B) {
	for _, members := range []int{100, 1_000, 10_000} {
		snapshot := datatest.Large(members, members/10, members*10)
		b.Run(strconv.Itoa(members), func(b *testing.B) { benchmark(b, "roster", snapshot) })
	}
}

// The same cells through the bare library, for comparison: values, formulas,
// looks, print set-up and as many charts as the workbook with 10,000 answers has.
func BenchmarkBareResultsOf10000Answers(b *testing.B) {
	var made bytes.Buffer
	if _, err := reports.Write(context.Background(), "results", held{answered(b, 715)}, options(), &made); err != nil {
		b.Fatal(err)
	}
	book := readBare(b, made.Bytes())
	b.ReportAllocs()
	for b.Loop() {
		book.write(b)
	}
}

// bareBook is a workbook as the library's own calls make it.
type bareBook struct {
	sheets []bareSheet
	styles []*excelize.Style
	names  []excelize.DefinedName
	charts []int // how many series each has
}

// bareSheet is a sheet's cells, row by row, and its widths.
type bareSheet struct {
	name   string
	rows   [][]any
	widths []float64
}

func readBare(b *testing.B, content []byte) bareBook {
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	book := bareBook{names: file.GetDefinedName()}
	styles := map[int]int{}
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
				id, _ := file.GetCellStyle(name, ref)
				if _, known := styles[id]; !known {
					style, err := file.GetStyle(id)
					if err != nil {
						b.Fatal(err)
					}
					styles[id] = len(book.styles) + 1
					book.styles = append(book.styles, style)
				}
				var value any = text
				if n, err := strconv.ParseFloat(text, 64); err == nil {
					value = n
				}
				cells[c] = excelize.Cell{Value: value, Formula: formula, StyleID: styles[id]}
			}
			sheet.rows = append(sheet.rows, cells)
			for len(sheet.widths) < len(row) {
				column, _ := excelize.ColumnNumberToName(len(sheet.widths) + 1)
				width, _ := file.GetColWidth(name, column)
				sheet.widths = append(sheet.widths, width)
			}
		}
		book.sheets = append(book.sheets, sheet)
	}
	file.Pkg.Range(func(path, part any) bool {
		if strings.HasPrefix(path.(string), "xl/charts/chart") {
			book.charts = append(book.charts, bytes.Count(part.([]byte), []byte("<c:ser>"))+bytes.Count(part.([]byte), []byte("<ser>")))
		}
		return true
	})
	return book
}

func (book bareBook) write(b *testing.B) {
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	file := excelize.NewFile()
	must(file.SetDocProps(&excelize.DocProperties{Title: "Title", Creator: "Community"}))
	ids := make([]int, len(book.styles)+1)
	for i, style := range book.styles {
		id, err := file.NewStyle(style)
		must(err)
		ids[i+1] = id
	}
	for _, s := range book.sheets {
		_, err := file.NewSheet(s.name)
		must(err)
		size, wide, side := 9, 1, 0.5
		must(file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size, FitToWidth: &wide}))
		must(file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side}))
		must(file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&LCommunity&CTitle&R&P / &N"}))
		w, err := file.NewStreamWriter(s.name)
		must(err)
		must(w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 3, TopLeftCell: "A4", ActivePane: "bottomLeft"}))
		for c, width := range s.widths {
			must(w.SetColWidth(c+1, c+1, width))
		}
		for r, row := range s.rows {
			cells := make([]any, len(row))
			for c, cell := range row {
				cell := cell.(excelize.Cell)
				cell.StyleID = ids[cell.StyleID]
				cells[c] = cell
			}
			ref, _ := excelize.CoordinatesToCellName(1, r+1)
			must(w.SetRow(ref, cells, excelize.RowOpts{Height: 20}))
		}
		must(w.Flush())
	}
	for i, n := range book.charts {
		chart := excelize.Chart{Type: excelize.Line}
		for range n {
			chart.Series = append(chart.Series, excelize.ChartSeries{Name: "Trend!$A$1", Categories: "Trend!$A$4:$A$9", Values: "Trend!$B$4:$B$9"})
		}
		ref, _ := excelize.CoordinatesToCellName(1, 20*(i+1))
		must(file.AddChart("Trend", ref, &chart))
	}
	for _, name := range book.names {
		must(file.SetDefinedName(&name))
	}
	must(file.Write(io.Discard))
	_ = file.Close()
}
