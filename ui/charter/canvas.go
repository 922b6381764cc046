package charter

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// canvasPart holds the seven boxes of the vision canvas, each under the question
// of the workshop that fills it, and the force field (data/README.md, Canvas).
func (s *Screen) canvasPart() *part {
	say := s.deps.Say
	boxes := map[data.BoxKey]fyne.CanvasObject{}
	p := &part{}
	for _, key := range data.Boxes {
		foot := s.boxFoot(key)
		boxes[key] = kit.VStack(4, s.boxField(key), foot.whole)
		p.shows = append(p.shows, foot.show)
	}
	card := kit.NewCard(say.Text("Canvas"), say.Text("one idea a line"), stack(
		boxes[data.BoxVision], boxes[data.BoxImportance],
		halves(boxes[data.BoxHow], boxes[data.BoxMeasures]), boxes[data.BoxImpact],
		halves(boxes[data.BoxResources], boxes[data.BoxCommunication]), s.howToChange()))
	supports, slows := s.table(TableSupports), s.table(TableSlows)
	forces := kit.NewCard(say.Text("What helps, what brakes"), "", halves(supports.box, slows.box))
	p.left, p.right = []fyne.CanvasObject{card, forces}, []fyne.CanvasObject{s.wall.card}
	p.shows = append(p.shows, supports.show, slows.show)
	return p
}

// boxField is the field of one box.
func (s *Screen) boxField(key data.BoxKey) fyne.CanvasObject {
	say, name := s.deps.Say, string(key)
	label := say.Text("%s: %s", key.Phrase(), key.Question())
	l := s.boxes.Words(name, label, 3,
		func(t *typed) string { return bulleted(t.view.Boxes[key]) },
		func(t *typed, text string) error { t.text = text; return nil })
	l.About = data.CanvasBoxFields.Of("lines").ID()
	s.grows(l)
	s.spot("box."+name, l, func() fyne.Focusable { return s.boxes.Input(name) })
	return l
}
