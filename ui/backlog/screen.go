// Package backlog is the screen of the board: what the community might do, does
// and has done.
package backlog

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// Page is the screen's name for Deps.Go.
const Page = "backlog"

// Screen is the page Backlog.
type Screen struct {
	*kit.ScreenOf[*Pile]
	deps    kit.Deps
	state   *State
	deeds   *kit.Deeds
	arrival any // what to show once it is loaded

	header   string // the words of chips, filters and deed as they were laid out last
	chips    *kit.ChipRow
	search   *kit.TextField
	owners   *kit.Btn
	kinds    *kit.Btn
	primary  *kit.Btn // nil in a file that is only read
	bring    *kit.Btn // as primary
	board    *kit.Board
	choosing *kit.Choosing     // below it while several are chosen
	boardBox fyne.CanvasObject // both
	papers   map[int64]paper
	library  *library
	stories  *stories
	lists    map[View]kit.Shower // what each view lists, to be made a document
	detail   *detail             // the open dialog of an item, nil for none
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say), papers: map[int64]paper{}}
	s.deeds = kit.NewDeeds(deps, s.show)
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow([]string{say.Text("Board")}, 0, func(chip int) { s.showView(View(chip)) })
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
		s.primary = kit.NewBtn(kit.Primary, say.Text("New item"), func() { s.deps.Commands.Fire(s.primary.ID) })
		s.primary.ID = "backlog.add"
		s.bring = kit.NewBtn(kit.Outlined, say.Text("Bring in…"), func() { s.deps.Commands.Fire("backlog.bring") })
		s.bring.ID = "backlog.bring"
		actions = append(actions, s.bring, s.primary)
	}
	header := kit.NewHeader(kit.Header{Title: say.Text("Backlog"), Chips: s.chips, Actions: actions})
	s.board = kit.NewBoard(nil, kit.BoardOptions{OnOpen: s.open, OnRename: s.rename, Menu: s.menuOf, Last: s.lastOf, MoveTo: say.Text("Move to"), Fixed: s.deps.ReadOnly,
		OnMove:     func(id int64, column string, index int) { s.moved([]int64{id}, column, index) },
		OnMoveMany: s.moved, OnMark: s.deps.OnMark(func() { s.choosing.Show() }),
		Several:  func(n int) string { return say.Count(n, "%d item", "%d items") },
		OnAdd:    func(column string) { s.openLines(data.Column(column)) },
		OnDelete: func(int64) { s.deps.FireOrTell("backlog.remove") },
	})
	s.choosing = s.newChoosing(s.board, nil, s.board.FocusMarked, func() { s.boardBox.Refresh() })
	s.boardBox = kit.Fill(10, nil, s.board, s.choosing.Foot())
	s.lists = map[View]kit.Shower{Board: boardShown{s}}
	s.library, s.stories = newLibrary(s), newStories(s)
	s.Lay(header)
	s.TakeAll()
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows a pile that was read.
func (s *Screen) take(p *Pile) {
	s.state.Take(p)
	s.show()
	s.takeArrival()
	s.arrival = nil
}

// show draws everything from the state.
func (s *Screen) show() {
	if !s.Loaded() {
		return
	}
	s.showHeader()
	switch s.state.View() {
	case Library:
		s.Put(s.library.show())
	case Stories:
		s.Put(s.stories.show())
	default:
		s.showBoard()
		s.board.Follow(s.search)
	}
	if s.detail != nil {
		s.detail.show()
	}
}

// showView shows the board, the library or the stories; what was typed into a story is kept first.
func (s *Screen) showView(v View) {
	s.stories.flush()
	s.state.Show(v)
	s.show()
}

// showHeader words the chips, the filters and the deed.
func (s *Screen) showHeader() {
	say := s.deps.Say
	chips := []string{say.Text("Board"), say.Text("Library"), say.Text("Stories")}
	if n := s.state.LibraryCount(); n > 0 {
		chips[Library] = say.Text("Library %d", n)
	}
	if n := s.state.StoryCount(); n > 0 {
		chips[Stories] = say.Text("Stories %d", n)
	}
	view := s.state.View()
	s.chips.Set(chips, int(view))
	_, owner := s.state.Owners()
	s.owners.SetText(shorten(owner, 24))
	_, kind := s.state.Kinds()
	s.kinds.SetText(kind)
	s.owners.Hidden, s.kinds.Hidden = view == Stories, view == Stories
	words := strings.Join(append(chips, s.owners.Text(), kind, s.showPrimary(view)), "\n")
	if words != s.header {
		// Other words want other room.
		s.header = words
		s.Content().Refresh()
	}
}

