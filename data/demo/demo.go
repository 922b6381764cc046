// Package demo is the demo community: Πυξίδα, two dozen people who test software
// at a fictional firm (data/README.md, Demo). Its days count from the day it is asked
// for, so it never ages.
package demo

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"copleader/data"
)

//go:embed demo.json
var source []byte

// Snapshot is the demo community as it looks on the given day.
func Snapshot(today data.Date) (*data.Snapshot, error) {
	var f file
	if err := json.Unmarshal(source, &f); err != nil {
		return nil, fmt.Errorf("the demo community: %w", err)
	}
	l := loader{today: today, members: map[string]int64{}, events: map[string]int64{}, items: map[string]int64{},
		out: &data.Snapshot{}}
	l.people(f.Members, f.Community)
	l.community(f.Community)
	l.gatherings(f.Events)
	l.board(f.Items)
	l.giving(f)
	l.health(f.Rounds)
	l.stories(f.Stories)
	return l.out, nil
}

// day is an offset in days; null means no date.
type day = *int

// loader turns the offsets and letters of the file into dates and ids.
type loader struct {
	today                  data.Date
	members, events, items map[string]int64
	out                    *data.Snapshot
}

func (l *loader) date(d day) data.Date {
	if d == nil {
		return 0
	}
	return l.today.AddDays(*d)
}

// at adds a row to a list and gives it the next id.
func at[T any](list *[]T, id func(*T) *int64, row T) int64 {
	n := int64(len(*list) + 1)
	*id(&row) = n
	*list = append(*list, row)
	return n
}

func (l *loader) people(list []member, c community) {
	for _, m := range list {
		kind := data.KindMember
		if m.Kind == "contact" {
			kind = data.KindContact
		}
		id := at(&l.out.Members, func(r *data.Member) *int64 { return &r.ID }, data.Member{
			Name: m.Name, Unit: m.Unit, Organisation: m.Organisation, Email: m.Email, Phone: m.Phone, Pronouns: m.Pronouns, TimeZone: m.TimeZone,
			Kind: kind, JoinedOn: l.date(m.JoinedDay), Knows: m.Knows, AskOpenly: m.AskOpenly})
		l.members[m.ID] = id
		for _, role := range m.Roles {
			if role == "leader" {
				at(&l.out.LeaderTerms, func(r *data.LeaderTerm) *int64 { return &r.ID }, data.LeaderTerm{MemberID: id, From: l.date(c.StartedDay)})
				continue
			}
			at(&l.out.Roles, func(r *data.MemberRole) *int64 { return &r.ID }, data.MemberRole{MemberID: id, Role: data.Role(role), From: l.date(m.JoinedDay)})
		}
	}
}

