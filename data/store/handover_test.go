package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// privately is the demo with private notes of every kind, some of them removed since.
func privately(t *testing.T) (s *store.Store, who int64) {
	t.Helper()
	s = datatest.Demo(t)
	ctx := context.Background()
	who = datatest.Read(t, s).Members[5].ID
	ok(t, store.Rows(s, store.Members).Change(ctx, who, store.Visit{}, func(m *data.Member) { m.Note = "PRIVATE-member" }))
	ok(t, store.Rows(s, store.Members).Change(ctx, who, store.Visit{}, func(m *data.Member) { m.Note = "PRIVATE-again" }))
	ok(t, store.Rows(s, store.Stakeholders).Save(ctx, &data.Stakeholder{Name: "Works council", Attitude: data.Doubts}))
	ok(t, store.Rows(s, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: who, What: "Ask for a talk", State: data.Asked, On: datatest.Today, Note: "PRIVATE-follow"}))
	ok(t, s.DeclareLevel(ctx, who, data.Core, "PRIVATE-reason", 0))
	ok(t, store.Rows(s, store.Help).Save(ctx, &data.HelpReceived{MemberID: who, On: datatest.Today, Note: "PRIVATE-help"}))
	ok(t, second(s.Dismiss(ctx, &data.Dismissal{Rule: "C09", Until: datatest.Today.AddDays(30), Reason: "PRIVATE-hint"})))
	ok(t, s.SetSetting(ctx, data.BalanceSetting, store.Visit{}, "on"))
	return s, who
}

// handedOver is a copy for the next leader, opened.
func handedOver(t *testing.T, s *store.Store) *store.Store {
	t.Helper()
	ctx := context.Background()
	dst := filepath.Join(t.TempDir(), "Next leader.cop")
	ok(t, s.HandoverCopy(ctx, dst))
	next, err := store.Open(ctx, dst, store.Options{Clock: datatest.Now, Owner: "next"})
	ok(t, err)
	t.Cleanup(func() { _ = next.Close() })
	return next
}

// Given private notes, when a copy is made for the next leader, then no byte of
// them is in it.
func TestHandoverCopyHoldsNothingPrivate(t *testing.T) {
	s, _ := privately(t)
	ok(t, s.NoteExports(t.Context(), data.Outgoing{}, &data.Export{Name: "cards", File: "health-cards.pdf", Note: "/home/PRIVATE-folder"}))
	next := handedOver(t, s)
	raw, err := os.ReadFile(next.Path())
	ok(t, err)
	if bytes.Contains(raw, []byte("PRIVATE-")) {
		t.Error("a private note is in the copy")
	}
	after := datatest.Read(t, next)
	for _, m := range after.Members {
		if m.Note != "" {
			t.Errorf("a note on %s", m.Name)
		}
	}
	for _, k := range after.Stakes {
		if k.Attitude != "" {
			t.Errorf("the attitude of %s", k.Name)
		}
	}
	if len(after.HelpReceived) != 0 || len(after.Settings) != len(datatest.Read(t, s).Settings)-1 {
		t.Errorf("%d records of help, %d settings", len(after.HelpReceived), len(after.Settings))
	}
	// The file that is open is as it was.
	if now := datatest.Read(t, s); now.Members[5].Note != "PRIVATE-again" || len(now.HelpReceived) == 0 {
		t.Error("the open file was changed")
	}
}

// Given a copy made for the next leader, then it is a normal file with everything
// else in it and an empty history.
func TestHandoverCopyIsANormalFile(t *testing.T) {
	s, who := privately(t)
	ctx := context.Background()
	next := handedOver(t, s)
	if entries, _ := os.ReadDir(filepath.Dir(next.Path())); len(entries) != 2 {
		t.Errorf("%d files in the folder, want the copy and its lock", len(entries))
	}
	if next.ReadOnly() || next.Upgraded() != nil {
		t.Error("the copy does not open as a normal file")
	}
	before, after := datatest.Read(t, s), datatest.Read(t, next)
	if len(after.Members) != len(before.Members) || len(after.FollowUps) != len(before.FollowUps) || len(after.Attendance) != len(before.Attendance) ||
		len(after.Declared) != len(before.Declared) || len(after.Dismissals) != len(before.Dismissals) {
		t.Error("rows are missing")
	}
	if acts, err := next.Acts(ctx, 9); err != nil || len(acts) != 0 {
		t.Errorf("history %v: %v", acts, err)
	}
	if _, there := next.NextUndo(ctx); there {
		t.Error("something can be undone in the copy")
	}
	ok(t, store.Rows(next, store.Members).Change(ctx, who, store.Visit{}, func(m *data.Member) { m.Note = "mine" }))
	ok(t, second(next.Undo(ctx)))
}

func TestHandoverCopyRefusesPlaces(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	if err := s.HandoverCopy(ctx, s.Path()); !data.IsCode(err, data.CodeExists) {
		t.Errorf("a copy onto the open file: %v", err)
	}
	if err := s.HandoverCopy(ctx, filepath.Join(t.TempDir(), "nowhere", "x.cop")); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("a copy into no folder: %v", err)
	}
}

func TestPassingTheLeadIsOneDatedAct(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	before := datatest.Read(t, s)
	old, next, today := before.Community.LeaderID, before.Members[1].ID, datatest.Today
	on := today.AddDays(-7)
	ok(t, s.PassLeadership(ctx, next, on))
	after := datatest.Read(t, s)
	if after.Community.LeaderID != next || after.LeaderOn(on.AddDays(-1)) != old || after.LeaderOn(on) != next || after.LeaderOn(today) != next {
		t.Errorf("leader %d, terms %+v", after.Community.LeaderID, after.LeaderTerms)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if now := datatest.Read(t, s); now.Community.LeaderID != old || len(now.LeaderTerms) != len(before.LeaderTerms) {
		t.Errorf("after undo: %+v", now.LeaderTerms)
	}
	for day, field := range map[data.Date]string{today.AddDays(1): "on", before.LeaderTerms[0].From.AddDays(-1): "leader"} {
		err := s.PassLeadership(ctx, next, day)
		if !data.IsCode(err, data.CodeInvalid) {
			t.Errorf("on %s (%s): %v", day, field, err)
		}
	}
	// On the day a term began it is replaced.
	ok(t, s.PassLeadership(ctx, next, 0))
	third := before.Members[2].ID
	ok(t, s.PassLeadership(ctx, third, 0))
	if now := datatest.Read(t, s); len(now.LeaderTerms) != 2 || now.LeaderOn(today) != third {
		t.Errorf("terms %+v", now.LeaderTerms)
	}
}
