package overview

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "overview"

// Screen is the page Overview.
type Screen struct {
	*kit.ScreenOf[View]
	deps  kit.Deps
	state *State
	deeds *kit.Deeds
	reach reach // how many steps are shown
	// allFollowUps and allHoles tell that not only the first ones are shown.
	allFollowUps, allHoles, allChecks bool
	allCards                          bool // of the health check

	view View
	page *kit.Scroll
}

// New builds the screen; Load fills it. What came since the last visit is told.
func New(deps kit.Deps, st *store.Store, last coach.Visit) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Say, last)}
	s.deeds = kit.NewDeeds(deps, nil)
	s.page = kit.NewPage(kit.Space(0, 0))
	s.ScreenOf = kit.NewScreenOf(deps, s.read, s.showView)
	today := kit.NewPara(kit.Muted(deps.Say.OnDay(deps.Clock.Today())))
	s.LayOut(kit.NewHeader(kit.Header{Title: deps.Say.Text("Overview"), Actions: []fyne.CanvasObject{today}}), s.page, s.page.Replace)
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

// show draws the view.
func (s *Screen) show() {
	left := kit.VStack(look.GapCards)
	for _, card := range []fyne.CanvasObject{s.steps(), s.followUps(), s.checks(), s.since()} {
		if card != nil {
			left.Objects = append(left.Objects, card)
		}
	}
	right := kit.VStack(look.GapCards, s.health(), s.participation())
	if holes := s.holes(); holes != nil {
		right.Objects = append(right.Objects, holes)
	}
	s.page.Replace(kit.VStack(look.GapCards, s.beat(),
		kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 900}, kit.Weight(577, left), kit.Weight(437, right))))
}

// participation is the card of the rings.
func (s *Screen) participation() fyne.CanvasObject {
	p, say := s.view.Participation, s.deps.Say
	legend, told := kit.VStack(8), make([]string, 0, len(p.Lines)+1)
	for _, l := range p.Lines {
		told = append(told, l.Number+" "+l.Words)
		legend.Objects = append(legend.Objects, kit.NewSmall(kit.Bold(l.Number+" "), kit.Plain(l.Words)))
	}
	legend.Objects = append(legend.Objects, kit.Note(p.Sentence))
	var body fyne.CanvasObject = legend
	if p.Enough {
		rings := kit.NewTold(strings.Join(append(told, p.Sentence), "\n"), say.Text("Copy as text"), kit.NewRings(p.Counts))
		body = kit.Row(kit.RowOptions{Gap: 24, Align: kit.Middle, StackBelow: 380}, kit.Own(rings), kit.Weight(1, legend))
	}
	card := kit.NewCard(say.Text("Participation"), "", body)
	card.SetCorner(kit.NewLinkBtn(say.Text("Members"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceMembers}) }))
	return card
}
