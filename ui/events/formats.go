package events

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// formatOptions are all formats as choices.
func (s *Screen) formatOptions() []kit.Option {
	options := make([]kit.Option, len(data.Formats))
	for i, f := range data.Formats {
		options[i] = kit.Option{Key: f.Key, Text: s.deps.Say.Of(data.FormatName(f.Key))}
	}
	return options
}

// planOptions are what an event may be planned from: the leader's own templates, then all formats.
func (s *Screen) planOptions() []kit.Option {
	var options []kit.Option
	for _, t := range s.state.programme.snapshot.Templates {
		options = append(options, kit.Option{Key: templateKey + kit.KeyOf(t.ID), Text: t.Name})
	}
	return append(options, s.formatOptions()...)
}

// formatsPage shows every format: what it is good for, how long, for how many, in which steps.
func (s *Screen) formatsPage() fyne.CanvasObject {
	stack := kit.VStack(look.GapCards)
	var own, formats []fyne.CanvasObject
	words := data.SearchedFor(s.state.query)
	for _, t := range s.state.programme.snapshot.Templates {
		if data.HoldsAll(data.Fold(t.Name), words) {
			own = append(own, s.templateCard(t))
		}
	}
	for _, f := range data.Formats {
		if data.HoldsAll(s.formatFolded(f), words) {
			formats = append(formats, s.formatCard(f))
		}
	}
	if len(own)+len(formats) == 0 {
		return kit.Empty(s.deps.Say.Text("No format is found. Names, what they are for and their steps are searched."), s.deps.Say.Text("Show all formats"), s.showAll)
	}
	if len(own) > 0 {
		stack.Objects = append(stack.Objects, kit.CardTitle(s.deps.Say.Text("Your own templates")))
		stack.Objects = append(stack.Objects, inThrees(own)...)
	}
	if len(own) > 0 && len(formats) > 0 {
		stack.Objects = append(stack.Objects, kit.CardTitle(s.deps.Say.Text("Formats")))
	}
	stack.Objects = append(stack.Objects, inThrees(formats)...)
	// The page around stands within its edges already.
	return kit.NewScroll(stack)
}

// formatFolded is what is searched of a format.
func (s *Screen) formatFolded(f data.EventFormat) string {
	say := s.deps.Say
	texts := []string{say.Of(data.FormatName(f.Key)), say.Of(data.Phrase{Key: f.Purpose})}
	for _, step := range f.Agenda {
		texts = append(texts, say.Of(data.Phrase{Key: step.Text}))
	}
	return data.Fold(strings.Join(texts, "\n"))
}

// inThrees puts cards into rows of three.
func inThrees(cards []fyne.CanvasObject) (rows []fyne.CanvasObject) {
	for i := 0; i < len(cards); i += 3 {
		cells := make([]kit.Cell, 0, 3)
		for j := i; j < i+3; j++ {
			if j < len(cards) {
				cells = append(cells, kit.Weight(1, cards[j]))
			} else {
				cells = append(cells, kit.Spring())
			}
		}
		rows = append(rows, kit.Row(kit.RowOptions{Gap: look.GapCards, Equal: true, StackBelow: 760}, cells...))
	}
	return rows
}

func (s *Screen) formatCard(f data.EventFormat) fyne.CanvasObject {
	say := s.deps.Say
	body := kit.VStack(8, kit.NewBody(kit.Plain(say.Of(data.Phrase{Key: f.Purpose}))), kit.Note(s.formatSize(f)), s.formatSteps(f))
	if f.Capture != "" {
		body.Objects = append(body.Objects, kit.NewSmall(kit.Muted(say.Text("Write down: ")), kit.Plain(say.Of(data.Phrase{Key: f.Capture}))))
	}
	card := kit.NewCard(say.Of(data.FormatName(f.Key)), "", body)
	if !s.deps.ReadOnly {
		plan := kit.NewLinkBtn(say.Text("Plan one"), func() { s.openPlan(data.Event{Format: f.Key}, nil) })
		plan.ID = "plan." + f.Key
		card.SetCorner(plan)
	}
	return card
}

// formatSize says how long a format takes and for how many it is.
func (s *Screen) formatSize(f data.EventFormat) string {
	say := s.deps.Say
	minutes := say.Count(f.Minutes, "%d minute", "%d minutes")
	if f.Most == 0 {
		return say.Text("%s · for any number", minutes)
	}
	return say.Text("%s · for %d to %d people", minutes, f.Fewest, f.Most)
}

// formatSteps is the agenda in a few lines.
func (s *Screen) formatSteps(f data.EventFormat) fyne.CanvasObject {
	var spans []kit.Span
	for i, step := range f.Agenda {
		before := ""
		if i > 0 {
			before = "  ·  "
		}
		spans = append(spans, kit.Muted(before+s.deps.Say.Text("%d", step.Minutes)+" "),
			kit.Plain(strings.ReplaceAll(s.deps.Say.Of(data.Phrase{Key: step.Text}), "\n", " ")))
	}
	return kit.NewSmall(spans...)
}
