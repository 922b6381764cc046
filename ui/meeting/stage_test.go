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

// Given large text, then the clock stays inside its ring, however long it is.
func TestTheClockStaysInItsRing(t *testing.T) {
	for _, clock := range []string{"1:30", "47:56", "+12:34"} {
		face := newRingFace()
		face.set(clock, 0.5, false)
		face.place(fyne.Position{}, ringSide, 90)
		if w := fyne.MeasureText(clock, face.text.TextSize, face.text.TextStyle).Width; w > ringSide*0.75 {
			t.Errorf("%q is %v wide in a ring of %v", clock, w, ringSide)
		}
		if face.place(fyne.Position{}, ringSide, 10); face.text.TextSize != 10 {
			t.Errorf("small text is set at %v", face.text.TextSize)
		}
	}
}
