package store_test

import (
	"fmt"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
)

// toldChanges words the changes of the newest act, a row a line.
func toldChanges(t *testing.T, s *store.Store) string {
	t.Helper()
	changes, more, err := s.Changes(ctx, newestAct(t, s), 50)
	if err != nil || more != 0 {
		t.Fatal(more, err)
	}
	say := words.English()
	var lines []string
	for _, c := range changes {
		var parts []string
		for _, called := range c.Called {
			parts = append(parts, say.Text("%s", called))
		}
		line := fmt.Sprintf("%s %s [%s]", c.Op, c.Row.Table, strings.Join(parts, " / "))
		for _, f := range c.Fields {
			if label := say.Of(f.Label); label != "" && (!f.Before.IsZero() || !f.After.IsZero()) {
				line += fmt.Sprintf(" %s: %s > %s;", label, say.Of(f.Before), say.Of(f.After))
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func wantTold(t *testing.T, s *store.Store, want ...string) {
	t.Helper()
	if got := toldChanges(t, s); got != strings.Join(want, "\n") {
		t.Errorf("\n got %s\nwant %s", got, strings.Join(want, "\n"))
	}
}

// Given changes of rows of several kinds, then each is told by the labels of its fields, with dates, choices and references in words,
// and rows without a name by what they belong to; an undo is told the other way round.
func TestChangesInWords(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	members, items := store.Rows(s, store.Members), store.Rows(s, store.Items)
	ok(t, members.Change(ctx, 2, store.Visit{}, func(m *data.Member) {
		m.Organisation, m.JoinedOn, m.Kind = "Πυξίδα AG", data.NewDate(2026, 1, 2), data.KindContact
	}))
	got := toldChanges(t, s)
	for _, part := range []string{"update member [", "Organisation: ", "> Πυξίδα AG;", "> 2 Jan 2026;", "Member > Contact;"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q lacks %q", got, part)
		}
	}
	ok(t, second(s.Undo(ctx)))
	if got := toldChanges(t, s); !strings.Contains(got, "Πυξίδα AG > ") || !strings.Contains(got, "Contact > Member;") {
		t.Errorf("undone: %q", got)
	}
	snapshot := datatest.Read(t, s)
	owner, item := snapshot.Members[3], snapshot.Items[0]
	ok(t, items.Change(ctx, item.ID, store.Visit{}, func(i *data.Item) { i.OwnerID = owner.ID }))
	if got := toldChanges(t, s); !strings.Contains(got, "> "+owner.Name+";") {
		t.Errorf("a new owner: %q", got)
	}
	ok(t, store.Rows(s, store.Contributions).Save(ctx, &data.Contribution{MemberID: owner.ID, On: datatest.Today, Kind: data.Published, Note: "A booklet"}))
	if got := toldChanges(t, s); !strings.HasPrefix(got, "insert contribution ["+owner.Name+"]") || !strings.Contains(got, "> A booklet;") {
		t.Errorf("a contribution: %q", got)
	}
	ok(t, s.SetSetting(ctx, "level.fewEvents", store.Visit{}, "5"))
	wantTold(t, s, "update setting [Settings] Rule: Levels are shown from 3 events on > Levels are shown from 5 events on;")
}

// What a removal took along is told with it, children first, by the names it had.
func TestChangesOfARemoval(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	event := datatest.Read(t, s).Events[0]
	ok(t, second(store.Rows(s, store.Events).Remove(ctx, event.ID)))
	all, more, err := s.Changes(ctx, newestAct(t, s), 1000)
	if err != nil || more != 0 || len(all) < 4 {
		t.Fatalf("%d rows and %d more, %v", len(all), more, err)
	}
	last := all[len(all)-1]
	if last.Row != (store.Name{Table: "event", ID: event.ID}) || last.Op != "delete" ||
		words.English().Text("%s", last.Called...) != "Sat 30 May · "+event.Title {
		t.Errorf("at last %+v", last)
	}
	for _, c := range all {
		if c.Op == "delete" && !strings.Contains(fmt.Sprint(c.Called), event.Title) {
			t.Errorf("%s belongs to %v", c.Row.Table, c.Called)
		}
	}
}

// Of many rows the first are told, and how many more; of no act none.
func TestChangesOfARemovalInPart(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	ok(t, second(store.Rows(s, store.Events).Remove(ctx, datatest.Read(t, s).Events[0].ID)))
	all, _, err := s.Changes(ctx, newestAct(t, s), 1000)
	ok(t, err)
	some, more, err := s.Changes(ctx, newestAct(t, s), 2)
	if err != nil || len(some) != 2 || more != len(all)-2 {
		t.Errorf("%d rows and %d more, %v", len(some), more, err)
	}
	if none, more, err := s.Changes(ctx, 99999, 5); err != nil || len(none) != 0 || more != 0 {
		t.Errorf("of no act: %v, %d, %v", none, more, err)
	}
}
