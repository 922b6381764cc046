package members

import (
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// typedIn is the demo with a roster typed in today.
func typedIn(t *testing.T, ids ...int64) *store.Store {
	t.Helper()
	st := datatest.Demo(t)
	for _, id := range ids {
		if err := store.Rows(st, store.Members).Change(t.Context(), id, store.Visit{}, func(m *data.Member) { m.JoinedOn = today }); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

// Given members who were at events before the day they joined, then Members asks, moves their days at one press, and
// takes that back at one.
func TestJoiningDaysAreMoved(t *testing.T) {
	b := open(t, typedIn(t, 7, 8, 14), uitest.Options{})
	b.Want("2 people were at events before the day they joined. Move their joining day to their first event?")
	b.Keep("members-joining")
	b.Tap("See who")
	b.Want("Chosen 2", "Žofie Dvořáková")
	b.Tap("Move the joining days")
	b.WantNot("before the day they joined")
	if on := b.member(8).JoinedOn; on != today.AddDays(-154) {
		t.Errorf("moved to %s", on)
	}
	if got := b.LastNotice(); got != "The joining days of 2 people were moved." {
		t.Errorf("told %q", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("before the day they joined")
	if on := b.member(8).JoinedOn; on != today {
		t.Errorf("after Undo it is %s", on)
	}
}

// Given the answer to leave it, then nothing is changed and nobody is asked about again, but somebody else is.
func TestJoiningDaysAreLeft(t *testing.T) {
	st := typedIn(t, 7, 8)
	b := open(t, st, uitest.Options{})
	b.Tap("Leave it")
	b.WantNot("before the day they joined")
	if b.member(7).JoinedOn != today || len(b.Read().Dismissals) != 2 {
		t.Errorf("kept: %+v", b.Read().Dismissals)
	}
	if err := store.Rows(st, store.Members).Change(t.Context(), 3, store.Visit{}, func(m *data.Member) { m.JoinedOn = today }); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.Want("1 person was at events before the day they joined.")
}

// In a file that is only read the question stands without its answers, and the demo asks nothing.
func TestJoiningDaysReadOnly(t *testing.T) {
	open(t, datatest.Demo(t), uitest.Options{}).WantNot("before the day they joined")
	b := open(t, typedIn(t, 7), uitest.Options{ReadOnly: true})
	b.Want("before the day they joined", "See who")
	b.WantNot("Leave it", "Move the joining day")
	if q := coach.JoiningDays(b.Read(), today); len(q.Late) != 1 {
		t.Errorf("%+v", q)
	}
}

// Given a file begun today with a past brought into it, then Members offers to move the start, alone or with the joining
// days, and takes that back; left alone it is not asked about again.
func TestTheStartIsMoved(t *testing.T) {
	begun := func(ids ...int64) *store.Store {
		st := typedIn(t, ids...)
		if err := st.ChangeCommunity(t.Context(), store.Visit{}, func(c *data.Community) { c.StartedOn = today }); err != nil {
			t.Fatal(err)
		}
		return st
	}
	first := datatest.Read(t, datatest.Demo(t)).StartedTooLate(today)
	if first != 0 {
		t.Fatalf("the demo is asked about %s", first)
	}
	b := open(t, begun(), uitest.Options{})
	first = b.Read().StartedTooLate(today)
	if first == 0 || first >= today.AddDays(-150) {
		t.Fatalf("the earliest day is %s", first)
	}
	b.Want("Reports and thanks tell nothing from before the start. Move the start to that day?")
	b.WantNot("See who")
	b.Tap("Move the start")
	b.WantNot("Move the start")
	if on := b.Read().Community.StartedOn; on != first || b.LastNotice() != "The start of the community was moved." {
		t.Errorf("moved to %s, told %q", on, b.LastNotice())
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if on := b.Read().Community.StartedOn; on != today {
		t.Errorf("after Undo it is %s", on)
	}
	b.Tap("Leave it")
	b.WantNot("Move the start")
	if on := b.Read().Community.StartedOn; on != today {
		t.Errorf("left, it is %s", on)
	}

	b = open(t, begun(7, 8), uitest.Options{})
	b.Tap("Move the joining days and the start")
	if on := b.Read().Community.StartedOn; on != first || b.member(8).JoinedOn != today.AddDays(-154) {
		t.Errorf("moved the start to %s and a joining day to %s", on, b.member(8).JoinedOn)
	}
}
