package health

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	b.screen = New(b.Deps(), st)
	b.Put(b.screen)
	return b
}

// Given the demo, then the last round stands as data/README.md, Demo says: counts, words, changes, directions, the board.
func TestDemoRound(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.Want("Round 2", "Round 1", "Deck", "15 of 23", "65 %: part of the members; others may differ",
		"Talk about this first", "Time and backing", "Two camps: 8 low, 6 high. “Two protected hours a month” is on the board.",
		"Then this", "Pace and rhythm", "6 of 15 answered low. Down since Round 1. “Try an earlier time slot” is on the board.",
		"4 up, 1 down", "9 without clear change.", "The two rounds may have had different people.",
		"Answers by workbook: confidential, not anonymous. No overall score, on purpose.")
	b.Want("4 4 1 3 3", "1 5 5 3 1", "two camps", "2.9", "3.9", "4.1", "up", "down", "no clear change", "split", "concern", "strong", "mixed",
		"on the board", "Agree a step")
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

// Given the results, then their columns are chosen from the titles, but the card stays; what is left away stays so for the next round.
func TestColumnsOfTheResults(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1000})
	b.Want("Card", "Word", "Getting better?")
	b.TapSecondary("Mean")
	b.Tap("Word")
	b.WantNot("Word")
	b.Want("Card", "Getting better?")
	b.TapSecondary("Mean")
	b.Tap("As at first")
	b.Want("Word")
}

// Given the results, when a card is opened, then its statements and every figure stand there, and it leads to the board.
func TestLookCloser(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.Tap("Pace and rhythm")
	b.Key(fyne.KeyReturn)
	b.screen.openCard("rhythm")
	b.Want("Sessions come at odd times: too many, or hardly any.", "15 of 23 people answered this card, 0 had no opinion.",
		"High: 4 of 15 (27 %). Low: 6 of 15 (40 %). In a word: concern.", "Median 3, mean 2.9.", "Since Round 1: down (mean then 3.9).",
		"Getting better? 1 better, 6 same, 8 worse.", "To ask: Keep, more, fewer?")
	b.WantNot("standard deviation", "silent people")
	b.TapNode(b.ByID("button", "card.more"))
	b.Want("Spread (standard deviation) 1.1.", "Had the 8 silent people all said 1, the mean would be 2.2; had they all said 5, 3.6.", "Fewer figures")
	b.Want("Over the rounds", "mean 3.9, 14 of 21 answered", "mean 2.9, 15 of 23 answered", "Red thread", "Try an earlier time slot", "Action, Ready")
	b.Tap("Show")
	if len(b.Visits) == 0 || b.Visits[len(b.Visits)-1] != (uitest.Visit{Page: "backlog", Args: data.Place{Kind: data.PlaceItem, ID: 14}}) {
		t.Errorf("it led to %v", b.Visits)
	}
}

// Given a card nobody acts on, when a step is typed, then the board has it as an action linked to the card, and the row says so.
func TestActOnIt(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1000, Width: 1280})
	b.TapNode(b.ByID("button", "act.feedback"))
	b.Want("Agree a step on “Feedback”")
	b.Tap("Put it on the board")
	if got := b.ErrorAt("Next small step"); got != "Please fill this in." {
		t.Errorf("at the field stands %q", got)
	}
	b.Type("Next small step", "End sessions with a round of thanks")
	b.Choose("Owner", "王晓梅")
	b.Type("Due", "2026-12-12\n")
	items := b.Read().Items
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
	b.Undo()
	b.ByID("button", "act.feedback")
	b.Tap("Taking it to heart")
	if title := b.Commands.Get("health.act").Words(); title != "Agree a step on “Taking it to heart”" {
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
	b.Type("Hide results below so many answers", "2")
	b.Tap("Start the round")
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("at Name stands %q", got)
	}
	if got := b.ErrorAt("Hide results below so many answers"); got != "Please choose a number from 3 to 100." {
		t.Errorf("at the threshold stands %q", got)
	}
	b.Type("Hide results below so many answers", "6")
	b.Type("Name", "Autumn")
	b.Type("Answers until", "2026-12-01")
	b.Type("How to send answers back", "Reply to Zoë")
	b.Choose("Answers", "Red, amber, green: in the room")
	b.Choose("Cards", "Choose cards")
	for _, c := range data.Deck[2:] {
		b.TapNode(b.ByID("check", "card."+c.Card))
	}
	b.Tap("Start the round")
	rounds := b.Read().Rounds
	r := rounds[len(rounds)-1]
	want := r
	want.Name, want.Code, want.Scale, want.Invited, want.MinGroup = "Autumn", "CT-NEW", data.TrafficLight, 22, 6
	want.OpenedOn, want.ClosesOn, want.HowToSend = datatest.Today, data.NewDate(2026, 12, 1), "Reply to Zoë"
	if r != want || !r.Open() {
		t.Errorf("the file has %+v, want %+v", r, want)
	}
	b.Want("Autumn", "0 of 22 answered so far.", "How do you ask?", "Invite members")
	b.Tap("Enter counts")
	b.Want("Growing in my craft", "Helping one another", "red", "amber", "green")
	b.WantNot("Safe to be honest", "New round")
	if b.Fire("health.new") {
		t.Error("a second round could be started")
	}
	b.Undo()
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
	r := b.Read().Rounds[0]
	if r.Name != "Round 1" || r.Code != "T-2611" || r.Invited != 1 || r.ClosesOn != datatest.Today.AddDays(14) || r.Scale != data.Agreement5 {
		t.Errorf("the file has %+v", r)
	}
	if n := len(b.Read().RoundCards); n != 14 {
		t.Errorf("it has %d cards", n)
	}
	b.Want("0 of 1 answered so far.")
}

// Given a closed round, when it is opened again and removed, then the file follows, and Undo in the notice brings all back.
func TestReopenAndRemove(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 1100, Width: 1280})
	b.Tap("This round")
	b.Tap("Open Round 2 again")
	if r, _ := b.Read().RoundByID(2); !r.Open() {
		t.Error("the round is still closed")
	}
	b.Want("15 of 23 answered so far.")
	if got := b.screen.entry.rows[0].fields[3].Text; got != "7" {
		t.Errorf("the counts are not there: %q", got)
	}
	b.Fire("health.close")
	tallies := len(b.Read().Tallies)
	b.Tap("This round")
	b.Tap("Remove Round 2")
	if _, there := b.Read().RoundByID(2); there {
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
	if got := len(b.Read().Tallies); got != tallies {
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
	r, _ := b.Read().RoundByID(2)
	if r.Name != "Autumn 2026" || r.Invited != 30 || r.Scale != data.Agreement5 || r.Code != "CT-01W" || r.Open() {
		t.Errorf("the file has %+v", r)
	}
	b.Want("Autumn 2026", "15 of 30", "50 %")
	b.Undo()
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
	for _, v := range b.Read().CardVersions {
		if v.Card == "growth" {
			newest = v
		}
	}
	if newest.Version != 2 || !newest.SameMeaning || newest.MadeOn != datatest.Today || newest.Low != data.Deck[0].Low {
		t.Errorf("the file has %+v", newest)
	}
	b.Tap("Round 2")
	b.Want("Growing in my craft")
	b.Undo()
	b.Tap("Deck")
	b.Want("1. Growing in my craft")
	b.TapNode(b.ByID("button", "card.growth"))
	n := len(b.Read().CardVersions)
	b.Tap("Save") // nothing changed
	if got := len(b.Read().CardVersions); got != n {
		t.Errorf("saving nothing made %d wordings of %d", got, n)
	}
}
