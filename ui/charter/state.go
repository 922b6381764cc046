package charter

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports/chartertext"
)

// Rows adds rows to the charter's tables (ID 0) or changes them: deeds the store does as they stand.
type Rows interface {
	SaveNote(ctx context.Context, r *data.CharterNote) error
	SaveSponsor(ctx context.Context, r *data.Sponsor) error
	SaveContact(ctx context.Context, r *data.SponsorContact) error
	SaveStakeholder(ctx context.Context, r *data.Stakeholder) error
	SaveTerm(ctx context.Context, r *data.Term) error
	SaveChannel(ctx context.Context, r *data.Channel) error
	SaveMeasure(ctx context.Context, r *data.Measure) error
	SaveMeasureValue(ctx context.Context, r *data.MeasureValue) error
	SaveFollowUp(ctx context.Context, r *data.FollowUp) error
	SaveReport(ctx context.Context, r *data.SponsorReport) error
	SaveForce(ctx context.Context, r *data.Force) error
}

// Store is what the screen needs of the community file.
type Store interface {
	Rows
	Snapshot(ctx context.Context) (*data.Snapshot, error)
	ChangeCommunity(ctx context.Context, visit store.Visit, change func(*data.Community)) error
	SetLogo(ctx context.Context, picture []byte) error
	SetLeader(ctx context.Context, memberID int64) error
	SetBox(ctx context.Context, box data.BoxKey, visit store.Visit, lines data.Lines) error
	AnswerWorksheet(ctx context.Context, question string, visit store.Visit, text string) error
	AgreeVersion(ctx context.Context, v *data.CharterVersion, reviewOn data.Date) error
	RemoveSponsor(ctx context.Context, id int64) (store.Done, error)
	RemoveContact(ctx context.Context, id int64) (store.Done, error)
	RemoveStakeholder(ctx context.Context, id int64) (store.Done, error)
	SaveRoleDefinition(ctx context.Context, r *data.RoleDefinition) error
	RemoveRoleDefinition(ctx context.Context, id int64) (store.Done, error)
	RemoveTerm(ctx context.Context, id int64) (store.Done, error)
	RemoveChannel(ctx context.Context, id int64) (store.Done, error)
	RemoveMeasure(ctx context.Context, id int64) (store.Done, error)
	RemoveMeasureValue(ctx context.Context, id int64) (store.Done, error)
	RemoveForce(ctx context.Context, id int64) (store.Done, error)
	RemoveNote(ctx context.Context, id int64) (store.Done, error)
	TakeLines(ctx context.Context, t store.Taken) error
	RemoveFollowUp(ctx context.Context, id int64) (store.Done, error)
	RemoveReport(ctx context.Context, id int64) (store.Done, error)
}

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window, and the deeds.
type State struct {
	Rows
	store    Store
	calendar Calendar
	say      *words.Say

	view *View
}

// NewState is an empty state, before the first Load.
func NewState(s Store, calendar Calendar, say *words.Say) *State {
	st := &State{Rows: s, store: s, calendar: calendar, say: say}
	st.view = newView(&data.Snapshot{}, calendar.Today(), say, nil)
	return st
}

// Read reads the charter from the file; it may be called off the window's
// goroutine. The view before saves work and may be nil.
func (s *State) Read(ctx context.Context, before *View) (*View, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return newView(snapshot, s.calendar.Today(), s.say, before), nil
}

// Take shows what was read.
func (s *State) Take(v *View) { s.view = v }

// Load reads the charter and shows it.
func (s *State) Load(ctx context.Context) error {
	v, err := s.Read(ctx, s.view)
	if err == nil {
		s.Take(v)
	}
	return err
}

// View is what is shown.
func (s *State) View() *View { return s.view }

// Change changes one field of the charter; all writes of one visit are one act.
func (s *State) Change(ctx context.Context, field string, visit int, change func(*data.Community)) error {
	return s.store.ChangeCommunity(ctx, store.Visit{Field: field, N: visit}, change)
}

// SetReview says when the charter is to be looked at again.
func (s *State) SetReview(ctx context.Context, visit int, on data.Date) error {
	if err := reviewFits(on, s.calendar.Today()); err != nil {
		return err
	}
	return s.Change(ctx, "reviewOn", visit, func(c *data.Community) { c.ReviewOn = on })
}

// reviewFits sees that a review lies at most twelve months ahead (data/README.md, Charter).
func reviewFits(on, from data.Date) error {
	if on > yearAfter(from) {
		return data.Invalid("reviewOn", "Please choose a day within the next twelve months.")
	}
	return nil
}

