package meeting

import (
	"context"
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/room"
)

// Asking is how a vote is asked for.
type Asking string

// The ways of asking.
const (
	OnScale  Asking = "scale"   // a number from 1 up
	ForIt    Asking = "for"     // +1 or –1
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
			text = s.lettered(a.Shown, b.Ideas[i].Text)
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
	shown  room.ShownVotes
	at     int
	asking Asking
	kept   string // how the file keeps them (data.Meeting)
}

// ShowVotes shows the votes of a ballot together. Of a card so few votes aren't shown that one could tell whose they are.
func (s *State) ShowVotes(b Ballot, counts []int) {
	v := votes{shown: room.ShownVotes{Asked: b.Asked, Answers: b.Answers, Votes: counts}, at: s.run.At, asking: b.Asking}
	for _, n := range counts {
		v.shown.Voters += n
	}
	if b.roundID != 0 {
		if r, there := s.snapshot.RoundByID(b.roundID); there && v.shown.Voters < max(r.MinGroup, s.snapshot.Thresholds().MinGroup) {
			v.shown.Answers, v.shown.Votes = nil, nil
		}
	}
	for i, n := range v.shown.Votes {
		cell := strconv.Itoa(n)
		if b.Ideas != nil {
			cell += ":" + strconv.FormatInt(b.Ideas[i].ID, 10)
		}
		v.kept += " " + cell
	}
	s.votes = &v
}

// shownVotes are the votes that everybody sees now; nil for none.
func (s *State) shownVotes() *room.ShownVotes {
	if s.votes == nil || s.votes.at != s.run.At {
		return nil
	}
	return &s.votes.shown
}

// takeUpVotes shows the votes again that everybody saw when the meeting was cut off.
func (s *State) takeUpVotes(m *data.Meeting) {
	if m.Asked == "" {
		return
	}
	b := s.Ballot(Asking(m.Asked))
	v := votes{shown: room.ShownVotes{Asked: b.Asked, Voters: m.Voters}, at: s.run.At, asking: b.Asking, kept: m.Votes}
	for i, cell := range strings.Fields(m.Votes) {
		count, of, _ := strings.Cut(cell, ":")
		n, _ := strconv.Atoi(count)
		answer := ""
		if b.Asking == ByLetter {
			id, _ := strconv.ParseInt(of, 10, 64)
			answer = s.lettered(string(rune('A'+i)), s.ideaText(id))
		} else if i < len(b.Answers) {
			answer = b.Answers[i]
		}
		v.shown.Answers, v.shown.Votes = append(v.shown.Answers, answer), append(v.shown.Votes, n)
	}
	s.votes = &v
}

// lettered is an idea with the letter that stands for it.
func (s *State) lettered(letter, text string) string { return s.say.Text("%s  %s", letter, text) }

// ideaText is what an idea says; "" once it was taken back.
func (s *State) ideaText(id int64) string {
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineIdea) {
		if l.ID == id {
			return l.Text
		}
	}
	return ""
}

// tooManyVotes says that more gave a number than came, each of whom gives one.
func (s *State) tooManyVotes(b Ballot, counts []int) (doubt data.Phrase, there bool) {
	if b.Asking != OnScale {
		return data.Phrase{}, false
	}
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return s.snapshot.TooManyVotes(s.event.ID, sum)
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
