package charter

import (
	"cmp"
	"context"
	"slices"

	"copleader/data"
	"copleader/ui/kit"
)

// openRow opens the form of a row of a table: a new one with id 0. Owner is the
// sponsor or measure a row stands under.
func (s *Screen) openRow(t Table, id, owner int64) {
	all := s.state.View().snapshot
	switch t {
	case TableSponsors:
		s.openSponsor(rowOf(all.Sponsors, id, func(r *data.Sponsor) int64 { return r.ID }), nil)
	case TableContacts:
		r := rowOf(all.Contacts, id, func(r *data.SponsorContact) int64 { return r.ID })
		r.SponsorID = cmp.Or(r.SponsorID, owner)
		s.openContact(r, nil)
	case TableFollowUps:
		r := rowOf(all.FollowUps, id, func(r *data.FollowUp) int64 { return r.ID })
		r.SponsorID = cmp.Or(r.SponsorID, owner)
		s.withSponsor(func() { s.openFollowUp(r, nil) })
	case TableReports:
		s.openReport(rowOf(all.Reports, id, func(r *data.SponsorReport) int64 { return r.ID }), nil)
	case TableStakeholders:
		s.openStakeholder(id)
	case TableRoles:
		s.openRole(id)
	case TableTerms:
		s.openTerm(id)
	case TableChannels:
		s.openChannel(id)
	case TableMeasures:
		s.openMeasure(rowOf(all.Measures, id, func(r *data.Measure) int64 { return r.ID }), nil)
	case TableValues:
		r := rowOf(all.Values, id, func(r *data.MeasureValue) int64 { return r.ID })
		r.MeasureID = cmp.Or(r.MeasureID, owner)
		s.openValue(r, nil)
	case TableSupports:
		s.openForce(id, data.ForceSupports)
	case TableSlows:
		s.openForce(id, data.ForceSlows)
	}
}

// rowOf finds a row by its ID; the zero row for none.
func rowOf[T any](rows []T, id int64, key func(*T) int64) T {
	for i := range rows {
		if key(&rows[i]) == id {
			return rows[i]
		}
	}
	var none T
	return none
}

// title heads a form that adds or changes something.
func title(id int64, add, edit string) string {
	if id == 0 {
		return add
	}
	return edit
}

func (s *Screen) openStakeholder(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Stakes, id, func(r *data.Stakeholder) int64 { return r.ID })
	kit.NewRowForm(s.deps, &r, data.StakeholderFields).Line("name").Line("function").Line("stake").Line("attitude").Open(kit.Form{
		Title: title(id, say.Text("Add stakeholder"), say.Text("Change stakeholder")),
		Save:  func() error { return s.state.rows.stakeholders.Save(context.Background(), &r) },
	})
}

func (s *Screen) openRole(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.RoleDefs, id, func(r *data.RoleDefinition) int64 { return r.ID })
	if id == 0 {
		r.Role = s.state.View().nextRole()
	}
	kit.NewRowForm(s.deps, &r, data.RoleDefinitionFields).Line("role").Line("duty").Open(kit.Form{
		Title: title(id, say.Text("Describe a role"), say.Text("Change the description")),
		Intro: say.Text("Who has the role is noted with the person, under Members."),
		Save:  func() error { return s.state.SaveRole(context.Background(), &r) },
	})
}

// nextRole is the first role not described yet.
func (v *View) nextRole() data.Role {
	for _, role := range data.Roles {
		if !slices.ContainsFunc(v.snapshot.RoleDefs, func(r data.RoleDefinition) bool { return r.Role == role }) {
			return role
		}
	}
	return data.RoleCoreTeam
}

func (s *Screen) openTerm(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Terms, id, func(r *data.Term) int64 { return r.ID })
	kit.NewRowForm(s.deps, &r, data.TermFields).Line("term").Line("meaning").Open(kit.Form{
		Title: title(id, say.Text("Add word"), say.Text("Change word")),
		Save:  func() error { return s.state.rows.terms.Save(context.Background(), &r) },
	})
}

func (s *Screen) openChannel(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Channels, id, func(r *data.Channel) int64 { return r.ID })
	r.Use = cmp.Or(r.Use, data.UseAnnounce)
	kit.NewRowForm(s.deps, &r, data.ChannelFields).Line("name", "use").Line("link").Open(kit.Form{
		Title: title(id, say.Text("Add channel"), say.Text("Change channel")),
		Save:  func() error { return s.state.rows.channels.Save(context.Background(), &r) },
	})
}

func (s *Screen) openForce(id int64, side data.ForceSide) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Forces, id, func(r *data.Force) int64 { return r.ID })
	if id == 0 {
		r = data.Force{Side: side, Strength: 3}
	}
	kit.NewRowForm(s.deps, &r, data.ForceFields).Line("text").Line("strength").Open(kit.Form{
		Title: say.Of(r.Side.Phrase()), Intro: say.Text("Weakening a brake usually does more than pushing harder."),
		Save: func() error { return s.state.rows.forces.Save(context.Background(), &r) },
	})
}
