package sheet_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"copleader/reports/sheet"
	"copleader/reports/sheet/sheettest"
)

var made = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)

// finish writes a workbook and reads it back.
func finish(t testing.TB, b *sheet.Book) (*sheettest.Book, []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return sheettest.Open(t, out.Bytes()), out.Bytes()
}

// one makes a workbook of one sheet with the rows of one column.
func one(t testing.TB, values ...any) *sheettest.Book {
	t.Helper()
	b := sheet.New(sheet.Setup{Title: "T", Author: "A", Created: made})
	s := b.Add(sheet.Layout{Name: "One", Widths: []float64{40}})
	for _, v := range values {
		s.Row(0, sheet.Cell{Value: v, Style: sheet.Style{Wrap: true}})
	}
	book, _ := finish(t, b)
	return book
}

func TestTextsComeBackAsTheyWere(t *testing.T) {
	for text, want := range map[string]string{
		"=1+2":            "=1+2",
		"+49 30":          "+49 30",
		"_x0041_ stays":   "_x0041_ stays",
		"_x005F_":         "_x005F_",
		"two\r\nlines":    "two\nlines",
		"a\x00b\x07c":     "abc",
		"\xffbad":         "\uFFFDbad",
		"<b>&amp;\"'":     "<b>&amp;\"'",
		"👩‍💻 王晓梅 مرحبا":   "👩‍💻 王晓梅 مرحبا",
		" blanks around ": " blanks around ",
	} {
		book := one(t, text)
		if got := book.Cell("One", "A1"); got != want {
			t.Errorf("%q came back as %q, want %q", text, got, want)
		}
		if formula := book.Formula("One", "A1"); formula != "" {
			t.Errorf("%q became the formula %q", text, formula)
		}
	}
}

func TestLongTextsEndInAnEllipsis(t *testing.T) {
	for name, text := range map[string]string{"letters": strings.Repeat("a", 40000), "pairs": strings.Repeat("👩", 20000), "exactly": strings.Repeat("b", 32767)} {
		got := one(t, text).Cell("One", "A1")
		units := len(utf16.Encode([]rune(got)))
		if units > 32767 {
			t.Errorf("%s: %d units", name, units)
		}
		if cut := strings.HasSuffix(got, "…"); cut != (name != "exactly") {
			t.Errorf("%s: ends in %q", name, got[len(got)-4:])
		}
		if strings.ContainsRune(got, '\uFFFD') {
			t.Errorf("%s: a pair was torn", name)
		}
	}
}

func TestDaysShowTheirYear(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One"})
	for _, day := range []time.Time{time.Date(2026, 7, 1, 23, 0, 0, 0, time.FixedZone("east", 7200)), time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC)} {
		s.Row(0, sheet.Cell{Value: day, Style: sheet.Style{Format: sheet.Day}})
	}
	book, _ := finish(t, b)
	if got := book.Cell("One", "A1") + " " + book.Cell("One", "A2"); got != "1 Jul 2026 31 Dec 1999" {
		t.Errorf("days read %s", got)
	}
}

func TestFormulasCarryTheirResult(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One"})
	s.Row(0, sheet.Cell{Value: 2}, sheet.Cell{Value: 3.5}, sheet.Cell{Formula: "A1+B1", Value: 5.5}, sheet.Cell{Formula: `IF(A1>1,"many","few")`, Value: "many"})
	book, _ := finish(t, b)
	if book.Formula("One", "C1") != "A1+B1" || book.Cell("One", "C1") != "5.5" || book.Cell("One", "D1") != "many" {
		t.Errorf("C1 is %q %q, D1 is %q", book.Formula("One", "C1"), book.Cell("One", "C1"), book.Cell("One", "D1"))
	}
	if bare := sheettest.Open(t, book.WithoutResults()); bare.Cell("One", "C1") != "" || bare.Formula("One", "C1") != "A1+B1" {
		t.Errorf("without results C1 is %q", bare.Cell("One", "C1"))
	}
}

func TestEveryStyleNamesItsFont(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One"})
	s.Row(0, sheet.Cell{Value: "a", Style: sheet.Style{Bold: true}}, sheet.Cell{Value: "b", Style: sheet.Style{Size: 20, Color: sheet.Bad}})
	book, _ := finish(t, b)
	styles := book.Parts()["xl/styles.xml"]
	if fonts, named := strings.Count(styles, "<font>"), strings.Count(styles, `<name val="Calibri"`); fonts < 3 || fonts != named {
		t.Errorf("%d fonts, %d with a name:\n%s", fonts, named, styles)
	}
}

