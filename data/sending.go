package data

import (
	"cmp"
	"slices"
	"strings"
)

// quarterDays is the usual period of what goes to the sponsors, in days.
const quarterDays = 91

// sendingDays is how long the documents of one sending may take to leave.
const sendingDays = 7

// Since the last report: its period is followed on where it ended so many days ago.
const (
	followsFrom  = 28
	followsUntil = 365
)

// ReportFor is what the leader wrote for the period that report, workbook and letter
// cover: the one asked for (0 leaves a day open); else the report begun and not yet
// sent; else, without words yet, what documents that just left cover, so that the others
// of the sending do too; else from the day after the last one sent, where that ended a
// while ago; else the last quarter. It never begins before the community
// (data/README.md, Sponsors).
func (s *Snapshot) ReportFor(from, until, today Date) SponsorReport {
	if at := slices.IndexFunc(s.Reports, func(r SponsorReport) bool { return r.From == from && r.Until == until }); at >= 0 {
		return s.Reports[at]
	}
	begun, sent := s.lastReports(today)
	open := from == 0 && until == 0
	if open && begun.Until != 0 {
		return begun
	}
	switch out, just := s.wentOut(today); {
	case open && just:
		from, until = out.From, out.Until
	case open && sent.followedOn(today):
		from = sent.Until.AddDays(1)
	}
	until = cmp.Or(until, today)
	from = cmp.Or(from, min(until, today).AddDays(1-quarterDays))
	return SponsorReport{From: max(from, min(s.Community.StartedOn, until)), Until: until}
}

// lastReports are the report that was begun and not sent, and the one sent by today, each
// the one that ends last, and empty where there is none.
func (s *Snapshot) lastReports(today Date) (begun, sent SponsorReport) {
	for _, r := range s.Reports {
		switch {
		case r.SentOn == 0 && r.Until >= begun.Until:
			begun = r
		case r.SentOn != 0 && r.SentOn <= today && r.Until > sent.Until:
			sent = r
		}
	}
	return begun, sent
}

// sending is a period of which something told how many joined, from the day on.
type sending struct{ from, until, on Date }

// sendings are the periods that were told of outside, each once, in the order in which
// they first were: by documents that left, and by reports noted as sent, of which the
// program may know no more than that.
func (s *Snapshot) sendings() []sending {
	var told []sending
	add := func(p sending) {
		at := slices.IndexFunc(told, func(t sending) bool { return t.from == p.from && t.until == p.until })
		switch {
		case at < 0:
			told = append(told, p)
		case p.on < told[at].on:
			told[at].on = p.on
		}
	}
	for _, p := range s.Periods {
		add(sending{p.From, p.Until, p.SentOn})
	}
	for _, r := range s.Reports {
		if r.SentOn != 0 {
			add(sending{r.From, min(r.Until, r.SentOn), r.SentOn})
		}
	}
	slices.SortStableFunc(told, func(a, b sending) int { return cmp.Compare(a.on, b.on) })
	return told
}

// ToldUntil is the last day that a period told of before shares with this one, or that
// lies behind it, 0 for none: how many joined is told from the day after, since two
// periods that overlap would tell how many joined in what only one of them covers
// (data/README.md, Confidentiality). A period told of again tells the same again.
func (s *Snapshot) ToldUntil(from, until Date) Date {
	last := Date(0)
	for _, p := range s.sendings() {
		if p.from == from && p.until == until {
			break
		}
		if p.until >= from && p.from <= until {
			last = max(last, p.until)
		}
	}
	return last
}

// LeavingPeriod is the period to be kept once a document that covers the days asked for
// has left the machine.
func (s *Snapshot) LeavingPeriod(from, until, today Date) OutwardPeriod {
	r := s.ReportFor(from, until, today)
	return OutwardPeriod{From: r.From, Until: min(r.Until, today), SentOn: today}
}

// JoinedUnnoted reports whether documents of today tell who joined, other than the leader,
// in a period that is not noted as gone out.
func (s *Snapshot) JoinedUnnoted(today Date) bool {
	p := s.LeavingPeriod(0, 0, today)
	told := slices.ContainsFunc(s.sendings(), func(t sending) bool { return t.from == p.From && t.until == p.Until })
	return !told && slices.ContainsFunc(s.Members, func(m Member) bool {
		return m.Kind == KindMember && m.ID != s.Community.LeaderID && m.JoinedOn.Within(p.From, p.Until)
	})
}

// wentOut is the period of the documents that left last, where both that and its end are
// less than a week ago and nothing is noted as sent of it: the sending is not complete.
func (s *Snapshot) wentOut(today Date) (last OutwardPeriod, ok bool) {
	for _, p := range s.Periods {
		if p.SentOn <= today && p.SentOn >= last.SentOn {
			last = p
		}
	}
	noted := slices.ContainsFunc(s.Reports, func(r SponsorReport) bool { return r.SentOn != 0 && r.Until >= last.Until })
	return last, last.ID != 0 && !noted && today.Sub(last.SentOn) < sendingDays && today.Sub(last.Until) < sendingDays
}

// followedOn reports whether the next period begins where this report's ended.
func (r *SponsorReport) followedOn(today Date) bool {
	ended := today.Sub(r.Until)
	return r.Until != 0 && ended >= followsFrom && ended <= followsUntil
}

// Ask is what the sponsors are asked for: the decision, who takes it, by when.
type Ask struct {
	Decision string
	Who      string // "" is the sponsors
	By       string // in the leader's words, "" while no day is set
}

// ParseAsks reads the asks of a report, one a line: "decision; who decides; by when".
// What follows the decision may be missing.
func ParseAsks(text string) []Ask {
	var asks []Ask
	for _, line := range ParseLines(text) {
		parts := strings.SplitN(strings.ReplaceAll(line, "；", ";"), ";", 3)
		for len(parts) < 3 {
			parts = append(parts, "")
		}
		ask := Ask{Decision: strings.TrimSpace(parts[0]), Who: strings.TrimSpace(parts[1]), By: strings.TrimSpace(parts[2])}
		if ask.Decision != "" {
			asks = append(asks, ask)
		}
	}
	return asks
}
