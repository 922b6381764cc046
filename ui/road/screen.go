package road

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "road"

// Screen is the page of the introduction road.
type Screen struct {
	*kit.ScreenOf[View]
	deps  kit.Deps
	state *State
	deeds *kit.Deeds
	view  View

	card     *kit.Card
	progress *kit.Progress
	rows     map[int]*row
	steps    *fyne.Container
	works    *fyne.Container // what makes it work
	columns  fyne.CanvasObject
	page     *kit.Scroll
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	say := deps.Say
	s := &Screen{deps: deps, state: NewState(st, say), rows: map[int]*row{}, progress: kit.NewProgress(0), steps: kit.VStack(14), works: kit.VStack(10)}
	s.deeds = kit.NewDeeds(deps, s.show)
	s.page = kit.NewPage(kit.Space(0, 0))
	s.ScreenOf = kit.NewScreenOf(deps, s.read, s.showView)
	s.card = kit.NewCard(say.Text("The road"), "", kit.VStack(14, s.progress, s.steps))
	s.columns = kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 760},
		kit.Weight(562, s.card), kit.Weight(452, kit.NewCard(say.Text("What makes it work"), "", s.works)))
	s.LayOut(kit.NewHeader(kit.Header{Title: say.Text("The road")}), s.page, s.page.Replace)
	return s
}

func (s *Screen) read(ctx context.Context, _ View) (View, error) {
	return s.state.Read(ctx, s.deps.Clock.Today())
}

// showView shows what was read.
func (s *Screen) showView(v View) {
	s.view = v
	s.show()
}

// show draws the view. Rows are kept, so that a box with the focus keeps it.
func (s *Screen) show() {
	if !s.Loaded() {
		return
	}
	v, say := &s.view, s.deps.Say
	s.card.SetTitle(say.Text("%d of %d", v.Reached, v.Of))
	s.progress.Set(float32(v.Reached) / float32(max(1, v.Of)))
	s.steps.Objects, s.works.Objects = nil, nil
	for i := range v.Steps {
		s.steps.Objects = append(s.steps.Objects, s.row(&v.Steps[i]))
	}
	for _, c := range v.Conditions {
		s.works.Objects = append(s.works.Objects, kit.NewBody(kit.Span{Sign: kit.Dot, Text: c}))
	}
	s.Put(s.columns)
}

// row is one step on screen.
type row struct {
	tick     *kit.Check
	means    *kit.Para
	why      *kit.Para
	way, own *kit.LinkBtn
	box      fyne.CanvasObject
}

// row shows a step.
func (s *Screen) row(step *Step) fyne.CanvasObject {
	r := s.rows[step.Number]
	if r == nil {
		r = s.newRow(step)
		s.rows[step.Number] = r
	}
	r.tick.Set(step.Reached)
	r.why.SetText(step.Why)
	r.way.Hidden = step.Reached || step.Way.Page == "" || step.Way.Begins && s.deps.ReadOnly
	r.own.Hidden = !step.ByHand || s.deps.ReadOnly
	return r.box
}

// besideTick is where the words under a box begin, in points: under its title.
const besideTick = 26

func (s *Screen) newRow(step *Step) *row {
	say, number, way := s.deps.Say, step.Number, step.Way
	r := &row{tick: kit.NewCheck(say.Text("%d. %s", number, step.Title), false, func(ticked bool) { s.tick(number, ticked) }),
		means: kit.NewSmall(kit.Plain(step.Means)), why: kit.Note("")}
	r.tick.ID = "road." + say.Text("%d", number)
	if s.deps.ReadOnly {
		r.tick.Disable()
	}
	r.way = kit.NewLinkBtn(say.Text("Go there"), func() { s.take(way) })
	r.way.ID = "road.way." + say.Text("%d", number)
	r.own = kit.NewLinkBtn(say.Text("Let the program say"), func() { s.release(number) })
	r.own.ID = "road.own." + say.Text("%d", number)
	r.box = kit.VStack(0, r.tick, kit.Pad(kit.Edges{Left: besideTick}, kit.VStack(2, r.means, kit.Wrap(12, r.why, r.way, r.own))))
	return r
}

func (s *Screen) tick(step int, ticked bool) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.MarkRoad(ctx, step, ticked, true) }, nil)
}

func (s *Screen) release(step int) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.store.MarkRoad(ctx, step, false, false) }, nil)
}

// take goes where a step is taken.
func (s *Screen) take(way Way) {
	if way.Begins {
		s.deps.Go(way.Page, kit.Begun{Row: way.At})
		return
	}
	s.deps.Go(way.Page, way.At)
}
