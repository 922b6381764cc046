package share

import (
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/reports/preview"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// openReal is the screen with the viewer that draws the very pages.
func openReal(t testing.TB, o uitest.Options) *bench {
	t.Helper()
	b := open(t, datatest.Demo(t), o)
	b.screen.viewer.start = Previewer(filepath.Join(os.TempDir(), "copleader-preview-test"), nil)
	t.Cleanup(func() {
		if err := b.screen.viewer.close(); err != nil {
			t.Error(err)
		}
	})
	if err := b.screen.viewer.close(); err != nil { // the one of paper, which Load has started
		t.Fatal(err)
	}
	return b
}

// inked is the share of dark pixels of a picture.
func inked(picture image.Image) float64 {
	dark, all := 0, 0
	for y := 0; y < picture.Bounds().Dy(); y += 3 {
		for x := 0; x < picture.Bounds().Dx(); x += 3 {
			all++
			if r, g, b, _ := picture.At(x, y).RGBA(); r+g+b < 3*0x8000 {
				dark++
			}
		}
	}
	return float64(dark) / float64(all)
}

// Given the health cards, when they are opened, then their pages are shown as they print, one after the other, and the last
// has no next.
func TestReaderShowsTheVeryPages(t *testing.T) {
	b := openReal(t, uitest.Options{})
	b.TapNode(b.ByID("button", "open.cards"))
	b.Want("Page 1 of 10", "Cards on a sheet", "Print…", "Save as…")
	first := b.screen.reader.sheet.page.Image
	if share := inked(first); share < 0.005 || share > 0.5 {
		t.Errorf("%.3f of the first page is dark", share)
	}
	b.Tap("Next page")
	b.Want("Page 2 of 10")
	if b.screen.reader.sheet.page.Image == first {
		t.Error("the second page is the first")
	}
	for range 20 {
		b.screen.reader.show(b.screen.reader.page + 1)
	}
	b.Want("Page 10 of 10")
	b.Tap("Previous page")
	b.Want("Page 9 of 10")
	b.Tap("All documents")
	b.WantNot("Page 9 of 10")
	b.Want("For the health check")
}

// Given two cards a sheet are asked for, then the document that is shown and saved has more pages.
func TestChoicesReachTheDocument(t *testing.T) {
	b := openReal(t, uitest.Options{})
	b.Fire("share.open.cards")
	b.Choose("Cards on a sheet", "2")
	b.Want("of 18")
	b.Files.SavePath = filepath.Join(t.TempDir(), "two.pdf")
	b.Tap("Save as…")
	if n := strings.Count(string(made(t, b.Files.SavePath, "%PDF-")), "/Type /Page\n"); n < 15 {
		t.Errorf("saved are %d pages", n)
	}
}

// Given a paper, when another is chosen while a document is looked at, then it lies on that.
func TestReaderFollowsThePaper(t *testing.T) {
	b := openReal(t, uitest.Options{})
	b.Fire("share.open.cards")
	before := b.screen.reader.sheet.ratio()
	b.TapNode(b.ByID("select", "paper"))
	b.Tap("Letter")
	if after := b.screen.reader.sheet.ratio(); after == before {
		t.Errorf("the page is %v high to its width on both", after)
	}
}

// Given a viewer that can't start, then the document can be had all the same.
func TestReaderWithoutPages(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.viewer.on, b.screen.viewer.start = nil, func() (Viewer, error) { return nil, errors.New("no room") }
	b.Fire("share.open.cards")
	b.Want("its pages can't be shown here")
	b.TapNode(b.ByID("button", "reader.open"))
	if len(b.Files.Opened) != 1 {
		t.Error("the document is not opened")
	}
}

// Given the page is left, then the viewer gives its memory back, and starts again when the page is read anew.
func TestViewerIsClosedOnLeaving(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Fire("share.open.cards")
	first := b.screen.viewer.on
	if first == nil {
		t.Fatal("the viewer was not started")
	}
	b.screen.Leave()
	if first.(*paper).closed != 1 || b.screen.viewer.on != nil {
		t.Error("the viewer was not closed")
	}
	b.screen.Load()
	if b.screen.viewer.on == nil {
		t.Error("the viewer was not started again")
	}
	b.Want("Page 1 of ")
}

// Given printers, when a document is printed, then the job says which printer, paper, sides and how many; on no printer it is
// opened; a printer that refuses is told.
func TestPrint(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Fire("share.open.cards")
	b.Tap("Print…")
	if len(b.Files.Opened) != 1 || !strings.Contains(b.LastNotice(), "no printer") {
		t.Errorf("without a printer: opened %v, said %q", b.Files.Opened, b.LastNotice())
	}
	b.Printer.Names = []string{"Office", "Hall"}
	b.Tap("Print…")
	b.Want("Print “Health cards”", "10 pages, actual size, on A4.")
	b.Choose("Printer", "Hall")
	b.Type("Copies", "3")
	b.Tap("Print")
	want := desk.PrintJob{Path: filepath.Join(b.folder, "Πυξίδα – health cards – 2026-11.pdf"), Title: "Health cards", Printer: "Hall", Paper: "A4", TwoSided: true, Copies: 3}
	if len(b.Printer.Printed) != 1 || b.Printer.Printed[0] != want {
		t.Errorf("printed %+v", b.Printer.Printed)
	}
	made(t, want.Path, "%PDF-")
	b.Printer.Error = data.Fault(data.CodePrinter, "The printer “%s” did not take the document.", "Hall")
	b.Tap("Print…")
	if got := b.LastNotice(); !strings.Contains(got, "did not take") {
		t.Errorf("refused: %q", got)
	}
}

// Given a system whose programs print, when a document is printed, then its program gets it after the form said how; where none does, it
// is opened.
func TestPrintByProgram(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Printer.Programs = true
	b.Fire("share.open.cards")
	b.Tap("Print…")
	b.Want("10 pages, actual size, on A4.", "choose actual size, and both sides")
	b.Keep("share-print-by-program")
	path := filepath.Join(b.folder, "Πυξίδα – health cards – 2026-11.pdf")
	b.Tap("Print")
	if !slices.Equal(b.Printer.Handed, []string{path}) || len(b.Files.Opened) != 0 || !strings.Contains(b.LastNotice(), "is with the program that prints it") {
		t.Errorf("handed over %v, opened %v, said %q", b.Printer.Handed, b.Files.Opened, b.LastNotice())
	}
	b.Tap("Print…")
	b.Tap("Open it instead")
	if !slices.Equal(b.Files.Opened, []string{path}) || len(b.Printer.Handed) != 1 {
		t.Errorf("opened %v, handed over %v", b.Files.Opened, b.Printer.Handed)
	}
	b.Tap("Print…")
	b.screen.deps.Printer = refusing{b.Printer}
	b.Tap("Print")
	if len(b.Files.Opened) != 2 || !strings.Contains(b.LastNotice(), "No program here prints it by itself") {
		t.Errorf("opened %v, said %q", b.Files.Opened, b.LastNotice())
	}
}

// refusing are programs of which none prints.
type refusing struct{ *uitest.Printer }

// PrintByProgram finds no program.
func (refusing) PrintByProgram(string) error { return data.Fault(data.CodePrinter, "No program.") }

// Given nothing was printed here yet, then a test page is offered, goes to the printer chosen, and is not offered again once something
// was printed.
func TestTestPageIsOfferedTheFirstTime(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	first := true
	b.screen.state.options.FirstPrint, b.screen.state.options.Printed = func() bool { return first }, func() { first = false }
	b.Printer.Names = []string{"Office", "Hall"}
	b.Fire("share.open.cards")
	b.Tap("Print…")
	b.Choose("Printer", "Hall")
	b.Keep("share-print-first")
	b.Tap("Print a test page first")
	path := filepath.Join(b.folder, "test-page.pdf")
	if want := (desk.PrintJob{Path: path, Title: "Test page", Printer: "Hall", Paper: "A4", Copies: 1}); len(b.Printer.Printed) != 1 || b.Printer.Printed[0] != want {
		t.Fatalf("printed %+v", b.Printer.Printed)
	}
	made(t, path, "%PDF-")
	b.Want("Print a test page first") // until something is printed
	b.Tap("Print")
	b.Tap("Print…")
	b.WantNot("Print a test page first")
	if len(b.Printer.Printed) != 2 {
		t.Errorf("printed %+v", b.Printer.Printed)
	}
	b.Tap("Cancel")
	first, b.Printer.Names, b.Printer.Programs = true, nil, true
	b.Tap("Print…")
	b.Tap("Print a test page first")
	if !slices.Equal(b.Printer.Handed, []string{path}) {
		t.Errorf("handed over %v", b.Printer.Handed)
	}
}

// Given another page asks for the kit of an event, then it is shown for that event.
func TestDocumentOfAnEvent(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	events := b.Read().Events
	last := events[len(events)-1]
	b.screen.Arrive(kit.Paper{Document: "kit", EventID: last.ID})
	b.Want("Meeting kit", last.Title)
	if got := b.screen.reader.order().EventID; got != last.ID {
		t.Errorf("it is made for event %d", got)
	}
}

// TestReaderPicture draws a document that is looked at, to be looked at.
func TestReaderPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "narrow200": {Width: 960, Height: 640, Scale: 2}} {
		b := openReal(t, o)
		b.Fire("share.open.cards")
		b.screen.reader.show(1)
		b.Keep("share-reader-" + name)
	}
}

