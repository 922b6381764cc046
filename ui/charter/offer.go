package charter

import (
	"context"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/kit"
)

// offerWords name what can be made of lines of a box.
func offerWords(say *words.Say, box data.BoxKey, lines int) string {
	switch box {
	case data.BoxMeasures:
		return say.Count(lines, "Make a measure of %d line…", "Make measures of %d lines…")
	case data.BoxCommunication:
		return say.Count(lines, "Make a channel of %d line…", "Make channels of %d lines…")
	case data.BoxResources:
		return say.Count(lines, "Ask the sponsors for %d line…", "Ask the sponsors for %d lines…")
	}
	return say.Count(lines, "Put %d line on the board…", "Put %d lines on the board…")
}

// openOffer lets the leader tick which lines of a box are taken up
// (data/README.md, Workshop).
func (s *Screen) openOffer(box data.BoxKey) {
	say, lines := s.deps.Say, s.state.View().Offers[box]
	ticks := make([]*kit.Check, len(lines))
	fields := make([]kit.FormField, len(lines))
	for i, line := range lines {
		ticks[i] = kit.NewCheck(line, true, nil)
		fields[i] = kit.FormField{Name: "line", Input: ticks[i]}
	}
	var taken []string
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Of(box.Phrase()), Intro: offerIntro(say, box), Fields: fields, Width: 680, SaveText: say.Text("Take up"),
		Save: func() error {
			taken = nil
			for i, t := range ticks {
				if t.Ticked() {
					taken = append(taken, lines[i])
				}
			}
			return s.state.TakeUp(context.Background(), box, taken)
		},
		OnClose: func(saved bool) {
			if saved {
				s.tellTaken(box, len(taken))
			}
		},
	})
}

func offerIntro(say *words.Say, box data.BoxKey) string {
	switch box {
	case data.BoxMeasures:
		return say.Text("These signs have no measure yet. Baseline, target and who tells the number can follow.")
	case data.BoxCommunication:
		return say.Text("These are not among your channels yet. The link and what each is for can follow.")
	case data.BoxResources:
		return say.Text("These become asks to the sponsors, among the ideas of the board.")
	}
	return say.Text("These become ideas on the board, to talk about and to vote on.")
}

// tellTaken says where the lines went, with the way there.
func (s *Screen) tellTaken(box data.BoxKey, n int) {
	say := s.deps.Say
	notice := kit.Notice{Text: say.Count(n, "%d line was taken up.", "%d lines were taken up.")}
	switch box {
	case data.BoxMeasures:
		notice.Action, notice.Do = say.Text("See the measures"), func() { s.goTo("measures") }
	case data.BoxCommunication:
		notice.Action, notice.Do = say.Text("See the channels"), func() { s.goTo("channels") }
	default:
		notice.Action, notice.Do = say.Text("See the board"), func() { s.deps.Go("backlog", data.ColumnIdea) }
	}
	if s.deps.Notice != nil {
		s.deps.Notice(notice)
	}
}
