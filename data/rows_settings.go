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
	WindowDays        int // the window's length, today included
	WindowCadences    int // … or so many times the cadence, where that is longer
	WindowMost        int // … but never more days than this
	FewEvents         int // fewer held events than this say nothing yet
	NewcomerDays      int // joined at most so many days ago
	SeenLatelyDays    int // seen in so many days, or at one of the last two events
	CoreRoleActs      int // organising acts and talks that confirm a core role
	CoreActs          int // organising acts that make the core without a role
	CoreSpreadDays    int // … between the first and the last of which lie so many days
	ActiveActs        int // contributions that make active, whatever the attendance
	ActiveStretchDays int // … between the first and the last of which lie so many days
	RegularOneIn      int // regular: at one in so many events
	SometimesOneIn    int // active with contributions: at one in so many events
	SometimesActs     int // … and so many contributions
	OccasionalSeen    int // occasional: at so many events
	OccasionalActs    int // … or so many contributions
	DormantDays       int // a member for so long and never seen
	DeclaredDays      int // a declared level is looked at again after so many days

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
	Label                Phrase // the sentence without its number; Sentence has it
	Default, Least, Most int
	at                   func(*Thresholds) *int
}

// Of is the threshold's number among t.
func (r ThresholdRule) Of(t Thresholds) int { return *r.at(&t) }

// Sentence says what the rule is with a number in force. Days are told in weeks
// where they are whole weeks, tenths as a number with one decimal.
func (r ThresholdRule) Sentence(n int) Phrase {
	switch {
	case r.Label.Many != "":
		return SayCount(n, r.Label.Key, r.Label.Many)
	case strings.Contains(r.Label.Key, "%s"):
		return Say(r.Label.Key, InDays(n))
	case strings.Contains(r.Label.Key, "%.1f"):
		return Say(r.Label.Key, float64(n)/10)
	}
	return Say(r.Label.Key, n)
}

// Unit says in what the number is counted where the sentence does not show it.
func (r ThresholdRule) Unit() Phrase {
	switch {
	case strings.Contains(r.Label.Key, "%s"):
		return Say("In days")
	case strings.Contains(r.Label.Key, "%.1f"):
		return Say("In tenths")
	}
	return Phrase{}
}

// InDays tells so many days, from two weeks on in weeks where they are whole.
func InDays(n int) Phrase {
	if n >= 14 && n%7 == 0 {
		return SayCount(n/7, "%d week", "%d weeks")
	}
	return SayCount(n, "%d day", "%d days")
}

// ThresholdRules lists every threshold in the order a person reads them.
var ThresholdRules = slices.Concat(FigureRules, coachRules)