// Given a document that is looked at, when PgDn and PgUp are pressed, then they scroll it and go on to the next page at its end, back at
// its top; Home and End lead to the first and last.
func TestKeysTurnThePages(t *testing.T) {
	b := openReal(t, uitest.Options{Width: 1280, Height: 800})
	b.TapNode(b.ByID("button", "open.cards"))
	b.Want("Page 1 of 10")
	for n := 0; n < 12 && b.screen.reader.page == 0; n++ {
		b.Key(fyne.KeyPageDown)
	}
	b.Want("Page 2 of 10")
	if at := b.screen.page.Offset(); at > 120 {
		t.Errorf("the second page begins at %v", at)
	}
	for n := 0; n < 12 && b.screen.reader.page == 1; n++ {
		b.Key(fyne.KeyPageUp)
	}
	b.Want("Page 1 of 10")
	if b.screen.page.Offset() < 100 {
		t.Error("back on the first page one is not at its foot")
	}
	b.Key(fyne.KeyEnd)
	b.Want("Page 10 of 10")
	b.Key(fyne.KeyHome)
	b.Want("Page 1 of 10")
	b.Key(fyne.KeyRight)
	b.Want("Page 2 of 10")
}

// Given a document that is looked at, when it is made larger by keys and buttons, then its page is wider and sharp, can be moved sideways,
// and neither button moves from under the pointer.
func TestThePreviewZooms(t *testing.T) {
	b := openReal(t, uitest.Options{Width: 1280, Height: 800})
	b.TapNode(b.ByID("button", "open.cards"))
	r := b.screen.reader
	wide, drawn := r.sheet.wide(r.sheet.room), r.sheet.page.Image.Bounds().Dx()
	at := b.ByID("button", "reader.larger").At
	b.Keys("+")
	b.Want("125 %")
	b.TapNode(b.ByID("button", "reader.larger"))
	b.TapNode(b.ByID("button", "reader.larger"))
	b.Want("200 %")
	if now := b.ByID("button", "reader.larger").At; now != at {
		t.Errorf("the button moved from %v to %v", at, now)
	}
	if got := r.sheet.wide(r.sheet.room); got != 2*wide || r.sheet.Size().Width < got {
		t.Errorf("the page is %v wide in %v, was %v", got, r.sheet.Size().Width, wide)
	}
	if got := r.sheet.page.Image.Bounds().Dx(); got != 2*drawn {
		t.Errorf("it is drawn %d wide, before %d", got, drawn)
	}
	b.screen.deps.Focus(r.sheet)
	b.Key(fyne.KeyRight)
	if r.pan.Offset.X == 0 || r.page != 0 {
		t.Errorf("Right leads to %v of page %d", r.pan.Offset.X, r.page)
	}
	for range 4 {
		b.Key(fyne.KeyLeft)
	}
	if r.pan.Offset.X != 0 || r.page != 0 {
		t.Errorf("Left leads back to %v of page %d", r.pan.Offset.X, r.page)
	}
	r.pan.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-100, 0)})
	if r.pan.Offset.X == 0 {
		t.Error("it can't be moved sideways")
	}
	r.pan.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100)})
	if b.screen.page.Offset() == 0 {
		t.Error("the wheel does not scroll the page")
	}
	b.Win.Canvas().Focus(r.sheet)
	b.Keys("0")
	b.Want("100 %")
	b.Keys("---")
	b.Want("50 %")
}

