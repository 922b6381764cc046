// Package backlog is the screen of the board: what the community might do, does
// and has done.
package backlog

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "backlog"

// Screen is the page Backlog.
type Screen struct {
	deps    kit.Deps
	state   *State
	deeds   *kit.Deeds
	loading *kit.Loading
	arrival any // what to show once it is loaded

	header  string // the words of chips and filters as they were laid out last
	chips   *kit.ChipRow
	search  *kit.TextField
	owners  *kit.Btn
	kinds   *kit.Btn
	board   *kit.Board
	papers  map[int64]paper
	archive *kit.List[ArchiveRow]
	shelf   fyne.CanvasObject // the archive in its card
	old     bool              // the archive is shown in place of the board
	detail  *detail           // the open dialog of an item, nil for none
	body    *fyne.Container
	content fyne.CanvasObject
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, store Store) *Screen {
	s := &Screen{deps: deps, state: NewState(store, deps.Clock, deps.Say), papers: map[int64]paper{}}
	s.deeds = kit.NewDeeds(deps, s.show)
	s.loading = kit.NewLoading(deps, s.put, s.Load)
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow([]string{say.Text("Board")}, 0, s.chooseChip)
	s.search = kit.NewSearch(say.Text("Find…"), func(query string) {
		s.state.Search(query)
		s.show()
	})
	s.owners = kit.NewMenuBtn(kit.Outlined, say.Text("Everyone"), s.ownerItems)
	s.owners.ID = "backlog.owner"
	s.kinds = kit.NewMenuBtn(kit.Outlined, say.Text("All kinds"), s.kindItems)
	s.kinds.ID = "backlog.kind"
	actions := []fyne.CanvasObject{kit.MinWidth(150, s.search), s.owners, s.kinds}
	if !s.deps.ReadOnly {
		add := kit.NewBtn(kit.Primary, say.Text("New item"), func() { s.deps.Commands.Fire("backlog.add") })
		add.ID = "backlog.add"
		actions = append(actions, add)
	}
	header := kit.NewHeader(kit.Header{Title: say.Text("Backlog"), Chips: s.chips, Actions: actions})
	s.board = kit.NewBoard(nil, kit.BoardOptions{OnMove: s.moved, OnOpen: s.open, Menu: s.menuOf, MoveTo: say.Text("Move to"), Fixed: s.deps.ReadOnly})
	s.buildArchive()
	s.body = kit.Over(kit.Space(0, 0))
	s.content = kit.Screen(header, s.body)
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// Load reads the board again and shows it.
func (s *Screen) Load() {
	s.loading.Run(func(ctx context.Context) (func(), error) {
		pile, err := s.state.Read(ctx)
		return func() {
			s.state.Take(pile)
			s.show()
			s.takeArrival()
			s.arrival = nil
		}, err
	})
}

func (s *Screen) put(o fyne.CanvasObject) { kit.PutInto(s.body, o) }

// show draws everything from the state.
func (s *Screen) show() {
	if !s.loading.Loaded() {
		return
	}
	s.showHeader()
	switch {
	case s.state.Empty():
		s.put(s.firstStep())
	case s.old:
		s.showArchive()
	case s.state.Found() == 0 && s.state.Filtered():
		s.put(s.nothingFound())
	default:
		s.showBoard()
	}
	if s.detail != nil {
		s.detail.show()
	}
}

// showHeader words the chips and filters.
func (s *Screen) showHeader() {
	say := s.deps.Say
	chips := []string{say.Text("Board")}
	archived := s.state.ArchivedCount()
	if archived > 0 {
		chips = append(chips, say.Text("Archive %d", archived))
	}
	s.old = s.old && archived > 0
	chosen := 0
	if s.old {
		chosen = 1
	}
	s.chips.Set(chips, chosen)
	_, owner := s.state.Owners()
	s.owners.SetText(shorten(owner, 24))
	_, kind := s.state.Kinds()
	s.kinds.SetText(kind)
	if words := strings.Join(append(chips, s.owners.Text(), kind), "\n"); words != s.header {
		// Other words want other room.
		s.header = words
		s.content.Refresh()
	}
}

// shorten keeps the words on a button within reason.
func shorten(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return string(runes[:limit-1]) + "…"
}

func (s *Screen) firstStep() fyne.CanvasObject {
	say := s.deps.Say
	action := say.Text("Add the first item")
	if s.deps.ReadOnly {
		action = ""
	}
	return kit.Empty(say.Text("Here stands what the community might do: sessions somebody wants, questions, things worth writing down. "+
		"An item begins as an idea with a title, and moves to the right as people take it up."), action, s.New)
}

func (s *Screen) nothingFound() fyne.CanvasObject {
	say := s.deps.Say
	return kit.Empty(say.Text("No item is found. Titles, texts, owners and kinds are searched."), say.Text("Show all items"), s.showAll)
}

func (s *Screen) showAll() {
	s.state.ShowAll()
	s.search.Reset("")
	s.show()
}

func (s *Screen) chooseChip(index int) {
	s.old = index == 1
	s.show()
}

func (s *Screen) ownerItems() []*fyne.MenuItem {
	choices, _ := s.state.Owners()
	items := make([]*fyne.MenuItem, len(choices))
	for i, c := range choices {
		items[i] = fyne.NewMenuItem(c.Text, func() {
			s.state.FilterOwner(c.Owner)
			s.show()
		})
		items[i].Checked = c.Owner == s.state.owner
	}
	return items
}

func (s *Screen) kindItems() []*fyne.MenuItem {
	choices, _ := s.state.Kinds()
	items := make([]*fyne.MenuItem, len(choices))
	for i, c := range choices {
		items[i] = fyne.NewMenuItem(c.Text, func() {
			s.state.FilterKind(c.Kind)
			s.show()
		})
		items[i].Checked = c.Kind == s.state.kind
	}
	return items
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// New opens the form for another item.
func (s *Screen) New() { s.deps.Commands.Fire("backlog.add") }

// Leave keeps what was typed.
func (s *Screen) Leave() {
	if s.detail != nil {
		s.detail.flush()
	}
}

// Arrive shows one item, by ID, or the items of one kind or column; or begins another item.
func (s *Screen) Arrive(args any) {
	if begun, ok := args.(kit.Begun); ok {
		if item, ok := begun.Row.(data.Item); ok && !s.deps.ReadOnly {
			s.loading.WhenLoaded(func() { s.openAdd(item, begun.Finish) })
		}
		return
	}
	s.arrival = args
	if s.loading.Loaded() {
		s.takeArrival()
	}
}

// takeArrival goes to what was asked for; an item that is not there yet may come with the Load under way.
func (s *Screen) takeArrival() {
	arrival := s.arrival
	switch a := arrival.(type) {
	case int64:
		if _, there := s.state.Item(a); !there {
			return
		}
		s.arriveAt(a)
	case data.Column:
		if items := s.state.visible(a); len(items) > 0 {
			s.arriveAt(items[0].item.ID)
		}
	case data.ItemKind:
		s.state.FilterKind(a)
		s.show()
	}
	s.arrival = nil
}

// arriveAt brings an item into view and gives it the focus.
func (s *Screen) arriveAt(id int64) {
	item, ok := s.state.Item(id)
	if !ok {
		return
	}
	if s.state.Archived(id) {
		s.old = true
		s.show()
		s.archive.Select(id)
		return
	}
	s.old = false
	if !s.state.isShown(s.state.pile.byID[id]) {
		s.state.ShowAll()
		s.search.Reset("")
	}
	s.show()
	if item.Column == data.ColumnParked {
		s.board.Fold(string(data.ColumnParked), false)
	}
	s.board.FocusItem(id)
}

// buildArchive makes the list of what has left the board.
func (s *Screen) buildArchive() {
	say := s.deps.Say
	plain := func(text func(ArchiveRow) string) func(ArchiveRow) []kit.Span {
		return func(r ArchiveRow) []kit.Span { return []kit.Span{kit.Plain(text(r))} }
	}
	title := func(r ArchiveRow) []kit.Span {
		spans := []kit.Span{kit.Bold(r.Title)}
		if r.Outcome != "" {
			spans = append(spans, kit.Span{Text: "\n" + r.Outcome, Color: look.ColorMuted, Size: look.SizeSmall})
		}
		return spans
	}
	s.archive = kit.NewList(kit.ListOptions[ArchiveRow]{
		Columns: []kit.Column[ArchiveRow]{
			{ID: "title", Title: say.Text("Finished"), Weight: 3, Text: title},
			{ID: "kind", Title: say.Text("Kind"), Fixed: 110, HideBelow: 460, Chip: func(r ArchiveRow) (kit.Tone, string) { return kit.PlainTone, r.Kind }},
			{ID: "owner", Title: say.Text("Owner"), Weight: 1.5, HideBelow: 560, Text: plain(func(r ArchiveRow) string { return r.Owner })},
			{ID: "done", Title: say.Text("Done on"), Fixed: 100, Text: plain(func(r ArchiveRow) string { return r.Done })},
			{ID: "reused", Title: say.Text("Used again"), Fixed: 90, HideBelow: 640, Text: plain(func(r ArchiveRow) string { return r.Reused })},
		},
		Key:    func(r ArchiveRow) int64 { return r.ID },
		OnOpen: func(r ArchiveRow) { s.open(r.ID) },
		Menu:   func(r ArchiveRow) []*fyne.MenuItem { return s.archiveMenu(r.ID) },
	})
	card := kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 10, Right: 14, Bottom: 14, Left: 14}}, s.archive)
	s.shelf = kit.Fit(card)
}

func (s *Screen) showArchive() {
	rows := s.state.Archive()
	if len(rows) == 0 {
		s.put(s.nothingFound())
		return
	}
	s.archive.SetRows(rows)
	s.put(s.shelf)
}
