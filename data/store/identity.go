package store

import (
	"context"
	"database/sql"
	"errors"

	"copleader/data"
)

// identityTable holds, in its one row, what the copies of a community know it by.
const identityTable = "identity"

// longestIdentity bounds what is taken for one, in characters.
const longestIdentity = 100

// expect refuses the file if it holds another community than it should.
func (s *Store) expect(ctx context.Context) (err error) {
	if s.expected == "" {
		return nil
	}
	identity := s.identity
	if identity == "" {
		if identity, err = readOlderIdentity(ctx, s.db, s.layout); err != nil {
			return err
		}
	}
	if identity == "" || identity == s.expected {
		return nil
	}
	name, err := readCommunityName(ctx, s.db, s.layout)
	if err != nil {
		return err
	}
	return data.Fault(data.CodeOtherCommunity,
		"“%s” holds another community than when it was open here last: “%s”. It was not opened, and nothing in it was changed. If yours was put elsewhere, please open it there, or restore a copy of it.",
		shortName(s.path), shown(name, longestShown))
}

// readIdentity reads what the community is known by; a file from before there were
// identities has none.
func readIdentity(ctx context.Context, q querier, l *layout) (string, error) {
	if !l.has(identityTable) {
		return "", nil
	}
	var identity string
	err := q.QueryRowContext(ctx, "SELECT community FROM identity WHERE id = 1").Scan(&identity)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", damaged("the community has no identity")
	case err != nil:
		return "", err
	case identity == "" || data.Length(identity) > longestIdentity || data.CleanLine(identity) != identity:
		return "", damaged("an identity of %d bytes", len(identity))
	}
	return identity, nil
}
