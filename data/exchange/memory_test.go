package exchange_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"copleader/data"
	"copleader/data/exchange"
)

// underRace reports whether these tests look for races, which takes several times the memory.
func underRace() bool {
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// inMemory is how many MB the process holds ("VmRSS"), or has held at most ("VmHWM"); 0 where the system doesn't tell.
func inMemory(which string) int {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == which+":" {
			kilobytes, _ := strconv.Atoi(words[1])
			return kilobytes >> 10
		}
	}
	return 0
}

// readAlone names the file that TestReadAlone reads, in a process of its own.
const readAlone = "COPLEADER_READ_ALONE"

// TestReadAlone tells how much memory reading one file took.
func TestReadAlone(t *testing.T) {
	path := os.Getenv(readAlone)
	if path == "" {
		t.Skip("is asked by TestMemoryOfReading")
	}
	before := inMemory("VmRSS")
	h := exchange.Hints{Zone: "Europe/Berlin", From: data.NewDate(2026, 1, 1), To: data.NewDate(2026, 12, 31)}
	for f := range exchange.Files(path) {
		source := exchange.Understand(context.Background(), f, h)
		plan := exchange.NewPlan(&data.Snapshot{}, data.NewDate(2026, 6, 1))
		most := inMemory("VmHWM")
		plan.AddSource(source)
		fmt.Printf("took %d rows %d %v\n", most-before, len(plan.Rows), source.Err)
	}
}

// Given files as large as they may be, then reading each takes 300 MB at most, the file itself among them.
func TestMemoryOfReading(t *testing.T) {
	if testing.Short() || underRace() || inMemory("VmHWM") == 0 {
		t.Skip("is measured without other weights, where the system tells")
	}
	const rows = 49_000
	filler := strings.Repeat("ü", 500)
	each := func(begin, row, end string) string {
		var b strings.Builder
		b.WriteString(begin)
		for i := range rows {
			fmt.Fprintf(&b, row, i, filler)
		}
		b.WriteString(end)
		return b.String()
	}
	old, err := charmap.Windows1252.NewEncoder().String(each("Name;E-mail;Note\n", "Jürgen Groß;juergen%d@meridian.example;%s\n", ""))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"1252.csv": old,
		"calendar.ics": each("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "BEGIN:VEVENT\r\nUID:%d\r\nDESCRIPTION:%s\r\nSUMMARY:Lean coffee\r\n"+
			"DTSTART:20260105T100000Z\r\nDTEND:20260105T110000Z\r\nEND:VEVENT\r\n", "END:VCALENDAR\r\n"),
		"book.xlsx": string(handmade(t, oneSheet, each(`<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Note</t></is></c></row>`,
			`<row><c t="inlineStr"><is><t>Ada %d</t></is></c><c t="inlineStr"><is><t>%s</t></is></c></row>`, ""))),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			alone := exec.Command(os.Args[0], "-test.run", "^TestReadAlone$")
			alone.Env = append(os.Environ(), readAlone+"="+path)
			out, err := alone.Output()
			var took, taken int
			if _, scanned := fmt.Sscanf(string(out), "took %d rows %d", &took, &taken); err != nil || scanned != nil || taken < rows {
				t.Fatalf("%v %v %s", err, scanned, out)
			}
			if t.Logf("%d MB", took); took > 300 {
				t.Errorf("%d MB of a file of %d were held", took, len(content)>>20)
			}
		})
	}
}
