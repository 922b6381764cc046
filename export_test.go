package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
)

// exported are the files in a folder of documents, without the list of what each was when it was made.
func exported(t *testing.T, dir string) []string {
	t.Helper()
	return slices.DeleteFunc(names(t, dir), func(name string) bool { return name == reports.MadeList })
}

// A file that somebody changed is kept aside, and that is said.
func TestExportSaysWhatItKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "digest.md")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := copleader(t, "-demo", "-asof", asof, "-export", dir, "-only", "digest")
	if got.code != 0 || !strings.Contains(got.stderr, "“digest.md” was changed since it was made; as it was, it is kept as “digest.changed.md”.") {
		t.Errorf("%+v", got)
	}
	if again := copleader(t, "-demo", "-asof", asof, "-export", dir, "-only", "digest"); again.stderr != "" {
		t.Errorf("%+v", again)
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
		if found := exported(t, dir); !slices.Equal(found, files()) {
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
	if found := exported(t, dir); !slices.Equal(found, []string{"health-survey.xlsx", "members.xlsx"}) {
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
	if got.code != 0 || !slices.Equal(exported(t, dir), []string{"members.xlsx"}) {
		t.Fatalf("%+v", got)
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file was changed")
	}
	if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"own.cop"}) {
		t.Errorf("beside the file lie %v", left)
	}
}

// Documents with figures of health checks say that the file doesn't know of them; others, the demo's, those of no round and those that it
// knows of do not.
func TestExportSaysThatFiguresAreNotNoted(t *testing.T) {
	ctx := context.Background()
	path, noted, founded := community(t), community(t), filepath.Join(t.TempDir(), "founded.cop")
	s, err := store.Open(ctx, noted, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := s.Snapshot(ctx)
	if err == nil {
		day, _ := data.ParseDate(asof) // it is one
		err = s.KeepOutward(ctx, snapshot.LeavingCounts(day, 0))
	}
	if err = errors.Join(err, s.Close(), datatest.Founded(t).Copy(ctx, founded)); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		says string
		args []string
	}{
		{"Figures of health checks stand in health-results.xlsx and sponsor-report.pdf. The file does not know", []string{"-only", "results,sponsor,roster", path}},
		{"", []string{"-only", "roster", path}},
		{"", []string{"-only", "results", noted}},
		{"", []string{"-only", "results", founded}},
		{"", []string{"-only", "results", "-demo"}},
	} {
		args := append([]string{"-asof", asof, "-export", t.TempDir()}, tc.args...)
		got := copleader(t, args...)
		if said := strings.Contains(got.stderr, "Figures of health checks"); said != (tc.says != "") || !strings.Contains(got.stderr, tc.says) {
			t.Errorf("%v: %+v", tc.args, got)
		}
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

func TestPermissionsUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := community(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	got := copleader(t, "-export", t.TempDir(), path)
	if got.code != 1 || !strings.Contains(got.stderr, "no permission to read “own.cop”") {
		t.Errorf("%+v", got)
	}
}

// A file in a folder that may not be written is exported from all the same.
func TestPermissionsReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := community(t)
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
	if got := copleader(t, "-export", t.TempDir(), "-only", "roster", path); got.code != 0 {
		t.Errorf("%+v", got)
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
