package health

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file, loaded again after every change as the shell does it.
type bench struct {
	*uitest.Window
	screen *Screen
	store  *store.Store
	t      testing.TB
}

// sidebar is the room that the shell keeps at the left of a page.
const sidebar = 204

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	w := uitest.Open(t, o)
	b := &bench{Window: w, store: st, t: t, screen: New(w.Deps(), st)}
	t.Cleanup(st.Subscribe(func(store.Change) { b.screen.Load() }))
	w.Show(kit.Pad(kit.Edges{Left: sidebar}, b.screen.Content()))
	b.screen.Load()
	w.Settle()
	return b
}

// read is what the file holds now.
func (b *bench) read() *data.Snapshot {
	b.t.Helper()
	return datatest.Read(b.t, b.store)
}

// tally reads the counts of a card in the round shown.
func (b *bench) tally(card string, channel data.AnswerChannel) data.Tally {
	b.t.Helper()
	for _, t := range b.read().Tallies {
		if t.RoundID == b.screen.state.round && t.Card == card && t.Channel == channel {
			return t
		}
	}
	b.t.Fatalf("nothing is entered for %s through %s", card, channel)
	return data.Tally{}
}

// undo takes the last deed back, as the shell's menu does.
func (b *bench) undo() {
	b.t.Helper()
	if _, err := b.store.Undo(context.Background()); err != nil {
		b.t.Fatal(err)
	}
	b.Settle()
}

// focusFigure puts the cursor into a number field of the grid; place counts from 1.
func (b *bench) focusFigure(card string, place int) *kit.NumberField {
	b.t.Helper()
	for _, row := range b.screen.entry.rows {
		if row.tally.Card == card {
			f := row.fields[place-1]
			b.Win.Canvas().Focus(f)
			return f
		}
	}
	b.t.Fatalf("there is no row for %s", card)
	return nil
}

