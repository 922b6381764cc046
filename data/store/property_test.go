package store

import (
	"context"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"copleader/data"
)

// How long the random walk is; a change to the journal deserves a longer one.
var (
	seeds      = flag.Int("seeds", 3, "random walks through the journal")
	randomActs = flag.Int("acts", 200, "steps of each walk")
)

// model is what undo and redo must lead to: the content after each act, and where
// we stand.
type model struct {
	states []string // states[0] is before the first act
	keys   []string // keys[i] is the act that led to states[i]
	at     int
	left   []string // the branch a visit left, should the visit come to nothing
	leftBy []string
}

func (m *model) added(key, state string) {
	m.left, m.leftBy = m.states[m.at+1:], m.keys[m.at+1:]
	m.states = append(m.states[:m.at+1:m.at+1], state)
	m.keys = append(m.keys[:m.at+1:m.at+1], key)
	m.at++
}

// came to nothing: the latest act is gone, and the branch it left is back.
func (m *model) dropped() {
	m.at--
	m.states = append(m.states[:m.at+1:m.at+1], m.left...)
	m.keys = append(m.keys[:m.at+1:m.at+1], m.leftBy...)
}

// TestUndoAndRedoOfRandomActs lets random deeds, undos, redos and restarts follow
// each other and compares every row after each of them.
func TestUndoAndRedoOfRandomActs(t *testing.T) {
	acts := *randomActs
	if testing.Short() {
		acts = min(acts, 100)
	}
	for seed := range *seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := &walk{t: t, s: hurry(t, sampleStore(t)), rnd: rand.New(rand.NewPCG(uint64(seed), 7))}
			w.m = model{states: []string{content(t, w.s)}, keys: []string{""}}
			for i := range acts {
				w.step(i)
			}
			w.allTheWay()
			sound(t, w.s)
		})
	}
}

type walk struct {
	t     *testing.T
	s     *Store
	rnd   *rand.Rand
	m     model
	visit string // of the latest act, if nothing came between
	kept  bool
}

func (w *walk) step(i int) {
	switch n := w.rnd.IntN(100); {
	case n < 55:
		w.act(fmt.Sprint("act ", i), "")
	case n < 65:
		visit := fmt.Sprint("member:", w.rnd.IntN(2))
		for range 1 + w.rnd.IntN(4) {
			w.act(fmt.Sprint("visit ", i), visit)
		}
	case n < 82:
		w.undo()
	case n < 95:
		w.redo()
	default:
		w.s = hurry(w.t, reopen(w.t, w.s))
		w.visit = ""
		w.same("reopening")
	}
}

func (w *walk) act(key, visit string) {
	statements := w.statements(visit)
	before := w.newest()
	err := try(w.s, Deed{Key: key, Visit: Visit{Field: visit}}, statements...)
	if err != nil {
		if !strings.Contains(err.Error(), "constraint failed") {
			w.t.Fatalf("%v: %v", statements, err)
		}
		w.same("a failed act")
		return
	}
	after := w.newest()
	again := visit != "" && visit == w.visit && w.kept
	switch {
	case again && after == before: // the same act, taken up again
		w.m.states[w.m.at] = content(w.t, w.s)
		w.m.keys[w.m.at] = key
	case again: // it came to nothing
		w.m.dropped()
		w.kept = false
		w.same("a visit that came to nothing")
		return
	case after == before: // it changed nothing
		w.same("an empty act")
		w.visit, w.kept = visit, false
		return
	default:
		w.m.added(key, content(w.t, w.s))
	}
	w.visit, w.kept = visit, true
}

// newest is the newest deed of the journal.
func (w *walk) newest() int64 {
	return one[int64](w.t, w.s, "SELECT coalesce(max(id), 0) FROM act WHERE kind = 'do'")
}

func (w *walk) undo() {
	w.visit = ""
	d, err := w.s.Undo(context.Background())
	if w.m.at == 0 {
		wantCode(w.t, err, data.CodeNothing)
		return
	}
	if err != nil {
		w.t.Fatalf("undo of %s: %v", w.m.keys[w.m.at], err)
	}
	if d.Key != w.m.keys[w.m.at] {
		w.t.Fatalf("undid %q, want %q", d.Key, w.m.keys[w.m.at])
	}
	w.m.at--
	w.same("undo of " + d.Key)
}

func (w *walk) redo() {
	w.visit = ""
	d, err := w.s.Redo(context.Background())
	if w.m.at == len(w.m.states)-1 {
		wantCode(w.t, err, data.CodeNothing)
		return
	}
	if err != nil {
		w.t.Fatalf("redo of %s: %v", w.m.keys[w.m.at+1], err)
	}
	w.m.at++
	if d.Key != w.m.keys[w.m.at] {
		w.t.Fatalf("redid %q, want %q", d.Key, w.m.keys[w.m.at])
	}
	w.same("redo of " + d.Key)
}

func (w *walk) allTheWay() {
	for w.m.at > 0 {
		w.undo()
	}
	w.undo()
	for w.m.at < len(w.m.states)-1 {
		w.redo()
	}
	w.redo()
}

func (w *walk) same(after string) {
	w.t.Helper()
	if got, want := content(w.t, w.s), w.m.states[w.m.at]; got != want {
		w.t.Fatalf("after %s:%s", after, difference(got, want))
	}
}

