package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
)

// Given people, events and who came in one intake, some of it new, when it is taken in, then
// every row is there with its references, and one undo takes all of it back.
func TestTakeInIsOneAct(t *testing.T) {
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	ours := before.Members[2]
	ours.Unit = "Somewhere else"
	in := data.Intake{
		Members: []data.Member{ours, {ID: -1, Name: "Ingrid Übel", Kind: data.KindMember, JoinedOn: data.NewDate(2026, 3, 1)}},
		Events: []data.Event{{ID: -1, Title: "From a calendar", Format: "brown_bag", On: data.NewDate(2026, 10, 1), TimeZone: "Europe/Berlin",
			Minutes: 60, Audience: data.OpenEvent, Status: data.StatusHeld, Brought: data.NotCounted}},
		Items:   []data.Item{{ID: -1, Title: "One", Kind: data.KindAction, Column: data.ColumnReady}, {ID: -2, Title: "Two", Kind: data.KindAction, Column: data.ColumnDone, DoneOn: data.NewDate(2026, 2, 3)}},
		Present: []data.Attendance{{EventID: -1, MemberID: -1, MinutesPresent: 30}, {EventID: -1, MemberID: ours.ID}},
		Guests:  []data.GuestCount{{EventID: -1, Guests: 4, Named: []string{"a", "b", "c", "d"}}},
		Names:   []data.KnownName{{Name: "ing", MemberID: -1}},
		Columns: []data.KnownColumns{{Headings: "name|unit", Holds: "people", Keys: data.Lines{"name", "unit"}}},
	}
	if _, err := s.TakeIn(context.Background(), in); err != nil {
		t.Fatal(err)
	}
	after := datatest.Read(t, s)
	if changed, _ := after.MemberByID(ours.ID); changed.Unit != "Somewhere else" {
		t.Errorf("the unit is %q", changed.Unit)
	}
	newest, event := after.Members[len(after.Members)-1], after.Events[len(after.Events)-1]
	wantItems(t, after)
	if newest.Name != "Ingrid Übel" || event.Guests != 4 || event.Title != "From a calendar" {
		t.Errorf("new are %+v and %+v", newest, event)
	}
	present := presentAt(after, event.ID)
	if len(present) != 2 || present[newest.ID] != 30 || present[ours.ID] != 0 {
		t.Errorf("present are %v", present)
	}
	if len(after.KnownNames) != 1 || after.KnownNames[0].MemberID != newest.ID || len(after.KnownColumns) != 1 {
		t.Errorf("remembered are %v and %v", after.KnownNames, after.KnownColumns)
	}
	if _, err := s.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if undone := datatest.Read(t, s); !reflect.DeepEqual(undone, before) {
		t.Error("one undo leaves something of the intake")
	}
}

// wantItems sees that both items of the intake are there as they were brought.
func wantItems(t *testing.T, s *data.Snapshot) {
	t.Helper()
	if one, two := titled(s, "One"), titled(s, "Two"); one.Column != data.ColumnReady || one.CreatedOn == 0 || two.DoneOn != data.NewDate(2026, 2, 3) {
		t.Errorf("items are %+v and %+v", one, two)
	}
}

// presentAt are those who were at an event, with how long.
func presentAt(s *data.Snapshot, event int64) map[int64]int {
	present := map[int64]int{}
	for _, a := range s.Attendance {
		if a.EventID == event && a.Present {
			present[a.MemberID] = a.MinutesPresent
		}
	}
	return present
}

// titled is the last item of the title.
func titled(s *data.Snapshot, title string) (item data.Item) {
	for _, i := range s.Items {
		if i.Title == title {
			item = i
		}
	}
	return item
}

// Given a row that does not fit among rows that do, when the intake is taken in, then none is.
func TestTakeInIsWholeOrNothing(t *testing.T) {
	s := datatest.Demo(t)
	before := len(datatest.Read(t, s).Members)
	_, err := s.TakeIn(context.Background(), data.Intake{Members: []data.Member{
		{Name: "Fits", Kind: data.KindMember, JoinedOn: data.NewDate(2026, 3, 1)}, {Name: "", Kind: data.KindMember, JoinedOn: data.NewDate(2026, 3, 1)}}})
	if err == nil || len(datatest.Read(t, s).Members) != before {
		t.Errorf("error %v, members %d", err, len(datatest.Read(t, s).Members))
	}
}

