package coach_test

import "copleader/data"

func ideas(created ...int) change {
	return func(s *data.Snapshot) {
		s.Items[0].Column = data.ColumnPlanned
		for _, n := range created {
			addItem(s, data.Item{Kind: data.KindEventIdea, Column: data.ColumnIdea, CreatedOn: day(n), ProposerID: 4})
		}
	}
}

func doing(since ...int) change {
	return func(s *data.Snapshot) {
		for _, n := range since {
			addItem(s, data.Item{Kind: data.KindReuse, Column: data.ColumnDoing, CreatedOn: day(-80), StartedOn: day(n), ProposerID: 4})
		}
	}
}

// proposed replaces the items by so many of the leader's and of others.
func proposed(own, others int) change {
	return func(s *data.Snapshot) {
		s.Items = nil
		for i := range own + others {
			it := data.Item{Kind: data.KindReuse, Column: data.ColumnPlanned, CreatedOn: day(-30), ProposerID: 1}
			if i >= own {
				it.ProposerID = 0
				it.FromSurvey = true
			}
			addItem(s, it)
		}
	}
}

func request(created ...int) change {
	return func(s *data.Snapshot) {
		for _, n := range created {
			addItem(s, data.Item{Kind: data.KindHelpRequest, Column: data.ColumnReady, CreatedOn: day(n), ProposerID: 4})
		}
	}
}

func done(n int) change {
	return func(s *data.Snapshot) { s.Items[1].DoneOn, s.Items[1].CreatedOn = day(n), day(-150) }
}

var boardCases = []ruleCase{
	{rule: "C17", fires: ideas(-91, -1), want: "C17 old=1 ideas=2 days=20",
		misses: []change{ideas(-90, -1), ideas(-91, -1, -1), ideas(-91, 0, 0), ideas(), ideas(1)},
		few:    []change{func(s *data.Snapshot) { s.Items = s.Items[3:] }},
		worse:  ideas(-91)},
	{rule: "C17", fires: done(-63), want: "C17 old=0 ideas=1 days=63",
		misses: []change{done(-62), done(0)},
		few:    []change{func(s *data.Snapshot) { s.Items = s.Items[1:] }, func(s *data.Snapshot) { s.Items[1].Column, s.Items[1].CreatedOn = data.ColumnPlanned, day(-62) }, paused(9)},
		worse:  done(-126)},
	{rule: "C17", fires: func(s *data.Snapshot) { s.Items[1].DoneOn = day(-63) }, want: "C17 old=0 ideas=1 days=63"}, // noted later than it was done
	{rule: "C17", fires: both(cadence(14), done(-60)), want: "C17 old=0 ideas=1 days=60", misses: []change{both(cadence(14), done(-59)), both(cadence(60), done(-179))}},
	{rule: "C17", fires: both(cadence(60), ideas(-181, -1)), want: "C17 old=1 ideas=2 days=20", misses: []change{both(cadence(60), ideas(-180, -1))}},
	{rule: "C18", fires: doing(-1, -1, -1), want: "C18 doing=4 limit=3 long=0",
		misses: []change{doing(-1, -1), doing(-45)},
		worse:  doing(-1)},
	{rule: "C18", fires: doing(-46), want: "C18 doing=2 limit=3 long=1",
		few: []change{func(s *data.Snapshot) {
			s.Moves = []data.ItemMove{{ID: 1, ItemID: 6, Column: data.ColumnDoing, On: day(-45)}}
		}},
		worse: doing(-50)},
	{rule: "C18", fires: both(doing(-46), func(s *data.Snapshot) {
		s.Moves = []data.ItemMove{{ID: 1, ItemID: 6, Column: data.ColumnReady, On: day(-1)}, {ID: 2, ItemID: 6, Column: data.ColumnDoing, On: day(1)}}
	}), want: "C18 doing=2 limit=3 long=1",
		few: []change{func(s *data.Snapshot) { s.Moves[1].On = day(0) }}},
	{rule: "C19", fires: proposed(7, 3), want: "C19 own=7 items=10",
		misses: []change{proposed(11, 5)},
		few:    []change{proposed(5, 0), func(s *data.Snapshot) { s.Community.LeaderID = 0 }},
		worse:  proposed(8, 2)},
	{rule: "C19", fires: proposed(6, 0), want: "C19 own=6 items=6", few: []change{func(s *data.Snapshot) { s.Items[0].CreatedOn = day(-90) }}},
	{rule: "C28", fires: request(-8), want: "C28 days=8 requests=1",
		misses: []change{request(-7), both(request(-30), func(s *data.Snapshot) { s.Items[5].AnsweredOn = day(-20) }),
			both(request(-30), func(s *data.Snapshot) { s.Items[5].Column = data.ColumnParked })},
		few:   []change{func(s *data.Snapshot) { s.Items = s.Items[:5] }, func(s *data.Snapshot) { s.Items[5].CreatedOn = 0 }},
		worse: request(-9)},
}

