package backlog

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/ui/kit"
)

// register makes the screen's deeds known. Those on an item are about the one with the focus and name it.
func (s *Screen) register() {
	say := s.deps.Say
	writable := func() bool { return !s.deps.ReadOnly }
	s.deps.Commands.Add(
		&kit.Command{ID: "backlog.add", Title: say.Text("New item"), Enabled: writable, Do: func() { s.here(func() { s.openAdd(data.Item{}, nil) }) }},
		&kit.Command{ID: "backlog.lines", Title: say.Text("Add several items, one a line"), Enabled: writable,
			Do: func() { s.hereIn(Board, func() { s.openLines(data.ColumnIdea) }) }},
		&kit.Command{ID: "backlog.bring", Title: say.Text("Bring in items…"), Enabled: func() bool { return writable() && s.deps.Go != nil },
			Do: func() { s.deps.Go("intake", kit.Bring{Likely: exchange.Items}) }},
		&kit.Command{ID: "backlog.made", Title: say.Text("Add to the library"), Enabled: writable, Do: func() { s.hereIn(Library, s.openMade) }},
		&kit.Command{ID: "backlog.tell", Title: say.Text("Write a story"), Enabled: writable,
			Do: func() { s.hereIn(Stories, func() { s.openTell(data.ValueStory{}, nil) }) }},
		&kit.Command{ID: "backlog.library", Title: say.Text("Show the library"), Do: func() { s.hereIn(Library, func() {}) }},
		&kit.Command{ID: "backlog.columns", Title: say.Text("Choose the columns of the library"), Do: func() { s.hereIn(Library, s.library.list.OpenColumns) }},
		&kit.Command{ID: "backlog.stories", Title: say.Text("Show the stories"), Do: func() { s.hereIn(Stories, func() {}) }},
		s.about("backlog.open", say.Text("Open the item"), func(t string) string { return say.Text("Open “%s”", t) }, nil, s.open),
		s.about("backlog.vote", say.Text("Add a vote"), func(t string) string { return say.Text("Add a vote to “%s”", t) }, s.mayChange, s.voteFor),
		s.about("backlog.unvote", say.Text("Take a vote away"), func(t string) string { return say.Text("Take a vote from “%s”", t) },
			func(i data.Item) bool { return s.mayChange(i) && i.Votes > 0 }, s.unvote),
		s.about("backlog.answered", say.Text("Note who answered"), func(t string) string { return say.Text("Note who answered “%s”", t) },
			s.mayAnswer, s.askAnswered),
		s.about("backlog.used", say.Text("Note that it was used again"), func(t string) string { return say.Text("Note that “%s” was used again", t) },
			s.isDone, s.askReuse),
		s.about("backlog.tellOf", say.Text("Tell what came of the item"), func(t string) string { return say.Text("Tell what came of “%s”", t) },
			s.isDone, s.tellOf),
	)
	s.registerChosen()
	s.registerMoves()
	s.deps.Commands.Add(
		s.onChosen("backlog.remove", say.Text("Remove the item"), func(n int, title string) string {
			return say.Count(n, "Remove “%[2]s”", "Remove %[1]d items", title)
		}, nil, s.remove),
		&kit.Command{ID: "backlog.untell", Title: say.Text("Remove the story"), Named: s.untellTitle,
			Enabled: func() bool { return !s.deps.ReadOnly && len(s.storiesChosen()) > 0 }, Do: func() { s.removeStories(s.storiesChosen()) }},
	)
}

// storiesChosen are the stories a deed is about, none in another view.
func (s *Screen) storiesChosen() []int64 {
	if !s.Loaded() || s.state.View() != Stories {
		return nil
	}
	return s.stories.chosen()
}

func (s *Screen) untellTitle() string {
	ids := s.storiesChosen()
	if len(ids) == 0 {
		return ""
	}
	return s.deps.Say.Count(len(ids), "Remove “%[2]s”", "Remove %[1]d stories", s.state.StoryTitle(ids[0]))
}

// registerMoves makes known the moves to a column and those by one place.
func (s *Screen) registerMoves() {
	say := s.deps.Say
	for _, column := range data.Columns {
		name := say.Of(column.Phrase())
		s.deps.Commands.Add(s.onChosen("backlog.move."+string(column), say.Text("Move the item to %s", name),
			func(n int, title string) string {
				return say.Count(n, "Move “%[2]s” to %[3]s", "Move %[1]d items to %[3]s", title, name)
			},
			func(i data.Item) bool { return i.Column != column },
			func(ids []int64) { s.moved(ids, string(column), atEnd) }))
	}
	for _, step := range []struct {
		id, title string
		key       fyne.KeyName
	}{
		{"backlog.left", say.Text("Move the item to the left"), fyne.KeyLeft},
		{"backlog.right", say.Text("Move the item to the right"), fyne.KeyRight},
		{"backlog.up", say.Text("Move the item up"), fyne.KeyUp},
		{"backlog.down", say.Text("Move the item down"), fyne.KeyDown},
	} {
		keys := &desktop.CustomShortcut{KeyName: step.key, Modifier: fyne.KeyModifierAlt}
		s.deps.Commands.Add(&kit.Command{ID: step.id, Title: step.title, Shortcut: keys,
			Enabled: func() bool { return !s.deps.ReadOnly && s.board.Focused() != 0 }, Do: func() { s.press(keys) }})
	}
}

