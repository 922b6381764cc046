package reports_test

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/demo"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
)

// hues tell by its parts whether a dot of a picture is near a colour of the community.
var hues = map[data.Colour]func(r, g, b uint32) bool{
	data.Teal:    func(r, g, b uint32) bool { return r < 150 && g > r+30 && b > r+30 && b >= g },
	data.WineRed: func(r, g, b uint32) bool { return r > g+40 && r > b+30 && b > g+5 },
}

// The colours as they stand in what is written as text: the one that was chosen, and the usual one.
const wineRed, teal = "86273F", "1F6F78"

// Given every printed document of the demo, then the colour of the community stands on each of its pages that is printed in colour.
func TestOneColourStandsOnEveryPage(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, doc := range reports.AllDocuments() {
		if doc.Kind() != "pdf" {
			continue
		}
		for _, file := range pagesAsPictures(t, doc.File, demoDocuments(t)[doc.Name]) {
			seen++
			if n := dots(t, file, data.Teal); n < 4 {
				t.Errorf("%s, %s: %d dots are in the community's colour", doc.Name, filepath.Base(file), n)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d pages", seen)
	}
}

// Given a community that chose another colour, then that one stands on every page, sheet and picture, and the usual one nowhere.
func TestAnotherColourIsTakenByEveryDocument(t *testing.T) {
	t.Parallel()
	snap, err := demo.Snapshot(today)
	if err != nil {
		t.Fatal(err)
	}
	snap.Community.Colour = data.WineRed
	for _, doc := range reports.AllDocuments() {
		content, _ := write(t, doc.Name, snap, everyOption(snap))
		switch doc.Kind() {
		case "pdf":
			for _, file := range pagesAsPictures(t, doc.File, content) {
				wantWineRed(t, doc.Name, file, 4)
			}
		case "png":
			wantWineRed(t, doc.Name, save(t, doc.File, content), 1000)
		case "html":
			if text := string(content); !strings.Contains(text, "#"+wineRed) || strings.Contains(strings.ToUpper(text), teal) || strings.Contains(text, "PRIMARY") {
				t.Errorf("%s has not the community's colour alone", doc.Name)
			}
		case "xlsx":
			wantWineRedWorkbook(t, doc.Name, content)
		}
	}
}

// wantWineRed tells of a picture, of a whole document or of one page, that has too few dots in the community's colour, or any in the usual one.
func wantWineRed(t *testing.T, document, file string, least int) {
	t.Helper()
	if n, was := dots(t, file, data.WineRed), dots(t, file, data.Teal); n < least || was > 0 {
		t.Errorf("%s, %s: %d dots are wine red, %d are teal", document, filepath.Base(file), n, was)
	}
}

// wantWineRedWorkbook tells of the parts of a workbook that have the usual colour, and of styles without the community's.
func wantWineRedWorkbook(t *testing.T, document string, content []byte) {
	t.Helper()
	for name, part := range sheettest.Open(t, content).Parts() {
		// Charts of lines tell cards apart by colours of their own.
		if strings.Contains(part, teal) && !strings.Contains(part, "<lineChart>") {
			t.Errorf("%s: %s is teal", document, name)
		}
		if name == "xl/styles.xml" && !strings.Contains(part, wineRed) {
			t.Errorf("%s: nothing is wine red", document)
		}
	}
}

// pagesAsPictures draws the pages of a document and gives their files.
func pagesAsPictures(t *testing.T, name string, content []byte) []string {
	t.Helper()
	path := save(t, name, content)
	tool(t, "pdftoppm", "-r", "28", "-png", path, filepath.Join(filepath.Dir(path), "page"))
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "page*.png"))
	if err != nil || len(files) == 0 {
		t.Fatal(name, err)
	}
	return files
}

// dots counts the dots of a picture whose colour is near that of the community.
func dots(t *testing.T, file string, colour data.Colour) (n int) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			if hues[colour](r>>8, g>>8, b>>8) {
				n++
			}
		}
	}
	return n
}
