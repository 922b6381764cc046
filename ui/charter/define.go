package charter

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// definePart holds purpose, subject, people, practice and mandate
// (data/README.md, Charter).
func (s *Screen) definePart() *part {
	say := s.deps.Say
	roles := s.table(TableRoles)
	stakeholders, terms := s.table(TableStakeholders), s.table(TableTerms)
	s.spot("roleDefinitions", roles.box, roles.focus)
	s.spot("stakeholders", stakeholders.box, stakeholders.focus)
	s.spot("vocabulary", terms.box, terms.focus)
	policy := s.field("membershipPolicy")
	interest := stack(s.heading(data.SectionInterest), s.field("domain"),
		s.hidden([]string{"inScope", "outOfScope"}, func(f []fyne.CanvasObject) []fyne.CanvasObject { return f }))
	community := stack(s.heading(data.SectionCommunity), s.field("whoWeAre"),
		s.hidden([]string{"expectedCommitment", "howToJoin"}, func(f []fyne.CanvasObject) []fyne.CanvasObject { return append(f, policy) }, "membershipPolicy"))
	practice := stack(s.heading(data.SectionPractice), s.field("practice"),
		s.hidden([]string{"repertoire"}, func(f []fyne.CanvasObject) []fyne.CanvasObject { return append(f, terms.box) }, "vocabulary"))
	mandate := stack(kit.Pad(kit.Edges{Top: 6}, kit.CardTitle(say.Text("Mandate"))),
		s.hidden([]string{"mayDecide", "mayPropose", "notOurs"}, func(f []fyne.CanvasObject) []fyne.CanvasObject { return f }))
	others := s.more([]string{"stakeholders"}, stakeholders.box)
	card := kit.NewCard(say.Text("What we are here for"), "", stack(
		s.placed("primaryPurpose", s.fields.Lead(data.CommunityFields.Of("primaryPurpose"), rowsOf["primaryPurpose"])),
		thirds(s.field("needs"), s.field("memberBenefits"), s.field("stakeholderBenefits")),
		kit.NewRule(), halves(interest, community), kit.NewRule(), halves(practice, mandate), kit.NewRule(), roles.box, others,
		s.howToChange(),
	))
	phase := s.phaseCards(data.Define)
	return &part{left: []fyne.CanvasObject{card}, right: []fyne.CanvasObject{s.missing.card, phase.ready, phase.help, s.wall.card, s.version.card, s.notes.card},
		shows: append(s.unfolds, roles.show, stakeholders.show, terms.show, phase.show, s.progressOn(card))}
}

// howToChange says how what is read is changed; in a file that is only read nothing is.
func (s *Screen) howToChange() fyne.CanvasObject {
	if s.deps.ReadOnly {
		return kit.Space(0, 0)
	}
	return kit.Note(s.deps.Say.Text("Click a line to change it, or press F2."))
}

// progressOn shows in a card's corner how much is filled. A card lays all of its
// fields out again when its note is set, so that is done only for another one.
func (s *Screen) progressOn(card *kit.Card) func() {
	shown := ""
	return func() {
		if text := s.state.View().Progress; text != shown {
			shown = text
			card.SetNote(text)
		}
	}
}

// hidden makes fields that keep out of sight until they are wanted, with
// what else belongs to them.
func (s *Screen) hidden(keys []string, arrange func([]fyne.CanvasObject) []fyne.CanvasObject, also ...string) fyne.CanvasObject {
	var fields []fyne.CanvasObject
	for _, key := range keys {
		fields = append(fields, s.field(key))
	}
	return s.more(append(keys, also...), arrange(fields)...)
}

// heading heads a section inside a card.
func (s *Screen) heading(section data.Section) fyne.CanvasObject {
	return kit.Pad(kit.Edges{Top: 6}, kit.CardTitle(s.deps.Say.Of(section.Phrase())))
}

// identityPart holds who the community is, who leads it, who backs it.
func (s *Screen) identityPart() *part {
	say := s.deps.Say
	asks := s.fields.Of(data.CommunityFields.Of("asksHours"), 0)
	leader, colour, energy := s.leaderRow(), s.colourRow(), kit.NewSmall()
	who := kit.NewLinkBtn(say.Text("See the sponsors"), func() { s.deps.GoTo(data.Place{Kind: data.PlaceSponsors}) })
	who.ID = "identity.sponsors"
	backing := stack(halves(
		s.field("leaderHours"), s.field("workWeek")),
		energy, kit.Left(who))
	card := kit.NewCard(say.Text("Identity"), "", stack(
		s.field("name"), s.field("tagline"), halves(s.field("kind"), s.field("startedOn")),
		leader.box, s.field("leaderCoach"), asks, backing, halves(s.field("timeZone"), colour.box)))
	picture := s.pictureCard()
	return &part{left: []fyne.CanvasObject{card}, right: []fyne.CanvasObject{picture.card}, shows: []func(){leader.show, colour.show, picture.show, func() {
		c := s.state.View().Community
		asks.Hidden = c.Kind == data.Workplace
		backing.Hidden = !c.WantsSponsors()
		energy.Set(kit.Muted(s.state.View().Growth.Stage.Energy))
	}}}
}

// mandatePart holds how the community works together; what it may do stands beside its practice.
func (s *Screen) mandatePart() *part {
	say := s.deps.Say
	channels := s.table(TableChannels)
	s.spot("channels", channels.box, channels.focus)
	card := kit.NewCard(say.Text("Agreements"), "", stack(
		s.field("workingAgreement"),
		halves(s.field("decisionRule"), s.field("decisionNote")),
		thirds(s.field("cadenceDays"), s.field("usualSlot"), s.field("pausedUntil")),
		channels.box))
	return &part{left: []fyne.CanvasObject{card}, shows: []func(){channels.show}}
}

// measuresPart holds the charter's yardsticks with what they read.
func (s *Screen) measuresPart() *part {
	measures := s.table(TableMeasures)
	s.spot("measures", measures.box, measures.focus)
	s.tables[TableMeasures] = measures
	card := kit.NewCard(s.deps.Say.Text("How we shall know"), "", measures.box)
	return &part{left: []fyne.CanvasObject{card}, right: []fyne.CanvasObject{s.notes.card}, shows: []func(){measures.show}}
}
