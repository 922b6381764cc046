package health

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
)

// CardView is everything about one card in the round shown, worded.
type CardView struct {
	Key      string
	Title    string
	Low      string
	High     string
	Ask      string
	Wording  string   // which wording this round asked, "" for the newest
	Lines    []string // the figures in words
	More     []string // those only for who asks for them
	Counts   []int
	Trend    []TrendLine // empty while there is one round only
	Comments []Comment
}

// Comment is what somebody wrote beside an answer.
type Comment struct {
	AnswerID int64
	Text     string
}

// TrendLine is a card in one of the rounds, the earliest first.
type TrendLine struct {
	// Break says why no line may be drawn from the round before; "" where it may.
	Break    string
	Round    string
	Note     string // how many answered, and the mean
	Counts   []int
	Withheld string
	Now      bool // the round shown
}

// Card words one card of the round shown.
func (s *State) Card(key string) (CardView, bool) {
	res, _ := s.findings.result(s.round)
	for i := range res.Cards {
		c := &res.Cards[i]
		if c.Card.Card != key || res.Withheld {
			continue
		}
		v := CardView{Key: key, Title: c.Card.Title, Low: c.Card.Low, High: c.Card.High, Ask: c.Card.Ask, Lines: s.figureLines(c, res), More: s.moreLines(c, res),
			Trend: s.trend(key), Wording: s.olderWording(c.Card)}
		if len(c.Comments) > 0 {
			v.Comments = s.findings.comments(res.Round.ID, key)
		}
		if !c.Figures.Withheld {
			v.Counts = countsOf(c.Figures)
		}
		return v, true
	}
	return CardView{}, false
}

// CardTitle is what a card is called: in the round shown if it asked the card, else in the deck.
func (s *State) CardTitle(key string) (title string, ok bool) {
	res, _ := s.findings.result(s.round)
	for i := range res.Cards {
		if res.Cards[i].Card.Card == key {
			return res.Cards[i].Card.Title, true
		}
	}
	for _, v := range s.findings.deck {
		if v.Card == key {
			return v.Title, true
		}
	}
	return "", false
}

// olderWording says that a round asked other words than the card has now.
func (s *State) olderWording(asked data.CardVersion) string {
	for _, newest := range s.findings.deck {
		if newest.Card == asked.Card && newest.Version > asked.Version {
			return s.say.Text("This round asked wording %d; the card now has wording %d.", asked.Version, newest.Version)
		}
	}
	return ""
}

// trend follows a card through the closed rounds, broken where scale or wording changed (data/README.md, Health cards).
func (s *State) trend(key string) []TrendLine {
	var lines []TrendLine
	var before *data.CardResult
	for i := len(s.findings.rounds) - 1; i >= 0; i-- {
		round := s.findings.rounds[i]
		res, _ := s.findings.result(round.ID)
		at := slices.IndexFunc(res.Cards, func(c data.CardResult) bool { return c.Card.Card == key })
		if round.Open() || at < 0 {
			continue
		}
		c := &res.Cards[at]
		line := TrendLine{Round: round.Name, Now: round.ID == s.round, Note: s.say.Of(res.Answered())}
		switch {
		case c.Figures.Withheld:
			line.Withheld = s.withheld(c.Figures.MinGroup)
		default:
			line.Counts = countsOf(c.Figures)
			if mean := s.mean(c.Figures); mean != "" {
				line.Note = s.say.Text("%s, %s", s.meanWord(c.Figures, mean), line.Note)
			}
		}
		if before != nil && c.Before == nil {
			line.Break = s.breakWord(before, c)
		}
		lines = append(lines, line)
		before = c
	}
	if len(lines) < 2 {
		return nil
	}
	return lines
}

// meanWord names the figure that stands for a card.
func (s *State) meanWord(f data.Figures, mean string) string {
	if f.HasMean && f.Word != data.WordSplit {
		return s.say.Text("mean %s", mean)
	}
	if f.Scale == data.TrafficLight {
		return s.say.Text("green / red %s", mean)
	}
	return mean
}

