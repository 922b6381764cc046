package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/uimap"
)

// A lightning hour in two windows: the talks have a clock each, a remote leads on in the shared window, what is written down is in the
// minutes and on the board, the votes come out of the chat, and the minutes are published:
// copied and saved, they are the same text.
func TestJourneyThroughALightningHour(t *testing.T) {
	d, r := newRoom(t, "lightning_talks", nil)
	r.begin()
	r.shows("Rules")
	d.key("w")
	d.types("zo")
	d.read("Enter ticks Zoë Marchand-Núñez")
	d.key("Return", "Escape")
	r.forwardTo("Talk 1")
	r.shows("Talk 1", "Six talks of 5 + 2")
	r.inShared("Next")
	r.shows("Changing over")
	d.read("Changing over")
	r.writeDown("d", "We meet at four")
	r.writeDown("p", "Outside meetup: no budget")
	r.forwardTo("Feedback")
	r.shows("Was it worth the time?")
	r.end()
	d.kept(r.path, "the event held", func(s *data.Snapshot) bool {
		m := r.minutes(s)
		return r.event(s).Status == data.StatusHeld && m.Decisions == "We meet at four" && strings.Contains(m.Text, "Parked: Outside meetup: no budget")
	})
	d.click("button", "Publish minutes")
	d.click("button", "#spread.copy")
	d.kept(r.path, "the minutes published", func(s *data.Snapshot) bool { return r.minutes(s).PublishedOn != 0 })
	copied, err := d.output("xclip", "-selection", "clipboard", "-out")
	if err != nil || !strings.Contains(copied, "# Minutes: Our hour") || !strings.Contains(copied, "We meet at four") {
		d.fail("copied is %q, %v", copied, err)
	}
	d.click("button", "#spread.save")
	d.fill("#save.name", "Our hour.md")
	d.click("button", "#save")
	d.read("The text is saved in")
	saved, err := os.ReadFile(filepath.Join(filepath.Dir(r.path), "Our hour.md"))
	if err != nil || strings.TrimSpace(string(saved)) != strings.TrimSpace(copied) {
		d.fail("saved is %q, %v; copied was %q", saved, err, copied)
	}
}

// A retrospective: what was agreed last time is closed or carried over, ideas are put together by dragging, an action has an owner and a
// day, and what is left over goes to the next event with one answer.
func TestJourneyThroughARetrospective(t *testing.T) {
	d, r := newRoom(t, "retrospective", nil)
	r.begin()
	r.forwardTo("What we agreed last time")
	r.shows("Try an earlier time slot")
	d.clickText("Try an earlier time slot")
	d.kept(r.path, "the action of last time done", func(s *data.Snapshot) bool {
		return slices.ContainsFunc(s.Items, func(i data.Item) bool { return i.Title == "Try an earlier time slot" && i.Column == data.ColumnDone })
	})
	r.forwardTo("Choose")
	r.idea("Fewer meetings")
	r.idea("Meet less often")
	r.shows("Fewer meetings", "Meet less often")
	d.key("Escape")
	d.drag(d.row("Meet less often").Centre, d.row("Fewer meetings").Centre)
	r.shows("Fewer meetings (Meet less often)")
	r.writeDown("a", "Ask for two protected hours")
	r.end()
	d.kept(r.path, "what is left over in the next event", func(s *data.Snapshot) bool {
		return slices.ContainsFunc(s.Agenda, func(l data.AgendaLine) bool { return l.EventID == 10 && l.Text == "Owners" }) &&
			slices.ContainsFunc(s.Items, func(i data.Item) bool {
				return i.Title == "Ask for two protected hours" && i.OwnerID == s.Community.LeaderID && i.Due == r.next(s)
			})
	})
}

