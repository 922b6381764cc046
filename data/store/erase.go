package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"
	"strings"

	"copleader/data"
)

// Erase takes a person out of the community for good (data/README.md, Privacy), as
// data.ErasePlan tells beforehand: figures stay under the name as ("former member
// 3"), while personal fields, notes and follow-ups go, and so does the name,
// wherever the file holds it, the journal included. It can't be undone, nor can
// anything done before. Of the copies kept in the folders, the first of which is
// the one in use, a fresh one is made, and those that still hold the name are
// removed, as are those that an upgrade left beside the file, and whatever was cut
// off while it was written; copies of another community stay, and so do those of which
// it can't be told whose they are, which the error names.
func (s *Store) Erase(ctx context.Context, memberID int64, as string, folders ...string) error {
	as = data.CleanLine(as)
	if as == "" {
		return errors.New("community file: an erased person needs words in the place of the name")
	}
	before := &data.Snapshot{}
	err := s.actForGood(ctx, Deed{Key: forgetKey}, func(ctx context.Context, tx *sql.Tx) (traces, error) {
		if err := readPeople(ctx, tx, before); err != nil {
			return traces{}, err
		}
		e := erasing{before: before, as: as, today: s.today()}
		var err error
		if e.member, err = known(ctx, tx, memberID); err != nil {
			return traces{}, err
		}
		if err := e.mayGo(ctx, tx); err != nil {
			return traces{}, err
		}
		return e.all(ctx, tx)
	})
	if err != nil {
		return err
	}
	// Freed pages are overwritten already; this also takes what earlier versions of
	// a page left in its unused part.
	if _, err := s.db.ExecContext(ctx, "VACUUM"); err != nil {
		return withCause(data.Fault(data.CodeNoWrite,
			"The person was forgotten, but “%s” could not be written anew afterwards, and the older copies of it still name them. Please make room on the disk and delete the copies by hand.",
			shortName(s.path)), err)
	}
	if err := s.left(ctx); err != nil {
		return s.explain(err)
	}
	return s.renewCopies(ctx, math.MaxInt64, folders)
}

// ForgetInCopies goes on where copies could not be removed that still name somebody who was forgotten: those from before the latest erasing
// are, once there is one without the name. It does nothing where there are none.
func (s *Store) ForgetInCopies(ctx context.Context, folders ...string) error {
	if s.readOnly {
		return nil
	}
	latest := int64(0)
	err := s.read(ctx, func(ctx context.Context, q querier) (err error) {
		latest, err = latestErasing(ctx, q)
		return err
	})
	if err != nil || latest == 0 {
		return s.explainReading(err)
	}
	return s.renewCopies(ctx, latest, folders)
}

// latestErasing is the act of the latest erasing, 0 where there was none.
func latestErasing(ctx context.Context, q querier) (id int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM act WHERE key = ?", forgetKey).Scan(&id)
	return id, err
}

// forgetKey is what the act of an erasing is called.
const forgetKey = "forget a person"

// readPeople reads the part of a snapshot that tells who is who.
func readPeople(ctx context.Context, q querier, into *data.Snapshot) (err error) {
	if into.Community, err = communityRows.get(ctx, q, 1); err != nil {
		return err
	}
	if into.Members, err = memberRows.all(ctx, q); err != nil {
		return err
	}
	into.KnownNames, err = knownNameRows.all(ctx, q)
	return err
}

// Known is a person by the number of their row: as they stand in the file, else,
// where they were removed, as the history knew them last.
func (s *Store) Known(ctx context.Context, memberID int64) (m data.Member, err error) {
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		m, err = known(ctx, q, memberID)
		return err
	})
	return m, err
}

func known(ctx context.Context, q querier, memberID int64) (data.Member, error) {
	m, err := memberRows.get(ctx, q, memberID)
	if !data.IsCode(err, data.CodeNotFound) {
		return m, err
	}
	m = data.Member{ID: memberID}
	var name, sortAs, called, email sql.NullString
	row := q.QueryRowContext(ctx, `SELECT row ->> 'name', row ->> 'sort_as', row ->> 'called', row ->> 'email' FROM (
		SELECT coalesce(before, after) AS row FROM change WHERE tbl = ? AND row_id = ? AND op IN ('delete', 'insert') ORDER BY id DESC LIMIT 1)`, memberRows.name, memberID)
	switch gone := row.Scan(&name, &sortAs, &called, &email); {
	case errors.Is(gone, sql.ErrNoRows):
		return m, err
	case gone != nil:
		return m, gone
	}
	m.Name, m.SortAs, m.Called, m.Email = name.String, sortAs.String, called.String, email.String
	return m, nil
}

