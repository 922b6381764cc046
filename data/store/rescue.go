package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"copleader/data"
)

// Rescue tells what of a damaged file could be read and went into a new one, and what could not.
type Rescue struct {
	Path      string // of the new file
	Community string // fit to be shown
	// Members, Events and Items are how many of each went over, Others how many rows of all other tables.
	Members, Events, Items, Others int
	// Lost says what could not be read, a sentence each, More how many sentences there would be beyond those.
	Lost []data.Phrase
	More int
}

// What a rescue may take: so many sentences, so long, so many numbers of rows tried one by one in a table.
const (
	mostLost    = 500
	rescueMost  = 3 * time.Minute
	mostNumbers = 1 << 20
)

// RescueInto takes what can be read of a damaged file into a new one at to, whatever the damage; the damaged file is not even opened by
// SQLite: what is read is a copy of its bytes. The new file is of the same community, is proven as any other, and has no history: what
// was done before can't be taken back in it.
func RescueInto(ctx context.Context, from, to string, o Options) (Rescue, error) {
	s, err := newStore(from, o)
	if err != nil {
		return Rescue{}, err
	}
	if s.file, err = inspect(s.path, s.blueprint.newest()); err != nil {
		return Rescue{}, err
	}
	ctx, stop := context.WithTimeout(ctx, rescueMost)
	defer stop()
	bytes := &readable{ctx: ctx, fail: o.unread}
	draft, drop, err := s.copyToRead(bytes)
	if err != nil {
		return Rescue{}, s.explainAside(err)
	}
	defer drop()
	source := connectBroken(draft)
	defer func() { _ = source.Close() }()
	conn, err := source.Conn(ctx)
	if err != nil {
		return Rescue{}, withCause(nothingReads(s.path), err)
	}
	defer conn.Close()
	w := &rescuer{from: s, source: conn, today: s.today(), told: &Rescue{Path: to}}
	if bytes.unread > 0 {
		w.lost(data.Say("%d of %d KB of the file could not be read from the disk; what stood there is missing.", kilobytes(bytes.unread), kilobytes(bytes.size)))
	}
	if err := w.make(ctx, to); err != nil {
		return Rescue{}, explainMaking(to, err)
	}
	return *w.told, nil
}

func nothingReads(path string) *data.Error {
	return data.Fault(data.CodeDamaged,
		"Nothing of “%s” could be read, so no new file was made. It was left as it is. Please restore the newest copy of your community.", shortName(path))
}

// copyToRead copies the bytes of the file, as far as they can be read, with what a crash left beside it if that is its own.
func (s *Store) copyToRead(bytes *readable) (draft string, drop func(), err error) {
	var beside []string
	if journalsFit(s.path) {
		beside = leftovers(s.path)
	}
	draft, drop, err = s.copyAside(beside, bytes.copyFile)
	if err != nil || len(beside) == 0 {
		return draft, drop, err
	}
	db := connect(draft, writing)
	_, rolledBack := readVersion(context.Background(), db)
	if errors.Join(rolledBack, db.Close()) != nil { // it is read without, then
		drop()
		return s.copyAside(nil, bytes.copyFile)
	}
	return draft, drop, nil
}

// rescuer takes rows of a damaged file into a new one.
type rescuer struct {
	from   *Store
	source *sql.Conn
	tx     *sql.Tx   // of the new file
	today  data.Date // stands in for a day that is needed and can't be read, until the first day of the community is known
	told   *Rescue
	// journal is what the journal says of rows.
	journal witness
}

// lost notes a sentence about what could not be read.
func (w *rescuer) lost(p data.Phrase) {
	if len(w.told.Lost) == mostLost {
		w.told.More++
		return
	}
	w.told.Lost = append(w.told.Lost, p)
}

// make builds the new file as a draft, fills it, proves it and gives it its name.
func (w *rescuer) make(ctx context.Context, to string) error {
	draft, err := draftName(to)
	if err != nil {
		return err
	}
	defer dropDraft(draft)
	b := w.from.blueprint
	if err := b.build(ctx, draft); err != nil {
		return err
	}
	made, err := Open(ctx, draft, Options{Clock: w.from.clock, blueprint: b})
	if err != nil {
		return err
	}
	err = made.act(ctx, Deed{Key: "take over what could be read of a damaged file"}, func(ctx context.Context, tx *sql.Tx) error {
		w.tx = tx
		return w.fill(ctx, made.layout)
	})
	if err = errors.Join(err, made.Close()); err != nil {
		return err
	}
	if err := w.from.Prove(ctx, draft); err != nil {
		return err
	}
	return publishFile(draft, to, false)
}

// fill takes over table after table, then mends what leads nowhere.
func (w *rescuer) fill(ctx context.Context, l *layout) error {
	if _, err := w.tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
		return err
	}
	if err := w.hear(ctx); err != nil {
		return err
	}
	if err := w.community(ctx); err != nil {
		return err
	}
	read := 0
	for _, p := range parts(&data.Snapshot{}) {
		n, err := rescueRows(ctx, w, p.kind)
		if err != nil {
			return err
		}
		read += n
	}
	if read == 0 {
		return nothingReads(w.from.path)
	}
	if err := w.picture(ctx); err != nil {
		return err
	}
	if err := w.mend(ctx, l); err != nil {
		return err
	}
	if err := w.identity(ctx); err != nil {
		return err
	}
	return errors.Join(w.count(ctx, l), sealBeginning(ctx, w.tx))
}

