package members

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
)

// Given follow-ups about a person, then the open ones stand first as they fall due, late ones marked, the closed ones last.
func TestFollowUpsInOrder(t *testing.T) {
	t.Parallel()
	s := few()
	s.Items = []data.Item{{ID: 4, Title: "Guide"}}
	s.FollowUps = []data.FollowUp{
		{ID: 1, MemberID: 2, What: "no day", State: data.Asked, On: today.AddDays(-14)},
		{ID: 2, MemberID: 2, What: "soon", State: data.SaidYes, On: today.AddDays(-7), Due: today.AddDays(5), EventID: 3},
		{ID: 3, MemberID: 2, What: "late", State: data.Asked, On: today.AddDays(-30), Due: today.AddDays(-1), ItemID: 4, Note: "shy"},
		{ID: 4, MemberID: 2, What: "declined", State: data.SaidNo, On: today.AddDays(-40), Due: today.AddDays(-20)},
		{ID: 5, MemberID: 2, What: "over", State: data.Done, On: today.AddDays(-3)},
		{ID: 6, MemberID: 3, What: "somebody else", State: data.Asked, On: today},
		{ID: 7, MemberID: 2, What: "due today", State: data.Asked, On: today, Due: today},
	}
	state := stateOf(t, s)
	state.Select(2)
	d, _ := state.Detail()
	var got []string
	for _, f := range d.FollowUps {
		line := f.What + ": " + f.State + ", " + f.Second
		if f.About != "" {
			line += " (" + f.About + ")"
		}
		if f.Late {
			line += " late"
		}
		got = append(got, line)
	}
	want := []string{
		"late: Asked, 4 weeks ago · due 20 Nov 2026 · shy (Guide) late",
		"due today: Asked, today · due 21 Nov 2026",
		"soon: Said yes, 1 week ago · due 26 Nov 2026 (Wed 11 Nov · E)",
		"no day: Asked, 2 weeks ago",
		"over: Done, 3 days ago",
		"declined: Said no, 6 weeks ago",
	}
	if !slices.Equal(got, want) {
		t.Errorf("follow-ups:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Given people who joined at different times, then the welcome is shown to whoever joined lately, after the community began.
func TestWhoIsWelcomed(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		change func(s *data.Snapshot, m *data.Member)
		want   bool
	}{
		"joined 60 days ago":    {func(*data.Snapshot, *data.Member) {}, true},
		"joined 61 days ago":    {func(_ *data.Snapshot, m *data.Member) { m.JoinedOn = today.AddDays(-61) }, false},
		"joined today":          {func(_ *data.Snapshot, m *data.Member) { m.JoinedOn = today }, true},
		"joins tomorrow":        {func(_ *data.Snapshot, m *data.Member) { m.JoinedOn = today.AddDays(1) }, false},
		"left since":            {func(_ *data.Snapshot, m *data.Member) { m.LeftOn = today }, false},
		"a contact":             {func(_ *data.Snapshot, m *data.Member) { m.Kind = data.KindContact }, false},
		"wants resources only":  {func(_ *data.Snapshot, m *data.Member) { m.ResourcesOnly = true }, false},
		"there from the start":  {func(s *data.Snapshot, m *data.Member) { s.Community.StartedOn = m.JoinedOn }, false},
		"leads":                 {func(s *data.Snapshot, m *data.Member) { s.Community.LeaderID = m.ID }, false},
		"a longer time is set":  {longerWelcome(90, -90), true},
		"beyond the longer one": {longerWelcome(90, -91), false},
	} {
		s := few()
		s.Members[0].JoinedOn = today.AddDays(-60)
		s.Community.StartedOn = today.AddDays(-400)
		tc.change(s, &s.Members[0])
		state := stateOf(t, s)
		state.Select(1)
		if d, _ := state.Detail(); d.Welcome.Shown != tc.want {
			t.Errorf("%s: shown is %v", name, d.Welcome.Shown)
		}
	}
}

func longerWelcome(days, joined int) func(s *data.Snapshot, m *data.Member) {
	return func(s *data.Snapshot, m *data.Member) {
		s.Settings = append(s.Settings, data.Setting{Key: "level.newcomerDays", Value: "90"})
		m.JoinedOn = today.AddDays(joined)
	}
}

// Given a newcomer, then each of the three things is told from its own rows.
func TestWelcomeFromRows(t *testing.T) {
	t.Parallel()
	words := func(s *data.Snapshot) string {
		s.Members[0].JoinedOn = today.AddDays(-35)
		state := stateOf(t, s)
		state.Select(1)
		d, _ := state.Detail()
		w := d.Welcome
		return strings.Join([]string{w.Written, w.Paired, w.First}, " | ")
	}
	s := few()
	if got := words(s); got != "Welcome sent | Has a buddy | First event" {
		t.Errorf("nothing done: %s", got)
	}
	s.Events = append(s.Events, data.Event{ID: 9, Title: "Next", On: today.AddDays(5), Status: data.StatusAnnounced})
	s.FollowUps = []data.FollowUp{{ID: 1, MemberID: 1, Rule: "C14", State: data.Done, On: today}, {ID: 2, MemberID: 1, Rule: "C13", State: data.Done, On: today.AddDays(-7)}}
	s.Contributions = []data.Contribution{{ID: 3, MemberID: 2, WhomID: 1, Kind: data.Welcomed, On: today.AddDays(-1)},
		{ID: 4, MemberID: 3, WhomID: 2, Kind: data.Welcomed, On: today}}
	if got, want := words(s), "Welcome sent, 1 week ago | Has a buddy: Ann, yesterday | First event; the next is on 26 Nov 2026"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	s.Attendance = append(s.Attendance, data.Attendance{EventID: 3, MemberID: 1, Present: true}, data.Attendance{EventID: 2, MemberID: 1, Present: true})
	if got := words(s); !strings.HasSuffix(got, "| First event, 3 weeks ago") {
		t.Errorf("came: %s", got)
	}
}

// Given what was noted by hand, then it is told once, and said of one that counts already; help received stands apart.
func TestHistoryByHand(t *testing.T) {
	t.Parallel()
	s := few()
	s.Items = []data.Item{{ID: 1, Title: "Guide", Kind: data.KindArtefact, Column: data.ColumnDone, OwnerID: 2, DoneOn: today.AddDays(-15)}}
	s.Contributions = []data.Contribution{{ID: 1, MemberID: 2, On: today.AddDays(-15), Kind: data.Published, ItemID: 1},
		{ID: 2, MemberID: 2, On: today.AddDays(-1), Kind: data.Welcomed, WhomID: 3}, {ID: 3, MemberID: 3, On: today, Kind: data.Mentored}}
	s.HelpReceived = []data.HelpReceived{{ID: 8, MemberID: 2, On: today, Note: "a slow suite"}}
	state := stateOf(t, s)
	state.Select(2)
	d, _ := state.Detail()
	var got []string
	for _, h := range d.History {
		if h.Kind != Came {
			got = append(got, h.Text)
			if (h.ContributionID != 0) == (h.HelpID != 0) && h.Text != "finished “Guide”" {
				t.Errorf("%q belongs to rows %d and %d", h.Text, h.ContributionID, h.HelpID)
			}
		}
	}
	want := []string{"was helped: a slow suite", "guided a newcomer: Bo", "finished “Guide”",
		"wrote or updated something for all: “Guide” (counted once already)"}
	if !slices.Equal(got, want) {
		t.Errorf("told is %q, want %q", got, want)
	}
}

// Given levels declared, replaced and taken back, then the history tells each with its reason, and the end once.
func TestHistoryOfDeclaredLevels(t *testing.T) {
	t.Parallel()
	s := few()
	s.Declared = []data.DeclaredLevel{
		{ID: 1, MemberID: 2, Level: data.Occasional, DeclaredOn: today.AddDays(-60), EndedOn: today.AddDays(-60)},
		{ID: 2, MemberID: 2, Level: data.Core, Reason: "runs it", DeclaredOn: today.AddDays(-60), EndedOn: today.AddDays(-30)},
		{ID: 3, MemberID: 2, Level: data.Active, DeclaredOn: today.AddDays(-30), EndedOn: today.AddDays(-10)}}
	state := stateOf(t, s)
	state.Select(2)
	d, _ := state.Detail()
	var got []string
	for _, h := range d.History {
		if strings.HasPrefix(h.Text, "level") {
			got = append(got, h.Ago+": "+h.Text)
		}
	}
	want := []string{"1 week ago: level worked out again", "4 weeks ago: level set by you: Active", "9 weeks ago: level set by you: Core (runs it)"}
	if !slices.Equal(got, want) {
		t.Errorf("told is %q, want %q", got, want)
	}
}

// Given events over some quarters, then the history tells how the level went as the data showed it, not what stayed the same.
func TestHistoryOfInferredLevels(t *testing.T) {
	t.Parallel()
	s := &data.Snapshot{Members: []data.Member{{ID: 1, Name: "Ann", Kind: data.KindMember, JoinedOn: today.AddDays(-700)}}}
	for i := range 60 { // every ten days; Ann came to those of the first year only
		e := data.Event{ID: int64(i + 1), On: today.AddDays(-600 + 10*i), Status: data.StatusHeld}
		s.Events = append(s.Events, e)
		if i < 36 {
			s.Attendance = append(s.Attendance, data.Attendance{EventID: e.ID, MemberID: 1, Present: true})
		}
	}
	state := stateOf(t, s)
	state.Select(1)
	d, _ := state.Detail()
	var got []string
	for _, h := range d.History {
		if strings.HasPrefix(h.Text, "level") {
			got = append(got, h.On.String()+" "+h.Text)
		}
	}
	want := []string{"2026-09-30 level worked out: from Occasional to Peripheral", "2026-06-30 level worked out: from Active to Occasional",
		"2025-06-30 level worked out: Active"}
	if !slices.Equal(got, want) {
		t.Errorf("told is %q, want %q", got, want)
	}
}

// The exchange balance is silent until it is switched on, and then only asks (data/README.md, Styles).
func TestBalance(t *testing.T) {
	t.Parallel()
	demo := datatest.Read(t, datatest.Demo(t))
	on := *demo
	on.Settings = append(slices.Clone(on.Settings), data.Setting{Key: data.BalanceSetting, Value: "on"})
	for _, tc := range []struct {
		s    *data.Snapshot
		id   int64
		want string
	}{
		{demo, 1, ""},
		{&on, 1, "Gives a lot. Has anyone said thank you, and is it not too much?"},
		{&on, 11, "Was helped lately. Would a small way to give something back be welcome?"},
		{&on, 22, "Giving and being helped: unknown. That takes half a year and a few notes."},
		{&on, 24, ""},
	} {
		state := stateOf(t, tc.s)
		state.Select(tc.id)
		if d, _ := state.Detail(); d.Balance != tc.want {
			t.Errorf("%d: %q, want %q", tc.id, d.Balance, tc.want)
		}
	}
}
