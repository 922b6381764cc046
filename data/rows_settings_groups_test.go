package data

import (
	"strings"
	"testing"
)

// Every threshold stands in exactly one group, in its order, and every group begins with its own key.
func TestThresholdGroups(t *testing.T) {
	t.Parallel()
	groups := ThresholdGroups()
	if len(groups) != len(ruleGroups) {
		t.Errorf("%d groups, want %d", len(groups), len(ruleGroups))
	}
	at := 0
	for _, g := range groups {
		if g.Rules[0].Key != g.Key || strings.HasPrefix(g.Rules[0].Label.Key, "…") {
			t.Errorf("the group %q begins with %q", g.Title.Key, g.Rules[0].Label.Key)
		}
		for _, r := range g.Rules {
			if r.Key != ThresholdRules[at].Key {
				t.Errorf("%q stands where %q should", r.Key, ThresholdRules[at].Key)
			}
			at++
		}
	}
	if at != len(ThresholdRules) {
		t.Errorf("%d thresholds in groups, want %d", at, len(ThresholdRules))
	}
}
