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
	"time"

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

// inFile reads what a community file holds, and which deed undo would take back, "" if none.
func inFile(t *testing.T, path string) (*data.Snapshot, string) {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	next, _ := s.NextUndo(ctx)
	return snapshot, next.Key
}

// change does something to a file as a window would on the day when the demo's second round was closed.
func change(t *testing.T, path string, do func(context.Context, *store.Store) error) {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, path, store.Options{Clock: func() time.Time { return datatest.Now().AddDate(0, 0, -7) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(do(ctx, s), s.Close()); err != nil {
		t.Fatal(err)
	}
}

// Given a file that nobody has open, when documents are written that tell figures of health checks, then the file knows from the day on
// which it really is what they told, in one act that undo passes over, and that those documents were made; nothing stays beside it.
func TestExportNotesFigures(t *testing.T) {
	path, out := community(t), t.TempDir()
	before, undo := inFile(t, path)
	got := copleader(t, "-asof", asof, "-export", out, "-only", "results,sponsor,roster", path)
	if got.code != 0 || got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	day, _ := data.ParseDate(asof) // it is one
	after, undoAfter := inFile(t, path)
	wantCountsKept(t, after, before.LeavingCounts(day))
	covered := before.LeavingPeriod(0, 0, day)
	if len(after.Periods) != 1 || after.Periods[0].From != covered.From || after.Periods[0].Until != day || after.Periods[0].SentOn != data.DateOf(time.Now()) {
		t.Errorf("the periods %v are kept", after.Periods)
	}
	var made []string
	for _, e := range after.Exports[len(before.Exports):] {
		made = append(made, e.Name+" "+filepath.Join(e.Note, e.File))
	}
	if want := []string{"results " + filepath.Join(out, "health-results.xlsx"), "sponsor " + filepath.Join(out, "sponsor-report.pdf")}; !slices.Equal(made, want) {
		t.Errorf("noted as made: %v", made)
	}
	if undoAfter != undo {
		t.Errorf("undo would take back %q, not %q", undoAfter, undo)
	}
	if left := names(t, filepath.Dir(path)); !slices.Equal(left, []string{"own.cop"}) {
		t.Errorf("beside the file lie %v", left)
	}
}

// wantCountsKept tells of counts that the file doesn't keep as they were told, or not as gone out on the day it really is.
func wantCountsKept(t *testing.T, after *data.Snapshot, told []data.OutwardCounts) {
	t.Helper()
	if len(told) != 30 || len(after.Outward) != len(told) {
		t.Fatalf("%d counts are kept of %d", len(after.Outward), len(told))
	}
	for i, o := range after.Outward {
		if o.SentOn != data.DateOf(time.Now()) {
			t.Errorf("it went out on %s", o.SentOn)
		}
		if o.ID, o.SentOn = 0, told[i].SentOn; o != told[i] {
			t.Errorf("kept %+v of %+v", o, told[i])
		}
	}
}

// Given a file whose window was cut off, when figures go out with -export, then that is said, since the next window won't know any more, and
// they are noted.
func TestExportAfterACrash(t *testing.T) {
	path := community(t)
	if err := os.WriteFile(path+".lock", []byte(`{"host": "gone", "pid": -1, "token": "left"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	got := copleader(t, "-asof", asof, "-export", t.TempDir(), "-only", "results", path)
	if got.code != 0 || got.stderr != "The program was cut off last time. Everything up to then is kept.\n" {
		t.Errorf("%+v", got)
	}
	if after, _ := inFile(t, path); len(after.Outward) == 0 {
		t.Error("nothing is noted")
	}
}

// Given figures that went out with -export, when the round is opened again and one more answers, then the next export tells what the first
// one told.
func TestExportTellsNothingOfALateAnswer(t *testing.T) {
	path, first, second := community(t), t.TempDir(), t.TempDir()
	if got := copleader(t, "-asof", asof, "-export", first, "-only", "results", path); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	change(t, path, func(ctx context.Context, s *store.Store) error {
		err := errors.Join(s.ReopenRound(ctx, 2),
			s.AddResponse(ctx, data.Response{RoundID: 2, Channel: data.FromWorkbook}, []data.Answer{{Card: "growth", Value: 1}}))
		return errors.Join(err, s.CloseRound(ctx, 2))
	})
	if got := copleader(t, "-asof", asof, "-export", second, "-only", "results", path); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	if now, _ := inFile(t, path); now.Result(2).Returned != 16 || now.AsTold().Result(2).Returned != 15 {
		t.Errorf("the file holds %d, tells %d", now.Result(2).Returned, now.AsTold().Result(2).Returned)
	}
	if !bytes.Equal(bytesOf(t, filepath.Join(first, "health-results.xlsx")), bytesOf(t, filepath.Join(second, "health-results.xlsx"))) {
		t.Error("the second workbook tells something else")
	}
}

// Given a file that a window has open, then documents are written, the file stays as it is, and it is said whether it doesn't know of
// figures that stand in them.
func TestExportSaysThatFiguresAreNotNoted(t *testing.T) {
	fresh, noted := community(t), community(t)
	if got := copleader(t, "-asof", asof, "-export", t.TempDir(), "-only", "results", noted); got.code != 0 || got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	for _, tc := range []struct {
		path, only string
		says       []string
	}{
		{fresh, "results,sponsor,roster", []string{"“own.cop” open since", "Figures of health checks, or of who joined, stand in health-results.xlsx and sponsor-report.pdf, and “own.cop” does not know"}},
		{fresh, "roster", nil},
		{noted, "results", nil},
	} {
		change(t, tc.path, func(context.Context, *store.Store) error {
			before := bytesOf(t, tc.path)
			got := copleader(t, "-asof", asof, "-export", t.TempDir(), "-only", tc.only, tc.path)
			if got.code != 0 || (got.stderr == "") != (tc.says == nil) {
				t.Errorf("%s: %+v", tc.only, got)
			}
			for _, says := range tc.says {
				if !strings.Contains(got.stderr, says) {
					t.Errorf("%s doesn't say %q: %+v", tc.only, says, got)
				}
			}
			if !bytes.Equal(before, bytesOf(t, tc.path)) {
				t.Errorf("%s: the file was changed", tc.only)
			}
			return nil
		})
	}
}

// Where no figures go out, since there are none or the demo is nobody's, nothing is noted, and nothing said.
func TestExportWithoutFiguresLeavesTheFileAlone(t *testing.T) {
	founded := filepath.Join(t.TempDir(), "founded.cop")
	if err := datatest.Founded(t).Copy(context.Background(), founded); err != nil {
		t.Fatal(err)
	}
	before := bytesOf(t, founded)
	for _, of := range []string{founded, "-demo"} {
		if got := copleader(t, "-asof", asof, "-export", t.TempDir(), "-only", "results", of); got.code != 0 || got.stderr != "" {
			t.Errorf("%+v", got)
		}
	}
	if !bytes.Equal(before, bytesOf(t, founded)) {
		t.Error("the file was changed")
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

// Given no folder for temporary files, then a sentence names the one that is missing.
func TestExportWithoutAFolderForTemporaryFiles(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "gone")
	for _, variable := range []string{"TMPDIR", "TMP"} {
		t.Setenv(variable, missing)
	}
	got := copleaderIn(t, map[string]string{"HOME": t.TempDir(), "LANG": "C.UTF-8"}, "-demo", "-asof", asof, "-export", filepath.Dir(missing))
	if got.code != 1 || !strings.HasPrefix(got.stderr, "Nothing can be written into “"+missing+"”") {
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

// A file in a folder that may not be written is exported from all the same; that figures went out can't be noted, which is said.
func TestPermissionsReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := community(t)
	if err := os.Chmod(filepath.Dir(path), 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Dir(path), 0o700) })
	if got := copleader(t, "-export", t.TempDir(), "-only", "roster", path); got.code != 0 || got.stderr != "" {
		t.Errorf("%+v", got)
	}
	got := copleader(t, "-asof", asof, "-export", t.TempDir(), "-only", "results", path)
	if got.code != 0 || !strings.Contains(got.stderr, "its folder or the file itself may not be written") || !strings.Contains(got.stderr, "does not know that they went out") {
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
