package room_test

import (
	"slices"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/room"
)

var four = time.Date(2026, 11, 30, 16, 0, 0, 0, time.UTC)

// at is so many minutes and seconds after four.
func at(minutes, seconds int) time.Time {
	return four.Add(time.Duration(minutes)*time.Minute + time.Duration(seconds)*time.Second)
}

func retrospective() *room.Run {
	m := time.Minute
	return room.Begin([]room.Part{
		{Kind: room.CheckIn, Text: "Opening", Given: 5 * m}, {Text: "Facts", Given: 15 * m},
		{Text: "Meaning"}, {Kind: room.Card, Text: "Time and backing", Given: 10 * m, Within: true}, {Kind: room.Card, Text: "Pace and rhythm", Given: 10 * m, Within: true},
		{Text: "Choose", Given: 20 * m}, {Text: "Owners", Given: 10 * m}, {Kind: room.Close, Text: "Close", Given: 5 * m},
	}, four)
}

func texts(r *room.Run) []string {
	var all []string
	for _, p := range r.Parts {
		all = append(all, p.Text)
	}
	return all
}

// Given a programme of 75 minutes, then it ends at a quarter past five, and each step of the clock says so or how much later.
func TestTheClockOfAMeeting(t *testing.T) {
	r := retrospective()
	if want := at(75, 0); r.Ends != want || r.Late(four) != 0 {
		t.Fatalf("it ends at %v, late by %v, want %v", r.Ends, r.Late(four), want)
	}
	if left := r.Left(at(4, 30)); left != 30*time.Second {
		t.Errorf("after 4:30 of five minutes %v are left", left)
	}
	if left, late := r.Left(at(6, 0)), r.Late(at(6, 0)); left != -time.Minute || late != time.Minute {
		t.Errorf("a minute over its time, left are %v, late is %v", left, late)
	}
	r.Forward(at(6, 0))
	r.Pause(at(10, 0))
	if left := r.Left(at(30, 0)); left != 11*time.Minute {
		t.Errorf("while the clock stands still %v are left", left)
	}
	r.Pause(at(30, 0))
	if left := r.Left(at(31, 0)); left != 10*time.Minute {
		t.Errorf("a minute after it goes on %v are left", left)
	}
	if left := r.Left(four.Add(-time.Hour)); left != 15*time.Minute {
		t.Errorf("with the clock set back by an hour %v are left", left)
	}
}

// Given a part that needs longer, then each minute comes from the later part that has most to spare, and given back goes to where it is
// missing most; no part falls under half of what it is for.
func TestMinutesAreBorrowedAndGivenBack(t *testing.T) {
	r := retrospective()
	from := map[string]int{}
	for range 60 {
		if i := r.More(); i >= 0 {
			from[r.Parts[i].Text]++
		} else {
			from["nobody"]++
		}
	}
	want := map[string]int{"Facts": 7, "Time and backing": 5, "Pace and rhythm": 5, "Choose": 10, "Owners": 5, "Close": 2, "nobody": 26}
	for who, n := range want {
		if from[who] != n {
			t.Errorf("%s gave %d minutes, want %d", who, from[who], n)
		}
	}
	if late := r.Late(four); late != 26*time.Minute {
		t.Errorf("it ends %v later, want 26 minutes", late)
	}
	for range 100 {
		r.Less(four)
	}
	for i, p := range r.Parts[1:] {
		if p.Given != p.Planned {
			t.Errorf("given back, part %d %q has %v of %v", i+1, p.Text, p.Given, p.Planned)
		}
	}
	if r.Parts[0].Given != time.Minute {
		t.Errorf("the part under way keeps %v", r.Parts[0].Given)
	}
}

// Given a meeting under way, then later parts move, with what is within them; what lies behind stays.
func TestLaterPartsAreMoved(t *testing.T) {
	r := retrospective()
	r.Forward(at(5, 0)) // Facts
	if at := r.Move(2, true); at != 3 || !slices.Equal(texts(r)[2:6], []string{"Choose", "Meaning", "Time and backing", "Pace and rhythm"}) {
		t.Errorf("moved down to %d, the parts are %q", at, texts(r))
	}
	if at := r.Move(3, false); at != 2 || !slices.Equal(texts(r)[2:6], []string{"Meaning", "Time and backing", "Pace and rhythm", "Choose"}) {
		t.Errorf("moved up to %d, the parts are %q", at, texts(r))
	}
	if at := r.Move(3, true); at != 4 || r.Parts[4].Text != "Time and backing" {
		t.Errorf("a card moved within its part to %d, the parts are %q", at, texts(r))
	}
	for _, part := range []int{0, 1, 2, 3} {
		if at := r.Move(part, false); at != part {
			t.Errorf("part %d moved to %d", part, at)
		}
	}
	r.Forward(at(20, 0))
	if now := r.Now(); now.Text != "Pace and rhythm" || r.Parts[r.Above(r.At)].Text != "Meaning" {
		t.Errorf("behind Facts comes %q", now.Text)
	}
}

// Given a meeting that went back to a part, then a later part goes with what is within it, and another comes next.
func TestLaterPartsAreSkippedAndAdded(t *testing.T) {
	r := retrospective()
	r.Forward(at(5, 0)) // Facts
	r.Forward(at(20, 0))
	r.Back(at(20, 0))
	r.Skip(2)
	if next := r.Next(); next == nil || next.Text != "Choose" {
		t.Errorf("with Meaning and its cards skipped comes %v", next)
	}
	if late := r.Late(at(5, 0)); late != -20*time.Minute {
		t.Errorf("without them it ends %v later", late)
	}
	r.Add(room.Part{Text: "Fire drill", Given: 3 * time.Minute})
	r.Forward(at(20, 0))
	if now := r.Now(); now.Text != "Fire drill" || now.Planned != 3*time.Minute {
		t.Errorf("what was added is not next, but %v", now)
	}
	r.Back(at(21, 0))
	if now := r.Now(); now.Text != "Facts" {
		t.Errorf("back is %q", now.Text)
	}
}

