package members

import (
	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/look"
)

// openMoves shows who came, went and moved, quarter by quarter.
func (s *Screen) openMoves() {
	roster := s.state.roster
	s.deps.Runner.Run(func() func() {
		quarters := s.state.Moves(roster)
		return func() { s.showMoves(quarters) }
	})
}

func (s *Screen) showMoves(quarters []Quarter) {
	say := s.deps.Say
	body := kit.VStack(14, kit.NewPara(kit.Muted(say.Text("Moving closer and moving further out are both a sign of life. Nobody is graded by it."))),
		kit.NewBody(kit.Plain(s.state.LevelsToday())))
	var d *kit.Dialog
	for i := range quarters {
		q := &quarters[i]
		part := kit.VStack(4, kit.NewBody(kit.Bold(q.Title)))
		for _, line := range q.Lines {
			show := kit.NewLinkBtn(say.Text("Show"), func() {
				d.Close()
				s.arriveOnly(line.IDs)
			})
			part.Objects = append(part.Objects, kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, kit.NewSmall(kit.Plain(line.Text))), kit.Own(show)))
		}
		if q.Remark != "" {
			part.Objects = append(part.Objects, kit.Note(q.Remark))
		}
		body.Objects = append(body.Objects, part)
	}
	d = s.openReading(say.Text("People moving"), body)
}

// openReckoning tells how levels are reckoned, and what the rule can't see.
func (s *Screen) openReckoning() {
	say, r := s.deps.Say, s.state.Reckoning()
	rules := kit.VStack(6)
	for _, rule := range r.Rules {
		rules.Objects = append(rules.Objects, kit.NewBody(kit.Bold(say.Text("%s:", rule.Level)+" "), kit.Plain(rule.Text)))
	}
	weak := kit.VStack(4, kit.NewBody(kit.Bold(say.Text("What can't be seen here"))))
	for _, line := range r.Weaknesses {
		weak.Objects = append(weak.Objects, kit.NewBody(kit.Plain(line)))
	}
	body := kit.VStack(14, kit.NewPara(kit.Muted(say.Text("A level says how close somebody is to the centre at present. None is better than another, and people move both ways."))),
		kit.NewBody(kit.Plain(r.Window)), rules, weak,
		kit.NewBody(kit.Plain(say.Text("Where you know better, set the level yourself; the list then shows your word and the level worked out."))))
	s.openReading(say.Text("How levels are worked out"), body)
}

// openReading opens a dialog to read.
func (s *Screen) openReading(title string, body fyne.CanvasObject) *kit.Dialog {
	var d *kit.Dialog
	leave := kit.NewBtn(kit.Primary, s.deps.Say.Text("Close"), func() { d.Close() })
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: title, Body: body, Width: 560,
		Foot: kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(leave))})
	s.deps.Focus(leave)
	return d
}
