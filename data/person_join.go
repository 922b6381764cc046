package data

import "slices"

// JoinedWith is the record that stays when another record of the same person is
// taken into it (data/README.md, What comes in): what it lacks is filled from the
// other, lists hold what either holds, and whoever is still there on one of them is
// there. The notes of both stay.
func (m Member) JoinedWith(other Member) Member {
	for i := range MemberFields {
		f := &MemberFields[i]
		switch f.Input {
		case InputLine:
			if *f.Text(&m) == "" {
				*f.Text(&m) = *f.Text(&other)
			}
		case InputList:
			*f.List(&m) = union(*f.List(&m), *f.List(&other), f.Room)
		}
	}
	if other.Note != "" && other.Note != m.Note {
		m.Note = cut(joinTexts(m.Note, other.Note), MemberFields.Of("note").Limit)
	}
	m.AskOpenly = m.AskOpenly || other.AskOpenly
	m.ResourcesOnly = m.ResourcesOnly && other.ResourcesOnly
	if m.Kind == KindContact && other.Kind == KindMember {
		m.Kind = KindMember
	}
	m.JoinedOn = min(m.JoinedOn, other.JoinedOn)
	if m.LeftOn == 0 || other.LeftOn == 0 {
		m.LeftOn = 0
	} else {
		m.LeftOn = max(m.LeftOn, other.LeftOn)
	}
	return m
}

// union is one list followed by what only the other holds, as far as there is room.
func union(one, other Lines, room int) Lines {
	all := slices.Clone(one)
	for _, entry := range other {
		same := func(e string) bool { return Fold(e) == Fold(entry) }
		if len(all) < room && !slices.ContainsFunc(all, same) {
			all = append(all, entry)
		}
	}
	return all
}

func joinTexts(one, other string) string {
	if one == "" {
		return other
	}
	return one + "\n" + other
}

func cut(text string, most int) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), most)])
}
