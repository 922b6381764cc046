package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// longestValue bounds one value, and so one row's record in the journal, in
// bytes: the field limits of data/README.md, Charter together stay far below
// it, even with every character escaped, while a forged giant is refused before
// it costs time.
const longestValue = 8 << 20

// hookPragmas are set on every connection. REPLACE must fire delete triggers or
// the journal would miss the replaced row; a foreign file must not be able to
// call functions from its schema; erased text must not stay in freed pages.
var hookPragmas = []string{
	"PRAGMA recursive_triggers = ON",
	"PRAGMA trusted_schema = OFF",
	"PRAGMA cell_size_check = ON",
	"PRAGMA mmap_size = 0",
	"PRAGMA secure_delete = ON",
}

// SQLiteVersion is the version of SQLite that is built into the program.
func SQLiteVersion() string {
	version, _, _ := sqlite3.Version()
	return version
}

// connector opens connections of a driver of our own, so that no global driver
// name is taken.
type connector struct {
	driver *sqlite3.SQLiteDriver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }

func (c connector) Driver() driver.Driver { return c.driver }

// access says how a file is opened.
type access int

const (
	reading  access = iota // nothing is ever written
	writing                // the normal case: DELETE journal, full synchronisation
	building               // a file nobody else knows yet: synchronised once, at the end
)

// connect prepares one connection to the file at path; it is opened at first use.
// One connection only, so that a reader and the writer cannot block each other.
func connect(path string, how access) *sql.DB {
	query := url.Values{"_foreign_keys": {"on"}, "_busy_timeout": {"5000"}, "_txlock": {"immediate"}}
	switch how {
	case reading:
		query.Set("mode", "ro")
	case writing:
		query.Set("mode", "rw")
		query.Set("_journal_mode", "DELETE")
		query.Set("_synchronous", "FULL")
	case building:
		query.Set("mode", "rwc")
		query.Set("_journal_mode", "MEMORY")
		query.Set("_synchronous", "OFF")
	}
	return pool(dataSource(path, query))
}

// connectBroken prepares one connection to read what can be read of a damaged file: what of the schema can't be understood is passed
// over, and so is that pages are missing. The driver looks at the schema of the file it opens before anything can be set, so this one is
// attached.
func connectBroken(path string) *sql.DB {
	attach := func(conn *sqlite3.SQLiteConn) error {
		if err := prepare(conn); err != nil {
			return err
		}
		if _, err := conn.Exec("PRAGMA writable_schema = ON", nil); err != nil {
			return err
		}
		_, err := conn.Exec("ATTACH ? AS broken", []driver.Value{dataSource(path, url.Values{"mode": {"ro"}})})
		return err
	}
	return poolOf("file::memory:", attach)
}

// connectMemory is a database of its own in memory.
func connectMemory() *sql.DB { return pool("file::memory:?_foreign_keys=on") }

func pool(dsn string) *sql.DB { return poolOf(dsn, prepare) }

func poolOf(dsn string, prepare func(*sqlite3.SQLiteConn) error) *sql.DB {
	db := sql.OpenDB(connector{&sqlite3.SQLiteDriver{ConnectHook: prepare}, dsn})
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	return db
}

// dataSource writes the path as a URL; joined by hand, names with % ? # would
// open another file.
func dataSource(path string, query url.Values) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}
	return u.String()
}

func prepare(conn *sqlite3.SQLiteConn) error {
	for _, pragma := range hookPragmas {
		if _, err := conn.Exec(pragma, nil); err != nil {
			return err
		}
	}
	conn.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, longestValue)
	return nil
}

// querier is what reading needs: a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// runner is what writing needs: a connection or a transaction.
type runner interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}
