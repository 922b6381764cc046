package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// facts are what a file holds at one moment; a copy of that moment holds the same.
type facts struct {
	Identity string           `json:"identity"`
	Version  int              `json:"version"`
	Newest   int64            `json:"newest"` // act
	Rows     map[string]int64 `json:"rows"`   // of each table
	// Community is its name, fit to be shown; it is told, and not compared.
	Community string `json:"community"`
}

// readFacts reads what a file of the layout holds; it is to be called in one
// reading with whatever the facts are to agree with.
func readFacts(ctx context.Context, q querier, version int, l *layout) (facts, error) {
	f := facts{Version: version, Rows: make(map[string]int64, len(l.all))}
	var err error
	if f.Identity, err = readIdentity(ctx, q, l); err != nil {
		return f, err
	}
	if f.Newest, err = newestAct(ctx, q); err != nil {
		return f, err
	}
	if f.Community, err = readCommunityName(ctx, q, l); err != nil {
		return f, err
	}
	counts := make([]string, len(l.all))
	for i, table := range l.all {
		counts[i] = fmt.Sprintf("SELECT '%s', count(*) FROM %s", table, table)
	}
	_, err = gather(ctx, q, func(r *sql.Rows) (_ struct{}, err error) {
		var table string
		var n int64
		err = r.Scan(&table, &n)
		f.Rows[table] = n
		return struct{}{}, err
	}, strings.Join(counts, " UNION ALL "))
	return f, err
}

// readCommunityName is what the community is called, fit to be shown; empty before
// it is founded.
func readCommunityName(ctx context.Context, q querier, l *layout) (string, error) {
	if !l.has(communityRows.name) {
		return "", nil
	}
	var name sql.NullString
	err := q.QueryRowContext(ctx, "SELECT max(name) FROM community").Scan(&name)
	return shown(name.String, longestShown), err
}

func newestAct(ctx context.Context, q querier) (id int64, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM act").Scan(&id)
	return id, err
}

// errNotEqual is that a copy does not hold what it is a copy of.
var errNotEqual = errors.New("the copy is not equal to the community")

// agree tells in what other differs from f, nil in nothing. Tables from which
// something was left out on purpose are passed over, and with them the newest act.
func (f facts) agree(other facts, leftOut ...string) error {
	if f.Identity != other.Identity || f.Version != other.Version {
		return fmt.Errorf("%w: version %d of %q, not %d of %q", errNotEqual, other.Version, other.Identity, f.Version, f.Identity)
	}
	if len(leftOut) == 0 && f.Newest != other.Newest {
		return fmt.Errorf("%w: the newest act is %d, not %d", errNotEqual, other.Newest, f.Newest)
	}
	if len(f.Rows) != len(other.Rows) {
		return fmt.Errorf("%w: %d tables, not %d", errNotEqual, len(other.Rows), len(f.Rows))
	}
	for table, n := range f.Rows {
		if got, there := other.Rows[table]; (got != n || !there) && !slices.Contains(leftOut, table) {
			return fmt.Errorf("%w: %d rows of %s, not %d", errNotEqual, got, table, n)
		}
	}
	return nil
}
