package members

import (
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
		options = append(options, kit.Option{Key: strconv.FormatInt(e.ID, 10), Text: s.deps.Say.Text("%s, %s", e.Title, e.On)})
	}
	return options
}

// noteForm is the fields of an act of giving.
type noteForm struct {
	screen            *Screen
	kind, whom, about *kit.Select
	on                *kit.DateField
	note              *kit.TextField
}

func (s *Screen) newNoteForm(row data.Contribution) *noteForm {
	say := s.deps.Say
	var kinds []kit.Option
	for _, k := range data.ContributionKinds {
		if k.ByHand() {
			kinds = append(kinds, kit.Option{Key: string(k), Text: say.Of(k.Phrase())})
		}
	}
	f := &noteForm{screen: s, kind: kit.NewSelect(kinds, string(row.Kind), nil),
		whom:  kit.NewSelect(memberOptions(s.state.Others(row.MemberID)), kit.KeyOf(row.WhomID), nil),
		about: kit.NewSelect(nil, "", nil), on: kit.NewDateField(s.deps.Clock, nil, row.On, nil), note: kit.NewEntry(row.Note)}
	f.whom.Placeholder = say.Text("Choose…")
	return f
}

// fit shows the fields that the kind calls for: whom, where a newcomer was guided, and what it was about, where there is a list
// to choose from.
func (f *noteForm) fit(dialog *kit.FormDialog, itemID int64) {
	kind := data.ContributionKind(f.kind.Chosen())
	items := f.screen.state.itemsAbout(kind)
	f.about.SetOptions(f.screen.itemOptions(items), kit.KeyOf(itemID))
	kit.SetShown(dialog.Label("whom"), kind == data.Welcomed)
	kit.SetShown(dialog.Label("item"), len(items) > 0)
	dialog.Relayout()
}

// read takes over what stands in the fields.
func (f *noteForm) read(row *data.Contribution) error {
	day, err := f.on.DateIn("on")
	if err != nil {
		return err
	}
	if chosen := data.ContributionKind(f.kind.Chosen()); chosen != row.Kind {
		row.Kind, row.WhomID, row.ItemID = chosen, 0, 0
	}
	row.On, row.Note = day, f.note.Text
	if row.Kind == data.Welcomed {
		row.WhomID = kit.IDOf(f.whom.Chosen())
	}
	if f.screen.state.itemsAbout(row.Kind) != nil {
		row.ItemID = kit.IDOf(f.about.Chosen())
	}
	return nil
}

// openNote asks for an act of giving that no event and no item tells of, or changes one (data/README.md, Contributions).
func (s *Screen) openNote(row data.Contribution, saved func()) {
	say := s.deps.Say
	if row.Kind == "" {
		row.Kind = data.Welcomed
	}
	if row.On == 0 {
		row.On = s.deps.Clock.Today()
	}
	f := s.newNoteForm(row)
	form := kit.Form{
		Title: say.Text("Note a contribution of %s", s.state.NameOf(row.MemberID)),
		Intro: say.Text("Leading, speaking, minutes and finished items count by themselves."),
		Fields: []kit.FormField{
			{Name: "kind", Label: say.Text("What they did"), Input: f.kind},
			{Name: "whom", Label: say.Text("Whom"), Input: f.whom, Beside: true},
			{Name: "item", Label: say.Text("About"), Input: f.about, Beside: true},
			{Name: "on", Label: say.Text("On"), Input: f.on},
			{Name: "note", Label: say.Text("In a few words"), Input: f.note},
		},
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error {
			if err := f.read(&row); err != nil {
				return err
			}
			return s.state.Note(context.Background(), &row)
		},
	}
	if row.ID != 0 {
		form.Title, form.SaveText = say.Text("Change a contribution of %s", s.state.NameOf(row.MemberID)), say.Text("Save")
	}
	dialog := kit.OpenForm(s.deps, form)
	f.kind.OnChange = func(string) { f.fit(dialog, row.ItemID) }
	f.fit(dialog, row.ItemID)
}

