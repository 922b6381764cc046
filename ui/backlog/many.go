package backlog

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// columnItems are the columns to which some items can be moved.
func (s *Screen) columnItems(ids []int64) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range data.Columns {
		if at, same := s.common(ids, func(i data.Item) any { return i.Column }); !same || at != any(c) {
			items = append(items, fyne.NewMenuItem(s.deps.Say.Of(c.Phrase()), func() { s.moved(ids, string(c), atEnd) }))
		}
	}
	return items
}

// common is what is the same of some items, and whether it is.
func (s *Screen) common(ids []int64, of func(data.Item) any) (what any, same bool) {
	for n, id := range ids {
		item, _ := s.state.Item(id)
		if own := of(item); n == 0 {
			what = own
		} else if own != what {
			return nil, false
		}
	}
	return what, len(ids) > 0
}

// choice is an item of a menu, ticked where all of some items are so already.
func (s *Screen) choice(ids []int64, text string, value any, of func(data.Item) any, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(text, do)
	now, same := s.common(ids, of)
	item.Checked = same && now == value
	return item
}

// ownersOffered is how many people a menu of owners names; the others are chosen in a form.
const ownersOffered = 8

// ownerChoices are who may own some items: those who own others on the board, and whoever else.
func (s *Screen) ownerChoices(ids []int64) []*fyne.MenuItem {
	say := s.deps.Say
	owner := func(i data.Item) any { return i.OwnerID }
	items := []*fyne.MenuItem{s.choice(ids, say.Text("Nobody yet"), int64(0), owner, func() { s.setOwner(ids, 0) })}
	owners := s.state.Owning()
	for _, m := range owners[:min(ownersOffered, len(owners))] {
		items = append(items, s.choice(ids, m.Name, m.ID, owner, func() { s.setOwner(ids, m.ID) }))
	}
	return append(items, fyne.NewMenuItem(say.Text("Somebody else…"), func() { s.askOwner(ids) }))
}

// dueChoices are the days by which things are usually due.
func (s *Screen) dueChoices(ids []int64) []*fyne.MenuItem {
	say := s.deps.Say
	due := func(i data.Item) any { return i.Due }
	var items []*fyne.MenuItem
	for _, d := range s.state.DueDays() {
		items = append(items, s.choice(ids, d.Text, d.On, due, func() { s.setDue(ids, d.On) }))
	}
	return append(items, s.choice(ids, say.Text("No day"), data.Date(0), due, func() { s.setDue(ids, 0) }),
		fyne.NewMenuItem(say.Text("Another day…"), func() { s.askDue(ids) }))
}

// kindChoices are the kinds some items can be of.
func (s *Screen) kindChoices(ids []int64) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, k := range data.ItemKinds {
		items = append(items, s.choice(ids, kindName(s.deps.Say, k), k, func(i data.Item) any { return i.Kind }, func() { s.setKind(ids, k) }))
	}
	return items
}

// change changes some items as one deed, and says so with a way back.
func (s *Screen) change(ids []int64, deed store.Deed, told string, change func(*data.Item)) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		return s.state.store.ChangeItems(ctx, deed, ids, change)
	}, func(done store.Done) { s.offerUndo(ids, told, done) })
}

// askChange asks for a field of some items, and changes it of all of them.
func (s *Screen) askChange(ids []int64, form *kit.RowForm, f kit.Form, deed store.Deed, told func() string, change func(*data.Item)) {
	form.OpenMany(s.deeds, f, func(ctx context.Context) (store.Done, error) {
		return s.state.store.ChangeItems(ctx, deed, ids, change)
	}, func(done store.Done) { s.offerUndo(ids, told(), done) })
}

// What the history calls the deeds on several items.
var (
	ownerDeed = store.Deed{Key: "change the owner of %d item", Many: "change the owner of %d items"}
	dueDeed   = store.Deed{Key: "change the due day of %d item", Many: "change the due day of %d items"}
	kindDeed  = store.Deed{Key: "change the kind of %d item", Many: "change the kind of %d items"}
	linkDeed  = store.Deed{Key: "add a link to %d item", Many: "add a link to %d items"}
)

func (s *Screen) setOwner(ids []int64, owner int64) {
	s.change(ids, ownerDeed, s.ownerTold(ids, owner), func(i *data.Item) { i.OwnerID = owner })
}

// ownerTold says whose some items are now.
func (s *Screen) ownerTold(ids []int64, owner int64) string {
	say, n, title, name := s.deps.Say, len(ids), s.titleOf(ids), s.state.pile.nameOf(owner)
	if owner == 0 {
		return say.Count(n, "“%[2]s” is nobody's yet.", "%[1]d items are nobody's yet.", title)
	}
	return say.Count(n, "“%[2]s” is with %[3]s now.", "%[1]d items are with %[3]s now.", title, name)
}

func (s *Screen) askOwner(ids []int64) {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	var row data.Item
	if owner, same := s.common(ids, func(i data.Item) any { return i.OwnerID }); same {
		row.OwnerID, _ = owner.(int64)
	}
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).Line("owner")
	form.Offer("owner", withNone(say.Text("Nobody yet"), s.state.People(row.OwnerID)))
	s.askChange(ids, form, kit.Form{
		Title:    say.Count(n, "Change the owner of “%[2]s”", "Change the owner of %[1]d items", title),
		SaveText: say.Text("Change the owner"),
	}, ownerDeed, func() string { return s.ownerTold(ids, row.OwnerID) }, func(i *data.Item) { i.OwnerID = row.OwnerID })
}

func (s *Screen) setDue(ids []int64, due data.Date) {
	s.change(ids, dueDeed, s.dueTold(ids, due), func(i *data.Item) { i.Due = due })
}

