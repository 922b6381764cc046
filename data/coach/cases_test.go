package coach_test

import (
	"strings"

	"copleader/data"
)

func started(n int) change   { return func(s *data.Snapshot) { s.Community.StartedOn = day(n) } }
func hobby(s *data.Snapshot) { s.Community.Kind = data.Hobby }
func held(n int) change      { return func(s *data.Snapshot) { keepEvents(s, n) } }
func purpose(n int) change {
	return func(s *data.Snapshot) { s.Community.PrimaryPurpose = strings.Repeat("é", n) }
}
func contacted(n int, kind data.ContactKind) change {
	return func(s *data.Snapshot) { s.Contacts[0].On, s.Contacts[0].Kind = day(n), kind }
}
func hours(h float64) change { return func(s *data.Snapshot) { s.Community.LeaderHours = h } }

var charterCases = []ruleCase{
	{rule: "C01", fires: purpose(39), want: "C01 characters=39 events=9",
		misses: []change{purpose(40)},
		few:    []change{func(s *data.Snapshot) { s.Events = nil }},
		worse:  purpose(0)},
	{rule: "C02", fires: contacted(-120, data.ContactReport), want: "C02 days=120",
		misses: []change{contacted(-119, data.ContactReview),
			both(contacted(-130, data.ContactReview), func(s *data.Snapshot) { s.Reports = []data.SponsorReport{{ID: 1, SentOn: day(-3)}} }),
			both(started(-119), func(s *data.Snapshot) { s.Contacts = nil })},
		few:   []change{hobby, started(-29), both(started(-29), func(s *data.Snapshot) { s.Sponsors = nil })},
		worse: contacted(-240, data.ContactReview)},
	{rule: "C02", fires: func(s *data.Snapshot) { s.Sponsors = nil }, want: "C02 sponsors=0",
		few: []change{hobby, started(-29)}},
	{rule: "C02", fires: contacted(-1, data.ContactTalk), want: "C02 days=200", few: []change{hobby}, worse: started(-300)},
	{rule: "C02", fires: both(contacted(-120, data.ContactReview), func(s *data.Snapshot) {
		s.Contacts = append(s.Contacts, data.SponsorContact{ID: 2, SponsorID: 1, On: day(1), Kind: data.ContactReview})
		s.Reports = []data.SponsorReport{{ID: 1, SentOn: day(1)}}
	}), want: "C02 days=120",
		few: []change{func(s *data.Snapshot) { s.Contacts[1].On = day(0) }, func(s *data.Snapshot) { s.Reports[0].SentOn = day(0) }}},
	{rule: "C03", fires: hours(3.5), want: "C03 percent=9",
		misses: []change{hours(8), both(hours(1), hobby)},
		few:    []change{hobby},
		worse:  hours(3)},
	{rule: "C03", fires: hours(7.5), want: "C03 percent=19", worse: hours(data.HoursNotAgreed)},
	{rule: "C03", fires: func(s *data.Snapshot) { s.Community.LeaderID = 0 }, want: "C03 leaders=0", few: []change{hobby}},
	{rule: "C03", fires: func(s *data.Snapshot) { s.Members[0].LeftOn = day(0) }, want: "C03 leaders=0",
		misses: []change{func(s *data.Snapshot) { s.Members[0].LeftOn = day(1) }}},
	{rule: "C03", fires: func(s *data.Snapshot) { s.Community.WorkWeek = 0 }, want: "C03"},
	{rule: "C29", fires: started(-366), want: "C29 days=366",
		misses: []change{started(-365), both(started(-800), func(s *data.Snapshot) { s.Versions = []data.CharterVersion{{ID: 1, AgreedOn: day(-365)}} })},
		few:    []change{func(s *data.Snapshot) { s.Community.StartedOn = 0 }},
		worse:  started(-730)},
	{rule: "C29", fires: func(s *data.Snapshot) { s.Versions = []data.CharterVersion{{ID: 1, AgreedOn: day(-366)}} }, want: "C29 days=366",
		misses: []change{func(s *data.Snapshot) { s.Versions = []data.CharterVersion{{ID: 1, AgreedOn: day(1)}} }}},
}

func paused(n int) change { return func(s *data.Snapshot) { s.Community.PausedUntil = day(n) } }

func next(n int) change { return func(s *data.Snapshot) { s.Events[len(s.Events)-1].On = day(n) } }
func without(event int) change { // an event that was not held
	return func(s *data.Snapshot) { s.Events[event-1].Status = data.StatusCancelled }
}
func cadence(n int) change { return func(s *data.Snapshot) { s.Community.CadenceDays = n } }

