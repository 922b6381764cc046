package events

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// onTheDay is the next event's day, at its hour.
func onTheDay(b *bench) {
	b.Clock.Day = data.NewDate(2026, 12, 5)
	b.Clock.Time = time.Date(2026, 12, 5, 16, 0, 0, 0, time.UTC)
	b.screen.Load()
	b.Settle()
}

// meetToday starts the meeting of the next event on its day.
func meetToday(b *bench) {
	onTheDay(b)
	b.screen.startMeeting()
	b.Settle()
}

// later lets time go by; the clock is looked at meanwhile, and drawn at its end.
func (b *bench) later(d time.Duration) {
	const look = 20 * time.Second
	for ; d > look; d -= look {
		b.asleep(look)
	}
	b.asleep(d)
}

// asleep lets time go by in which nobody looks at the clock.
func (b *bench) asleep(d time.Duration) {
	b.Clock.Time = b.Clock.Time.Add(d)
	b.Timer.Pass(time.Second)
	b.Settle()
}

// Given an event on its day, when its meeting is led to the end with one hand, then the clock runs, what was written down is in the
// minutes, on the board and with who gave it, the event is held, what is left over stands in the next event, and the minutes are read once
// and published.
func TestMeetingIsLed(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.change(10, func(e *data.Event) { e.Minutes = 60 })
	next := data.Event{Title: "Third round", Format: "lean_coffee", On: data.NewDate(2026, 12, 26), Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned}
	if err := store.Rows(b.Store, store.Events).Save(t.Context(), &next); err != nil {
		t.Fatal(err)
	}
	onTheDay(b)
	leadToTheTalks(b)
	tickWhoCame(b)
	writeDown(b)
	b.Tap("End meeting")
	b.Want("Left over", "Talk 2", "Carry over to “Third round”", "1 decision", "1 action")
	b.TapNode(b.ByID("button", "meeting.ended"))
	b.Want("Publish minutes")
	b.WantNot("Who came to")
	wantHeld(b)
	var steps []string
	for _, l := range b.Read().Agenda {
		if l.EventID == next.ID {
			steps = append(steps, l.Text)
		}
	}
	if n := len(steps); n != 11 || steps[n-2] != "Open talk" {
		t.Errorf("the next event's steps are %q", steps)
	}
}

// leadToTheTalks starts the meeting and leads it to its first talk: on time, with a minute more, through a pause, and past its time.
func leadToTheTalks(b *bench) {
	b.T.Helper()
	b.Tap("Start meeting")
	b.Want("Rules", "3:00", "16:00, on time", "ends 17:00 as planned", "Next: What we agreed last time", "Five minutes a talk", "Often here, not ticked")
	b.later(65 * time.Second)
	b.Want("1:55", "One more leaves 7 minutes for “Open talk”.")
	b.Tap("+ 1 min")
	b.Want("2:55", "16:01, on time")
	b.Tap("Pause")
	b.later(3 * time.Minute)
	b.Want("2:55", "16:04, the clock stands still", "ends 17:03, planned was 17:00")
	b.Tap("Go on")
	b.later(3 * time.Minute)
	b.Want("+0:05", "3 minutes late")
	b.Key(fyne.KeySpace)
	b.Want("A tap says done")
	b.Tap("Try an earlier time slot")
	b.WantNot("Try an earlier time slot")
	b.Key(fyne.KeySpace)
	b.Want("Talk 1", "Six talks of 5 + 2", "5:00", "Next: Changing over")
	b.Key(fyne.KeyPageDown)
	b.Want("Changing over", "2:00")
	b.Key(fyne.KeyPageUp)
	b.Want("Talk 1")
}

// tickWhoCame notes, without leaving the keys, a member by two letters, a number of guests, and a guest by name.
func tickWhoCame(b *bench) {
	b.T.Helper()
	b.Keys("w")
	b.Keys("zo")
	b.Want("Enter ticks Zoë Marchand-Núñez")
	b.Key(fyne.KeyReturn)
	b.Keys("2")
	b.Want("Enter notes 2 guests")
	b.Key(fyne.KeyReturn)
	b.Keys("Ada Byron")
	b.Key(fyne.KeyReturn)
	b.Want("2 and 3 guests")
	b.Key(fyne.KeyPageDown) // a remote leads on from a field too
	b.Want("Changing over")
	b.screen.meeting.Focus()
}

// writeDown writes a line of each kind by its key; they are in the file at once, with who promised and who gave.
func writeDown(b *bench) {
	b.T.Helper()
	for _, line := range []struct{ key, words string }{
		{"d", "We meet at four"}, {"a", "Łukasz: ask for two hours"}, {"t", "Ελένη, for the talk"}, {"n", "All brought something"}, {"p", "Outside meetup: no budget"},
	} {
		b.writes(line.key, line.words)
	}
	b.Want("We meet at four", "ask for two hours · Łukasz Wiśniewski · by Sat 26 December 2026", "Ελένη, for the talk", "All brought something", "Outside meetup: no budget")
	d := b.Read()
	action := d.Items[len(d.Items)-1]
	for _, i := range d.Items {
		if i.Title == "ask for two hours" {
			action = i
		}
	}
	if action.OwnerID != 2 || action.EventID != 10 || action.Due != data.NewDate(2026, 12, 26) {
		b.T.Errorf("the action is %+v", action)
	}
	if l := d.LinesOf(10, data.LineThanks); len(l) != 1 || l[0].MemberID != 3 {
		b.T.Errorf("thanked is %+v", l)
	}
}

