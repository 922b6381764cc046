package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"copleader/data"
)

// Act is one deed of the journal, or the undoing or redoing of one.
type Act struct {
	ID     int64
	At     time.Time
	Kind   string // "do", "note" for what undo passes over, "undo" or "redo"
	Deed   Deed   // for undo and redo, the deed that was undone or redone
	Undone bool   // a deed that does not stand at present
	// Field is what the deed changed, where its words say but that a row was changed and it was one field of it; zero else.
	// Only ActsWith looks it up.
	Field data.Phrase
}

// HistoryEntry tells what one act did to one row.
type HistoryEntry struct {
	Act
	Op     string // "insert", "update" or "delete"
	Fields []FieldChange
}

// FieldChange is one column's value before and after: nil, int64, float64 or string.
// A column that a later version renamed has its old name.
type FieldChange struct {
	Column        string
	Before, After any
}

// Acts lists the newest acts, the newest first.
func (s *Store) Acts(ctx context.Context, limit int) (acts []Act, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		acts, err = s.readActs(ctx, q, "ORDER BY a.id DESC LIMIT ?", limit)
		return err
	})
	return acts, err
}

// History tells the newest acts that touched one row, the newest first. Undoing
// and redoing them are entries of their own.
func (s *Store) History(ctx context.Context, table string, rowID int64, limit int) (entries []HistoryEntry, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		entries, err = s.readHistory(ctx, q, Name{table, rowID}, limit)
		return err
	})
	return entries, err
}

// readActs reads acts with their words; undo and redo take the words of their deed.
func (s *Store) readActs(ctx context.Context, q querier, tail string, args ...any) ([]Act, error) {
	var kept []string
	acts, err := gather(ctx, q, func(r *sql.Rows) (a Act, err error) {
		var at, words string
		err = r.Scan(&a.ID, &at, &a.Kind, &a.Undone, &a.Deed.Key, &a.Deed.Many, &a.Deed.N, &words)
		a.At = parseActTime(at)
		kept = append(kept, words)
		return a, err
	}, `SELECT a.id, a.at, a.kind, a.undone_by IS NOT NULL, d.key, d.many, d.n, d.args
		FROM act a JOIN act d ON d.id = coalesce(a.of_id, a.id) `+tail, args...)
	if err != nil {
		return nil, err
	}
	names := map[Name]any{}
	for i := range acts {
		acts[i].Deed.Args = decodeArgs(kept[i], func(n Name) any {
			if names[n] == nil {
				names[n] = s.nameOf(ctx, q, n)
			}
			return names[n]
		})
	}
	return acts, nil
}

// ActsWith reads acts by their numbers; those that are not there, forgotten meanwhile, are left out.
func (s *Store) ActsWith(ctx context.Context, ids ...int64) (acts map[int64]Act, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		acts, err = s.actsWith(ctx, q, ids)
		return err
	})
	return acts, err
}

func (s *Store) actsWith(ctx context.Context, q querier, ids []int64) (map[int64]Act, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	acts, err := s.readActs(ctx, q, "WHERE a.id IN (SELECT value FROM json_each(?))", string(list))
	if err != nil {
		return nil, err
	}
	fields, err := changedFields(ctx, q, string(list))
	byID := make(map[int64]Act, len(acts))
	for _, a := range acts {
		if a.Kind != kindNote && strings.HasPrefix(a.Deed.Key, "change ") {
			a.Field = fields[a.ID]
		}
		byID[a.ID] = a
	}
	return byID, err
}

// changedFields are the labels of the fields that acts changed which changed one field of one row alone; ids are a JSON array.
func changedFields(ctx context.Context, q querier, ids string) (map[int64]data.Phrase, error) {
	type changed struct {
		act           int64
		table, column string
	}
	all, err := gather(ctx, q, func(r *sql.Rows) (c changed, err error) {
		return c, r.Scan(&c.act, &c.table, &c.column)
	}, `WITH lone AS (SELECT a.id AS act, min(c.id) AS change FROM act a JOIN change c ON c.act_id = coalesce(a.of_id, a.id)
			WHERE a.id IN (SELECT value FROM json_each(?)) GROUP BY a.id HAVING count(*) = 1 AND min(c.op) = 'update')
		SELECT lone.act, c.tbl, min(k.key) FROM lone JOIN change c ON c.id = lone.change, json_each(c.after) k
		WHERE k.key <> 'id' GROUP BY lone.act HAVING count(*) = 1`, ids)
	fields := map[int64]data.Phrase{}
	for _, c := range all {
		if say := speakers()[c.table]; say != nil {
			fields[c.act], _, _ = say(c.column, nil)
		}
	}
	return fields, err
}

func (s *Store) readDeed(ctx context.Context, q querier, act int64) (Deed, error) {
	acts, err := s.readActs(ctx, q, "WHERE a.id = ?", act)
	if err != nil {
		return Deed{}, err
	}
	if len(acts) != 1 {
		return Deed{}, sql.ErrNoRows
	}
	return acts[0].Deed, nil
}

func (s *Store) readHistory(ctx context.Context, q querier, row Name, limit int) ([]HistoryEntry, error) {
	acts, err := s.readActs(ctx, q, `WHERE coalesce(a.of_id, a.id) IN (SELECT act_id FROM change WHERE tbl = ? AND row_id = ?)
		ORDER BY a.id DESC LIMIT ?`, row.Table, row.ID, limit)
	if err != nil {
		return nil, err
	}
	var entries []HistoryEntry
	for _, a := range acts {
		made, err := readEntries(ctx, q, a, row)
		if err != nil {
			return nil, err
		}
		entries = append(entries, made...)
	}
	return entries, nil
}

// readEntries tells what one act did to the row, newest first. An undo did the
// reverse of the act's changes, in reverse.
func readEntries(ctx context.Context, q querier, a Act, row Name) ([]HistoryEntry, error) {
	undo := a.Kind == kindUndo
	order := "DESC"
	if undo {
		order = "ASC"
	}
	changes, err := gather(ctx, q, func(r *sql.Rows) (c changeRow, err error) {
		return c, r.Scan(&c.id, &c.op)
	}, fmt.Sprintf(`SELECT id, op FROM change WHERE act_id = (SELECT coalesce(of_id, id) FROM act WHERE id = ?)
		AND tbl = ? AND row_id = ? ORDER BY id %s`, order), a.ID, row.Table, row.ID)
	if err != nil {
		return nil, err
	}
	var entries []HistoryEntry
	for _, c := range changes {
		e := HistoryEntry{Act: a, Op: c.op}
		if e.Fields, err = readFields(ctx, q, c.id); err != nil {
			return nil, err
		}
		if undo {
			e.Op = backward.turned[c.op]
			for i, f := range e.Fields {
				e.Fields[i].Before, e.Fields[i].After = f.After, f.Before
			}
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// readFields reads a change column by column, decoded by SQLite, which keeps
// numbers exact.
func readFields(ctx context.Context, q querier, change int64) ([]FieldChange, error) {
	return gather(ctx, q, func(r *sql.Rows) (f FieldChange, err error) {
		err = r.Scan(&f.Column, &f.Before, &f.After)
		return f, err
	}, `SELECT k.key, b.atom, a.atom
		FROM change c, json_each(coalesce(c.before, c.after)) k
		LEFT JOIN json_each(c.before) b ON b.key = k.key
		LEFT JOIN json_each(c.after) a ON a.key = k.key
		WHERE c.id = ? ORDER BY k.id`, change)
}
