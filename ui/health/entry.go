package health

import (
	"strings"

	"copleader/data"
)

// Figure is one of the numbers entered for a card, in the order of their fields.
type Figure int

// The figures of a card: how often each answer was given, no opinion, and the
// direction felt. With lights only the first three answers are used.
const (
	FigureNoOpinion Figure = 5
	FigureBetter    Figure = 6
	FigureSame      Figure = 7
	FigureWorse     Figure = 8
	figures                = 9
)

// At is where a figure stands in a tally.
func (f Figure) At(t *data.Tally) *int {
	switch f {
	case FigureNoOpinion:
		return &t.NoOpinion
	case FigureBetter:
		return &t.Better
	case FigureSame:
		return &t.Same
	case FigureWorse:
		return &t.Worse
	}
	return &t.Counts[f]
}

// Shown tells whether a figure is asked for in a round of the scale.
func (f Figure) Shown(scale data.Scale) bool {
	return scale != data.TrafficLight || f < 3 || f >= FigureNoOpinion
}

// EntryRow is one card for which counts are entered.
type EntryRow struct {
	Card    string
	Title   string
	Tally   data.Tally
	Known   bool   // something was entered
	Warning string // worth a second look; never a block
}

// EntryView is an open round, worded.
type EntryView struct {
	Round    data.Round
	Channel  data.AnswerChannel
	Returned int
	Known    bool // it was noted how many answered
	Fresh    bool // nobody has answered yet, in any way
	Rows     []EntryRow
	Answered string // all channels together
	Notes    []string
}

// Channel is the way of answering that is being entered.
func (s *State) Channel() data.AnswerChannel { return s.channel }

// ChooseChannel enters another way of answering.
func (s *State) ChooseChannel(c data.AnswerChannel) { s.channel = c }

// Fresh tells that nobody has answered in the round shown yet: members are still to be asked.
func (s *State) Fresh() bool {
	res, ok := s.findings.result(s.round)
	return ok && res.Round.Open() && len(res.Channels) == 0 && s.findings.imported(res.Round.ID) == 0
}

// Entry words the round shown for entering counts.
func (s *State) Entry() EntryView {
	res, ok := s.findings.result(s.round)
	if !ok {
		return EntryView{}
	}
	v := EntryView{Round: res.Round, Channel: s.channel}
	v.Returned, v.Known = s.findings.returned(s.round, s.channel)
	v.Fresh = s.Fresh()
	for i := range res.Cards {
		card := res.Cards[i].Card
		row := EntryRow{Card: card.Card, Title: card.Title}
		row.Tally, row.Known = s.findings.tally(s.round, card.Card, s.channel)
		if row.Known && v.Known {
			row.Warning = s.check(row.Tally, v.Returned)
		}
		v.Rows = append(v.Rows, row)
	}
	switch doubt := s.doubt(res); {
	case res.HasRate():
		v.Answered = s.say.Text("%s so far.", res.Answered())
	case doubt != "":
		v.Answered = s.say.Text("%s. %s", res.Answered(), doubt)
	default:
		v.Answered = s.say.Text("%s.", res.Answered())
	}
	v.Notes = s.entryNotes(res)
	return v
}

// check looks whether more answers were entered than people answered.
func (s *State) check(t data.Tally, returned int) string {
	var out []string
	if n := t.Counts.Sum() + t.NoOpinion; n > returned {
		out = append(out, s.say.Text("%d answers, but %d people answered.", n, returned))
	}
	if n := t.Better + t.Same + t.Worse; n > returned {
		out = append(out, s.say.Text("%d directions, but %d people answered.", n, returned))
	}
	return strings.Join(out, " ")
}

func (s *State) entryNotes(res data.RoundResult) []string {
	out := []string{s.channelNote(s.channel)}
	if len(res.Channels) > 1 {
		out = append(out, s.say.Text("Answers came in more than one way; the same person may have answered twice."))
	}
	if n := s.findings.imported(res.Round.ID); n > 0 {
		out = append(out, s.say.Count(n, "%d answer sheet was read in and counts beside what is entered here.",
			"%d answer sheets were read in and count beside what is entered here."))
	}
	if s.findings.snapshot.OpenAgain(res.Round.ID) {
		closed := s.findings.snapshot.ClosedResult(res.Round.ID).Round.ClosedOn
		return append(out, s.say.Text("It is open again: until it is closed, documents and the other pages tell its figures as they were when it closed on %s.", closed))
	}
	if res.Withheld {
		out = append(out, s.say.Text("Results are shown once %d people have answered and the round is closed.", res.MinGroup))
	} else {
		out = append(out, s.say.Text("Results are shown when the round is closed."))
	}
	return out
}

// settleChannel enters the way by which answers to the round shown have come, or
// else the one that suits its scale (data/README.md, Health cards).
func (s *State) settleChannel() {
	res, _ := s.findings.result(s.round)
	switch {
	case len(res.Channels) > 0:
		s.channel = res.Channels[0]
	case res.Round.Scale == data.TrafficLight:
		s.channel = data.FromRoom
	default:
		s.channel = data.FromBallots
	}
}
