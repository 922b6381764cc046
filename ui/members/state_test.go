package members

import (
	"context"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
)

type frozen data.Date

func (f frozen) Today() data.Date { return data.Date(f) }

var today = datatest.Today

// stateOf shows a snapshot without a file, so that only the screen's own work counts.
func stateOf(t testing.TB, s *data.Snapshot) *State {
	t.Helper()
	state := NewState(nil, frozen(today), words.English(), "")
	state.Take(newRoster(s, today, words.English().Lang(), nil))
	return state
}

func names(state *State) string {
	var out []string
	for _, id := range state.VisibleIDs() {
		out = append(out, state.NameOf(id))
	}
	return strings.Join(out, " ")
}

// few is a community of five with three held events: Ann at all, Bo at two, Cy at none; Dee is a contact, Eve left.
func few() *data.Snapshot {
	long := today.AddDays(-400)
	s := &data.Snapshot{Members: []data.Member{
		{ID: 1, Name: "Cy", Unit: "Red", Kind: data.KindMember, JoinedOn: long},
		{ID: 2, Name: "Ann", Unit: "Öl", Kind: data.KindMember, JoinedOn: long, Knows: data.Lines{"b"}},
		{ID: 3, Name: "Bo", Unit: "Ocean", Kind: data.KindMember, JoinedOn: long, Knows: data.Lines{"a", "z"}},
		{ID: 4, Name: "Dee", Kind: data.KindContact, JoinedOn: long},
		{ID: 5, Name: "Eve", Kind: data.KindMember, JoinedOn: long, LeftOn: today.AddDays(-1)}}}
	for i := range 3 {
		id := int64(i + 1)
		s.Events = append(s.Events, data.Event{ID: id, Title: "E", On: today.AddDays(-10 * (3 - i)), Status: data.StatusHeld})
		s.Attendance = append(s.Attendance, data.Attendance{EventID: id, MemberID: 2, Present: true})
		if i < 2 {
			s.Attendance = append(s.Attendance, data.Attendance{EventID: id, MemberID: 3, Present: true})
		}
	}
	return s
}

// Given people, when they are sorted by each heading and backwards, then names decide among equals and those of whom the column
// says nothing stand last.
func TestSortBy(t *testing.T) {
	t.Parallel()
	state := stateOf(t, few())
	for _, tc := range []struct {
		order Order
		want  string
		line  string
	}{
		{Order{}, "Ann Bo Cy Dee", "4 of 5 shown · sorted by level, then name"},
		{Order{Column: ByName}, "Ann Bo Cy Dee", "4 of 5 shown · sorted by name"},
		{Order{ByName, true}, "Dee Cy Bo Ann", "4 of 5 shown · sorted by name, backwards"},
		{Order{Column: ByUnit}, "Bo Ann Cy Dee", "4 of 5 shown · sorted by unit, then name"},
		{Order{ByUnit, true}, "Cy Ann Bo Dee", "4 of 5 shown · sorted by unit backwards, then name"},
		{Order{ByLevel, true}, "Dee Cy Ann Bo", "4 of 5 shown · sorted by level from the edge, then name"},
		{Order{Column: ByEvents}, "Ann Bo Cy Dee", "4 of 5 shown · sorted by events, then name"},
		{Order{ByEvents, true}, "Cy Bo Ann Dee", "4 of 5 shown · sorted by events, fewest first, then name"},
		{Order{Column: ByKnows}, "Bo Ann Cy Dee", "4 of 5 shown · sorted by what to ask about, then name"},
		{Order{Column: BySeen}, "Ann Bo Cy Dee", "4 of 5 shown · sorted by last seen, then name"},
		{Order{BySeen, true}, "Bo Ann Cy Dee", "4 of 5 shown · sorted by last seen, longest ago first, then name"},
	} {
		state.SortBy(tc.order)
		if got := names(state); got != tc.want {
			t.Errorf("%+v: %s, want %s", tc.order, got, tc.want)
		}
		if got := state.OrderLine(); got != tc.line {
			t.Errorf("%+v: %q, want %q", tc.order, got, tc.line)
		}
	}
}

