package backlog

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// storyFields are the fields of a story that is being written down.
type storyFields struct {
	title, evidence           *kit.TextField
	on                        *kit.DateField
	cycle, consent            *kit.Select
	whose                     *kit.Select
	situation, met, did, came *kit.TextField
}

func (s *Screen) newStoryFields(begun data.ValueStory) *storyFields {
	say := s.deps.Say
	on := begun.On
	if on == 0 {
		on = s.deps.Clock.Today()
	}
	var cycles []kit.Option
	for _, c := range data.Cycles {
		cycles = append(cycles, kit.Option{Key: string(c), Text: say.Text("%s: %s", say.Of(c.Phrase()), say.Of(c.Question()))})
	}
	return &storyFields{
		title: kit.NewEntry(begun.Title), on: kit.NewDateField(s.deps.Clock, nil, on, nil),
		cycle:     kit.NewSelect(cycles, string(cmp.Or(begun.Cycle, data.CycleApplied)), nil),
		situation: kit.NewArea(2, begun.Situation), met: kit.NewArea(1, begun.Met),
		did: kit.NewArea(2, begun.Did), came: kit.NewArea(2, begun.CameOfIt), evidence: kit.NewEntry(begun.Evidence),
		whose: kit.NewSelect(withNone(say.Text("Nobody named"), s.state.People(begun.MemberID)), kit.KeyOf(begun.MemberID), nil),
		// Nothing leaves the machine that nobody was asked about.
		consent: kit.NewSelect(kit.OptionsOf(say, data.Consents), string(cmp.Or(begun.Consent, data.ConsentInternal)), nil),
	}
}

// read takes what was typed into a story.
func (f *storyFields) read(r *data.ValueStory) error {
	on, err := f.on.DateIn("on")
	if err != nil {
		return err
	}
	r.Title, r.On, r.Cycle, r.Consent, r.MemberID = f.title.Text, on, data.ValueCycle(f.cycle.Chosen()), data.Consent(f.consent.Chosen()), kit.IDOf(f.whose.Chosen())
	r.Situation, r.Met, r.Did, r.CameOfIt, r.Evidence = f.situation.Text, f.met.Text, f.did.Text, f.came.Text, f.evidence.Text
	return nil
}

// openTell asks for another story, of which something may be known already, and calls then, where given, once it is kept.
func (s *Screen) openTell(begun data.ValueStory, then func()) {
	say := s.deps.Say
	f := s.newStoryFields(begun)
	var told int64
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Write a story"), Width: 560, SaveText: say.Text("Keep the story"),
		Intro: say.Text("Ask whoever used something from here; a hundred words are enough. What is missing can be added later."),
		Fields: []kit.FormField{
			{Name: "title", Label: say.Text("Title"), Input: f.title},
			{Name: "cycle", Label: say.Text("Kind of value"), Input: f.cycle},
			{Name: "situation", Label: say.Text("How it was before"), Input: f.situation},
			{Name: "met", Label: say.Text("What they met here"), Input: f.met},
			{Name: "did", Label: say.Text("What they did with it"), Input: f.did},
			{Name: "cameOfIt", Label: say.Text("What came of it"), Input: f.came},
			{Name: "evidence", Label: say.Text("Evidence or witness"), Input: f.evidence},
			{Name: "on", Label: say.Text("When"), Input: f.on, Beside: true},
			{Name: "member", Label: say.Text("Whose story"), Input: f.whose},
			{Name: "consent", Label: say.Text("Consent"), Input: f.consent, Beside: true},
		},
		Save: func() error {
			story := begun
			if err := f.read(&story); err != nil {
				return err
			}
			err := s.state.rows.stories.Save(context.Background(), &story)
			told = story.ID
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				s.Arrive(data.Place{Kind: data.PlaceStory, ID: told})
				if then != nil {
					then()
				}
			}
		},
	})
}

// tellOf begins the story of an item.
func (s *Screen) tellOf(itemID int64) {
	s.showView(Stories)
	s.openTell(s.state.FillStory(data.ValueStory{ItemID: itemID}), nil)
}

// removeStory takes a story away and offers to bring it back.
func (s *Screen) removeStory(id int64) {
	say, title := s.deps.Say, s.state.StoryTitle(id)
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.rows.stories.Remove(ctx, id) }, func(done store.Done) {
		s.deeds.OfferUndo(say.Text("“%s” was removed.", title), done.Undo,
			func() { s.Arrive(data.Place{Kind: data.PlaceStory, ID: id}) })
	})
}
