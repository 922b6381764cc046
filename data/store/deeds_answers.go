package store

import (
	"context"
	"database/sql"
	"slices"

	"copleader/data"
)

// AddBallot counts one paper ballot in an open round. Only the counts are kept,
// so that what one person answered can't be told afterwards (data/README.md, Confidentiality).
func (s *Store) AddBallot(ctx context.Context, roundID int64, marks []data.Mark) (Done, error) {
	marks = slices.DeleteFunc(slices.Clone(marks), data.Mark.Empty)
	if len(marks) == 0 {
		return Done{}, data.Invalid("marks", "This ballot is empty; nothing was counted.")
	}
	return s.undoable(ctx, Deed{Key: "count 1 ballot"}, func(ctx context.Context, tx *sql.Tx) error {
		if err := stillOpen(ctx, tx, roundID); err != nil {
			return err
		}
		if err := acceptBallot(ctx, tx, roundID, marks); err != nil {
			return err
		}
		before, err := tallyRows.query(ctx, tx, "WHERE round_id = ? AND channel = ?", roundID, data.FromBallots)
		if err != nil {
			return err
		}
		answered := 0 // by the tallies so far, which may have been entered as counts
		for i := range before {
			t := &before[i]
			answered = max(answered, t.Counts.Sum()+t.NoOpinion, t.Better+t.Same+t.Worse)
		}
		for _, m := range marks {
			t := data.Tally{RoundID: roundID, Card: m.Card, Channel: data.FromBallots}
			if at := slices.IndexFunc(before, func(t data.Tally) bool { return t.Card == m.Card }); at >= 0 {
				t = before[at]
			}
			m.AddTo(&t)
			if err := put(ctx, tx, tallyRows, &t); err != nil {
				return err
			}
		}
		return oneMoreReturned(ctx, tx, roundID, answered)
	})
}

// acceptBallot checks that a ballot answers cards of the round, in its scale.
func acceptBallot(ctx context.Context, tx *sql.Tx, roundID int64, marks []data.Mark) error {
	accepts, err := acceptedBy(ctx, tx, roundID)
	if err != nil {
		return err
	}
	sheet := data.Filled{}
	for _, m := range marks {
		sheet.Answers = append(sheet.Answers, data.Answer{Card: m.Card, Value: m.Value, Vote: m.Vote})
	}
	return accepts(&sheet)
}

// oneMoreReturned counts one more ballot, over those noted and over what the tallies show.
func oneMoreReturned(ctx context.Context, tx *sql.Tx, roundID int64, answered int) error {
	row := data.RoundReturn{RoundID: roundID, Channel: data.FromBallots}
	found, err := roundReturnRows.query(ctx, tx, "WHERE round_id = ? AND channel = ?", roundID, data.FromBallots)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		row = found[0]
	}
	row.Returned = max(row.Returned, answered) + 1
	return put(ctx, tx, roundReturnRows, &row)
}

// Invite says who is asked to a round; whoever has replied stays ticked. How
// many were invited follows from it.
func (s *Store) Invite(ctx context.Context, roundID int64, members []int64) error {
	return s.act(ctx, Deed{Key: "change who is invited to a round"}, func(ctx context.Context, tx *sql.Tx) error {
		before, err := invitationRows.query(ctx, tx, "WHERE round_id = ?", roundID)
		if err != nil {
			return err
		}
		wanted := map[int64]bool{}
		for _, id := range members {
			wanted[id] = true
		}
		for _, row := range before {
			if !wanted[row.MemberID] {
				if err := invitationRows.drop(ctx, tx, row.ID); err != nil {
					return err
				}
			}
			delete(wanted, row.MemberID)
		}
		for _, id := range members {
			if !wanted[id] {
				continue
			}
			delete(wanted, id)
			if err := put(ctx, tx, invitationRows, &data.Invitation{RoundID: roundID, MemberID: id}); err != nil {
				return err
			}
		}
		var invited int
		if err := tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM invitation WHERE round_id = ?", roundID).Scan(&invited); err != nil {
			return err
		}
		if invited == 0 {
			return nil // without a list, the number typed stays
		}
		return editIn(ctx, tx, roundRows, roundID, func(r *data.Round) { r.Invited = invited })
	})
}

// SetReplied ticks that somebody invited has replied, apart from the answers.
func (s *Store) SetReplied(ctx context.Context, roundID, memberID int64, replied bool) error {
	deed := Deed{Key: "note who has replied", Visit: Visit{Table: "invitation", ID: roundID, Field: "replied"}}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		found, err := invitationRows.query(ctx, tx, "WHERE round_id = ? AND member_id = ?", roundID, memberID)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return gone()
		}
		found[0].Replied = replied
		return put(ctx, tx, invitationRows, &found[0])
	})
}

// ChangeComment redacts a comment (data/README.md, Confidentiality); the answer itself stays.
func (s *Store) ChangeComment(ctx context.Context, answerID int64, comment string) error {
	return edit(ctx, s, answerRows, answerID, Deed{Key: "change a comment"}, func(a *data.Answer) { a.Comment = comment })
}

// ChangeNext redacts what somebody said should be done next.
func (s *Store) ChangeNext(ctx context.Context, responseID int64, next string) error {
	return edit(ctx, s, responseRows, responseID, Deed{Key: "change a comment"}, func(r *data.Response) { r.Next = next })
}
