package data

// PhaseCriteria says what is needed before the leader moves on from a phase
// (data/README.md, Phases and stages). A sponsor is asked for only where the
// community wants any.
func (s *Snapshot) PhaseCriteria(phase Phase, today Date) []Criterion {
	f := s.facts(today)
	switch phase {
	case Define:
		return f.defineCriteria()
	case Design:
		return []Criterion{
			{Key: "cadence", Label: Say("How often you meet is set"), Met: s.Community.CadenceDays > 0},
			{Key: "channels", Label: Say("Channels are set"), Met: len(s.Channels) > 0},
			has("formats", Say("Three formats chosen"), f.chosenFormats(), 3),
			has("items", Say("Five items on the board"), f.items(), 5),
			{Key: "planned", Label: Say("The first event is planned"), Met: len(f.held)+len(f.coming) > 0},
		}
	case Grow:
		_, joining := s.WorksheetText("grow.joining", today)
		return []Criterion{
			has("held", Say("Three events held"), len(f.held), 3),
			has("coreTeam", Say("Three people in the core team, the leader among them"), len(s.CoreTeam(today)), 3),
			has("joined", Say("Somebody joined after the start"), f.joinedAfter(s.Community.StartedOn), 1),
			{Key: "joining", Label: Say("The steps of joining are written down"), Met: joining},
		}
	case Perform:
		return []Criterion{
			has("held", Say("Six events held"), len(f.held), 6),
			has("finished", Say("Three artefacts or standards finished"), f.finished(), 3),
			has("rounds", Say("Two health checks closed"), len(f.closed), 2),
			has("stories", Say("A value story written down"), f.stories(), 1),
		}
	case Transform:
		decision, decided := s.WorksheetText("transform.future", today)
		c := Criterion{Key: "future", Label: Say("It is decided whether to carry on, change or close"), Met: decided}
		if decided {
			c.Evidence = Say("decided on %s", decision.On)
		}
		return []Criterion{c}
	}
	return nil
}

func (f *facts) defineCriteria() []Criterion {
	s := f.snapshot
	_, led := s.Leader()
	criteria := []Criterion{
		{Key: "purpose", Label: Say("Purpose, needs and benefits are written"), Met: s.Filled(SectionPurpose)},
		{Key: "interest", Label: Say("The shared interest is named"), Met: s.Filled(SectionInterest)},
		{Key: "community", Label: Say("Who belongs and the roles are written"), Met: s.Filled(SectionCommunity)},
		{Key: "practice", Label: Say("The practice is described"), Met: s.Filled(SectionPractice)},
		{Key: "leader", Label: Say("One person leads"), Met: led},
	}
	if s.Community.WantsSponsors() {
		criteria = append(criteria, has("sponsor", Say("A sponsor is named"), len(s.Sponsors), 1))
	}
	return criteria
}

// Looks is what a community in the stage looks like
// (data/README.md, Phases and stages).
func (s Stage) Looks() Phrase {
	switch s {
	case Potential:
		return Say("A loose network begins to see its problems as common ones.")
	case Coalescing:
		return Say("First meetings; trust has to form before people share deeply.")
	case Maturing:
		return Say("Its value is proven; now it is about focus, role and boundaries.")
	case Stewardship:
		return Say("It stands on its feet; the point is to stay fresh.")
	case Transformation:
		return Say("Interest has moved on, or the practice belongs to everyone: renew, split, merge or close well.")
	}
	return Phrase{}
}

// Energy is how much of the leader's own energy the stage asks for, which runs
// opposite to the community's (data/README.md, Phases and stages); it explains
// the leader's hours.
func (s Stage) Energy() Phrase {
	switch s {
	case Potential, Coalescing:
		return Say("At the beginning it lives on the leader's energy.")
	case Maturing:
		return Say("As it finds its own energy, the leader's can ease.")
	case Stewardship:
		return Say("It sustains itself; leading takes least now.")
	case Transformation:
		return Say("Renewing or closing takes the leader's energy again.")
	}
	return Phrase{}
}

// StageTest is the evidence for one stage.
type StageTest struct {
	Stage    Stage
	Criteria []Criterion
	Passed   bool
}

// StageEvidence is what the data suggest; the leader alone changes the stage.
type StageEvidence struct {
	Suggested Stage
	Tests     []StageTest // in the order of Stages; the first has no criteria
}

// StageEvidence tests the stages from the first to the last and suggests the
// last whose test passes; transformation goes before all
// (data/README.md, Phases and stages).
func (s *Snapshot) StageEvidence(today Date) StageEvidence {
	f := s.facts(today)
	tests := []StageTest{
		{Stage: Potential, Passed: true},
		{Stage: Coalescing, Criteria: f.coalescing()},
		{Stage: Maturing, Criteria: f.maturing()},
		{Stage: Stewardship, Criteria: f.stewardship()},
		f.transformation(),
	}
	suggested := Potential
	for i := range tests {
		t := &tests[i]
		t.Passed = t.Passed || t.Stage != Transformation && AllMet(t.Criteria)
		if t.Passed {
			suggested = t.Stage
		}
	}
	return StageEvidence{suggested, tests}
}

func (f *facts) coalescing() []Criterion {
	_, led := f.snapshot.Leader()
	return []Criterion{
		{Key: "purpose", Label: Say("The purpose is written"), Met: f.snapshot.Community.PrimaryPurpose != ""},
		{Key: "leader", Label: Say("One person leads"), Met: led},
		has("held", Say("An event was held"), len(f.held), 1),
	}
}

func (f *facts) maturing() []Criterion {
	joined := 0
	if len(f.held) > 0 {
		joined = f.joinedAfter(f.held[0].On)
	}
	return []Criterion{
		has("held", Say("Six events held"), len(f.held), 6),
		has("formats", Say("Three different formats"), formatsOf(f.held), 3),
		has("core", Say("Three people at the core"), f.snapshot.Standings(f.today).Counts[Core], 3),
		has("finished", Say("An artefact or standard finished"), f.finished(), 1),
		has("joined", Say("Somebody joined after the first event"), joined, 1),
	}
}

func (f *facts) stewardship() []Criterion {
	last := lastOf(f.held, 8)
	led := f.snapshot.LedByLeader(last)
	age := Criterion{Key: "age", Label: Say("A year old"), Evidence: Say("no start date")}
	if started := f.snapshot.Community.StartedOn; started != 0 {
		days := max(0, f.today.Sub(started))
		age.Met, age.Evidence = days >= 365, SayCount(days, "%d day", "%d days")
	}
	return []Criterion{
		age,
		has("rounds", Say("Two health checks closed"), len(f.closed), 2),
		{Key: "led", Label: Say("Fewer than half of the last eight events led by the leader"),
			Met: len(last) > 0 && 2*led < len(last), Evidence: Say("%d of %d", led, len(last))},
		has("reused", Say("Three outputs used again"), f.reused(), 3),
		has("stories", Say("Two value stories of something used"), f.stories(AppliedOrBeyond...), 2),
	}
}

// transformation passes with three signs of winding down, or by the leader's word.
func (f *facts) transformation() StageTest {
	decided := Criterion{Key: "decided", Label: Say("The leader decided so"), Met: f.snapshot.Community.Stage == Transformation}
	signs, old := f.snapshot.WindDown(f.today)
	return StageTest{Stage: Transformation, Criteria: append([]Criterion{decided}, signs...),
		Passed: decided.Met || old && MetCount(signs) >= f.snapshot.Thresholds().Coach.EndingSigns}
}
