package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// MoveJoiningDays moves the joining day of members to the earliest day they were
// there or gave something, and the community's start to a day, unless that is 0.
func (s *Store) MoveJoiningDays(ctx context.Context, start data.Date, late ...data.LateJoining) (Done, error) {
	deed := Deed{Key: "move the joining day of %d person", Many: "move the joining day of %d people", N: len(late)}
	if len(late) == 0 {
		deed = Deed{Key: "move the start of the community"}
	}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if start != 0 {
			if err := editIn(ctx, tx, communityRows, 1, func(c *data.Community) { c.StartedOn = min(c.StartedOn, start) }); err != nil {
				return err
			}
		}
		for _, l := range late {
			if err := editIn(ctx, tx, memberRows, l.MemberID, func(m *data.Member) { m.JoinedOn = min(m.JoinedOn, l.First) }); err != nil {
				return err
			}
		}
		return nil
	})
}

// KeepJoiningDays notes that the joining day of members is right as it stands, so
// that nobody asks again; and the start of the community, unless the day before it is 0.
func (s *Store) KeepJoiningDays(ctx context.Context, start data.Date, late ...data.LateJoining) (Done, error) {
	deed := Deed{Key: "keep the joining day of %d person", Many: "keep the joining day of %d people", N: len(late)}
	if len(late) == 0 {
		deed = Deed{Key: "keep the start of the community"}
	}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if start != 0 {
			c, err := communityRows.get(ctx, tx, 1)
			if err != nil {
				return err
			}
			kept := data.Dismissal{Rule: data.JoiningRule, Worse: int64(c.StartedOn.Sub(start)), On: s.today(), Until: s.today()}
			if err := put(ctx, tx, dismissalRows, &kept); err != nil {
				return err
			}
		}
		for _, l := range late {
			kept := data.Dismissal{Rule: data.JoiningRule, MemberID: l.MemberID, On: s.today(), Until: s.today()}
			if err := put(ctx, tx, dismissalRows, &kept); err != nil {
				return err
			}
		}
		return nil
	})
}

// Leave notes that a member left on a day, 0 for today.
func (s *Store) Leave(ctx context.Context, memberID int64, on data.Date) error {
	_, err := s.LeaveTogether(ctx, []int64{memberID}, on)
	return err
}

// LeaveTogether notes that members left on a day, 0 for today: history stays dated, and
// what roles and levels they held then end.
func (s *Store) LeaveTogether(ctx context.Context, ids []int64, on data.Date) (Done, error) {
	if on == 0 {
		on = s.today()
	}
	deed := onRows(Deed{Key: "note that %d member left", Many: "note that %d members left"}, Deed{Key: "note that %s left"}, "member", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		if err := leadsStill(ctx, tx, id); err != nil {
			return err
		}
		if err := editIn(ctx, tx, memberRows, id, func(m *data.Member) { m.LeftOn = on }); err != nil {
			return err
		}
		return endTerms(ctx, tx, id, on)
	})
}

// leadsStill refuses what would leave the community without a leader.
func leadsStill(ctx context.Context, tx *sql.Tx, memberID int64) error {
	c, err := communityRows.get(ctx, tx, 1)
	if err == nil && c.LeaderID == memberID {
		err = data.Fault(data.CodeInvalid, "This member leads the community; please pass leadership to somebody else first. Nothing was changed.")
	}
	return err
}

// endTerms ends on a day the roles and declared levels that somebody holds; what
// was to begin only later leaves no trace.
func endTerms(ctx context.Context, tx *sql.Tx, memberID int64, on data.Date) error {
	roles, err := memberRoleRows.query(ctx, tx, "WHERE member_id = ? AND (to_day IS NULL OR to_day > ?)", memberID, on)
	if err != nil {
		return err
	}
	for _, r := range roles {
		if r.To = on; r.From >= on {
			err = memberRoleRows.drop(ctx, tx, r.ID)
		} else {
			err = put(ctx, tx, memberRoleRows, &r)
		}
		if err != nil {
			return err
		}
	}
	levels, err := declaredLevelRows.query(ctx, tx, "WHERE member_id = ? AND ended_on IS NULL", memberID)
	if err != nil {
		return err
	}
	for _, d := range levels {
		d.EndedOn = max(on, d.DeclaredOn)
		if err := put(ctx, tx, declaredLevelRows, &d); err != nil {
			return err
		}
	}
	return nil
}

