package events

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
)

// Link is a thing an event may be linked with on the red thread: a box of the canvas, an item of the board or a story.
type Link struct {
	Node   data.Place
	Title  string
	About  string
	Linked bool
}

// key tells links apart in a list.
func (l Link) key() int64 {
	switch l.Node.Kind {
	case data.PlaceItem:
		return 2 * l.Node.ID
	case data.PlaceStory:
		return 2*l.Node.ID + 1
	}
	return -1 - int64(slices.Index(data.Boxes, data.BoxKey(l.Node.Key)))
}

// Links lists what an event may be linked with and matches a search: boxes, items, stories, of each those that are linked
// already first.
func (s *State) Links(eventID int64, query string) []Link {
	p := s.programme
	e, there := p.snapshot.EventByID(eventID)
	if !there {
		return nil
	}
	found := data.SearchedFor(query)
	var out []Link
	add := func(group []Link) {
		slices.SortStableFunc(group, func(a, b Link) int { return cmp.Compare(rank(a.Linked), rank(b.Linked)) })
		for _, l := range group {
			if data.HoldsAll(data.Fold(l.Title+"\n"+l.About), found) {
				out = append(out, l)
			}
		}
	}
	add(s.boxLinks(&e))
	add(s.itemLinks(eventID))
	add(s.storyLinks(eventID))
	return out
}

func rank(linked bool) int {
	if linked {
		return 0
	}
	return 1
}

func (s *State) boxLinks(e *data.Event) []Link {
	var group []Link
	for _, box := range data.Boxes {
		group = append(group, Link{Node: data.BoxPlace(box), Title: s.say.Of(box.Phrase()), Linked: slices.Contains(e.Boxes, string(box)),
			About: strings.Join(s.programme.snapshot.BoxLines(box), " · ")})
	}
	return group
}

func (s *State) itemLinks(eventID int64) []Link {
	var group []Link
	for i := range s.programme.snapshot.Items {
		it := &s.programme.snapshot.Items[i]
		l := Link{Node: data.Place{Kind: data.PlaceItem, ID: it.ID}, Title: it.Title, Linked: it.EventID == eventID,
			About: s.say.Text("%s, %s", s.say.Of(it.Kind.Phrase()), s.say.Of(it.Column.Phrase()))}
		if other, there := s.programme.snapshot.EventByID(it.EventID); there && !l.Linked {
			l.About = s.say.Text("%s · now with “%s”", l.About, other.Called(s.programme.today))
		}
		group = append(group, l)
	}
	return group
}

func (s *State) storyLinks(eventID int64) []Link {
	var group []Link
	for i := range s.programme.snapshot.Stories {
		t := &s.programme.snapshot.Stories[i]
		l := Link{Node: data.Place{Kind: data.PlaceStory, ID: t.ID}, Title: t.Title, Linked: t.EventID == eventID, About: s.say.Date(t.On)}
		if other, there := s.programme.snapshot.EventByID(t.EventID); there && !l.Linked {
			l.About = s.say.Text("%s · now with “%s”", l.About, other.Called(s.programme.today))
		}
		group = append(group, l)
	}
	return group
}

// SetLink links an event with a thing, or unlinks it.
func (s *State) SetLink(ctx context.Context, eventID int64, node data.Place, linked bool) error {
	to := eventID
	if !linked {
		to = 0
	}
	switch node.Kind {
	case data.PlaceItem:
		return s.rows.items.Change(ctx, node.ID, store.Visit{}, func(i *data.Item) { i.EventID = to })
	case data.PlaceStory:
		return s.rows.stories.Change(ctx, node.ID, store.Visit{}, func(t *data.ValueStory) { t.EventID = to })
	}
	return s.rows.events.Change(ctx, eventID, store.Visit{}, func(e *data.Event) {
		boxes := slices.DeleteFunc(slices.Clone(e.Boxes), func(b string) bool { return b == node.Key })
		if linked {
			boxes = append(boxes, node.Key)
		}
		e.Boxes = boxes
	})
}
