package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "settings"

// Screen is the page Settings.
type Screen struct {
	*kit.ScreenOf[View]
	deps   kit.Deps
	state  *State
	window Window
	deeds  *kit.Deeds

	chips   *kit.ChipRow
	search  *kit.TextField
	usual   *kit.Btn // brings all usual numbers back
	fields  *kit.FieldSet[Values]
	cells   map[string]*cell // of the thresholds shown so far
	general *general
	page    *kit.Scroll

	arrival string // the key of what is to be shown by the Load to come
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store, window Window) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Say), window: window, cells: map[string]*cell{}}
	s.deeds = kit.NewDeeds(deps, s.show)
	s.fields = kit.NewFieldSet[Values](deps, s.deeds)
	s.fields.Change = s.change
	s.fields.Row = func() kit.RowShown { return kit.RowShown{Table: "setting", Name: deps.Say.Text("Settings")} }
	s.page = kit.NewPage(kit.Space(0, 0))
	s.fields.OnResized = s.page.Refresh
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow(nil, 0, func(int) {
		s.search.Reset("")
		s.turn()
	})
	s.choosePart(PartGeneral)
	s.search = kit.NewSearch(say.Text("Find…"), func(string) { s.turn() })
	s.usual = kit.NewBtn(kit.Quiet, say.Text("Reset all"), func() { s.deps.Commands.Fire("settings.resetAll") })
	s.usual.ID = "settings.resetAll"
	s.usual.Hide()
	s.general = newGeneral(s)
	s.LayOut(kit.NewHeader(kit.Header{Title: say.Text("Settings"), Chips: s.chips,
		Actions: []fyne.CanvasObject{kit.MinWidth(150, s.search), s.usual}}), s.page, s.page.Replace)
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows settings that were read.
func (s *Screen) take(v View) {
	s.state.Take(v)
	s.show()
	s.takeArrival()
}

// choosePart marks the chip of a part.
func (s *Screen) choosePart(p Part) {
	say := s.deps.Say
	s.chips.Set([]string{say.Text("General"), say.Text("Levels"), say.Text("Health check"), say.Text("Hints")}, max(0, slices.Index(Parts, p)))
}

// turn shows another part, from its top.
func (s *Screen) turn() {
	s.show()
	s.page.SetOffset(0)
}

// show draws the chosen part, or what was found.
func (s *Screen) show() {
	if !s.Loaded() {
		return
	}
	v := s.state.View()
	s.usual.Hidden = len(v.Changed()) == 0 || s.deps.ReadOnly
	s.Content().Refresh()
	all := kit.VStack(look.GapCards)
	typed, part := s.search.Text, Parts[s.chips.Selected()]
	if general := s.general.cards(typed); general != nil && (typed != "" || part == PartGeneral) {
		all.Objects = append(all.Objects, general)
	}
	groups := v.Found(typed)
	if typed == "" {
		groups = slices.DeleteFunc(groups, func(g Group) bool { return g.Part != part })
	}
	for i := range groups {
		all.Objects = append(all.Objects, kit.NewCard(groups[i].Title, "", s.grid(groups[i].Rules)))
	}
	if len(all.Objects) == 0 {
		all.Objects = append(all.Objects, kit.Empty(s.deps.Say.Text("No setting has these words."), s.deps.Say.Text("Show all"), s.showAll))
	}
	s.fields.Show(&v.Values, false)
	s.general.show()
	s.Put(all)
}

func (s *Screen) showAll() {
	s.search.Reset("")
	s.turn()
}

// perRow is how many thresholds stand side by side.
const perRow = 3

// grid lays the fields of thresholds out, read line by line.
func (s *Screen) grid(rules []Rule) fyne.CanvasObject {
	lines := kit.VStack(12)
	for from := 0; from < len(rules); from += perRow {
		cells := make([]kit.Cell, perRow)
		for i := range cells {
			cells[i] = kit.Spring()
			if from+i < len(rules) {
				cells[i] = kit.Weight(1, s.cell(rules[from+i]).box)
			}
		}
		lines.Objects = append(lines.Objects, kit.Row(kit.RowOptions{Gap: 24, StackBelow: 560, StackGap: 12}, cells...))
	}
	return lines
}

