package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

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
func programs(t *testing.T) (office, python string) {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		missing(t, "soffice")
	}
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			return office, name
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
	office, python := programs(t)
	var ours bytes.Buffer
	if _, err := reports.Write(context.Background(), "roster", held{community(t)}, reports.Options{Today: datatest.Today, Say: words.English()}, &ours); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"ours": ours.Bytes(), "german": sample(t, "tables/excel-de-utf8-bom.csv").Content}
	dir, want := t.TempDir(), map[string]string{}
	var paths []string
	for name, content := range files {
		want[name] = broughtBy(t, content)
		path := filepath.Join(dir, name+".csv")
		if bytes.HasPrefix(content, []byte("PK")) {
			path = filepath.Join(dir, name+".xlsx")
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	if strings.Count(want["ours"], "\n") < 20 {
		t.Fatalf("our list brings\n%s", want["ours"])
	}
	for _, kind := range []string{"ods", "xlsx"} {
		out := filepath.Join(dir, kind)
		// Semicolons, quotes, UTF-8; every column as it is guessed.
		args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--infilter=CSV:59,34,76,1,,1031,false,true", "--convert-to", kind, "--outdir", out}
		run(t, nil, office, append(args, paths...)...)
		for name := range files {
			content, err := os.ReadFile(filepath.Join(out, name+"."+kind))
			if err != nil {
				t.Fatal(err)
			}
			expect(t, fmt.Sprint(name, " as ", kind), broughtBy(t, content), want[name])
			if kind == "xlsx" {
				again := run(t, content, python, "-c", resave)
				expect(t, name+" saved by python", broughtBy(t, again), want[name])
			}
		}
	}
	again := run(t, ours.Bytes(), python, "-c", resave)
	expect(t, "ours saved by python", broughtBy(t, again), want["ours"])
	if _, err := exchange.Tables(context.Background(), exchange.File{Content: again[:len(again)-100]}); err == nil {
		t.Error("a file that is cut off is read")
	}
}
