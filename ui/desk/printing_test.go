//go:build !windows

package desk

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/reports"
)

// answering is a print service that answers with what was laid ready, and notes what it was asked.
func answering(answers map[string]string, fails error, asked *[]string) Printing {
	return Printing{run: func(_ context.Context, name string, args ...string) (string, error) {
		*asked = append(*asked, name+" "+strings.Join(args, " "))
		return answers[name+" "+args[0]], fails
	}}
}

func TestPrintersUsualOneFirst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		list, usual string
		want        []string
	}{
		{"", "no system default destination\n", nil},
		{"Hall\nOffice\n", "no system default destination\n", []string{"Hall", "Office"}},
		{"Hall\nOffice\n", "system default destination: Office\n", []string{"Office", "Hall"}},
		{"Hall\nOffice\n", "system default destination: Gone\n", []string{"Hall", "Office"}},
	} {
		var asked []string
		got, err := answering(map[string]string{"lpstat -e": c.list, "lpstat -d": c.usual}, nil, &asked).Printers(t.Context())
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q, %q: %v, %v", c.list, c.usual, got, err)
		}
	}
	var asked []string
	if got, err := answering(nil, exec.ErrNotFound, &asked).Printers(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("without a print service: %v, %v", got, err)
	}
}

func TestPrintAsksForActualSize(t *testing.T) {
	t.Parallel()
	var asked []string
	job := PrintJob{Path: "/tmp/-cards.pdf", Title: "-Health cards", Printer: "Office", Paper: "A4", TwoSided: true}
	if err := answering(nil, nil, &asked).Print(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	want := "lp -d Office -n 1 -t -Health cards -o sides=two-sided-long-edge -o print-scaling=none -o media=A4 -- /tmp/-cards.pdf"
	if len(asked) != 1 || asked[0] != want {
		t.Errorf("asked %q", asked)
	}
	err := answering(nil, errors.New("lp: Unknown destination"), &asked).Print(t.Context(), job)
	if !data.IsCode(err, data.CodePrinter) {
		t.Errorf("refused: %v", err)
	}
}

// Given a printer of the system that writes PDF files, when the health cards are printed, then it has every page in its size.
// COPLEADER_PRINTER names the printer, COPLEADER_PRINTED the folder it writes into.
func TestPrintingOnARealPrinter(t *testing.T) {
	printer, folder := os.Getenv("COPLEADER_PRINTER"), os.Getenv("COPLEADER_PRINTED")
	if printer == "" {
		t.Skip("COPLEADER_PRINTER names no printer to test with")
	}
	service := Printing{run: runCommand}
	names, err := service.Printers(t.Context())
	if err != nil || !slices.Contains(names, printer) {
		t.Fatalf("printers: %v, %v", names, err)
	}
	path := filepath.Join(t.TempDir(), "health-cards.pdf")
	var content bytes.Buffer
	made, err := reports.Write(t.Context(), "cards", datatest.Demo(t), reports.Options{Today: datatest.Today}, &content)
	if err != nil {
		t.Fatal(err)
	}
	if err := reports.WriteFile(path, content.Bytes()); err != nil {
		t.Fatal(err)
	}
	title := "Cards" + time.Now().Format("150405")
	if err := service.Print(t.Context(), PrintJob{Path: path, Title: title, Printer: printer, Paper: "A4", TwoSided: true}); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if found, _ := filepath.Glob(filepath.Join(folder, title+"*.pdf")); len(found) == 1 {
			if info, err := exec.Command("pdfinfo", found[0]).Output(); err == nil {
				checkPrinted(t, string(info), made.Pages)
				return
			}
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatal("nothing was printed in 20 seconds")
}

func checkPrinted(t *testing.T, info string, pages int) {
	t.Helper()
	fields := map[string]string{}
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(line, ":")
		fields[name] = strings.TrimSpace(value)
	}
	if fields["Pages"] != strconv.Itoa(pages) || !strings.Contains(fields["Page size"], "A4") {
		t.Errorf("printed %s pages of %s, made %d of A4", fields["Pages"], fields["Page size"], pages)
	}
}