// A lean coffee: topics are written down, voted on in the chat by letter, and come in the order of their dots, five minutes each; what is
// still open from last time comes before. Their dots and what was decided are in the minutes, and what was not come to gets an event.
func TestJourneyThroughALeanCoffee(t *testing.T) {
	d, r := newRoom(t, "lean_coffee", func(st *store.Store, _ int64) error {
		return store.Rows(st, store.Events).Change(context.Background(), 10, store.Visit{}, func(e *data.Event) {
			e.Status = data.StatusCancelled // so that nothing is planned behind it
		})
	})
	r.begin()
	r.shows("What we agreed last time")
	r.forwardTo("Write topics")
	r.idea("Flaky tests")
	r.idea("Contract tests")
	d.key("Escape")
	r.forwardTo("Dot vote")
	d.key("v")
	d.find("button", "#meeting.together")
	d.paste("[16:03] Ada\nB\n[16:03] Bo\nb – please\n[16:04] Cy\nA\n")
	d.read("3 people voted.")
	d.click("button", "#meeting.together")
	r.shows("3 votes", "B  Contract tests")
	r.forwardTo("Contract tests")
	r.shows("Topic 1 of 2", "5:00")
	d.key("plus")
	r.shows("8:00")
	r.writeDown("d", "We write them first")
	r.end()
	d.kept(r.path, "the topics in the minutes", func(s *data.Snapshot) bool {
		return strings.Contains(r.minutes(s).Text, "Topics: Contract tests · 2 dots – decided: We write them first; Flaky tests · 1 dot")
	})
	d.kept(r.path, "what is left over in an event planned for it", func(s *data.Snapshot) bool {
		last := s.Events[len(s.Events)-1]
		return last.ID > r.id && last.Status == data.StatusPlanned && slices.ContainsFunc(s.Agenda, func(l data.AgendaLine) bool {
			return l.EventID == last.ID && l.Text == "Flaky tests"
		})
	})
}

// A talk over three cards of the health check, the most split first; everybody sees both statements and the counts.
func TestJourneyThroughAHealthTalk(t *testing.T) {
	d, r := newRoom(t, "health_check_session", func(st *store.Store, _ int64) error {
		ctx := context.Background()
		if err := st.ReopenRound(ctx, 2); err != nil {
			return err
		}
		if err := st.EnterTally(ctx, data.Tally{RoundID: 2, Card: "feedback", Channel: data.FromRoom, Counts: data.Counts{6, 0, 0, 0, 0}}); err != nil {
			return err
		}
		return st.CloseRound(ctx, 2)
	})
	r.begin()
	for i, card := range []string{"Time and backing", "Feedback", "Pace and rhythm"} {
		r.forwardTo(card)
		r.shows(card, fmt.Sprintf("Card %d of 3 to talk about", i+1), "low", "high")
	}
	r.shows("Keep, more, fewer?")
	d.read("concern")
	r.writeDown("d", "Every third week stays")
	r.end()
	d.kept(r.path, "the decision", func(s *data.Snapshot) bool { return r.minutes(s).Decisions == "Every third week stays" })
}

// The chat of thirty people, with nonsense and twins, is counted, once a person, shown together, kept with the event, and dropped.
func TestJourneyOfTheChatOfThirty(t *testing.T) {
	d, r := newRoom(t, "brown_bag", nil)
	r.begin()
	r.forwardTo("Feedback")
	d.key("v")
	d.find("button", "#meeting.together")
	d.paste(chatOfThirty())
	d.read("30 people voted.")
	d.read("1 message is for you to decide")
	d.click("button", "#meeting.together")
	r.shows("30 votes")
	d.kept(r.path, "the votes", func(s *data.Snapshot) bool {
		return slices.ContainsFunc(s.Roti, func(v data.RotiTally) bool { return v.EventID == r.id && v.Votes == data.Counts{1, 0, 9, 10, 10} })
	})
	r.shows("what would make it a 10")
}

// chatOfThirty is a chat in which thirty people vote: ten for each of 3, 4 and 5, one of whom changes to 1; two are called the same but for
// their family names, some write more than a number, one nobody can count.
func chatOfThirty() string {
	var b strings.Builder
	said := []string{"%d", "%d – too long", "+ %d", "**%d**", "%d!"}
	for i := range 30 {
		text := said[i%len(said)]
		if text == "+ %d" {
			text = "%d :)"
		}
		fmt.Fprintf(&b, "[16:%02d] Anna %s\n"+text+"\n", i, string(rune('A'+i%26))+strings.Repeat("b", 1+i/26), 3+i%3)
	}
	b.WriteString("[16:40] Otto\nhas anybody the link?\nhttps://example.org/4\n[16:41] Max\n4 or 5\n[16:42] Anna Ab\n1\n")
	return b.String()
}

