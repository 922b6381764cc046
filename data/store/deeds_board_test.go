package store_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// inColumn are the items of a column in their order.
func inColumn(d *data.Snapshot, column data.Column) (ids []int64) {
	items := slices.Clone(d.Items)
	slices.SortStableFunc(items, func(a, b data.Item) int { return a.Rank - b.Rank })
	for i := range items {
		if items[i].Column == column {
			ids = append(ids, items[i].ID)
		}
	}
	return ids
}

// Given a board, when several items of different columns are moved, then they stand one below the other where they were put, each move
// is dated, those past the limit are noted as such, and one undo takes it back.
func TestMoveSeveralItems(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	before := datatest.Read(t, s)
	there := inColumn(before, data.ColumnDoing)
	moved := []int64{inColumn(before, data.ColumnReady)[0], there[2], inColumn(before, data.ColumnIdea)[1]}
	done, err := s.MoveItems(ctx, moved, data.ColumnDoing, 1, "")
	ok(t, err)
	after := datatest.Read(t, s)
	rest := slices.DeleteFunc(slices.Clone(there), func(id int64) bool { return id == there[2] })
	want := slices.Insert(slices.Clone(rest), 1, moved...)
	if got := inColumn(after, data.ColumnDoing); !slices.Equal(got, want) {
		t.Errorf("in Doing stand %v, want %v", got, want)
	}
	if n := len(after.Moves) - len(before.Moves); n != 2 {
		t.Fatalf("%d moves are noted", n)
	}
	for _, m := range after.Moves[len(before.Moves):] {
		if m.Column != data.ColumnDoing || !m.Overrun || m.On != datatest.Today {
			t.Errorf("noted is %+v", m)
		}
	}
	ok(t, done.Undo(ctx))
	if !reflect.DeepEqual(before, datatest.Read(t, s)) {
		t.Error("the undo left something")
	}
}

// Given items without room between their ranks, when several are put between them, then the order holds all the same.
func TestMoveSeveralBetweenNeighbours(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	for range 12 { // halves the room each time
		d := datatest.Read(t, s)
		ready, idea := inColumn(d, data.ColumnReady), inColumn(d, data.ColumnIdea)
		moved := []int64{ready[len(ready)-1], ready[len(ready)-2]}
		ok(t, second(s.MoveItems(ctx, moved, data.ColumnReady, 0, "")))
		want := append(slices.Clone(moved), ready[:len(ready)-2]...)
		d = datatest.Read(t, s)
		if got := inColumn(d, data.ColumnReady); !slices.Equal(got, want) {
			t.Fatalf("in Ready stand %v, want %v", got, want)
		}
		if got := inColumn(d, data.ColumnIdea); !slices.Equal(got, idea) {
			t.Fatalf("in Idea stand %v, want %v", got, idea)
		}
	}
}

// Given three items, when they are added at once, then they stand in their order at the foot of the column, as one act that counts them.
func TestAddSeveralItems(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	before := datatest.Read(t, s)
	items := []data.Item{{Title: "One", Kind: data.KindVisit, Column: data.ColumnReady}, {Title: "Two", Kind: data.KindVisit, Column: data.ColumnReady},
		{Title: "Three", Kind: data.KindVisit, Column: data.ColumnReady}}
	done, err := s.AddItems(ctx, items)
	ok(t, err)
	want := append(inColumn(before, data.ColumnReady), items[0].ID, items[1].ID, items[2].ID)
	if got := inColumn(datatest.Read(t, s), data.ColumnReady); !slices.Equal(got, want) {
		t.Errorf("in Ready stand %v, want %v", got, want)
	}
	acts, err := s.Acts(ctx, 1)
	ok(t, err)
	if acts[0].Deed.Many != "add %d items" || acts[0].Deed.N != 3 {
		t.Errorf("the act is %+v", acts[0].Deed)
	}
	ok(t, done.Undo(ctx))
	if !reflect.DeepEqual(before, datatest.Read(t, s)) {
		t.Error("the undo left something")
	}
	if _, err := s.AddItems(ctx, []data.Item{{Title: "One", Kind: data.KindVisit, Column: data.ColumnReady}, {Kind: data.KindVisit, Column: data.ColumnReady}}); err == nil {
		t.Error("an item without a title came in")
	}
	if !reflect.DeepEqual(before, datatest.Read(t, s)) {
		t.Error("something of a refused list came in")
	}
}

// Given several items, when they are changed, then column and rank stay; when they are removed, then all are gone; each is one act.
func TestChangeAndRemoveSeveralItems(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	before := datatest.Read(t, s)
	ids := inColumn(before, data.ColumnIdea)[:3]
	ok(t, second(s.ChangeItems(ctx, store.Deed{Key: "change the kind of %d item", Many: "change the kind of %d items"}, ids, func(i *data.Item) {
		i.Kind, i.Column, i.Rank = data.KindVisit, data.ColumnDone, 1
	})))
	after := datatest.Read(t, s)
	for _, id := range ids {
		was, _ := before.ItemByID(id)
		if is, _ := after.ItemByID(id); is.Kind != data.KindVisit || is.Column != was.Column || is.Rank != was.Rank {
			t.Errorf("item %d is %+v", id, is)
		}
	}
	done, err := s.RemoveItems(ctx, ids)
	ok(t, err)
	if n := len(before.Items) - len(datatest.Read(t, s).Items); n != 3 {
		t.Errorf("%d are gone", n)
	}
	ok(t, done.Undo(ctx))
	if !reflect.DeepEqual(after, datatest.Read(t, s)) {
		t.Error("the undo left something")
	}
}
