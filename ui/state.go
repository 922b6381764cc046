package ui

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/words"
)

// waiting counts what waits for the leader on each page: a badge never counts what merely exists. Of what the coach says, that
// is what waits on a thing or a person that is there: minutes to be written, an event to be announced, an item that stands still,
// a newcomer nobody has greeted. Advice on where the community goes waits on Overview alone.
func waiting(s *data.Snapshot, found []coach.Finding, today data.Date) map[string]int {
	waits := map[string]int{}
	for i := range found {
		switch f := &found[i]; f.Deed.Do {
		case coach.DoMinutes, coach.DoAnnounce, coach.DoOpenItem:
			waits[f.Deed.Page]++
		case coach.DoWrite:
			if f.Severity == coach.Act {
				waits[f.Deed.Page]++
			}
		}
	}
	for i := range s.FollowUps {
		if f := &s.FollowUps[i]; f.MemberID != 0 && f.Due != 0 && f.Due <= today && (f.State == data.Asked || f.State == data.SaidYes) {
			waits["members"]++
		}
	}
	for _, r := range s.OpenRounds(today) {
		if r.ClosesOn != 0 && r.ClosesOn < today {
			waits["health"]++
		}
	}
	return waits
}

// find is one thing the palette can go to or do.
type find struct {
	text, note string
	page       string // to go to
	at         any    // what to show there, nil for the page alone
	command    string // to fire, where it is not a page
	folded     string
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
		all = append(all, find{text: e.Title, note: say.Text("Event, %s", e.On), page: "events", at: e.ID})
	}
	for i := range s.Items {
		if it := &s.Items[i]; it.OnBoard(today) {
			all = append(all, find{text: it.Title, note: say.Text("Item"), page: "backlog", at: it.ID})
		}
	}
	for i := range s.Stories {
		story := data.ThreadNode{Kind: data.ThreadStory, ID: s.Stories[i].ID}
		all = append(all, find{text: s.Stories[i].Title, note: say.Text("Story"), page: "backlog", at: story})
	}
	for i := range s.Measures {
		measure := data.ThreadNode{Kind: data.ThreadMeasure, ID: s.Measures[i].ID}
		all = append(all, find{text: s.Measures[i].Wording, note: say.Text("Measure"), page: "charter", at: measure})
	}
	return all
}

// fold makes what is found ready to be searched.
func fold(all []find) []find {
	for i := range all {
		all[i].folded = data.Fold(all[i].text)
	}
	return all
}

// search gives the best of all for what was typed, at most so many: first those that begin with it, then those with a word that
// does, then those that hold it; accents and case don't matter, and every word typed must be there.
func search(all []find, typed string, most int) []find {
	typed = strings.TrimSpace(typed)
	wanted := data.FoldedWords(typed)
	whole := data.Fold(typed)
	var found []find
	ranks := map[int]int{}
	var order []int
	for i := range all {
		if !data.HasWords(all[i].folded, wanted) {
			continue
		}
		rank := 2
		switch {
		case strings.HasPrefix(all[i].folded, whole):
			rank = 0
		case strings.Contains(all[i].folded, " "+whole):
			rank = 1
		}
		ranks[i] = rank
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
	for _, i := range order[:min(most, len(order))] {
		found = append(found, all[i])
	}
	return found
}