// erasing is one erasure: who, under which name they stay, and when.
type erasing struct {
	before *data.Snapshot
	member data.Member
	named  data.Traces
	as     string
	today  data.Date
}

// ofPerson are the tables whose rows may tell something of the person they belong to.
var ofPerson = []string{memberRoleRows.name, declaredLevelRows.name, contributionRows.name, helpReceivedRows.name, valueStoryRows.name,
	followUpRows.name, dismissalRows.name, knownNameRows.name, meetingLineRows.name}

// mayGo refuses whoever must stay.
func (e erasing) mayGo(ctx context.Context, tx *sql.Tx) error {
	if e.before.HasMember(e.member.ID) {
		if refused := e.before.MayErase(e.member.ID); refused != nil {
			return refused
		}
		return nil
	}
	into, err := joinedInto(ctx, tx, e.member.ID, e.before.HasMember)
	if err == nil && into != 0 {
		err = data.Fault(data.CodeInvalid, "This record was joined with that of somebody who is there; please forget them instead. Nothing was changed.")
	}
	return err
}

// all changes the rows and says what the journal must forget. Of somebody who was
// removed, and of records that were joined into this one, only the journal knows.
func (e erasing) all(ctx context.Context, tx *sql.Tx) (traces, error) {
	records, err := recordsOf(ctx, tx, e.member.ID, e.before.HasMember)
	if err != nil {
		return traces{}, err
	}
	before, err := earlier(ctx, tx, records)
	if err != nil {
		return traces{}, err
	}
	e.named = e.before.TracesOf(e.member, before...)
	gathered := traces{names: func(text string) bool {
		return e.named.Names(text) || strings.Contains(text, "|") && e.named.InHeadings(text)
	}}
	for _, id := range records {
		rows, err := rowsOf(ctx, tx, id)
		if err != nil {
			return traces{}, err
		}
		gathered.rows = append(gathered.rows, rows...)
	}
	unmarked, err := e.unmark(ctx, tx, before)
	if err != nil {
		return traces{}, err
	}
	gathered.rows = append(gathered.rows, unmarked...)
	if e.before.HasMember(e.member.ID) {
		if err := e.empty(ctx, tx); err != nil {
			return traces{}, err
		}
	}
	if err := e.dropColumns(ctx, tx); err != nil {
		return traces{}, err
	}
	return gathered, e.reword(ctx, tx)
}

// unmark takes away the marks of somebody who was a guest once, under any name they had, and gives the rows that held them.
func (e erasing) unmark(ctx context.Context, tx *sql.Tx, before []data.Member) (held []Name, err error) {
	keys := data.NameKeys(e.member.Name, e.member.Called)
	for i := range before {
		keys = append(keys, data.NameKeys(before[i].Name, before[i].Called)...)
	}
	known, err := knownNameRows.query(ctx, tx, "WHERE member_id = ?", e.member.ID)
	if err != nil {
		return nil, err
	}
	for i := range known {
		keys = append(keys, known[i].Name)
	}
	settings, err := settingRows.query(ctx, tx, "")
	if err != nil {
		return nil, err
	}
	touched := map[int64]bool{}
	for _, row := range settings {
		event, is := data.IsGuestMarks(row.Key)
		if !is || !slices.ContainsFunc(keys, func(key string) bool { return data.HoldsGuest(&row, event, key) }) {
			continue
		}
		touched[event] = true
		if err := markGuests(ctx, tx, event, nil, keys); err != nil {
			return nil, err
		}
	}
	for _, row := range settings { // a mark may have stood in any of the settings of its event
		if event, is := data.IsGuestMarks(row.Key); is && touched[event] {
			held = append(held, Name{settingRows.name, row.ID})
		}
	}
	return held, nil
}

