package overview

import (
	"context"

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

	view View
	page *kit.Scroll
}

// New builds the screen; Load fills it. What came since the last visit is told.
func New(deps kit.Deps, st *store.Store, last coach.Visit) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Say, last)}
	s.deeds = kit.NewDeeds(deps, nil)
	s.page = kit.NewPage(kit.Space(0, 0))
	s.ScreenOf = kit.NewScreenOf(deps, s.read, s.showView)
	s.LayOut(kit.NewHeader(kit.Header{Title: deps.Say.Text("Overview")}), s.page, s.page.Replace)
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
	below := kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 420},
		kit.Weight(1, s.coming()), kit.Weight(1, s.road()))
	left := kit.VStack(look.GapCards)
	for _, card := range []fyne.CanvasObject{s.steps(), s.followUps(), s.checks(), below, s.since()} {
		if card != nil {
			left.Objects = append(left.Objects, card)
		}
	}
	right := kit.VStack(look.GapCards, s.health(), s.participation())
	if holes := s.holes(); holes != nil {
		right.Objects = append(right.Objects, holes)
	}
	s.page.Replace(kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 900}, kit.Weight(562, left), kit.Weight(452, right)))
}

// coming is the card of the next event.
func (s *Screen) coming() fyne.CanvasObject {
	c, say := s.view.Coming, s.deps.Say
	rows := kit.VStack(2)
	add := func(o ...fyne.CanvasObject) { rows.Objects = append(rows.Objects, o...) }
	if c.ID != 0 {
		add(kit.NewPara(kit.Bold(c.Title)), kit.NewSmall(kit.Muted(c.When)))
		for _, fact := range c.Facts {
			add(kit.NewSmall(kit.Plain(fact)))
		}
		add(kit.Space(0, 4))
	}
	if c.Plan {
		add(kit.NewSmall(kit.Bold(c.Then+" "), kit.Plain(c.Rhythm)))
		if !s.deps.ReadOnly {
			plan := kit.NewBtn(kit.Quiet, say.Text("Plan an event"), s.plan)
			plan.ID = "overview.plan"
			add(kit.Pad(kit.Edges{Top: 6}, kit.Left(plan)))
		}
	} else {
		add(kit.NewSmall(kit.Muted(c.Then)))
	}
	card := kit.NewCard(say.Text("Coming up"), "", rows)
	if c.ID != 0 {
		card.SetCorner(kit.NewLinkBtn(say.Text("Open"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceEvent, ID: c.ID}) }))
	}
	return card
}

// road is the card of the introduction road.
func (s *Screen) road() fyne.CanvasObject {
	r, say := s.view.Road, s.deps.Say
	share := float32(0)
	if r.Of > 0 {
		share = float32(r.Reached) / float32(r.Of)
	}
	rows := kit.VStack(8, kit.NewProgress(share))
	for _, step := range r.Open[:min(4, len(r.Open))] {
		rows.Objects = append(rows.Objects, kit.NewBody(kit.Span{Sign: kit.Ring, Text: step}))
	}
	if more := len(r.Open) - 4; more > 0 {
		rows.Objects = append(rows.Objects, kit.Note(say.Count(more, "and %d more", "and %d more")))
	}
	card := kit.NewCard("", "", rows)
	card.SetTitle(say.Text("The road"), kit.Span{Text: " " + say.Text("%d of %d", r.Reached, r.Of), Bold: true,
		Color: look.ColorMuted, Size: look.SizeSmall})
	card.SetCorner(kit.NewLinkBtn(say.Text("Open"), func() { s.deps.Go("road", nil) }))
	return card
}

// health is the card of the last round.
func (s *Screen) health() fyne.CanvasObject {
	h, say := s.view.Health, s.deps.Say
	if h.RoundID == 0 {
		action, do := say.Text("Start a round"), s.startRound
		if s.deps.ReadOnly {
			action = ""
		}
		return kit.NewCard(say.Text("Health"), "", kit.Empty(h.Sentence, action, do))
	}
	rows := kit.VStack(3)
	if h.Sentence != "" {
		rows.Objects = append(rows.Objects, kit.NewPara(kit.Muted(h.Sentence)))
	}
	for _, b := range h.Bars {
		rows.Objects = append(rows.Objects, bar(b))
	}
	open := kit.NewLinkBtn(say.Text("Open"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceRound, ID: h.RoundID}) })
	card := kit.NewCard(say.Text("Health, %s", h.Title), "", rows)
	card.SetCorner(kit.Line(kit.Note(h.Note), open))
	return card
}

// signs go with the words to talk about; a word is never told by colour alone.
var signs = map[data.HealthWord]kit.Sign{data.WordSplit: kit.Triangle, data.WordConcern: kit.Square, data.WordStrong: kit.Dot}

// bar is one card's line: title, answers, word.
func bar(b Bar) fyne.CanvasObject {
	title := kit.NewSmall(kit.Plain(b.Card))
	title.MaxLines = 1
	if len(b.Counts) == 0 {
		return kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Fixed(150, title), kit.Weight(1, kit.Note(b.Words)))
	}
	return kit.Row(kit.RowOptions{Gap: 8, Align: kit.Middle}, kit.Fixed(150, title), kit.Weight(1, kit.NewThinBar(b.Counts...)),
		kit.Fixed(66, kit.NewSmall(kit.Span{Sign: signs[b.Word], Text: b.Words})))
}

// participation is the card of the rings.
func (s *Screen) participation() fyne.CanvasObject {
	p, say := s.view.Participation, s.deps.Say
	legend := kit.VStack(8)
	for _, l := range p.Lines {
		legend.Objects = append(legend.Objects, kit.NewSmall(kit.Bold(l.Number+" "), kit.Plain(l.Words)))
	}
	legend.Objects = append(legend.Objects, kit.Note(p.Sentence))
	var body fyne.CanvasObject = legend
	if p.Enough {
		body = kit.Row(kit.RowOptions{Gap: 24, Align: kit.Middle, StackBelow: 380}, kit.Own(kit.NewRings(p.Counts)), kit.Weight(1, legend))
	}
	card := kit.NewCard(say.Text("Participation"), "", body)
	card.SetCorner(kit.NewLinkBtn(say.Text("Open"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceMembers}) }))
	return card
}