// cell is the field of one threshold.
type cell struct {
	box   fyne.CanvasObject
	field *kit.Labelled
	reset *kit.LinkBtn
}

// cell is made when it is first shown, and kept.
func (s *Screen) cell(r Rule) *cell {
	c := s.cells[r.Key]
	if c == nil {
		field := s.fields.Words(r.Key, r.Label, 0, func(v *Values) string { return (*v)[r.Key] }, func(v *Values, typed string) error {
			if _, err := Number(r.Key, typed); err != nil {
				return err
			}
			*v = Values{r.Key: typed}
			return nil
		}).Hinted(r.Hint)
		c = &cell{field: field, reset: kit.NewLinkBtn(s.deps.Say.Text("Back to %s", r.Default), func() { s.resetOne(r.Key) })}
		c.reset.ID = "reset." + r.Key
		c.box = kit.VStack(2, field, kit.Left(c.reset))
		s.cells[r.Key] = c
	}
	c.field.SetLabel(r.Label)
	c.reset.Hidden = !r.Changed || s.deps.ReadOnly
	return c
}

// change keeps what was typed for a threshold. What can't be kept stays in the field, with the reason below it.
func (s *Screen) change(visit store.Visit, change func(*Values)) func(context.Context) error {
	var typed Values
	change(&typed)
	return func(ctx context.Context) error { return s.state.Set(ctx, visit, typed[visit.Field]) }
}

func (s *Screen) resetOne(key string) {
	s.fields.Clear(key)
	s.deeds.Do(func(ctx context.Context) error { return s.state.Reset(ctx, key) }, nil)
}

// choose keeps a choice.
func (s *Screen) choose(key, value string) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.Choose(ctx, key, value) }, nil)
}

func (s *Screen) mayReset() bool {
	return !s.deps.ReadOnly && s.Loaded() && len(s.state.View().Changed()) > 0
}

// resetAll brings all usual numbers back and offers to take that back.
func (s *Screen) resetAll() {
	keys := s.state.View().Changed()
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.store.ResetSettings(ctx, keys...) }, func(done store.Done) {
		s.deeds.OfferUndo(s.deps.Say.Count(len(keys), "%d number is as usual again.", "%d numbers are as usual again."), done.Undo, nil)
	})
}

// register makes the screen's deeds known.
func (s *Screen) register() {
	say := s.deps.Say
	s.deps.Commands.Add(&kit.Command{ID: "settings.resetAll", Title: say.Text("Reset all numbers in the rules"), Enabled: s.mayReset, Do: s.resetAll})
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// Leave keeps what was typed.
func (s *Screen) Leave() { s.fields.Flush() }

// Arrive shows a part, or the setting of a key.
func (s *Screen) Arrive(args any) {
	switch a := args.(type) {
	case Part:
		s.arrival = ""
		s.open(a)
	case string:
		s.arrival = a
		s.takeArrival()
	}
}

func (s *Screen) open(p Part) {
	s.search.Reset("")
	s.choosePart(p)
	s.turn()
}

// takeArrival goes to the setting that was asked for, once it is known where it stands.
func (s *Screen) takeArrival() {
	key := s.arrival
	if key == "" || !s.Loaded() {
		return
	}
	s.arrival = ""
	s.open(s.state.View().part(key))
	if c := s.cells[key]; c != nil {
		s.page.ScrollTo(c.box)
		s.deps.Focus(s.fields.Input(key))
		return
	}
	s.general.focus(key)
}

// LeadTo shows a setting and puts the cursor into its field.
func (s *Screen) LeadTo(spot kit.Spot) { s.Arrive(spot.Field) }
