package data

import (
	"cmp"
	"strings"
)

// quarterDays is the usual period of what goes to the sponsors, in days.
const quarterDays = 91

// Since the last report: its period is followed on where it ended so many days ago.
const (
	followsFrom  = 28
	followsUntil = 365
)

// ReportFor is what the leader wrote for the period that report, workbook and letter
// cover: the one asked for (0 leaves a day open); else the report begun and not yet
// sent; else, without words yet, from the day after the last one sent, where that
// ended a while ago; else the last quarter. It never begins before the community
// (data/README.md, Sponsors).
func (s *Snapshot) ReportFor(from, until, today Date) SponsorReport {
	var begun, sent SponsorReport
	for _, r := range s.Reports {
		switch {
		case r.From == from && r.Until == until:
			return r
		case r.SentOn == 0 && r.Until >= begun.Until:
			begun = r
		case r.SentOn != 0 && r.SentOn <= today && r.Until > sent.Until:
			sent = r
		}
	}
	open := from == 0 && until == 0
	if open && begun.Until != 0 {
		return begun
	}
	if open && sent.followedOn(today) {
		from = sent.Until.AddDays(1)
	}
	until = cmp.Or(until, today)
	from = cmp.Or(from, min(until, today).AddDays(1-quarterDays))
	return SponsorReport{From: max(from, min(s.Community.StartedOn, until)), Until: until}
}

// ToldUntil is the last day that a period already sent shares with this one, or that
// lies behind it, 0 for none: how many joined is told from the day after, since two
// periods that overlap would tell how many joined in what only one of them covers
// (data/README.md, Confidentiality).
func (s *Snapshot) ToldUntil(from, until, today Date) Date {
	last, own := Date(0), SponsorReport{SentOn: today.AddDays(1)}
	for _, r := range s.Reports {
		if r.From == from && r.Until == until && r.SentOn != 0 {
			own = r
		}
	}
	for _, r := range s.Reports {
		earlier := cmp.Or(cmp.Compare(r.SentOn, own.SentOn), cmp.Compare(r.ID, own.ID)) < 0
		if r.SentOn != 0 && earlier && r.Until >= from && r.From <= until {
			last = max(last, r.Until)
		}
	}
	return last
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
