package data_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	. "copleader/data"
)

func told(c CoveredCount) string {
	switch c.Cover {
	case Few:
		return "<5"
	case Withheld:
		return "withheld"
	}
	return fmt.Sprint(c.N)
}

func covering(counts ...int) string {
	covered, total := CoverCounts(counts)
	var said []string
	for _, c := range covered {
		said = append(said, told(c))
	}
	return strings.Join(said, " ") + " = " + told(total)
}

// Given numbers of people and their total, then no covered one follows from what is told.
func TestCoverCounts(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   string
	}{
		{[]int{2, 7, 0}, "<5 withheld 0 = 9"},
		{[]int{1, 1, 9}, "<5 <5 withheld = 11"},
		{[]int{17, 6, 1, 5}, "17 withheld <5 withheld = 29"},
		{[]int{5, 6, 7}, "5 6 7 = 18"},
		{[]int{0, 0, 0}, "0 0 0 = 0"},
		{[]int{3}, "<5 = <5"},
		{[]int{3, 0}, "<5 0 = <5"},
		{[]int{2, 3}, "<5 <5 = 5"},
		{[]int{1, 1}, "<5 <5 = <5"},
		{[]int{1, 1, 1, 1, 1}, "<5 <5 <5 <5 <5 = withheld"},
		{[]int{1, 1, 1, 1}, "<5 <5 <5 <5 = withheld"},
		{[]int{4, 4}, "<5 <5 = withheld"},
		{[]int{1, 5}, "<5 withheld = withheld"},
		{[]int{4, 5}, "<5 withheld = 9"},
		{[]int{4, 4, 5, 30}, "<5 <5 withheld 30 = 43"},
		{[]int{1, 5, 6}, "<5 withheld withheld = 12"},
		{[]int{1, 5, 5}, "<5 withheld withheld = withheld"},
		{nil, " = 0"},
	} {
		if got := covering(c.counts...); got != c.want {
			t.Errorf("%v: %s, want %s", c.counts, got, c.want)
		}
	}
}

// Whatever the numbers, a reader who tries every way to fill the covered cells finds
// more than one number for each of them.
func TestNoCoveredCountCanBeWorkedOut(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 2))
	for range 20000 {
		counts := make([]int, 1+r.IntN(4))
		for i := range counts {
			counts[i] = []int{0, 1, 2, 3, 4, 5, 6, 7, 9, 12}[r.IntN(10)]
		}
		covered, total := CoverCounts(counts)
		sum := 0
		for i, n := range counts {
			sum += n
			if covered[i].Cover == Shown && covered[i].N != n || covered[i].Cover != Shown && (covered[i].N != 0 || n == 0) {
				t.Fatalf("%v: %v", counts, covered)
			}
		}
		if total.Cover == Withheld {
			continue // the reader knows no sum
		}
		for i := range covered {
			if covered[i].Cover != Shown && len(possible(covered, total, sum, i)) < 2 {
				t.Fatalf("%v reads %s: number %d is known", counts, covering(counts...), i+1)
			}
		}
	}
}

// possible tries all ways to fill the covered cells and gathers what one may hold.
func possible(covered []CoveredCount, total CoveredCount, sum, wanted int) map[int]bool {
	found := map[int]bool{}
	filled := make([]int, len(covered))
	var fill func(at, left int)
	fill = func(at, left int) {
		if at == len(covered) {
			if reached := sumOf(filled); total.Cover == Few && reached >= 1 && reached <= 4 || total.Cover == Shown && reached == sum {
				found[filled[wanted]] = true
			}
			return
		}
		low, high := covered[at].N, covered[at].N
		switch covered[at].Cover {
		case Few:
			low, high = 1, 4
		case Withheld:
			low, high = 5, max(5, left)
		}
		for n := low; n <= high; n++ {
			filled[at] = n
			fill(at+1, left-n)
		}
	}
	fill(0, sum)
	return found
}

func sumOf(numbers []int) int {
	sum := 0
	for _, n := range numbers {
		sum += n
	}
	return sum
}

// Given levels of which covering one is not enough, then all three outside the core
// are withheld.
func TestCoveredLevels(t *testing.T) {
	for _, c := range []struct {
		active, occasional, peripheral, only int // the last use the resources only
		want                                 string
	}{
		{5, 7, 8, 0, "3 5 7 8"}, {2, 7, 0, 0, "3 <5 withheld 0"}, {1, 5, 0, 0, "3 withheld withheld withheld"}, {1, 2, 9, 0, "3 <5 <5 9"}, {4, 4, 0, 0, "3 withheld withheld withheld"},
		{0, 0, 1, 0, "3 withheld withheld withheld"}, {5, 7, 8, 2, "3 withheld 7 8"}, {5, 7, 8, 6, "3 5 7 8"},
	} {
		st := &Standings{Contacts: 4, Counts: map[Level]int{Core: 3, Active: c.active, Occasional: c.occasional, Peripheral: c.peripheral, Transactional: 4 + c.only}}
		covered := st.CoveredLevels()
		got := fmt.Sprintf("%s %s %s %s", told(covered[Core]), told(covered[Active]), told(covered[Occasional]), told(covered[Peripheral]))
		if got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
