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

// wall is where the boxes of the canvas are filled in the kick-off workshop.
type wall struct {
	view    *View
	fields  *kit.FieldSet[boxLines]
	boxes   map[data.BoxKey]*kit.Labelled
	content *kit.Card
}

// boxLines are the boxes of the canvas as they are typed.
type boxLines map[data.BoxKey]*string

// at is the text of a box; a box that isn't there yet is empty.
func (b *boxLines) at(box data.BoxKey) *string {
	if *b == nil {
		*b = boxLines{}
	}
	if (*b)[box] == nil {
		(*b)[box] = new(string)
	}
	return (*b)[box]
}

func newWall(v *View) *wall {
	say := v.Deps.Say
	w := &wall{view: v, fields: kit.NewFieldSet[boxLines](v.Deps, v.deeds), boxes: map[data.BoxKey]*kit.Labelled{}}
	w.fields.Row = func() kit.RowShown { return kit.RowShown{Table: "canvas_box", Name: say.Text("Canvas")} }
	w.fields.OnResized, w.fields.Place = v.relayout, "meeting"
	w.fields.Change = w.change
	stack := kit.VStack(10)
	for _, box := range data.Boxes {
		w.boxes[box] = w.fields.Text(string(box), say.Of(box.Phrase()), 3, func(b *boxLines) *string { return b.at(box) })
		w.boxes[box].About = data.CanvasBoxFields.Of("lines").ID()
		stack.Objects = append(stack.Objects, w.boxes[box])
	}
	stack.Add(kit.Note(say.Text("A line for each note that stays.")))
	w.content = kit.NewCard(say.Text("On the wall"), "", stack)
	return w
}

func (w *wall) change(visit store.Visit, change func(*boxLines)) func(context.Context) error {
	box := data.BoxKey(visit.Field)
	var typed boxLines
	change(&typed)
	return func(ctx context.Context) error {
		return w.view.state.store.SetBox(ctx, box, visit, data.ParseLines(*typed.at(box)))
	}
}

func (w *wall) flush() { w.fields.Flush() }

func (w *wall) show() {
	now := w.view.state.Now()
	var typed boxLines
	for i := range w.view.state.snapshot.Canvas {
		b := &w.view.state.snapshot.Canvas[i]
		*typed.at(b.Box) = strings.Join(b.Lines, "\n")
	}
	for _, box := range data.Boxes {
		typed.at(box)
		hide(w.boxes[box], !slices.Contains(now.Boxes, box))
	}
	w.fields.Show(&typed, false)
	hide(w.content, len(now.Boxes) == 0)
}

// takes is what stands for a target in the window, so that an idea may be put onto it; what is hidden takes none.
func (v *View) takes(target string) fyne.CanvasObject {
	if box, there := v.wall.boxes[data.BoxKey(target)]; there {
		return box
	}
	if side, there := v.forces.sides[data.ForceSide(target)]; there {
		return side.content
	}
	return v.choosing.content
}

// forces are both sides of the force field, while they are talked about.
type forces struct {
	view    *View
	sides   map[data.ForceSide]*forceSide
	content *kit.Card
}

// forceSide is one side of it.
type forceSide struct {
	list    *kit.List[data.Force]
	content *fyne.Container
}

func newForces(v *View) *forces {
	say := v.Deps.Say
	f := &forces{view: v, sides: map[data.ForceSide]*forceSide{}}
	var cells []kit.Cell
	for _, side := range []data.ForceSide{data.ForceSupports, data.ForceSlows} {
		list := kit.NewList(kit.ListOptions[data.Force]{
			Whole: true, Keys: v, Key: func(r data.Force) int64 { return r.ID }, Menu: f.menuOf,
			Columns: []kit.Column[data.Force]{
				{Weight: 1, Text: func(r data.Force) []kit.Span { return []kit.Span{kit.Plain(r.Text)} }},
				{Fixed: 34, Text: func(r data.Force) []kit.Span { return []kit.Span{kit.Muted(say.Text("%d", r.Strength))} }},
			},
			OnOpen: func(r data.Force) { f.strengthen(r, 1) },
		})
		f.sides[side] = &forceSide{list, kit.VStack(6, kit.NewPara(kit.Bold(say.Of(side.Phrase()))), list)}
		cells = append(cells, kit.Weight(1, f.sides[side].content))
	}
	f.content = kit.NewCard(say.Text("Forces for and against"), "", kit.VStack(8, kit.Row(kit.RowOptions{Gap: 16, StackBelow: 360}, cells...),
		kit.Note(say.Text("1 to 5 says how strong; Enter makes one stronger."))))
	return f
}

