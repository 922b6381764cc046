package preview_test

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"copleader/reports/page"
	"copleader/reports/preview"
)

// cacheFolder keeps what the reader compiles between runs: without it each takes seconds.
func cacheFolder() string { return filepath.Join(os.TempDir(), "copleader-preview-test") }

func open(t *testing.T) *preview.Viewer {
	t.Helper()
	v, err := preview.Open(cacheFolder())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := v.Close(); err != nil {
			t.Error(err)
		}
	})
	return v
}

// pdf is a document of so many pages, each with a black square in its upper left corner on A4.
func pdf(t *testing.T, pages int) []byte {
	t.Helper()
	d := page.New(page.NewFonts(page.FontSource{}), page.Setup{Paper: page.A4, Created: time.Unix(0, 0)})
	for range pages {
		d.AddPage()
		d.Box(page.Rect{W: 105, H: 148.5}, page.Look{Fill: page.Ink})
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func dark(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return r+g+b < 3*0x6000
}

// Given a document of three pages, then each is drawn in the proportion of its paper, dark where it is printed dark.
func TestPageIsDrawnAsItPrints(t *testing.T) {
	v := open(t)
	d, err := v.Document(pdf(t, 3))
	if err != nil {
		t.Fatal(err)
	}
	if d.Pages() != 3 {
		t.Fatalf("%d pages", d.Pages())
	}
	var last image.Image
	for n := range 3 {
		picture, err := d.Page(t.Context(), n, 300, 3000)
		if err != nil {
			t.Fatal(err)
		}
		size := picture.Bounds().Size()
		if size.X != 300 || size.Y < 422 || size.Y > 426 {
			t.Errorf("page %d is drawn as %v", n, size)
		}
		if !dark(picture.At(50, 50)) || dark(picture.At(250, 50)) || dark(picture.At(50, 400)) {
			t.Errorf("page %d does not show the square", n)
		}
		last = picture
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if !dark(last.At(50, 50)) {
		t.Error("a picture changed after its document was closed")
	}
	if _, err := d.Page(t.Context(), 0, 100, 100); err == nil {
		t.Error("a closed document still draws")
	}
}

// What is no PDF, what is broken and what is asked for beyond the last page are errors, and the viewer goes on.
func TestBadDocuments(t *testing.T) {
	v := open(t)
	good := pdf(t, 1)
	for name, content := range map[string][]byte{
		"nothing": {}, "text": []byte(strings.Repeat("no pdf ", 100)), "half": good[:len(good)/3],
	} {
		if d, err := v.Document(content); err == nil && d.Pages() > 0 {
			t.Errorf("%s was read as a document of %d pages", name, d.Pages())
		}
	}
	d, err := v.Document(good)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Page(t.Context(), 7, 100, 100); err == nil {
		t.Error("a page beyond the last was drawn")
	}
	if _, err := d.Page(t.Context(), 0, 100, 100); err != nil {
		t.Error(err)
	}
}

// Given a viewer that several ask at once, then each gets its pages; and after Close an error.
func TestSeveralAtOnce(t *testing.T) {
	v := open(t)
	content := pdf(t, 2)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			d, err := v.Document(content)
			if err != nil {
				t.Error(err)
				return
			}
			for n := range 2 {
				if _, err := d.Page(t.Context(), n, 60, 90); err != nil {
					t.Error(err)
				}
			}
			if err := d.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Document(content); err == nil {
		t.Error("a closed viewer still reads")
	}
}

// Given a cache folder, then it counts as prepared once Prepare has been there, and a viewer opens from it.
func TestPreparedFolder(t *testing.T) {
	if preview.Prepared(t.TempDir()) {
		t.Error("an empty folder counts as prepared")
	}
	if err := preview.Prepare(cacheFolder()); err != nil {
		t.Fatal(err)
	}
	if !preview.Prepared(cacheFolder()) {
		t.Error("a folder that was prepared doesn't count as that")
	}
	open(t)
}

// BenchmarkOpen is what Share waits for in the background, with the cache.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		v, err := preview.Open(cacheFolder())
		if err != nil {
			b.Fatal(err)
		}
		if err := v.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
