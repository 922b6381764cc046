package exchange_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"copleader/data/exchange"
)

// toldTables writes tables down, a row a line with its number.
func toldTables(tables []exchange.Table) string {
	var out []string
	for _, t := range tables {
		out = append(out, "# "+t.Name)
		for _, row := range t.Rows {
			out = append(out, fmt.Sprint(row.Line, " ", strings.ReplaceAll(strings.Join(row.Cells, "|"), "\n", "⏎")))
		}
	}
	return strings.Join(out, "\n")
}

// roster is what a workbook of python's openpyxl says, itself and on its way through
// LibreOffice; only a formula has no result before somebody has reckoned it.
const roster = `# Roster 2026
	1 Meridian Mobility – testers
	3 Name|E-mail|Phone|Joined on|Left on|First call|Ask about|Wants our resources only|Note|Hours
	4 Jürgen Groß|juergen.gross@meridian.example|491711234567|2025-02-01||14:05|rigs; flaky tests|TRUE|line one⏎line two|0.3
	5 王小明|xiaoming@meridian.example|+86 10 1234|2026-03-29|2026-11-29|2026-03-29 09:30|mocks|FALSE||1234567.5
	7 Łucja Wiśniewska|lucja@meridian.example||15.11.2025||||nein|RECKONED|-3
	8 نور الهدى|||46000|||||stays as it is|12
	# Other people
	1 Vorname|Nachname
	2 Zoë|von der Höh`

// Given a workbook as python writes it, and on its way through LibreOffice as ods and
// back, then its cells come in alike, with days as days however they are shown.
func TestBooksAreReadCellByCell(t *testing.T) {
	eachSample(t, "testdata/books", func(name string) {
		reckoned := "2"
		if name == "openpyxl.xlsx" {
			reckoned = ""
		}
		want := strings.Replace(roster, "RECKONED", reckoned, 1)
		if strings.HasSuffix(name, ".ods") { // LibreOffice makes numbers of yes and no
			want = strings.NewReplacer("|TRUE|", "|1|", "|FALSE|", "|0|").Replace(want)
		}
		expect(t, name, toldTables(tables(t, "books/"+name)), want)
	})
}

func readTables(content []byte) (string, error) {
	read, err := exchange.Tables(context.Background(), exchange.File{Name: "x", Content: content})
	return toldTables(read), err
}
