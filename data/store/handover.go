package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	"copleader/data"
)

// privateStatements take out of a copy what is for the eyes of the leader who
// wrote it (domain.md 2.1, 5, 15, 16). Follow-ups themselves stay: they are open
// promises.
var privateStatements = []string{
	"UPDATE member SET note = ''",
	"UPDATE stakeholder SET attitude = ''",
	"UPDATE follow_up SET note = ''",
	"UPDATE declared_level SET reason = ''",
	"UPDATE dismissal SET reason = ''",
	"UPDATE export SET note = ''", // folders of the leader's own computer
	"DELETE FROM help_received",
	"DELETE FROM setting WHERE name = '" + data.BalanceSetting + "'",
	// What was replaced or undone, but could still be brought back.
	"DELETE FROM picture WHERE hash NOT IN (SELECT logo_hash FROM community)",
	"UPDATE act SET undone_by = NULL, of_id = NULL",
	"DELETE FROM act",
	"UPDATE open_act SET undo_floor = 0",
}

// HandoverCopy writes a copy of the community for whoever leads it next: without
// private notes, attitudes of stakeholders, reasons and records of help, and with
// an empty history. What was left out is in no byte of it. The copy is opened with
// every check before it gets its name; a failure leaves an older file as it was.
func (s *Store) HandoverCopy(ctx context.Context, dst string) error {
	full, err := s.copyTarget(dst)
	if err != nil {
		return err
	}
	if err := s.enter(ctx); err != nil {
		return err
	}
	return s.explainAt(full, s.handOver(ctx, full))
}

func (s *Store) handOver(ctx context.Context, dst string) error {
	draft, err := draftName(dst)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(draft) }()
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", draft); err != nil {
		return err
	}
	db := connect(draft, building)
	err = s.stripPrivate(ctx, db)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := s.Prove(ctx, draft); err != nil {
		return err
	}
	return publishFile(draft, dst, true)
}

// stripPrivate works on a file that nobody else knows yet, so it is no act: the
// triggers are taken off meanwhile.
func (s *Store) stripPrivate(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := dropTriggers(ctx, tx); err != nil {
		return err
	}
	for _, statement := range privateStatements {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := s.layout.makeTriggers(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM")
	return err
}