// wantHeld tells of minutes that lack what was written down, and of an event that isn't held with those who came.
func wantHeld(b *bench) {
	b.T.Helper()
	m := minutesOf(b, 10)
	if m.Decisions != "We meet at four" || m.Text != "All brought something\nGuests: Ada Byron\nThank you: Ελένη, for the talk\nParked: Outside meetup: no budget\nLeft for next time: Talk 2; Talk 3; Talk 4; Talk 5; Talk 6; Open talk" {
		b.T.Errorf("the minutes are %q, decided was %q", m.Text, m.Decisions)
	}
	if e := b.event(10); e.Status != data.StatusHeld || e.Guests != 3 {
		b.T.Errorf("the event is %+v", e)
	}
}

// Given a meeting in the middle, when the window is gone from one second to the next, then the next start goes on at that second.
func TestMeetingIsGoneOnWith(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, tall)
	meetToday(b)
	b.later(65 * time.Second)
	b.Want("1:55")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.later(10 * time.Second)
	b.Want("4:50", "Talk 1")

	again := open(t, st, tall)
	again.Clock.Day, again.Clock.Time = b.Clock.Day, b.Clock.Time.Add(40*time.Minute)
	again.screen.Load()
	again.screen.Arrive(kit.UnderWay)
	again.Settle()
	again.Want("4:50", "Talk 1", "36 minutes late")
	// Leaving it is no end.
	again.Tap("End meeting")
	again.Tap("Leave without ending")
	again.WantNot("4:50")
	if got := again.event(10).Status; got != data.StatusAnnounced {
		t.Errorf("the status is %s", got)
	}
	if _, _, there := again.Read().UnderWay(); there {
		t.Error("what was left is under way")
	}
}

// Given a kick-off workshop, then each block runs alone, sharing, clustering, agreeing, and offers the boxes of the canvas it fills.
func TestWorkshopFillsTheCanvas(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 2400})
	b.change(10, func(e *data.Event) { e.Format = data.VisionWorkshop })
	b.Tap("Take the format's programme")
	meetToday(b)
	b.WantNot("Our picture")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.Want("Alone, in silence", "5:00", "Our picture", "Why now")
	b.WantNot("Who feels it")
	b.Paste("Our picture", "We find our way\n\nin testing ")
	b.Leave()
	for _, box := range b.Read().Canvas {
		if box.Box == data.BoxVision && (len(box.Lines) != 2 || box.Lines[1] != "in testing") {
			t.Errorf("the box has %q", box.Lines)
		}
	}
}

// Given a meeting that is begun before its day, when it is ended, then it asks whether that was a rehearsal, which holds nothing, or
// whether it is held today, which moves it and ends it.
func TestMeetingBeforeItsDay(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.screen.startMeeting()
	b.Settle()
	b.Tap("End meeting")
	b.Want("planned for Sat 5 December 2026", "a rehearsal ends nothing")
	b.Tap("It was a rehearsal")
	if e := b.event(10); e.Status != data.StatusAnnounced || e.On != data.NewDate(2026, 12, 5) {
		t.Errorf("after a rehearsal the event is %+v", e)
	}
	b.screen.startMeeting()
	b.Settle()
	b.Tap("End meeting")
	b.Tap("It is held today")
	b.Want("Left over")
	b.TapNode(b.ByID("button", "meeting.ended"))
	if e := b.event(10); e.Status != data.StatusHeld || e.On != b.Clock.Day {
		t.Errorf("held today, the event is %+v", e)
	}
}

// led are those who lead an event and are ticked at it, and those who lead it and are not.
func (b *bench) led(event int64) (ticked, unticked []int64) {
	d := b.Read()
	for _, id := range d.Leading(event) {
		if slices.ContainsFunc(d.Attendance, func(a data.Attendance) bool { return a.EventID == event && a.MemberID == id && a.Present }) {
			ticked = append(ticked, id)
		} else {
			unticked = append(unticked, id)
		}
	}
	return ticked, unticked
}

// Given an event on its day, when its meeting is started, then whoever leads it came, until somebody says otherwise; undone, nobody did.
// A rehearsal ticks nobody until it turns out to be the meeting.
func TestWhoLeadsTheMeetingCame(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.screen.startMeeting()
	b.Settle()
	if ticked, _ := b.led(10); len(ticked) != 0 {
		t.Errorf("at a rehearsal %v are ticked", ticked)
	}
	b.Tap("End meeting")
	b.Tap("It was a rehearsal")
	meetToday(b)
	ticked, unticked := b.led(10)
	if len(ticked) == 0 || len(unticked) != 0 {
		t.Fatalf("started, %v are ticked, %v are not", ticked, unticked)
	}
	if _, err := b.Store.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	if ticked, _ := b.led(10); len(ticked) != 0 {
		t.Errorf("undone, %v are ticked", ticked)
	}
	b.Tap("End meeting")
	b.TapNode(b.ByID("button", "meeting.ended"))
	if ticked, _ := b.led(10); len(ticked) != 0 || b.event(10).Status != data.StatusHeld {
		t.Errorf("the end ticks %v again", ticked)
	}

	early := open(t, datatest.Demo(t), tall)
	early.screen.startMeeting()
	early.Settle()
	early.Tap("End meeting")
	early.Tap("It is held today")
	if ticked, unticked := early.led(10); len(ticked) == 0 || len(unticked) != 0 {
		t.Errorf("held today, %v are ticked, %v are not", ticked, unticked)
	}
}

// writes writes a line down by its key.
func (b *bench) writes(key, words string) {
	b.T.Helper()
	b.Keys(key)
	b.Keys(words)
	b.Key(fyne.KeyReturn)
	b.screen.meeting.Focus()
	b.Settle()
}

func minutesOf(b *bench, event int64) data.Minutes {
	for _, m := range b.Read().Minutes {
		if m.EventID == event {
			return m
		}
	}
	return data.Minutes{}
}
