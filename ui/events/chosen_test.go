package events

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// planned adds three events after the demo's next one, and gives their ids.
func (b *bench) planned() []int64 {
	b.T.Helper()
	var plans []store.Plan
	for n := range 3 {
		plans = append(plans, store.Plan{LeaderID: 1, Event: data.Event{Title: fmt.Sprintf("Later %d", n+1), Format: data.UsualFormat, On: datatest.Today.AddDays(30 + 7*n),
			Start: 16 * 60, Minutes: 60, TimeZone: "Europe/Berlin", Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted}})
	}
	if _, err := b.Store.PlanEvents(b.T.Context(), "", plans); err != nil {
		b.T.Fatal(err)
	}
	b.Settle()
	ids := make([]int64, len(plans))
	for n := range plans {
		ids[n] = plans[n].Event.ID
	}
	return ids
}

// choose chooses events of the list by Ctrl and the pointer.
func (b *bench) choose(ids []int64) {
	b.T.Helper()
	b.arrive(ids[0])
	for _, id := range ids[1:] {
		b.Holding(fyne.KeyModifierShortcutDefault, func() { b.TapNode(b.ByID("row", fmt.Sprint(id))) })
	}
	b.Want(fmt.Sprintf("%d chosen", len(ids)))
}

// of are some events, in the file.
func (b *bench) of(ids []int64) []data.Event {
	var found []data.Event
	for _, e := range b.Read().Events {
		if slices.Contains(ids, e.ID) {
			found = append(found, e)
		}
	}
	return found
}

// Given three events chosen, then each deed is done to all of them as one, said with how many, and one undo takes it back.
func TestDeedsOnThreeEvents(t *testing.T) {
	led := func(b *bench, e data.Event) (who []int64) {
		for _, r := range b.Read().EventRoles {
			if r.EventID == e.ID && r.Part == data.PartFacilitator {
				who = append(who, r.MemberID)
			}
		}
		return who
	}
	for name, tc := range map[string]struct {
		do   func(b *bench)
		done func(b *bench, n int, e data.Event) bool
		told string
	}{
		"move": {func(b *bench) {
			b.TapNode(b.ByID("button", "chosen.events.move"))
			b.Type("Days later", "14")
			b.Type("Begins at (may stay empty)", "5pm\n")
		}, func(_ *bench, n int, e data.Event) bool {
			return e.On == datatest.Today.AddDays(44+7*n) && e.Start == 17*60
		}, "3 events were moved."},
		"move, each at its time": {func(b *bench) {
			b.Fire("events.move")
			b.Type("Days later", "-1\n")
		}, func(_ *bench, n int, e data.Event) bool {
			return e.On == datatest.Today.AddDays(29+7*n) && e.Start == 16*60
		}, "3 events were moved."},
		"place": {func(b *bench) {
			b.Fire("events.place")
			b.Type("Where", "Room Kepler\n")
		}, func(_ *bench, _ int, e data.Event) bool { return e.Place == "Room Kepler" }, "The place of 3 events was changed."},
		"lead": {func(b *bench) {
			b.Fire("events.lead")
			b.Choose("Leads", "Łukasz Wiśniewski")
			b.Tap("Change who leads")
		}, func(b *bench, _ int, e data.Event) bool { return slices.Equal(led(b, e), []int64{2}) }, "Łukasz Wiśniewski leads 3 events."},
		"announce": {func(b *bench) {
			b.Fire("events.announce")
			b.Want("Note that 3 events were announced")
			b.Tap("Note as announced")
		}, func(_ *bench, _ int, e data.Event) bool { return e.Status == data.StatusAnnounced }, "3 events are noted as announced."},
		"cancel": {func(b *bench) { b.TapNode(b.ByID("button", "chosen.events.cancel")) },
			func(_ *bench, _ int, e data.Event) bool { return e.Status == data.StatusCancelled }, "3 events are cancelled."},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, datatest.Demo(t), uitest.Options{Width: 1600, Height: 1000})
			ids := b.planned()
			before := b.of(ids)
			b.choose(ids)
			tc.do(b)
			for n, e := range b.of(ids) {
				if !tc.done(b, n, e) {
					t.Errorf("not done to %+v", e)
				}
			}
			if b.Win.Canvas().Focused() != fyne.Focusable(b.screen.list) {
				t.Errorf("the focus is on %T", b.Win.Canvas().Focused())
			}
			if got := b.LastNotice(); got != tc.told {
				t.Errorf("told is %q", got)
			}
			b.Undo()
			if got := b.of(ids); fmt.Sprint(got) != fmt.Sprint(before) {
				t.Errorf("after the undo\n%+v, before\n%+v", got, before)
			}
		})
	}
}

