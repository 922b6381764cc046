package meeting

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/room"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// writing is where lines are written down, with one key each.
type writing struct {
	view    *View
	buttons map[data.LineKind]*kit.KeyBtn
	field   *kit.TextField
	filling *kit.Filling
	line    Written
	who     *kit.FilterChip
	due     *kit.FilterChip
	with    *fyne.Container
	keeps   *kit.Para
	near    *kit.Para
	nearRow *fyne.Container
	list    *kit.List[Line]
	content *kit.Card
}

func newWriting(v *View) *writing {
	say := v.Deps.Say
	w := &writing{view: v, buttons: map[data.LineKind]*kit.KeyBtn{}, keeps: kit.Note("")}
	keys := kit.Wrap(8)
	for _, k := range Keys {
		b := kit.NewKeyBtn(strings.ToUpper(string(k.Key)), say.Of(k.Kind.Phrase()), func() { w.begin(k.Kind) })
		b.ID = "meeting." + string(k.Kind)
		b.PassKeys(v)
		w.buttons[k.Kind] = b
		keys.Add(b)
	}
	w.field = kit.NewEntry("")
	w.field.ID = "meeting.write"
	w.field.OnTyped = func(string) { w.showWith() }
	w.field.OnKey = w.key
	w.field.OnLine(w.keepPasted)
	w.who = kit.NewFilterChip("", w.chooseWho)
	w.due = kit.NewFilterChip("", w.chooseDue)
	w.who.ID, w.due.ID = "meeting.who", "meeting.due"
	w.with = kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Weight(1, kit.Wrap(8, w.who, w.due)), kit.Own(kit.NewKeyCap(say.Text("Enter"))), kit.Own(w.keeps))
	w.near = kit.Note("")
	there := kit.NewLinkBtn(say.Text("Add it there"), w.addThere)
	there.ID = "meeting.there"
	w.nearRow = kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Weight(1, w.near), kit.Own(there))
	w.list = kit.NewList(kit.ListOptions[Line]{
		Whole: true, Keys: v, Key: func(l Line) int64 { return l.ID },
		Columns: []kit.Column[Line]{
			{Fixed: 46, Text: func(l Line) []kit.Span { return []kit.Span{kit.Muted(l.When)} }},
			{Fixed: 82, Text: func(l Line) []kit.Span { return []kit.Span{kit.Bold(l.What)} }},
			{Weight: 1, Text: func(l Line) []kit.Span { return []kit.Span{kit.Plain(l.Text)} }},
		},
		Menu: w.menuOf,
	})
	w.list.Spoken = say.Text("Write down")
	w.content = kit.NewCard(w.list.Spoken, "", kit.VStack(10, keys, w.field, w.with, w.nearRow, w.list))
	if v.Deps.Unkept != nil {
		w.filling = kit.HoldFilled(v.Deps, say.Text("Write down at “%s”", v.state.Called()), w.field)
	}
	w.begin0(data.LineNote)
	return w
}

// begin begins a line of a kind, with the cursor in the field; words that are typed already stay.
func (w *writing) begin(kind data.LineKind) {
	w.begin0(kind)
	w.view.Deps.Focus(w.field)
	w.view.relayout()
}

func (w *writing) begin0(kind data.LineKind) {
	w.line = w.view.state.Begin(kind)
	for k, b := range w.buttons {
		b.SetSelected(k == kind)
	}
	say := w.view.Deps.Say
	w.field.SetPlaceHolder(map[data.LineKind]string{
		data.LineDecision: say.Text("What was decided"), data.LineAction: say.Text("What is to be done, or “name: what”"), data.LineThanks: say.Text("Whom, and for what"),
		data.LineNote: say.Text("What was said and made"), data.LineParked: say.Text("What has to wait, and after a colon why"),
	}[kind])
	w.showWith()
}

// showWith shows whom the line is about and until when.
func (w *writing) showWith() {
	say, line := w.view.Deps.Say, w.view.state.Read(w.line, w.field.Text)
	who, due := line.Needs()
	name := w.view.state.NameOf(line.Who)
	switch {
	case name != "":
		w.who.SetText(name)
	case line.Kind == data.LineThanks:
		w.who.SetText(say.Text("Whom?"))
	default:
		w.who.SetText(say.Text("Nobody yet"))
	}
	w.due.SetText(w.view.state.byDay(line.Due))
	if line.Due == 0 {
		w.due.SetText(say.Text("no day"))
	}
	hide(w.who, !who)
	hide(w.due, !due)
	set(w.keeps, say.Text("keeps it"))
	w.with.Refresh()
	w.showNear(line)
}

// showNear says what is on the board already that an action is likely about.
func (w *writing) showNear(line Written) {
	item, there := w.view.state.Near(line.Text)
	there = there && line.Kind == data.LineAction
	if there {
		set(w.near, w.view.Deps.Say.Text("Near “%s”, in %s.", item.Title, item.Column.Phrase()))
	}
	if w.nearRow.Visible() != there {
		hide(w.nearRow, !there)
		w.view.relayout()
	}
}

