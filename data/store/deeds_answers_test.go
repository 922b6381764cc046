package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// answering makes a round with all kinds of answers: three of the cards, five
// ballots entered as counts, one workbook, and two people invited.
func answering(s *store.Store) error {
	r := &data.Round{Code: "R3", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 9, MinGroup: 5}
	return errors.Join(
		s.StartRound(ctx, r, []string{"growth", "safety", "rhythm"}),
		s.EnterTally(ctx, data.Tally{RoundID: r.ID, Card: "growth", Channel: data.FromBallots, Counts: data.Counts{1, 0, 2, 1, 0}, NoOpinion: 1}),
		s.AddResponse(ctx, data.Response{RoundID: r.ID, Channel: data.FromWorkbook, Next: "Less mail"},
			[]data.Answer{{Card: "growth", Value: 4, Comment: "Ada taught me"}, {Card: "safety", Value: 2}}),
		s.Invite(ctx, r.ID, []int64{5, 6}),
	)
}

// The round and the rows that answering makes.
const (
	round3    = int64(3)
	response1 = int64(1)
	comment1  = int64(1)
)

// tallyOf is what was counted of a card on ballots.
func tallyOf(d *data.Snapshot, card string) data.Tally {
	for _, t := range d.Tallies {
		if t.RoundID == round3 && t.Card == card && t.Channel == data.FromBallots {
			return t
		}
	}
	return data.Tally{}
}

// invited are those asked to the round; those who replied have a minus before them.
func invited(d *data.Snapshot) []int64 {
	var out []int64
	for _, i := range d.Invitations {
		switch {
		case i.RoundID != round3:
		case i.Replied:
			out = append(out, -i.MemberID)
		default:
			out = append(out, i.MemberID)
		}
	}
	return out
}

func ballot(marks ...data.Mark) func(s *store.Store) error {
	return func(s *store.Store) error { return second(s.AddBallot(ctx, round3, marks)) }
}

var answerDeeds = []deed{
	{"count a ballot", ballot(data.Mark{Card: "growth", Value: 5, Vote: data.VoteBetter}, data.Mark{Card: "safety", Value: 0}, data.Mark{Card: "rhythm", Value: data.Blank}),
		func(d *data.Snapshot) string {
			growth, safety, rhythm := tallyOf(d, "growth"), tallyOf(d, "safety"), tallyOf(d, "rhythm")
			back := last(d.Returns) // five were counted before, one came
			return expect(growth.Counts == data.Counts{1, 0, 2, 1, 1} && growth.NoOpinion == 1 && growth.Better == 1 &&
				safety.NoOpinion == 1 && safety.Counts.Sum() == 0 && rhythm.ID == 0 && back.Returned == 6 && back.Channel == data.FromBallots,
				"%v %v %v, %v", growth, safety, rhythm, back)
		}},
	{"count a ballot of directions only", ballot(data.Mark{Card: "rhythm", Value: data.Blank, Vote: data.VoteWorse}),
		func(d *data.Snapshot) string {
			rhythm := tallyOf(d, "rhythm")
			return expect(rhythm.Worse == 1 && rhythm.Counts.Sum()+rhythm.NoOpinion == 0 && last(d.Returns).Returned == 6, "%v", rhythm)
		}},
	{"invite", func(s *store.Store) error { return s.Invite(ctx, round3, []int64{6, 7, 8, 7}) }, func(d *data.Snapshot) string {
		r, _ := d.RoundByID(round3)
		return expect(slices.Equal(invited(d), []int64{6, 7, 8}) && r.Invited == 3, "%v, %d invited", invited(d), r.Invited)
	}},
	{"invite nobody", func(s *store.Store) error { return s.Invite(ctx, round3, nil) }, func(d *data.Snapshot) string {
		r, _ := d.RoundByID(round3)
		return expect(len(invited(d)) == 0 && r.Invited == 2, "%v, %d invited", invited(d), r.Invited)
	}},
	{"tick who has replied", func(s *store.Store) error { return s.SetReplied(ctx, round3, 6, true) },
		func(d *data.Snapshot) string {
			return expect(slices.Equal(invited(d), []int64{5, -6}), "%v", invited(d))
		}},
	{"redact a comment", func(s *store.Store) error { return s.ChangeComment(ctx, comment1, "somebody taught me") },
		func(d *data.Snapshot) string {
			a := d.Answers[0]
			return expect(a.Comment == "somebody taught me" && a.Value == 4 && a.Card == "growth", "%+v", a)
		}},
	{"take a comment away", func(s *store.Store) error { return s.ChangeComment(ctx, comment1, "") },
		func(d *data.Snapshot) string {
			a := d.Answers[0]
			return expect(a.Comment == "" && a.Value == 4, "%+v", a)
		}},
	{"redact what is to be done next", func(s *store.Store) error { return s.ChangeNext(ctx, response1, "Fewer letters") },
		func(d *data.Snapshot) string {
			return expect(d.Responses[0].Next == "Fewer letters", "%+v", d.Responses[0])
		}},
	{"change a story", func(s *store.Store) error {
		return errors.Join(store.Rows(s, store.Stories).Change(ctx, 1, store.Visit{Field: "title"}, func(r *data.ValueStory) { r.Title = "Fewer" }),
			store.Rows(s, store.Stories).Change(ctx, 1, store.Visit{Field: "title"}, func(r *data.ValueStory) { r.Title = "Fewer reruns" }))
	}, func(d *data.Snapshot) string {
		return expect(d.Stories[0].Title == "Fewer reruns" && len(d.Stories) == 2, "%+v", d.Stories[0])
	}},
	{"somebody answered a question", func(s *store.Store) error { return s.AnswerHelp(ctx, 12, 10, datatest.Today) },
		func(d *data.Snapshot) string {
			i, _ := d.ItemByID(12)
			gave, had := last(d.Contributions), last(d.HelpReceived)
			return expect(i.AnsweredOn == datatest.Today && gave.MemberID == 10 && gave.Kind == data.Helped && gave.ItemID == 12 &&
				had.ItemID == 12 && had.MemberID == i.ProposerID, "%v %v %v", i, gave, had)
		}},
	{"a question was answered, by whom is not known", func(s *store.Store) error { return s.AnswerHelp(ctx, 12, 0, datatest.Today.AddDays(-3)) },
		func(d *data.Snapshot) string {
			i, _ := d.ItemByID(12)
			return expect(i.AnsweredOn == datatest.Today.AddDays(-3) && len(d.Contributions) == 7 && len(d.HelpReceived) == 17, "%v", i)
		}},
	{"pass the lead on a day", func(s *store.Store) error { return s.PassLeadership(ctx, 3, datatest.Today.AddDays(-2)) },
		func(d *data.Snapshot) string {
			return expect(d.Community.LeaderID == 3 && d.LeaderOn(datatest.Today.AddDays(-3)) == 1 && d.LeaderOn(datatest.Today) == 3, "%v", d.LeaderTerms)
		}},
}

