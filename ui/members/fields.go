package members

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// buildFields makes the fields of a person; the rarer ones keep out of sight until they are wanted.
func (p *pane) buildFields() {
	say := p.screen.deps.Say
	p.fields = kit.NewFieldSet[data.Member](p.screen.deps)
	p.fields.Change, p.fields.OnResized = p.change, p.relayout
	f := p.fields
	p.unit = f.Text("unit", say.Text("Unit"), 0, func(m *data.Member) *string { return &m.Unit })
	p.knows = p.list("knows", say.Text("Ask about"), func(m *data.Member) *data.Lines { return &m.Knows })
	p.more = kit.VStack(10,
		f.Text("name", say.Text("Name"), 0, func(m *data.Member) *string { return &m.Name }),
		f.Text("email", say.Text("E-mail"), 0, func(m *data.Member) *string { return &m.Email }),
		f.Text("called", say.Text("Wants to be called"), 0, func(m *data.Member) *string { return &m.Called }),
		f.Text("sortAs", say.Text("Sorted in lists as"), 0, func(m *data.Member) *string { return &m.SortAs }),
		f.Text("organisation", say.Text("Organisation"), 0, func(m *data.Member) *string { return &m.Organisation }),
		f.Text("site", say.Text("Site"), 0, func(m *data.Member) *string { return &m.Site }),
		f.Text("timeZone", say.Text("Time zone"), 0, func(m *data.Member) *string { return &m.TimeZone }),
		p.list("interests", say.Text("Interested in"), func(m *data.Member) *data.Lines { return &m.Interests }),
		f.Date("joinedOn", say.Text("Joined on"), func(m *data.Member) *data.Date { return &m.JoinedOn }),
		f.Date("leftOn", say.Text("Left on"), func(m *data.Member) *data.Date { return &m.LeftOn }),
		f.Tick("resourcesOnly", say.Text("Wants our resources only"),
			func(m *data.Member) bool { return m.ResourcesOnly }, func(m *data.Member, on bool) { m.ResourcesOnly = on }),
		f.Tick("kind", say.Text("A contact outside the community"),
			func(m *data.Member) bool { return m.Kind == data.KindContact }, setContact),
		f.Text("note", say.Text("Note (only for you)"), 2, func(m *data.Member) *string { return &m.Note }))
	p.more.Hide()
}

// fieldNames are all fields of a person.
var fieldNames = []string{"unit", "knows", "name", "email", "called", "sortAs", "organisation", "site", "timeZone", "interests",
	"joinedOn", "leftOn", "resourcesOnly", "kind", "note"}

// list makes a field for a list of a few words, commas between them.
func (p *pane) list(name, label string, at func(m *data.Member) *data.Lines) fyne.CanvasObject {
	return p.fields.Words(name, label, 0, func(m *data.Member) string { return strings.Join(*at(m), ", ") },
		func(m *data.Member, text string) error { *at(m) = splitWords(text); return nil })
}

// change keeps one field of the person shown.
func (p *pane) change(field string, visit int, change func(*data.Member)) {
	s, id := p.screen, p.detail.Member.ID
	if id == 0 {
		return
	}
	s.deeds.Run(func() func() {
		err := s.state.Change(context.Background(), id, field, visit, change)
		return func() {
			if id != p.detail.Member.ID {
				s.deps.Fail(err) // somebody else is shown by now
				return
			}
			p.fields.Tell(field, err)
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

// splitWords reads what was typed with commas, semicolons, middle dots or line
// breaks between.
func splitWords(text string) data.Lines {
	return data.ParseLines(strings.NewReplacer(",", "\n", ";", "\n", "·", "\n").Replace(text))
}
