package backlog

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
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
		if !s.deps.ReadOnly && v.Column != data.ColumnParked {
			c.Add = s.deps.Say.Text("Add to %s", v.Title)
		}
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
	s.Put(s.boardBox)
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
	stack.Objects = append(stack.Objects, kit.Pad(kit.Edges{Top: 2}, kit.Apart(chip, kit.NewVotes(v.Votes))))
	return stack
}

// moved is called when items were dropped, or moved by keys or menu.
func (s *Screen) moved(ids []int64, column string, index int) {
	to := data.Column(column)
	elsewhere := func(id int64) bool { item, there := s.state.Item(id); return there && item.Column != to }
	if to == data.ColumnParked && slices.ContainsFunc(ids, elsewhere) {
		s.askReason(ids)
		return
	}
	s.move(ids, to, index)
}

// move moves items; the board shows it when the store has told of it. One is seen to move; of several it is said.
func (s *Screen) move(ids []int64, to data.Column, index int) {
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.Move(ctx, ids, to, index, "") }, func(done store.Done) {
		if len(ids) > 1 {
			s.offerUndo(ids, s.deps.Say.Count(len(ids), "%d item was moved to %s.", "%d items were moved to %s.", to.Phrase()), done)
		}
	})
}

// atEnd is a place past the end of every column.
const atEnd = 1 << 30

// askReason asks why items are parked (data/README.md, Backlog).
func (s *Screen) askReason(ids []int64) {
	say, n, title := s.deps.Say, len(ids), s.titleOf(ids)
	var row data.Item
	kit.NewRowForm(s.deps, &row, data.ItemFields).Line("parkedReason").OpenMany(s.deeds, kit.Form{
		Title:    say.Count(n, "Park “%[2]s”", "Park %[1]d items", title),
		Intro:    say.Text("A parked item is out of the way until it is taken up again or removed."),
		SaveText: say.Text("Park it"),
	}, func(ctx context.Context) (store.Done, error) {
		if data.CleanLine(row.ParkedReason) == "" {
			return store.Done{}, data.Invalid("parkedReason", "Please fill this in.")
		}
		return s.state.Move(ctx, ids, data.ColumnParked, atEnd, row.ParkedReason)
	}, func(done store.Done) {
		s.offerUndo(ids, say.Count(n, "“%[2]s” is parked.", "%[1]d items are parked.", title), done)
	})
}
