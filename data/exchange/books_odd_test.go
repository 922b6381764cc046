package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

const (
	bookRels  = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	sheetRels = `<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="texts.xml"/><Relationship Id="f" Type="x/styles" Target="styles.xml"/></Relationships>`
	oneSheet  = `<workbook><sheets><sheet name="One" r:id="s"/></sheets></workbook>`
	formats   = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;day &quot;[$-407]d\. mmm;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0 &quot;hours&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`
	someTexts = `<sst><si><t>Ada</t></si><si><r><t>Gra</t></r><r><t xml:space="preserve">ce </t></r><rPh><t>say it so</t></rPh></si><si><t>a_x000D__x000A_b_c</t></si></sst>`
)

// handmade is a workbook with the rows given, of the fewest parts.
func handmade(t testing.TB, book, rows string) []byte {
	t.Helper()
	return packed(t, []part{{"_rels/.rels", bookRels}, {"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", sheetRels},
		{"xl/styles.xml", formats}, {"xl/texts.xml", someTexts}, {"xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}})
}

// open is an OpenDocument spreadsheet with the content given.
func open(t testing.TB, content string) []byte {
	t.Helper()
	return packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"content.xml", `<office:document-content><office:body><office:spreadsheet><table:table table:name="One">` + content + `</table:table></office:spreadsheet></office:body></office:document-content>`}})
}

// Given workbooks that are odd but honest, then every cell is read.
func TestOddBooksAreRead(t *testing.T) {
	old := strings.Replace(oneSheet, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"texts of every kind": {handmade(t, oneSheet, `<row r="5"><c r="B5" t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>in</t></is></c><c t="str"><f>A1</f><v>said</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="s"/></row>`),
			"# One\n5 |Grace|a⏎b_c|in|said|TRUE"},
		"rows without numbers": {handmade(t, oneSheet, `<row><c t="s"><v>0</v></c></row><row/><row><c/><c><v>7</v></c></row>`), "# One\n1 Ada\n3 |7"},
		"days and times": {handmade(t, oneSheet, `<row><c s="1"><v>46356</v></c><c s="1"><v>46356.5</v></c><c s="2"><v>1.25</v></c><c s="3"><v>1.5</v></c><c s="4"><v>46356.586805555555</v></c><c s="4"><v>46356</v></c><c s="5"><v>0.99999</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>-1</v></c><c s="1"><v>1e9</v></c><c t="d"><v>2026-11-30T09:00:00</v></c></row>`),
			"# One\n1 2026-11-30|2026-11-30|30:00|1.5|2026-11-30 14:05|2026-11-30|00:00|1900-02-28|1900-03-01|-1|1000000000|2026-11-30 09:00"},
		"days from 1904":          {handmade(t, old, `<row><c s="1"><v>44894</v></c></row>`), "# One\n1 2026-11-30"},
		"columns out of order":    {handmade(t, oneSheet, `<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`), "# One\n1 1||3"},
		"a last column formatted": {handmade(t, oneSheet, `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>`), "# One\n1 1"},
		"a far row":               {handmade(t, oneSheet, `<row r="2147483647"><c><v>1</v></c></row>`), "# One\n2147483647 1"},
		"numbers as they are":     {handmade(t, oneSheet, `<row><c><v>4.91711234567E+11</v></c><c><v>0.30000000000000004</v></c><c><v>007</v></c><c><v>1e300</v></c><c><v>x</v></c><c><v>NaN</v></c></row>`), "# One\n1 491711234567|0.3|7|1e300|x|NaN"},
		"an open document": {open(t, `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2"/>`+
			`<table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>two<text:s text:c="2"/>parts</text:p>  <text:p>and<text:line-break/>three</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="float" office:value="1.50"><text:p>1,5 h</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-11-30T14:05:00"><text:p>30.11.</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:number-columns-repeated="2"><text:p>twice</text:p></table:table-cell></table:table-row>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>rows</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>`),
			"# One\n4 ||two  parts⏎and⏎three|1.5|2026-11-30 14:05|09:30|TRUE|twice|twice\n5 rows\n6 rows"},
	} {
		got, err := readTables(c.content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		expect(t, name, got, c.want)
	}
}

