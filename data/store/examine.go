package store

import (
	"context"
	"errors"
	"fmt"
)

// errDamaged is what a failed check of the file wraps.
var errDamaged = errors.New("the community file is damaged")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{errDamaged}, args...)...)
}

// rowDamage is that one row cannot be read.
type rowDamage struct {
	table string
	id    int64
	what  string
}

func damagedRow(table string, id int64, what string) error { return &rowDamage{table, id, what} }

func (d *rowDamage) Error() string { return fmt.Sprintf("row %d of %s: %s", d.id, d.table, d.what) }

// Is makes it damage.
func (d *rowDamage) Is(err error) bool { return err == errDamaged } //nolint:errorlint // the very value

// checkRows reads every row, as the first page would have to anyway, and sees that
// the words in it are those there are to choose from. How long a text is, or which
// number there may be, is no damage: such limits change. What was read is kept for
// the first page.
func (s *Store) checkRows(ctx context.Context) error {
	if ours, err := standard(); err != nil || s.blueprint != ours {
		return err // tests make files of other tables
	}
	read, err := s.Snapshot(ctx)
	if err != nil {
		return err
	}
	for _, p := range parts(read) {
		if err := p.allListed(); err != nil {
			return err
		}
	}
	return nil
}

// listed sees that the words in a row are those there are to choose from.
func (k *kind) listed(row any) error {
	for i := range k.described {
		if f := &k.described[i]; f.Unlisted(row) {
			return damagedRow(k.name, *k.id(row), "an unknown word in "+f.Key)
		}
	}
	return nil
}

// examine checks an opened file before anything of it is used, in this order:
// which kind and version it is, whether it is made of what we put into it and
// nothing else, and only then the content, because checking the content already
// evaluates what the schema says. An older file is brought to this version before
// its rows are read.
func (s *Store) examine(ctx context.Context) error {
	version, err := readVersion(ctx, s.db)
	if err != nil {
		return err
	}
	if version > s.blueprint.newest() {
		return tooNew(s.path)
	}
	if err := s.check(ctx, version); err != nil {
		return err
	}
	if err := s.expect(ctx); err != nil {
		return err
	}
	if err := s.left(ctx); err != nil {
		return err
	}
	if s.found != nil {
		if *s.found, err = readFacts(ctx, s.db, version, s.layout); err != nil {
			return err
		}
	}
	if version < s.blueprint.newest() {
		if err := s.toNewest(ctx, version); err != nil {
			return err
		}
	}
	return s.checkRows(ctx)
}

// toNewest brings an older file to this version and checks what came of it: it is
// copied and upgraded, or, if it is only read or to be kept as it is, upgraded in
// memory.
func (s *Store) toNewest(ctx context.Context, from int) error {
	if s.keep && !s.readOnly {
		if err := s.settleForReading(); err != nil {
			return err
		}
	}
	bring := s.upgrade
	if s.readOnly {
		bring = s.upgradeInMemory
	}
	if err := bring(ctx, from); err != nil {
		return err
	}
	if err := s.check(ctx, s.blueprint.newest()); err != nil {
		return err
	}
	return s.left(ctx)
}

// readVersion asks SQLite, which first rolls back what a crash cut off.
func readVersion(ctx context.Context, q querier) (int, error) {
	var id, version int
	if err := q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if id != applicationID {
		return 0, damaged("application id %#x", id)
	}
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if version < 1 {
		return 0, damaged("version %d", version)
	}
	return version, nil
}

// check looks through the whole file, as one of its version: what it is made of
// and what is in it, and takes up what is needed to work with it.
func (s *Store) check(ctx context.Context, version int) error {
	l, err := s.blueprint.layout(ctx, version)
	if err != nil {
		return err
	}
	if err := checkWhole(ctx, s.db, l); err != nil {
		return err
	}
	if s.identity, err = readIdentity(ctx, s.db, l); err != nil {
		return err
	}
	s.version, s.layout = version, l
	return nil
}

// checkWhole compares the file with what one of its layout is made of, and looks
// through its content.
func checkWhole(ctx context.Context, q querier, l *layout) error {
	if err := checkSchema(ctx, q, l); err != nil {
		return err
	}
	if err := checkContent(ctx, q); err != nil {
		return err
	}
	if err := checkForeignKeys(ctx, q); err != nil {
		return err
	}
	var rows, left int
	if err := q.QueryRowContext(ctx, "SELECT count(*), count(act_id) FROM open_act").Scan(&rows, &left); err != nil {
		return err
	}
	if rows != 1 || left != 0 {
		return damaged("an act was left open")
	}
	return nil
}

// checkSchema compares what the file is made of with what a fresh one of its version is.
func checkSchema(ctx context.Context, q querier, l *layout) error {
	schema, err := readSchema(ctx, q)
	if err != nil {
		return err
	}
	for row := range schema {
		if !l.schema[row] {
			return damaged("not ours: %s", row)
		}
	}
	if len(schema) != len(l.schema) {
		return damaged("%d of %d parts are there", len(schema), len(l.schema))
	}
	return nil
}

func checkContent(ctx context.Context, q querier) error {
	var first string
	if err := q.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&first); err != nil {
		return err
	}
	if first != "ok" {
		return damaged("%s", first)
	}
	return nil
}

func checkForeignKeys(ctx context.Context, q querier) error {
	var n int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&n); err != nil {
		return err
	}
	if n > 0 {
		return damaged("%d references lead nowhere", n)
	}
	return nil
}