// dense moves the last n events into the last 60 days, the latest of them drawing few.
func dense(n int, latest int) change {
	return func(s *data.Snapshot) {
		for i := range n {
			s.Events[7-i].On = day(-5 - 9*i)
		}
		crowds(8, 8, latest)(s)
	}
}

// crowds sets how many came to the last three events.
func crowds(third, second, last int) change {
	return func(s *data.Snapshot) {
		present(s, 6, third)
		present(s, 7, second)
		present(s, 8, last)
	}
}

func formats(keys ...string) change {
	return func(s *data.Snapshot) {
		for i, key := range keys {
			s.Events[8-len(keys)+i].Format = key
		}
	}
}

func guestAt(event int) change {
	return func(s *data.Snapshot) {
		s.Events[7].Guests = 0
		if event > 0 {
			s.Events[event-1].Guests = 1
		}
	}
}

func untold(days int) change {
	return func(s *data.Snapshot) {
		e := &s.Events[len(s.Events)-1]
		e.On, e.Status = day(days), data.StatusPlanned
	}
}

var rhythmCases = []ruleCase{
	{rule: "C06", fires: next(22), want: "C06 days=5 cadence=21",
		misses: []change{next(21), both(without(8), func(s *data.Snapshot) { s.Events[6].On = day(-99) }), paused(1)},
		few:    []change{held(1), cadence(0), paused(30)},
		worse:  func(s *data.Snapshot) { s.Events = s.Events[:7] }},
	{rule: "C07", fires: dense(5, 0), want: "C07 events=5 now=16 before=24",
		misses: []change{dense(5, 1), dense(4, 0)},
		few:    []change{held(5), cadence(0)},
		worse:  dense(6, 0)},
	{rule: "C08", fires: formats("social", "guest", "social", "social", "social"), want: "C08 same=4",
		misses: []change{formats("guest", "guest", "social", "social", "social")},
		few:    []change{held(4)},
		worse:  formats("social", "social", "social", "social", "social")},
	{rule: "C09", fires: crowds(5, 5, 6), want: "C09 now=16 before=24",
		misses: []change{crowds(6, 5, 6)},
		few:    []change{held(5)},
		worse:  crowds(5, 5, 5)},
	{rule: "C27", fires: guestAt(0), want: "C27 events=8 days=200",
		misses: []change{guestAt(1)},
		few:    []change{started(-181), started(0), func(s *data.Snapshot) { s.Events = nil }},
		worse:  started(-364)},
	{rule: "C31", fires: untold(7), want: "C31 days=7",
		misses: []change{untold(8), next(3),
			both(untold(3), func(s *data.Snapshot) { s.Announcements = []data.Announcement{{ID: 1, EventID: 9, On: day(-1)}} })},
		few:   []change{func(s *data.Snapshot) { s.Events = s.Events[:8] }},
		worse: untold(2)},
}

func leads(members ...int64) change {
	return func(s *data.Snapshot) { roles(s, data.PartFacilitator, members...) }
}
func speaks(members ...int64) change {
	return func(s *data.Snapshot) { roles(s, data.PartSpeaker, members...) }
}
func votes(event int, c data.Counts) change {
	return func(s *data.Snapshot) { s.Roti[event-1].Votes = c }
}
func noVotes(events ...int) change {
	return func(s *data.Snapshot) {
		for _, e := range events {
			s.Roti[e-1].Votes = data.Counts{0, 0, 0, 0, 2}
		}
	}
}
func minutesOut(event, n int) change {
	return func(s *data.Snapshot) {
		s.Minutes[event-1].PublishedOn = 0
		if n != 0 {
			s.Minutes[event-1].PublishedOn = day(n)
		}
	}
}

