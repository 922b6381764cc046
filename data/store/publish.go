package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Change tells what a deed, an undo or another program changed.
type Change struct {
	// Places are sorted: "member" where people were added or removed, or nobody knows what changed in the table, "member.note" where a
	// column of somebody was written over.
	Places []string
}

// tableOf is the table of a place.
func tableOf(place string) string {
	table, _, _ := strings.Cut(place, ".")
	return table
}

// Touches reports whether one of the tables was changed.
func (c Change) Touches(tables ...string) bool {
	return slices.ContainsFunc(c.Places, func(place string) bool { return slices.Contains(tables, tableOf(place)) })
}

// Within reports whether nothing else was changed than some places, each a table or a column.
func (c Change) Within(places ...string) bool {
	return !slices.ContainsFunc(c.Places, func(changed string) bool {
		return !slices.Contains(places, changed) && !slices.Contains(places, tableOf(changed))
	})
}

// listeners are those who want to hear of changes.
type listeners struct {
	mu   sync.Mutex
	last int
	hear map[int]func(Change)
}

// Subscribe calls hear after every change that was kept, on the goroutine that
// made it, until unsubscribe is called.
func (s *Store) Subscribe(hear func(Change)) (unsubscribe func()) {
	l := &s.listeners
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.hear == nil {
		l.hear = map[int]func(Change){}
	}
	l.last++
	id := l.last
	l.hear[id] = hear
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.hear, id)
	}
}

// publish tells the listeners of places that were changed.
func (s *Store) publish(places []string) {
	if len(places) > 0 {
		s.listeners.tell(places)
	}
}

// tell calls the listeners in the order they subscribed; no lock is held
// meanwhile, so a listener may use the store.
func (l *listeners) tell(places []string) {
	l.mu.Lock()
	ids := make([]int, 0, len(l.hear))
	for id := range l.hear {
		ids = append(ids, id)
	}
	sort.Ints(ids)
	hear := make([]func(Change), len(ids))
	for i, id := range ids {
		hear[i] = l.hear[id]
	}
	l.mu.Unlock()
	for _, listen := range hear {
		listen(Change{Places: slices.Clone(places)})
	}
}

// freshness numbers the states of each table, so that what was read of a table
// can be kept until it changes.
type freshness struct {
	mu      sync.Mutex
	state   map[string]uint64
	all     uint64 // added to every table's number
	version int64  // SQLite's number for what others wrote
	known   bool   // whether version was ever read
}

// bump counts the tables of places as changed. It is called before the commit, while nobody can
// read: a reader between commit and counting would take old rows for new ones.
func (f *freshness) bump(places ...string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.state == nil {
		f.state = map[string]uint64{}
	}
	tables := map[string]bool{}
	for _, place := range places {
		tables[tableOf(place)] = true
	}
	for t := range tables {
		f.state[t]++
	}
}

// of is the number of the table's present state; it grows with every change.
func (f *freshness) of(table string) uint64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.all + f.state[table]
}

// notice asks whether another program wrote to the file since the last time, and
// if so counts every table as changed.
func (f *freshness) notice(ctx context.Context, q querier) (changed bool, err error) {
	var version int64
	if err := q.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return false, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	changed = f.known && version != f.version
	if changed {
		f.all++
	}
	f.version, f.known = version, true
	return changed, nil
}

// changed reports whether another program wrote to the file since notice asked.
func (f *freshness) changed(ctx context.Context, q querier) (bool, error) {
	var version int64
	err := q.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version)
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.known && version != f.version, err
}

// stale counts every table as changed.
func (f *freshness) stale() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all++
}

// tableVersion is a number that changes whenever the table may have changed. It
// is to be asked inside read.
func (s *Store) tableVersion(table string) uint64 { return s.freshness.of(table) }

// Notice looks whether another program changed the file, and if so publishes that
// every table changed. A window that only reads calls it now and then.
func (s *Store) Notice(ctx context.Context) (changed bool, err error) {
	changed, err = s.readQuietly(ctx, func(context.Context, querier) error { return nil })
	if changed {
		s.publish(s.layout.names())
	}
	return changed, err
}

// read runs work in one read transaction, so that it sees the file at one moment.
// A transaction of database/sql would take the lock for writing.
func (s *Store) read(ctx context.Context, work func(context.Context, querier) error) error {
	changed, err := s.readQuietly(ctx, work)
	if changed {
		s.publish(s.layout.names())
	}
	return err
}

// readQuietly is read for one who tells the listeners later: changed says that another program wrote to the file.
func (s *Store) readQuietly(ctx context.Context, work func(context.Context, querier) error) (changed bool, err error) {
	if err := s.enter(ctx); err != nil {
		return false, err
	}
	changed, err = s.readOnce(ctx, work)
	return changed, s.explainReading(err)
}

func (s *Store) readOnce(ctx context.Context, work func(context.Context, querier) error) (changed bool, err error) {
	if err := s.fault(ctx, Use{}); err != nil {
		return false, err
	}
	touched, err := s.look(ctx)
	if err != nil {
		return false, err
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "BEGIN DEFERRED"); err != nil {
		return false, err
	}
	defer endReading(conn)
	if changed, err = s.seesOurs(ctx, conn, touched); err != nil {
		return changed, err
	}
	return changed, work(inside(ctx), conn)
}

// seesOurs makes sure that a reader sees our community, and tells whether another program wrote to the file. Of a file that holds
// something else it tells so once: to SQLite an emptied one is another at every look, and who hears of a change reads again.
func (s *Store) seesOurs(ctx context.Context, q querier, touched bool) (changed bool, err error) {
	changed, err = s.freshness.notice(ctx, q)
	if err == nil {
		if touched && !changed {
			s.freshness.stale()
			changed = true
		}
		err = s.recognise(ctx, q, changed, false)
	}
	switch {
	case err == nil:
		return s.watch.turnedStrange(false) || changed, nil
	case errors.Is(err, errOtherBytes) || seemsDamaged(err):
		return s.watch.turnedStrange(true), err
	}
	return changed, err
}

// insideKey marks a context that is handed to work on the one connection.
type insideKey struct{}

func inside(ctx context.Context) context.Context { return context.WithValue(ctx, insideKey{}, true) }

// enter refuses work inside work: it would wait for the connection for ever.
func (s *Store) enter(ctx context.Context) error {
	if ctx.Value(insideKey{}) != nil {
		return errors.New("community file: asked for the file while using it")
	}
	return nil
}

// endReading ends the transaction even when the caller's context is over.
func endReading(conn *sql.Conn) {
	_, _ = conn.ExecContext(context.Background(), "ROLLBACK")
}

// names lists the journalled tables.
func (l *layout) names() []string {
	names := make([]string, len(l.tables))
	for i, t := range l.tables {
		names[i] = t.name
	}
	return names
}
