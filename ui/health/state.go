package health

import (
	"context"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Store is what the screen needs of the community file.
type Store interface {
	Snapshot(ctx context.Context) (*data.Snapshot, error)
	StartRound(ctx context.Context, r *data.Round, cards []string) error
	ChangeRound(ctx context.Context, id int64, visit store.Visit, change func(*data.Round)) error
	RemoveRound(ctx context.Context, id int64) (store.Done, error)
	CloseRound(ctx context.Context, id int64) error
	ReopenRound(ctx context.Context, id int64) error
	EnterTally(ctx context.Context, t data.Tally) error
	SetReturned(ctx context.Context, roundID int64, channel data.AnswerChannel, returned int) error
	ChangeCard(ctx context.Context, card string, sameMeaning bool, change func(*data.CardVersion)) error
	ImportResponses(ctx context.Context, roundID int64, channel data.AnswerChannel, filled []data.Filled) error
	AddBallot(ctx context.Context, roundID int64, marks []data.Mark) (store.Done, error)
	Invite(ctx context.Context, roundID int64, members []int64) error
	SetReplied(ctx context.Context, roundID, memberID int64, replied bool) error
	ChangeComment(ctx context.Context, answerID int64, comment string, forSponsors bool) error
	ChangeNext(ctx context.Context, responseID int64, next string) error
	AddItem(ctx context.Context, i *data.Item) error
}

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window: one round or the deck, and
// the deeds.
type State struct {
	store    Store
	calendar Calendar
	say      *words.Say

	findings *Findings
	round    int64 // the round shown, 0 while there is none
	deck     bool  // the deck is shown in place of a round
	channel  data.AnswerChannel
	settled  int64           // the round for which a channel was chosen
	people   *data.Directory // by name, made when it is first wanted
}

// NewState is an empty state, before the first Load.
func NewState(s Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, calendar: calendar, say: say, channel: data.FromRoom,
		findings: newFindings(&data.Snapshot{}, calendar.Today())}
}

// Read reads the rounds from the store; it may be called off the window's goroutine.
func (s *State) Read(ctx context.Context, _ *Findings) (*Findings, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return newFindings(snapshot, s.calendar.Today()), nil
}

// Take shows what was read. The round chosen stays chosen as long as it is there.
func (s *State) Take(f *Findings) {
	s.findings = f
	if _, there := f.result(s.round); !there {
		s.round = 0
		if len(f.rounds) > 0 {
			s.round = f.rounds[0].ID
		}
	}
	if s.round != s.settled {
		s.settled = s.round
		s.settleChannel()
	}
}

// Load reads the rounds and shows them.
func (s *State) Load(ctx context.Context) error {
	f, err := s.Read(ctx, s.findings)
	if err == nil {
		s.Take(f)
	}
	return err
}

// Chips are the words of the rounds, the newest first, then of the deck; the
// last is chosen while the deck is shown.
func (s *State) Chips() (texts []string, chosen int) {
	for i := range s.findings.rounds {
		r := &s.findings.rounds[i]
		texts = append(texts, r.Name)
		if r.ID == s.round {
			chosen = i
		}
	}
	if len(texts) == 0 {
		texts = append(texts, s.say.Text("Rounds"))
	}
	texts = append(texts, s.say.Text("Deck"))
	if s.deck {
		chosen = len(texts) - 1
	}
	return texts, chosen
}

// Choose shows what a chip stands for.
func (s *State) Choose(chip int) {
	s.deck = chip >= max(1, len(s.findings.rounds))
	if chip < len(s.findings.rounds) {
		s.show(s.findings.rounds[chip].ID)
	}
}

func (s *State) show(id int64) {
	if id != s.round {
		s.round, s.settled = id, id
		s.settleChannel()
	}
}

// ShowRound shows a round by its ID.
func (s *State) ShowRound(id int64) bool {
	if _, there := s.findings.result(id); !there {
		return false
	}
	s.show(id)
	s.deck = false
	return true
}

// ShowDeck shows the cards in place of a round.
func (s *State) ShowDeck() { s.deck = true }

// Deck tells whether the deck is shown.
func (s *State) Deck() bool { return s.deck }

// Round is the round shown.
func (s *State) Round() (data.Round, bool) {
	res, ok := s.findings.result(s.round)
	return res.Round, ok
}

