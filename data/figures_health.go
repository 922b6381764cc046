package data

import "slices"

// HealthWord sums a card up in a word to talk about (data/README.md, Health figures).
type HealthWord string

// The words, in the order in which they are tried; "" while nothing may be said.
const (
	WordNone    HealthWord = ""
	WordSplit   HealthWord = "split"
	WordConcern HealthWord = "concern"
	WordStrong  HealthWord = "strong"
	WordMixed   HealthWord = "mixed"
)

// HealthWords lists the words.
var HealthWords = []HealthWord{WordSplit, WordConcern, WordStrong, WordMixed}

// Phrase is the word as it is spoken.
func (w HealthWord) Phrase() Phrase {
	switch w {
	case WordSplit:
		return Say("split")
	case WordConcern:
		return Say("concern")
	case WordStrong:
		return Say("strong")
	case WordMixed:
		return Say("mixed")
	}
	return Phrase{}
}

// HealthChange tells how a card moved since the round before (data/README.md, Health figures).
type HealthChange string

// The changes; "" means there is no round before.
const (
	ChangeNone          HealthChange = ""
	ChangeUp            HealthChange = "up"
	ChangeDown          HealthChange = "down"
	ChangeUnclear       HealthChange = "noClear"
	ChangeNotComparable HealthChange = "notComparable" // other scale or wording, or too few answers
	ChangeWithheld      HealthChange = "withheld"      // too few answers to leave the machine
)

// Phrase is the change as it is spoken.
func (c HealthChange) Phrase() Phrase {
	switch c {
	case ChangeUp:
		return Say("up")
	case ChangeDown:
		return Say("down")
	case ChangeUnclear:
		return Say("no clear change")
	case ChangeNotComparable:
		return Say("not comparable")
	case ChangeWithheld:
		return Say("withheld")
	}
	return Phrase{}
}

// Tenths is a figure with one decimal, rounded from integers half away from
// zero: 39 is 3.9.
type Tenths int

// Float is the figure for charts and cells.
func (t Tenths) Float() float64 { return float64(t) / 10 }

// Percent is n of m in percent, from the counts and half away from zero; of
// nothing it is 0 (data/README.md, Health figures).
func Percent(n, m int) int {
	if m <= 0 {
		return 0
	}
	return (200*n + m) / (2 * m)
}

// Borders are shares at which a word begins or ends: where rounding would reach one
// that the exact share does not, the percentage told stays on its side of it.
type Borders struct {
	From   []int // the word begins at such a share
	AtMost []int // it ends above such a share
}

// Percent is n of m in percent that never contradicts a word.
func (b Borders) Percent(n, m int) int {
	p := Percent(n, m)
	switch {
	case slices.Contains(b.From, p) && 100*n < p*m:
		return p - 1
	case slices.Contains(b.AtMost, p) && 100*n > p*m:
		return p + 1
	}
	return p
}

// LowBorders are those of the share of low answers.
func (t Thresholds) LowBorders() Borders {
	return Borders{From: []int{t.ConcernPercent}, AtMost: []int{t.StrongLow}}
}

// HighBorders are those of the share of high answers.
func (t Thresholds) HighBorders() Borders { return Borders{From: []int{t.StrongHigh}} }

// RateBorders are those of the share of people who answered.
func (t Thresholds) RateBorders() Borders {
	return Borders{From: []int{t.RateMost, t.Coach.RepliesPercent, t.RatePart}}
}

// Figures are what may be said about one card in one round. Withheld figures
// hold no number at all, so that nothing can show one by mistake.
type Figures struct {
	Scale    Scale
	MinGroup int  // the threshold in force
	Withheld bool // fewer answers than MinGroup

	Answers   int // m: no opinion and blank are not among them
	NoOpinion int
	Counts    Counts // zero when Merged
	Low       int    // answers 1 and 2, or red
	Half      int    // answer 3, or amber
	High      int    // answers 4 and 5, or green
	LowShare  int    // percent
	HighShare int

	// HasMean tells whether Mean, SD and Median may be shown: never for lights,
	// never for merged figures.
	HasMean bool
	Mean    Tenths
	Median  Tenths // always a whole or a half
	SD      Tenths // of the sample; 0 for a single answer

	Word HealthWord

	// Merged tells that these few answers are shown as low, half and high only.
	Merged bool

	mergeUpTo int
}

