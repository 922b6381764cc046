package events

import (
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// meetToday starts the meeting of the next event on its day.
func meetToday(b *bench) {
	b.Clock.Day = data.NewDate(2026, 12, 5)
	b.Clock.Time = time.Date(2026, 12, 5, 16, 0, 0, 0, time.UTC)
	b.screen.Load()
	b.Settle()
	b.screen.startMeeting()
	b.Settle()
}

// later lets time go by, second by second.
func (b *bench) later(d time.Duration) {
	b.Clock.Time = b.Clock.Time.Add(d - time.Second)
	b.Clock.Time = b.Clock.Time.Add(time.Second)
	b.Timer.Pass(time.Second)
	b.Settle()
}

var start = time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)

// steps is a meeting of steps of so many minutes.
func steps(minutes ...int) *Meeting {
	var rows []AgendaRow
	for _, n := range minutes {
		rows = append(rows, AgendaRow{Line: data.AgendaLine{Minutes: n, Text: "S"}})
	}
	return NewMeeting(&data.Event{ID: 1}, rows, start)
}

// Given steps, when one is given more time, then a minute comes from the later step with most to spare, which keeps half of its
// own; where there is none, the end moves.
func TestMoreTimeIsBorrowed(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name     string
		minutes  []int
		at       int
		more     int
		want     []int
		borrowed bool
		late     int
	}{
		{"from the longest later step", []int{5, 10, 20, 5}, 0, 1, []int{6, 10, 19, 5}, true, 0},
		{"again and again", []int{5, 6, 6}, 0, 4, []int{9, 4, 4}, true, 0},
		{"never from an earlier one", []int{30, 5, 1}, 1, 3, []int{30, 8, 1}, false, 3},
		{"half is kept", []int{5, 6}, 0, 4, []int{9, 3}, false, 1},
		{"the last step", []int{5, 6}, 1, 1, []int{5, 7}, false, 1},
		{"short steps keep their time", []int{5, 2, 1}, 0, 1, []int{6, 2, 1}, false, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			m := steps(tc.minutes...)
			now := start
			for i := range tc.at {
				now = now.Add(m.Steps[i].Given)
				m.Go(i+1, now)
			}
			var borrowed bool
			for range tc.more {
				borrowed = m.More()
			}
			for i, want := range tc.want {
				if got := int(m.Steps[i].Given / time.Minute); got != want {
					t.Errorf("step %d has %d minutes, want %d", i, got, want)
				}
			}
			if late := int(m.Late(now) / time.Minute); borrowed != tc.borrowed || late != tc.late {
				t.Errorf("borrowed %v, %d minutes late", borrowed, late)
			}
		})
	}
}

// Given a meeting, when time goes by, is paused and runs out, then the clock says what is left, and when it all ends.
func TestMeetingClock(t *testing.T) {
	t.Parallel()
	m := steps(5, 10)
	for _, tc := range []struct {
		after time.Duration
		clock string
		late  time.Duration
	}{{0, "5:00", 0}, {500 * time.Millisecond, "5:00", 0}, {time.Second, "4:59", 0}, {5 * time.Minute, "0:00", 0},
		{5*time.Minute + 30*time.Second, "+0:30", 30 * time.Second}} {
		now := start.Add(tc.after)
		if got := countdown(m.Left(now)); got != tc.clock || m.Late(now) != tc.late {
			t.Errorf("after %v the clock says %s, late by %v", tc.after, got, m.Late(now))
		}
	}
	now := start.Add(2 * time.Minute)
	m.Pause(now)
	if now = now.Add(3 * time.Minute); countdown(m.Left(now)) != "3:00" || m.Late(now) != 3*time.Minute || !m.Paused() {
		t.Errorf("paused, the clock says %s, late by %v", countdown(m.Left(now)), m.Late(now))
	}
	m.Pause(now)
	if now = now.Add(time.Minute); countdown(m.Left(now)) != "2:00" {
		t.Errorf("running again, the clock says %s", countdown(m.Left(now)))
	}
	m.Go(1, now)
	if got := countdown(m.Left(now)); got != "10:00" || m.Late(now) != time.Minute {
		t.Errorf("at the second step the clock says %s, late by %v", got, m.Late(now))
	}
	m.Go(2, now)
	if _, there := m.Step(); there || !m.Through() || m.More() {
		t.Error("after the last step there is another")
	}
	m.Go(-1, now)
	if m.At != 0 {
		t.Errorf("before the first step is step %d", m.At)
	}
}