// Given texts that are odd but honest, then every cell is read.
func TestOddTextsAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"a;b\n\n;;\n c ;\td\n":        "#\n1 a|b\n4 c|d",
		"a,\"b\nb\",c\r\nd,,\r\n":     "#\n1 a|b⏎b|c\n3 d",
		"\"a\" ,\"b\"\n":              "#\n1 a|b",
		"x":                           "#\n1 x",
		"a\tb, c\td\n1\t2, 3\t4":      "#\n1 a|b, c|d\n2 1|2, 3|4",
		"a;1,5;2,5\nb;3;4,5\nc;1,5;2": "#\n1 a|1,5|2,5\n2 b|3|4,5\n3 c|1,5|2",
		"'+49 1;'=x;'quoted'\na;b;c":  "#\n1 +49 1|=x|'quoted'\n2 a|b|c",
		"A sentence, with a comma.\nOne.\nTwo.\nThree.": "#\n1 A sentence, with a comma.\n2 One.\n3 Two.\n4 Three.",
	} {
		got, err := readTables([]byte(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		expect(t, fmt.Sprintf("%q", text), strings.Replace(got, "# ", "#", 1), want)
	}
}

// Given files made to do harm, when they are read as tables, then each is refused with
// one sentence, in time and without much memory.
func TestHostileTablesAreRefused(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	oldExcel := append([]byte{0xD0, 0xCF, 0x11, 0xE0}, make([]byte, 600)...)
	locked := append([]byte{0xD0, 0xCF, 0x11, 0xE0}, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	bomb := handmade(t, oneSheet, many(" ", 70<<20))
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"nothing":                  {nil, "There is nothing in the file."},
		"only blanks":              {[]byte("\xEF\xBB\xBF;;\n \n;"), "There is nothing in the file."},
		"no rows":                  {handmade(t, oneSheet, `<row r="7"/>`), "There is nothing in the file."},
		"a picture":                {[]byte("\x89PNG\r\n\x1a\n"), "holds nothing that can be read here"},
		"a web page":               {[]byte("<html><table>"), "holds nothing that can be read here"},
		"something binary":         {[]byte("ab\x00\x00\x01\x02\xff\xfe"), "holds nothing that can be read here"},
		"our own file":             {[]byte("SQLite format 3\x00"), "holds nothing that can be read here"},
		"a zip of something":       {packed(t, []part{{"readme.txt", "hello"}}), "holds nothing that can be read here"},
		"a text document":          {packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}}), "holds nothing that can be read here"},
		"old Excel":                {oldExcel, "(.xls)"},
		"a password":               {locked, "protected by a password"},
		"a password, open":         {packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"META-INF/manifest.xml", "<m><f><encryption-data/></f></m>"}, {"content.xml", "\x01\x02"}}), "protected by a password"},
		"too many parts":           {packed(t, slicesOf(500)), "far too large"},
		"a bomb":                   {bomb, "far too large"},
		"a bomb that lies":         {lyingSize(bomb), "holds nothing that can be read here"},
		"entities":                 {handmade(t, `<!DOCTYPE a [<!ENTITY b "cccc">]>`+oneSheet, `<row><c><v>1</v></c></row>`), "damaged"},
		"nested without end":       {handmade(t, oneSheet, many("<a>", 100000)), "damaged"},
		"cut off":                  {handmade(t, oneSheet, `<row><c><v>1</v></c></row>`)[:900], "damaged"},
		"a cut-off sheet":          {handmade(t, oneSheet, `<row><c><v>1</v></c></row></worksheet>`), "damaged"},
		"a text that isn't there":  {handmade(t, oneSheet, `<row><c t="s"><v>-1</v></c></row>`), "damaged"},
		"a sheet that isn't there": {packed(t, partsOf(t, handmade(t, oneSheet, ""))[:5]), "damaged"},
		"a part twice":             {packed(t, append(partsOf(t, handmade(t, oneSheet, "")), part{"XL/sheet.xml", ""})), "damaged"},
		"rows outside of tables":   {packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a><table-row><table-cell><p>x</p></table-cell></table-row></a>"}}), "damaged"},
		"too many rows":            {[]byte(many("x\n", 50_001)), "more than 50000 rows"},
		"too many rows in a book":  {handmade(t, oneSheet, many(`<row><c><v>1</v></c></row>`, 50_001)), "more than 50000 rows"},
		"rows that repeat":         {open(t, `<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`), "more than 50000 rows"},
		"cells that repeat":        {open(t, `<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`), "more than 400 columns"},
		"too many columns":         {[]byte(many("x;", 401) + "y\n"), "more than 400 columns"},
		"endless columns":          {[]byte(many(";", 1<<20) + "y\n"), "more than 400 columns"},
		"too many columns, a book": {handmade(t, oneSheet, `<row><c r="XFD1"><v>1</v></c></row>`), "more than 400 columns"},
		"too many cells":           {[]byte(many(many("x;", 399)+"x\n", 5_100)), "far too large"},
		"one text in many cells":   {openTexts(t, 70), "far too large"},
		"a huge text":              {bytes.Repeat([]byte("x"), 64<<20+1), "far too large"},
		"a text that grows":        {append([]byte("\xFF\xFE"), bytes.Repeat([]byte{0x00, 0x4E}, 24<<20)...), "far too large"},
	} {
		t.Run(name, func(t *testing.T) {
			before := allocated()
			got, err := readTables(c.content)
			var fault *data.Error
			if !errors.As(err, &fault) || !strings.Contains(words.English().Sentence(err), c.want) {
				t.Errorf("%v, read %.200s", err, got)
			}
			if took := allocated() - before; took > 600<<20 {
				t.Errorf("took %d MB", took>>20)
			}
		})
	}
}

