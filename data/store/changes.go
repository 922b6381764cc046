package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"copleader/data"
)

// RowChange tells what one act did to one row, in words.
type RowChange struct {
	Row Name
	// Called is what the row is called, or the rows it belongs to, and a phrase where nobody knows any more; there may be none.
	Called []any
	// Kind is what rows of its table are called where the row has no name of its own, zero else.
	Kind   data.Phrase
	Op     string // "insert", "update" or "delete"
	Fields []ChangedField
}

// ChangedField is one field's value before and after, in words; empty phrases stand for nothing.
type ChangedField struct {
	Column        string
	Label         data.Phrase // zero for a field that nobody sees
	Before, After data.Phrase
}

// Changes tells what an act did, row by row in the order in which it was done, up to so many rows, and how many more there are.
func (s *Store) Changes(ctx context.Context, act int64, most int) (changes []RowChange, more int, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		changes, more, err = s.readChanges(ctx, q, act, most)
		return err
	})
	return changes, more, err
}

func (s *Store) readChanges(ctx context.Context, q querier, act int64, most int) (list []RowChange, more int, err error) {
	var of, all int64
	var kind string
	err = q.QueryRowContext(ctx, "SELECT coalesce(of_id, id), kind FROM act WHERE id = ?", act).Scan(&of, &kind)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, 0, nil // forgotten meanwhile
	}
	if err == nil {
		err = q.QueryRowContext(ctx, "SELECT count(*) FROM change WHERE act_id = ?", of).Scan(&all)
	}
	if err != nil {
		return nil, 0, err
	}
	undo, order := kind == kindUndo, "ASC"
	if undo {
		order = "DESC"
	}
	rows, err := gather(ctx, q, func(r *sql.Rows) (c changeRow, err error) {
		return c, r.Scan(&c.id, &c.table, &c.row, &c.op)
	}, fmt.Sprintf("SELECT id, tbl, row_id, op FROM change WHERE act_id = ? ORDER BY id %s LIMIT ?", order), of, most)
	if err != nil {
		return nil, 0, err
	}
	w := &rowWords{store: s, q: q, names: map[Name]any{}}
	for _, c := range rows {
		one, err := w.change(ctx, c, undo)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, one)
	}
	return list, int(all) - len(list), nil
}

// rowWords words changes of rows, and remembers what rows are called.
type rowWords struct {
	store *Store
	q     querier
	names map[Name]any
}

func (w *rowWords) change(ctx context.Context, c changeRow, undo bool) (RowChange, error) {
	made := RowChange{Row: Name{c.table, c.row}, Op: c.op}
	if undo {
		made.Op = backward.turned[c.op]
	}
	fields, err := readFields(ctx, w.q, c.id)
	if err != nil {
		return made, err
	}
	t := w.store.layout.byName[c.table]
	if t == nil {
		return made, nil // of a version that had such a table
	}
	for _, f := range fields {
		if f.Column == "id" {
			continue
		}
		if undo {
			f.Before, f.After = f.After, f.Before
		}
		made.Fields = append(made.Fields, w.field(ctx, t, f))
	}
	named := false
	if made.Called, named, err = w.called(ctx, t, c.row, fields); !named {
		made.Kind = tableTitle(t.name)
	}
	if err == nil && t.name == settingRows.name {
		retellRule(&made)
	}
	return made, err
}

// retellRule words the change of a rule's number as people read rules: by its sentence before and after. A number that was never
// set, or is no longer, is the rule's own.
func retellRule(made *RowChange) {
	at := slices.IndexFunc(data.ThresholdRules, func(r data.ThresholdRule) bool { return len(made.Called) == 1 && made.Called[0] == r.Key })
	if at < 0 {
		return
	}
	rule := data.ThresholdRules[at]
	sentence := func(stored data.Phrase) data.Phrase {
		n := rule.Default
		if len(stored.Args) == 1 {
			if set, err := strconv.Atoi(fmt.Sprint(stored.Args[0])); err == nil {
				n = set
			}
		}
		return rule.Sentence(n)
	}
	told := ChangedField{Label: data.Say("Rule")}
	for _, f := range made.Fields {
		if f.Column == "choice" {
			told.Column, told.Before, told.After = f.Column, sentence(f.Before), sentence(f.After)
		}
	}
	made.Op, made.Called, made.Fields = "update", []any{data.Say("Settings")}, []ChangedField{told}
}

// field words one column: a reference by the name of what it refers to.
func (w *rowWords) field(ctx context.Context, t *journalled, f FieldChange) ChangedField {
	made := ChangedField{Column: f.Column}
	say := speakers()[t.name]
	if say == nil {
		return made
	}
	made.Label, made.Before, _ = say(f.Column, f.Before)
	_, made.After, _ = say(f.Column, f.After)
	for _, ref := range t.refs {
		if ref.column == f.Column {
			made.Before, made.After = w.reference(ctx, ref, f.Before), w.reference(ctx, ref, f.After)
		}
	}
	return made
}

func (w *rowWords) reference(ctx context.Context, ref reference, stored any) data.Phrase {
	id, is := stored.(int64)
	if !is {
		return data.Phrase{}
	}
	return data.Say("%s", w.name(ctx, Name{ref.table, id}))
}

func (w *rowWords) name(ctx context.Context, n Name) any {
	if w.names[n] == nil {
		w.names[n] = w.store.nameOf(ctx, w.q, n)
	}
	return w.names[n]
}

// calledBy are columns that say what a row without a name is, where it has one of them.
var calledBy = []string{"wording", "what", "step", "question", "document"}

// called is what a row is called: by its name, or else by what it says and by the rows it belongs to; named tells that it says itself.
func (w *rowWords) called(ctx context.Context, t *journalled, row int64, fields []FieldChange) (called []any, named bool, err error) {
	if t.title != "" {
		if name := w.name(ctx, Name{t.name, row}); isName(name) {
			return []any{name}, true, nil
		}
	}
	known := map[string]any{}
	for _, f := range fields {
		known[f.Column] = f.After
		if f.After == nil {
			known[f.Column] = f.Before
		}
	}
	for _, column := range calledBy {
		if !t.has(column) {
			continue
		}
		value, err := w.value(ctx, t, row, column, known)
		if err != nil {
			return nil, false, err
		}
		if text, is := value.(string); is && text != "" {
			called, named = append(called, text), true
		}
	}
	for _, ref := range t.refs {
		if !ref.belongs {
			continue
		}
		value, err := w.value(ctx, t, row, ref.column, known)
		if err != nil {
			return nil, false, err
		}
		if id, is := value.(int64); is {
			called = append(called, w.name(ctx, Name{ref.table, id}))
		}
	}
	return called, named, nil
}

// isName tells the name of a row, alone or with its day, from the words for one of which nobody knows any more what it was called.
func isName(name any) bool {
	said, is := name.(data.Phrase)
	return !is || len(said.Args) > 0
}

// value is what a row has in a column: by the change itself, by the file, or by the newest record of the row that has it.
func (w *rowWords) value(ctx context.Context, t *journalled, row int64, column string, known map[string]any) (value any, err error) {
	if value, has := known[column]; has {
		return value, nil
	}
	err = w.q.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE id = ?", column, t.name), row).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = w.q.QueryRowContext(ctx, fmt.Sprintf(`SELECT json_extract(coalesce(before, after), '$.%s') FROM change
			WHERE tbl = ? AND row_id = ? AND op IN ('delete', 'insert') ORDER BY id DESC LIMIT 1`, column), t.name, row).Scan(&value)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, err
}
