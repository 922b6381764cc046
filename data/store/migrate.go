package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// Upgrade tells that opening a file brought it to this program's version.
type Upgrade struct {
	From, To int
	Copy     string // the file as it was before
}

// migrate takes the file from one version to the newest, all steps in one
// transaction together with the number: a file is never left halfway.
func (b *blueprint) migrate(ctx context.Context, db *sql.DB, from int) error {
	target, err := b.layout(ctx, b.newest())
	if err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// A table is dropped and made anew in many a step; with references in force
	// that would reach into its children. The switch works outside transactions only.
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := b.walk(ctx, tx, from, target); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "PRAGMA foreign_keys = ON")
	return err
}

// walk takes the steps. The triggers, which only the newest layout knows, are
// away meanwhile, and made once at the end: most of the time of a step goes there.
func (b *blueprint) walk(ctx context.Context, tx *sql.Tx, from int, target *layout) error {
	if err := dropTriggers(ctx, tx); err != nil {
		return err
	}
	for _, step := range b.steps[from:] {
		if _, err := tx.ExecContext(ctx, step.sql); err != nil {
			return fmt.Errorf("migration %s: %w", step.name, err)
		}
	}
	if err := checkForeignKeys(ctx, tx); err != nil {
		return err
	}
	if err := target.makeTriggers(ctx, tx); err != nil {
		return err
	}
	// What was recorded in the older form stays to be read, but not to be undone.
	if err := raiseFloor(ctx, tx); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", b.newest()))
	return err
}

// dropTriggers removes all triggers: they are made anew after the steps, because
// a column added or renamed under a trigger would go unrecorded without a word.
func dropTriggers(ctx context.Context, tx *sql.Tx) error {
	names, err := gather(ctx, tx, func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) },
		"SELECT name FROM sqlite_schema WHERE type = 'trigger'")
	if err != nil {
		return err
	}
	for _, name := range names {
		if !plainName.MatchString(name) {
			return fmt.Errorf("trigger %q is not ours", name)
		}
		if _, err := tx.ExecContext(ctx, "DROP TRIGGER "+name); err != nil {
			return err
		}
	}
	return nil
}

// raiseFloor makes every act so far final.
func raiseFloor(ctx context.Context, run runner) error {
	_, err := run.ExecContext(ctx, "UPDATE open_act SET undo_floor = (SELECT coalesce(max(id), 0) FROM act) WHERE id = 1")
	return err
}

// build makes a new file from the first step to the newest.
func (b *blueprint) build(ctx context.Context, path string) error {
	db := connect(path, building)
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(ctx, "PRAGMA application_id = 0x436F504C"); err != nil {
		return err
	}
	if err := b.migrate(ctx, db, 0); err != nil {
		return err
	}
	return db.Close()
}

// beforeUpgrade stands between the name of a file and the version it had, in the
// name of the copy an upgrade makes.
const beforeUpgrade = ".before-upgrade-"

// upgrade copies the file and then migrates it.
func (s *Store) upgrade(ctx context.Context, from int) error {
	base := strings.TrimSuffix(s.path, filepath.Ext(s.path))
	dst, err := freeName(fmt.Sprintf("%s%s%d", base, beforeUpgrade, from), filepath.Ext(s.path))
	if err != nil {
		return err
	}
	// Proving the copy upgrades it in memory, so that it is known to go well.
	if _, err := s.makeCopy(ctx, dst, copying{}); err != nil {
		return err
	}
	if err := s.blueprint.migrate(ctx, s.db, from); err != nil {
		return err
	}
	s.upgraded = &Upgrade{From: from, To: s.blueprint.newest(), Copy: dst}
	return nil
}

// upgradeInMemory goes on with a copy in memory, brought to this version: the file
// itself is not ours to change.
func (s *Store) upgradeInMemory(ctx context.Context, from int) error {
	memory := connectMemory()
	err := copyPages(ctx, s.db, memory, nothingElse)
	if err == nil {
		err = s.blueprint.migrate(ctx, memory, from)
	}
	if err != nil {
		return errors.Join(err, memory.Close())
	}
	file := s.db
	s.db = memory
	return file.Close()
}
