package history

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
)

// listBox is the list with the way to paper below it.
func (s *Screen) listBox() fyne.CanvasObject {
	say := s.deps.Say
	var box fyne.CanvasObject
	buttons := []*kit.Btn{s.deps.ChosenBtn("history.print", say.Text("Print or save…"))}
	if !s.deps.ReadOnly {
		buttons = append([]*kit.Btn{s.deps.ChosenBtn("history.bringBack", say.Text("Bring back"))}, buttons...)
	}
	s.listing = kit.NewChoosing(s.deps, kit.ChoosingOptions{Rows: s.list, Line: kit.Pad(kit.Sides(0, 10), kit.Left(s.deps.PrintLink("history.print"))),
		Count:   func(n int) string { return say.Count(n, "%d chosen", "%d chosen") },
		Buttons: buttons,
		More:    func() []*fyne.MenuItem { return s.deps.Commands.Menu("", historyMenu...).Items },
		Changed: func() { box.Refresh() },
	})
	box = kit.Fill(10, nil, kit.Over(s.list, s.empty, s.trouble), s.listing.Foot())
	return box
}

// historyMenu are the deeds on the act chosen, or on all that are.
var historyMenu = []string{"history.bringBack", "history.print"}

// registerBack makes known that what was removed can be brought back.
func (s *Screen) registerBack() {
	say := s.deps.Say
	s.deps.Commands.Add(&kit.Command{ID: "history.bringBack", Title: say.Text("Bring back what was removed"),
		Named: func() string {
			if n := s.list.MarkCount(); n > 1 {
				return say.Count(n, "Bring back what %d deed removed", "Bring back what %d deeds removed")
			}
			return ""
		},
		// Of several, what each took away is told when it is done: there may be thousands.
		Enabled: func() bool { return !s.deps.ReadOnly && !s.deps.ForGuests() && (s.list.MarkCount() > 0 || s.back) },
		Do: func() {
			if ids := s.list.Marked(); len(ids) > 0 {
				s.bringBack(ids...)
			} else if s.chosen.ID != 0 {
				s.bringBack(s.chosen.ID)
			}
		}})
}

// registerPrint makes known that what was done can be made a document.
func (s *Screen) registerPrint() {
	c := kit.PrintList(s.deps, "history.print", s.deps.Say.Text("History"), func() kit.Shower { return s.list }, func() bool { return len(s.marks) > 0 })
	open := c.Do
	c.Do = func() { s.wordThen(open) }
	s.deps.Commands.Add(c)
}

// PrintsList is the command that makes a document of the list.
func (s *Screen) PrintsList() string { return "history.print" }

// wordThen words the acts chosen, or all that are listed, and calls then; else they are worded as they come into sight.
func (s *Screen) wordThen(then func()) {
	ids := s.list.Marked()
	if len(ids) == 0 {
		for _, m := range s.marks {
			ids = append(ids, m.ID)
		}
	}
	s.wordAll(ids, then)
}

// wordAll words some acts, and calls then.
func (s *Screen) wordAll(ids []int64, then func()) {
	s.deps.Runner.Run(func() func() {
		acts, err := s.store.ActsWith(context.Background(), ids...)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			for id, a := range acts {
				s.words[id], s.asked[id] = s.word(a), true
			}
			then()
		}
	})
}

// ChooseAll chooses all that is listed.
func (s *Screen) ChooseAll() {
	if len(s.marks) > 0 && !s.deps.ForGuests() {
		s.deps.Focus(s.list)
		s.list.MarkAll()
	}
}

// StepOut leaves one selected where several are chosen.
func (s *Screen) StepOut() bool { return s.list.Unmark() }
