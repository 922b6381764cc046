package page

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Given a text in the colour of a fill that a clip has undone, when it is
// drawn, then it has its own colour all the same.
func TestTextKeepsItsColourAfterAClip(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.AddPage()
	d.Box(Rect{0, 0, 100, 40}, Look{Fill: Surface})
	d.Clip(Rect{0, 0, 100, 2}, 0, func() { d.Box(Rect{0, 0, 100, 2}, Look{Fill: Primary}) })
	box := Rect{0, 10, 40, 12}
	d.Text(box, "Seen", Style{Size: 20, Bold: true, Color: Primary})
	if ink := rendered(t, written(t, d)).ink(box); ink < 0.05 {
		t.Errorf("only %.3f of the box is dark", ink)
	}
}

// squares is a picture of two colours, half of it clear.
func squares(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width / 2 {
			img.Set(x, y, color.NRGBA{R: 20, G: 40, B: 60, A: 255})
		}
	}
	return img
}

func pngOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPictureStandsInItsBox(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, squares(300, 200), nil); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"png": pngOf(t, squares(300, 200)), "jpeg": photo.Bytes(), "large": pngOf(t, squares(3000, 2000))} {
		p, err := ReadPicture(content)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d := newDocument(embeddedFonts())
		d.Picture(Rect{20, 20, 60, 60}, p)
		d.Picture(Rect{20, 120, 60, 60}, p)
		pdf := written(t, d)
		checked(t, pdf)
		if len(pdf) > 60000 {
			t.Errorf("%s: %d bytes", name, len(pdf))
		}
		seen := rendered(t, pdf)
		// 60 × 40 mm in the middle of the box, its left half dark.
		if dark := seen.ink(Rect{21, 31, 28, 38}); dark < 0.95 {
			t.Errorf("%s: the left half is %.2f dark", name, dark)
		}
		if name != "jpeg" { // which knows no clear pixels
			if light := seen.ink(Rect{51, 31, 28, 38}); light > 0.02 {
				t.Errorf("%s: the clear half is %.2f dark", name, light)
			}
		}
		if above := seen.ink(Rect{20, 20, 60, 9}); above > 0 {
			t.Errorf("%s: the picture is not as high as it is wide", name)
		}
	}
}

