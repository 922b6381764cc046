package page

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// keptScripts are texts in every script the embedded fonts cover, with what goes
// wrong easily: accents apart from their letters, joined letters, numbers and
// brackets in right-to-left text, emoji, signs.
var keptScripts = []string{
	"Zoë Łukasz Søren Žofie Güneş Þórdís Réka Szőke Ştefania Țăran Ægir",
	"Ελένη Παπαδοπούλου, ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
	"Олена Шевченко, Милица Јовановић, Дмитрий Орлов",
	"Nguyễn Thị Hạnh, a\u0302\u0301 e\u0323\u0302 o\u031b\u0303",
	"ليلى حدّاد (42) من 7 [نعم] - 15:30",
	"שלום (12) עולם",
	"Հայաստան, საქართველო",
	"✓ ☐ ★ → ● ▲ ■ 👩 🎉 №",
	"Left to right, then العربية and back again",
}

// Given the scripts of the embedded fonts, then the page looks as it did when a
// person last looked at it. KEEP=1 keeps what it looks like now.
func TestScriptsLookAsTheyDid(t *testing.T) {
	d := newDocument(embeddedFonts())
	area := Rect{10, 10, 120, 190}
	for i, text := range keptScripts {
		s := Style{Size: 12, Bold: i%2 == 1}
		took := d.Text(Rect{area.X, area.Y, area.W, 0}, text, s)
		_, area = area.CutTop(took.Height + 4)
	}
	pdf := written(t, d)
	if d.Unprintable() != 0 {
		t.Errorf("%d characters cannot be printed", d.Unprintable())
	}
	now := rendered(t, pdf).half().cut(Rect{0, 0, 140, 110})
	path := filepath.Join("testdata", "scripts.png")
	if os.Getenv("KEEP") != "" {
		var out bytes.Buffer
		if err := png.Encode(&out, now); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if kept.Bounds() != now.Bounds() {
		t.Fatalf("the page is %v, it was %v", now.Bounds(), kept.Bounds())
	}
	// Another version of the program that draws may smooth edges otherwise, but
	// no square of 4 mm may be lighter or darker than it was.
	const square = 8
	for y := 0; y+square <= now.Rect.Dy(); y += square {
		for x := 0; x+square <= now.Rect.Dx(); x += square {
			was, is := 0, 0
			for dy := range square {
				for dx := range square {
					grey, _, _, _ := kept.At(x+dx, y+dy).RGBA()
					was += int(grey >> 8)
					is += int(now.GrayAt(x+dx, y+dy).Y)
				}
			}
			if d := (is - was) / (square * square); d > 24 || d < -24 {
				t.Errorf("at %d, %d mm the page is %d of 255 lighter than it was", x/2, y/2, d)
			}
		}
	}
}

// half is the picture with half the pixels each way.
func (p picture) half() picture {
	out := picture{width: p.width / 2, height: p.height / 2}
	out.pix = make([]byte, out.width*out.height)
	for y := range out.height {
		for x := range out.width {
			at := 2*y*p.width + 2*x
			out.pix[y*out.width+x] = byte((int(p.pix[at]) + int(p.pix[at+1]) + int(p.pix[at+p.width]) + int(p.pix[at+p.width+1])) / 4)
		}
	}
	return out
}

// cut is a part of the picture, which has two pixels a millimetre.
func (p picture) cut(r Rect) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, int(r.W)*2, int(r.H)*2))
	for y := range out.Rect.Dy() {
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], p.pix[(y+int(r.Y)*2)*p.width+int(r.X)*2:])
	}
	return out
}

// Given the fonts that are installed for the tests, then a page of twenty scripts
// has no character that cannot be printed, and words that run from left to right
// are found.
func TestTwentyScripts(t *testing.T) {
	requireChinese(t)
	scripts := []struct{ text, found string }{
		{"Latin Łukasz", "Łukasz"}, {"Ελληνικά Ελένη", "Ελένη"}, {"Кириллица Олена", "Олена"}, {"Հայերեն Արամ", "Արամ"},
		{"ქართული ნინო", "ნინო"}, {"中文 王晓梅", "王晓梅"}, {"日本語 さくら カナ", "さくら"}, {"한국어 김민수", "김민수"},
		{"हिन्दी भाषा", ""}, {"বাংলা ভাষা", ""}, {"தமிழ் மொழி", ""}, {"తెలుగు భాష", ""}, {"ગુજરાતી ભાષા", ""}, {"ไทย ภาษา", ""},
		{"ລາວ ພາສາ", ""}, {"ខ្មែរ ភាសា", ""}, {"አማርኛ ቋንቋ", "ቋንቋ"}, {"العربية ليلى", ""}, {"עברית שרה", ""}, {"සිංහල භාෂාව", ""},
	}
	d := newDocument(allFonts())
	area := Rect{15, 15, 180, 0}
	for _, script := range scripts {
		took := d.Text(area, script.text, Style{Size: 14})
		area.Y += took.Height + 2
	}
	pdf := written(t, d)
	checked(t, pdf)
	said := extracted(t, pdf)
	for _, script := range scripts {
		if script.found != "" && !strings.Contains(said, script.found) {
			t.Errorf("%q is not found", script.found)
		}
	}
	if d.Unprintable() == 0 {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Errorf("%d characters cannot be printed", d.Unprintable())
	} else {
		t.Skipf("%d characters cannot be printed with the fonts at hand", d.Unprintable())
	}
}
