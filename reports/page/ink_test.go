package page

import (
	"fmt"
	"math"
	"os/exec"
	"strings"
	"testing"
)

// picture is a page in grey, 4 pixels a millimetre.
type picture struct {
	pix           []byte
	width, height int
}

const perMM = 4

// rendered draws the first page of a PDF by another program.
func rendered(t *testing.T, pdf []byte) picture {
	t.Helper()
	tool(t, "pdftoppm")
	out, err := exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(25.4*perMM), "-f", "1", "-l", "1", onFile(t, pdf)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var p picture
	var greatest int
	if _, err := fmt.Sscanf(string(out[:min(len(out), 40)]), "P5\n%d %d\n%d\n", &p.width, &p.height, &greatest); err != nil {
		t.Fatal(err)
	}
	p.pix = out[len(out)-p.width*p.height:]
	return p
}

// ink is the share of dark pixels in a place.
func (p picture) ink(r Rect) float64 {
	dark, all := 0, 0
	for y := int(r.Y * perMM); y < int(r.Bottom()*perMM); y++ {
		for x := int(r.X * perMM); x < int(r.Right()*perMM); x++ {
			all++
			if p.pix[y*p.width+x] < 160 {
				dark++
			}
		}
	}
	return float64(dark) / float64(all)
}

// Text in every script is seen where it was put and nowhere else.
func TestTextIsSeenInItsBox(t *testing.T) {
	for _, text := range []string{
		"Word and word again", "Ξεσκεπάζω την ψυχή", "王晓梅和李建国", "ليلى حدّاد يوسف", "👩‍💻 ✓ ☐ ★", "𠮷野家𠮷野家", "हिन्दी भाषा",
		"\U00012000\U00012001",
	} {
		t.Run(text, func(t *testing.T) {
			requireChinese(t)
			d := newDocument(allFonts())
			box := Rect{50, 100, 60, 8}
			d.Text(box, text, Style{Size: 15})
			p := rendered(t, written(t, d))
			whole := p.ink(A4.Area()) * A4.Width * A4.Height
			inside := p.ink(box) * box.W * box.H
			if inside < 8 {
				t.Errorf("only %.1f mm² of ink in the box", inside)
			}
			if whole-inside > 0.02*whole {
				t.Errorf("%.1f of %.1f mm² of ink are outside the box", whole-inside, whole)
			}
		})
	}
}