// Given three events chosen with Shift, when Delete is pressed, then all are gone, and the notice brings them back, chosen again; Escape
// leaves one.
func TestDeleteThreeEvents(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.planned()
	b.arrive(ids[0])
	b.Win.Canvas().Focus(b.screen.list)
	b.Holding(fyne.KeyModifierShift, func() { b.Key(fyne.KeyDown); b.Key(fyne.KeyDown) })
	b.Want("3 chosen")
	b.Key(fyne.KeyDelete)
	if left := b.of(ids); len(left) != 0 {
		t.Fatalf("%d are left", len(left))
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if back := b.of(ids); len(back) != 3 {
		t.Errorf("%d are back", len(back))
	}
	b.Want("3 chosen")
	b.Key(fyne.KeyEscape)
	b.WantNot("3 chosen")
}

// Given held events among those chosen, when they are moved or cancelled, then those are left alone; where there are none but these, it is
// said.
func TestHeldEventsStay(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.planned()
	b.choose([]int64{ids[0], 9, 8})
	b.Fire("events.cancel")
	if got := b.event(9).Status; got != data.StatusHeld {
		t.Errorf("the one held is %s", got)
	}
	if got := b.event(ids[0]).Status; got != data.StatusCancelled {
		t.Errorf("the one to come is %s", got)
	}
	b.choose([]int64{9, 8})
	b.Fire("events.cancel")
	if got := b.LastNotice(); got != "This can't be done with the events chosen." {
		t.Errorf("told is %q", got)
	}
}

// Given large text, so that an event takes the list's place, when Escape is pressed, then the list is there again.
func TestEscapeLeadsBackToTheList(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640, Scale: 2})
	b.screen.browse.Open(true)
	b.Settle()
	b.WantNot("Half-year retrospective")
	if !b.screen.StepOut() {
		t.Error("Escape is not taken")
	}
	b.Settle()
	b.Want("Half-year retrospective")
	if b.screen.StepOut() {
		t.Error("a second Escape is taken too")
	}
}

// Given the list of events, then more columns can be shown, and titles stand above them; what is printed has these columns, and just the
// events that are chosen; what is not chosen by columns is not in it.
func TestEventsArePrintedAsShown(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1000})
	ids := b.planned()
	b.WantNot("Place")
	b.TapNode(b.ByID("button", "events.columns"))
	b.Tap("Place")
	b.TapNode(b.ByID("button", "events.columns"))
	b.Tap("Leads")
	b.choose(ids[:2])
	b.Fire("events.print")
	shown, is := b.Visits[len(b.Visits)-1].Args.(kit.Listed)
	if !is || shown.List == nil {
		t.Fatalf("went to %+v", b.Visits)
	}
	var heads []string
	for _, c := range shown.List.Columns {
		heads = append(heads, c.Head)
	}
	if want := []string{"Day", "Event", "Place", "Leads"}; !slices.Equal(heads, want) {
		t.Errorf("the columns are %q, want %q", heads, want)
	}
	if rows := shown.List.Rows; len(rows) != 2 || !strings.HasPrefix(rows[0].Cells[1], "Later 1") || rows[0].Cells[3] != "Zoë Marchand-Núñez" || rows[0].Section != "Coming up" {
		t.Errorf("the rows are %+v", rows)
	}
}

// Given the list of events, when several are chosen, then what can be done with them takes the place of the line below it, and the list
// keeps its height.
func TestChoosingMovesNothing(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	ids := b.planned()
	before := b.screen.list.Size()
	b.Want("Columns", "Print or save…")
	b.choose(ids)
	b.WantNot("Columns")
	if after := b.screen.list.Size(); after != before {
		t.Errorf("the list was %v, and is %v", before, after)
	}
	b.screen.StepOut()
	b.Settle()
	b.Want("Columns")
}
