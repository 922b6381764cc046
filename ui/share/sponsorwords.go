package share

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// HumanPart is what the leader wrote for the sponsors' report of a period, and what
// the one before said.
func (s *State) HumanPart(from, until data.Date) (now, before data.SponsorReport) {
	snapshot := s.view.snapshot
	if snapshot == nil {
		return now, before
	}
	now = snapshot.ReportFor(from, until, s.clock.Today())
	for _, r := range snapshot.Reports {
		if r.ID != now.ID && r.Until >= before.Until {
			before = r
		}
	}
	return now, before
}

// KeepHumanPart keeps the leader's part of a sponsors' report.
func (s *State) KeepHumanPart(ctx context.Context, r data.SponsorReport) error {
	return store.Rows(s.store, store.Reports).Save(ctx, &r)
}

// writeWords asks for the leader's part of the sponsors' report, beside what the last one said
// (data/README.md, Sponsors).
func (r *reader) writeWords() {
	s, say := r.screen, r.screen.deps.Say
	now, before := s.state.HumanPart(r.choices.From, r.choices.Until)
	field := func(name, label, text, last string, rows int) (kit.FormField, *kit.TextField) {
		input := kit.NewArea(rows, text)
		input.ID = "words." + name
		f := kit.FormField{Name: name, Label: label, Input: input}
		if last != "" {
			f.Hint = say.Text("Last time: %s", last)
		}
		return f, input
	}
	from, until := kit.NewDateField(s.deps.Clock, nil, now.From, nil), kit.NewDateField(s.deps.Clock, nil, now.Until, nil)
	lines, linesInput := field("lines", say.Text("In three lines: what improved, what worries us, what we ask"), now.Lines, before.Lines, 3)
	risks, risksInput := field("risks", say.Text("Risks"), now.Risks, before.Risks, 2)
	learned, learnedInput := field("learned", say.Text("What we learned and changed"), now.Learned, before.Learned, 2)
	asks, asksInput := field("asks", say.Text("What we ask: decision, who, until when"), now.Asks, before.Asks, 2)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Your part of the report"), Width: 620,
		Intro: say.Text("The figures come by themselves. These words are yours; nothing here names a member."),
		Fields: []kit.FormField{{Name: "from", Label: say.Text("From"), Input: from},
			{Name: "until", Label: say.Text("Until"), Input: until, Beside: true}, lines, risks, learned, asks},
		Save: func() error {
			var err error
			if now.From, err = from.DateIn("from"); err != nil {
				return err
			}
			if now.Until, err = until.DateIn("until"); err != nil {
				return err
			}
			now.Lines, now.Risks, now.Learned, now.Asks = linesInput.Text, risksInput.Text, learnedInput.Text, asksInput.Text
			if err := s.state.KeepHumanPart(context.Background(), now); err != nil {
				return err
			}
			r.choices.From, r.choices.Until = now.From, now.Until
			r.fillPanel() // the period may be another
			return nil
		},
	})
}
