package data

// Field is a field of the charter that counts for its completeness.
type Field struct {
	Key     string
	Section Section
	Label   Phrase
}

// charterField is a needed field and whether it is filled.
type charterField struct {
	Field
	filled bool
}

// Completeness counts the needed fields of the charter that are filled, and
// names the others (domain.md 2.1). Sponsors and leader's hours count only where
// the community has any. It is a count, never a grade.
func (s *Snapshot) Completeness() (filled, of int, missing []Field) {
	for _, f := range s.charterFields() {
		of++
		if f.filled {
			filled++
		} else {
			missing = append(missing, f.Field)
		}
	}
	return filled, of, missing
}

func (s *Snapshot) charterFields() []charterField {
	c := &s.Community
	_, led := s.Leader()
	fields := []charterField{
		{Field{"name", SectionIdentity, Say("Name of the community")}, c.Name != ""},
		{Field{"kind", SectionIdentity, Say("What kind of community")}, c.Kind != ""},
		{Field{"startedOn", SectionIdentity, Say("Start date")}, c.StartedOn != 0},
		{Field{"leader", SectionIdentity, Say("Leader")}, led},
	}
	if c.WantsSponsors() {
		fields = append(fields,
			charterField{Field{"leaderHours", SectionIdentity, Say("Hours a week agreed for leading")}, c.LeaderHours >= 0},
			charterField{Field{"sponsors", SectionIdentity, Say("Sponsors")}, len(s.Sponsors) > 0})
	}
	return append(fields,
		charterField{Field{"primaryPurpose", SectionPurpose, Say("What we are here for")}, c.PrimaryPurpose != ""},
		charterField{Field{"needs", SectionPurpose, Say("Needs we exist to answer")}, len(c.Needs) > 0},
		charterField{Field{"memberBenefits", SectionPurpose, Say("What members gain")}, len(c.MemberBenefits) > 0},
		charterField{Field{"stakeholderBenefits", SectionPurpose, Say("What others gain")}, len(c.StakeholderBenefits) > 0},
		charterField{Field{"domain", SectionInterest, Say("The subject that ties us together")}, c.Domain != ""},
		charterField{Field{"whoWeAre", SectionCommunity, Say("Who belongs")}, c.WhoWeAre != ""},
		charterField{Field{"roleDefinitions", SectionCommunity, Say("Roles and what each does")}, len(s.RoleDefs) > 0},
		charterField{Field{"practice", SectionPractice, Say("The work we all do")}, c.Practice != ""},
		charterField{Field{"cadence", SectionMandate, Say("How often we meet")}, c.CadenceDays > 0},
		charterField{Field{"channels", SectionMandate, Say("Where we talk and keep minutes")}, len(s.Channels) > 0},
		charterField{Field{"measures", SectionMeasures, Say("How we shall know")}, len(s.Measures) > 0},
		charterField{Field{"reviewOn", SectionMeasures, Say("When we review the charter")}, c.ReviewOn != 0},
	)
}

// Filled reports whether all needed fields of a section are filled.
func (s *Snapshot) Filled(section Section) bool {
	for _, f := range s.charterFields() {
		if f.Section == section && !f.filled {
			return false
		}
	}
	return true
}