// start opens a round of the given scale with all cards.
func (b *bench) start(scale data.Scale) {
	b.t.Helper()
	r := data.Round{Code: "CT-X", Name: "Round 3", Scale: scale, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	var cards []string
	for _, c := range data.Deck {
		cards = append(cards, c.Card)
	}
	if err := b.store.StartRound(context.Background(), &r, cards); err != nil {
		b.t.Fatal(err)
	}
	b.screen.Arrive(r.ID)
	b.Settle()
}

// Given the demo, then the last round stands as domain.md 17.4 says: counts, words, changes, directions, the board.
func TestDemoRound(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.Want("Round 2", "Round 1", "Deck", "15 of 23", "65 %: part of the members; others may differ",
		"Talk about this first", "Time and backing", "Two camps: 8 low, 6 high. “Two protected hours a month” is on the board.",
		"Then this", "Pace and rhythm", "6 of 15 answered low. Down since Round 1. “Try an earlier time slot” is on the board.",
		"4 up, 1 down", "9 without clear change.", "The two rounds may have had different people.",
		"Answers by workbook: confidential, not anonymous. No overall score, on purpose.")
	b.Want("4 4 1 3 3", "1 5 5 3 1", "two camps", "2.9", "3.9", "4.1", "up", "down", "no clear change", "split", "concern", "strong", "mixed",
		"on the board", "Act on it")
	rows := b.screen.state.Results().Rows
	if rows[0].Card != "support" || rows[1].Card != "rhythm" || rows[2].Card != "growth" {
		t.Errorf("the order is %s, %s, %s", rows[0].Card, rows[1].Card, rows[2].Card)
	}
	if rows[1].Votes != (data.Votes{Better: 1, Same: 6, Worse: 8}) {
		t.Errorf("directions of rhythm: %+v", rows[1].Votes)
	}
	b.Tap("Round 1")
	b.Want("14 of 21", "67 %", "First round", "A shared direction", "Answers in the room: open to all who were there.")
	b.WantNot("Since Round", "Clear change since")
}

// Given the results, when a card is opened, then its statements and every figure stand there, and it leads to the board.
func TestLookCloser(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.Tap("Pace and rhythm")
	b.Key(fyne.KeyReturn)
	b.screen.openCard("rhythm")
	b.Want("Sessions come at odd times: too many, or hardly any.", "15 of 23 people answered this card, 0 had no opinion.",
		"High: 4 of 15 (27 %). Low: 6 of 15 (40 %). In a word: concern.", "Median 3, mean 2.9, spread (standard deviation) 1.1.",
		"Had the 8 silent people all said 1, the mean would be 2.2; had they all said 5, 3.6.", "Since Round 1: down (mean then 3.9).",
		"Direction felt: 1 better, 6 same, 8 worse.", "To ask: Keep, more, fewer?")
	b.Tap("Show on the board")
	if len(b.Visits) == 0 || b.Visits[len(b.Visits)-1] != (uitest.Visit{Page: "backlog", Args: int64(14)}) {
		t.Errorf("it led to %v", b.Visits)
	}
}

// Given a card nobody acts on, when a step is typed, then the board has it as an action linked to the card, and the row says so.
func TestActOnIt(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.TapNode(b.ByID("button", "act.feedback"))
	b.Want("Act on “Feedback”")
	b.Tap("Put it on the board")
	if got := b.ErrorAt("Next small step"); got != "Please fill this in." {
		t.Errorf("at the field stands %q", got)
	}
	b.Type("Next small step", "End sessions with a round of thanks")
	b.Choose("Owner", "王晓梅")
	b.Type("Due", "2026-12-12\n")
	items := b.read().Items
	var got data.Item
	for _, i := range items {
		if i.Card == "feedback" {
			got = i
		}
	}
	if got.Title != "End sessions with a round of thanks" || got.Kind != data.KindAction || got.Column != data.ColumnReady || got.OwnerID != 6 || got.Due.String() != "2026-12-12" {
		t.Errorf("the file has %+v", got)
	}
	b.TapNode(b.ByID("button", "board.feedback"))
	if last := b.Visits[len(b.Visits)-1]; last.Args != got.ID {
		t.Errorf("it led to %v", last)
	}
	b.undo()
	b.ByID("button", "act.feedback")
	b.Tap("Taking it to heart")
	if title := b.Commands.Get("health.act").Words(); title != "Act on “Taking it to heart”" {
		t.Errorf("the palette says %q", title)
	}
}

// Given the form, when a round is started with chosen cards, then the file has it, and answers can be entered.
func TestNewRound(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.Tap("New round")
	b.Want("Round 2 was opened 2 weeks ago; rounds should lie at least 6 weeks apart.")
	b.Type("Name", "")
	b.Type("Code", "CT-01W")
	b.Tap("Start the round")
	if got := b.ErrorAt("Code"); got != "An earlier round has this code; please choose another." {
		t.Errorf("at Code stands %q", got)
	}
	b.Type("Code", "CT-NEW")
	b.Type("Invited", "lots")
	b.Tap("Start the round")
	if got := b.ErrorAt("Invited"); got != "Write a whole number." {
		t.Errorf("at Invited stands %q", got)
	}
	b.Type("Invited", "22")
	b.Type("Fewest answers to show", "2")
	b.Tap("Start the round")
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("at Name stands %q", got)
	}
	if got := b.ErrorAt("Fewest answers to show"); got != "Please choose a number from 3 to 100." {
		t.Errorf("at the threshold stands %q", got)
	}
	b.Type("Fewest answers to show", "6")
	b.Type("Name", "Autumn")
	b.Type("Answers until", "2026-12-01")
	b.Type("How to send answers back", "Reply to Zoë")
	b.Choose("Answers", "Red, amber, green: in the room")
	b.Choose("Cards", "Choose cards")
	for _, c := range data.Deck[2:] {
		b.TapNode(b.ByID("check", "card."+c.Card))
	}
	b.Tap("Start the round")
	rounds := b.read().Rounds
	r := rounds[len(rounds)-1]
	if r.Name != "Autumn" || r.Code != "CT-NEW" || r.Scale != data.TrafficLight || r.Invited != 22 || r.MinGroup != 6 || r.OpenedOn != datatest.Today ||
		r.ClosesOn.String() != "2026-12-01" || r.HowToSend != "Reply to Zoë" || !r.Open() {
		t.Errorf("the file has %+v", r)
	}
	b.Want("Autumn", "0 of 22 answered so far.", "Growing in my craft", "Helping one another", "red", "amber", "green", "Close the round")
	b.WantNot("Safe to be honest", "New round")
	if b.Fire("health.new") {
		t.Error("a second round could be started")
	}
	b.undo()
	b.Want("New round", "15 of 23")
	b.WantNot("Autumn")
}