var eventCases = []ruleCase{
	{rule: "C05", fires: leads(1, 1, 1, 1, 2, 3, 4, 5), want: "C05 led=4 events=8",
		misses: []change{leads(1, 1, 1, 2, 3, 4, 5, 6), both(leads(1, 1, 1, 2), func(s *data.Snapshot) {
			s.LeaderTerms = []data.LeaderTerm{{ID: 1, MemberID: 2, From: day(-200), To: day(-100)}, {ID: 2, MemberID: 1, From: day(-100)}}
		})},
		few:   []change{held(5)},
		worse: leads(1, 1, 1, 1, 1)},
	{rule: "C05", fires: speaks(1, 1, 2, 1), want: "C05 led=4 events=8", worse: speaks(1, 1, 1, 1, 1)},
	{rule: "C10", fires: votes(8, data.Counts{0, 0, 5}), want: "C10 tenths=30 votes=5",
		misses: []change{votes(8, data.Counts{0, 0, 29, 1}), votes(7, data.Counts{0, 0, 5})},
		few:    []change{votes(8, data.Counts{0, 0, 4})},
		worse:  votes(7, data.Counts{0, 0, 5})},
	{rule: "C11", fires: noVotes(6, 7, 8), want: "C11 voted=3",
		misses: []change{noVotes(7, 8), noVotes(1, 2, 3, 4)},
		few:    []change{held(5)},
		worse:  noVotes(5)},
	{rule: "C12", fires: both(minutesOut(8, 0), func(s *data.Snapshot) { s.Events[7].On = day(-8) }), want: "C12 days=8 events=1",
		misses: []change{both(minutesOut(8, 0), func(s *data.Snapshot) { s.Events[7].On = day(-7) })},
		few:    []change{without(8)},
		worse:  minutesOut(7, 1)},
	{rule: "C16", fires: speaks(4, 4, 5, 6, 7), want: "C16 most=3 turns=5",
		misses: []change{speaks(4, 4, 4, 5, 6, 7, 8)},
		few:    []change{speaks(4, 4, 4, 4)},
		worse:  speaks(4, 4, 4, 4, 5)},
	{rule: "C16", fires: speaks(4, 4, 4, 5, 6), want: "C16 most=3 turns=5", worse: speaks(4, 4, 4, 4, 4)},
}

// arrived adds a thirteenth member.
func arrived(n int) change {
	return func(s *data.Snapshot) {
		addMembers(s, 13)
		s.Members[12].JoinedOn = day(n)
	}
}

// often lets member 9 come to the given events.
func often(events ...int64) change {
	return func(s *data.Snapshot) {
		for _, e := range events {
			s.Attendance = append(s.Attendance, data.Attendance{ID: 900 + e, EventID: e, MemberID: 9, Present: true})
		}
	}
}

// quietCrowd lets only two come, so that with the core's roles three of n take an active part.
func quietCrowd(n int) change {
	return func(s *data.Snapshot) {
		for e := range int64(8) {
			present(s, e+1, 2)
		}
		addMembers(s, n)
	}
}

// declared sets a level by hand for some members.
func declared(s *data.Snapshot, level data.Level, members ...int64) {
	for _, id := range members {
		s.Declared = append(s.Declared, data.DeclaredLevel{ID: id, MemberID: id, Level: level, DeclaredOn: day(-1)})
	}
}

// joinedLate lets the last n members have helped somebody before the day they joined.
func joinedLate(s *data.Snapshot, n int) {
	for _, m := range s.Members[len(s.Members)-n:] {
		s.Contributions = append(s.Contributions, data.Contribution{ID: 1000 + m.ID, MemberID: m.ID, On: day(-300), Kind: data.Helped})
	}
}

// seldom makes the community meet every 31 days, with three events 93 to 186 days
// ago and some since; member 9 was at so many of the earlier ones.
func seldom(seen, since int) change {
	return func(s *data.Snapshot) {
		cadence(31)(s)
		for i, n := range []int{-400, -370, -340, -186, -140, -93, -92, -5} {
			s.Events[i].On = day(n)
		}
		for i := range s.Members {
			s.Members[i].JoinedOn = day(-400)
		}
		if since == 1 {
			without(7)(s)
		}
		often([]int64{4, 5, 6}[:seen]...)(s)
	}
}

func inUnitA(n int) change {
	return func(s *data.Snapshot) {
		for i := range s.Members {
			s.Members[i].Unit = "B"
			if i < n {
				s.Members[i].Unit = "A"
			}
		}
	}
}

func members(n int) change { return func(s *data.Snapshot) { s.Members = s.Members[:n] } }

