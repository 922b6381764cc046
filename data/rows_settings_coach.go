package data

// CoachThresholds are the numbers in the rules of the coach
// (data/README.md, Coach).
type CoachThresholds struct {
	RestDays       int // a finding set aside rests so many days
	DoneDays       int // a person followed up is left in peace so many days
	PurposeLength  int // C01: characters of a purpose
	SponsorStart   int // C02: days since the start
	SponsorDays    int // C02: days without a report or review
	HoursScarce    int // C03: percent of the leader's week
	HoursEnough    int // C03: percent
	CoreBeside     int // C04: people of core level beside the leader
	CorePercent    int // C04: percent of the members
	CoreMembers    int // C04: members from which the share counts
	LargeMembers   int // C04 and C15: members beyond which people are counted, not shares
	LargeBeside    int // C04: … people of core level beside the leader
	LeadPercent    int // C05: percent of the last eight events
	BeatPercent    int // C06 and C07: percent of the cadence
	TurnoutPercent int // C07, C09 and C25: percent of the turnout before
	ManyDays       int // C07: days in which events are counted
	SameFormats    int // C08: events of one format among the last five
	VotesTenths    int // C10: tenths of the mean of the votes on time invested
	VotesLeast     int // C10: votes needed
	VotedEvents    int // C11: events among the last six with votes
	MinutesDays    int // C12: days after an event
	WelcomeFrom    int // C13: days since joining, from
	WelcomeUntil   int // C13: days since joining, until
	MissedEvents   int // C14: events in each half of the window
	ActivePercent  int // C15: percent of the members
	ActiveMembers  int // C15: members from which the share counts
	LargeActive    int // C15: people of the core and active, of more members
	VoicesPercent  int // C16: percent of the turns
	VoicesTurns    int // C16: turns needed
	BoardItems     int // C17: items needed
	IdeaDays       int // C17: days
	IdeaPercent    int // C17: percent of the ideas
	IdleDays       int // C17: days without anything finished
	DoingDays      int // C18: days
	OwnPercent     int // C19: percent of the new items
	OwnItems       int // C19: new items needed
	RepliesPercent int // C22: percent of those invited
	RoundDays      int // C22: days since the last round
	RoundEvents    int // C22: events since
	AnswerDays     int // C23: days after the round closed
	StoryStart     int // C24: days since the start
	StoryDays      int // C24: days
	AppliedDays    int // C24: days
	EndingSigns    int // C25: signs out of five
	UnitPercent    int // C26: percent of the members
	GuestDays      int // C27: days
	HelpDays       int // C28: days
	ReviewDays     int // C29: days
	Organised      int // C30: organising acts in the window
	AnnounceDays   int // C31: days before the event
}

