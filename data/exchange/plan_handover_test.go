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

// Given a file that was made to be handed over, with an empty history, and people who were changed here since, when it comes in, then what was changed here stays; what
// whoever leads it now has changed and added is offered.
func TestAHandoverComesBack(t *testing.T) {
	ctx := context.Background()
	ours := datatest.Demo(t)
	ida := data.Member{Name: "Ida Neu", Kind: data.KindMember, JoinedOn: datatest.Today, Phone: "old"}
	if err := store.Rows(ours, store.Members).Save(ctx, &ida); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "handover.cop")
	if err := ours.HandoverCopy(ctx, path); err != nil {
		t.Fatal(err)
	}
	phone := func(s *store.Store, id int64, number string) {
		t.Helper()
		if err := store.Rows(s, store.Members).Change(ctx, id, store.Visit{}, func(m *data.Member) { m.Phone = number }); err != nil {
			t.Fatal(err)
		}
	}
	phone(ours, ida.ID, "newer")
	told := func() map[string]exchange.PlanRow {
		t.Helper()
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
			if r.What() == exchange.People {
				rows[r.Title()] = r
			}
			if r.What() != exchange.People && r.Do.Do != exchange.Leave {
				t.Errorf("%s: %s %v", r.Title(), r.State, r.Do)
			}
		}
		return rows
	}
	for name, r := range told() {
		if r.Do.Do != exchange.Leave {
			t.Errorf("%s: %s %v", name, r.State, r.Do)
		}
	}

	theirs, err := store.Open(ctx, path, store.Options{Clock: datatest.Now, Owner: "successor"})
	if err != nil {
		t.Fatal(err)
	}
	neu := data.Member{Name: "Otto Später", Kind: data.KindMember, JoinedOn: datatest.Today}
	if err := store.Rows(theirs, store.Members).Save(ctx, &neu); err != nil {
		t.Fatal(err)
	}
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	rows := told()
	if r := rows["Otto Später"]; r.State != exchange.New || r.Do.Do != exchange.Add {
		t.Errorf("who was added there is %s %v", r.State, r.Do)
	}
	if r := rows["Ida Neu"]; r.State != exchange.Changed || r.Do.Do != exchange.Leave {
		t.Errorf("who was changed here is %s %v", r.State, r.Do)
	}
}
