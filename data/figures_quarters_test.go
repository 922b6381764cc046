package data_test

import (
	"testing"

	"copleader/data/datatest"
)

// One member's standing reckoned alone is the same as among everybody, for each of the demo's members and on each quarter's end;
// before three events were held there is none.
func TestQuarterStandings(t *testing.T) {
	t.Parallel()
	s := datatest.Large(24, 10, 0)
	for i := range s.Members {
		id := s.Members[i].ID
		quarters := s.QuarterStandings(id, datatest.Today, 3)
		if len(quarters) != 3 || quarters[2].Until.String() != "2026-09-30" || quarters[0].Until.String() != "2026-03-31" {
			t.Fatalf("quarters: %+v", quarters)
		}
		for _, q := range quarters {
			want := s.Standings(q.Until).ByMember(id) // the demo has had one leader all along
			if q.Inferred != want.Inferred || q.Effective != want.Effective || q.Evidence != want.Evidence {
				t.Errorf("%d on %s: %+v, want %+v", id, q.Until, q.Standing, want)
			}
		}
		if quarters[0].Inferred != "" || s.Members[i].JoinedOn <= quarters[2].Until && quarters[2].Inferred == "" {
			t.Errorf("%d: %q, then %q", id, quarters[0].Inferred, quarters[2].Inferred)
		}
	}
	if s.QuarterStandings(1, datatest.Today, 0) != nil || len(s.QuarterStandings(99, datatest.Today, 2)) != 2 {
		t.Error("no quarters, or a stranger, are not answered quietly")
	}
}
