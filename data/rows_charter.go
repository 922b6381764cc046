package data

// CharterField is something that counts for the completeness of the charter: a
// field of the community, or a list that has rows of its own.
type CharterField struct {
	Key     string
	Section Section
	Label   Phrase
}

// charterList is a list of the charter of which one row at least is needed.
type charterList struct {
	CharterField
	after string // the key of the field it follows
	rows  func(*Snapshot) int
}

var charterLists = []charterList{
	{CharterField{"sponsors", SectionIdentity, Say("Sponsors")}, "leaderHours", func(s *Snapshot) int { return len(s.Sponsors) }},
	{CharterField{"roleDefinitions", SectionCommunity, Say("Roles and what each does")}, "whoWeAre",
		func(s *Snapshot) int { return len(s.RoleDefs) }},
	{CharterField{"channels", SectionMandate, Say("Where we talk, where minutes live")}, "cadenceDays",
		func(s *Snapshot) int { return len(s.Channels) }},
	{CharterField{"measures", SectionMeasures, Say("How we shall know")}, "usualSlot", func(s *Snapshot) int { return len(s.Measures) }},
}

// CharterList is the list of the charter with the key.
func CharterList(key string) CharterField {
	for _, l := range charterLists {
		if l.Key == key {
			return l.CharterField
		}
	}
	return CharterField{}
}

// WrittenIn are the fields of a section of the charter that are written as words,
// in the order of the charter.
func WrittenIn(section Section) Fields[Community] {
	var written Fields[Community]
	for _, f := range CommunityFields {
		if f.Section == section && f.Written() {
			written = append(written, f)
		}
	}
	return written
}

// Completeness counts the needed fields of the charter that are filled, and
// names the others (data/README.md, Charter). Sponsors and leader's hours count
// only where the community has any. It is a count, never a grade.
func (s *Snapshot) Completeness() (filled, of int, missing []CharterField) {
	s.eachNeeded(func(f CharterField, full bool) {
		of++
		if full {
			filled++
		} else {
			missing = append(missing, f)
		}
	})
	return filled, of, missing
}

// eachNeeded yields what the charter needs, in its order, and whether it is there.
func (s *Snapshot) eachNeeded(yield func(f CharterField, full bool)) {
	_, led := s.Leader()
	for i := range CommunityFields {
		f := &CommunityFields[i]
		if f.counted && (f.Key != "leaderHours" || s.Community.WantsSponsors()) {
			yield(CharterField{f.Key, f.Section, f.Label}, f.filled(&s.Community) && (f.Key != "leader" || led))
		}
		for _, l := range charterLists {
			if l.after == f.Key && (l.Key != "sponsors" || s.Community.WantsSponsors()) {
				yield(l.CharterField, l.rows(s) > 0)
			}
		}
	}
}

// Filled reports whether all needed fields of a section are filled.
func (s *Snapshot) Filled(section Section) bool {
	all := true
	s.eachNeeded(func(f CharterField, full bool) { all = all && (full || f.Section != section) })
	return all
}
