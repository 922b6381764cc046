package events

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
)

type frozen data.Date

func (f frozen) Today() data.Date { return data.Date(f) }

var today = datatest.Today

// programmeOf is a programme made of a few events.
func programmeOf(s *data.Snapshot) *Programme { return newProgramme(s, today, "en", nil) }

func event(id int64, day int, status data.EventStatus) data.Event {
	return data.Event{ID: id, Title: "E", On: today.AddDays(day), Start: 16 * 60, Minutes: 60, Status: status}
}

// Given an event in each state before and after its day, then it has one next deed, and stands in its section.
func TestNextStep(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		event   data.Event
		minutes data.Minutes
		step    Step
		section Section
	}{
		{"idea", event(1, 9, data.StatusIdea), data.Minutes{}, StepAnnounce, Coming},
		{"planned", event(1, 9, data.StatusPlanned), data.Minutes{}, StepAnnounce, Coming},
		{"planned for today", event(1, 0, data.StatusPlanned), data.Minutes{}, StepStart, Coming},
		{"announced", event(1, 9, data.StatusAnnounced), data.Minutes{}, StepNone, Coming},
		{"announced for today", event(1, 0, data.StatusAnnounced), data.Minutes{}, StepStart, Coming},
		{"announced for yesterday", event(1, -1, data.StatusAnnounced), data.Minutes{}, StepHold, Unclear},
		{"held", event(1, -1, data.StatusHeld), data.Minutes{}, StepWrite, Held},
		{"held and written", event(1, -1, data.StatusHeld), data.Minutes{EventID: 1, Text: "x"}, StepPublish, Held},
		{"published", event(1, -1, data.StatusHeld), data.Minutes{EventID: 1, Text: "x", PublishedOn: today}, StepNone, Held},
		{"published elsewhere", event(1, -1, data.StatusHeld), data.Minutes{EventID: 1, PublishedOn: today}, StepNone, Held},
		{"cancelled", event(1, 9, data.StatusCancelled), data.Minutes{}, StepNone, Cancelled},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			p := programmeOf(&data.Snapshot{Events: []data.Event{tc.event}, Minutes: []data.Minutes{tc.minutes}})
			if got := p.next(&tc.event); got != tc.step {
				t.Errorf("next is %q, want %q", got, tc.step)
			}
			if got := p.section[1]; got != tc.section {
				t.Errorf("stands under %q, want %q", got, tc.section)
			}
		})
	}
}

// Given minutes that are not out, then they are due for a week and missing after it (data/README.md, Coach, C12).
func TestMinutesState(t *testing.T) {
	t.Parallel()
	for day, want := range map[int]minutesState{0: minutesDue, -7: minutesDue, -8: minutesLate, 1: minutesNotYet} {
		e := event(1, day, data.StatusHeld)
		if got := programmeOf(&data.Snapshot{Events: []data.Event{e}}).minutesOf(&e); got != want {
			t.Errorf("%d days after: %v, want %v", -day, got, want)
		}
	}
}

// Given events and a spacing, then the next day is the last one and the spacing, never in the past.
func TestNextDay(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		spacing int
		events  []data.Event
		want    data.Date
	}{
		{"nothing yet", 14, nil, today.AddDays(14)},
		{"nothing yet, no spacing", 0, nil, today.AddDays(21)},
		{"the last one coming", 14, []data.Event{event(1, -7, data.StatusHeld), event(2, 5, data.StatusPlanned)}, today.AddDays(19)},
		{"the last one long ago", 14, []data.Event{event(1, -100, data.StatusHeld)}, today},
		{"cancelled ones don't count", 14, []data.Event{event(1, -7, data.StatusHeld), event(2, 50, data.StatusCancelled)}, today.AddDays(7)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			p := programmeOf(&data.Snapshot{Community: data.Community{CadenceDays: tc.spacing}, Events: tc.events})
			if got := p.nextDay(); got != tc.want {
				t.Errorf("proposed is %s, want %s", got, tc.want)
			}
		})
	}
}

