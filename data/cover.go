package data

import "slices"

// Cover is how much of a number of people may leave the machine.
type Cover int

// The covers. Nobody points at nobody, so none of them hides a zero.
const (
	Shown    Cover = iota
	Few            // fewer than MinGroupSize: it could point at a person
	Withheld       // would give another number away
	Told           // in an earlier sending
)

// CoveredCount is a number of people as it may leave the machine.
type CoveredCount struct {
	N     int // 0 unless shown
	Cover Cover
}

// CoverCounts covers numbers of people that add up to a total told in the same
// sending, and the total. A number under five reads "fewer than five"; as long as
// one of the covered could be worked out from the others, the smallest still shown is
// withheld, and once none is left, the total is (data/README.md, Survey workbooks).
func CoverCounts(counts []int) (covered []CoveredCount, total CoveredCount) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return coverUnder(counts, sum, CoverOf(sum))
}

// coverUnder covers numbers whose sum the reader knows as far as its cover lets them.
func coverUnder(counts []int, sum int, told CoveredCount) (covered []CoveredCount, total CoveredCount) {
	covered, total = make([]CoveredCount, len(counts)), told
	for i, n := range counts {
		covered[i] = CoverOf(n)
	}
	for guessable(counts, covered, sum, total.Cover) {
		at := smallestShown(covered)
		if at < 0 {
			return covered, CoveredCount{Cover: Withheld}
		}
		covered[at] = CoveredCount{Cover: Withheld}
	}
	return covered, total
}

// CoverOf is a number of people that adds up to nothing else that is told.
func CoverOf(n int) CoveredCount {
	if n > 0 && n < MinGroupSize {
		return CoveredCount{Cover: Few}
	}
	return CoveredCount{N: n}
}

// smallestShown is the place of the least number still told, -1 for none; zeros stay.
func smallestShown(covered []CoveredCount) int {
	least := -1
	for i, c := range covered {
		if c.Cover == Shown && c.N > 0 && (least < 0 || c.N < covered[least].N) {
			least = i
		}
	}
	return least
}

// guessable reports whether only one number fits one of the covered, for a reader who
// knows that "fewer than five" is 1 to 4 and that "withheld" is five or more.
func guessable(counts []int, covered []CoveredCount, sum int, total Cover) bool {
	few, withheld, rest := 0, 0, sum
	for i, c := range covered {
		switch c.Cover {
		case Few:
			few++
		case Withheld:
			withheld++
		default:
			rest -= counts[i]
		}
	}
	sums := []int{rest}
	if total == Few { // the reader knows as little of the sum
		sums = []int{1, 2, 3, 4}
	}
	return few > 0 && guesses(sums, few-1, withheld, 1, MinGroupSize-1) == 1 ||
		withheld > 0 && guesses(sums, few, withheld-1, MinGroupSize, slices.Max(sums)) == 1
}

// guesses counts the numbers from least to most that one more covered count may be
// beside so many few and so many withheld, for one of the sums.
func guesses(sums []int, few, withheld, least, most int) int {
	fits := 0
	for n := least; n <= most; n++ {
		if slices.ContainsFunc(sums, func(sum int) bool {
			left := sum - n
			return left >= few+MinGroupSize*withheld && (withheld > 0 || left <= (MinGroupSize-1)*few)
		}) {
			fits++
		}
	}
	return fits
}

// CoveredLevels are the numbers of people per level outside the core as they may
// leave the machine. Their total is the members, which are told: where covering
// single ones does not suffice, all three are withheld. The core is a team whose
// members are known. How many members use the resources only is not told at all, and
// must not follow either.
func (st *Standings) CoveredLevels() map[Level]CoveredCount {
	levels := []Level{Active, Occasional, Peripheral}
	only := st.Counts[Transactional] - st.Contacts
	counts, sum := []int{}, only
	for _, level := range levels {
		counts = append(counts, st.Counts[level])
		sum += st.Counts[level]
	}
	counts = append(counts, only)
	covered, total := coverUnder(counts, sum, CoveredCount{N: sum}) // however few: members and core are told
	out := map[Level]CoveredCount{Core: {N: st.Counts[Core]}}
	for i, level := range levels {
		if total.Cover == Withheld {
			covered[i] = CoveredCount{Cover: Withheld}
		}
		out[level] = covered[i]
	}
	return out
}
