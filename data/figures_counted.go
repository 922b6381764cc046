package data

// CountKey names a figure that the program keeps by itself.
type CountKey string

// The figures that a measure "counted by this program" may read; "" is none of them.
const (
	CountMembers     CountKey = "members"
	CountGave        CountKey = "gave"
	CountNear        CountKey = "near"
	CountCame        CountKey = "came"
	CountEvents      CountKey = "events"
	CountAttendances CountKey = "attendances"
	CountFinished    CountKey = "finished"
	CountReused      CountKey = "reused"
)

// CountKeys lists the figures in the order they are offered.
var CountKeys = []CountKey{CountMembers, CountGave, CountNear, CountCame, CountEvents, CountAttendances, CountFinished, CountReused}

// Phrase is what is counted.
func (k CountKey) Phrase() Phrase {
	switch k {
	case CountMembers:
		return Say("Members")
	case CountGave:
		return Say("Members who gave something")
	case CountNear:
		return Say("Members in the core or active")
	case CountCame:
		return Say("Members who came to an event")
	case CountEvents:
		return Say("Events held")
	case CountAttendances:
		return Say("Attendances")
	case CountFinished:
		return Say("Finished on the board")
	case CountReused:
		return Say("Used again")
	}
	return Say("None of these")
}

// Counted is a figure the program keeps by itself.
type Counted struct {
	Key         CountKey
	What, Value Phrase
	Span        Phrase // "in half a year", where neither of them says over which time it was counted
}

// countedFor is what the program counts for a measure: the figure it names, or for
// one of stories how many were told in the window.
func (s *Snapshot) countedFor(m *Measure, today Date) (Counted, bool) {
	switch m.Kind {
	case MeasureInApp:
		for _, c := range s.CountedFigures(today) {
			if c.Key == m.Counts {
				return c, true
			}
		}
	case MeasureStory:
		st, told := s.Standings(today), 0
		for i := range s.Stories {
			if s.Stories[i].On.Within(st.From, today) {
				told++
			}
		}
		return Counted{What: Say("Value stories"), Value: Say("%d %s", told, st.Span())}, true
	}
	return Counted{}, false
}

// CountedFigures are such figures of the window that levels look at, up to today
// (data/README.md, Levels, Sponsors). A number of people below the threshold is
// not told, for measures are read by sponsors too.
func (s *Snapshot) CountedFigures(today Date) []Counted {
	st := s.Standings(today)
	came, attended := st.turnout(s)
	finished, reused := s.workBetween(st.From, today)
	figures := []Counted{figureOf(CountMembers, Say("%d", st.Members))}
	if st.Enough {
		figures = append(figures,
			Counted{Key: CountGave, What: CountGave.Phrase(), Value: people(st.Gave, st.Members), Span: st.Span()},
			figureOf(CountNear, st.near()))
	}
	whoCame, howOften := people(came, st.Members), Say("%d", attended)
	if st.NotNoted {
		whoCame, howOften = Say("not noted"), Say("not noted")
	}
	within := func(key CountKey, value Phrase) Counted {
		return Counted{Key: key, What: key.Phrase(), Value: value, Span: st.Span()}
	}
	return append(figures,
		within(CountCame, whoCame),
		within(CountEvents, Say("%d", st.Events)),
		within(CountAttendances, howOften),
		within(CountFinished, Say("%d", finished)),
		within(CountReused, Say("%d", reused)))
}

func figureOf(key CountKey, value Phrase) Counted {
	return Counted{Key: key, What: key.Phrase(), Value: value}
}

// near says how many are core or active; where the number of the active is covered it
// would give that away, for the core is told.
func (st *Standings) near() Phrase {
	if st.CoveredLevels()[Active].Cover != Shown {
		return Say("withheld")
	}
	return people(st.Counts[Core]+st.Counts[Active], st.Members)
}

// people words how many of all members something is true of.
func people(n, of int) Phrase {
	switch {
	case n > 0 && of < MinGroupSize:
		return Say("fewer than %d", MinGroupSize)
	case n > 0 && n < MinGroupSize:
		return Say("fewer than %d of %d", MinGroupSize, of)
	}
	return Say("%d of %d", n, of)
}

// turnout counts the members who were at an event of the window, and how often
// people were, before they joined too, as reports count.
func (st *Standings) turnout(s *Snapshot) (came, attended int) {
	for i := range st.standings {
		if st.standings[i].Evidence.Seen > 0 && s.Members[i].IsMember(st.Until) {
			came++
		}
	}
	held := map[int64]bool{}
	for i := range s.Events {
		if e := &s.Events[i]; e.HeldBy(st.Until) && e.On >= st.From {
			held[e.ID] = true
		}
	}
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.Present && held[a.EventID] {
			attended++
		}
	}
	return came, attended
}

// workBetween counts what was finished from one day to another, and how often
// something was used again.
func (s *Snapshot) workBetween(from, until Date) (finished, reused int) {
	for i := range s.Items {
		if done := s.Items[i].DoneOn; done >= from && done <= until {
			finished++
		}
	}
	for i := range s.Reuses {
		if on := s.Reuses[i].On; on >= from && on <= until {
			reused++
		}
	}
	return finished, reused
}
