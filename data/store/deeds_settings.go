package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// ResetSettings brings the defaults of several settings back in one act.
func (s *Store) ResetSettings(ctx context.Context, keys ...string) error {
	deed := Deed{Key: "bring the usual settings back"}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		wanted := map[string]bool{}
		for _, key := range keys {
			wanted[key] = true
		}
		set, err := settingRows.query(ctx, tx, "")
		if err != nil {
			return err
		}
		changed := false
		for i := range set {
			if wanted[set[i].Key] {
				changed = true
				if err := settingRows.drop(ctx, tx, set[i].ID); err != nil {
					return err
				}
			}
		}
		if !changed {
			return data.Fault(data.CodeNothing, "Everything is as usual already.")
		}
		return nil
	})
}