// Given people, then the chips count them, those who left apart, and a chip that empties gives way to Everyone.
func TestChips(t *testing.T) {
	t.Parallel()
	s := few()
	state := stateOf(t, s)
	words := func() string {
		var out []string
		chips, chosen := state.Chips()
		for i, c := range chips {
			if i == chosen {
				c.Text = "[" + c.Text + "]"
			}
			out = append(out, c.Text)
		}
		return strings.Join(out, " ")
	}
	if got, want := words(), "[Everyone 4] Core 0 Active 2 Occasional 0 Peripheral 1 Contacts 1 Left 1"; got != want {
		t.Errorf("chips: %s, want %s", got, want)
	}
	state.Choose(Left)
	if got := names(state); got != "Eve" {
		t.Errorf("left: %s", got)
	}
	back := *s
	back.Members = slices.Clone(s.Members)
	back.Members[4].LeftOn = 0
	state.Take(newRoster(&back, today, "en", state.roster))
	if got, want := words(), "[Everyone 5] Core 0 Active 2 Occasional 0 Peripheral 2 Contacts 1"; got != want {
		t.Errorf("after Eve came back: %s, want %s", got, want)
	}
}

// Given too few events, then no levels are offered or shown (data/README.md, Levels).
func TestNotEnoughEvents(t *testing.T) {
	t.Parallel()
	s := few()
	s.Events = s.Events[:2]
	state := stateOf(t, s)
	chips, _ := state.Chips()
	if len(chips) != 3 || chips[1].Text != "Contacts 1" {
		t.Errorf("chips: %+v", chips)
	}
	if got := state.Row(2).Level; got != "" {
		t.Errorf("Ann's level is %q", got)
	}
	if got := state.OrderLine(); got != "4 of 5 shown · sorted by name" {
		t.Errorf("the line says %q", got)
	}
	state.Select(2)
	d, _ := state.Detail()
	if d.Level != "Not enough events yet" || len(d.Remarks) != 0 {
		t.Errorf("the detail says %q, %q", d.Level, d.Remarks)
	}
}

// Given the demo, then every level and flag of data/README.md, Demo is shown in plain words, never raw.
func TestFlagsInWords(t *testing.T) {
	t.Parallel()
	state := stateOf(t, datatest.Large(24, 10, 0))
	for id, want := range map[int64][2]string{
		4:  {"Peripheral", "Has a core role, but events and board don't show it at present."},
		14: {"Peripheral", "Not met at any event for long."},
		21: {"Peripheral", "New here; the level settles after 3 events."},
		24: {"Contact", ""},
		1:  {"Core", ""},
	} {
		state.Select(id)
		d, _ := state.Detail()
		remarks := strings.Join(d.Remarks, " ")
		if d.Level != want[0] || !strings.HasPrefix(remarks, want[1]) || want[1] == "" && remarks != "" {
			t.Errorf("%s: %q, %q; want %q", d.Member.Name, d.Level, remarks, want)
		}
		for _, raw := range []string{"declaredCoreNotSeen", "newcomer", "dormant", "tooLittleData"} {
			if strings.Contains(remarks+state.Row(id).Second, raw) {
				t.Errorf("%s: the raw flag is shown: %q", d.Member.Name, remarks)
			}
		}
	}
}

