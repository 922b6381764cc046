package data_test

import (
	"fmt"
	"testing"

	. "copleader/data"
)

func TestBalance(t *testing.T) {
	s := demoSnapshot(t)
	if _, ok := s.Balance(5, day0); ok {
		t.Fatal("it is off until the leader wants it")
	}
	s.Settings = []Setting{{Key: BalanceSetting, Value: "on"}}
	for id, want := range map[int64]string{
		1:  "7 0 givesMore",
		5:  "6 1 givesMore",
		6:  "2 0 unknown", // under four together
		7:  "1 3 receivesMore",
		11: "0 5 receivesMore",
		12: "1 4 receivesMore", // joined 182 days ago: 26 weeks
		13: "2 2 unknown",      // joined 168 days ago
		21: "0 1 unknown",
	} {
		b, ok := s.Balance(id, day0)
		if got := fmt.Sprint(b.Gave, " ", b.Received, " ", b.Word); got != want || !ok {
			t.Errorf("M%02d: %s, want %s", id, got, want)
		}
		if asks := b.Word == GivesMore || b.Word == ReceivesMore; asks == b.Question.IsZero() {
			t.Errorf("M%02d: %+v", id, b)
		}
	}
	s.Members[12].JoinedOn = day(-300)
	if b, _ := s.Balance(13, day0); b.Word != BalancedGiving || !b.Question.IsZero() {
		t.Errorf("M13 for longer: %+v", b)
	}
	for _, id := range []int64{24, 99} {
		if _, ok := s.Balance(id, day0); ok {
			t.Errorf("M%02d is no member", id)
		}
	}
}

// The lines of data/README.md, Styles, on both sides.
func TestBalanceRule(t *testing.T) {
	s := demoSnapshot(t)
	s.Settings = []Setting{{Key: BalanceSetting, Value: "on"}}
	s.Members[20].JoinedOn = day(-300)
	for _, c := range []struct {
		gave, received int
		want           BalanceWord
	}{{3, 1, GivesMore}, {4, 2, GivesMore}, {3, 2, BalancedGiving}, {2, 3, BalancedGiving}, {2, 4, ReceivesMore}, {2, 2, BalancedGiving},
		{2, 1, BalanceUnknown}, {4, 0, GivesMore}} {
		s.Contributions, s.HelpReceived = nil, []HelpReceived{{ID: 99, MemberID: 21, On: day(-182)}, {ID: 98, MemberID: 21, On: day(1)}}
		for i := range c.gave {
			s.Contributions = append(s.Contributions, Contribution{ID: int64(i + 1), MemberID: 21, On: day(-i), Kind: Helped})
		}
		for i := range c.received {
			s.HelpReceived = append(s.HelpReceived, HelpReceived{ID: int64(i + 1), MemberID: 21, On: day(-i)})
		}
		if b, _ := s.Balance(21, day0); b.Word != c.want || b.Gave != c.gave || b.Received != c.received {
			t.Errorf("gave %d, received %d: %+v, want %s", c.gave, c.received, b, c.want)
		}
	}
}
