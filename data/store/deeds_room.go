package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"copleader/data"
)

// KeepMeeting keeps an event under way with its parts, in place of any other (data/README.md, The room). It is no deed of the leader:
// undo and the history pass over it.
func (s *Store) KeepMeeting(ctx context.Context, m *data.Meeting, meetingParts []data.MeetingPart) error {
	return s.aside(ctx, func(ctx context.Context, tx *sql.Tx) error {
		before, err := meetingRows.all(ctx, tx)
		if err != nil {
			return err
		}
		m.ID = 0
		for i := range before {
			if m.ID == 0 {
				m.ID = before[i].ID
			} else if err := meetingRows.drop(ctx, tx, before[i].ID); err != nil {
				return err
			}
		}
		if err := put(ctx, tx, meetingRows, m); err != nil {
			return err
		}
		return keepParts(ctx, tx, m.EventID, meetingParts)
	})
}

// keepParts writes the parts over those before, one by one, so that only what differs is written.
func keepParts(ctx context.Context, tx *sql.Tx, eventID int64, now []data.MeetingPart) error {
	before, err := meetingPartRows.all(ctx, tx)
	if err != nil {
		return err
	}
	for i := range now {
		row := now[i]
		row.ID, row.EventID, row.Rank = 0, eventID, i+1
		if i < len(before) {
			row.ID = before[i].ID
		}
		if i < len(before) && row == before[i] {
			continue
		}
		if err := put(ctx, tx, meetingPartRows, &row); err != nil {
			return err
		}
	}
	for i := len(now); i < len(before); i++ {
		if err := meetingPartRows.drop(ctx, tx, before[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// MeetingSeen notes when the clock of the event under way was last seen running, which nobody is told of: no page shows it.
func (s *Store) MeetingSeen(ctx context.Context, at time.Time) error {
	return s.asideQuietly(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE meeting SET seen = ? WHERE seen < ?", at.UnixMilli(), at.UnixMilli())
		return err
	})
}

// DropMeeting forgets the event under way: its clock was only tried.
func (s *Store) DropMeeting(ctx context.Context) error {
	return s.aside(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM meeting")
		if err == nil {
			_, err = tx.ExecContext(ctx, "DELETE FROM meeting_part")
		}
		return err
	})
}

// Written is what becomes of a line that is written down at a meeting, beside the line itself.
type Written struct {
	OwnerID int64        // of an action
	Due     data.Date    // of an action
	Reason  string       // why something is parked
	ItemID  int64        // the item of the board that an action is added to, 0 for one of its own
	Name    string       // of a decision: what the community is called from now on
	Lead    *data.Member // of a decision: who leads from today; one without an ID becomes a member
}

// lineDeeds is what writing down a line is called.
var lineDeeds = map[data.LineKind]string{
	data.LineDecision: "write down a decision", data.LineAction: "write down an action", data.LineThanks: "write down a thank-you",
	data.LineNote: "write down a note", data.LineParked: "park something", data.LineGuest: "note a guest", data.LineIdea: "write down an idea",
}

// WriteDown writes down a line at a meeting, as one act: a decision and a note stand in the minutes too, an action and what is parked
// on the board, a guest is counted (data/README.md, The room). It sets the line's ID.
func (s *Store) WriteDown(ctx context.Context, l *data.MeetingLine, w Written) (Done, error) {
	if l.Written == 0 {
		l.Written = s.clock().UnixMilli()
	}
	done, err := s.undoable(ctx, Deed{Key: lineDeeds[l.Kind]}, func(ctx context.Context, tx *sql.Tx) error {
		if l.Text = data.CleanLine(l.Text); l.Text == "" {
			return data.Invalid("text", "Please write something first.")
		}
		if err := s.alsoWrite(ctx, tx, l, w); err != nil {
			return err
		}
		return put(ctx, tx, meetingLineRows, l)
	})
	if err != nil {
		l.ID, l.ItemID = 0, 0
	}
	return done, err
}

// alsoWrite puts a line where those who look later find it.
func (s *Store) alsoWrite(ctx context.Context, tx *sql.Tx, l *data.MeetingLine, w Written) error {
	switch l.Kind {
	case data.LineDecision:
		if err := s.decide(ctx, tx, w); err != nil {
			return err
		}
		return ofEvent(ctx, tx, minutesRows, l.EventID, data.Minutes{EventID: l.EventID}, func(m *data.Minutes) { m.Decisions = withLine(m.Decisions, l.Text) })
	case data.LineNote:
		return ofEvent(ctx, tx, minutesRows, l.EventID, data.Minutes{EventID: l.EventID}, func(m *data.Minutes) { m.Text = withLine(m.Text, l.Text) })
	case data.LineGuest:
		return editIn(ctx, tx, eventRows, l.EventID, func(e *data.Event) { e.Guests++ })
	case data.LineAction, data.LineParked:
		if w.ItemID != 0 {
			l.ItemID = w.ItemID
			return editIn(ctx, tx, itemRows, w.ItemID, func(i *data.Item) { i.Description = withLine(i.Description, l.Text) })
		}
		item := data.Item{Title: l.Text, Kind: data.KindAction, Column: data.ColumnReady, EventID: l.EventID, OwnerID: w.OwnerID, Due: w.Due}
		if w.OwnerID != 0 && w.Due != 0 {
			item.Column = data.ColumnPlanned
		}
		if l.Kind == data.LineParked {
			item.Kind, item.Column, item.ParkedReason = data.KindEventIdea, data.ColumnParked, w.Reason
		}
		item.Title, item.Description = cutTitle(l.Text)
		if err := s.addItem(ctx, tx, &item); err != nil {
			return err
		}
		l.ItemID = item.ID
	}
	return nil
}

// decide does what a decision of the kick-off workshop says: the community has another name, or somebody leads it.
func (s *Store) decide(ctx context.Context, tx *sql.Tx, w Written) error {
	if w.Name != "" {
		if err := editIn(ctx, tx, communityRows, 1, func(c *data.Community) { c.Name = w.Name }); err != nil {
			return err
		}
	}
	if w.Lead == nil {
		return nil
	}
	m := *w.Lead // a deed that is done again has to begin without an ID too
	if m.ID == 0 {
		if err := put(ctx, tx, memberRows, &m); err != nil {
			return err
		}
	}
	today := s.today()
	return leadSince(ctx, tx, m.ID, today, today)
}

// cutTitle makes the title of an item of a line; what is too long for one stands below it, whole.
func cutTitle(text string) (title, rest string) {
	most := data.ItemFields.Of("title").Limit
	runes := []rune(text)
	if len(runes) <= most {
		return text, ""
	}
	return string(runes[:most-1]) + "…", text
}

// withLine puts a line below a text.
func withLine(text, line string) string {
	if text = strings.TrimRight(text, "\n "); text == "" {
		return line
	}
	return text + "\n" + line
}

// TakeBackLine takes a line away that was written down at a meeting, with what it put into the minutes or onto the board, however much
// was written since. Words that were changed in the minutes meanwhile stay.
func (s *Store) TakeBackLine(ctx context.Context, id int64) (Done, error) {
	return s.undoable(ctx, Deed{Key: "take back what was written down"}, func(ctx context.Context, tx *sql.Tx) error {
		l, err := meetingLineRows.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := meetingLineRows.drop(ctx, tx, id); err != nil {
			return err
		}
		switch {
		case l.Kind == data.LineDecision:
			return ofEvent(ctx, tx, minutesRows, l.EventID, data.Minutes{EventID: l.EventID}, func(m *data.Minutes) { m.Decisions = withoutLine(m.Decisions, l.Text) })
		case l.Kind == data.LineNote:
			return ofEvent(ctx, tx, minutesRows, l.EventID, data.Minutes{EventID: l.EventID}, func(m *data.Minutes) { m.Text = withoutLine(m.Text, l.Text) })
		case l.Kind == data.LineGuest:
			return editIn(ctx, tx, eventRows, l.EventID, func(e *data.Event) { e.Guests = max(0, e.Guests-1) })
		case l.ItemID != 0:
			return takeBackItem(ctx, tx, l)
		}
		return nil
	})
}

// takeBackItem takes away the item that a line made; of one that was on the board before, only the words that were added.
func takeBackItem(ctx context.Context, tx *sql.Tx, l data.MeetingLine) error {
	item, err := itemRows.get(ctx, tx, l.ItemID)
	if err != nil {
		return err
	}
	if title, _ := cutTitle(l.Text); item.Title == title {
		return itemRows.drop(ctx, tx, l.ItemID)
	}
	return editIn(ctx, tx, itemRows, l.ItemID, func(i *data.Item) { i.Description = withoutLine(i.Description, l.Text) })
}

// withoutLine takes the last line that reads so out of a text.
func withoutLine(text, line string) string {
	lines := strings.Split(text, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] == line {
			return strings.Join(append(lines[:i:i], lines[i+1:]...), "\n")
		}
	}
	return text
}

// ChangeLine changes a line, as grouping and voting on ideas do; what it is and where else it stands stays.
func (s *Store) ChangeLine(ctx context.Context, id int64, change func(*data.MeetingLine)) error {
	return edit(ctx, s, meetingLineRows, id, Deed{Key: "order what was put forward"}, func(l *data.MeetingLine) {
		was := *l
		change(l)
		l.EventID, l.Kind, l.ItemID, l.MemberID = was.EventID, was.Kind, was.ItemID, was.MemberID
	})
}

// Ending is how a meeting ends: what goes below its minutes, what is left over for another event, and what a workshop founded.
type Ending struct {
	EventID  int64
	Below    string      // the minutes
	To       int64       // the event that takes what is left over, 0 for none
	Plan     *data.Event // in place of To: an event to be planned for it, nil for none
	DueThen  []int64     // the items that are due on the day of the event that is planned
	Left     []data.AgendaLine
	Made     string               // what others can use from now on, "" for nothing
	Taken    Taken                // what lines of the canvas became
	Agreed   *data.CharterVersion // the charter as it was agreed, nil for not
	ReviewOn data.Date            // when that is looked at again
}

// EndMeeting notes an event as held and completes its minutes; what is left over comes into the agenda of another event, before its last
// step; what was made for others stands in the library; what a workshop founded is on the board, and its charter agreed. It is one act.
func (s *Store) EndMeeting(ctx context.Context, end Ending) (Done, error) {
	deed := Deed{Key: "end “%s”", Args: []any{Name{"event", end.EventID}}}
	return s.undoable(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		err := editIn(ctx, tx, eventRows, end.EventID, func(e *data.Event) { e.Status = data.StatusHeld })
		if err != nil {
			return err
		}
		if end.Below != "" {
			err := ofEvent(ctx, tx, minutesRows, end.EventID, data.Minutes{EventID: end.EventID}, func(m *data.Minutes) { m.Text = withLine(m.Text, end.Below) })
			if err != nil {
				return err
			}
		}
		if end.Made != "" {
			made := data.Item{Title: end.Made, Kind: data.KindArtefact, Column: data.ColumnDone, EventID: end.EventID}
			if err := s.addItem(ctx, tx, &made); err != nil {
				return err
			}
		}
		if err := s.takeIn(ctx, tx, end.Taken); err != nil {
			return err
		}
		if end.Agreed != nil {
			if err := s.agreeIn(ctx, tx, end.Agreed, end.ReviewOn); err != nil {
				return err
			}
		}
		return end.carry(ctx, tx)
	})
}

