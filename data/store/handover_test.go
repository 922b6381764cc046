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

// Given a community with private notes of every kind, some of them removed since,
// when a copy is made for the next leader, then no byte of them is in it and all
// the rest is.
func TestHandoverCopyHoldsNothingPrivate(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	d := datatest.Read(t, s)
	who := d.Members[5].ID
	ok(t, s.ChangeMember(ctx, who, "", func(m *data.Member) { m.Note = "PRIVATE-member" }))
	ok(t, s.ChangeMember(ctx, who, "", func(m *data.Member) { m.Note = "PRIVATE-again" }))
	ok(t, s.SaveStakeholder(ctx, &data.Stakeholder{Name: "Works council", Attitude: data.Doubts}))
	ok(t, s.SaveFollowUp(ctx, &data.FollowUp{MemberID: who, What: "Ask for a talk", State: data.Asked, On: datatest.Today, Note: "PRIVATE-follow"}))
	ok(t, s.DeclareLevel(ctx, who, data.Core, "PRIVATE-reason", 0))
	ok(t, s.SaveHelp(ctx, &data.HelpReceived{MemberID: who, On: datatest.Today, Note: "PRIVATE-help"}))
	ok(t, s.Dismiss(ctx, &data.Dismissal{Rule: "C09", Until: datatest.Today.AddDays(30), Reason: "PRIVATE-hint"}))
	ok(t, s.SetSetting(ctx, data.BalanceSetting, "on"))
	before := datatest.Read(t, s)
	folder := t.TempDir()
	dst := filepath.Join(folder, "Next leader.cop")

	ok(t, s.HandoverCopy(ctx, dst))

	raw, err := os.ReadFile(dst)
	ok(t, err)
	if bytes.Contains(raw, []byte("PRIVATE-")) {
		t.Error("a private note is in the copy")
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("%d files in the folder", len(entries))
	}
	next, err := store.Open(ctx, dst, store.Options{Clock: datatest.Now, Owner: "next"})
	ok(t, err)
	t.Cleanup(func() { _ = next.Close() })
	if next.ReadOnly() || next.Upgraded() != nil {
		t.Error("the copy does not open as a normal file")
	}
	after := datatest.Read(t, next)
	if len(after.Members) != len(before.Members) || len(after.FollowUps) != len(before.FollowUps) || len(after.Attendance) != len(before.Attendance) ||
		len(after.Declared) != len(before.Declared) || len(after.Answers) != len(before.Answers) {
		t.Error("rows are missing")
	}
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
	if len(after.HelpReceived) != 0 || len(after.Dismissals) != len(before.Dismissals) || len(after.Settings) != len(before.Settings)-1 {
		t.Errorf("%d records of help, %d hints, %d settings", len(after.HelpReceived), len(after.Dismissals), len(after.Settings))
	}
	if acts, err := next.Acts(ctx, 9); err != nil || len(acts) != 0 {
		t.Errorf("history %v: %v", acts, err)
	}
	if _, there := next.NextUndo(ctx); there {
		t.Error("something can be undone in the copy")
	}
	ok(t, next.ChangeMember(ctx, who, "", func(m *data.Member) { m.Note = "mine" }))
	if _, err := next.Undo(ctx); err != nil {
		t.Error(err)
	}
	// The file that is open is as it was.
	if now := datatest.Read(t, s); now.Members[5].Note != "PRIVATE-again" || len(now.HelpReceived) != len(before.HelpReceived) {
		t.Error("the open file was changed")
	}
	if err := s.HandoverCopy(ctx, s.Path()); !data.IsCode(err, data.CodeExists) {
		t.Errorf("a copy onto the open file: %v", err)
	}
	if err := s.HandoverCopy(ctx, filepath.Join(folder, "nowhere", "x.cop")); !data.IsCode(err, data.CodeNotFound) {
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
