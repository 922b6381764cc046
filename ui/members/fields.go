package members

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/kit"
)

// rarer are the fields of a person that keep out of sight until they are wanted.
var rarer = []string{"phone", "pronouns", "called", "sortAs", "organisation", "site", "timeZone", "askOpenly", "joinedOn", "leftOn", "resourcesOnly"}

// buildFields makes the fields of a person.
func (p *pane) buildFields() {
	p.fields = kit.NewFieldSet[data.Member](p.screen.deps, p.screen.deeds)
	p.fields.Change, p.fields.OnResized, p.fields.OnRefused = p.change, p.relayout, p.show
	p.fields.Row = func() kit.RowShown {
		return kit.RowShown{Table: "member", ID: p.detail.Member.ID, Name: p.detail.Member.Name}
	}
	p.fields.Reads = true
	p.name, p.knows = p.fields.Headline(data.MemberFields.Of("name")), p.field("knows", 0)
	p.main = kit.VStack(kit.ReadBetween, p.knows, halves(p.field("unit", 0), p.field("email", 0)), p.field("interests", 0))
	p.more = kit.VStack(kit.ReadBetween)
	for _, key := range rarer {
		p.more.Objects = append(p.more.Objects, p.field(key, 0))
	}
	p.more.Objects = append(p.more.Objects, p.fields.Tick("kind", p.screen.contactWords(),
		func(m *data.Member) bool { return m.Kind == data.KindContact }, setContact), p.field("note", 2))
	p.more.Hide()
}

// halves puts two fields side by side where there is room.
func halves(left, right fyne.CanvasObject) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: 24, StackBelow: 300, StackGap: kit.ReadBetween}, kit.Weight(1, left), kit.Weight(1.4, right))
}

func (p *pane) field(key string, rows int) *kit.Labelled {
	return p.fields.Of(data.MemberFields.Of(key), rows)
}

// contactWords stand beside the tick that is there in place of a choice between two kinds.
func (s *Screen) contactWords() string { return s.deps.Say.Text("A contact, not a member") }

// change keeps one field of the person shown.
func (p *pane) change(visit store.Visit, change func(*data.Member)) func(context.Context) error {
	id := p.detail.Member.ID
	if id == 0 {
		return nil
	}
	return func(ctx context.Context) error {
		return p.screen.state.rows.members.Change(ctx, id, visit, func(m *data.Member) {
			if change(m); visit.Field == "name" {
				takeApart(m)
			}
		})
	}
}

// takeApart puts an address that was typed beside the name where it belongs, if there is none yet.
func takeApart(m *data.Member) {
	if one, is := exchange.OnePerson(m.Name); is && one.Unit == "" && one.Phone == "" && (m.Email == "" || m.Email == one.Email) {
		m.Name, m.Email = one.Name, one.Email
	}
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
		p.moreBtn.SetText(p.screen.deps.Say.Text("Dates and more"))
	} else {
		p.moreBtn.SetText(p.screen.deps.Say.Text("Less"))
	}
}

// LeadTo shows a field of a person and puts the cursor into it.
func (s *Screen) LeadTo(spot kit.Spot) {
	s.arriveAt(spot.ID)
	s.WhenLoaded(func() {
		if s.pane.more.Hidden && slices.Contains(append(rarer, "note"), spot.Field) {
			s.pane.toggleMore()
		}
		s.deps.Focus(s.pane.fields.Input(spot.Field))
	})
}
