package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"copleader/data"
)

// Erase takes a person out of the community for good (domain.md 15), as
// data.ErasePlan tells beforehand: figures stay under the name as ("former member
// 3"), while personal fields, notes and follow-ups go, and so does the name,
// wherever the file holds it, the journal included. It can't be undone, nor can
// anything done before. Of the program's own copies a fresh one is made, and the
// given ones, which still hold the name, are removed, as are those that an upgrade
// left beside the file; copies of another community that only shares the file's
// name stay.
func (s *Store) Erase(ctx context.Context, memberID int64, as string, backups []string) error {
	as = data.CleanLine(as)
	if as == "" {
		return errors.New("community file: an erased person needs words in the place of the name")
	}
	before := &data.Snapshot{}
	err := s.actForGood(ctx, Deed{Key: "erase a person"}, func(ctx context.Context, tx *sql.Tx) (traces, error) {
		if err := readPeople(ctx, tx, before); err != nil {
			return traces{}, err
		}
		if refused := before.MayErase(memberID); refused != nil {
			return traces{}, refused
		}
		return eraseIn(ctx, tx, erasing{before, memberID, as, s.today()})
	})
	if err != nil {
		return err
	}
	// Freed pages are overwritten already; this also takes what earlier versions of
	// a page left in its unused part.
	if _, err := s.db.ExecContext(ctx, "VACUUM"); err != nil {
		return withCause(data.Fault(data.CodeNoWrite,
			"The person was erased, but “%s” could not be written anew afterwards, and the older copies of it still name them. Please make room on the disk and erase the copies by hand.",
			shortName(s.path)), err)
	}
	return s.renewCopies(ctx, before, memberID, backups)
}

// readPeople reads the part of a snapshot that tells who is who.
func readPeople(ctx context.Context, q querier, into *data.Snapshot) (err error) {
	if into.Community, err = communityRows.get(ctx, q, 1); err != nil {
		return err
	}
	into.Members, err = memberRows.all(ctx, q)
	return err
}

// erasing is one erasure: who, under which name they stay, and when.
type erasing struct {
	before   *data.Snapshot
	memberID int64
	as       string
	today    data.Date
}

// eraseIn changes the rows and says what the journal must forget.
func eraseIn(ctx context.Context, tx *sql.Tx, e erasing) (traces, error) {
	m, _ := e.before.MemberByID(e.memberID)
	named := e.before.TracesOf(m)
	gathered := traces{rows: []Name{{memberRows.name, m.ID}}, names: named.Names}
	for _, table := range []string{memberRoleRows.name, declaredLevelRows.name, contributionRows.name, helpReceivedRows.name, valueStoryRows.name, followUpRows.name, dismissalRows.name} {
		rows, err := gather(ctx, tx, func(r *sql.Rows) (n Name, err error) { return Name{table, n.ID}, r.Scan(&n.ID) },
			"SELECT id FROM "+table+" WHERE member_id = ?", m.ID)
		if err != nil {
			return traces{}, err
		}
		gathered.rows = append(gathered.rows, rows...)
	}
	m.EraseFrom(e.as, e.today)
	if err := put(ctx, tx, memberRows, &m); err != nil {
		return traces{}, err
	}
	if err := endTerms(ctx, tx, m.ID, e.today); err != nil {
		return traces{}, err
	}
	for _, statement := range eraseStatements {
		if _, err := tx.ExecContext(ctx, statement, m.ID); err != nil {
			return traces{}, err
		}
	}
	words := func(text string) string { return named.Replace(text, e.as) }
	if err := communityRows.reword(ctx, tx, words); err != nil {
		return traces{}, err
	}
	for _, p := range parts(&data.Snapshot{}) {
		if err := p.reword(ctx, tx, words); err != nil {
			return traces{}, err
		}
	}
	return gathered, nil
}