// press hands keys to the item with the focus, which knows what they mean.
func (s *Screen) press(keys fyne.Shortcut) {
	if c := s.deps.Canvas(); c != nil {
		if f, ok := c.Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(keys)
		}
	}
}

// about is a command about the item with the focus; while several are chosen it is not its.
func (s *Screen) about(id, title string, named func(title string) string, may func(data.Item) bool, do func(id int64)) *kit.Command {
	return &kit.Command{
		ID: id, Title: title,
		Named: func() string {
			if item, ok := s.current(); ok {
				return named(item.Title)
			}
			return ""
		},
		Enabled: func() bool {
			item, ok := s.current()
			return ok && !s.several() && (may == nil || may(item))
		},
		Do: func() {
			if item, ok := s.current(); ok {
				do(item.ID)
			}
		},
	}
}

// current is the item with the focus, or the one selected in the library.
func (s *Screen) current() (data.Item, bool) {
	switch {
	case !s.Loaded() || s.state.View() == Stories:
		return data.Item{}, false
	case s.state.View() == Library:
		row, _ := s.library.list.Selected()
		return s.state.Item(row.ID)
	}
	return s.state.Item(s.board.Focused())
}

func (s *Screen) mayChange(data.Item) bool { return !s.deps.ReadOnly }

func (s *Screen) mayAnswer(i data.Item) bool {
	return s.mayChange(i) && i.Kind == data.KindHelpRequest
}

func (s *Screen) isDone(i data.Item) bool { return s.mayChange(i) && i.Column == data.ColumnDone }

// here does something on this page, wherever it was asked for.
func (s *Screen) here(do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	do()
}

// hereIn does something in a view of this page, wherever it was asked for.
func (s *Screen) hereIn(v View, do func()) {
	s.here(func() {
		s.WhenLoaded(func() {
			s.showView(v)
			do()
		})
	})
}

// menuOf is what the context menu of an item offers before "Move to", or of all that are chosen with it.
func (s *Screen) menuOf(id int64) []*fyne.MenuItem {
	say := s.deps.Say
	open := fyne.NewMenuItem(say.Text("Open"), func() { s.open(id) })
	item, ok := s.state.Item(id)
	if s.deps.ReadOnly || !ok {
		return []*fyne.MenuItem{open}
	}
	ids := s.withMarked(id)
	return append(s.deedsOn(ids, item, open), s.menusOn(ids)...)
}

// lastOf is what it offers after "Move to": what takes away.
func (s *Screen) lastOf(id int64) []*fyne.MenuItem {
	if _, there := s.state.Item(id); s.deps.ReadOnly || !there {
		return nil
	}
	ids := s.withMarked(id)
	return []*fyne.MenuItem{fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.deps.Say.Text("Remove"), func() { s.remove(ids) })}
}

// withMarked are an item, and all that are chosen with it.
func (s *Screen) withMarked(id int64) []int64 {
	if marked := s.marked(); slices.Contains(marked, id) {
		return marked
	}
	return []int64{id}
}

// deedsOn are what a menu offers to be done with one item, and nothing for several.
func (s *Screen) deedsOn(ids []int64, item data.Item, open *fyne.MenuItem) []*fyne.MenuItem {
	if len(ids) > 1 {
		return nil
	}
	say, id := s.deps.Say, ids[0]
	items := []*fyne.MenuItem{open, fyne.NewMenuItem(say.Text("Add a vote"), func() { s.voteFor(id) })}
	if item.Votes > 0 {
		items = append(items, fyne.NewMenuItem(say.Text("Take a vote away"), func() { s.unvote(id) }))
	}
	if s.mayAnswer(item) {
		items = append(items, fyne.NewMenuItem(say.Text("Note who answered"), func() { s.askAnswered(id) }))
	}
	if s.isDone(item) {
		items = append(items, fyne.NewMenuItem(say.Text("Note that it was used again"), func() { s.askReuse(id) }),
			fyne.NewMenuItem(say.Text("Tell what came of it"), func() { s.tellOf(id) }))
	}
	return append(items, fyne.NewMenuItemSeparator())
}

// menusOn are the fields of items that a menu offers to change.
func (s *Screen) menusOn(ids []int64) []*fyne.MenuItem {
	say := s.deps.Say
	under := func(text string, choices []*fyne.MenuItem) *fyne.MenuItem {
		item := fyne.NewMenuItem(text, nil)
		item.ChildMenu = fyne.NewMenu("", choices...)
		return item
	}
	return []*fyne.MenuItem{under(say.Text("Owner"), s.ownerChoices(ids)), under(say.Text("Due"), s.dueChoices(ids)),
		under(say.Text("Kind"), s.kindChoices(ids)), fyne.NewMenuItem(say.Text("Add a link…"), func() { s.askLink(ids) })}
}

func (s *Screen) voteFor(id int64) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.AddVotes(ctx, id, 1) }, nil)
}

func (s *Screen) unvote(id int64) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.AddVotes(ctx, id, -1) }, nil)
}
