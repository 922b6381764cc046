package events

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// actions are the actions of an event in the file.
func (b *bench) actions(id int64) []data.Item {
	var out []data.Item
	for _, it := range b.Read().Items {
		if it.EventID == id && it.Kind == data.KindAction {
			out = append(out, it)
		}
	}
	return out
}

// outcome adds an action and two notes to the event shown.
func outcome(b *bench) {
	b.Fire("events.action")
	b.Type("What is to be done", "Ask Data about the slow suite\n")
	for _, note := range [][3]string{{"8", "The pace", "A shorter opening"}, {"10", "", ""}} {
		b.Fire("events.note")
		b.Type("Points, 1 to 10", note[0])
		b.Type("What was liked", note[1])
		b.Paste("What would make it a 10", note[2])
		b.TapNode(b.ByID("button", "save"))
	}
}

// Given an event that was held, when an action with owner and day is added, then it stands on the board as planned and linked
// with the event; without them it waits for somebody; ticking it moves it to Done, and back.
func TestActions(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(8)
	b.WantNot("What was agreed")
	b.Tap("Add an action")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("What is to be done"); got != "Please fill this in." {
		t.Errorf("below the title stands %q", got)
	}
	b.Type("What is to be done", "Publish the list")
	b.Choose("Who does it", "Güneş Yıldırım")
	b.Type("Until", "2026-11-20")
	b.TapNode(b.ByID("button", "save"))
	b.Tap("Add an action")
	b.Type("What is to be done", "Find a second room\n")
	got := b.actions(8)
	if len(got) != 2 {
		t.Fatalf("the file has %+v", got)
	}
	byTitle := map[string]data.Item{}
	for _, it := range got {
		byTitle[it.Title] = it
	}
	first, second := byTitle["Publish the list"], byTitle["Find a second room"]
	if first.Column != data.ColumnPlanned || first.OwnerID != 11 || first.Due.String() != "2026-11-20" || second.Column != data.ColumnReady {
		t.Errorf("the file has %+v and %+v", first, second)
	}
	b.Want("What was agreed", "Publish the list", "Güneş Yıldırım", "by 20 Nov")
	b.Tap("Publish the list")
	if it, _ := b.Read().ItemByID(first.ID); it.Column != data.ColumnDone || it.DoneOn != today {
		t.Errorf("ticked, it is %+v", it)
	}
	b.TapSecondary("Publish the list")
	b.Tap("Not done yet")
	if it, _ := b.Read().ItemByID(first.ID); it.Column != data.ColumnPlanned {
		t.Errorf("unticked, it stands in %s", it.Column)
	}
	b.TapSecondary("Find a second room")
	b.Tap("Show on the board")
	if v := b.Visits[len(b.Visits)-1]; v.Page != "backlog" || v.Args != second.ID {
		t.Errorf("went to %+v", v)
	}
	b.TapSecondary("Find a second room")
	b.Tap("Belongs to no event")
	if got := b.actions(8); len(got) != 1 {
		t.Errorf("linked are %+v", got)
	}
}

// Given an event to come, then what it lacks leads to where it is done, and tasks are added with a day before the event.
func TestStillToPrepare(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Want("Still to prepare", "Announced", "4 more speakers")
	b.Tap("4 more speakers")
	b.Type("Find…", "thordis\n")
	b.Want("3 more speakers")
	b.change(10, func(e *data.Event) { e.Place = "" })
	b.Tap("Say where it takes place")
	if b.Win.Canvas().Focused() != b.screen.pane.fields.Input("place") {
		t.Error("that does not lead to the place")
	}
	b.Tap("Add a task")
	b.Type("What is to be done", "Book the room\n")
	if got := b.actions(10); len(got) != 1 || got[0].Due.String() != "2026-12-04" {
		t.Errorf("the file has %+v", got)
	}
	b.TapSecondary("3 days ago")
	b.Tap("Remove this announcement")
	b.Want("Announce", "a week before")
	b.Tap("a week before")
	b.Want("Where it was announced")
}

// Given a day near the event, then what should be done by now is warned of.
func TestLateTasks(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name              string
		days              int
		announce, speaker bool
	}{
		{"in time", 10, false, false}, {"speakers late", 9, false, true}, {"still a week", 7, false, true}, {"all late", 6, true, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			e := event(1, tc.days, data.StatusPlanned)
			e.Format, e.Place = "brown_bag", "Here"
			state := stateOf(&data.Snapshot{Events: []data.Event{e}})
			d, _ := state.Detail()
			if len(d.Tasks) != 2 || d.Tasks[0].Late != tc.announce || d.Tasks[1].Late != tc.speaker || d.Tasks[1].Text != "1 speaker" {
				t.Errorf("to prepare are %+v", d.Tasks)
			}
		})
	}
}