func (l *loader) community(c community) {
	h := c.Charter
	l.out.Community = data.Community{ID: 1, Name: c.Name, Tagline: c.Tagline, Colour: data.Teal, Kind: data.CommunityKind(c.Kind),
		StartedOn: l.date(c.StartedDay), LeaderID: l.members[c.Leader], LeaderHours: c.LeaderHours,
		WorkWeek: c.WorkingWeekHours, LeaderCoach: c.LeaderCoach, Phase: data.Phase(c.Phase), Stage: data.Stage(c.Stage),
		TimeZone: "Europe/Berlin", CadenceDays: c.CadenceDays, UsualSlot: c.UsualSlot,
		PrimaryPurpose: h.PrimaryPurpose, Needs: h.Needs, MemberBenefits: h.MemberBenefits,
		StakeholderBenefits: h.StakeholderBenefits, Domain: h.Domain, InScope: h.InScope, OutOfScope: h.OutOfScope,
		WhoWeAre: h.WhoWeAre, MembershipPolicy: data.MembershipPolicy(h.MembershipPolicy),
		ExpectedCommitment: h.ExpectedCommitment, Practice: h.Practice, Repertoire: h.Repertoire,
		MayDecide: h.MayDecide, MayPropose: h.MayPropose, NotOurs: h.NotOurs, WorkingAgreement: h.WorkingAgreement,
		DecisionRule: data.DecisionRule(h.DecisionRule), ReviewOn: l.date(h.ReviewOnDay)}
	for _, s := range c.Sponsors {
		id := at(&l.out.Sponsors, func(r *data.Sponsor) *int64 { return &r.ID }, data.Sponsor{Name: s.Name, Function: s.Function,
			Kind: data.SponsorKind(s.Kind), Email: s.Email, HopesFor: s.HopesFor})
		for _, contact := range s.Contacts {
			at(&l.out.Contacts, func(r *data.SponsorContact) *int64 { return &r.ID }, data.SponsorContact{SponsorID: id,
				On: l.date(contact.Day), Kind: data.ContactKind(contact.Kind), Note: contact.Note})
		}
	}
	l.charter(h)
	for _, box := range data.Boxes {
		at(&l.out.Canvas, func(r *data.CanvasBox) *int64 { return &r.ID }, data.CanvasBox{Box: box, Lines: c.Canvas[string(box)]})
	}
	for _, w := range c.Worksheets {
		at(&l.out.Worksheets, func(r *data.WorksheetAnswer) *int64 { return &r.ID }, data.WorksheetAnswer{Question: w.Key, On: l.date(w.Day), Text: w.Text})
	}
	for _, step := range c.RoadmapByHand {
		at(&l.out.RoadMarks, func(r *data.RoadMark) *int64 { return &r.ID }, data.RoadMark{Step: step, On: l.date(c.StartedDay), Ticked: true, ByHand: true})
	}
}

func (l *loader) charter(h charter) {
	for _, s := range h.Stakeholders {
		at(&l.out.Stakes, func(r *data.Stakeholder) *int64 { return &r.ID }, data.Stakeholder{Name: s.Name, Function: s.Function, Stake: s.Stake, Attitude: data.Attitude(s.Attitude)})
	}
	for _, r := range h.RoleDefinitions {
		at(&l.out.RoleDefs, func(r *data.RoleDefinition) *int64 { return &r.ID }, data.RoleDefinition{Role: data.Role(r.Role), Duty: r.Duty})
	}
	for _, t := range h.Vocabulary {
		at(&l.out.Terms, func(r *data.Term) *int64 { return &r.ID }, data.Term{Term: t.Term, Meaning: t.Meaning})
	}
	for _, c := range h.Channels {
		at(&l.out.Channels, func(r *data.Channel) *int64 { return &r.ID }, data.Channel{Name: c.Name, Link: c.Link, Use: data.ChannelUse(c.Use)})
	}
	for _, m := range h.Measures {
		id := at(&l.out.Measures, func(r *data.Measure) *int64 { return &r.ID }, data.Measure{Wording: m.Wording, Kind: data.MeasureKind(m.Kind),
			Card: m.Card, Counts: countsOf(m.Kind), Baseline: m.Baseline, Target: m.Target, Source: m.Source})
		if m.Now != "" {
			at(&l.out.Values, func(r *data.MeasureValue) *int64 { return &r.ID }, data.MeasureValue{MeasureID: id, On: l.date(m.AsOfDay), Value: m.Now, Source: m.Source})
		}
	}
	for _, v := range h.Versions {
		at(&l.out.Versions, func(r *data.CharterVersion) *int64 { return &r.ID }, data.CharterVersion{Version: v.Version, AgreedOn: l.date(v.Day), Note: v.Note, AgreedBy: v.AgreedBy})
	}
	for _, n := range h.Notes {
		at(&l.out.Notes, func(r *data.CharterNote) *int64 { return &r.ID }, data.CharterNote{Section: data.Section(n.Section), On: l.date(n.Day), Text: n.Text})
	}
}

