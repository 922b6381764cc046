package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// ActMark is an act before its words are read: enough to stand in a list.
type ActMark struct {
	ID   int64
	At   time.Time
	Kind string
	Of   int64 // for undo and redo, the act that was undone or redone
	// Undone is a deed that does not stand at present.
	Undone bool
}

// ActFilter says which acts are looked for; the zero value looks for all.
type ActFilter struct {
	// Row is what was changed, or what the changed rows hang on: a person, an event, an item, a round.
	Row Name
	// Card is the key of the health card that the changed rows are about.
	Card string
	// Gone are acts that took something away which is not there now.
	Gone bool
	// Noted are documents made and settings changed.
	Noted bool
	// Matches, if given, has the last word; it is called with no lock on the file. The texts are those of the act's records.
	Matches func(a Act, texts []string) bool
}

// plain tells that acts need not be looked into.
func (f ActFilter) plain() bool {
	return f.Row == (Name{}) && f.Card == "" && !f.Gone && !f.Noted && f.Matches == nil
}

// How many acts, and how many of their changes, one page looks at: each page is a short reading, so that no deed waits for it.
const (
	marksPage   = 2000
	actsPage    = 400
	changesPage = 5000
)

// ActScan looks through the acts, the newest first, page by page. Use it from one goroutine.
type ActScan struct {
	store  *Store
	filter ActFilter
	before int64
	rows   map[Name]bool // those that belong to filter.Row, as far as is known
}

// ScanActs begins to look through the acts.
func (s *Store) ScanActs(f ActFilter) *ActScan { return &ActScan{store: s, filter: f, before: 1 << 62} }

// Next gives those acts of the next page that are looked for; done tells that there is no further page.
func (c *ActScan) Next(ctx context.Context) (marks []ActMark, done bool, err error) {
	if c.filter.plain() {
		return c.nextMarks(ctx)
	}
	var page []looked
	err = c.store.read(ctx, func(ctx context.Context, q querier) error {
		if c.rows == nil {
			if err := c.gatherRows(ctx, q); err != nil {
				return err
			}
		}
		page, done, err = c.readPage(ctx, q)
		return err
	})
	if err != nil {
		return nil, false, err
	}
	for i := range page {
		if m := c.filter.Matches; m == nil || m(page[i].act, page[i].texts()) {
			marks = append(marks, page[i].ActMark)
		}
	}
	return marks, done, nil
}

// nextMarks is a page where every act is looked for.
func (c *ActScan) nextMarks(ctx context.Context) (marks []ActMark, done bool, err error) {
	err = c.store.read(ctx, func(ctx context.Context, q querier) error {
		marks, err = gather(ctx, q, scanMark, markColumns+" FROM act WHERE id < ? ORDER BY id DESC LIMIT ?", c.before, marksPage)
		return err
	})
	if len(marks) > 0 {
		c.before = marks[len(marks)-1].ID
	}
	return marks, len(marks) < marksPage, err
}

const markColumns = "SELECT id, at, kind, coalesce(of_id, 0), undone_by IS NOT NULL"

func scanMark(r *sql.Rows) (m ActMark, err error) {
	var at string
	err = r.Scan(&m.ID, &at, &m.Kind, &m.Of, &m.Undone)
	m.At = parseActTime(at)
	return m, err
}

// looked is an act that was looked into.
type looked struct {
	ActMark
	act     Act
	records []string
}

