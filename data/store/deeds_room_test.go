package store_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// sixteen is four o'clock on the demo's day.
var sixteen = time.Date(2026, time.November, 21, 16, 0, 0, 0, time.UTC)

// underWay keeps a meeting of two parts of the demo's tenth event.
func underWay(t *testing.T, s *store.Store) {
	t.Helper()
	m := data.Meeting{EventID: 10, Began: sixteen.UnixMilli(), Start: sixteen.UnixMilli(), Ends: sixteen.Add(time.Hour).UnixMilli(), Seen: sixteen.UnixMilli()}
	parts := []data.MeetingPart{{Kind: "check-in", Text: "Opening", Given: 300, Planned: 300}, {Kind: "talk", Text: "Talks", Who: "Ada", Given: 600, Planned: 600}}
	if err := s.KeepMeeting(ctx, &m, parts); err != nil {
		t.Fatal(err)
	}
}

// Given a meeting under way whose clock was seen, when the file is opened again without having been closed well, then it is there at the
// second at which it was seen, with its parts, and undo takes back what was done before it.
func TestAMeetingUnderWayIsKept(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, store.Rows(s, store.Terms).Save(ctx, &data.Term{Term: "Oracle", Meaning: "Says right or wrong"}))
	underWay(t, s)
	told := 0
	defer s.Subscribe(func(store.Change) { told++ })()
	ok(t, s.MeetingSeen(ctx, sixteen.Add(83*time.Second)))
	ok(t, s.MeetingSeen(ctx, sixteen)) // the clock was set back
	if told != 0 {
		t.Errorf("%d were told of a second that passed", told)
	}
	copied := filepath.Join(t.TempDir(), "copied.cop")
	ok(t, s.Copy(ctx, copied))
	again, err := store.Open(ctx, copied, store.Options{})
	ok(t, err)
	t.Cleanup(func() { _ = again.Close() })
	m, parts, there := datatest.Read(t, again).UnderWay()
	if !there || m.EventID != 10 || m.Seen != sixteen.Add(83*time.Second).UnixMilli() || len(parts) != 2 || parts[1].Who != "Ada" || parts[1].Given != 600 {
		t.Errorf("under way is %v, %+v with %+v", there, m, parts)
	}
	if next, ok := s.NextUndo(ctx); !ok || next.Key != "add the word “%s”" {
		t.Errorf("undone would be %q", next.Key)
	}
}

// Given a meeting under way, when one of another event with fewer parts is kept, then that one alone is there, and dropped it is not.
func TestOneMeetingIsUnderWay(t *testing.T) {
	s := datatest.Demo(t)
	underWay(t, s)
	_, parts, _ := datatest.Read(t, s).UnderWay()
	ok(t, s.KeepMeeting(ctx, &data.Meeting{EventID: 9}, parts[:1]))
	d := datatest.Read(t, s)
	if len(d.Meetings) != 1 || d.Meetings[0].EventID != 9 || len(d.MeetingParts) != 1 || d.MeetingParts[0].EventID != 9 {
		t.Errorf("kept are %+v with %+v", d.Meetings, d.MeetingParts)
	}
	ok(t, s.DropMeeting(ctx))
	if _, _, there := datatest.Read(t, s).UnderWay(); there {
		t.Error("what was dropped is under way")
	}
}

