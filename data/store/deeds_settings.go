package store

import (
	"context"
	"database/sql"
)

// ResetSettings brings the defaults of several settings back in one act.
func (s *Store) ResetSettings(ctx context.Context, keys ...string) (Done, error) {
	deed := Deed{Key: "bring the usual settings back", Noted: true}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		wanted := map[string]bool{}
		for _, key := range keys {
			wanted[key] = true
		}
		set, err := settingRows.query(ctx, tx, "")
		if err != nil {
			return err
		}
		for i := range set {
			if wanted[set[i].Key] {
				if err := settingRows.drop(ctx, tx, set[i].ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
