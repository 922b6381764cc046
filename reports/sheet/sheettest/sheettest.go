// Package sheettest reads workbooks back in tests, apart from the code that
// wrote them.
package sheettest

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook that was read back.
type Book struct {
	t       testing.TB
	file    *excelize.File
	content []byte
}

// Open reads a workbook, or ends the test.
func Open(t testing.TB, content []byte) *Book {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("the workbook cannot be read: %v", err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return &Book{t: t, file: file, content: content}
}

// Sheets lists the sheets in order.
func (b *Book) Sheets() []string { return b.file.GetSheetList() }

// Rows are the texts of a sheet's cells as a person sees them.
func (b *Book) Rows(name string) [][]string {
	b.t.Helper()
	rows, err := b.file.GetRows(name)
	if err != nil {
		b.t.Fatalf("sheet %q: %v", name, err)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = shown(row[i])
		}
	}
	return rows
}

// shown puts the space of a percentage where a person sees it: the library sets it
// behind the sign.
func shown(text string) string {
	if number, percent := strings.CutSuffix(text, "%\u00a0"); percent {
		return number + "\u00a0%"
	}
	return text
}

// Text is everything a sheet says, cell by cell.
func (b *Book) Text(name string) string {
	b.t.Helper()
	var out strings.Builder
	for _, row := range b.Rows(name) {
		out.WriteString(strings.Join(row, "\t"))
		out.WriteByte('\n')
	}
	return out.String()
}

// AllText is everything all sheets say.
func (b *Book) AllText() string {
	b.t.Helper()
	var out strings.Builder
	for _, name := range b.Sheets() {
		out.WriteString(b.Text(name))
	}
	return out.String()
}

// Find gives the cells of the first row of a sheet that has the text in any
// column, as many as the widest row has, or ends the test.
func (b *Book) Find(sheet, text string) []string {
	b.t.Helper()
	rows, widest := b.Rows(sheet), 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	for _, row := range rows {
		if slices.Contains(row, text) {
			return append(row, make([]string, widest-len(row))...)
		}
	}
	b.t.Fatalf("sheet %q has no cell %q:\n%s", sheet, text, b.Text(sheet))
	return nil
}

// Cell is the text of a cell, Formula what it is computed from.
func (b *Book) Cell(sheet, ref string) string {
	b.t.Helper()
	text, err := b.file.GetCellValue(sheet, ref)
	if err != nil {
		b.t.Fatal(err)
	}
	return shown(text)
}

// IsNumber tells whether a cell holds a number and no text.
func (b *Book) IsNumber(sheet, ref string) bool {
	b.t.Helper()
	kind, err := b.file.GetCellType(sheet, ref)
	if err != nil {
		b.t.Fatal(err)
	}
	return kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
}

// Formula is a cell's formula, or "".
func (b *Book) Formula(sheet, ref string) string {
	b.t.Helper()
	formula, err := b.file.GetCellFormula(sheet, ref)
	if err != nil {
		b.t.Fatal(err)
	}
	return formula
}

// Names are the defined names and what they stand for, without those of the
// print set-up.
func (b *Book) Names() map[string]string {
	names := map[string]string{}
	for _, n := range b.file.GetDefinedName() {
		if !strings.HasPrefix(n.Name, "_xlnm") {
			names[n.Name] = n.RefersTo
		}
	}
	return names
}

// Named is the text of the cell that a defined name stands for.
func (b *Book) Named(name string) string {
	b.t.Helper()
	sheet, ref := b.Place(name)
	return b.Cell(sheet, ref)
}

// Place is the sheet and cell that a defined name stands for.
func (b *Book) Place(name string) (sheet, ref string) {
	b.t.Helper()
	target, known := b.Names()[name]
	sheet, ref, ok := strings.Cut(target, "!")
	if !known || !ok {
		b.t.Fatalf("the name %q stands for no cell: %q", name, target)
	}
	return strings.Trim(sheet, "'"), strings.ReplaceAll(ref, "$", "")
}

// Locked tells whether a cell is locked on a protected sheet.
func (b *Book) Locked(sheet, ref string) bool {
	b.t.Helper()
	id, err := b.file.GetCellStyle(sheet, ref)
	if err != nil {
		b.t.Fatal(err)
	}
	style, err := b.file.GetStyle(id)
	if err != nil {
		b.t.Fatal(err)
	}
	return style.Protection == nil || style.Protection.Locked
}

// Choices are the options of the drop-down of a cell, nil for none.
func (b *Book) Choices(sheet, ref string) []string {
	b.t.Helper()
	rules, err := b.file.GetDataValidations(sheet)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, rule := range rules {
		if rule.Type == "list" && within(b.t, rule.Sqref, ref) {
			return strings.Split(strings.Trim(rule.Formula1, `"`), ",")
		}
	}
	return nil
}

func within(t testing.TB, area, ref string) bool {
	t.Helper()
	from, to, ok := strings.Cut(area, ":")
	if !ok {
		to = from
	}
	column, row := coordinates(t, ref)
	firstColumn, firstRow := coordinates(t, from)
	lastColumn, lastRow := coordinates(t, to)
	return column >= firstColumn && column <= lastColumn && row >= firstRow && row <= lastRow
}

func coordinates(t testing.TB, ref string) (column, row int) {
	t.Helper()
	column, row, err := excelize.CellNameToCoordinates(ref)
	if err != nil {
		t.Fatal(err)
	}
	return column, row
}

// Author and Title are the workbook's properties.
func (b *Book) Author() string {
	return b.property(func(p *excelize.DocProperties) string { return p.Creator })
}

// LastAuthor is who is said to have changed the workbook last.
func (b *Book) LastAuthor() string {
	return b.property(func(p *excelize.DocProperties) string { return p.LastModifiedBy })
}

// Title is the workbook's title.
func (b *Book) Title() string {
	return b.property(func(p *excelize.DocProperties) string { return p.Title })
}

func (b *Book) property(of func(*excelize.DocProperties) string) string {
	b.t.Helper()
	p, err := b.file.GetDocProps()
	if err != nil {
		b.t.Fatal(err)
	}
	return of(p)
}

// Parts are the files within the workbook, by name.
func (b *Book) Parts() map[string]string {
	b.t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b.content), int64(len(b.content)))
	if err != nil {
		b.t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			b.t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			b.t.Fatal(err)
		}
		_ = rc.Close()
		parts[f.Name] = string(content)
	}
	return parts
}

// WithoutResults is the workbook with every computed result taken out, so that
// whoever opens it has to compute the formulas.
func (b *Book) WithoutResults() []byte {
	b.t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b.content), int64(len(b.content)))
	if err != nil {
		b.t.Fatal(err)
	}
	parts := b.Parts()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		part, err := w.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(part, computed.ReplaceAllString(parts[f.Name], "</f></c>"))
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.t.Fatal(err)
	}
	return out.Bytes()
}

// computed is what stands behind a formula in the file: its last result.
var computed = regexp.MustCompile(`</f>(<v>[^<]*</v>|<is>.*?</is>)</c>`)
