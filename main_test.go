package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/store"
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
	if got.code != 0 || got.stdout != "CoP Leader 0.1.0\n" || got.stderr != "" {
		t.Errorf("%+v", got)
	}
}

func TestMetadataIsEmbedded(t *testing.T) {
	meta := metadata(appToml, iconPNG)
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
		{"unknown flag", []string{"-fly"}, "fly"},
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

// Every document is written, and nothing else; a second run gives the same bytes.
func TestExportDemo(t *testing.T) {
	first, second := filepath.Join(t.TempDir(), "deep", "out"), t.TempDir()
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	for _, dir := range []string{first, second} {
		got := copleader(t, "-demo", "-asof", asof, "-export", dir)
		if got.code != 0 {
			t.Fatalf("%+v", got)
		}
		if found := names(t, dir); !slices.Equal(found, files()) {
			t.Errorf("wrote %v, want %v", found, files())
		}
		for _, name := range files() {
			if !strings.Contains(got.stdout, filepath.Join(dir, name)) {
				t.Errorf("%s is not told of: %q", name, got.stdout)
			}
		}
	}
	for _, name := range files() {
		one, other := bytesOf(t, filepath.Join(first, name)), bytesOf(t, filepath.Join(second, name))
		if len(one) == 0 || !bytes.Equal(one, other) {
			t.Errorf("%s: %d bytes, then %d others", name, len(one), len(other))
		}
	}
	for _, left := range names(t, temp) {
		if strings.HasPrefix(left, "copleader-") && !strings.HasPrefix(left, "copleader-test-home") {
			t.Errorf("the private copy is still there: %s", left)
		}
	}
}

func TestExportIsOfTheDay(t *testing.T) {
	one, other := t.TempDir(), t.TempDir()
	copleader(t, "-demo", "-asof", asof, "-export", one, "-only", "roster")
	copleader(t, "-demo", "-asof", "2027-02-01", "-export", other, "-only", "roster")
	if bytes.Equal(bytesOf(t, filepath.Join(one, "members.xlsx")), bytesOf(t, filepath.Join(other, "members.xlsx"))) {
		t.Error("-asof changes nothing")
	}
}

func TestExportOnly(t *testing.T) {
	dir := t.TempDir()
	got := copleader(t, "-demo", "-asof", asof, "-export", dir, "-only", "roster, survey,roster")
	if got.code != 0 {
		t.Fatalf("%+v", got)
	}
	if found := names(t, dir); !slices.Equal(found, []string{"health-survey.xlsx", "members.xlsx"}) {
		t.Errorf("wrote %v", found)
	}
}

func TestExportOnLetter(t *testing.T) {
	for paper, size := range map[string]string{"letter": "612 x 792", "A4": "595.28 x 841.89"} {
		dir := t.TempDir()
		got := copleader(t, "-demo", "-asof", asof, "-export", dir, "-only", "cards", "-paper", paper)
		if got.code != 0 {
			t.Fatalf("%+v", got)
		}
		info, err := exec.Command("pdfinfo", filepath.Join(dir, "health-cards.pdf")).Output()
		if err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip("pdfinfo is not here")
		}
		if !strings.Contains(string(info), size) {
			t.Errorf("%s: %s", paper, info)
		}
	}
}

// A file is only read: not a byte of it changes, nothing is left beside it.
func TestExportLeavesTheFileAlone(t *testing.T) {
	path := community(t)
	before := bytesOf(t, path)
	dir := t.TempDir()
	got := copleader(t, "-asof", asof, "-export", dir, "-only", "roster", path)
	if got.code != 0 || !slices.Equal(names(t, dir), []string{"members.xlsx"}) {
		t.Fatalf("%+v", got)
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file was changed")
	}
	if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"own.cop"}) {
		t.Errorf("beside the file lie %v", left)
	}
}

// An open file can be exported from.
func TestExportWhileOpen(t *testing.T) {
	path := community(t)
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if got := copleader(t, "-export", t.TempDir(), "-only", "roster", path); got.code != 0 {
		t.Errorf("%+v", got)
	}
}

func TestFilesThatAreNoCommunity(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, text []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := bytesOf(t, community(t))
	newer := bytes.Clone(whole)
	newer[63] = 200 // the version's last byte
	damaged := bytes.Clone(whole)
	for i := 4096; i < len(damaged)-4096; i++ {
		damaged[i] ^= 0x5A
	}
	for _, tc := range []struct{ name, path, says string }{
		{"missing", filepath.Join(dir, "gone.cop"), "is not there any more"},
		{"empty", write("empty.cop", nil), "is empty"},
		{"foreign", write("letter.cop", []byte("Dear reader, this is no community.")), "is not a community file"},
		{"folder", dir, "is a folder"},
		{"newer", write("newer.cop", newer), "newer version"},
		{"damaged", write("damaged.cop", damaged), "is damaged"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			var before []byte
			if tc.name != "missing" && tc.name != "folder" {
				before = bytesOf(t, tc.path)
			}
			got := copleader(t, "-export", out, tc.path)
			if got.code != 1 || !strings.Contains(got.stderr, tc.says) || strings.Count(got.stderr, "\n") != 1 {
				t.Errorf("%+v", got)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("a folder was made for nothing")
			}
			if before != nil && !bytes.Equal(before, bytesOf(t, tc.path)) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestExportIntoAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := copleader(t, "-demo", "-asof", asof, "-export", path)
	if got.code != 1 || got.stderr == "" || string(bytesOf(t, path)) != "mine" {
		t.Errorf("%+v", got)
	}
}

// A folder nobody may write into: a sentence, and what was there stays. Root may write everywhere, so this runs as another user.
func TestPermissionsExport(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	old := filepath.Join(dir, "members.xlsx")
	if err := os.WriteFile(old, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	got := copleader(t, "-demo", "-asof", asof, "-export", dir, "-only", "roster")
	if got.code != 1 || !strings.Contains(got.stderr, "choose another folder") {
		t.Errorf("%+v", got)
	}
	if string(bytesOf(t, old)) != "older" {
		t.Error("the older file is not as it was")
	}
}

// An interrupted export ends with an error and leaves nothing half written.
func TestExportInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	out := t.TempDir()
	var stdout, stderr bytes.Buffer
	env := map[string]string{"HOME": home(t)}
	code := run(ctx, []string{"-demo", "-asof", asof, "-export", out}, func(n string) string { return env[n] }, &stdout, &stderr)
	if code != 1 || stderr.Len() == 0 {
		t.Errorf("code %d, %s", code, stderr.String())
	}
	if left := names(t, out); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}
