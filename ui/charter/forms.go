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
	name, function, stake := kit.NewEntry(r.Name), kit.NewEntry(r.Function), kit.NewArea(2, r.Stake)
	attitude := kit.NewSelect(kit.OptionsOf(say, []data.Attitude{"", data.Supports, data.Neutral, data.Doubts}), string(r.Attitude), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(id, say.Text("Add stakeholder"), say.Text("Change stakeholder")),
		Fields: []kit.FormField{
			{Name: "name", Label: say.Text("Name"), Input: name},
			{Name: "function", Label: say.Text("Function"), Input: function},
			{Name: "stake", Label: say.Text("What is at stake for them"), Input: stake},
			{Name: "attitude", Label: say.Text("Attitude"), Hint: say.Text("Only you see this; it is never printed."), Input: attitude},
		},
		Save: func() error {
			r.Name, r.Function, r.Stake, r.Attitude = name.Text, function.Text, stake.Text, data.Attitude(attitude.Chosen())
			return s.state.SaveStakeholder(context.Background(), &r)
		},
	})
}

func (s *Screen) openRole(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.RoleDefs, id, func(r *data.RoleDefinition) int64 { return r.ID })
	if id == 0 {
		r.Role = s.state.View().nextRole()
	}
	role := kit.NewSelect(kit.OptionsOf(say, data.Roles), string(r.Role), nil)
	duty := kit.NewArea(2, r.Duty)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(id, say.Text("Describe a role"), say.Text("Change the description")),
		Intro: say.Text("Who has the role is noted with the person, under Members."),
		Fields: []kit.FormField{
			{Name: "role", Label: say.Text("Role"), Input: role},
			{Name: "duty", Label: say.Text("What it does here"), Input: duty},
		},
		Save: func() error {
			r.Role, r.Duty = data.Role(role.Chosen()), duty.Text
			return s.state.SaveRole(context.Background(), &r)
		},
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
	term, meaning := kit.NewEntry(r.Term), kit.NewArea(2, r.Meaning)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(id, say.Text("Add word"), say.Text("Change word")),
		Fields: []kit.FormField{
			{Name: "term", Label: say.Text("Word"), Input: term},
			{Name: "meaning", Label: say.Text("What we mean by it"), Input: meaning},
		},
		Save: func() error {
			r.Term, r.Meaning = term.Text, meaning.Text
			return s.state.SaveTerm(context.Background(), &r)
		},
	})
}

func (s *Screen) openChannel(id int64) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Channels, id, func(r *data.Channel) int64 { return r.ID })
	if id == 0 {
		r.Use = data.UseAnnounce
	}
	name, link := kit.NewEntry(r.Name), kit.NewEntry(r.Link)
	use := kit.NewSelect(kit.OptionsOf(say, []data.ChannelUse{data.UseAnnounce, data.UseDiscuss, data.UseArchive}), string(r.Use), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: title(id, say.Text("Add channel"), say.Text("Change channel")),
		Fields: []kit.FormField{
			{Name: "name", Label: say.Text("Name"), Input: name},
			{Name: "use", Label: say.Text("What for"), Input: use, Beside: true},
			{Name: "link", Label: say.Text("Link or place"), Input: link},
		},
		Save: func() error {
			r.Name, r.Link, r.Use = name.Text, link.Text, data.ChannelUse(use.Chosen())
			return s.state.SaveChannel(context.Background(), &r)
		},
	})
}

func (s *Screen) openForce(id int64, side data.ForceSide) {
	say, r := s.deps.Say, rowOf(s.state.View().snapshot.Forces, id, func(r *data.Force) int64 { return r.ID })
	if id == 0 {
		r = data.Force{Side: side, Strength: 3}
	}
	text := kit.NewEntry(r.Text)
	strength := kit.NewNumberField(nil, r.Strength, true, nil)
	strength.Min, strength.Max, strength.Complaint = 1, 5, data.Say("Please choose a number from %d to %d.", 1, 5)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Of(r.Side.Phrase()), Intro: say.Text("Weakening a brake usually does more than pushing harder."),
		Fields: []kit.FormField{
			{Name: "text", Label: say.Text("In a few words"), Input: text},
			{Name: "strength", Label: say.Text("Strength, 1 to 5"), Input: strength},
		},
		Save: func() error {
			n, known, err := strength.Value()
			if err != nil || !known {
				return data.Invalid("strength", "Please choose a number from %d to %d.", 1, 5)
			}
			r.Text, r.Strength = text.Text, n
			return s.state.SaveForce(context.Background(), &r)
		},
	})
}
