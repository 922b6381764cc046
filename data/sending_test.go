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
	begun := SponsorReport{ID: 2, From: day(-60), Until: day(30), Lines: "Begun"}
	for _, c := range []struct {
		name              string
		reports           []SponsorReport
		started           int
		from, until       Date
		wantFrom, wantEnd int
		id                int64
	}{
		{"nothing sent yet", nil, -210, 0, 0, -90, 0, 0},
		{"younger than a quarter", nil, -40, 0, 0, -40, 0, 0},
		{"sent 27 days ago", []SponsorReport{sent(-27)}, -900, 0, 0, -90, 0, 0},
		{"sent 28 days ago", []SponsorReport{sent(-28)}, -900, 0, 0, -27, 0, 0},
		{"sent a year ago", []SponsorReport{sent(-365)}, -900, 0, 0, -364, 0, 0},
		{"sent longer ago", []SponsorReport{sent(-366)}, -900, 0, 0, -90, 0, 0},
		{"the last one sent counts", []SponsorReport{sent(-100), sent(-40), sent(-200)}, -900, 0, 0, -39, 0, 0},
		{"not yet sent", []SponsorReport{{ID: 3, From: day(-130), Until: day(-40), SentOn: day(2)}}, -900, 0, 0, -90, 0, 0},
		{"begun", []SponsorReport{sent(-40), begun}, -900, 0, 0, -60, 30, 2},
		{"asked for", []SponsorReport{begun}, -900, day(-20), day(-10), -20, -10, 0},
		{"asked for and written", []SponsorReport{begun, sent(-40)}, -900, day(-130), day(-40), -130, -40, 1},
		{"asked for an end", []SponsorReport{begun}, -900, 0, day(-100), -190, -100, 0},
		{"asked for before the start", nil, -100, day(-300), 0, -100, 0, 0},
	} {
		s := &Snapshot{Community: Community{StartedOn: day(c.started)}, Reports: c.reports}
		got := s.ReportFor(c.from, c.until, day0)
		if got.From != day(c.wantFrom) || got.Until != day(c.wantEnd) || got.ID != c.id {
			t.Errorf("%s: %s to %s, report %d; want %s to %s", c.name, got.From, got.Until, got.ID, day(c.wantFrom), day(c.wantEnd))
		}
	}
}

// Given sent reports, then another period begins to tell who joined after those it overlaps with; each of them tells it as it did.
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
		if got := s.ToldUntil(day.AddDays(c.from), day.AddDays(c.until), day); got != want {
			t.Errorf("from %d to %d: %d, want %d", c.from, c.until, got, want)
		}
	}
}
