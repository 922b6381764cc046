package data_test

import (
	"fmt"
	"slices"
	"testing"

	. "copleader/data"
)

// Given values noted by hand and a card that was counted, when a measure is read, then the latest stands first: of a day the
// figure that was counted, of two notes the later one, and nothing of days to come or of another measure.
func TestMeasureReadings(t *testing.T) {
	const today Date = 100
	s := &Snapshot{Values: []MeasureValue{
		{ID: 1, MeasureID: 7, On: 50}, {ID: 2, MeasureID: 7, On: 90}, {ID: 3, MeasureID: 8, On: 95},
		{ID: 4, MeasureID: 7, On: 50}, {ID: 5, MeasureID: 7, On: 101}, {ID: 6, MeasureID: 7, On: 100},
	}}
	points := []TrendPoint{{Round: Round{ID: 1, ClosedOn: 20}}, {Round: Round{ID: 2, ClosedOn: 90}, Figures: Figures{Withheld: true}}}
	for name, c := range map[string]struct {
		measure Measure
		want    []string
	}{
		"a card":           {Measure{ID: 7, Kind: MeasureDimension, Card: "value"}, []string{"note 6", "round 2", "note 2", "note 4", "note 1", "round 1"}},
		"no card chosen":   {Measure{ID: 7, Kind: MeasureDimension}, []string{"note 6", "note 2", "note 4", "note 1"}},
		"a number outside": {Measure{ID: 8, Kind: MeasureOutside, Card: "value"}, []string{"note 3"}},
		"never noted":      {Measure{ID: 9, Kind: MeasureOutside}, nil},
		"stories":          {Measure{ID: 7, Kind: MeasureStory}, []string{"0 in half a year", "note 6", "note 2", "note 4", "note 1"}},
		"a figure of ours": {Measure{ID: 8, Kind: MeasureInApp, Counts: CountEvents}, []string{"0", "note 3"}},
		"none chosen":      {Measure{ID: 8, Kind: MeasureInApp}, []string{"note 3"}},
	} {
		var got []string
		for _, r := range s.MeasureReadings(&c.measure, points, today) {
			if r.Counted != nil {
				got = append(got, spoken(r.Counted.Value))
			} else if r.Noted != nil {
				got = append(got, fmt.Sprintf("note %d", r.Noted.ID))
			} else {
				got = append(got, fmt.Sprintf("round %d", r.Point.Round.ID))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s reads %q, want %q", name, got, c.want)
		}
	}
}
