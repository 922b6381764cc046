package history

import (
	"context"
	"database/sql"
	"net/url"
	"slices"
	"testing"
	"time"

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

// stopwatch is a Runner that measures the longest single thing done on the window's goroutine.
type stopwatch struct {
	jobs    []func() func()
	longest time.Duration
}

// Run keeps the work.
func (r *stopwatch) Run(work func() (done func())) { r.jobs = append(r.jobs, work) }

// time does something on the window's goroutine, then all that comes of it.
func (r *stopwatch) time(do func()) {
	r.one(do)
	for len(r.jobs) > 0 {
		work := r.jobs[0]
		r.jobs = r.jobs[1:]
		if done := work(); done != nil {
			r.one(done)
		}
	}
}

func (r *stopwatch) one(do func()) {
	start := time.Now()
	do()
	r.longest = max(r.longest, time.Since(start))
}

// BenchmarkHistory looks at 50,000 deeds of a community of 10,000. The longest single thing on the window's goroutine is to take 16 ms at
// most, so that no picture is left out.
func BenchmarkHistory(b *testing.B) {
	watch := &stopwatch{}
	w := uitest.Open(b, uitest.Options{Runner: watch})
	st := longHistory(b)
	s := New(w.Deps(), st)
	watch.time(func() { w.ShowPage(s) })
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
			var longest []time.Duration
			for b.Loop() {
				watch.longest = 0
				watch.time(deed)
				if name == "about" || name == "search" {
					watch.time(func() { s.about.Choose(""); s.search.SetText("") })
				}
				longest = append(longest, watch.longest)
			}
			slices.Sort(longest) // the middle one: others work on this machine too
			b.ReportMetric(float64(longest[len(longest)/2].Microseconds())/1000, "ms-longest")
		})
	}
}
