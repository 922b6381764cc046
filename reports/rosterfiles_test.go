package reports_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/sheet/sheettest"
)

// csvRows reads a list back, without the mark at its beginning.
func csvRows(t *testing.T, content []byte) [][]string {
	t.Helper()
	rest, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	if !marked {
		t.Error("Excel would read the letters wrong: the mark is missing")
	}
	r := csv.NewReader(bytes.NewReader(rest))
	if bytes.Contains(rest, []byte("Name;")) {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTheListForOtherProgramsIsTheWorkbooks(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	opt.Roster = []int64{snap.Members[5].ID, snap.Members[0].ID, snap.Members[6].ID, snap.Members[13].ID}
	content, _ := write(t, "roster-csv", snap, opt)
	workbook, _ := write(t, "roster", snap, opt)
	want := sheettest.Open(t, workbook).Rows("Members")[2:]
	got := csvRows(t, content)
	if len(got) != len(want) {
		t.Fatalf("%d rows, the workbook has %d", len(got), len(want))
	}
	for i := range got {
		got[i] = got[i][:8]
		if on, err := data.ParseDate(got[i][7]); err == nil { // as a day of the calendar there
			got[i][7] = words.English().Date(on)
		}
		if a, b := strings.TrimRight(strings.Join(got[i], "|"), "|"), strings.TrimRight(strings.Join(want[i], "|"), "|"); a != b {
			t.Errorf("row %d: %s, the workbook has %s", i, a, b)
		}
	}
	if strings.Count(string(content), "\r\n") != len(got) {
		t.Error("lines do not end as the format asks for")
	}
}

// Given a computer that writes 1,5, then the list is separated by semicolons, unless another sign was chosen; it has the
// columns that the workbook has no room for, and LibreOffice reads it in German.
func TestTheListForOtherProgramsFollowsTheRegion(t *testing.T) {
	t.Parallel()
	snap, opt := demoSnapshot(t), options()
	m := &snap.Members[0]
	m.Called, m.Email, m.Organisation = "Zoë", "z.o'brien+cop@example.org", "Meridian; Mobility, Ltd"
	m.Phone, m.Pronouns = "+49 30 5550 101", "she/her"
	opt.Region, opt.Roster = "de_DE.UTF-8", []int64{m.ID}
	german, _ := write(t, "roster-csv", snap, opt)
	rows := csvRows(t, german)
	if want := []string{"Called", "E-mail", "Phone", "Pronouns", "Organisation"}; !slices.Equal(rows[0][8:], want) {
		t.Errorf("columns %q", rows[0])
	}
	if want := []string{m.Called, m.Email, m.Phone, m.Pronouns, m.Organisation}; !slices.Equal(rows[1][8:], want) {
		t.Errorf("cells %q", rows[1])
	}
	for region, want := range map[string]string{"de_DE.UTF-8": "Name;Role", "fr-CH": "Name;Role", "en_GB.UTF-8": "Name,Role",
		"es_MX": "Name,Role", "es-ES": "Name;Role", "C": "Name,Role", "": "Name,Role", "zh_CN": "Name,Role"} {
		opt.Region = region
		if content, _ := write(t, "roster-csv", snap, opt); !bytes.Contains(content, []byte(want)) {
			t.Errorf("%q gives %.20q", region, content)
		}
	}
	opt.Separator = "\t"
	if content, _ := write(t, "roster-csv", snap, opt); !bytes.Contains(content, []byte("Name\tRole")) {
		t.Errorf("a tab was chosen: %.20q", content)
	}

	out := soffice(t, "xlsx", map[string][]byte{"list.csv": german}, "--infilter=CSV:59,34,76,1,,1031")
	book := sheettest.Open(t, read(t, filepath.Join(out, "list.xlsx")))
	if got := book.Rows(book.Sheets()[0])[1]; got[0] != m.Name || got[9] != m.Email || got[10] != m.Phone || got[12] != m.Organisation {
		t.Errorf("LibreOffice reads %q", got)
	}
}

func TestNoCellOfAListBecomesAFormula(t *testing.T) {
	snap := demoSnapshot(t)
	for i, evil := range []string{"=1+2", "+1", "-1", "@SUM(A1)", "\t=1+2", "\r=1+2", "a,\"b\"\r\n=1", "Zoë"} {
		snap.Members[i].Name, snap.Members[i].Unit = evil, evil
	}
	content, _ := write(t, "roster-csv", snap, options())
	found := 0
	for _, row := range csvRows(t, content) {
		for _, cell := range row {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") && !strings.HasPrefix(cell, "+49 30 5550") && !strings.HasPrefix(cell, "+48 22 555") {
				t.Errorf("a cell begins like a formula: %q", cell)
			}
			if strings.HasPrefix(cell, "'=1+2") {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("the text is gone")
	}
}

// person is a card as another reader found it.
type person struct {
	FN, N, Email, Org, Note, Role, Nick, UID string
	All                                      []string
}

func cards(t *testing.T, content []byte) []person {
	t.Helper()
	var people []person
	python(t, "vobject", `
import sys, json, vobject
text = lambda c, k: (lambda v: ';'.join(v) if isinstance(v, list) else str(v))(getattr(c, k).value) if hasattr(c, k) else ''
print(json.dumps([dict(FN=c.fn.value, N=c.n.value.family, Email=text(c, 'email'), Org=text(c, 'org'), Note=text(c, 'note'),
  Role=text(c, 'role'), Nick=text(c, 'nickname'), UID=text(c, 'uid'), All=sorted(c.contents.keys())) for c in vobject.readComponents(sys.stdin.buffer.read().decode('utf-8'))]))
`, content, &people)
	return people
}

func TestAnotherProgramReadsTheCardsOfPeople(t *testing.T) {
	snap := demoSnapshot(t)
	m := &snap.Members[5]
	m.Email, m.Called, m.Organisation, m.Note = "wang@example.org", "Mei", "Meridian; Mobility, Ltd", "private thoughts"
	snap.Members[6].Name = "a;b,c\\d\nEND:VCARD " + strings.Repeat("ä王", 200)
	content, _ := write(t, "roster-vcf", snap, options())
	people := cards(t, content)
	if len(people) != len(snap.Members) {
		t.Fatalf("%d cards of %d people", len(people), len(snap.Members))
	}
	var names []string
	for _, p := range people {
		if p.FN != p.N {
			t.Errorf("the name %q was split: %q", p.FN, p.N)
		}
		names = append(names, p.FN)
		for _, field := range p.All {
			if !slices.Contains([]string{"version", "prodid", "uid", "rev", "fn", "n", "nickname", "email", "tel", "pronouns", "org", "role", "note", "categories", "sort-string"}, field) {
				t.Errorf("a card tells %s", field)
			}
		}
	}
	for _, m := range snap.Members {
		if !slices.Contains(names, data.CleanLine(m.Name)) {
			t.Errorf("%q is missing", m.Name)
		}
	}
	p := people[slices.Index(names, "王晓梅")]
	if p.Email != "wang@example.org" || p.Nick != "Mei" || p.Org != "Meridian; Mobility, Ltd;Data" || p.Note != "Ask about: data checks" {
		t.Errorf("%+v", p)
	}
	if bytes.Contains(content, []byte("private")) || bytes.Contains(content, []byte("ctive")) {
		t.Error("the cards tell notes or levels")
	}
	wellFolded(t, content)
}

// Given an address that the form takes, then it is in the card, spelled as every program reads it; one that cannot be is named.
func TestEveryAddressGetsIntoTheCards(t *testing.T) {
	t.Parallel()
	for email, want := range map[string]string{"s.o'brien@example.org": "s.o'brien@example.org", "a+b@example.org": "a+b@example.org",
		"ute@büro-köln.example": "ute@xn--bro-kln-e1a3c.example", "δοκιμή@παράδειγμα.example": "δοκιμή@παράδειγμα.example"} {
		if !data.IsEmail(email) {
			t.Errorf("the form does not take %q", email)
		}
		snap, opt := demoSnapshot(t), options()
		snap.Members[5].Email, opt.Roster = email, []int64{snap.Members[5].ID}
		content, report := write(t, "roster-vcf", snap, opt)
		if p := cards(t, content)[0]; p.Email != want {
			t.Errorf("%q became %q, want %q", email, p.Email, want)
		}
		if len(report.Remarks) > 0 {
			t.Errorf("%q: %v", email, report.Remarks)
		}
	}
	snap := demoSnapshot(t)
	snap.Members[5].Email = "no address"
	if _, report := write(t, "roster-vcf", snap, options()); len(report.Remarks) != 1 || !strings.Contains(options().Say.Of(report.Remarks[0]), "no address") {
		t.Errorf("what was left out is not told: %v", report.Remarks)
	}
}

// Given address books that take one card a file, then each person has one, also where two share a name.
func TestCardsComeOneAFileToo(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Members[1].Name, snap.Members[2].Name, snap.Members[3].Name = "Ana", "ANA", "../.."
	content, _ := write(t, "roster-cards", snap, options())
	files, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	var all []byte
	for _, f := range files.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		card, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(card, []byte("BEGIN:VCARD")) != 1 {
			t.Errorf("%s holds %q", f.Name, card)
		}
		order, all = append(order, f.Name), append(all, card...)
	}
	names := map[string]string{}
	for i, p := range cards(t, all) {
		names[order[i]] = p.FN
	}
	if len(names) != len(snap.Members) || len(files.File) != len(snap.Members) {
		t.Errorf("%d files of %d people", len(files.File), len(snap.Members))
	}
	for file, want := range map[string]string{"Ana.vcf": "Ana", "ANA 2.vcf": "ANA", "card.vcf": "../..", "王晓梅.vcf": "王晓梅"} {
		if names[file] != want {
			t.Errorf("%s is of %q, want %q (%v)", file, names[file], want, names)
		}
	}
}

// wellFolded fails where a line of a calendar or card is longer than readers take.
func wellFolded(t *testing.T, content []byte) {
	t.Helper()
	for line := range strings.SplitSeq(string(content), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

// Given a member with a phone number, then their card has it, and the demo has some.
func TestCardsTellThePhone(t *testing.T) {
	content, _ := write(t, "roster-vcf", demoSnapshot(t), options())
	if !bytes.Contains(content, []byte("\r\nTEL:+49 30 5550 101\r\n")) {
		t.Errorf("the cards are %.600s", content)
	}
}

// Given a member who says how to be spoken of, then their card has it.
func TestCardsTellPronouns(t *testing.T) {
	content, _ := write(t, "roster-vcf", demoSnapshot(t), options())
	if !bytes.Contains(content, []byte("\r\nPRONOUNS:she/her\r\n")) {
		t.Errorf("the cards are %.600s", content)
	}
}
