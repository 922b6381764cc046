package events

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/room"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given the feedback at the end, when the chat of the call is pasted, then each person counts once, what is unclear is the leader's to
// decide, the votes are shown together and kept with the event, and no word of the chat is in the file.
func TestTheChatIsTheBallot(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	for !b.HasText("Was it worth your time?") {
		b.Key(fyne.KeyPageDown)
	}
	b.Keys("v")
	b.Want("All can see a chat", "Was it worth the time", "Keep them as the votes on this event")
	b.pasteChat("[16:03] Anna Berg\n4\n[16:03] Otto\n3 – too long\n[16:04] Anna Berg\n5\n[16:04] Zofie\n2\n[16:04] Zofie\n4 or 5\n[16:04] Max\nhello all\n")
	b.Want("3 people voted.", "1 of them voted more than once", "1 message is for you to decide", "4 or 5")
	rows := b.FindAll("4 or 5") // in the field, and below it
	b.TapNode(rows[len(rows)-1])
	b.Tap("4")
	if again := b.FindAll("4 or 5"); len(again) != len(rows)-1 {
		t.Errorf("decided on, it stands there %d times, before %d", len(again), len(rows))
	}
	b.Tap("Show together")
	d := b.Read()
	kept := false
	for _, r := range d.Roti {
		kept = kept || r.EventID == 10 && r.Votes == data.Counts{0, 0, 1, 1, 1}
	}
	if !kept {
		t.Errorf("the votes are %+v", d.Roti)
	}
	for _, text := range []string{"Anna Berg", "too long"} {
		if acts, err := b.Store.Acts(t.Context(), 50); err != nil || strings.Contains(fmt.Sprint(acts, d.MeetingLines, d.Minutes), text) {
			t.Errorf("%q of the chat is kept: %v", text, err)
		}
	}
}

// Given more votes than people who are ticked, when they are to be shown, by Ctrl+Enter, then it is asked before any is kept; Enter looks
// again, and yes keeps them.
func TestMoreVotesThanPeopleAreAskedAbout(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	b.Keys("w")
	b.Keys("lu")
	b.Key(fyne.KeyReturn)
	b.Settle()
	b.screen.meeting.Focus()
	for !b.HasText("Was it worth your time?") {
		b.Key(fyne.KeyPageDown)
	}
	b.Keys("v")
	b.pasteChat("[16:03] Anna Berg\n4\n[16:03] Otto\n4\n[16:03] Max\n4\n")
	kept := func() bool {
		return slices.ContainsFunc(b.Read().Roti, func(r data.RotiTally) bool { return r.EventID == 10 && r.Votes.Sum() > 0 })
	}
	together := func() {
		b.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	}
	together()
	b.Want("3 votes, but 2 people were there.")
	b.Key(fyne.KeyReturn)
	b.Settle()
	b.Want("3 people voted.")
	if kept() {
		t.Error("looking again kept the votes")
	}
	b.pasteChat("[16:03] Anna Berg\n4\n[16:03] Otto\n4\n[16:03] Max\n4\n")
	together()
	b.Tap("Keep them")
	b.Settle()
	if !kept() {
		t.Error("the votes are not kept")
	}
	b.WantNot("3 people voted.")
}

// pasteChat puts a text into the field for the chat.
func (b *bench) pasteChat(text string) {
	b.T.Helper()
	f, is := b.Win.Canvas().Focused().(*kit.TextField)
	if !is || f.ID != "meeting.chat" {
		b.T.Fatalf("the cursor is in %v", b.Win.Canvas().Focused())
	}
	f.SetText(text)
	b.Settle()
}

// Given thanks to a name that nobody has, when they are written down, then it is asked whom they are for, and nothing is written before.
func TestThanksAskWhomTheyAreFor(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	b.writes("t", "xy: for the cake")
	b.Want("Somebody who is no member")
	if n := len(b.Read().LinesOf(10, data.LineThanks)); n != 0 {
		t.Errorf("%d lines are written before it is known whom they are for", n)
	}
	b.Tap("Łukasz Wiśniewski")
	b.Key(fyne.KeyReturn)
	b.Settle()
	if l := b.Read().LinesOf(10, data.LineThanks); len(l) != 1 || l[0].MemberID != 2 || l[0].Text != "xy: for the cake" {
		t.Errorf("written down is %+v", l)
	}
}

