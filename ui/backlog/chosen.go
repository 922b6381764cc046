package backlog

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/reports"
	"copleader/ui/kit"
)

// Several items can be chosen together, on the board and in the library; what is done to them is one deed (data/README.md, Several at
// once).

// marked are the items chosen together in the view; none while a deed is about one.
func (s *Screen) marked() []int64 {
	switch {
	case !s.Loaded():
		return nil
	case s.state.View() == Board:
		return s.board.Marked()
	case s.state.View() == Library:
		return s.library.list.Marked()
	}
	return nil
}

// several tells that items are chosen together.
func (s *Screen) several() bool { return len(s.marked()) > 0 }

// chosen are those a deed is about: all that are chosen together, else the one with the focus or selected.
func (s *Screen) chosen() []int64 {
	if ids := s.marked(); len(ids) > 0 {
		return ids
	}
	if item, ok := s.current(); ok {
		return []int64{item.ID}
	}
	return nil
}

// titleOf is the title of a single item, "" where there are several, which are counted.
func (s *Screen) titleOf(ids []int64) string {
	if len(ids) != 1 {
		return ""
	}
	item, _ := s.state.Item(ids[0])
	return item.Title
}

// onChosen is a command on all items chosen, or on the one with the focus, which is named; may tells whether it can be done to one alone,
// nil where it always can.
func (s *Screen) onChosen(id, title string, named func(n int, title string) string, may func(data.Item) bool, do func(ids []int64)) *kit.Command {
	return &kit.Command{ID: id, Title: title,
		Named: func() string {
			ids := s.chosen()
			if len(ids) == 0 {
				return ""
			}
			return named(len(ids), s.titleOf(ids))
		},
		Enabled: func() bool {
			if s.deps.ReadOnly || s.several() {
				return !s.deps.ReadOnly
			}
			item, ok := s.current()
			return ok && (may == nil || may(item))
		},
		Do: func() {
			if ids := s.chosen(); len(ids) > 0 {
				do(ids)
			}
		}}
}

// registerChosen makes known what can be done to several at once.
func (s *Screen) registerChosen() {
	say := s.deps.Say
	s.deps.Commands.Add(
		s.onChosen("backlog.owner", say.Text("Change the owner"), func(n int, title string) string {
			return say.Count(n, "Change the owner of “%[2]s”…", "Change the owner of %[1]d items…", title)
		}, nil, s.askOwner),
		s.onChosen("backlog.due", say.Text("Change the due day"), func(n int, title string) string {
			return say.Count(n, "Change the due day of “%[2]s”…", "Change the due day of %[1]d items…", title)
		}, nil, s.askDue),
		s.onChosen("backlog.kind", say.Text("Change the kind"), func(n int, title string) string {
			return say.Count(n, "Change the kind of “%[2]s”…", "Change the kind of %[1]d items…", title)
		}, nil, s.askKind),
		s.onChosen("backlog.link", say.Text("Add a link"), func(n int, title string) string {
			return say.Count(n, "Add a link to “%[2]s”…", "Add a link to %[1]d items…", title)
		}, nil, s.askLink),
		kit.PrintList(s.deps, "backlog.print", say.Text("Backlog"), func() kit.Shower { return s.lists[s.state.View()] }, s.Loaded),
	)
}

// chosenMenu are the deeds on several, before those that move and remove them.
var chosenMenu = []string{"backlog.owner", "backlog.due", "backlog.kind", "backlog.link", "backlog.print"}

// newChoosing makes what stands below board or library while several are chosen, and below the library, a line, otherwise.
func (s *Screen) newChoosing(rows kit.Choosable, line fyne.CanvasObject, back, changed func()) *kit.Choosing {
	say, deps := s.deps.Say, s.deps
	menu := func(id, words string, items func(ids []int64) []*fyne.MenuItem) *kit.Btn {
		return deps.ChosenMenuBtn(id, words, func() []*fyne.MenuItem { return items(s.chosen()) })
	}
	return kit.NewChoosing(deps, kit.ChoosingOptions{Rows: rows, Line: line, Back: back, Changed: changed,
		Count: func(n int) string { return say.Count(n, "%d item chosen", "%d items chosen") },
		Buttons: []*kit.Btn{menu("backlog.move", say.Text("Move to"), s.columnItems), menu("backlog.owner", say.Text("Owner"), s.ownerChoices),
			menu("backlog.due", say.Text("Due"), s.dueChoices), menu("backlog.kind", say.Text("Kind"), s.kindChoices), deps.ChosenBtn("backlog.remove", say.Text("Remove"))},
		More: func() []*fyne.MenuItem {
			move := fyne.NewMenuItem(say.Text("Move to"), nil)
			move.ChildMenu = fyne.NewMenu("", s.columnItems(s.chosen())...)
			items := append(deps.Commands.Menu("", chosenMenu...).Items, move)
			return append(items, deps.Commands.Menu("", "backlog.move.parked", "", "backlog.remove").Items...)
		},
	})
}

// listLine stands below a list: the way to its columns, where they can be chosen, and to paper.
func (s *Screen) listLine(columns *kit.LinkBtn) fyne.CanvasObject {
	cells := []kit.Cell{kit.Spring()}
	if columns != nil {
		cells = append(cells, kit.Own(columns))
	}
	return kit.Pad(kit.Edges{Right: 10, Left: 10}, kit.Row(kit.RowOptions{Gap: 14, Align: kit.Middle}, append(cells, kit.Own(s.deps.PrintLink("backlog.print")))...))
}

// PrintsList is the command that makes a document of what the view shows.
func (s *Screen) PrintsList() string { return "backlog.print" }

// boardShown is the board as a list.
type boardShown struct{ screen *Screen }

// MarkCount is how many items are chosen.
func (b boardShown) MarkCount() int { return b.screen.board.MarkCount() }

// AsShown are the items of the board, or those chosen, under the headings of their columns.
func (b boardShown) AsShown(title string) *reports.List {
	return b.screen.state.BoardList(title, b.screen.board.Marked())
}

// ChooseAll chooses all that are shown.
func (s *Screen) ChooseAll() {
	switch {
	case s.deps.ReadOnly || !s.Loaded():
	case s.state.View() == Board:
		s.board.MarkAll()
		if ids := s.board.Marked(); len(ids) > 0 && s.board.Focused() == 0 {
			s.board.FocusItem(ids[0])
		}
	case s.state.View() == Library:
		s.deps.Focus(s.library.list)
		s.library.list.MarkAll()
	default:
		s.deps.Focus(s.stories.list)
		s.stories.list.MarkAll()
	}
}

// StepOut leaves one selected where several are chosen.
func (s *Screen) StepOut() bool {
	switch {
	case !s.Loaded():
		return false
	case s.state.View() == Board:
		return s.board.Unmark()
	case s.state.View() == Library:
		return s.library.list.Unmark()
	}
	return s.stories.list.Unmark()
}

// offerUndo says what was done to some items, with a button that takes it back; they are chosen again then.
func (s *Screen) offerUndo(ids []int64, text string, done store.Done) {
	s.deeds.OfferUndo(text, done.Undo, func() { s.chooseAgain(ids) })
}

// chooseAgain chooses items that are back.
func (s *Screen) chooseAgain(ids []int64) {
	if len(ids) == 1 {
		s.Arrive(ids[0])
		return
	}
	s.WhenLoaded(func() {
		if s.state.View() == Library {
			s.library.list.Mark(ids...)
			return
		}
		s.board.FocusItem(ids[0])
		s.board.Mark(ids...)
	})
}
