package data_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	. "copleader/data"
	"copleader/data/datatest"
	"copleader/data/demo"
)

// day0 is the day from which the demo community counts.
var day0 = NewDate(2026, time.November, 21)

func day(n int) Date { return day0.AddDays(n) }

// demoSnapshot is the demo community as it stands on day 0; its member M07 has
// the ID 7, and so on for events and items.
func demoSnapshot(t testing.TB) *Snapshot {
	t.Helper()
	s, err := demo.Snapshot(day0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// demos is the demo community as it is made, and as it comes back from a file.
func demos(t *testing.T) map[string]*Snapshot {
	t.Helper()
	stored, err := datatest.Demo(t).Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*Snapshot{"made": demoSnapshot(t), "stored": stored}
}

// listedAct is an act as the demo community's file lists it.
type listedAct struct {
	Member     string
	Day        int
	Kind       ContributionKind
	Organising bool
}

func listedActs(t testing.TB) []listedAct {
	t.Helper()
	raw, err := os.ReadFile("demo/demo.json")
	if err != nil {
		t.Fatal(err)
	}
	var f struct{ Contributions []listedAct }
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	return f.Contributions
}

// number is the 7 of "M07".
func number(id string) int64 {
	n, _ := strconv.ParseInt(id[1:], 10, 64)
	return n
}

// figures are those of the default thresholds.
func figures(scale Scale, c Counts) Figures { return FiguresOf(scale, c, 0, DefaultThresholds()) }

// spoken words a phrase in English as data/words would, dates in the plain form.
func spoken(p Phrase) string {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		if inner, ok := a.(Phrase); ok {
			a = spoken(inner)
		}
		args[i] = a
	}
	key := p.Key
	if p.Many != "" {
		args = append([]any{p.N}, args...)
		if p.N != 1 {
			key = p.Many
		}
	}
	if len(args) == 0 {
		return key
	}
	return fmt.Sprintf(key, args...)
}
