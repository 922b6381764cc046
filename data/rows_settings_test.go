package data_test

import (
	"strings"
	"testing"

	. "copleader/data"
)

// Given settings, the rule follows them; one that is no number or out of bounds
// is passed over.
func TestThresholdsAreSettings(t *testing.T) {
	s := demoSnapshot(t)
	s.Settings = []Setting{{Key: "level.coreSpreadDays", Value: " 49 "}, {Key: "level.windowDays", Value: "many"},
		{Key: "health.minGroup", Value: "1"}, {Key: "health.mergeUpTo", Value: "101"}, {Key: "colour", Value: "9"}}
	if got := s.Standings(day0).ByMember(5).Effective; got != Core {
		t.Errorf("M05 with a spread of 49 days asked for: %s, want core", got)
	}
	want := DefaultThresholds()
	want.CoreSpreadDays = 49
	if got := s.Thresholds(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if s.Setting("colour") != "9" || s.Setting("none") != "" {
		t.Error("a plain setting is not read back")
	}
}

func TestDefaultThresholds(t *testing.T) {
	want := Thresholds{182, 6, 552, 3, 60, 90, 1, 3, 56, 4, 56, 2, 3, 2, 2, 1, 182, 90, 5, 7, 3, 40, 70, 10, 5, 5, 4, 3, 20, 70, 40, 6, 26,
		CoachThresholds{30, 60, 40, 30, 120, 10, 20, 2, 10, 20, 60, 6, 50, 150, 70, 60, 4, 30, 5, 4, 7, 14, 60, 3, 20, 10, 12, 60, 5, 5, 90, 50, 60, 45, 70, 6, 50, 120, 3, 14, 120, 90, 180, 3, 70, 182, 7, 365, 3, 7}}
	if got := DefaultThresholds(); got != want {
		t.Errorf("got %+v", got)
	}
	keys := map[string]bool{}
	for _, r := range ThresholdRules {
		if keys[r.Key] || r.Label.IsZero() || r.Default < r.Least || r.Default > r.Most || r.Of(want) != r.Default {
			t.Errorf("rule %+v", r)
		}
		keys[r.Key] = true
		if said := spoken(r.Sentence(r.Default)); !strings.ContainsAny(said, "0123456789") || strings.ContainsAny(said, "…!") || strings.Contains(said, "so many") {
			t.Errorf("%s reads %q", r.Key, said)
		}
	}
}

// Given numbers in force, then a setting reads as a sentence a leader understands.
func TestThresholdsReadAsSentences(t *testing.T) {
	want := map[string]map[int]string{
		"level.windowDays":       {182: "Levels look back 26 weeks", 100: "Levels look back 100 days"},
		"level.fewEvents":        {1: "Levels are shown from 1 event on", 3: "Levels are shown from 3 events on"},
		"health.changeTenths":    {5: "A mean moves clearly by at least 0.5"},
		"health.concernPercent":  {40: "Concern means at least 40 % low"},
		"coach.helpDays":         {7: "A help request is answered within 7 days", 14: "A help request is answered within 2 weeks"},
		"health.roundLeastWeeks": {6: "Rounds are at least 6 weeks apart"},
	}
	for _, r := range ThresholdRules {
		for n, sentence := range want[r.Key] {
			if got := spoken(r.Sentence(n)); got != sentence {
				t.Errorf("%s at %d reads %q", r.Key, n, got)
			}
		}
	}
}