// The program is killed in the middle of a meeting: the next start offers to go on, at the same part and second, and nothing is lost.
func TestJourneyThroughAKillInAMeeting(t *testing.T) {
	d, r := newRoom(t, "brown_bag", nil)
	r.begin()
	r.forwardTo("Talk")
	r.writeDown("n", "All have seen it")
	d.key("minus") // 34 minutes
	d.kept(r.path, "the minute taken away", func(s *data.Snapshot) bool {
		_, parts, there := s.UnderWay()
		return there && slices.ContainsFunc(parts, func(p data.MeetingPart) bool { return p.Text == "Talk" && p.Given == 34*60 })
	})
	time.Sleep(1100 * time.Millisecond) // a second that is seen
	if err := d.program.Process.Kill(); err != nil {
		d.fail("%v", err)
	}
	if err := <-d.ended; err == nil {
		d.fail("a program that was killed ended well")
	}
	d.start(r.path)
	d.click("button", "Go on with it")
	m := d.waitFor("the clock where it was", func(m uimap.Map) bool { return strings.HasPrefix(nodeOf(m, "text", "#meeting.clock").Text, "33:5") })
	if !says(m, "All have seen it") {
		d.fail("the note is gone: %s", listed(m))
	}
}

// hour is a meeting in two windows.
type hour struct {
	*desk
	path   string
	id     int64 // of the event
	shared string
}

