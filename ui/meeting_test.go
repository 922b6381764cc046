package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/events"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a meeting under way when the program was killed, when it starts again on any page, then it says so beside what was kept, and one
// button goes on with the meeting at the second at which it was seen.
func TestMeetingIsOfferedAtTheNextStart(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	st.Clock.Time = time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	s := st.w.shell.store
	e := data.Event{Title: "Coffee", Format: "lean_coffee", On: st.Clock.Day, Start: 16 * 60, Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned}
	if err := store.Rows(s, store.Events).Save(t.Context(), &e); err != nil {
		t.Fatal(err)
	}
	now := st.Clock.Time.UnixMilli()
	if err := s.KeepMeeting(t.Context(), &data.Meeting{EventID: e.ID, Began: now, Start: now, Ends: now, Seen: now},
		[]data.MeetingPart{{Kind: "talk", Text: "Pitch", Given: 300, Planned: 300}, {Kind: "close", Text: "Take-aways", Given: 300, Planned: 300}}); err != nil {
		t.Fatal(err)
	}
	if err := s.MeetingSeen(t.Context(), st.Clock.Time.Add(61*time.Second)); err != nil {
		t.Fatal(err)
	}
	lock, err := os.ReadFile(path + ".lock")
	if err != nil {
		t.Fatal(err)
	}
	st.w.closeCommunity()
	if err := os.WriteFile(path+".lock", ofProcess(t, lock, goneProcess(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	st.Clock.Time = st.Clock.Time.Add(time.Hour)
	st.again()
	st.start(Start{File: path})
	if n := st.notice(); !strings.Contains(n, "cut off last time") || !strings.Contains(n, "“Sat 21 Nov · Coffee” was under way at 16:01.") {
		t.Errorf("notice %q", n)
	}
	st.Tap("Go on with it")
	st.Want("Pitch", "3:59", "Next: Take-aways")
	st.w.closeCommunity()
	again, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = again.Close() }()
	d, err := again.Snapshot(t.Context())
	if _, _, there := d.UnderWay(); err != nil || !there {
		t.Errorf("closing the program ended the meeting: %v", err)
	}
}

// Given words that were typed into a meeting when the program was killed, when they are opened again from another page, then the meeting is
// there with them in their field.
func TestWordsOfAMeetingOpenAgain(t *testing.T) {
	st, _ := breakable(t)
	path := st.w.shell.store.Path()
	e := data.Event{Title: "Coffee", Format: "lean_coffee", On: st.Clock.Day, Start: 16 * 60, Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned}
	if err := store.Rows(st.w.shell.store, store.Events).Save(t.Context(), &e); err != nil {
		t.Fatal(err)
	}
	now := st.Clock.Time.UnixMilli()
	if err := st.w.shell.store.KeepMeeting(t.Context(), &data.Meeting{EventID: e.ID, Began: now, Start: now, Ends: now, Seen: now},
		[]data.MeetingPart{{Kind: "talk", Text: "Pitch", Given: 300, Planned: 300}}); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	st.w.shell.goTo(events.Page, kit.UnderWay)
	st.Settle()
	st.Keys("n")
	st.Keys("half a sentence")
	st.Timer.Pass(2 * time.Second)
	st.w.closeCommunity()
	st.again()
	st.start(Start{File: path})
	st.Want("Typed before and not kept", "half a sentence")
	st.Tap("Open it again")
	st.Settle()
	st.Want("Pitch")
	if got := st.ByID("field", "meeting.write").Text; got != "half a sentence" {
		t.Errorf("the field reads %q", got)
	}
}
