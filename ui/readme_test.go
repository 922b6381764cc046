package ui

import (
	"flag"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

var update = flag.Bool("update", false, "draw the README's pictures anew")

// readmePictures are what the README shows, in testdata, and how one comes there from the start.
var readmePictures = map[string]func(st *stage){
	"overview": func(*stage) {},
	"charter":  func(st *stage) { st.Fire("view.charter") },
	"members": func(st *stage) {
		st.Fire("view.members")
		st.Tap("Name") // by name, letters of the window's own font first
		for _, row := range []string{"Nguyễn Thị Hạnh", "José Ibáñez Peña", "Ægir Strømø"} {
			st.Holding(fyne.KeyModifierShortcutDefault, func() { st.Tap(row) })
		}
	},
	"series": func(st *stage) {
		st.Fire("view.events")
		st.Fire("events.month")
		st.Fire("events.series")
		st.Type("How often", "every second Thursday, six times, at 16:00")
	},
}

// TestReadmePicture keeps the README's pictures true: each must look like the page of the demo that it shows. Drawn anew by
// -update; compared loosely, since fonts of another machine move a letter here and there.
func TestReadmePicture(t *testing.T) {
	for name, show := range readmePictures {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			st.start(Start{Demo: true})
			st.w.setLook(look.Light, ordinaryScale)
			st.Settle()
			st.Tap("Dismiss")
			show(st)
			st.Settle()
			st.isAsKept(filepath.Join("testdata", name+".png"))
		})
	}
}

// isAsKept compares what is shown with a picture that is kept, or keeps it.
func (st *stage) isAsKept(path string) {
	st.t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			st.t.Fatal(err)
		}
		st.Picture(path)
		return
	}
	drawn := filepath.Join(st.t.TempDir(), "now.png")
	st.Picture(drawn)
	kept, now := decode(st.t, path), decode(st.t, drawn)
	if kept.Bounds() != now.Bounds() {
		st.t.Fatalf("the picture is %v, the window %v", kept.Bounds(), now.Bounds())
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
		st.t.Errorf("%d of %d pixels of the README's picture look otherwise now; go test ./ui -run ReadmePicture -update draws it anew", other, all)
	}
}

func decode(t testing.TB, path string) image.Image {
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
