package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// The tables whose rows the leader keeps one by one. A rule of a table stands here, so that no handle goes round it;
// what takes more than one row, or other words, is a deed of its own.
var (
	// Members are the people of the roster; the leader can't be removed, since a community has exactly one.
	Members = Table[data.Member]{rows: memberRows, add: "add %s", change: "change %s", remove: "remove %s",
		stays: leadsStill}
	// Contributions are acts of giving noted by hand.
	Contributions = Table[data.Contribution]{rows: contributionRows, add: "note a contribution", remove: "remove a contribution"}
	// Help is help received.
	Help = Table[data.HelpReceived]{rows: helpReceivedRows, add: "note help received", remove: "remove a note of help"}
	// FollowUps are what was asked of people or is owed to them.
	FollowUps = Table[data.FollowUp]{rows: followUpRows, add: "note a follow-up", remove: "remove a follow-up"}

	// Sponsors stand behind the community; with one go the contacts with them. A charter names five at most.
	Sponsors = Table[data.Sponsor]{rows: sponsorRows, add: "add sponsor %s", change: "change sponsor %s", remove: "remove a sponsor",
		most: data.MaxSponsors}
	// Contacts are contacts with sponsors.
	Contacts = Table[data.SponsorContact]{rows: sponsorContactRows, add: "note a talk or report with a sponsor", remove: "remove a talk or report with a sponsor"}
	// Reports are the human part of the reports to the sponsors.
	Reports = Table[data.SponsorReport]{rows: sponsorReportRows, add: "write a report to the sponsors", remove: "remove a report to the sponsors"}
	// Stakeholders have a stake in the community.
	Stakeholders = Table[data.Stakeholder]{rows: stakeholderRows, add: "add stakeholder %s", change: "change stakeholder %s",
		remove: "remove a stakeholder"}
	// RoleDefinitions say what the roles do here.
	RoleDefinitions = Table[data.RoleDefinition]{rows: roleDefinitionRows, add: "describe a role", remove: "remove the description of a role"}
	// Terms are words of the community's own.
	Terms = Table[data.Term]{rows: termRows, add: "add the word “%s”", change: "change the word “%s”", remove: "remove a word"}
	// Channels are where the community talks.
	Channels = Table[data.Channel]{rows: channelRows, add: "add channel “%s”", change: "change channel “%s”", remove: "remove a channel"}
	// Measures tell whether the community gets where it wants to; with one go its values. A charter names seven at most.
	Measures = Table[data.Measure]{rows: measureRows, add: "add measure “%s”", change: "change measure “%s”", remove: "remove a measure",
		most: data.MaxMeasures}
	// MeasureValues are what measures read on a day.
	MeasureValues = Table[data.MeasureValue]{rows: measureValueRows, add: "note the value of a measure", remove: "remove the value of a measure"}
	// Forces are the lines of the force field.
	Forces = Table[data.Force]{rows: forceRows, add: "change the force field", remove: "remove a force"}
	// Notes are dated notes to sections of the charter.
	Notes = Table[data.CharterNote]{rows: charterNoteRows, add: "note something in the charter", remove: "remove a note"}

	// Events are what the community meets for; a new one has its format's agenda, and with one goes all that hangs on it.
	Events = Table[data.Event]{rows: eventRows, add: "plan “%s”", change: "change “%s”", remove: "remove “%s”",
		adds: func(ctx context.Context, _ *Store, tx *sql.Tx, e *data.Event) error { return planIn(ctx, tx, e, 0) },
		keeps: func(_ context.Context, _ *sql.Tx, was, now *data.Event) error {
			if now.On != was.On && now.LastDay == was.LastDay { // moved, it stays as long
				on := now.On
				now.On = was.On
				now.MoveTo(on)
			}
			return nil
		}}
	// Pauses are days on which nothing is planned.
	Pauses = Table[data.Pause]{rows: pauseRows, add: "add the pause “%s”", change: "change the pause “%s”", remove: "remove a pause"}
	// Templates are what the leader plans from beside the formats.
	Templates = Table[data.EventTemplate]{rows: eventTemplateRows, add: "keep the template “%s”", change: "change the template “%s”",
		remove: "remove a template"}
	// Announcements tell that an event was announced; a planned event becomes announced with the first.
	Announcements = Table[data.Announcement]{rows: announcementRows, add: "note an announcement", remove: "remove an announcement",
		adds: announce}
	// PerfectionNotes are the notes of the perfection game.
	PerfectionNotes = Table[data.PerfectionNote]{rows: perfectionNoteRows, add: "note what would make it a 10", remove: "remove a note"}

	// Items are what stands on the board. A new one comes to the foot of its column; column and rank change by MoveItem.
	Items = Table[data.Item]{rows: itemRows, add: "add “%s”", change: "change “%s”", remove: "remove “%s”",
		adds: func(ctx context.Context, s *Store, tx *sql.Tx, i *data.Item) error { return s.addItem(ctx, tx, i) },
		keeps: func(_ context.Context, _ *sql.Tx, was, now *data.Item) error {
			now.Column, now.Rank = was.Column, was.Rank
			return nil
		}}
	// Reuses tell that a finished item was used again.
	Reuses = Table[data.Reuse]{rows: reuseRows, add: "note a reuse", remove: "remove a note of reuse"}
	// Stories are value stories.
	Stories = Table[data.ValueStory]{rows: valueStoryRows, add: "add the story “%s”", change: "change the story “%s”", remove: "remove a story"}

	// Rounds are rounds of the health check; with one go its answers. StartRound adds one, and its scale stays.
	Rounds = Table[data.Round]{rows: roundRows, add: "start %s", change: "change a round", remove: "remove a round",
		adds:  func(ctx context.Context, _ *Store, tx *sql.Tx, r *data.Round) error { return startIn(ctx, tx, r, nil) },
		keeps: keepsPromise}
)
