package events

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
)

// change changes an event in the file.
func (b *bench) change(id int64, change func(*data.Event)) {
	b.T.Helper()
	if err := store.Rows(b.Store, store.Events).Change(context.Background(), id, store.Visit{}, change); err != nil {
		b.T.Fatal(err)
	}
	b.Settle()
}

// asked are the follow-ups of the next event in the file.
func (b *bench) asked() []data.FollowUp {
	var out []data.FollowUp
	for _, u := range b.Read().FollowUps {
		if u.EventID == 10 {
			out = append(out, u)
		}
	}
	return out
}

// askAround asks the first one suggested, somebody who speaks already, and somebody from outside.
func askAround(b *bench) {
	b.TapNode(b.ByID("button", "ask.7"))
	b.Tap("Close")
	for _, u := range []data.FollowUp{
		{MemberID: 22, EventID: 10, What: "Speak", State: data.SaidYes, On: today},
		{Guest: "Ann Guest", EventID: 10, What: "Speak", State: data.Asked, On: today.AddDays(-20), Due: today.AddDays(-1)}} {
		if err := store.Rows(b.Store, store.FollowUps).Save(context.Background(), &u); err != nil {
			b.T.Fatal(err)
		}
	}
	b.Settle()
}

// Given an event to come, then three people are suggested whose turn it is, with the reason; when one is asked, the file has a
// follow-up with a day, and a text to write stands there; once they said yes they are put on the programme.
func TestAskASuggestedSpeaker(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	hints := b.screen.pane.detail.Hints
	if len(hints) != 3 {
		t.Fatalf("suggested are %+v", hints)
	}
	b.Want("You might ask to speak:", hints[0].Name, hints[0].Reason, "has not spoken here yet")
	b.TapNode(b.ByID("button", "ask.7"))
	b.Want("Write to ليلى حدّاد", "Nothing is sent from here.")
	if got := b.Field("Text").Object.(*kit.TextField).Text; !strings.Contains(got, "“Second lightning round”") || !strings.Contains(got, "Would you like to speak? It would help to know by 28 Nov 2026.") {
		t.Errorf("the text is %q", got)
	}
	b.Tap("Copy")
	asked := b.asked()
	want := data.FollowUp{ID: 1, MemberID: 7, EventID: 10, What: "Speak at “Second lightning round”", State: data.Asked, On: today, Due: today.AddDays(7)}
	if len(asked) != 1 || asked[0] != want {
		t.Fatalf("the file has %+v, want %+v", asked, want)
	}
	b.Want("Asked today", "due 28 Nov")
	for _, hint := range b.screen.pane.detail.Hints {
		if hint.ID == 7 {
			t.Error("whoever was asked is suggested again")
		}
	}
	b.TapNode(b.ByID("chip", "asked.1"))
	b.Tap("Said yes")
	if got := b.asked()[0].State; got != data.SaidYes {
		t.Errorf("the state is %s", got)
	}
	b.TapNode(b.ByID("button", "programme.1"))
	var speaks bool
	for _, r := range b.Read().EventRoles {
		speaks = speaks || r.EventID == 10 && r.MemberID == 7 && r.Part == data.PartSpeaker
	}
	if !speaks {
		t.Error("they are not on the programme")
	}
	b.Want("3 more speakers", "3 of 6 speakers")
	b.WantNot("Put on the programme")
	b.ByID("chip", "part.speaker.7")
	b.ByID("chip", "asked.1") // what they said stays beside the name
}

