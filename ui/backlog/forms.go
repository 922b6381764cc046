package backlog

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

func (s *Screen) kindChoices() []Choice {
	out := make([]Choice, len(data.ItemKinds))
	for i, k := range data.ItemKinds {
		out[i] = Choice{string(k), kindName(s.deps.Say, k)}
	}
	return out
}

func (s *Screen) sizeChoices() []Choice {
	var out []Choice
	for _, size := range []data.ItemSize{"", data.SizeS, data.SizeM, data.SizeL} {
		out = append(out, Choice{string(size), s.deps.Say.Of(size.Phrase())})
	}
	return out
}

// openAdd asks for another item, of which something may be known already. Title and kind are enough
// (data/README.md, Backlog).
func (s *Screen) openAdd(begun data.Item, then func()) {
	say := s.deps.Say
	title, why := kit.NewEntry(begun.Title), kit.NewArea(2, begun.Description)
	kind := kit.NewSelect(options(s.kindChoices()), string(cmp.Or(begun.Kind, data.KindEventIdea)), nil)
	column := kit.NewSelect(kit.OptionsOf(say, data.Columns)[:5], string(cmp.Or(begun.Column, data.ColumnIdea)), nil)
	people := s.state.People(begun.OwnerID, begun.ProposerID)
	owner := kit.NewSelect(withNone(say.Text("Nobody yet"), people), kit.KeyOf(begun.OwnerID), nil)
	proposer := kit.NewSelect(withNone(say.Text("Nobody named"), people), kit.KeyOf(begun.ProposerID), nil)
	size := kit.NewSelect(options(s.sizeChoices()), string(begun.Size), nil)
	due := kit.NewDateField(s.deps.Clock, nil, begun.Due, nil)
	first := kit.NewCheck(say.Text("A good first step for a newcomer"), begun.FirstStep, nil)
	var added int64
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("New item"),
		Fields: []kit.FormField{
			{Name: "title", Label: say.Text("Title"), Input: title},
			{Name: "kind", Label: say.Text("Kind"), Input: kind},
			{Name: "column", Label: say.Text("Column"), Input: column, Beside: true},
			{Name: "description", Label: say.Text("Why, and what exactly"), Input: why},
			{Name: "owner", Label: say.Text("Owner"), Input: owner},
			{Name: "proposer", Label: say.Text("Proposed by"), Input: proposer, Beside: true},
			{Name: "size", Label: say.Text("Size"), Input: size},
			{Name: "due", Label: say.Text("Due"), Input: due, Beside: true},
			{Name: "firstStep", Input: first},
		},
		SaveText: say.Text("Add item"), Width: 560,
		Save: func() error {
			on, err := due.DateIn("due")
			if err != nil {
				return err
			}
			item := begun
			item.Title, item.Kind, item.Column, item.Description = title.Text, data.ItemKind(kind.Chosen()), data.Column(column.Chosen()), why.Text
			item.OwnerID, item.ProposerID = kit.IDOf(owner.Chosen()), kit.IDOf(proposer.Chosen())
			item.Size, item.Due, item.FirstStep = data.ItemSize(size.Chosen()), on, first.Ticked()
			err = s.state.rows.items.Save(context.Background(), &item)
			added = item.ID
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				s.Arrive(added)
				if then != nil {
					then()
				}
			}
		},
	})
}

// madeKinds are the kinds of thing that the library is for; the others come there from the board.
var madeKinds = []data.ItemKind{data.KindArtefact, data.KindStandard, data.KindReuse, data.KindOnboarding}

// openMade asks for something that is there already: it goes to the library without a way over the board.
func (s *Screen) openMade() {
	say := s.deps.Say
	title, outcome, link := kit.NewEntry(""), kit.NewArea(2, ""), kit.NewEntry("")
	var kinds []kit.Option
	for _, k := range madeKinds {
		kinds = append(kinds, kit.Option{Key: string(k), Text: kindName(say, k)})
	}
	kind := kit.NewSelect(kinds, string(data.KindArtefact), nil)
	owner := kit.NewSelect(withNone(say.Text("Nobody named"), s.state.People()), kit.KeyOf(0), nil)
	var added int64
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Add to the library"), Width: 520,
		Intro: say.Text("For what the community has made already. It counts as finished today; the day can be changed afterwards."),
		Fields: []kit.FormField{
			{Name: "title", Label: say.Text("Title"), Input: title},
			{Name: "kind", Label: say.Text("Kind"), Input: kind},
			{Name: "owner", Label: say.Text("Made by"), Input: owner, Beside: true},
			{Name: "outcome", Label: say.Text("What it is good for"), Input: outcome},
			{Name: "links", Label: say.Text("Link"), Input: link},
		},
		SaveText: say.Text("Add it"),
		Save: func() error {
			item := data.Item{Title: title.Text, Kind: data.ItemKind(kind.Chosen()), Column: data.ColumnDone, OwnerID: kit.IDOf(owner.Chosen()),
				Outcome: outcome.Text, Links: data.ParseLines(link.Text)}
			err := s.state.rows.items.Save(context.Background(), &item)
			added = item.ID
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				s.Arrive(shelfPlace(added))
			}
		},
	})
}

// askAnswered asks who answered a help request, and when.
func (s *Screen) askAnswered(id int64) {
	say := s.deps.Say
	item, _ := s.state.Item(id)
	who := kit.NewSelect(withNone(say.Text("Nobody named"), s.state.People()), kit.KeyOf(0), nil)
	on := kit.NewDateField(s.deps.Clock, nil, s.deps.Clock.Today(), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Who answered “%s”?", item.Title),
		Intro: say.Text("Whoever is named here gets a contribution, and whoever asked was helped."),
		Fields: []kit.FormField{
			{Name: "by", Label: say.Text("Answered by"), Input: who},
			{Name: "on", Label: say.Text("On"), Input: on, Beside: true},
		},
		SaveText: say.Text("Note it"),
		Save: func() error {
			day, err := on.NeededIn("on")
			if err != nil {
				return err
			}
			return s.state.store.AnswerHelp(context.Background(), id, kit.IDOf(who.Chosen()), day)
		},
	})
}

// askReuse asks when and where a finished item was used again.
func (s *Screen) askReuse(id int64) {
	say := s.deps.Say
	on := kit.NewDateField(s.deps.Clock, nil, s.deps.Clock.Today(), nil)
	note := kit.NewEntry("")
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Note that it was used again"),
		Fields: []kit.FormField{
			{Name: "on", Label: say.Text("On"), Input: on},
			{Name: "note", Label: say.Text("Where, in a few words"), Input: note},
		},
		SaveText: say.Text("Note it"),
		Save: func() error {
			day, err := on.DateIn("on")
			if err != nil {
				return err
			}
			return s.state.rows.reuses.Save(context.Background(), &data.Reuse{ItemID: id, On: day, Note: note.Text})
		},
	})
}
