package charter

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports/chartertext"
)

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window, and the deeds.
type State struct {
	store    *store.Store
	rows     rows
	calendar Calendar
	say      *words.Say

	view *View
}

// rows are the tables of the charter.
type rows struct {
	notes        store.Handle[data.CharterNote]
	sponsors     store.Handle[data.Sponsor]
	contacts     store.Handle[data.SponsorContact]
	followUps    store.Handle[data.FollowUp]
	reports      store.Handle[data.SponsorReport]
	stakeholders store.Handle[data.Stakeholder]
	roles        store.Handle[data.RoleDefinition]
	terms        store.Handle[data.Term]
	channels     store.Handle[data.Channel]
	measures     store.Handle[data.Measure]
	values       store.Handle[data.MeasureValue]
	forces       store.Handle[data.Force]
}

func handles(s *store.Store) rows {
	return rows{
		notes: store.Rows(s, store.Notes), sponsors: store.Rows(s, store.Sponsors), contacts: store.Rows(s, store.Contacts),
		followUps: store.Rows(s, store.FollowUps), reports: store.Rows(s, store.Reports), stakeholders: store.Rows(s, store.Stakeholders),
		roles: store.Rows(s, store.RoleDefinitions), terms: store.Rows(s, store.Terms), channels: store.Rows(s, store.Channels),
		measures: store.Rows(s, store.Measures), values: store.Rows(s, store.MeasureValues), forces: store.Rows(s, store.Forces),
	}
}

// NewState is an empty state, before the first Load.
func NewState(s *store.Store, calendar Calendar, say *words.Say) *State {
	st := &State{store: s, rows: handles(s), calendar: calendar, say: say}
	st.view = newView(&data.Snapshot{}, calendar.Today(), say, nil)
	return st
}

// Read reads the charter from the file; it may be called off the window's
// goroutine. The view before saves work and may be nil.
func (s *State) Read(ctx context.Context, before *View) (*View, error) {
	snapshot, err := s.store.Shown(ctx)
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

// SetReview says when the charter is to be looked at again.
func (s *State) SetReview(ctx context.Context, visit store.Visit, on data.Date) error {
	if err := reviewFits(on, s.calendar.Today()); err != nil {
		return err
	}
	return s.store.ChangeCommunity(ctx, visit, func(c *data.Community) { c.ReviewOn = on })
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

// SetPicture keeps a picture for prints, after seeing that it can be drawn.
func (s *State) SetPicture(ctx context.Context, path string) error {
	content, err := readPicture(path)
	if err != nil {
		return err
	}
	return s.store.SetLogo(ctx, content)
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
	return s.rows.roles.Save(ctx, r)
}

// SetPhase says what the leader works on now; the leader alone moves on.
func (s *State) SetPhase(ctx context.Context, p data.Phase) error {
	return s.store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.Phase = p })
}

// SetStage takes the leader's word for how far the community has grown.
func (s *State) SetStage(ctx context.Context, stage data.Stage) error {
	return s.store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.Stage = stage })
}

// Remove takes rows of a table away, all as one act.
func (s *State) Remove(ctx context.Context, table Table, ids ...int64) (store.Done, error) {
	r := &s.rows
	return map[Table]interface {
		Remove(context.Context, ...int64) (store.Done, error)
	}{
		TableSponsors: r.sponsors, TableContacts: r.contacts, TableStakeholders: r.stakeholders, TableRoles: r.roles,
		TableTerms: r.terms, TableChannels: r.channels, TableMeasures: r.measures, TableValues: r.values,
		TableSupports: r.forces, TableSlows: r.forces, TableNotes: r.notes, TableFollowUps: r.followUps, TableReports: r.reports,
	}[table].Remove(ctx, ids...)
}

// ComingWorkshop is the kick-off workshop that is planned next, 0 for none.
func (s *State) ComingWorkshop() int64 { return comingWorkshop(s.view.snapshot, s.view.today) }

func comingWorkshop(s *data.Snapshot, today data.Date) int64 {
	var next data.Event
	for _, e := range s.Events {
		if e.Format == data.VisionWorkshop && e.Coming(today) && (next.ID == 0 || e.On < next.On) {
			next = e
		}
	}
	return next.ID
}