// OpenRound is the round that takes answers; there is one at most.
func (s *State) OpenRound() (data.Round, bool) {
	for i := range s.findings.rounds {
		if s.findings.rounds[i].Open() {
			return s.findings.rounds[i], true
		}
	}
	return data.Round{}, false
}

// Start opens a round with the given cards.
func (s *State) Start(ctx context.Context, r *data.Round, cards []string) error {
	return s.store.StartRound(ctx, r, cards)
}

// ChangeRound changes a round's own fields.
func (s *State) ChangeRound(ctx context.Context, id int64, change func(*data.Round)) error {
	return s.store.ChangeRound(ctx, id, store.Visit{}, change)
}

// Close closes a round: from then on its results are shown.
func (s *State) Close(ctx context.Context, id int64) error { return s.store.CloseRound(ctx, id) }

// Reopen opens a closed round again.
func (s *State) Reopen(ctx context.Context, id int64) error { return s.store.ReopenRound(ctx, id) }

// Remove takes a round and its answers away.
func (s *State) Remove(ctx context.Context, id int64) (store.Done, error) {
	return s.store.RemoveRound(ctx, id)
}

// Enter writes the counts of one card and channel.
func (s *State) Enter(ctx context.Context, t data.Tally) error { return s.store.EnterTally(ctx, t) }

// SetReturned writes how many people answered through a channel.
func (s *State) SetReturned(ctx context.Context, roundID int64, channel data.AnswerChannel, n int) error {
	return s.store.SetReturned(ctx, roundID, channel, n)
}

// CountBallot counts one paper ballot.
func (s *State) CountBallot(ctx context.Context, roundID int64, marks []data.Mark) (store.Done, error) {
	return s.store.AddBallot(ctx, roundID, marks)
}

// Invite says who is asked to a round.
func (s *State) Invite(ctx context.Context, roundID int64, members []int64) error {
	return s.store.Invite(ctx, roundID, members)
}

// SetReplied ticks that somebody has replied, apart from the answers.
func (s *State) SetReplied(ctx context.Context, roundID, memberID int64, replied bool) error {
	return s.store.SetReplied(ctx, roundID, memberID, replied)
}

// ChangeComment redacts a comment, or ticks that it may go to the sponsors.
func (s *State) ChangeComment(ctx context.Context, answerID int64, comment string, forSponsors bool) error {
	return s.store.ChangeComment(ctx, answerID, comment, forSponsors)
}

// ChangeNext redacts what somebody said should be done next.
func (s *State) ChangeNext(ctx context.Context, responseID int64, next string) error {
	return s.store.ChangeNext(ctx, responseID, next)
}

// Reword changes the wording of a card (data/README.md, Health cards).
func (s *State) Reword(ctx context.Context, card string, sameMeaning bool, change func(*data.CardVersion)) error {
	return s.store.ChangeCard(ctx, card, sameMeaning, change)
}

// Act puts a next small step that answers a card on the board.
func (s *State) Act(ctx context.Context, i *data.Item) error {
	i.Kind, i.Column = data.KindAction, data.ColumnReady
	return s.store.AddItem(ctx, i)
}

// Suggestion is what the form of a new round begins with.
type Suggestion struct {
	Name     string
	Code     string
	Scale    data.Scale
	ClosesOn data.Date
	Invited  int
	MinGroup int
	// Advice is worth reading before a round is started; "" for none.
	Advice string
}

// roundDays is how long a round stays open if nothing else is said.
const roundDays = 14

// Suggest proposes the next round.
func (s *State) Suggest() Suggestion {
	f := s.findings
	t := f.snapshot.Thresholds()
	out := Suggestion{Name: s.say.Text("Round %d", len(f.rounds)+1), Code: f.code(), Scale: data.Agreement5,
		ClosesOn: f.today.AddDays(roundDays), Invited: len(f.snapshot.People(f.today)), MinGroup: t.MinGroup}
	if len(f.rounds) == 0 {
		return out
	}
	last := f.rounds[0]
	out.Scale = last.Scale
	var advice []string
	if days := f.today.Sub(last.OpenedOn); days < 7*t.RoundLeastWeeks {
		advice = append(advice, s.say.Text("%s was opened %s; rounds should lie at least %d weeks apart.", last.Name, s.say.Ago(days), t.RoundLeastWeeks))
	}
	if !f.actedOn(last) {
		advice = append(advice, s.say.Text("Nothing on the board answers a card of %s yet. Data that lead nowhere kill the next round.", last.Name))
	}
	out.Advice = strings.Join(advice, " ")
	return out
}