// Given events of all kinds, then what is to come stands by date, what is over with the latest first.
func TestOrder(t *testing.T) {
	t.Parallel()
	late := event(6, 3, data.StatusPlanned)
	late.Start = 18 * 60
	p := programmeOf(&data.Snapshot{Events: []data.Event{event(1, -20, data.StatusHeld), event(2, 3, data.StatusPlanned),
		event(3, -2, data.StatusHeld), event(4, -3, data.StatusPlanned), event(5, 1, data.StatusCancelled), late, event(7, 1, data.StatusAnnounced)}})
	want := []int64{4, 7, 2, 6, 3, 1, 5}
	for i := range want {
		if p.order[i] != want[i] {
			t.Fatalf("the order is %v, want %v", p.order, want)
		}
	}
}

// Given the rows of attendance, then likely to come are members seen at half or more of the last six events before, no guests
// of the far past, nobody who left.
func TestLikely(t *testing.T) {
	t.Parallel()
	s := &data.Snapshot{}
	for i := range 8 {
		s.Events = append(s.Events, event(int64(i+1), 10*i-80, data.StatusHeld))
	}
	s.Events = append(s.Events, event(9, 5, data.StatusPlanned))
	for id, name := range []string{"", "Often", "Half", "Rare", "Long ago", "Gone"} {
		if id > 0 {
			s.Members = append(s.Members, data.Member{ID: int64(id), Name: name, Kind: data.KindMember, JoinedOn: today.AddDays(-300)})
		}
	}
	s.Members[4].LeftOn = today.AddDays(-1)
	for member, events := range map[int64][]int64{1: {3, 4, 5, 6, 7, 8}, 2: {3, 5, 8}, 3: {4, 8}, 4: {1, 2, 3, 4}, 5: {6, 7, 8}} {
		for _, e := range events {
			s.Attendance = append(s.Attendance, data.Attendance{EventID: e, MemberID: member, Present: true})
		}
	}
	ids, of := programmeOf(s).likely(&s.Events[8])
	if of != 6 || len(ids) != 2 || ids[0] != 2 || ids[1] != 1 {
		t.Errorf("likely are %v of %d events", ids, of)
	}
}

// Given a selection, when the event is gone, then the next to come is selected, else the first in the list.
func TestTakeSelects(t *testing.T) {
	t.Parallel()
	state := NewState(nil, frozen(today), words.English())
	state.Take(programmeOf(&data.Snapshot{Events: []data.Event{event(1, -3, data.StatusPlanned), event(2, 3, data.StatusPlanned),
		event(3, 9, data.StatusPlanned), event(4, -9, data.StatusHeld)}}))
	if got := state.Selected(); got != 2 {
		t.Errorf("selected at first is %d, want the next to come", got)
	}
	state.Select(4)
	state.Take(programmeOf(&data.Snapshot{Events: []data.Event{event(1, -3, data.StatusHeld), event(4, -9, data.StatusHeld)}}))
	if got := state.Selected(); got != 4 {
		t.Errorf("the selection moved to %d", got)
	}
	state.Take(programmeOf(&data.Snapshot{Events: []data.Event{event(1, -3, data.StatusHeld)}}))
	if got := state.Selected(); got != 1 {
		t.Errorf("after removal %d is selected", got)
	}
	state.Take(programmeOf(&data.Snapshot{}))
	if _, ok := state.Detail(); ok || state.Selected() != 0 {
		t.Error("something is selected in an empty list")
	}
}