// Given a name remembered for somebody, when they are erased, then the file does not hold it any more.
func TestErasingReachesKnownNames(t *testing.T) {
	s := datatest.Demo(t)
	m := datatest.Read(t, s).Members[3]
	_, err := s.TakeIn(context.Background(), data.Intake{Present: []data.Attendance{{EventID: 1, MemberID: m.ID}}, Names: []data.KnownName{{Name: "qwertzname", MemberID: m.ID}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Erase(context.Background(), m.ID, "former member 1"); err != nil {
		t.Fatal(err)
	}
	if left := datatest.Read(t, s).KnownNames; len(left) != 0 {
		t.Errorf("left are %v", left)
	}
	raw, err := os.ReadFile(s.Path())
	if err != nil || bytes.Contains(raw, []byte("qwertzname")) {
		t.Errorf("the file still holds the name, or does not read: %v", err)
	}
}

// Given a list on which only guests stand, when it is taken in, then their number is noted.
func TestTakeInOfGuestsAlone(t *testing.T) {
	s := datatest.Demo(t)
	if _, err := s.TakeIn(context.Background(), data.Intake{Guests: []data.GuestCount{{EventID: 1, Guests: 17, Named: []string{"gast"}}}}); err != nil {
		t.Fatal(err)
	}
	if e, _ := datatest.Read(t, s).EventByID(1); e.Guests != 17 {
		t.Errorf("%d guests are noted", e.Guests)
	}
}

// Given guests who were counted by a list, then marks of them are kept for the next list, more than one setting holds too; a guest who became a member
// has none any more, and one undo takes all of it back. Erasing whoever was a guest once reaches the mark, in the history too.
func TestMarksOfGuests(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	m := before.Members[3]
	names := []string{data.NameKey(m.Name)}
	for i := range 120 {
		names = append(names, fmt.Sprint("gast ", i))
	}
	_, err := s.TakeIn(ctx, data.Intake{Guests: []data.GuestCount{{EventID: 1, Guests: len(names), Named: names}}})
	ok(t, err)
	marks := datatest.Read(t, s).GuestMarks(1)
	for _, name := range names {
		if !marks[data.GuestMark(1, name)] {
			t.Errorf("%s has no mark", name)
		}
	}
	_, err = s.TakeIn(ctx, data.Intake{Present: []data.Attendance{{EventID: 1, MemberID: m.ID}}, Guests: []data.GuestCount{{EventID: 1, Guests: 80, Gone: names[1:]}}})
	ok(t, err)
	if marks := datatest.Read(t, s).GuestMarks(1); len(marks) != 1 || !marks[data.GuestMark(1, names[0])] {
		t.Errorf("left are %d marks", len(marks))
	}
	_, err = s.Undo(ctx)
	ok(t, err)
	_, err = s.Undo(ctx)
	ok(t, err)
	if after := datatest.Read(t, s); !reflect.DeepEqual(after.Settings, before.Settings) || !reflect.DeepEqual(after.Events, before.Events) {
		t.Error("undo leaves something")
	}
	_, err = s.Redo(ctx)
	ok(t, err)
	ok(t, s.Erase(ctx, m.ID, "former member 1"))
	mark := data.GuestMark(1, names[0])
	if marks := datatest.Read(t, s).GuestMarks(1); marks[mark] || len(marks) != len(names)-1 {
		t.Errorf("%d marks are left, theirs among them: %v", len(marks), marks[mark])
	}
	raw, err := os.ReadFile(s.Path())
	if err != nil || bytes.Contains(raw, []byte(mark)) {
		t.Errorf("the file still holds the mark, or does not read: %v", err)
	}
}

// Given a name and an address that are remembered, when an intake says that the name means somebody else after all and nothing more, then it
// is an act of its own that one undo takes back, and the address stays; an intake of nothing is refused.
func TestTakingInOnlyWhatIsUnlearned(t *testing.T) {
	s, ids, _ := recordsOfOne(t)
	ctx := context.Background()
	ok(t, second(s.TakeIn(ctx, data.Intake{Names: []data.KnownName{{Name: "phone zo", MemberID: ids[0]}, {Name: "zo@phone.example", MemberID: ids[0]}}})))
	before := datatest.Read(t, s)
	if d, _ := s.NextUndo(ctx); len(knownOf(before, ids[0])) != 2 || d.Key != "remember how %d person is called elsewhere" {
		t.Fatalf("known are %v by %q", before.KnownNames, d.Key)
	}
	ok(t, second(s.TakeIn(ctx, data.Intake{Unlearn: []string{"phone zo"}})))
	if left := knownOf(datatest.Read(t, s), ids[0]); len(left) != 1 || left[0] != "zo@phone.example" {
		t.Errorf("left are %v", left)
	}
	ok(t, second(s.Undo(ctx)))
	if undone := datatest.Read(t, s); !reflect.DeepEqual(undone, before) {
		t.Error("undo does not bring it back")
	}
	_, err := s.TakeIn(ctx, data.Intake{})
	refused(t, err, data.CodeNothing)
}
