package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
)

// newest is what the newest act is called.
func newest(t *testing.T, s *store.Store) string {
	t.Helper()
	acts, err := s.Acts(ctx, 1)
	ok(t, err)
	return words.English().Of(acts[0].Deed.Phrase())
}

// Given a table of which rows have a name, then each act on one is called by it; of one without, by its words alone.
func TestActsOnRowsAreCalledByTheirTable(t *testing.T) {
	s := datatest.Demo(t)
	measures, help := store.Rows(s, store.Measures), store.Rows(s, store.Help)
	m := data.Measure{Wording: "Fewer reruns", Kind: data.MeasureOutside}
	h := data.HelpReceived{MemberID: 5, On: datatest.Today}
	steps := []struct {
		want string
		do   func() error
	}{
		{"add measure “Fewer reruns”", func() error { return measures.Save(ctx, &m) }},
		{"change measure “Far fewer reruns”", func() error {
			m.Wording = "Far fewer reruns"
			return measures.Save(ctx, &m)
		}},
		{"change measure “No reruns”", func() error {
			return measures.Change(ctx, m.ID, store.Visit{}, func(m *data.Measure) { m.Wording = "No reruns" })
		}},
		{"remove a measure", func() error { return second(measures.Remove(ctx, m.ID)) }},
		{"note help received", func() error { return help.Save(ctx, &h) }},
		{"note help received", func() error {
			return help.Change(ctx, h.ID, store.Visit{}, func(h *data.HelpReceived) { h.Note = "x" })
		}},
		{"remove a note of help", func() error { return second(help.Remove(ctx, h.ID)) }},
	}
	for _, step := range steps {
		ok(t, step.do())
		if got := newest(t, s); got != step.want {
			t.Errorf("the act is called %q, want %q", got, step.want)
		}
	}
}

// Given events of one title, as those of a series, then acts on them name the day too, also once the event is gone.
func TestActsOnEventsNameTheirDay(t *testing.T) {
	s := datatest.Demo(t)
	events := store.Rows(s, store.Events)
	e, _ := datatest.Read(t, s).EventByID(10)
	ok(t, events.Change(ctx, e.ID, store.Visit{}, func(e *data.Event) { e.Place = "Room Kepler" }))
	if got, want := newest(t, s), "change “Sat 5 Dec · Second lightning round”"; got != want {
		t.Errorf("the act is called %q, want %q", got, want)
	}
	ok(t, second(events.Remove(ctx, e.ID)))
	if got, want := newest(t, s), "remove “Sat 5 Dec · Second lightning round”"; got != want {
		t.Errorf("the act is called %q, want %q", got, want)
	}
}

// Given the rules of a table, then no way of its handle goes round them.
func TestRulesOfATable(t *testing.T) {
	s := datatest.Demo(t)
	d := datatest.Read(t, s)
	items, rounds := store.Rows(s, store.Items), store.Rows(s, store.Rounds)

	item := d.Items[0]
	was := item
	item.Title, item.Column, item.Rank = "Renamed", data.ColumnParked, 7
	ok(t, items.Save(ctx, &item))
	round := d.Rounds[0]
	other := data.TrafficLight
	if round.Scale == other {
		other = data.Agreement5
	}
	ok(t, rounds.Change(ctx, round.ID, store.Visit{}, func(r *data.Round) { r.ID, r.Name, r.Scale = 99, "Renamed", other }))
	d = datatest.Read(t, s)
	if i, _ := d.ItemByID(was.ID); i.Title != "Renamed" || i.Column != was.Column || i.Rank != was.Rank {
		t.Errorf("saved, the item is %+v", i)
	}
	if r, _ := d.RoundByID(round.ID); r.Name != "Renamed" || r.Scale != round.Scale {
		t.Errorf("changed, the round is %+v", r)
	}

	before, acts := text(t, s), actCount(t, s)
	sponsors := store.Rows(s, store.Sponsors)
	for len(datatest.Read(t, s).Sponsors) < data.MaxSponsors {
		ok(t, sponsors.Save(ctx, &data.Sponsor{Name: "Kim", Kind: data.Champion}))
		before, acts = text(t, s), actCount(t, s)
	}
	wantRefused(t, []refusal{
		{"the leader removed", "", second(store.Rows(s, store.Members).Remove(ctx, 1))},
		{"a sponsor too many", "", sponsors.Save(ctx, &data.Sponsor{Name: "Lee", Kind: data.Champion})},
		{"a round without cards", "", rounds.Save(ctx, &data.Round{Code: "R9", Name: "Nine", Scale: data.Agreement5, OpenedOn: datatest.Today, MinGroup: 5})},
		{"a row that is not there", "", sponsors.Change(ctx, 999, store.Visit{}, func(*data.Sponsor) {})},
		{"a row that is not there any more", "", sponsors.Save(ctx, &data.Sponsor{ID: 999, Name: "Lee", Kind: data.Champion})},
		{"a row without a name", "name", sponsors.Change(ctx, 1, store.Visit{}, func(r *data.Sponsor) { r.Name = " " })},
	})
	if text(t, s) != before || actCount(t, s) != acts {
		t.Error("a refused deed changed the file")
	}
}