// allocated is how much memory has ever been asked for: more than was held at any time.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func slicesOf(n int) (parts []part) {
	for i := range n {
		parts = append(parts, part{fmt.Sprint(i), ""})
	}
	return parts
}

// openTexts is a sheet of many rows that all hold the same megabyte.
func openTexts(t testing.TB, megabytes int) []byte {
	return open(t, fmt.Sprintf(`<table:table-row table:number-rows-repeated="%d"><table:table-cell><text:p>%s</text:p></table:table-cell></table:table-row>`, megabytes, strings.Repeat("x", 1<<20)))
}

// Given a leader who stops the reading, or a file that takes too long, then it is over
// at once.
func TestReadingStops(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	late, over := context.WithTimeout(context.Background(), -time.Second)
	defer over()
	content := []byte(strings.Repeat("a;b\n", 10_000))
	for _, content := range [][]byte{content, handmade(t, oneSheet, strings.Repeat("<row><c><v>1</v></c></row>", 10_000)),
		open(t, `<table:table-row table:number-rows-repeated="16000000"><table:table-cell><text:p> </text:p></table:table-cell></table:table-row>`)} {
		if _, err := exchange.Tables(stopped, exchange.File{Content: content}); !errors.Is(err, context.Canceled) {
			t.Errorf("%.20q was read on: %v", content, err)
		}
		if _, err := exchange.Tables(late, exchange.File{Content: content}); !strings.Contains(words.English().Sentence(err), "takes too long") {
			t.Errorf("%.20q: %v", content, err)
		}
	}
}

// Given a unit that stands in merged cells, and rows that are not shown, in workbooks of both kinds, then each row has the unit, and it is told how
// many rows are not shown.
func TestMergedCellsAndHiddenRows(t *testing.T) {
	text := func(s string) string { return `<is><t>` + s + `</t></is>` }
	xlsx := handmade(t, oneSheet, `<row r="1"><c r="A1" t="inlineStr">`+text("Name")+`</c><c r="B1" t="inlineStr">`+text("Unit")+`</c></row>`+
		`<row r="2"><c r="A2" t="inlineStr">`+text("Ada")+`</c><c r="B2" t="inlineStr">`+text("Lab")+`</c></row>`+
		`<row r="3" hidden="1"><c r="A3" t="inlineStr">`+text("Eve")+`</c></row><row r="4"><c r="A4" t="inlineStr">`+text("Can")+`</c><c r="B4"/></row>`+
		`<row r="5"><c r="A5" t="inlineStr">`+text("Zoë")+`</c></row></sheetData><mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="A9:B9"/></mergeCells><sheetData>`)
	cell := func(s, more string) string {
		return `<table:table-cell office:value-type="string"` + more + `><text:p>` + s + `</text:p></table:table-cell>`
	}
	ods := open(t, `<table:table-row>`+cell("Name", "")+cell("Unit", "")+`</table:table-row>`+
		`<table:table-row>`+cell("Ada", "")+cell("Lab", ` table:number-rows-spanned="3"`)+`</table:table-row>`+
		`<table:table-row table:visibility="filter">`+cell("Eve", "")+`<table:covered-table-cell/></table:table-row><table:table-row>`+cell("Can", "")+`<table:covered-table-cell/></table:table-row>`+
		`<table:table-row>`+cell("Zoë", "")+`</table:table-row>`)
	for name, content := range map[string][]byte{"xlsx": xlsx, "ods": ods} {
		tables, err := exchange.TablesOf(content)
		if err != nil || len(tables) != 1 {
			t.Fatal(name, err)
		}
		var told []string
		for _, row := range tables[0].Rows {
			told = append(told, strings.Join(row.Cells, " "))
		}
		if got := strings.Join(told, ", "); got != "Name Unit, Ada Lab, Eve Lab, Can Lab, Zoë" || tables[0].Hidden != 1 {
			t.Errorf("%s: %s, %d hidden", name, got, tables[0].Hidden)
		}
	}
}
