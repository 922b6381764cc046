package reports_test

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"copleader/reports"
)

// Given every printed document of the demo, then the colour of the community stands on each of its pages that is printed in colour.
func TestOneColourStandsOnEveryPage(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, doc := range reports.AllDocuments() {
		if doc.Kind() != "pdf" {
			continue
		}
		path := save(t, doc.File, demoDocuments(t)[doc.Name])
		tool(t, "pdftoppm", "-r", "28", "-png", path, filepath.Join(filepath.Dir(path), "page"))
		files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "page*.png"))
		if err != nil || len(files) == 0 {
			t.Fatal(doc.Name, err)
		}
		for _, file := range files {
			seen++
			if n := teal(t, file); n < 4 {
				t.Errorf("%s, %s: %d dots are in the community's colour", doc.Name, filepath.Base(file), n)
			}
		}
	}
	if seen < 40 {
		t.Errorf("only %d pages", seen)
	}
}

// teal counts the dots of a picture whose colour is near that of the community.
func teal(t *testing.T, file string) (n int) {
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
			if r>>8 < 150 && g>>8 > r>>8+30 && b>>8 > r>>8+30 && b >= g {
				n++
			}
		}
	}
	return n
}