// Given people who joined late or left early, then only those on the roster that day can be ticked, and those ticked already.
func TestCandidates(t *testing.T) {
	t.Parallel()
	on := today.AddDays(-10)
	s := &data.Snapshot{Events: []data.Event{event(1, -10, data.StatusHeld)}, Members: []data.Member{
		{ID: 1, Name: "Before", JoinedOn: on.AddDays(-5)}, {ID: 2, Name: "Left before", JoinedOn: on.AddDays(-5), LeftOn: on.AddDays(-1)},
		{ID: 3, Name: "Left before but came", JoinedOn: on.AddDays(-5), LeftOn: on.AddDays(-1)}, {ID: 4, Name: "Joined since", JoinedOn: today},
		{ID: 5, Name: "Joins later", JoinedOn: today.AddDays(3)}},
		Attendance: []data.Attendance{{EventID: 1, MemberID: 3, Present: true}}}
	state := NewState(nil, frozen(today), words.English())
	state.Take(programmeOf(s))
	names := func(query string, only bool) (out string) {
		for _, c := range state.Candidates(1, query, only) {
			out += c.Name + "|"
		}
		return out
	}
	if got := names("", false); got != "Before|Joined since|Left before but came|" {
		t.Errorf("to be ticked are %s", got)
	}
	if got := names("", true); got != "Left before but came|" {
		t.Errorf("ticked are %s", got)
	}
	if got := names("JOIN", false); got != "Joined since|" {
		t.Errorf("found are %s", got)
	}
}

// large is a state over a community of ten thousand members, a thousand events and a hundred thousand attendances.
func large(b *testing.B) (*State, *data.Snapshot) {
	b.Helper()
	s := datatest.Large(10000, 1000, 100000)
	s.Events = append(s.Events, data.Event{ID: int64(len(s.Events) + 1), Title: "Next", Format: "lean_coffee", On: today.AddDays(9),
		Minutes: 60, Status: data.StatusPlanned})
	state := NewState(nil, frozen(today), words.English())
	state.Take(newProgramme(s, today, words.English().Lang(), nil))
	return state, s
}

func BenchmarkLoad10000(b *testing.B) {
	state, s := large(b)
	b.ResetTimer()
	for range b.N {
		state.Take(newProgramme(s, today, words.English().Lang(), state.programme))
	}
}

func BenchmarkDetail10000(b *testing.B) {
	state, s := large(b)
	state.Select(s.Events[len(s.Events)-1].ID)
	b.ResetTimer()
	for range b.N {
		if _, ok := state.Detail(); !ok {
			b.Fatal("nothing selected")
		}
	}
}

func BenchmarkSearchWhoCame10000(b *testing.B) {
	state, s := large(b)
	id := s.Events[500].ID
	b.ResetTimer()
	for range b.N {
		if n := len(state.Candidates(id, "aerosk 09", false)); n == 0 || n == 10000 {
			b.Fatalf("found %d", n)
		}
	}
}

// Given events that were held, then who wants to publish minutes means the one selected, else the latest that waits, written ones first.
func TestToPublish(t *testing.T) {
	t.Parallel()
	event := func(id int64, days int, status data.EventStatus) data.Event {
		return data.Event{ID: id, On: today.AddDays(days), Status: status}
	}
	coming, early, late, cancelled := event(1, 7, data.StatusPlanned), event(2, -30, data.StatusHeld), event(3, -7, data.StatusHeld), event(4, -3, data.StatusCancelled)
	text, out := data.Minutes{EventID: 2, Text: "x"}, data.Minutes{EventID: 3, Text: "x", PublishedOn: today}
	for _, tc := range []struct {
		name     string
		events   []data.Event
		minutes  []data.Minutes
		selected int64
		want     int64
	}{
		{"the one selected", []data.Event{coming, early, late}, nil, 2, 2},
		{"the latest held", []data.Event{coming, early, late, cancelled}, nil, 1, 3},
		{"the one that is written", []data.Event{coming, late, early}, []data.Minutes{text}, 1, 2},
		{"not one that is out", []data.Event{coming, early, late}, []data.Minutes{out}, 1, 2},
		{"none was held", []data.Event{coming, cancelled}, nil, 1, 1},
	} {
		s := stateOf(&data.Snapshot{Events: tc.events, Minutes: tc.minutes})
		s.Select(tc.selected)
		if got := s.ToPublish().ID; got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}