func answers(card string, c data.Counts) change { return func(s *data.Snapshot) { tally(s, card, c) } }
func closed(n int) change {
	return func(s *data.Snapshot) { s.Rounds[0].OpenedOn, s.Rounds[0].ClosedOn = day(n-7), day(n) }
}
func returned(n int) change {
	return func(s *data.Snapshot) {
		s.Returns[0].Returned = n
		for i := range s.Tallies {
			s.Tallies[i].Counts = data.Counts{0, 0, 0, 0, n}
		}
	}
}
func noRound(s *data.Snapshot) { s.Rounds = nil }

var healthCases = []ruleCase{
	{rule: "C20", fires: answers("safety", data.Counts{2, 2, 4, 2}), want: "C20 low=4 high=2 answers=10",
		misses: []change{answers("safety", data.Counts{2, 1, 4, 3}), answers("rhythm", data.Counts{4, 4, 2})},
		few:    []change{fourReplied, noRound, answers("safety", data.Counts{4})},
		worse:  answers("safety", data.Counts{3, 2, 3, 2})},
	{rule: "C21", fires: answers("rhythm", data.Counts{2, 2, 2, 2, 2}), want: "C21 low=4 high=4 answers=10 cards=1",
		misses: []change{answers("rhythm", data.Counts{2, 1, 3, 2, 2})},
		few:    []change{fourReplied, noRound, answers("rhythm", data.Counts{2, 0, 0, 0, 2})},
		worse:  answers("value", data.Counts{2, 2, 2, 2, 2})},
	{rule: "C22", fires: returned(5), want: "C22 returned=5 invited=12",
		misses: []change{returned(6)},
		few: []change{both(noRound, started(-119)), func(s *data.Snapshot) { s.Rounds[0].Invited = 0 }, func(s *data.Snapshot) { s.Rounds[0].Invited = 4 },
			func(s *data.Snapshot) { s.Rounds = append(s.Rounds, data.Round{ID: 2, OpenedOn: day(-1)}) }, paused(1)},
		worse: func(s *data.Snapshot) { s.Rounds[0].Invited = 20 }},
	{rule: "C22", fires: fourReplied, want: "C22 days=200 events=8", few: []change{started(-119)}},
	{rule: "C22", fires: noRound, want: "C22 days=200 events=8", few: []change{started(-119), started(0), held(2)}, worse: started(-240)},
	{rule: "C22", fires: closed(-120), want: "C22 days=120 events=6",
		misses: []change{closed(-119)},
		few:    []change{held(2), func(s *data.Snapshot) { s.Rounds = append(s.Rounds, data.Round{ID: 2, OpenedOn: day(-1)}) }},
		worse:  closed(-240)},
	{rule: "C23", fires: both(closed(-14), answers("rhythm", data.Counts{2, 2, 4, 2})), want: "C23 days=14 cards=1",
		misses: []change{both(closed(-13), answers("rhythm", data.Counts{2, 2, 4, 2})), both(closed(-14), answers("rhythm", data.Counts{2, 1, 4, 3}))},
		few: []change{fourReplied, func(s *data.Snapshot) { s.Items[2].Card = "rhythm" },
			func(s *data.Snapshot) { s.Items[1].Card = "rhythm" }},
		worse: answers("value", data.Counts{2, 2, 4, 2})},
}

func told(n int, cycle data.ValueCycle) change {
	return func(s *data.Snapshot) { s.Stories[0].On, s.Stories[0].Cycle = day(n), cycle }
}

// ending shows two signs: fewer come, and less gets finished.
func ending(s *data.Snapshot) {
	crowds(5, 5, 5)(s)
	s.Items[1].DoneOn = day(-100)
}

// leaderOnly is a third sign: nobody but the leader proposes.
func leaderOnly(s *data.Snapshot) {
	for i := range s.Items {
		s.Items[i].ProposerID = 1
	}
}

func emptyRetrospective(s *data.Snapshot) {
	s.Events[7].Format, s.Events[7].Brought = "retrospective", 0
}

var valueCases = []ruleCase{
	{rule: "C24", fires: told(-90, data.CycleApplied), want: "C24 stories=1",
		misses: []change{told(-89, data.CycleRealised)},
		few:    []change{started(-119)},
		worse:  func(s *data.Snapshot) { s.Stories = nil }},
	{rule: "C24", fires: told(-1, data.CyclePotential), want: "C24 stories=1", few: []change{paused(1)}, worse: told(-90, data.CyclePotential)},
	{rule: "C24", fires: both(cadence(60), told(-180, data.CycleApplied)), want: "C24 stories=1",
		misses: []change{both(cadence(60), told(-179, data.CycleApplied)), both(cadence(70), started(-209), told(-300, data.CycleApplied))}},
	{rule: "C25", fires: both(ending, leaderOnly), want: "C25 signs=3",
		misses: []change{ending},
		few:    []change{started(-181), paused(1)},
		worse:  emptyRetrospective},
}