// rowsOf are the rows, there or gone, that may tell something of a person.
func rowsOf(ctx context.Context, tx *sql.Tx, id int64) ([]Name, error) {
	rows := []Name{{memberRows.name, id}}
	for _, table := range ofPerson {
		of, err := gather(ctx, tx, func(r *sql.Rows) (n Name, err error) { return Name{table, n.ID}, r.Scan(&n.ID) },
			"SELECT id FROM "+table+` WHERE member_id = ?2
				UNION SELECT row_id FROM change WHERE tbl = ?1 AND op IN ('insert', 'delete') AND (before ->> 'member_id' = ?2 OR after ->> 'member_id' = ?2)`, table, id)
		if err != nil {
			return nil, err
		}
		rows = append(rows, of...)
	}
	return rows, nil
}

// empty takes the person out of their own record and of what hangs on it.
func (e erasing) empty(ctx context.Context, tx *sql.Tx) error {
	m := e.member
	m.EraseFrom(e.as, e.today)
	if err := put(ctx, tx, memberRows, &m); err != nil {
		return err
	}
	if err := endTerms(ctx, tx, m.ID, e.today); err != nil {
		return err
	}
	for _, statement := range eraseStatements {
		if _, err := tx.ExecContext(ctx, statement, m.ID); err != nil {
			return err
		}
	}
	return nil
}

// dropColumns drops what is remembered of tables whose headings name the person: such
// headings are a row of people.
func (e erasing) dropColumns(ctx context.Context, tx *sql.Tx) error {
	all, err := knownColumnsRows.all(ctx, tx)
	for i := range all {
		if err == nil && e.named.InHeadings(all[i].Headings) {
			err = knownColumnsRows.drop(ctx, tx, all[i].ID)
		}
	}
	return err
}

// reword puts the words for a former member in the place of the name in every typed text.
func (e erasing) reword(ctx context.Context, tx *sql.Tx) error {
	words := func(text string) string { return e.named.Replace(text, e.as) }
	if err := communityRows.reword(ctx, tx, words); err != nil {
		return err
	}
	for _, p := range parts(&data.Snapshot{}) {
		if err := p.reword(ctx, tx, words); err != nil {
			return err
		}
	}
	return nil
}

// eraseStatements empty what hangs on an erased person. A story they had agreed to
// be named in is told without a name from now on.
var eraseStatements = []string{
	"UPDATE declared_level SET reason = '' WHERE member_id = ? AND reason <> ''",
	"UPDATE contribution SET note = '' WHERE member_id = ? AND note <> ''",
	"UPDATE help_received SET note = '' WHERE member_id = ? AND note <> ''",
	"DELETE FROM follow_up WHERE member_id = ?",
	"DELETE FROM known_name WHERE member_id = ?",
	"DELETE FROM meeting_line WHERE member_id = ?",
	"DELETE FROM dismissal WHERE member_id = ?",
	"UPDATE value_story SET member_id = NULL, consent = CASE consent WHEN 'named' THEN 'anonymous' ELSE consent END WHERE member_id = ?",
	"DELETE FROM event_role WHERE member_id = ? AND event_id IN (SELECT id FROM event WHERE status IN ('idea', 'planned', 'announced'))",
	"DELETE FROM attendance WHERE member_id = ? AND event_id IN (SELECT id FROM event WHERE status IN ('idea', 'planned', 'announced'))",
}

// reword passes every typed text of the table through words. A text may become
// longer than its field takes; it stays whole all the same.
func (k *kind) reword(ctx context.Context, tx *sql.Tx, words func(string) string) error {
	if !slices.ContainsFunc(k.described, func(f data.Field) bool { return f.Typed() }) {
		return nil
	}
	var changed []any
	row := k.fresh()
	err := k.each(ctx, tx, row, func() {
		said := false
		for i := range k.described {
			k.described[i].EachText(row, func(text *string) {
				if now := words(*text); now != *text {
					*text, said = now, true
				}
			})
		}
		if said {
			changed = append(changed, k.copyOf(row))
		}
	}, "ORDER BY "+k.order)
	for _, row := range changed {
		if err == nil {
			err = k.write(ctx, tx, row)
		}
	}
	return err
}
