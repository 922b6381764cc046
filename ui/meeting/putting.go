package meeting

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// putting is where ideas are written down, put together and given dots, in the parts in which people put something forward.
type putting struct {
	view    *View
	field   *kit.TextField
	list    *kit.List[data.MeetingLine]
	topics  *kit.LinkBtn
	content *kit.Card
}

func newPutting(v *View) *putting {
	say := v.Deps.Say
	p := &putting{view: v}
	p.field = kit.NewEntry("")
	p.field.ID = "meeting.idea"
	p.field.SetPlaceHolder(say.Text("One idea, then Enter"))
	p.field.OnKey = p.key
	p.list = kit.NewList(kit.ListOptions[data.MeetingLine]{
		Whole: true, Keys: v, Key: func(l data.MeetingLine) int64 { return l.ID },
		Columns: []kit.Column[data.MeetingLine]{
			{Weight: 1, Text: p.spans},
			{Fixed: 60, Text: func(l data.MeetingLine) []kit.Span {
				if l.Votes == 0 {
					return nil
				}
				return []kit.Span{{Sign: kit.Dot, Color: look.ColorPrimary}, kit.Bold(say.Text(" %d", l.Votes))}
			}},
		},
		OnOpen: func(l data.MeetingLine) { v.deeds.Do(v.state.Dots(l.ID, 1), nil) }, Menu: p.menuOf,
	})
	p.topics = kit.NewLinkBtn(say.Text("Make them the topics, in this order"), func() {
		v.state.SetTopics()
		v.moved()
		v.Focus()
	})
	p.topics.ID = "meeting.topics"
	p.topics.PassKeys(v)
	votes := kit.NewLinkBtn(say.Text("Count votes…"), v.openVoting)
	votes.PassKeys(v)
	p.content = kit.NewCard(say.Text("Ideas"), "", kit.VStack(10, p.field, p.list, kit.Left(p.topics),
		kit.Note(say.Text("Enter on an idea gives it a dot; a right click takes one away, puts it to another, or takes it back."))))
	p.content.SetCorner(kit.Line(kit.NewKeyCap("I"), votes))
	return p
}

func (p *putting) spans(l data.MeetingLine) []kit.Span {
	spans := []kit.Span{kit.Plain(l.Text)}
	if alike := p.view.state.Alike(l.ID); len(alike) > 0 {
		spans = append(spans, kit.Span{Text: "\n" + strings.Join(alike, " · "), Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

func (p *putting) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		return p.view.pageKeys(e)
	}
	typed := p.field.Text
	if data.CleanLine(typed) == "" || p.view.Deps.ReadOnly {
		return true
	}
	p.view.deeds.Do(p.view.state.AddIdea(data.CleanLine(typed)), func() {
		if p.field.Text == typed {
			p.field.Reset("")
		}
	})
	return true
}

func (p *putting) menuOf(l data.MeetingLine) []*fyne.MenuItem {
	v, say := p.view, p.view.Deps.Say
	if v.Deps.ReadOnly {
		return nil
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("One dot more"), func() { v.deeds.Do(v.state.Dots(l.ID, 1), nil) })}
	if l.Votes > 0 {
		items = append(items, fyne.NewMenuItem(say.Text("One dot less"), func() { v.deeds.Do(v.state.Dots(l.ID, -1), nil) }))
	}
	for _, box := range v.state.Fills() {
		items = append(items, fyne.NewMenuItem(say.Text("Into the box “%s”", box.Phrase()), func() { v.deeds.Do(v.state.IntoBox(l, box), nil) }))
	}
	for _, other := range v.state.Ideas() {
		if other.ID != l.ID && len(items) < mostInMenu {
			items = append(items, fyne.NewMenuItem(say.Text("It belongs to “%s”", other.Text), func() { v.deeds.Do(v.state.Group(l.ID, other.ID), nil) }))
		}
	}
	for _, part := range v.state.parted(l.ID) {
		items = append(items, fyne.NewMenuItem(say.Text("“%s” stands alone", part.Text), func() { v.deeds.Do(v.state.Group(part.ID, 0), nil) }))
	}
	return append(items, fyne.NewMenuItem(say.Text("Take it back"), func() { v.takeBack(l.ID, l.Text) }))
}

// parted are those that were put to an idea.
func (s *State) parted(id int64) []data.MeetingLine {
	var parts []data.MeetingLine
	for _, l := range s.snapshot.LinesOf(s.event.ID, data.LineIdea) {
		if l.WithID == id {
			parts = append(parts, l)
		}
	}
	return parts
}

func (p *putting) show() {
	s := p.view.state
	collects := s.Collects()
	hide(p.content, !collects)
	if !collects {
		return
	}
	p.list.SetRows(s.Ideas())
	_, takes := s.TakesTopics()
	hide(p.topics, !takes)
}
