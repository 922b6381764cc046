package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/ui"
)

// asof is the day of the tests.
const asof = "2026-11-21"

// ran is what a run of the program answered.
type ran struct {
	code           int
	stdout, stderr string
}

// copleader runs the program in this process, with a home of its own and no display.
func copleader(t *testing.T, args ...string) ran {
	t.Helper()
	return copleaderIn(t, map[string]string{"HOME": home(t), "LANG": "C.UTF-8"}, args...)
}

func copleaderIn(t *testing.T, env map[string]string, args ...string) ran {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), args, func(name string) string { return env[name] }, &stdout, &stderr)
	return ran{code, stdout.String(), stderr.String()}
}

// home is shared by the tests, so that the system's fonts are looked through only once.
func home(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(os.TempDir(), "copleader-test-home")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// files are the names of the files of all documents, in the order of a folder.
func files() []string {
	var all []string
	for _, d := range reports.Documents() {
		all = append(all, d.File)
	}
	slices.Sort(all)
	return all
}

// community makes a file with a small community.
func community(t *testing.T) string {
	t.Helper()
	day, err := data.ParseDate(asof)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "own.cop")
	s, err := ui.MakeDemo(context.Background(), path, ui.FrozenClock(day))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestVersion(t *testing.T) {
	got := copleader(t, "-version")
	lines := strings.Split(got.stdout, "\n")
	if got.code != 0 || lines[0] != "CoP Leader "+ui.Metadata(appToml, iconPNG).Version || got.stderr != "" {
		t.Errorf("%+v", got)
	}
	for i, begins := range []string{"CoP Leader ", "commit ", "SQLite 3.", "Fyne ", "PDFium (go-pdfium ", "Go 1."} {
		if i >= len(lines) || !strings.HasPrefix(lines[i], begins) {
			t.Errorf("line %d of %q is not about %s", i+1, lines, begins)
		}
	}
}

// Given the README, then its last section tells what changed in the version that this is.
func TestReadmeTellsWhatChanged(t *testing.T) {
	changes := ui.Changes(readme)
	if version := ui.Metadata(appToml, iconPNG).Version; !strings.HasPrefix(changes, "### "+version) {
		t.Errorf("what has changed does not begin with %s: %.40q", version, changes)
	}
	if strings.Contains(changes, "\n## ") {
		t.Error("what has changed is not the last section")
	}
}

func TestMetadataIsEmbedded(t *testing.T) {
	meta := ui.Metadata(appToml, iconPNG)
	if meta.ID != "app.copleader.CoPLeader" || meta.Name != "CoP Leader" || meta.Build < 1 || !meta.Migrations["fyneDo"] ||
		len(meta.Icon.Content()) == 0 {
		t.Errorf("%+v", meta)
	}
}

func TestHelp(t *testing.T) {
	got := copleader(t, "-help")
	if got.code != 0 || !strings.Contains(got.stdout, "-export DIR") || got.stderr != "" {
		t.Errorf("%+v", got)
	}
}

func TestWrongUsage(t *testing.T) {
	for _, tc := range []struct {
		name string
		args []string
		says string
	}{
		{"unknown flag", []string{"-fly"}, "There is no flag -fly."},
		{"file named like a flag", []string{"-export", "out", "-x.cop"}, "is written ./-x.cop."},
		{"flag with nothing behind it", []string{"-demo", "-export"}, "-export needs something behind it."},
		{"two files", []string{"a.cop", "b.cop"}, "Only one FILE"},
		{"flag after the file", []string{"a.cop", "-demo"}, "Only one FILE"},
		{"demo and file", []string{"-demo", "a.cop"}, "Either -demo or a FILE"},
		{"export of nothing", []string{"-export", "out"}, "needs a FILE"},
		{"export nowhere", []string{"-demo", "-export", ""}, "needs the folder"},
		{"only without export", []string{"-demo", "-only", "cards"}, "go with -export"},
		{"paper without export", []string{"-demo", "-paper", "a4"}, "go with -export"},
		{"unknown document", []string{"-demo", "-export", "out", "-only", "cards,postcards"}, "no document called “postcards”"},
		{"no document", []string{"-demo", "-export", "out", "-only", ""}, "no document called “”"},
		{"unknown paper", []string{"-demo", "-export", "out", "-paper", "b5"}, "no paper we print on"},
		{"no day", []string{"-demo", "-asof", "tomorrow"}, "is no day"},
		{"empty day", []string{"-demo", "-asof", ""}, "is no day"},
		{"day without demo", []string{"-asof", asof}, "-asof goes with"},
		{"day with a file in a window", []string{"-asof", asof, "a.cop"}, "-asof goes with"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			got := copleader(t, tc.args...)
			if got.code != 2 || !strings.Contains(got.stderr, tc.says) || got.stdout != "" {
				t.Errorf("%+v", got)
			}
			if left := names(t, "."); len(left) > 0 {
				t.Errorf("wrong usage wrote %v", left)
			}
		})
	}
}

func TestNoDisplay(t *testing.T) {
	for name, env := range map[string]map[string]string{
		"none":          {},
		"unreachable":   {"DISPLAY": ":4711"},
		"no number":     {"DISPLAY": "nonsense"},
		"no compositor": {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			env["HOME"] = t.TempDir()
			got := copleaderIn(t, env, "-demo")
			if got.code != 1 || !strings.HasPrefix(got.stderr, "There is no display") || strings.Count(got.stderr, "\n") != 1 {
				t.Errorf("%+v", got)
			}
			if left := names(t, env["HOME"]); len(left) > 0 {
				t.Errorf("without a display it wrote %v", left)
			}
		})
	}
}

// Given the variable by which the program asks a second process of itself, then that draws pages of documents and does nothing else; it
// ends when nobody asks any more.
func TestPagesAreDrawnApart(t *testing.T) {
	folder := filepath.Join(os.TempDir(), "copleader-preview-test") // kept between runs: without it each takes seconds
	nobody, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer func(stdin *os.File) { os.Stdin = stdin }(os.Stdin)
	os.Stdin = nobody
	got := copleaderIn(t, map[string]string{"HOME": home(t), drawingPages: folder}, "-no-such-flag")
	if got.code != exitFine || got.stdout == "" || got.stderr != "" {
		t.Errorf("it answered %+v", got)
	}
	child, err := drawApart(folder)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(child.Env, drawingPages+"="+folder) {
		t.Error("the second process isn't asked to draw")
	}
}
