package data

import "slices"

// Help is how a community helped within a period, as sponsors ask for it
// (data/README.md, Sponsors).
type Help struct {
	Answered   int // help requests that had their first answer in the period
	MedianDays int // until that answer, in half days: 5 is two and a half days; of nothing 0
	Waiting    int // requests without an answer on the last day
	Across     int // acts of helping between people of two units
	Known      int // acts of helping of which both units are known
}

// HelpBetween reckons the help of a period. How long an answer took is told by the
// median: one request that nobody could answer says little of the others.
func (s *Snapshot) HelpBetween(from, until Date) Help {
	var help Help
	var days []int
	for i := range s.Items {
		item := &s.Items[i]
		if item.Kind != KindHelpRequest || item.CreatedOn > until {
			continue
		}
		answered := item.AnsweredOn != 0 && item.AnsweredOn <= until
		switch {
		case answered && item.AnsweredOn >= from:
			days = append(days, max(0, item.AnsweredOn.Sub(item.CreatedOn)))
		case !answered && item.Column != ColumnDone && item.Column != ColumnParked:
			help.Waiting++
		}
	}
	slices.Sort(days)
	if help.Answered = len(days); help.Answered > 0 {
		help.MedianDays = days[(len(days)-1)/2] + days[len(days)/2]
	}
	help.Across, help.Known = s.helpAcross(from, until)
	return help
}

// helpAcross counts the acts of helping of a period between two units, and those of
// which both units are known.
func (s *Snapshot) helpAcross(from, until Date) (across, known int) {
	for i := range s.Contributions {
		c := &s.Contributions[i]
		if c.Kind != Helped || !c.On.Within(from, until) {
			continue
		}
		giver, receiver := s.unitOf(c.MemberID), s.unitOf(s.helpedBy(c))
		if giver == "" || receiver == "" {
			continue
		}
		known++
		if giver != receiver {
			across++
		}
	}
	return across, known
}

// helpedBy is whom an act of helping was for: the person named, else who asked; 0 if
// neither is noted.
func (s *Snapshot) helpedBy(c *Contribution) int64 {
	if c.WhomID != 0 {
		return c.WhomID
	}
	if item, ok := s.ItemByID(c.ItemID); ok && item.Kind == KindHelpRequest {
		return item.ProposerID
	}
	return 0
}

// unitOf is the unit a member belongs to, folded, "" if there is none.
func (s *Snapshot) unitOf(member int64) string {
	m, _ := s.MemberByID(member)
	return Fold(m.Unit)
}

// UnitsBetween counts the units whose members came to an event of the period, and
// the units that the members belong to on its last day.
func (s *Snapshot) UnitsBetween(from, until Date) (came, all int) {
	there, known := map[string]bool{}, map[string]bool{}
	for i := range s.Members {
		if m := &s.Members[i]; m.Unit != "" && m.IsMember(until) {
			known[Fold(m.Unit)] = true
		}
	}
	held := map[int64]bool{}
	for _, e := range s.HeldEvents(until) {
		held[e.ID] = e.On >= from
	}
	for i := range s.Attendance {
		a := &s.Attendance[i]
		if unit := s.unitOf(a.MemberID); a.Present && held[a.EventID] && known[unit] {
			there[unit] = true
		}
	}
	return len(there), len(known)
}