// FigureRules are the thresholds of levels and health figures: those that explain a
// figure to whoever reads it.
var FigureRules = []ThresholdRule{
	{"level.windowDays", Phrase{Key: "Levels look back %s"}, 182, 28, 730,
		func(t *Thresholds) *int { return &t.WindowDays }},
	{"level.windowCadences", Phrase{Key: "Levels look back %d spacing of events, where that is longer", Many: "Levels look back %d spacings of events, where that is longer"}, 6, 1, 24,
		func(t *Thresholds) *int { return &t.WindowCadences }},
	{"level.windowMost", Phrase{Key: "Levels never look back further than %s"}, 552, 28, 1500,
		func(t *Thresholds) *int { return &t.WindowMost }},
	{"level.fewEvents", Phrase{Key: "Levels are shown from %d event on", Many: "Levels are shown from %d events on"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.FewEvents }},
	{"level.newcomerDays", Phrase{Key: "Somebody is new in the first %s"}, 60, 1, 365,
		func(t *Thresholds) *int { return &t.NewcomerDays }},
	{"level.seenLatelyDays", Phrase{Key: "Seen lately means in the last %s, or at one of the last two events"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.SeenLatelyDays }},
	{"level.coreRoleActs", Phrase{Key: "Leader and core team are at the core with %d thing organised or talk given", Many: "Leader and core team are at the core with %d things organised or talks given"}, 1, 0, 50,
		func(t *Thresholds) *int { return &t.CoreRoleActs }},
	{"level.coreActs", Phrase{Key: "Others are at the core with %d thing organised", Many: "Others are at the core with %d things organised"}, 3, 1, 50,
		func(t *Thresholds) *int { return &t.CoreActs }},
	{"level.coreSpreadDays", Phrase{Key: "What they organised is spread over %s"}, 56, 0, 730,
		func(t *Thresholds) *int { return &t.CoreSpreadDays }},
	{"level.activeActs", Phrase{Key: "Whoever made %d contribution is active, whatever the attendance", Many: "Whoever made %d contributions is active, whatever the attendance"}, 4, 1, 50,
		func(t *Thresholds) *int { return &t.ActiveActs }},
	{"level.activeStretchDays", Phrase{Key: "Those contributions are spread over %s"}, 56, 0, 730,
		func(t *Thresholds) *int { return &t.ActiveStretchDays }},
	{"level.regularOneIn", Phrase{Key: "Regular means at one event in %d"}, 2, 1, 20,
		func(t *Thresholds) *int { return &t.RegularOneIn }},
	{"level.sometimesOneIn", Phrase{Key: "With contributions, one event in %d makes active"}, 3, 1, 20,
		func(t *Thresholds) *int { return &t.SometimesOneIn }},
	{"level.sometimesActs", Phrase{Key: "Active in this way takes %d contribution", Many: "Active in this way takes %d contributions"}, 2, 0, 50,
		func(t *Thresholds) *int { return &t.SometimesActs }},
	{"level.occasionalSeen", Phrase{Key: "Occasional means at %d event", Many: "Occasional means at %d events"}, 2, 1, 50,
		func(t *Thresholds) *int { return &t.OccasionalSeen }},
	{"level.occasionalActs", Phrase{Key: "Occasional means also %d contribution", Many: "Occasional means also %d contributions"}, 1, 1, 50,
		func(t *Thresholds) *int { return &t.OccasionalActs }},
	{"level.dormantDays", Phrase{Key: "Somebody never seen is dormant after %s"}, 182, 28, 730,
		func(t *Thresholds) *int { return &t.DormantDays }},
	{"level.declaredDays", Phrase{Key: "A level set by hand is looked at again after %s"}, 90, 7, 730,
		func(t *Thresholds) *int { return &t.DeclaredDays }},

	{"health.minGroup", Phrase{Key: "Hide results below %d answer", Many: "Hide results below %d answers"}, MinGroupSize, MinGroupFloor, 100,
		func(t *Thresholds) *int { return &t.MinGroup }},
	{"health.mergeUpTo", Phrase{Key: "Up to %d answer leaves this computer merged", Many: "Up to %d answers leave this computer merged"}, 7, 7, 100,
		func(t *Thresholds) *int { return &t.MergeUpTo }},
	{"health.splitOneIn", Phrase{Key: "Split means one in %d low, and as many high"}, 3, 2, 10,
		func(t *Thresholds) *int { return &t.SplitOneIn }},
	{"health.concernPercent", Phrase{Key: "Concern means at least %d %% low"}, 40, 1, 100,
		func(t *Thresholds) *int { return &t.ConcernPercent }},
	{"health.strongHigh", Phrase{Key: "Strong means at least %d %% high"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.StrongHigh }},
	{"health.strongLow", Phrase{Key: "Strong means at most %d %% low"}, 10, 0, 100,
		func(t *Thresholds) *int { return &t.StrongLow }},
	{"health.changeAnswers", Phrase{Key: "A change takes %d answer in both rounds", Many: "A change takes %d answers in both rounds"}, 5, MinGroupFloor, 100,
		func(t *Thresholds) *int { return &t.ChangeAnswers }},
	{"health.changeTenths", Phrase{Key: "A mean moves clearly by at least %.1f"}, 5, 1, 40,
		func(t *Thresholds) *int { return &t.ChangeTenths }},
	{"health.changePerson", Phrase{Key: "It moves further than one person by %d step", Many: "It moves further than one person by %d steps"}, 4, 1, 20,
		func(t *Thresholds) *int { return &t.ChangePerson }},
	{"health.lightMoved", Phrase{Key: "A light moves clearly with %d person", Many: "A light moves clearly with %d people"}, 3, 1, 100,
		func(t *Thresholds) *int { return &t.LightMoved }},
	{"health.lightPoints", Phrase{Key: "A light moves clearly by %d percentage point", Many: "A light moves clearly by %d percentage points"}, 20, 1, 100,
		func(t *Thresholds) *int { return &t.LightPoints }},
	{"health.rateMost", Phrase{Key: "From %d %% on, most members answered"}, 70, 1, 100,
		func(t *Thresholds) *int { return &t.RateMost }},
	{"health.ratePart", Phrase{Key: "From %d %% on, part of the members answered"}, 40, 1, 100,
		func(t *Thresholds) *int { return &t.RatePart }},
	{"health.roundLeastWeeks", Phrase{Key: "Rounds are at least %d week apart", Many: "Rounds are at least %d weeks apart"}, 6, 1, 52,
		func(t *Thresholds) *int { return &t.RoundLeastWeeks }},
	{"health.roundMostWeeks", Phrase{Key: "Rounds are at most %d week apart", Many: "Rounds are at most %d weeks apart"}, 26, 1, 104,
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
