package health

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/backlog"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// comment is one comment on a card: the leader may redact it. It goes to no document: the forms promise that
// sponsors never see it (data/README.md, Confidentiality).
func (c *closer) comment(v Comment) fyne.CanvasObject {
	s, say := c.screen, c.screen.deps.Say
	words := kit.NewBody(kit.Plain(v.Text))
	if s.deps.ReadOnly {
		return words
	}
	btn := kit.NewLinkBtn(say.Text("Redact"), func() {
		redact(s, &data.Answer{Comment: v.Text}, data.AnswerFields, "comment", func(ctx context.Context, text string) error {
			return s.state.store.ChangeComment(ctx, v.AnswerID, text)
		})
	})
	btn.ID = "redact." + itoa(int(v.AnswerID))
	return kit.VStack(2, words, kit.Row(kit.RowOptions{}, kit.Own(btn), kit.Spring()))
}

// redact lets what could point at a person be taken out of a text that somebody answered with.
func redact[T any](s *Screen, row *T, fields data.Fields[T], key string, save func(ctx context.Context, text string) error) {
	say := s.deps.Say
	kit.NewRowForm(s.deps, row, fields).Line(key).Tall(3, key).Open(kit.Form{
		Title: say.Text("Redact a comment"),
		Intro: say.Text("Take out what could point at a person. With nothing left, the comment is gone; the answer stays."),
		Save:  func() error { return save(context.Background(), *fields.Of(key).Text(row)) },
	})
}

// nextThings lists what people said should be done next, nil where nobody did.
func (r *results) nextThings() fyne.CanvasObject {
	s, say := r.screen, r.screen.deps.Say
	things := s.state.Next()
	if len(things) == 0 {
		return nil
	}
	stack := kit.VStack(8)
	for _, thing := range things {
		cells := []kit.Cell{kit.Weight(1, kit.NewBody(kit.Plain(thing.Text)))}
		if !s.deps.ReadOnly {
			board := kit.NewLinkBtn(say.Text("Put it on the board"), func() { s.putOnBoard(thing.Text) })
			board.ID = "next." + itoa(int(thing.ResponseID))
			btn := kit.NewLinkBtn(say.Text("Redact"), func() {
				redact(s, &data.Response{Next: thing.Text}, data.ResponseFields, "next", func(ctx context.Context, text string) error {
					return s.state.store.ChangeNext(ctx, thing.ResponseID, text)
				})
			})
			cells = append(cells, kit.Own(board), kit.Own(btn))
		}
		stack.Objects = append(stack.Objects, kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle, StackBelow: 520, StackGap: 2}, cells...))
	}
	return kit.NewCard(say.Text("One thing we should do next"), say.Text("In no order"), stack)
}

// putOnBoard begins an item from what somebody said, by nobody named.
func (s *Screen) putOnBoard(text string) {
	if s.deps.Go == nil {
		return
	}
	item := data.Item{Title: text, Kind: data.KindAction, FromSurvey: true}
	if runes := []rune(data.CleanLine(text)); len(runes) > 100 {
		// The whole of it stays readable below the title.
		item.Title, item.Description = string(runes[:99])+"…", text
	}
	s.deps.Go(backlog.Page, kit.Begun{Row: item})
}

// openWordings shows how a card was worded, the newest first.
func (s *Screen) openWordings(c DeckCard) {
	say := s.deps.Say
	body := kit.VStack(16)
	for _, w := range s.state.Wordings(c.Card) {
		part := kit.VStack(4, kit.NewSmall(kit.Muted(w.Head)), kit.NewBody(kit.Bold(w.Title)), statements(w.Low, w.High))
		for _, note := range []string{w.Ask, w.Note} {
			if note != "" {
				part.Objects = append(part.Objects, kit.Note(note))
			}
		}
		body.Objects = append(body.Objects, part)
	}
	var d *kit.Dialog
	closing := kit.NewBtn(kit.Primary, say.Text("Close"), func() { d.Close() })
	d = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Wordings of “%s”", c.Title), Body: body, Width: 540,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(closing))})
	s.deps.Canvas().Focus(closing)
}
