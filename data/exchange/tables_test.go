package exchange_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data/exchange"
)

// sample is a file as another program writes it, the people in it invented.
func sample(t testing.TB, path string) exchange.File {
	t.Helper()
	f := slices.Collect(exchange.Files(filepath.Join("testdata", filepath.FromSlash(path))))[0]
	if f.Err != nil {
		t.Fatal(f.Err)
	}
	return f
}

// tables are those of a sample.
func tables(t testing.TB, path string) []exchange.Table {
	t.Helper()
	read, err := exchange.Tables(context.Background(), sample(t, path))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return read
}

// toldColumns is the place of the headings and the keys of the columns.
func toldColumns(c exchange.Columns) string {
	return string(rune('0'+c.Head+1)) + " " + strings.Join(c.Keys, "|")
}

// peopleTables says what each text in columns brings: what it is taken for, the row of the
// headings counted from 1, the key of each column, then the people.
var peopleTables = map[string]string{
	"excel-de-utf8-bom.csv": `people 1 givenName|surname|email|phone|organisation|unit|site|joinedOn|note
		2 name=Jürgen Groß email=juergen.gross@meridian.example phone=+49 89 1234-0 organisation=Meridian Mobility GmbH unit=Prüfstand site=München joinedOn=3 Feb 2025 note=Kommt meist⏎erst ab 14 Uhr; ruft vorher an
		4 name=Łucja Wiśniewska email=lucja@meridian.example unit=Prüfstand joinedOn=15 Nov 2025
		6 name=Zoë von der "Höh" email=zoe@meridian.example phone=+49 151 000 joinedOn=31 Dec 2025`,
	"excel-de-1252.csv": `people 1 givenName|surname|email|phone|organisation|unit|site|joinedOn|note
		2 name=Jürgen Groß email=juergen.gross@meridian.example phone=+49 89 1234-0 organisation=Meridian Mobility GmbH unit=Prüfstand site=München joinedOn=3 Feb 2025 note=Kommt meist⏎erst ab 14 Uhr; ruft vorher an
		4 name=Lucja Wisniewska email=lucja@meridian.example unit=Prüfstand joinedOn=15 Nov 2025
		6 name=Zoë von der "Höh" email=zoe@meridian.example phone=+49 151 000 joinedOn=31 Dec 2025`,
	"excel-unicode.txt": `people 1 surname|givenName|email|unit|joinedOn
		2 name=Chloé Lefèvre email=chloe.lefevre@meridian.example unit=Essais joinedOn=1 Feb 2026
		3 name=Élise D’Amico email=elise.damico@meridian.example unit=Essais véhicule joinedOn=14 Aug 2025
		5 name=小明 王`,
	"utf16-be.txt": `people 1 givenName|surname|email|unit|joinedOn
		2 name=María José García López email=maria@meridian.example unit=Ensayos joinedOn=3 Mar 2026
		3 name=Íñigo Núñez unit=Ensayos joinedOn=12 Jan 2026`,
	"utf16-no-mark.txt": `people 1 name|unit
		2 name=Nguyễn Thị Hoa unit=Rig`,
	"outlook-en.csv": `people 1 givenName|middleName|surname|||organisation|unit|||site|||phone||email||||note
		2 name=Ada King Lovelace email=ada@meridian.example phone=+44 20 7946 0001 organisation=Meridian Mobility unit=Analytics site=London note=Met at the fair
		3 name=Grace Hopper email=grace@meridian.example phone=+1 555 0101 organisation=Meridian Mobility unit=Compilers`,
	"google.csv": `people 1 givenName|middleName|surname||||||called|sortAs|organisation||unit||note||||email||||phone
		2 name=Adaeze Okafor called=Ada email=adaeze@meridian.example phone=+234 800 000 0001 organisation=Meridian Mobility unit=Rig
		3 name=小明 王`,
	"google-old.csv": `people 1 name|givenName|middleName|surname|called|note||email||phone|organisation|unit
		2 name=Adaeze Okafor email=adaeze@meridian.example phone=+234 800 000 0001 organisation=Meridian Mobility unit=Rig
		3 name=Bashir Haddad`,
	"us-dates.csv": `people 1 name|email|joinedOn|leftOn
		2 name=Ada Lovelace email=ada@meridian.example joinedOn=31 Jan 2025
		3 name=Grace Hopper email=grace@meridian.example joinedOn=3 Feb 2025 leftOn=1 Dec 2025
		4 name=Edsger Dijkstra email=edsger@meridian.example ? Joined on: “13/13/2025” could not be made out; it is left out.
		5 name=Barbara Liskov joinedOn=4 Mar 2025 ? E-mail is left out: This does not look like an e-mail address. ? Left on is left out: The day of leaving lies before the day of joining.
		7 name=Nobody Known email=nobody.known@meridian.example ? There is no name; it was made of the address nobody.known@meridian.example.
		8 joinedOn=6 May 2025 ! There is no name.`,
	"titled.csv": `people 3 |name|unit
		5 name=Ada Lovelace unit=Rig
		6 name=Grace Hopper (Amazing) unit=Fleet`,
	"no-headings.csv": `people 0 name|email|unit
		1 name=Ada Lovelace email=ada@meridian.example unit=Rig
		2 name=Grace Hopper email=grace@meridian.example unit=Fleet`,
	"sep.csv": `people 1 name|email
		3 name=Ada; first of her name email=ada@meridian.example`,
	"one-column.csv": `people 1 name
		2 name=Ada Lovelace
		3 name=Grace Hopper`,
	"quotes.csv": `people 1 name|note
		2 name=Ada "Countess" Lovelace note=said "yes"
		3 name=Grace Hopper note=5" disks
		4 name="Edsger note=never closed
		5 name=Barbara note=last`,
	"mac.csv": `people 1 name|unit
		2 name=Ada Lovelace unit=Rig
		3 name=Grace Hopper unit=Fleet`,
	"spoilt-utf8.csv": `people 1 name|unit
		2 name=Łukasz unit=Prüfstand
		3 name=Élise unit=Café
		4 name=Xé unit=Rig`,
}

// Given texts in columns as spreadsheets and address books write them, then each is
// understood by its headings, or by what stands in it.
func TestPeopleInTexts(t *testing.T) {
	eachSample(t, "testdata/tables", func(name string) {
		want, told := peopleTables[name]
		if !told {
			t.Fatalf("nothing says what %s brings", name)
		}
		table := tables(t, "tables/"+name)[0]
		what := exchange.GuessWhat(&table)
		c := exchange.GuessColumns(&table, exchange.People)
		got := string(what) + " " + toldColumns(c) + "\n" + toldPeople(exchange.PeopleIn(&table, c))
		expect(t, name, got, want)
	})
}

// eachSample does something with every file in a folder of samples.
func eachSample(t *testing.T, folder string, do func(name string)) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) == 0 {
		t.Fatal("no samples", err)
	}
	for _, entry := range entries {
		do(entry.Name())
	}
}
