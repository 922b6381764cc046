package backlog

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// openTell asks for another story, of which something may be known already, and calls then, where given, once it is kept.
func (s *Screen) openTell(story data.ValueStory, then func()) {
	say := s.deps.Say
	story.On, story.Cycle = cmp.Or(story.On, s.deps.Clock.Today()), cmp.Or(story.Cycle, data.CycleApplied)
	story.Consent = cmp.Or(story.Consent, data.ConsentInternal) // nothing leaves the machine that nobody was asked about
	form := kit.NewRowForm(s.deps, &story, data.ValueStoryFields).Line("title").Line("cycle").Line("situation").Line("met").Line("did").
		Line("cameOfIt").Line("evidence", "on").Line("member", "consent").Tall(1, "met")
	form.Offer("cycle", s.cycleOptions())
	form.Offer("member", withNone(say.Text("Nobody named"), s.state.People(story.MemberID)))
	form.Open(kit.Form{
		Title: say.Text("Write a story"), SaveText: say.Text("Keep the story"), Width: 560,
		Intro: say.Text("Ask whoever used something from here; a hundred words are enough. What is missing can be added later."),
		Save:  func() error { return s.state.rows.stories.Save(context.Background(), &story) },
		OnClose: kit.OnceSaved(func() {
			s.Arrive(data.Place{Kind: data.PlaceStory, ID: story.ID})
			if then != nil {
				then()
			}
		}),
	})
}

// cycleOptions are the kinds of value, each with what it asks.
func (s *Screen) cycleOptions() []kit.Option {
	say := s.deps.Say
	options := make([]kit.Option, len(data.Cycles))
	for i, c := range data.Cycles {
		options[i] = kit.Option{Key: string(c), Text: say.Text("%s: %s", say.Of(c.Phrase()), say.Of(c.Question()))}
	}
	return options
}

// tellOf begins the story of an item.
func (s *Screen) tellOf(itemID int64) {
	s.showView(Stories)
	s.openTell(s.state.FillStory(data.ValueStory{ItemID: itemID}), nil)
}

// removeStories takes stories away and offers to bring them back.
func (s *Screen) removeStories(ids []int64) {
	told := s.deps.Say.Count(len(ids), "“%[2]s” was removed.", "%[1]d stories were removed.", s.state.StoryTitle(ids[0]))
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.RemoveStories(ctx, ids) }, func(done store.Done) {
		s.deeds.OfferUndo(told, done.Undo, func() {
			s.Arrive(data.Place{Kind: data.PlaceStory, ID: ids[0]})
			if len(ids) > 1 {
				s.WhenLoaded(func() { s.stories.list.Mark(ids...) })
			}
		})
	})
}
