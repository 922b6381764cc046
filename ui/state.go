package ui

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// Days after which something waits for the leader.
const (
	minutesDays = 7  // an event's minutes after it was held (domain.md 14, C12)
	doingDays   = 45 // an item in Doing (C18)
	helpDays    = 7  // a help request without an answer (C28)
)

// waiting counts what waits for the leader on each page: a badge never counts what merely exists.
func waiting(s *data.Snapshot, today data.Date) map[string]int {
	return map[string]int{
		"events":  len(withoutMinutes(s, today)),
		"backlog": waitingItems(s, today),
		"health":  roundsToClose(s, today),
	}
}

// withoutMinutes are the held events whose minutes are late.
func withoutMinutes(s *data.Snapshot, today data.Date) []data.Event {
	published := map[int64]bool{}
	for i := range s.Minutes {
		if m := &s.Minutes[i]; m.PublishedOn != 0 && m.PublishedOn <= today {
			published[m.EventID] = true
		}
	}
	var late []data.Event
	for _, e := range s.HeldEvents(today) {
		if !published[e.ID] && today.Sub(e.On) > minutesDays {
			late = append(late, e)
		}
	}
	return late
}

// waitingItems counts help requests nobody has answered and items that have been in Doing for too long.
func waitingItems(s *data.Snapshot, today data.Date) int {
	since := map[int64]data.Date{}
	for i := range s.Moves {
		if m := &s.Moves[i]; m.On <= today {
			since[m.ItemID] = max(since[m.ItemID], m.On)
		}
	}
	n := 0
	for i := range s.Items {
		it := &s.Items[i]
		entered := cmp.Or(since[it.ID], it.CreatedOn)
		switch {
		case it.Column == data.ColumnDoing:
			if today.Sub(entered) > doingDays {
				n++
			}
		case it.Kind == data.KindHelpRequest && it.Column != data.ColumnDone && it.Column != data.ColumnParked:
			if it.AnsweredOn == 0 && today.Sub(it.CreatedOn) > helpDays {
				n++
			}
		}
	}
	return n
}

// roundsToClose counts the open rounds whose last day has passed.
func roundsToClose(s *data.Snapshot, today data.Date) int {
	n := 0
	for _, r := range s.OpenRounds(today) {
		if r.ClosesOn != 0 && r.ClosesOn < today {
			n++
		}
	}
	return n
}

// find is one thing the palette can go to or do.
type find struct {
	text, note string
	page       string // to go to
	id         int64  // of what to show there, 0 for the page alone
	command    string // to fire, where it is not a page
	folded     string
}

// findable lists the members, events and items of a community, in that order.
func findable(s *data.Snapshot, say *words.Say, today data.Date) []find {
	var all []find
	for i := range s.Members {
		m := &s.Members[i]
		all = append(all, find{text: m.Name, note: say.Text("Member"), page: "members", id: m.ID})
	}
	for i := len(s.Events) - 1; i >= 0; i-- { // the latest first
		e := &s.Events[i]
		all = append(all, find{text: e.Title, note: say.Text("Event, %s", e.On), page: "events", id: e.ID})
	}
	for i := range s.Items {
		if it := &s.Items[i]; it.OnBoard(today) {
			all = append(all, find{text: it.Title, note: say.Text("Item"), page: "backlog", id: it.ID})
		}
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
