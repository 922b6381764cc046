package data

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Progress is how far a measure has come towards its target.
type Progress string

// The states of a measure; "" where its texts don't allow to say.
const (
	ProgressUnknown Progress = ""
	ProgressReached Progress = "reached"
	ProgressOnWay   Progress = "onWay"
	ProgressBehind  Progress = "behind"
)

// Phrase is the state as it is spoken.
func (p Progress) Phrase() Phrase {
	switch p {
	case ProgressReached:
		return Say("reached")
	case ProgressOnWay:
		return Say("on the way")
	case ProgressBehind:
		return Say("behind")
	}
	return Phrase{}
}

// amount is a number that a text begins with, and of what.
type amount struct {
	n    float64
	unit string // "%" for shares, the magnitude of thousands and millions
	of   string // what stands behind it, folded
}

// amounts reads "31 % of runs", "12 of 23", "3.4", "−2 days".
var amounts = regexp.MustCompile(`^([-−+]?\d+(?:[.,]\d+)?)\s*(%?)\s*(.*)$`)

// shares reads what follows the first number of a share: "of 23", "/ 23".
var shares = regexp.MustCompile(`^(?:of|/)\s*(\d+)$`)

// magnitudes reads what multiplies the number before it: "k", "million rows".
var magnitudes = regexp.MustCompile(`^(k|m|mio|mrd|tsd|bn|hundred|thousand|million|billion)s?\b\.? *(.*)$`)

// amountOf reads a text by its plain spaces: the program itself writes a share with
// one that doesn't break, which a pattern takes for a letter.
func amountOf(text string) (amount, bool) {
	parts := amounts.FindStringSubmatch(strings.Join(strings.Fields(text), " "))
	if parts == nil || grouped(parts[1]) {
		return amount{}, false
	}
	n, err := strconv.ParseFloat(strings.NewReplacer(",", ".", "−", "-").Replace(parts[1]), 64)
	if err != nil || strings.ContainsAny(parts[3], "0123456789") && !shares.MatchString(parts[3]) {
		return amount{}, false
	}
	if share := shares.FindStringSubmatch(parts[3]); share != nil {
		all, err := strconv.ParseFloat(share[1], 64)
		return amount{n: 100 * n / math.Max(all, 1), unit: "%"}, err == nil && all > 0
	}
	read := amount{n, parts[2], Fold(parts[3])}
	if times := magnitudes.FindStringSubmatch(read.of); times != nil {
		read.unit, read.of = read.unit+times[1], times[2]
	}
	return read, true
}

// grouped reports a number that may be a thousand or have three decimals: "1,200".
func grouped(number string) bool {
	_, behind, cut := strings.Cut(strings.ReplaceAll(number, ".", ","), ",")
	return cut && len(behind) == 3
}

// ProgressOf tells from three texts how far a measure has come: reached at or past the
// target, on the way when nearer to it than at the start, else behind; and behind,
// too, when the day it was due by has passed. Only numbers of the same thing are
// compared: all shares or none, all thousands or none, and the same words behind them
// where there are any.
func ProgressOf(start, now, target string, due, today Date) Progress {
	a, okA := amountOf(start)
	b, okB := amountOf(now)
	c, okC := amountOf(target)
	if !okA || !okB || !okC || a.n == c.n || !alike(a, b, c) {
		return ProgressUnknown
	}
	up := c.n > a.n
	switch {
	case up && b.n >= c.n, !up && b.n <= c.n:
		return ProgressReached
	case due != 0 && due < today, up && b.n <= a.n, !up && b.n >= a.n:
		return ProgressBehind
	}
	return ProgressOnWay
}

func alike(all ...amount) bool {
	of := ""
	for _, a := range all {
		if a.unit != all[0].unit || of != "" && a.of != "" && a.of != of {
			return false
		}
		if a.of != "" {
			of = a.of
		}
	}
	return true
}
