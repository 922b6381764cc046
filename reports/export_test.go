package reports_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/reports"
)

// filesIn lists everything in a folder, hidden files too.
func filesIn(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func TestExportWritesEveryDocumentAndNothingElse(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "made", "deep")
	opt := everyOption(demoSnapshot(t))
	results, err := reports.Export(context.Background(), dir, nil, held{demoSnapshot(t)}, opt)
	if err != nil || reports.Failed(results) != nil {
		t.Fatal(err, reports.Failed(results))
	}
	var files []string
	for _, d := range reports.Documents() {
		files = append(files, d.File)
	}
	files = append(files, reports.MadeList)
	slices.Sort(files)
	if got, want := filesIn(t, dir), strings.Join(files, " "); got != want {
		t.Errorf("the folder holds %s, not %s", got, want)
	}
	for _, r := range results {
		content, err := os.ReadFile(r.Path)
		if err != nil || len(content) != r.Size {
			t.Errorf("%s: %d bytes reported, %d there, %v", r.Name, r.Size, len(content), err)
		}
		if !bytes.Equal(content, demoDocuments(t)[r.Name]) {
			t.Errorf("%s is not what Write makes", r.Name)
		}
	}
}

func TestExportWritesOnlyWhatWasAskedFor(t *testing.T) {
	dir := t.TempDir()
	if _, err := reports.Export(context.Background(), dir, []string{"survey", "cards"}, held{demoSnapshot(t)}, options()); err != nil {
		t.Fatal(err)
	}
	if got := filesIn(t, dir); got != reports.MadeList+" health-cards.pdf health-survey.xlsx" {
		t.Errorf("the folder holds %s", got)
	}
	if _, err := reports.Export(context.Background(), dir, []string{"roster", "nonsense"}, held{demoSnapshot(t)}, options()); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("an unknown name gives %v", err)
	}
	if got := filesIn(t, dir); strings.Contains(got, "members") {
		t.Errorf("something was made although a name was wrong: %s", got)
	}
}

func TestAFailedDocumentLeavesTheOlderFileAndTheOthers(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "health-survey.xlsx")
	if err := os.WriteFile(old, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	results, err := reports.Export(context.Background(), dir, nil, held{emptySnapshot()}, options())
	if err != nil {
		t.Fatal(err)
	}
	if content, _ := os.ReadFile(old); string(content) != "older" {
		t.Errorf("the older file reads %q", content)
	}
	for _, r := range results {
		if (r.Err != nil) != data.IsCode(r.Err, data.CodeNothing) || (r.Path == "") != (r.Err != nil) || r.Name == "survey" && r.Err == nil {
			t.Errorf("%s: %v at %q", r.Name, r.Err, r.Path)
		}
	}
	if reports.Failed(results) != nil {
		t.Errorf("that there is no round yet is no failure: %v", reports.Failed(results))
	}
}

func TestACancelledExportWritesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := reports.Export(ctx, dir, nil, held{demoSnapshot(t)}, options())
	if !errors.Is(err, context.Canceled) || filesIn(t, dir) != "" {
		t.Errorf("%v, folder holds %q", err, filesIn(t, dir))
	}
}

func TestWriteFileReplacesInOneStep(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has neither such permissions nor, for everybody, links")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link")
	if err := os.Symlink("a.txt", link); err != nil {
		t.Fatal(err)
	}
	if err := reports.WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if content, _ := os.ReadFile(path); string(content) != "new" {
		t.Errorf("the linked file reads %q", content)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link became a file")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("permissions became %v", info.Mode().Perm())
	}
	if err := reports.WriteFile(filepath.Join(dir, "fresh"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(filepath.Join(dir, "fresh")); info.Mode().Perm()&0o111 != 0 {
		t.Errorf("a new file is executable: %v", info.Mode())
	}
	if got := filesIn(t, dir); got != "a.txt fresh link" {
		t.Errorf("left behind: %s", got)
	}
}

// Given a file that another program has open, when it is written, then it is replaced, or, on Windows, which replaces no open file, left as
// it is, and that is told; once it is closed there it is replaced everywhere.
func TestWriteFileOverAnOpenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "roster.xlsx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	open, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = reports.WriteFile(path, []byte("new"))
	content, _ := os.ReadFile(path)
	switch {
	case runtime.GOOS != "windows":
		if err != nil || string(content) != "new" {
			t.Errorf("%v, it reads %q", err, content)
		}
	case !data.IsCode(err, data.CodeInUse) || !strings.Contains(err.Error(), "“roster.xlsx” is open in another program") || string(content) != "old":
		t.Errorf("%v, it reads %q", err, content)
	}
	if err := open.Close(); err != nil {
		t.Fatal(err)
	}
	if err := reports.WriteFile(path, []byte("newer")); err != nil {
		t.Fatal(err)
	}
	if content, _ := os.ReadFile(path); string(content) != "newer" || filesIn(t, filepath.Dir(path)) != "roster.xlsx" {
		t.Errorf("it reads %q in %s", content, filesIn(t, filepath.Dir(path)))
	}
}

