package meeting

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/room"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// texts are all texts that are drawn on a stage.
func (s *stage) texts() (all []*canvas.Text) {
	for _, o := range s.objects {
		if t, is := o.(*canvas.Text); is {
			all = append(all, t)
		}
	}
	return all
}

func (s *stage) words() string {
	var b strings.Builder
	for _, t := range s.texts() {
		b.WriteString(t.Text + "\n")
	}
	return b.String()
}

// sizes are those of a beamer, of a screen, and of the window as it opens.
var sizes = []fyne.Size{{Width: 1024, Height: 768}, {Width: 1920, Height: 1080}, {Width: 1280, Height: 720}}

// everyPart goes through every part of a meeting of every format, of the demo on the day of its retrospective.
func everyPart(t *testing.T, s *data.Snapshot, see func(name string, shown room.Shown)) {
	t.Helper()
	day := datatest.Today
	now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	for _, f := range data.Formats {
		e := data.Event{ID: 9999, Title: "Half-year retrospective", Format: f.Key, On: day, Status: data.StatusAnnounced}
		var agenda []data.AgendaLine
		for i, step := range f.Agenda {
			agenda = append(agenda, data.AgendaLine{EventID: e.ID, Rank: i, Minutes: step.Minutes, Text: step.Text})
		}
		say := words.English()
		run := room.Begin(room.Chapters(s, &e, agenda, day, func(p data.Phrase) string { return say.Of(p) }), now)
		for {
			see(fmt.Sprintf("%s-%02d", f.Key, run.At), room.Show(s, &e, run, day, now.Add(time.Minute)))
			if run.Through() {
				break
			}
			run.Forward(now)
		}
	}
}

// Given every part of every format at every size, then no letter is smaller than a thirtieth of the height, nothing is drawn beyond the
// window, and what is talked about and the time are there.
func TestTheStageIsReadFromThreeMetres(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	s := datatest.Read(t, datatest.Demo(t))
	st := newStage(words.English())
	w.Show(st)
	everyPart(t, s, func(name string, shown room.Shown) {
		for _, size := range sizes {
			st.set(shown)
			st.draw(size)
			wantReadable(t, st, name, size)
			if drawn := strings.ReplaceAll(st.words(), "\n", " "); shown.Head != "" && (!strings.Contains(drawn, strings.Fields(shown.Head)[0]) || !strings.Contains(drawn, countdown(shown.Left))) {
				t.Errorf("%s at %v: drawn is %q", name, size, drawn)
			}
		}
	})
}

// Given a minute in which nothing but the clock changes, then the window is drawn anew a few times at most, for the bar of the part under
// way, and else once a second its clock alone: far less than four frames a second.
func TestTheStageIsAtRest(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	s := datatest.Read(t, datatest.Demo(t))
	now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	e := data.Event{ID: 9999, Title: "Hour", Format: "brown_bag"}
	run := room.Begin([]room.Part{{Kind: room.Talk, Text: "Talk", Given: 35 * time.Minute}}, now)
	st := newStage(words.English())
	w.Show(st)
	drawn, last := 0, fyne.CanvasObject(nil)
	for second := range 60 {
		for range 10 { // whatever asks for it
			st.set(room.Show(s, &e, run, datatest.Today, now.Add(time.Duration(second)*time.Second)))
		}
		if st.objects[0] != last {
			drawn, last = drawn+1, st.objects[0]
		}
	}
	if drawn > 4 {
		t.Errorf("in a minute it was drawn anew %d times", drawn)
	}
}

// Given what is private marked everywhere, then no picture of the window for everybody has any of it, at no part of any format.
func TestTheStageShowsNothingPrivate(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	s := datatest.Read(t, datatest.Demo(t))
	marks := plant(s)
	st := newStage(words.English())
	w.Show(st)
	seen := 0
	everyPart(t, s, func(name string, shown room.Shown) {
		st.set(shown)
		st.draw(sizes[0])
		drawn := strings.ReplaceAll(st.words(), "\n", " ")
		seen++
		for _, mark := range marks {
			if strings.Contains(drawn, mark) {
				t.Errorf("%s shows %q: %s", name, mark, drawn)
			}
		}
	})
	if seen < 100 {
		t.Errorf("only %d parts were seen", seen)
	}
}

// plant marks what is private: names, since those who are absent are among them, notes, reasons, follow-ups, sponsors, single answers.
func plant(s *data.Snapshot) (marks []string) {
	mark := func(what string, n int) string {
		marks = append(marks, fmt.Sprintf("Secret%s%d", what, n))
		return marks[len(marks)-1]
	}
	for i := range s.Members {
		m := &s.Members[i]
		m.Name, m.Called, m.Note, m.Email, m.Phone, m.Unit = mark("Name", i), mark("Called", i), mark("Note", i), mark("Mail", i), mark("Phone", i), mark("Unit", i)
	}
	for i := range s.Declared {
		s.Declared[i].Reason = mark("Reason", i)
	}
	for i := range s.FollowUps {
		s.FollowUps[i].What, s.FollowUps[i].Note, s.FollowUps[i].Guest = mark("Asked", i), mark("AskedNote", i), mark("Guest", i)
	}
	for i := range s.HelpReceived {
		s.HelpReceived[i].Note = mark("Help", i)
	}
	for i := range s.Contributions {
		s.Contributions[i].Note = mark("Gave", i)
	}
	for i := range s.Stakes {
		s.Stakes[i].Name = mark("Stake", i)
	}
	for i := range s.Sponsors {
		s.Sponsors[i].Name, s.Sponsors[i].HopesFor = mark("Sponsor", i), mark("Hope", i)
	}
	for i := range s.Responses {
		s.Responses[i].Next = mark("Next", i)
	}
	for i := range s.Answers {
		s.Answers[i].Comment = mark("Comment", i)
	}
	for i := range s.Exports {
		s.Exports[i].Note = mark("Export", i)
	}
	for i := range s.Items {
		s.Items[i].Description, s.Items[i].ParkedReason = mark("Why", i), mark("Parked", i)
	}
	return marks
}

