package store

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"slices"
	"strings"

	"copleader/data"
)

// StartRound opens a round with the given cards in their newest wording, in deck
// order, and sets the row's ID. One round is open at a time.
func (s *Store) StartRound(ctx context.Context, r *data.Round, cards []string) error {
	deed := Deed{Key: "start %s", Args: []any{Name{"round", 0}}}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := startIn(ctx, tx, r, cards); err != nil {
			return err
		}
		return nameAct(ctx, tx, deed, r.ID)
	})
}

func startIn(ctx context.Context, tx *sql.Tx, r *data.Round, cards []string) error {
	if err := noneOpen(ctx, tx, 0); err != nil {
		return err
	}
	same, err := roundRows.query(ctx, tx, "WHERE code = ?", strings.TrimSpace(r.Code))
	if err != nil {
		return err
	}
	if len(same) > 0 {
		return data.Invalid("code", "An earlier round has this code; please choose another.")
	}
	if len(cards) == 0 {
		return data.Invalid("cards", "Please choose at least one card.")
	}
	if err := put(ctx, tx, roundRows, r); err != nil {
		return err
	}
	return deal(ctx, tx, r.ID, cards)
}

// noneOpen refuses a second open round beside the one with the ID.
func noneOpen(ctx context.Context, tx *sql.Tx, id int64) error {
	open, err := roundRows.query(ctx, tx, "WHERE closed_on IS NULL AND id <> ?", id)
	if err == nil && len(open) > 0 {
		err = data.Fault(data.CodeExists, "“%s” is still open; please close it first.", open[0].Name)
	}
	return err
}

// deal lays the cards of a round out.
func deal(ctx context.Context, tx *sql.Tx, roundID int64, cards []string) error {
	wanted := map[string]bool{}
	for _, c := range cards {
		wanted[c] = true
	}
	versions, err := cardVersionRows.query(ctx, tx, `WHERE version = (SELECT MAX(v.version) FROM card_version v WHERE v.card = card_version.card) ORDER BY rank, card`)
	if err != nil {
		return err
	}
	rank := 0
	for _, v := range versions {
		if !wanted[v.Card] {
			continue
		}
		rank++
		if err := put(ctx, tx, roundCardRows, &data.RoundCard{RoundID: roundID, CardVersionID: v.ID, Rank: rank}); err != nil {
			return err
		}
	}
	return nil
}

