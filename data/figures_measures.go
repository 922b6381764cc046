package data

import (
	"cmp"
	"slices"
)

// MeasureReading is what a measure read on a day: noted by hand, or counted in a
// round of the health check.
type MeasureReading struct {
	On      Date
	Noted   *MeasureValue // nil for one that was counted
	Counted *Counted      // by the program, today; nil for any other
	// Point is the round it was counted in. It may be withheld, which is not the
	// same as no reading (data/README.md, Confidentiality).
	Point TrendPoint
}

// MeasureReadings are what a measure read up to today, the latest first, so that
// the first one is how it stands now. The points are those of its card, as far as
// the reader may see them; a measure of another kind takes none. Of the same day
// what was counted comes first, since a note of that day repeats it at best, and
// of two notes the later one.
func (s *Snapshot) MeasureReadings(m *Measure, points []TrendPoint, today Date) []MeasureReading {
	var all []MeasureReading
	if c, counts := s.countedFor(m, today); counts {
		all = append(all, MeasureReading{On: today, Counted: &c})
	}
	if m.Kind == MeasureDimension && m.Card != "" {
		for _, p := range slices.Backward(points) {
			all = append(all, MeasureReading{On: p.Round.ClosedOn, Point: p})
		}
	}
	for i := range slices.Backward(s.Values) {
		if v := &s.Values[i]; v.MeasureID == m.ID && v.On <= today {
			all = append(all, MeasureReading{On: v.On, Noted: v})
		}
	}
	slices.SortStableFunc(all, func(a, b MeasureReading) int { return cmp.Compare(b.On, a.On) })
	return all
}