// Given notes of the perfection game, then points, what was liked and what would make it a 10 are kept, and no mean is shown.
func TestPerfectionNotes(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	b.WantNot("What would make it a 10")
	b.Fire("events.note")
	b.Type("Points, 1 to 10", "7")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("What would make it a 10"); got != "Below 10, please say what would make it a 10." {
		t.Errorf("below the field stands %q", got)
	}
	b.Type("Points, 1 to 10", "11")
	b.Paste("What would make it a 10", "Start on time")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("Points, 1 to 10"); got != "Please choose a number from 1 to 10." {
		t.Errorf("below the points stands %q", got)
	}
	b.Type("Points, 1 to 10", "7")
	b.Paste("What was liked", "The tools")
	b.TapNode(b.ByID("button", "save"))
	b.Want("What would make it a 10", "Start on time", "Liked: The tools")
	b.Tap("Add another")
	b.Type("Points, 1 to 10", "10\n")
	b.Want("nothing to add")
	b.WantNot("8.5")
	got := b.Read().Perfection
	if len(got) != 2 || got[0].Score != 7 || got[0].Better != "Start on time" || got[0].EventID != 9 || got[1].Score != 10 {
		t.Errorf("the file has %+v", got)
	}
	b.Tap("Start on time")
	b.Paste("What would make it a 10", "Start at four")
	b.TapNode(b.ByID("button", "save"))
	b.TapSecondary("nothing to add")
	b.Tap("Remove")
	if got := b.Read().Perfection; len(got) != 1 || got[0].Better != "Start at four" {
		t.Errorf("the file has %+v", got)
	}
}

// Given an event that serves nothing, then it is asked what it serves; ticking a box, an item and a story links them, seen from
// both ends, and unticking takes that back.
func TestLinks(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.change(6, func(e *data.Event) { e.Boxes, e.On = nil, today.AddDays(-20) })
	for _, it := range b.Read().Items {
		if it.EventID == 6 {
			if err := store.Rows(b.Store, store.Items).Change(t.Context(), it.ID, store.Visit{}, func(i *data.Item) { i.EventID = 0 }); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.arrive(6)
	b.Want("What does “Sun 1 Nov · Approval-testing lab” serve? Link it with the canvas or an item.")
	b.Tap("Link it")
	b.Want("Boxes of the canvas", "How")
	b.Tap("How")
	b.Type("Find…", "cookbook")
	b.WantNot("Our picture")
	b.Tap("Test-data cookbook")
	b.Type("Find…", "flaky")
	b.Tap("Flaky-test checklist")
	story := b.Read().Stories[0]
	b.Type("Find…", strings.Fields(story.Title)[1])
	b.Tap(story.Title)
	b.Tap("Done")
	linked := map[data.Place]bool{}
	for _, n := range b.Read().Thread(data.Place{Kind: data.PlaceEvent, ID: 6}) {
		linked[n] = true
	}
	if !linked[data.BoxPlace(data.BoxHow)] || !linked[data.Place{Kind: data.PlaceStory, ID: story.ID}] || len(linked) != 5 {
		t.Errorf("linked are %v", linked)
	}
	b.Want("Red thread", "Test-data cookbook", "Box of the canvas", "8 members came", "Link with something else")
	b.WantNot("What does “Approval-testing lab” serve?")
	b.Tap("Link with something else")
	b.Tap("How")
	b.Tap("Done")
	if e := b.event(6); len(e.Boxes) != 0 {
		t.Errorf("the boxes are %v", e.Boxes)
	}
	b.Undo()
	if e := b.event(6); len(e.Boxes) != 1 {
		t.Errorf("after undo the boxes are %v", e.Boxes)
	}
	b.Fire("events.story")
	want := kit.Begun{Row: data.ValueStory{EventID: 6, On: today}}
	if v := b.Visits[len(b.Visits)-1]; v.Page != "backlog" || v.Args.(kit.Begun).Row != want.Row {
		t.Errorf("went to %+v", v)
	}
}

// Given an item that belongs to another event, then the list of links says so before it is taken over.
func TestLinkSaysWhereAnItemIs(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	b.Fire("events.link")
	b.Type("Find…", "second lightning")
	b.Want("now with “Sat 5 Dec · Second lightning round”")
}

// Given steps of the red thread, when they are gone to, then the event is shown, from any view.
func TestArriveOnTheThread(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640})
	b.Tap("Formats")
	b.screen.Arrive(data.Place{Kind: data.PlaceEvent, ID: 3})
	b.Settle()
	b.Want("Open lean coffee", "Who came")
	if got := b.screen.pane.detail.Event.ID; got != 3 {
		t.Errorf("shown is event %d", got)
	}
	b.screen.Arrive(data.Place{Kind: data.PlaceAttendance, ID: 4})
	b.Settle()
	if got := b.screen.pane.detail.Event.ID; got != 4 || b.screen.pane.scroll.Offset() == 0 {
		t.Errorf("shown is event %d, scrolled by %v", got, b.screen.pane.scroll.Offset())
	}
}

// Given an event, when another of its kind is planned, then the form has its day of the week one spacing on, its place and
// words, and the new event serves the same.
func TestPlanAgain(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.change(3, func(e *data.Event) { e.Boxes = data.Lines{"how"}; e.Confidential = true })
	b.arrive(3)
	before := b.event(3)
	b.Fire("events.again")
	b.TapNode(b.ByID("button", "save"))
	e := b.event(11)
	if e.Title != before.Title || e.Format != before.Format || e.Start != before.Start || e.Place != before.Place || !e.Confidential ||
		len(e.Boxes) != 1 || e.Status != data.StatusPlanned || e.Guests != 0 {
		t.Errorf("planned is %+v", e)
	}
	if days := e.On.Sub(before.On); days%21 != 0 || e.On < today || e.On >= today.AddDays(21) {
		t.Errorf("planned for %s, after %s", e.On, before.On)
	}
}
