package members

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// JoiningQuestion asks whether some people joined before the day that is noted; without words there is nothing to ask.
type JoiningQuestion struct {
	Text, Move, Leave string
	IDs               []int64
}

// Joining is the question as the roster has it.
func (s *State) Joining() JoiningQuestion {
	q := s.roster.joining
	if !q.Asked() {
		return JoiningQuestion{}
	}
	out := JoiningQuestion{Text: s.say.Of(q.Text), Move: s.say.Of(q.Move), Leave: s.say.Of(q.Leave)}
	for _, l := range q.Late {
		out.IDs = append(out.IDs, l.MemberID)
	}
	return out
}

// AnswerJoining moves the joining days of those asked about and the start, or notes that they are right as they are.
func (s *State) AnswerJoining(ctx context.Context, move bool) (store.Done, error) {
	q := s.roster.joining
	if move {
		return s.store.MoveJoiningDays(ctx, q.Start, q.Late...)
	}
	return s.store.KeepJoiningDays(ctx, q.Start, q.Late...)
}

// showJoining asks, or takes the question away.
func (s *Screen) showJoining() {
	q := s.state.Joining()
	s.joining.Hidden = q.Text == ""
	if q.Text == "" {
		s.joining.Objects = nil
		return
	}
	var deeds []fyne.CanvasObject
	if len(q.IDs) > 0 {
		deeds = append(deeds, kit.NewLinkBtn(s.deps.Say.Text("See who"), func() { s.arriveOnly(q.IDs) }))
	}
	if !s.deps.ReadOnly {
		move := kit.NewBtn(kit.Quiet, q.Move, func() { s.deps.Commands.Fire("members.joining.move") })
		move.ID = "members.joining.move"
		leave := kit.NewLinkBtn(q.Leave, func() { s.deps.Commands.Fire("members.joining.leave") })
		leave.ID = "members.joining.leave"
		deeds = append([]fyne.CanvasObject{move, leave}, deeds...)
	}
	s.joining.Objects = []fyne.CanvasObject{kit.Band(look.ColorPrimarySoft, kit.VStack(6, kit.NewBody(kit.Plain(q.Text)), kit.Wrap(look.GapInRow, deeds...)))}
}

// registerJoining makes the answers to the question known.
func (s *Screen) registerJoining() {
	say := s.deps.Say
	asked := func() bool { return !s.deps.ReadOnly && s.Loaded() && s.state.Joining().Text != "" }
	s.deps.Commands.Add(
		&kit.Command{ID: "members.joining.move", Title: say.Text("Move joining days to the first time"), Enabled: asked,
			Do: func() { s.here(func() { s.answerJoining(true) }) }},
		&kit.Command{ID: "members.joining.leave", Title: say.Text("Leave joining days as they are"), Enabled: asked,
			Do: func() { s.here(func() { s.answerJoining(false) }) }})
}

// answerJoining does what was answered and offers to take it back.
func (s *Screen) answerJoining(move bool) {
	say, n := s.deps.Say, len(s.state.Joining().IDs)
	s.pane.flush()
	told := say.Count(n, "The joining day of %d person stays as it is.", "The joining days of %d people stay as they are.")
	switch {
	case move && n == 0:
		told = say.Text("The start of the community was moved.")
	case n == 0:
		told = say.Text("The start of the community stays as it is.")
	case move:
		told = say.Count(n, "The joining day of %d person was moved.", "The joining days of %d people were moved.")
	}
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) { return s.state.AnswerJoining(ctx, move) },
		func(done store.Done) { s.deeds.OfferUndo(told, done.Undo, nil) })
}