// texts are the texts of the records.
func (l *looked) texts() (texts []string) {
	for _, record := range l.records {
		var values map[string]any
		if json.Unmarshal([]byte(record), &values) != nil {
			continue // a forged one
		}
		for _, v := range values {
			if text, is := v.(string); is && text != "" {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

// readPage reads the next acts with their changes and leaves those that fit, but for Matches.
func (c *ActScan) readPage(ctx context.Context, q querier) (fitting []looked, done bool, err error) {
	marks, err := gather(ctx, q, scanMark, markColumns+" FROM act WHERE id < ? ORDER BY id DESC LIMIT ?", c.before, actsPage)
	if err != nil || len(marks) == 0 {
		return nil, true, err
	}
	done = len(marks) < actsPage
	records, through, err := readRecords(ctx, q, marks[len(marks)-1].ID, marks[0].ID)
	if err != nil {
		return nil, false, err
	}
	for i, m := range marks {
		if m.ID < through && i > 0 {
			marks, done = marks[:i], false
			break
		}
		l := looked{ActMark: m}
		fits, err := c.lookInto(ctx, q, &l, records[m.ID])
		if err != nil {
			return nil, false, err
		}
		if fits {
			fitting = append(fitting, l)
		}
	}
	c.before = marks[len(marks)-1].ID
	if c.filter.Matches != nil {
		err = c.word(ctx, q, fitting)
	}
	return fitting, done, err
}

// readRecords reads the records of acts, the newest first, up to so many, and tells down to which act all are read. Of one act alone
// with more than that, such as an import, the others are passed over.
func readRecords(ctx context.Context, q querier, oldest, newest int64) (of map[int64][]record, through int64, err error) {
	all, err := gather(ctx, q, scanRecord, recordColumns+" WHERE act_id BETWEEN ? AND ? ORDER BY act_id DESC, id DESC LIMIT ?", oldest, newest, changesPage)
	if err != nil {
		return nil, 0, err
	}
	of = map[int64][]record{}
	for _, r := range all {
		of[r.act] = append(of[r.act], r)
	}
	if len(all) == changesPage {
		through = all[len(all)-1].act + 1
	}
	return of, through, nil
}

// word reads the words of acts.
func (c *ActScan) word(ctx context.Context, q querier, fitting []looked) error {
	ids := make([]int64, len(fitting))
	for i := range fitting {
		ids[i] = fitting[i].ID
	}
	acts, err := c.store.actsWith(ctx, q, ids)
	if err != nil {
		return err
	}
	for i := range fitting {
		fitting[i].act = acts[fitting[i].ID]
	}
	return nil
}

// lookInto tells whether an act fits by its records. An undo is looked into by those of what it undid.
func (c *ActScan) lookInto(ctx context.Context, q querier, l *looked, records []record) (fits bool, err error) {
	f := c.filter
	switch {
	case f.Noted && l.Kind != kindNote, f.Gone && l.Of != 0:
		return false, nil
	case l.Of != 0:
		records, err = gather(ctx, q, scanRecord, recordColumns+" WHERE act_id = ? ORDER BY id DESC LIMIT ?", l.Of, changesPage)
		if err != nil {
			return false, err
		}
	}
	fits = f.Row == (Name{}) && f.Card == ""
	for i := range records {
		// Every record is looked at: one further on may tell of a row that hangs on the one looked for.
		fits = c.about(&records[i]) || fits
		if f.Matches != nil {
			l.records = append(l.records, records[i].before, records[i].after)
		}
	}
	if fits && f.Gone {
		fits, err = c.tookAway(ctx, q, l.ActMark, records)
	}
	return fits, err
}

// tookAway tells whether a row that the act removed, or that went with the undoing of the act, is not there now.
func (c *ActScan) tookAway(ctx context.Context, q querier, m ActMark, records []record) (bool, error) {
	for _, r := range records {
		t := c.store.layout.byName[r.Table]
		if t == nil || r.op != goneBy(m.Undone) {
			continue
		}
		there, err := isThere(ctx, q, t.name, r.ID)
		if err != nil || !there {
			return err == nil, err
		}
	}
	return false, nil
}

// goneBy is the operation whose rows are gone while an act stands, or while it is undone.
func goneBy(undone bool) string {
	if undone {
		return "insert"
	}
	return "delete"
}

func isThere(ctx context.Context, q querier, table string, id int64) (there bool, err error) {
	err = q.QueryRowContext(ctx, fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE id = ?)", table), id).Scan(&there)
	return there, err
}

// record is a change with its content.
type record struct {
	act int64
	Name
	op, before, after string
}

const recordColumns = "SELECT act_id, tbl, row_id, op, coalesce(before, ''), coalesce(after, '') FROM change"

func scanRecord(r *sql.Rows) (c record, err error) {
	return c, r.Scan(&c.act, &c.Table, &c.ID, &c.op, &c.before, &c.after)
}

// cardColumn is what tables call the key of the health card that a row is about.
const cardColumn = "card"

// about tells whether a record is about what is looked for, and remembers a row that hangs on it.
func (c *ActScan) about(r *record) bool {
	t := c.store.layout.byName[r.Table]
	if t == nil || c.filter.Row == (Name{}) && c.filter.Card == "" {
		return false
	}
	is := c.rows[r.Name]
	for _, side := range []string{r.before, r.after} {
		var values map[string]any
		if side == "" || json.Unmarshal([]byte(side), &values) != nil {
			continue
		}
		if card := c.filter.Card; card != "" && values[cardColumn] == any(card) {
			is, c.rows[r.Name] = true, true
		}
		for _, ref := range t.refs {
			id, is64 := values[ref.column].(float64)
			to := Name{ref.table, int64(id)}
			switch {
			case !is64 || !c.rows[to]:
			case ref.belongs:
				is, c.rows[r.Name] = true, true
			case to == c.filter.Row:
				is = true
			}
		}
	}
	return is
}

// undoneMost is how many rows of undone acts are looked at beforehand.
const undoneMost = 20000

// gatherRows finds the rows that are about what is looked for: those in the file, and those whose adding was undone. Those that were
// removed tell it themselves, since an act that removed a row comes before those that changed it.
func (c *ActScan) gatherRows(ctx context.Context, q querier) error {
	c.rows = map[Name]bool{}
	if c.filter.Row == (Name{}) && c.filter.Card == "" {
		return nil
	}
	if err := c.gatherPresent(ctx, q); err != nil {
		return err
	}
	undone, err := gather(ctx, q, scanRecord, recordColumns+` WHERE op = 'insert' AND act_id IN (SELECT id FROM act WHERE undone_by IS NOT NULL)
		ORDER BY id LIMIT ?`, undoneMost)
	for i := range undone {
		c.about(&undone[i])
	}
	return err
}

// gatherPresent finds the rows that are in the file.
func (c *ActScan) gatherPresent(ctx context.Context, q querier) error {
	if c.filter.Row != (Name{}) {
		c.rows[c.filter.Row] = true
		return c.gatherHanging(ctx, q, c.filter.Row.Table, []int64{c.filter.Row.ID})
	}
	for i := range c.store.layout.tables {
		if t := &c.store.layout.tables[i]; t.has(cardColumn) {
			if err := c.gatherWhere(ctx, q, t, cardColumn+" = ?", c.filter.Card); err != nil {
				return err
			}
		}
	}
	return nil
}

// gatherHanging finds the rows that go with rows of a table, and those that go with these.
func (c *ActScan) gatherHanging(ctx context.Context, q querier, table string, ids []int64) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	for i := range c.store.layout.tables {
		t := &c.store.layout.tables[i]
		for _, ref := range t.refs {
			if ref.table != table || !ref.belongs {
				continue
			}
			if err := c.gatherWhere(ctx, q, t, ref.column+" IN (SELECT value FROM json_each(?))", string(list)); err != nil {
				return err
			}
		}
	}
	return nil
}

// gatherWhere remembers the rows of a table that fit, with what hangs on those not known yet.
func (c *ActScan) gatherWhere(ctx context.Context, q querier, t *journalled, where, arg string) error {
	ids, err := gather(ctx, q, func(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) },
		fmt.Sprintf("SELECT id FROM %s WHERE %s", t.name, where), arg)
	if err != nil {
		return err
	}
	fresh := slices.DeleteFunc(ids, func(id int64) bool { return c.rows[Name{t.name, id}] })
	for _, id := range fresh {
		c.rows[Name{t.name, id}] = true
	}
	if len(fresh) == 0 {
		return nil
	}
	return c.gatherHanging(ctx, q, t.name, fresh)
}
