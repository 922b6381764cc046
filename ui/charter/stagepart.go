package charter

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
)

// stagePart shows how far the community has grown: the leader's word, what the
// data suggest and why, and the seven principles
// (data/README.md, Phases and stages, Principles).
func (s *Screen) stagePart() *part {
	say := s.deps.Say
	phase := s.field("phase")
	stage := s.field("stage")
	g := &stageCards{screen: s, evidence: kit.VStack(10),
		help:       kit.NewCard(say.Text("What helps now"), "", kit.Space(0, 0)),
		principles: kit.NewCard(say.Text("Seven principles"), "", kit.Space(0, 0))}
	left := kit.NewCard(say.Text("Stage and phase"), "", stack(halves(stage, phase), g.evidence))
	return &part{left: []fyne.CanvasObject{left}, right: []fyne.CanvasObject{g.help, g.principles}, shows: []func(){g.show}}
}

// stageCards are the parts of the page that are drawn from the evidence.
type stageCards struct {
	screen           *Screen
	evidence         *fyne.Container
	help, principles *kit.Card
	shown            Growth
	drawn            bool
	all              bool // the stages that lie further off are shown too
}

func (c *stageCards) show() {
	if g := c.screen.state.View().Growth; !c.drawn || !reflect.DeepEqual(g, c.shown) {
		c.shown, c.drawn = g, true
		c.draw()
	}
}

func (c *stageCards) draw() {
	s, say, g := c.screen, c.screen.deps.Say, c.shown.Stage
	c.evidence.Objects = []fyne.CanvasObject{c.suggestion(), kit.NewBody(kit.Plain(g.Looks)), kit.NewSmall(kit.Muted(g.Others))}
	far := 0
	for _, t := range g.Tests {
		if !t.Near && !c.all {
			far++
			continue
		}
		c.evidence.Objects = append(c.evidence.Objects, kit.NewRule(), c.test(t))
	}
	toggle := kit.NewLinkBtn(say.Count(far, "Show %d more stage", "Show %d more stages"), func() {
		c.all = !c.all
		c.draw()
		s.relayout()
	})
	toggle.ID = "stages"
	if c.all {
		toggle.SetText(say.Text("Show the stages that matter now"))
	}
	c.evidence.Objects = append(c.evidence.Objects, kit.Left(toggle))
	c.help.SetContent(kit.VStack(8, bullets(g.Actions), kit.NewSmall(kit.Muted(g.Tension)), kit.NewSmall(kit.Muted(g.Energy))))
	principles := kit.VStack(6, s.signalRows(c.shown.Principles)...)
	principles.Objects = append(principles.Objects, kit.NewSmall(kit.Muted(say.Text("One sign each, to think about together; not a score."))))
	c.principles.SetContent(principles)
}

// suggestion says what the evidence suggests, and offers to take it over.
func (c *stageCards) suggestion() fyne.CanvasObject {
	s, say, g := c.screen, c.screen.deps.Say, c.shown.Stage
	if g.Now == g.Suggested {
		return kit.NewPara(kit.Bold(g.Suggestion), kit.Muted("  "+say.Text("You see it the same way.")))
	}
	out := kit.VStack(6, kit.NewPara(kit.Bold(g.Suggestion), kit.Muted("  "+say.Text("You decide."))))
	if !s.deps.ReadOnly {
		take := kit.NewBtn(kit.Quiet, say.Text("Set to %s", g.Suggested.Phrase()), func() {
			s.deeds.Do(func(ctx context.Context) error { return s.state.SetStage(ctx, g.Suggested) }, nil)
		})
		take.ID = "stage.take"
		out.Objects = append(out.Objects, kit.Left(take))
	}
	return out
}

// test draws the evidence for one stage.
func (c *stageCards) test(t StageTest) fyne.CanvasObject {
	out := kit.VStack(5, kit.NewBody(kit.Bold(t.Title), kit.Muted("  "+t.Progress)))
	out.Objects = append(out.Objects, c.screen.signalRows(t.Signals)...)
	return out
}
