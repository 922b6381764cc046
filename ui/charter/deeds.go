package charter

import (
	"copleader/data"
	"copleader/ui/kit"
)

// register makes the screen's deeds known.
func (s *Screen) register() {
	say := s.deps.Say
	writable := func() bool { return !s.deps.ReadOnly && s.Loaded() }
	compares := func() bool {
		v := s.state.View().Versions
		return s.Loaded() && len(v.List) > 0 && v.List[0].Compares
	}
	add := func(t Table, p Part) func() {
		return func() { s.in(p, func() { s.openRow(t, 0, 0) }) }
	}
	s.deps.Commands.Add(
		&kit.Command{ID: "charter.fill", Title: say.Text("Fill the next field of the charter"),
			Enabled: func() bool { return writable() && len(s.state.View().Missing) > 0 },
			Do:      func() { s.in("", func() { s.goTo(s.state.View().Missing[0].Key) }) }},
		&kit.Command{ID: "charter.agree", Title: say.Text("Agree this version of the charter"), Enabled: writable,
			Do: func() { s.in("", s.openAgree) }},
		&kit.Command{ID: "charter.compare", Title: say.Text("See what changed in the charter"), Enabled: compares,
			Do: func() { s.in(PartVersions, s.compare) }},
		&kit.Command{ID: "charter.note", Title: say.Text("Add a note to the charter"), Enabled: writable,
			Do: func() { s.in("", func() { s.openNote(data.CharterNote{}, nil) }) }},
		&kit.Command{ID: "charter.poster", Title: say.Text("Print the poster"), Do: s.printing("poster")},
		&kit.Command{ID: "charter.print", Title: say.Text("Print the charter"), Do: s.printing("charter")},
		&kit.Command{ID: "charter.sheets", Title: say.Text("Print what the workshop needs"), Do: s.printing("workshop")},
		&kit.Command{ID: "charter.workshop", Title: say.Text("Run the workshop"), Named: s.workshopWords, Enabled: writable, Do: s.runWorkshop},
		&kit.Command{ID: "charter.picture", Title: say.Text("Choose a picture…"), Enabled: writable,
			Do: func() { s.in(PartIdentity, s.choosePicture) }},
		&kit.Command{ID: "charter.removePicture", Title: say.Text("Remove the picture"),
			Enabled: func() bool { return writable() && s.state.View().Community.LogoHash != "" },
			Do:      func() { s.in(PartIdentity, s.removePicture) }},
		&kit.Command{ID: "charter.stage", Title: say.Text("See how far we have grown"), Enabled: s.Loaded,
			Do: func() { s.in(PartStage, func() {}) }},
		&kit.Command{ID: "charter.addStakeholder", Title: say.Text("Add stakeholder"), Enabled: writable, Do: add(TableStakeholders, PartDefine)},
		&kit.Command{ID: "charter.addRole", Title: say.Text("Describe a role"), Enabled: writable, Do: add(TableRoles, PartDefine)},
		&kit.Command{ID: "charter.addTerm", Title: say.Text("Add word"), Enabled: writable, Do: add(TableTerms, PartDefine)},
		&kit.Command{ID: "charter.addChannel", Title: say.Text("Add channel"), Enabled: writable, Do: add(TableChannels, PartMandate)},
		&kit.Command{ID: "charter.addMeasure", Title: say.Text("Add measure"), Enabled: writable, Do: add(TableMeasures, PartMeasures)},
		&kit.Command{ID: "charter.value", Title: say.Text("Note the value of a measure"), Enabled: writable,
			Do: func() { s.in(PartMeasures, func() { s.begin(kit.Begun{Row: data.MeasureValue{}}) }) }},
		&kit.Command{ID: "charter.addSupport", Title: say.Text("Add what supports the vision"), Enabled: writable, Do: add(TableSupports, PartCanvas)},
		&kit.Command{ID: "charter.addBrake", Title: say.Text("Add what slows the vision"), Enabled: writable, Do: add(TableSlows, PartCanvas)},
	)
}

// in does something on this page, in one of its parts where one is named, wherever
// it was asked for.
func (s *Screen) in(p Part, do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	s.Leave()
	if p != "" && p != s.at {
		s.open(p)
	}
	do()
}

// compare shows what changed since the last version.
func (s *Screen) compare() {
	if list := s.state.View().Versions.List; s.versions != nil && len(list) > 0 {
		s.versions.choose(list[0].ID, since)
	}
}

// printing shows a document on the page Share, where it is printed.
func (s *Screen) printing(document string) func() {
	return func() {
		s.Leave()
		s.deps.Go("share", kit.Paper{Document: document})
	}
}

// workshopWords say what runWorkshop does now.
func (s *Screen) workshopWords() string {
	if !s.Loaded() {
		return ""
	}
	planned := s.state.ComingWorkshop()
	if s.deps.Now != nil {
		if now := s.deps.Now(); now != nil {
			planned = comingWorkshop(now, s.deps.Clock.Today())
		}
	}
	if planned == 0 {
		return s.deps.Say.Text("Plan the workshop")
	}
	return s.deps.Say.Text("Run the workshop")
}

// runWorkshop runs the kick-off workshop that is planned for today, goes to one that is still to come, or begins to plan one: as the file
// is by now, since it can be asked for on any page.
func (s *Screen) runWorkshop() {
	s.Leave()
	s.Load()
	s.WhenLoaded(func() {
		if id := s.state.ComingWorkshop(); id != 0 {
			s.deps.Go("events", kit.Running{EventID: id})
			return
		}
		s.deps.Go("events", kit.Begun{Row: data.Event{Format: data.VisionWorkshop}})
	})
}