// breakWord says why two rounds can't be compared.
func (s *State) breakWord(before, now *data.CardResult) string {
	switch {
	case before.Figures.Scale != now.Figures.Scale:
		return s.say.Text("Another scale from here on: not comparable.")
	case s.findings.reworded(now.Card.Card, before.Card.Version, now.Card.Version):
		return s.say.Text("Another wording from here on: not comparable.")
	case before.Figures.Withheld || now.Figures.Withheld:
		return s.say.Text("Too few answers to compare.")
	}
	return s.say.Text("Not comparable.")
}

// reworded tells whether a card's meaning changed between two of its versions.
func (f *Findings) reworded(card string, a, b int) bool {
	return slices.ContainsFunc(f.snapshot.CardVersions, func(v data.CardVersion) bool {
		return v.Card == card && v.Version > min(a, b) && v.Version <= max(a, b) && !v.SameMeaning
	})
}

// comments are those on one card of a round, in the order of the alphabet: the order in which they came could tell whose they are.
func (f *Findings) comments(roundID int64, card string) []Comment {
	responses := map[int64]bool{}
	for i := range f.snapshot.Responses {
		if r := &f.snapshot.Responses[i]; r.RoundID == roundID {
			responses[r.ID] = true
		}
	}
	var out []Comment
	for i := range f.snapshot.Answers {
		if a := &f.snapshot.Answers[i]; a.Card == card && a.Comment != "" && responses[a.ResponseID] {
			out = append(out, Comment{AnswerID: a.ID, Text: a.Comment})
		}
	}
	slices.SortStableFunc(out, func(a, b Comment) int { return cmp.Compare(a.Text, b.Text) })
	return out
}

// NextThing is what somebody said should be done next.
type NextThing struct {
	ResponseID int64
	Text       string
}

// Next are the things to do next that came with the answers of the round shown,
// in the order of the alphabet; none while results are withheld.
func (s *State) Next() []NextThing {
	res, ok := s.findings.result(s.round)
	if !ok || len(res.Next) == 0 {
		return nil
	}
	var out []NextThing
	for i := range s.findings.snapshot.Responses {
		if r := &s.findings.snapshot.Responses[i]; r.RoundID == s.round && r.Next != "" {
			out = append(out, NextThing{r.ID, r.Next})
		}
	}
	slices.SortStableFunc(out, func(a, b NextThing) int { return cmp.Compare(a.Text, b.Text) })
	return out
}

// Wording is one version of a card, worded.
type Wording struct {
	Head      string // which one, since when
	Title     string
	Low, High string
	Ask       string
	Note      string // whether its meaning stayed, which rounds asked it
}

// Wordings are the versions of a card, the newest first (data/README.md, Health cards).
func (s *State) Wordings(card string) []Wording {
	var versions []data.CardVersion
	for _, v := range s.findings.snapshot.CardVersions {
		if v.Card == card {
			versions = append(versions, v)
		}
	}
	slices.SortFunc(versions, func(a, b data.CardVersion) int { return cmp.Compare(b.Version, a.Version) })
	out := make([]Wording, len(versions))
	for i, v := range versions {
		w := Wording{Head: s.say.Text("Wording %d", v.Version), Title: v.Title, Low: v.Low, High: v.High, Ask: v.Ask}
		if v.MadeOn != 0 {
			w.Head = s.say.Text("%s, since %s", w.Head, v.MadeOn)
		}
		var notes []string
		if v.SameMeaning {
			notes = append(notes, s.say.Text("Same meaning as the one before."))
		}
		if rounds := s.findings.askedIn(v.ID); len(rounds) > 0 {
			notes = append(notes, s.say.Text("Asked in %s.", strings.Join(rounds, ", ")))
		}
		w.Note = strings.Join(notes, " ")
		out[i] = w
	}
	return out
}