// SetRole gives a role to a member from today, or ends it today.
func (s *Store) SetRole(ctx context.Context, memberID int64, role data.Role, holds bool) error {
	_, err := s.SetRoles(ctx, []int64{memberID}, role, holds)
	return err
}

// SetRoles gives a role to members from today, or ends it today. A role begun
// and ended on one day leaves no trace.
func (s *Store) SetRoles(ctx context.Context, ids []int64, role data.Role, holds bool) (Done, error) {
	deed := onRows(Deed{Key: "give %d member a role", Many: "give %d members a role"}, Deed{Key: "give %s a role"}, "member", ids)
	if !holds {
		deed = onRows(Deed{Key: "end a role of %d member", Many: "end a role of %d members"}, Deed{Key: "end a role of %s"}, "member", ids)
	}
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		open, err := memberRoleRows.query(ctx, tx, "WHERE member_id = ? AND role = ? AND to_day IS NULL", id, role)
		if err != nil {
			return err
		}
		switch {
		case holds && len(open) == 0:
			return put(ctx, tx, memberRoleRows, &data.MemberRole{MemberID: id, Role: role, From: s.today()})
		case !holds && len(open) > 0 && open[0].From == s.today():
			return memberRoleRows.drop(ctx, tx, open[0].ID)
		case !holds && len(open) > 0:
			open[0].To = s.today()
			return put(ctx, tx, memberRoleRows, &open[0])
		}
		return nil
	})
}

// DeclareLevel sets the level of one member.
func (s *Store) DeclareLevel(ctx context.Context, memberID int64, level data.Level, reason string, reviewOn data.Date) error {
	_, err := s.DeclareLevels(ctx, []int64{memberID}, data.DeclaredLevel{Level: level, Reason: reason, ReviewOn: reviewOn})
	return err
}

// DeclareLevels sets the level of members by the leader's own word, or, with the empty
// level, lets the data decide again. Without a date it is looked at again when the
// settings say (data/README.md, Levels).
func (s *Store) DeclareLevels(ctx context.Context, ids []int64, declared data.DeclaredLevel) (Done, error) {
	today := s.today()
	deed := onRows(Deed{Key: "set the level of %d member", Many: "set the level of %d members"}, Deed{Key: "set the level of %s"}, "member", ids)
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if declared.Level != "" && declared.ReviewOn == 0 {
			settings, err := settingRows.query(ctx, tx, "")
			if err != nil {
				return err
			}
			declared.ReviewOn = today.AddDays((&data.Snapshot{Settings: settings}).Thresholds().DeclaredDays)
		}
		for _, id := range ids {
			if err := declareIn(ctx, tx, id, today, declared); err != nil {
				return err
			}
		}
		return nil
	})
}

// declareIn sets the level of one member within an act.
func declareIn(ctx context.Context, tx *sql.Tx, memberID int64, today data.Date, declared data.DeclaredLevel) error {
	open, err := declaredLevelRows.query(ctx, tx, "WHERE member_id = ? AND ended_on IS NULL", memberID)
	if err != nil {
		return err
	}
	for _, d := range open {
		d.EndedOn = today
		if err := put(ctx, tx, declaredLevelRows, &d); err != nil {
			return err
		}
	}
	if declared.Level == "" {
		return nil
	}
	declared.ID, declared.MemberID, declared.DeclaredOn = 0, memberID, today
	return put(ctx, tx, declaredLevelRows, &declared)
}
