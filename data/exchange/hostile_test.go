package exchange_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// part is one part of a workbook.
type part struct{ name, content string }

// partsOf takes a workbook apart.
func partsOf(t testing.TB, content []byte) []part {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []part
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{f.Name, string(b)})
	}
	return parts
}

// packed puts parts together again.
func packed(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, p.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// spoilt changes one part of a workbook.
func spoilt(t testing.TB, content []byte, name string, change func(string) string) []byte {
	t.Helper()
	parts, found := partsOf(t, content), false
	for i := range parts {
		if parts[i].name == name {
			parts[i].content, found = change(parts[i].content), true
		}
	}
	if !found {
		t.Fatalf("there is no part %s", name)
	}
	return packed(t, parts)
}

const answersPart, bookPart, textsPart = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"

// Given files made to do harm, when they are read, then each is refused with a
// sentence of its own, at once.
func TestHostileFilesAreRefused(t *testing.T) {
	s := community(t)
	good := fill(t, form(t, s, s.Rounds[1].ID), typed)
	change := func(name string, change func(string) string) []byte { return spoilt(t, good, name, change) }
	insert := func(name, mark, text string) []byte {
		return change(name, func(s string) string { return strings.Replace(s, mark, text+mark, 1) })
	}
	bomb := strings.Repeat(" ", 20<<20)
	var many []part
	for i := range 500 {
		many = append(many, part{fmt.Sprint(i), ""})
	}
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"nothing":            {nil, "no workbook"},
		"text":               {[]byte("Name;Answer\n"), "no workbook"},
		"a zip of something": {packed(t, []part{{"readme.txt", "hello"}}), "no workbook"},
		"old Excel":          {append([]byte{0xD0, 0xCF, 0x11, 0xE0}, make([]byte, 600)...), ".xls"},
		"encrypted":          {append([]byte{0xD0, 0xCF, 0x11, 0xE0}, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...), "password"},
		"an empty ods":       {packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "damaged"},
		"a letter":           {packed(t, []part{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}}), "no workbook"},
		"too large":          {append([]byte("PK\x03\x04"), make([]byte, exchange.MaxFile)...), "far larger"},
		"too many parts":     {packed(t, many), "far larger"},
		"bomb in the sheet":  {insert(answersPart, "<sheetData>", bomb), "far larger"},
		"bomb in the book":   {insert(bookPart, "<sheets>", bomb), "far larger"},
		"a bomb that lies":   {lyingSize(insert(answersPart, "<sheetData>", bomb)), "no workbook"},
		"entities":           {insert(answersPart, "<worksheet", `<!DOCTYPE a [<!ENTITY b "cccc">]>`), "damaged"},
		"nested without end": {insert(answersPart, "<sheetData>", strings.Repeat("<a>", 100000)), "damaged"},
		"cut-off sheet":      {change(answersPart, func(s string) string { return s[:len(s)/2] }), "damaged"},
		"other code page":    {change(answersPart, func(s string) string { return strings.Replace(s, "UTF-8", "EBCDIC", 1) }), "damaged"},
		"broken characters":  {insert(answersPart, "<sheetData>", "<x>\xff\xfe</x>"), "damaged"},
		"texts that lack":    {change(textsPart, func(string) string { return "<sst></sst>" }), "damaged"},
		"a part twice":       {packed(t, append(partsOf(t, good), part{answersPart, "<worksheet/>"})), "damaged"},
		"macros":             {packed(t, append(partsOf(t, good), part{"xl/vbaProject.bin", "x"})), "macros"},
		"a lie about sizes":  {lyingSize(good), "no workbook"},
		"cut-off file":       {good[:len(good)/2], "damaged"},
	} {
		filled, err := exchange.ReadSurvey(c.content, s, s.Rounds[1].ID)
		if !data.IsCode(err, data.CodeInvalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, read %+v", name, err, filled)
		}
	}
}

