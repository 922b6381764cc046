package meeting

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/room"
	"copleader/ui/uitest"
)

// bench is the leader's view of a meeting on the demo's day, with the window for everybody.
type bench struct {
	*uitest.Bench
	view *View
	left []bool // each time the clock was taken away, whether the event was held
}

// lead begins a meeting of an event of the demo, of a format.
func lead(t *testing.T, format string, o uitest.Options) *bench {
	t.Helper()
	st := datatest.Demo(t)
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	s := begun(t, st, 10, format)
	b.Clock.Day, b.Clock.Time = s.clock.Today(), s.clock.Now()
	s.clock = b.Clock
	b.view = New(Options{Deps: b.Deps(), State: s, Shown: func() bool { return true }, Left: func(ended bool) { b.left = append(b.left, ended) }, Others: func() {}})
	b.Show(b.view.Content())
	b.view.Show()
	t.Cleanup(b.view.Close)
	return b
}

// pass lets so many seconds go by, one by one.
func (b *bench) pass(seconds int, each func()) {
	for range seconds {
		b.Clock.Time = b.Clock.Time.Add(time.Second)
		b.Timer.Pass(time.Second)
		each()
	}
}

// Given a meeting at rest, in any of its parts, then the window for everybody is painted at most four times in any second.
func TestTheSharedWindowIsAtRest(t *testing.T) {
	for _, format := range []string{"retrospective", "lean_coffee", data.VisionWorkshop} {
		b := lead(t, format, uitest.Options{})
		b.view.share.open(false)
		for !b.view.state.run.Through() {
			before, painted := b.view.share.stage.painted, 0
			b.pass(3, func() {
				now := b.view.share.stage.painted
				if n := now - before; n > 4 {
					t.Errorf("%s, %q: painted %d times in a second", format, b.view.state.run.Now().Text, n)
				}
				painted += now - before
				before = now
			})
			if painted < 3 {
				t.Errorf("%s, %q: in three seconds painted %d times", format, b.view.state.run.Now().Text, painted)
			}
			b.view.state.run.Forward(b.Clock.Now())
			b.view.moved()
		}
	}
}

// Given the window for everybody, when it is closed, in full screen too, then nothing else is: the meeting goes on at its second, and the
// window can be opened again.
func TestClosingTheSharedWindowClosesNothingElse(t *testing.T) {
	b := lead(t, "retrospective", uitest.Options{})
	b.view.share.open(false)
	b.pass(10, func() {})
	b.view.share.full()
	b.view.share.close()
	b.view.share.close() // twice is as good as once
	if b.view.ended || len(b.left) != 0 {
		t.Errorf("the meeting ended: %v, left %v", b.view.ended, b.left)
	}
	b.pass(10, func() {})
	if left := b.view.state.run.Left(b.Clock.Now()); left != 2*time.Minute+40*time.Second {
		t.Errorf("%v are left of the part", left)
	}
	b.view.share.open(false)
	if got := b.view.share.stage.UIValue(); b.view.share.stage.shown.Head != "Opening" {
		t.Errorf("opened again, it shows %q", got)
	}
}

