package coach_test

import (
	"slices"
	"testing"
)

// Given the tests of the rules, then each rule C01–C31 has one that just misses,
// one with too little data or made moot, and one that got worse, but where the
// rule's own condition leaves nothing that could be so.
func TestEachRuleIsTestedFromAllSides(t *testing.T) {
	type sides struct{ misses, few, worse bool }
	seen := map[string]sides{}
	for _, c := range slices.Concat(charterCases, rhythmCases, eventCases, peopleCases, boardCases, healthCases, valueCases) {
		s := seen[c.rule]
		s.misses, s.few, s.worse = s.misses || len(c.misses) > 0, s.few || len(c.few) > 0, s.worse || c.worse != nil
		seen[c.rule] = s
	}
	for rule, s := range seen {
		if !s.misses || !s.few || !s.worse {
			t.Errorf("%s: just misses %t, too little data %t, worse %t", rule, s.misses, s.few, s.worse)
		}
	}
}