// Given a member with acts, attendance and roles, then their history tells each event once, the latest first.
func TestHistory(t *testing.T) {
	t.Parallel()
	s := few()
	s.Events[2].Title = "Clinic"
	s.EventRoles = []data.EventRole{{EventID: 3, MemberID: 2, Part: data.PartSpeaker}, {EventID: 3, MemberID: 2, Part: data.PartMinutes}}
	s.Items = []data.Item{{ID: 1, Title: "Guide", Column: data.ColumnDone, OwnerID: 2, DoneOn: today.AddDays(-15)}}
	s.Contributions = []data.Contribution{{ID: 1, MemberID: 2, On: today.AddDays(-1), Kind: data.Mentored, Note: "pairs"}}
	s.Roles = []data.MemberRole{{MemberID: 2, Role: data.RoleWelcomer, From: today.AddDays(-50), To: today.AddDays(-40)}}
	s.Declared = []data.DeclaredLevel{{MemberID: 2, Level: data.Core, DeclaredOn: today, ReviewOn: today.AddDays(90)}}
	state := stateOf(t, s)
	state.Select(2)
	d, _ := state.Detail()
	var lines []string
	for _, h := range d.History {
		lines = append(lines, h.Ago+": "+h.Text)
	}
	want := []string{"today: level set by you: Core", "yesterday: mentored somebody: pairs", "1 week ago: spoke and took the minutes: “Clinic”",
		"2 weeks ago: finished “Guide”", "3 weeks ago: came to “E”", "4 weeks ago: came to “E”",
		"6 weeks ago: laid down a role: Welcomer", "7 weeks ago: took on a role: Welcomer", "57 weeks ago: joined"}
	if !slices.Equal(lines, want) {
		t.Errorf("the history is\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// Given somebody hidden by chip and search, when they are selected, then both give way.
func TestSelectBringsIntoView(t *testing.T) {
	t.Parallel()
	state := stateOf(t, few())
	state.Search("bo")
	state.Choose(Contacts)
	if !state.Select(2) || names(state) != "Ann Bo Cy Dee" || state.Query() != "" {
		t.Errorf("shown are %s for %q", names(state), state.Query())
	}
	state.Select(5)
	if names(state) != "Eve" {
		t.Errorf("shown are %s", names(state))
	}
	if state.Select(77) || state.Selected() != 5 {
		t.Error("somebody who is not there was selected")
	}
}

func large(b *testing.B) *State { return stateOf(b, datatest.Large(10000, 1000, 100000)) }

func BenchmarkLoad10000(b *testing.B) {
	state := large(b)
	b.ResetTimer()
	for range b.N {
		if err := state.Load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstLoad10000(b *testing.B) {
	s := datatest.Large(10000, 1000, 100000)
	for range b.N {
		newRoster(s, today, "en", nil)
	}
}

func BenchmarkSearch10000(b *testing.B) {
	state := large(b)
	b.ResetTimer()
	for i := range b.N {
		state.Search([]string{"a", "aeros", "aeroskobing 0", "pay member 09"}[i%4])
		if len(state.visible) == 0 {
			b.Fatal("nobody found")
		}
	}
}

func BenchmarkDetail10000(b *testing.B) {
	state := large(b)
	state.Select(9000)
	b.ResetTimer()
	for range b.N {
		if _, ok := state.Detail(); !ok {
			b.Fatal("nobody selected")
		}
	}
}

func BenchmarkSortByUnit10000(b *testing.B) {
	state := large(b)
	b.ResetTimer()
	for i := range b.N {
		state.SortBy(Order{Column: ByUnit, Reversed: i%2 == 0})
	}
}

// Given a note typed since, when the roster is read lightly, then it holds the note and the levels of the roster before; on another day,
// or with nothing read before, all is reckoned anew.
func TestReadLightly(t *testing.T) {
	file := NewState(datatest.Demo(t), frozen(today), words.English(), "")
	before, err := file.Read(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.rows.members.Change(t.Context(), 2, store.Visit{}, func(m *data.Member) { m.Note = "Likes tea" }); err != nil {
		t.Fatal(err)
	}
	read := func(before *Roster) *Roster {
		t.Helper()
		r, err := file.ReadLightly(t.Context(), before)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	again := read(before)
	if got := again.people[again.place[2]].member.Note; got != "Likes tea" {
		t.Errorf("the note is %q", got)
	}
	if again.standings != before.standings || len(again.people) != len(before.people) || again.counts[Everyone] != before.counts[Everyone] {
		t.Error("it is another roster")
	}
	yesterday := *before
	yesterday.today--
	if read(&yesterday).standings == before.standings || read(nil).standings == before.standings {
		t.Error("levels of another day were taken over")
	}
}
