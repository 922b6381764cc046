package members

import (
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openAdd asks for another person.
func (s *Screen) openAdd() {
	say := s.deps.Say
	name, email, unit, knows := kit.NewEntry(""), kit.NewEntry(""), kit.NewEntry(""), kit.NewEntry("")
	joined := kit.NewDateField(s.deps.Clock, nil, s.deps.Clock.Today(), nil)
	contact := kit.NewCheck(say.Text("A contact outside the community"), false, nil)
	var added int64
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Add member"),
		Fields: []kit.FormField{
			{Name: "name", Label: say.Text("Name"), Input: name},
			{Name: "email", Label: say.Text("E-mail (may stay empty)"), Input: email},
			{Name: "unit", Label: say.Text("Unit"), Input: unit},
			{Name: "joinedOn", Label: say.Text("Joined on"), Input: joined, Beside: true},
			{Name: "knows", Label: say.Text("Ask about"), Hint: say.Text("What others may ask this person about, with commas between."), Input: knows},
			{Name: "kind", Input: contact},
		},
		SaveText: say.Text("Add member"),
		Save: func() error {
			on, err := joined.Date()
			if err != nil {
				return noDate("joinedOn")
			}
			m := data.Member{Name: name.Text, Email: email.Text, Unit: unit.Text, JoinedOn: on, Kind: data.KindMember, Knows: splitWords(knows.Text)}
			if contact.Ticked() {
				m.Kind = data.KindContact
			}
			err = s.state.Add(context.Background(), &m)
			added = m.ID
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				s.search.Reset("")
				s.Load()
				s.list.Select(added)
			}
		},
	})
}

// openDeclare asks which level holds, why, and when to look at it again (domain.md 4.2).
func (s *Screen) openDeclare(id int64, level data.Level) {
	say := s.deps.Say
	if level == "" {
		level = data.Active
	}
	choice := kit.NewSelect(s.levelOptions()[1:], string(level), nil)
	reason := kit.NewEntry("")
	review := kit.NewDateField(s.deps.Clock, nil, s.state.Reviewing(), nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Set the level of %s", s.state.NameOf(id)),
		Intro: say.Text("The list then shows both, your word and what the data show."),
		Fields: []kit.FormField{
			{Name: "level", Label: say.Text("Level"), Input: choice},
			{Name: "reason", Label: say.Text("Reason"), Input: reason},
			{Name: "reviewOn", Label: say.Text("Look at it again on"), Input: review},
		},
		SaveText: say.Text("Set the level"),
		Save: func() error {
			on, err := review.Date()
			if err != nil {
				return noDate("reviewOn")
			}
			return s.state.Declare(context.Background(), id, data.Level(choice.Chosen()), reason.Text, on)
		},
		OnClose: func(bool) { s.pane.show() },
	})
}

// levelOptions are the choices of the level field, the data's own word first.
func (s *Screen) levelOptions() []kit.Option {
	options := []kit.Option{{Key: "", Text: s.deps.Say.Text("As the data show")}}
	for _, level := range data.Levels {
		options = append(options, kit.Option{Key: string(level), Text: s.deps.Say.Of(level.Phrase())})
	}
	return options
}

// openNote asks for an act of giving that no event and no item tells of (domain.md 4.3).
func (s *Screen) openNote(id int64) {
	say := s.deps.Say
	var kinds []kit.Option
	for _, k := range data.ContributionKinds {
		if k.ByHand() {
			kinds = append(kinds, kit.Option{Key: string(k), Text: givingWord(say, k)})
		}
	}
	kind := kit.NewSelect(kinds, kinds[0].Key, nil)
	on := kit.NewDateField(s.deps.Clock, nil, s.deps.Clock.Today(), nil)
	note := kit.NewEntry("")
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Note a contribution of %s", s.state.NameOf(id)),
		Intro: say.Text("Leading, speaking, minutes and finished items count by themselves."),
		Fields: []kit.FormField{
			{Name: "kind", Label: say.Text("What they did"), Input: kind},
			{Name: "on", Label: say.Text("On"), Input: on},
			{Name: "note", Label: say.Text("In a few words"), Input: note},
		},
		SaveText: say.Text("Note it"),
		Save: func() error {
			day, err := on.Date()
			if err != nil {
				return noDate("on")
			}
			return s.state.Note(context.Background(), &data.Contribution{MemberID: id, On: day,
				Kind: data.ContributionKind(kind.Chosen()), Note: note.Text})
		},
	})
}

// noDate is the error of a field whose text is no date.
func noDate(field string) error {
	return data.Invalid(field, "Write the date as year-month-day, for example 2026-12-05.")
}
