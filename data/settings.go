package data

import (
	"slices"
	"strconv"
	"strings"
)

// Thresholds are the numbers in the rules. No source states most of them, so
// each is a setting with a default (data/README.md, Levels, Health figures).
type Thresholds struct {
	// Participation levels (data/README.md, Levels).
	WindowDays     int // the window's length, today included
	WindowCadences int // … or so many times the cadence, where that is longer
	WindowMost     int // … but never more days than this
	FewEvents      int // fewer held events than this say nothing yet
	NewcomerDays   int // joined at most so many days ago
	CoreRoleActs   int // organising acts that confirm a core role
	CoreActs       int // organising acts that make the core without a role
	CoreSpreadDays int // … between the first and the last of which lie so many days
	RegularOneIn   int // regular: at one in so many events
	SometimesOneIn int // active with contributions: at one in so many events
	SometimesActs  int // … and so many contributions
	OccasionalSeen int // occasional: at so many events
	OccasionalActs int // … or so many contributions
	DormantDays    int // a member for so long and never seen
	DeclaredDays   int // a declared level is looked at again after so many days

	// Health figures (data/README.md, Health figures).
	MinGroup        int // fewest answers before anything but the count is shown
	MergeUpTo       int // up to so many answers leave the machine merged
	SplitOneIn      int // split: one in so many low, and as many high
	ConcernPercent  int // concern: at least so many percent low
	StrongHigh      int // strong: at least so many percent high
	StrongLow       int // … and at most so many percent low
	ChangeAnswers   int // a change needs so many answers in both rounds
	ChangeTenths    int // a clear change of the mean, in tenths
	ChangePerson    int // … and more than one person moving so far could make
	LightMoved      int // lights: so many people moved
	LightPoints     int // … and so many points of the share
	RateMost        int // response rate in percent: most members
	RatePart        int // … part of the members; below, only those who replied
	RoundLeastWeeks int // rounds at least so many weeks apart (data/README.md, Health cards)
	RoundMostWeeks  int // … and at most

	Coach CoachThresholds
}

// DefaultThresholds are the numbers of
// data/README.md, Levels, Health figures, Health cards, Coach.
func DefaultThresholds() Thresholds {
	var t Thresholds
	for _, r := range ThresholdRules {
		*r.at(&t) = r.Default
	}
	return t
}

// ThresholdRule says how one threshold may be set.
type ThresholdRule struct {
	Key                  string // of the Setting that overrides it
	Label                Phrase
	Default, Least, Most int
	at                   func(*Thresholds) *int
}

// Of is the threshold's number among t.
func (r ThresholdRule) Of(t Thresholds) int { return *r.at(&t) }

// ThresholdRules lists every threshold in the order a person reads them.
var ThresholdRules = slices.Concat(figureRules, coachRules)