// community takes over the one row about the community, or makes one in its place.
func (w *rescuer) community(ctx context.Context) error {
	if _, err := rescueRows(ctx, w, communityRows.kind); err != nil {
		return err
	}
	c, err := communityRows.get(ctx, w.tx, 1)
	if data.IsCode(err, data.CodeNotFound) {
		name := shown(strings.TrimSuffix(filepath.Base(w.from.path), filepath.Ext(w.from.path)), 60)
		c = data.NewCommunity(name)
		c.ID, c.StartedOn = 1, w.today
		w.lost(data.Say("What the charter says could not be read; the community is called “%s” until you write it anew.", name))
		err = insertUnchecked(ctx, w.tx, communityRows.kind, &c)
	}
	if err != nil {
		return err
	}
	w.told.Community = shown(c.Name, longestShown)
	if c.StartedOn != 0 {
		w.today = c.StartedOn
	}
	return nil
}

// picture takes over the picture of the charter, if it is what its name says.
func (w *rescuer) picture(ctx context.Context) error {
	c, err := communityRows.get(ctx, w.tx, 1)
	if err != nil || c.LogoHash == "" {
		return err
	}
	var kind string
	var content []byte
	if len(w.storedColumns(ctx, "picture")) == 3 {
		err = w.source.QueryRowContext(ctx, "SELECT kind, content FROM picture NOT INDEXED WHERE hash = ?", c.LogoHash).Scan(&kind, &content)
	}
	sum := sha256.Sum256(content)
	if err == nil && len(content) <= maxPicture && hex.EncodeToString(sum[:]) == c.LogoHash {
		_, err = w.tx.ExecContext(ctx, "INSERT INTO picture (hash, kind, content) VALUES (?, ?, ?)", c.LogoHash, kind, content)
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	w.lost(data.Say("The picture could not be read; please choose it again."))
	c.LogoHash = ""
	return communityRows.write(ctx, w.tx, &c)
}

// identity has the copies of the community know the new file too.
func (w *rescuer) identity(ctx context.Context) error {
	l, err := w.from.blueprint.layout(ctx, w.from.blueprint.newest())
	if err != nil {
		return err
	}
	if len(w.storedColumns(ctx, identityTable)) == 0 {
		return nil
	}
	identity, err := readIdentity(ctx, w.source, l)
	if err != nil {
		return ctx.Err() // the new file keeps the one it was made with
	}
	_, err = w.tx.ExecContext(ctx, "UPDATE identity SET community = ?", identity)
	return err
}

// mend cuts references that lead nowhere: a row that belongs to what is gone goes too.
func (w *rescuer) mend(ctx context.Context, l *layout) error {
	for again := true; again; {
		again = false
		for _, t := range l.tables {
			for _, ref := range t.refs {
				cut, err := w.mendOne(ctx, t, ref)
				if err != nil {
					return err
				}
				again = again || cut
			}
		}
	}
	return nil
}

func (w *rescuer) mendOne(ctx context.Context, t journalled, ref reference) (cut bool, err error) {
	ids, err := gather(ctx, w.tx, func(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) },
		fmt.Sprintf("SELECT id FROM %s WHERE %s IS NOT NULL AND %[2]s NOT IN (SELECT id FROM %s)", t.name, ref.column, ref.table))
	for _, id := range ids {
		cut := fmt.Sprintf("UPDATE %s SET %s = NULL WHERE id = ?", t.name, ref.column)
		if ref.belongs {
			cut = fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.name)
		} else {
			w.lost(data.Say("%s, %s: “%s” led to what could not be read, and is empty now.", tableTitle(t.name), w.called(ctx, t, id), labelOf(t.name, ref.column)))
		}
		if _, err := w.tx.ExecContext(ctx, cut, id); err != nil {
			return false, err
		}
	}
	if ref.belongs && len(ids) > 0 {
		w.lost(data.SayCount(len(ids), "%d entry of “%s” was left out, since what it belongs to could not be read.",
			"%d entries of “%s” were left out, since what they belong to could not be read.", tableTitle(t.name)))
	}
	return len(ids) > 0, err
}

// called is what a row of the new file is called to a person.
func (w *rescuer) called(ctx context.Context, t journalled, id int64) data.Phrase {
	var name string
	if t.title != "" {
		_ = w.tx.QueryRowContext(ctx, "SELECT "+t.title+" FROM "+t.name+" WHERE id = ?", id).Scan(&name) // else it has its number
	}
	return rowCalled(name, id)
}

func rowCalled(name string, id int64) data.Phrase {
	if name = shown(name, longestShown); name != "" {
		return data.Say("“%s”", name)
	}
	return data.Say("number %d", id)
}

// count tells how much went over.
func (w *rescuer) count(ctx context.Context, l *layout) error {
	of := map[string]*int{memberRows.name: &w.told.Members, eventRows.name: &w.told.Events, itemRows.name: &w.told.Items}
	for _, t := range l.tables {
		into := of[t.name]
		if into == nil {
			into = &w.told.Others
		}
		var n int
		if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM "+t.name).Scan(&n); err != nil {
			return err
		}
		*into += n
	}
	return nil
}
