package exchange_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"unicode/utf8"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// seed gives a fuzzer every sample of a folder.
func seed(f *testing.F, folders ...string) {
	f.Helper()
	for _, folder := range folders {
		entries, err := os.ReadDir(filepath.Join("testdata", folder))
		if err != nil {
			f.Fatal(err)
		}
		for _, entry := range entries {
			f.Add(sample(f, folder+"/"+entry.Name()).Content)
		}
	}
}

// misspoken is a sentence whose arguments don't fit.
var misspoken = regexp.MustCompile(`%!(\w?\(|\(EXTRA)`)

// soundPeople checks what holds of all people that come in, wherever from.
func soundPeople(t *testing.T, people []exchange.Person) {
	t.Helper()
	for _, p := range people {
		for _, said := range append(slices.Clone(p.Doubts), p.Refused) {
			if text := words.English().Of(said); misspoken.MatchString(text) || text != data.CleanText(text) {
				t.Errorf("said %q", text)
			}
		}
		if !p.Refused.IsZero() {
			continue
		}
		if p.Row.Name == "" || !slices.Contains(p.Given, "name") {
			t.Errorf("somebody without a name: %+v", p)
		}
		p.Row.JoinedOn = max(p.Row.JoinedOn, data.NewDate(1900, 1, 1)) // which is asked for
		if p.Row.LeftOn != 0 {
			p.Row.LeftOn = max(p.Row.LeftOn, p.Row.JoinedOn)
		}
		if err := p.Row.Validate(); err != nil {
			t.Errorf("%+v: %v", p.Row, err)
		}
	}
}

// FuzzTables reads tables and the people in them.
func FuzzTables(f *testing.F) {
	seed(f, "tables", "books")
	f.Add(handmade(f, oneSheet, `<row r="5"><c r="B5" t="s"><v>1</v></c><c s="1"><v>46356</v></c><c t="inlineStr"><is><t>in</t></is></c></row>`))
	f.Add([]byte("Name;Joined on\nAda;1/2/26"))
	f.Fuzz(soundTables)
}

// soundTables checks what holds of all tables that are read.
func soundTables(t *testing.T, content []byte) {
	tables, err := exchange.TablesOf(content)
	if err != nil {
		return
	}
	for _, table := range tables {
		for _, row := range table.Rows {
			soundRow(t, row)
		}
		exchange.GuessWhat(&table)
		for _, what := range []exchange.What{exchange.People, exchange.Events, exchange.Items, exchange.Attendance} {
			c := exchange.GuessColumns(&table, what)
			if what == exchange.People {
				soundPeople(t, exchange.PeopleIn(&table, c))
			}
		}
	}
}

func soundRow(t *testing.T, row exchange.TableRow) {
	if len(row.Cells) == 0 || len(row.Cells) > 400 || row.Cells[len(row.Cells)-1] == "" {
		t.Errorf("a row of %d cells", len(row.Cells))
	}
	for _, cell := range row.Cells {
		if !utf8.ValidString(cell) || cell != data.CleanText(cell) {
			t.Errorf("the cell %q is not clean", cell)
		}
	}
}

// FuzzPastedPeople reads people out of a text.
func FuzzPastedPeople(f *testing.F) {
	for _, text := range []string{"Ada Lovelace <ada@firm.example>; Hopper, Grace", "- Ada\n* Grace\n3. Ken", "Name\tE-mail\nAda\ta@b.example", `"Lovelace, Ada" <a@b.example>, c@d.example`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { soundPeople(t, exchange.PastedPeople(text)) })
}

// FuzzCards reads people from cards.
func FuzzCards(f *testing.F) {
	seed(f, "cards")
	f.Fuzz(func(t *testing.T, content []byte) {
		if people, err := exchange.CardsOf(content); err == nil {
			soundPeople(t, people)
		}
	})
}

