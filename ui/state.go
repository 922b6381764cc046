package ui

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// find is one thing the palette can go to or do.
type find struct {
	text, note string
	page       string // to go to
	at         any    // what to show there, nil for the page alone
	command    string // to fire, where it is not a page
	deed       string // what the command does, whatever it would be done to just now
	body       string // what else is searched in
	here       bool   // of the page that is shown
	of         bool   // text is what another thing is called: this is found by words of its own alone
	folded     string
	own        string // the body, folded, of what is of another thing
	plain      string // the deed, folded
}

// findable lists the members, events, items, stories and measures of a community, in that order.
func findable(s *data.Snapshot, say *words.Say, today data.Date) []find {
	var all []find
	for i := range s.Members {
		m := &s.Members[i]
		all = append(all, find{text: m.Name, note: say.Text("Member"), page: "members", at: m.ID})
	}
	for i := len(s.Events) - 1; i >= 0; i-- { // the latest first
		e := &s.Events[i]
		all = append(all, find{text: say.Of(e.Called(today)), note: say.Text("Event, %s", say.Ago(today.Sub(e.On))), page: "events", at: e.ID})
	}
	for i := range s.Items {
		if it := &s.Items[i]; it.OnBoard(today) {
			all = append(all, find{text: it.Title, note: say.Text("Item"), page: "backlog", at: it.ID})
		}
	}
	for i := range s.Stories {
		story := data.Place{Kind: data.PlaceStory, ID: s.Stories[i].ID}
		all = append(all, find{text: s.Stories[i].Title, note: say.Text("Story"), page: "backlog", at: story})
	}
	for i := range s.Measures {
		measure := data.Place{Kind: data.PlaceMeasure, ID: s.Measures[i].ID}
		all = append(all, find{text: s.Measures[i].Wording, note: say.Text("Measure"), page: "charter", at: measure})
	}
	return all
}

// fold makes what is found ready to be searched.
func fold(all []find) []find {
	for i := range all {
		all[i].folded = data.Fold(all[i].text + "\n" + all[i].body + "\n" + all[i].deed)
		all[i].plain = data.Fold(all[i].deed)
		if all[i].of {
			all[i].own = data.Fold(all[i].body)
		}
	}
	return all
}

// holdsOne tells whether a folded text holds one of the words, or none is asked for.
func holdsOne(folded string, wanted []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w string) bool { return strings.Contains(folded, w) })
}

// removing are the deeds that take something away.
var removing = []string{"backlog.remove", "backlog.untell", "charter.removePicture", "events.remove", "health.remove", "members.remove", "members.erase"}

// removesElsewhere tells of a deed that removes something of a page that isn't shown, while nothing was typed yet that says what: it is not
// what Enter does.
func (f *find) removesElsewhere(wanted []string) bool {
	return !f.here && len(wanted) < 2 && slices.Contains(removing, f.command)
}

// search gives the best of all for what was typed, at most so many: first those that begin with it, then those with a word that
// does, of the same kind those of the page that is shown, then those that hold it, and last the deeds that have to do with it by nothing but what they would be done to; accents and case
// don't matter, and every word typed must be there.
func search(all []find, typed string, most int) []find {
	typed = strings.TrimSpace(typed)
	wanted := data.SearchedFor(typed)
	whole := data.Fold(typed)
	var found []find
	ranks := map[int]int{}
	var order []int
	for i := range all {
		if !data.HoldsAll(all[i].folded, wanted) || all[i].of && !holdsOne(all[i].own, wanted) {
			continue
		}
		rank := 2
		switch {
		case all[i].deed != "" && !holdsOne(all[i].plain, wanted):
			rank = 3
		case all[i].removesElsewhere(wanted):
			rank = 3
		case strings.HasPrefix(all[i].folded, whole), all[i].deed != "" && strings.HasPrefix(all[i].plain, whole):
			rank = 0
		case strings.Contains(all[i].folded, " "+whole):
			rank = 1
		}
		ranks[i] = rank
		order = append(order, i)
	}
	first := func(i int) int {
		if all[i].here {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(ranks[a], ranks[b]), cmp.Compare(first(a), first(b)))
	})
	for _, i := range order[:min(most, len(order))] {
		found = append(found, all[i])
	}
	return found
}
