package meeting

import (
	"context"
	"slices"
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

// Given ideas of a lean coffee with their dots, when a remote leads on to the talk, then they are its topics, the most voted first.
func TestIdeasBecomeTopicsByLeadingOn(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.UsualFormat)
	s.goTo("Write topics")
	for _, topic := range []string{"Flaky tests", "Reviews"} {
		s.did(t, st, s.AddIdea(topic))
	}
	for i := range s.Ideas() {
		if l := s.Ideas()[i]; l.Text == "Reviews" {
			s.did(t, st, s.Dots(l.ID, 1))
			break
		}
	}
	for range 3 {
		s.Forward()
	}
	if now, next := s.run.Now(), s.run.Next(); now.Kind != room.Topic || now.Text != "Reviews" || next.Text != "Flaky tests" {
		t.Errorf("under way is %+v, next %+v", now, next)
	}
	s.run.Back(s.clock.Now())
	s.Forward()
	if now := s.run.Now(); now.Text != "Reviews" {
		t.Errorf("back and forth leads to %q", now.Text)
	}
}

// Given guests noted by name, when the same name or a smaller number is noted, then the guests are as many as there are names.
func TestGuestsAreAsManyAsAreNamed(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, "")
	for _, name := range []string{"Grace Hopper", "Ada Byron"} {
		s.did(t, st, s.guest(name))
	}
	if !s.IsNoted("grace hopper") || s.IsNoted("Grace") {
		t.Error("who is a guest is not known by the name")
	}
	for n, want := range map[int]int{0: 2, 1: 2, 7: 7} {
		s.did(t, st, s.SetGuests(n))
		if e, _ := s.snapshot.EventByID(10); e.Guests != want {
			t.Errorf("%d guests are noted as %d, want %d", n, e.Guests, want)
		}
	}
}

