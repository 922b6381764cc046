package forsponsors

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Stories makes the value stories that may be told, and only those: with
// the person's name where that was agreed, without the witness where it was
// told anonymously (data/README.md, Sponsors).
func Stories(d *press.Draft) (press.Product, error) {
	told := d.ToldStories()
	if len(told) == 0 && len(d.Remarks) > 0 { // some are held back, which has been said why
		return nil, data.Fault(data.CodeNothing, "Every value story that may leave names somebody without consent to names. Take the names out of the stories, or ask whether they may be told with names.")
	}
	if len(told) == 0 {
		return nil, data.Fault(data.CodeNothing, "No value story may be told yet. Ask at the next event who used something from here, and whether it may be told.")
	}
	s := &storyPages{Running: press.NewRunning(d)}
	s.Open(s.Say.Text("What came of it"), s.Say.Text("Value stories of %s, told with consent", s.Community.Name))
	for i := range told {
		s.story(&told[i])
	}
	return s.Doc, s.Doc.Err()
}

type storyPages struct{ *press.Running }

func (s *storyPages) story(st *data.ValueStory) {
	say := s.Say
	s.Need(45)
	top := s.Area.Y
	number := s.Doc.PageNumber()
	s.Doc.Bookmark(1, st.Title, top)
	s.Indent(7)
	s.Text(st.Title, page.Style{Size: 14, Bold: true, LineHeight: 1.25}, 0.5)
	s.Text(press.Dotted(say.Of(st.Cycle.Phrase()), s.SpokenOr(st.Cycle.Question()), say.Date(st.On)), page.Style{Size: 9.5, Color: page.Muted}, 2.5)
	s.Facts([][2]string{
		{say.Text("Situation"), st.Situation},
		{say.Text("Met here"), st.Met},
		{say.Text("What they did"), st.Did},
		{say.Text("What came of it"), st.CameOfIt},
		{say.Text("Witness"), s.witness(st)},
		{say.Text("Whose story"), s.whose(st)},
	})
	s.Indent(-7)
	if number == s.Doc.PageNumber() {
		s.Doc.Box(page.Rect{X: s.Area.X, Y: top, W: 1.6, H: s.Area.Y - top - 2}, page.Look{Fill: page.Primary, Radius: 0.8})
	}
	s.Gap(5)
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
