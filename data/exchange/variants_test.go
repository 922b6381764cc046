package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/exchange"
)

// rosterBook is a workbook of two people with days and times of joining, in which the second column of days is no day but in its format.
func rosterBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	rows := [][]any{{"Name", "E-mail", "Unit", "Joined", "Paid"}, {"山田 太郎", "taro@meridian.example", "研究", time.Date(2025, 3, 1, 9, 30, 0, 0, time.UTC), true},
		{"محمد علي", "ali@meridian.example", "مختبر", time.Date(2024, 12, 31, 17, 5, 0, 0, time.UTC), false}}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var content bytes.Buffer
	if err := f.Write(&content); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// Given one roster as several programs save it, then the same people come in.
func TestARosterInManyForms(t *testing.T) {
	const want = "2 name=山田 太郎 email=taro@meridian.example unit=研究 joinedOn=1 Mar 2025\n3 name=محمد علي email=ali@meridian.example unit=مختبر joinedOn=31 Dec 2024"
	latin := strings.NewReplacer("山田 太郎", "Žoë Müller", "محمد علي", "Søren Ödegård", "研究", "Prüfstand", "مختبر", "Café")
	for name, c := range map[string]struct {
		content []byte
		latin   bool
	}{
		"a workbook":            {content: rosterBook(t)},
		"a strict workbook":     {content: strict(t, rosterBook(t))},
		"Google Sheets":         {content: []byte("Name,E-mail,Unit,Joined,Paid\r\n山田 太郎,taro@meridian.example,研究,3/1/2025 9:30:00,TRUE\r\nمحمد علي,ali@meridian.example,مختبر,12/31/2024 17:05:00,FALSE\r\n")},
		"Excel, Windows-1252":   {content: in1252(latin.Replace("Name;E-Mail;Abteilung;Beigetreten;Bezahlt\r\n山田 太郎;taro@meridian.example;研究;01.03.2025 09:30;WAHR\r\nمحمد علي;ali@meridian.example;مختبر;31.12.2024 17:05;FALSCH\r\n")), latin: true},
		"copied out of a sheet": {content: []byte("Name\tE-mail\tUnit\tJoined\tPaid\n山田 太郎\ttaro@meridian.example\t研究\t2025-03-01 09:30\tTRUE\nمحمد علي\tali@meridian.example\tمختبر\t2024-12-31 17:05\tFALSE")},
	} {
		wanted := want
		if c.latin {
			wanted = latin.Replace(want)
		}
		if got := toldPeople(peopleOf(t, c.content)); got != wanted {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, wanted)
		}
		tables, err := exchange.Tables(context.Background(), exchange.File{Content: c.content})
		if err != nil || exchange.GuessWhat(&tables[0]) != exchange.People {
			t.Errorf("%s is taken for %q, %v", name, exchange.GuessWhat(&tables[0]), err)
		}
	}
}

func in1252(text string) []byte {
	var b []byte
	for _, r := range text {
		switch r {
		case 'Ž':
			b = append(b, 0x8E)
		default:
			b = append(b, byte(r))
		}
	}
	return b
}

// Given what the leader said of columns that nobody could guess, then the next file with these headings is read so, from another program too, and
// a file with other headings is not.
func TestColumnsThatWereExplainedAreRemembered(t *testing.T) {
	h := exchange.Hints{Zone: "Europe/Berlin"}
	read := func(content string) *exchange.Source {
		return exchange.Understand(context.Background(), exchange.File{Name: "clen.csv", Content: []byte(content)}, h)
	}
	planOf := func(s *exchange.Source) *exchange.Plan {
		p := exchange.NewPlan(&data.Snapshot{}, data.NewDate(2026, 12, 1))
		p.AddSource(s)
		return p
	}
	s := read("Osoba;Adresa;Oddelenie;Poznámka\nŽofie Dvořáková;zofie@meridian.example;Rig;x\nRéka Szőke;reka@meridian.example;Lab;y\n")
	s.TakeFor(exchange.People, h)
	s.Hold([]string{"name", "email", "unit", ""}, true, h)
	h.Known = planOf(s).Columns
	if len(h.Known) != 1 {
		t.Fatalf("remembered are %+v", h.Known)
	}
	same(t, planned(planOf(read("OSOBA\tadresa\tOddelenie\tpoznámka\nJán Novák\tjan@meridian.example\tLab\tz\n"))), "new Ján Novák")
	if s := read("Osoba;Adresa;Oddelenie;Poznámka\nJán Novák;jan@meridian.example;Lab;z\n"); s.What != exchange.People || strings.Join(s.Columns.Keys, "|") != "name|email|unit|" || len(s.Notes()) != 0 {
		t.Errorf("it is read as %s %v and says %v", s.What, s.Columns.Keys, s.Notes())
	}
	if s := read("Osoba;Adresa;Oddelenie\nJán Novák;jan@meridian.example;Lab\n"); strings.Join(s.Columns.Keys, "|") == "name|email|unit" {
		t.Error("another table is read so too")
	}
}

// Given the same person several times in one file, in other spellings, then they come in once, and the others say where they stand already.
func TestTheSamePersonTwiceInAFile(t *testing.T) {
	s := exchange.UnderstandText("Name\tE-mail\nZoë Müller\tzoe@x.de\nMUELLER, Zoe\t\nZoë Müller\u200B\tzoe@x.de\nEve Adams\tZOE@x.de\nCan Öz\tcan@x.de\n", exchange.Hints{})
	p := exchange.NewPlan(&data.Snapshot{}, data.NewDate(2026, 12, 1))
	p.AddSource(s)
	same(t, planned(p), "new Zoë Müller\ndoubtful Zoe MUELLER\ndoubtful Zoë Müller\ndoubtful Eve Adams\nnew Can Öz")
	if p.Taken() != 2 || english(p.Rows[1].Why) != "The same name or address stands in line 2 already." {
		t.Errorf("%d come in; of the second it says %q", p.Taken(), english(p.Rows[1].Why))
	}
}
