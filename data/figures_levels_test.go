package data_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	. "copleader/data"
)

// The boundary cases of data/README.md, Levels, and one on each side of every line.
func TestInferLevel(t *testing.T) {
	type want struct {
		level   Level
		flag    Flag
		notSeen bool
	}
	for name, c := range map[string]struct {
		e    Evidence
		want want
	}{
		"contact":                           {Evidence{Contact: true, Events: 9, Seen: 9}, want{level: Transactional}},
		"resources only":                    {Evidence{ResourcesOnly: true, Events: 9, Seen: 9, Organising: 9, Contributions: 9}, want{level: Transactional}},
		"two events, joined 60 days ago":    {Evidence{Events: 2, Seen: 2, MemberDays: 60}, want{Peripheral, FlagNewcomer, false}},
		"two events, joined 61 days ago":    {Evidence{Events: 2, Seen: 2, MemberDays: 61}, want{Peripheral, FlagTooLittleData, false}},
		"joined after all events":           {Evidence{Events: 0, MemberDays: 3}, want{Peripheral, FlagNewcomer, false}},
		"three events are enough":           {Evidence{Events: 3, Seen: 3, MemberDays: 60}, want{level: Active}},
		"core role, one organising act":     {Evidence{CoreRole: true, Events: 9, Contributions: 1, Organising: 1, SeenLately: true}, want{level: Core}},
		"leader, no act, at all events":     {Evidence{CoreRole: true, Events: 9, Seen: 9}, want{Active, FlagNone, true}},
		"leader, a talk":                    {Evidence{CoreRole: true, Events: 9, Contributions: 1, Talks: 1, SeenLately: true}, want{level: Core}},
		"leader, new, an act":               {Evidence{CoreRole: true, Events: 0, MemberDays: 1, Contributions: 1, Organising: 1, SeenLately: true}, want{level: Core}},
		"core role, not seen lately":        {Evidence{CoreRole: true, Events: 2, MemberDays: 90, Contributions: 3, Organising: 3, SpreadDays: 90}, want{Peripheral, FlagTooLittleData, true}},
		"core role, busy long ago":          {Evidence{CoreRole: true, Events: 9, Seen: 9, Contributions: 3, Organising: 3, SpreadDays: 56, StretchDays: 56}, want{Active, FlagNone, true}},
		"no role, talks only":               {Evidence{Events: 9, Contributions: 3, Talks: 3, StretchDays: 55, SeenLately: true}, want{level: Occasional}},
		"two events, three acts":            {Evidence{Events: 2, Seen: 2, MemberDays: 90, Contributions: 3, Organising: 3, SpreadDays: 56, StretchDays: 56}, want{Peripheral, FlagTooLittleData, false}},
		"four acts, stretch 55":             {Evidence{Events: 9, Contributions: 4, StretchDays: 55}, want{level: Occasional}},
		"four acts, stretch 56":             {Evidence{Events: 9, Contributions: 4, StretchDays: 56}, want{level: Active}},
		"four acts, stretch 56, two events": {Evidence{Events: 2, Contributions: 4, StretchDays: 56}, want{level: Active}},
		"three acts, spread 49":             {Evidence{Events: 9, Seen: 9, Contributions: 3, Organising: 3, SpreadDays: 49}, want{level: Active}},
		"three acts, spread 55":             {Evidence{Events: 9, Seen: 9, Contributions: 3, Organising: 3, SpreadDays: 55}, want{level: Active}},
		"three acts, spread 56":             {Evidence{Events: 9, Seen: 9, Contributions: 3, Organising: 3, SpreadDays: 56}, want{level: Core}},
		"two acts, spread 56":               {Evidence{Events: 9, Seen: 9, Contributions: 2, Organising: 2, SpreadDays: 56}, want{level: Active}},
		"three acts, spread 56, 4 of 9":     {Evidence{Events: 9, Seen: 4, Contributions: 3, Organising: 3, SpreadDays: 56}, want{level: Active}},
		"three acts, spread 56, 5 of 10":    {Evidence{Events: 10, Seen: 5, Contributions: 3, Organising: 3, SpreadDays: 56}, want{level: Core}},
		"half":                              {Evidence{Events: 8, Seen: 4}, want{level: Active}},
		"just under half":                   {Evidence{Events: 9, Seen: 4}, want{level: Occasional}},
		"a third, two contributions":        {Evidence{Events: 9, Seen: 3, Contributions: 2}, want{level: Active}},
		"a third, one contribution":         {Evidence{Events: 9, Seen: 3, Contributions: 1}, want{level: Occasional}},
		"under a third, two contributions":  {Evidence{Events: 10, Seen: 3, Contributions: 2}, want{level: Occasional}},
		"33 of 100, two contributions":      {Evidence{Events: 100, Seen: 33, Contributions: 2}, want{level: Occasional}},
		"34 of 100, two contributions":      {Evidence{Events: 100, Seen: 34, Contributions: 2}, want{level: Active}},
		"two of nine":                       {Evidence{Events: 9, Seen: 2}, want{level: Occasional}},
		"one of nine":                       {Evidence{Events: 9, Seen: 1, MemberDays: 900}, want{level: Peripheral}},
		"none of nine, one contribution":    {Evidence{Events: 9, Contributions: 1}, want{level: Occasional}},
		"none of nine, member 182 days":     {Evidence{Events: 9, MemberDays: 182}, want{Peripheral, FlagDormant, false}},
		"none of nine, member 181 days":     {Evidence{Events: 9, MemberDays: 181}, want{level: Peripheral}},
	} {
		t.Run(name, func(t *testing.T) {
			level, flag, notSeen := InferLevel(c.e, DefaultThresholds())
			if got := (want{level, flag, notSeen}); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// Given the demo community, every member has the numbers, level and flag of
// data/README.md, Demo.
func TestStandingsOfDemo(t *testing.T) {
	const table = `
M01 9/9 7 6 core
M02 8/9 6 3 core
M03 7/9 5 4 core
M04 1/9 0 0 peripheral declaredCoreNotSeen
M05 9/9 6 3 active
M06 7/9 2 0 active
M07 7/9 1 0 active
M08 5/9 1 0 active
M09 3/9 1 0 occasional
M10 2/9 0 0 occasional
M11 3/9 0 0 occasional
M12 4/9 1 0 occasional
M13 4/8 2 0 active
M14 0/9 0 0 peripheral dormant
M15 1/9 0 0 peripheral
M16 2/7 0 0 occasional
M17 2/6 1 0 occasional
M18 0/9 0 0 peripheral dormant
M19 0/9 0 0 peripheral dormant
M20 1/9 1 0 occasional
M21 1/2 0 0 peripheral newcomer
M22 0/1 0 0 peripheral newcomer
M23 0/9 0 0 peripheral dormant
M24 0/0 0 0 transactional
`
	for name, s := range demos(t) {
		t.Run(name, func(t *testing.T) { checkStandings(t, s, table) })
	}
}

func checkStandings(t *testing.T, s *Snapshot, table string) {
	st := s.Standings(day0)
	got := "\n"
	for i := range s.Members {
		p := st.ByMember(s.Members[i].ID)
		e := p.Evidence
		if e.Contact {
			e.Seen, e.Events = 0, 0 // a contact has none of these: "–"
		}
		got += fmt.Sprintf("M%02d %d/%d %d %d %s", p.MemberID, e.Seen, e.Events, e.Contributions, e.Organising, p.Effective)
		if p.Flag != "" {
			got += " " + string(p.Flag)
		}
		if p.DeclaredCoreNotSeen {
			got += " declaredCoreNotSeen"
		}
		got += "\n"
	}
	if got != table {
		t.Errorf("got%s", got)
	}
	if spread := st.ByMember(5).Evidence.SpreadDays; spread != 49 {
		t.Errorf("M05's acts are spread over %d days, want 49", spread)
	}
	counts := map[Level]int{Core: 3, Active: 5, Occasional: 7, Peripheral: 8, Transactional: 1}
	if !maps.Equal(st.Counts, counts) {
		t.Errorf("counts %v, want %v", st.Counts, counts)
	}
	if got := fmt.Sprintf("%d members, %d gave, %d new, %d by hand, enough %v, %d events", st.Members, st.Gave, st.New[Peripheral],
		st.SetByHand, st.Enough, st.Events); got != "23 members, 12 gave, 2 new, 0 by hand, enough true, 9 events" {
		t.Error(got)
	}
	if Percent(st.Counts[Core], st.Members) != 13 {
		t.Errorf("core share %d %%, want 13 %%", Percent(st.Counts[Core], st.Members))
	}
	for id, want := range map[int64]Date{1: day(-7), 2: day(-28), 9: day(-91), 10: day(-112), 14: 0} {
		if got := st.ByMember(id).LastSeen; got != want {
			t.Errorf("M%02d last seen %v, want %v", id, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	s := demoSnapshot(t)
	s.Members = append(s.Members,
		Member{ID: 25, Name: "Today's", Kind: KindMember, JoinedOn: day0},
		Member{ID: 26, Name: "Reader", Kind: KindMember, JoinedOn: day(-100), ResourcesOnly: true})
	s.Contributions = append(s.Contributions, Contribution{ID: 99, MemberID: 25, On: day0, Kind: Helped})
	st := s.Standings(day0)
	for id, want := range map[int64]string{
		5:  "At 9 of 9 events, 6 contributions since 2026-05-24.",
		13: "At 4 of 8 events, 2 contributions since 2026-06-06.",
		14: "At 0 of 9 events since 2026-05-24.",
		22: "At 0 of 1 event since 2026-10-31.",
		24: "A contact, not a member.",
		25: "1 contribution since 2026-11-21.",
		26: "Uses our resources only, by choice.",
	} {
		if got := spoken(st.ByMember(id).Sentence); got != want {
			t.Errorf("member %d: %q, want %q", id, got, want)
		}
	}
	if got := st.ByMember(77); got.MemberID != 0 || !got.Sentence.IsZero() {
		t.Errorf("a stranger stands at %+v", got)
	}
}

// Given fewer than three events in the window, nobody's level is inferred and none
// is counted; the leader's choice counts for the person all the same.
func TestNotEnoughEvents(t *testing.T) {
	s := demoSnapshot(t)
	s.Events, s.Declared = s.Events[7:], []DeclaredLevel{{ID: 1, MemberID: 1, Level: Core, DeclaredOn: day(-9)}}
	st := s.Standings(day0)
	if st.Enough || st.Events != 2 || len(st.Counts)+len(st.New) != 0 || st.SetByHand != 0 {
		t.Errorf("enough %v, %d events, counts %v, by hand %d", st.Enough, st.Events, st.Counts, st.SetByHand)
	}
	p := st.ByMember(1)
	if p.Inferred != "" || p.Effective != Core || p.Flag != "" || p.Declared == nil {
		t.Errorf("got %+v", p)
	}
	if got := spoken(p.Sentence); got != "Not enough events yet: 2 held since 2026-05-24." {
		t.Errorf("sentence %q", got)
	}
}

func TestWindow(t *testing.T) {
	for _, c := range []struct{ cadence, days int }{{0, 182}, {21, 182}, {30, 182}, {31, 186}, {60, 360}, {92, 552}, {200, 552}} {
		s := &Snapshot{Community: Community{CadenceDays: c.cadence}}
		from, until := s.Window(day0)
		if got := until.Sub(from) + 1; got != c.days || until != day0 {
			t.Errorf("cadence %d: %d days, want %d", c.cadence, got, c.days)
		}
	}
	s := demoSnapshot(t)
	s.Events[0].On = day(-181)
	if n := s.Standings(day0).Events; n != 9 {
		t.Errorf("an event 181 days ago is in the window: %d events, want 9", n)
	}
	s.Events[0].On = day(-182)
	if n := s.Standings(day0).Events; n != 8 {
		t.Errorf("an event 182 days ago is out of the window: %d events, want 8", n)
	}
}

// Given levels declared, ended, replaced and dated later, only the one in force counts.
func TestDeclaredLevels(t *testing.T) {
	s := demoSnapshot(t)
	s.Declared = []DeclaredLevel{
		{ID: 1, MemberID: 4, Level: Active, DeclaredOn: day(-60)},
		{ID: 2, MemberID: 4, Level: Core, DeclaredOn: day(-50), ReviewOn: day(-1), Reason: "Ill for a while"},
		{ID: 3, MemberID: 5, Level: Core, DeclaredOn: day(-50), EndedOn: day0},
		{ID: 4, MemberID: 6, Level: Core, DeclaredOn: day(1)},
		{ID: 5, MemberID: 24, Level: Core, DeclaredOn: day(-50)},
		{ID: 6, MemberID: 15, Level: Active, DeclaredOn: day0},
	}
	st := s.Standings(day0)
	p := st.ByMember(4)
	if p.Effective != Core || p.Inferred != Peripheral || p.Declared == nil || p.Declared.ID != 2 {
		t.Errorf("M04: %+v", p)
	}
	for _, id := range []int64{5, 6, 24} {
		if p := st.ByMember(id); p.Declared != nil || p.Effective != p.Inferred {
			t.Errorf("M%02d: %+v", id, p)
		}
	}
	if got := st.New; got[Peripheral] != 2 {
		t.Errorf("new by level: %v", got)
	}
	if p := st.ByMember(15); p.Effective != Active || p.Inferred != Peripheral {
		t.Errorf("M15, declared today: %+v", p)
	}
	if st.SetByHand != 2 || st.Counts[Core] != 4 || st.Counts[Peripheral] != 6 {
		t.Errorf("by hand %d, counts %v", st.SetByHand, st.Counts)
	}
}

// Given somebody who left and somebody who has yet to come, neither counts; an
// event before joining or after leaving is not held against anyone.
func TestOnlyThoseOnTheRosterCount(t *testing.T) {
	s := demoSnapshot(t)
	s.Members[4].LeftOn = day0 // M05
	s.Members[5].LeftOn = day(1)
	s.Members[6].JoinedOn = day(1)
	st := s.Standings(day0)
	if st.ByMember(5).MemberID != 0 || st.ByMember(7).MemberID != 0 || st.Members != 21 || st.Gave != 10 {
		t.Errorf("%d members, %d gave", st.Members, st.Gave)
	}
	if e := st.ByMember(6).Evidence; e.Events != 9 || e.Seen != 7 {
		t.Errorf("M06 leaves tomorrow: %+v", e)
	}
	s.Members[5].LeftOn, s.Members[5].JoinedOn = 0, day(-100)
	if e := s.Standings(day0).ByMember(6).Evidence; e.Events != 5 || e.Seen != 3 {
		t.Errorf("M06 joined after E04: %+v", e)
	}
}

// Given attendances in any order, twice, or only expected, each event counts once
// and the last one seen is the latest.
func TestAttendanceCountsOnce(t *testing.T) {
	s := demoSnapshot(t)
	slices.Reverse(s.Attendance)
	s.Attendance = append(s.Attendance,
		Attendance{ID: 901, EventID: 9, MemberID: 14, Expected: ReplyYes},
		Attendance{ID: 902, EventID: 9, MemberID: 1, Present: true},
		Attendance{ID: 903, EventID: 10, MemberID: 14, Present: true})
	st := s.Standings(day0)
	if p := st.ByMember(14); p.Evidence.Seen != 0 || p.LastSeen != 0 || p.Flag != FlagDormant {
		t.Errorf("M14 only said yes: %+v", p)
	}
	if p := st.ByMember(2); p.LastSeen != day(-28) {
		t.Errorf("M02 last seen %v", p.LastSeen)
	}
	if p := st.ByMember(1); p.Evidence.Seen != 9 || p.LastSeen != day(-7) {
		t.Errorf("M01: %+v", p)
	}
}

// Given acts on the window's first day and the day before, the first counts.
func TestActsWithinTheWindow(t *testing.T) {
	s := demoSnapshot(t)
	s.Contributions = []Contribution{{ID: 1, MemberID: 14, On: day(-182), Kind: Helped}, {ID: 2, MemberID: 18, On: day(-181), Kind: Helped},
		{ID: 3, MemberID: 19, On: day0, Kind: Helped}, {ID: 4, MemberID: 23, On: day(1), Kind: Helped}}
	st := s.Standings(day0)
	for id, want := range map[int64]int{14: 0, 18: 1, 19: 1, 23: 0} {
		if got := st.ByMember(id).Evidence.Contributions; got != want {
			t.Errorf("M%02d: %d contributions, want %d", id, got, want)
		}
	}
}

func TestLeaderOn(t *testing.T) {
	s := &Snapshot{Community: Community{LeaderID: 2}}
	if s.LeaderOn(day(-500)) != 2 {
		t.Error("without terms the leader led all along")
	}
	s.LeaderTerms = []LeaderTerm{{MemberID: 1, From: day(-100), To: day(-10)}, {MemberID: 2, From: day(-10)}}
	got := []int64{s.LeaderOn(day(-101)), s.LeaderOn(day(-100)), s.LeaderOn(day(-11)), s.LeaderOn(day(-10)), s.LeaderOn(day0)}
	if !slices.Equal(got, []int64{1, 1, 1, 2, 2}) {
		t.Errorf("got %v", got)
	}
}

// smallerSnapshot is ten years of a community of fifty.
func smallerSnapshot() *Snapshot {
	s := largeSnapshot()
	s.Members, s.Attendance = s.Members[:50], s.Attendance[:4000]
	return s
}

// BenchmarkStandings10k measures everyone's level among 10,000 members, 1,000
// events and 100,000 attendances.
func BenchmarkStandings10k(b *testing.B) {
	s := largeSnapshot()
	b.ReportAllocs()
	for b.Loop() {
		if st := s.Standings(day0); st.Members != 10000 {
			b.Fatal(st.Members)
		}
	}
}

// largeSnapshot is a ten-year community of 10,000.
func largeSnapshot() *Snapshot {
	s := &Snapshot{Community: Community{ID: 1, Name: "Large", Kind: Workplace, LeaderID: 1, CadenceDays: 7}}
	for i := range 10000 {
		s.Members = append(s.Members, Member{ID: int64(i + 1), Kind: KindMember, JoinedOn: day(-3650 + i%3000)})
	}
	for i := range 1000 {
		id := int64(i + 1)
		s.Events = append(s.Events, Event{ID: id, On: day(-3650 + i*365/100), Status: StatusHeld, Format: Formats[i%21].Key})
		for k, part := range EventParts {
			s.EventRoles = append(s.EventRoles, EventRole{ID: id*4 + int64(k), EventID: id, MemberID: int64((i*7+k)%10000 + 1), Part: part})
		}
	}
	for i := range 100000 {
		s.Attendance = append(s.Attendance, Attendance{ID: int64(i + 1), EventID: int64(i/100 + 1),
			MemberID: int64((i*7919)%10000 + 1), Present: i%10 != 0})
	}
	for i := range 2000 {
		s.Items = append(s.Items, Item{ID: int64(i + 1), Kind: KindArtefact, Column: ColumnDone, OwnerID: int64(i%500 + 1),
			DoneOn: day(-i), CreatedOn: day(-i - 30)})
	}
	return s
}

// Given somebody of the core team with one act, then they are of the core as long
// as they were seen in the last 90 days or at one of the last two events.
func TestSeenLately(t *testing.T) {
	of := func(acted, seen int, held ...int) *Snapshot {
		s := &Snapshot{Community: Community{LeaderID: 1},
			Members:       []Member{{ID: 1, Kind: KindMember, JoinedOn: day(-400)}},
			Contributions: []Contribution{{ID: 1, MemberID: 1, On: day(acted), Kind: Helped}, {ID: 2, MemberID: 1, On: day(-180), Kind: Represented}}}
		for i, n := range held {
			s.Events = append(s.Events, Event{ID: int64(i + 1), On: day(n), Status: StatusHeld})
			s.Attendance = append(s.Attendance, Attendance{ID: int64(i + 1), EventID: int64(i + 1), MemberID: 1, Present: n == seen})
		}
		return s
	}
	for name, c := range map[string]struct {
		s    *Snapshot
		core bool
	}{
		"acted 89 days ago":                       {of(-89, 0, -170, -60, -30), true},
		"acted 90 days ago":                       {of(-90, 0, -170, -60, -30), false},
		"seen 89 days ago":                        {of(-170, -89, -170, -89, -60, -30), true},
		"seen 90 days ago, two events since":      {of(-170, -90, -170, -90, -60, -30), false},
		"seen at the last event but one":          {of(-170, -120, -170, -120, -100), true},
		"acted on the day of the last but one":    {of(-120, 0, -170, -120, -100), true},
		"acted the day before it":                 {of(-121, 0, -170, -120, -100), false},
		"seen last when three events were enough": {of(-170, -121, -170, -121, -120, -10), false},
	} {
		if got := c.s.Standings(day0).ByMember(1); (got.Effective == Core) != c.core || got.DeclaredCoreNotSeen == c.core {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Given two newcomers whom the leader declared active and nobody peripheral, then
// they are counted as new where they count at all.
func TestNewcomersAreCountedWhereTheyCount(t *testing.T) {
	s := demoSnapshot(t)
	for _, id := range []int64{4, 14, 15, 18, 19, 21, 22, 23} {
		s.Declared = append(s.Declared, DeclaredLevel{ID: id, MemberID: id, Level: Active, DeclaredOn: day(-1)})
	}
	st := s.Standings(day0)
	if st.Counts[Peripheral] != 0 || st.New[Peripheral] != 0 || st.New[Active] != 2 || st.Counts[Active] != 13 {
		t.Errorf("counts %v, new %v", st.Counts, st.New)
	}
	if sum := st.Counts[Core] + st.Counts[Active] + st.Counts[Occasional] + st.Counts[Peripheral] + st.Counts[Transactional] - st.Contacts; sum != st.Members || st.Contacts != 1 {
		t.Errorf("%d of %d members, %d contacts", sum, st.Members, st.Contacts)
	}
}

// Given events at none of which anybody is ticked, then levels come from acts alone, and nobody is said to have stayed away.
func TestWithoutARegister(t *testing.T) {
	s := demoSnapshot(t)
	s.Attendance = nil
	st := s.Standings(day0)
	for id, want := range map[int64]string{1: "7 contributions since 2026-05-24; who came was not noted.", 14: "Who came to the events since 2026-05-24 was not noted."} {
		if p := st.ByMember(id); spoken(p.Sentence) != want || p.Flag != FlagNone {
			t.Errorf("M%02d: %q, %q", id, spoken(p.Sentence), p.Flag)
		}
	}
	for _, c := range s.CountedFigures(day0) {
		if noted := spoken(c.Value) != "not noted"; noted == (c.Key == CountCame || c.Key == CountAttendances) {
			t.Errorf("%s is told as %q", c.Key, spoken(c.Value))
		}
	}
	s.Attendance = []Attendance{{ID: 1, EventID: 9, MemberID: 5, Present: true}}
	if st = s.Standings(day0); st.NotNoted || st.ByMember(14).Flag != FlagDormant {
		t.Errorf("one tick: %+v", st.ByMember(14))
	}
}

// Given acts before the joining day, then they count, and the sentence says from when.
func TestActsBeforeJoiningCount(t *testing.T) {
	s := demoSnapshot(t)
	for _, id := range []int64{21, 22} { // joined 35 and 21 days ago
		for i, on := range []int{-100, -80, -30} {
			s.Contributions = append(s.Contributions, Contribution{ID: 100*id + int64(i), MemberID: id, On: day(on), Kind: Helped})
		}
	}
	s.Members[21].JoinedOn = day(-3) // after the last event
	st := s.Standings(day0)
	if got := spoken(st.ByMember(21).Sentence); got != "At 1 of 2 events since joining, 3 contributions since 2026-05-24." {
		t.Errorf("M21: %q", got)
	}
	if got := spoken(st.ByMember(22).Sentence); got != "3 contributions since 2026-05-24." {
		t.Errorf("M22: %q", got)
	}
	s.Contributions = append(s.Contributions, Contribution{ID: 9000, MemberID: 21, On: day(-44), Kind: Helped})
	if p := s.Standings(day0).ByMember(21); p.Effective != Active || p.Flag != FlagNone {
		t.Errorf("four contributions over 70 days: %+v", p)
	}
}