// Given the keys of a remote in the window for everybody, then they lead on and back, but never end the meeting; Escape closes nothing.
func TestARemoteInTheSharedWindow(t *testing.T) {
	b := lead(t, "retrospective", uitest.Options{})
	b.view.share.open(false)
	press := func(name fyne.KeyName) { b.view.share.key(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyPageDown)
	press(fyne.KeyPageDown)
	press(fyne.KeyPageUp)
	if now := b.view.state.run.Now(); now.Kind != room.Actions {
		t.Errorf("under way is %+v", now)
	}
	for range 40 {
		press(fyne.KeySpace)
	}
	press(fyne.KeyEscape)
	if now := b.view.state.run.Now(); now == nil || now.Kind != room.Close || b.view.share.window == nil || len(b.left) != 0 {
		t.Errorf("after many presses, under way is %+v, left %v", now, b.left)
	}
}

// Given ideas that nobody made topics of, when the part comes that talks about them, then they are its topics.
func TestTopicsAreThereWhenTheyAreDue(t *testing.T) {
	b := lead(t, "lean_coffee", uitest.Options{})
	b.view.forward()
	for _, text := range []string{"Flaky tests", "Contract tests"} {
		b.view.state.did(t, b.Store, b.view.state.AddIdea(text))
	}
	for range 3 {
		b.view.forward()
	}
	if now := b.view.state.run.Now(); now.Kind != room.Topic || now.Text != "Flaky tests" || now.Given != 5*time.Minute {
		t.Errorf("under way is %+v", now)
	}
	b.view.backward()
	if now := b.view.state.run.Now(); now.Text != "Dot vote" {
		t.Errorf("back is %+v", now)
	}
}

// Given the room that a page has on a small screen, with letters of 125 and 200 % and in a language of longer words, then nothing of the
// leader's page is cut, covered or out of reach, in any part.
func TestTheLeadersPageFitsASmallScreen(t *testing.T) {
	for _, o := range []uitest.Options{{Width: 720, Height: 600, Scale: 1.25}, {Width: 720, Height: 600, Scale: 2}, {Width: 720, Height: 600, Say: uitest.Longer(t)}} {
		for _, format := range []string{"retrospective", data.VisionWorkshop} {
			b := lead(t, format, o)
			for !b.view.state.run.Through() {
				for _, fault := range b.Misfits() {
					t.Errorf("%s, %q at %v: %s", format, b.view.state.run.Now().Text, o.Scale, fault)
				}
				b.view.state.putForward(t, b.Store)
				b.view.state.run.Forward(b.Clock.Now())
				b.view.Show()
			}
		}
	}
}

// Given a part that takes no ideas, when one is written down by its key, then it is said that it becomes a note, and all its letters do.
func TestAnIdeaOutOfPlaceIsANote(t *testing.T) {
	b := lead(t, "lightning_talks", uitest.Options{})
	for b.view.state.Collects() {
		b.view.forward()
	}
	at := b.view.state.run.At
	b.view.TakeRune('i')
	if got := b.LastNotice(); got != "This part takes no ideas: what you type becomes a note." {
		t.Errorf("it says %q", got)
	}
	b.Keys("Topic one")
	if got := b.view.writing.field.Text; got != "Topic one" || b.view.writing.line.Kind != data.LineNote {
		t.Errorf("the field has %q, as %s", got, b.view.writing.line.Kind)
	}
	b.Key(fyne.KeyReturn)
	b.Settle()
	if l := b.Read().LinesOf(10, data.LineNote); len(l) != 1 || l[0].Text != "Topic one" || b.view.state.run.At != at {
		t.Errorf("written down is %+v, at part %d, was %d", l, b.view.state.run.At, at)
	}
}

// Given thanks that name no member, when they are kept, then it is said that they stand in nobody's history; of thanks to a member nothing is.
func TestThanksThatNameNobodyAreToldOf(t *testing.T) {
	b := lead(t, "lightning_talks", uitest.Options{})
	for _, tc := range []struct {
		text string
		told bool
	}{{"Ελένη, for the talk", false}, {"all who baked", true}} {
		b.view.TakeRune('t')
		b.Keys(tc.text)
		b.Key(fyne.KeyReturn)
		b.Settle()
		if got := strings.HasPrefix(b.LastNotice(), "It names no member"); got != tc.told {
			t.Errorf("%q: it says %q", tc.text, b.LastNotice())
		}
	}
	if n := len(b.Read().LinesOf(10, data.LineThanks)); n != 2 {
		t.Errorf("%d lines are kept", n)
	}
}

// Given a name and a leader that were taken, then the button that takes them is gone, until another is first.
func TestWhatWasTakenIsOfferedNoMore(t *testing.T) {
	b := lead(t, data.VisionWorkshop, uitest.Options{Width: 1280, Height: 2400})
	s := b.view.state
	for step, text := range map[string]string{room.NameStep: "Lodestar", room.LeaderStep: "Łukasz"} {
		s.run.At = 0
		s.goTo(step)
		s.did(t, s.store, s.AddIdea(text))
		b.view.Show()
		if !b.view.choosing.take.Visible() {
			t.Fatalf("%s: nothing is to be taken", step)
		}
		c := s.Choosing()
		s.did(t, s.store, s.Into(c.First, c.Target))
		b.view.Show()
		if b.view.choosing.take.Visible() {
			t.Errorf("%s: what was taken is still offered: %+v", step, s.Choosing())
		}
		s.did(t, s.store, s.AddIdea("Somebody else"))
		s.did(t, s.store, s.Dots(s.Ideas()[1].ID, 1))
		b.view.Show()
		if !b.view.choosing.take.Visible() {
			t.Errorf("%s: another is first, and not offered", step)
		}
	}
}

// Given an end that is still being kept, when a key asks for it again, then the question goes with the meeting.
func TestNoQuestionOutlivesTheMeeting(t *testing.T) {
	b := lead(t, "brown_bag", uitest.Options{})
	b.view.state.event.On = b.Clock.Today()
	b.view.askEnd()
	b.Want("Leave without ending")
	b.view.end(HowToEnd{})
	b.WantNot("Leave without ending")
	if len(b.left) != 1 || !b.left[0] {
		t.Errorf("left %v", b.left)
	}
}
