package data

import "slices"

// Principles are the seven principles of cultivating a community, each with one
// signal the program can see (data/README.md, Principles).
func (s *Snapshot) Principles(today Date) []Criterion {
	f := s.facts(today)
	return []Criterion{
		f.evolution(),
		f.dialogue(),
		f.spread(),
		f.spaces(),
		f.value(),
		f.familiarAndNew(),
		f.rhythm(),
	}
}

func (f *facts) evolution() Criterion {
	c := Criterion{Key: "evolution", Label: Say("Room to evolve"), Met: f.snapshot.reviewedWithin(f.today, 365)}
	var last Date
	for _, v := range f.snapshot.Versions {
		if v.AgreedOn <= f.today {
			last = max(last, v.AgreedOn)
		}
	}
	c.Evidence = Say("no version of the charter agreed yet")
	if last != 0 {
		c.Evidence = Say("charter last agreed on %s", last)
	}
	return c
}

func (f *facts) dialogue() Criterion {
	var last Event
	for _, e := range f.held {
		if e.Guests > 0 || e.Format == "guest" {
			last = e
		}
	}
	c := Criterion{Key: "dialogue", Label: Say("Voices from inside and outside"), Evidence: Say("no guest yet")}
	if last.On != 0 {
		c.Met = f.today.Sub(last.On) < halfYear
		c.Evidence = Say("guests last came on %s", last.On)
	}
	return c
}

// spread is met when three of the four levels of members have somebody.
func (f *facts) spread() Criterion {
	standings := f.snapshot.Standings(f.today)
	c := Criterion{Key: "levels", Label: Say("Different levels of participation")}
	if !standings.Enough {
		c.Evidence = Say("not enough events yet")
		return c
	}
	levels := 0
	for _, level := range []Level{Core, Active, Occasional, Peripheral} {
		if standings.Counts[level] > 0 {
			levels++
		}
	}
	c.Met = levels >= 3
	if standings.NotNoted {
		c.Evidence = Say("%d core, %d active, %d occasional; who came was not noted", standings.Counts[Core],
			standings.Counts[Active], standings.Counts[Occasional])
		return c
	}
	c.Evidence = Say("%d core, %d active, %d occasional, %d peripheral", standings.Counts[Core],
		standings.Counts[Active], standings.Counts[Occasional], standings.Counts[Peripheral])
	return c
}

func (f *facts) spaces() Criterion {
	n := 0
	for i := range f.snapshot.FollowUps {
		u := &f.snapshot.FollowUps[i]
		if u.MemberID != 0 && u.On <= f.today && f.today.Sub(u.On) < halfYear {
			n++
		}
	}
	return Criterion{Key: "spaces", Label: Say("Public and private spaces"), Met: n > 0,
		Evidence: SayCount(n, "%d word with a member noted in half a year", "%d words with members noted in half a year")}
}

func (f *facts) value() Criterion {
	n := f.stories()
	return Criterion{Key: "value", Label: Say("Focus on value"), Met: n > 0,
		Evidence: SayCount(n, "%d value story", "%d value stories")}
}

// familiarAndNew is met unless four of the last five events had one format
// (data/README.md, Coach, C08).
func (f *facts) familiarAndNew() Criterion {
	last := lastOf(f.held, 5)
	same, most := map[string]int{}, 0
	for i := range last {
		same[last[i].Format]++
		most = max(most, same[last[i].Format])
	}
	return Criterion{Key: "formats", Label: Say("The familiar and the exciting"), Met: len(same) > 1 && most < 4,
		Evidence: Say("%s in the last %s", SayCount(len(same), "%d format", "%d formats"), events(len(last)))}
}

// rhythm is met when the spacing of the last events stays within half and one
// and a half times the cadence, or of their own middle spacing without one.
func (f *facts) rhythm() Criterion {
	last := lastOf(f.held, 6)
	c := Criterion{Key: "rhythm", Label: Say("A steady rhythm"), Evidence: Say("too few events to tell")}
	if len(last) < 3 {
		return c
	}
	var gaps []int
	for i := 1; i < len(last); i++ {
		gaps = append(gaps, last[i].On.Sub(last[i-1].On))
	}
	slices.Sort(gaps)
	shortest, longest := gaps[0], gaps[len(gaps)-1]
	usual := f.snapshot.Community.CadenceDays
	c.Evidence = Say("%d to %d days apart; planned: %d", shortest, longest, usual)
	if usual <= 0 {
		usual = gaps[len(gaps)/2]
		c.Evidence = Say("%d to %d days apart", shortest, longest)
	}
	c.Met = 2*shortest >= usual && 2*longest <= 3*usual
	return c
}
