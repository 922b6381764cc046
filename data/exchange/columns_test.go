package exchange_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/words"
	"copleader/reports"
)

// Given the days of a table, then all of them are read the way that those which leave no
// choice are written.
func TestDaysAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"2026-11-30 2026/11/30 2026.1.3 20261130 46356 2026-11-30T14:05:00", "2026-11-30 2026-11-30 2026-01-03 2026-11-30 2026-11-30 2026-11-30"},
		{"30.11.2026 3.4.2026 3.4.26 3.4.70 3._4._2026", "2026-11-30 2026-04-03 2026-04-03 1970-04-03 2026-04-03"},
		{"3/4/2026 03/04/26", "2026-04-03 2026-04-03"},
		{"3/4/2026 3/14/2026", "2026-03-04 2026-03-14"},
		{"3-4-2026 30-11-2026", "2026-04-03 2026-11-30"},
		{"3/4/2026,_2:05_PM 3/5/2026_11:00_am", "2026-03-04 2026-03-05"},
		{"3/14/2026 14/3/2026 3/15/2026", "2026-03-14 - 2026-03-15"},
		{"30._November_2026 Mo,_30._Nov._2026 1er_février_2026 3_de_marzo_de_2026 3_mars_2026 3_März_2026", "2026-11-30 2026-11-30 2026-02-01 2026-03-03 2026-03-03 2026-03-03"},
		{"November_30,_2026 Nov_30_2026 Monday,_November_30,_2026 30th_of_November_2026 30-Nov-26 30_août_2025", "2026-11-30 2026-11-30 2026-11-30 2026-11-30 2026-11-30 2025-08-30"},
		{"12/Mar/26_3:14_PM 1/Sep/26 12/Mär/26_15:14 12.Mar.2026 3/févr./26 46356.6041666667 46356,5", "2026-03-12 2026-09-01 2026-03-12 2026-03-12 2026-02-03 2026-11-30 2026-11-30"},
		{"31.2.2026 0.1.2026 32.1.2026 1.13.2026 2026 11/2026 tomorrow 99999999 12345 30._Foo_2026 - 1.1.0000", "- - - - - - - - - - - -"},
	} {
		samples := strings.Fields(c.written)
		for i := range samples {
			samples[i] = strings.ReplaceAll(samples[i], "_", " ")
		}
		day := exchange.DayReader(samples...)
		var got []string
		for _, s := range samples {
			d, ok := day(s)
			if ok {
				got = append(got, d.String())
			} else {
				got = append(got, "-"+d.String())
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: read %s, want %s", c.written, got, c.want)
		}
	}
}

// Given times as they are written in four languages, then they are read; numbers are none.
func TestTimesAsTheyAreWritten(t *testing.T) {
	for written, want := range map[string]string{
		"14:05": "14:05", "14.05": "14:05", "9:30": "09:30", "14:05:59": "14:05", "14:05:59.123": "14:05", "2:05 PM": "14:05", "2:05:00 pm": "14:05",
		"2 pm": "14:00", "12 am": "00:00", "12:30 p. m.": "12:30", "14h05": "14:05", "14 h": "14:00", "14 Uhr": "14:00", "14.05 Uhr": "14:05",
		"2026-11-30 14:05": "14:05", "2026-11-30T14:05:00Z": "14:05", "11/30/2026, 2:05:00 PM": "14:05", "2:05\u202fPM": "14:05",
		"12/Mar/26 3:14 PM": "15:14", "12/Mär/26 15:14": "15:14", "0.604166666666667": "14:30", "0,5": "12:00", ".75": "18:00", "46356.6041666667": "14:30", "0.25": "06:00",
		"12:00 - 13:30": "12:00", "2–3:30 pm": "14:00", "11-1 pm": "11:00", "von 14 bis 16 Uhr": "14:00", "14h-16h": "14:00", "Tue 12 Dec 2026, 14:00–15:30": "14:00",
		"10-12": "-", "12-01": "-", "1.5": "-",
		"25:00": "-", "14:61": "-", "13 pm": "-", "14": "-", "": "-", "noon": "-",
	} {
		got := "-"
		if clock, ok := exchange.ReadClock(written); ok {
			got = clock.String()
		}
		if got != want {
			t.Errorf("%q: read %s, want %s", written, got, want)
		}
	}
}

// Each heading is written as it is compared, and stands for one thing only.
func TestHeadingsAreSound(t *testing.T) {
	for what, keys := range exchange.Headings() {
		offered := exchange.FieldsOf(what)
		seen := map[string]string{}
		for key, all := range keys {
			if !slices.ContainsFunc(offered, func(c data.Choice) bool { return c.Word == key }) {
				t.Errorf("%s: %s is no column that is offered", what, key)
			}
			for word := range strings.FieldsSeq(all) {
				if word != exchange.HeadingWord(word) {
					t.Errorf("%s: %q is compared as %q", what, word, exchange.HeadingWord(word))
				}
				if seen[word] != "" {
					t.Errorf("%s: %q stands for %s and %s", what, word, seen[word], key)
				}
				seen[word] = key
			}
		}
		for _, c := range offered {
			if words.English().Of(c.Label) == "" {
				t.Errorf("%s: %s has no label", what, c.Word)
			}
		}
	}
}

