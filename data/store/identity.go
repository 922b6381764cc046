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
