package data

// Counted is a figure the program keeps by itself, which a measure "counted by
// this program" may read.
type Counted struct{ What, Value Phrase }

// CountedFigures are such figures of the window that levels look at, up to today
// (data/README.md, Levels, Sponsors). A number of people below the threshold is
// not told, for measures are read by sponsors too.
func (s *Snapshot) CountedFigures(today Date) []Counted {
	st := s.Standings(today)
	came, attended := st.turnout(s)
	finished, reused := s.workBetween(st.From, today)
	counted := []Counted{{Say("Members"), Say("%d", st.Members)}}
	if st.Enough {
		counted = append(counted,
			Counted{Say("Members who gave something %s", st.Span()), people(st.Gave, st.Members)},
			Counted{Say("Members in the core or active"), people(st.Counts[Core]+st.Counts[Active], st.Members)})
	}
	return append(counted,
		Counted{Say("Members who came to an event"), people(came, st.Members)},
		Counted{Say("Events held"), Say("%d", st.Events)},
		Counted{Say("Attendances"), Say("%d", attended)},
		Counted{Say("Finished on the board"), Say("%d", finished)},
		Counted{Say("Used again"), Say("%d", reused)})
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
// people were.
func (st *Standings) turnout(s *Snapshot) (came, attended int) {
	for i := range st.standings {
		seen := st.standings[i].Evidence.Seen
		attended += seen
		if seen > 0 && s.Members[i].IsMember(st.Until) {
			came++
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