// FiguresOf reckons what may be said about the counts of one card.
func FiguresOf(scale Scale, counts Counts, noOpinion int, t Thresholds) Figures {
	f := Figures{Scale: scale, MinGroup: max(MinGroupFloor, t.MinGroup), mergeUpTo: t.MergeUpTo}
	for i, n := range counts {
		counts[i] = max(0, n)
		if scale == TrafficLight && i > 2 {
			counts[i] = 0
		}
	}
	if counts.Sum() < f.MinGroup {
		f.Withheld = true
		return f
	}
	f.Answers, f.NoOpinion, f.Counts = counts.Sum(), max(0, noOpinion), counts
	if scale == TrafficLight {
		f.Low, f.Half, f.High = counts[0], counts[1], counts[2]
	} else {
		f.Low, f.Half, f.High = counts[0]+counts[1], counts[2], counts[3]+counts[4]
		f.HasMean = true
		f.Mean, f.Median, f.SD = meanOf(counts), medianOf(counts), deviationOf(counts)
	}
	f.LowShare, f.HighShare = t.LowBorders().Percent(f.Low, f.Answers), t.HighBorders().Percent(f.High, f.Answers)
	if f.Answers >= MinGroupSize {
		f.Word = wordOf(f.Low, f.High, f.Answers, t)
	}
	return f
}

// wordOf is the first word that fits; only integers are compared.
func wordOf(low, high, m int, t Thresholds) HealthWord {
	switch {
	case t.SplitOneIn*low >= m && t.SplitOneIn*high >= m:
		return WordSplit
	case 100*low >= t.ConcernPercent*m:
		return WordConcern
	case 100*high >= t.StrongHigh*m && 100*low <= t.StrongLow*m:
		return WordStrong
	}
	return WordMixed
}

func meanOf(c Counts) Tenths { return tenths(c.Points(), c.Sum()) }

// tenths is n/m with one decimal, half away from zero.
func tenths(n, m int) Tenths { return Tenths((20*n + m) / (2 * m)) }

// medianOf is the middle answer, or half-way between the middle two.
func medianOf(c Counts) Tenths {
	m := c.Sum()
	return Tenths(5 * (answerAt(c, (m-1)/2) + answerAt(c, m/2)))
}

// answerAt is the answer at the place (from 0) when all are laid out in order.
func answerAt(c Counts, place int) int {
	for i, n := range c {
		if place < n {
			return i + 1
		}
		place -= n
	}
	return len(c)
}

// deviationOf is the sample standard deviation with one decimal. It is sought
// among integers, so that no floating point decides a half.
func deviationOf(c Counts) Tenths {
	m := c.Sum()
	if m < 2 {
		return 0
	}
	squares := 0
	for i, n := range c {
		squares += n * (i + 1) * (i + 1)
	}
	// The variance is above/below; the answer is the greatest t with t-½ ≤ 10·√variance.
	above, below := m*squares-c.Points()*c.Points(), m*(m-1)
	t := 0
	for (2*t+1)*(2*t+1)*below <= 400*above {
		t++
	}
	return Tenths(t)
}

// Outward is the figures as they may leave the machine: up to seven answers are
// merged into low, half-way and high, without mean, median and deviation
// (data/README.md, Confidentiality).
func (f Figures) Outward() Figures {
	if f.Withheld || f.Answers > f.mergeUpTo {
		return f
	}
	f.Merged, f.HasMean = true, false
	f.Counts, f.Mean, f.Median, f.SD = Counts{}, 0, 0, 0
	return f
}