func TestOptionsOfADropDownFitTheFormat(t *testing.T) {
	for _, bad := range [][]string{{"yes, please", "no"}, {`say "yes"`}, {" blank"}, {strings.Repeat("long ", 60)}} {
		b := sheet.New(sheet.Setup{})
		s := b.Add(sheet.Layout{Name: "One"})
		s.Row(0, sheet.Cell{})
		s.Choose(1, 1, 1, sheet.Choice{Options: bad})
		if b.Err() == nil {
			t.Errorf("%q was taken", bad)
		}
		var out bytes.Buffer
		if b.Write(&out) == nil || out.Len() > 0 {
			t.Errorf("%q: something was written all the same", bad)
		}
	}
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One", Protected: true})
	s.Row(0, sheet.Cell{Style: sheet.Style{Unlocked: true}}, sheet.Cell{Value: "fixed"})
	s.Choose(1, 1, 3, sheet.Choice{Options: []string{"yes", "no"}})
	book, _ := finish(t, b)
	if got := book.Choices("One", "A3"); len(got) != 2 || got[1] != "no" {
		t.Errorf("A3 offers %q", got)
	}
	if book.Choices("One", "A4") != nil || book.Locked("One", "A1") || !book.Locked("One", "B1") {
		t.Error("the rule or the lock lies on the wrong cells")
	}
}

func TestNamesReadBack(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "It's one"})
	row := s.Row(0, sheet.Cell{Value: "x"}, sheet.Cell{Value: "y"})
	b.NameCells("here", s.At(row, 2))
	b.NameText("code", `say "A"`)
	book, _ := finish(t, b)
	if names := book.Names(); names["code"] != `"say ""A"""` || names["here"] != "'It''s one'!$B$1" {
		t.Errorf("names %v", names)
	}
	bad := sheet.New(sheet.Setup{})
	bad.Add(sheet.Layout{Name: "One"})
	bad.NameCells("not a name", "One!$A$1")
	if bad.Err() == nil {
		t.Error("a name with blanks was taken")
	}
}

func TestFootersSayAmpersands(t *testing.T) {
	b := sheet.New(sheet.Setup{Title: "Q&A", Author: "R&D " + strings.Repeat("x", 300)})
	b.Add(sheet.Layout{Name: "One"}).Row(0, sheet.Cell{Value: 1})
	book, _ := finish(t, b)
	xml := book.Parts()["xl/worksheets/sheet1.xml"]
	if !strings.Contains(xml, "&amp;CQ&amp;&amp;A") || !strings.Contains(xml, "R&amp;&amp;D xxx") {
		t.Errorf("footer: %s", xml[strings.Index(xml, "<headerFooter"):])
	}
}

func TestFirstFaultIsKept(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: strings.Repeat("too long ", 9)})
	s.Row(0, sheet.Cell{Value: "x"})
	s.Merge(1, 1, 2)
	s.Filter(1)
	s.Draw(sheet.Chart{Series: []sheet.Series{{Name: s.Cells(1, 1, 1, 1), Values: s.Cells(1, 1, 1, 1)}}})
	b.NameText("a", "b")
	b.Protect()
	var out bytes.Buffer
	if err := b.Write(&out); err == nil || !strings.HasPrefix(err.Error(), "sheet: ") || out.Len() > 0 {
		t.Errorf("error %v, %d bytes", err, out.Len())
	}
	if sheet.New(sheet.Setup{}).Write(&out) == nil {
		t.Error("a workbook without sheets was written")
	}
}

func TestSameCallsGiveSameBytes(t *testing.T) {
	build := func() []byte {
		b := sheet.New(sheet.Setup{Title: "T", Author: "A", Created: made})
		for _, name := range []string{"One", "Two", "Three", "Four"} {
			s := b.Add(sheet.Layout{Name: name, OnePage: true, Freeze: 1, Charted: true})
			s.Row(0, sheet.Cell{Value: "a"}, sheet.Cell{Value: "b"})
			s.Row(0, sheet.Cell{Value: 1}, sheet.Cell{Value: 2})
			s.Draw(sheet.Chart{Title: name, Columns: true, Row: 4, Column: 1, Width: 200, Height: 100, Series: []sheet.Series{{
				Name: s.Cells(1, 1, 1, 1), Labels: s.Cells(1, 1, 1, 2), Values: s.Cells(2, 1, 2, 2)}}})
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	first := build()
	for range 10 {
		if !bytes.Equal(first, build()) {
			t.Fatal("two runs differ")
		}
	}
	if !bytes.HasPrefix(first, []byte("PK")) || !bytes.Contains(first[:60], []byte("[Content_Types].xml")) {
		t.Error("the list of contents does not come first")
	}
}

func TestRowsAreHighEnoughForTheirText(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One", Widths: []float64{20}})
	s.Row(18, sheet.Cell{Value: "short", Style: sheet.Style{Wrap: true}})
	s.Row(18, sheet.Cell{Value: strings.Repeat("word ", 40), Style: sheet.Style{Wrap: true}})
	s.Row(18, sheet.Cell{Value: strings.Repeat("word ", 40)})
	s.Row(18, sheet.Cell{Value: strings.Repeat("王", 40), Style: sheet.Style{Wrap: true}})
	s.Row(18, sheet.Cell{Value: strings.Repeat("endless ", 4000), Style: sheet.Style{Wrap: true}})
	_, content := finish(t, b)
	xml := sheettest.Open(t, content).Parts()["xl/worksheets/sheet1.xml"]
	for _, want := range []string{`<row r="1" ht="20"`, `<row r="3" ht="20"`, `<row r="5" ht="409"`} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s in %s", want, xml)
		}
	}
	if strings.Contains(xml, `<row r="2" ht="20"`) || strings.Contains(xml, `<row r="4" ht="20"`) {
		t.Error("a wrapped text has one line's height")
	}
}

