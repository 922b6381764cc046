package members

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// rarer are the fields of a person that keep out of sight until they are wanted.
var rarer = []string{"name", "email", "phone", "pronouns", "called", "sortAs", "organisation", "site", "timeZone", "interests", "joinedOn", "leftOn", "resourcesOnly"}

// buildFields makes the fields of a person.
func (p *pane) buildFields() {
	p.fields = kit.NewFieldSet[data.Member](p.screen.deps)
	p.fields.Change, p.fields.OnResized = p.change, p.relayout
	p.unit, p.knows = p.field("unit", 0), p.field("knows", 0)
	p.more = kit.VStack(10)
	for _, key := range rarer {
		p.more.Objects = append(p.more.Objects, p.field(key, 0))
	}
	p.more.Objects = append(p.more.Objects, p.fields.Tick("kind", p.screen.contactWords(),
		func(m *data.Member) bool { return m.Kind == data.KindContact }, setContact), p.field("note", 2))
	p.more.Hide()
}

func (p *pane) field(key string, rows int) *kit.Labelled {
	return p.fields.Of(data.MemberFields.Of(key), rows)
}

// contactWords stand beside the tick that is there in place of a choice between two kinds.
func (s *Screen) contactWords() string { return s.deps.Say.Text("A contact outside the community") }

// change keeps one field of the person shown.
func (p *pane) change(visit store.Visit, change func(*data.Member)) {
	s, id := p.screen, p.detail.Member.ID
	if id == 0 {
		return
	}
	s.deeds.Run(func() func() {
		err := s.state.rows.members.Change(context.Background(), id, visit, change)
		return func() {
			if id != p.detail.Member.ID {
				s.deps.Fail(err) // somebody else is shown by now
				return
			}
			p.fields.Tell(visit.Field, err)
		}
	})
}

func setContact(m *data.Member, contact bool) {
	m.Kind = data.KindMember
	if contact {
		m.Kind = data.KindContact
	}
}

func (p *pane) toggleMore() {
	p.more.Hidden = !p.more.Hidden
	p.showMoreWords()
	p.relayout()
}

func (p *pane) showMoreWords() {
	if p.more.Hidden {
		p.moreBtn.SetText(p.screen.deps.Say.Text("Name, dates and more"))
	} else {
		p.moreBtn.SetText(p.screen.deps.Say.Text("Less"))
	}
}
