package members

import (
	"cmp"
	"context"
	"strconv"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// memberOptions are people to choose from.
func memberOptions(members []data.Member) []kit.Option {
	options := make([]kit.Option, len(members))
	for i := range members {
		options[i] = kit.Option{Key: strconv.FormatInt(members[i].ID, 10), Text: members[i].Name}
	}
	return options
}

// itemOptions are items to choose from, or none of them.
func (s *Screen) itemOptions(items []data.Item) []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("None")}}
	for i := range items {
		options = append(options, kit.Option{Key: strconv.FormatInt(items[i].ID, 10), Text: items[i].Title})
	}
	return options
}

// eventOptions are events to choose from, or none of them.
func (s *Screen) eventOptions() []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("None")}}
	for _, e := range s.state.Events() {
		options = append(options, kit.Option{Key: strconv.FormatInt(e.ID, 10), Text: s.deps.Say.Of(e.Called(s.deps.Clock.Today()))})
	}
	return options
}

// openNote asks for an act of giving that no event and no item tells of, or changes one (data/README.md, Contributions).
func (s *Screen) openNote(row data.Contribution, saved func()) {
	say := s.deps.Say
	row.Kind, row.On = cmp.Or(row.Kind, data.Welcomed), cmp.Or(row.On, s.deps.Clock.Today())
	form := kit.NewRowForm(s.deps, &row, data.ContributionFields).Line("kind", "whom", "item").Line("on").Line("note")
	form.Offer("whom", memberOptions(s.state.Others(row.MemberID)))
	dialog := kit.Form{
		Title:    say.Text("Note a contribution of %s", s.state.NameOf(row.MemberID)),
		Intro:    say.Text("Leading, speaking, minutes and finished items count by themselves."),
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error {
			if row.Kind != data.Welcomed {
				row.WhomID = 0
			}
			if s.state.itemsAbout(row.Kind) == nil {
				row.ItemID = 0
			}
			return s.state.Note(context.Background(), &row)
		},
	}
	if row.ID != 0 {
		dialog.Title, dialog.SaveText = say.Text("Change a contribution of %s", s.state.NameOf(row.MemberID)), say.Text("Save")
	}
	s.fitNote(form, form.Open(dialog), row.ItemID)
}

// fitNote shows the fields that the kind calls for: whom, where a newcomer was guided, and what it was about, where there is a list to
// choose from.
func (s *Screen) fitNote(form *kit.RowForm, dialog *kit.FormDialog, itemID int64) {
	fit := func(kind string) {
		items := s.state.itemsAbout(data.ContributionKind(kind))
		form.Select("item").SetOptions(s.itemOptions(items), kit.KeyOf(itemID))
		kit.SetShown(dialog.Label("whom"), data.ContributionKind(kind) == data.Welcomed)
		kit.SetShown(dialog.Label("item"), len(items) > 0)
		dialog.Relayout()
	}
	form.Select("kind").OnChange = fit
	fit(form.Select("kind").Chosen())
}

func (s *Screen) changeNote(id int64) {
	if row, there := s.state.Contribution(id); there {
		s.openNote(row, nil)
	}
}

func (s *Screen) removeNote(id int64) {
	s.tick(false, nil, func(ctx context.Context) (store.Done, error) { return s.state.rows.contributions.Remove(ctx, id) })
}

// openHelp asks when somebody was helped, and with what.
func (s *Screen) openHelp(row data.HelpReceived, saved func()) {
	say := s.deps.Say
	row.On = cmp.Or(row.On, s.deps.Clock.Today())
	form := kit.NewRowForm(s.deps, &row, data.HelpReceivedFields).Line("on").Line("item").Line("note")
	form.Offer("item", s.itemOptions(s.state.Items(data.KindHelpRequest)))
	form.Open(kit.Form{
		Title:    say.Text("Note that %s was helped", s.state.NameOf(row.MemberID)),
		Intro:    say.Text("Being helped is what a community is for; it is noted so that requests and answers stay visible to you."),
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error { return s.state.rows.help.Save(context.Background(), &row) },
	})
}

func (s *Screen) changeHelp(id int64) {
	if row, there := s.state.Help(id); there {
		s.openHelp(row, nil)
	}
}

func (s *Screen) removeHelp(id int64) {
	s.tick(false, nil, func(ctx context.Context) (store.Done, error) { return s.state.rows.help.Remove(ctx, id) })
}

// openFollowUp asks for something asked of a person or owed to them, or changes it (data/README.md, Entities).
func (s *Screen) openFollowUp(row data.FollowUp, saved func()) {
	say := s.deps.Say
	row.On, row.State = cmp.Or(row.On, s.deps.Clock.Today()), cmp.Or(row.State, data.Asked)
	s.followUpForm(&row).Open(kit.Form{
		Title:    say.Text("Follow up with %s", s.state.NameOf(row.MemberID)),
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error { return s.state.rows.followUps.Save(context.Background(), &row) },
	})
}

// followUpForm are the fields of a follow-up.
func (s *Screen) followUpForm(row *data.FollowUp) *kit.RowForm {
	form := kit.NewRowForm(s.deps, row, data.FollowUpFields).Line("what").Line("state", "due").Line("event", "item").Line("note")
	form.Offer("event", s.eventOptions())
	form.Offer("item", s.itemOptions(s.state.Items()))
	return form
}
