package page

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestLandscapeAndUpright(t *testing.T) {
	lying := A4.Landscape()
	if lying.Width != 297 || lying.Height != 210 || lying.Landscape() != lying || lying.Upright() != A4 {
		t.Errorf("landscape %+v, upright again %+v", lying, lying.Upright())
	}
}

func TestSheetDividesThePaper(t *testing.T) {
	tests := []struct {
		paper         Paper
		perSheet      int
		columns, rows int
		first         Rect
	}{
		{A4, 1, 1, 1, Rect{0, 0, 210, 297}},
		{A4, 2, 1, 2, Rect{0, 0, 210, 148.5}},
		{A4.Landscape(), 2, 2, 1, Rect{0, 0, 148.5, 210}},
		{A4, 4, 2, 2, Rect{0, 0, 105, 148.5}},
		{A4, 8, 2, 4, Rect{0, 0, 105, 74.25}},
		{A3.Landscape(), 8, 4, 2, Rect{0, 0, 105, 148.5}},
		{Letter, 4, 2, 2, Rect{0, 0, 107.95, 139.7}},
	}
	for _, test := range tests {
		g, err := Sheet(test.paper, test.perSheet)
		if err != nil {
			t.Fatal(err)
		}
		if g.Columns != test.columns || g.Rows != test.rows || g.Len() != test.perSheet || g.Trim(0) != test.first {
			t.Errorf("Sheet(%s, %d) = %+v, first %+v", test.paper.Name, test.perSheet, g, g.Trim(0))
		}
		last := g.Trim(g.Len() - 1)
		if !near(last.Right(), test.paper.Width) || !near(last.Bottom(), test.paper.Height) {
			t.Errorf("Sheet(%s, %d): the last card ends at %.2f, %.2f", test.paper.Name, test.perSheet, last.Right(), last.Bottom())
		}
	}
	for _, n := range []int{-1, 0, 3, 5, 9} {
		if _, err := Sheet(A4, n); err == nil {
			t.Errorf("Sheet(A4, %d) gives no error", n)
		}
	}
}

// Turned over its long edge, every point of a front lies behind the same point
// of its back, read from the other side.
func TestBacksAreInRegister(t *testing.T) {
	for _, paper := range []Paper{A4, Letter, A4.Landscape(), A3.Landscape()} {
		for _, n := range []int{1, 2, 4, 8} {
			g, err := Sheet(paper, n)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[int]bool{}
			for i := range g.Len() {
				for what, place := range map[string]func(int) Rect{"trim": g.Trim, "art": g.Art} {
					front, back := place(i), place(g.Back(i))
					turned := Rect{paper.Width - back.Right(), back.Y, back.W, back.H}
					if paper.lying() {
						turned = Rect{back.X, paper.Height - back.Bottom(), back.W, back.H}
					}
					if !near(front.X, turned.X) || !near(front.Y, turned.Y) || !near(front.W, turned.W) || !near(front.H, turned.H) {
						t.Errorf("%s, %d a sheet, card %d: %s at %+v, its back turned over at %+v", paper.Name, n, i, what, front, turned)
					}
				}
				seen[g.Back(i)] = true
			}
			if len(seen) != n {
				t.Errorf("%s: %d cards share %d backs", paper.Name, n, len(seen))
			}
		}
	}
}

func TestBackChangesSides(t *testing.T) {
	g, err := Sheet(A4, 4)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 0, 3, 2} {
		if got := g.Back(i); got != want {
			t.Errorf("Back(%d) = %d, want %d", i, got, want)
		}
	}
}

func TestArtKeepsClearOfEdgesAndCuts(t *testing.T) {
	for _, n := range []int{1, 2, 4, 8} {
		g, err := Sheet(A4, n)
		if err != nil {
			t.Fatal(err)
		}
		for i := range g.Len() {
			art, trim := g.Art(i), g.Trim(i)
			if art.X < artGap || art.Y < artGap || art.Right() > 210-artGap+1e-9 || art.Bottom() > 297-artGap+1e-9 {
				t.Errorf("%d a sheet: art %d at %+v is too near the edge", n, i, art)
			}
			if art.X < trim.X+artGap || art.Y < trim.Y+artGap || art.Right() > trim.Right()-artGap+1e-9 || art.Bottom() > trim.Bottom()-artGap+1e-9 {
				t.Errorf("%d a sheet: art %d at %+v is too near a cut", n, i, art)
			}
			if x, y := art.Center(); math.Abs(x-trim.X-trim.W/2) > 1e-9 || math.Abs(y-trim.Y-trim.H/2) > 1e-9 {
				t.Errorf("%d a sheet: frame %d is not in the middle after cutting", n, i)
			}
		}
	}
	if cutMarkEdge+cutMarkLength > artGap {
		t.Error("cut marks reach into the art")
	}
}

func TestRects(t *testing.T) {
	r := Rect{10, 20, 30, 40}
	top, rest := r.CutTop(15)
	if top != (Rect{10, 20, 30, 15}) || rest != (Rect{10, 35, 30, 25}) {
		t.Errorf("CutTop: %+v, %+v", top, rest)
	}
	left, rest := r.CutLeft(50)
	if left != r || rest.W != 0 {
		t.Errorf("CutLeft beyond: %+v, %+v", left, rest)
	}
	if in := r.Inset(5); in != (Rect{15, 25, 20, 30}) {
		t.Errorf("Inset: %+v", in)
	}
	if in := r.Inset(50); in.W != 0 || in.H != 0 {
		t.Errorf("Inset beyond: %+v", in)
	}
	if x, y := r.Center(); x != 25 || y != 40 {
		t.Errorf("Center: %v, %v", x, y)
	}
}
