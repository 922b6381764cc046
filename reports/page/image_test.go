package page

import (
	"bytes"
	"image/png"
	"testing"
)

// Given a code in a picture and on paper, then each of its squares is seen as it is.
func TestEverySquareOfACodeIsSeen(t *testing.T) {
	code, err := NewCode("https://example.org/join?x=" + "äöü")
	if err != nil {
		t.Fatal(err)
	}
	n := len(code.dark)
	m := NewImage(embeddedFonts(), ImageSetup{Width: 600, Height: 600, PerMM: 10, Language: "en"})
	m.Code(Rect{2, 3, 50, 50}, code)
	var out bytes.Buffer
	if err := m.Write(&out); err != nil {
		t.Fatal(err)
	}
	seen, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	d := newDocument(embeddedFonts())
	d.Code(Rect{10, 10, 100, 100}, code)
	scan := rendered(t, written(t, d))
	square := 500 / n
	for row, darks := range code.dark {
		for column, dark := range darks {
			if grey, _, _, _ := seen.At(20+column*square+square/2, 30+row*square+square/2).RGBA(); (grey < 0x8000) != dark {
				t.Fatalf("square %d, %d of the picture is dark: %v, want %v", row, column, !dark, dark)
			}
			x, y := 10+(float64(column)+0.5)*100/float64(n), 10+(float64(row)+0.5)*100/float64(n)
			perMM := float64(scan.width) / A4.Width
			if got := scan.pix[int(y*perMM)*scan.width+int(x*perMM)] < 128; got != dark {
				t.Fatalf("square %d, %d on paper is dark: %v, want %v", row, column, got, dark)
			}
		}
	}
}

// Given a text in a box of a picture, then its letters stand there and nowhere else.
func TestLettersOfAPictureStandInTheirBox(t *testing.T) {
	m := NewImage(embeddedFonts(), ImageSetup{Width: 400, Height: 200, PerMM: 4, Language: "en"})
	box := Rect{20, 10, 60, 20}
	s := m.Fit(box, "Łukasz, Ελένη, Олена", Style{Size: 30}, 5)
	if took := m.Text(box, "Łukasz, Ελένη, Олена", s); took.Truncated || s.Size >= 30 {
		t.Errorf("set at %g points: %+v", s.Size, took)
	}
	inside := 0
	for y := range 200 {
		for x := range 400 {
			if r, _, _, _ := m.pix.At(x, y).RGBA(); r > 0x8000 {
				continue
			}
			if x < 80 || x > 320 || y < 40 || y > 120 {
				t.Fatalf("ink at %d, %d", x, y)
			}
			inside++
		}
	}
	if inside < 300 {
		t.Errorf("%d dark pixels", inside)
	}
}
