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

// period is what the sponsors' report covers as it stands now, so that it can be seen and changed; no other document has one at first.
func (s *State) period(d Document) Choices {
	if d.Name != "sponsor" || s.view.snapshot == nil {
		return Choices{}
	}
	now, _ := s.HumanPart(0, 0)
	return Choices{From: now.From, Until: now.Until}
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
	form := kit.NewRowForm(s.deps, &now, data.SponsorReportFields).Line("from", "until").Line("lines").Line("risks").Line("learned").Line("asks").
		Tall(3, "lines")
	for _, key := range []string{"lines", "risks", "learned", "asks"} {
		if last := *data.SponsorReportFields.Of(key).Text(&before); last != "" {
			form.Hint(key, say.Text("Last time: %s", last))
		}
	}
	form.Open(kit.Form{
		Title: say.Text("Your part of the report"), Width: 620,
		Intro: say.Text("The figures come by themselves. These words are yours; nothing here names a member."),
		Save: func() error {
			if err := s.state.KeepHumanPart(context.Background(), now); err != nil {
				return err
			}
			r.choices.From, r.choices.Until = now.From, now.Until
			r.fillPanel() // the period may be another
			return nil
		},
	})
}