// Given a lean coffee, when topics are written down, put together and given dots, then they become parts of five minutes in the order of
// the dots, and thumbs give one three minutes more.
func TestLeanCoffeeByTopics(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 2400})
	b.change(10, func(e *data.Event) { e.Format = "lean_coffee" })
	b.Tap("Take the format's programme")
	meetToday(b)
	b.Want("A tap says done", "Next: Write topics")
	b.Key(fyne.KeyPageDown)
	b.Keys("i")
	for _, topic := range []string{"Flaky tests", "Contract tests", "Tests that flake"} {
		b.Keys(topic)
		b.Key(fyne.KeyReturn)
	}
	b.screen.meeting.Focus()
	b.TapSecondary("Tests that flake")
	b.Tap("It belongs to “Flaky tests”")
	b.TapSecondary("Contract tests")
	b.Tap("One dot more")
	b.Tap("Make them the topics, in this order")
	for !b.HasText("topic 1 of 2") {
		b.Key(fyne.KeyPageDown)
	}
	b.Want("Contract tests", "5:00", "Next: Flaky tests", "thumbs up")
	b.Tap("+ 1 min")
	b.Want("8:00")
	b.Keys("v")
	b.Want("Three minutes more?")
	b.Key(fyne.KeyEscape)
	b.writes("d", "We write them for the payment service first")
	b.Tap("End meeting")
	b.TapNode(b.ByID("button", "meeting.ended"))
	if m := minutesOf(b, 10); !strings.Contains(m.Text, "Topics: Contract tests · 1 dot – decided: We write them for the payment service first; Flaky tests (Tests that flake)\n") {
		t.Errorf("the minutes are %q", m.Text)
	}
}

// stepsOf are the steps of an event's programme.
func stepsOf(d *data.Snapshot, eventID int64) string {
	var steps []string
	for _, l := range d.Agenda {
		if l.EventID == eventID {
			steps = append(steps, l.Text)
		}
	}
	return strings.Join(steps, ", ")
}

// Given a meeting with something left over and nothing planned after it, when it ends, then one answer plans the next event and carries it
// there, with what was parked for no reason; one undo takes all of it back.
func TestWhatIsLeftOverGetsAnEvent(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	b.writes("p", "Outside meetup: no budget")
	b.writes("p", "Contract tests")
	before := len(b.Read().Events)
	b.Tap("End meeting")
	b.Want("Left over", "Contract tests", "Plan “Lean coffee” on Sat 26 December 2026, and carry it over")
	b.TapNode(b.ByID("button", "meeting.ended"))
	b.Settle()
	d := b.Read()
	planned := d.Events[len(d.Events)-1]
	steps := stepsOf(d, planned.ID)
	if len(d.Events) != before+1 || planned.On != data.NewDate(2026, 12, 26) || planned.Format != data.UsualFormat || planned.Start != b.event(10).Start {
		t.Errorf("planned is %+v", planned)
	}
	if !strings.HasPrefix(steps, "Write topics, ") || !strings.HasSuffix(steps, ", Contract tests, Take-aways") || !strings.Contains(steps, ", Open talk, ") || strings.Contains(steps, "Outside meetup") {
		t.Errorf("it is planned with %s", steps)
	}
	if _, err := b.Store.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d = b.Read(); len(d.Events) != before || b.event(10).Status != data.StatusAnnounced {
		t.Errorf("undone, there are %d events, and it is %s", len(d.Events), b.event(10).Status)
	}
}

// Given votes that everybody sees, when the window is gone from one second to the next, then they are there when the meeting goes on; at the
// next part they are gone.
func TestShownVotesAreThereAgain(t *testing.T) {
	st := datatest.Demo(t)
	b := open(t, st, uitest.Options{Width: 1280, Height: 2400})
	b.change(10, func(e *data.Event) { e.Format = "lean_coffee" })
	b.Tap("Take the format's programme")
	meetToday(b)
	b.Key(fyne.KeyPageDown)
	b.Keys("i")
	for _, topic := range []string{"Flaky tests", "Contract tests"} {
		b.Keys(topic)
		b.Key(fyne.KeyReturn)
	}
	b.screen.meeting.Focus()
	b.Keys("v")
	b.pasteChat("A\nB\nB\n")
	b.TapNode(b.ByID("button", "meeting.together"))
	want := &room.ShownVotes{Asked: data.Say("Which one?"), Answers: []string{"A  Flaky tests", "B  Contract tests"}, Votes: []int{1, 2}, Voters: 3}
	if got := b.screen.meeting.State().Shown().Votes; !reflect.DeepEqual(got, want) {
		t.Fatalf("everybody sees %+v", got)
	}

	again := open(t, st, tall)
	again.Clock.Day, again.Clock.Time = b.Clock.Day, b.Clock.Time.Add(time.Minute)
	again.screen.Load()
	again.screen.Arrive(kit.UnderWay)
	again.Settle()
	if got := again.screen.meeting.State().Shown().Votes; !reflect.DeepEqual(got, want) {
		t.Errorf("gone on with, everybody sees %+v", got)
	}
	again.Key(fyne.KeyPageDown)
	if got := again.screen.meeting.State().Shown().Votes; got != nil {
		t.Errorf("at the next part everybody sees %+v", got)
	}
}

