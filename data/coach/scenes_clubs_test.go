package coach_test

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/datatest"
)

// healthy is the calm community with a newcomer who came twice, its purpose written whole, its papers out and its sponsors told.
func healthy() *data.Snapshot {
	s := calm()
	addMembers(s, 13)
	s.Members[12].JoinedOn = day(-40)
	for _, event := range []int64{7, 8} {
		s.Attendance = append(s.Attendance, data.Attendance{ID: 900 + event, EventID: event, MemberID: 13, Present: true})
	}
	c := &s.Community
	c.Needs, c.MemberBenefits, c.StakeholderBenefits = data.Lines{"Help"}, data.Lines{"Skill"}, data.Lines{"Quality"}
	s.Channels = []data.Channel{{ID: 1, Name: "Wiki", Link: "https://wiki.example", Use: data.UseArchive}}
	s.Exports = []data.Export{{ID: 1, Name: "charter", On: day(-30)}}
	s.Reports = []data.SponsorReport{{ID: 1, From: day(-100), Until: day(-10), SentOn: day(-10)}}
	return s
}

// startedToday is what a leader has who today typed in twelve people and the year behind them: an event every four weeks, led in
// turn by the leader and two others, eight people at each. Nothing else is noted yet.
func startedToday() *data.Snapshot {
	s := &data.Snapshot{Community: data.NewCommunity("Testers")}
	s.Community.ID, s.Community.LeaderID, s.Community.StartedOn, s.Community.CadenceDays = 1, 1, day(0), 28
	s.LeaderTerms = []data.LeaderTerm{{ID: 1, MemberID: 1, From: day(0)}}
	addMembers(s, 12)
	for i := range s.Members {
		s.Members[i].JoinedOn, s.Members[i].Unit = day(0), ""
	}
	for i := range 12 {
		leads := []int64{1, 2, 1, 3}[i%4]
		hold(s, -336+28*i, calmFormats[i%4], leads, int64(4+i%5), 1, 2, 3, 4, 5, 6, 7, 8)
	}
	s.Minutes, s.Roti = nil, nil
	s.Events = append(s.Events, data.Event{ID: 13, Title: "Next", Format: "lean_coffee", On: day(14), Status: data.StatusPlanned})
	return s
}

// startedTodayAndMoved is the same once the joining days are moved, as the question offers.
func startedTodayAndMoved() *data.Snapshot {
	s := startedToday()
	s.Community.StartedOn = s.StartedTooLate(datatest.Today)
	for _, late := range s.JoinedTooLate(datatest.Today) {
		s.Members[late.MemberID-1].JoinedOn = late.First
	}
	return s
}

// online meets every other week on the screen, where nobody ticks who came. Two people help in the channel again and again; one
// joined a month ago.
func online() *data.Snapshot {
	s := calm()
	old(s, 400)
	s.Community.CadenceDays = 14
	clearEvents(s)
	addMembers(s, 20)
	old(s, 400)
	s.Members[19].JoinedOn = day(-30)
	for i := range 26 {
		hold(s, -360+14*i, calmFormats[i%4], int64(i%3+1), int64(i%6+4))
	}
	s.Events[25].Guests = 2
	coming(s, 4)
	for _, n := range []int{-150, -100, -60, -20} {
		gave(s, 10, n)
		gave(s, 11, n)
	}
	s.Rounds[0].Invited, s.Returns[0].Returned = 20, 12
	return s
}

// quarterly meets four times a year. Member 13 was at the three events of the year before last summer and has not come since;
// member 14 was at two of them, which says nothing.
func quarterly() *data.Snapshot {
	s := calm()
	s.Community.CadenceDays = 91
	clearEvents(s)
	addMembers(s, 15)
	old(s, 800)
	for i, leads := range []int64{1, 2, 3, 2, 3, 1, 2, 3} {
		hold(s, -658+91*i, calmFormats[i%4], leads, int64(i+4), 1, 2, 3, 4, 5, 6, 7, 8)
	}
	s.Events[7].Guests = 1
	ticked(s, 13, 3, 4, 5)
	ticked(s, 14, 4, 5)
	coming(s, 70)
	s.Rounds[0].OpenedOn, s.Rounds[0].ClosedOn = day(-207), day(-200)
	s.Stories[0].On, s.Contacts[0].On = day(-250), day(-100)
	return s
}

