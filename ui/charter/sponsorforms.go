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
	kit.NewRowForm(s.deps, &r, data.SponsorFields).Line("name").Line("function", "kind").Line("email").Line("hopesFor").Addressed().Open(kit.Form{
		Title:   title(r.ID, say.Text("Add sponsor"), say.Text("Change sponsor")),
		Save:    func() error { return s.state.rows.sponsors.Save(context.Background(), &r) },
		OnClose: kit.OnceSaved(done),
	})
}

// sponsors are those to choose from.
func (s *Screen) sponsors() []kit.Option {
	sponsors := s.state.View().snapshot.Sponsors
	options := make([]kit.Option, len(sponsors))
	for i := range sponsors {
		options[i] = kit.Option{Key: kit.KeyOf(sponsors[i].ID), Text: sponsors[i].Name}
	}
	return options
}

// orFirst is a sponsor, or the first: with one there is nothing to choose, so that a form starts there.
func (s *Screen) orFirst(id int64) int64 {
	if sponsors := s.state.View().snapshot.Sponsors; id == 0 && len(sponsors) > 0 {
		return sponsors[0].ID
	}
	return id
}

// openContact asks for a contact with a sponsor.
func (s *Screen) openContact(r data.SponsorContact, done func()) {
	say := s.deps.Say
	r.SponsorID, r.On, r.Kind = s.orFirst(r.SponsorID), cmp.Or(r.On, s.deps.Clock.Today()), cmp.Or(r.Kind, data.ContactTalk)
	form := kit.NewRowForm(s.deps, &r, data.SponsorContactFields).Line("sponsor").Line("on", "kind").Line("note")
	form.Offer("sponsor", s.sponsors())
	form.Open(kit.Form{
		Title:   title(r.ID, say.Text("Note a talk or report"), say.Text("Change talk or report")),
		Save:    func() error { return s.state.rows.contacts.Save(context.Background(), &r) },
		OnClose: kit.OnceSaved(done),
	})
}

// openFollowUp asks what was asked of a sponsor or promised, and how far it is.
func (s *Screen) openFollowUp(r data.FollowUp, done func()) {
	say := s.deps.Say
	r.SponsorID, r.On, r.State = s.orFirst(r.SponsorID), cmp.Or(r.On, s.deps.Clock.Today()), cmp.Or(r.State, data.Asked)
	form := kit.NewRowForm(s.deps, &r, data.FollowUpFields).Line("what").Line("sponsor").Line("state", "due").Line("note")
	form.Offer("sponsor", s.sponsors())
	form.Open(kit.Form{
		Title:   title(r.ID, say.Text("Note what you asked"), say.Text("Change follow-up")),
		Save:    func() error { return s.state.rows.followUps.Save(context.Background(), &r) },
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
	kit.NewRowForm(s.deps, &r, data.SponsorReportFields).Line("from", "until").Line("lines").Line("asks").Line("risks").Line("learned").
		Line("sentOn", "sentTo").Tall(3, "lines").Open(kit.Form{
		Title: title(r.ID, say.Text("Note a report"), say.Text("Change report")), Width: 560,
		Save:    func() error { return s.state.rows.reports.Save(context.Background(), &r) },
		OnClose: kit.OnceSaved(done),
	})
}