var peopleCases = []ruleCase{
	{rule: "C04", fires: func(s *data.Snapshot) { s.Roles = s.Roles[:1] }, want: "C04 beside=1 core=2 members=12",
		misses: []change{func(s *data.Snapshot) { addMembers(s, 30) }},
		few:    []change{held(2)},
		worse:  func(s *data.Snapshot) { s.Roles = nil }},
	{rule: "C04", fires: func(s *data.Snapshot) { addMembers(s, 31) }, want: "C04 beside=2 core=3 members=31",
		worse: func(s *data.Snapshot) { addMembers(s, 50) }},
	{rule: "C04", fires: func(s *data.Snapshot) { addMembers(s, 61) }, want: "C04 beside=2 core=3 members=61",
		misses: []change{func(s *data.Snapshot) { addMembers(s, 61); declared(s, data.Core, 10, 11, 12, 13) }},
		few:    []change{func(s *data.Snapshot) { joinedLate(s, 31) }}},
	{rule: "C13", fires: arrived(-14), want: "C13 M13 days=14",
		misses: []change{arrived(-13), arrived(-61), both(arrived(-14), func(s *data.Snapshot) { s.Events[7].On = day(-15) }),
			both(arrived(-14), func(s *data.Snapshot) { present(s, 8, 0) })},
		few: []change{
			func(s *data.Snapshot) {
				s.Contributions = []data.Contribution{{ID: 1, MemberID: 13, On: day(-3), Kind: data.Helped}}
			},
			func(s *data.Snapshot) {
				s.Attendance = append(s.Attendance, data.Attendance{ID: 999, EventID: 8, MemberID: 13, Present: true})
			},
			func(s *data.Snapshot) {
				s.EventRoles = append(s.EventRoles, data.EventRole{ID: 999, EventID: 9, MemberID: 13, Part: data.PartSpeaker})
			},
			func(s *data.Snapshot) {
				s.Contributions = []data.Contribution{{ID: 1, MemberID: 2, WhomID: 13, On: day(-2), Kind: data.Welcomed}}
			},
			func(s *data.Snapshot) { s.Members[12].Kind = data.KindContact },
			func(s *data.Snapshot) { s.Members[12].LeftOn = day(-1) },
			func(s *data.Snapshot) { s.Members[12].ResourcesOnly = true }},
		worse: func(s *data.Snapshot) { s.Members[12].JoinedOn = day(-60) }},
	{rule: "C14", fires: often(1, 2), want: "C14 M09 seen=2 of=3 since=5",
		misses: []change{often(1), often(1, 2, 4)},
		few: []change{held(5), func(s *data.Snapshot) { s.Members[8].JoinedOn = day(-150) },
			func(s *data.Snapshot) { s.Members[8].LeftOn = day(0) }},
		worse: func(s *data.Snapshot) {
			s.Events = append(s.Events, data.Event{ID: 10, On: day(-1), Status: data.StatusHeld, Format: "social"})
		}},
	{rule: "C14", fires: seldom(3, 2), want: "C14 M09 seen=3 of=3 since=2",
		misses: []change{seldom(2, 2), both(seldom(3, 2), often(8))},
		few:    []change{both(seldom(3, 2), cadence(30)), both(seldom(3, 2), without(7)), both(seldom(3, 2), without(6), without(5))}},
	{rule: "C15", fires: quietCrowd(61), want: "C15 near=3 members=61",
		misses: []change{func(s *data.Snapshot) {
			quietCrowd(61)(s)
			declared(s, data.Active, 10, 11, 12, 13, 14, 15, 16, 17, 18)
		}},
		few: []change{func(s *data.Snapshot) { joinedLate(s, 31) }}},
	{rule: "C15", fires: quietCrowd(16), want: "C15 near=3 members=16",
		misses: []change{quietCrowd(15), both(quietCrowd(16), func(s *data.Snapshot) { s.Items[2].FirstStep = true })},
		few:    []change{both(members(9), func(s *data.Snapshot) { s.Roles = nil; s.EventRoles = nil }), held(2)},
		worse:  func(s *data.Snapshot) { addMembers(s, 20) }},
	{rule: "C26", fires: both(members(10), inUnitA(7)), want: "C26 unit=7 members=10",
		misses: []change{inUnitA(8), both(members(10), inUnitA(6), func(s *data.Snapshot) { s.Members[9].Unit = "" })},
		few: []change{members(4), func(s *data.Snapshot) {
			for i := range s.Members {
				s.Members[i].Unit = ""
			}
		}},
		worse: inUnitA(8)},
	{rule: "C30", fires: leads(4, 4, 4), want: "C30 M04 organised=3",
		misses: []change{leads(4, 4), leads(2, 2, 2), leads(1, 1, 1)},
		few: []change{func(s *data.Snapshot) {
			s.Roles = append(s.Roles, data.MemberRole{ID: 3, MemberID: 4, Role: data.RoleCoreTeam, From: day(-1)})
		}, func(s *data.Snapshot) { s.Events[0].On = day(-182) }},
		worse: leads(4, 4, 4, 4)},
}
