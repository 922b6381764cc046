package store_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// answerLate opens a round again, adds one person's answers and closes it.
func answerLate(t *testing.T, s *store.Store, round int64) {
	t.Helper()
	ctx := context.Background()
	ok(t, s.ReopenRound(ctx, round))
	var answers []data.Answer
	for _, v := range datatest.Read(t, s).CardVersions {
		answers = append(answers, data.Answer{Card: v.Card, Value: 1})
	}
	ok(t, s.AddResponse(ctx, data.Response{RoundID: round, Channel: data.FromWorkbook}, answers))
	ok(t, s.CloseRound(ctx, round))
}

// Given figures that went out after a copy was made, when that copy is restored and somebody answers late, then documents tell the figures
// that went out: restoring takes nothing back that left the machine, and doesn't say that it does.
func TestRestoringKeepsWhatWentOut(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	folder := filepath.Join(t.TempDir(), "Backups")
	kept, err := s.KeepCopy(ctx, folder)
	ok(t, err)
	now := datatest.Read(t, s)
	was := now.Result(2).Returned
	period := data.OutwardPeriod{From: datatest.Today.AddDays(-30), Until: datatest.Today, SentOn: datatest.Today}
	ok(t, s.KeepOutward(ctx, data.Outgoing{Counts: now.LeavingCounts(datatest.Today), Periods: []data.OutwardPeriod{period}}))
	told := len(datatest.Read(t, s).Outward)
	if d, err := s.DifferenceFrom(ctx, kept); err != nil || !d.IsZero() || told == 0 {
		t.Errorf("%d told, differs: %+v, %v", told, d, err)
	}
	ok(t, s.Restore(ctx, kept, folder))
	after := datatest.Read(t, s)
	if len(after.Outward) != told || len(after.Periods) != 1 {
		t.Errorf("%d of %d counts that went out are known, and %d periods", len(after.Outward), told, len(after.Periods))
	}
	answerLate(t, s, 2)
	late := datatest.Read(t, s)
	if in, out := late.Result(2).Returned, late.AsTold().Result(2).Returned; in != was+1 || out != was {
		t.Errorf("%d answered, told are %d, were %d", in, out, was)
	}
	if d, err := s.DifferenceFrom(ctx, kept); err != nil || d.IsZero() {
		t.Errorf("differs: %+v, %v", d, err)
	}
	entries, err := os.ReadDir(filepath.Dir(s.Path()))
	ok(t, err)
	for _, e := range entries {
		if strings.Contains(e.Name(), ".part") {
			t.Errorf("%s was left", e.Name())
		}
	}
}

// Given figures of a round that a copy doesn't have yet, when that is restored, then a round begun after it has a number of its own and nothing
// of what went out; and when a copy that has the first one, from before its figures went out, is restored after that, they are known still.
func TestWhatWentOutOfARoundThatIsNotThereStaysKnown(t *testing.T) {
	ctx := context.Background()
	s := datatest.Demo(t)
	folder := filepath.Join(t.TempDir(), "Backups")
	without, err := s.KeepCopy(ctx, folder)
	ok(t, err)
	start := func(name string) data.Round {
		r := data.Round{Name: name, Code: name, OpenedOn: datatest.Today, Scale: data.Agreement5, MinGroup: 5, Invited: 9}
		ok(t, s.StartRound(ctx, &r, []string{"growth"}))
		return r
	}
	third := start("third")
	ok(t, s.EnterTally(ctx, data.Tally{RoundID: third.ID, Card: "growth", Channel: data.FromBallots, Counts: data.Counts{0, 2, 2, 2, 2}}))
	ok(t, s.CloseRound(ctx, third.ID))
	with, err := s.CopyBefore(ctx, folder, store.BeforeRestore)
	ok(t, err)
	ok(t, s.KeepOutward(ctx, data.Outgoing{Counts: datatest.Read(t, s).LeavingCounts(datatest.Today)}))

	ok(t, s.Restore(ctx, without, folder))
	if other := start("other"); other.ID == third.ID || datatest.Read(t, s).WentOut(other.ID) != 0 {
		t.Errorf("the new round is %d, the one of which figures went out %d", other.ID, third.ID)
	}
	ok(t, s.Restore(ctx, with, folder))
	answerLateOn(t, s, third.ID)
	late := datatest.Read(t, s)
	if in, out := late.Result(third.ID).Returned, late.AsTold().Result(third.ID).Returned; in != 9 || out != 8 {
		t.Errorf("%d answered, told are %d", in, out)
	}
}

// answerLateOn opens a round again, counts one ballot more and closes it.
func answerLateOn(t *testing.T, s *store.Store, round int64) {
	t.Helper()
	ctx := context.Background()
	ok(t, s.ReopenRound(ctx, round))
	ok(t, s.EnterTally(ctx, data.Tally{RoundID: round, Card: "growth", Channel: data.FromBallots, Counts: data.Counts{1, 2, 2, 2, 2}}))
	ok(t, s.CloseRound(ctx, round))
}
