package exchange_test

import (
	"bytes"
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