// difference lists the lines that only one of two contents has.
func difference(got, want string) string {
	var b strings.Builder
	only := func(mark, a, other string) {
		for _, line := range strings.Split(a, "\n") {
			if !strings.Contains("\n"+other+"\n", "\n"+line+"\n") {
				fmt.Fprintf(&b, "\n%s %s", mark, line)
			}
		}
	}
	only("got ", got, want)
	only("want", want, got)
	return b.String()
}

// statements are one to four random changes, for a visit those of one field.
func (w *walk) statements(visit string) []string {
	if visit != "" {
		id := w.someMember()
		if w.rnd.IntN(3) == 0 {
			return []string{fmt.Sprintf("UPDATE member SET folded = %s WHERE id = %d", w.text(), id)}
		}
		return []string{fmt.Sprintf("UPDATE member SET note = %s, folded = %s WHERE id = %d", w.few(), w.few(), id)}
	}
	var list []string
	for range 1 + w.rnd.IntN(4) {
		list = append(list, w.statement())
	}
	return list
}

// someMember is the lowest id for visits, so that they mostly meet the same row.
func (w *walk) someMember() int64 {
	return one[int64](w.t, w.s, "SELECT coalesce(min(id), 0) FROM member")
}

func (w *walk) statement() string {
	id := w.rnd.IntN(30)
	other := w.rnd.IntN(30)
	choices := []func() string{
		func() string {
			return fmt.Sprintf("INSERT INTO member (name, note, weight, points) VALUES (%s, %s, %s, %s)", w.text(), w.value(), w.real(), w.integer())
		},
		func() string { return fmt.Sprintf("UPDATE member SET name = %s WHERE id = %d", w.text(), id) },
		func() string {
			return fmt.Sprintf("UPDATE member SET weight = %s, points = %s WHERE id >= %d", w.real(), w.integer(), id)
		},
		func() string { return "UPDATE member SET name = name, note = note" },
		func() string { return "UPDATE member SET name = upper(name)" },
		func() string { return fmt.Sprintf("DELETE FROM member WHERE id = %d", id) },
		func() string {
			return fmt.Sprintf("INSERT INTO event (title, host_id) SELECT %s, max(id) FROM member WHERE id < %d", w.few(), other)
		},
		func() string { return fmt.Sprintf("DELETE FROM event WHERE id = %d", id) },
		func() string {
			return fmt.Sprintf(`INSERT INTO attendance (event_id, member_id) SELECT e.id, m.id FROM event e, member m
				WHERE e.id > %d AND (m.id + e.id) %% 3 = 0 ON CONFLICT DO NOTHING`, id)
		},
		func() string {
			return fmt.Sprintf("INSERT INTO item (title, rank, parent_id, owner_id) SELECT %s, count(*), max(id), (SELECT min(id) FROM member) FROM item WHERE id < %d", w.text(), id)
		},
		func() string {
			return fmt.Sprintf("INSERT INTO item_move (item_id, place) SELECT id, %s FROM item WHERE id > %d", w.few(), id)
		},
		func() string { return fmt.Sprintf("UPDATE item SET rank = rank + 1 WHERE rank >= %d", id/3) },
		func() string {
			return fmt.Sprintf("UPDATE item SET parent_id = (SELECT max(id) FROM item WHERE id < %d) WHERE id = %d", id, id)
		},
		func() string { return fmt.Sprintf("UPDATE item SET parent_id = id WHERE id = %d", id) },
		func() string { return fmt.Sprintf("DELETE FROM item WHERE id = %d", id) },
		func() string {
			return fmt.Sprintf(`INSERT INTO setting (name, choice) VALUES ('s%d', %s) ON CONFLICT (name) DO UPDATE SET choice = excluded.choice`, id%5, w.value())
		},
		func() string {
			return fmt.Sprintf("INSERT OR REPLACE INTO setting (name, choice) VALUES ('s%d', %s)", id%5, w.value())
		},
		func() string { return fmt.Sprintf("DELETE FROM setting WHERE name = 's%d'", id%5) },
		func() string { return fmt.Sprintf("INSERT INTO event (title) VALUES ('%0*d')", 90+w.rnd.IntN(20), id) },
	}
	return choices[w.rnd.IntN(len(choices))]()
}

func (w *walk) few() string { return fmt.Sprintf("'t%d'", w.rnd.IntN(3)) }

func (w *walk) value() string {
	if w.rnd.IntN(3) == 0 {
		return "NULL"
	}
	return w.text()
}

// text is a SQL text of odd characters, valid UTF-8 or not.
func (w *walk) text() string {
	b := make([]byte, 0, 40)
	for range w.rnd.IntN(8) {
		switch w.rnd.IntN(6) {
		case 0:
			b = append(b, byte(w.rnd.IntN(256)))
		case 1:
			b = append(b, "👩‍💻"...)
		case 2:
			b = append(b, `"\u0041'`...)
		default:
			b = append(b, string(rune(w.rnd.IntN(0x3000)))...)
		}
	}
	return fmt.Sprintf("CAST(x'%x' AS TEXT)", b)
}

func (w *walk) real() string {
	switch w.rnd.IntN(6) {
	case 0:
		return "NULL"
	case 1:
		return "9e999"
	case 2:
		return fmt.Sprint(w.rnd.IntN(1000))
	}
	f := math.Float64frombits(w.rnd.Uint64())
	if math.IsNaN(f) || math.IsInf(f, 0) {
		f = 0.1
	}
	return fmt.Sprintf("%.17g", f)
}

func (w *walk) integer() string {
	return []string{"NULL", "0", "9223372036854775807", "-9223372036854775807", "9007199254740993", "1"}[w.rnd.IntN(6)]
}
