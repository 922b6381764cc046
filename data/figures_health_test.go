package data

import (
	"math"
	"math/rand/v2"
	"testing"
)

func figures(scale Scale, c Counts) Figures { return FiguresOf(scale, c, 0, DefaultThresholds()) }

// The lines of data/README.md, Health figures, each on both of its sides.
func TestHealthWords(t *testing.T) {
	for _, c := range []struct {
		why    string
		counts Counts
		want   HealthWord
	}{
		{"a third low and a third high", Counts{3, 2, 5, 4, 1}, WordSplit},
		{"a third low, not quite a third high", Counts{3, 2, 6, 3, 1}, WordMixed},
		{"not quite a third low, a third high", Counts{3, 1, 6, 4, 1}, WordMixed},
		{"two fifths low", Counts{1, 5, 5, 3, 1}, WordConcern},
		{"just under two fifths low", Counts{1, 4, 6, 3, 1}, WordMixed},
		{"split before concern", Counts{4, 4, 1, 3, 3}, WordSplit},
		{"seven tenths high, a tenth low", Counts{0, 1, 2, 4, 3}, WordStrong},
		{"under seven tenths high", Counts{0, 1, 3, 4, 2}, WordMixed},
		{"over a tenth low", Counts{1, 1, 2, 9, 6}, WordMixed},
		{"all in the middle", Counts{0, 0, 9, 0, 0}, WordMixed},
		{"too few", Counts{4, 0, 0, 0, 0}, WordNone},
	} {
		if got := figures(Agreement5, c.counts).Word; got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	for counts, want := range map[Counts]HealthWord{
		{5, 5, 5}:       WordSplit,
		{6, 7, 2}:       WordConcern,
		{1, 2, 7}:       WordStrong,
		{2, 3, 5}:       WordMixed,
		{0, 0, 5, 9, 9}: WordStrong, // lights have three answers
	} {
		if got := figures(TrafficLight, counts).Word; got != want {
			t.Errorf("lights %v: %q, want %q", counts, got, want)
		}
	}
}

func TestFiguresOfFiveAnswers(t *testing.T) {
	for _, c := range []struct {
		counts           Counts
		mean, median, sd Tenths
		low, high        int
	}{
		{Counts{1, 5, 5, 3, 1}, 29, 30, 11, 40, 27},
		{Counts{4, 4, 1, 3, 3}, 28, 20, 16, 53, 40},
		{Counts{0, 0, 0, 3, 1}, 0, 0, 0, 0, 0},      // four answers: withheld
		{Counts{0, 0, 0, 15, 5}, 43, 40, 4, 0, 100}, // 4.25 shows as 4.3
		{Counts{0, 0, 19, 1, 0}, 31, 30, 2, 0, 5},   // 3.05 shows as 3.1
		{Counts{3, 0, 0, 0, 3}, 30, 30, 22, 50, 50}, // the median lies between 1 and 5
		{Counts{0, 3, 3, 0, 0}, 25, 25, 5, 50, 0},   // a half; SD 0.5477
		{Counts{0, 0, 8, 0, 0}, 30, 30, 0, 0, 0},    // nobody differs
		{Counts{1, 0, 199, 0, 0}, 30, 30, 1, 1, 0},  // half a percent shows as 1
		{Counts{0, 0, 0, 0, 5}, 50, 50, 0, 0, 100},  // the least that is shown
		{Counts{100000, 0, 0, 0, 100000}, 30, 30, 20, 50, 50},
	} {
		f := figures(Agreement5, c.counts)
		if f.Mean != c.mean || f.Median != c.median || f.SD != c.sd || f.LowShare != c.low || f.HighShare != c.high {
			t.Errorf("%v: mean %d, median %d, SD %d, low %d %%, high %d %%", c.counts, f.Mean, f.Median, f.SD, f.LowShare, f.HighShare)
		}
	}
}

// Given any counts, the figures equal those reckoned answer by answer.
func TestFiguresAgainstAnswers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var counts Counts
		var answers []float64
		for i := range counts {
			counts[i] = rng.IntN(12)
			for range counts[i] {
				answers = append(answers, float64(i+1))
			}
		}
		if len(answers) < 5 {
			continue
		}
		sum, squares, m := 0.0, 0.0, float64(len(answers))
		for _, a := range answers {
			sum += a
		}
		for _, a := range answers {
			squares += (a - sum/m) * (a - sum/m)
		}
		near := func(got Tenths, want float64) bool { return math.Abs(got.Float()-want) <= 0.05+1e-9 }
		f := figures(Agreement5, counts)
		median := (answers[(len(answers)-1)/2] + answers[len(answers)/2]) / 2
		if !near(f.Mean, sum/m) || !near(f.SD, math.Sqrt(squares/(m-1))) || f.Median.Float() != median {
			t.Fatalf("%v: %+v; mean %v, SD %v, median %v", counts, f, sum/m, math.Sqrt(squares/(m-1)), median)
		}
	}
}

