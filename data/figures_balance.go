package data

// BalanceWord is an observable stand-in for giving and taking; it is never
// stored, printed, exported or shown in a list (data/README.md, Styles).
type BalanceWord string

// The balances.
const (
	GivesMore      BalanceWord = "givesMore"
	BalancedGiving BalanceWord = "balanced"
	ReceivesMore   BalanceWord = "receivesMore"
	BalanceUnknown BalanceWord = "unknown"
)

// ExchangeBalance compares what a member gave with the help they received.
type ExchangeBalance struct {
	Gave     int // acts of giving in the window; attending is no taking
	Received int // help noted in the window
	Word     BalanceWord
	// Question is all that is made of it: something to ask oneself or the person.
	Question Phrase
}

// BalanceSetting is the setting that switches the exchange balance on with "on".
const BalanceSetting = "balance"

// ShowsBalance reports whether the leader switched the exchange balance on.
func (s *Snapshot) ShowsBalance() bool { return s.Setting(BalanceSetting) == "on" }

// Balance compares giving and receiving of one member; ok is false while the
// leader has not switched it on, and for whoever is no member.
func (s *Snapshot) Balance(memberID int64, today Date) (balance ExchangeBalance, ok bool) {
	m, found := s.MemberByID(memberID)
	if !s.ShowsBalance() || !found || !m.IsMember(today) {
		return ExchangeBalance{}, false
	}
	from, until := s.Window(today)
	s.eachAct(today, func(a rawAct) {
		if a.memberID == memberID && a.on >= from {
			balance.Gave++
		}
	})
	for i := range s.HelpReceived {
		if h := &s.HelpReceived[i]; h.MemberID == memberID && h.On.Within(from, until) {
			balance.Received++
		}
	}
	balance.Word = balanceOf(balance.Gave, balance.Received, today.Sub(m.JoinedOn))
	balance.Question = balance.Word.question()
	return balance, true
}

// balanceOf is the rule of data/README.md, Styles: newcomers should receive
// more, so they are not judged.
func balanceOf(gave, received, memberDays int) BalanceWord {
	switch {
	case memberDays < halfYear || gave+received < 4:
		return BalanceUnknown
	case gave >= 2*received:
		return GivesMore
	case received >= 2*gave:
		return ReceivesMore
	}
	return BalancedGiving
}

func (w BalanceWord) question() Phrase {
	switch w {
	case GivesMore:
		return Say("Gives a lot. Has anyone said thank you, and is it not too much?")
	case ReceivesMore:
		return Say("Was helped lately. Would a small way to give something back be welcome?")
	}
	return Phrase{}
}
