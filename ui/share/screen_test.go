package share

import (
	"context"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
	"copleader/reports/page"
	"copleader/reports/sheet/sheettest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
	folder string // where documents to be looked at are put
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o), folder: filepath.Join(t.TempDir(), "cache", "documents")}
	b.screen = New(b.Deps(), st, Options{Folder: b.folder, Version: "1.0", Viewer: func() (Viewer, error) { return &paper{}, nil }})
	b.screen.choose(showDocuments) // most tests are about any document
	b.Put(b.screen)
	return b
}

// paper is a viewer without pictures: it knows a document's pages by their marks in the file.
type paper struct{ closed int }

func (p *paper) Document(content []byte) (Drawing, error) {
	return leaf{pages: strings.Count(string(content), "/Type /Page\n")}, nil
}

func (p *paper) Close() error { p.closed++; return nil }

type leaf struct{ pages int }

func (l leaf) Pages() int { return l.pages }
func (l leaf) Page(context.Context, int, int, int) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 10, 14)), nil
}
func (l leaf) Close() error { return nil }

// outside opens a document in its program.
func (b *bench) outside(name string) {
	b.T.Helper()
	b.Fire("share.open." + name)
	b.TapNode(b.ByID("button", "reader.open"))
}

// TestPicture draws the screen, to be looked at; nothing is drawn unless a folder is named.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{
		"light": {}, "dark": {Dark: true}, "80": {Scale: 0.8}, "200": {Scale: 2}, "narrow": {Width: 960, Height: 640}, "narrow200": {Width: 960, Height: 640, Scale: 2},
	} {
		b := open(t, datatest.Demo(t), o)
		b.Keep("share-" + name)
		b.screen.Arrive("made")
		b.Keep("share-made-" + name)
	}
}

// made reads a document that was made.
func made(t testing.TB, path, magic string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(content), magic) {
		t.Fatalf("%s begins with %q", path, content[:min(8, len(content))])
	}
	return content
}

// magicOf is how a file of a kind begins.
func magicOf(file string) string {
	switch filepath.Ext(file) {
	case ".pdf":
		return "%PDF-"
	case ".xlsx":
		return "PK\x03\x04"
	case ".ics":
		return "BEGIN:VCALENDAR"
	}
	return "" // any text
}

// Given the demo, then every document there is stands in its group, with its deeds.
func TestEveryDocumentIsShown(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Want("Share", "By reader", "All 23", "Sent and saved", "A4", "For the health check", "For the sponsors", "For the next event, and for yourself")
	for _, d := range reports.Documents() {
		if d.Of != "" {
			continue
		}
		b.Want(d.Title.Key, d.About.Key)
		b.ByID("document", d.Name)
		b.ByID("button", "open."+d.Name)
		b.ByID("button", "save."+d.Name)
		if b.Commands.Get("share.open."+d.Name) == nil || b.Commands.Get("share.save."+d.Name) == nil {
			t.Errorf("%s is not among the commands", d.Name)
		}
	}
}

// Given each document, when it is opened, then it is made in the folder for that, which nobody else may read, and handed to the
// system; the file doesn't list it as made.
func TestOpenEveryDocument(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	for _, d := range reports.Documents() {
		if d.Of != "" {
			continue
		}
		before := len(b.Files.Opened)
		b.TapNode(b.ByID("button", "open."+d.Name))
		b.TapNode(b.ByID("button", "reader.open"))
		if len(b.Files.Opened) != before+1 {
			t.Fatalf("%s is not opened: %+v", d.Name, b.Notices)
		}
		b.TapNode(b.ByID("button", "documents"))
		path := filepath.Join(b.folder, d.Called(b.Read(), reports.Options{Today: datatest.Today}))
		if got := b.Files.Opened[before]; got != path {
			t.Errorf("opened is %s, want %s", got, path)
		}
		made(t, path, magicOf(d.File))
	}
	info, err := os.Stat(b.folder)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v, %v", info.Mode(), err)
	}
	if n := len(b.Read().Exports); n != 0 {
		t.Errorf("%d documents are noted", n)
	}
}

