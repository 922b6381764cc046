package charter

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// worksheetPart holds the questions of a phase with their answers
// (data/README.md, Worksheets).
func (s *Screen) worksheetPart(phase data.Phase) *part {
	say := s.deps.Say
	w := &worksheet{screen: s, phase: phase, body: kit.VStack(14), answered: kit.NewSmall(), cards: s.phaseCards(phase)}
	p := &part{open: func() { w.fold(false) }}
	for _, key := range data.WorksheetQuestions {
		if strings.HasPrefix(key, string(phase)+".") {
			q := s.question(key, func() { w.fold(false) })
			w.body.Objects = append(w.body.Objects, q.box)
			p.shows = append(p.shows, q.show)
		}
	}
	w.body.Objects = append([]fyne.CanvasObject{kit.NewSmall(kit.Muted(say.Text(
		"Take the questions that matter now, and come back to them at least once a year. Every day's answers are kept, so that you can see how you have changed.")))},
		w.body.Objects...)
	w.toggle = kit.NewLinkBtn("", func() { w.fold(w.body.Visible()) })
	w.toggle.ID = "phase.open." + string(phase)
	w.card = kit.NewCard(say.Of(phase.Phrase()), "", kit.VStack(8, w.answered, kit.Left(w.toggle), w.body))
	w.body.Hide()
	w.cards.ready.Hide()
	p.left, p.right = []fyne.CanvasObject{w.card}, []fyne.CanvasObject{w.cards.ready, w.cards.help}
	p.shows = append(p.shows, w.cards.show, w.show)
	return p
}

// worksheet is the card of a phase: its questions keep out of sight until it is the phase worked on, or is gone to.
type worksheet struct {
	screen   *Screen
	phase    data.Phase
	card     *kit.Card
	body     *fyne.Container
	toggle   *kit.LinkBtn
	answered *kit.Para
	cards    *phaseCards
	seen     bool // was shown before
}

// fold shows the questions or not.
func (w *worksheet) fold(away bool) {
	kit.SetShown(w.body, !away)
	w.show()
	w.screen.relayout()
}

func (w *worksheet) show() {
	say, v, note := w.screen.deps.Say, w.screen.state.View().Growth.Phases[w.phase], ""
	if !w.seen && v.Current {
		w.body.Show()
	}
	w.seen = true
	if v.Current {
		note = say.Text("what we are working on now")
	}
	w.card.SetNote(note)
	w.toggle.SetText(say.Text("Show the questions"))
	if w.body.Visible() {
		w.toggle.SetText(say.Text("Hide the questions"))
	}
	w.answered.Hidden = v.Answered == ""
	w.answered.Set(kit.Muted(v.Answered))
	if v.Stale {
		w.answered.Set(kit.Warned(say.Text("%s It is time to come back to it.", v.Answered)))
	}
	w.cards.ready.Hidden = !w.body.Visible()
}

// question is one question of a worksheet with its answers.
type question struct {
	screen  *Screen
	key     string
	box     *fyne.Container
	when    *kit.Para
	toggle  *kit.LinkBtn
	earlier *fyne.Container
	shown   []Answer
}

func (s *Screen) question(key string, unfold func()) *question {
	q := &question{screen: s, key: key, when: kit.Note(""), earlier: kit.VStack(6)}
	l := s.answers.Words(key, s.deps.Say.Of(data.QuestionText(key)), 2,
		func(t *typed) string {
			if answers := t.view.Answers[key]; len(answers) > 0 {
				return answers[0].Text
			}
			return ""
		},
		func(t *typed, text string) error { t.text = text; return nil })
	l.About = data.WorksheetAnswerFields.Of("text").ID()
	s.grows(l)
	s.spot(key, l, func() fyne.Focusable {
		unfold()
		return s.answers.Input(key)
	})
	q.toggle = kit.NewLinkBtn("", func() {
		q.earlier.Hidden = !q.earlier.Hidden
		q.words()
		s.relayout()
	})
	q.toggle.ID = "earlier." + key
	q.earlier.Hide()
	q.box = kit.VStack(4, l, kit.Row(kit.RowOptions{Gap: 12, Align: kit.Middle}, kit.Own(q.when), kit.Own(q.toggle), kit.Spring()), q.earlier)
	return q
}

func (q *question) show() {
	answers := q.screen.state.View().Answers[q.key]
	q.when.Hidden = len(answers) == 0
	if len(answers) > 0 {
		q.when.SetText(answers[0].When)
	}
	q.words()
	if slices.Equal(answers, q.shown) {
		return
	}
	q.shown = answers
	q.earlier.Objects = nil
	for _, a := range answers[min(1, len(answers)):] {
		text := a.Text
		if text == "" {
			text = q.screen.deps.Say.Text("(left empty)")
		}
		q.earlier.Objects = append(q.earlier.Objects, kit.NewBox(quiet(8), kit.NewSmall(kit.Muted(a.On+"\n"), kit.Plain(text))))
	}
}

// words says on the link what it would do.
func (q *question) words() {
	n := len(q.screen.state.View().Answers[q.key]) - 1
	q.toggle.Hidden = n < 1
	if q.earlier.Hidden {
		q.toggle.SetText(q.screen.deps.Say.Count(n, "Show %d earlier answer", "Show %d earlier answers"))
	} else {
		q.toggle.SetText(q.screen.deps.Say.Text("Hide earlier answers"))
	}
}
