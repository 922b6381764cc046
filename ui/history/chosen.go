package history

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

func (s *Screen) choose(m entry) {
	s.chosen = m.ActMark
	s.showChosen()
}

// rowsTold is how many rows of an act are told.
const rowsTold = 40

// showChosen tells what the chosen act did.
func (s *Screen) showChosen() {
	say, m := s.deps.Say, s.chosen
	s.back = false
	if s.deps.ForGuests() {
		s.put()
		return
	}
	if n := s.list.MarkCount(); n > 1 {
		s.put(kit.NewPara(kit.Muted(say.Count(n, "%d deed is chosen.", "%d deeds are chosen. What they removed can be brought back together, below the list."))))
		return
	}
	if m.ID == 0 {
		s.put(kit.NewPara(kit.Muted(say.Text("Choose a deed to see what was before and after."))))
		return
	}
	s.deps.Runner.Run(func() func() {
		changes, more, err := s.store.Changes(context.Background(), m.ID, rowsTold)
		acts, failed := s.store.ActsWith(context.Background(), m.ID)
		var would standing
		would.acts, would.all, _ = s.store.Standing(context.Background(), m.ID, deedsListed) // else it is not offered
		back, unsure := s.store.Bringable(context.Background(), m.ID)
		snapshot, unread := s.store.Snapshot(context.Background())
		return func() {
			if failed := errors.Join(err, failed, unsure, unread); failed != nil {
				s.deps.Fail(failed)
				return
			}
			if s.chosen.ID != m.ID {
				return
			}
			at := m.At.Local()
			parts := []fyne.CanvasObject{kit.CardTitle(s.word(acts[m.ID])), kit.Note(say.Text("%s, %s", data.DateOf(at), at.Format("15:04")))}
			parts = append(parts, s.ways(m, back, would)...)
			for _, r := range s.rows(changes, snapshot) {
				parts = append(parts, kit.NewRule(), r)
			}
			if more > 0 {
				parts = append(parts, kit.Note(say.Count(more, "… and %d row more", "… and %d rows more")))
			}
			s.put(parts...)
		}
	})
}

func (s *Screen) put(parts ...fyne.CanvasObject) {
	s.pane.Objects = parts
	s.pane.Refresh()
	s.content.Refresh()
}

// rows tell what became of rows, those that look alike and show nothing of what they hold together: a ballot changes one for each card.
func (s *Screen) rows(changes []store.RowChange, now *data.Snapshot) (told []fyne.CanvasObject) {
	say := s.deps.Say
	alike, at := map[string]int{}, map[string]*fyne.Container{}
	for i := range changes {
		title := s.rowTitle(&changes[i])
		row := kit.VStack(2, append([]fyne.CanvasObject{kit.NewBody(kit.Bold(title))}, s.rowFields(&changes[i])...)...)
		if forget := s.forgetting(&changes[i], now); forget != nil {
			row.Add(kit.Left(forget))
		}
		if len(row.Objects) > 1 {
			told = append(told, row)
			continue
		}
		if alike[title]++; alike[title] == 1 {
			at[title] = row
			told = append(told, row)
		}
	}
	for title, n := range alike {
		if n > 1 {
			at[title].Add(kit.NewSmall(kit.Muted(say.Count(n, "%d entry", "%d entries"))))
		}
	}
	return told
}

// rowTitle is what a row is called, and what became of it.
func (s *Screen) rowTitle(c *store.RowChange) string {
	say := s.deps.Say
	var called []string
	if !c.Kind.IsZero() {
		called = append(called, say.Of(c.Kind))
	}
	for _, name := range c.Called {
		called = append(called, say.Text("%s", name))
	}
	title := strings.Join(called, ", ")
	switch c.Op {
	case "insert":
		title = say.Text("Added: %s", title)
	case "delete":
		title = say.Text("Removed: %s", title)
	}
	return title
}

// forgetting offers to erase a person who was removed; nil where the row is no such person's.
func (s *Screen) forgetting(c *store.RowChange, now *data.Snapshot) fyne.CanvasObject {
	if _, there := now.MemberByID(c.Row.ID); s.deps.ReadOnly || c.Row.Table != "member" || there {
		return nil
	}
	forget := kit.NewLinkBtn(s.deps.Say.Text("Forget for good…"), func() { s.askErase(c.Row.ID) })
	forget.ID = fmt.Sprint("history.erase.", c.Row.ID)
	return forget
}

// askErase says what the file still knows of somebody who was removed, and asks whether that is to go.
func (s *Screen) askErase(id int64) {
	s.deps.Runner.Run(func() func() {
		plan, err := s.store.ErasePlan(context.Background(), id)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			kit.AskErase(s.deps, s.deeds, s.store, plan, s.Load)
		}
	})
}