// dueTold says when some items are due now.
func (s *Screen) dueTold(ids []int64, due data.Date) string {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	if due == 0 {
		return say.Count(n, "“%[2]s” is due on no day.", "%[1]d items are due on no day.", title)
	}
	return say.Count(n, "“%[2]s” is due %[3]s.", "%[1]d items are due %[3]s.", title, say.OnWeekday(due))
}

func (s *Screen) askDue(ids []int64) {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	var row data.Item
	if due, same := s.common(ids, func(i data.Item) any { return i.Due }); same {
		row.Due, _ = due.(data.Date)
	}
	s.askChange(ids, kit.NewRowForm(s.deps, &row, data.ItemFields).Line("due"), kit.Form{
		Title:    say.Count(n, "Change the due day of “%[2]s”", "Change the due day of %[1]d items", title),
		SaveText: say.Text("Change the day"),
	}, dueDeed, func() string { return s.dueTold(ids, row.Due) }, func(i *data.Item) { i.Due = row.Due })
}

func (s *Screen) setKind(ids []int64, k data.ItemKind) {
	s.change(ids, kindDeed, s.kindTold(ids, k), func(i *data.Item) { i.Kind = k })
}

func (s *Screen) kindTold(ids []int64, k data.ItemKind) string {
	say := s.deps.Say
	return say.Count(len(ids), "“%[2]s” is of the kind “%[3]s” now.", "%[1]d items are of the kind “%[3]s” now.", s.titleOf(ids), kindName(say, k))
}

func (s *Screen) askKind(ids []int64) {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	row := data.Item{Kind: data.KindEventIdea}
	if kind, same := s.common(ids, func(i data.Item) any { return i.Kind }); same {
		row.Kind, _ = kind.(data.ItemKind)
	}
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).Line("kind")
	form.Offer("kind", kindOptions(say, data.ItemKinds))
	s.askChange(ids, form, kit.Form{
		Title:    say.Count(n, "Change the kind of “%[2]s”", "Change the kind of %[1]d items", title),
		SaveText: say.Text("Change the kind"),
	}, kindDeed, func() string { return s.kindTold(ids, row.Kind) }, func(i *data.Item) { i.Kind = row.Kind })
}

// askLink asks for a link, which every one of some items gets that does not have it.
func (s *Screen) askLink(ids []int64) {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	var row data.Item
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).Line("links").Tall(1, "links").Ask("links", say.Text("Link"))
	form.OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Add a link to “%[2]s”", "Add a link to %[1]d items", title),
		SaveText: say.Text("Add the link"),
	}, func(ctx context.Context) (store.Done, error) {
		if len(row.Links) == 0 {
			return store.Done{}, data.Invalid("links", "Please fill this in.")
		}
		return s.state.store.ChangeItems(ctx, linkDeed, ids, func(i *data.Item) { i.Links = i.Links.With(row.Links, 0) })
	}, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "“%[2]s” has the link.", "%[1]d items have the link.", title), done)
	})
}

// remove takes items off the board and offers to bring them back.
func (s *Screen) remove(ids []int64) {
	told := s.deps.Say.Count(len(ids), "“%[2]s” was removed.", "%[1]d items were removed.", s.titleOf(ids))
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.RemoveItems(ctx, ids) },
		func(done store.Done) { s.offerUndo(ids, told, done) })
}

// openLines asks for several items at once, a line each: the quick way into a column.
func (s *Screen) openLines(column data.Column) {
	say := s.deps.Say
	row := data.Item{Kind: s.state.LastKind(), Column: column}
	lines, typed := kit.NewArea(3, ""), ""
	lines.ID = "lines"
	var items []data.Item
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).
		AlsoRead(kit.FormField{Name: "title", Label: say.Text("What, one a line"), Hint: say.Text("Ctrl+Enter adds them."), Input: lines},
			func() { typed = lines.Text }).Line("kind", "column")
	form.Offer("kind", kindOptions(say, data.ItemKinds))
	form.Offer("column", kit.OptionsOf(say, data.Columns)[:5])
	form.OpenMany(s.deeds, kit.Form{Title: say.Text("Add to the board"), SaveText: say.Text("Add them")}, func(ctx context.Context) (store.Done, error) {
		var err error
		if items, err = itemsIn(typed, row); err != nil {
			return store.Done{}, err
		}
		return s.state.store.AddItems(ctx, items)
	}, func(done store.Done) {
		ids := make([]int64, len(items))
		for n := range items {
			ids[n] = items[n].ID
		}
		s.arriveAtNew(ids)
		s.deeds.OfferUndo(say.Count(len(ids), "“%[2]s” was added.", "%[1]d items were added.", items[0].Title), done.Undo, nil)
	})
}

// itemsIn are the items that stand in a text, one a line, each like the one given.
func itemsIn(text string, like data.Item) ([]data.Item, error) {
	var items []data.Item
	most := data.ItemFields.Of("title").Limit
	for n, line := range data.ParseLines(text) {
		if len([]rune(line)) > most {
			return nil, data.Invalid("title", "Line %d is longer than %d characters. Please shorten it.", n+1, most)
		}
		like.Title = line
		items = append(items, like)
	}
	if len(items) == 0 {
		return nil, data.Invalid("title", "Please fill this in.")
	}
	return items, nil
}

// arriveAtNew brings what was just added into sight: one has the focus, several are chosen for the next deed.
func (s *Screen) arriveAtNew(ids []int64) {
	s.WhenLoaded(func() {
		if hidden := func(id int64) bool { e, there := s.state.pile.byID[id]; return there && !s.state.isShown(e) }; slices.ContainsFunc(ids, hidden) {
			s.showAll()
		}
		s.Arrive(ids[0])
		if len(ids) > 1 {
			s.board.Mark(ids...)
		}
	})
}
