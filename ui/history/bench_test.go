package history

import (
	"context"
	"database/sql"
	"net/url"
	"testing"

	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// longHistory is a community of 10,000 members with 50,000 deeds about them, written into the closed file at once.
func longHistory(b *testing.B) *store.Store {
	b.Helper()
	s := datatest.Filled(b, datatest.Large(10_000, 1_000, 20_000))
	path := s.Path()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	u := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite3", u.String())
	if err != nil {
		b.Fatal(err)
	}
	const numbers = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50000) "
	for _, statement := range []string{
		numbers + `INSERT INTO act (at, kind, key, args) SELECT strftime('%Y-%m-%dT%H:%M:%SZ', '2024-11-21', '+' || (i * 20) || ' minutes'), 'do', 'change %s',
			'[{"t":"member","id":' || (i % 10000 + 1) || '}]' FROM n`,
		`INSERT INTO change (act_id, tbl, row_id, op, before, after) SELECT id, 'member', id % 10000 + 1, 'update', '{"note":""}', '{"note":"noted"}' FROM act WHERE key = 'change %s'`,
	} {
		if _, err := db.Exec(statement); err != nil {
			b.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	s, err = store.Open(context.Background(), path, store.Options{Clock: datatest.Now})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

// BenchmarkHistory looks at 50,000 deeds of a community of 10,000. The longest single thing on the window's goroutine is to take 16 ms at
// most, so that no picture is left out.
func BenchmarkHistory(b *testing.B) {
	watch := &uitest.Stopwatch{}
	w := uitest.Open(b, uitest.Options{Runner: watch})
	st := longHistory(b)
	s := New(w.Deps(), st)
	watch.Time(func() { w.ShowPage(s) })
	letter := 0
	for name, deed := range map[string]func(){
		"load":   s.Load,
		"choose": func() { s.list.Select(s.marks[len(s.marks)/2].ID); s.choose(s.marks[len(s.marks)/2]) },
		"search": func() { letter++; s.search.SetText([]string{"note", "member 0", "zzz"}[letter%3]) },
		"about":  func() { letter++; s.about.Choose([]string{"member:7", "", "event:3"}[letter%3]) },
		"end":    func() { letter++; s.list.Select(s.marks[letter%2*(len(s.marks)-1)].ID) },
		"words":  s.list.Refresh,
	} {
		b.Run(name, func(b *testing.B) {
			watch.Reset()
			for b.Loop() {
				watch.Time(deed)
				if name == "about" || name == "search" {
					watch.Time(func() { s.about.Choose(""); s.search.SetText("") })
				}
			}
			watch.Report(b)
		})
	}
}
