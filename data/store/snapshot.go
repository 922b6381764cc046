package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"copleader/data"
)

// part is one slice of a snapshot and the kind of its rows.
type part struct {
	*kind
	read   func(ctx context.Context, q querier) error
	insert func(ctx context.Context, tx *sql.Tx) error
	many   func() int
	row    func(i int) any
}

func partOf[T any, P validated[T]](into *[]T, t table[T]) part {
	return part{t.kind,
		func(ctx context.Context, q querier) (err error) {
			*into, err = t.all(ctx, q)
			return err
		},
		func(ctx context.Context, tx *sql.Tx) error { return insertAll[T, P](ctx, tx, t, *into) },
		func() int { return len(*into) },
		func(i int) any { return &(*into)[i] }}
}

// allListed sees that the words of the rows that were read are among those to choose from.
func (p *part) allListed() error {
	for i := range p.many() {
		if err := p.listed(p.row(i)); err != nil {
			return err
		}
	}
	return nil
}

// parts lists the slices of a snapshot, owners before what hangs on them.
func parts(s *data.Snapshot) []part {
	return []part{
		partOf(&s.Members, memberRows),
		partOf(&s.Sponsors, sponsorRows),
		partOf(&s.Contacts, sponsorContactRows),
		partOf(&s.Reports, sponsorReportRows),
		partOf(&s.Stakes, stakeholderRows),
		partOf(&s.RoleDefs, roleDefinitionRows),
		partOf(&s.Terms, termRows),
		partOf(&s.Channels, channelRows),
		partOf(&s.Measures, measureRows),
		partOf(&s.Values, measureValueRows),
		partOf(&s.Versions, charterVersionRows),
		partOf(&s.Notes, charterNoteRows),
		partOf(&s.Worksheets, worksheetAnswerRows),
		partOf(&s.RoadMarks, roadMarkRows),
		partOf(&s.Canvas, canvasBoxRows),
		partOf(&s.Forces, forceRows),
		partOf(&s.Roles, memberRoleRows),
		partOf(&s.LeaderTerms, leaderTermRows),
		partOf(&s.Declared, declaredLevelRows),
		partOf(&s.Series, seriesRows),
		partOf(&s.Pauses, pauseRows),
		partOf(&s.Templates, eventTemplateRows),
		partOf(&s.Events, eventRows),
		partOf(&s.Checks, checkLineRows),
		partOf(&s.EventRoles, eventRoleRows),
		partOf(&s.Agenda, agendaLineRows),
		partOf(&s.Attendance, attendanceRows),
		partOf(&s.Minutes, minutesRows),
		partOf(&s.Roti, rotiTallyRows),
		partOf(&s.Perfection, perfectionNoteRows),
		partOf(&s.Announcements, announcementRows),
		partOf(&s.Items, itemRows),
		partOf(&s.Moves, itemMoveRows),
		partOf(&s.Reuses, reuseRows),
		partOf(&s.Meetings, meetingRows),
		partOf(&s.MeetingParts, meetingPartRows),
		partOf(&s.MeetingLines, meetingLineRows),
		partOf(&s.Contributions, contributionRows),
		partOf(&s.HelpReceived, helpReceivedRows),
		partOf(&s.FollowUps, followUpRows),
		partOf(&s.CardVersions, cardVersionRows),
		partOf(&s.Rounds, roundRows),
		partOf(&s.RoundCards, roundCardRows),
		partOf(&s.Returns, roundReturnRows),
		partOf(&s.Tallies, tallyRows),
		partOf(&s.Responses, responseRows),
		partOf(&s.Answers, answerRows),
		partOf(&s.Invitations, invitationRows),
		partOf(&s.Outward, outwardCountsRows),
		partOf(&s.Periods, outwardPeriodRows),
		partOf(&s.Stories, valueStoryRows),
		partOf(&s.Exports, exportRows),
		partOf(&s.Dismissals, dismissalRows),
		partOf(&s.Settings, settingRows),
		partOf(&s.KnownNames, knownNameRows),
		partOf(&s.KnownColumns, knownColumnsRows),
	}
}

// snapshots keeps the last snapshot with the table versions it was read at.
type snapshots struct {
	sync.Mutex
	last     *data.Snapshot
	versions map[string]uint64
}

