package health

import (
	"context"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window: one round or the deck, and
// the deeds.
type State struct {
	store    *store.Store
	rounds   store.Handle[data.Round]
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
func NewState(s *store.Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, rounds: store.Rows(s, store.Rounds), calendar: calendar, say: say, channel: data.FromRoom,
		findings: newFindings(&data.Snapshot{}, calendar.Today())}
}

// Read reads the rounds from the store; it may be called off the window's goroutine.
func (s *State) Read(ctx context.Context, _ *Findings) (*Findings, error) {
	snapshot, err := s.store.Shown(ctx)
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

// Act puts a next small step that answers a card on the board.
func (s *State) Act(ctx context.Context, i *data.Item) error {
	i.Kind, i.Column = data.KindAction, data.ColumnReady
	return store.Rows(s.store, store.Items).Save(ctx, i)
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
		ClosesOn: f.today.AddDays(roundDays), Invited: f.snapshot.ManyPeople(f.today), MinGroup: t.MinGroup}
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