// lyingSize says in the table of contents that every part is empty.
func lyingSize(content []byte) []byte {
	spoilt := bytes.Clone(content)
	for at := 0; ; {
		i := bytes.Index(spoilt[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return spoilt
		}
		at += i
		copy(spoilt[at+24:at+28], []byte{0, 0, 0, 0})
		at += 4
	}
}

// Given workbooks that are odd but honest, then they read as usual.
func TestOddFilesAreRead(t *testing.T) {
	s := community(t)
	good := fill(t, form(t, s, s.Rounds[1].ID), typed)
	far := `<row r="2147483647"><c r="AB2147483647"><v>1</v></c></row><row><c><v>7</v></c></row>`
	for name, content := range map[string][]byte{
		"a far row": spoilt(t, good, answersPart, func(s string) string { return strings.Replace(s, "</sheetData>", far+"</sheetData>", 1) }),
		"a pronunciation": spoilt(t, good, textsPart, func(s string) string {
			return strings.Replace(s, "More coffee &amp; &lt;less&gt; talk</t>", "More coffee &amp; &lt;less&gt; talk</t><rPh><t>say it so</t></rPh>", 1)
		}),
		"names in capitals": spoilt(t, good, bookPart, func(s string) string {
			return strings.NewReplacer(`"cop_round"`, `"COP_ROUND"`, `"a_growth"`, `"A_Growth"`).Replace(s)
		}),
	} {
		filled, err := exchange.ReadSurvey(content, s, s.Rounds[1].ID)
		if err != nil || answersOf(filled) != asRead {
			t.Errorf("%s: %v, read\n%s", name, err, answersOf(filled))
		}
	}
}

// Given a good file with bytes changed at random, then it is read or refused,
// never worse.
func TestMutatedFilesDoNoHarm(t *testing.T) {
	s := community(t)
	good := fill(t, form(t, s, s.Rounds[1].ID), typed)
	random := rand.New(rand.NewPCG(7, 7))
	parts := partsOf(t, good)
	for i := range 300 {
		content := bytes.Clone(good)
		if i%2 == 0 {
			spoil(content, random)
		} else {
			spoilt := make([]part, len(parts))
			copy(spoilt, parts)
			at := random.IntN(len(parts))
			b := []byte(parts[at].content)
			spoil(b, random)
			spoilt[at].content = string(b)
			content = packed(t, spoilt)
		}
		soundAnswers(t, s, content)
	}
}

func spoil(b []byte, random *rand.Rand) {
	for range 1 + random.IntN(8) {
		if len(b) > 0 {
			b[random.IntN(len(b))] = byte(random.IntN(256))
		}
	}
}

// FuzzReadSurvey reads whole files.
func FuzzReadSurvey(f *testing.F) {
	s := community(f)
	seed(f, "surveys")
	f.Add(fill(f, form(f, s, s.Rounds[1].ID), typed))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) { soundAnswers(t, s, content) })
}

// FuzzSurveyPart reads files of which one part says something else: the names, the texts, the answers, or all of an open form.
func FuzzSurveyPart(f *testing.F) {
	s := community(f)
	good := fill(f, form(f, s, s.Rounds[1].ID), typed)
	openForm := sample(f, "surveys/libreoffice.ods").Content
	names := []string{bookPart, textsPart, answersPart, "content.xml"}
	for i, name := range names {
		for _, p := range append(partsOf(f, good), partsOf(f, openForm)...) {
			if p.name == name {
				f.Add(uint8(i), p.content)
			}
		}
	}
	f.Fuzz(func(t *testing.T, part uint8, content string) {
		book := good
		if part%4 == 3 {
			book = openForm
		}
		soundAnswers(t, s, spoilt(t, book, names[part%4], func(string) string { return content }))
	})
}

// soundAnswers checks what holds of all that is read, wherever from.
func soundAnswers(t *testing.T, s *data.Snapshot, content []byte) {
	t.Helper()
	filled, err := exchange.ReadSurvey(content, s, s.Rounds[1].ID)
	if said := words.English().Sentence(err); err != nil && (!data.IsCode(err, data.CodeInvalid) || strings.Contains(said, "%!")) {
		t.Errorf("%v, says %q", err, said)
	}
	if len(filled.Answers) > len(s.CardsOf(s.Rounds[1].ID)) {
		t.Errorf("%d answers", len(filled.Answers))
	}
	for _, a := range filled.Answers {
		if err := a.Validate(); err != nil {
			t.Errorf("%+v: %v", a, err)
		}
	}
}