// yearAfter is the same day of the next year.
func yearAfter(d data.Date) data.Date {
	year, month, day := d.Civil()
	return data.NewDate(year+1, month, day)
}

// SetBox writes a box of the canvas.
func (s *State) SetBox(ctx context.Context, box data.BoxKey, visit int, text string) error {
	return s.store.SetBox(ctx, box, store.Visit{Field: string(box), N: visit}, data.ParseLines(text))
}

// Answer keeps today's answer to a question of a worksheet; older ones stay.
func (s *State) Answer(ctx context.Context, question string, visit int, text string) error {
	return s.store.AnswerWorksheet(ctx, question, store.Visit{Field: question, N: visit}, text)
}

// SetPicture keeps a picture for prints, after seeing that it can be drawn.
func (s *State) SetPicture(ctx context.Context, path string) error {
	content, err := readPicture(path)
	if err != nil {
		return err
	}
	return s.store.SetLogo(ctx, content)
}

// RemovePicture takes the picture away.
func (s *State) RemovePicture(ctx context.Context) error { return s.store.SetLogo(ctx, nil) }

// Lead makes a member the one leader.
func (s *State) Lead(ctx context.Context, memberID int64) error {
	return s.store.SetLeader(ctx, memberID)
}

// Agree keeps the charter as it stands as a version; the next review lies at most
// twelve months ahead.
func (s *State) Agree(ctx context.Context, note, agreedBy string, on, reviewOn data.Date) error {
	today := s.calendar.Today()
	switch {
	case on > today:
		return data.Invalid("agreedOn", "This day lies ahead; a version is agreed today or was before.")
	case reviewOn == 0:
		return data.Invalid("reviewOn", "Please give a date.")
	}
	if err := reviewFits(reviewOn, today); err != nil {
		return err
	}
	// What was typed last is in the file, but perhaps not yet in the view.
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return err
	}
	v := &data.CharterVersion{AgreedOn: on, Note: note, AgreedBy: agreedBy, Text: chartertext.Lines(snapshot, s.say)}
	return s.store.AgreeVersion(ctx, v, reviewOn)
}

// SaveRole says what a role does. A role is described once.
func (s *State) SaveRole(ctx context.Context, r *data.RoleDefinition) error {
	for _, known := range s.view.snapshot.RoleDefs {
		if known.Role == r.Role && known.ID != r.ID {
			return data.Invalid("role", "This role is described already.")
		}
	}
	return s.store.SaveRoleDefinition(ctx, r)
}

// FollowUpDone notes that a follow-up is done with.
func (s *State) FollowUpDone(ctx context.Context, id int64) error {
	r := rowOf(s.view.snapshot.FollowUps, id, func(r *data.FollowUp) int64 { return r.ID })
	r.State = data.Done
	return s.store.SaveFollowUp(ctx, &r)
}

// SetPhase says what the leader works on now; the leader alone moves on.
func (s *State) SetPhase(ctx context.Context, p data.Phase) error {
	return s.store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.Phase = p })
}

// SetStage takes the leader's word for how far the community has grown.
func (s *State) SetStage(ctx context.Context, stage data.Stage) error {
	return s.store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.Stage = stage })
}

// Remove takes a row of a table away.
func (s *State) Remove(ctx context.Context, table Table, id int64) (store.Done, error) {
	remove := map[Table]func(context.Context, int64) (store.Done, error){
		TableSponsors: s.store.RemoveSponsor, TableContacts: s.store.RemoveContact,
		TableStakeholders: s.store.RemoveStakeholder, TableRoles: s.store.RemoveRoleDefinition,
		TableTerms: s.store.RemoveTerm, TableChannels: s.store.RemoveChannel,
		TableMeasures: s.store.RemoveMeasure, TableValues: s.store.RemoveMeasureValue,
		TableSupports: s.store.RemoveForce, TableSlows: s.store.RemoveForce, TableNotes: s.store.RemoveNote,
		TableFollowUps: s.store.RemoveFollowUp, TableReports: s.store.RemoveReport,
	}[table]
	return remove(ctx, id)
}

// ComingWorkshop is the kick-off workshop that is planned next, 0 for none.
func (s *State) ComingWorkshop() int64 {
	var next data.Event
	for _, e := range s.view.snapshot.Events {
		if e.Format == data.VisionWorkshop && e.Coming(s.view.today) && (next.ID == 0 || e.On < next.On) {
			next = e
		}
	}
	return next.ID
}
