package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/words"
	"copleader/reports"
)

// missing ends a test for which a program is missing, unless all are said to be there.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(what, "is missing")
	}
	t.Skip(what, "is missing")
}

// programs are LibreOffice and a python that reads workbooks.
func programs(t *testing.T) (soffice, python string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		missing(t, "soffice")
	}
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			return soffice, name
		}
	}
	missing(t, "python's openpyxl")
	return "", ""
}

// run starts another program and gives what it wrote.
func run(t *testing.T, stdin []byte, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stdin = bytes.NewReader(stdin)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, &complaint)
	}
	return out
}

// resave is what somebody does who opens a workbook with python and saves it again.
const resave = `import io, sys, openpyxl
out = io.BytesIO()
openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read())).save(out)
sys.stdout.buffer.write(out.getvalue())`

// broughtBy is whom a file brings, wherever they stand in it: a row of a sheet may take
// several lines of a text.
func broughtBy(t *testing.T, content []byte) string {
	people := peopleOf(t, content)
	for i := range people {
		people[i].Line = i + 1
	}
	return toldPeople(people)
}

// Given our list of members and a sample of each kind, when other programs have saved
// them in their way, then the same people come in.
func TestPeopleComeThroughOtherPrograms(t *testing.T) {
	soffice, python := programs(t)
	var ours bytes.Buffer
	if _, err := reports.Write(context.Background(), "roster", held{community(t)}, reports.Options{Today: datatest.Today, Say: words.English()}, &ours); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"ours": ours.Bytes(), "german": sample(t, "tables/excel-de-utf8-bom.csv").Content}
	t.Parallel()
	o, want := &office{dir: t.TempDir()}, map[string]string{}
	for name, content := range files {
		want[name] = broughtBy(t, content)
		file := name + ".csv"
		if bytes.HasPrefix(content, []byte("PK")) {
			file = name + ".xlsx"
		}
		o.open(t, file, content)
		o.save(name+".xlsx", asXLSX)
		o.save(name+".ods", asODS)
		o.do("close")
	}
	if strings.Count(want["ours"], "\n") < 20 {
		t.Fatalf("our list brings\n%s", want["ours"])
	}
	o.run(t, soffice)
	for name := range files {
		for _, kind := range []string{"ods", "xlsx"} {
			expect(t, fmt.Sprint(name, " as ", kind), broughtBy(t, o.saved(t, name+"."+kind)), want[name])
		}
		again := run(t, o.saved(t, name+".xlsx"), python, "-c", resave)
		expect(t, name+" saved by python", broughtBy(t, again), want[name])
	}
	again := run(t, ours.Bytes(), python, "-c", resave)
	expect(t, "ours saved by python", broughtBy(t, again), want["ours"])
	if _, err := exchange.Tables(context.Background(), exchange.File{Content: again[:len(again)-100]}); err == nil {
		t.Error("a file that is cut off is read")
	}
}

// Given a program of events, a backlog and a list of who came, when LibreOffice has made workbooks of them and python has saved those
// again, then the same comes in.
func TestListsComeThroughOtherPrograms(t *testing.T) {
	soffice, python := programs(t)
	tabled := func(t *testing.T, content []byte) (*exchange.Table, exchange.Columns) {
		t.Helper()
		tables, err := exchange.Tables(context.Background(), exchange.File{Content: content})
		if err != nil {
			t.Fatal(err)
		}
		return &tables[0], exchange.GuessColumns(&tables[0], exchange.GuessWhat(&tables[0]))
	}
	events := func(t *testing.T, content []byte) (told []string) {
		table, columns := tabled(t, content)
		for _, e := range exchange.EventsIn(table, columns, "Europe/Berlin") {
			told = append(told, toldEvent(e))
		}
		return told
	}
	items := func(t *testing.T, content []byte) []string {
		table, columns := tabled(t, content)
		return toldItems(exchange.ItemsIn(table, columns))
	}
	came := func(t *testing.T, content []byte) []string {
		a, err := exchange.AttendanceOf(context.Background(), exchange.File{Content: content})
		if err != nil {
			t.Fatal(err)
		}
		return toldList(a)
	}
	program, err := charmap.Windows1252.NewDecoder().Bytes(sample(t, "events/program-de.csv").Content)
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string]struct {
		content []byte
		told    func(*testing.T, []byte) []string
	}{
		"events": {program, events},
		"items":  {sample(t, "items/own.csv").Content, items},
		"came":   {[]byte("Thema;Startzeit;Endzeit\nLabor;20.10.2026 16:00;20.10.2026 17:00\n\nName;E-Mail;Beitrittszeit;Verlassen um\nÆgir Strømø;aegir@meridian.example;20.10.2026 16:05;20.10.2026 16:45\n陳美玲;;20.10.2026 16:00;20.10.2026 17:00\n"), came},
	}
	t.Parallel()
	o, want := &office{dir: t.TempDir()}, map[string]string{}
	for name, list := range lists {
		told := list.told(t, list.content)
		if want[name] = strings.Join(told, "\n"); len(told) < 3 {
			t.Fatalf("%s: %q", name, told)
		}
		o.open(t, name+".csv", list.content)
		o.save(name+".xlsx", asXLSX)
		o.save(name+".ods", asODS)
		o.do("close")
	}
	o.run(t, soffice)
	for name, list := range lists {
		for _, kind := range []string{"ods", "xlsx"} {
			same(t, list.told(t, o.saved(t, name+"."+kind)), want[name])
		}
		same(t, list.told(t, run(t, o.saved(t, name+".xlsx"), python, "-c", resave)), want[name])
	}
}
