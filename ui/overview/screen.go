package overview

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "overview"

// firstSteps is how many steps are shown before more are asked for (domain.md 14: three on the overview).
const firstSteps = 3

// Screen is the page Overview.
type Screen struct {
	deps    kit.Deps
	state   *State
	request int // number of the last Load; an older answer is dropped
	all     bool
	view    View
	page    *kit.Scroll
	content fyne.CanvasObject
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, store Store) *Screen {
	s := &Screen{deps: deps, state: NewState(store, deps.Say)}
	s.page = kit.NewPage(kit.Space(0, 0))
	s.content = kit.Screen(kit.NewHeader(kit.Header{Title: deps.Say.Text("Overview")}), s.page)
	return s
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Load reads the file again and shows it.
func (s *Screen) Load() {
	s.request++
	mine, today := s.request, s.deps.Clock.Today()
	s.deps.Runner.Run(func() func() {
		view, err := s.state.Read(context.Background(), today)
		return func() {
			switch {
			case mine != s.request:
			case err != nil:
				s.page.Replace(kit.Empty(s.deps.Say.Sentence(err), s.deps.Say.Text("Try again"), s.Load))
			default:
				s.view = view
				s.show()
			}
		}
	})
}

// show draws the view.
func (s *Screen) show() {
	below := kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 420},
		kit.Weight(1, s.coming()), kit.Weight(1, s.road()))
	left := kit.VStack(look.GapCards, s.steps(), below)
	right := kit.VStack(look.GapCards, s.health(), s.participation())
	s.page.Replace(kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 900}, kit.Weight(562, left), kit.Weight(452, right)))
}

// steps is the card of what to do next.
func (s *Screen) steps() fyne.CanvasObject {
	say := s.deps.Say
	rows := kit.VStack(9)
	if len(s.view.Steps) == 0 {
		rows.Objects = append(rows.Objects, kit.NewPara(kit.Muted(say.Text("Nothing waits for you. Enjoy it, or look a little further along the road."))))
	}
	shown := s.view.Steps
	if !s.all {
		shown = shown[:min(firstSteps, len(shown))]
	}
	for i, step := range shown {
		if i > 0 {
			rows.Objects = append(rows.Objects, kit.NewRule())
		}
		rows.Objects = append(rows.Objects, s.step(step, i == 0))
	}
	if more := len(s.view.Steps) - len(shown); more > 0 {
		rows.Objects = append(rows.Objects, kit.Left(kit.NewLinkBtn(say.Count(more, "Show %d more", "Show %d more"), func() { s.showAll(true) })))
	} else if len(shown) > firstSteps {
		rows.Objects = append(rows.Objects, kit.Left(kit.NewLinkBtn(say.Text("Show fewer"), func() { s.showAll(false) })))
	}
	return kit.NewCard(say.Text("Next best steps"), "", rows)
}

func (s *Screen) showAll(all bool) {
	s.all = all
	s.show()
}

// step is one row; the first has the page's one primary button.
func (s *Screen) step(step Step, first bool) fyne.CanvasObject {
	kind := kit.Quiet
	if first {
		kind = kit.Primary
	}
	words := kit.VStack(1, kit.NewBody(kit.Bold(step.Title)), kit.NewSmall(kit.Muted(step.Reason)))
	cells := []kit.Cell{kit.Weight(1, words)}
	if !step.Add || !s.deps.ReadOnly {
		cells = append(cells, kit.Own(kit.Left(kit.NewBtn(kind, step.Button, func() { s.take(step) }))))
	}
	return kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 380, StackGap: 6}, cells...)
}

// take goes where the step leads.
func (s *Screen) take(step Step) {
	s.deps.Go(step.Page, step.At)
	if step.Add {
		s.deps.Commands.Fire("edit.new")
	}
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
			plan := kit.NewBtn(kit.Quiet, say.Text("Plan an event"), func() { s.take(Step{Page: "events", Add: true}) })
			plan.ID = "overview.plan"
			add(kit.Pad(kit.Edges{Top: 6}, kit.Left(plan)))
		}
	} else {
		add(kit.NewSmall(kit.Muted(c.Then)))
	}
	card := kit.NewCard(say.Text("Coming up"), "", rows)
	if c.ID != 0 {
		card.SetCorner(kit.NewLinkBtn(say.Text("Open"), func() { s.deps.Go("events", c.ID) }))
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
	return card
}

// health is the card of the last round.
func (s *Screen) health() fyne.CanvasObject {
	h, say := s.view.Health, s.deps.Say
	if h.RoundID == 0 {
		action, do := say.Text("Start a round"), func() { s.take(Step{Page: "health", Add: true}) }
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
	open := kit.NewLinkBtn(say.Text("Open"), func() { s.deps.Go("health", h.RoundID) })
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
	card.SetCorner(kit.NewLinkBtn(say.Text("Open"), func() { s.deps.Go("members", nil) }))
	return card
}