// Given a chart, then its part holds what its cells show, for readers that don't compute.
func TestChartsHoldTheirValues(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "It's", Charted: true})
	s.Row(0, sheet.Cell{Value: "Card"}, sheet.Cell{Value: "R&D <1>"}, sheet.Cell{Value: "Two"})
	s.Row(0, sheet.Cell{Value: "Help"}, sheet.Cell{Value: 3.5}, sheet.Cell{Value: "withheld"})
	s.Draw(sheet.Chart{Title: "T", Row: 4, Column: 1, Width: 200, Height: 100, Series: []sheet.Series{{
		Name: s.Cells(2, 1, 2, 1), Labels: s.Cells(1, 2, 1, 3), Values: s.Cells(2, 2, 2, 3)}}})
	_, content := finish(t, b)
	xml := sheettest.Open(t, content).Parts()["xl/charts/chart1.xml"]
	for _, want := range []string{
		`<strCache><ptCount val="1"></ptCount><pt idx="0"><v>Help</v></pt></strCache>`,
		`<pt idx="0"><v>R&amp;D &lt;1&gt;</v></pt><pt idx="1"><v>Two</v></pt></strCache>`,
		`<ptCount val="2"></ptCount><pt idx="0"><v>3.5</v></pt></numCache>`,
	} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s in\n%s", want, xml)
		}
	}
}

// Given columns that are not printed, then their texts make no row higher.
func TestARowIsNoHigherThanItsPrintedText(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One", Widths: []float64{20, 20}, PrintColumns: 1})
	s.Row(18, sheet.Cell{Value: "short", Style: sheet.Style{Wrap: true}}, sheet.Cell{Value: strings.Repeat("word ", 90), Style: sheet.Style{Wrap: true}})
	_, content := finish(t, b)
	if xml := sheettest.Open(t, content).Parts()["xl/worksheets/sheet1.xml"]; !strings.Contains(xml, `<row r="1" ht="20"`) {
		t.Error(xml)
	}
}

// Columns stand in order, as office programs ask for.
func TestColumnsStandInOrder(t *testing.T) {
	b := sheet.New(sheet.Setup{})
	s := b.Add(sheet.Layout{Name: "One", Widths: []float64{10, 20, 30}})
	s.Row(0, sheet.Cell{Value: "x"})
	_, content := finish(t, b)
	xml := sheettest.Open(t, content).Parts()["xl/worksheets/sheet1.xml"]
	if want := `<cols><col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="20" customWidth="1"/><col min="3"`; !strings.Contains(xml, want) {
		t.Errorf("no %s in %s", want, xml)
	}
}

// A list whose headings are not all different, or stand on two lines, goes without its filter: other programs would take the file
// for damaged.
func TestOnlyAListWithHeadingsOfItsOwnHasAFilter(t *testing.T) {
	for heads, want := range map[string]bool{"a|b": true, "a|A": false, "a|": false, "a|b\nc": false} {
		b := sheet.New(sheet.Setup{})
		s := b.Add(sheet.Layout{Name: "One"})
		var cells []sheet.Cell
		for text := range strings.SplitSeq(heads, "|") {
			cells = append(cells, sheet.Cell{Value: text})
		}
		s.Row(0, cells...)
		s.Row(0, sheet.Cell{Value: 1}, sheet.Cell{Value: 2})
		s.Filter(1)
		_, content := finish(t, b)
		if _, got := sheettest.Open(t, content).Parts()["xl/tables/table1.xml"]; got != want {
			t.Errorf("%q: a filter %v", heads, got)
		}
	}
}