func (l *loader) gatherings(list []event) {
	for _, e := range list {
		start, _ := data.ParseClock(e.Start)
		brought := data.NotCounted
		if e.BroughtSomething != nil {
			brought = *e.BroughtSomething
		}
		status := data.EventStatus(e.Status)
		if status == data.StatusPlanned && len(e.Announcements) > 0 {
			status = data.StatusAnnounced
		}
		id := at(&l.out.Events, func(r *data.Event) *int64 { return &r.ID }, data.Event{Title: e.Title, Format: e.Format, On: l.date(e.Day),
			Start: start, TimeZone: e.TimeZone, Minutes: e.MinutesLong, Place: e.Place, Purpose: e.Purpose,
			Audience: data.OpenEvent, Status: status, Guests: e.Guests, Brought: brought})
		l.events[e.ID] = id
		format, _ := data.FormatOf(e.Format)
		for i, step := range format.Agenda {
			at(&l.out.Agenda, func(r *data.AgendaLine) *int64 { return &r.ID }, data.AgendaLine{EventID: id, Rank: i + 1, Minutes: step.Minutes, Text: step.Text})
		}
		l.parts(id, data.PartFacilitator, e.Facilitators)
		if e.MinuteTaker != "" {
			l.parts(id, data.PartMinutes, []string{e.MinuteTaker})
		}
		l.parts(id, data.PartSpeaker, e.Speakers)
		for _, m := range e.Attendance {
			at(&l.out.Attendance, func(r *data.Attendance) *int64 { return &r.ID }, data.Attendance{EventID: id, MemberID: l.members[m], Present: true})
		}
		l.afterwards(id, e)
	}
}

// afterwards adds what was written down when the event was over, and its announcements.
func (l *loader) afterwards(id int64, e event) {
	if e.Minutes != "" {
		at(&l.out.Minutes, func(r *data.Minutes) *int64 { return &r.ID }, data.Minutes{EventID: id, Text: e.Minutes, Decisions: e.Decisions,
			PublishedOn: l.date(e.MinutesPublishedDay), Where: "Wiki space"})
	}
	var votes data.Counts
	for answer, n := range e.Roti {
		votes[int(answer[0]-'1')] = n
	}
	if votes.Sum() > 0 {
		at(&l.out.Roti, func(r *data.RotiTally) *int64 { return &r.ID }, data.RotiTally{EventID: id, Votes: votes})
	}
	for _, a := range e.Announcements {
		at(&l.out.Announcements, func(r *data.Announcement) *int64 { return &r.ID }, data.Announcement{EventID: id, Channel: a.Channel, On: l.date(a.Day)})
	}
}

func (l *loader) parts(event int64, part data.EventPart, who []string) {
	for i, m := range who {
		at(&l.out.EventRoles, func(r *data.EventRole) *int64 { return &r.ID }, data.EventRole{EventID: event, MemberID: l.members[m], Part: part, Rank: i + 1})
	}
}

// board ranks the items of a column by votes, then age (data/README.md, Backlog), and keeps
// the ids in the order of the file.
func (l *loader) board(list []item) {
	for _, i := range list {
		above := 0
		for _, o := range list {
			if o.Column == i.Column && (o.Votes > i.Votes || o.Votes == i.Votes && *o.CreatedDay < *i.CreatedDay) {
				above++
			}
		}
		l.item(i, above+1)
	}
}

