package health

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a file that is only read, then rounds can be looked at and nothing can be done.
func TestReadOnly(t *testing.T) {
	st := datatest.Demo(t)
	if err := st.ReopenRound(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	w := uitest.Open(t, uitest.Options{Height: 1000, Width: 1280, ReadOnly: true})
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Want("15 of 23 answered so far.")
	w.WantNot("Close the round", "This round")
	if !s.entry.rows[0].fields[0].Disabled() || !s.entry.returned.Disabled() {
		t.Error("counts can be typed into")
	}
	w.Tap("Round 1")
	w.WantNot("Agree a step", "New round")
	for _, id := range []string{"health.new", "health.close", "health.reopen", "health.remove", "health.change", "health.act"} {
		if w.Fire(id) {
			t.Errorf("%s did something", id)
		}
	}
	w.Fire("health.deck")
	w.Want("1. Growing in my craft")
	w.WantNot("Change the wording")
}

// Given a store that fails, then the screen says so with a way to try again; a count that can't be kept is told, stays,
// and is kept once it can be.
func TestFailingStore(t *testing.T) {
	w := uitest.Open(t, uitest.Options{Height: 1000, Width: 1280})
	st, faults := datatest.Breakable(t)
	if err := st.ReopenRound(context.Background(), 2); err != nil {
		t.Fatal(err)
	}
	faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Want("The file cannot be read just now.", "Try again")
	if w.Fire("health.remove") || w.Fire("health.new") {
		t.Error("a deed was done on what could not be read")
	}
	faults.Set(datatest.Reading(errors.New("disk on fire")))
	w.Tap("Try again")
	w.Want("Something went wrong.")
	faults.Set()
	w.Tap("Try again")
	w.Want("15 of 23 answered so far.")
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	f := s.entry.rows[0].fields[0]
	w.Win.Canvas().Focus(f)
	w.Keys("5")
	w.Leave()
	if got := w.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	w.Want("This is not kept yet.")
	s.Load()
	if f.Text != "5" {
		t.Errorf("the field shows %q", f.Text)
	}
	faults.Set()
	w.Timer.Pass(kit.RetryEvery)
	if got := datatest.Read(t, st).Tallies; !slices.ContainsFunc(got, func(t data.Tally) bool { return t.RoundID == 2 && t.Counts[0] == 5 }) {
		t.Error("with room again, the file has not got it")
	}
	w.Settle()
	w.WantNot("This is not kept yet.")
}

// Given the sizes and shades the window can have, then the screen is drawn without a fault; few are looked at where no folder
// for pictures is named.
func TestPictures(t *testing.T) {
	for name, o := range map[string]uitest.Options{
		"health":                   {},
		"health-dark":              {Dark: true},
		"health-80":                {Scale: 0.8},
		"health-200":               {Scale: 2},
		"health-small":             {Width: 960, Height: 640},
		"health-200-small":         {Width: 960, Height: 640, Scale: 2},
		"health-card":              {},
		"health-new":               {},
		"health-card-200":          {Scale: 2},
		"health-ballots":           {},
		"health-ballots-200-small": {Width: 960, Height: 640, Scale: 2},
		"health-import-200-small":  {Width: 960, Height: 640, Scale: 2},
		"health-import":            {},
		"health-asked":             {},
		"health-asked-200-small":   {Width: 960, Height: 640, Scale: 2},
		"health-comments":          {},
		"health-wordings":          {},
		"health-deck":              {},
		"health-deck-dark":         {Dark: true},
		"health-entry":             {},
		"health-entry-200":         {Scale: 2},
		"health-entry-small":       {Width: 960, Height: 640},
		"health-lights":            {},
		"health-withheld":          {},
		"health-founded":           {},
		"health-long":              {},
	} {
		if !uitest.KeepsPictures() && !slices.Contains([]string{"health-dark", "health-200-small", "health-entry", "health-ballots-200-small"}, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			st := datatest.Demo(t)
			if name == "health-founded" {
				st = datatest.Founded(t)
			}
			b := open(t, st, o)
			b.pose(strings.TrimPrefix(name, "health-"))
			b.Keep(name)
		})
	}
}