// Given the headings that other programs write, then what a table is about and what its
// columns hold is understood.
func TestColumnsByTheirHeadings(t *testing.T) {
	for heads, want := range map[string]string{
		"Name;E-Mail":                                        "people name|email",
		"Full Name (required);E-mail *":                      "people name|email",
		"Nom;Prénom;Courriel":                                "people surname|givenName|email",
		"Nombre;Apellidos;Teléfono móvil":                    "people givenName|surname|phone",
		"Name;Vorname;Büro":                                  "people surname|givenName|site",
		"Display name;User principal name;Department;Office": "people name|email|unit|site",
		"Sorted in lists as;Name;Said yes to be named on our page for what to ask about": "people sortAs|name|askOpenly",
		"joined_on;name": "people joinedOn|name",
		"Subject;Start Date;Start Time;End Date;End Time;All day event;Description;Location;Private": "events title|on|start|endOn|end|allDay|purpose|place|",
		"Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ort":                                        "events title|on|start|endOn|end|place",
		"Titre;Date début;Heure début;Lieu":                                                          "events title|on|start|place",
		"Asunto;Fecha de comienzo;Comienzo;Ubicación":                                                "events title|on|start|place",
		"Title;Day;Time;Format;What it is for":                                                       "events title|on|start|format|purpose",
		"Aufgabe;Spalte;Fällig am;Beschreibung":                                                      "items title|column|due|description",
		"Task Name;Bucket Name;Progress;Due Date;Description":                                        "items title|column||due|description",
		"Tarjeta;Lista;Fecha límite":                                                                 "items title|column|due",
		"Title;Why, and what exactly;Links, one a line":                                              "items title|description|links",
		"Name;First Join;Last Leave;In-Meeting Duration;Email;Participant ID (UPN);Role":             "attendance name|joinedAt|leftAt|duration|email|email|role",
		"Name (Original Name);User Email;Total Duration (Minutes);Guest":                             "attendance name|email|duration|",
		"Alpha;Beta;Gamma": " ||",
	} {
		table := exchange.PastedTable(heads + "\n" + strings.Repeat("x;", strings.Count(heads, ";")) + "x")
		what := exchange.GuessWhat(&table)
		got := string(what)
		c := exchange.GuessColumns(&table, what)
		if got += " " + strings.Join(c.Keys, "|"); got != want {
			t.Errorf("%s: taken for %s, want %s", heads, got, want)
		}
	}
}

// Given lists of members and cards that the program itself made, then the same people
// come back in.
func TestOwnListsComeBackIn(t *testing.T) {
	s := community(t)
	for i := range s.Members {
		s.Members[i].Phone = fmt.Sprintf("+49 151 %04d", i)
	}
	s.Members[0].Name, s.Members[0].Organisation = "Ada \"Countess\"; Lovelace", "Semi; Colon"
	var out strings.Builder
	for _, name := range []string{"roster", "roster-csv", "roster-vcf"} {
		out.Reset()
		if _, err := reports.Write(context.Background(), name, held{s}, reports.Options{Today: datatest.Today, Say: words.English()}, &out); err != nil {
			t.Fatal(err)
		}
		people := peopleOf(t, []byte(out.String()))
		if len(people) == 0 {
			t.Fatalf("%s: nobody came in", name)
		}
		for _, p := range people {
			i := slices.IndexFunc(s.Members, func(m data.Member) bool { return m.Name == p.Row.Name })
			if i < 0 {
				t.Errorf("%s brings %q, who is nobody", name, p.Row.Name)
				continue
			}
			m := &s.Members[i]
			for _, key := range p.Given {
				got, want := words.English().Of(data.MemberFields.Of(key).Said(&p.Row)), words.English().Of(data.MemberFields.Of(key).Said(m))
				if got != want {
					t.Errorf("%s: %s of %s is %q, was %q", name, key, m.Name, got, want)
				}
			}
			if name != "roster" && (!slices.Contains(p.Given, "phone") || m.Email != "" && !slices.Contains(p.Given, "email")) || len(p.Doubts) > 0 || !p.Refused.IsZero() {
				t.Errorf("%s brings of %s: %v, %v %v", name, m.Name, p.Given, p.Doubts, p.Refused)
			}
		}
	}
}

func peopleOf(t *testing.T, content []byte) []exchange.Person {
	t.Helper()
	f := exchange.File{Content: content}
	if f.Kind() == exchange.KindCards {
		people, err := exchange.Cards(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		return people
	}
	tables, err := exchange.Tables(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return exchange.PeopleIn(&tables[0], exchange.GuessColumns(&tables[0], exchange.People))
}
