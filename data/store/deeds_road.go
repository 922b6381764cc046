package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// MarkRoad ticks or unticks a step of the road by the leader's own word; without
// byHand it takes that word back, so that what the program sees counts again.
func (s *Store) MarkRoad(ctx context.Context, step int, ticked, byHand bool) error {
	key := "tick a step of the road"
	if !ticked {
		key = "untick a step of the road"
	}
	return s.act(ctx, Deed{Key: key}, func(ctx context.Context, tx *sql.Tx) error {
		row := data.RoadMark{Step: step, ByHand: true}
		found, err := roadMarkRows.query(ctx, tx, "WHERE step = ? AND by_hand = 1", step)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			row = found[0]
		}
		switch {
		case byHand:
			row.On, row.Ticked = s.today(), ticked
			return put(ctx, tx, roadMarkRows, &row)
		case row.ID != 0:
			return roadMarkRows.drop(ctx, tx, row.ID)
		}
		return nil
	})
}

// NoteRoad notes on which day the program first saw steps of the road reached, so
// that they stay reached (data/README.md, Road). It is no deed of the leader:
// nothing to undo. A file open for reading only stays as it is.
func (s *Store) NoteRoad(ctx context.Context, steps []int) error {
	if len(steps) == 0 || s.readOnly {
		return nil
	}
	today := s.today()
	return s.aside(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, step := range steps {
			noted, err := roadMarkRows.query(ctx, tx, "WHERE step = ? AND by_hand = 0 AND ticked = 1", step)
			if err != nil {
				return err
			}
			if len(noted) > 0 {
				continue
			}
			if err := put(ctx, tx, roadMarkRows, &data.RoadMark{Step: step, On: today, Ticked: true}); err != nil {
				return err
			}
		}
		return nil
	})
}
