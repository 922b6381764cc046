package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// privateStatements empty the fields of a copy that are for the eyes of the leader
// who wrote them (data/README.md, Charter, Privacy, Entities), as their
// descriptions say. Follow-ups themselves stay: they are open promises.
func privateStatements() []string {
	var statements []string
	for _, p := range parts(&data.Snapshot{}) {
		for _, column := range p.private() {
			statements = append(statements, "UPDATE "+p.name+" SET "+column+" = ''")
		}
	}
	return statements
}

// leftOutStatements take whole rows out of a copy (data/README.md, Styles).
var leftOutStatements = []string{
	"DELETE FROM help_received",
	"DELETE FROM setting WHERE name = '" + data.BalanceSetting + "'",
	// What was replaced or undone, but could still be brought back.
	"DELETE FROM picture WHERE hash NOT IN (SELECT logo_hash FROM community)",
	"UPDATE act SET undone_by = NULL, of_id = NULL",
	"DELETE FROM act",
	"UPDATE open_act SET undo_floor = 0",
}

// leftOutTables are those from which leftOutStatements remove rows.
var leftOutTables = []string{"help_received", "setting", "picture", "act", "change"}

// HandoverCopy writes a copy of the community for whoever leads it next: without
// private notes, attitudes of stakeholders, reasons and records of help, and with
// an empty history. What was left out is in no byte of it. A failure leaves an
// older file as it was.
func (s *Store) HandoverCopy(ctx context.Context, dst string) error {
	full, err := s.copyTarget(dst)
	if err != nil {
		return err
	}
	_, err = s.makeCopy(ctx, full, copying{replace: true, leave: leftOutTables, take: s.stripPrivate})
	return s.explainCopy(full, err)
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
	for _, statement := range append(privateStatements(), leftOutStatements...) {
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
