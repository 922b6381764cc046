package coach_test

import (
	"testing"

	"copleader/data/coach"
	"copleader/data/datatest"
)

// BenchmarkFindings is the price of levels and coach together for 10,000
// members, 1,000 events and 100,000 attendances.
func BenchmarkFindings(b *testing.B) {
	s := datatest.Large(10_000, 1_000, 100_000)
	b.Run("standings", func(b *testing.B) {
		for b.Loop() {
			s.Standings(datatest.Today)
		}
	})
	standings := s.Standings(datatest.Today)
	b.Run("coach", func(b *testing.B) {
		for b.Loop() {
			coach.Findings(s, standings, datatest.Today)
		}
	})
	b.Run("both", func(b *testing.B) {
		for b.Loop() {
			coach.Findings(s, nil, datatest.Today)
		}
	})
}
