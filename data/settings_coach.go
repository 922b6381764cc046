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
	{"coach.restDays", Phrase{Key: "Findings set aside rest so many days"}, 30, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.RestDays }},
	{"coach.doneDays", Phrase{Key: "After “Done”, a person is left in peace so many days"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.DoneDays }},
	{"coach.purposeLength", Phrase{Key: "A purpose has at least so many characters"}, 40, 1, 300,
		func(t *Thresholds) *int { return &t.Coach.PurposeLength }},
	{"coach.sponsorStart", Phrase{Key: "Sponsors are spoken of after so many days"}, 30, 0, 365,
		func(t *Thresholds) *int { return &t.Coach.SponsorStart }},
	{"coach.sponsorDays", Phrase{Key: "… and should hear from you every so many days"}, 120, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.SponsorDays }},
	{"coach.hoursScarce", Phrase{Key: "Hours for leading: scarce below so many percent of the week"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.HoursScarce }},
	{"coach.hoursEnough", Phrase{Key: "… and enough from so many percent"}, 20, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.HoursEnough }},
	{"coach.coreBeside", Phrase{Key: "Core: at least so many people beside the leader"}, 2, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.CoreBeside }},
	{"coach.corePercent", Phrase{Key: "… and so many percent of the members"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.Coach.CorePercent }},
	{"coach.coreMembers", Phrase{Key: "… from so many members on"}, 20, 2, 10000,
		func(t *Thresholds) *int { return &t.Coach.CoreMembers }},
	{"coach.leadPercent", Phrase{Key: "The leader led or spoke at so many percent of the last events"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.LeadPercent }},
	{"coach.beatPercent", Phrase{Key: "A steady beat: so many percent of the usual spacing"}, 150, 100, 500,
		func(t *Thresholds) *int { return &t.Coach.BeatPercent }},
	{"coach.turnoutPercent", Phrase{Key: "Falling turnout: below so many percent of before"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.TurnoutPercent }},
	{"coach.manyDays", Phrase{Key: "Too many events: within so many days"}, 60, 14, 365,
		func(t *Thresholds) *int { return &t.Coach.ManyDays }},
	{"coach.sameFormats", Phrase{Key: "The same format so many times in the last five events"}, 4, 2, 5,
		func(t *Thresholds) *int { return &t.Coach.SameFormats }},
	{"coach.votesTenths", Phrase{Key: "Not worth the time: a mean of so many tenths or less"}, 30, 10, 50,
		func(t *Thresholds) *int { return &t.Coach.VotesTenths }},
	{"coach.votesLeast", Phrase{Key: "… from so many votes on"}, 5, 3, 100,
		func(t *Thresholds) *int { return &t.Coach.VotesLeast }},
	{"coach.votedEvents", Phrase{Key: "Events with votes among the last six"}, 4, 1, 6,
		func(t *Thresholds) *int { return &t.Coach.VotedEvents }},
	{"coach.minutesDays", Phrase{Key: "Minutes are out within so many days"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.MinutesDays }},
	{"coach.welcomeFrom", Phrase{Key: "Newcomers are looked after from so many days"}, 14, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.WelcomeFrom }},
	{"coach.welcomeUntil", Phrase{Key: "… until so many days after joining"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.WelcomeUntil }},
	{"coach.missedEvents", Phrase{Key: "Stopped coming: missed so many events"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.MissedEvents }},
	{"coach.activePercent", Phrase{Key: "Core and active: so many percent of the members"}, 20, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.ActivePercent }},
	{"coach.activeMembers", Phrase{Key: "… from so many members on"}, 10, 2, 10000,
		func(t *Thresholds) *int { return &t.Coach.ActiveMembers }},
	{"coach.voicesPercent", Phrase{Key: "Two people hold so many percent of the turns to speak"}, 60, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.VoicesPercent }},
	{"coach.voicesTurns", Phrase{Key: "… from so many turns on"}, 5, 2, 100,
		func(t *Thresholds) *int { return &t.Coach.VoicesTurns }},
	{"coach.boardItems", Phrase{Key: "The board is looked at from so many items on"}, 5, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.BoardItems }},
	{"coach.ideaDays", Phrase{Key: "An idea is old after so many days"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.IdeaDays }},
	{"coach.ideaPercent", Phrase{Key: "… and so many percent of the ideas are old"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.IdeaPercent }},
	{"coach.idleDays", Phrase{Key: "Nothing finished for so many days"}, 60, 7, 365,
		func(t *Thresholds) *int { return &t.Coach.IdleDays }},
	{"coach.doingDays", Phrase{Key: "An item is long in Doing after so many days"}, 45, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.DoingDays }},
	{"coach.ownPercent", Phrase{Key: "The leader proposed so many percent of the new items"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.OwnPercent }},
	{"coach.ownItems", Phrase{Key: "… from so many new items on"}, 6, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.OwnItems }},
	{"coach.repliesPercent", Phrase{Key: "Few answers: below so many percent of those asked"}, 50, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.RepliesPercent }},
	{"coach.roundDays", Phrase{Key: "A health check is due after so many days"}, 120, 30, 730,
		func(t *Thresholds) *int { return &t.Coach.RoundDays }},
	{"coach.roundEvents", Phrase{Key: "… and so many events"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.RoundEvents }},
	{"coach.answerDays", Phrase{Key: "A concern has an action within so many days"}, 14, 1, 365,
		func(t *Thresholds) *int { return &t.Coach.AnswerDays }},
	{"coach.storyStart", Phrase{Key: "Value stories are spoken of after so many days"}, 120, 0, 730,
		func(t *Thresholds) *int { return &t.Coach.StoryStart }},
	{"coach.storyDays", Phrase{Key: "A value story every so many days"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.StoryDays }},
	{"coach.appliedDays", Phrase{Key: "… and one of something used every so many days"}, 180, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.AppliedDays }},
	{"coach.endingSigns", Phrase{Key: "Signs of an ending: so many of five"}, 3, 1, 5,
		func(t *Thresholds) *int { return &t.Coach.EndingSigns }},
	{"coach.unitPercent", Phrase{Key: "One unit has so many percent of the members"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.Coach.UnitPercent }},
	{"coach.guestDays", Phrase{Key: "A guest at least every so many days"}, 182, 7, 730,
		func(t *Thresholds) *int { return &t.Coach.GuestDays }},
	{"coach.helpDays", Phrase{Key: "A help request is answered within so many days"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.HelpDays }},
	{"coach.reviewDays", Phrase{Key: "The charter is reviewed every so many days"}, 365, 30, 1500,
		func(t *Thresholds) *int { return &t.Coach.ReviewDays }},
	{"coach.organised", Phrase{Key: "Invited into the core team after organising so many things"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.Coach.Organised }},
	{"coach.announceDays", Phrase{Key: "Events are announced so many days ahead"}, 7, 1, 90,
		func(t *Thresholds) *int { return &t.Coach.AnnounceDays }},
}