// Given the blocks of the kick-off workshop, then the times of their parts add up to the block (data/README.md, Workshop).
func TestWorkshopBlocks(t *testing.T) {
	t.Parallel()
	format, _ := data.FormatOf(data.VisionWorkshop)
	known := 0
	for _, step := range format.Agenda {
		b, there := workshopBlocks[step.Text]
		if !there {
			continue
		}
		known++
		if sum := b.alone + b.share + b.cluster + b.agree; sum != step.Minutes {
			t.Errorf("%q takes %d minutes, its parts %d", step.Text, step.Minutes, sum)
		}
	}
	if known != len(workshopBlocks) {
		t.Errorf("%d of %d blocks are steps of the format", known, len(workshopBlocks))
	}
}

// Given an event on its day, when its meeting is led to the end, then the clock runs, minutes typed on the way are in the file,
// the event is held, and who came is asked.
func TestMeetingIsLed(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Clock.Day = data.NewDate(2026, 12, 5)
	b.Clock.Time = time.Date(2026, 12, 5, 16, 0, 0, 0, time.UTC)
	b.screen.Load()
	b.Settle()
	b.Tap("Start meeting")
	b.Want("Step 1 of 4", "Rules", "5:00", "Ends at 17:00 by the programme", "Meeting", "What was decided")
	b.later(65 * time.Second)
	b.Want("3:55")
	b.Tap("+1 minute")
	b.Want("4:55", "Ends at 17:00 by the programme", "41")
	b.Tap("Pause")
	b.later(3 * time.Minute)
	b.Want("4:55", "Ends at 17:03, 3 minutes later than by the programme")
	b.Tap("Go on")
	b.later(5 * time.Minute)
	b.Want("+0:05")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.Want("Step 2 of 4", "41:00")
	b.Paste("What was said and made", "Six good talks")
	b.Tap("List") // one looks at something else meanwhile
	b.Want("Coming up")
	b.Tap("Start meeting")
	b.Want("Step 2 of 4")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.Want("Step 4 of 4", "End meeting")
	b.Tap("Back")
	b.Want("Step 3 of 4")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.Want("Who came to “Second lightning round”?")
	b.Tap("Done")
	if got := b.event(10).Status; got != data.StatusHeld {
		t.Errorf("the status is %s", got)
	}
	if got := b.Read().Minutes; got[len(got)-1].Text != "Six good talks" || got[len(got)-1].EventID != 10 {
		t.Errorf("the minutes are %+v", got)
	}
	b.Want("Publish minutes")
	b.WantNot("Step 4 of 4", "Meeting")
}

// Given a kick-off workshop, then each block says how its time is meant, and offers the boxes of the canvas it fills.
func TestWorkshopFillsTheCanvas(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	b.change(10, func(e *data.Event) { e.Format = data.VisionWorkshop })
	b.Tap("Take the format's programme")
	meetToday(b)
	b.WantNot("Our picture")
	b.TapNode(b.ByID("button", "meeting.next"))
	b.TapNode(b.ByID("button", "meeting.next"))
	b.Want("5 alone, 7 sharing, 6 clustering and 4 agreeing", "Our picture", "Why now")
	b.WantNot("Who feels it")
	b.Paste("Our picture", "We find our way\n\nin testing ")
	b.Leave()
	for _, box := range b.Read().Canvas {
		if box.Box == data.BoxVision && (len(box.Lines) != 2 || box.Lines[1] != "in testing") {
			t.Errorf("the box has %q", box.Lines)
		}
	}
	b.Tap("Leave the clock")
	if got := b.event(10).Status; got != data.StatusAnnounced {
		t.Errorf("the status is %s", got)
	}
	b.WantNot("Meeting")
}

// Given the minutes, which can be written beside the clock and in the event's own pane, when one is left for the other, then what
// was written in each is an act of its own.
func TestMinutesInTwoPlaces(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.change(9, func(e *data.Event) { e.On = datatest.Today })
	b.change(9, func(e *data.Event) { e.Status = data.StatusHeld })
	b.screen.Arrive(int64(9))
	b.Settle()
	b.screen.startMeeting()
	b.Paste("What was decided", "by the clock")
	b.Tap("Leave the clock")
	b.Paste("What was decided", "in the pane")
	b.Leave()
	if _, err := b.Store.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m := minutesOf(b, 9); m.Decisions != "by the clock" {
		t.Errorf("after undoing what was written in the pane stands %q", m.Decisions)
	}
}

func minutesOf(b *bench, event int64) data.Minutes {
	for _, m := range b.Read().Minutes {
		if m.EventID == event {
			return m
		}
	}
	return data.Minutes{}
}