// eraseStatements empty what hangs on an erased person. A story they had agreed to
// be named in is told without a name from now on.
var eraseStatements = []string{
	"UPDATE declared_level SET reason = '' WHERE member_id = ? AND reason <> ''",
	"UPDATE contribution SET note = '' WHERE member_id = ? AND note <> ''",
	"UPDATE help_received SET note = '' WHERE member_id = ? AND note <> ''",
	"DELETE FROM follow_up WHERE member_id = ?",
	"DELETE FROM dismissal WHERE member_id = ?",
	"UPDATE value_story SET member_id = NULL, consent = CASE consent WHEN 'named' THEN 'anonymous' ELSE consent END WHERE member_id = ?",
	"DELETE FROM event_role WHERE member_id = ? AND event_id IN (SELECT id FROM event WHERE status IN ('idea', 'planned', 'announced'))",
	"DELETE FROM attendance WHERE member_id = ? AND event_id IN (SELECT id FROM event WHERE status IN ('idea', 'planned', 'announced'))",
}

// reword passes every typed text of the table through words. A text may become
// longer than its field takes; it stays whole all the same.
func (t table[T]) reword(ctx context.Context, tx *sql.Tx, words func(string) string) error {
	if _, worded := any(new(T)).(data.Worded); !worded {
		return nil
	}
	rows, err := t.all(ctx, tx)
	if err != nil {
		return err
	}
	for i := range rows {
		changed := false
		any(&rows[i]).(data.Worded).EachText(func(text *string) {
			if now := words(*text); now != *text {
				*text, changed = now, true
			}
		})
		if !changed {
			continue
		}
		if err := t.write(ctx, tx, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// renewCopies makes a fresh copy and removes those that still hold the person.
func (s *Store) renewCopies(ctx context.Context, before *data.Snapshot, memberID int64, backups []string) error {
	if len(backups) > 0 {
		if _, err := s.Backup(ctx, filepath.Dir(backups[0]), len(backups)+1); err != nil {
			return withCause(data.Fault(data.CodeNoWrite,
				"The person was erased, but no fresh copy could be made, so the older copies were kept and still name them. Please erase those copies by hand."), err)
		}
	}
	var left []string
	var failures error
	for _, path := range append(s.upgradeCopies(), backups...) {
		if s.ofAnother(ctx, path, before, memberID) {
			continue
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			left, failures = append(left, shortName(path)), errors.Join(failures, err)
		}
	}
	if failures != nil {
		return withCause(data.Fault(data.CodeNoWrite,
			"The person was erased, but these copies could not be removed and still name them: %s. Please erase them by hand.",
			strings.Join(left, ", ")), failures)
	}
	return nil
}

// upgradeCopies lists what upgrades left beside the file.
func (s *Store) upgradeCopies() []string {
	ext := filepath.Ext(s.path)
	stem := filepath.Base(strings.TrimSuffix(s.path, ext)) + beforeUpgrade
	entries, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		return nil // a folder that can't be read shows nobody's copies
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), stem) && filepath.Ext(e.Name()) == ext {
			found = append(found, filepath.Join(filepath.Dir(s.path), e.Name()))
		}
	}
	return found
}

// ofAnother reports whether a copy is surely one of another community, whose
// file has the same name. One that can't be read, or is in doubt, is not.
func (s *Store) ofAnother(ctx context.Context, path string, before *data.Snapshot, memberID int64) bool {
	copied, err := Open(ctx, path, Options{ReadOnly: true, Clock: s.clock, blueprint: s.blueprint})
	if err != nil {
		return false
	}
	defer func() { _ = copied.Close() }()
	other, err := copied.Snapshot(ctx)
	if err != nil {
		return false
	}
	ours, _ := before.MemberByID(memberID)
	theirs, _ := other.MemberByID(memberID)
	return other.Community.StartedOn != before.Community.StartedOn && other.Community.Name != before.Community.Name && theirs.Name != ours.Name
}
