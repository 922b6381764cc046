package data

import "time"

// LevelMove is one member whose level changed; closer and further are both
// normal and healthy (data/README.md, Levels).
type LevelMove struct {
	MemberID int64
	From, To Level
}

// QuarterMoves tells who came, went and moved within a quarter of a year.
type QuarterMoves struct {
	From, Until Date // the quarter's first and last day; the present one ends today
	Joined      []int64
	Left        []int64
	Closer      []LevelMove // towards the centre
	Further     []LevelMove
	// Compared tells whether levels were known at both ends.
	Compared bool
}

// LevelMoves tells who moved in each of the last quarters, the present one last. All
// follows from dated rows: joined, left, attendances, acts, levels declared.
func (s *Snapshot) LevelMoves(today Date, quarters int) []QuarterMoves {
	if quarters <= 0 || today <= 0 {
		return nil
	}
	start := quarterOf(today, 1-quarters)
	before := s.standingsOn(start.AddDays(-1), s.LeaderOn(start.AddDays(-1)))
	moves := make([]QuarterMoves, quarters)
	for i := range moves {
		q := &moves[i]
		q.From = quarterOf(today, i+1-quarters)
		q.Until = min(today, quarterOf(today, i+2-quarters).AddDays(-1))
		after := s.standingsOn(q.Until, s.LeaderOn(q.Until))
		q.comings(s)
		q.levels(s, before, after)
		before = after
	}
	return moves
}

// quarterOf is the first day of the calendar quarter n quarters after the day's own.
func quarterOf(day Date, n int) Date {
	year, month, _ := day.Civil()
	first := time.Month((int(month)-1)/3*3 + 1)
	return NewDate(year, first+time.Month(3*n), 1)
}

func (q *QuarterMoves) comings(s *Snapshot) {
	for i := range s.Members {
		m := &s.Members[i]
		if m.Kind != KindMember {
			continue
		}
		if m.JoinedOn.Within(q.From, q.Until) {
			q.Joined = append(q.Joined, m.ID)
		}
		if m.LeftOn.Within(q.From, q.Until) {
			q.Left = append(q.Left, m.ID)
		}
	}
}

func (q *QuarterMoves) levels(s *Snapshot, before, after *Standings) {
	if q.Compared = before.Enough && after.Enough; !q.Compared {
		return
	}
	for i := range s.Members {
		b, a := &before.standings[i], &after.standings[i]
		if b.Effective == "" || a.Effective == "" || a.Evidence.Contact {
			continue
		}
		move := LevelMove{s.Members[i].ID, b.Effective, a.Effective}
		switch from, to := distance(b.Effective), distance(a.Effective); {
		case to < from:
			q.Closer = append(q.Closer, move)
		case to > from:
			q.Further = append(q.Further, move)
		}
	}
}

// distance is how far a level is from the centre.
func distance(level Level) int {
	for i, l := range Levels {
		if l == level {
			return i
		}
	}
	return len(Levels)
}
