package ui

import (
	"flag"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"testing"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

var update = flag.Bool("update", false, "draw the README's picture anew")

// readmePicture is what the README shows.
const readmePicture = "testdata/overview.png"

// TestReadmePicture keeps the README's picture true: it must look like the Overview of the demo. Drawn anew by
// -update; compared loosely, since fonts of another machine move a letter here and there.
func TestReadmePicture(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.setLook(look.Light, ordinaryScale)
	st.Settle()
	st.Tap("Dismiss")
	st.Settle()
	if *update {
		if err := os.MkdirAll(filepath.Dir(readmePicture), 0o755); err != nil {
			t.Fatal(err)
		}
		st.Picture(readmePicture)
		return
	}
	drawn := filepath.Join(t.TempDir(), "now.png")
	st.Picture(drawn)
	kept, now := decode(t, readmePicture), decode(t, drawn)
	if kept.Bounds() != now.Bounds() {
		t.Fatalf("the picture is %v, the window %v", kept.Bounds(), now.Bounds())
	}
	other, all := 0, kept.Bounds().Dx()*kept.Bounds().Dy()
	for y := range kept.Bounds().Dy() {
		for x := range kept.Bounds().Dx() {
			if unlike(kept, now, x, y) {
				other++
			}
		}
	}
	if other*20 > all {
		t.Errorf("%d of %d pixels of the README's picture look otherwise now; go test ./ui -run ReadmePicture -update draws it anew", other, all)
	}
}

func decode(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	picture, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// unlike tells whether two pixels differ as a person would see it.
func unlike(a, b image.Image, x, y int) bool {
	r1, g1, b1, _ := a.At(x, y).RGBA()
	r2, g2, b2, _ := b.At(x, y).RGBA()
	const much = 0x3000
	far := func(m, n uint32) bool { return max(m, n)-min(m, n) > much }
	return far(r1, r2) || far(g1, g2) || far(b1, b2)
}
