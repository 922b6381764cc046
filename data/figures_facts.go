package data

import "slices"

// Criterion is one thing the program looks at, and whether it is so. The
// evidence holds the numbers.
type Criterion struct {
	Key      string // stable name, "held6"
	Label    Phrase
	Met      bool
	Evidence Phrase
}

// AllMet reports whether every criterion is met.
func AllMet(criteria []Criterion) bool {
	return !slices.ContainsFunc(criteria, func(c Criterion) bool { return !c.Met })
}

// MetCount counts the criteria that are met.
func MetCount(criteria []Criterion) int {
	n := 0
	for _, c := range criteria {
		if c.Met {
			n++
		}
	}
	return n
}

// has is a criterion that is met by having at least so many of something.
func has(key string, label Phrase, n, least int) Criterion {
	return Criterion{Key: key, Label: label, Met: n >= least, Evidence: Say("%d; at least %d", n, least)}
}

// facts are the counts that the phases, the stages and the road all look at.
type facts struct {
	snapshot *Snapshot
	today    Date
	held     []Event // the earliest first
	coming   []Event
	closed   []Round
}

func (s *Snapshot) facts(today Date) *facts {
	return &facts{s.Whole(), today, s.HeldEvents(today), s.ComingEvents(today), s.ClosedRounds(today)}
}

// finished counts the artefacts and standards done.
func (f *facts) finished() int {
	n := 0
	for i := range f.snapshot.Items {
		if it := &f.snapshot.Items[i]; it.Reusable() && it.doneBy(f.today) {
			n++
		}
	}
	return n
}

// Reusable reports whether the item, once finished, is an output that others
// can use: an artefact or a standard.
func (i *Item) Reusable() bool { return i.Kind == KindArtefact || i.Kind == KindStandard }

func (i *Item) doneBy(day Date) bool {
	return i.Column == ColumnDone && i.DoneOn != 0 && i.DoneOn <= day
}

// reused counts the outputs that somebody used again.
func (f *facts) reused() int {
	used := map[int64]bool{}
	for i := range f.snapshot.Reuses {
		if r := &f.snapshot.Reuses[i]; r.On <= f.today {
			used[r.ItemID] = true
		}
	}
	n := 0
	for i := range f.snapshot.Items {
		if it := &f.snapshot.Items[i]; it.Reusable() && it.doneBy(f.today) && used[it.ID] {
			n++
		}
	}
	return n
}

// stories counts the value stories of the given cycles, or of all.
func (f *facts) stories(cycles ...ValueCycle) int {
	n := 0
	for i := range f.snapshot.Stories {
		st := &f.snapshot.Stories[i]
		if st.On <= f.today && (len(cycles) == 0 || slices.Contains(cycles, st.Cycle)) {
			n++
		}
	}
	return n
}

// AppliedOrBeyond are the value cycles that tell of a use or its effect.
var AppliedOrBeyond = []ValueCycle{CycleApplied, CycleRealised, CycleReframing}

// joinedAfter counts the members who joined after the day and are still here.
func (f *facts) joinedAfter(day Date) int {
	n := 0
	for i := range f.snapshot.Members {
		if m := &f.snapshot.Members[i]; m.IsMember(f.today) && m.JoinedOn > day {
			n++
		}
	}
	return n
}

// formatsOf counts the different formats of events.
func formatsOf(events []Event) int {
	formats := map[string]bool{}
	for i := range events {
		formats[events[i].Format] = true
	}
	return len(formats)
}

// chosenFormats counts the formats of all events held or on the calendar.
func (f *facts) chosenFormats() int {
	return formatsOf(slices.Concat(f.held, f.coming))
}

// items counts the items that were there by today.
func (f *facts) items() int {
	n := 0
	for i := range f.snapshot.Items {
		if f.snapshot.Items[i].CreatedOn <= f.today {
			n++
		}
	}
	return n
}

// lastOf is the end of a list of events, at most n of them.
func lastOf(events []Event, n int) []Event { return events[max(0, len(events)-n):] }

