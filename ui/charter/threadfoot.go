package charter

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// threadFoot stands under a measure or a box: a quiet way to see the red thread,
// and below it the thread itself. Where it breaks off, that is said at once.
type threadFoot struct {
	screen *Screen
	node   data.Place
	holes  *fyne.Container
	link   *kit.LinkBtn
	thread *kit.Thread
	view   data.ThreadView
}

func (s *Screen) threadFoot(node data.Place) *threadFoot {
	f := &threadFoot{screen: s, node: node, holes: kit.VStack(2), thread: kit.NewThread(s.deps)}
	f.thread.Mend = s.mend
	f.link = kit.NewLinkBtn("", func() { f.open(!s.threads[node]) })
	f.link.ID = "thread." + string(node.Kind) + node.Key
	return f
}

// show takes what there is to see. Closed, it shows only where the thread breaks off.
func (f *threadFoot) show(v data.ThreadView) {
	f.view = v
	say, open := f.screen.deps.Say, f.screen.threads[f.node]
	f.link.Hidden = len(v.Rows) == 0
	f.link.SetText(say.Count(len(v.Rows), "Red thread: %d link", "Red thread: %d links"))
	f.holes.Hidden = open || len(v.Holes) == 0
	if open {
		f.link.SetText(say.Text("Hide the red thread"))
		f.thread.Set(v)
		return
	}
	f.thread.Set(data.ThreadView{})
	f.holes.Objects = nil
	for _, h := range v.Holes {
		f.holes.Objects = append(f.holes.Objects, f.screen.holeRow(h))
	}
}

// holeRow says in a line where the thread breaks off, with what would mend it.
func (s *Screen) holeRow(h data.Hole) fyne.CanvasObject {
	sentence := kit.NewSmall(kit.Muted(s.deps.Say.Of(h.Text)))
	text, do := s.mend(h)
	if text == "" || s.deps.ReadOnly {
		return sentence
	}
	link := kit.NewLinkBtn(text, do)
	link.ID = "mend." + string(h.Node.Kind)
	return kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle, StackBelow: 300, StackGap: 2}, kit.Weight(1, sentence), kit.Own(link))
}

// open shows the thread or hides it again.
func (f *threadFoot) open(open bool) {
	f.screen.threads[f.node] = open
	f.show(f.view)
	f.screen.relayout()
}

// mend offers what would serve a measure again: an item, or a story where the
// measure counts stories.
func (s *Screen) mend(h data.Hole) (text string, do func()) {
	if h.Kind != data.HoleMeasure || s.deps.Go == nil {
		return "", nil
	}
	m := rowOf(s.state.View().snapshot.Measures, h.Node.ID, func(m *data.Measure) int64 { return m.ID })
	if m.Kind == data.MeasureStory {
		return s.deps.Say.Text("Write a story"), func() {
			s.deps.Go("backlog", kit.Begun{Row: data.ValueStory{MeasureID: h.Node.ID}})
		}
	}
	return s.deps.Say.Text("Add an item that serves it"), func() {
		s.deps.Go("backlog", kit.Begun{Row: data.Item{MeasureID: h.Node.ID}})
	}
}

// boxFoot stands under a box of the canvas: the red thread, and the offer to make
// something of its lines.
type boxFoot struct {
	*threadFoot
	box   data.BoxKey
	offer *kit.LinkBtn
	links *fyne.Container
	whole *fyne.Container
}

func (s *Screen) boxFoot(box data.BoxKey) *boxFoot {
	f := &boxFoot{threadFoot: s.threadFoot(data.BoxPlace(box)), box: box}
	f.offer = kit.NewLinkBtn("", func() { s.openOffer(box) })
	f.offer.ID = "offer." + string(box)
	f.links = kit.Wrap(look.GapInRow+4, f.link, f.offer)
	f.whole = kit.VStack(4, f.holes, f.links, f.thread.Content())
	return f
}

func (f *boxFoot) show() {
	s := f.screen
	v := s.state.View()
	f.threadFoot.show(v.Threads[f.box])
	lines := len(v.Offers[f.box])
	f.offer.Hidden = lines == 0 || s.deps.ReadOnly
	f.offer.SetText(offerWords(s.deps.Say, f.box, lines))
	f.links.Hidden = f.link.Hidden && f.offer.Hidden
	f.whole.Hidden = f.links.Hidden && f.holes.Hidden && f.thread.Content().Hidden
}
