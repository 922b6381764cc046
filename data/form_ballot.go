package data

// Mark is what a paper ballot says about one card.
type Mark struct {
	Card  string
	Value int // 1–5, or 1–3 for red, amber, green; 0 is no opinion, Blank nothing at all
	Vote  TrendVote
}

// Blank is the value of a card that was left out.
const Blank = -1

// Empty reports whether the ballot says nothing about the card.
func (m Mark) Empty() bool { return m.Value == Blank && m.Vote == "" }

// ReadMark reads a mark as it is typed: a digit for the answer, 0 for no
// opinion, and + = - for better, same and worse. The second digit belongs to the
// next card, so rest is what has to be read there; what means nothing in the
// scale is passed over.
func ReadMark(text string, scale Scale) (m Mark, rest string) {
	m.Value = Blank
	most := 5
	if scale == TrafficLight {
		most = 3
	}
	for i, r := range text {
		if vote, known := typedVotes[r]; known {
			m.Vote = vote
			continue
		}
		n := int(r - '0')
		if n < 0 || n > most {
			continue
		}
		if m.Value != Blank {
			return m, text[i:]
		}
		m.Value = n
	}
	return m, ""
}

// typedVotes are the keys for the direction felt; the minus sign and the dash
// stand in for the hyphen.
var typedVotes = map[rune]TrendVote{'+': VoteBetter, '=': VoteSame, '-': VoteWorse, '−': VoteWorse, '–': VoteWorse}

// Typed is the mark as it is typed.
func (m Mark) Typed() string {
	text := ""
	if m.Value != Blank {
		text = string(rune('0' + m.Value))
	}
	switch m.Vote {
	case VoteBetter:
		text += "+"
	case VoteSame:
		text += "="
	case VoteWorse:
		text += "-"
	}
	return text
}

// AddTo counts the mark in a tally.
func (m Mark) AddTo(t *Tally) {
	switch {
	case m.Value >= 1 && m.Value <= len(t.Counts):
		t.Counts[m.Value-1]++
	case m.Value == 0:
		t.NoOpinion++
	}
	switch m.Vote {
	case VoteBetter:
		t.Better++
	case VoteSame:
		t.Same++
	case VoteWorse:
		t.Worse++
	}
}