// addThere adds the words to what is on the board already.
func (w *writing) addThere() {
	if item, there := w.view.state.Near(w.view.state.Read(w.line, w.field.Text).Text); there {
		w.keepIn(item.ID)
	}
}

func hide(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
	} else {
		o.Show()
	}
}

func (w *writing) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		w.keep()
		return true
	}
	return w.view.fieldKeys(w.field, e)
}

// keep writes the line down; the field is ready for the next one of its kind at once.
func (w *writing) keep() { w.keepIn(0) }

// keepIn writes the line down, an action in an item of the board where one is given.
func (w *writing) keepIn(item int64) {
	line := w.view.state.Read(w.line, w.field.Text)
	line.Item = item
	if line.Unknown != "" && !w.view.Deps.ReadOnly {
		w.view.Deps.Tell(w.view.Deps.Say.Text("“%s” is nobody’s name here. Choose whom you thank, then Enter.", line.Unknown))
		w.chooseWho()
		return
	}
	w.write(line)
}

// keepPasted writes down one of several lines: who is thanked can't be asked for in the middle of them.
func (w *writing) keepPasted() { w.write(w.view.state.Read(w.line, w.field.Text)) }

// write writes the line down that stands in the field.
func (w *writing) write(line Written) {
	if line.Text == "" || w.view.Deps.ReadOnly {
		return
	}
	before, deed := w.line, w.view.state.KeepLine(line)
	w.view.deeds.DoTyped(kit.Typed{Field: w.field, Deed: func(ctx context.Context) error {
		_, err := deed(ctx)
		return err
	}, Then: func() {
		if line.Kind == data.LineThanks && line.Who == 0 && !line.Chose {
			w.view.Deps.Tell(w.view.Deps.Say.Text("It names no member, or more than one: it stands in the minutes, and in nobody’s history."))
		}
	}, Back: func() {
		w.begin0(line.Kind)
		w.line = before
		w.showWith()
	}})
	w.begin0(line.Kind)
}

// drop lets go of what is held, as it goes with the view.
func (w *writing) drop() {
	if w.filling != nil && w.field.Text == "" {
		w.filling.Done()
	}
}

// chooseWho offers those who came, then everybody who is meant by letters in the dialog.
func (w *writing) chooseWho() {
	v := w.view
	choose := func(id int64) {
		w.line.Who, w.line.Chose = id, true
		w.showWith()
		v.Deps.Focus(w.field)
	}
	nobody := v.Deps.Say.Text("Nobody yet")
	if w.line.Kind == data.LineThanks {
		nobody = v.Deps.Say.Text("Somebody who is no member")
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(nobody, func() { choose(0) })}
	people := v.state.Here()
	for _, p := range slices.Concat(people, v.state.mayCome()) {
		if len(items) == mostInMenu {
			break
		}
		items = append(items, fyne.NewMenuItem(p.Name, func() { choose(p.ID) }))
	}
	kit.MenuBelow(w.who, items)
}

// mostInMenu is how many people a menu offers; whoever is not among them is named in the text.
const mostInMenu = 24

func (w *writing) chooseDue() {
	v := w.view
	var items []*fyne.MenuItem
	for _, day := range v.state.Days() {
		items = append(items, fyne.NewMenuItem(v.state.DayWords(day), func() {
			w.line.Due = day
			w.showWith()
			v.Deps.Focus(w.field)
		}))
	}
	kit.MenuBelow(w.due, items)
}

func (w *writing) menuOf(l Line) []*fyne.MenuItem {
	if w.view.Deps.ReadOnly {
		return nil
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(w.view.Deps.Say.Text("Take it back"), func() { w.view.takeBack(l.ID, l.Text) })}
}

// takeBack takes a line back, which can be undone.
func (v *View) takeBack(id int64, text string) {
	v.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return v.state.store.TakeBackLine(ctx, id) }, func(done store.Done) {
		v.deeds.OfferUndo(v.Deps.Say.Text("“%s” was taken back.", text), done.Undo, nil)
	})
}

func (w *writing) show() {
	w.list.SetRows(w.view.state.Lines())
	w.showWith()
}

// coming is who came: one key, two letters, Enter.
type coming struct {
	view    *View
	field   *kit.TextField
	meant   *kit.Para
	here    *fyne.Container
	often   *kit.Para
	content *kit.Card
}

func newComing(v *View) *coming {
	say := v.Deps.Say
	c := &coming{view: v, meant: kit.Note(""), here: kit.Wrap(8), often: kit.Note("")}
	c.field = kit.NewSearch(say.Text("Name or guest…"), func(string) { c.showMeant() })
	c.field.ID = "meeting.came"
	c.field.OnKey = c.key
	c.field.OnLine(c.take)
	c.content = kit.NewCard("", "", kit.VStack(10, c.field, c.meant, c.here, c.often))
	c.content.SetCorner(kit.Line(kit.NewKeyCap("W"), kit.Note(say.Text("two letters, Enter"))))
	return c
}

