package reports

import (
	"copleader/data"
	"copleader/reports/page"
)

// makeStories makes the value stories that may be told, and only those: with
// the person's name where that was agreed, without the witness where it was
// told anonymously (domain.md 12).
func makeStories(d *draft) (product, error) {
	told := (&results{draft: d}).toldStories()
	if len(told) == 0 {
		return nil, data.Fault(data.CodeNothing, "No value story may be told yet. Ask at the next event who used something from here, and whether it may be told.")
	}
	s := &storyPages{running: newRunning(d)}
	s.open(s.say.Text("What came of it"), s.say.Text("Value stories of %s, told with consent", s.Community.Name))
	for i := range told {
		s.story(&told[i])
	}
	return s.doc, s.doc.Err()
}

type storyPages struct{ *running }

func (s *storyPages) story(st *data.ValueStory) {
	say := s.say
	s.need(45)
	top := s.area.Y
	number := s.doc.PageNumber()
	s.doc.Bookmark(1, st.Title, top)
	s.indent(7)
	s.text(st.Title, page.Style{Size: 14, Bold: true, LineHeight: 1.25}, 0.5)
	s.text(dotted(say.Of(st.Cycle.Phrase()), spokenOr(s.draft, st.Cycle.Question()), say.Date(st.On)), page.Style{Size: 9.5, Color: page.Muted}, 2.5)
	s.facts([][2]string{
		{say.Text("Situation"), st.Situation},
		{say.Text("Met here"), st.Met},
		{say.Text("What they did"), st.Did},
		{say.Text("What came of it"), st.CameOfIt},
		{say.Text("Witness"), s.witness(st)},
		{say.Text("Whose story"), s.whose(st)},
	})
	s.indent(-7)
	if number == s.doc.PageNumber() {
		s.doc.Box(page.Rect{X: s.area.X, Y: top, W: 1.6, H: s.area.Y - top - 2}, page.Look{Fill: page.Primary, Radius: 0.8})
	}
	s.gap(5)
}

// indent moves the left edge of what follows.
func (p *running) indent(by float64) {
	p.side += by
	p.area = page.Rect{X: p.area.X + by, Y: p.area.Y, W: p.area.W - by, H: p.area.H}
}

// witness is left out of what was told anonymously: it could point at the person.
func (s *storyPages) witness(st *data.ValueStory) string {
	if st.Consent == data.ConsentAnonymous {
		return ""
	}
	return st.Evidence
}

// whose is the person's name, only with that consent.
func (s *storyPages) whose(st *data.ValueStory) string {
	if st.Consent != data.ConsentNamed {
		return ""
	}
	m, _ := s.MemberByID(st.MemberID)
	return m.Name
}