// rowFields tell the fields of a row before and after.
func (s *Screen) rowFields(c *store.RowChange) (lines []fyne.CanvasObject) {
	say := s.deps.Say
	for _, f := range c.Fields {
		label, before, after := say.Of(f.Label), say.Of(f.Before), say.Of(f.After)
		if label == "" || before == after {
			continue
		}
		switch {
		case before == "":
			lines = append(lines, kit.NewSmall(kit.Muted(label+": "), kit.Plain(after)))
		case after == "":
			lines = append(lines, kit.NewSmall(kit.Muted(label+": "), kit.Plain(say.Text("nothing, before “%s”", before))))
		default:
			lines = append(lines, kit.NewSmall(kit.Muted(label+": "), kit.Plain(say.Text("“%s”, before “%s”", after, before))))
		}
	}
	return lines
}

// ways are what can be done about an act.
func (s *Screen) ways(m store.ActMark, gone store.Bringable, would standing) []fyne.CanvasObject {
	if s.deps.ReadOnly {
		return nil
	}
	say := s.deps.Say
	var ways []fyne.CanvasObject
	if would.all > 0 {
		from := kit.NewBtn(kit.Outlined, say.Text("Undo from here…"), func() { s.askUndo(m, would) })
		from.ID = "history.undoFrom"
		ways = append(ways, from)
	}
	if s.back = gone.May || gone.Missing && !gone.Forgotten; s.back {
		back := kit.NewBtn(kit.Outlined, say.Text("Bring back"), func() { s.bringBack(m.ID) })
		back.ID = "history.bringBack"
		ways = append(ways, back)
	}
	var shown []fyne.CanvasObject
	if len(ways) > 0 {
		shown = append(shown, kit.Wrap(look.GapInRow, ways...))
	}
	if !gone.May && gone.Forgotten {
		shown = append(shown, kit.NewPara(kit.Muted(say.Text("This was about somebody who was forgotten for good, so it can't be brought back."))))
	}
	return shown
}

// standing are the deeds that would be taken back: the newest of them, and how many there are.
type standing struct {
	acts []store.Act
	all  int
}

// deedsListed is how many deeds the question lists.
const deedsListed = 30

// askUndo says what would be taken back, and does it.
func (s *Screen) askUndo(m store.ActMark, would standing) {
	say := s.deps.Say
	body := kit.VStack(4, kit.NewBody(kit.Plain(say.Count(would.all, "This takes %d deed back:", "This takes %d deeds back, the newest first:"))))
	for i := range would.acts {
		body.Objects = append(body.Objects, kit.NewSmall(kit.Plain(s.word(would.acts[i]))))
	}
	if more := would.all - len(would.acts); more > 0 {
		body.Objects = append(body.Objects, kit.Note(say.Count(more, "… and %d more", "… and %d more")))
	}
	var d *kit.Dialog
	no := kit.NewBtn(kit.Outlined, say.Text("Keep"), func() { d.Close() })
	yes := kit.NewBtn(kit.Primary, say.Text("Undo"), func() {
		d.Close()
		s.undoFrom(m.ID, would.acts[0].ID)
	})
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Undo from here?"), Body: body,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(no), kit.Own(yes))})
	s.deps.Focus(no)
}

func (s *Screen) undoFrom(act, newest int64) {
	say, n := s.deps.Say, 0
	s.deeds.Do(func(ctx context.Context) (err error) {
		n, err = s.store.UndoFrom(ctx, act, newest)
		return err
	}, func() {
		s.deeds.OfferUndo(say.Count(n, "%d deed is taken back.", "%d deeds are taken back."), func(ctx context.Context) error {
			_, err := s.store.RedoThrough(ctx, newest)
			return err
		}, nil)
		s.Load()
	})
}

// bringBack brings back what some acts removed, together.
func (s *Screen) bringBack(acts ...int64) {
	say := s.deps.Say
	var b store.Brought
	var done store.Done
	s.deeds.Do(func(ctx context.Context) (err error) {
		b, done, err = s.store.BringBack(ctx, acts...)
		return err
	}, func() {
		text := say.Text("It is there again.")
		switch {
		case b.Left > 0:
			text = say.Count(b.Left, "It is there again; %d row that belonged to something gone is not.", "It is there again; %d rows that belonged to something gone are not.")
		case len(acts) > 1:
			text = say.Count(len(acts), "What %d deed removed is there again.", "What %d deeds removed is there again.")
		}
		s.deeds.OfferUndo(text, done.Undo, nil)
		s.Load()
	})
}
