package data

import "slices"

// RoadStep is one step of the introduction road (data/README.md, Road).
type RoadStep struct {
	Number int // 1–21
	Title  Phrase
	Means  Phrase // what must be so
	// Reached is what counts: the leader's own tick or untick, else whether the
	// program sees it now or once saw it.
	Reached bool
	Seen    bool // by the program, now
	ByHand  bool // the leader ticked or unticked it
	On      Date // the day of the mark, 0 for none
}

// Road is the introduction road: the steps that count for this community.
type Road struct {
	Steps   []RoadStep
	Reached int
}

// Open lists the steps not yet reached.
func (r Road) Open() []RoadStep {
	return slices.DeleteFunc(slices.Clone(r.Steps), func(s RoadStep) bool { return s.Reached })
}

// NewlySeen lists the steps the program sees for the first time; they are to be
// marked, so that a step once reached stays reached.
func (r Road) NewlySeen() []int {
	var steps []int
	for _, s := range r.Steps {
		if s.Seen && s.On == 0 {
			steps = append(steps, s.Number)
		}
	}
	return steps
}

// Road says how far the community has come on the introduction road. The step
// to win a sponsor counts only where the community wants sponsors
// (data/README.md, Charter).
func (s *Snapshot) Road(today Date) Road {
	marks := s.roadMarks(today)
	f := s.facts(today)
	var road Road
	for _, step := range roadSteps {
		if step.number == 4 && !s.Community.WantsSponsors() {
			continue
		}
		r := RoadStep{Number: step.number, Title: step.title, Means: step.means, Seen: step.seen(f)}
		r.Reached = r.Seen
		if mark, marked := marks[step.number]; marked && (mark.ByHand || mark.Ticked) {
			r.Reached, r.ByHand, r.On = mark.Ticked, mark.ByHand, mark.On
		}
		if r.Reached {
			road.Reached++
		}
		road.Steps = append(road.Steps, r)
	}
	return road
}

// roadMarks is the mark in force for each step: the leader's word before the
// program's, the later before the earlier.
func (s *Snapshot) roadMarks(today Date) map[int]RoadMark {
	marks := map[int]RoadMark{}
	for _, m := range s.RoadMarks {
		before, marked := marks[m.Step]
		if m.On > today || !m.ByHand && !m.Ticked || marked && before.ByHand && !m.ByHand {
			continue
		}
		if !marked || m.ByHand != before.ByHand || m.On >= before.On {
			marks[m.Step] = m
		}
	}
	return marks
}

// roadSteps are the steps with what the program sees of each.
var roadSteps = []struct {
	number int
	title  Phrase
	means  Phrase
	seen   func(*facts) bool
}{
	{1, Phrase{Key: "Sense the need"}, Phrase{Key: "Talk with three to five likely members; no such community exists yet."},
		func(*facts) bool { return false }},
	{2, Phrase{Key: "Write the goals together"}, Phrase{Key: "Purpose, needs and benefits stand in the charter."},
		func(f *facts) bool { return f.snapshot.Filled(SectionPurpose) }},
	{3, Phrase{Key: "Name the subject and its limits"}, Phrase{Key: "The subject and the mandate stand in the charter."},
		func(f *facts) bool {
			c := &f.snapshot.Community
			return c.Domain != "" && len(c.MayDecide)+len(c.MayPropose)+len(c.NotOurs) > 0
		}},
	{4, Phrase{Key: "Win a sponsor"}, Phrase{Key: "A sponsor has said yes, and hours for leading are agreed."},
		func(f *facts) bool { return len(f.snapshot.Sponsors) > 0 && f.snapshot.Community.LeaderHours >= 0 }},
	{5, Phrase{Key: "Gather volunteers"}, Phrase{Key: "Five members, two of them in the core team beside the leader."},
		func(f *facts) bool {
			return f.snapshot.ManyPeople(f.today) >= 5 && f.snapshot.besideLeader(f.today) >= 2
		}},
	{6, Phrase{Key: "Hold the vision workshop"}, Phrase{Key: "The workshop was held, and the canvas is there."},
		func(f *facts) bool { return f.heldFormat(VisionWorkshop) }},
	{7, Phrase{Key: "Choose a name and a leader"}, Phrase{Key: "Both stand in the charter."},
		func(f *facts) bool {
			_, led := f.snapshot.Leader()
			return led && f.snapshot.Community.Name != ""
		}},
	{8, Phrase{Key: "Publish canvas and charter"}, Phrase{Key: "Both were made and can be found."},
		func(f *facts) bool { return f.published() }},
	{9, Phrase{Key: "Open channels, agree a rhythm"}, Phrase{Key: "Channels and the spacing of events stand in the charter."},
		func(f *facts) bool { return len(f.snapshot.Channels) > 0 && f.snapshot.Community.CadenceDays > 0 }},
	{10, Phrase{Key: "Start the backlog together"}, Phrase{Key: "Ten items from three people."},
		func(f *facts) bool { return f.items() >= 10 && f.proposers() >= 3 }},
	{11, Phrase{Key: "Plan the first three events"}, Phrase{Key: "Three events in two formats are on the calendar or behind you."},
		func(f *facts) bool { return len(f.held)+len(f.coming) >= 3 && f.chosenFormats() >= 2 }},
	{12, Phrase{Key: "Hold the first event"}, Phrase{Key: "It was held, and its minutes are out."},
		func(f *facts) bool { return f.minutesOut() }},
	{13, Phrase{Key: "Ask for feedback each time"}, Phrase{Key: "Three events have three votes on whether they were worth the time."},
		func(f *facts) bool { return f.votedEvents() >= 3 }},
	{14, Phrase{Key: "A first tangible output"}, Phrase{Key: "One artefact or standard is finished."},
		func(f *facts) bool { return f.finished() > 0 }},
	{15, Phrase{Key: "A welcome path for newcomers"}, Phrase{Key: "Its steps are written down, and the first newcomer was guided."},
		func(f *facts) bool { return f.welcomes() }},
	{16, Phrase{Key: "The first retrospective"}, Phrase{Key: "It led to at least one action."},
		func(f *facts) bool { return f.retrospectiveAction() }},
	{17, Phrase{Key: "The first health check"}, Phrase{Key: "A round was closed."},
		func(f *facts) bool { return len(f.closed) > 0 }},
	{18, Phrase{Key: "Agree a step on a health card"}, Phrase{Key: "One item that answers a card is finished."},
		func(f *facts) bool {
			return slices.ContainsFunc(f.snapshot.Items, func(i Item) bool { return i.Card != "" && i.doneBy(f.today) })
		}},
	{19, Phrase{Key: "The first value story"}, Phrase{Key: "One story is written down."},
		func(f *facts) bool { return f.stories() > 0 }},
	{20, Phrase{Key: "First sponsor report"}, Phrase{Key: "A report was sent."},
		func(f *facts) bool {
			return slices.ContainsFunc(f.snapshot.Reports, func(r SponsorReport) bool { return r.SentOn != 0 && r.SentOn <= f.today })
		}},
	{21, Phrase{Key: "Yearly review of the charter"}, Phrase{Key: "After a year, a new version was agreed within twelve months."},
		func(f *facts) bool { return f.yearlyReview() }},
}