// coachRules are the thresholds of the coach.
var coachRules = []ThresholdRule{
	{"coach.restDays", Phrase{Key: "A hint set aside rests for %s"}, 30, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.RestDays }},
	{"coach.doneDays", Phrase{Key: "After “Done”, a person is left in peace for %s"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.DoneDays }},
	{"coach.purposeLength", Phrase{Key: "A purpose has at least %d character", Many: "A purpose has at least %d characters"}, 40, 1, 300,
		func(t *Thresholds) *int { return &t.Coach.PurposeLength }},
	{"coach.sponsorStart", Phrase{Key: "Sponsors are spoken of %s after the start"}, 30, 0, 365,
		func(t *Thresholds) *int { return &t.Coach.SponsorStart }},
	{"coach.sponsorDays", Phrase{Key: "Sponsors hear from you at least every %s"}, 120, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.SponsorDays }},
	{"coach.hoursScarce", Phrase{Key: "Hours for leading are scarce below %d %% of the week"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.HoursScarce }},
	{"coach.hoursEnough", Phrase{Key: "Hours for leading are enough from %d %% of the week on"}, 20, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.HoursEnough }},
	{"coach.coreBeside", Phrase{Key: "At least %d person is at the core beside the leader", Many: "At least %d people are at the core beside the leader"}, 2, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.CoreBeside }},
	{"coach.corePercent", Phrase{Key: "At least %d %% of the members are at the core"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.CorePercent }},
	{"coach.coreMembers", Phrase{Key: "The share at the core matters from %d member on", Many: "The share at the core matters from %d members on"}, 20, 2, 10000,
		func(t *Thresholds) *int { return &t.Coach.CoreMembers }},
	{"coach.largeMembers", Phrase{Key: "With more than %d member, people are counted instead of shares", Many: "With more than %d members, people are counted instead of shares"}, 60, 10, 10000,
		func(t *Thresholds) *int { return &t.Coach.LargeMembers }},
	{"coach.largeBeside", Phrase{Key: "In a large community, at least %d person is at the core beside the leader", Many: "In a large community, at least %d people are at the core beside the leader"}, 6, 1, 1000,
		func(t *Thresholds) *int { return &t.Coach.LargeBeside }},
	{"coach.leadPercent", Phrase{Key: "The leader leads or speaks at fewer than %d %% of the events"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.LeadPercent }},
	{"coach.beatPercent", Phrase{Key: "Events are late after %d %% of the usual spacing"}, 150, 100, 500,
		func(t *Thresholds) *int { return &t.Coach.BeatPercent }},
	{"coach.turnoutPercent", Phrase{Key: "Turnout falls when fewer than %d %% of before come"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.TurnoutPercent }},
	{"coach.manyDays", Phrase{Key: "Too many events are looked for in %s"}, 60, 14, 365,
		func(t *Thresholds) *int { return &t.Coach.ManyDays }},
	{"coach.sameFormats", Phrase{Key: "A format is used again and again with %d of five events", Many: "A format is used again and again with %d of five events"}, 4, 2, 5,
		func(t *Thresholds) *int { return &t.Coach.SameFormats }},
	{"coach.votesTenths", Phrase{Key: "A mean of %.1f or less says: not worth the time"}, 30, 10, 50,
		func(t *Thresholds) *int { return &t.Coach.VotesTenths }},
	{"coach.votesLeast", Phrase{Key: "Votes on the time invested tell something from %d on", Many: "Votes on the time invested tell something from %d on"}, 5, 3, 100,
		func(t *Thresholds) *int { return &t.Coach.VotesLeast }},
	{"coach.votedEvents", Phrase{Key: "At least %d of the last six events has votes", Many: "At least %d of the last six events have votes"}, 4, 1, 6,
		func(t *Thresholds) *int { return &t.Coach.VotedEvents }},
	{"coach.minutesDays", Phrase{Key: "Minutes are out within %s"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.MinutesDays }},
	{"coach.welcomeFrom", Phrase{Key: "Newcomers are looked after from %s on"}, 14, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.WelcomeFrom }},
	{"coach.welcomeUntil", Phrase{Key: "Newcomers are looked after until %s after joining"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.WelcomeUntil }},
	{"coach.missedEvents", Phrase{Key: "Somebody stopped coming after missing %d event", Many: "Somebody stopped coming after missing %d events"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.MissedEvents }},
	{"coach.activePercent", Phrase{Key: "At least %d %% of the members are core or active"}, 20, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.ActivePercent }},
	{"coach.activeMembers", Phrase{Key: "The share of the active matters from %d member on", Many: "The share of the active matters from %d members on"}, 10, 2, 10000,
		func(t *Thresholds) *int { return &t.Coach.ActiveMembers }},
	{"coach.largeActive", Phrase{Key: "In a large community, at least %d person is core or active", Many: "In a large community, at least %d people are core or active"}, 12, 1, 10000,
		func(t *Thresholds) *int { return &t.Coach.LargeActive }},
	{"coach.voicesPercent", Phrase{Key: "One or two people have fewer than %d %% of the turns to speak"}, 60, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.VoicesPercent }},
	{"coach.voicesTurns", Phrase{Key: "Turns to speak tell something from %d on", Many: "Turns to speak tell something from %d on"}, 5, 2, 100,
		func(t *Thresholds) *int { return &t.Coach.VoicesTurns }},
	{"coach.boardItems", Phrase{Key: "The board is looked at from %d item on", Many: "The board is looked at from %d items on"}, 5, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.BoardItems }},
	{"coach.ideaDays", Phrase{Key: "An idea is old after %s"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.IdeaDays }},
	{"coach.ideaPercent", Phrase{Key: "The board is stale when %d %% of the ideas are old"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.IdeaPercent }},
	{"coach.idleDays", Phrase{Key: "Something is finished every %s"}, 60, 7, 365,
		func(t *Thresholds) *int { return &t.Coach.IdleDays }},
	{"coach.doingDays", Phrase{Key: "An item is long in Doing after %s"}, 45, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.DoingDays }},
	{"coach.ownPercent", Phrase{Key: "The leader proposes fewer than %d %% of the new items"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.OwnPercent }},
	{"coach.ownItems", Phrase{Key: "New items tell something from %d on", Many: "New items tell something from %d on"}, 6, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.OwnItems }},
	{"coach.repliesPercent", Phrase{Key: "At least %d %% of those asked answer"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.RepliesPercent }},
	{"coach.roundDays", Phrase{Key: "A health check is due after %s"}, 120, 30, 730,
		func(t *Thresholds) *int { return &t.Coach.RoundDays }},
	{"coach.roundEvents", Phrase{Key: "A health check is due after %d event", Many: "A health check is due after %d events"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.RoundEvents }},
	{"coach.answerDays", Phrase{Key: "A concern has an action within %s"}, 14, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.AnswerDays }},
	{"coach.storyStart", Phrase{Key: "Value stories are spoken of %s after the start"}, 120, 0, 730,
		func(t *Thresholds) *int { return &t.Coach.StoryStart }},
	{"coach.storyDays", Phrase{Key: "A value story is told every %s"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.StoryDays }},
	{"coach.appliedDays", Phrase{Key: "A story of something used is told every %s"}, 180, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.AppliedDays }},
	{"coach.endingSigns", Phrase{Key: "%d of five signs speaks of an ending", Many: "%d of five signs speak of an ending"}, 3, 1, 5,
		func(t *Thresholds) *int { return &t.Coach.EndingSigns }},
	{"coach.unitPercent", Phrase{Key: "One unit has fewer than %d %% of the members"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.UnitPercent }},
	{"coach.guestDays", Phrase{Key: "A guest comes every %s"}, 182, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.GuestDays }},
	{"coach.helpDays", Phrase{Key: "A help request is answered within %s"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.HelpDays }},
	{"coach.reviewDays", Phrase{Key: "The charter is agreed anew every %s"}, 365, 30, 1500,
		func(t *Thresholds) *int { return &t.Coach.ReviewDays }},
	{"coach.organised", Phrase{Key: "Whoever organised %d thing is invited into the core team", Many: "Whoever organised %d things is invited into the core team"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.Organised }},
	{"coach.announceDays", Phrase{Key: "Events are announced %s ahead"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.AnnounceDays }},
}
