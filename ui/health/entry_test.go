package health

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// tally reads the counts of a card in the round shown.
func (b *bench) tally(card string, channel data.AnswerChannel) data.Tally {
	b.T.Helper()
	for _, t := range b.Read().Tallies {
		if t.RoundID == b.screen.state.round && t.Card == card && t.Channel == channel {
			return t
		}
	}
	b.T.Fatalf("nothing is entered for %s through %s", card, channel)
	return data.Tally{}
}

// focusFigure puts the cursor into a number field of the grid; place counts from 1.
func (b *bench) focusFigure(card string, place int) *kit.NumberField {
	b.T.Helper()
	for _, row := range b.screen.entry.rows {
		if row.tally.Card == card {
			f := row.fields[place-1]
			b.Win.Canvas().Focus(f)
			return f
		}
	}
	b.T.Fatalf("there is no row for %s", card)
	return nil
}

// start opens a round of the given scale with all cards.
func (b *bench) start(scale data.Scale) {
	b.T.Helper()
	r := data.Round{Code: "CT-X", Name: "Round 3", Scale: scale, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	var cards []string
	for _, c := range data.Deck {
		cards = append(cards, c.Card)
	}
	if err := b.Store.StartRound(context.Background(), &r, cards); err != nil {
		b.T.Fatal(err)
	}
	b.screen.entry.counting = r.ID // "Enter counts" was chosen
	b.screen.Arrive(r.ID)
	b.Settle()
}

// Given a round that nobody has answered yet, then it leads to the ways of asking, in place of empty fields, and stays with the
// fields once they were wanted or somebody has answered.
func TestFreshRoundAsks(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	r := data.Round{Code: "CT-X", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	if err := b.Store.StartRound(context.Background(), &r, []string{"growth", "value"}); err != nil {
		b.T.Fatal(err)
	}
	b.screen.Arrive(r.ID)
	b.Settle()
	b.Want("How do you ask?", "E-mail the survey", "Print ballots", "Invite members")
	b.WantNot("How many answered this way")
	b.Tap("Invite members")
	if len(b.Visits) == 0 || b.Visits[len(b.Visits)-1].Page != "share" {
		t.Errorf("inviting leads to %v", b.Visits)
	}
	b.Tap("Enter counts")
	b.Type("How many answered this way", "6")
	b.Leave()
	b.WantNot("How do you ask?")
	b.Want("Close the round", "6 of 23 answered so far.")
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
	b.Undo()
	for _, row := range b.Read().Tallies {
		if row.RoundID == b.screen.state.round {
			t.Errorf("after undo the file still has %+v", row)
		}
	}
	if got := b.screen.entry.rows[0].fields[4].Text; got != "" {
		t.Errorf("after undo a field shows %q", got)
	}
}

// Given more cards than the window has room for, when Tab leads further down, then the field with the focus stays in view.
func TestFocusStaysInView(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640})
	b.start(data.Agreement5)
	b.focusFigure("value", 9)
	b.Key(fyne.KeyTab)
	f, ok := b.Win.Canvas().Focused().(*kit.NumberField)
	if !ok || f.ID != "tally.rhythm.1" {
		t.Fatalf("the focus is on %v", b.Win.Canvas().Focused())
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
	if at.Y < 60 || at.Y+f.Size().Height > 640 {
		t.Errorf("the field with the focus stands at %v, out of view", at)
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

// Given a text that is no count, when the round is to be closed, then it stays open and the cursor stands in that field; once
// it is put right, the round closes.
func TestCloseWaitsForWhatCanNotBeRead(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.start(data.Agreement5)
	field := b.focusFigure("growth", 4)
	b.Keys("x")
	b.Tap("Close the round")
	round, _ := b.screen.state.Round()
	if !round.Open() || b.Win.Canvas().Focused() != field {
		t.Errorf("the round is open: %v; the focus is on %v", round.Open(), b.Win.Canvas().Focused())
	}
	b.Want("Write a whole number from 0 up.")
	field.SetText("2")
	b.Tap("Close the round")
	b.Tap("Close it") // with so few answers it asks
	if round, _ := b.screen.state.Round(); round.Open() {
		t.Error("the round is open still")
	}
	if got := b.tally("growth", data.FromBallots).Counts[3]; got != 2 {
		t.Errorf("the file has %d", got)
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
	b.Want("Close Round 3?", "So far: 3 of 23 answered. With fewer than 5 nothing of them can be shown; “Round 2” stays the latest round.")
	b.Tap("Keep it open")
	if round, _ := b.screen.state.Round(); !round.Open() {
		t.Error("it was closed all the same")
	}
	b.Tap("Close the round")
	b.Tap("Close it")
	b.Want("3 of 23 answered", "With fewer than 5 answers nothing else is shown")
	b.WantNot("Growing in my craft", "Talk about this first", "Mean", "5.0", "13 %", "draw no conclusions")
	if b.LastNotice() != "Round 3 is closed." {
		t.Errorf("the notice says %q", b.LastNotice())
	}
	b.screen.openCard("growth")
	if b.Win.Canvas().Overlays().Top() != nil {
		t.Error("a card's figures could be opened")
	}
}

// Given fewer asked than answered, or nobody noted how many were asked, then the page says so, and no rate.
func TestAnsweredOfUnknown(t *testing.T) {
	for invited, want := range map[int]string{0: "15 answered; how many were invited is not noted", 10: "15 answers; 10 were asked"} {
		st := datatest.Demo(t)
		if err := store.Rows(st, store.Rounds).Change(t.Context(), 2, store.Visit{}, func(r *data.Round) { r.Invited = invited }); err != nil {
			t.Fatal(err)
		}
		b := open(t, st, uitest.Options{Height: 1100, Width: 1280})
		b.Want(want)
		b.WantNot("65 %", "150 %", "of 0", "members; others may differ")
		if doubt := "Somebody may have answered twice; please look."; b.HasText(doubt) != (invited > 0) {
			t.Errorf("of %d it asks to look: %v", invited, b.HasText(doubt))
		}
		b.screen.openCard("growth")
		b.Settle()
		b.WantNot("silent people")
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
