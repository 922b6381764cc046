package backlog

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// paper is an item as it was drawn last; one that has not changed is not drawn anew.
type paper struct {
	view    ItemView
	content fyne.CanvasObject
}

// showBoard draws the stored order, or says why there is nothing.
func (s *Screen) showBoard() {
	switch {
	case s.state.Empty():
		s.Put(s.firstStep())
		return
	case s.state.Found() == 0 && s.state.Filtered():
		s.Put(s.nothingFound())
		return
	}
	views := s.state.Columns()
	columns := make([]kit.BoardColumn, len(views))
	s.dropPapers()
	for i, v := range views {
		c := kit.BoardColumn{ID: string(v.Column), Title: v.Title, Note: v.Note, Items: make([]kit.BoardItem, len(v.Items))}
		if v.Over {
			c.NoteTone = kit.WarnTone
		}
		if v.Column == data.ColumnParked {
			c.Rail, c.RailText = true, s.state.RailText()
		}
		for n, item := range v.Items {
			p, drawn := s.papers[item.ID]
			if !drawn || p.view != item {
				p = paper{item, drawItem(item)}
				s.papers[item.ID] = p
			}
			c.Items[n] = kit.BoardItem{ID: item.ID, Title: item.Title, Content: p.content}
		}
		columns[i] = c
	}
	s.board.SetColumns(columns)
	s.Put(s.board)
}

// dropPapers forgets the drawings of items that are gone. Those that a search hides are kept: it is about to end.
func (s *Screen) dropPapers() {
	for id := range s.papers {
		if _, there := s.state.Item(id); !there {
			delete(s.papers, id)
		}
	}
}

// drawItem draws what stands on an item.
func drawItem(v ItemView) fyne.CanvasObject {
	stack := kit.VStack(4, kit.NewBody(kit.Bold(v.Title)))
	var spans []kit.Span
	for _, r := range v.Remarks {
		if r.Text == "" {
			break
		}
		if last := len(spans) - 1; last >= 0 {
			// The dot stays with the words before it, so that no line begins with one.
			spans[last].Text += "\u00a0·"
			spans = append(spans, kit.Muted(" "))
		}
		span := kit.Muted(r.Text)
		if r.Warn {
			span = kit.Warned(r.Text)
		}
		spans = append(spans, span)
	}
	if len(spans) > 0 {
		stack.Objects = append(stack.Objects, kit.NewSmall(spans...))
	}
	chip := kit.NewChip(kit.PlainTone, v.Kind)
	stack.Objects = append(stack.Objects, kit.Pad(kit.Edges{Top: 2}, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle},
		kit.Own(chip), kit.Weight(1, kit.NewVotes(v.Votes)))))
	return stack
}

// moved is called when an item was dropped, or moved by keys or menu.
func (s *Screen) moved(id int64, column string, index int) {
	to := data.Column(column)
	item, ok := s.state.Item(id)
	if !ok {
		return
	}
	if to == data.ColumnParked && item.Column != to {
		s.askReason(id)
		return
	}
	s.move(id, to, index)
}

// move moves an item; the board shows it when the store has told of it.
func (s *Screen) move(id int64, to data.Column, index int) {
	s.deeds.Do(func(ctx context.Context) error { return s.state.Move(ctx, id, to, index, "") }, nil)
}

// atEnd is a place past the end of every column.
const atEnd = 1 << 30

// askReason asks why an item is parked (data/README.md, Backlog).
func (s *Screen) askReason(id int64) {
	say := s.deps.Say
	item, _ := s.state.Item(id)
	item.ParkedReason = ""
	kit.NewRowForm(s.deps, &item, data.ItemFields).Line("parkedReason").Open(kit.Form{
		Title:    say.Text("Park “%s”", item.Title),
		Intro:    say.Text("A parked item is out of the way until it is taken up again or removed."),
		SaveText: say.Text("Park it"),
		Save: func() error {
			if data.CleanLine(item.ParkedReason) == "" {
				return data.Invalid("parkedReason", "Please fill this in.")
			}
			return s.state.Move(context.Background(), id, data.ColumnParked, atEnd, item.ParkedReason)
		},
	})
}
