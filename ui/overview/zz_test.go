package overview

import (
	"context"
	"copleader/data"
	"copleader/data/coach"
	"copleader/data/words"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, d := range []int{-7, -8, -14} {
		v, _ := NewState(held{snapshot: demoSnapshot(t)}, words.English(), coach.Visit{On: today.AddDays(d), Answers: -1}).Read(context.Background(), today)
		t.Logf("%d %+v", d, v.Since)
	}
	s := demoSnapshot(t)
	for _, r := range s.Rounds {
		t.Logf("%+v", r)
	}
	v, _ := NewState(held{snapshot: s}, words.English(), coach.Visit{}).Read(context.Background(), today)
	for _, st := range v.Steps {
		t.Logf("%+v", st)
	}
	c := data.NewCommunity("Fresh")
	c.ID, c.LeaderID, c.StartedOn = 1, 1, today
	v, _ = NewState(held{snapshot: &data.Snapshot{Community: c, Members: []data.Member{{ID: 1, Name: "Ana", Kind: data.KindMember, JoinedOn: today}}}}, words.English(), coach.Visit{}).Read(context.Background(), today)
	for _, st := range v.Steps {
		t.Logf("%+v", st)
	}
}
