package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// addItem adds an item within an act.
func (s *Store) addItem(ctx context.Context, tx *sql.Tx, i *data.Item) error {
	today := s.today()
	if i.CreatedOn == 0 {
		i.CreatedOn = today
	}
	others, err := itemRows.query(ctx, tx, "WHERE board_column = ? ORDER BY rank, id", i.Column)
	if err != nil {
		return err
	}
	if err := rankAt(ctx, tx, i, others, len(others)); err != nil {
		return err
	}
	enter(i, i.Column, today)
	if err := put(ctx, tx, itemRows, i); err != nil {
		return err
	}
	return s.noteMove(ctx, tx, i, len(others))
}

// MoveItem puts an item into a column at a place counted from 0 at the top; a
// place past the end is the end. The day of the move is kept, and whether it
// passed the column's soft limit (data/README.md, Backlog). Parking gives a
// reason.
func (s *Store) MoveItem(ctx context.Context, id int64, to data.Column, index int, parkedReason string) error {
	return s.act(ctx, Deed{Key: "move 1 item to %s", Args: []any{to.Phrase()}}, func(ctx context.Context, tx *sql.Tx) error {
		item, err := itemRows.get(ctx, tx, id)
		if err != nil {
			return err
		}
		others, err := itemRows.query(ctx, tx, "WHERE board_column = ? AND id <> ? ORDER BY rank, id", to, id)
		if err != nil {
			return err
		}
		from := item.Column
		if from != to {
			enter(&item, to, s.today())
			item.ParkedReason = ""
			if to == data.ColumnParked {
				item.ParkedReason = parkedReason
			}
		}
		if err := rankAt(ctx, tx, &item, others, index); err != nil {
			return err
		}
		if err := put(ctx, tx, itemRows, &item); err != nil || from == to {
			return err
		}
		return s.noteMove(ctx, tx, &item, len(others))
	})
}

// enter sets what follows from an item's column.
func enter(i *data.Item, to data.Column, today data.Date) {
	i.Column = to
	switch to {
	case data.ColumnDoing:
		if i.StartedOn == 0 {
			i.StartedOn = today
		}
		i.DoneOn = 0
	case data.ColumnDone:
		i.DoneOn = today
	default:
		i.DoneOn = 0
	}
}

// rankSpace lies between the ranks of neighbours, so that as a rule only the moved item is written.
const rankSpace = 1024

// rankAt gives the item its rank among the others of its column.
func rankAt(ctx context.Context, tx *sql.Tx, item *data.Item, others []data.Item, index int) error {
	index = max(0, min(index, len(others)))
	low, high := 0, 0
	if index > 0 {
		low = others[index-1].Rank
	}
	if index < len(others) {
		high = others[index].Rank
	} else {
		high = low + 2*rankSpace
	}
	if high-low > 1 {
		item.Rank = low + (high-low)/2
		return nil
	}
	for n := range others {
		rank := (n + 1) * rankSpace
		if n >= index {
			rank += rankSpace
		}
		if _, err := tx.ExecContext(ctx, "UPDATE item SET rank = ? WHERE id = ? AND rank <> ?", rank, others[n].ID, rank); err != nil {
			return err
		}
	}
	item.Rank = (index + 1) * rankSpace
	return nil
}

// noteMove keeps the day an item entered its column, where others stood before it.
func (s *Store) noteMove(ctx context.Context, tx *sql.Tx, i *data.Item, others int) error {
	var core int
	err := tx.QueryRowContext(ctx, "SELECT COUNT(DISTINCT member_id) FROM member_role WHERE role = ? AND to_day IS NULL", data.RoleCoreTeam).Scan(&core)
	if err != nil {
		return err
	}
	limit := data.LimitOf(i.Column, core+1) // the leader is of the core, too
	move := data.ItemMove{ItemID: i.ID, Column: i.Column, On: s.today(), Overrun: limit > 0 && others+1 > limit}
	return put(ctx, tx, itemMoveRows, &move)
}

// AddVotes adds dots to an item, or takes some away; never fewer than none.
func (s *Store) AddVotes(ctx context.Context, id int64, n int) error {
	return edit(ctx, s, itemRows, id, Deed{Key: "vote for an item", Visit: Visit{Table: "item", ID: id, Field: "votes"}}, func(i *data.Item) {
		i.Votes = max(0, i.Votes+n)
	})
}

// AnswerHelp notes that a help request was answered on a day, for the first time
// unless that is known already. With somebody named it is their contribution,
// and whoever asked was helped, once (data/README.md, Contributions, Styles).
func (s *Store) AnswerHelp(ctx context.Context, itemID, by int64, on data.Date) error {
	if on.IsZero() {
		return data.Invalid("on", "Please give a date.")
	}
	deed := Deed{Key: "note who answered “%s”", Args: []any{Name{"item", itemID}}}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		var asked int64
		err := editIn(ctx, tx, itemRows, itemID, func(i *data.Item) {
			asked = i.ProposerID
			if i.AnsweredOn == 0 || on < i.AnsweredOn {
				i.AnsweredOn = on
			}
		})
		if err != nil || by == 0 || by == asked {
			return err
		}
		given, err := contributionRows.query(ctx, tx, "WHERE item_id = ? AND member_id = ? AND kind = ?", itemID, by, data.Helped)
		if err == nil && len(given) == 0 {
			err = put(ctx, tx, contributionRows, &data.Contribution{MemberID: by, On: on, Kind: data.Helped, ItemID: itemID})
		}
		if err != nil || asked == 0 {
			return err
		}
		had, err := helpReceivedRows.query(ctx, tx, "WHERE item_id = ? AND member_id = ?", itemID, asked)
		if err == nil && len(had) == 0 {
			err = put(ctx, tx, helpReceivedRows, &data.HelpReceived{MemberID: asked, On: on, ItemID: itemID})
		}
		return err
	})
}
