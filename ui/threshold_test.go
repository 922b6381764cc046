package ui

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/overview"
	"copleader/ui/uitest"
)

// sights are all the places on screen that tell of the health check: what is
// read there of a community, place by place.
func sights(t *testing.T, s *data.Snapshot) map[string][]string {
	t.Helper()
	b := uitest.NewBench(t, datatest.Filled(t, s), uitest.Options{Width: 1280, Height: 2400})
	seen := map[string][]string{}
	look := func(place string, page kit.Page) {
		b.Put(page)
		seen[place] = b.Texts()
	}
	look("overview", overview.New(b.Deps(), b.Store, coach.Visit{On: datatest.Today - 30}))
	plan := charter.New(b.Deps(), b.Store)
	look("charter", plan)
	plan.Arrive(data.Place{Kind: data.PlaceMeasure, ID: s.Measures[0].ID})
	b.Settle()
	seen["measure"] = b.Texts()
	look("board", backlog.New(b.Deps(), b.Store))
	calendar := events.New(b.Deps(), b.Store)
	look("events", calendar)
	calendar.Arrive(data.Place{Kind: data.PlaceEvent, ID: 9})
	b.Settle()
	seen["event"] = b.Texts()
	for _, round := range s.Rounds {
		check := health.New(b.Deps(), b.Store)
		look(round.Name, check)
		check.Arrive(round.ID)
		b.Settle()
		seen[round.Name] = b.Texts()
		for _, card := range data.Deck[:3] {
			check.Arrive(data.CardPlace(card.Card))
			b.Settle()
			seen[round.Name+" "+card.Card] = b.Texts()
			if b.Win.Canvas().Overlays().Top() != nil {
				b.Tap("Close")
			}
		}
		check.Arrive(round.ID)
		b.Settle()
		if b.Fire("health.talk") {
			b.Settle()
			seen[round.Name+" talked through"] = b.Texts()
		}
	}
	return seen
}

// Given rounds that few answered, in the room, on ballots and in workbooks, then
// no screen shows otherwise how a card was answered, and by how many, where that
// must not be told; only "r of N" is there (data/README.md, Confidentiality).
func TestNoScreenTellsWhatFewAnswered(t *testing.T) {
	runs := uint64(4)
	if testing.Short() {
		runs = 1
	}
	withheld, told := 0, 0
	for seed := range runs {
		one, other := datatest.Twins(seed, false)
		a, b := sights(t, one), sights(t, other)
		for place, texts := range a {
			if !slices.Equal(texts, b[place]) {
				t.Errorf("run %d: %s tells the twins apart:\n%q\n%q", seed, place, apart(texts, b[place]), apart(b[place], texts))
			}
			all := strings.Join(texts, "\n")
			if strings.Contains(all, "ithheld (") || strings.Contains(all, "nothing more is shown") || strings.Contains(all, "nothing else is shown") {
				withheld++
			}
			if strings.Contains(all, "In a word:") || strings.Contains(all, "Two camps") {
				told++
			}
		}
	}
	if withheld == 0 || told == 0 {
		t.Errorf("%d places withhold and %d tell; the test shows nothing", withheld, told)
	}
}

// apart are the texts that the other lacks.
func apart(texts, other []string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return slices.Contains(other, s) })
}
