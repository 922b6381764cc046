package backlog

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given the demo, then the library lists what was made, with reuse, and below it what else has left the board, which can be taken
// up again.
func TestLibrary(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Library 3")
	b.Want("Made to be used again", "Flaky-test checklist", "6 times", "How we name tests", "3 times", "Welcome note for newcomers",
		"Also finished, off the board", "Six tools in one hour", "Open the channel, put up the poster", "Add to the library")
	var titles []string
	for _, r := range b.screen.library.list.Rows() {
		titles = append(titles, r.Title)
	}
	want := []string{"How we name tests", "Flaky-test checklist", "Welcome note for newcomers", "Six tools in one hour", "Open the channel, put up the poster"}
	if !slices.Equal(titles, want) {
		t.Errorf("the library lists %q", titles)
	}
	b.Tap("Six tools in one hour")
	b.Fire("backlog.move.planned")
	if got := b.item("Six tools in one hour"); got.Column != data.ColumnPlanned || got.DoneOn != 0 {
		t.Errorf("the file has %s, done on %s", got.Column, got.DoneOn)
	}
	b.Tap("Board")
	b.Want("Six tools in one hour", "Flaky-test checklist")
}

// Given the library, when it is searched and filtered, then it shows what fits, and what fits nothing can be shown again.
func TestSearchTheLibrary(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Library 3")
	b.TapNode(b.ByID("button", "backlog.kind"))
	b.WantNot("Experiment")
	b.Tap("Standard")
	b.Want("How we name tests")
	b.WantNot("Flaky-test checklist")
	b.Type("Find…", "zzz")
	b.Tap("Show all items")
	b.Want("How we name tests", "Flaky-test checklist")
	b.Type("Find…", "wiki welcome")
	b.Want("Welcome note for newcomers")
	b.WantNot("How we name tests")
}

// Given something finished, when its row says it was used again, then the file has one reuse more and the library counts it.
func TestNoteAUse(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Library 3")
	b.TapNode(b.ByID("button", "use.5"))
	b.Type("Where, in a few words", "Mobile")
	b.Tap("Note it")
	b.Want("1 time")
	reuses := b.Read().Reuses
	if last := reuses[len(reuses)-1]; last.ItemID != 5 || last.Note != "Mobile" || last.On != datatest.Today {
		t.Errorf("the file has %+v", last)
	}
	b.Undo()
	b.WantNot("1 time")
}

// Given a community without anything finished, when something is added that is there already, then the library shows it with its
// link, which can be copied.
func TestAddToTheLibrary(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Tap("Library")
	b.Want("Here stands what the community has made")
	b.Tap("Add something that is there already")
	b.Tap("Add it")
	if got := b.ErrorAt("Title"); got != "Please fill this in." {
		t.Errorf("below Title stands %q", got)
	}
	b.Type("Title", "Recording of the lab")
	b.Choose("Kind", "Offer to reuse")
	b.Type("What it is good for", "A first look")
	b.Type("Link", "https://example.org/lab/")
	b.Tap("Add it")
	b.Want("Library 1", "Recording of the lab", "example.org/lab")
	i := b.item("Recording of the lab")
	if i.Column != data.ColumnDone || i.Kind != data.KindReuse || i.DoneOn != datatest.Today || i.Outcome != "A first look" ||
		!slices.Equal(i.Links, data.Lines{"https://example.org/lab/"}) {
		t.Errorf("the file has %+v", i)
	}
	b.TapSecondary("Recording of the lab")
	b.Tap("Copy the link")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "https://example.org/lab/" {
		t.Errorf("the clipboard has %q", got)
	}
	b.screen.library.list.Select(i.ID)
	b.Fire("backlog.open")
	b.Type("Finished on", "2026-03-02")
	b.Tap("Close")
	b.Want("2 Mar 2026")
}

// Given a help request, when it is noted who answered, then whoever answered has a contribution and whoever asked was helped,
// once however often it is noted, in one act that can be undone.
func TestNoteWhoAnswered(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	before := b.Read()
	b.Tap("Slow interface suite in Payments")
	for range 2 {
		b.Tap("Note who answered")
		b.Choose("Answered by", "Олена Шевченко")
		b.Tap("Note it")
	}
	b.Want("Answered by Олена Шевченко, 21 Nov 2026")
	now := b.Read()
	if n := len(now.Contributions) - len(before.Contributions); n != 1 {
		t.Fatalf("there are %d contributions more", n)
	}
	if c := now.Contributions[len(now.Contributions)-1]; c.MemberID != 5 || c.ItemID != 12 || c.Kind != data.Helped || c.On != datatest.Today {
		t.Errorf("the contribution is %+v", c)
	}
	if n := len(now.HelpReceived) - len(before.HelpReceived); n != 1 {
		t.Fatalf("help was received %d times more", n)
	}
	if h := now.HelpReceived[len(now.HelpReceived)-1]; h.MemberID != 13 || h.ItemID != 12 || h.On != datatest.Today {
		t.Errorf("the help is %+v", h)
	}
	b.Tap("Close")
	b.WantNot("waits 21 days")
	b.Undo()
	after := b.Read()
	if i, _ := after.ItemByID(12); i.AnsweredOn != 0 || len(after.Contributions) != len(before.Contributions) || len(after.HelpReceived) != len(before.HelpReceived) {
		t.Errorf("after undo it was answered on %s, with %d contributions and %d times of help", i.AnsweredOn, len(after.Contributions), len(after.HelpReceived))
	}
}

// Given an item linked with a card and an event, then its dialog shows the red thread; a step of it leads away, and coming back
// on it opens the item.
func TestRedThreadOfAnItem(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	b.screen.Arrive(data.Place{Kind: data.PlaceItem, ID: 14})
	b.Settle()
	b.Want("Try an earlier time slot", "Red thread", "Pace and rhythm", "Half-year retrospective")
	b.Tap("Show")
	if b.screen.detail != nil {
		t.Error("the dialog is still open")
	}
	if v := b.Visits[len(b.Visits)-1]; v.Page != "health" || v.Args != data.CardPlace("rhythm") {
		t.Errorf("it led to %+v", v)
	}
}

// Given something finished that nobody told of, then its dialog says so, and telling begins a story with what is known.
func TestTellFromAnItem(t *testing.T) {
	st := datatest.Demo(t)
	if err := store.Rows(st, store.Items).Change(context.Background(), 3, store.Visit{}, func(i *data.Item) { i.MeasureID = 1 }); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{Width: 1280, Height: 1600})
	b.Tap("How we name tests")
	b.Want("“How we name tests” is finished: has anybody told what came of it?")
	b.Tap("Tell it")
	b.Type("Title", "Names everybody reads")
	b.Tap("Keep the story")
	b.Want("Stories 3", "Names everybody reads", "“How we name tests” (Standard)", "One page, agreed")
	stories := b.Read().Stories
	if s := stories[len(stories)-1]; s.ItemID != 3 || s.MeasureID != b.item("How we name tests").MeasureID || s.Consent != data.ConsentInternal || s.On != datatest.Today {
		t.Errorf("the file has %+v", s)
	}
	b.screen.Arrive(data.Place{Kind: data.PlaceItem, ID: 3})
	b.Settle()
	b.WantNot("has anybody told what came of it?")
}
