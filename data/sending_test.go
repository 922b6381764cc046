package data_test

import (
	"testing"

	. "copleader/data"
)

// Given what was begun and sent before, then what goes to the sponsors covers the days
// it should.
func TestReportFor(t *testing.T) {
	sent := func(until int) SponsorReport {
		return SponsorReport{ID: 1, From: day(until - 90), Until: day(until), SentOn: day(until + 1)}
	}
	left := func(on, from, until int) []OutwardPeriod {
		return []OutwardPeriod{{ID: 1, From: day(-300), Until: day(-200), SentOn: day(-190)}, {ID: 2, From: day(from), Until: day(until), SentOn: day(on)}}
	}
	begun := SponsorReport{ID: 2, From: day(-60), Until: day(30), Lines: "Begun"}
	for _, c := range []struct {
		name              string
		reports           []SponsorReport
		left              []OutwardPeriod
		started           int
		from, until       Date
		wantFrom, wantEnd int
		id                int64
	}{
		{"nothing sent yet", nil, nil, -210, 0, 0, -90, 0, 0},
		{"younger than a quarter", nil, nil, -40, 0, 0, -40, 0, 0},
		{"sent 27 days ago", []SponsorReport{sent(-27)}, nil, -900, 0, 0, -90, 0, 0},
		{"sent 28 days ago", []SponsorReport{sent(-28)}, nil, -900, 0, 0, -27, 0, 0},
		{"sent a year ago", []SponsorReport{sent(-365)}, nil, -900, 0, 0, -364, 0, 0},
		{"sent longer ago", []SponsorReport{sent(-366)}, nil, -900, 0, 0, -90, 0, 0},
		{"the last one sent counts", []SponsorReport{sent(-100), sent(-40), sent(-200)}, nil, -900, 0, 0, -39, 0, 0},
		{"not yet sent", []SponsorReport{{ID: 3, From: day(-130), Until: day(-40), SentOn: day(2)}}, nil, -900, 0, 0, -90, 0, 0},
		{"begun", []SponsorReport{sent(-40), begun}, nil, -900, 0, 0, -60, 30, 2},
		{"asked for", []SponsorReport{begun}, nil, -900, day(-20), day(-10), -20, -10, 0},
		{"asked for and written", []SponsorReport{begun, sent(-40)}, nil, -900, day(-130), day(-40), -130, -40, 1},
		{"asked for an end", []SponsorReport{begun}, nil, -900, 0, day(-100), -190, -100, 0},
		{"asked for before the start", nil, nil, -100, day(-300), 0, -100, 0, 0},
		{"saved yesterday", nil, left(-1, -91, -1), -900, 0, 0, -91, -1, 0},
		{"saved 6 days ago", nil, left(-6, -60, -6), -900, 0, 0, -60, -6, 0},
		{"saved 7 days ago", nil, left(-7, -60, -6), -900, 0, 0, -90, 0, 0},
		{"saved of days long ago", nil, left(-1, -100, -7), -900, 0, 0, -90, 0, 0},
		{"saved and noted as sent", []SponsorReport{{ID: 5, From: day(-91), Until: day(-1), SentOn: day(0)}}, left(-1, -91, -1), -900, 0, 0, -90, 0, 0},
		{"saved after one was sent", []SponsorReport{sent(-100)}, left(-3, -99, -3), -900, 0, 0, -99, -3, 0},
		{"saved and begun", []SponsorReport{begun}, left(-1, -91, -1), -900, 0, 0, -60, 30, 2},
		{"saved, others asked for", nil, left(-1, -91, -1), -900, day(-20), day(-10), -20, -10, 0},
		{"saved by a clock that is ahead", nil, left(3, -91, -1), -900, 0, 0, -90, 0, 0},
	} {
		s := &Snapshot{Community: Community{StartedOn: day(c.started)}, Reports: c.reports, Periods: c.left}
		got := s.ReportFor(c.from, c.until, day0)
		if got.From != day(c.wantFrom) || got.Until != day(c.wantEnd) || got.ID != c.id {
			t.Errorf("%s: %s to %s, report %d; want %s to %s", c.name, got.From, got.Until, got.ID, day(c.wantFrom), day(c.wantEnd))
		}
	}
}

