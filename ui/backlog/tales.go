package backlog

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// tale is one story with what a search looks through.
type tale struct {
	story  *data.ValueStory
	whose  string
	folded string
}

// gatherStories makes the stories ready for showing and searching.
func (p *Pile) gatherStories(say *words.Say) {
	for i := range p.snapshot.Stories {
		st := &p.snapshot.Stories[i]
		t := &tale{story: st, whose: p.nameOf(st.MemberID)}
		t.folded = data.Fold(strings.Join([]string{st.Title, st.Situation, st.Met, st.Did, st.CameOfIt, st.Evidence, t.whose,
			say.Of(st.Cycle.Phrase()), p.titleOf(data.PlaceItem, st.ItemID), p.titleOf(data.PlaceEvent, st.EventID)}, "\n"))
		p.stories = append(p.stories, t)
	}
	slices.SortStableFunc(p.stories, func(a, b *tale) int {
		return cmp.Or(cmp.Compare(b.story.On, a.story.On), cmp.Compare(b.story.ID, a.story.ID))
	})
}

// titleOf is what something on the red thread is called, "" for nothing.
func (p *Pile) titleOf(kind data.PlaceKind, id int64) string {
	if id == 0 {
		return ""
	}
	return p.snapshot.ThreadTitle(data.Place{Kind: kind, ID: id})
}

func (p *Pile) tale(id int64) (*tale, bool) {
	at := slices.IndexFunc(p.stories, func(t *tale) bool { return t.story.ID == id })
	if at < 0 {
		return nil, false
	}
	return p.stories[at], true
}

// StoryRow is a story in the list, worded.
type StoryRow struct {
	ID     int64
	Title  string
	Second string // cycle and whose
	On     string
}

// StoryCount is how many stories are written down.
func (s *State) StoryCount() int { return len(s.pile.stories) }

// StoryRows are the stories that are shown, the latest first.
func (s *State) StoryRows() []StoryRow {
	words := data.SearchedFor(s.query)
	var out []StoryRow
	for _, t := range s.pile.stories {
		if !data.HoldsAll(t.folded, words) {
			continue
		}
		second := s.say.Of(t.story.Cycle.Phrase())
		if t.whose != "" {
			second += " · " + t.whose
		}
		out = append(out, StoryRow{ID: t.story.ID, Title: t.story.Title, Second: second, On: s.say.Date(t.story.On)})
	}
	return out
}

// settleStory keeps the story shown among those there are.
func (s *State) settleStory() {
	if _, there := s.pile.tale(s.story); there {
		return
	}
	s.story = 0
	if len(s.pile.stories) > 0 {
		s.story = s.pile.stories[0].story.ID
	}
}

// SelectStory shows a story by its ID.
func (s *State) SelectStory(id int64) bool {
	_, there := s.pile.tale(id)
	if there {
		s.story = id
	}
	return there
}

// Story is everything about the story shown, worded.
type Story struct {
	Story    data.ValueStory
	Question string // what a story of its cycle answers
	Meaning  string // of its consent
	Length   string // how many words, with advice where they are many
	Long     bool
}

// StoryShown is the story shown.
func (s *State) StoryShown() (Story, bool) {
	t, ok := s.pile.tale(s.story)
	if !ok {
		return Story{}, false
	}
	v := Story{Story: *t.story, Question: s.say.Of(t.story.Cycle.Question()), Meaning: s.say.Of(t.story.Consent.Meaning())}
	n := t.story.Words()
	v.Length, v.Long = s.say.Count(n, "%d word.", "%d words."), n > data.StoryWords
	if v.Long {
		v.Length = s.say.Text("%d words; up to %d are read to the end.", n, data.StoryWords)
	}
	return v, true
}

// StoryTitle is what a story is called.
func (s *State) StoryTitle(id int64) string {
	if t, ok := s.pile.tale(id); ok {
		return t.story.Title
	}
	return ""
}

// Finished are the finished items a story can be about, the latest first, and
// one that was chosen.
func (s *State) Finished(chosen int64) []Choice {
	done := slices.Clone(s.pile.columns[data.ColumnDone])
	slices.SortStableFunc(done, func(a, b *entry) int { return cmp.Compare(b.item.DoneOn, a.item.DoneOn) })
	if e, ok := s.pile.byID[chosen]; ok && e.item.Column != data.ColumnDone {
		done = append(done, e)
	}
	out := make([]Choice, len(done))
	for i, e := range done {
		out[i] = Choice{strconv.FormatInt(e.item.ID, 10), e.item.Title}
	}
	return out
}

// FillStory adds to a story that is begun what is known of its item and event.
func (s *State) FillStory(begun data.ValueStory) data.ValueStory {
	if e, ok := s.pile.byID[begun.ItemID]; ok {
		begun.EventID, begun.MeasureID = cmp.Or(begun.EventID, e.item.EventID), cmp.Or(begun.MeasureID, e.item.MeasureID)
		begun.Met = cmp.Or(begun.Met, s.say.Text("“%s” (%s)", e.item.Title, kindName(s.say, e.item.Kind)))
		begun.CameOfIt = cmp.Or(begun.CameOfIt, e.item.Outcome)
	}
	if e, ok := s.pile.snapshot.EventByID(begun.EventID); ok {
		begun.Met = cmp.Or(begun.Met, s.eventText(&e))
	}
	return begun
}

// Thread is the red thread seen from something; it may be called off the
// window's goroutine.
func (p *Pile) Thread(node data.Place) data.ThreadView {
	return p.snapshot.ThreadView(node, p.today)
}
