package data

// QuarterStanding is how somebody stood on the last day of a quarter of a year.
type QuarterStanding struct {
	Standing
	Until Date
}

// QuarterStandings tell how one member stood at the end of each of the last whole quarters, the earliest first: how their level
// went over time, from dated rows.
func (s *Snapshot) QuarterStandings(memberID int64, today Date, quarters int) []QuarterStanding {
	if quarters <= 0 || today <= 0 {
		return nil
	}
	alone := s.alone(memberID)
	standings := make([]QuarterStanding, quarters)
	for i := range standings {
		until := quarterOf(today, i+1-quarters).AddDays(-1)
		st := alone.standingsOn(until, s.LeaderOn(until))
		standings[i] = QuarterStanding{Standing: st.ByMember(memberID), Until: until}
	}
	return standings
}

// alone is what levels are inferred from, with the rows of one member only: in a large community that is little beside the
// rest.
func (s *Snapshot) alone(memberID int64) *Snapshot {
	return &Snapshot{Community: s.Community, Settings: s.Settings, Events: s.Events,
		Members:       rowsOf(s.Members, func(m *Member) bool { return m.ID == memberID }),
		Roles:         rowsOf(s.Roles, func(r *MemberRole) bool { return r.MemberID == memberID }),
		Declared:      rowsOf(s.Declared, func(d *DeclaredLevel) bool { return d.MemberID == memberID }),
		Attendance:    rowsOf(s.Attendance, func(a *Attendance) bool { return a.MemberID == memberID }),
		EventRoles:    rowsOf(s.EventRoles, func(r *EventRole) bool { return r.MemberID == memberID }),
		Contributions: rowsOf(s.Contributions, func(c *Contribution) bool { return c.MemberID == memberID }),
		Items:         rowsOf(s.Items, func(i *Item) bool { return i.OwnerID == memberID })}
}

func rowsOf[T any](rows []T, is func(*T) bool) []T {
	var found []T
	for i := range rows {
		if is(&rows[i]) {
			found = append(found, rows[i])
		}
	}
	return found
}