// Given an event that was planned and begun, when its planning is undone, then that works, and nothing is under way.
func TestPlanningIsUndoneUnderAMeeting(t *testing.T) {
	s := datatest.Demo(t)
	e := data.Event{Title: "Short", Format: "lean_coffee", On: datatest.Today, Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned}
	if err := store.Rows(s, store.Events).Save(ctx, &e); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepMeeting(ctx, &data.Meeting{EventID: e.ID}, []data.MeetingPart{{Kind: "talk", Text: "Talk", Given: 60, Planned: 60}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, _, there := datatest.Read(t, s).UnderWay(); there {
		t.Error("a meeting of an event that is gone is under way")
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, _, there := datatest.Read(t, s).UnderWay(); !there {
		t.Error("planned again, the meeting is not under way")
	}
}

// minutesOf are the minutes of an event.
func minutesOf(d *data.Snapshot, event int64) data.Minutes {
	for _, m := range d.Minutes {
		if m.EventID == event {
			return m
		}
	}
	return data.Minutes{}
}

// itemCalled is the item with a title.
func itemCalled(d *data.Snapshot, title string) data.Item {
	for _, i := range d.Items {
		if i.Title == title {
			return i
		}
	}
	return data.Item{}
}

// standsAndGoes writes a line down in the demo, and sees that it stands there, is gone with one undo, and gone when taken back later.
func standsAndGoes(t *testing.T, line data.MeetingLine, also store.Written, there func(*data.Snapshot) bool) {
	t.Helper()
	s := datatest.Demo(t)
	if _, err := s.WriteDown(ctx, &line, also); err != nil {
		t.Fatalf("%s: %v", line.Kind, err)
	}
	if !there(datatest.Read(t, s)) {
		t.Errorf("%s stands nowhere", line.Kind)
	}
	ok(t, second(s.Undo(ctx)))
	if d := datatest.Read(t, s); there(d) || len(d.LinesOf(line.EventID, "")) != 0 {
		t.Errorf("undone, %s stands there still", line.Kind)
	}
	ok(t, second(s.Redo(ctx)))
	ok(t, store.Rows(s, store.Terms).Save(ctx, &data.Term{Term: "Oracle", Meaning: "Says right or wrong"})) // no longer the last thing done
	ok(t, second(s.TakeBackLine(ctx, line.ID)))
	if d := datatest.Read(t, s); there(d) || len(d.LinesOf(line.EventID, "")) != 0 {
		t.Errorf("taken back later, %s stands there still", line.Kind)
	}
}

// Given lines of each kind, then each stands where it is looked for, is one act, goes with one undo, and can be taken back later.
func TestWhatIsWrittenDownStandsWhereItIsLookedFor(t *testing.T) {
	for _, tc := range []struct {
		line  data.MeetingLine
		also  store.Written
		there func(d *data.Snapshot) bool
	}{
		{data.MeetingLine{Kind: data.LineDecision, Text: "We meet at four"}, store.Written{}, func(d *data.Snapshot) bool { return minutesOf(d, 10).Decisions == "We meet at four" }},
		{data.MeetingLine{Kind: data.LineNote, Text: "All five  brought something"}, store.Written{}, func(d *data.Snapshot) bool { return minutesOf(d, 10).Text == "All five brought something" }},
		{data.MeetingLine{Kind: data.LineThanks, Text: "for the talk", MemberID: 2}, store.Written{}, func(d *data.Snapshot) bool { return len(d.LinesOf(10, data.LineThanks)) == 1 }},
		{data.MeetingLine{Kind: data.LineGuest, Text: "Ada Byron"}, store.Written{}, func(d *data.Snapshot) bool { e, _ := d.EventByID(10); return e.Guests == 1 }},
		{data.MeetingLine{Kind: data.LineAction, Text: "Ask for two hours"}, store.Written{OwnerID: 1, Due: datatest.Today.AddDays(14)}, func(d *data.Snapshot) bool {
			i := itemCalled(d, "Ask for two hours")
			return i.OwnerID == 1 && i.Due == datatest.Today.AddDays(14) && i.EventID == 10 && i.Column == data.ColumnPlanned && i.Kind == data.KindAction
		}},
		{data.MeetingLine{Kind: data.LineAction, Text: "Somebody asks"}, store.Written{}, func(d *data.Snapshot) bool { return itemCalled(d, "Somebody asks").Column == data.ColumnReady }},
		{data.MeetingLine{Kind: data.LineParked, Text: "Outside meetup"}, store.Written{Reason: "no budget"}, func(d *data.Snapshot) bool {
			i := itemCalled(d, "Outside meetup")
			return i.Column == data.ColumnParked && i.ParkedReason == "no budget"
		}},
	} {
		tc.line.EventID = 10
		standsAndGoes(t, tc.line, tc.also, tc.there)
	}
}

// Given a line without words or an action too long for a title, then the first is refused and nothing changed, and of the second all
// words are kept.
func TestLinesOfAnyLength(t *testing.T) {
	s := datatest.Demo(t)
	for _, kind := range data.LineKinds {
		if _, err := s.WriteDown(ctx, &data.MeetingLine{EventID: 10, Kind: kind, Text: " \n"}, store.Written{}); !data.IsCode(err, data.CodeInvalid) {
			t.Errorf("%s without words: %v", kind, err)
		}
	}
	items := len(datatest.Read(t, s).Items)
	long := "Ask everybody who was here what they would want to do differently next time, and write it down for those who come later"
	if _, err := s.WriteDown(ctx, &data.MeetingLine{EventID: 10, Kind: data.LineAction, Text: long}, store.Written{}); err != nil {
		t.Fatal(err)
	}
	d := datatest.Read(t, s)
	for _, i := range d.Items {
		if i.ID == d.LinesOf(10, data.LineAction)[0].ItemID && i.Description != long {
			t.Errorf("the item is %q, below it %q", i.Title, i.Description)
		}
	}
	if len(d.Items) != items+1 {
		t.Errorf("%d items, before %d", len(d.Items), items)
	}
}

// Given a meeting that ends with something left over, then the event is held, its minutes are complete, what is left stands before the
// last step of the other event, and one undo takes all of it back; the meeting can be gone on with then.
func TestAMeetingEndsAsOneAct(t *testing.T) {
	s := datatest.Demo(t)
	underWay(t, s)
	other := data.Event{Title: "Next", Format: "lean_coffee", On: datatest.Today.AddDays(40), Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned}
	if err := store.Rows(s, store.Events).Save(ctx, &other); err != nil {
		t.Fatal(err)
	}
	end := store.Ending{EventID: 10, Below: "Thanks to Łukasz", To: other.ID, Left: []data.AgendaLine{{Minutes: 8, Text: "Open talk"}}}
	if _, err := s.EndMeeting(ctx, end); err != nil {
		t.Fatal(err)
	}
	d := datatest.Read(t, s)
	steps := stepsOf(d, other.ID)
	e, _ := d.EventByID(10)
	if n := len(steps); n < 3 || steps[n-2] != "Open talk" || steps[n-1] != "Take-aways" || e.Status != data.StatusHeld {
		t.Errorf("the other's steps are %q, the status %s", steps, e.Status)
	}
	if _, _, there := d.UnderWay(); there {
		t.Error("a meeting that ended is under way")
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if m, parts, there := datatest.Read(t, s).UnderWay(); !there || m.EventID != 10 || len(parts) != 2 {
		t.Errorf("after undoing its end, under way is %v: %+v", there, m)
	}
}

// Given an action that is added to an item of the board, then the item says so and no other is made; taken back, the item is as before.
func TestAnActionIsAddedToAnItem(t *testing.T) {
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	item, _ := before.ItemByID(9)
	l := data.MeetingLine{EventID: 10, Kind: data.LineAction, Text: "Ask for two protected hours"}
	if _, err := s.WriteDown(ctx, &l, store.Written{ItemID: item.ID, OwnerID: 2}); err != nil {
		t.Fatal(err)
	}
	after := datatest.Read(t, s)
	now, _ := after.ItemByID(item.ID)
	if len(after.Items) != len(before.Items) || !strings.HasSuffix(now.Description, "Ask for two protected hours") || l.ItemID != item.ID || now.OwnerID != item.OwnerID {
		t.Errorf("%d items before, %d after; the item is %+v", len(before.Items), len(after.Items), now)
	}
	if _, err := s.TakeBackLine(ctx, l.ID); err != nil {
		t.Fatal(err)
	}
	if back, there := datatest.Read(t, s).ItemByID(item.ID); !there || back.Description != item.Description {
		t.Errorf("taken back, the item is there: %v, %+v", there, back)
	}
}