// Given a document, when it is saved, then it lies where it was wanted, is noted and listed, and can be opened from the notice;
// undo takes the note back.
func TestSaveAs(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	dir := t.TempDir()
	b.Files.SavePath = filepath.Join(dir, "Zpráva 王.xlsx")
	b.TapNode(b.ByID("button", "save.results"))
	if b.Files.Suggested != "Πυξίδα – results workbook – 2026-11.xlsx" {
		t.Errorf("suggested is %q", b.Files.Suggested)
	}
	made(t, b.Files.SavePath, "PK")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "“Zpráva 王.xlsx” is saved in "+dir+"." || n.Action != "Open" {
		t.Errorf("the notice is %+v", n)
	}
	n.Do()
	if len(b.Files.Opened) != 1 || b.Files.Opened[0] != b.Files.SavePath {
		t.Errorf("opened are %v", b.Files.Opened)
	}
	s := b.Read()
	if len(s.Exports) != 1 || s.Exports[0].Name != "results" || s.Exports[0].File != "Zpráva 王.xlsx" || s.Exports[0].On != datatest.Today {
		t.Errorf("the file has %+v", s.Exports)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("beside it lies something: %v %v", entries, err)
	}
	b.Tap("Sent and saved")
	b.Want("Results workbook", "today, 21 Nov 2026", "Zpráva 王.xlsx", "in "+dir)
}

// Given a document made before, when it is saved again, then it stands on top of the list, and Ctrl+Z leaves it there.
func TestSaveAgain(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	dir := t.TempDir()
	b.Files.SavePath = filepath.Join(dir, "first.xlsx")
	b.TapNode(b.ByID("button", "save.results"))
	b.Tap("Sent and saved")
	b.Files.SavePath = filepath.Join(dir, "again.xlsx")
	b.Tap("Save again…")
	made(t, b.Files.SavePath, "PK")
	if got := b.screen.State().View().Before; len(got) != 2 || got[0].Saved != "again.xlsx" {
		t.Errorf("the list is %+v", got)
	}
	if next, can := b.Store.NextUndo(t.Context()); can {
		t.Errorf("Ctrl+Z would take back %v", next)
	}
	acts, err := b.Store.Acts(t.Context(), 2) // the figures that went out are in the first
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range acts {
		if err := b.Store.UndoAct(t.Context(), a.ID); err != nil {
			t.Fatal(err)
		}
	}
	b.Want("Nothing was saved yet.")
	b.Tap("Show the documents")
	b.Want("Health cards")
}

// Given nothing was chosen in the dialog, then nothing is made.
func TestSaveCancelledInTheDialog(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.TapNode(b.ByID("button", "save.results"))
	if len(b.Notices) != 0 || len(b.Read().Exports) != 0 {
		t.Errorf("notices are %+v", b.Notices)
	}
}