// fiveHundred has a core of six, four who always come, fourteen who come now and then, and many who read along.
func fiveHundred() *data.Snapshot {
	s := calm()
	clearEvents(s)
	addMembers(s, 500)
	old(s, 900)
	for id := int64(4); id <= 6; id++ {
		s.Roles = append(s.Roles, data.MemberRole{ID: id, MemberID: id, Role: data.RoleCoreTeam, From: day(-200)})
	}
	for i, leads := range []int64{1, 2, 3, 4, 5, 6, 2, 3} {
		hold(s, -152+21*i, calmFormats[i%4], leads, int64(i+7), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
	}
	s.Events[7].Guests = 2
	for id := int64(15); id <= 44; id++ {
		ticked(s, id, 8)
		if id >= 35 {
			ticked(s, id, 7)
		}
	}
	coming(s, 10)
	s.Items[1].OwnerID = 5
	s.Rounds[0].Invited, s.Returns[0].Returned = 500, 30
	return s
}

// summer is the calm community in a summer: its last event was ten weeks ago, a pause is noted for so many days more (none for
// 0), and the next event is so many days ahead.
func summer(pause, next int) *data.Snapshot {
	s := calm()
	old(s, 400)
	for i := range 8 {
		s.Events[i].On = s.Events[i].On.AddDays(-65)
		s.Minutes[i].PublishedOn = s.Events[i].On
	}
	s.Events[8].On = day(next)
	if pause > 0 {
		s.Community.PausedUntil = day(pause)
	}
	s.Items[1].CreatedOn, s.Items[1].DoneOn = day(-100), day(-75)
	s.Rounds[0].OpenedOn, s.Rounds[0].ClosedOn = day(-107), day(-100)
	s.Stories[0].On = day(-60)
	return s
}

// onlySpeaks has a leader who speaks and leads nothing.
func onlySpeaks() *data.Snapshot {
	s := calm()
	both(leads(2, 3, 4, 5, 2, 3, 4, 5), speaks(1, 1, 1, 4, 5, 6, 7, 8))(s)
	return s
}

// oneSpeaker leaves the word to one person.
func oneSpeaker() *data.Snapshot {
	s := calm()
	speaks(4, 4, 4, 4, 4, 4, 4, 4)(s)
	return s
}

// nothingAgreed is two years old without a version of its charter, nor hours for its leader.
func nothingAgreed() *data.Snapshot {
	s := calm()
	s.Community.StartedOn, s.Community.LeaderHours = day(-800), data.HoursNotAgreed
	return s
}

// fading never ran a health check; fewer come, less gets finished, and whatever is proposed is the leader's.
func fading() *data.Snapshot {
	s := calm()
	both(ending, leaderOnly, noRound)(s)
	s.Items = slices.Clone(s.Items)
	return s
}

// old makes everything begin so many days ago, with a version of the charter agreed since.
func old(s *data.Snapshot, days int) {
	s.Community.StartedOn = day(-days)
	s.Versions = []data.CharterVersion{{ID: 1, AgreedOn: day(-150), Text: strings.Repeat("Why we are here. ", 3)}}
	for i := range s.Members {
		s.Members[i].JoinedOn = day(-days)
	}
}

func clearEvents(s *data.Snapshot) {
	s.Events, s.EventRoles, s.Attendance, s.Minutes, s.Roti = nil, nil, nil, nil, nil
}

// coming adds the event to come.
func coming(s *data.Snapshot, n int) {
	s.Events = append(s.Events, data.Event{ID: int64(len(s.Events) + 1), Title: "Next", Format: "brown_bag", On: day(n), Status: data.StatusAnnounced})
}

// gave notes that a member helped somebody.
func gave(s *data.Snapshot, member int64, n int) {
	s.Contributions = append(s.Contributions, data.Contribution{ID: int64(len(s.Contributions) + 1), MemberID: member, On: day(n), Kind: data.Helped})
}

// ticked ticks a member at the given events.
func ticked(s *data.Snapshot, member int64, events ...int64) {
	for _, e := range events {
		s.Attendance = append(s.Attendance, data.Attendance{ID: 10000*e + member, EventID: e, MemberID: member, Present: true})
	}
}
