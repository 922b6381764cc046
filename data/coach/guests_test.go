package coach_test

import (
	"testing"

	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/demo"
)

// Given the demo as guests see it, then the coach speaks of nobody and leads to nobody, but says of the community what it says otherwise.
func TestGuestsAreToldOfNobody(t *testing.T) {
	s, err := demo.Snapshot(datatest.Today)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, f := range coach.Findings(s.ForGuests(), nil, datatest.Today) {
		shown[f.Rule] = true
		if f.AboutPerson() || len(f.Offer.Among) > 0 || f.Offer.Level != "" {
			t.Errorf("%s speaks of somebody", f.Rule)
		}
	}
	for _, f := range coach.Findings(s, nil, datatest.Today) {
		if about := f.AboutPerson() || len(f.Offer.Among) > 0 || f.Offer.Level != ""; shown[f.Rule] == about {
			t.Errorf("%s: about somebody %v, shown %v", f.Rule, about, shown[f.Rule])
		}
	}
}

// Given news of somebody and somebody to thank, then guests read neither.
func TestGuestsReadNoNewsOfAnybody(t *testing.T) {
	s, err := demo.Snapshot(datatest.Today)
	if err != nil {
		t.Fatal(err)
	}
	last := coach.Visit{On: s.Community.StartedOn}
	if _, thanks := coach.Thanks(s.ForGuests(), last.On, datatest.Today); thanks {
		t.Error("guests read whom to thank")
	}
	named := 0
	for _, n := range coach.Since(s, last, datatest.Today) {
		if n.MemberID != 0 {
			named++
		}
	}
	for _, n := range coach.Since(s.ForGuests(), last, datatest.Today) {
		if n.MemberID != 0 {
			t.Errorf("news of somebody: %v", n)
		}
	}
	asked := coach.JoiningDays(s.ForGuests(), datatest.Today)
	if named == 0 || asked.Asked() {
		t.Errorf("%d news of somebody to leave out", named)
	}
}