func (s *Screen) changeNote(id int64) {
	if row, there := s.state.Contribution(id); there {
		s.openNote(row, nil)
	}
}

func (s *Screen) removeNote(id int64) {
	s.tick(false, nil, func(ctx context.Context) (store.Done, error) { return s.state.RemoveContribution(ctx, id) })
}

// openHelp asks when somebody was helped, and with what.
func (s *Screen) openHelp(row data.HelpReceived, saved func()) {
	say := s.deps.Say
	if row.On == 0 {
		row.On = s.deps.Clock.Today()
	}
	about := kit.NewSelect(s.itemOptions(s.state.Items(data.KindHelpRequest)), kit.KeyOf(row.ItemID), nil)
	on := kit.NewDateField(s.deps.Clock, nil, row.On, nil)
	note := kit.NewEntry(row.Note)
	form := kit.Form{
		Title: say.Text("Note that %s was helped", s.state.NameOf(row.MemberID)),
		Intro: say.Text("Being helped is what a community is for; it is noted so that requests and answers stay visible to you."),
		Fields: []kit.FormField{
			{Name: "on", Label: say.Text("On"), Input: on},
			{Name: "item", Label: say.Text("With a request on the board"), Input: about},
			{Name: "note", Label: say.Text("In a few words"), Input: note},
		},
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error {
			day, err := on.DateIn("on")
			if err != nil {
				return err
			}
			row.On, row.ItemID, row.Note = day, kit.IDOf(about.Chosen()), note.Text
			return s.state.NoteHelp(context.Background(), &row)
		},
	}
	kit.OpenForm(s.deps, form)
}

func (s *Screen) changeHelp(id int64) {
	if row, there := s.state.Help(id); there {
		s.openHelp(row, nil)
	}
}

func (s *Screen) removeHelp(id int64) {
	s.tick(false, nil, func(ctx context.Context) (store.Done, error) { return s.state.RemoveHelp(ctx, id) })
}

// openFollowUp asks for something asked of a person or owed to them, or changes it (data/README.md, Entities).
func (s *Screen) openFollowUp(row data.FollowUp, saved func()) {
	say := s.deps.Say
	if row.On == 0 {
		row.On = s.deps.Clock.Today()
	}
	if row.State == "" {
		row.State = data.Asked
	}
	what := kit.NewEntry(row.What)
	state := kit.NewSelect(kit.OptionsOf(say, data.FollowUpStates), string(row.State), nil)
	due := kit.NewDateField(s.deps.Clock, nil, row.Due, nil)
	event := kit.NewSelect(s.eventOptions(), kit.KeyOf(row.EventID), nil)
	item := kit.NewSelect(s.itemOptions(s.state.Items()), kit.KeyOf(row.ItemID), nil)
	note := kit.NewArea(2, row.Note)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Follow up with %s", s.state.NameOf(row.MemberID)),
		Fields: []kit.FormField{
			{Name: "what", Label: say.Text("What you asked or promised"), Input: what},
			{Name: "state", Label: say.Text("How it stands"), Input: state},
			{Name: "due", Label: say.Text("Due (may stay empty)"), Input: due, Beside: true},
			{Name: "event", Label: say.Text("For an event"), Input: event},
			{Name: "item", Label: say.Text("For an item"), Input: item, Beside: true},
			{Name: "note", Label: say.Text("Note (only for you)"), Input: note},
		},
		SaveText: say.Text("Note it"), OnClose: kit.OnceSaved(saved),
		Save: func() error {
			day, err := due.DateIn("due")
			if err != nil {
				return err
			}
			row.What, row.State, row.Due, row.Note = what.Text, data.FollowUpState(state.Chosen()), day, note.Text
			row.EventID, row.ItemID = kit.IDOf(event.Chosen()), kit.IDOf(item.Chosen())
			return s.state.Ask(context.Background(), &row)
		},
	})
}