// Given a disk that is full, then a deed says so and leaves the file as it was, and a new row is new at the next try.
func TestAFullDisk(t *testing.T) {
	s, faults := datatest.Breakable(t)
	before, sponsors := text(t, s), store.Rows(s, store.Sponsors)
	faults.Set(datatest.Writing(datatest.DiskFull))
	kim := data.Sponsor{Name: "Kim", Kind: data.Champion}
	for what, err := range map[string]error{
		"save":   sponsors.Save(ctx, &kim),
		"remove": second(sponsors.Remove(ctx, 1)),
		"vote":   s.AddVotes(ctx, 18, 3),
		"road":   s.NoteRoad(ctx, []int{1}),
	} {
		if !data.IsCode(err, data.CodeFull) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if text(t, s) != before {
		t.Error("a deed that failed changed the file")
	}
	faults.Set()
	ok(t, sponsors.Save(ctx, &kim))
	faults.Set(datatest.Writing(datatest.DiskFull))
	if _, err := s.Undo(ctx); !data.IsCode(err, data.CodeFull) || last(datatest.Read(t, s).Sponsors).Name != "Kim" {
		t.Errorf("undoing: %v", err)
	}
}

// Given faults that are chosen, then only what they are for fails.
func TestFaultsAreChosen(t *testing.T) {
	s, faults := datatest.Breakable(t)
	broken := errors.New("broken")
	read := func() error { return second(s.Snapshot(ctx)) }
	vote := func(ctx context.Context) error { return s.AddVotes(ctx, 18, 1) }
	wantOnly := func(what string, err error, fails bool) {
		t.Helper()
		if errors.Is(err, broken) != fails || err != nil && !fails {
			t.Errorf("%s: %v", what, err)
		}
	}
	faults.Set(datatest.Reading(broken))
	wantOnly("reading", read(), true)
	wantOnly("writing while reading fails", vote(ctx), false)
	faults.Set(datatest.Writing(broken, "member"))
	wantOnly("another table", vote(ctx), false)
	wantOnly("its table", second(store.Rows(s, store.Members).Remove(ctx, 5)), true)
	wantOnly("reading while writing fails", read(), false)
	faults.Set(datatest.Nth(2, datatest.Writing(broken)))
	for _, fails := range []bool{false, true, false} {
		wantOnly("one of three", vote(ctx), fails)
		wantOnly("reading between", read(), false)
	}
	faults.Set(datatest.Slow(time.Minute))
	short, stop := context.WithTimeout(ctx, 10*time.Millisecond)
	defer stop()
	if err := vote(short); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cut short: %v", err)
	}
	wantOnly("reading beside", read(), false)
}
