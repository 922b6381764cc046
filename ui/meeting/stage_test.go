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
			for _, text := range st.texts() {
				if text.TextSize < size.Height/30-0.01 {
					t.Errorf("%s at %v: %q has letters of %v", name, size, text.Text, text.TextSize)
				}
				end := text.Position().Add(text.Size())
				if text.Position().X < 0 || end.X > size.Width+1 || end.Y > size.Height+1 {
					t.Errorf("%s at %v: %q stands at %v, %v large", name, size, text.Text, text.Position(), text.Size())
				}
			}
			if drawn := strings.ReplaceAll(st.words(), "\n", " "); shown.Head != "" && (!strings.Contains(drawn, strings.Fields(shown.Head)[0]) || !strings.Contains(drawn, countdown(shown.Left))) {
				t.Errorf("%s at %v: drawn is %q", name, size, drawn)
			}
		}
	})
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

// Pictures of every chapter of the retrospective, and of some of other formats.
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
		everyPart(t, s, func(name string, shown room.Shown) {
			if strings.HasPrefix(name, "retrospective") || name == "lightning_talks-03" || strings.HasPrefix(name, "vision_workshop-04") {
				st.set(shown)
				w.Keep("stage-" + o.name + "-" + name)
			}
		})
	}
}
