package reports_test

import (
	"strings"
	"testing"

	"copleader/data"
)

// Given a meeting at which something was decided, somebody thanked, something made for others, then the digest tells the first two once
// the minutes are out and not before, never what was parked or noted, nor anything of a confidential one; what was made for others is among
// what was finished.
func TestTheDigestTellsWhatAMeetingTaught(t *testing.T) {
	const decided, thanked, unnamed, parked = "We test in pairs", "Łukasz Wiśniewski: for the kata", "Our guest, for the cake", "Outside meetup"
	for name, tc := range map[string]struct {
		out, confidential bool
	}{"out": {out: true}, "not out": {}, "confidential": {out: true, confidential: true}} {
		snap := demoSnapshot(t)
		opt := options()
		e := data.Event{ID: 900, Title: "Our hour", Format: "retrospective", On: opt.Today.AddDays(-3), Status: data.StatusHeld, Audience: data.OpenEvent, Confidential: tc.confidential}
		m := data.Minutes{ID: 900, EventID: 900, Decisions: decided, Text: "A private remark"}
		if tc.out {
			m.PublishedOn = opt.Today
		}
		snap.Events, snap.Minutes = append(snap.Events, e), append(snap.Minutes, m)
		snap.MeetingLines = append(snap.MeetingLines,
			data.MeetingLine{ID: 1, EventID: 900, Kind: data.LineDecision, Text: decided}, data.MeetingLine{ID: 2, EventID: 900, Kind: data.LineThanks, Text: "for the kata", MemberID: 2},
			data.MeetingLine{ID: 3, EventID: 900, Kind: data.LineThanks, Text: unnamed}, data.MeetingLine{ID: 4, EventID: 900, Kind: data.LineParked, Text: parked},
			data.MeetingLine{ID: 5, EventID: 900, Kind: data.LineNote, Text: "A private remark"})
		snap.Items = append(snap.Items, data.Item{ID: 900, Title: "Kata checklist", Kind: data.KindArtefact, Column: data.ColumnDone, CreatedOn: e.On, DoneOn: e.On, EventID: 900})
		text := textFileOf(t, "digest", snap, opt)
		for _, line := range []string{decided, thanked, unnamed} {
			if told := strings.Contains(text, line); told != (tc.out && !tc.confidential) {
				t.Errorf("%s: that the digest tells %q is %v:\n%s", name, line, told, text)
			}
		}
		for _, line := range []string{parked, "A private remark"} {
			if strings.Contains(text, line) {
				t.Errorf("%s: the digest tells %q", name, line)
			}
		}
		said(t, "the digest, "+name, text, "Kata checklist")
	}
}
