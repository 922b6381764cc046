package meeting

import (
	"context"

	"copleader/data"
	"copleader/data/room"
)

// Asking is how a vote is asked for.
type Asking string

// The ways of asking.
const (
	OnScale  Asking = "scale"   // a number from 1 up
	ForIt    Asking = "for"     // +1 or −1
	ByLetter Asking = "letters" // one of the ideas by its letter
)

// Ballot is a vote in the room or in its chat.
type Ballot struct {
	Asking   Asking
	Question room.Question
	Asked    data.Phrase
	Answers  []string           // as they are shown
	Ideas    []data.MeetingLine // with ByLetter, in the order of the letters
	Keeps    data.Phrase        // where the votes may be kept; zero for nowhere
	roundID  int64              // with a card's vote
}

// Askings are the ways of asking that there are now.
func (s *State) Askings() []Asking {
	if len(s.Ideas()) > 1 {
		return []Asking{OnScale, ForIt, ByLetter}
	}
	return []Asking{OnScale, ForIt}
}

// Usual is the way of asking that the part under way has.
func (s *State) Usual() Asking {
	p := s.run.Now()
	switch {
	case p == nil:
		return OnScale
	case p.Kind == room.Topic:
		return ForIt
	case p.Kind != room.Feedback && p.Kind != room.Ask && len(s.Ideas()) > 1:
		return ByLetter
	}
	return OnScale
}

// Ballot is the vote of the part under way.
func (s *State) Ballot(asking Asking) Ballot {
	b := Ballot{Asking: asking}
	p := s.run.Now()
	if p == nil {
		p = &room.Part{}
	}
	switch asking {
	case ForIt:
		b.Question, b.Asked = room.For(), data.Say("For it?")
		if p.Kind == room.Topic {
			b.Asked = data.Say("Three minutes more?")
		}
	case ByLetter:
		b.Ideas = s.Ideas()
		b.Ideas = b.Ideas[:min(len(b.Ideas), mostLetters)]
		b.Question, b.Asked, b.Keeps = room.Letters(len(b.Ideas)), data.Say("Which one?"), data.Say("Count them as dots on the ideas")
	default:
		b.onScale(s, p)
	}
	for i, a := range b.Question.Answers {
		text := a.Shown
		if b.Ideas != nil {
			text = s.say.Text("%s  %s", a.Shown, b.Ideas[i].Text)
		}
		b.Answers = append(b.Answers, text)
	}
	return b
}

// mostLetters is how many ideas are voted on by letter.
const mostLetters = 12

// onScale asks for a number: the card of the round that is open, whether it was worth the time, or anything else.
func (b *Ballot) onScale(s *State, p *room.Part) {
	b.Question = room.Scale(5)
	switch p.Kind {
	case room.Feedback:
		b.Asked, b.Keeps = data.Say("Was it worth the time?"), data.Say("Keep them as the votes on this event")
	case room.Ask:
		b.Asked = data.Say("%s", p.Text)
		if r, there := room.OpenRound(s.snapshot, s.clock.Today()); there {
			b.roundID, b.Keeps = r.ID, data.Say("Take them into the round, as answers in the room")
			if r.Scale == data.TrafficLight {
				b.Question = room.Scale(3)
			}
		}
	default:
		b.Asked = data.Say("1 to 5")
	}
}

// votes are those that everybody sees, until the next part begins.
type votes struct {
	shown room.ShownVotes
	at    int
}

// ShowVotes shows the votes of a ballot together. Of a card so few votes aren't shown that one could tell whose they are.
func (s *State) ShowVotes(b Ballot, counts []int) {
	v := room.ShownVotes{Asked: b.Asked, Answers: b.Answers, Votes: counts}
	for _, n := range counts {
		v.Voters += n
	}
	if b.roundID != 0 {
		if r, there := s.snapshot.RoundByID(b.roundID); there && v.Voters < max(r.MinGroup, s.snapshot.Thresholds().MinGroup) {
			v.Answers, v.Votes = nil, nil
		}
	}
	s.votes = &votes{v, s.run.At}
}

// HideVotes takes them away again.
func (s *State) HideVotes() { s.votes = nil }

// shownVotes are the votes that everybody sees now; nil for none.
func (s *State) shownVotes() *room.ShownVotes {
	if s.votes == nil || s.votes.at != s.run.At {
		return nil
	}
	return &s.votes.shown
}

// KeepVotes is the deed of keeping the votes of a ballot where it keeps them; nil where it keeps none.
func (s *State) KeepVotes(b Ballot, counts []int) func(context.Context) error {
	if b.Keeps.IsZero() {
		return nil
	}
	var all data.Counts
	for i := 0; i < len(counts) && i < len(all); i++ {
		all[i] = counts[i]
	}
	switch {
	case b.Asking == ByLetter:
		return func(ctx context.Context) error {
			for i, idea := range b.Ideas {
				if counts[i] == idea.Votes {
					continue
				}
				if err := s.store.ChangeLine(ctx, idea.ID, func(l *data.MeetingLine) { l.Votes = counts[i] }); err != nil {
					return err
				}
			}
			return nil
		}
	case b.roundID != 0:
		t := data.Tally{RoundID: b.roundID, Card: s.run.Now().Of, Channel: data.FromRoom, Counts: all}
		for _, before := range s.snapshot.Tallies {
			if before.RoundID == t.RoundID && before.Card == t.Card && before.Channel == t.Channel {
				t.NoOpinion, t.Better, t.Same, t.Worse = before.NoOpinion, before.Better, before.Same, before.Worse
			}
		}
		return func(ctx context.Context) error { return s.store.EnterTally(ctx, t) }
	}
	return func(ctx context.Context) error { return s.store.SetRoti(ctx, s.event.ID, all) }
}

// Ideas are what was put forward at the meeting and belongs to no other idea, the most voted first; those of the part under way where
// there are any, else all.
func (s *State) Ideas() []data.MeetingLine {
	all := ordered(s.snapshot.LinesOf(s.event.ID, data.LineIdea))
	step := s.step()
	var here []data.MeetingLine
	for _, l := range all {
		if l.Step == step {
			here = append(here, l)
		}
	}
	if len(here) > 0 {
		return here
	}
	return all
}