// Given a folder that can't be written, then one sentence says so and the older file stands. Root may write anywhere, so the
// place is taken by a folder.
func TestFailingSaveLeavesTheOlderFile(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	dir := t.TempDir()
	taken := filepath.Join(dir, "taken.xlsx")
	if err := os.MkdirAll(filepath.Join(taken, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	b.Files.SavePath = taken
	b.TapNode(b.ByID("button", "save.roster"))
	if got := b.LastNotice(); got != "“taken.xlsx” is a folder, so no file of that name can be written there." {
		t.Errorf("the notice says %q", got)
	}
	older := filepath.Join(dir, "older.xlsx")
	if err := os.WriteFile(older, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := uitest.Open(t, uitest.Options{})
	st, faults := datatest.Breakable(t)
	s := New(w.Deps(), st, Options{Folder: b.folder})
	w.ShowPage(s)
	faults.Set(datatest.Reading(errBroken))
	w.Files.SavePath = older
	w.TapNode(w.ByID("button", "save.roster"))
	if n := w.Notices[len(w.Notices)-1]; n.Kind != kit.Trouble || n.Details != errBroken.Error() {
		t.Errorf("the notice is %+v", n)
	}
	if content, err := os.ReadFile(older); err != nil || string(content) != "older" {
		t.Errorf("the older file is %q, %v", content, err)
	}
}

// Given a system without a program for it, then opening says so.
func TestOpenWithoutAProgram(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Files.OpenError = data.Fault(data.CodeNotFound, "This computer has no program to open it with.")
	b.outside("roster")
	if got := b.LastNotice(); got != "This computer has no program to open it with." {
		t.Errorf("the notice says %q", got)
	}
	b.Files.OpenError = nil
	b.screen.state.options.Folder = filepath.Join(b.folder, "Πυξίδα – members – 2026-11.xlsx", "below") // a file now
	made(t, filepath.Join(b.folder, "Πυξίδα – members – 2026-11.xlsx"), "PK")
	b.outside("roster")
	if got := b.LastNotice(); !strings.HasPrefix(got, "The folder “") {
		t.Errorf("the notice says %q", got)
	}
}

// Given the paper, when another is chosen, then it is kept in the file and the cards are printed on it.
func TestPaperIsRemembered(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, uitest.Options{})
	b.TapNode(b.ByID("select", "paper"))
	b.Tap("Letter")
	if got := datatest.Read(t, st).Setting(data.PaperSetting); got != "Letter" {
		t.Errorf("the file keeps %q", got)
	}
	b.outside("cards")
	// A page of the cards lies down: 279.4 × 215.9 mm in points.
	if pdf := string(made(t, filepath.Join(b.folder, "Πυξίδα – health cards – 2026-11.pdf"), "%PDF-")); !strings.Contains(pdf, "612.00") || !strings.Contains(pdf, "792.00") {
		t.Error("the cards are not on Letter")
	}
	again := open(t, st, uitest.Options{})
	again.Want("Letter")
	if again.Fire("share.paper.letter") || !again.Fire("share.paper.a4") {
		t.Error("the commands do not know the paper")
	}
	again.Want("A4")
	if got := datatest.Read(t, st).Setting(data.PaperSetting); got != "A4" {
		t.Errorf("the file keeps %q", got)
	}
}

// Given a usual paper from outside, then it is used until another is chosen.
func TestUsualPaper(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	s := New(w.Deps(), datatest.Demo(t), Options{Folder: t.TempDir(), Paper: page.Letter})
	w.ShowPage(s)
	w.Want("Letter")
}

// Given the page Members shows some people, then the list holds just them, in that order.
func TestRosterAsShown(t *testing.T) {
	st := datatest.Demo(t)
	w := uitest.Open(t, uitest.Options{})
	asked := []int64{9, 4}
	s := New(w.Deps(), st, Options{Folder: t.TempDir(), Roster: func() ([]int64, []string) { return asked, nil }})
	w.ShowPage(s)
	path := filepath.Join(s.state.options.Folder, "Πυξίδα – members – 2026-11.xlsx")
	openRoster := func() {
		w.Fire("share.open.roster")
		w.TapNode(w.ByID("button", "reader.open"))
	}
	openRoster()
	two := rosterNames(t, path)
	if len(two) != 2 || two[0] != "Nguyễn Thị Hạnh" || two[1] != "Søren Ødegaard" {
		t.Errorf("the list holds %v", two)
	}
	asked = nil
	openRoster()
	if everyone := rosterNames(t, path); len(everyone) != 24 {
		t.Errorf("the list of everyone holds %d", len(everyone))
	}
}

// Given a list of the window, or some members, when another page asks for them as a document, then it is shown under their name and saved
// with just them, and says so; All documents leads back.
func TestAListOfTheWindowIsShown(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(kit.Listed{List: &reports.List{Title: "Backlog", Columns: []reports.ListColumn{{Head: "What", Share: 1}},
		Rows: []reports.ListRow{{Cells: []string{"Start a book club"}}}}})
	b.Settle()
	b.Want("Backlog", "As the window shows it", "Print…")
	b.Choose("As", "Table for other programs (csv)")
	b.Files.SavePath = filepath.Join(t.TempDir(), "some.csv")
	b.TapNode(b.ByID("button", "reader.save"))
	saved, err := os.ReadFile(b.Files.SavePath)
	if err != nil || !strings.Contains(string(saved), "Start a book club") {
		t.Errorf("saved is %q, %v", saved, err)
	}
	b.screen.Arrive(kit.Listed{Members: []int64{9, 4}})
	b.Settle()
	b.Want("The 2 shown on the page Members are in it.")
	b.Choose("As", "Workbook (xlsx)")
	b.Files.SavePath = filepath.Join(t.TempDir(), "two.xlsx")
	b.TapNode(b.ByID("button", "reader.save"))
	if two := rosterNames(t, b.Files.SavePath); len(two) != 2 || two[0] != "Nguyễn Thị Hạnh" {
		t.Errorf("saved are %v", two)
	}
}

// rosterNames reads the first column of the list of members, below its headings.
func rosterNames(t testing.TB, path string) []string {
	t.Helper()
	rows := sheettest.Open(t, made(t, path, "PK")).Rows("Members")
	var names []string
	for _, row := range rows[3:] {
		names = append(names, row[0])
	}
	return names
}