// pose brings the screen into the state a picture is to show.
func (b *bench) pose(name string) {
	ctx := context.Background()
	switch name {
	case "card", "card-200":
		b.screen.openCard("rhythm")
	case "ballots", "ballots-200-small":
		b.start(data.Agreement5)
		b.Fire("health.ballots")
		b.Keys("4+5=3")
	case "asked", "asked-200-small":
		b.start(data.Agreement5)
		b.Fire("health.asked")
		b.Tap("Invite all members")
		b.must(b.Store.SetReplied(ctx, b.screen.state.round, 5, true))
	case "import", "import-200-small":
		b.start(data.Agreement5)
		b.Fire("health.import")
		paths := b.sheets(b.T.TempDir(), b.screen.state.round, map[string]any{"a_growth": 4, "a_value": 2}, map[string]any{"a_growth": "perhaps"}, map[string]any{})
		paths = append(paths, b.unnamed(paths[0]))
		b.screen.importer.add(append(paths, b.sheets(b.T.TempDir(), 2, map[string]any{"a_growth": 4})...)...)
	case "comments":
		b.must(b.Store.ReopenRound(ctx, 2))
		for _, c := range []string{"Why always on Mondays?", "اللقاء القادم أقصر من فضلك", strings.Repeat("W", 120)} {
			b.must(b.Store.AddResponse(ctx, data.Response{RoundID: 2, Channel: data.FromWorkbook, Next: c}, []data.Answer{{Card: "rhythm", Value: 3, Comment: c}}))
		}
		b.must(b.Store.CloseRound(ctx, 2))
		b.Settle()
		b.screen.openCard("rhythm")
		b.screen.closer.Dialog.Relayout()
	case "wordings":
		b.must(b.Store.ChangeCard(ctx, "growth", true, func(v *data.CardVersion) { v.Title = "Growing in our craft" }))
		b.Tap("Deck")
		b.Tap("Earlier wordings")
	case "new":
		b.screen.New()
	case "deck", "deck-dark":
		b.Tap("Deck")
	case "entry", "entry-200", "entry-small":
		b.Fire("health.reopen")
		b.must(b.Store.SetReturned(ctx, 2, data.FromWorkbook, 14))
	case "lights":
		b.start(data.TrafficLight)
		b.enterAll(func(i int) data.Tally {
			return data.Tally{Channel: data.FromRoom, Counts: data.Counts{i % 5, 3, 10 - i%5}, Better: 5, Same: 4, Worse: i % 4}
		})
	case "withheld":
		b.start(data.Agreement5)
		b.must(b.Store.SetReturned(ctx, b.screen.state.round, data.FromBallots, 3))
		b.Fire("health.close")
	case "long":
		for _, card := range []string{"growth", "support"} {
			b.must(b.Store.ChangeCard(ctx, card, true, func(v *data.CardVersion) { v.Title = strings.Repeat("W", 60) }))
		}
		b.start(data.Agreement5)
		b.enterAll(func(i int) data.Tally {
			return data.Tally{Channel: data.FromBallots, Counts: data.Counts{200, 3, 100, 1, 44}, NoOpinion: i * 100}
		})
	}
}

// enterAll enters counts for every card of the round shown and closes it.
func (b *bench) enterAll(counts func(card int) data.Tally) {
	b.T.Helper()
	for i, c := range data.Deck {
		t := counts(i)
		t.RoundID, t.Card = b.screen.state.round, c.Card
		b.must(b.Store.EnterTally(context.Background(), t))
	}
	b.Fire("health.close")
}

func (b *bench) must(err error) {
	b.T.Helper()
	if err != nil {
		b.T.Fatal(err)
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