// Given somebody asked by mistake, when the notice's Undo is pressed, then the file has nothing of it.
func TestUndoAsking(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.TapNode(b.ByID("button", "ask.7"))
	b.Tap("Close")
	n := b.Notices[len(b.Notices)-1]
	if n.Action != "Undo" || n.Text != "Noted that you asked ليلى حدّاد." {
		t.Fatalf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	if got := b.asked(); len(got) != 0 {
		t.Errorf("the file has %+v", got)
	}
	b.ByID("button", "ask.7")
}

// Given a guest, when they are asked by name, answer and are forgotten, then the file follows; whoever said yes counts as a
// speaker, and a name is needed.
func TestAskAGuest(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Ask somebody else")
	b.Type("Find…", "Ann Guest")
	b.Tap("Somebody from outside")
	b.Want("Ask Ann Guest")
	b.Type("Name", "")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("below Name stands %q", got)
	}
	b.Type("Name", "Ann Guest")
	b.Type("Due (may stay empty)", "2026-11-20")
	b.Type("Note (only for you)", "Met at a fair")
	b.TapNode(b.ByID("button", "save"))
	if got := b.asked(); len(got) != 1 || got[0].Guest != "Ann Guest" || got[0].MemberID != 0 || got[0].Note != "Met at a fair" {
		t.Fatalf("the file has %+v", got)
	}
	b.Want("Ann Guest", "due 20 Nov", "2 of 6 speakers")
	b.WantNot("Met at a fair") // private
	b.TapNode(b.ByID("chip", "asked.1"))
	b.Tap("Change…")
	b.Choose("How it stands", "Said yes")
	b.TapNode(b.ByID("button", "save"))
	b.Want("3 of 6 speakers")
	b.WantNot("Put on the programme") // a guest has no part of their own
	b.TapNode(b.ByID("chip", "asked.1"))
	b.Tap("Remove")
	if got := b.asked(); len(got) != 0 {
		t.Errorf("the file has %+v", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	b.Want("Ann Guest")
}

// Given a follow-up begun elsewhere, then the form has what is known, and whoever began it hears that it was saved.
func TestBegunFollowUp(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	saved := 0
	b.screen.Arrive(kit.Begun{Row: data.FollowUp{MemberID: 11, EventID: 10, What: "Bring a friend", Rule: "C27"}, Saved: func() { saved++ }})
	b.Settle()
	b.Want("Ask Güneş Yıldırım")
	b.TapNode(b.ByID("button", "save"))
	if got := b.asked(); len(got) != 1 || got[0].MemberID != 11 || got[0].What != "Bring a friend" || got[0].Rule != "C27" || saved != 1 {
		t.Errorf("the file has %+v, told %d times", got, saved)
	}
}

// Given announcements and minutes begun elsewhere, then whoever began them hears that they were noted.
func TestBegunTellsBack(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	saved := 0
	told := func() { saved++ }
	b.screen.Arrive(kit.Begun{Row: data.Announcement{EventID: 10}, Saved: told})
	b.Settle()
	b.TapNode(b.ByID("button", "spread.note"))
	if saved != 1 {
		t.Errorf("told %d times of the announcement", saved)
	}
	b.screen.Arrive(kit.Begun{Row: data.Minutes{EventID: 8}, Saved: told})
	b.Settle()
	b.Keys("All fine.")
	b.Leave()
	b.Type("What was decided", "Go on")
	b.Leave()
	if saved != 2 {
		t.Errorf("told %d times in all", saved)
	}
}

// Given something else to be asked, then the text says what, and somebody without a day isn't pressed.
func TestAskingText(t *testing.T) {
	t.Parallel()
	state := stateOf(&data.Snapshot{Events: []data.Event{event(1, 9, data.StatusPlanned)}, Members: []data.Member{{ID: 1, Name: "Zoë Marchand", Called: "Zoë"}}})
	got := state.AskingText(&data.FollowUp{EventID: 1, MemberID: 1, What: "Bring the beamer"})
	want := "Hello Zoë,\n\non 30 Nov 2026 we meet for “E”, and I would like to ask you: Bring the beamer.\n\nA no is fine, too."
	if got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

// Given an event soon or late, then an answer is due in a week, at the latest the day before, never today.
func TestAnswerDue(t *testing.T) {
	t.Parallel()
	for days, want := range map[int]data.Date{20: today.AddDays(7), 5: today.AddDays(4), 1: 0, -3: 0} {
		state := stateOf(&data.Snapshot{Events: []data.Event{event(1, days, data.StatusPlanned)}})
		if got := state.Asking(1).Due; got != want {
			t.Errorf("%d days before, an answer is due %s, want %s", days, got, want)
		}
	}
}
