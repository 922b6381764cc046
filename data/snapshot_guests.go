package data

import "slices"

// ForGuests is the snapshot as others may look at it on the leader's screen (data/README.md, Guest view). Figures of the community are
// still reckoned from the whole.
func (s *Snapshot) ForGuests() *Snapshot {
	seen := *s
	seen.whole = s
	seen.Contacts, seen.Notes, seen.Perfection = nil, nil, nil
	seen.Declared, seen.HelpReceived, seen.FollowUps = nil, nil, nil
	seen.Answers, seen.Responses = slices.Clone(s.Answers), slices.Clone(s.Responses)
	for i := range seen.Answers {
		seen.Answers[i].Comment = ""
	}
	for i := range seen.Responses {
		seen.Responses[i].Next = ""
	}
	return &seen
}

// IsForGuests tells that it is the snapshot as guests may look at it.
func (s *Snapshot) IsForGuests() bool { return s.whole != nil }

// Whole is the snapshot with what guests are not shown.
func (s *Snapshot) Whole() *Snapshot {
	if s.whole != nil {
		return s.whole
	}
	return s
}

// GuestsSpeaking counts the people from outside who said yes to speak at an event: they have no part of their own.
func (s *Snapshot) GuestsSpeaking() map[int64]int {
	speaking := map[int64]int{}
	for _, u := range s.Whole().FollowUps {
		if u.Guest != "" && u.EventID != 0 && u.State == SaidYes {
			speaking[u.EventID]++
		}
	}
	return speaking
}
