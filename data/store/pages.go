package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/mattn/go-sqlite3"
)

// pagesAtOnce is how many pages of 4 KB are copied between two deeds: few enough
// for none to wait noticeably, enough for a copy to be quick.
const pagesAtOnce = 64

// How long a copy waits for another program that is writing the file.
const (
	copyPatience = 5 * time.Second
	copyPause    = 10 * time.Millisecond
)

// errCopyBusy is that another program kept the file from being copied.
var errCopyBusy = sqlite3.Error{Code: sqlite3.ErrBusy}

// copyPages copies a database into an empty one, some pages at a time through the
// one connection of the source, so that deeds go on in between; what they change
// meanwhile is in the copy too. The last pages are copied in one reading together
// with what look finds, so that it tells of the very moment of the copy.
func copyPages(ctx context.Context, from, to *sql.DB, look func(context.Context, querier) error) error {
	dest, err := to.Conn(ctx)
	if err != nil {
		return err
	}
	defer dest.Close()
	c := pageCopy{from: from, dest: dest}
	defer func() { _ = c.finish() }() // after a copy that went well this does nothing
	for waited := time.Duration(0); !c.begun || c.left > pagesAtOnce; {
		n, before := 0, c.left
		if c.begun {
			n = pagesAtOnce
		}
		if err := c.some(ctx, n); err != nil {
			return err
		}
		if c.left != before {
			waited = 0
			continue
		}
		if waited += copyPause; waited > copyPatience {
			return errCopyBusy
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(copyPause):
		}
	}
	return c.rest(ctx, look)
}

// nothingElse is for a copy of which no more is asked.
func nothingElse(context.Context, querier) error { return nil }

// pageCopy is one copy under way.
type pageCopy struct {
	from   *sql.DB
	dest   *sql.Conn
	source *sqlite3.SQLiteConn // the connection the copy began with
	backup *sqlite3.SQLiteBackup
	begun  bool
	left   int // pages
}

// some copies the next pages, or with 0 only counts them, and lets the connection
// go. A source that shrank meanwhile is done too early for what comes later to
// reach the copy, which therefore begins anew.
func (c *pageCopy) some(ctx context.Context, n int) error {
	conn, err := c.from.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	done, err := c.step(conn, n)
	if done && c.left != noPages {
		c.begun, c.left = false, 0
		return c.finish()
	}
	return err
}

// noPages is what is left of a source that was emptied.
const noPages = -1

// rest copies what is left while look reads the source.
func (c *pageCopy) rest(ctx context.Context, look func(context.Context, querier) error) error {
	conn, err := c.from.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "BEGIN DEFERRED"); err != nil {
		return err
	}
	defer endReading(conn)
	if err := look(inside(ctx), conn); err != nil {
		return err
	}
	if done, err := c.step(conn, -1); err != nil {
		return err
	} else if !done {
		return errCopyBusy
	}
	return c.finish()
}

// step copies n pages, all of them when n is negative, and tells whether none are left.
func (c *pageCopy) step(conn *sql.Conn, n int) (done bool, err error) {
	err = conn.Raw(func(raw any) error {
		source, ok := raw.(*sqlite3.SQLiteConn)
		if !ok || c.source != nil && c.source != source {
			return errors.New("community file: the connection was made anew during a copy")
		}
		if c.backup == nil {
			if err := c.begin(source); err != nil {
				return err
			}
		}
		if done, err = c.backup.Step(n); err != nil {
			return plainCode(err)
		}
		switch {
		case c.backup.PageCount() > 0:
			c.begun, c.left = true, c.backup.Remaining()
		case done:
			c.begun, c.left = true, noPages
		}
		return nil
	})
	return done, err
}

func (c *pageCopy) begin(source *sqlite3.SQLiteConn) error {
	return c.dest.Raw(func(raw any) (err error) {
		c.source = source
		c.backup, err = raw.(*sqlite3.SQLiteConn).Backup("main", source, "main")
		return err
	})
}

// finish ends the copy; a second time it does nothing.
func (c *pageCopy) finish() error {
	if c.backup == nil {
		return nil
	}
	backup := c.backup
	c.backup = nil
	return plainCode(backup.Finish())
}

// plainCode gives an error of the copying, which has an extended code where the
// others have the plain one, the form of the others.
func plainCode(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	e.ExtendedCode = sqlite3.ErrNoExtended(e.Code)
	e.Code &= 0xff
	return e
}