// Given a round with answers, then every deed on them is one act, which a
// restart keeps, undo takes back and redo does again.
func TestDeedsOnAnswersCanBeUndoneAndRedone(t *testing.T) {
	for _, d := range answerDeeds {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			d.check(t, answering)
		})
	}
}

// What may not be is refused, with its field where it has one, and the file stays
// as it was.
func TestDeedsOnAnswersRefuseWhatMayNotBe(t *testing.T) {
	s := datatest.Demo(t)
	ok(t, answering(s))
	s = reopen(t, s)
	before, acts := text(t, s), actCount(t, s)
	today := datatest.Today
	tooMany := make([]data.Measure, data.MaxMeasures)
	for i := range tooMany {
		tooMany[i] = data.Measure{Wording: "One more", Kind: data.MeasureOutside}
	}
	wantRefused(t, []refusal{
		{"an empty ballot", "marks", second(s.AddBallot(ctx, round3, []data.Mark{{Card: "growth", Value: data.Blank}}))},
		{"no ballot", "marks", second(s.AddBallot(ctx, round3, nil))},
		{"a ballot for a closed round", "", second(s.AddBallot(ctx, 2, []data.Mark{{Card: "growth", Value: 1}}))},
		{"a ballot for no round", "", second(s.AddBallot(ctx, 99, []data.Mark{{Card: "growth", Value: 1}}))},
		{"a ballot with another card", "", second(s.AddBallot(ctx, round3, []data.Mark{{Card: "growth", Value: 1}, {Card: "support", Value: 1}}))},
		{"a ballot with an answer that is none", "", second(s.AddBallot(ctx, round3, []data.Mark{{Card: "growth", Value: 6}}))},
		{"nobody to invite", "", s.Invite(ctx, round3, []int64{5, 999})},
		{"a round that is not", "", s.Invite(ctx, 99, []int64{5})},
		{"a reply of somebody not invited", "", s.SetReplied(ctx, round3, 9, true)},
		{"a comment that is not", "", s.ChangeComment(ctx, 99, "x")},
		{"a long comment", "comment", s.ChangeComment(ctx, comment1, strings.Repeat("x", 301))},
		{"an answer sheet that is not", "", s.ChangeNext(ctx, 99, "x")},
		{"a long thing to do next", "next", s.ChangeNext(ctx, response1, strings.Repeat("x", 301))},
		{"a story without a title", "title", store.Rows(s, store.Stories).Change(ctx, 1, store.Visit{Field: "title"}, func(r *data.ValueStory) { r.Title = " " })},
		{"a story that is not", "", store.Rows(s, store.Stories).Change(ctx, 99, store.Visit{Field: "title"}, func(r *data.ValueStory) { r.Title = "x" })},
		{"a question that is not", "", s.AnswerHelp(ctx, 999, 10, today)},
		{"an answer by nobody there", "", s.AnswerHelp(ctx, 12, 999, today)},
		{"an answer on no day", "on", s.AnswerHelp(ctx, 12, 10, 0)},
		{"an answer on no day, by nobody known", "on", s.AnswerHelp(ctx, 12, 0, 0)},
		{"a line without words", "title", s.TakeLines(ctx, store.Taken{
			Measures: tooMany[:1], Items: []data.Item{{Title: " ", Kind: data.KindAction, Column: data.ColumnIdea}}})},
		{"more measures than there is room for", "", s.TakeLines(ctx, store.Taken{Measures: tooMany,
			Items: []data.Item{{Title: "Good", Kind: data.KindAction, Column: data.ColumnIdea}}})},
		{"a leader who is a contact", "member", s.PassLeadership(ctx, 24, today)},
		{"a leader who is not there", "", s.PassLeadership(ctx, 999, today)},
		{"a lead passed tomorrow", "from", s.PassLeadership(ctx, 3, today.AddDays(1))},
		{"a step the road does not have", "", s.NoteRoad(ctx, []int{3, 99})},
	})
	if text(t, s) != before || actCount(t, s) != acts {
		t.Error("a refused deed changed the file")
	}
}

