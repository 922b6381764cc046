package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// fold joins the newest changes of an act while they are updates of one row, so
// that a visit to a field keeps what was there before and after it, and not every
// state between. Only neighbours are joined: what happened to other rows between
// them may have depended on the order.
func (s *Store) fold(ctx context.Context, tx *sql.Tx, act int64) error {
	for {
		last, err := gather(ctx, tx, func(r *sql.Rows) (c changeRow, err error) {
			return c, r.Scan(&c.id, &c.table, &c.row, &c.op)
		}, "SELECT id, tbl, row_id, op FROM change WHERE act_id = ? ORDER BY id DESC LIMIT 2", act)
		if err != nil || len(last) < 2 {
			return err
		}
		later, earlier := last[0], last[1]
		if later.op != "update" || earlier.op != "update" || later.table != earlier.table || later.row != earlier.row {
			return nil
		}
		joined, err := s.join(ctx, tx, earlier, later)
		if err != nil || !joined {
			return err
		}
	}
}

// join makes one update of two; it reports false when they do not follow each
// other, which must not happen.
func (s *Store) join(ctx context.Context, tx *sql.Tx, earlier, later changeRow) (bool, error) {
	pieces, err := s.pieces(ctx, tx, earlier, later)
	if err != nil || pieces == "" {
		return false, err
	}
	var before, after string
	var n int
	err = tx.QueryRowContext(ctx, "SELECT json_group_object(k, b), json_group_object(k, a), count(*) FROM ("+pieces+") WHERE b IS NOT a",
		earlier.id, later.id).Scan(&before, &after, &n)
	if err != nil {
		return false, err
	}
	if n == 0 { // back to what it was
		_, err = tx.ExecContext(ctx, "DELETE FROM change WHERE id IN (?, ?)", earlier.id, later.id)
		return true, err
	}
	if _, err = tx.ExecContext(ctx, "UPDATE change SET before = ?, after = ? WHERE id = ?", before, after, earlier.id); err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM change WHERE id = ?", later.id)
	return true, err
}

// pieces writes a query for each column of the two updates, in the order of the
// table as the triggers have it: k the column, b before both, a after both. ?1 is
// the earlier change and ?2 the later. It is empty when the two do not join.
func (s *Store) pieces(ctx context.Context, tx *sql.Tx, earlier, later changeRow) (string, error) {
	t := s.layout.byName[earlier.table]
	if t == nil {
		return "", nil
	}
	const touched = `SELECT e.key IS NOT NULL, l.key IS NOT NULL,
		json_extract((SELECT after FROM change WHERE id = ?1), ?3) IS json_extract((SELECT before FROM change WHERE id = ?2), ?3)
		FROM (SELECT 1) LEFT JOIN json_each((SELECT before FROM change WHERE id = ?1)) e ON e.key = ?4
		LEFT JOIN json_each((SELECT before FROM change WHERE id = ?2)) l ON l.key = ?4`
	var parts []string
	for _, c := range t.columns {
		var inEarlier, inLater, follows bool
		if err := tx.QueryRowContext(ctx, touched, earlier.id, later.id, "$."+c, c).Scan(&inEarlier, &inLater, &follows); err != nil {
			return "", err
		}
		from, to := "?1", "?2"
		switch {
		case inEarlier && inLater && !follows:
			return "", nil
		case !inEarlier && !inLater:
			continue
		case !inLater:
			to = "?1"
		case !inEarlier:
			from = "?2"
		}
		parts = append(parts, fmt.Sprintf(`SELECT '%s' AS k, json_extract((SELECT before FROM change WHERE id = %s), '$.%s') AS b,
			json_extract((SELECT after FROM change WHERE id = %s), '$.%s') AS a`, c, from, c, to, c))
	}
	return strings.Join(parts, "\nUNION ALL "), nil
}
