package page

import (
	"math"
	"testing"
)

// shade is how light a place is on the average, and by how much it varies.
func (p picture) shade(r Rect) (mean, spread float64) {
	n, sum, squares := 0.0, 0.0, 0.0
	for y := int(r.Y * perMM); y < int(r.Bottom()*perMM); y++ {
		for x := int(r.X * perMM); x < int(r.Right()*perMM); x++ {
			v := float64(p.pix[y*p.width+x])
			n, sum, squares = n+1, sum+v, squares+v*v
		}
	}
	mean = sum / n
	return mean, math.Sqrt(max(0, squares/n-mean*mean))
}

// Given a bar of answers printed without colour, then the low half is light and
// striped, the high half plain and darker the higher; each part is told from its
// neighbours.
func TestAnswerBarIsReadInGrey(t *testing.T) {
	for _, counts := range [][]int{{4, 4, 4, 4, 4}, {6, 6, 6}} {
		d := newDocument(embeddedFonts())
		bar := Rect{20, 20, 100, 20}
		d.AnswerBar(bar, counts)
		p := rendered(t, written(t, d))
		width := bar.W / float64(len(counts))
		var means, spreads []float64
		for i := range counts {
			// Beside the count, clear of the rim and of the next part.
			mean, spread := p.shade(Rect{bar.X + width*float64(i) + 2, bar.Y + 5, width * 0.2, 10})
			means, spreads = append(means, mean), append(spreads, spread)
		}
		t.Logf("%v: %.0f ±%.1f", counts, means, spreads)
		half := len(counts) / 2
		for i := range counts {
			if striped := spreads[i] > 6; striped != (i < half) {
				t.Errorf("%v: part %d varies by %.1f", counts, i, spreads[i])
			}
			if i > half && means[i-1]-means[i] < 25 {
				t.Errorf("%v: part %d is %.0f, part %d is %.0f", counts, i-1, means[i-1], i, means[i])
			}
			if i < half && means[i] < means[half] {
				t.Errorf("%v: the middle is %.0f, the lower part %d is %.0f", counts, means[half], i, means[i])
			}
			if i > 0 && math.Abs(means[i]-means[i-1]) < 8 && (spreads[i] > 6) == (spreads[i-1] > 6) {
				t.Errorf("%v: parts %d and %d look the same: %.0f and %.0f", counts, i-1, i, means[i-1], means[i])
			}
		}
	}
}
