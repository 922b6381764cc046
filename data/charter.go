package data

// CharterField is a field of the charter that counts for its completeness.
type CharterField struct {
	Key     string
	Section Section
	Label   Phrase
}

// charterField is a needed field and whether it is filled.
type charterField struct {
	CharterField
	filled bool
}

// Completeness counts the needed fields of the charter that are filled, and
// names the others (data/README.md, Charter). Sponsors and leader's hours count
// only where the community has any. It is a count, never a grade.
func (s *Snapshot) Completeness() (filled, of int, missing []CharterField) {
	for _, f := range s.charterFields() {
		of++
		if f.filled {
			filled++
		} else {
			missing = append(missing, f.CharterField)
		}
	}
	return filled, of, missing
}

func (s *Snapshot) charterFields() []charterField {
	c := &s.Community
	_, led := s.Leader()
	fields := []charterField{
		{CharterField{"name", SectionIdentity, Say("Name of the community")}, c.Name != ""},
		{CharterField{"kind", SectionIdentity, Say("What kind of community")}, c.Kind != ""},
		{CharterField{"startedOn", SectionIdentity, Say("Start date")}, c.StartedOn != 0},
		{CharterField{"leader", SectionIdentity, Say("Leader")}, led},
	}
	if c.WantsSponsors() {
		fields = append(fields,
			charterField{CharterField{"leaderHours", SectionIdentity, Say("Hours a week agreed for leading")}, c.LeaderHours >= 0},
			charterField{CharterField{"sponsors", SectionIdentity, Say("Sponsors")}, len(s.Sponsors) > 0})
	}
	return append(fields,
		charterField{CharterField{"primaryPurpose", SectionPurpose, Say("What we are here for")}, c.PrimaryPurpose != ""},
		charterField{CharterField{"needs", SectionPurpose, Say("Needs we exist to answer")}, len(c.Needs) > 0},
		charterField{CharterField{"memberBenefits", SectionPurpose, Say("What members gain")}, len(c.MemberBenefits) > 0},
		charterField{CharterField{"stakeholderBenefits", SectionPurpose, Say("What others gain")}, len(c.StakeholderBenefits) > 0},
		charterField{CharterField{"domain", SectionInterest, Say("The subject that ties us together")}, c.Domain != ""},
		charterField{CharterField{"whoWeAre", SectionCommunity, Say("Who belongs")}, c.WhoWeAre != ""},
		charterField{CharterField{"roleDefinitions", SectionCommunity, Say("Roles and what each does")}, len(s.RoleDefs) > 0},
		charterField{CharterField{"practice", SectionPractice, Say("The work we all do")}, c.Practice != ""},
		charterField{CharterField{"cadence", SectionMandate, Say("How often we meet")}, c.CadenceDays > 0},
		charterField{CharterField{"channels", SectionMandate, Say("Where we talk and keep minutes")}, len(s.Channels) > 0},
		charterField{CharterField{"measures", SectionMeasures, Say("How we shall know")}, len(s.Measures) > 0},
		charterField{CharterField{"reviewOn", SectionMeasures, Say("When we review the charter")}, c.ReviewOn != 0},
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