// Snapshot reads everything in the file at one moment. What did not change since
// the last snapshot is shared with it, so a snapshot costs what changed; its
// slices must not be altered. No error leaves a snapshot half read.
func (s *Store) Snapshot(ctx context.Context) (*data.Snapshot, error) {
	snapshot, changed, err := s.readSnapshot(ctx)
	if changed {
		s.publish(s.layout.names())
	}
	return snapshot, err
}

// Shown is the snapshot as it may be shown on screen: without what is the leader's own, while guests look on (data/README.md, Guest
// view). What is written, printed or sent is never made from it.
func (s *Store) Shown(ctx context.Context) (*data.Snapshot, error) {
	snapshot, err := s.Snapshot(ctx)
	if err == nil && s.ForGuests() {
		return snapshot.ForGuests(), nil
	}
	return snapshot, err
}

// ShowGuests says whether guests look on from now on; it is kept in no file.
func (s *Store) ShowGuests(on bool) { s.guests.Store(on) }

// ForGuests tells whether guests look on.
func (s *Store) ForGuests() bool { return s.guests.Load() }

// readSnapshot reads without telling the listeners what another program changed: one of them may ask for a
// snapshot itself, for which this one's lock must be free.
func (s *Store) readSnapshot(ctx context.Context) (snapshot *data.Snapshot, changed bool, err error) {
	s.snapshots.Lock()
	defer s.snapshots.Unlock()
	var fresh data.Snapshot
	if s.snapshots.last != nil {
		fresh = *s.snapshots.last
	}
	fresh.ReadOnly = s.ReadOnly()
	versions := map[string]uint64{}
	changed, err = s.readQuietly(ctx, func(ctx context.Context, q querier) error {
		for _, p := range append(parts(&fresh), communityPart(&fresh)) {
			version := s.tableVersion(p.name)
			if s.snapshots.last == nil || s.snapshots.versions[p.name] != version {
				if err := p.read(ctx, q); err != nil {
					return err
				}
			}
			versions[p.name] = version
		}
		return nil
	})
	if err != nil {
		return nil, changed, err
	}
	kept := fresh
	s.snapshots.last, s.snapshots.versions = &kept, versions
	return &fresh, changed, nil
}

// communityPart reads the one row of the community and its picture.
func communityPart(s *data.Snapshot) part {
	return part{kind: communityRows.kind, read: func(ctx context.Context, q querier) error {
		c, err := communityRows.get(ctx, q, 1)
		if data.IsCode(err, data.CodeNotFound) {
			return nil // a file just made, before the community is founded
		}
		if err != nil {
			return err
		}
		s.Community, s.LogoPNG = c, nil
		if c.LogoHash == "" {
			return nil
		}
		err = q.QueryRowContext(ctx, "SELECT content FROM picture WHERE hash = ?", c.LogoHash).Scan(&s.LogoPNG)
		if errors.Is(err, sql.ErrNoRows) {
			return nil // the picture is a decoration; a missing one breaks nothing
		}
		return err
	}}
}

// Fill puts a whole snapshot into a file just made: the demo, a copy, a test's
// community. A file that holds a community already is left as it is. The file made
// of one snapshot at one moment is always the same, so its identity is not by chance.
func (s *Store) Fill(ctx context.Context, snapshot *data.Snapshot) error {
	identity := snapshot.Community.StartedOn.String() + " " + s.clock().UTC().Format(actTime)
	err := s.act(ctx, Deed{Key: "make the community"}, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := communityRows.get(ctx, tx, 1); err == nil {
			return data.Fault(data.CodeExists, "This file holds a community already; nothing was changed.")
		}
		// A community may refer to its leader and the leader to nothing, so the
		// references are checked at the end.
		if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
			return err
		}
		c := snapshot.Community
		c.ID = 1
		if err := insertAll(ctx, tx, communityRows, []data.Community{c}); err != nil {
			return err
		}
		copied := *snapshot
		for _, p := range parts(&copied) {
			if err := p.insert(ctx, tx); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE identity SET community = ?", identity); err != nil {
			return err
		}
		return sealBeginning(ctx, tx)
	})
	if err == nil {
		s.identity = identity
	}
	return err
}

// sealBeginning keeps the open act from ever being undone: a file without a
// community would be of no use.
func sealBeginning(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE open_act SET undo_floor = act_id WHERE id = 1")
	return err
}
