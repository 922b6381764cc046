package preview_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
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

// drawing is the variable by which a second process of these tests draws pages and does nothing else.
const drawing = "COPLEADER_TEST_DRAWS_PAGES"

func TestMain(m *testing.M) {
	if folder := os.Getenv(drawing); folder != "" {
		if preview.Serve(os.Stdin, os.Stdout, folder) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// apart is a second process of these tests that draws.
func apart() *exec.Cmd {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), drawing+"="+cacheFolder())
	return child
}

// drawn is a page of a document.
func drawn(t *testing.T, d interface {
	Page(ctx context.Context, number, width, height int) (image.Image, error)
}, number int) image.Image {
	t.Helper()
	picture, err := d.Page(t.Context(), number, 300, 600)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// Given a viewer in a process of its own, then it draws the same pages as one in this process, tells the same faults and goes on after
// them; its process ends with it.
func TestApartDrawsTheSame(t *testing.T) {
	child := apart()
	a, err := preview.OpenApart(child)
	if err != nil {
		t.Fatal(err)
	}
	v, content := open(t), pdf(t, 3)
	here, err := v.Document(content)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Document([]byte("no document")); err == nil {
		t.Error("what is no document was opened")
	}
	there, err := a.Document(content)
	if err != nil {
		t.Fatal(err)
	}
	if there.Pages() != 3 {
		t.Errorf("it has %d pages", there.Pages())
	}
	if _, err := there.Page(t.Context(), 7, 100, 100); err == nil {
		t.Error("a page that isn't there was drawn")
	}
	for n := range 3 {
		if got, want := drawn(t, there, n), drawn(t, here, n); !reflect.DeepEqual(got, want) {
			t.Errorf("page %d is another one", n+1)
		}
	}
	if err := there.Close(); err != nil {
		t.Error(err)
	}
	if _, err := there.Page(t.Context(), 0, 100, 100); err == nil {
		t.Error("a closed document was drawn")
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
	if !child.ProcessState.Success() {
		t.Errorf("its process: %v", child.ProcessState)
	}
	if _, err := a.Document(content); err == nil {
		t.Error("a closed viewer opened a document")
	}
}

// Given a process that ends, before it is ready or later, then that is an error and nothing waits for it.
func TestApartThatEnds(t *testing.T) {
	if _, err := preview.OpenApart(exec.Command(os.Args[0], "-test.run", "^$")); err == nil {
		t.Error("a process that draws nothing was taken for a viewer")
	}
	child := apart()
	a, err := preview.OpenApart(child)
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Document(pdf(t, 1)); err == nil {
		t.Error("a document was opened by nobody")
	}
	if err := a.Close(); err == nil {
		t.Error("that it was killed is kept back")
	}
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
