package reports_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// csvRows reads a list back, without the mark at its beginning.
func csvRows(t *testing.T, content []byte) [][]string {
	t.Helper()
	rest, marked := bytes.CutPrefix(content, []byte("\ufeff"))
	if !marked {
		t.Error("Excel would read the letters wrong: the mark is missing")
	}
	rows, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
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
		if a, b := strings.TrimRight(strings.Join(got[i], "|"), "|"), strings.TrimRight(strings.Join(want[i], "|"), "|"); a != b {
			t.Errorf("row %d: %s, the workbook has %s", i, a, b)
		}
	}
	if strings.Count(string(content), "\r\n") != len(got) {
		t.Error("lines do not end as the format asks for")
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
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
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
			if !slices.Contains([]string{"version", "prodid", "uid", "rev", "fn", "n", "nickname", "email", "org", "role", "note", "categories", "sort-string"}, field) {
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

// wellFolded fails where a line of a calendar or card is longer than readers take.
func wellFolded(t *testing.T, content []byte) {
	t.Helper()
	for line := range strings.SplitSeq(string(content), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}