// content is what the pages of a PDF say, unpacked.
func content(t *testing.T, pdf []byte) string {
	t.Helper()
	tool(t, "qpdf")
	out, err := exec.Command("qpdf", "--qdf", "--stream-data=uncompress", onFile(t, pdf), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// What an embedded font has is printed as letters, not as outlines with an
// invisible copy; but not signs for which alone another font would stand in the file.
func TestLettersStayLetters(t *testing.T) {
	tests := []struct {
		text    string
		letters bool
	}{
		{"Amélie fi ffl AVATAR To.", true}, {"Κατερίνα Δήμου", true}, {"Дмитрий Орлов", true},
		{"Nguyễn Thị Hạnh", true}, {"✓ ☐ ★ →", false}, {"(\\)(", true},
		{"שלום", false}, {"ليلى", false}, {"😀", false},
	}
	for _, test := range tests {
		for _, bold := range []bool{false, true} {
			d := newDocument(embeddedFonts())
			d.Text(Rect{20, 20, 100, 0}, test.text, Style{Bold: bold})
			if got := !strings.Contains(content(t, written(t, d)), "3 Tr "); got != test.letters {
				t.Errorf("%q, bold %v: as letters %v, want %v", test.text, bold, got, test.letters)
			}
		}
	}
}

func TestShapesAreSeenWhereTheyArePut(t *testing.T) {
	place := Rect{50, 100, 20, 20}
	tests := []struct {
		name        string
		draw        func(*Document)
		least, most float64 // share of ink in the place
	}{
		{"box", func(d *Document) { d.Box(place, Look{Fill: Ink}) }, 0.97, 1},
		{"outline", func(d *Document) { d.Box(place.Inset(0.5), Look{Stroke: Pen{Color: Ink, Width: 2}}) }, 0.07, 0.2},
		{"round box", func(d *Document) { d.Box(place, Look{Fill: Ink, Radius: 10}) }, 0.74, 0.82},
		{"nothing", func(d *Document) { d.Box(place, Look{}) }, 0, 0},
		{"hatch", func(d *Document) { d.Hatch(place, 0, 2, Pen{Color: Ink, Width: 1 / perPoint}) }, 0.4, 0.6},
		{"round hatch", func(d *Document) { d.Hatch(place, 10, 2, Pen{Color: Ink, Width: 1 / perPoint}) }, 0.3, 0.48},
		{"clip", func(d *Document) { d.Clip(place, 0, func() { d.Box(A4.Area(), Look{Fill: Ink}) }) }, 0.97, 1},
		{"disc", func(d *Document) { d.Mark(Disc, 60, 110, 20, Ink) }, 0.74, 0.82},
		{"triangle", func(d *Document) { d.Mark(Triangle, 60, 110, 20, Ink) }, 0.45, 0.55},
		{"square", func(d *Document) { d.Mark(Square, 60, 110, 20, Ink) }, 0.75, 0.9},
		{"rising", func(d *Document) { d.Arrow(Rising, 60, 110, 18, Pen{Color: Ink, Width: 4}) }, 0.08, 0.25},
		{"empty check box", func(d *Document) { d.CheckBox(50.5, 100.5, 19, false) }, 0.01, 0.1},
		{"check box", func(d *Document) { d.CheckBox(50.5, 100.5, 19, true) }, 0.1, 0.25},
		{"rule", func(d *Document) { d.Rule(50, 110, 70, 110, Pen{Color: Ink, Width: 2 / perPoint}) }, 0.08, 0.12},
		{"dashed rule", func(d *Document) { d.Rule(50, 110, 70, 110, Pen{Color: Ink, Width: 2 / perPoint, Dash: 2}) }, 0.04, 0.06},
		{"columns", func(d *Document) { d.Columns(place, Columns{Values: []float64{1, 2}, Color: Ink}) }, 0.45, 0.6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(embeddedFonts())
			d.AddPage()
			test.draw(d)
			p := rendered(t, written(t, d))
			if got := p.ink(place); got < test.least || got > test.most {
				t.Errorf("%.3f of the place is inked, want %.2f to %.2f", got, test.least, test.most)
			}
			whole, inside := p.ink(A4.Area())*A4.Width*A4.Height, p.ink(place)*place.W*place.H
			if whole-inside > 8 { // the edge takes a pixel all around
				t.Errorf("%.1f mm² of ink are outside the place", whole-inside)
			}
		})
	}
}

// A shape after a dashed one is whole again.
func TestDashesEnd(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.Rule(50, 50, 70, 50, Pen{Color: Ink, Width: 3, Dash: 2})
	d.Rule(50, 60, 70, 60, Pen{Color: Ink, Width: 3})
	p := rendered(t, written(t, d))
	dashed, whole := p.ink(Rect{50, 49, 20, 2}), p.ink(Rect{50, 59, 20, 2})
	if dashed > 0.7*whole {
		t.Errorf("ink %.2f dashed, %.2f whole", dashed, whole)
	}
}

func TestAnswerBar(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.AnswerBar(Rect{20, 20, 100, 6}, []int{4, 0, 1, 95, 200})
	words := wordsOf(t, written(t, d))
	var found []string
	for _, w := range words {
		found = append(found, w.word)
	}
	// 1 of 300 is too narrow a part for its count, 0 is no part.
	if got := strings.Join(found, " "); got != "95 200" {
		t.Errorf("counts %q, want those of the parts with room", got)
	}
	if len(words) == 2 && (words[0].left < 20+100*5.0/300 || words[1].left < 20+100.0*100/300) {
		t.Errorf("the counts stand outside their parts: %+v", words)
	}
}

func TestCheckRuleIsFiftyMillimetres(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.CheckRule(30, 50, "50 mm", Style{Size: 8})
	p := rendered(t, written(t, d))
	first, last := -1, -1
	for x := 0; x < 82*perMM; x++ { // before the label
		if p.pix[(50*perMM-6)*p.width+x] < 200 { // 1.5 mm above: only the end ticks
			if first < 0 {
				first = x
			}
			last = x
		}
	}
	if got := float64(last-first) / perMM; got < 49.7 || got > 50.3 {
		t.Errorf("the end ticks are %.2f mm apart", got)
	}
}

func TestCutMarks(t *testing.T) {
	for _, paper := range []Paper{A4, Letter} {
		d := New(embeddedFonts(), Setup{Paper: paper, Created: created})
		grid, err := Sheet(paper, 4)
		if err != nil {
			t.Fatal(err)
		}
		d.AddPage()
		d.CutMarks(grid)
		p := rendered(t, written(t, d))
		for i := range grid.Len() {
			if ink := p.ink(grid.Art(i)); ink != 0 {
				t.Errorf("%s: cut marks reach into card %d", paper.Name, i)
			}
		}
		w, h := paper.Width, paper.Height
		for _, mark := range []Rect{
			{w/2 - 1, 2, 2, 5}, {w/2 - 1, h - 7, 2, 5}, {2, h/2 - 1, 5, 2}, {w - 7, h/2 - 1, 5, 2},
		} {
			if p.ink(mark) == 0 {
				t.Errorf("%s: no cut mark at %+v", paper.Name, mark)
			}
		}
	}
}

func TestFit(t *testing.T) {
	d := newDocument(embeddedFonts())
	box := Rect{0, 0, 60, 20}
	long := strings.Repeat("Months pass and my skill stays where it was. ", 5)
	tests := []struct {
		name, text string
		least      float64
		fits       bool
	}{
		{"short stays large", "Short.", 6, true},
		{"long shrinks", long, 4, true},
		{"too long is the least", strings.Repeat(long, 9), 8, false},
	}
	for _, test := range tests {
		s := d.Fit(box, test.text, Style{Size: 16}, test.least)
		result := d.Text(box, test.text, s)
		if result.Truncated == test.fits || result.Height > box.H {
			t.Errorf("%s: size %.1f, result %+v", test.name, s.Size, result)
		}
		if !test.fits && s.Size != test.least {
			t.Errorf("%s: size %.1f, want the least", test.name, s.Size)
		}
		if test.text == "Short." && s.Size != 16 {
			t.Errorf("%s: size %.1f", test.name, s.Size)
		}
		if test.text == long {
			larger := s
			larger.Size += 0.5
			if again := d.Text(box, test.text, larger); !again.Truncated {
				t.Errorf("%s: size %.1f would have fit too", test.name, larger.Size)
			}
		}
	}
}

func TestColumnsTakeOddValues(t *testing.T) {
	for _, c := range []Columns{
		{}, {Values: []float64{0, 0}}, {Values: []float64{-1, math.NaN(), 5}, Max: 2}, {Values: []float64{1}, Labels: []string{"a", "b", "c"}},
	} {
		d := newDocument(embeddedFonts())
		d.Columns(Rect{20, 20, 100, 50}, c)
		pdf := written(t, d)
		checked(t, pdf)
		if text := content(t, pdf); strings.Contains(text, "NaN") || strings.Contains(text, "+Inf") {
			t.Errorf("%+v: a number that is none", c)
		}
	}
}