func (f *forces) menuOf(r data.Force) []*fyne.MenuItem {
	say := f.view.Deps.Say
	if f.view.Deps.ReadOnly {
		return nil
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Stronger"), func() { f.strengthen(r, 1) }),
		fyne.NewMenuItem(say.Text("Weaker"), func() { f.strengthen(r, -1) }),
		fyne.NewMenuItem(say.Text("Take it back"), func() {
			f.view.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
				return store.Rows(f.view.state.store, store.Forces).Remove(ctx, r.ID)
			}, func(done store.Done) {
				f.view.deeds.OfferUndo(say.Text("“%s” was taken back.", r.Text), done.Undo, nil)
			})
		})}
}

func (f *forces) strengthen(r data.Force, by int) {
	if f.view.Deps.ReadOnly {
		return
	}
	r.Strength = max(1, min(strongestForce, r.Strength+by))
	f.view.deeds.Do(func(ctx context.Context) error { return store.Rows(f.view.state.store, store.Forces).Save(ctx, &r) }, nil)
}

func (f *forces) show() {
	s := f.view.state
	hidden := s.event.Format != data.VisionWorkshop || s.block() != room.ForceField
	hide(f.content, hidden)
	if hidden {
		return
	}
	for side, part := range f.sides {
		part.list.SetRows(room.ForcesOf(s.snapshot, side))
	}
}

// choosing is where the name is taken over into the charter, and the lead passed to whoever said yes.
type choosing struct {
	view    *View
	decided *kit.Para
	first   *kit.Para
	note    *kit.Para
	take    *kit.Btn
	content *kit.Card
}

func newChoosing(v *View) *choosing {
	c := &choosing{view: v, decided: kit.NewPara(), first: kit.NewBody(), note: kit.Note("")}
	c.take = kit.NewBtn(kit.Outlined, "", func() {
		now := v.state.Choosing()
		v.deeds.Do(v.state.Into(now.First, now.Target), v.Focus)
	})
	c.take.ID = "meeting.choose"
	c.take.PassKeys(v)
	c.content = kit.NewCard("", "", kit.VStack(10, c.decided, c.first, kit.Left(c.take), c.note))
	return c
}

func (c *choosing) show() {
	say, now := c.view.Deps.Say, c.view.state.Choosing()
	hide(c.content, !now.Asks)
	if !now.Asks {
		return
	}
	none := now.First.Text == ""
	words, note := say.Text("Take “%s” as our name", now.First.Text), say.Text("Two votes each, and the most votes decide. The charter takes the name over.")
	c.content.SetTitle(say.Text("The name"))
	if now.Target == toLeader {
		words, note = say.Text("%s said yes: leads from now on", now.First.Text), say.Text("Ask whoever has the most dots, before all. Whoever says no is thanked; take that idea back and ask the next.")
		c.content.SetTitle(say.Text("Who leads"))
	}
	c.decided.Set(kit.Span{Text: now.Decided, Bold: true, Color: look.ColorGood})
	c.first.Set(kit.Plain(say.Count(now.First.Votes, "First now: %[2]s, %[1]d dot", "First now: %[2]s, %[1]d dots", now.First.Text)))
	if none {
		c.first.Set(kit.Muted(say.Text("Nothing is put forward yet: I writes it down.")))
	}
	c.take.SetText(words)
	set(c.note, note)
	hide(c.take, none || now.Taken || c.view.Deps.ReadOnly)
	hide(c.decided, now.Decided == "")
}