func (c *coming) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.take()
		return true
	}
	return c.view.fieldKeys(c.field, e)
}

// showMeant says what Enter would do.
func (c *coming) showMeant() {
	say, typed := c.view.Deps.Say, strings.TrimSpace(c.field.Text)
	found := c.view.state.Found(typed)
	text := ""
	if n, is := number(typed); is && typed != "" {
		text = say.Count(n, "Enter notes %d guest", "Enter notes %d guests")
	} else if len(found) > 0 {
		text = say.Text("Enter ticks %s", found[0].Name)
		for _, p := range found[1:] {
			text += " · " + p.Name
		}
	} else if c.view.state.IsNoted(typed) {
		text = say.Text("“%s” is noted already.", typed)
	} else if typed != "" {
		text = say.Text("Enter notes the guest “%s”", typed)
	}
	if c.meant.Text() != text {
		c.meant.SetText(text)
		hide(c.meant, text == "")
		c.view.relayout()
	}
}

// take ticks whoever is meant, or notes guests, and is ready for the next.
func (c *coming) take() {
	typed := strings.TrimSpace(c.field.Text)
	if typed == "" || c.view.Deps.ReadOnly {
		return
	}
	s := c.view.state
	deed := s.guest(typed)
	if n, is := number(typed); is {
		deed = s.SetGuests(n)
	} else if found := s.Found(typed); len(found) > 0 {
		deed = s.SetPresent(found[0].ID, true)
	} else if s.IsNoted(typed) {
		c.field.Clear()
		return
	}
	c.view.deeds.DoTyped(kit.Typed{Field: c.field, Deed: deed})
}

// guest is the deed of noting a guest by name.
func (s *State) guest(name string) func(context.Context) error {
	l := data.MeetingLine{EventID: s.event.ID, Kind: data.LineGuest, Text: name, Written: s.clock.Now().UnixMilli()}
	return func(ctx context.Context) error {
		_, err := s.store.WriteDown(ctx, &l, store.Written{})
		return err
	}
}

func (c *coming) show() {
	say, s := c.view.Deps.Say, c.view.state
	c.content.SetTitle(say.Text("Who came"), kit.Span{Text: "  " + s.Came(), Color: look.ColorMuted, Size: look.SizeSmall})
	c.here.Objects = nil
	for _, p := range s.Here() {
		chip := kit.NewFilterChip(p.Name, nil)
		c.here.Objects = append(c.here.Objects, chip)
		chip.OnPress(func() {
			if !c.view.Deps.ReadOnly {
				kit.MenuBelow(chip, []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Not here after all"), func() { c.view.deeds.Do(s.SetPresent(p.ID, false), nil) })})
			}
		})
	}
	c.here.Refresh()
	names := []string{}
	for _, p := range s.Often() {
		names = append(names, p.Name)
	}
	set(c.often, "")
	if len(names) > 0 {
		set(c.often, say.Text("Often here, not ticked: %s", strings.Join(names, ", ")))
	}
	hide(c.often, len(names) == 0)
	hide(c.meant, c.meant.Text() == "")
}

// lastActions are the actions of last time, while they are looked at: each done, or carried over by itself.
type lastActions struct {
	view    *View
	list    *kit.List[data.Item]
	content *kit.Card
}

func newLastActions(v *View) *lastActions {
	a := &lastActions{view: v}
	toggle := func(it data.Item) {
		if !v.Deps.ReadOnly {
			v.deeds.Do(func(ctx context.Context) error {
				return v.state.store.MoveItem(ctx, it.ID, data.ColumnDone, 0, "")
			}, v.Focus)
		}
	}
	a.list = kit.NewList(kit.ListOptions[data.Item]{
		Whole: true, Keys: v, Key: func(it data.Item) int64 { return it.ID },
		Columns: []kit.Column[data.Item]{
			{Weight: 1, Text: func(it data.Item) []kit.Span {
				return []kit.Span{{Sign: kit.EmptyBox, Color: look.ColorField}, kit.Plain("  " + it.Title)}
			}},
			{Fixed: 190, Text: func(it data.Item) []kit.Span {
				return []kit.Span{kit.Muted(joined(v.state.NameOf(it.OwnerID), v.state.byDay(it.Due)))}
			}},
		},
		OnTap: toggle, OnOpen: toggle,
	})
	a.content = kit.NewCard(v.Deps.Say.Text("What we agreed last time"), "", kit.VStack(8, a.list, kit.Note(v.Deps.Say.Text("A tap says done; the others are carried over."))))
	return a
}

func (a *lastActions) show() {
	p := a.view.state.run.Now()
	hidden := p == nil || p.Kind != room.Actions
	if !hidden {
		open := a.view.state.lastActions()
		a.list.SetRows(open)
		hidden = len(open) == 0
	}
	hide(a.content, hidden)
}

// lastActions are those of earlier events that are still open.
func (s *State) lastActions() []data.Item {
	return room.LastActions(s.snapshot, &s.event, s.clock.Today())
}