// Given a community without rounds, then the first step is offered, and the form suggests members, code and all cards.
func TestFounded(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{Height: 1100, Width: 1280})
	b.Want("A health check asks every member", "Rounds", "Deck", "Start the first round")
	b.Tap("Start the first round")
	b.Want("All cards: 14")
	b.Tap("Start the round")
	r := b.read().Rounds[0]
	if r.Name != "Round 1" || r.Code != "T-2611" || r.Invited != 1 || r.ClosesOn != datatest.Today.AddDays(14) || r.Scale != data.Agreement5 {
		t.Errorf("the file has %+v", r)
	}
	if n := len(b.read().RoundCards); n != 14 {
		t.Errorf("it has %d cards", n)
	}
	b.Want("0 of 1 answered so far.")
}

// Given an open round, when counts are typed with Tab between, then the file has them, one act a card, and undo empties the row.
func TestEnterTallies(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	b.Want("0 of 23 answered so far.", "Results are shown once 5 people have answered and the round is closed.", "Answers on paper ballots: anonymous.")
	b.Type("How many answered this way", "15")
	b.Leave()
	b.Want("15 of 23 answered so far.", "Results are shown when the round is closed.")
	b.focusFigure("growth", 1)
	for _, n := range []string{"1", "2", "3", "4", "4", "1", "6", "7", "2"} {
		b.Keys(n)
		b.Key(fyne.KeyTab)
	}
	got := b.tally("growth", data.FromBallots)
	if got.Counts != (data.Counts{1, 2, 3, 4, 4}) || got.NoOpinion != 1 || got.Better != 6 || got.Same != 7 || got.Worse != 2 {
		t.Errorf("the file has %+v", got)
	}
	if f, ok := b.Win.Canvas().Focused().(*kit.NumberField); !ok || f.ID != "tally.mutual_help.1" {
		t.Errorf("after the last Tab the focus is on %v", b.Win.Canvas().Focused())
	}
	b.WantNot("answers, but")
	b.undo()
	for _, row := range b.read().Tallies {
		if row.RoundID == b.screen.state.round {
			t.Errorf("after undo the file still has %+v", row)
		}
	}
	if got := b.screen.entry.rows[0].fields[4].Text; got != "" {
		t.Errorf("after undo a field shows %q", got)
	}
}

// Given a figure that is there, when the field is entered and another typed, then it is replaced, without deleting first; Enter
// goes on.
func TestFigureIsReplaced(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	b.focusFigure("value", 2)
	b.Keys("12\n")
	if f, ok := b.Win.Canvas().Focused().(*kit.NumberField); !ok || f.ID != "tally.value.3" {
		t.Error("Enter does not go on to the next field")
	}
	b.focusFigure("value", 2)
	b.Keys("9")
	b.Timer.Pass(kit.CommitAfter)
	if got := b.tally("value", data.FromBallots).Counts; got != (data.Counts{0, 9}) {
		t.Errorf("two seconds later the file has %v", got)
	}
	b.focusFigure("value", 2)
	b.Key(fyne.KeyBackspace)
	b.Leave()
	if got := b.tally("value", data.FromBallots).Counts; got != (data.Counts{}) {
		t.Errorf("an emptied field leaves %v", got)
	}
}