// Given every sample with bytes changed at random, then it is read or refused, never worse.
func TestMutatedListsDoNoHarm(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 11))
	for _, folder := range []string{"tables", "books", "cards"} {
		eachSample(t, "testdata/"+folder, func(name string) {
			content := sample(t, folder+"/"+name).Content
			for range 40 {
				mutated := mutate(t, content, random)
				people, err := exchange.CardsOf(mutated)
				if err == nil {
					soundPeople(t, people)
				}
				soundTables(t, mutated)
				soundPeople(t, exchange.PastedPeople(string(mutated[:min(len(mutated), 4096)])))
				if t.Failed() {
					t.Fatalf("%s, changed to %q", name, mutated)
				}
			}
		})
	}
}

// mutate changes some bytes of a file, or of a part of it.
func mutate(t *testing.T, content []byte, random *rand.Rand) []byte {
	mutated := bytes.Clone(content)
	if !bytes.HasPrefix(content, []byte("PK")) || random.IntN(4) == 0 {
		spoil(mutated, random)
		return mutated[:len(mutated)-random.IntN(1+len(mutated)/8)]
	}
	parts := partsOf(t, content)
	for range 1 + random.IntN(3) {
		at := random.IntN(len(parts))
		b := []byte(parts[at].content)
		spoil(b, random)
		parts[at].content = string(b)
	}
	return packed(t, parts)
}

// FuzzText reads a pasted text as everything that it may be taken for, and plans it.
func FuzzText(f *testing.F) {
	for _, text := range []string{"Hi all,\n- Ada Lovelace, Sales\n* Grace Hopper: leads\nBest regards\nAnna", "Name: Ada\nE-Mail: a@b.example\n\nGrace Hopper\nTel.: +49 151 1234567",
		"# To do\n- [x] A\tdone\t1/Apr/26\n** deeper\n\tfurther\n", "To do;Doing\nA;B\n", "12.12.2026 14:00-15:30 Uhr Lab\nDec 3, 2026: Talk", "| Name | E-Mail |\n|---|---|\n| Ada | a@b.example |",
		"Protokoll vom 1.1.2026\nAnwesend: Ada Lovelace / Grace Hopper\nEntschuldigt: Eve", "Name\tJoin Time\tLeave Time\nAda\t16:00\t17:00"} {
		f.Add(text)
	}
	h := exchange.Hints{Zone: "Europe/Berlin", From: autumn.from, To: autumn.to, Codes: []string{"CT-01W"}}
	f.Fuzz(func(t *testing.T, text string) {
		file := exchange.Understand(context.Background(), exchange.File{Name: "list.txt", Content: []byte(text)}, h)
		for _, s := range []*exchange.Source{exchange.UnderstandText(text, h), file} {
			for _, what := range append([]exchange.What{s.What}, s.MayBe()...) {
				s.TakeFor(what, h)
				soundSource(t, s)
			}
		}
	})
}

// soundSource checks that what a source says can be said, and that what comes of its plan is what the file takes.
func soundSource(t *testing.T, s *exchange.Source) {
	t.Helper()
	for _, note := range s.Notes() {
		if text := words.English().Of(note); misspoken.MatchString(text) || text != data.CleanText(text) {
			t.Errorf("said %q", text)
		}
	}
	p := exchange.NewPlan(&data.Snapshot{Community: data.Community{TimeZone: "Europe/Berlin"}}, data.NewDate(2026, 12, 1))
	p.AddSource(s)
	in := p.Intake()
	for i := range in.Members {
		if err := in.Members[i].Validate(); err != nil {
			t.Errorf("%+v: %v", in.Members[i], err)
		}
	}
	for i := range in.Events {
		if err := in.Events[i].Validate(); err != nil {
			t.Errorf("%+v: %v", in.Events[i], err)
		}
	}
	for i := range in.Items {
		if err := in.Items[i].Validate(); err != nil {
			t.Errorf("%+v: %v", in.Items[i], err)
		}
	}
}
