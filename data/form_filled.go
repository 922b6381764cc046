package data

import "slices"

// Filled is one questionnaire as it came back: answers without any trace of whose
// they are (data/README.md, Confidentiality).
type Filled struct {
	Code    string // of the round it was made for
	Form    string // version of the form
	Answers []Answer
	Next    string // "one thing we should do next"
}

// Empty reports whether nothing at all was filled in.
func (f *Filled) Empty() bool { return len(f.Answers) == 0 && f.Next == "" }

// Same reports whether two questionnaires say the same, to the letter.
func (f *Filled) Same(o *Filled) bool {
	return f.Next == o.Next && slices.Equal(inOrder(f.Answers), inOrder(o.Answers))
}

func inOrder(answers []Answer) []Answer {
	sorted := make([]Answer, len(answers))
	for i, a := range answers {
		sorted[i] = Answer{Card: a.Card, Value: a.Value, Vote: a.Vote, Comment: a.Comment}
	}
	slices.SortFunc(sorted, func(a, b Answer) int {
		if a.Card < b.Card {
			return -1
		}
		return 1
	})
	return sorted
}

// FilledOf lists the questionnaires that a round holds already.
func (s *Snapshot) FilledOf(roundID int64) []Filled {
	at := map[int64]int{}
	var list []Filled
	for i := range s.Responses {
		if r := &s.Responses[i]; r.RoundID == roundID {
			at[r.ID] = len(list)
			list = append(list, Filled{Next: r.Next})
		}
	}
	for _, a := range s.Answers {
		if i, ours := at[a.ResponseID]; ours {
			list[i].Answers = append(list[i].Answers, a)
		}
	}
	return list
}

// CardsOf lists the cards of a round in the wording it used, in deck order.
func (s *Snapshot) CardsOf(roundID int64) []CardVersion { return s.cardsOf(roundID) }
