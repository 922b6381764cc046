package members

import (
	"context"

	"copleader/data"
)

// Note notes an act of giving by hand, or changes the note. Guiding a newcomer names whom (data/README.md, Entities).
func (s *State) Note(ctx context.Context, c *data.Contribution) error {
	if c.Kind == data.Welcomed && c.WhomID == 0 {
		return data.Invalid("whom", "Please choose who it is.")
	}
	return s.rows.contributions.Save(ctx, c)
}

// Contribution is an act noted by hand, by its ID.
func (s *State) Contribution(id int64) (data.Contribution, bool) {
	for _, c := range s.roster.snapshot.Contributions {
		if c.ID == id {
			return c, true
		}
	}
	return data.Contribution{}, false
}

// Help is a note of help received, by its ID.
func (s *State) Help(id int64) (data.HelpReceived, bool) {
	for _, h := range s.roster.snapshot.HelpReceived {
		if h.ID == id {
			return h, true
		}
	}
	return data.HelpReceived{}, false
}

// itemsAbout are the items an act of a kind can be about: requests that were answered, things that were written.
func (s *State) itemsAbout(kind data.ContributionKind) []data.Item {
	switch kind {
	case data.Helped:
		return s.Items(data.KindHelpRequest)
	case data.Published:
		return s.Items(data.KindArtefact, data.KindStandard)
	}
	return nil
}

// balance words the exchange balance, which is only ever a question (data/README.md, Styles); "" unless the leader
// switched it on.
func (s *State) balance(id int64) string {
	b, ok := s.roster.snapshot.Balance(id, s.roster.today)
	switch {
	case !ok:
		return ""
	case b.Word == data.BalanceUnknown:
		return s.say.Text("Giving and being helped: unknown. That takes half a year and a few notes.")
	case b.Question.IsZero():
		return "" // nothing to ask
	}
	return s.say.Of(b.Question)
}