// Given votes, a link and a withheld card, then they are drawn; the card's counts are not.
func TestTheStageShowsVotesAndLinks(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := newStage(words.English())
	w.Show(st)
	st.set(room.Shown{Head: "Feedback", Votes: &room.ShownVotes{Asked: data.Say("Was it worth the time?"), Answers: []string{"1", "2", "3"}, Votes: []int{0, 4, 9}, Voters: 13}})
	st.draw(sizes[0])
	for _, want := range []string{"Was it worth the time?", "13 votes", "9"} {
		if !strings.Contains(st.words(), want) {
			t.Errorf("%q is not drawn: %q", want, st.words())
		}
	}
	st.set(room.Shown{Head: "Questions", Link: "https://example.org"})
	st.draw(sizes[0])
	if !strings.Contains(st.words(), "https://example.org\n") {
		t.Errorf("the link is not drawn: %q", st.words())
	}
	st.set(room.Shown{Head: "Time", Card: &room.ShownCard{Low: "Low words", High: "High words", Withheld: true, Answered: data.Say("3 answered")}})
	st.draw(sizes[0])
	if got := st.words(); !strings.Contains(got, "Low words") || !strings.Contains(got, "Too few answers") || strings.Contains(got, "3 answered") {
		t.Errorf("of a withheld card is drawn %q", got)
	}
}

// Given a full workshop, with ideas, groups, dots, boxes and forces, then every chapter of it is read from three metres at every size, and
// silence shows no idea.
func TestTheWorkshopIsReadFromThreeMetres(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := newStage(words.English())
	w.Show(st)
	fullWorkshop(t, func(name string, s *State) {
		shown := s.Shown()
		for _, size := range sizes {
			st.set(shown)
			st.draw(size)
			wantReadable(t, st, name, size)
		}
		if silent := strings.Contains(st.words(), "Idea"); silent && s.silent() {
			t.Errorf("%s: in silence is shown %q", name, st.words())
		}
	})
}

// fullWorkshop goes through a workshop in which every part has ideas and every box lines.
func fullWorkshop(t *testing.T, see func(name string, s *State)) {
	t.Helper()
	st := datatest.Demo(t)
	s := begun(t, st, 10, data.VisionWorkshop)
	for part := 0; !s.run.Through(); part++ {
		if here := s.Ideas(); s.Collects() && (len(here) == 0 || here[0].Step != s.step()) {
			for i, text := range []string{"Idea of ours that somebody put into rather many words", "Idea two", "Idea three", "Idea four", "Idea five", "Idea six", "Idea seven"} {
				s.did(t, st, s.AddIdea(text))
				if here := s.Ideas(); i == 1 && len(here) > 1 {
					s.did(t, st, s.Group(here[1].ID, here[0].ID))
					s.did(t, st, s.Dots(here[0].ID, 3))
				}
			}
		}
		for _, to := range s.Targets() {
			if to.Key != toName && to.Key != toLeader && s.run.Now().Kind == room.Agree {
				s.did(t, st, s.Into(s.Ideas()[1], to.Key))
			}
		}
		see(fmt.Sprintf("workshop-%02d", part), s)
		s.run.Forward(s.clock.Now())
	}
	see("workshop-through", s)
}

// wantReadable tells of letters that are too small on a stage, and of what stands outside it.
func wantReadable(t *testing.T, st *stage, name string, size fyne.Size) {
	t.Helper()
	for _, text := range st.texts() {
		if text.TextSize < size.Height/30-0.01 {
			t.Errorf("%s at %v: %q has letters of %v", name, size, text.Text, text.TextSize)
		}
		end := text.Position().Add(text.Size())
		if text.Position().X < 0 || end.X > size.Width+1 || end.Y > size.Height+1 {
			t.Errorf("%s at %v: %q stands at %v, %v large", name, size, text.Text, text.Position(), text.Size())
		}
	}
	wantApart(t, st, name, size)
}

// wantApart tells of texts on a stage that lie over one another.
func wantApart(t *testing.T, st *stage, name string, size fyne.Size) {
	t.Helper()
	all := st.texts()
	for i, a := range all {
		for _, b := range all[:i] {
			within := func(at, from, to float32) bool { return at > from+1 && at < to-1 }
			midA := a.Position().AddXY(a.Size().Width/2, a.Size().Height/2)
			end := b.Position().Add(b.Size())
			if within(midA.X, b.Position().X, end.X) && within(midA.Y, b.Position().Y, end.Y) {
				t.Errorf("%s at %v: %q lies over %q", name, size, a.Text, b.Text)
			}
		}
	}
}

// Pictures of every chapter of every format and of a full workshop.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	s := datatest.Read(t, datatest.Demo(t))
	for _, o := range []struct {
		name string
		o    uitest.Options
	}{{"light", uitest.Options{Width: 1920, Height: 1080}}, {"dark-beamer", uitest.Options{Width: 1024, Height: 768, Dark: true}}} {
		w := uitest.Open(t, o.o)
		st := newStage(words.English())
		w.Show(st)
		keep := func(name string, shown room.Shown) {
			st.set(shown)
			w.Keep("stage-" + o.name + "-" + name)
		}
		everyPart(t, s, keep)
		fullWorkshop(t, func(name string, s *State) { keep(name, s.Shown()) })
	}
}