// carry puts what is left over into the event that takes it, which may have to be planned first.
func (end *Ending) carry(ctx context.Context, tx *sql.Tx) error {
	to := end.To
	if end.Plan != nil {
		planned := *end.Plan
		if err := planIn(ctx, tx, &planned, 0); err != nil {
			return err
		}
		to = planned.ID
		for _, id := range end.DueThen {
			if err := editIn(ctx, tx, itemRows, id, func(i *data.Item) { i.Due = planned.On }); err != nil {
				return err
			}
		}
	}
	if to == 0 {
		return nil
	}
	return carryOver(ctx, tx, to, end.Left)
}

// carryOver puts steps into the agenda of an event, before its last one.
func carryOver(ctx context.Context, tx *sql.Tx, eventID int64, left []data.AgendaLine) error {
	agenda, err := agendaLineRows.query(ctx, tx, "WHERE event_id = ? ORDER BY rank, id", eventID)
	if err != nil {
		return err
	}
	at := max(0, len(agenda)-1)
	lines := append(append(append([]data.AgendaLine{}, agenda[:at]...), left...), agenda[at:]...)
	for i := range lines {
		lines[i].EventID, lines[i].Rank = eventID, i+1
		if err := put(ctx, tx, agendaLineRows, &lines[i]); err != nil {
			return err
		}
	}
	return nil
}