// figureRules are the thresholds of levels and health figures.
var figureRules = []ThresholdRule{
	{"level.windowDays", Phrase{Key: "Levels look back so many days"}, 182, 28, 730,
		func(t *Thresholds) *int { return &t.WindowDays }},
	{"level.windowCadences", Phrase{Key: "… or so many times the cadence, if that is longer"}, 6, 1, 24,
		func(t *Thresholds) *int { return &t.WindowCadences }},
	{"level.windowMost", Phrase{Key: "… but never further back than so many days"}, 552, 28, 1500,
		func(t *Thresholds) *int { return &t.WindowMost }},
	{"level.fewEvents", Phrase{Key: "Events needed before levels are shown"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.FewEvents }},
	{"level.newcomerDays", Phrase{Key: "Newcomers joined at most so many days ago"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.NewcomerDays }},
	{"level.coreRoleActs", Phrase{Key: "Core, with a role: organising acts"}, 1, 0, 50,
		func(t *Thresholds) *int { return &t.CoreRoleActs }},
	{"level.coreActs", Phrase{Key: "Core, without a role: organising acts"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.CoreActs }},
	{"level.coreSpreadDays", Phrase{Key: "… spread over so many days"}, 56, 0, 730,
		func(t *Thresholds) *int { return &t.CoreSpreadDays }},
	{"level.regularOneIn", Phrase{Key: "Active: at one in so many events"}, 2, 1, 20,
		func(t *Thresholds) *int { return &t.RegularOneIn }},
	{"level.sometimesOneIn", Phrase{Key: "Active, with contributions: at one in so many events"}, 3, 1, 20,
		func(t *Thresholds) *int { return &t.SometimesOneIn }},
	{"level.sometimesActs", Phrase{Key: "… and so many contributions"}, 2, 0, 50,
		func(t *Thresholds) *int { return &t.SometimesActs }},
	{"level.occasionalSeen", Phrase{Key: "Occasional: at so many events"}, 2, 1, 50,
		func(t *Thresholds) *int { return &t.OccasionalSeen }},
	{"level.occasionalActs", Phrase{Key: "… or so many contributions"}, 1, 1, 50,
		func(t *Thresholds) *int { return &t.OccasionalActs }},
	{"level.dormantDays", Phrase{Key: "Not seen at all, and a member for so many days"}, 182, 28, 730,
		func(t *Thresholds) *int { return &t.DormantDays }},
	{"level.declaredDays", Phrase{Key: "A level set by hand is looked at again after so many days"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.DeclaredDays }},

	{"health.minGroup", Phrase{Key: "Fewest answers before anything but the count is shown"}, MinGroupSize, MinGroupFloor, 100,
		func(t *Thresholds) *int { return &t.MinGroup }},
	{"health.mergeUpTo", Phrase{Key: "Up to so many answers leave this machine merged"}, 7, 7, 100,
		func(t *Thresholds) *int { return &t.MergeUpTo }},
	{"health.splitOneIn", Phrase{Key: "Split: one in so many answers low, and as many high"}, 3, 2, 10,
		func(t *Thresholds) *int { return &t.SplitOneIn }},
	{"health.concernPercent", Phrase{Key: "Concern: percent of low answers"}, 40, 1, 100,
		func(t *Thresholds) *int { return &t.ConcernPercent }},
	{"health.strongHigh", Phrase{Key: "Strong: percent of high answers"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.StrongHigh }},
	{"health.strongLow", Phrase{Key: "… and at most so many percent of low answers"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.StrongLow }},
	{"health.changeAnswers", Phrase{Key: "A change needs so many answers in both rounds"}, 5, MinGroupFloor, 100,
		func(t *Thresholds) *int { return &t.ChangeAnswers }},
	{"health.changeTenths", Phrase{Key: "A clear change of the mean, in tenths"}, 5, 1, 40,
		func(t *Thresholds) *int { return &t.ChangeTenths }},
	{"health.changePerson", Phrase{Key: "… and more than one person moving by so many steps could make"}, 4, 1, 20,
		func(t *Thresholds) *int { return &t.ChangePerson }},
	{"health.lightMoved", Phrase{Key: "A clear change of lights: so many people"}, 3, 1, 100,
		func(t *Thresholds) *int { return &t.LightMoved }},
	{"health.lightPoints", Phrase{Key: "… and so many percentage points"}, 20, 1, 100,
		func(t *Thresholds) *int { return &t.LightPoints }},
	{"health.rateMost", Phrase{Key: "“Most members” answered: percent"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.RateMost }},
	{"health.ratePart", Phrase{Key: "“Part of the members” answered: percent"}, 40, 1, 100,
		func(t *Thresholds) *int { return &t.RatePart }},
	{"health.roundLeastWeeks", Phrase{Key: "Weeks between rounds, at least"}, 6, 1, 52,
		func(t *Thresholds) *int { return &t.RoundLeastWeeks }},
	{"health.roundMostWeeks", Phrase{Key: "Weeks between rounds, at most"}, 26, 1, 104,
		func(t *Thresholds) *int { return &t.RoundMostWeeks }},
}

// Thresholds are the defaults overridden by the settings. A value that is no
// number or out of its bounds is passed over, so that a strange file can't
// switch off the protection of few answers.
func (s *Snapshot) Thresholds() Thresholds {
	t := DefaultThresholds()
	if len(s.Settings) == 0 {
		return t
	}
	values := make(map[string]string, len(s.Settings))
	for i := range s.Settings {
		values[s.Settings[i].Key] = s.Settings[i].Value
	}
	for _, r := range ThresholdRules {
		n, err := strconv.Atoi(strings.TrimSpace(values[r.Key]))
		if err == nil && n >= r.Least && n <= r.Most {
			*r.at(&t) = n
		}
	}
	return t
}

// Setting is the value of a setting, "" where it has its default.
func (s *Snapshot) Setting(key string) string {
	for i := range s.Settings {
		if s.Settings[i].Key == key {
			return s.Settings[i].Value
		}
	}
	return ""
}
