package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"copleader/data"
)

// Bringable is whether something that an act took away can come back.
type Bringable struct {
	May bool
	// Missing tells that something is away, and Forgotten that it is of somebody who was forgotten for good.
	Missing, Forgotten bool
}

// Bringable looks whether BringBack would put anything back.
func (s *Store) Bringable(ctx context.Context, act int64) (b Bringable, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		rows, side, err := goneRows(ctx, q, act)
		if data.IsCode(err, data.CodeNothing) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, r := range rows {
			t := s.layout.byName[r.table]
			there, err := isThere(ctx, q, r.table, r.row)
			if t == nil || err != nil || there {
				if err != nil {
					return err
				}
				continue
			}
			b.Missing = true
			owners, forgotten, err := t.ownersAreThere(ctx, q, r, side)
			if err != nil {
				return err
			}
			if owners {
				b.May = true
				return nil // what hangs on it comes with it
			}
			b.Forgotten = b.Forgotten || forgotten
		}
		if !b.Missing {
			b.Forgotten, err = ofForgotten(ctx, q, act)
		}
		return err
	})
	return b, err
}

// ownersAreThere tells whether the rows are there to which one that is gone belonged, and if not, whether one of them was forgotten.
func (t *journalled) ownersAreThere(ctx context.Context, q querier, r changeRow, side string) (all, forgotten bool, err error) {
	all = true
	for _, ref := range t.refs {
		if !ref.belongs {
			continue
		}
		var id sql.NullInt64
		err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT json_extract(%s, '$.%s') FROM change WHERE id = ?", side, ref.column), r.id).Scan(&id)
		if err != nil {
			return false, false, err
		}
		if !id.Valid {
			continue
		}
		there, err := isThere(ctx, q, ref.table, id.Int64)
		if err != nil {
			return false, false, err
		}
		if all = all && there; !there && ref.table == memberRows.name {
			gone, err := isForgotten(ctx, q, id.Int64)
			if err != nil {
				return false, false, err
			}
			forgotten = forgotten || gone
		}
	}
	return all, forgotten, nil
}

// isForgotten tells whether neither the file nor the journal knows a person who was there.
func isForgotten(ctx context.Context, q querier, memberID int64) (bool, error) {
	_, err := known(ctx, q, memberID)
	if data.IsCode(err, data.CodeNotFound) {
		return true, nil
	}
	return false, err
}

// ofForgotten tells whether an act was about somebody whom the journal had to forget.
func ofForgotten(ctx context.Context, q querier, act int64) (bool, error) {
	var text string
	err := q.QueryRowContext(ctx, "SELECT args FROM act WHERE id = ? AND id < (SELECT max(id) FROM act WHERE key = ?)", act, forgetKey).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	var failed error
	is := slices.ContainsFunc(decodeArgs(text, func(n Name) any { return n }), func(arg any) bool {
		n, row := arg.(Name)
		if !row || n.Table != memberRows.name {
			return arg == any(erasedArg)
		}
		gone, err := isForgotten(ctx, q, n.ID)
		failed = errors.Join(failed, err)
		return gone
	})
	return is, failed
}