// LedByLeader counts the events facilitated by whoever led on their day.
func (s *Snapshot) LedByLeader(events []Event) int {
	led := 0
	for i := range events {
		leader := s.LeaderOn(events[i].On)
		if slices.ContainsFunc(s.EventRoles, func(r EventRole) bool {
			return r.EventID == events[i].ID && r.Part == PartFacilitator && r.MemberID == leader && leader != 0
		}) {
			led++
		}
	}
	return led
}

// WorksheetText is the latest answer to a question of a worksheet, with its day.
func (s *Snapshot) WorksheetText(question string, today Date) (WorksheetAnswer, bool) {
	var latest WorksheetAnswer
	for _, w := range s.Worksheets {
		if w.Question == question && w.On <= today && w.On >= latest.On {
			latest = w
		}
	}
	return latest, latest.Text != ""
}

// Turnout compares how many members came lately with how many came before.
type Turnout struct {
	Now, Before int // attendances of three events each
	SameFormat  bool
}

// Fallen reports whether fewer than seven tenths came (data/README.md, Coach,
// C09).
func (t Turnout) Fallen() bool { return t.FallenBelow(70) }

// FallenBelow reports whether fewer came than so many percent of those before.
func (t Turnout) FallenBelow(percent int) bool { return 100*t.Now < percent*t.Before }

// Turnout compares the last three events with the three before; where each of
// the last three has an earlier event of its own format within half a year, with
// those, for a lab never draws what a talk does. ok is false with fewer than six
// events.
func (s *Snapshot) Turnout(today Date) (turnout Turnout, ok bool) {
	return s.turnoutOf(s.HeldEvents(today), today)
}

func (s *Snapshot) turnoutOf(held []Event, today Date) (turnout Turnout, ok bool) {
	if len(held) < 6 {
		return Turnout{}, false
	}
	recent, earlier := held[len(held)-3:], held[:len(held)-3]
	lately := slices.IndexFunc(earlier, func(e Event) bool { return today.Sub(e.On) < halfYear })
	if pairs, all := sameFormatBefore(recent, earlier[max(0, lately):]); lately >= 0 && all {
		turnout.SameFormat = true
		earlier = pairs
	}
	for i, n := range s.membersAt(slices.Concat(recent, earlier[len(earlier)-3:])) {
		if i < len(recent) {
			turnout.Now += n
		} else {
			turnout.Before += n
		}
	}
	return turnout, true
}

// sameFormatBefore finds for each recent event the latest earlier one of its
// format, each used once.
func sameFormatBefore(recent, earlier []Event) (pairs []Event, all bool) {
	used := map[int64]bool{}
	for i := range recent {
		for j := len(earlier) - 1; j >= 0; j-- {
			if earlier[j].Format == recent[i].Format && !used[earlier[j].ID] {
				used[earlier[j].ID] = true
				pairs = append(pairs, earlier[j])
				break
			}
		}
	}
	return pairs, len(pairs) == len(recent)
}

// membersAt counts the members who were at each of the events, in their order;
// guests are not among them.
func (s *Snapshot) membersAt(events []Event) []int {
	came := make([]int, len(events))
	places := indexOf(events, func(e *Event) int64 { return e.ID })
	for i := range s.Attendance {
		if a := &s.Attendance[i]; a.Present {
			if at := places.find(a.EventID); at >= 0 {
				came[at]++
			}
		}
	}
	return came
}

// halfYear is 26 weeks in days.
const halfYear = 182

// WindDown lists the five signs that a community is ending (data/README.md,
// Coach, C25); Met means the sign is there. ok is false for a community under half
// a year old and for one that pauses.
func (s *Snapshot) WindDown(today Date) (signs []Criterion, ok bool) {
	if s.Community.StartedOn == 0 || today.Sub(s.Community.StartedOn) < halfYear || s.Community.Paused(today) {
		return nil, false
	}
	held := s.HeldEvents(today)
	return []Criterion{s.fewerCome(held, today), s.lessFinished(held, today), s.nobodyProposes(held, today), s.fewAnswer(today),
		{"retrospective", Say("Nobody brings anything to a retrospective"), emptyRetrospective(held), Phrase{}}}, true
}