func (f *facts) heldFormat(format string) bool {
	return slices.ContainsFunc(f.held, func(e Event) bool { return e.Format == format })
}

// besideLeader counts the core team without the leader.
func (s *Snapshot) besideLeader(today Date) int {
	n := 0
	for _, m := range s.CoreTeam(today) {
		if m.ID != s.Community.LeaderID {
			n++
		}
	}
	return n
}

// published reports whether charter or poster were made and an archive with a
// link says where they are.
func (f *facts) published() bool {
	made := slices.ContainsFunc(f.snapshot.Exports, func(e Export) bool {
		return e.On <= f.today && (e.Name == "charter" || e.Name == "poster")
	})
	return made && slices.ContainsFunc(f.snapshot.Channels, func(c Channel) bool { return c.Use == UseArchive && c.Link != "" })
}

// proposers counts who proposed items; a survey's voices count as one.
func (f *facts) proposers() int {
	who := map[int64]bool{}
	for i := range f.snapshot.Items {
		if it := &f.snapshot.Items[i]; it.CreatedOn <= f.today && (it.ProposerID != 0 || it.FromSurvey) {
			who[it.ProposerID] = true
		}
	}
	return len(who)
}

// minutesOut reports whether minutes of a held event are published.
func (f *facts) minutesOut() bool {
	return slices.ContainsFunc(f.snapshot.Minutes, func(m Minutes) bool {
		e, ok := f.snapshot.EventByID(m.EventID)
		return ok && e.HeldBy(f.today) && m.PublishedOn != 0 && m.PublishedOn <= f.today
	})
}

// votedEvents counts the held events with three votes on the time invested.
func (f *facts) votedEvents() int {
	n := 0
	for i := range f.snapshot.Roti {
		e, ok := f.snapshot.EventByID(f.snapshot.Roti[i].EventID)
		if ok && e.HeldBy(f.today) && f.snapshot.Roti[i].Votes.Sum() >= 3 {
			n++
		}
	}
	return n
}

func (f *facts) welcomes() bool {
	_, written := f.snapshot.WorksheetText("grow.joining", f.today)
	return written && slices.ContainsFunc(f.snapshot.Contributions, func(c Contribution) bool {
		return c.Kind == Welcomed && c.On <= f.today
	})
}

func (f *facts) retrospectiveAction() bool {
	return slices.ContainsFunc(f.snapshot.Items, func(i Item) bool {
		e, ok := f.snapshot.EventByID(i.EventID)
		return i.Kind == KindAction && ok && e.Format == "retrospective" && e.HeldBy(f.today)
	})
}

// yearlyReview asks for a year behind the community: versions of its first
// months are first versions, not reviews.
func (f *facts) yearlyReview() bool {
	started := f.snapshot.Community.StartedOn
	return started != 0 && f.today.Sub(started) >= 365 && f.snapshot.reviewedWithin(f.today, 365)
}

// reviewedWithin reports whether a version of the charter was agreed in the days
// up to today.
func (s *Snapshot) reviewedWithin(today Date, days int) bool {
	return slices.ContainsFunc(s.Versions, func(v CharterVersion) bool {
		return v.AgreedOn <= today && today.Sub(v.AgreedOn) <= days
	})
}