// showPrimary offers what can be added to the view.
func (s *Screen) showPrimary(view View) string {
	if s.primary == nil {
		return ""
	}
	say := s.deps.Say
	s.bring.Hidden = view != Board
	switch view {
	case Library:
		s.primary.ID = "backlog.made"
		s.primary.SetText(say.Text("Add to the library"))
	case Stories:
		s.primary.ID = "backlog.tell"
		s.primary.SetText(say.Text("Write a story"))
	default:
		s.primary.ID = "backlog.add"
		s.primary.SetText(say.Text("New item"))
	}
	return s.primary.Text()
}

func (s *Screen) firstStep() fyne.CanvasObject {
	say := s.deps.Say
	action := say.Text("Add the first item")
	if s.deps.ReadOnly {
		action = ""
	}
	return kit.Empty(say.Text("Here stands what the community might do: events somebody wants, questions, things worth writing down. "+
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

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// New opens the form for whatever is listed in the view.
func (s *Screen) New() {
	if s.primary != nil {
		s.deps.Commands.Fire(s.primary.ID)
	}
}

// Leave keeps what was typed.
func (s *Screen) Leave() {
	s.stories.flush()
	if s.detail != nil {
		s.detail.flush()
	}
}

// Arrive shows one item, by ID, the items of one kind or column, one of the views, or an item or story on the red thread, opened;
// or begins another item or story.
func (s *Screen) Arrive(args any) {
	if begun, ok := args.(kit.Begun); ok {
		s.begin(begun)
		return
	}
	s.arrival = args
	if s.Loaded() {
		s.takeArrival()
	}
}

// begin opens the form of what is known in part already.
func (s *Screen) begin(begun kit.Begun) {
	if s.deps.ReadOnly {
		return
	}
	switch row := begun.Row.(type) {
	case data.Item:
		s.WhenLoaded(func() {
			s.showView(Board)
			s.openAdd(row, begun.Finish)
		})
	case data.ValueStory:
		s.WhenLoaded(func() {
			s.showView(Stories)
			s.openTell(s.state.FillStory(row), begun.Finish)
		})
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
	case data.Place:
		if !s.arriveOnThread(a) {
			return
		}
	case data.Column:
		s.showView(Board)
		if items := s.state.visible(a); len(items) > 0 {
			s.arriveAt(items[0].item.ID)
		}
	case data.ItemKind:
		s.showView(Board)
		s.state.FilterKind(a)
		s.show()
	case shelfPlace:
		if _, there := s.state.Item(int64(a)); !there {
			return
		}
		s.arriveOnShelf(int64(a))
	case View:
		s.showView(a)
	}
	s.arrival = nil
}

// arriveOnThread opens what the red thread leads to, from where it leads on; there tells whether it is there.
func (s *Screen) arriveOnThread(node data.Place) (there bool) {
	switch node.Kind {
	case data.PlaceBoard:
		if there = true; node.ID != 0 {
			_, there = s.state.Item(node.ID)
			s.arriveAt(node.ID)
		}
	case data.PlaceStories:
		there = true
		s.showView(Stories)
	case data.PlaceItem:
		if _, there = s.state.Item(node.ID); there {
			s.arriveAt(node.ID)
			s.open(node.ID)
		}
	case data.PlaceStory:
		there = s.arriveAtStory(node.ID)
	}
	return there
}

// arriveAtStory shows a story, whatever is searched for.
func (s *Screen) arriveAtStory(id int64) bool {
	s.stories.flush()
	if !s.state.SelectStory(id) {
		return false
	}
	s.state.ShowAll()
	s.search.Reset("")
	s.showView(Stories)
	return true
}

// arriveAt brings an item into view and gives it the focus.
func (s *Screen) arriveAt(id int64) {
	item, ok := s.state.Item(id)
	if !ok {
		return
	}
	if s.state.Archived(id) {
		s.arriveOnShelf(id)
		return
	}
	s.showView(Board)
	if !s.state.isShown(s.state.pile.byID[id]) {
		s.showAll()
	}
	if item.Column == data.ColumnParked {
		s.board.Fold(string(data.ColumnParked), false)
	}
	s.board.FocusItem(id)
}

// shelfPlace is the ID of something to show in the library, though the board may show it, too.
type shelfPlace int64

// arriveOnShelf selects an item in the library, whatever is searched for.
func (s *Screen) arriveOnShelf(id int64) {
	s.showView(Library)
	if !s.library.selects(id) {
		s.showAll()
		s.library.selects(id)
	}
}

// showThread fills the section of the red thread, reckoned away from the window; wanted tells whether the same thing is still shown.
func (s *Screen) showThread(thread *kit.Thread, node data.Place, wanted func() bool, then func()) {
	pile := s.state.pile
	s.deps.Runner.Run(func() func() {
		v := pile.Thread(node)
		return func() {
			if wanted() {
				thread.Set(v)
				then()
			}
		}
	})
}
