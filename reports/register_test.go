package reports_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/page"
)

// scan is a page in grey, eight pixels a millimetre.
type scan struct {
	pix           []byte
	width, height int
}

const perMM = 8

func scanned(t *testing.T, content []byte, number int) scan {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("pdftoppm is missing")
	}
	out, err := exec.Command("pdftoppm", "-gray", "-r", fmt.Sprint(25.4*perMM), "-f", strconv.Itoa(number), "-l", strconv.Itoa(number),
		save(t, "doc.pdf", content)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var s scan
	var most int
	if _, err := fmt.Sscanf(string(out[:min(len(out), 40)]), "P5\n%d %d\n%d\n", &s.width, &s.height, &most); err != nil {
		t.Fatal(err)
	}
	s.pix = out[len(out)-s.width*s.height:]
	return s
}

// isInk is darker than any tint.
func (s scan) isInk(x, y int) bool { return s.pix[y*s.width+x] < 225 }

// uprights are the middles of the vertical lines that run along half the page.
func (s scan) uprights() []float64 {
	return runs(s.width, func(x int) bool {
		n := 0
		for y := range s.height {
			if s.isInk(x, y) {
				n++
			}
		}
		return 2*n > s.height
	})
}

// levels are the middles of the horizontal lines that run along half the page.
func (s scan) levels() []float64 {
	return runs(s.height, func(y int) bool {
		n := 0
		for x := range s.width {
			if s.isInk(x, y) {
				n++
			}
		}
		return 2*n > s.width
	})
}

// runs are the middles, in millimetres, of the places that hold.
func runs(length int, holds func(int) bool) []float64 {
	var middles []float64
	start := -1
	for i := 0; i <= length; i++ {
		in := i < length && holds(i)
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			middles = append(middles, float64(start+i-1)/2/perMM)
			start = -1
		}
	}
	return middles
}

// Given any paper and number of cards, when a sheet is turned over its long edge,
// then the outlines of fronts and backs overlay within 0.3 mm.
func TestFrontsAndBacksAreInRegister(t *testing.T) {
	const most = 0.3
	for _, paper := range []page.Paper{page.A4, page.Letter, page.A4.Landscape()} {
		for _, perSheet := range []int{1, 2, 4, 8} {
			t.Run(fmt.Sprintf("%s %.0f wide, %d a sheet", paper.Name, paper.Width, perSheet), func(t *testing.T) {
				t.Parallel()
				opt := options()
				opt.Paper, opt.PerSheet, opt.Form = paper, perSheet, reports.BlackWhite
				content, report := write(t, "cards", demoSnapshot(t), opt)
				first := report.Pages + 1 - 2*((len(data.Deck)+perSheet-1)/perSheet)
				front, back := scanned(t, content, first), scanned(t, content, first+1)
				// Turned over the long edge, an upright sheet swaps left and
				// right, one that lies swaps above and below.
				fx, bx, fy, by := front.uprights(), back.uprights(), front.levels(), back.levels()
				if len(fx) < 2 || len(fy) < 2 || len(bx) != len(fx) {
					t.Fatalf("outlines: %v and %v, %v and %v", fx, bx, fy, by)
				}
				width, height := float64(front.width)/perMM, float64(front.height)/perMM
				if paper.Width < paper.Height {
					for i, x := range bx {
						bx[i] = width - x
					}
				} else {
					for i, y := range by {
						by[i] = height - y
					}
				}
				for _, x := range fx {
					if d := nearest(bx, x); d > most {
						t.Errorf("the outline at x = %.2f mm is %.2f mm off", x, d)
					}
				}
				for _, y := range []float64{fy[0], fy[len(fy)-1]} {
					if d := nearest(by, y); d > most {
						t.Errorf("the outline at y = %.2f mm is %.2f mm off", y, d)
					}
				}
			})
		}
	}
}

func nearest(places []float64, to float64) float64 {
	least := math.Inf(1)
	for _, p := range places {
		least = min(least, math.Abs(p-to))
	}
	return least
}

// Given a printer without colour, then low, between and high differ: low is
// hatched, and their marks are three shapes.
func TestGreyPictureTellsLowBetweenAndHighApart(t *testing.T) {
	for _, form := range []reports.Form{reports.InColour, reports.BlackWhite} {
		opt := options()
		opt.PerSheet, opt.Form = 1, form
		content, _ := write(t, "cards", demoSnapshot(t), opt)
		s := scanned(t, content, 3)
		// The right edge of the fields, where no text stands.
		shade := func(y float64) (darkest, lightest byte) {
			lightest = 0
			darkest = 255
			for x := int(192 * perMM); x < int(199*perMM); x++ {
				for dy := 0; dy < 8*perMM; dy++ {
					v := s.pix[(int(y*perMM)+dy)*s.width+x]
					darkest, lightest = min(darkest, v), max(lightest, v)
				}
			}
			return darkest, lightest
		}
		low, lowLight := shade(70)
		between, betweenLight := shade(150)
		high, highLight := shade(220)
		if int(lowLight)-int(low) < 8 {
			t.Errorf("%s: the low field is not hatched: %d to %d", form, low, lowLight)
		}
		if int(betweenLight)-int(between) > 2 || int(highLight)-int(high) > 2 {
			t.Errorf("%s: between or high is hatched: %d to %d, %d to %d", form, between, betweenLight, high, highLight)
		}
		if form == reports.BlackWhite && (between != 255 || high != 255) {
			t.Errorf("tints are left without colour: %d, %d", between, high)
		}
	}
}

// Large print: at most two cards a sheet, fronts on odd pages, every text there.
func TestLargePrint(t *testing.T) {
	opt := options()
	opt.Form = reports.LargePrint
	content, report := write(t, "cards", demoSnapshot(t), opt)
	pages := pagesOf(t, content)
	if report.Pages%2 != 0 {
		t.Errorf("%d pages: fronts and backs fall apart", report.Pages)
	}
	first := 0
	for i, text := range pages {
		if first == 0 && i > 0 && containsAll(flat(text), "LOW", "BETWEEN", "HIGH") {
			first = i
		}
	}
	if first == 0 || first%2 != 0 {
		t.Errorf("the first front is page %d", first+1)
	}
	if n := len(pages) - first; n != 16 {
		t.Errorf("%d pages of cards, want 7 sheets and one of blank cards", n)
	}
	ballots, large := write(t, "ballots", demoSnapshot(t), opt)
	if _, usual := write(t, "ballots", demoSnapshot(t), options()); large.Pages <= usual.Pages {
		t.Errorf("the ballot takes %d pages in large print, %d else", large.Pages, usual.Pages)
	}
	if text := flat(pagesText(t, ballots)); !containsAll(text, "14 Time and backing", "My manager knows of my part here") {
		t.Error("the large ballot lacks a card")
	}
}