// Given a meeting that was cut off days ago, when it is gone on with, then it is asked whether it ended then; it may go on, no later than it
// was, or be ended as of its day.
func TestAMeetingCutOffDaysAgo(t *testing.T) {
	for _, ends := range []bool{false, true} {
		st := datatest.Demo(t)
		b := open(t, st, tall)
		meetToday(b)
		b.later(65 * time.Second)
		again := open(t, st, tall)
		again.Clock.Day, again.Clock.Time = b.Clock.Day.AddDays(10), b.Clock.Time.AddDate(0, 0, 10)
		again.screen.Load()
		again.screen.Arrive(kit.UnderWay)
		again.Settle()
		again.Want("Go on with “Sat 5 Dec · Second lightning round”?", "It was under way on Sat 5 December 2026 at 16:01.")
		if !ends {
			again.TapNode(again.ByID("button", "meeting.goon"))
			again.Want("1:55", "16:01, on time")
			continue
		}
		again.TapNode(again.ByID("button", "meeting.endedthen"))
		again.TapNode(again.ByID("button", "meeting.ended"))
		if e := again.event(10); e.Status != data.StatusHeld || e.On != b.Clock.Day {
			t.Errorf("ended then, the event is %+v", e)
		}
	}
}

// Given ideas in the workshop, when one is dragged onto another, then they stand together; dragged beside, it stands alone again; dragged
// onto a box, it stands on the wall.
func TestIdeasAreDragged(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 2400})
	b.change(10, func(e *data.Event) { e.Format = data.VisionWorkshop })
	b.Tap("Take the format's programme")
	meetToday(b)
	for !b.HasText("Agree") || !b.HasText("4:00") {
		b.Key(fyne.KeyPageDown)
	}
	b.Keys("i")
	for _, idea := range []string{"A craft", "No phase"} {
		b.Keys(idea)
		b.Key(fyne.KeyReturn)
	}
	b.screen.meeting.Focus()
	with := func() (n int) {
		for _, l := range b.Read().LinesOf(10, data.LineIdea) {
			if l.WithID != 0 {
				n++
			}
		}
		return n
	}
	b.dragIdea("No phase", "A craft")
	if with() != 1 {
		t.Errorf("dragged onto another: %+v", b.Read().LinesOf(10, data.LineIdea))
	}
	b.later(time.Second)
	b.Drag("No phase", 700, 0)
	if with() != 0 {
		t.Errorf("dragged beside: %+v", b.Read().LinesOf(10, data.LineIdea))
	}
	b.dragIdea("A craft", "Our picture")
	for _, box := range b.Read().Canvas {
		if box.Box == data.BoxVision && !slices.Contains(box.Lines, "A craft") {
			t.Errorf("the box holds %q", box.Lines)
		}
	}
}

// Given an action that is near something on the board, when it is added there, then it stands there and nothing else is made.
func TestAnActionIsAddedThere(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	n := len(b.Read().Items)
	b.Keys("a")
	b.Keys("Ask for two protected hours")
	b.Want("Near “Two protected hours a month”, in Doing.")
	b.Tap("Add it there")
	d := b.Read()
	if len(d.Items) != n || len(d.LinesOf(10, data.LineAction)) != 1 {
		t.Errorf("%d items, before %d; actions %+v", len(d.Items), n, d.LinesOf(10, data.LineAction))
	}
}

// Given the feedback, when somebody says what would make it a 10, then a note of the event is kept.
func TestThePerfectionGame(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	for !b.HasText("Make it a 10… (M)") {
		b.Key(fyne.KeyPageDown)
	}
	b.Keys("m")
	b.Type("Points, 1 to 10", "8")
	b.Type("What would make it a 10", "More time to try")
	b.Tap("Add")
	if p := b.Read().Perfection; len(p) == 0 || p[len(p)-1].EventID != 10 || p[len(p)-1].Better != "More time to try" {
		t.Errorf("kept is %+v", p)
	}
}

// Given a computer that slept in the middle, then the clock goes on at the second at which it was, and that is told.
func TestTheComputerSlept(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	meetToday(b)
	b.later(10 * time.Second)
	b.Want("2:50")
	b.asleep(20 * time.Minute)
	b.Want("2:50", "20 minutes late")
	if last := b.Notices[len(b.Notices)-1]; !strings.Contains(last.Text, "away for 20 minutes") {
		t.Errorf("told is %q", last.Text)
	}
}

// dragIdea drags an idea, by the row that says it, onto what says something else.
func (b *bench) dragIdea(idea, onto string) {
	b.T.Helper()
	from, to := b.Find(idea).Centre(), b.Find(onto).Centre()
	b.Drag(idea, to.X-from.X, to.Y-from.Y)
}
