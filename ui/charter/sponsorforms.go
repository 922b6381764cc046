package charter

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openSponsor asks for a sponsor.
func (s *Screen) openSponsor(r data.Sponsor, done func()) {
	say := s.deps.Say
	name, function, email, hopes := kit.NewEntry(r.Name), kit.NewEntry(r.Function), kit.NewEntry(r.Email), kit.NewArea(2, r.HopesFor)
	kind := kit.NewSelect(kit.OptionsOf(say, []data.SponsorKind{"", data.BusinessOwner, data.Champion, data.BudgetHolder}), string(r.Kind), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(r.ID, say.Text("Add sponsor"), say.Text("Change sponsor")),
		Fields: []kit.FormField{
			{Name: "name", Label: say.Text("Name"), Input: name},
			{Name: "function", Label: say.Text("Function"), Input: function},
			{Name: "kind", Label: say.Text("Kind of sponsor"), Input: kind, Beside: true},
			{Name: "email", Label: say.Text("E-mail (may stay empty)"), Input: email},
			{Name: "hopesFor", Label: say.Text("What they hope for"), Input: hopes},
		},
		Save: func() error {
			r.Name, r.Function, r.Email, r.HopesFor = name.Text, function.Text, email.Text, hopes.Text
			r.Kind = data.SponsorKind(kind.Chosen())
			return s.state.SaveSponsor(context.Background(), &r)
		},
		OnClose: kit.OnceSaved(done),
	})
}

// sponsorField chooses a sponsor; with one there is nothing to choose, so that it
// starts there.
func (s *Screen) sponsorField(chosen int64) *kit.Select {
	sponsors := s.state.View().snapshot.Sponsors
	choices := make([]kit.Option, len(sponsors))
	for i := range sponsors {
		choices[i] = kit.Option{Key: kit.KeyOf(sponsors[i].ID), Text: sponsors[i].Name}
	}
	if chosen == 0 && len(sponsors) > 0 {
		chosen = sponsors[0].ID
	}
	return kit.NewSelect(choices, kit.KeyOf(chosen), nil)
}

// openContact asks for a contact with a sponsor.
func (s *Screen) openContact(r data.SponsorContact, done func()) {
	say := s.deps.Say
	r.On, r.Kind = cmp.Or(r.On, s.deps.Clock.Today()), cmp.Or(r.Kind, data.ContactTalk)
	with, on, note := s.sponsorField(r.SponsorID), kit.NewDateField(s.deps.Clock, nil, r.On, nil), kit.NewArea(2, r.Note)
	kind := kit.NewSelect(kit.OptionsOf(say, []data.ContactKind{data.ContactTalk, data.ContactReview, data.ContactReport}), string(r.Kind), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(r.ID, say.Text("Note a contact"), say.Text("Change contact")),
		Fields: []kit.FormField{
			{Name: "with", Label: say.Text("With"), Input: with},
			{Name: "on", Label: say.Text("On"), Input: on},
			{Name: "kind", Label: say.Text("How"), Input: kind, Beside: true},
			{Name: "note", Label: say.Text("In a few words"), Input: note},
		},
		Save: func() (err error) {
			if r.On, err = on.DateIn("on"); err != nil {
				return err
			}
			r.SponsorID, r.Kind, r.Note = kit.IDOf(with.Chosen()), data.ContactKind(kind.Chosen()), note.Text
			return s.state.SaveContact(context.Background(), &r)
		},
		OnClose: kit.OnceSaved(done),
	})
}

// openFollowUp asks what was asked of a sponsor or promised, and how far it is.
func (s *Screen) openFollowUp(r data.FollowUp, done func()) {
	say := s.deps.Say
	r.On, r.State = cmp.Or(r.On, s.deps.Clock.Today()), cmp.Or(r.State, data.Asked)
	who, what := s.sponsorField(r.SponsorID), kit.NewEntry(r.What)
	state, due, note := kit.NewSelect(kit.OptionsOf(say, data.FollowUpStates), string(r.State), nil), kit.NewDateField(s.deps.Clock, nil, r.Due, nil), kit.NewArea(2, r.Note)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(r.ID, say.Text("Note what you asked"), say.Text("Change follow-up")),
		Fields: []kit.FormField{
			{Name: "what", Label: say.Text("What you asked or promised"), Input: what},
			{Name: "who", Label: say.Text("Sponsor"), Input: who},
			{Name: "state", Label: say.Text("How it stands"), Input: state},
			{Name: "due", Label: say.Text("Due (may stay empty)"), Input: due, Beside: true},
			{Name: "note", Label: say.Text("Note (only for you)"), Input: note},
		},
		Save: func() (err error) {
			if r.Due, err = due.DateIn("due"); err != nil {
				return err
			}
			r.SponsorID, r.What, r.State, r.Note = kit.IDOf(who.Chosen()), what.Text, data.FollowUpState(state.Chosen()), note.Text
			return s.state.SaveFollowUp(context.Background(), &r)
		},
		OnClose: kit.OnceSaved(done),
	})
}

// quarter is the time a report covers unless another is given, in days.
const quarter = 91

// openReport asks for what is noted of a report to the sponsors.
func (s *Screen) openReport(r data.SponsorReport, done func()) {
	say, today := s.deps.Say, s.deps.Clock.Today()
	if r.ID == 0 && r.From == 0 {
		r.From, r.Until = today.AddDays(-quarter), today
		if last, there := s.state.View().lastReport(); there {
			r.From = last.Until.AddDays(1)
		}
	}
	from, until, sent := s.dateField(r.From), s.dateField(r.Until), s.dateField(r.SentOn)
	lines, risks, learned, asks := kit.NewArea(3, r.Lines), kit.NewArea(2, r.Risks), kit.NewArea(2, r.Learned), kit.NewArea(2, r.Asks)
	to := kit.NewEntry(r.SentTo)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(r.ID, say.Text("Note a report"), say.Text("Change report")), Width: 560,
		Fields: []kit.FormField{
			{Name: "from", Label: say.Text("From"), Input: from},
			{Name: "until", Label: say.Text("Until"), Input: until, Beside: true},
			{Name: "lines", Label: say.Text("In three lines: what improved, what worries us, what we ask"), Input: lines},
			{Name: "asks", Label: say.Text("What we ask, one a line"), Input: asks},
			{Name: "risks", Label: say.Text("Risks"), Input: risks},
			{Name: "learned", Label: say.Text("What we learned and changed"), Input: learned},
			{Name: "sentOn", Label: say.Text("Sent on"), Input: sent},
			{Name: "sentTo", Label: say.Text("Sent to"), Input: to, Beside: true},
		},
		Save: func() (err error) {
			if r.From, err = from.DateIn("from"); err != nil {
				return err
			}
			if r.Until, err = until.DateIn("until"); err != nil {
				return err
			}
			if r.SentOn, err = sent.DateIn("sentOn"); err != nil {
				return err
			}
			r.Lines, r.Risks, r.Learned, r.Asks, r.SentTo = lines.Text, risks.Text, learned.Text, asks.Text, to.Text
			return s.state.SaveReport(context.Background(), &r)
		},
		OnClose: kit.OnceSaved(done),
	})
}

// dateField is a field of a form for a day.
func (s *Screen) dateField(d data.Date) *kit.DateField {
	return kit.NewDateField(s.deps.Clock, nil, d, nil)
}
