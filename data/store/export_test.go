package store

import (
	"context"
	"fmt"
)

// Repeat writes many acts of one change each, all in one transaction, for benchmarks.
func Repeat(s *Store, acts int) error {
	ctx := context.Background()
	tx, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for i := range acts {
		if _, err := insertAct(ctx, tx, `INSERT INTO act (at, kind, key, args) VALUES (?, 'do', 'change %s', '[{"t":"member","id":2}]')`,
			s.clock().UTC().AddDate(0, 0, -(acts-i)/100).Format(actTime)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE member SET note = ? WHERE id = 2", fmt.Sprintf("note %d of many", i)); err != nil {
			return err
		}
	}
	if err := setOpenAct(ctx, tx, nil); err != nil {
		return err
	}
	return s.commit(ctx, tx, nil)
}
