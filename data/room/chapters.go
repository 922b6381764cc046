package room

import (
	"slices"
	"strings"
	"time"

	"copleader/data"
)

// Chapters are the parts of a meeting: the steps of its agenda, what the program knows of them by the event's format, and within them
// the actions of last time, the cards to talk about, the talks and cases of formats whose steps are known (data/README.md, The room). They
// take as long as the agenda does. What has no words of its own is called by word.
func Chapters(s *data.Snapshot, e *data.Event, agenda []data.AgendaLine, today data.Date, word func(data.Phrase) string) []Part {
	var parts []Part
	looks := len(LastActions(s, e, today)) > 0
	asks := !slices.ContainsFunc(agenda, func(l data.AgendaLine) bool { return kindOf(e.Format, l.Text, 1) == Feedback })
	for i, line := range agenda {
		p := Part{Kind: kindOf(e.Format, line.Text, i), Text: line.Text, Who: line.Who, Given: time.Duration(line.Minutes) * time.Minute}
		if i == 0 && looks && beginsWithWork[key{e.Format, line.Text}] {
			parts = append(parts, lastTime(&p, false, word))
			looks = false
		}
		if asks && i == len(agenda)-1 && endsApart[line.Text] && p.Given >= 2*feedbackTime {
			parts = append(parts, Part{Kind: Feedback, Text: word(data.Say("Was it worth the time?")), Given: feedbackTime})
			p.Given -= feedbackTime
		}
		parts = append(parts, p)
		switch {
		case i == 0 && looks:
			parts = append(parts, lastTime(&parts[len(parts)-1], true, word))
		case asksCards[key{e.Format, line.Text}]:
			parts = append(parts, cardsAsked(s, &parts[len(parts)-1], today)...)
		case talksOverCards[key{e.Format, line.Text}]:
			parts = append(parts, cardsWithin(s, &parts[len(parts)-1], today)...)
		default:
			parts = append(parts, stepsWithin(s, e, &parts[len(parts)-1], word)...)
		}
	}
	return parts
}

// actionsTime is how long the actions of last time take at most, of the part that they are looked at in.
const actionsTime = 3 * time.Minute

// lastTime is the look at the actions of last time, of the time of the first part: within it, or before it.
func lastTime(first *Part, within bool, word func(data.Phrase) string) Part {
	p := Part{Kind: Actions, Text: word(data.Say("What we agreed last time")), Within: within, Given: min(actionsTime, first.Given/2).Truncate(time.Minute)}
	first.Given -= p.Given
	return p
}

// beginsWithWork are the first steps of formats that have no opening: what was agreed last time comes before them, not in between.
var beginsWithWork = map[key]bool{
	{"lean_coffee", "Write topics"}: true, {"xtrem_watch", "Ideas"}: true, {"problem_clinic", "Choose"}: true, {"brown_bag_feedback", "Talk"}: true,
}

// feedbackTime is how long the question takes whether it was worth the time, where the agenda has no step for it: before the close, of
// its time.
const feedbackTime = 2 * time.Minute

// endsApart are the last steps that ask for it.
var endsApart = map[string]bool{"Close": true, "Take-aways": true}

// LastActions are the actions agreed at earlier events that are still open, the oldest first.
func LastActions(s *data.Snapshot, e *data.Event, today data.Date) []data.Item {
	var open []data.Item
	for i := range s.Items {
		it := &s.Items[i]
		if it.Kind != data.KindAction || it.EventID == 0 || it.EventID == e.ID || it.Column == data.ColumnDone || it.Column == data.ColumnParked {
			continue
		}
		if from, there := s.EventByID(it.EventID); there && from.Status == data.StatusHeld && from.On <= today {
			open = append(open, *it)
		}
	}
	slices.SortStableFunc(open, func(a, b data.Item) int { return int(a.CreatedOn) - int(b.CreatedOn) })
	return open
}

// mostCards is how many cards are talked about in one meeting.
const mostCards = 3

// leastForCard is how long a talk about a card takes at least; so few minutes for all make fewer cards.
const leastForCard = 7 * time.Minute

// cardsWithin are the cards of the latest round to talk about, the most split first; they share the time of their part.
func cardsWithin(s *data.Snapshot, above *Part, today data.Date) []Part {
	cards := CardsToTalkAbout(s, today)
	n := min(len(cards), int(above.Given/leastForCard))
	if n == 0 {
		return nil
	}
	parts := equalWithin(above, n, func(n int) string { return cards[n-1].Card.Title })
	for i := range parts {
		parts[i].Kind, parts[i].Of = Card, cards[i].Card.Card
	}
	return parts
}

