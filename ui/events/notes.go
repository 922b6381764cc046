package events

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// notesPart is the perfection game of the event shown: what was liked, and what would make it a 10. It keeps out of sight until
// there is a note.
type notesPart struct {
	pane    *pane
	list    *kit.List[data.PerfectionNote]
	add     *kit.LinkBtn
	content *fyne.Container
}

func newNotesPart(p *pane) *notesPart {
	n := &notesPart{pane: p}
	say := p.screen.deps.Say
	change := func(note data.PerfectionNote) {
		if !p.screen.deps.ReadOnly {
			p.screen.openNote(note)
		}
	}
	n.list = kit.NewList(kit.ListOptions[data.PerfectionNote]{
		Whole: true, Key: func(note data.PerfectionNote) int64 { return note.ID },
		Columns: []kit.Column[data.PerfectionNote]{
			{Fixed: 28, Text: func(note data.PerfectionNote) []kit.Span { return []kit.Span{kit.Muted(say.Text("%d", note.Score))} }},
			{Weight: 1, Text: n.spans},
		},
		OnTap: change, OnOpen: change, Menu: n.menuOf,
	})
	n.add = kit.NewLinkBtn(say.Text("Add another"), func() { p.screen.deps.Commands.Fire("events.note") })
	n.content = kit.VStack(6, kit.CardTitle(say.Text("What would make it a 10")), n.list, kit.Left(n.add))
	return n
}

func (n *notesPart) spans(note data.PerfectionNote) []kit.Span {
	say := n.pane.screen.deps.Say
	var spans []kit.Span
	if note.Better != "" {
		spans = append(spans, kit.Plain(note.Better))
	}
	if note.Liked != "" {
		before := ""
		if len(spans) > 0 {
			before = "\n"
		}
		spans = append(spans, kit.Span{Text: before + say.Text("Liked: %s", note.Liked), Color: look.ColorMuted, Size: look.SizeSmall})
	}
	if len(spans) == 0 {
		spans = append(spans, kit.Muted(say.Text("nothing to add")))
	}
	return spans
}

func (n *notesPart) show(d Detail) {
	n.list.SetRows(d.Notes)
	n.content.Hidden = len(d.Notes) == 0
	n.add.Hidden = n.pane.screen.deps.ReadOnly
}

func (n *notesPart) menuOf(note data.PerfectionNote) []*fyne.MenuItem {
	s, say := n.pane.screen, n.pane.screen.deps.Say
	if s.deps.ReadOnly {
		return nil
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Change…"), func() { s.openNote(note) }),
		fyne.NewMenuItem(say.Text("Remove"), func() {
			s.deeds.Do(func(ctx context.Context) error {
				_, err := s.state.rows.perfection.Remove(ctx, note.ID)
				return err
			}, nil)
		})}
}

// openNote asks for a note of the perfection game: improvements only, no complaints; who has no idea gives a 10
// (data/README.md, Feedback).
func (s *Screen) openNote(note data.PerfectionNote) {
	say := s.deps.Say
	save, fresh := say.Text("Save"), note.ID == 0
	if fresh {
		note.EventID, note.Score, save = cmp.Or(note.EventID, s.state.Selected()), 10, say.Text("Add")
	}
	form := kit.NewRowForm(s.deps, &note, data.PerfectionNoteFields).Line("score").Line("liked").Line("better")
	if fresh {
		form.Entry("score").Reset("") // nobody's points are guessed
	}
	form.Open(kit.Form{
		Title:    say.Text("What would make it a 10?"),
		Intro:    say.Text("The points say how much somebody could add to it; 10 means no idea how to make it better. Nobody's name is kept."),
		SaveText: save,
		Save:     func() error { return s.state.rows.perfection.Save(context.Background(), &note) },
	})
}