// Given a count that grows to two digits, when pages are turned, then neither button moves.
func TestTurningMovesNoButton(t *testing.T) {
	b := openReal(t, uitest.Options{})
	b.TapNode(b.ByID("button", "open.cards"))
	back, next := b.Find("Previous page").At, b.Find("Next page").At
	for range 9 {
		b.Tap("Next page")
	}
	b.Want("Page 10 of 10")
	if b.Find("Previous page").At != back || b.Find("Next page").At != next {
		t.Error("a button moved")
	}
}

// Given a process for the viewer that can't be started, or that draws nothing, then pages are drawn in this one.
func TestViewerWithoutItsProcess(t *testing.T) {
	folder := filepath.Join(os.TempDir(), "copleader-preview-test")
	for name, apart := range map[string]func(string) (*exec.Cmd, error){
		"none":          func(string) (*exec.Cmd, error) { return nil, errors.New("nobody knows where it lies") },
		"draws nothing": func(string) (*exec.Cmd, error) { return exec.Command(os.Args[0], "-test.run", "^$"), nil },
	} {
		t.Run(name, func(t *testing.T) {
			v, err := Previewer(folder, apart)()
			if err != nil {
				t.Fatal(err)
			}
			if _, here := v.(previewer[*preview.Document]); !here {
				t.Errorf("it is a %T", v)
			}
			if err := v.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// Given a page that is still being drawn, when another is asked for meanwhile, then that one is shown, whichever is drawn first.
func TestThePageAskedForLastIsShown(t *testing.T) {
	b := openReal(t, uitest.Options{Width: 1280, Height: 800})
	b.TapNode(b.ByID("button", "open.cards"))
	r := b.screen.reader
	r.show(0)
	first := r.asked
	r.turnTo(9, atTop)
	r.turnTo(r.page-1, atTop)
	b.Settle()
	b.Want("Page 9 of 10")
	if r.asked != first+2 || r.turning {
		t.Errorf("%d drawings were asked for, and one is awaited: %v", r.asked-first, r.turning)
	}
}
