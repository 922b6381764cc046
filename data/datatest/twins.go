package datatest

import (
	"fmt"
	"math/rand/v2"

	"copleader/data"
	"copleader/data/demo"
)

// Twins are two communities that differ only in what nobody may be told of
// their rounds (data/README.md, Confidentiality): how a card was answered, and
// by how many, where fewer answered than the threshold asks for; everything but
// "r of N" where so few answered the round. Between 0 and 8 people answer, now
// and then twice as many, through all channels. Whatever shows the two
// differently tells too much.
//
// Outward is for what leaves the machine: there the twins differ also in how a
// few answers lie within low and high, and in all that was written.
func Twins(seed uint64, outward bool) (one, other *data.Snapshot) {
	w := twins{Rand: rand.New(rand.NewPCG(seed, 1003)), outward: outward}
	for i := range w.both {
		s, err := demo.Snapshot(Today)
		if err != nil {
			panic(err) // the demo is part of the program
		}
		s.Returns, s.Tallies, s.Responses, s.Answers, s.Invitations = nil, nil, nil, nil, nil
		s.Measures[0].Kind, s.Measures[0].Card = data.MeasureDimension, data.Deck[0].Card
		w.both[i] = s
	}
	for i := range w.both[0].Rounds {
		w.round(i)
	}
	return w.both[0], w.both[1]
}

// twins makes the rounds of both, one by one.
type twins struct {
	*rand.Rand
	outward bool
	both    [2]*data.Snapshot
}

// sheet is what each of those who came through a channel said of a card.
type sheet []data.Answer

// round fills a round of both.
func (w *twins) round(at int) {
	r := w.both[0].Rounds[at]
	r.MinGroup = data.MinGroupFloor + w.IntN(6)
	if w.IntN(3) == 0 {
		r.Scale = data.TrafficLight
	}
	returned := w.IntN(9)
	if w.IntN(3) == 0 {
		returned += 8
	}
	r.Invited = returned + w.IntN(12)
	people := make([]data.AnswerChannel, returned)
	for i := range people {
		people[i] = data.AnswerChannels[w.IntN(len(data.AnswerChannels))]
	}
	f := filler{twins: w, round: r, people: people}
	for _, s := range w.both {
		s.Rounds[at] = r
	}
	f.returns()
	for _, card := range data.Deck {
		f.card(card.Card)
	}
}

// filler fills one round.
type filler struct {
	*twins
	round  data.Round
	people []data.AnswerChannel // who answered, each through which channel
}

// secret tells whether so few answered the round that nothing of it may be told.
func (f *filler) secret() bool { return len(f.people) < f.round.MinGroup }

// returns notes how many came through each channel, and makes a row for each of
// those whose workbook was read in.
func (f *filler) returns() {
	for _, channel := range []data.AnswerChannel{data.FromRoom, data.FromBallots} {
		n := 0
		for _, c := range f.people {
			if c == channel {
				n++
			}
		}
		for _, s := range f.both {
			s.Returns = append(s.Returns, data.RoundReturn{ID: int64(len(s.Returns) + 1), RoundID: f.round.ID, Channel: channel, Returned: n})
		}
	}
	for i, c := range f.people {
		if c != data.FromWorkbook {
			continue
		}
		next := f.said()
		for n, s := range f.both {
			if n == 1 && (f.secret() || f.outward) {
				next = f.said()
			}
			s.Responses = append(s.Responses, data.Response{ID: f.person(i), RoundID: f.round.ID, Channel: c, Next: next})
		}
	}
}

// person is the row of somebody's workbook, the same in both.
func (f *filler) person(i int) int64 { return f.round.ID*1000 + int64(i) }

// said is something that somebody wrote, never the same twice.
func (f *filler) said() string {
	if f.IntN(2) == 0 {
		return ""
	}
	return fmt.Sprintf("saidq%dq", f.Uint32())
}

// card writes the answers to a card for both.
func (f *filler) card(card string) {
	one := f.sheet(len(f.people))
	other := append(sheet(nil), one...)
	answers := one.answers()
	switch {
	case f.secret():
		other = f.sheet(len(f.people))
	case answers < f.round.MinGroup:
		other = f.sheet(f.IntN(f.round.MinGroup))
	case f.outward && answers <= 7:
		other.shuffleWithin(f.Rand, f.round.Scale)
	}
	if one.votes() < f.round.MinGroup && other.votes() < f.round.MinGroup {
		for i := range one {
			// As many voted, or none, each another way.
			if other[i].Vote != "" {
				other[i].Vote = f.vote()
			}
		}
	}
	for i := range other {
		if f.outward && other[i].Comment != "" {
			other[i].Comment = f.said()
		}
	}
	f.write(f.both[0], card, one)
	f.write(f.both[1], card, other)
}

// sheet is what everybody says of a card; at most so many answer it.
func (f *filler) sheet(most int) sheet {
	options := 5
	if f.round.Scale == data.TrafficLight {
		options = 3
	}
	out := make(sheet, len(f.people))
	few := f.IntN(2) == 0 // then most pass the card over
	for i := range out {
		a := &out[i]
		a.Value = f.IntN(2) - 1
		if most > 0 && f.IntN(8) > 0 && (!few || f.IntN(2) == 0) {
			a.Value = 1 + f.IntN(options)
			most--
		}
		if f.IntN(2) == 0 {
			a.Vote = f.vote()
		}
		if f.people[i] == data.FromWorkbook {
			a.Comment = f.said()
		}
	}
	return out
}

func (f *filler) vote() data.TrendVote {
	return []data.TrendVote{data.VoteBetter, data.VoteSame, data.VoteWorse}[f.IntN(3)]
}

// answers counts those who chose an option.
func (s sheet) answers() int {
	n := 0
	for i := range s {
		if s[i].Value > 0 {
			n++
		}
	}
	return n
}

// votes counts those who told a direction.
func (s sheet) votes() int {
	n := 0
	for i := range s {
		if s[i].Vote != "" {
			n++
		}
	}
	return n
}

// shuffleWithin changes answers without leaving low, half-way and high.
func (s sheet) shuffleWithin(r *rand.Rand, scale data.Scale) {
	if scale == data.TrafficLight {
		return
	}
	for i := range s {
		switch s[i].Value {
		case 1, 2:
			s[i].Value = 1 + r.IntN(2)
		case 4, 5:
			s[i].Value = 4 + r.IntN(2)
		}
	}
}

// write keeps a card's answers: counts from the room and from ballots, a row
// for each answer from a workbook.
func (f *filler) write(s *data.Snapshot, card string, answers sheet) {
	tallies := map[data.AnswerChannel]*data.Tally{}
	for i, a := range answers {
		channel := f.people[i]
		if channel == data.FromWorkbook {
			a.ID, a.ResponseID, a.Card = int64(len(s.Answers)+1), f.person(i), card
			s.Answers = append(s.Answers, a)
			continue
		}
		if tallies[channel] == nil {
			tallies[channel] = &data.Tally{RoundID: f.round.ID, Card: card, Channel: channel}
		}
		data.Mark{Card: card, Value: a.Value, Vote: a.Vote}.AddTo(tallies[channel])
	}
	for _, channel := range data.AnswerChannels {
		if t := tallies[channel]; t != nil {
			t.ID = int64(len(s.Tallies) + 1)
			s.Tallies = append(s.Tallies, *t)
		}
	}
}