// A ballot in lights knows three answers.
func TestBallotInLights(t *testing.T) {
	s := datatest.Demo(t)
	r := &data.Round{Code: "L", Name: "Lights", Scale: data.TrafficLight, OpenedOn: datatest.Today, MinGroup: 5}
	ok(t, s.StartRound(ctx, r, []string{"growth"}))
	if err := second(s.AddBallot(ctx, r.ID, []data.Mark{{Card: "growth", Value: 4}})); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("four of three lights: %v", err)
	}
	ok(t, second(s.AddBallot(ctx, r.ID, []data.Mark{{Card: "growth", Value: 3}})))
	if d := datatest.Read(t, s); last(d.Tallies).Counts != (data.Counts{0, 0, 1}) || last(d.Returns).Returned != 1 {
		t.Errorf("%v, %v", last(d.Tallies), last(d.Returns))
	}
}

// Somebody who answers twice, or answers what they asked, has given once, or not
// at all; the first day stays.
func TestAQuestionIsAnsweredOnce(t *testing.T) {
	s := datatest.Demo(t)
	asked, _ := datatest.Read(t, s).ItemByID(12)
	ok(t, s.AnswerHelp(ctx, 12, 10, datatest.Today.AddDays(-1)))
	ok(t, s.AnswerHelp(ctx, 12, 10, datatest.Today))
	ok(t, s.AnswerHelp(ctx, 12, asked.ProposerID, datatest.Today))
	d := datatest.Read(t, s)
	if i, _ := d.ItemByID(12); len(d.Contributions) != 8 || len(d.HelpReceived) != 18 || i.AnsweredOn != datatest.Today.AddDays(-1) {
		t.Errorf("%d contributions, %d helped, answered on %s", len(d.Contributions), len(d.HelpReceived), i.AnsweredOn)
	}
}

// A file that is only read notes nothing of the road, and says nothing either:
// it was nobody's deed.
func TestAReaderNotesNoRoad(t *testing.T) {
	s := datatest.Demo(t)
	reader, err := store.Open(ctx, s.Path(), store.Options{ReadOnly: true, Clock: datatest.Now})
	ok(t, err)
	defer func() { _ = reader.Close() }()
	before := text(t, reader)
	if err := reader.NoteRoad(ctx, []int{15}); err != nil || text(t, reader) != before {
		t.Errorf("noted: %v", err)
	}
}
