package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
)

// traces is what an erasure takes out of the journal.
type traces struct {
	rows  []Name                 // everything about these rows, and about rows removed with them
	names func(text string) bool // whatever holds a text of which this is true; nil for nothing
}

// actForGood is act for the one deed that cannot be undone: besides what work
// does, it takes the traces that work gathered out of the journal, and makes every
// act so far final.
func (s *Store) actForGood(ctx context.Context, d Deed, work func(context.Context, *sql.Tx) (traces, error)) error {
	d.Visit = Visit{}
	var gathered traces
	_, changed, err := s.perform(ctx, d, func(ctx context.Context, tx *sql.Tx) (err error) {
		gathered, err = work(ctx, tx)
		return err
	}, func(ctx context.Context, tx *sql.Tx, act int64) error {
		hanging, err := gather(ctx, tx, func(r *sql.Rows) (n Name, err error) {
			return n, r.Scan(&n.Table, &n.ID)
		}, "SELECT tbl, row_id FROM change WHERE act_id = ? AND op = 'delete'", act)
		if err != nil {
			return err
		}
		for _, row := range append(hanging, gathered.rows...) {
			if err := forget(ctx, tx, row); err != nil {
				return err
			}
		}
		if gathered.names != nil {
			if err := forgetNames(ctx, tx, gathered.names); err != nil {
				return err
			}
		}
		return raiseFloor(ctx, tx)
	})
	if err != nil {
		return s.explain(err)
	}
	s.publish(changed)
	return nil
}

// forgetNames removes the changes and the words of acts in which a text names
// somebody, as it was before and as it became.
func forgetNames(ctx context.Context, tx *sql.Tx, names func(string) bool) error {
	type kept struct {
		id   int64
		text string
	}
	scan := func(r *sql.Rows) (k kept, err error) { return k, r.Scan(&k.id, &k.text) }
	// The widest change is bounded by longestValue, so pages of ids keep memory flat.
	var after int64
	for {
		page, err := gather(ctx, tx, scan, `SELECT id, '[' || coalesce(before, 'null') || ',' || coalesce(after, 'null') || ']' FROM change
			WHERE id > ? ORDER BY id LIMIT 1000`, after)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, k := range page {
			if !anyText(k.text, names) {
				continue
			}
			if _, err := tx.ExecContext(ctx, "DELETE FROM change WHERE id = ?", k.id); err != nil {
				return err
			}
		}
		after = page[len(page)-1].id
	}
	acts, err := gather(ctx, tx, scan, "SELECT id, args FROM act WHERE args <> '[]'")
	if err != nil {
		return err
	}
	for _, a := range acts {
		if anyText(a.text, names) {
			if err := forgetWords(ctx, tx, a.id, a.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// anyText reports whether one of the texts in a JSON value is such; what doesn't
// read as JSON is looked at as it stands.
func anyText(raw string, such func(string) bool) bool {
	var value any
	if json.Unmarshal([]byte(raw), &value) != nil {
		return such(raw)
	}
	var within func(any) bool
	within = func(v any) bool {
		switch v := v.(type) {
		case string:
			return such(v)
		case []any:
			return slices.ContainsFunc(v, within)
		case map[string]any:
			for _, one := range v {
				if within(one) {
					return true
				}
			}
		}
		return false
	}
	return within(value)
}

// forget removes one row's changes, and the words of the acts that touched or
// named it.
func forget(ctx context.Context, tx *sql.Tx, row Name) error {
	type worded struct {
		id   int64
		args string
	}
	acts, err := gather(ctx, tx, func(r *sql.Rows) (w worded, err error) {
		return w, r.Scan(&w.id, &w.args)
	}, `SELECT id, args FROM act WHERE args <> '[]' AND (
			id IN (SELECT act_id FROM change WHERE tbl = ?1 AND row_id = ?2)
			OR EXISTS (SELECT 1 FROM json_tree(act.args) o
				WHERE o.type = 'object' AND o.value ->> 't' = ?1 AND o.value ->> 'id' = ?2))`, row.Table, row.ID)
	if err != nil {
		return err
	}
	for _, a := range acts {
		if err := forgetWords(ctx, tx, a.id, a.args); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM change WHERE tbl = ? AND row_id = ?", row.Table, row.ID)
	return err
}

// forgetWords takes the words out of an act's arguments.
func forgetWords(ctx context.Context, tx *sql.Tx, act int64, args string) error {
	erased, err := eraseArgs(args)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE act SET args = ? WHERE id = ?", erased, act)
	return err
}
