package health

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// Findings is everything about the health check as it was read. It is never
// changed once it is made.
type Findings struct {
	snapshot *data.Snapshot
	today    data.Date
	rounds   []data.Round // the newest first
	results  map[int64]data.RoundResult
	deck     []data.CardVersion // the newest wordings, in the order of the deck
	used     map[int64]bool     // card versions that stand in a round
}

func newFindings(snapshot *data.Snapshot, today data.Date) *Findings {
	f := &Findings{snapshot: snapshot, today: today, results: map[int64]data.RoundResult{}, used: map[int64]bool{}}
	f.rounds = slices.Clone(snapshot.Rounds)
	slices.SortFunc(f.rounds, func(a, b data.Round) int {
		return cmp.Or(cmp.Compare(b.OpenedOn, a.OpenedOn), cmp.Compare(b.ID, a.ID))
	})
	for i := range f.rounds {
		f.results[f.rounds[i].ID] = snapshot.Result(f.rounds[i].ID)
	}
	for i := range snapshot.RoundCards {
		f.used[snapshot.RoundCards[i].CardVersionID] = true
	}
	f.deal()
	return f
}

// deal finds the newest wording of every card.
func (f *Findings) deal() {
	newest := map[string]data.CardVersion{}
	for _, v := range f.snapshot.CardVersions {
		if v.Version >= newest[v.Card].Version {
			newest[v.Card] = v
		}
	}
	for _, v := range newest {
		f.deck = append(f.deck, v)
	}
	slices.SortFunc(f.deck, func(a, b data.CardVersion) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Card, b.Card))
	})
}

func (f *Findings) result(id int64) (data.RoundResult, bool) {
	res, ok := f.results[id]
	return res, ok
}

// actedOn tells whether anything on the board answers a card of a round.
func (f *Findings) actedOn(round data.Round) bool {
	for _, c := range f.results[round.ID].Cards {
		if _, ok := f.snapshot.AnsweringItem(c.Card.Card, round); ok {
			return true
		}
	}
	return false
}

// Thread is the red thread seen from something; it may be called off the
// window's goroutine.
func (f *Findings) Thread(node data.Place) data.ThreadView {
	return f.snapshot.ThreadView(node, f.today)
}

// code proposes a short code that no round has: the letters of the round before,
// or of the community's name, with year and month.
func (f *Findings) code() string {
	taken := map[string]bool{}
	for i := range f.rounds {
		taken[f.rounds[i].Code] = true
	}
	year, month, _ := f.today.Civil()
	code := fmt.Sprintf("%s-%02d%02d", f.letters(), year%100, month)
	for suffix := 'B'; taken[code] && suffix <= 'Z'; suffix++ {
		code = fmt.Sprintf("%s-%02d%02d%c", f.letters(), year%100, month, suffix)
	}
	return code
}

// letters begin a code; they go on paper and into file names, so they are plain.
func (f *Findings) letters() string {
	if len(f.rounds) > 0 {
		if before, _, ok := strings.Cut(f.rounds[0].Code, "-"); ok && len(before) <= 8 && before != "" {
			return before
		}
	}
	var out []rune
	for _, word := range strings.Fields(data.Fold(f.snapshot.Community.Name)) {
		if r := []rune(word)[0]; r < unicode.MaxASCII && unicode.IsLetter(r) && len(out) < 3 {
			out = append(out, unicode.ToUpper(r))
		}
	}
	if len(out) == 0 {
		return "HC"
	}
	return string(out)
}

// tally is what was entered for a card through a channel.
func (f *Findings) tally(roundID int64, card string, channel data.AnswerChannel) (data.Tally, bool) {
	for i := range f.snapshot.Tallies {
		if t := &f.snapshot.Tallies[i]; t.RoundID == roundID && t.Card == card && t.Channel == channel {
			return *t, true
		}
	}
	return data.Tally{RoundID: roundID, Card: card, Channel: channel}, false
}

// returned is how many people were noted to have answered through a channel.
func (f *Findings) returned(roundID int64, channel data.AnswerChannel) (n int, known bool) {
	for i := range f.snapshot.Returns {
		if r := &f.snapshot.Returns[i]; r.RoundID == roundID && r.Channel == channel {
			return r.Returned, true
		}
	}
	return 0, false
}

// imported counts the answer sheets read in for a round.
func (f *Findings) imported(roundID int64) int {
	n := 0
	for i := range f.snapshot.Responses {
		if f.snapshot.Responses[i].RoundID == roundID {
			n++
		}
	}
	return n
}
