package meeting

import (
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/room"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// begun is the meeting of an event of the demo, on the demo's day, with another format where one is given.
func begun(t *testing.T, st *store.Store, eventID int64, format string) *State {
	t.Helper()
	s := datatest.Read(t, st)
	copied := *s
	if format != "" {
		f, _ := data.FormatOf(format)
		copied.Events = append([]data.Event{}, s.Events...)
		copied.Agenda = nil
		for i := range copied.Events {
			if copied.Events[i].ID == eventID {
				copied.Events[i].Format = format
			}
		}
		for i, step := range f.Agenda {
			copied.Agenda = append(copied.Agenda, data.AgendaLine{EventID: eventID, Rank: i, Minutes: step.Minutes, Text: step.Text})
		}
	}
	clock := &uitest.Clock{Day: datatest.Today, Time: time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)}
	return Begin(st, clock, words.English(), &copied, eventID)
}

// Given a name or some letters, then the people meant are found by the beginnings of their words, in every script.
func TestPeopleAreFoundByTwoLetters(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "")
	for typed, want := range map[string]string{"zo": "Zoë Marchand-Núñez", "nu": "Zoë Marchand-Núñez", "ελ": "Ελένη Παπαδοπούλου", "ше": "Олена Шевченко", "王": "王晓梅", "LU": "Łukasz Wiśniewski"} {
		found := s.Found(typed)
		if len(found) == 0 || found[0].Name != want {
			t.Errorf("%q finds %v, want %s first", typed, found, want)
		}
	}
	if found := s.Found("  "); found != nil {
		t.Errorf("nothing typed finds %v", found)
	}
}

// Given lines as they are typed, then whom they are about is read from them, and chosen by hand counts more.
func TestWhoIsMeantByALine(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "")
	for _, tc := range []struct {
		kind  data.LineKind
		typed string
		who   int64
		text  string
	}{
		{data.LineAction, "Łukasz: ask Amélie", 2, "ask Amélie"},
		{data.LineAction, "ask Łukasz something", 1, "ask Łukasz something"},
		{data.LineAction, "Later: something", 1, "Later: something"},
		{data.LineThanks, "Ελένη, for the talk", 3, "Ελένη, for the talk"},
		{data.LineThanks, "our guest", 0, "our guest"},
	} {
		w := s.Read(s.Begin(tc.kind), tc.typed)
		if w.Who != tc.who || w.Text != tc.text {
			t.Errorf("%q is about %d and says %q", tc.typed, w.Who, w.Text)
		}
		w = s.Begin(tc.kind)
		w.Who, w.Chose = 5, true
		if w = s.Read(w, tc.typed); w.Who != 5 {
			t.Errorf("chosen by hand, %q is about %d", tc.typed, w.Who)
		}
	}
}

// Given fewer votes on a card than the threshold, then everybody sees how many there are, and no count; votes go with the part.
func TestFewVotesOnACardAreNotShown(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, "")
	b := Ballot{Asking: OnScale, Question: room.Scale(5), Asked: data.Say("1 to 5"), Answers: []string{"1", "2", "3", "4", "5"}, roundID: s.snapshot.Rounds[0].ID}
	s.ShowVotes(b, []int{0, 1, 1, 1, 1})
	if v := s.shownVotes(); v == nil || v.Voters != 4 || v.Votes != nil {
		t.Errorf("of four votes is shown %+v", v)
	}
	s.ShowVotes(b, []int{0, 1, 2, 1, 1})
	if v := s.shownVotes(); v == nil || v.Voters != 5 || len(v.Votes) != 5 {
		t.Errorf("of five votes is shown %+v", v)
	}
	s.run.Forward(s.clock.Now())
	if v := s.shownVotes(); v != nil {
		t.Errorf("at the next part is shown %+v", v)
	}
}

// Given ideas in a block of the workshop, then nobody sees them while all write for themselves, and all do when they are shared.
func TestIdeasAreSharedAfterSilence(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	now := s.clock.Now()
	for s.run.Now().Text != "Alone, in silence" {
		s.run.Forward(now)
	}
	if err := s.AddIdea("We find our way")(t.Context()); err != nil {
		t.Fatal(err)
	}
	lines := datatest.Read(t, st).MeetingLines
	s.snapshot.MeetingLines = lines
	if got := s.ideaLines(); got != nil {
		t.Errorf("in silence is shown %q", got)
	}
	s.run.Forward(now)
	if got := s.ideaLines(); len(got) != 1 || !strings.Contains(got[0], "We find our way") {
		t.Errorf("shared is %q", got)
	}
	if boxes := s.Fills(); len(boxes) != 2 || boxes[0] != data.BoxVision {
		t.Errorf("filled are %v", boxes)
	}
	if err := s.IntoBox(lines[0], data.BoxVision)(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, b := range datatest.Read(t, st).Canvas {
		if n := len(b.Lines); b.Box == data.BoxVision && (n == 0 || b.Lines[n-1] != "We find our way") {
			t.Errorf("the box holds %q", b.Lines)
		}
	}
}
