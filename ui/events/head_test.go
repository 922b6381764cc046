package events

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// below is where what stands below an event's head begins.
func (b *bench) below() float32 { return b.Find("Who does what").At.Y }

// counted is how often a text stands in the window.
func (b *bench) counted(text string) (n int) {
	for _, shown := range b.Texts() {
		if shown == text {
			n++
		}
	}
	return n
}

// Given an event, then its day, hours and place are said once in the pane; when they are changed where they stand, by pointer or keys,
// then nothing below moves, neither while a text that may be read otherwise is told nor afterwards.
func TestHeadIsChangedWhereItStands(t *testing.T) {
	for name, o := range map[string]uitest.Options{"": tall, "at 200 %": {Width: 1600, Height: 3000, Scale: 2}, "narrow": {Width: 960, Height: 2000}} {
		b := open(t, datatest.Demo(t), o)
		b.arrive(10)
		if n := []int{b.counted("Sat 5 Dec 2026"), b.counted("16:00 to 17:00"), b.counted("Room Halley")}; !slices.Equal(n, []int{1, 1, 1}) {
			t.Errorf("%s: day, hours and place stand there %v times", name, n)
		}
		at := b.below()
		still := func(when string) {
			t.Helper()
			if got := b.below(); got != at {
				t.Errorf("%s: %s, what stands below moves by %v", name, when, got-at)
			}
		}
		for _, c := range []struct{ field, typed, said, told string }{
			{"on", "next Thu", "Thu 26 November 2026", "Thu 26 Nov 2026"}, {"on", "5.12.", "Sat 5 December 2026", "Sat 5 Dec 2026"}, {"start", "4.30pm", "", "16:30 to 17:30"}, {"place", "Room 7", "", "Room 7"},
		} {
			b.TapNode(b.ByID("reading", c.field))
			still("going into " + c.field)
			b.Shortcut(&fyne.ShortcutSelectAll{})
			b.Keys(c.typed)
			still("typing " + c.typed)
			if c.said != "" {
				b.Want(c.said)
			}
			b.Leave()
			b.Want(c.told)
			still("having changed " + c.field)
			if c.said != "" {
				b.WantNot(c.said)
			}
		}
		if e := b.event(10); e.On.String() != "2026-12-05" || e.Start.String() != "16:30" || e.Place != "Room 7" {
			t.Errorf("%s: kept %s %s %q", name, e.On, e.Start, e.Place)
		}
		b.Win.Canvas().Focus(b.screen.pane.fields.Reading("on"))
		b.Key(fyne.KeyF2)
		if field, is := b.Win.Canvas().Focused().(*kit.TextField); !is || field.SelectedText() != "Sat 5 Dec 2026" {
			t.Errorf("%s: F2 leads to %T", name, b.Win.Canvas().Focused())
		}
	}
}

// Given a time that clocks skip or show twice, when it is said below the field which is meant, then the event is at that one, in one deed
// that Undo takes back.
func TestHoursThatClocksSkipOrShowTwice(t *testing.T) {
	for _, c := range []struct{ on, answer, begins, left string }{
		{"2027-03-28", "Yes, 03:30", "03:30 CEST", ""}, {"2027-03-28", "No, 01:30", "01:30 CET", ""}, {"2027-10-31", "The second is meant", "02:30 CET", "The first is meant"},
	} {
		b := open(t, datatest.Demo(t), tall)
		b.arrive(10)
		b.change(10, func(e *data.Event) {
			e.On, _ = data.ParseDate(c.on)
			e.Start, e.TimeZone = 2*60+30, "Europe/Berlin"
		})
		was := b.event(10)
		b.Tap(c.answer)
		e := b.event(10)
		if got := e.StartsAt().Format("15:04 MST"); got != c.begins {
			t.Errorf("%s: it begins at %s, want %s", c.answer, got, c.begins)
		}
		if c.left != "" {
			b.Want(c.left)
		} else {
			b.WantNot("Clocks go")
		}
		if _, err := b.Store.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if e := b.event(10); !reflect.DeepEqual(e, was) {
			t.Errorf("%s: taken back it is %+v", c.answer, e)
		}
	}
}

// Given a time written along with the day, when the field is left, then the event is at that time too.
func TestAnHourAlongWithTheDay(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(10)
	b.TapNode(b.ByID("reading", "on"))
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Keys("next Thu 10:15")
	b.Want("Thu 26 November 2026, 10:15")
	b.Leave()
	b.Want("10:15 to 11:15", "Thu 26 Nov 2026")
	if e := b.event(10); e.On.String() != "2026-11-26" || e.Start.String() != "10:15" {
		t.Errorf("kept %s %s", e.On, e.Start)
	}
}

// Given a title, when it is gone into, then it is written in the letters it is read in, and nothing around it moves.
func TestATitleIsWrittenAsItIsRead(t *testing.T) {
	for name, o := range map[string]uitest.Options{"title": tall, "title-200": {Width: 1600, Height: 2000, Scale: 2}, "title-dark": {Width: 1280, Height: 800, Dark: true}} {
		b := open(t, datatest.Demo(t), o)
		b.arrive(10)
		at, top := b.below(), b.Find("More").At
		b.TapNode(b.ByID("reading", "title"))
		b.Keys("!")
		if got := b.below(); got != at || b.Find("More").At != top {
			t.Errorf("%s: going into the title moves what is below by %v", name, got-at)
		}
		field, is := b.Win.Canvas().Focused().(*kit.TextField)
		if !is || !field.TextStyle.Bold {
			t.Fatalf("%s: the focus is in %T", name, b.Win.Canvas().Focused())
		}
		if got, want := theme.SizeForWidget(theme.SizeNameText, field), look.Size(look.SizePageHeading); got != want {
			t.Errorf("%s: its letters are %v large, not %v", name, got, want)
		}
		if uitest.KeepsPictures() {
			b.Keep(name)
		}
		b.Leave()
		if e := b.event(10); !strings.Contains(e.Title, "!") {
			t.Errorf("%s: kept is %q", name, e.Title)
		}
	}
}

// Given an event that was held, when its day is moved ahead, then the program says what that makes of it, and takes it back on a press; a day
// that has passed is nothing to speak of.
func TestAHeldEventMovedAheadIsAskedAbout(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	move := func(day string) {
		b.TapNode(b.ByID("reading", "on"))
		b.Shortcut(&fyne.ShortcutSelectAll{})
		b.Keys(day)
		b.Leave()
	}
	before := len(b.Notices)
	move("13 Nov 2026")
	if len(b.Notices) != before {
		t.Errorf("a day that has passed is spoken of: %q", b.LastNotice())
	}
	move("28 Mar 2027")
	if got, want := b.LastNotice(), "“Sun 28 Mar · Half-year retrospective” is noted as held, and its day lies ahead."; got != want {
		t.Fatalf("the notice says %q", got)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Settle()
	if got := b.event(9).Status; got != data.StatusPlanned {
		t.Errorf("it is %s", got)
	}
}