// Given a meeting that ended early, then what it did not come to is left over, and no opening or close.
func TestWhatIsLeftOverGoesOnNextTime(t *testing.T) {
	r := retrospective()
	for i := range r.Parts {
		if r.Parts[i].Kind == "" {
			r.Parts[i].Kind = room.Talk
		}
	}
	r.Go(3, at(30, 0))
	var left []string
	for _, p := range r.LeftOver() {
		left = append(left, p.Text)
	}
	if want := []string{"Pace and rhythm", "Choose", "Owners"}; !slices.Equal(left, want) {
		t.Errorf("left over are %q, want %q", left, want)
	}
}

// Given a laptop that was off for an hour in the middle of a part, then the meeting goes on at the second at which it was last seen.
func TestAMeetingIsTakenUpAtTheSameSecond(t *testing.T) {
	r := retrospective()
	r.Forward(at(5, 0))
	r.TakeUp(at(8, 20), at(70, 0))
	if left := r.Left(at(70, 0)); left != 11*time.Minute+40*time.Second || r.Paused() {
		t.Errorf("taken up, %v are left", left)
	}
	r.Pause(at(71, 0))
	r.TakeUp(at(75, 0), at(90, 0))
	if left := r.Left(at(90, 0)); left != 10*time.Minute+40*time.Second {
		t.Errorf("taken up from a pause, %v are left", left)
	}
}

// Given a workshop cut off early, then each block that was not begun is left over once, with the time of all its steps.
func TestABlockIsLeftOverAsOne(t *testing.T) {
	f, _ := data.FormatOf(data.VisionWorkshop)
	var agenda []data.AgendaLine
	for _, step := range f.Agenda {
		agenda = append(agenda, data.AgendaLine{Minutes: step.Minutes, Text: step.Text})
	}
	e := data.Event{ID: 1, Format: data.VisionWorkshop}
	r := room.Begin(room.Chapters(&data.Snapshot{}, &e, agenda, 0, func(p data.Phrase) string { return p.Key }), four)
	for r.Step() != "Impact" {
		r.Forward(four)
	}
	r.Forward(four) // sharing
	left := map[string]time.Duration{}
	for _, p := range r.LeftOver() {
		left[p.Text] += p.Planned
	}
	if len(left) != 5 || left["Resources and channels"] != 12*time.Minute || left["Impact"] != 6*time.Minute || left["Name"] != 8*time.Minute {
		t.Errorf("left over is %v", left)
	}
}

// Given a computer that sleeps, or whose clock is set back, then the part under way goes on at the second at which it was; sleep makes the
// meeting late, a changed clock doesn't. Seconds as they pass are no sleep.
func TestSleepAndAChangedClock(t *testing.T) {
	for name, tc := range map[string]struct{ away, late time.Duration }{
		"as it passes": {time.Second, 0}, "asleep": {20 * time.Minute, 20 * time.Minute}, "set back": {-time.Hour, 0}, "set on": {time.Hour, time.Hour},
	} {
		for _, paused := range []bool{false, true} {
			r := retrospective()
			now := at(2, 0)
			if r.Look(now) != 0 {
				t.Errorf("%s: the first look tells of time away", name)
			}
			if paused {
				r.Pause(now)
			}
			left := r.Left(now)
			later := now.Add(tc.away)
			r.Look(later)
			if paused {
				r.Pause(later)
			}
			if got := left - r.Left(later); got != 0 && got != time.Second {
				t.Errorf("%s, paused %v: %v were lost", name, paused, got)
			}
			if got := r.Late(later).Round(time.Minute); got != tc.late {
				t.Errorf("%s, paused %v: late by %v, want %v", name, paused, got, tc.late)
			}
		}
	}
}

// Given a meeting that was cut off days ago, when it is taken up, then it goes on at the same second and is no later than it was.
func TestAMeetingTakenUpDaysLaterIsNotLate(t *testing.T) {
	r := retrospective()
	r.Forward(at(7, 0)) // two minutes late
	days := at(10*24*60, 0)
	r.TakeUp(at(8, 20), days)
	if left := r.Left(days); left != 13*time.Minute+40*time.Second {
		t.Errorf("taken up, %v are left", left)
	}
	if late := r.Late(days); late != 2*time.Minute {
		t.Errorf("taken up, it is late by %v", late)
	}
}

// Given a key that was a wrong one, when the meeting goes back at once, then the part goes on as if it had never been left, its pause too;
// later than that its time begins anew.
func TestAWrongKeyLosesNoTime(t *testing.T) {
	r := retrospective()
	r.Forward(at(5, 0)) // Facts
	r.Forward(at(9, 0))
	r.Back(at(9, 20))
	if left := r.Left(at(9, 20)); left != 10*time.Minute+40*time.Second || r.Now().Text != "Facts" {
		t.Errorf("back at once, %q has %v left", r.Now().Text, left)
	}
	r.Pause(at(10, 0))
	r.Forward(at(12, 0))
	r.Back(at(12, 5))
	if !r.Paused() || r.Left(at(13, 0)) != 10*time.Minute {
		t.Errorf("back in the pause: paused %v, %v left", r.Paused(), r.Left(at(13, 0)))
	}
	r.Forward(at(14, 0))
	r.Back(at(15, 0))
	if left := r.Left(at(15, 0)); left != 15*time.Minute || r.Paused() {
		t.Errorf("back after a minute, %v are left", left)
	}
}
