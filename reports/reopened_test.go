package reports_test

import (
	"bytes"
	"slices"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// Given figures that went out, when somebody answers late, then no document differs by a byte from the one before: the late
// answers would follow from the two. So it is with a way of answering that nobody took before. After five they are all told.
func TestLateAnswersAreToldNoSoonerThanAllowed(t *testing.T) {
	t.Parallel()
	before := addressed(t)
	before.Outward = before.LeavingCounts(today, 0)
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