// Bounds is the mean if all who did not reply had answered 1, or 5. There is
// none where there is no mean.
func (f Figures) Bounds(silent int) (low, high Tenths, ok bool) {
	if !f.HasMean {
		return 0, 0, false
	}
	silent = max(0, silent)
	points, all := f.Counts.Points(), f.Answers+silent
	return tenths(points+silent, all), tenths(points+5*silent, all), true
}

// changeBetween compares the figures of one card in two rounds. The numbers are
// compared before anything is rounded.
func changeBetween(before, now Figures, t Thresholds) HealthChange {
	if before.Withheld || now.Withheld || before.Scale != now.Scale ||
		min(before.Answers, now.Answers) < t.ChangeAnswers {
		return ChangeNotComparable
	}
	if now.Scale == TrafficLight {
		return changeOfLights(before, now, t)
	}
	m1, m2 := before.Answers, now.Answers
	moved := now.Counts.Points()*m1 - before.Counts.Points()*m2 // Δmean·m1·m2
	size := max(moved, -moved)
	if 10*size < t.ChangeTenths*m1*m2 || size <= t.ChangePerson*max(m1, m2) {
		return ChangeUnclear
	}
	if moved > 0 {
		return ChangeUp
	}
	return ChangeDown
}

// changeOfLights is clear when a light moved by enough people and points, the other
// did not move against it, and the distance between green and red grew or shrank
// enough; all else is unclear.
func changeOfLights(before, now Figures, t Thresholds) HealthChange {
	green, red := sharesMoved(before, now, 2), sharesMoved(before, now, 0)
	greenMoved, redMoved := LightMoved(before, now, 2, t), LightMoved(before, now, 0, t)
	apart := 100 * (green - red)
	switch need := t.LightPoints * before.Answers * now.Answers; {
	case greenMoved*redMoved > 0:
		return ChangeUnclear
	case (greenMoved > 0 || redMoved < 0) && apart >= need:
		return ChangeUp
	case (greenMoved < 0 || redMoved > 0) && apart <= -need:
		return ChangeDown
	}
	return ChangeUnclear
}

// sharesMoved is the difference between the shares of a light, red being 0 and
// green 2, times both numbers of answers.
func sharesMoved(before, now Figures, light int) int {
	return now.Counts[light]*before.Answers - before.Counts[light]*now.Answers
}

// LightMoved is 1, -1 or 0 for a light, red being 0 and green 2, whose share moved
// up, down or not enough: by so many points, and by so many people of the smaller
// round.
func LightMoved(before, now Figures, light int, t Thresholds) int {
	moved, m1, m2 := sharesMoved(before, now, light), before.Answers, now.Answers
	size := max(moved, -moved)
	if size == 0 || 100*size < t.LightPoints*m1*m2 || size < t.LightMoved*max(m1, m2) {
		return 0
	}
	return moved / size
}

// RateWord sums up how many replied (data/README.md, Health figures).
type RateWord string

// The words for a response rate; "" where there is none.
const (
	RateUnknown RateWord = ""
	RateMost    RateWord = "most"
	RatePart    RateWord = "part"
	RateFew     RateWord = "few"
)

// Phrase is the word as it is spoken.
func (w RateWord) Phrase() Phrase {
	switch w {
	case RateMost:
		return Say("most members")
	case RatePart:
		return Say("part of the members; others may differ")
	case RateFew:
		return Say("only those who replied; draw no conclusions")
	}
	return Phrase{}
}

// RateOf is the word for r replies of n invited.
func RateOf(r, n int, t Thresholds) RateWord {
	switch {
	case n <= 0, r > n:
		return RateUnknown
	case 100*r >= t.RateMost*n:
		return RateMost
	case 100*r >= t.RatePart*n:
		return RatePart
	}
	return RateFew
}