// Given more answers than people, then a gentle warning stands below the row and everything is kept; a figure that is none is
// said and not kept.
func TestTallyWarnings(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	b.Type("How many answered this way", "6")
	b.Leave()
	b.focusFigure("growth", 3)
	b.Keys("7")
	b.Leave()
	b.Want("7 answers, but 6 people answered.")
	if got := b.tally("growth", data.FromBallots).Counts[2]; got != 7 {
		t.Errorf("the file has %d", got)
	}
	b.focusFigure("growth", 9)
	b.Keys("8")
	b.Leave()
	b.Want("8 directions, but 6 people answered.")
	b.focusFigure("growth", 3)
	b.Keys("-4")
	b.Leave()
	b.Want("Write a whole number from 0 up.")
	if got := b.tally("growth", data.FromBallots).Counts[2]; got != 7 {
		t.Errorf("the file has %d", got)
	}
	b.focusFigure("growth", 3)
	b.Keys("5")
	b.Leave()
	b.WantNot("Write a whole number", "answers, but")
	b.focusFigure("growth", 9)
	b.Keys("1")
	b.Leave()
	b.Type("How many answered this way", "")
	b.Leave()
	if got := b.tally("growth", data.FromBallots); got.Counts[2] != 5 || got.Worse != 1 {
		t.Errorf("the file has %+v", got)
	}
}

// Given two ways of answering, when both are entered, then each keeps its own counts and the screen says that they may overlap.
func TestTwoChannels(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	b.Type("How many answered this way", "4")
	b.Leave()
	b.focusFigure("growth", 5)
	b.Keys("4")
	b.Tap("In the room")
	if got := b.tally("growth", data.FromBallots).Counts[4]; got != 4 {
		t.Errorf("choosing another way lost what was typed: %d", got)
	}
	if got := b.screen.entry.rows[0].fields[4].Text; got != "" {
		t.Errorf("the other way shows %q", got)
	}
	b.Type("How many answered this way", "3")
	b.Leave()
	b.focusFigure("growth", 5)
	b.Keys("3")
	b.Leave()
	b.Want("7 of 23 answered so far.", "the same person may have answered twice", "Answers in the room: open to all who were there.")
	b.Tap("Paper ballots")
	if got := b.screen.entry.rows[0].fields[4].Text; got != "4" {
		t.Errorf("the first way shows %q", got)
	}
	b.Fire("health.close")
	b.Want("7 of 23", "7 of 23", "the same person may have answered twice", "withheld (fewer than 5 answers)")
	if got := b.screen.state.Results().Rows; len(got[0].Counts) != 0 && got[0].Card != "growth" {
		t.Errorf("rows: %+v", got)
	}
}

// Given fewer answers than the threshold, when the round is closed, then nothing but how many answered is shown.
func TestBelowTheThreshold(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	b.Type("How many answered this way", "3")
	b.Leave()
	b.focusFigure("growth", 5)
	b.Keys("3")
	b.Leave()
	b.Tap("Close the round")
	b.Want("3 of 23", "With fewer than 5 answers nothing else is shown")
	b.WantNot("Growing in my craft", "Talk about this first", "Mean", "5.0", "13 %", "draw no conclusions")
	if b.LastNotice() != "Round 3 is closed. Its results can be talked through now." {
		t.Errorf("the notice says %q", b.LastNotice())
	}
	b.screen.openCard("growth")
	if b.Win.Canvas().Overlays().Top() != nil {
		t.Error("a card's figures could be opened")
	}
}

// Given a round of lights, then three answers are asked for, and the results show shares instead of a mean and compare with
// nothing of another scale.
func TestLights(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.TrafficLight)
	b.Want("red", "amber", "green")
	if f := b.screen.entry.rows[0].fields; f[3] != nil || f[4] != nil || f[2] == nil {
		t.Error("five answers are asked for")
	}
	b.Type("How many answered this way", "10")
	b.Leave()
	b.focusFigure("growth", 1)
	for _, n := range []string{"1", "2", "7"} {
		b.Keys(n)
		b.Key(fyne.KeyTab)
	}
	b.Tap("Close the round")
	b.Want("1 2 7", "70 / 10 %", "Not comparable", "Green / red", "not comparable", "strong")
	b.WantNot("two camps", "Mean")
}

