package store

import (
	"context"
	"database/sql"
	"slices"

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

// AddItems adds items as one act, in the order given; their ids are set.
func (s *Store) AddItems(ctx context.Context, items []data.Item) (Done, error) {
	deed := onRows(Deed{Key: "add %d item", Many: "add %d items"}, Deed{Key: "add “%s”"}, "item", make([]int64, len(items)))
	done, err := s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		for i := range items {
			if err := s.addItem(ctx, tx, &items[i]); err != nil {
				return err
			}
		}
		if len(items) == 1 {
			return nameAct(ctx, tx, deed, items[0].ID)
		}
		return nil
	})
	if err != nil {
		for i := range items {
			items[i].ID = 0
		}
	}
	return done, err
}

// MoveItem puts an item into a column at a place counted from 0 at the top; a
// place past the end is the end. Parking gives a reason.
func (s *Store) MoveItem(ctx context.Context, id int64, to data.Column, index int, parkedReason string) error {
	_, err := s.MoveItems(ctx, []int64{id}, to, index, parkedReason)
	return err
}

// MoveItems puts items into a column, one below the other from a place on that is
// counted from 0 at the top, without them; a place past the end is the end. The day
// of each move is kept, and whether it passed the column's soft limit
// (data/README.md, Backlog). Parking gives a reason.
func (s *Store) MoveItems(ctx context.Context, ids []int64, to data.Column, index int, parkedReason string) (Done, error) {
	deed := Deed{Key: "move %d item to %s", Many: "move %d items to %s", N: len(ids), Args: []any{to.Phrase()}}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		others, err := itemRows.query(ctx, tx, "WHERE board_column = ? ORDER BY rank, id", to)
		if err != nil {
			return err
		}
		staying := len(others) // of those that move, as many are there already as passed the limit before
		others = slices.DeleteFunc(others, func(i data.Item) bool { return slices.Contains(ids, i.ID) })
		staying -= len(others)
		index = max(0, min(index, len(others)))
		for n, id := range ids {
			item, err := itemRows.get(ctx, tx, id)
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
			if err := rankAt(ctx, tx, &item, others, index+n); err != nil {
				return err
			}
			if err := put(ctx, tx, itemRows, &item); err != nil {
				return err
			}
			if from == to {
				staying--
			} else if err := s.noteMove(ctx, tx, &item, len(others)+staying); err != nil {
				return err
			}
			others = slices.Insert(others, index+n, item)
		}
		return nil
	})
}

// ChangeItems changes items as one act, each as it stands in the file by then; column and rank stay.
func (s *Store) ChangeItems(ctx context.Context, deed Deed, ids []int64, change func(*data.Item)) (Done, error) {
	return s.eachOf(ctx, onRows(deed, Deed{Key: "change “%s”"}, "item", ids), ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		return editIn(ctx, tx, itemRows, id, func(i *data.Item) {
			was := *i
			change(i)
			i.ID, i.Column, i.Rank = was.ID, was.Column, was.Rank
		})
	})
}

// RemoveItems takes items away, with what hangs on them.
func (s *Store) RemoveItems(ctx context.Context, ids []int64) (Done, error) {
	deed := onRows(Deed{Key: "remove %d item", Many: "remove %d items"}, Deed{Key: "remove “%s”"}, "item", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error { return itemRows.drop(ctx, tx, id) })
}

// RemoveStories takes value stories away.
func (s *Store) RemoveStories(ctx context.Context, ids []int64) (Done, error) {
	deed := onRows(Deed{Key: "remove %d story", Many: "remove %d stories"}, Deed{Key: "remove “%s”"}, "value_story", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error { return valueStoryRows.drop(ctx, tx, id) })
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
		others[n].Rank = rank
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