func (s *Snapshot) fewerCome(held []Event, today Date) Criterion {
	c := Criterion{Key: "turnout", Label: Say("Fewer people come"), Evidence: Say("fewer than six events to compare")}
	if turnout, known := s.turnoutOf(held, today); known {
		c.Met = turnout.FallenBelow(s.Thresholds().Coach.TurnoutPercent)
		c.Evidence = Say("%d came to the last three events, %d to those before", turnout.Now, turnout.Before)
	}
	return c
}

func (s *Snapshot) lessFinished(held []Event, today Date) Criterion {
	days := max(90, 3*s.Community.CadenceDays)
	now, before := s.doneWithin(today, days), s.doneWithin(today.AddDays(-days), days)
	return Criterion{Key: "outputs", Label: Say("Less gets finished"), Met: s.meets(held, today, days) && 2*now < before,
		Evidence: Say("%d finished in %d days, %d in the %d before", now, days, before, days)}
}

func (s *Snapshot) nobodyProposes(held []Event, today Date) Criterion {
	days := max(60, 3*s.Community.CadenceDays)
	items, own, others := s.proposedWithin(today, days)
	c := Criterion{Key: "proposals", Label: Say("No proposal by others is noted"), Met: s.meets(held, today, days) && others == 0,
		Evidence: SayCount(others, "%d proposal by others in %d days", "%d proposals by others in %d days", days)}
	switch items {
	case 0:
		c.Label = Say("Nobody proposes")
	case own:
		c.Label = Say("Only the leader proposes")
	}
	return c
}

func (s *Snapshot) fewAnswer(today Date) Criterion {
	c := Criterion{Key: "replies", Label: Say("Few answer the health check"), Evidence: Say("no health check yet")}
	round, asked := s.LastRound(today)
	if !asked {
		return c
	}
	res := s.ClosedResult(round.ID)
	if c.Evidence = res.Answered(); res.HasRate() {
		c.Met, c.Evidence = 100*res.Returned < 40*res.Invited, Say("%d %% answered", res.Percent())
	}
	return c
}

// meets reports whether events take place in the days up to today, so that people
// could finish and propose things there. After a long silence both count all the
// same: then the silence is the sign.
func (s *Snapshot) meets(held []Event, today Date, days int) bool {
	n, cadence := 0, s.Community.CadenceDays
	for i := range held {
		if today.Sub(held[i].On) < days {
			n++
		}
	}
	if len(held) == 0 || today.Sub(held[len(held)-1].On) >= max(halfYear, 3*cadence) {
		return true
	}
	return n > 0 && (cadence <= 0 || 2*n*cadence >= days)
}

// doneWithin counts the items finished in the days up to a day.
func (s *Snapshot) doneWithin(until Date, days int) int {
	n := 0
	for i := range s.Items {
		if it := &s.Items[i]; it.doneBy(until) && until.Sub(it.DoneOn) < days {
			n++
		}
	}
	return n
}

// proposedWithin counts the items of the days up to today: all, those the leader
// proposed, and those others did; of some nobody noted who did.
func (s *Snapshot) proposedWithin(today Date, days int) (items, own, others int) {
	for i := range s.Items {
		it := &s.Items[i]
		if it.CreatedOn > today || today.Sub(it.CreatedOn) >= days {
			continue
		}
		items++
		switch {
		case it.FromSurvey:
			others++
		case it.ProposerID == 0:
		case it.ProposerID == s.Community.LeaderID:
			own++
		default:
			others++
		}
	}
	return items, own, others
}

// emptyRetrospective reports whether nobody brought anything to the last one;
// one where nobody counted says nothing.
func emptyRetrospective(held []Event) bool {
	for i := len(held) - 1; i >= 0; i-- {
		if held[i].Format == "retrospective" {
			return held[i].Brought == 0
		}
	}
	return false
}