// CardsToTalkAbout are the cards of the latest round that stand out, the most split first: those that are split or of concern
// (data/README.md, Health figures).
func CardsToTalkAbout(s *data.Snapshot, today data.Date) []data.CardResult {
	round, there := s.LastRound(today)
	if !there {
		return nil
	}
	cards := slices.DeleteFunc(data.SortForTalk(s.ClosedResult(round.ID).Cards), func(c data.CardResult) bool {
		return c.Figures.Word != data.WordSplit && c.Figures.Word != data.WordConcern
	})
	return cards[:min(len(cards), mostCards)]
}

// key is a step of a format.
type key struct{ format, step string }

// talksOverCards are the steps in which cards of the health check are talked about.
var talksOverCards = map[key]bool{
	{"retrospective", "Meaning"}:                        true,
	{"health_check_session", "Talk about two or three"}: true,
}

// asksCards are the steps in which the cards of the open round are voted on, one by one.
var asksCards = map[key]bool{{"health_check_session", "Cards"}: true}

// OpenRound is the round that is open, the newest of more than one.
func OpenRound(s *data.Snapshot, today data.Date) (round data.Round, there bool) {
	for _, r := range s.OpenRounds(today) {
		round, there = r, true
	}
	return round, there
}

// cardsAsked are the cards of the open round, which share the time of their part.
func cardsAsked(s *data.Snapshot, above *Part, today data.Date) []Part {
	round, there := OpenRound(s, today)
	cards := s.CardsOf(round.ID)
	if !there || len(cards) == 0 || above.Given < time.Duration(len(cards))*time.Minute {
		return nil
	}
	parts := equalWithin(above, len(cards), func(n int) string { return cards[n-1].Title })
	for i := range parts {
		parts[i].Kind, parts[i].Of = Ask, cards[i].Card
	}
	return parts
}

// votes are the steps in which people vote.
var votes = map[key]bool{
	{"lean_coffee", "Dot vote"}: true, {"xtrem_watch", "Vote"}: true, {"backlog_refinement", "Vote and order"}: true,
	{"retrospective", "Choose"}: true, {data.VisionWorkshop, NameStep}: true, {"problem_clinic", "Choose"}: true,
}

// kindOf finds what a step of an agenda is: by its format, else by the words that formats use.
func kindOf(format, step string, place int) Kind {
	switch _, box := BoxesOf(format, step); {
	case box:
		return Box
	case votes[key{format, step}]:
		return Vote
	case step == "Break":
		return Break
	case strings.HasPrefix(step, "Feedback") || step == "Was it worth the time?":
		return Feedback
	case step == "Close" || step == "Take-aways" || step == "Closing circle" || step == "Next" || step == "Next steps" || step == "Notices":
		return Close
	case place == 0:
		return CheckIn
	}
	return Talk
}

// The steps of the workshop that fill no box.
const (
	ForceField = "Force field: helps and brakes"
	NameStep   = "Name"
	LeaderStep = "Leader"
)

// Times are how the time of a block of the kick-off workshop is used, in minutes: first alone, then together
// (data/README.md, Workshop).
type Times struct{ Alone, Share, Cluster, Agree int }

// block is a block of the kick-off workshop.
type block struct {
	times Times
	boxes []data.BoxKey
}

var blocks = map[string]block{
	"Round: why I came":      {times: Times{Share: 7}},
	"Vision and importance":  {Times{5, 7, 6, 4}, []data.BoxKey{data.BoxVision, data.BoxImportance}},
	"How and measures":       {Times{5, 6, 5, 4}, []data.BoxKey{data.BoxHow, data.BoxMeasures}},
	"Impact":                 {Times{3, 4, 3, 3}, []data.BoxKey{data.BoxImpact}},
	"Resources and channels": {Times{2, 4, 3, 3}, []data.BoxKey{data.BoxResources, data.BoxCommunication}},
	ForceField:               {times: Times{2, 4, 3, 3}},
	NameStep:                 {times: Times{Alone: 3, Agree: 5}},
	LeaderStep:               {times: Times{Agree: 6}},
	"Next steps":             {times: Times{Agree: 5}},
	"Was it worth the time?": {times: Times{Alone: 2}},
}

// BoxesOf are the boxes of the canvas that a step of the kick-off workshop fills.
func BoxesOf(format, step string) (boxes []data.BoxKey, fills bool) {
	if format != data.VisionWorkshop {
		return nil, false
	}
	boxes = blocks[step].boxes
	return boxes, len(boxes) > 0
}

// TimesOf is how the time of a step of the kick-off workshop is used; none for any other.
func TimesOf(format, step string) (Times, bool) {
	b, there := blocks[step]
	return b.times, there && format == data.VisionWorkshop
}