// Given a closed round, when it is opened again and removed, then the file follows, and Undo in the notice brings all back.
func TestReopenAndRemove(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.Tap("This round")
	b.Tap("Open Round 2 again")
	if r, _ := b.read().RoundByID(2); !r.Open() {
		t.Error("the round is still closed")
	}
	b.Want("15 of 23 answered so far.")
	if got := b.screen.entry.rows[0].fields[3].Text; got != "7" {
		t.Errorf("the counts are not there: %q", got)
	}
	b.Fire("health.close")
	tallies := len(b.read().Tallies)
	b.Tap("This round")
	b.Tap("Remove Round 2")
	if _, there := b.read().RoundByID(2); there {
		t.Fatal("the round is still in the file")
	}
	b.Want("14 of 21")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "Round 2 was removed, with all its answers." || n.Action != "Undo" {
		t.Fatalf("the notice is %+v", n)
	}
	n.Do()
	b.Settle()
	b.Want("15 of 23")
	if got := len(b.read().Tallies); got != tallies {
		t.Errorf("%d tallies came back of %d", got, tallies)
	}
}

// Given a round, when its fields are changed, then the file has them, and its scale stays.
func TestChangeRound(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.Tap("This round")
	b.Tap("Change Round 2")
	b.Type("Name", "Autumn 2026")
	b.Type("Invited", "30")
	b.Tap("Save")
	r, _ := b.read().RoundByID(2)
	if r.Name != "Autumn 2026" || r.Invited != 30 || r.Scale != data.Agreement5 || r.Code != "CT-01W" || r.Open() {
		t.Errorf("the file has %+v", r)
	}
	b.Want("Autumn 2026", "15 of 30", "50 %")
	b.undo()
	b.Want("15 of 23")
}

// Given the deck, when a used wording is changed, then a second one is made and the round keeps the first; a slip put right
// stays comparable.
func TestDeck(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1800, Width: 1280})
	b.Tap("Deck")
	b.Want("1. Growing in my craft", "14. Time and backing", "Months pass and my skill stays where it was.", "What did you learn last?")
	b.TapNode(b.ByID("button", "card.growth"))
	b.Want("a change makes wording 2")
	b.Type("Title", "")
	b.Tap("Save")
	if got := b.ErrorAt("Title"); got != "Please fill this in." {
		t.Errorf("at Title stands %q", got)
	}
	b.Type("Title", "Growing my craft")
	b.Tap("Same meaning: only a slip is put right")
	b.Tap("Save")
	b.Want("1. Growing my craft", "Practice, wording 2")
	var newest data.CardVersion
	for _, v := range b.read().CardVersions {
		if v.Card == "growth" {
			newest = v
		}
	}
	if newest.Version != 2 || !newest.SameMeaning || newest.MadeOn != datatest.Today || newest.Low != data.Deck[0].Low {
		t.Errorf("the file has %+v", newest)
	}
	b.Tap("Round 2")
	b.Want("Growing in my craft")
	b.undo()
	b.Tap("Deck")
	b.Want("1. Growing in my craft")
	b.TapNode(b.ByID("button", "card.growth"))
	n := len(b.read().CardVersions)
	b.Tap("Save") // nothing changed
	if got := len(b.read().CardVersions); got != n {
		t.Errorf("saving nothing made %d wordings of %d", got, n)
	}
}

