package reports_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// Given figures that went out, when somebody answers late, then no document differs by a byte from the one before: the late
// answers would follow from the two. So it is with a way of answering that nobody took before. After five they are all told.
func TestLateAnswersAreToldNoSoonerThanAllowed(t *testing.T) {
	t.Parallel()
	before := addressed(t)
	before.Outward = before.LeavingCounts(today)
	at := slices.IndexFunc(data.AnswerChannels, func(c data.AnswerChannel) bool { return !slices.Contains(before.Result(2).Channels, c) })
	if at < 0 {
		t.Fatal("every way of answering was used already")
	}
	late := func(n int) *data.Snapshot {
		s := *before
		s.Responses, s.Answers = slices.Clone(s.Responses), slices.Clone(s.Answers)
		for i := range n {
			id := int64(900 + i)
			s.Responses = append(s.Responses, data.Response{ID: id, RoundID: 2, Channel: data.AnswerChannels[at]})
			for j, v := range s.CardVersions {
				s.Answers = append(s.Answers, data.Answer{ID: 1000*id + int64(j), ResponseID: id, Card: v.Card, Value: 1, Vote: data.VoteWorse})
			}
		}
		return &s
	}
	differ := 0
	for _, doc := range reports.AllDocuments() {
		first := made(t, doc.Name, before, everyOption(before))
		for n, same := range map[int]bool{4: true, 5: false} {
			if !same && doc.Whom != reports.AboutAnswers {
				continue
			}
			if again := made(t, doc.Name, late(n), everyOption(before)); bytes.Equal(first, again) {
				continue
			}
			if same {
				t.Errorf("%s tells of %d late answers", doc.Name, n)
			}
			differ++
		}
	}
	if differ < 4 {
		t.Errorf("%d documents tell of five late answers", differ)
	}
}

// Given a round that is open again after its figures went out, then all documents that tell of health checks go on telling these as the
// latest, whatever came, and say of which closing they are and that it is open; nothing but the questionnaire takes it for open.
func TestAReopenedRoundIsToldAsItWentOut(t *testing.T) {
	t.Parallel()
	before := addressed(t)
	before.Outward = before.LeavingCounts(today)
	open := *before
	open.Rounds = slices.Clone(before.Rounds)
	open.Rounds[1].ClosedOn = 0
	more := open
	more.Responses, more.Answers = slices.Clone(open.Responses), slices.Clone(open.Answers)
	for i := range 9 {
		id := int64(900 + i)
		more.Responses = append(more.Responses, data.Response{ID: id, RoundID: 2, Channel: data.FromWorkbook})
		for j, v := range more.CardVersions {
			more.Answers = append(more.Answers, data.Answer{ID: 1000*id + int64(j), ResponseID: id, Card: v.Card, Value: 1, Vote: data.VoteWorse})
		}
	}
	said := 0
	for _, doc := range reports.AllDocuments() {
		if doc.Whom != reports.AboutAnswers {
			continue
		}
		content, report := write(t, doc.Name, &open, everyOption(&open))
		if !bytes.Equal(content, made(t, doc.Name, &more, everyOption(&more))) {
			t.Errorf("%s tells of answers that came while the round is open again", doc.Name)
		}
		text := textOf(t, report, content)
		if strings.Contains(text, "Round 2") && strings.Contains(text, "15 of 23") && strings.Contains(strings.Join(strings.Fields(text), " "), "closed on 14 Nov 2026, now open again") {
			said++
		} else {
			t.Logf("%s says nothing of it", doc.Name)
		}
	}
	if said < 4 {
		t.Errorf("%d documents say that it is open again", said)
	}
}