// Given what programs left in a folder that were killed while they wrote, and what one is writing still, when a document is written
// there, then the first is gone and the second is not.
func TestWriteFileSweepsWhatAKillLeft(t *testing.T) {
	dir := t.TempDir()
	gone := exec.Command(os.Args[0], "-test.run", "^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	lay := func(name string, age time.Duration) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("half of it"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Now(), time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	lay(fmt.Sprintf(".a.txt.%d-0.new", gone.Process.Pid), 0)
	lay(".b.txt.1-0.new", 2*time.Hour)
	lay(fmt.Sprintf(".a.txt.%d-0.new", os.Getpid()), 0)
	lay(fmt.Sprintf(".b.txt.%d-0.new", gone.Process.Pid), 0)
	lay("not ours.new", 2*time.Hour)
	if err := reports.WriteFile(filepath.Join(dir, "a.txt"), []byte("whole")); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf(".a.txt.%d-0.new .b.txt.%d-0.new a.txt not ours.new", os.Getpid(), gone.Process.Pid)
	if got := filesIn(t, dir); got != want {
		t.Errorf("left: %s\nwant: %s", got, want)
	}
}

func TestWriteFileSaysWhyNot(t *testing.T) {
	dir := t.TempDir()
	if err := reports.WriteFile(dir, nil); !data.IsCode(err, data.CodeExists) {
		t.Errorf("a folder in the way gives %v", err)
	}
	if err := reports.WriteFile(filepath.Join(dir, "nowhere", "a"), nil); !data.IsCode(err, data.CodeNoWrite) {
		t.Errorf("a missing folder gives %v", err)
	}
	blocked := filepath.Join(dir, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := reports.Export(context.Background(), filepath.Join(blocked, "out"), nil, held{emptySnapshot()}, options()); !data.IsCode(err, data.CodeNoWrite) {
		t.Errorf("a folder that cannot be made gives %v", err)
	}
}

// Given a file that the leader changed after it was made, when it is made again, then what they wrote lies beside it, and that is
// said; what nobody changed is replaced, and what is not new is left.
func TestExportKeepsWhatWasChanged(t *testing.T) {
	dir, opt := t.TempDir(), options()
	export := func() []reports.Result {
		results, err := reports.Export(context.Background(), dir, []string{"digest", "page", "minutes"}, held{demoSnapshot(t)}, opt)
		if err != nil || reports.Failed(results) != nil {
			t.Fatal(err, reports.Failed(results))
		}
		return results
	}
	for _, r := range export() {
		if r.Kept != "" {
			t.Errorf("in an empty folder %s was kept", r.Kept)
		}
	}
	edited := filepath.Join(dir, "digest.md")
	write := func(text string) {
		if err := os.WriteFile(edited, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("my own words")
	opt.Today = opt.Today.AddDays(1) // the page is another
	for _, r := range export() {
		if want := map[string]string{"digest": filepath.Join(dir, "digest.changed.md")}[r.Name]; r.Kept != want {
			t.Errorf("%s: kept %q, want %q", r.Name, r.Kept, want)
		}
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "digest.changed.md")); err != nil || string(kept) != "my own words" {
		t.Errorf("%q, %v", kept, err)
	}
	if now, err := os.ReadFile(edited); err != nil || !strings.Contains(string(now), "News") && strings.Contains(string(now), "my own words") {
		t.Errorf("%q, %v", now, err)
	}
	write("other words")
	export()
	if got := filesIn(t, dir); got != reports.MadeList+" community-page.md digest.changed-2.md digest.changed.md digest.md minutes.md" {
		t.Errorf("the folder holds %s", got)
	}
}