// askedIn names the rounds that asked a version of a card, the earliest first.
func (f *Findings) askedIn(versionID int64) []string {
	var names []string
	for i := len(f.rounds) - 1; i >= 0; i-- {
		if slices.ContainsFunc(f.snapshot.RoundCards, func(c data.RoundCard) bool {
			return c.RoundID == f.rounds[i].ID && c.CardVersionID == versionID
		}) {
			names = append(names, f.rounds[i].Name)
		}
	}
	return names
}

// ShowCard shows the last round that can show a card, false where there is none.
func (s *State) ShowCard(key string) bool {
	if _, ok := s.Card(key); ok && !s.deck {
		if r, _ := s.Round(); !r.Open() {
			return true
		}
	}
	for i := range s.findings.rounds {
		res := s.findings.results[s.findings.rounds[i].ID]
		if s.findings.rounds[i].Open() || res.Withheld {
			continue
		}
		if slices.ContainsFunc(res.Cards, func(c data.CardResult) bool { return c.Card.Card == key }) {
			return s.ShowRound(s.findings.rounds[i].ID)
		}
	}
	return false
}

// figureLines are the figures of one card in words.
func (s *State) figureLines(c *data.CardResult, res data.RoundResult) []string {
	f := c.Figures
	if f.Withheld {
		return []string{sentence(s.withheld(f.MinGroup)) + "."}
	}
	answered := s.say.Count(f.Answers, "%d person answered this card, %d had no opinion.", "%d people answered this card, %d had no opinion.", f.NoOpinion)
	if res.HasRate() {
		answered = s.say.Text("%d of %d people answered this card, %d had no opinion.", f.Answers, res.Invited, f.NoOpinion)
	}
	lines := []string{
		answered,
		s.say.Text("High: %d of %d (%d %%). Low: %d of %d (%d %%). In a word: %s.",
			f.High, f.Answers, f.HighShare, f.Low, f.Answers, f.LowShare, f.Word.Phrase()),
	}
	if f.HasMean {
		lines = append(lines, s.say.Text("Median %s, mean %s.", median(f.Median), tenths(f.Mean)))
	}
	if line := s.changeLine(c, res); line != "" {
		lines = append(lines, line)
	}
	if n := c.Votes.Sum(); n > 0 {
		lines = append(lines, s.say.Text("Getting better? %d better, %d same, %d worse.", c.Votes.Better, c.Votes.Same, c.Votes.Worse))
	}
	return lines
}

// moreLines are the spread of the answers, and what the mean would be had the silent answered: easily taken for more than they are.
func (s *State) moreLines(c *data.CardResult, res data.RoundResult) (lines []string) {
	f := c.Figures
	if f.HasMean && !f.Withheld {
		lines = append(lines, s.say.Text("Spread (standard deviation) %s.", tenths(f.SD)))
	}
	if low, high, ok := f.Bounds(res.Silent()); ok && res.Silent() > 0 {
		lines = append(lines, s.say.Count(res.Silent(), "Had the %d silent person said 1, the mean would be %s; had they said 5, %s.",
			"Had the %d silent people all said 1, the mean would be %s; had they all said 5, %s.", tenths(low), tenths(high)))
	}
	return lines
}

func (s *State) changeLine(c *data.CardResult, res data.RoundResult) string {
	switch {
	case res.Previous == nil || c.Change == data.ChangeNone:
		return ""
	case c.Before != nil && c.Before.HasMean:
		return s.say.Text("Since %s: %s (mean then %s).", res.Previous.Name, c.Change.Phrase(), tenths(c.Before.Mean))
	}
	return s.say.Text("Since %s: %s.", res.Previous.Name, c.Change.Phrase())
}

// median is a whole number or a half.
func median(t data.Tenths) string {
	if t%10 == 0 {
		return strconv.Itoa(int(t / 10))
	}
	return tenths(t)
}
