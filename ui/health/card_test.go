package health

import (
	"context"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a card on the red thread, then the last round that asked it opens with it; one that no round can show leads to the deck.
func TestArriveAtACard(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	b.screen.Arrive(data.CardPlace("rhythm"))
	b.Settle()
	b.Want("Sessions come at odd times: too many, or hardly any.", "Try an earlier time slot")
	if r, _ := b.screen.state.Round(); r.ID != 2 {
		t.Errorf("round %d is shown", r.ID)
	}
	b.Tap("Close")
	founded := open(t, datatest.Founded(t), uitest.Options{Width: 1280, Height: 1100})
	founded.screen.Arrive(data.CardPlace("rhythm"))
	founded.Settle()
	founded.Want("13. Pace and rhythm")
}

// Given a concern that nothing answers, then the card says so, and a small step closes the hole.
func TestMendAConcern(t *testing.T) {
	st := datatest.Demo(t)
	if _, err := store.Rows(st, store.Items).Remove(context.Background(), 14); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{Width: 1280, Height: 1100})
	b.screen.openCard("rhythm")
	b.Settle()
	b.Want("Nothing on the board answers “Pace and rhythm” yet.")
	b.Tap("Put a small step on the board")
	b.Type("Next small step", "Ask about Tuesdays\n")
	b.screen.openCard("rhythm")
	b.Settle()
	b.WantNot("Nothing on the board answers")
	b.Want("Ask about Tuesdays")
}

// Given an open card, when something about it changes, then it shows that; when its round goes, it closes.
func TestOpenCardFollowsTheFile(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.screen.openCard("rhythm")
	b.must(store.Rows(b.Store, store.Items).Save(context.Background(), &data.Item{Title: "Another slot", Kind: data.KindAction, Column: data.ColumnIdea, Card: "rhythm"}))
	b.Settle()
	b.Want("Another slot")
	_, err := store.Rows(b.Store, store.Rounds).Remove(context.Background(), 2)
	b.must(err)
	b.Settle()
	_, err = store.Rows(b.Store, store.Rounds).Remove(context.Background(), 1)
	b.must(err)
	b.Settle()
	if b.screen.closer != nil {
		t.Error("the card is still open")
	}
}

// roundsOf are closed rounds of one card, each with its scale, wording and answers.
func roundsOf(rounds ...data.Tally) *data.Snapshot {
	s := &data.Snapshot{CardVersions: []data.CardVersion{
		{ID: 1, Card: "growth", Version: 1, Rank: 1, Title: "Growing"},
		{ID: 2, Card: "growth", Version: 2, Rank: 1, Title: "Growing", SameMeaning: true},
		{ID: 3, Card: "growth", Version: 3, Rank: 1, Title: "Growing anew"},
	}}
	for i, t := range rounds {
		id := int64(i + 1)
		scale := data.TrafficLight
		if t.Channel == "" {
			scale, t.Channel = data.Agreement5, data.FromBallots
		}
		on := datatest.Today.AddDays(-300 + 50*i)
		s.Rounds = append(s.Rounds, data.Round{ID: id, Name: "Round", Scale: scale, OpenedOn: on, ClosedOn: on, Invited: 20, MinGroup: 5})
		s.RoundCards = append(s.RoundCards, data.RoundCard{ID: id, RoundID: id, CardVersionID: t.ID, Rank: 1})
		t.ID, t.RoundID, t.Card = id, id, "growth"
		s.Tallies = append(s.Tallies, t)
	}
	return s
}

// Given rounds of a card, then its line goes on where scale and meaning stayed and there are answers enough, and breaks with a
// reason elsewhere.
func TestTrendBreaks(t *testing.T) {
	t.Parallel()
	enough := data.Counts{1, 2, 3, 4, 5}
	lights := data.Counts{1, 2, 9}
	s := stateOf(roundsOf(
		data.Tally{ID: 1, Counts: enough},
		data.Tally{ID: 2, Counts: enough},                         // the same meaning
		data.Tally{ID: 3, Counts: enough},                         // another wording
		data.Tally{ID: 3, Counts: lights, Channel: data.FromRoom}, // another scale
		data.Tally{ID: 3, Counts: lights, Channel: data.FromRoom},
		data.Tally{ID: 3, Counts: data.Counts{1, 1, 1}, Channel: data.FromRoom}, // too few
		data.Tally{ID: 3, Counts: lights, Channel: data.FromRoom},
	))
	s.ShowRound(7)
	v, ok := s.Card("growth")
	if !ok || len(v.Trend) != 7 {
		t.Fatalf("the trend is %+v", v.Trend)
	}
	for i, want := range []string{"", "", "Another wording from here on: not comparable.", "Another scale from here on: not comparable.", "",
		"Too few answers to compare.", ""} { // the last one is compared with the one before the round of too few
		if got := v.Trend[i].Break; got != want {
			t.Errorf("round %d breaks with %q, want %q", i+1, got, want)
		}
	}
	if l := v.Trend[5]; l.Counts != nil || l.Withheld != "withheld (fewer than 5 answers)" {
		t.Errorf("the round of too few shows %+v", l)
	}
	if l := v.Trend[6]; !l.Now || l.Note != "green / red 75 / 8\u00a0%, 12 of 20 answered" {
		t.Errorf("the round shown is %+v", l)
	}
	if l := v.Trend[0]; l.Note != "mean 3.7, 15 of 20 answered" {
		t.Errorf("the first round is %+v", l)
	}
	s.ShowRound(1)
	if v, _ := s.Card("growth"); v.Wording != "This round asked wording 1; the card now has wording 3." {
		t.Errorf("it says %q", v.Wording)
	}
}

// Given a wording that a round has used, when it is changed, then the older one can be read with the rounds that asked it.
func TestEarlierWordings(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.must(b.Store.ChangeCard(context.Background(), "growth", true, func(v *data.CardVersion) { v.Title = "Growing in our craft" }))
	b.Tap("Deck")
	b.Want("1. Growing in our craft", "wording 2")
	b.Tap("Earlier wordings")
	b.Want("Wordings of “Growing in our craft”", "Wording 2, since 21 Nov 2026", "Same meaning as the one before.", "Wording 1", "Growing in my craft",
		"Asked in Round 1, Round 2.")
	b.Tap("Close")
}

// Given a small step that is begun elsewhere, then the card's form opens, and whoever asked is told once it is on the board.
func TestBegunStep(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.start(data.Agreement5)
	told := false
	b.screen.Arrive(kit.Begun{Row: data.Item{Card: "feedback"}, Saved: func() { told = true }})
	b.Settle()
	b.Want("Agree a step on “Feedback”")
	b.Type("Next small step", "A round of thanks\n")
	items := b.Read().Items
	found := false
	for _, i := range items {
		found = found || i.Card == "feedback" && i.Title == "A round of thanks"
	}
	if !found || !told {
		t.Errorf("found %t, told %t", found, told)
	}
}

// Given a round that was run in an event, when that is noted, then the red thread leads from the card to the event.
func TestRoundInAnEvent(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1100})
	b.Fire("health.change")
	b.Choose("Run in the event", "Sat 14 Nov · Half-year retrospective")
	b.Tap("Save")
	if r, _ := b.Read().RoundByID(2); r.EventID != 9 {
		t.Errorf("the round was run in %d", r.EventID)
	}
	b.screen.openCard("feedback")
	b.Settle()
	b.Want("Red thread", "Half-year retrospective")
}
