package data_test

import (
	"slices"
	"testing"

	. "copleader/data"
)

func TestCompleteness(t *testing.T) {
	for name, s := range demos(t) {
		if filled, of, missing := s.Completeness(); filled != 18 || of != 18 || missing != nil {
			t.Errorf("%s: %d of %d, without %v; want 18 of 18", name, filled, of, missing)
		}
	}
	fresh := &Snapshot{Community: NewCommunity("Fresh")}
	filled, of, missing := fresh.Completeness()
	if filled != 2 || of != 18 || len(missing) != 16 {
		t.Errorf("a fresh community has %d of %d, without %v", filled, of, missing)
	}
	fresh.Community.Kind = Hobby
	if filled, of, _ = fresh.Completeness(); filled != 2 || of != 16 {
		t.Errorf("a hobby community has %d of %d, want 2 of 16", filled, of)
	}
	fresh.Community.AsksHours = true
	if _, of, _ = fresh.Completeness(); of != 18 {
		t.Errorf("a hobby community that wants sponsors counts %d, want 18", of)
	}
}

// Given each field emptied in turn, that field and no other is missing.
func TestEachFieldIsMissed(t *testing.T) {
	for key, empty := range map[string]func(*Snapshot){
		"name":                func(s *Snapshot) { s.Community.Name = "" },
		"kind":                func(s *Snapshot) { s.Community.Kind = "" },
		"startedOn":           func(s *Snapshot) { s.Community.StartedOn = 0 },
		"leader":              func(s *Snapshot) { s.Community.LeaderID = 99 },
		"leaderHours":         func(s *Snapshot) { s.Community.LeaderHours = HoursNotAgreed },
		"sponsors":            func(s *Snapshot) { s.Sponsors = nil },
		"primaryPurpose":      func(s *Snapshot) { s.Community.PrimaryPurpose = "" },
		"needs":               func(s *Snapshot) { s.Community.Needs = nil },
		"memberBenefits":      func(s *Snapshot) { s.Community.MemberBenefits = nil },
		"stakeholderBenefits": func(s *Snapshot) { s.Community.StakeholderBenefits = nil },
		"domain":              func(s *Snapshot) { s.Community.Domain = "" },
		"whoWeAre":            func(s *Snapshot) { s.Community.WhoWeAre = "" },
		"roleDefinitions":     func(s *Snapshot) { s.RoleDefs = nil },
		"practice":            func(s *Snapshot) { s.Community.Practice = "" },
		"cadenceDays":         func(s *Snapshot) { s.Community.CadenceDays = 0 },
		"channels":            func(s *Snapshot) { s.Channels = nil },
		"measures":            func(s *Snapshot) { s.Measures = nil },
		"reviewOn":            func(s *Snapshot) { s.Community.ReviewOn = 0 },
	} {
		s := demoSnapshot(t)
		empty(s)
		var got []string
		_, of, missing := s.Completeness()
		for _, f := range missing {
			got = append(got, f.Key)
			if f.Label.IsZero() || s.Filled(f.Section) {
				t.Errorf("%s: label %q, section %s filled %v", key, f.Label.Key, f.Section, s.Filled(f.Section))
			}
		}
		if key == "kind" {
			// Without a kind it is no workplace community either.
			if of != 16 {
				t.Errorf("without a kind %d fields count, want 16", of)
			}
		}
		if !slices.Equal(got, []string{key}) {
			t.Errorf("without %s: missing %q", key, got)
		}
	}
	if s := demoSnapshot(t); !s.Filled(SectionPurpose) || !s.Filled(SectionMeasures) {
		t.Error("the demo's sections are filled")
	}
}
