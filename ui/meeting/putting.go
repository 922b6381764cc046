package meeting

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// putting is where ideas are written down, put together and given dots, in the parts in which people put something forward.
type putting struct {
	view    *View
	field   *kit.TextField
	list    *kit.List[Idea]
	drag    *dragging
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
	p.field.OnLine(p.put)
	p.list = kit.NewList(kit.ListOptions[Idea]{
		Whole: true, Keys: v, Key: func(l Idea) int64 { return l.ID },
		Columns: []kit.Column[Idea]{
			{Weight: 1, Text: ideaSpans},
			{Fixed: 60, Text: func(l Idea) []kit.Span {
				if l.Votes == 0 || l.Within {
					return nil
				}
				return []kit.Span{{Sign: kit.Dot, Color: look.ColorPrimary}, kit.Bold(say.Text(" %d", l.Votes))}
			}},
		},
		OnOpen: func(l Idea) { v.deeds.Do(v.state.Dots(l.Head(), 1), nil) }, Menu: p.menuOf,
	})
	p.drag = newDragging(v, p.list)
	p.topics = kit.NewLinkBtn(say.Text("Make them the topics, in this order"), func() {
		v.state.SetTopics()
		v.moved()
		v.Focus()
	})
	p.topics.ID = "meeting.topics"
	p.topics.PassKeys(v)
	votes := kit.NewLinkBtn(say.Text("Count votes…"), v.openVoting)
	votes.PassKeys(v)
	p.content = kit.NewCard(say.Text("Ideas"), "", kit.VStack(10, p.field, p.drag, kit.Left(p.topics),
		kit.Note(say.Text("Drag an idea onto another that says the same. Enter on one gives it a dot; a right click does all else."))))
	p.content.SetCorner(kit.Line(kit.NewKeyCap("I"), votes))
	return p
}

func ideaSpans(l Idea) []kit.Span {
	spans := []kit.Span{kit.Plain(l.Text)}
	if l.Within {
		spans = []kit.Span{{Text: indent}, kit.Muted(l.Text)}
	}
	if l.Placed {
		spans = append(spans, kit.Span{Text: "  ✓", Color: look.ColorGood, Bold: true})
	}
	return spans
}

func (p *putting) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		return p.view.fieldKeys(p.field, e)
	}
	p.put()
	return true
}

// put writes the idea down that stands in the field.
func (p *putting) put() {
	if typed := data.CleanLine(p.field.Text); typed != "" && !p.view.Deps.ReadOnly {
		p.view.deeds.DoTyped(kit.Typed{Field: p.field, Deed: p.view.state.AddIdea(typed)})
	}
}

func (p *putting) menuOf(l Idea) []*fyne.MenuItem {
	v, say := p.view, p.view.Deps.Say
	if v.Deps.ReadOnly {
		return nil
	}
	var items []*fyne.MenuItem
	add := func(words string, deed func(context.Context) error) {
		items = append(items, fyne.NewMenuItem(words, func() { v.deeds.Do(deed, nil) }))
	}
	if l.Within {
		add(say.Text("“%s” stands alone", l.Text), v.state.Group(l.ID, 0))
	} else {
		add(say.Text("One dot more"), v.state.Dots(l.ID, 1))
		if l.Votes > 0 {
			add(say.Text("One dot less"), v.state.Dots(l.ID, -1))
		}
	}
	for _, t := range v.state.Targets() {
		add(t.Text, v.state.Into(l.MeetingLine, t.Key))
	}
	for _, other := range v.state.Ideas() {
		if other.ID != l.Head() && len(items) < mostInMenu {
			add(say.Text("It belongs to “%s”", other.Text), v.state.Group(l.ID, other.ID))
		}
	}
	return append(items, fyne.NewMenuItem(say.Text("Take it back"), func() { v.takeBack(l.ID, l.Text) }))
}

func (p *putting) show() {
	s := p.view.state
	collects := s.Collects()
	hide(p.content, !collects)
	if !collects {
		return
	}
	p.list.SetRows(s.Listed())
	_, takes := s.TakesTopics()
	hide(p.topics, !takes)
}