// Given a file that is only read, then rounds can be looked at and nothing can be done.
func TestReadOnly(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.ReopenRound(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	w := uitest.Open(t, uitest.Options{Height: 1000, Width: 1280})
	deps := w.Deps()
	deps.ReadOnly = true
	s := New(deps, st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.Want("15 of 23 answered so far.")
	w.WantNot("Close the round", "This round")
	if !s.entry.rows[0].fields[0].Disabled() || !s.entry.returned.Disabled() {
		t.Error("counts can be typed into")
	}
	w.Tap("Round 1")
	w.WantNot("Act on it", "New round")
	for _, id := range []string{"health.new", "health.close", "health.reopen", "health.remove", "health.change", "health.act"} {
		if w.Fire(id) {
			t.Errorf("%s did something", id)
		}
	}
	w.Fire("health.deck")
	w.Want("1. Growing in my craft")
	w.WantNot("Change the wording")
}

// Given a store that fails, then the screen says so with a way to try again; a count that can't be kept is told and goes back.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Height: 1000, Width: 1280})
	inner := datatest.Demo(t)
	if err := inner.ReopenRound(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	st := &failing{Store: inner, err: data.Fault(data.CodeUnreadable, "The file cannot be read just now.")}
	s := New(w.Deps(), st)
	w.Show(s.Content())
	s.Load()
	w.Settle()
	w.Want("The file cannot be read just now.", "Try again")
	if w.Fire("health.remove") || w.Fire("health.new") {
		t.Error("a deed was done on what could not be read")
	}
	st.err = errors.New("disk on fire")
	w.Tap("Try again")
	w.Want("Something went wrong.")
	st.err = nil
	w.Tap("Try again")
	w.Want("15 of 23 answered so far.")
	st.enter = data.Fault(data.CodeFull, "There is no space left; nothing was changed.")
	f := s.entry.rows[0].fields[0]
	w.Win.Canvas().Focus(f)
	w.Keys("5")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	if f.Text != "0" {
		t.Errorf("the field shows %q, the file has 0", f.Text)
	}
}

// failing is a store whose reading or entering fails as told.
type failing struct {
	*store.Store
	err, enter error
}

func (f *failing) Snapshot(ctx context.Context) (*data.Snapshot, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.Store.Snapshot(ctx)
}

func (f *failing) EnterTally(ctx context.Context, t data.Tally) error {
	if f.enter != nil {
		return f.enter
	}
	return f.Store.EnterTally(ctx, t)
}

// later is a Runner that does everything when told: work first, its result on the next call.
type later struct{ queue []func() }

func (l *later) Run(work func() func()) {
	l.queue = append(l.queue, func() {
		if done := work(); done != nil {
			l.queue = append(l.queue, done)
		}
	})
}

func (l *later) one() {
	next := l.queue[0]
	l.queue = l.queue[1:]
	next()
}

// Given figures typed faster than the file takes them, when an older reading comes in between, then none is lost.
func TestFastTyping(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.ReopenRound(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	w := uitest.Open(t, uitest.Options{Height: 1000, Width: 1280})
	runner := &later{}
	deps := w.Deps()
	deps.Runner = runner
	s := New(deps, st)
	t.Cleanup(st.Subscribe(func(store.Change) { s.Load() }))
	w.Show(s.Content())
	s.Load()
	for len(runner.queue) > 0 {
		runner.one()
	}
	w.Settle()
	for i, n := range []string{"3", "4", "5"} {
		w.Win.Canvas().Focus(s.entry.rows[0].fields[i])
		w.Keys(n)
		w.Leave()
		if i < 2 && len(runner.queue) > 0 {
			runner.one()
		}
	}
	for len(runner.queue) > 0 {
		runner.one()
	}
	got, _ := s.state.findings.tally(2, s.entry.rows[0].tally.Card, data.FromWorkbook)
	if got.Counts[0] != 3 || got.Counts[1] != 4 || got.Counts[2] != 5 {
		t.Errorf("the file has %v", got.Counts)
	}
	if text := s.entry.rows[0].fields[1].Text; text != "4" {
		t.Errorf("the field shows %q", text)
	}
}

// Given some of the sizes and shades the window can have, then the screen is drawn without a fault. With PICTURES set to a
// folder all of them are drawn and kept there, to be looked at.
func TestPictures(t *testing.T) {
	dir, all := os.Getenv("PICTURES"), true
	if dir == "" {
		dir, all = t.TempDir(), false
	}
	for name, o := range map[string]uitest.Options{
		"health":             {},
		"health-dark":        {Dark: true},
		"health-80":          {Scale: 0.8},
		"health-200":         {Scale: 2},
		"health-small":       {Width: 960, Height: 640},
		"health-200-small":   {Width: 960, Height: 640, Scale: 2},
		"health-card":        {},
		"health-new":         {},
		"health-deck":        {},
		"health-deck-dark":   {Dark: true},
		"health-entry":       {},
		"health-entry-200":   {Scale: 2},
		"health-entry-small": {Width: 960, Height: 640},
		"health-lights":      {},
		"health-withheld":    {},
		"health-founded":     {},
		"health-long":        {},
	} {
		if !all && !slices.Contains([]string{"health-dark", "health-200-small", "health-entry"}, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if name == "health-founded" {
				st = datatest.Founded(t)
			}
			b := open(t, st, o)
			b.pose(strings.TrimPrefix(name, "health-"))
			b.Settle()
			b.Picture(filepath.Join(dir, name+".png"))
		})
	}
}

// pose brings the screen into the state a picture is to show.
func (b *bench) pose(name string) {
	ctx := context.Background()
	switch name {
	case "card":
		b.screen.openCard("rhythm")
	case "new":
		b.screen.New()
	case "deck", "deck-dark":
		b.Tap("Deck")
	case "entry", "entry-200", "entry-small":
		b.Fire("health.reopen")
		if err := b.store.SetReturned(ctx, 2, data.FromWorkbook, 14); err != nil {
			b.t.Fatal(err)
		}
	case "lights":
		b.start(data.TrafficLight)
		for i, c := range data.Deck {
			t := data.Tally{RoundID: b.screen.state.round, Card: c.Card, Channel: data.FromRoom, Counts: data.Counts{i % 5, 3, 10 - i%5}, Better: 5, Same: 4, Worse: i % 4}
			if err := b.store.EnterTally(ctx, t); err != nil {
				b.t.Fatal(err)
			}
		}
		b.Fire("health.close")
	case "withheld":
		b.start(data.Agreement5)
		if err := b.store.SetReturned(ctx, b.screen.state.round, data.FromBallots, 3); err != nil {
			b.t.Fatal(err)
		}
		b.Fire("health.close")
	case "long":
		for _, card := range []string{"growth", "support"} {
			if err := b.store.ChangeCard(ctx, card, true, func(v *data.CardVersion) { v.Title = strings.Repeat("W", 60) }); err != nil {
				b.t.Fatal(err)
			}
		}
		b.start(data.Agreement5)
		for i, c := range data.Deck {
			t := data.Tally{RoundID: b.screen.state.round, Card: c.Card, Channel: data.FromBallots, Counts: data.Counts{200, 3, 100, 1, 44}, NoOpinion: i * 100}
			if err := b.store.EnterTally(ctx, t); err != nil {
				b.t.Fatal(err)
			}
		}
		b.Fire("health.close")
	}
}

// BenchmarkLoad reads and shows a round in a community of 10,000 of whom 5,000 answered by workbook.
func BenchmarkLoad(b *testing.B) {
	s := datatest.Large(10_000, 1_000, 0)
	for i := range 5_000 {
		id := int64(i + 1)
		s.Responses = append(s.Responses, data.Response{ID: id, RoundID: 2, Channel: data.FromWorkbook})
		for n, c := range data.Deck {
			s.Answers = append(s.Answers, data.Answer{ID: id*20 + int64(n), ResponseID: id, Card: c.Card, Value: (i+n)%5 + 1})
		}
	}
	w := open(b, datatest.Filled(b, s), uitest.Options{})
	if !w.HasText(fmt.Sprintf("%d of 23", 5_015)) {
		b.Fatal("the answers are not shown")
	}
	b.ResetTimer()
	for range b.N {
		w.screen.Load()
	}
}