// Given documents that left and reports noted as sent, then another period begins to tell who joined after those it overlaps with; each of them tells it as it did.
func TestWhoJoinedIsToldOnce(t *testing.T) {
	day := NewDate(2026, 11, 21)
	s := &Snapshot{Reports: []SponsorReport{
		{ID: 1, From: day.AddDays(-90), Until: day.AddDays(-50), SentOn: day.AddDays(-49)},
		{ID: 2, From: day.AddDays(-60), Until: day.AddDays(-20), SentOn: day.AddDays(-19)},
		{ID: 3, From: day.AddDays(-70), Until: day.AddDays(-19), SentOn: day.AddDays(-19)},
		{ID: 4, From: day.AddDays(-18), Until: day}, // not sent
	}}
	for _, c := range []struct {
		from, until, want int
	}{{-120, -91, -1000}, {-120, -90, -50}, {-19, 0, -19}, {-18, 0, -1000}, {-90, -50, -1000}, {-60, -20, -50}, {-70, -19, -20}} {
		want := day.AddDays(c.want)
		if c.want == -1000 {
			want = 0
		}
		if got := s.ToldUntil(day.AddDays(c.from), day.AddDays(c.until)); got != want {
			t.Errorf("from %d to %d: %d, want %d", c.from, c.until, got, want)
		}
	}
}

// Given documents that were saved and reports noted as sent of the same or other days, then what went out first tells all, later ones
// from the day after; one sent before its last day told no more than there was by then.
func TestWhatLeftCountsLikeWhatIsNotedAsSent(t *testing.T) {
	p := func(id int64, from, until, on int) OutwardPeriod {
		return OutwardPeriod{ID: id, From: day(from), Until: day(until), SentOn: day(on)}
	}
	r := func(from, until, on int) SponsorReport {
		return SponsorReport{ID: 1, From: day(from), Until: day(until), SentOn: day(on)}
	}
	for _, c := range []struct {
		name        string
		left        []OutwardPeriod
		sent        []SponsorReport
		from, until int
		want        Date
	}{
		{"saved, another", []OutwardPeriod{p(1, -90, -10, -9)}, nil, -80, 0, day(-10)},
		{"saved, the same again", []OutwardPeriod{p(1, -90, -10, -9)}, nil, -90, -10, 0},
		{"two saved on one day, the first", []OutwardPeriod{p(1, -90, -10, 0), p(2, -80, 0, 0)}, nil, -90, -10, 0},
		{"two saved on one day, the second", []OutwardPeriod{p(1, -90, -10, 0), p(2, -80, 0, 0)}, nil, -80, 0, day(-10)},
		{"saved, then noted as sent after another", []OutwardPeriod{p(1, -90, -10, -9), p(2, -80, -5, -5)}, []SponsorReport{r(-90, -10, -1)}, -90, -10, 0},
		{"the other of these", []OutwardPeriod{p(1, -90, -10, -9), p(2, -80, -5, -5)}, []SponsorReport{r(-90, -10, -1)}, -80, -5, day(-10)},
		{"noted as sent before it was saved", []OutwardPeriod{p(1, -80, -5, -5)}, []SponsorReport{r(-90, -10, -9)}, -80, -5, day(-10)},
		{"sent before its last day", nil, []SponsorReport{r(-90, 10, -10)}, -90, 0, day(-10)},
		{"the same on the day it was sent", nil, []SponsorReport{r(-90, 10, -10)}, -90, -10, 0},
	} {
		s := &Snapshot{Periods: c.left, Reports: c.sent}
		if got := s.ToldUntil(day(c.from), day(c.until)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
