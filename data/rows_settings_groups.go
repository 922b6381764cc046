package data

import "slices"

// PaperSetting is the setting that names the paper to print on; "" is the usual one.
const PaperSetting = "share.paper"

// RuleGroup is a group of thresholds that are looked at together.
type RuleGroup struct {
	Key   string
	Title Phrase
	Rules []ThresholdRule
}

// ThresholdGroups are all thresholds in groups, in the order of ThresholdRules.
func ThresholdGroups() []RuleGroup {
	var groups []RuleGroup
	for _, r := range ThresholdRules {
		at := slices.IndexFunc(ruleGroups, func(g RuleGroup) bool { return g.Key == r.Key })
		if at >= 0 || len(groups) == 0 {
			groups = append(groups, ruleGroups[max(0, at)])
		}
		last := &groups[len(groups)-1]
		last.Rules = append(last.Rules, r)
	}
	return groups
}

// ruleGroups are the groups, each by the key of its first threshold.
var ruleGroups = []RuleGroup{
	{Key: "level.windowDays", Title: Phrase{Key: "Levels of participation"}},
	{Key: "health.minGroup", Title: Phrase{Key: "What is said of answers"}},
	{Key: "health.changeAnswers", Title: Phrase{Key: "What counts as a change"}},
	{Key: "health.rateMost", Title: Phrase{Key: "Who answered, and how often to ask"}},
	{Key: "coach.restDays", Title: Phrase{Key: "Hints in general"}},
	{Key: "coach.purposeLength", Title: Phrase{Key: "Hints on purpose, sponsors and time to lead"}},
	{Key: "coach.coreBeside", Title: Phrase{Key: "Hints on who leads, and on events"}},
	{Key: "coach.welcomeFrom", Title: Phrase{Key: "Hints on people"}},
	{Key: "coach.boardItems", Title: Phrase{Key: "Hints on the board"}},
	{Key: "coach.repliesPercent", Title: Phrase{Key: "Hints on the health check and on stories"}},
	{Key: "coach.endingSigns", Title: Phrase{Key: "Hints on the community as a whole"}},
}

// IdentitySetting holds what a community is known by in other people's calendars
// and address books: random, written when it is founded and never changed. A file
// without one is known by the day the community began.
const IdentitySetting = "identity"
