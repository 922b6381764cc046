package events

import (
	"context"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// linking is the open list in which is ticked what an event serves.
type linking struct {
	screen  *Screen
	eventID int64
	search  *kit.TextField
	list    *kit.List[Link]
}

// openLinking opens the list for the event shown: boxes of the canvas, items, stories. Every tick is kept at once.
func (s *Screen) openLinking() {
	say := s.deps.Say
	l := &linking{screen: s, eventID: s.state.Selected()}
	toggle := func(link Link) { s.link(link, !link.Linked) }
	l.list = kit.NewList(kit.ListOptions[Link]{
		Key: Link.key, Section: l.section,
		Columns: []kit.Column[Link]{{Weight: 1, Text: linkSpans}},
		OnTap:   toggle, OnOpen: toggle,
	})
	l.search = kit.NewSearch(say.Text("Find…"), func(string) { l.show() })
	l.list.Follow(l.search, toggle)
	s.linking = l
	var dialog *kit.Dialog
	done := kit.NewBtn(kit.Primary, say.Text("Done"), func() { dialog.Close() })
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: say.Text("What does “%s” serve?", s.called(&s.pane.detail.Event)), Width: 520,
		Body:    kit.VStack(10, l.search, kit.High(listHigh, l.list)),
		Foot:    kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Spring(), kit.Own(done)),
		OnClose: func() { s.linking = nil },
	})
	l.show()
	s.deps.Focus(l.search)
}

// show lists what matches; the ticks come from the file.
func (l *linking) show() { l.list.SetRows(l.screen.state.Links(l.eventID, l.search.Text)) }

func (l *linking) section(link Link) string {
	say := l.screen.deps.Say
	switch link.Node.Kind {
	case data.PlaceItem:
		return say.Text("Items of the board")
	case data.PlaceStory:
		return say.Text("Value stories")
	}
	return say.Text("Boxes of the canvas")
}

func linkSpans(link Link) []kit.Span {
	sign := kit.EmptyBox
	if link.Linked {
		sign = kit.TickedBox
	}
	spans := []kit.Span{{Sign: sign, Color: look.ColorField}, kit.Plain(gap + link.Title)}
	if link.About != "" {
		spans = append(spans, kit.Span{Text: "\n" + link.About, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	return spans
}

// link links the event shown with a thing, or unlinks it.
func (s *Screen) link(link Link, linked bool) {
	id := s.state.Selected()
	s.deeds.Do(func(ctx context.Context) error { return s.state.SetLink(ctx, id, link.Node, linked) }, nil)
}

// thinking is what is being found out.
type thinking struct {
	programme *Programme
	id        int64
}

// think finds out what takes a moment about the event shown, away from the window, and shows it.
func (s *Screen) think() {
	programme, id := s.state.programme, s.state.Selected()
	now := thinking{programme, id}
	if id == 0 || programme.thought(id) || s.thinking == now {
		return
	}
	s.thinking = now
	s.deps.Runner.Run(func() func() {
		found := programme.think(id)
		return func() {
			if programme.thought(id) {
				return
			}
			found.into(programme)
			if s.state.programme == programme && s.state.Selected() == id {
				s.pane.show()
			}
		}
	})
}