// Given too few answers, not one number is left to be shown.
func TestWithheld(t *testing.T) {
	t4 := DefaultThresholds()
	for m, want := range map[int]Figures{
		0: {Scale: Agreement5, MinGroup: 5, Withheld: true, mergeUpTo: 7},
		4: {Scale: Agreement5, MinGroup: 5, Withheld: true, mergeUpTo: 7},
	} {
		if got := FiguresOf(Agreement5, Counts{0, 0, 0, m}, 3, t4); got != want {
			t.Errorf("%d answers: %+v", m, got)
		}
	}
	if f := FiguresOf(Agreement5, Counts{0, 0, 0, 5}, 3, t4); f.Withheld || f.Answers != 5 || f.NoOpinion != 3 {
		t.Errorf("five answers: %+v", f)
	}
	t4.MinGroup = 1
	if f := FiguresOf(Agreement5, Counts{0, 2}, 0, t4); !f.Withheld || f.MinGroup != MinGroupFloor {
		t.Errorf("the threshold sank to %d", f.MinGroup)
	}
	t4.MinGroup = 10
	if f := FiguresOf(Agreement5, Counts{0, 9}, 0, t4); !f.Withheld {
		t.Error("a raised threshold is not kept")
	}
}

// Given five to seven answers, what leaves the machine is merged.
func TestOutwardFigures(t *testing.T) {
	for m := 5; m <= 8; m++ {
		f := FiguresOf(Agreement5, Counts{1, 1, 1, 1, m - 4}, 2, DefaultThresholds())
		out := f.Outward()
		if m == 8 {
			if out != f || !out.HasMean {
				t.Errorf("eight answers are changed: %+v", out)
			}
			continue
		}
		want := Figures{Scale: Agreement5, MinGroup: 5, Merged: true, Answers: m, NoOpinion: 2, Low: 2, Half: 1, High: m - 3,
			LowShare: f.LowShare, HighShare: f.HighShare, Word: f.Word, mergeUpTo: 7}
		if out != want {
			t.Errorf("%d answers: %+v, want %+v", m, out, want)
		}
		if _, _, ok := out.Bounds(5); ok {
			t.Errorf("%d answers have bounds", m)
		}
	}
	if out := figures(Agreement5, Counts{1}).Outward(); !out.Withheld || out.Merged {
		t.Errorf("withheld figures leave as %+v", out)
	}
}

func TestBounds(t *testing.T) {
	low, high, ok := figures(Agreement5, Counts{1, 5, 5, 3, 1}).Bounds(8)
	if low != 22 || high != 36 || !ok {
		t.Errorf("rhythm: %d to %d, want 2.2 to 3.6", low, high)
	}
	if low, high, _ = figures(Agreement5, Counts{0, 0, 5}).Bounds(-3); low != 30 || high != 30 {
		t.Errorf("nobody silent: %d to %d", low, high)
	}
	if _, _, ok = figures(TrafficLight, Counts{2, 2, 2}).Bounds(3); ok {
		t.Error("lights have no mean")
	}
}