func (l *loader) item(i item, rank int) {
	id := at(&l.out.Items, func(r *data.Item) *int64 { return &r.ID }, data.Item{Title: i.Title, Kind: data.ItemKind(i.Kind), Column: data.Column(i.Column),
		Rank: rank * 1024, ProposerID: l.members[i.Proposer], OwnerID: l.members[i.Owner], Votes: i.Votes, FirstStep: i.FirstStep, Card: i.Card,
		EventID: l.events[i.Event], Due: l.date(i.Due), CreatedOn: l.date(i.CreatedDay), StartedOn: l.date(i.StartedDay), DoneOn: l.date(i.DoneDay),
		AnsweredOn: l.date(i.AnsweredDay), Outcome: i.Outcome, Links: i.Links, ParkedReason: i.ParkedReason})
	l.items[i.ID] = id
	move := func(to data.Column, on data.Date) {
		if on != 0 {
			at(&l.out.Moves, func(r *data.ItemMove) *int64 { return &r.ID }, data.ItemMove{ItemID: id, Column: to, On: on})
		}
	}
	move(data.ColumnIdea, l.date(i.CreatedDay))
	move(data.ColumnDoing, l.date(i.StartedDay))
	move(data.ColumnDone, l.date(i.DoneDay))
	if c := data.Column(i.Column); c == data.ColumnReady || c == data.ColumnPlanned || c == data.ColumnParked {
		move(c, l.date(i.CreatedDay))
	}
	for _, d := range i.Reuse {
		at(&l.out.Reuses, func(r *data.Reuse) *int64 { return &r.ID }, data.Reuse{ItemID: id, On: l.date(&d)})
	}
}

// giving adds what was noted by hand; the other contributions follow from events
// and the board.
func (l *loader) giving(f file) {
	for _, c := range f.Contributions {
		if c.Source == "hand" {
			at(&l.out.Contributions, func(r *data.Contribution) *int64 { return &r.ID }, data.Contribution{MemberID: l.members[c.Member], On: l.date(c.Day), Kind: data.ContributionKind(c.Kind)})
		}
	}
	for _, h := range f.HelpReceived {
		at(&l.out.HelpReceived, func(r *data.HelpReceived) *int64 { return &r.ID }, data.HelpReceived{MemberID: l.members[h.Member], On: l.date(h.Day)})
	}
}

func (l *loader) health(list []round) {
	for _, card := range data.Deck {
		card.Version, card.MadeOn = 1, l.out.Community.StartedOn
		at(&l.out.CardVersions, func(r *data.CardVersion) *int64 { return &r.ID }, card)
	}
	for _, r := range list {
		id := at(&l.out.Rounds, func(r *data.Round) *int64 { return &r.ID }, data.Round{Code: r.Code, Name: r.Name, Scale: data.Scale(r.Scale),
			OpenedOn: l.date(r.OpenedDay), ClosesOn: l.date(r.ClosedDay), ClosedOn: l.date(r.ClosedDay), Invited: r.Invited, MinGroup: data.MinGroupSize})
		channel := data.AnswerChannel(r.Channel)
		at(&l.out.Returns, func(r *data.RoundReturn) *int64 { return &r.ID }, data.RoundReturn{RoundID: id, Channel: channel, Returned: r.Returned})
		for _, v := range l.out.CardVersions {
			at(&l.out.RoundCards, func(r *data.RoundCard) *int64 { return &r.ID }, data.RoundCard{RoundID: id, CardVersionID: v.ID, Rank: v.Rank})
			t := r.Tallies[v.Card]
			at(&l.out.Tallies, func(r *data.Tally) *int64 { return &r.ID }, data.Tally{RoundID: id, Card: v.Card, Channel: channel, Counts: t.Counts,
				NoOpinion: t.NoOpinion, Better: t.Trend.Better, Same: t.Trend.Same, Worse: t.Trend.Worse})
		}
	}
}

func (l *loader) stories(list []story) {
	for _, s := range list {
		at(&l.out.Stories, func(r *data.ValueStory) *int64 { return &r.ID }, data.ValueStory{Title: s.Title, On: l.date(s.Day), Cycle: data.ValueCycle(s.Cycle),
			Situation: s.Situation, Met: s.Met, Did: s.Did, CameOfIt: s.CameOfIt, Evidence: s.Evidence,
			Consent: data.Consent(strings.TrimSpace(s.Consent)), ItemID: l.items[s.Item], EventID: l.events[s.Event]})
	}
}

// countsOf is what the demo's one measure that the program counts is about: who gave
// something.
func countsOf(kind string) data.CountKey {
	if data.MeasureKind(kind) == data.MeasureInApp {
		return data.CountGave
	}
	return ""
}
