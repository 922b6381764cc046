package meeting

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/room"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// led are the formats whose steps are known, each led as a whole in tests.
var led = []string{"lightning_talks", "lean_coffee", "retrospective", "health_check_session", "problem_clinic", "brown_bag", data.VisionWorkshop}

// wholeMeeting leads a meeting of a format through all its parts, with all that can be put into it: ideas that are put together and given
// dots, topics, boxes and forces, lines of every kind, votes by hand and by chat. At each part it is seen without votes, and with them.
func wholeMeeting(t *testing.T, st *store.Store, format string, see func(name string, s *State)) {
	t.Helper()
	if format == "health_check_session" { // with a round in which votes are taken
		if err := st.ReopenRound(t.Context(), 2); err != nil {
			t.Fatal(err)
		}
	}
	s := begun(t, st, 10, format)
	for part := 0; !s.run.Through(); part++ {
		name := fmt.Sprintf("%s-%02d", format, part)
		s.putForward(t, st)
		if part == 2 {
			s.writeAll(t, st)
		}
		see(name, s)
		for _, asking := range s.Askings() {
			b := s.Ballot(asking)
			s.ShowVotes(b, b.Question.Count(room.ReadChat(secretChat(len(b.Question.Answers)))).Votes)
			see(name+"-"+string(asking), s)
		}
		s.votes = nil
		s.run.Forward(s.clock.Now())
	}
	see(format+"-through", s)
}

// putForward puts ideas forward where the part under way has none yet, puts two together, and puts one where it goes.
func (s *State) putForward(t *testing.T, st *store.Store) {
	t.Helper()
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
	if _, takes := s.TakesTopics(); takes && s.run.Now().Kind == room.Vote {
		s.SetTopics()
	}
}

// writeAll writes a line of every kind down.
func (s *State) writeAll(t *testing.T, st *store.Store) {
	t.Helper()
	for _, k := range Keys {
		w := s.Begin(k.Kind)
		w.Text = "Line of the kind " + string(k.Kind)
		s.did(t, st, func(ctx context.Context) error { _, err := s.KeepLine(w)(ctx); return err })
	}
	s.did(t, st, s.guest("SecretGuest"))
}

// secretChat is a chat in which each answer is given once, by people whose names nobody may see, with words nobody may see.
func secretChat(answers int) string {
	var b strings.Builder
	for i := range answers {
		fmt.Fprintf(&b, "[16:03] SecretName%d\n%d – SecretWords\n[16:03] SecretLetter%d\n%c\n", i, i+1, i, 'A'+i)
	}
	return b.String() + "[16:04] SecretOther\n4 or SecretUnclear\n"
}

// Given whole meetings, with ideas, groups, dots, boxes, forces and votes, then every chapter of each is read from three metres at every
// size, and silence shows no idea.
func TestWholeMeetingsAreReadFromThreeMetres(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := newStage(words.English())
	w.Show(st)
	kinds := map[room.Kind]bool{}
	for _, format := range led {
		wholeMeeting(t, datatest.Demo(t), format, func(name string, s *State) {
			if p := s.run.Now(); p != nil {
				kinds[p.Kind] = true
			}
			for _, size := range sizes {
				st.set(s.Shown())
				st.draw(size)
				wantReadable(t, st, name, size)
			}
			if s.silent() && s.votes == nil && strings.Contains(st.words(), "Idea") {
				t.Errorf("%s: in silence is shown %q", name, st.words())
			}
		})
	}
	for _, kind := range []room.Kind{room.Talk, room.CheckIn, room.Actions, room.Card, room.Topic, room.Ask, room.Vote, room.Alone, room.Share, room.Cluster,
		room.Agree, room.Feedback, room.Close, room.Break} {
		if !kinds[kind] {
			t.Errorf("no part of the kind %s was seen", kind)
		}
	}
}

// Given what is private marked everywhere, then no picture of the window for everybody has any of it, at no part of any format, and at none
// of whole meetings with all that is put into them.
func TestTheStageShowsNothingPrivate(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st := newStage(words.English())
	w.Show(st)
	seen := 0
	look := func(name string, shown room.Shown, marks []string) {
		st.set(shown)
		st.draw(sizes[0])
		drawn := strings.Join(append(st.drawn, st.words()), " ")
		seen++
		for _, mark := range append(marks, "Secret") {
			if strings.Contains(drawn, mark) {
				t.Errorf("%s shows %q: %s", name, mark, drawn)
				return
			}
		}
	}
	s := datatest.Read(t, datatest.Demo(t))
	marks := plant(s)
	everyPart(t, s, func(name string, shown room.Shown) { look(name, shown, marks) })
	for _, format := range led {
		wholeMeeting(t, datatest.Demo(t), format, func(name string, s *State) {
			before := s.snapshot
			defer s.Take(before)
			planted := deepCopy(before)
			marks := plant(planted)
			s.Take(planted)
			look(name, s.Shown(), marks)
		})
	}
	if seen < 200 {
		t.Errorf("only %d pictures were seen", seen)
	}
}

// deepCopy is a snapshot whose rows may be changed.
func deepCopy(s *data.Snapshot) *data.Snapshot {
	c := *s
	v := reflect.ValueOf(&c).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice && f.CanSet() {
			f.Set(reflect.AppendSlice(reflect.MakeSlice(f.Type(), 0, f.Len()), f))
		}
	}
	return &c
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
	for i := range s.Dismissals {
		s.Dismissals[i].Reason = mark("Dismissed", i)
	}
	for i := range s.Contacts {
		s.Contacts[i].Note = mark("Contact", i)
	}
	for i := range s.Perfection {
		s.Perfection[i].Liked, s.Perfection[i].Better = mark("Liked", i), mark("Better", i)
	}
	for i := range s.Items {
		s.Items[i].Description, s.Items[i].ParkedReason = mark("Why", i), mark("Parked", i)
	}
	return marks
}

// Pictures of every chapter of every format, and of whole meetings, on a screen and on a beamer, light and dark, in English and in the
// made-up language of longer words.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for _, o := range []struct {
		name string
		o    uitest.Options
		say  *words.Say
	}{{"light", uitest.Options{Width: 1920, Height: 1080}, words.English()}, {"dark-beamer", uitest.Options{Width: 1024, Height: 768, Dark: true}, words.English()},
		{"longer-light", uitest.Options{Width: 1920, Height: 1080}, uitest.Longer(t)}, {"longer-dark-beamer", uitest.Options{Width: 1024, Height: 768, Dark: true}, uitest.Longer(t)}} {
		w := uitest.Open(t, o.o)
		st := newStage(o.say)
		w.Show(st)
		for _, format := range led {
			wholeMeeting(t, datatest.Demo(t), format, func(name string, s *State) {
				if p := s.run.Now(); s.votes != nil && (s.votes.asking != s.Usual() || p.Kind == room.Talk || p.Within && p.Kind != room.Agree) {
					return // votes look the same everywhere
				}
				s.say = o.say
				st.set(s.Shown())
				w.Keep("stage-" + o.name + "-" + name)
			})
		}
	}
}