// The change rule of data/README.md, Health figures, on both sides of each of
// its lines.
func TestChanges(t *testing.T) {
	for _, c := range []struct {
		why         string
		before, now Counts
		want        HealthChange
	}{
		{"half a point up, ten answers each: 0.5 > 0.4", Counts{0, 0, 10}, Counts{0, 0, 5, 5}, ChangeUp},
		{"half a point down", Counts{0, 0, 5, 5}, Counts{0, 0, 10}, ChangeDown},
		{"0.4 is under half a point", Counts{0, 0, 10}, Counts{0, 0, 6, 4}, ChangeUnclear},
		{"half a point, but eight answers: 0.5 is no more than 4/8", Counts{0, 0, 8}, Counts{0, 0, 4, 4}, ChangeUnclear},
		{"five of eight moved: 0.625", Counts{0, 0, 8}, Counts{0, 0, 3, 5}, ChangeUp},
		{"the smaller round decides: 0.8 is no more than 4/5", Counts{0, 0, 100}, Counts{0, 0, 1, 4}, ChangeUnclear},
		{"a whole point with five: 1 > 0.8", Counts{0, 0, 100}, Counts{0, 0, 0, 5}, ChangeUp},
		{"four answers say nothing", Counts{0, 0, 4}, Counts{0, 0, 0, 0, 9}, ChangeNotComparable},
		{"no move", Counts{1, 2, 3, 4, 5}, Counts{1, 2, 3, 4, 5}, ChangeUnclear},
	} {
		if got := changeBetween(figures(Agreement5, c.before), figures(Agreement5, c.now), DefaultThresholds()); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	if got := changeBetween(figures(TrafficLight, Counts{5, 5, 5}), figures(Agreement5, Counts{5, 5, 5}), DefaultThresholds()); got != ChangeNotComparable {
		t.Errorf("across scales: %q", got)
	}
	// A lowered threshold shows three answers, but never a change of so few.
	few := DefaultThresholds()
	few.MinGroup = 3
	three := FiguresOf(Agreement5, Counts{3}, 0, few)
	if got := changeBetween(three, FiguresOf(Agreement5, Counts{0, 0, 0, 0, 4}, 0, few), few); three.Withheld || got != ChangeNotComparable {
		t.Errorf("three answers: %q", got)
	}
}

func TestChangesOfLights(t *testing.T) {
	for _, c := range []struct {
		why         string
		before, now Counts
		want        HealthChange
	}{
		{"three more green, twenty points", Counts{0, 15, 0}, Counts{0, 12, 3}, ChangeUp},
		{"three more green, under twenty points", Counts{0, 16, 0}, Counts{0, 13, 3}, ChangeUnclear},
		{"two more green, forty points", Counts{0, 5, 0}, Counts{0, 3, 2}, ChangeUnclear},
		{"three more red", Counts{0, 15, 0}, Counts{3, 12, 0}, ChangeDown},
		{"three fewer red", Counts{3, 12, 0}, Counts{0, 15, 0}, ChangeUp},
		{"three fewer green", Counts{0, 12, 3}, Counts{0, 15, 0}, ChangeDown},
		{"amber went both ways", Counts{0, 15, 0}, Counts{3, 9, 3}, ChangeUnclear},
		{"amber came from both sides", Counts{3, 9, 3}, Counts{0, 15, 0}, ChangeUnclear},
		{"red became green", Counts{10, 0, 5}, Counts{5, 0, 10}, ChangeUp},
		{"more people, a smaller share", Counts{0, 0, 10}, Counts{0, 20, 13}, ChangeDown},
		{"half, then three in four of a smaller round", Counts{0, 20, 20}, Counts{0, 5, 15}, ChangeUp},
		{"five of ten, then seven", Counts{0, 5, 5}, Counts{0, 3, 7}, ChangeUnclear},
		{"five of ten, then eight", Counts{0, 5, 5}, Counts{0, 2, 8}, ChangeUp},
		{"five of ten, then two", Counts{0, 5, 5}, Counts{0, 8, 2}, ChangeDown},
		{"green thirty points, red fifteen", Counts{4, 10, 6}, Counts{7, 1, 12}, ChangeUnclear},
		{"green thirty points, red ten", Counts{4, 10, 6}, Counts{6, 2, 12}, ChangeUp},
		{"more of both", Counts{0, 20, 0}, Counts{5, 0, 15}, ChangeUnclear},
		{"twenty points are two people of the smaller round", Counts{0, 100, 0}, Counts{0, 8, 2}, ChangeUnclear},
	} {
		if got := changeBetween(figures(TrafficLight, c.before), figures(TrafficLight, c.now), DefaultThresholds()); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
	if f := figures(TrafficLight, Counts{5, 5, 5}); f.HasMean || f.Mean != 0 || f.Median != 0 || f.SD != 0 {
		t.Errorf("lights have a mean: %+v", f)
	}
}

func TestRateWords(t *testing.T) {
	for _, c := range []struct {
		r, n int
		want RateWord
	}{{7, 10, RateMost}, {69, 100, RatePart}, {695, 1000, RatePart}, {2, 5, RatePart}, {39, 100, RateFew}, {399, 1000, RateFew},
		{14, 21, RatePart}, {15, 23, RatePart}, {0, 5, RateFew}, {3, 0, RateUnknown}, {5, 4, RateUnknown}, {4, 4, RateMost}} {
		if got := RateOf(c.r, c.n, DefaultThresholds()); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.r, c.n, got, c.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct{ n, m, want int }{{6, 15, 40}, {1, 200, 1}, {1, 201, 0}, {2, 3, 67}, {0, 9, 0}, {3, 0, 0}, {125, 1000, 13}} {
		if got := Percent(c.n, c.m); got != c.want {
			t.Errorf("%d of %d: %d %%, want %d %%", c.n, c.m, got, c.want)
		}
	}
}

// Given a share just beside the border of a word, then the percentage told stays on
// its side.
func TestPercentNeverContradictsItsWord(t *testing.T) {
	of := func(low, half, high int) Figures { return figures(Agreement5, Counts{low, 0, half, 0, high}) }
	for _, c := range []struct {
		f         Figures
		low, high int
		word      HealthWord
	}{
		{of(0, 7, 16), 0, 69, WordMixed},    // 69.6 %
		{of(0, 3, 7), 0, 70, WordStrong},    // 70 %
		{of(5, 0, 43), 11, 90, WordMixed},   // 10.4 % low
		{of(5, 0, 45), 10, 90, WordStrong},  // 10 % low
		{of(86, 130, 0), 39, 0, WordMixed},  // 39.8 % low
		{of(2, 3, 0), 40, 0, WordConcern},   // 40 %
		{of(60, 0, 86), 41, 59, WordSplit},  // 41.1 %
		{of(19, 30, 50), 19, 51, WordMixed}, // 19.2, 50.5 %
	} {
		if c.f.LowShare != c.low || c.f.HighShare != c.high || c.f.Word != c.word {
			t.Errorf("%v: %d %% low, %d %% high, %q, want %d, %d, %q", c.f.Counts, c.f.LowShare, c.f.HighShare, c.f.Word, c.low, c.high, c.word)
		}
	}
	th := DefaultThresholds()
	th.StrongHigh, th.StrongLow, th.ConcernPercent = 60, 20, 50
	for _, c := range []struct{ n, m, low, high int }{{119, 200, 60, 59}, {99, 200, 49, 50}, {41, 200, 21, 21}, {16, 23, 70, 70}} {
		if low, high := th.LowBorders().Percent(c.n, c.m), th.HighBorders().Percent(c.n, c.m); low != c.low || high != c.high {
			t.Errorf("%d of %d with other settings: %d %% low, %d %% high", c.n, c.m, low, high)
		}
	}
}

// Given every share of every number of answers up to a hundred, then its percentage
// tells its word.
func TestEveryPercentTellsItsWord(t *testing.T) {
	th := DefaultThresholds()
	for m := 5; m <= 100; m++ {
		for n := range m + 1 {
			low, high, rate := th.LowBorders().Percent(n, m), th.HighBorders().Percent(n, m), th.RateBorders().Percent(n, m)
			if (low >= 40) != (100*n >= 40*m) || (low <= 10) != (100*n <= 10*m) || (high >= 70) != (100*n >= 70*m) ||
				(rate >= 70) != (100*n >= 70*m) || (rate >= 50) != (100*n >= 50*m) || (rate >= 40) != (100*n >= 40*m) {
				t.Fatalf("%d of %d: %d %% low, %d %% high, rate %d %%", n, m, low, high, rate)
			}
		}
	}
}

// Given a lowered threshold, then three or four answers are shown without a word.
func TestNoWordForVeryFew(t *testing.T) {
	few := DefaultThresholds()
	few.MinGroup = 3
	for n, want := range map[int]HealthWord{3: WordNone, 4: WordNone, 5: WordStrong} {
		if f := FiguresOf(Agreement5, Counts{4: n}, 0, few); f.Withheld || f.Word != want {
			t.Errorf("%d answers: %+v", n, f)
		}
	}
}

func TestEveryWordIsSpoken(t *testing.T) {
	for _, w := range HealthWords {
		if w.Phrase().IsZero() {
			t.Errorf("%q has no words", w)
		}
	}
	for _, c := range []HealthChange{ChangeUp, ChangeDown, ChangeUnclear, ChangeNotComparable, ChangeWithheld} {
		if c.Phrase().IsZero() {
			t.Errorf("%q has no words", c)
		}
	}
	for _, r := range []RateWord{RateMost, RatePart, RateFew} {
		if r.Phrase().IsZero() {
			t.Errorf("%q has no words", r)
		}
	}
	if !WordNone.Phrase().IsZero() || !ChangeNone.Phrase().IsZero() || !RateUnknown.Phrase().IsZero() {
		t.Error("nothing is worded")
	}
}