func TestPicturesThatAreNone(t *testing.T) {
	whole := pngOf(t, squares(40, 40))
	// 80 megapixels that nobody has to unpack to refuse.
	huge := bytes.Clone(whole)
	copy(huge[16:24], []byte{0, 0, 0x23, 0x28, 0, 0, 0x23, 0x28})
	sum := crc32.ChecksumIEEE(huge[12:29])
	copy(huge[29:33], []byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
	for name, test := range map[string]struct {
		content []byte
		want    error
	}{
		"nothing":       {nil, ErrNoPicture},
		"a text":        {[]byte("no picture at all"), ErrNoPicture},
		"cut short":     {whole[:len(whole)/2], ErrNoPicture},
		"only its head": {whole[:33], ErrNoPicture},
		"80 megapixels": {huge, ErrPictureTooLarge},
	} {
		if _, err := ReadPicture(test.content); !errors.Is(err, test.want) {
			t.Errorf("%s gives %v", name, err)
		}
	}
}

func TestTwoPicturesOfOneWidthAreRefused(t *testing.T) {
	a, _ := ReadPicture(pngOf(t, squares(40, 40)))
	b, _ := ReadPicture(pngOf(t, squares(40, 20)))
	d := newDocument(embeddedFonts())
	d.Picture(Rect{0, 0, 10, 10}, a)
	d.Picture(Rect{0, 20, 10, 10}, b)
	if d.Err() == nil {
		t.Error("the bytes would differ from run to run, and nobody says so")
	}
}

func TestAttachmentsTravelWithTheDocument(t *testing.T) {
	tool(t, "pdfdetach")
	d := newDocument(embeddedFonts())
	d.Text(Rect{20, 20, 100, 0}, "With a file inside", Style{})
	content := bytes.Repeat([]byte("α,β\n"), 1000)
	d.Attach(Attachment{Name: "Αθήνα 王.csv", About: "Figures", Content: content})
	pdf := written(t, d)
	checked(t, pdf)
	file := onFile(t, pdf)
	list, err := exec.Command("pdfdetach", "-list", file).CombinedOutput()
	if err != nil || !strings.Contains(string(list), "Αθήνα 王.csv") {
		t.Errorf("%v: %s", err, list)
	}
	out := filepath.Join(t.TempDir(), "out.csv")
	if said, err := exec.Command("pdfdetach", "-save", "1", "-o", out, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if got, _ := os.ReadFile(out); !bytes.Equal(got, content) {
		t.Errorf("%d bytes came out, %d went in", len(got), len(content))
	}
}

func TestLinksLeadToTheWebAndWithin(t *testing.T) {
	tool(t, "qpdf")
	d := newDocument(embeddedFonts())
	there := d.NewPlace()
	d.Text(Rect{20, 20, 100, 0}, "Contents", Style{})
	d.LinkTo(Rect{20, 20, 40, 6}, there)
	d.Link(Rect{20, 40, 40, 6}, "https://example.org/Αθήνα?q=(1)")
	d.Link(Rect{20, 50, 40, 6}, "file:///etc/passwd")
	d.Link(Rect{20, 60, 40, 6}, "javascript:alert(1)")
	d.AddPage()
	d.Put(there, 30)
	pdf := written(t, d)
	checked(t, pdf)
	raw, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", onFile(t, pdf), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	links := strings.Count(string(raw), "/Subtype /Link")
	if links != 2 || strings.Contains(string(raw), "passwd") || strings.Contains(string(raw), "javascript") {
		t.Errorf("%d links", links)
	}
	if !strings.Contains(string(raw), "https://example.org/%CE%91") {
		t.Error("the address is not written as one")
	}
}

func TestFlowLosesNothing(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.AddPage()
	var text []string
	for i := range 400 {
		text = append(text, fmt.Sprintf("word%03d of the long story", i))
	}
	area := Rect{20, 20, 80, 100}
	rest := d.Flow(area, strings.Join(text, " "), Style{Size: 11}, func() Rect { d.AddPage(); return area })
	if d.Pages() < 3 || rest.H >= area.H {
		t.Errorf("%d pages, %.1f mm left", d.Pages(), rest.H)
	}
	said := extracted(t, written(t, d))
	for i := range 400 {
		if !strings.Contains(said, fmt.Sprintf("word%03d", i)) {
			t.Fatalf("word%03d is lost", i)
		}
	}
}

// A table over several pages repeats its head, tears no row and tells what it cut.
func TestTableOverPages(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.AddPage()
	long := strings.Repeat("far too long for a cell ", 80)
	cut := map[int]string{}
	table := Table{Columns: []TableColumn{{Head: "Name", Share: 2}, {Head: "Count", Share: 1, Align: AlignRight}, {Head: "Answers", Share: 2}},
		Text: Style{MaxLines: 3}, Cut: func(row, column int, text string) { cut[row] = text }}
	var rows [][]TableCell
	for i := range 90 {
		name := fmt.Sprintf("row%02d", i)
		if i == 7 {
			name = long
		}
		rows = append(rows, []TableCell{{Text: name, Tint: Good, Mark: Disc}, {Text: fmt.Sprint(i)}, {Bars: []int{1, 2, 3, 4, 5}}})
	}
	area := Rect{20, 20, 170, 250}
	rest := d.Table(area, table, rows, func() Rect { d.AddPage(); return area })
	if rest.H <= 0 || rest.H >= area.H {
		t.Errorf("%.1f mm are left", rest.H)
	}
	pdf := written(t, d)
	said := extracted(t, pdf)
	if got := strings.Count(said, "Answers"); got != d.Pages() || got < 2 {
		t.Errorf("the head stands %d times on %d pages", got, d.Pages())
	}
	for i := range 90 {
		if want := fmt.Sprintf("row%02d", i); i != 7 && strings.Count(said, want) != 1 {
			t.Errorf("%s stands %d times", want, strings.Count(said, want))
		}
	}
	if len(cut) != 1 || cut[7] != long || !strings.Contains(said, "…") {
		t.Errorf("told of %d cuts", len(cut))
	}
}

// Without colour every tint is white, every letter black or white, and lines stay.
func TestBlackWhiteHasNoColour(t *testing.T) {
	d := New(embeddedFonts(), Setup{BlackWhite: true})
	for i, c := range []Color{BadSoft, WarnSoft, GoodSoft, PrimarySoft, Bad, Warn, Good, Primary, Answer(1), Answer(2), Answer(3), Answer(4), Answer(5)} {
		d.Box(Rect{10, 10 + float64(i)*12, 30, 10}, Look{Fill: c, Stroke: Pen{Color: Line, Width: 1}})
		d.Text(Rect{12, 11 + float64(i)*12, 28, 8}, "Text", Style{Color: TextOn(c), Bold: true})
		d.Text(Rect{60, 11 + float64(i)*12, 28, 8}, "Colour", Style{Color: c})
	}
	pdf := written(t, d)
	set := content(t, pdf)
	if greys := regexp.MustCompile(`[0-9.]+ [gG]\b`).FindAllString(set, -1); len(greys) < 20 {
		t.Fatalf("only %d greys are set", len(greys))
	}
	if colour := regexp.MustCompile(`[0-9.]+ [0-9.]+ [0-9.]+ (rg|RG)\b`).FindString(set); colour != "" {
		t.Errorf("there is a colour: %s", colour)
	}
	seen := rendered(t, pdf)
	if tint := seen.ink(Rect{30, 12, 8, 6}); tint > 0 {
		t.Error("a tint is left")
	}
	if dark := seen.ink(Rect{30, 12 + 4*12, 8, 6}); dark < 1 {
		t.Error("what is dark is not black")
	}
}

func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	d := newDocument(embeddedFonts())
	area := Rect{20, 20, 100, 40}
	d.Bars(area, Bars{Bars: []Bar{{Label: "Core", Value: 4, Text: "4"}, {Label: "Active", Value: 2, Text: "<5"}, {Label: "None", Text: "withheld"}}})
	seen := rendered(t, written(t, d))
	row := area.H / 3
	if high := (Style{}).withDefaults().lineHeight() * 2.2; high < row {
		row = high
	}
	long := func(i int) float64 {
		n := 0.0
		for x := area.X; x < area.Right(); x += 0.5 {
			// Above the letters, within the bar.
			if seen.ink(Rect{x, area.Y + float64(i)*row + row*0.2, 0.5, row * 0.08}) > 0.9 {
				n += 0.5
			}
		}
		return n
	}
	first, second, third := long(0), long(1), long(2)
	if first < 30 || second < first/2-2 || second > first/2+2 || third > 2 {
		t.Errorf("%.1f, %.1f and %.1f mm for 4, 2 and nothing", first, second, third)
	}
	d = newDocument(embeddedFonts())
	d.Bars(area, Bars{})
	written(t, d)
}

// What is turned stands upside down in its own rectangle.
func TestTurned(t *testing.T) {
	d := newDocument(embeddedFonts())
	r := Rect{20, 20, 60, 40}
	d.Turned(r, func() { d.Box(Rect{20, 20, 10, 10}, Look{Fill: Ink}) })
	d.Box(Rect{100, 100, 5, 5}, Look{Fill: Ink})
	seen := rendered(t, written(t, d))
	if seen.ink(Rect{20, 20, 10, 10}) > 0 || seen.ink(Rect{71, 51, 8, 8}) < 1 || seen.ink(Rect{100.5, 100.5, 4, 4}) < 1 {
		t.Error("the corner is not in the corner across")
	}
}

// Given rows for several pages, then each page holds about its share of them, and all that were meant for it.
func TestRowsAreSpreadEvenly(t *testing.T) {
	rows := func(n int, high float64) []float64 { return slices.Repeat([]float64{high}, n) }
	for _, c := range []struct {
		heights      []float64
		first, later float64
		want         []int
	}{
		{rows(10, 1), 10, 10, nil},
		{rows(11, 1), 10, 10, []int{6}},
		{rows(23, 1), 8, 10, []int{7, 15}},
		{rows(30, 1), 10, 10, []int{10, 20}},
		{rows(11, 1), 10, 0, nil},
		{slices.Concat(rows(8, 1), rows(1, 8)), 10, 10, []int{8}},
		{slices.Concat(rows(1, 30), rows(2, 1)), 10, 10, nil},
	} {
		if got := evenly(c.heights, c.first, c.later); !slices.Equal(got, c.want) {
			t.Errorf("%v on %v and %v: %v, want %v", c.heights, c.first, c.later, got, c.want)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		heights := make([]float64, 1+r.IntN(80))
		for i := range heights {
			heights[i] = 1 + 3*r.Float64()
		}
		first, later := 5+10*r.Float64(), 15.0
		breaks := slices.Concat([]int{0}, evenly(heights, first, later), []int{len(heights)})
		for i := range len(breaks) - 1 {
			used, most := 0.0, later
			for _, h := range heights[breaks[i]:breaks[i+1]] {
				used += h
			}
			if i == 0 {
				most = first
			}
			if used > most+1e-6 || breaks[i] == breaks[i+1] {
				t.Fatalf("page %d of %v holds %v of %v", i, heights, used, most)
			}
		}
	}
}

// Given a printer without colour, then every mark differs from the others by its shape alone.
func TestMarksDifferInShape(t *testing.T) {
	drawn := map[string]Mark{}
	for _, mark := range []Mark{Square, Triangle, Disc, Ring, Dot, Diamond, Dash} {
		d := newDocument(allFonts())
		d.AddPage()
		d.Mark(mark, 50, 50, 4, Ink)
		content := string(written(t, d))
		if other, there := drawn[content]; there {
			t.Errorf("mark %d is drawn as mark %d", mark, other)
		}
		drawn[content] = mark
	}
}
