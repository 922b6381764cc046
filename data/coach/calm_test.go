package coach_test

import (
	"fmt"
	"strings"

	"copleader/data"
	"copleader/data/datatest"
)

func day(n int) data.Date { return datatest.Today.AddDays(n) }

// formats of the calm community's events, in turn.
var calmFormats = []string{"brown_bag", "lean_coffee", "hands_on", "lightning_talks"}

// calm is a community of twelve about which no rule has anything to say. Events
// 1 to 8 were held every three weeks, the last five days ago; event 9 is to come.
// Members 1 to 8 were at each of them.
func calm() *data.Snapshot {
	s := &data.Snapshot{Community: data.Community{ID: 1, Name: "Calm", Kind: data.Workplace, StartedOn: day(-200), LeaderID: 1,
		LeaderHours: 8, WorkWeek: 40, CadenceDays: 21, PrimaryPurpose: strings.Repeat("Why we are here. ", 3)},
		Sponsors: []data.Sponsor{{ID: 1, Name: "Sponsor"}},
		Contacts: []data.SponsorContact{{ID: 1, SponsorID: 1, On: day(-10), Kind: data.ContactReview}},
		Roles:    []data.MemberRole{{ID: 1, MemberID: 2, Role: data.RoleCoreTeam, From: day(-200)}, {ID: 2, MemberID: 3, Role: data.RoleCoreTeam, From: day(-200)}},
		Stories:  []data.ValueStory{{ID: 1, Title: "Used", On: day(-20), Cycle: data.CycleApplied}},
	}
	addMembers(s, 12)
	for i, leads := range []int64{2, 3, 1, 2, 3, 4, 5, 6} {
		hold(s, -5-21*(7-i), calmFormats[i%4], leads, int64(i+4), 1, 2, 3, 4, 5, 6, 7, 8)
	}
	s.Events[7].Guests = 2
	s.Events = append(s.Events, data.Event{ID: 9, Title: "Next", Format: "brown_bag", On: day(10), Status: data.StatusAnnounced})
	addItem(s, data.Item{Kind: data.KindEventIdea, Column: data.ColumnIdea, CreatedOn: day(-10), ProposerID: 4})
	addItem(s, data.Item{Kind: data.KindArtefact, Column: data.ColumnDone, CreatedOn: day(-40), DoneOn: day(-20), ProposerID: 5, OwnerID: 12})
	addItem(s, data.Item{Kind: data.KindStandard, Column: data.ColumnReady, CreatedOn: day(-30), ProposerID: 6})
	addItem(s, data.Item{Kind: data.KindReuse, Column: data.ColumnDoing, CreatedOn: day(-30), StartedOn: day(-5), ProposerID: 6})
	addItem(s, data.Item{Kind: data.KindVisit, Column: data.ColumnPlanned, CreatedOn: day(-30), ProposerID: 1})
	addRound(s, -30, 12, 10)
	return s
}

func addMembers(s *data.Snapshot, n int) {
	for len(s.Members) < n {
		id := int64(len(s.Members) + 1)
		s.Members = append(s.Members, data.Member{ID: id, Name: fmt.Sprintf("Member %d", id), Kind: data.KindMember,
			JoinedOn: day(-200), Unit: []string{"A", "B", "C"}[id%3]})
	}
}

// hold adds a held event with all that belongs to a good one.
func hold(s *data.Snapshot, n int, format string, leads, speaks int64, present ...int64) int64 {
	id := int64(len(s.Events) + 1)
	s.Events = append(s.Events, data.Event{ID: id, Title: fmt.Sprintf("Event %d", id), Format: format, On: day(n), Status: data.StatusHeld, Brought: data.NotCounted})
	s.EventRoles = append(s.EventRoles,
		data.EventRole{ID: 2*id - 1, EventID: id, MemberID: leads, Part: data.PartFacilitator},
		data.EventRole{ID: 2 * id, EventID: id, MemberID: speaks, Part: data.PartSpeaker})
	for _, m := range present {
		s.Attendance = append(s.Attendance, data.Attendance{ID: int64(len(s.Attendance) + 1), EventID: id, MemberID: m, Present: true})
	}
	s.Minutes = append(s.Minutes, data.Minutes{ID: id, EventID: id, Text: "Five lines", PublishedOn: day(n)})
	s.Roti = append(s.Roti, data.RotiTally{ID: id, EventID: id, Votes: data.Counts{0, 0, 0, 3, 2}})
	return id
}

func addItem(s *data.Snapshot, it data.Item) {
	it.ID = int64(len(s.Items) + 1)
	if it.Title == "" {
		it.Title = fmt.Sprintf("Item %d", it.ID)
	}
	s.Items = append(s.Items, it)
}

// addRound adds a closed round on two cards about which ten people feel well.
func addRound(s *data.Snapshot, closed, invited, returned int) {
	s.Rounds = []data.Round{{ID: 1, Code: "R", Name: "Round", Scale: data.Agreement5, OpenedOn: day(closed - 7), ClosedOn: day(closed), Invited: invited, MinGroup: 5}}
	s.Returns = []data.RoundReturn{{ID: 1, RoundID: 1, Channel: data.FromBallots, Returned: returned}}
	for i, card := range []string{"safety", "rhythm", "value"} {
		id := int64(i + 1)
		s.CardVersions = append(s.CardVersions, data.CardVersion{ID: id, Card: card, Version: 1, Title: "Card " + card})
		s.RoundCards = append(s.RoundCards, data.RoundCard{ID: id, RoundID: 1, CardVersionID: id, Rank: i + 1})
		s.Tallies = append(s.Tallies, data.Tally{ID: id, RoundID: 1, Card: card, Channel: data.FromBallots, Counts: data.Counts{0, 0, 2, min(5, returned-2), max(0, returned-7)}})
	}
}

// keepEvents keeps the latest n held events, and the one to come.
func keepEvents(s *data.Snapshot, n int) { s.Events = s.Events[8-n:] }

// present makes the given number of members come to an event.
func present(s *data.Snapshot, event int64, n int) {
	var rows []data.Attendance
	for _, a := range s.Attendance {
		if a.EventID != event {
			rows = append(rows, a)
		}
	}
	for i := range n {
		rows = append(rows, data.Attendance{ID: int64(1000*int(event) + i), EventID: event, MemberID: int64(i + 1), Present: true})
	}
	s.Attendance = rows
}

// roles gives a part at each of the events from the first on to the members in turn.
func roles(s *data.Snapshot, part data.EventPart, members ...int64) {
	var rows []data.EventRole
	for _, r := range s.EventRoles {
		if r.Part != part {
			rows = append(rows, r)
		}
	}
	for i, m := range members {
		rows = append(rows, data.EventRole{ID: int64(500 + i), EventID: int64(i + 1), MemberID: m, Part: part})
	}
	s.EventRoles = rows
}

// tally sets the counts of a card.
func tally(s *data.Snapshot, card string, counts data.Counts) {
	for i := range s.Tallies {
		if s.Tallies[i].Card == card {
			s.Tallies[i].Counts = counts
		}
	}
}

// fourReplied leaves so few answers that nothing may be said.
func fourReplied(s *data.Snapshot) {
	s.Returns[0].Returned = 4
	for i := range s.Tallies {
		c := s.Tallies[i].Counts
		s.Tallies[i].Counts = data.Counts{min(2, c[0]), 0, 0, 0, 2}
	}
}
