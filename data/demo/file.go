package demo

import "copleader/data"

// The types of demo.json, with its own letters for people, events and items.
type file struct {
	Community     community
	Members       []member
	Events        []event
	Contributions []contribution
	HelpReceived  []struct {
		Member string
		Day    day
	}
	Items   []item
	Rounds  []round
	Stories []story
}

type community struct {
	Name, Tagline, Kind, Leader, LeaderCoach, UsualSlot, Phase, Stage string
	StartedDay                                                        day
	LeaderHours, WorkingWeekHours                                     float64
	CadenceDays                                                       int
	Sponsors                                                          []sponsor
	Charter                                                           charter
	Canvas                                                            map[string]data.Lines
	Worksheets                                                        []struct {
		Key, Text string
		Day       day
	}
	RoadmapByHand []int
}

type sponsor struct {
	Name, Function, Kind, Email, HopesFor string
	Contacts                              []struct {
		Day        day
		Kind, Note string
	}
}

type charter struct {
	PrimaryPurpose, Domain, WhoWeAre, MembershipPolicy, ExpectedCommitment, Practice, DecisionRule string
	Needs, MemberBenefits, StakeholderBenefits, InScope, OutOfScope, Repertoire                    data.Lines
	MayDecide, MayPropose, NotOurs, WorkingAgreement                                               data.Lines
	ReviewOnDay                                                                                    day
	Stakeholders                                                                                   []struct{ Name, Function, Stake, Attitude string }
	RoleDefinitions                                                                                []struct{ Role, Duty string }
	Vocabulary                                                                                     []struct{ Term, Meaning string }
	Channels                                                                                       []struct{ Name, Link, Use string }
	Measures                                                                                       []measure
	Versions                                                                                       []struct {
		Version        int
		Day            day
		Note, AgreedBy string
	}
	Notes []struct {
		Section, Text string
		Day           day
	}
}

type measure struct {
	Wording, Kind, Card, Baseline, Target, Now, Source string
	AsOfDay                                            day
}

type member struct {
	ID, Name, Unit, Organisation, Email, Phone, Pronouns, TimeZone, Kind string
	JoinedDay                                                            day
	Roles                                                                []string
	Knows                                                                data.Lines
	AskOpenly                                                            bool
}

type event struct {
	ID, Start, TimeZone, Place, Format, Title, Purpose, Status, MinuteTaker, Minutes, Decisions string
	Day, MinutesPublishedDay, BroughtSomething                                                  day
	MinutesLong, Guests                                                                         int
	Facilitators, Speakers, Attendance                                                          []string
	Roti                                                                                        map[string]int
	Announcements                                                                               []struct {
		Channel string
		Day     day
	}
}

type contribution struct {
	Member, Kind, Source string
	Day                  day
}

type item struct {
	ID, Kind, Column, Title, Proposer, Owner, Card, Event, Outcome, ParkedReason string
	Votes                                                                        int
	CreatedDay, StartedDay, DoneDay, AnsweredDay, Due                            day
	FirstStep                                                                    bool
	Links                                                                        data.Lines
	Reuse                                                                        []int
}

type round struct {
	Code, Name, Scale, Channel string
	OpenedDay, ClosedDay       day
	Invited, Returned          int
	Tallies                    map[string]struct {
		Counts    data.Counts
		NoOpinion int
		Trend     struct{ Better, Same, Worse int }
	}
}

type story struct {
	Title, Cycle, Situation, Met, Did, CameOfIt, Evidence, Consent, Item, Event string
	Day                                                                         day
}
