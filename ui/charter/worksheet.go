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
	p := &part{}
	body := kit.VStack(14)
	for _, key := range data.WorksheetQuestions {
		if strings.HasPrefix(key, string(phase)+".") {
			q := s.question(key)
			body.Objects = append(body.Objects, q.box)
			p.shows = append(p.shows, q.show)
		}
	}
	card := kit.NewCard(say.Of(phase.Phrase()), "", body)
	cards, answered := s.phaseCards(phase), kit.NewSmall()
	about := kit.NewCard(say.Text("Answer together"), "", kit.VStack(6, kit.NewBody(kit.Plain(say.Text(
		"Take the questions that matter now, and come back to them at least once a year. Every day's answers are kept, so that you can see how you have changed."))), answered))
	right := kit.VStack(14, cards.ready, cards.help, about)
	p.content = s.columns(card, right)
	p.shows = append(p.shows, cards.show, func() {
		v, note := s.state.View().Growth.Phases[phase], ""
		if v.Current {
			note = say.Text("what we are working on now")
		}
		card.SetNote(note)
		answered.Hidden = v.Answered == ""
		answered.Set(kit.Muted(v.Answered))
		if v.Stale {
			answered.Set(kit.Warned(say.Text("%s It is time to come back to it.", v.Answered)))
		}
	})
	return p
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

func (s *Screen) question(key string) *question {
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
	s.spot(key, l, func() fyne.Focusable { return s.answers.Input(key) })
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
