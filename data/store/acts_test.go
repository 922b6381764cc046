package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// scan reads every page of a search and gives the keys of the acts found, the oldest first.
func scan(t *testing.T, s *store.Store, f store.ActFilter) []string {
	t.Helper()
	c := s.ScanActs(f)
	var ids []int64
	for done := false; !done; {
		marks, last, err := c.Next(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range marks {
			ids = append(ids, m.ID)
		}
		done = last
	}
	acts, err := s.ActsWith(ctx, ids...)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, id := range ids {
		a, there := acts[id]
		if !there {
			t.Fatalf("act %d can't be read", id)
		}
		key := a.Deed.Key
		if a.Kind == "undo" || a.Kind == "redo" {
			key = a.Kind + " " + key
		}
		keys = append(keys, key)
	}
	slices.Reverse(keys)
	return keys
}

func wantKeys(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

// story does this and that in the demo and gives the person, event and item it is about.
func story(t *testing.T, s *store.Store) (person, event, item int64) {
	t.Helper()
	m := data.Member{Name: "Zoë Marchand-Núñez", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, store.Rows(s, store.Members).Save(ctx, &m))
	e := data.Event{Title: "An evening", Format: "lean_coffee", On: datatest.Today.AddDays(9), Start: data.Clock(18 * 60), TimeZone: "Europe/Berlin", Minutes: 60, Audience: data.MembersOnly, Status: data.StatusPlanned}
	ok(t, store.Rows(s, store.Events).Save(ctx, &e))
	i := data.Item{Title: "A thing to do", Kind: data.KindArtefact, Column: data.ColumnIdea, CreatedOn: datatest.Today, Card: "growth"}
	ok(t, store.Rows(s, store.Items).Save(ctx, &i))
	ok(t, store.Rows(s, store.Contributions).Save(ctx, &data.Contribution{MemberID: m.ID, On: datatest.Today, Kind: data.Published, ItemID: i.ID, Note: "Ein Büchlein"}))
	ok(t, store.Rows(s, store.Items).Change(ctx, i.ID, store.Visit{}, func(r *data.Item) { r.OwnerID = m.ID }))
	ok(t, store.Rows(s, store.Items).Change(ctx, i.ID, store.Visit{}, func(r *data.Item) { r.Description = "Something long" }))
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	return m.ID, e.ID, i.ID
}

// Given a file in which much was done, when one looks for a person, an event, an item, a card, words, what is gone or was noted,
// then exactly the acts about it are found, undoing and redoing with them.
func TestActsAreFound(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	person, event, item := story(t, s)
	wantKeys(t, "all", scan(t, s, store.ActFilter{})[1:], "add %s", "plan “%s”", "add “%s”", "note a contribution", "change “%s”", "change “%s”", "change a setting")
	wantKeys(t, "the person", scan(t, s, store.ActFilter{Row: store.Name{Table: "member", ID: person}}), "add %s", "note a contribution", "change “%s”")
	wantKeys(t, "the event", scan(t, s, store.ActFilter{Row: store.Name{Table: "event", ID: event}}), "plan “%s”")
	wantKeys(t, "the item", scan(t, s, store.ActFilter{Row: store.Name{Table: "item", ID: item}}), "add “%s”", "note a contribution", "change “%s”", "change “%s”")
	wantKeys(t, "the card", scan(t, s, store.ActFilter{Card: "growth"})[1:], "add “%s”", "change “%s”", "change “%s”")
	wantKeys(t, "noted", scan(t, s, store.ActFilter{Noted: true}), "change a setting")
	words := func(words string) store.ActFilter {
		wanted := data.SearchedFor(words)
		return store.ActFilter{Matches: func(a store.Act, texts []string) bool {
			return data.HoldsAll(data.Fold(fmt.Sprint(a.Deed.Args...)+" "+strings.Join(texts, " ")), wanted)
		}}
	}
	wantKeys(t, "a word of a record", scan(t, s, words("buchlein")), "note a contribution")
	wantKeys(t, "words of two records", scan(t, s, words("marchand nunez"))[1:], "add %s")
	wantKeys(t, "no such word", scan(t, s, words("xyzzy")))
	wantKeys(t, "nothing is gone", scan(t, s, store.ActFilter{Gone: true}))

	ok(t, second(store.Rows(s, store.Items).Remove(ctx, item)))
	ok(t, second(store.Rows(s, store.Events).Remove(ctx, event)))
	wantKeys(t, "gone", scan(t, s, store.ActFilter{Gone: true}), "remove “%s”", "remove “%s”")
	wantKeys(t, "the item, gone", scan(t, s, store.ActFilter{Row: store.Name{Table: "item", ID: item}}),
		"add “%s”", "note a contribution", "change “%s”", "change “%s”", "remove “%s”")
	ok(t, second(s.Undo(ctx)))
	wantKeys(t, "the event is there again", scan(t, s, store.ActFilter{Gone: true}), "remove “%s”")
	wantKeys(t, "undoing is told", scan(t, s, store.ActFilter{Row: store.Name{Table: "event", ID: event}}), "plan “%s”", "remove “%s”", "undo remove “%s”")
}

// Given a person whose adding was undone, and what was noted of them with it, then all of that is found, and told to be gone.
func TestActsOfWhatWasUndoneAreFound(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	m := data.Member{Name: "Ana", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, store.Rows(s, store.Members).Save(ctx, &m))
	h := data.HelpReceived{MemberID: m.ID, On: datatest.Today}
	ok(t, store.Rows(s, store.Help).Save(ctx, &h))
	ok(t, store.Rows(s, store.Help).Change(ctx, h.ID, store.Visit{}, func(r *data.HelpReceived) { r.Note = "With the wiki" }))
	for range 3 {
		ok(t, second(s.Undo(ctx)))
	}
	got := scan(t, s, store.ActFilter{Row: store.Name{Table: "member", ID: m.ID}})
	if len(got) != 6 {
		t.Errorf("found %q", got)
	}
	if gone := scan(t, s, store.ActFilter{Gone: true}); len(gone) != 2 {
		t.Errorf("gone are %q", gone)
	}
}

// Rows that hang on others are found however deep they hang: the answers of a round.
func TestActsOfARoundHaveItsAnswers(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	first := datatest.Read(t, s).Rounds[0].ID
	ok(t, second(store.Rows(s, store.Rounds).Remove(ctx, first)))
	if got := scan(t, s, store.ActFilter{Row: store.Name{Table: "round", ID: first}}); len(got) != 2 || got[1] != "remove a round" {
		t.Errorf("found %q", got)
	}
}

// many is a store with so many acts.
func many(tb testing.TB, acts int) *store.Store {
	tb.Helper()
	s := datatest.Founded(tb)
	m := data.Member{Name: "Ana", Kind: data.KindMember, JoinedOn: datatest.Today}
	if err := store.Rows(s, store.Members).Save(ctx, &m); err != nil {
		tb.Fatal(err)
	}
	if err := store.Repeat(s, acts); err != nil {
		tb.Fatal(err)
	}
	return s
}

// Given 50,000 acts, then one page takes no longer than a deed may wait (a benchmark each).
func BenchmarkScanPages(b *testing.B) {
	s := many(b, 50000)
	for name, f := range map[string]store.ActFilter{
		"all":    {},
		"person": {Row: store.Name{Table: "member", ID: 2}},
		"gone":   {Gone: true},
		"words":  {Matches: func(_ store.Act, texts []string) bool { return strings.Contains(strings.Join(texts, " "), "note 77 ") }},
	} {
		b.Run(name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				c := s.ScanActs(f)
				for done := false; !done; pages++ {
					var err error
					if _, done, err = c.Next(ctx); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(pages), "ms/page")
		})
	}
}
