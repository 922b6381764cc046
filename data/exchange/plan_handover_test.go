package exchange_test

import (
	"context"
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/store"
)

// givePhone changes the telephone number of somebody.
func givePhone(t *testing.T, s *store.Store, id int64, number string) {
	t.Helper()
	if err := store.Rows(s, store.Members).Change(context.Background(), id, store.Visit{}, func(m *data.Member) { m.Phone = number }); err != nil {
		t.Fatal(err)
	}
}

// joins adds somebody.
func joins(t *testing.T, s *store.Store, name string) int64 {
	t.Helper()
	m := data.Member{Name: name, Kind: data.KindMember, JoinedOn: datatest.Today, Phone: "old"}
	if err := store.Rows(s, store.Members).Save(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	return m.ID
}

// plannedFrom are the rows that bringing a handed over file would take in, by title, and all of its people.
func plannedFrom(t *testing.T, ours *store.Store, path string) map[string]exchange.PlanRow {
	t.Helper()
	ctx := context.Background()
	there, kin, err := ours.ReadKin(ctx, path)
	if err != nil || kin == nil || !kin.Unknown {
		t.Fatal(kin, err)
	}
	here, err := ours.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	p := exchange.NewPlan(here, datatest.Today)
	p.AddSource(&exchange.Source{Name: "handover.cop", What: exchange.Whole, Other: there, Kin: kin})
	rows := map[string]exchange.PlanRow{}
	for _, r := range p.Rows {
		if r.What() == exchange.People || r.Do.Do != exchange.Leave {
			rows[r.Title()] = r
		}
	}
	return rows
}

// Given a file that was made to be handed over, with an empty history, and somebody who was changed here since, when it comes in, then what was changed here stays; what
// whoever leads it now has added is offered, and what was changed there is asked about.
func TestAHandoverComesBack(t *testing.T) {
	ctx := context.Background()
	ours := datatest.Demo(t)
	ida, eve := joins(t, ours, "Ida Neu"), joins(t, ours, "Eve Anders")
	path := filepath.Join(t.TempDir(), "handover.cop")
	if err := ours.HandoverCopy(ctx, path); err != nil {
		t.Fatal(err)
	}
	givePhone(t, ours, ida, "newer")
	for title, r := range plannedFrom(t, ours, path) {
		if r.Do.Do != exchange.Leave {
			t.Errorf("%s: %s %v", title, r.State, r.Do)
		}
	}

	theirs, err := store.Open(ctx, path, store.Options{Clock: datatest.Now, Owner: "successor"})
	if err != nil {
		t.Fatal(err)
	}
	joins(t, theirs, "Otto Später")
	givePhone(t, theirs, eve, "theirs")
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	rows := plannedFrom(t, ours, path)
	for title, want := range map[string]exchange.Decision{"Otto Später": {Do: exchange.Add}, "Ida Neu": {Do: exchange.Leave}, "Eve Anders": {Do: exchange.Leave}} {
		if r := rows[title]; r.Do != want {
			t.Errorf("%s is %s %v", title, r.State, r.Do)
		}
	}
	if r := rows["Eve Anders"]; r.State != exchange.Doubtful {
		t.Errorf("who was changed there is %s", r.State)
	}
}