// newRoom is a desk with the program on it, at the demo community with an event of a format that is today.
func newRoom(t *testing.T, format string, also func(st *store.Store, eventID int64) error) (*desk, *hour) {
	t.Helper()
	d := newDesk(t)
	r := &hour{desk: d, path: communityOnDisk(t)}
	ctx := context.Background()
	st, err := store.Open(ctx, r.path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := data.FormatOf(format)
	e := data.Event{Title: "Our hour", Format: format, On: data.DateOf(time.Now()), Start: 16 * 60, Minutes: f.Minutes, Audience: data.OpenEvent,
		Status: data.StatusAnnounced, Brought: data.NotCounted}
	if err = store.Rows(st, store.Events).Save(ctx, &e); err == nil {
		var agenda []data.AgendaLine
		for _, step := range f.Agenda {
			agenda = append(agenda, data.AgendaLine{Minutes: step.Minutes, Text: step.Text})
		}
		err = st.SetAgenda(ctx, e.ID, agenda)
	}
	if err == nil && also != nil {
		err = also(st, e.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	r.id = e.ID
	return d, r
}

// begin starts the program, the meeting, and the window for everybody.
func (r *hour) begin() {
	r.t.Helper()
	r.start(r.path)
	r.read("Πυξίδα")
	r.key("ctrl+4")
	r.click("row", fmt.Sprintf("#%d", r.id))
	r.click("button", "Start meeting")
	r.find("button", "#meeting.next")
	r.click("button", "#meeting.share")
	r.click("menuitem", "Open it")
	r.waitFor("the window for everybody", func(m uimap.Map) bool { return len(m.Others) == 1 && len(m.Others[0].Nodes) > 0 })
	for end := time.Now().Add(patience()); r.shared == ""; time.Sleep(poll) {
		numbers, _ := r.output("xdotool", "search", "--onlyvisible", "--name", "for everybody")
		if found := strings.Fields(numbers); len(found) > 0 {
			r.shared = found[len(found)-1]
		} else if time.Now().After(end) {
			r.fail("no second window came up")
		}
	}
	r.do("xdotool", "windowactivate", "--sync", r.window)
}

// shows waits until everybody sees some texts.
func (r *hour) shows(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		r.waitFor(fmt.Sprintf("everybody sees %q", text), func(m uimap.Map) bool {
			return len(m.Others) == 1 && strings.Contains(everybodySees(m), text)
		})
	}
}

// everybodySees is what stands in the shared window, its lines joined.
func everybodySees(m uimap.Map) string {
	return strings.ReplaceAll(nodeOf(m.Others[0], "stage", "#meeting.stage").Value, "\n", " ")
}

// inShared presses a key in the shared window, as a remote does while that has the focus.
func (r *hour) inShared(key string) {
	r.t.Helper()
	r.do("xdotool", "windowactivate", "--sync", r.shared)
	r.act(func() { r.do("xdotool", "key", key) })
	r.do("xdotool", "windowactivate", "--sync", r.window)
}

// forwardTo leads on until a part is under way, of a step where one is named.
func (r *hour) forwardTo(part string, step ...string) {
	r.t.Helper()
	for range 60 {
		now := r.underWay()
		if now.Text == part && (len(step) == 0 || now.Step == step[0]) {
			return
		}
		r.do("xdotool", "key", "Next")
		r.waitFor("the part after "+now.Text, func(m uimap.Map) bool { return len(m.Others) == 1 && stageOf(m) != now })
	}
	r.fail("the part %q never came", part)
}

// underWay is the part under way as everybody sees it, with its step.
func (r *hour) underWay() (now stage) {
	r.t.Helper()
	r.waitFor("the part under way", func(m uimap.Map) bool {
		if len(m.Others) == 1 {
			now = stageOf(m)
		}
		return now.Text != ""
	})
	return now
}

// stage is where the meeting is, as everybody sees it: what is talked about, and in which step.
type stage struct{ Text, Step string }

func stageOf(m uimap.Map) stage {
	n := nodeOf(m.Others[0], "stage", "#meeting.stage")
	step, _, _ := strings.Cut(n.Value, "\n")
	return stage{n.Text, step}
}

// writeDown writes a line down by its key.
func (r *hour) writeDown(key, words string) {
	r.t.Helper()
	r.key(key)
	r.types(words)
	r.key("Return")
	r.key("Escape")
	r.read(strings.SplitN(words, ":", 2)[0])
}

// idea puts an idea forward.
func (r *hour) idea(words string) {
	r.t.Helper()
	if n := r.see(); !slices.ContainsFunc(n.Nodes, func(n uimap.Node) bool { return n.ID == "meeting.idea" && n.Focused }) {
		r.key("i")
	}
	r.types(words)
	r.key("Return")
	r.row(words)
}

// end ends the meeting, with what is left over carried to the next event.
func (r *hour) end() {
	r.t.Helper()
	r.click("button", "#meeting.end")
	r.click("button", "#meeting.ended")
	r.waitFor("one window", func(m uimap.Map) bool { return len(m.Others) == 0 })
}

func (r *hour) event(s *data.Snapshot) data.Event {
	e, _ := s.EventByID(r.id)
	return e
}

// next is the day of the event after this one.
func (r *hour) next(s *data.Snapshot) data.Date {
	e, _ := s.EventByID(10)
	return e.On
}

func (r *hour) minutes(s *data.Snapshot) data.Minutes {
	for _, m := range s.Minutes {
		if m.EventID == r.id {
			return m
		}
	}
	return data.Minutes{}
}

// types types letters that every keyboard has.
func (d *desk) types(text string) {
	d.t.Helper()
	d.act(func() { d.do("xdotool", "type", "--delay", "4", text) })
}

// row is the row of a list that says something.
func (d *desk) row(text string) uimap.Node {
	d.t.Helper()
	var row uimap.Node
	d.waitFor(fmt.Sprintf("the row %q", text), func(m uimap.Map) bool {
		at := slices.IndexFunc(m.Nodes, func(n uimap.Node) bool { return n.Kind == "row" && !n.Offscreen && strings.Contains(n.Text, text) })
		if at >= 0 {
			row = m.Nodes[at]
		}
		return at >= 0
	})
	return row
}

// clickText clicks the row that says something.
func (d *desk) clickText(text string) {
	d.t.Helper()
	d.clickAt(d.row(text).Centre, "1")
}
