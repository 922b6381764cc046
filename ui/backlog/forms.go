package backlog

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/kit"
)

// kindOptions are kinds to choose from, in full.
func kindOptions(say *words.Say, kinds []data.ItemKind) []kit.Option {
	options := make([]kit.Option, len(kinds))
	for i, k := range kinds {
		options[i] = kit.Option{Key: string(k), Text: kindName(say, k)}
	}
	return options
}

// openAdd asks for another item, of which something may be known already. Title and kind are enough (data/README.md, Backlog).
func (s *Screen) openAdd(item data.Item, then func()) {
	say := s.deps.Say
	item.Kind, item.Column = cmp.Or(item.Kind, s.state.LastKind()), cmp.Or(item.Column, data.ColumnIdea)
	people := s.state.People(item.OwnerID, item.ProposerID)
	form := kit.NewRowForm(s.deps, &item, data.ItemFields).Line("title").Line("kind", "column").Line("description").Line("owner", "proposer").
		Line("size", "due").Line("firstStep")
	form.Offer("kind", kindOptions(say, data.ItemKinds))
	form.Offer("column", kit.OptionsOf(say, data.Columns)[:5])
	form.Offer("owner", withNone(say.Text("Nobody yet"), people))
	form.Offer("proposer", withNone(say.Text("Nobody named"), people))
	form.Open(kit.Form{
		Title: say.Text("New item"), SaveText: say.Text("Add item"), Width: 560,
		Save: func() error { return s.state.rows.items.Save(context.Background(), &item) },
		OnClose: kit.OnceSaved(func() {
			s.Arrive(item.ID)
			if then != nil {
				then()
			}
		}),
	})
}

// madeKinds are the kinds of thing that the library is for; the others come there from the board.
var madeKinds = []data.ItemKind{data.KindArtefact, data.KindStandard, data.KindReuse, data.KindOnboarding}

// openMade asks for something that is there already: it goes to the library without a way over the board.
func (s *Screen) openMade() {
	say, item := s.deps.Say, data.Item{Kind: data.KindArtefact, Column: data.ColumnDone}
	form := kit.NewRowForm(s.deps, &item, data.ItemFields).Line("title").Line("kind", "owner").Line("outcome").Line("links").Tall(1, "links").
		Ask("owner", say.Text("Made by")).Ask("outcome", say.Text("What it is good for")).Ask("links", say.Text("Link"))
	form.Offer("kind", kindOptions(say, madeKinds))
	form.Offer("owner", withNone(say.Text("Nobody named"), s.state.People()))
	form.Open(kit.Form{
		Title: say.Text("Add to the library"), SaveText: say.Text("Add it"), Width: 520,
		Intro:   say.Text("For what the community has made already. It counts as finished today; the day can be changed afterwards."),
		Save:    func() error { return s.state.rows.items.Save(context.Background(), &item) },
		OnClose: kit.OnceSaved(func() { s.Arrive(shelfPlace(item.ID)) }),
	})
}

// askAnswered asks who answered a help request, and when.
func (s *Screen) askAnswered(id int64) {
	say := s.deps.Say
	item, _ := s.state.Item(id)
	gave := data.Contribution{On: s.deps.Clock.Today()}
	form := kit.NewRowForm(s.deps, &gave, data.ContributionFields).Line("member", "on").Ask("member", say.Text("Answered by"))
	form.Offer("member", withNone(say.Text("Nobody named"), s.state.People()))
	form.Open(kit.Form{
		Title:    say.Text("Who answered “%s”?", item.Title),
		Intro:    say.Text("Whoever is named here gets a contribution, and whoever asked was helped."),
		SaveText: say.Text("Note it"),
		Save:     func() error { return s.state.store.AnswerHelp(context.Background(), id, gave.MemberID, gave.On) },
	})
}

// askReuse asks when and where a finished item was used again.
func (s *Screen) askReuse(id int64) {
	say, row := s.deps.Say, data.Reuse{ItemID: id, On: s.deps.Clock.Today()}
	kit.NewRowForm(s.deps, &row, data.ReuseFields).Line("on").Line("note").Open(kit.Form{
		Title: say.Text("Note that it was used again"), SaveText: say.Text("Note it"),
		Save: func() error { return s.state.rows.reuses.Save(context.Background(), &row) },
	})
}
