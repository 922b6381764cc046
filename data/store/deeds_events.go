package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// planIn adds an event with its format's agenda, led by a member, 0 for nobody yet.
func planIn(ctx context.Context, tx *sql.Tx, e *data.Event, facilitatorID int64) error {
	if err := put(ctx, tx, eventRows, e); err != nil {
		return err
	}
	format, _ := data.FormatOf(e.Format)
	for i, step := range format.Agenda {
		line := data.AgendaLine{EventID: e.ID, Rank: i + 1, Minutes: step.Minutes, Text: step.Text}
		if err := put(ctx, tx, agendaLineRows, &line); err != nil {
			return err
		}
	}
	if facilitatorID == 0 {
		return nil
	}
	return put(ctx, tx, eventRoleRows, &data.EventRole{EventID: e.ID, MemberID: facilitatorID, Part: data.PartFacilitator, Rank: 1})
}

// SetAgenda replaces the agenda of an event; lines that keep their ID are
// changed, the others added or taken away, and the order given is kept.
func (s *Store) SetAgenda(ctx context.Context, eventID int64, lines []data.AgendaLine) error {
	return s.act(ctx, Deed{Key: "change the programme"}, func(ctx context.Context, tx *sql.Tx) error {
		before, err := agendaLineRows.query(ctx, tx, "WHERE event_id = ?", eventID)
		if err != nil {
			return err
		}
		kept := map[int64]bool{}
		for i := range lines {
			line := lines[i]
			line.EventID, line.Rank = eventID, i+1
			if err := put(ctx, tx, agendaLineRows, &line); err != nil {
				return err
			}
			kept[line.ID] = true
		}
		for _, old := range before {
			if !kept[old.ID] {
				if err := agendaLineRows.drop(ctx, tx, old.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// SetPart gives a member a part at an event, or takes it away.
func (s *Store) SetPart(ctx context.Context, eventID, memberID int64, part data.EventPart, takes bool) error {
	return s.act(ctx, Deed{Key: "change who does what"}, func(ctx context.Context, tx *sql.Tx) error {
		found, err := eventRoleRows.query(ctx, tx, "WHERE event_id = ? AND member_id = ? AND part = ?", eventID, memberID, part)
		if err != nil {
			return err
		}
		if !takes {
			if len(found) == 0 {
				return nil
			}
			return eventRoleRows.drop(ctx, tx, found[0].ID)
		}
		if len(found) > 0 {
			return nil
		}
		var last int
		if err := tx.QueryRowContext(ctx, "SELECT COALESCE(MAX(rank), 0) FROM event_role WHERE event_id = ? AND part = ?", eventID, part).Scan(&last); err != nil {
			return err
		}
		return put(ctx, tx, eventRoleRows, &data.EventRole{EventID: eventID, MemberID: memberID, Part: part, Rank: last + 1})
	})
}

// LeadEvents has somebody lead several events, in place of whoever did; nobody with 0.
func (s *Store) LeadEvents(ctx context.Context, ids []int64, memberID int64) (Done, error) {
	deed := onRows(Deed{Key: "change who leads %d event", Many: "change who leads %d events"}, Deed{Key: "change who leads “%s”"}, "event", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		led, err := eventRoleRows.query(ctx, tx, "WHERE event_id = ? AND part = ?", id, data.PartFacilitator)
		if err != nil {
			return err
		}
		for i := range led {
			if err := eventRoleRows.drop(ctx, tx, led[i].ID); err != nil {
				return err
			}
		}
		if memberID == 0 {
			return nil
		}
		return put(ctx, tx, eventRoleRows, &data.EventRole{EventID: id, MemberID: memberID, Part: data.PartFacilitator, Rank: 1})
	})
}

// AnnounceEvents notes of several events that they were announced in the same place.
func (s *Store) AnnounceEvents(ctx context.Context, ids []int64, row data.Announcement) (Done, error) {
	deed := onRows(Deed{Key: "note that %d event was announced", Many: "note that %d events were announced"}, Deed{Key: "note that “%s” was announced"}, "event", ids)
	return s.eachOf(ctx, deed, ids, func(ctx context.Context, tx *sql.Tx, id int64) error {
		one := row
		one.ID, one.EventID = 0, id
		return announce(ctx, s, tx, &one)
	})
}

// SetPresent ticks members as present at an event, or unticks them.
func (s *Store) SetPresent(ctx context.Context, eventID int64, memberIDs []int64, present bool) error {
	_, err := s.TickPresent(ctx, eventID, memberIDs, present)
	return err
}

// TickPresent is SetPresent where its undoing is offered.
func (s *Store) TickPresent(ctx context.Context, eventID int64, memberIDs []int64, present bool) (Done, error) {
	deed := Deed{Key: "tick who came"}
	switch {
	case !present:
		deed.Key = "untick who came"
	case len(memberIDs) > 1:
		deed = Deed{Key: "note that %d member came to “%s”", Many: "note that %d members came to “%s”", N: len(memberIDs), Args: []any{Name{"event", eventID}}}
	}
	return s.attend(ctx, deed, eventID, memberIDs, func(a *data.Attendance) { a.Present = present })
}

// SetExpected notes what a member said about coming to an event.
func (s *Store) SetExpected(ctx context.Context, eventID, memberID int64, reply data.Reply) error {
	_, err := s.attend(ctx, Deed{Key: "note a reply"}, eventID, []int64{memberID}, func(a *data.Attendance) { a.Expected = reply })
	return err
}

func (s *Store) attend(ctx context.Context, deed Deed, eventID int64, memberIDs []int64, change func(*data.Attendance)) (Done, error) {
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range memberIDs {
			row := data.Attendance{EventID: eventID, MemberID: id}
			found, err := attendanceRows.query(ctx, tx, "WHERE event_id = ? AND member_id = ?", eventID, id)
			if err != nil {
				return err
			}
			if len(found) > 0 {
				row = found[0]
			}
			change(&row)
			if !row.Present && row.Expected == data.ReplyNone {
				if row.ID == 0 {
					continue
				}
				err = attendanceRows.drop(ctx, tx, row.ID)
			} else {
				err = put(ctx, tx, attendanceRows, &row)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// SetRoti enters the counts of the votes "was it worth the time?" (1–5).
func (s *Store) SetRoti(ctx context.Context, eventID int64, votes data.Counts) error {
	return s.act(ctx, Deed{Key: "enter the votes"}, func(ctx context.Context, tx *sql.Tx) error {
		return ofEvent(ctx, tx, rotiTallyRows, eventID, data.RotiTally{EventID: eventID}, func(r *data.RotiTally) { r.Votes = votes })
	})
}

// ChangeMinutes writes the minutes of an event; one visit to a field is one act.
func (s *Store) ChangeMinutes(ctx context.Context, eventID int64, visit Visit, change func(*data.Minutes)) error {
	return s.act(ctx, Deed{Key: "write the minutes", Visit: visit.to("minutes", eventID)}, func(ctx context.Context, tx *sql.Tx) error {
		return ofEvent(ctx, tx, minutesRows, eventID, data.Minutes{EventID: eventID}, change)
	})
}

// PublishMinutes notes that the minutes are out, today and where.
func (s *Store) PublishMinutes(ctx context.Context, eventID int64, where string) (Done, error) {
	return s.undoable(ctx, Deed{Key: "publish the minutes"}, func(ctx context.Context, tx *sql.Tx) error {
		return ofEvent(ctx, tx, minutesRows, eventID, data.Minutes{EventID: eventID}, func(m *data.Minutes) {
			m.PublishedOn, m.Where = s.today(), where
		})
	})
}

// ofEvent changes the one row that an event has in a table, making it if need be.
func ofEvent[T any, P validated[T]](ctx context.Context, tx *sql.Tx, t table[T], eventID int64, empty T, change func(*T)) error {
	found, err := t.query(ctx, tx, "WHERE event_id = ?", eventID)
	if err != nil {
		return err
	}
	row := empty
	if len(found) > 0 {
		row = found[0]
	}
	change(&row)
	return put[T, P](ctx, tx, t, &row)
}

// announce adds an announcement; a planned event becomes announced.
func announce(ctx context.Context, s *Store, tx *sql.Tx, a *data.Announcement) error {
	if a.On == 0 {
		a.On = s.today()
	}
	if err := put(ctx, tx, announcementRows, a); err != nil || a.EventID == 0 {
		return err
	}
	return editIn(ctx, tx, eventRows, a.EventID, func(e *data.Event) {
		if e.Status == data.StatusIdea || e.Status == data.StatusPlanned {
			e.Status = data.StatusAnnounced
		}
	})
}
