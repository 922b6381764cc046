package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Glance is what a community file tells at a glance: not whether it is whole, but whose it is.
type Glance struct {
	Path      string
	Community string    // the community's name; empty for a file that was cut off before there was one
	Identity  string    // what copies of the community share; empty for a file from before there were identities
	Changed   time.Time // when the file was written last
}

// Look glances at a file to say whose it is, without looking through its content, which takes longer the bigger the file is. A
// version older than ours is read too, and nothing is changed. It must not be used for the file that is open in this program:
// closing a second time what SQLite has open would take away its locks.
func Look(ctx context.Context, path string) (Glance, error) {
	s, err := newStore(path, Options{ReadOnly: true})
	if err != nil {
		return Glance{}, err
	}
	info, err := inspect(s.path, s.blueprint.newest())
	if err != nil {
		return Glance{}, err
	}
	s.file, s.readOnly = info, true
	s.db = connect(s.path, reading)
	defer func() { _ = s.db.Close() }()
	g := Glance{Path: s.path, Changed: info.ModTime()}
	if g.Community, g.Identity, err = s.glance(ctx); err != nil {
		return Glance{}, s.explain(err)
	}
	return g, nil
}

// glance reads the name, once it is sure that the file is made of what we put into it and nothing else.
func (s *Store) glance(ctx context.Context) (community, identity string, err error) {
	version, err := s.readVersion(ctx)
	switch {
	case err != nil:
		return "", "", err
	case version > s.blueprint.newest():
		return "", "", tooNew(s.path)
	case version < 1:
		return "", "", damaged("version %d", version)
	}
	l, err := s.blueprint.layout(ctx, version)
	if err != nil {
		return "", "", err
	}
	if err := checkSchema(ctx, s.db, l); err != nil {
		return "", "", err
	}
	t := l.byName[communityRows.name]
	if t == nil {
		return "", "", damaged("version %d knows no community", version)
	}
	err = s.db.QueryRowContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE id = 1", t.title, t.name)).Scan(&community)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", "", err
	}
	identity, err = readIdentity(ctx, s.db, l)
	return community, identity, err
}
