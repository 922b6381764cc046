package backlog

import (
	"context"
	"slices"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// Owner filters items by who owns them.
type Owner int64

// Owners that are nobody in particular; any other is a member's ID.
const (
	Everyone Owner = 0
	Nobody   Owner = -1 // items that nobody has taken
)

// View is what the page shows.
type View int

// The views, in the order of their chips.
const (
	Board View = iota
	Library
	Stories
)

// State is what the screen shows, without a window: the board, the library or
// the stories, what of it is chosen, and the deeds.
type State struct {
	store    *store.Store
	rows     rows
	calendar Calendar
	say      *words.Say

	pile   *Pile
	people *data.Directory // everybody by name, made when it is first wanted
	view   View
	story  int64 // the story shown, 0 while there is none
	query  string
	owner  Owner
	kind   data.ItemKind // "" for all
}

// rows are the tables whose rows the screen keeps one by one.
type rows struct {
	items   store.Handle[data.Item]
	reuses  store.Handle[data.Reuse]
	stories store.Handle[data.ValueStory]
}

// NewState is an empty state, before the first Load.
func NewState(s *store.Store, calendar Calendar, say *words.Say) *State {
	return &State{store: s, calendar: calendar, say: say,
		rows: rows{items: store.Rows(s, store.Items), reuses: store.Rows(s, store.Reuses), stories: store.Rows(s, store.Stories)},
		pile: newPile(&data.Snapshot{}, calendar.Today(), say)}
}

// Read reads the board from the store; it may be called off the window's goroutine.
func (s *State) Read(ctx context.Context, _ *Pile) (*Pile, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return nil, err
	}
	return newPile(snapshot, s.calendar.Today(), s.say), nil
}

// Take shows a board that was read. A filter by somebody who owns nothing any
// more is dropped.
func (s *State) Take(p *Pile) {
	s.pile = p
	s.keepFilters()
	s.settleStory()
}

// Show shows one of the views; the search stays, filters that find nothing there are dropped.
func (s *State) Show(v View) {
	if v == s.view {
		return
	}
	s.view = v
	s.keepFilters()
	if !slices.Contains(s.pile.filters[v].kinds, s.kind) {
		s.kind = ""
	}
}

// View is what is shown.
func (s *State) View() View { return s.view }

// keepFilters drops a filter by somebody who owns nothing in view.
func (s *State) keepFilters() {
	owners := s.pile.filters[s.view].owners
	if s.owner > 0 && !slices.ContainsFunc(owners, func(m data.Member) bool { return m.ID == int64(s.owner) }) {
		s.owner = Everyone
	}
}

// Load reads the board and shows it.
func (s *State) Load(ctx context.Context) error {
	p, err := s.Read(ctx, s.pile)
	if err == nil {
		s.Take(p)
	}
	return err
}

// Search shows the items in which every word is found; accents and case don't matter.
func (s *State) Search(query string) { s.query = query }

// FilterOwner shows the items of one owner, of nobody or of everyone.
func (s *State) FilterOwner(o Owner) { s.owner = o }

// FilterKind shows the items of one kind, or with "" of all.
func (s *State) FilterKind(k data.ItemKind) { s.kind = k }

// ShowAll takes search and filters away.
func (s *State) ShowAll() { s.query, s.owner, s.kind = "", Everyone, "" }

// Filtered tells whether some items may be hidden.
func (s *State) Filtered() bool { return s.query != "" || s.owner != Everyone || s.kind != "" }

// shows tells whether search and filters let an item through.
func (s *State) shows(e *entry, words []string) bool {
	switch {
	case s.kind != "" && e.item.Kind != s.kind,
		s.owner == Nobody && e.item.OwnerID != 0,
		s.owner > 0 && e.item.OwnerID != int64(s.owner):
		return false
	}
	return data.HoldsAll(e.folded, words)
}

// visible are the items of a column that are shown, in their order.
func (s *State) visible(column data.Column) []*entry {
	words := data.SearchedFor(s.query)
	var out []*entry
	for _, e := range s.pile.columns[column] {
		if !e.archived && s.shows(e, words) {
			out = append(out, e)
		}
	}
	return out
}

// Item is an item by its ID.
func (s *State) Item(id int64) (data.Item, bool) {
	e, ok := s.pile.byID[id]
	if !ok {
		return data.Item{}, false
	}
	return *e.item, true
}

// Archived tells whether an item left the board for the archive.
func (s *State) Archived(id int64) bool {
	e, ok := s.pile.byID[id]
	return ok && e.archived
}

// Empty tells whether the community has no items at all.
func (s *State) Empty() bool { return len(s.pile.byID) == 0 }

// Move puts items at a place among the items that are shown, one below the other; those that are hidden or archived keep their
// places around them.
func (s *State) Move(ctx context.Context, ids []int64, to data.Column, index int, parkedReason string) (store.Done, error) {
	return s.store.MoveItems(ctx, ids, to, s.stored(ids, to, index), parkedReason)
}

// stored turns a place among the shown items of a column, the moved ones left
// out, into the place among all of them.
func (s *State) stored(ids []int64, column data.Column, index int) int {
	moves := func(e *entry) bool { return slices.Contains(ids, e.item.ID) }
	var before *entry // the shown item that will stand above
	rest := 0
	for _, e := range s.visible(column) {
		if moves(e) {
			continue
		}
		if rest == index {
			break
		}
		before = e
		rest++
	}
	place := 0
	for _, e := range s.pile.columns[column] {
		if moves(e) {
			continue
		}
		if before == nil {
			// Above the first one shown.
			if s.isShown(e) {
				return place
			}
			place++
			continue
		}
		place++
		if e == before {
			return place
		}
	}
	return place
}

func (s *State) isShown(e *entry) bool {
	return !e.archived && s.shows(e, data.SearchedFor(s.query))
}