// Given a name or some letters, then the people meant are found by the beginnings of their words, in every script.
func TestPeopleAreFoundByTwoLetters(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "")
	for i := range s.snapshot.Members {
		switch m := &s.snapshot.Members[i]; m.Name {
		case "Олена Шевченко":
			m.Email = "o.shevchenko@example.org"
		case "ليلى حدّاد":
			m.Called = "Leila"
		}
	}
	for typed, want := range map[string]string{"she": "Олена Шевченко", "lei": "ليلى حدّاد", "zo": "Zoë Marchand-Núñez", "nu": "Zoë Marchand-Núñez", "ελ": "Ελένη Παπαδοπούλου", "ше": "Олена Шевченко", "王": "王晓梅", "LU": "Łukasz Wiśniewski"} {
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
		{data.LineThanks, "Ελένη: the talk", 3, "the talk"},
		{data.LineThanks, "lu: the talk", 2, "the talk"},
		{data.LineAction, "lu: ask for it", 2, "ask for it"},
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

// Given thanks to somebody before a colon whose name nobody has, then that is noticed; a sentence with a colon in it is none.
func TestThanksToNobodyAreNoticed(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "")
	for typed, want := range map[string]string{"xy: thanks": "xy", "Ada Byron: for coming": "Ada Byron", "lu: thanks": "", "xy:": "", "all who brought something today: well done": ""} {
		if got := s.Read(s.Begin(data.LineThanks), typed); got.Unknown != want {
			t.Errorf("%q: unknown is %q, want %q", typed, got.Unknown, want)
		}
	}
	w := s.Begin(data.LineThanks)
	w.Chose = true
	if got := s.Read(w, "xy: thanks"); got.Unknown != "" || got.Text != "xy: thanks" {
		t.Errorf("once it was asked, it is %+v", got)
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
	if to := s.Targets(); len(to) != 2 || to[0].Key != string(data.BoxVision) {
		t.Errorf("ideas may go to %+v", to)
	}
	if err := s.Into(lines[0], string(data.BoxVision))(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, b := range datatest.Read(t, st).Canvas {
		if n := len(b.Lines); b.Box == data.BoxVision && (n == 0 || b.Lines[n-1] != "We find our way") {
			t.Errorf("the box holds %q", b.Lines)
		}
	}
}

// goTo leads the meeting to the last part of a step: on agreeing, where it has such steps.
func (s *State) goTo(step string) {
	for s.block() != step {
		s.run.Forward(s.clock.Now())
	}
	for s.run.At+1 < len(s.run.Parts) && s.run.Parts[s.run.At+1].Within {
		s.run.Forward(s.clock.Now())
	}
}

// did does a deed and reads the file anew, with the event as the test has it.
func (s *State) did(t *testing.T, st *store.Store, deed func(context.Context) error) {
	t.Helper()
	if err := deed(t.Context()); err != nil {
		t.Fatal(err)
	}
	now := datatest.Read(t, st)
	for i := range now.Events {
		if now.Events[i].ID == s.event.ID {
			now.Events[i].Format = s.event.Format
		}
	}
	s.Take(now)
}

// Given names put forward in the workshop, when the one with the most dots is taken, then the charter has it and everybody sees that it
// was decided.
func TestTheNameIsTakenOver(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	s.goTo(room.NameStep)
	for _, name := range []string{"Compass", "Lodestar"} {
		s.did(t, st, s.AddIdea(name))
	}
	s.did(t, st, s.Dots(s.Ideas()[1].ID, 2))
	c := s.Choosing()
	if !c.Asks || c.First.Text != "Lodestar" || c.Decided != "" {
		t.Fatalf("chosen is %+v", c)
	}
	s.did(t, st, s.Into(c.First, c.Target))
	if name := s.snapshot.Community.Name; name != "Lodestar" {
		t.Errorf("the community is called %q", name)
	}
	if shown := room.Show(s.snapshot, &s.event, s.run, datatest.Today, s.clock.Now()); len(shown.Lines) != 1 || !strings.Contains(shown.Lines[0], "Lodestar") {
		t.Errorf("everybody sees %q", shown.Lines)
	}
	undoOnce(t, st)
	if now := datatest.Read(t, st); now.Community.Name == "Lodestar" || len(now.LinesOf(10, data.LineDecision)) != 0 {
		t.Errorf("one undo leaves the name %q, decided %+v", now.Community.Name, now.LinesOf(10, data.LineDecision))
	}
}

// Given nominees, when one says yes, then they lead from now on: a member, or somebody who becomes one by it.
func TestWhoSaidYesLeads(t *testing.T) {
	for typed, want := range map[string]string{"Łukasz": "Łukasz Wiśniewski", "Ada Byron": "Ada Byron"} {
		st := datatest.Demo(t)
		s := begun(t, st, 10, data.VisionWorkshop)
		s.goTo(room.LeaderStep)
		s.did(t, st, s.AddIdea(typed))
		c := s.Choosing()
		s.did(t, st, s.Into(c.First, c.Target))
		m, _ := s.snapshot.MemberByID(s.snapshot.Community.LeaderID)
		if m.Name != want || s.Choosing().Decided != want+" leads." {
			t.Errorf("nominated was %q; %q leads, decided was %q", typed, m.Name, s.Choosing().Decided)
		}
		undoOnce(t, st)
		now := datatest.Read(t, st)
		if slices.ContainsFunc(now.Members, func(m data.Member) bool { return m.Name == "Ada Byron" }) || now.Community.LeaderID != 1 || len(now.LinesOf(10, data.LineDecision)) != 0 {
			t.Errorf("one undo leaves %d leading, decided %+v", now.Community.LeaderID, now.LinesOf(10, data.LineDecision))
		}
	}
}

// Given ideas in the force field, then each becomes a force of the side it is put on, as strong as its dots.
func TestIdeasBecomeForces(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	s.goTo(room.ForceField)
	s.did(t, st, s.AddIdea("Deadlines"))
	s.did(t, st, s.Dots(s.Ideas()[0].ID, 9))
	s.did(t, st, s.Into(s.Ideas()[0], string(data.ForceSlows)))
	forces := room.ForcesOf(s.snapshot, data.ForceSlows)
	if len(forces) == 0 || forces[0].Text != "Deadlines" || forces[0].Strength != 5 {
		t.Errorf("the forces are %+v", forces)
	}
	if !s.Listed()[0].Placed {
		t.Errorf("the idea is not marked as placed: %+v", s.Listed())
	}
}

// Given actions of a meeting that no event follows, when its end plans one, then those that were due there are due on its day, by the same
// deed; one with a day of its own keeps that, and so does one that was on the board before.
func TestActionsAreDueAtTheEventPlannedAtTheEnd(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.UsualFormat)
	if _, there := s.nextEvent(); there {
		t.Fatal("an event follows")
	}
	guess := s.nextDay()
	writes := func(text string, due data.Date) {
		w := s.Read(s.Begin(data.LineAction), text)
		if due != 0 {
			w.Due = due
		}
		s.did(t, st, func(ctx context.Context) error {
			_, err := s.KeepLine(w)(ctx)
			return err
		})
	}
	before := data.Item{Title: "Older", Kind: data.KindAction, Column: data.ColumnReady, Due: guess}
	s.did(t, st, func(ctx context.Context) error { return store.Rows(st, store.Items).Save(ctx, &before) })
	writes("Ask for hours", 0)
	writes("Book a room", guess.AddDays(-7))
	planned := s.takesLeft().On
	s.did(t, st, func(ctx context.Context) error {
		_, err := s.End(HowToEnd{Carry: true})(ctx)
		return err
	})
	due := func(d *data.Snapshot) map[string]data.Date {
		days := map[string]data.Date{}
		for _, i := range d.Items {
			days[i.Title] = i.Due
		}
		return days
	}
	if got := due(s.snapshot); planned == guess || got["Ask for hours"] != planned || got["Book a room"] != guess.AddDays(-7) || got["Older"] != guess {
		t.Errorf("planned is %s, guessed was %s; due are %s, %s, %s", planned, guess, got["Ask for hours"], got["Book a room"], got["Older"])
	}
	undoOnce(t, st)
	if got := due(datatest.Read(t, st)); got["Ask for hours"] != guess {
		t.Errorf("undone, it is due on %s", got["Ask for hours"])
	}
}

// Given a workshop at its end, then what its canvas says is taken up, and the charter is agreed as it stands by those who came.
func TestTheWorkshopEndsWithCharterAndBoard(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	s.did(t, st, s.SetPresent(2, true))
	s.did(t, st, func(ctx context.Context) error {
		return st.SetBox(ctx, data.BoxHow, store.Visit{}, data.Lines{"A lab each month"})
	})
	versions := len(s.snapshot.Versions)
	if words := s.Ending().Found; !strings.Contains(words, "on the board") {
		t.Errorf("the end says %q", words)
	}
	s.did(t, st, func(ctx context.Context) error {
		_, err := s.End(HowToEnd{Found: true, Made: "Our canvas"})(ctx)
		return err
	})
	last := s.snapshot.Versions[len(s.snapshot.Versions)-1]
	if last.AgreedBy != "Łukasz Wiśniewski" || !strings.Contains(last.Text, "A lab each month") {
		t.Errorf("agreed is %q by %q", last.Text, last.AgreedBy)
	}
	if !slices.ContainsFunc(s.snapshot.Items, func(i data.Item) bool {
		return i.Title == "Our canvas" && i.Reusable() && i.Column == data.ColumnDone && i.EventID == 10
	}) {
		t.Error("what was made is not in the library")
	}
	if n := s.Founded(); len(n.Items) != 0 {
		t.Errorf("still to be taken up: %+v", n)
	}
	undoOnce(t, st)
	now := datatest.Read(t, st)
	if e, _ := now.EventByID(10); e.Status == data.StatusHeld || len(now.Versions) != versions || slices.ContainsFunc(now.Items, func(i data.Item) bool {
		return i.Title == "Our canvas" || i.Title == "A lab each month"
	}) {
		t.Errorf("one undo leaves it %s, with %d versions of the charter", e.Status, len(now.Versions))
	}
}

// Given a workshop with ideas on the wall and others that never came there, when it ends, then the minutes say what was founded and list
// what is not on the wall, each once; of who was nominated they say no more than who leads.
func TestTheMinutesOfTheWorkshopLoseNothing(t *testing.T) {
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	s.goTo("Vision and importance")
	for _, text := range []string{"Testing is a craft", "A craft, not a phase", "Quality from the start", "Fewer meetings"} {
		s.did(t, st, s.AddIdea(text))
	}
	ideas := s.Ideas()
	s.did(t, st, s.Group(ideas[1].ID, ideas[0].ID))
	s.did(t, st, s.Into(ideas[0], string(data.BoxVision)))
	s.did(t, st, s.Dots(ideas[2].ID, 2))
	for _, chosen := range [][]string{{room.NameStep, "Lodestar", "Compass"}, {room.LeaderStep, "Łukasz", "Zoë Marchand-Núñez"}} {
		s.goTo(chosen[0])
		for _, text := range chosen[1:] {
			s.did(t, st, s.AddIdea(text))
		}
		c := s.Choosing()
		s.did(t, st, s.Into(c.First, c.Target))
	}
	typing := s.End(HowToEnd{}) // what is still being typed on the wall is in the file before the end is
	s.did(t, st, func(ctx context.Context) error {
		return st.SetBox(ctx, data.BoxHow, store.Visit{}, data.Lines{"A lab each month"})
	})
	s.did(t, st, func(ctx context.Context) error { _, err := typing(ctx); return err })
	at := slices.IndexFunc(s.snapshot.Minutes, func(m data.Minutes) bool { return m.EventID == 10 })
	minutes := s.snapshot.Minutes[at].Text
	for _, want := range []string{"Our community: Lodestar\n", "Leads: Łukasz Wiśniewski\n", "Testing is a craft", "How: A lab each month\n",
		"(Vision and importance): Quality from the start · 2 dots; Fewer meetings\n", "(Name): Compass"} {
		if strings.Count(minutes, want) != 1 {
			t.Errorf("%q is not there once: %s", want, minutes)
		}
	}
	if strings.Contains(minutes, "Zoë") || strings.Contains(minutes, "A craft, not a phase") {
		t.Errorf("the minutes tell too much: %s", minutes)
	}
}

// Given a card that fewer answered than the round, then the leader and everybody read how many answered the card: as many as its counts say.
func TestACardSaysHowManyAnsweredIt(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "health_check_session")
	for s.run.Now().Kind != room.Card {
		s.run.Forward(s.clock.Now())
	}
	round, _ := s.snapshot.LastRound(datatest.Today)
	s.snapshot.Outward = nil
	for i := range s.snapshot.Tallies {
		if tally := &s.snapshot.Tallies[i]; tally.RoundID == round.ID && tally.Card == s.run.Now().Of && tally.Counts[0] > 0 {
			tally.Counts[0]--
		}
	}
	counted := s.Shown().Card
	want := s.say.Text("%d answered this card", counted.Counts.Sum())
	if counted.Counts.Sum() == 0 || counted.Counts.Sum() == s.snapshot.ClosedResult(round.ID).Returned {
		t.Fatalf("the card has %v of %d", counted.Counts, s.snapshot.ClosedResult(round.ID).Returned)
	}
	if got := s.of(counted.Answered); got != want || !strings.Contains(s.Now().Figures, want) {
		t.Errorf("everybody reads %q, the leader %q, want %q", got, s.Now().Figures, want)
	}
}

// undoOnce takes one deed back.
func undoOnce(t *testing.T, st *store.Store) {
	t.Helper()
	if _, err := st.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// Given an action as it is typed, then the item on the board that it is likely about is found by the words they share.
func TestAnActionIsNearAnItem(t *testing.T) {
	s := begun(t, datatest.Demo(t), 10, "")
	for typed, want := range map[string]string{
		"Ask Amélie for two protected hours": "Two protected hours a month", "protected": "", "Write the accessibility checklist": "Accessibility test checklist",
		"Ask for the room and for the poster": "", "": "",
	} {
		item, there := s.Near(typed)
		if item.Title != want || there != (want != "") {
			t.Errorf("near %q is %q", typed, item.Title)
		}
	}
}
