package room_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/room"
)

// Given a meeting in the middle, when it is kept and taken up, then everything of it is as it was, to the second.
func TestAMeetingIsKeptAsItIs(t *testing.T) {
	r := retrospective()
	r.Forward(at(5, 0))
	r.More()
	r.Skip(5)
	r.Pause(at(7, 30))
	m, parts := r.Rows(9, at(8, 0))
	again := room.FromRows(m, parts)
	for _, t := range []*time.Time{&again.Began, &again.Held, &again.Start, &again.Ends} {
		*t = t.UTC()
	}
	want := &room.Run{Parts: r.Parts, At: r.At, Began: r.Began, Held: r.Held, Start: r.Start, Ends: r.Ends}
	if !reflect.DeepEqual(again, want) || m.EventID != 9 || !room.SeenAt(m).Equal(at(8, 0)) {
		t.Errorf("kept is\n%+v, was\n%+v", again, want)
	}
	if again := room.FromRows(data.Meeting{At: 99}, nil); !again.Through() || again.Now() != nil {
		t.Errorf("a meeting without parts is at %d", again.At)
	}
}

// Given each format whose steps are known, then they have a clock of their own, and the whole takes as long as its agenda.
func TestFormatsRunAsSuch(t *testing.T) {
	s, e, _, day := ofDemo(t, "retrospective")
	for _, tc := range []struct {
		format, above string
		within        []string
		minutes       []int
	}{
		{"lightning_talks", "Six talks of 5 + 2", []string{"Talk 1", "Changing over", "Talk 2", "Changing over", "Talk 3", "Changing over",
			"Talk 4", "Changing over", "Talk 5", "Changing over", "Talk 6", "Changing over"}, []int{5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2}},
		{"problem_clinic", "Two cases of 25: 5 tell, 5 clarify, 12 advise, 3 commit", []string{"Case 1: tell", "Case 1: clarify", "Case 1: advise", "Case 1: commit",
			"Case 2: tell", "Case 2: clarify", "Case 2: advise", "Case 2: commit"}, []int{5, 5, 12, 3, 5, 5, 12, 3}},
		{data.VisionWorkshop, "Vision and importance", []string{"Alone, in silence", "Share", "Cluster", "Agree"}, []int{5, 7, 6, 4}},
		{"show_and_tell", "Three demos of 10", []string{"Demo 1", "Demo 2", "Demo 3"}, []int{10, 10, 10}},
	} {
		e := *e
		e.Format = tc.format
		format, _ := data.FormatOf(tc.format)
		parts := room.Chapters(s, &e, agendaOf(format), day, inEnglish)
		var within []string
		var minutes []int
		var whole time.Duration
		under := false
		for _, p := range parts {
			whole += p.Given
			if under = p.Within && under || !p.Within && p.Text == tc.above; under && p.Within {
				within, minutes = append(within, p.Text), append(minutes, int(p.Given/time.Minute))
			}
		}
		if !reflect.DeepEqual(within, tc.within) || !reflect.DeepEqual(minutes, tc.minutes) || whole != time.Duration(format.Minutes)*time.Minute {
			t.Errorf("%s: %q of %v, in all %v", tc.format, within, minutes, whole)
		}
	}
}

// agendaOf is the agenda that a format comes with.
func agendaOf(f data.EventFormat) []data.AgendaLine {
	var agenda []data.AgendaLine
	for _, step := range f.Agenda {
		agenda = append(agenda, data.AgendaLine{Minutes: step.Minutes, Text: step.Text})
	}
	return agenda
}

// leanCoffee is a lean coffee that began at four, and which of its parts takes the topics.
func leanCoffee(t *testing.T) (*room.Run, int) {
	t.Helper()
	s, e, _, day := ofDemo(t, "retrospective")
	e.Format = "lean_coffee"
	format, _ := data.FormatOf(e.Format)
	r := room.Begin(room.Chapters(s, e, agendaOf(format), day, inEnglish), four)
	place := -1
	for i := range r.Parts {
		if room.TakesTopics(e.Format, &r.Parts[i]) {
			place = i
		}
	}
	if place < 0 {
		t.Fatalf("no part takes topics: %q", texts(r))
	}
	return r, place
}

// Given a lean coffee with more topics than there is time for, then those voted on come first, five minutes each, and the others are left
// over; thumbs give one three minutes more from those behind.
func TestTopicsFillALeanCoffee(t *testing.T) {
	r, place := leanCoffee(t)
	topics := strings.Fields("one two three four five six seven eight nine ten")
	r.SetTopics(place, topics, "More topics", four)
	r.Go(place, at(10, 0))
	if now := r.Now(); now.Text != "one" || now.Given != 5*time.Minute || r.Late(at(10, 0)) != 0 {
		t.Errorf("first is %+v, late by %v", now, r.Late(at(10, 0)))
	}
	r.Extend()
	if now := r.Now(); now.Given != 8*time.Minute || r.Late(at(10, 0)) != 0 {
		t.Errorf("extended it has %v, late by %v", now.Given, r.Late(at(10, 0)))
	}
	for range 8 {
		r.Forward(at(20, 0))
	}
	if now := r.Now(); now.Text != "nine" {
		t.Errorf("the last is %q", now.Text)
	}
	if left := r.LeftOver(); len(left) != 1 || left[0].Text != "ten" {
		t.Errorf("left over is %+v", left)
	}
}

// Given a lean coffee with fewer topics than there is time for, then they have five minutes each, and what they leave comes behind them, to be
// given to them.
func TestFewTopicsLeaveTime(t *testing.T) {
	r, place := leanCoffee(t)
	r.SetTopics(place, strings.Fields("one two three"), "More topics", four)
	r.Go(place, at(10, 0))
	r.SetTopics(place, []string{"first", "last"}, "More topics", at(21, 0))
	if now := r.Now(); now.Text != "first" || now.Given != 5*time.Minute {
		t.Errorf("of two topics the first has %+v", now)
	}
	spare := place + 3
	r.Extend()
	if p := r.Parts[spare]; p.Kind != room.Spare || p.Given != 32*time.Minute {
		t.Errorf("what the topics leave is %+v", p)
	}
	for range 40 {
		r.More()
	}
	r.Forward(at(60, 0))
	r.Forward(at(65, 0))
	if now := r.Now(); now.Text == "More topics" || len(r.LeftOver()) != 0 {
		t.Errorf("once all of it is used, comes %+v, left over is %+v", now, r.LeftOver())
	}
}

// Given every part of every format, then it has a cue that says how.
func TestEveryPartHasACue(t *testing.T) {
	s, e, _, day := ofDemo(t, "retrospective")
	for _, f := range data.Formats {
		e := *e
		e.Format = f.Key
		for _, p := range room.Chapters(s, &e, agendaOf(f), day, inEnglish) {
			if room.CueOf(f.Key, &p).How.IsZero() {
				t.Errorf("%s: %q of kind %s has no cue", f.Key, p.Text, p.Kind)
			}
		}
	}
}

// Given the steps of a case, then each has a cue of its own, also where the meeting is taken up from the file.
func TestStepsOfACaseHaveTheirCues(t *testing.T) {
	s, e, _, day := ofDemo(t, "problem_clinic")
	f, _ := data.FormatOf("problem_clinic")
	seen := map[string]int{}
	for _, p := range room.Chapters(s, e, agendaOf(f), day, inEnglish) {
		if p.Within && p.Kind == room.Talk {
			how := room.CueOf(e.Format, &p).How
			seen[how.Key]++
		}
	}
	if len(seen) != 4 {
		t.Errorf("the cues of two cases are %v", seen)
	}
}