// keepsPromise leaves a round's scale as it was, and refuses to lower its threshold once answers have come: its forms
// promised it (data/README.md, Confidentiality).
func keepsPromise(ctx context.Context, tx *sql.Tx, was, now *data.Round) error {
	now.Scale = was.Scale
	if now.MinGroup >= was.MinGroup {
		return nil
	}
	var answered bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM response WHERE round_id = ?1)
		OR EXISTS (SELECT 1 FROM round_return WHERE round_id = ?1 AND returned > 0) OR EXISTS (SELECT 1 FROM tally WHERE round_id = ?1)`, was.ID).Scan(&answered)
	if err == nil && answered {
		err = data.Invalid("minGroup", "Answers have come in: this number may only rise, from %d on.", was.MinGroup)
	}
	return err
}

// CloseRound closes a round today.
func (s *Store) CloseRound(ctx context.Context, id int64) error {
	return edit(ctx, s, roundRows, id, Deed{Key: "close a round"}, func(r *data.Round) { r.ClosedOn = max(s.today(), r.OpenedOn) })
}

// ReopenRound opens a closed round again, as long as no other is open.
func (s *Store) ReopenRound(ctx context.Context, id int64) error {
	return s.act(ctx, Deed{Key: "open a round again"}, func(ctx context.Context, tx *sql.Tx) error {
		if err := noneOpen(ctx, tx, id); err != nil {
			return err
		}
		return editIn(ctx, tx, roundRows, id, func(r *data.Round) { r.ClosedOn = 0 })
	})
}

// EnterTally writes the counts of one card and channel over those there, in an
// open round. One visit to a card is one act.
func (s *Store) EnterTally(ctx context.Context, t data.Tally) error {
	deed := Deed{Key: "enter answers", Visit: Visit{Table: "tally", ID: t.RoundID, Field: t.Card + " " + string(t.Channel)}}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := stillOpen(ctx, tx, t.RoundID); err != nil {
			return err
		}
		found, err := tallyRows.query(ctx, tx, "WHERE round_id = ? AND card = ? AND channel = ?", t.RoundID, t.Card, t.Channel)
		if err != nil {
			return err
		}
		t.ID = 0
		if len(found) > 0 {
			t.ID = found[0].ID
		}
		return put(ctx, tx, tallyRows, &t)
	})
}

// SetReturned writes how many people answered an open round through a channel.
func (s *Store) SetReturned(ctx context.Context, roundID int64, channel data.AnswerChannel, returned int) error {
	deed := Deed{Key: "enter how many answered", Visit: Visit{Table: "round_return", ID: roundID, Field: string(channel)}}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := stillOpen(ctx, tx, roundID); err != nil {
			return err
		}
		row := data.RoundReturn{RoundID: roundID, Channel: channel}
		found, err := roundReturnRows.query(ctx, tx, "WHERE round_id = ? AND channel = ?", roundID, channel)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			row = found[0]
		}
		row.Returned = returned
		return put(ctx, tx, roundReturnRows, &row)
	})
}

// AddResponse keeps one person's answers without any trace of whose they are.
func (s *Store) AddResponse(ctx context.Context, r data.Response, answers []data.Answer) error {
	return s.act(ctx, Deed{Key: "take in 1 answer sheet"}, func(ctx context.Context, tx *sql.Tx) error {
		if err := stillOpen(ctx, tx, r.RoundID); err != nil {
			return err
		}
		return addResponse(ctx, tx, r, answers)
	})
}

// ImportResponses takes in questionnaires of an open round, in random order and
// without any trace of whose they are, as one act. One that belongs to another
// round, or asks about other cards, keeps all of them out.
func (s *Store) ImportResponses(ctx context.Context, roundID int64, channel data.AnswerChannel, filled []data.Filled) error {
	if len(filled) == 0 {
		return data.Fault(data.CodeNothing, "There are no answers to take in.")
	}
	filled = slices.Clone(filled)
	rand.Shuffle(len(filled), func(i, j int) { filled[i], filled[j] = filled[j], filled[i] })
	deed := Deed{Key: "take in %d answer sheet", Many: "take in %d answer sheets", N: len(filled)}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := stillOpen(ctx, tx, roundID); err != nil {
			return err
		}
		accepts, err := acceptedBy(ctx, tx, roundID)
		if err != nil {
			return err
		}
		for i := range filled {
			if err := accepts(&filled[i]); err != nil {
				return err
			}
			r := data.Response{RoundID: roundID, Channel: channel, Next: filled[i].Next}
			if err := addResponse(ctx, tx, r, filled[i].Answers); err != nil {
				return err
			}
		}
		return nil
	})
}

// acceptedBy checks whether a questionnaire is one of the round.
func acceptedBy(ctx context.Context, tx *sql.Tx, roundID int64) (func(*data.Filled) error, error) {
	round, err := roundRows.get(ctx, tx, roundID)
	if err != nil {
		return nil, err
	}
	cards, err := gather(ctx, tx, func(r *sql.Rows) (card string, err error) { return card, r.Scan(&card) },
		"SELECT v.card FROM round_card c JOIN card_version v ON v.id = c.card_version_id WHERE c.round_id = ?", roundID)
	if err != nil {
		return nil, err
	}
	most := 5
	if round.Scale == data.TrafficLight {
		most = 3
	}
	return func(f *data.Filled) error {
		if f.Code != "" && !strings.EqualFold(f.Code, round.Code) {
			return data.Fault(data.CodeInvalid, "An answer sheet belongs to another round (%s); nothing was taken in.", f.Code)
		}
		for _, a := range f.Answers {
			if !slices.Contains(cards, a.Card) || a.Value > most {
				return data.Fault(data.CodeInvalid, "An answer sheet does not fit this round (%s); nothing was taken in.", a.Card)
			}
		}
		return nil
	}, nil
}

// addResponse keeps one person's answers.
func addResponse(ctx context.Context, tx *sql.Tx, r data.Response, answers []data.Answer) error {
	if err := put(ctx, tx, responseRows, &r); err != nil {
		return err
	}
	for _, a := range answers {
		a.ID, a.ResponseID = 0, r.ID
		if err := put(ctx, tx, answerRows, &a); err != nil {
			return err
		}
	}
	return nil
}

func stillOpen(ctx context.Context, tx *sql.Tx, roundID int64) error {
	round, err := roundRows.get(ctx, tx, roundID)
	if err == nil && !round.Open() {
		err = data.Fault(data.CodeInvalid, "“%s” is closed; open it again to change its answers.", round.Name)
	}
	return err
}

// ChangeCard changes the wording of a card. While no round has used the newest
// wording it is changed in place; otherwise a new version is made, marked as the
// same meaning if the leader says so (data/README.md, Health cards).
func (s *Store) ChangeCard(ctx context.Context, card string, sameMeaning bool, change func(*data.CardVersion)) error {
	return s.act(ctx, Deed{Key: "change a card"}, func(ctx context.Context, tx *sql.Tx) error {
		found, err := cardVersionRows.query(ctx, tx, "WHERE card = ? ORDER BY version DESC LIMIT 1", card)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return gone()
		}
		row := found[0]
		var used bool
		if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM round_card WHERE card_version_id = ?)", row.ID).Scan(&used); err != nil {
			return err
		}
		key, version := row.Card, row.Version
		change(&row)
		row.Card, row.Version = key, version
		if used {
			row.ID, row.Version, row.MadeOn, row.SameMeaning = 0, version+1, s.today(), sameMeaning
		}
		return put(ctx, tx, cardVersionRows, &row)
	})
}
