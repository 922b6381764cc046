package data_test

import (
	"cmp"
	"slices"
	"testing"

	. "copleader/data"
)

// Given the demo community, exactly the acts it lists come out, derived and by hand.
func TestActsOfDemo(t *testing.T) {
	for name, s := range demos(t) {
		t.Run(name, func(t *testing.T) { checkActs(t, s) })
	}
}

func checkActs(t *testing.T, s *Snapshot) {
	type entry struct {
		member     int64
		on         Date
		kind       ContributionKind
		organising bool
	}
	order := func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.member, b.member), cmp.Compare(a.kind, b.kind))
	}
	var want, got []entry
	for _, c := range listedActs(t) {
		want = append(want, entry{number(c.Member), day(c.Day), c.Kind, c.Organising})
	}
	sources := map[[2]any]bool{}
	for _, a := range s.Acts(day0) {
		got = append(got, entry{a.MemberID, a.On, a.Kind, a.Organising})
		if key := [2]any{a.MemberID, a.Source}; sources[key] {
			t.Errorf("%s counts twice for M%02d", a.Source, a.MemberID)
		} else {
			sources[key] = true
		}
	}
	slices.SortFunc(want, order)
	slices.SortFunc(got, order)
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Given rows that mean the same act, or that lie ahead, each act counts once and
// only when its day has come.
func TestActsCountOnce(t *testing.T) {
	s := &Snapshot{
		Events: []Event{
			{ID: 1, Status: StatusHeld, On: day(-10)},
			{ID: 2, Status: StatusHeld, On: day(1)},
			{ID: 3, Status: StatusCancelled, On: day(-5)},
			{ID: 4, Status: StatusAnnounced, On: day0},
			{ID: 5, Status: StatusHeld, On: day0},
		},
		EventRoles: []EventRole{
			{ID: 1, EventID: 1, MemberID: 7, Part: PartSpeaker},
			{ID: 2, EventID: 1, MemberID: 7, Part: PartSpeaker, Rank: 2},
			{ID: 3, EventID: 1, MemberID: 7, Part: PartPrepared},
			{ID: 4, EventID: 2, MemberID: 7, Part: PartSpeaker},
			{ID: 5, EventID: 3, MemberID: 7, Part: PartSpeaker},
			{ID: 6, EventID: 4, MemberID: 7, Part: PartSpeaker},
			{ID: 7, EventID: 5, MemberID: 7, Part: PartMinutes},
		},
		Items: []Item{
			{ID: 1, Kind: KindArtefact, Column: ColumnDone, OwnerID: 7, DoneOn: day(-4)},
			{ID: 2, Kind: KindArtefact, Column: ColumnDone, OwnerID: 7, DoneOn: day(1)},
			{ID: 3, Kind: KindArtefact, Column: ColumnDone, DoneOn: day(-4)},
			{ID: 4, Kind: KindArtefact, Column: ColumnDoing, OwnerID: 7, DoneOn: day(-4)},
			{ID: 5, Kind: KindHelpRequest, Column: ColumnDone, OwnerID: 7, DoneOn: day(-2)},
		},
		Contributions: []Contribution{
			{ID: 1, MemberID: 7, On: day(-4), Kind: Published, ItemID: 1}, // finishing it is the act
			{ID: 2, MemberID: 7, On: day(-1), Kind: Published, ItemID: 1}, // an update later is another
			{ID: 3, MemberID: 8, On: day(-4), Kind: Published, ItemID: 1}, // so is somebody else's part
			{ID: 4, MemberID: 7, On: day(-3), Kind: Helped, ItemID: 5},    // answering it is the act
			{ID: 5, MemberID: 7, On: day(-3), Kind: Reviewed, ItemID: 5},
			{ID: 6, MemberID: 7, On: day(-3), Kind: Reviewed, ItemID: 5}, // noted twice
			{ID: 7, MemberID: 7, On: day(-3), Kind: Mentored},
			{ID: 8, MemberID: 7, On: day(-3), Kind: Mentored}, // two on a day may be two
			{ID: 9, MemberID: 7, On: day(1), Kind: Mentored},
		},
	}
	var got []string
	for _, a := range s.Acts(day0) {
		if a.MemberID == 7 {
			got = append(got, a.Source)
		}
	}
	slices.Sort(got)
	want := []string{"event 1 prepared", "event 1 spoke", "event 5 minutes", "item 1", "item 5", "note 2", "note 5", "note 7", "note 8"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if others := s.ActsOf(8, day0); len(others) != 1 || others[0].Source != "note 3" {
		t.Errorf("the other member's acts: %+v", others)
	}
}

// Given a member, the latest act stands first.
func TestActsOf(t *testing.T) {
	var got []Date
	for _, a := range demoSnapshot(t).ActsOf(5, day0) {
		got = append(got, a.On)
	}
	if want := []Date{day(-42), day(-63), day(-105), day(-112), day(-112), day(-140)}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEventsAndPeople(t *testing.T) {
	s := demoSnapshot(t)
	held, coming := s.HeldEvents(day0), s.ComingEvents(day0)
	if len(held) != 9 || held[0].ID != 1 || held[8].ID != 9 {
		t.Errorf("held: %v", held)
	}
	if len(coming) != 1 || coming[0].ID != 10 || len(s.ComingEvents(day(14))) != 1 || len(s.ComingEvents(day(15))) != 0 {
		t.Errorf("coming: %v", coming)
	}
	if n := len(s.People(day0)); n != 23 {
		t.Errorf("%d people, want 23", n)
	}
	team := s.CoreTeam(day0)
	if len(team) != 4 || team[0].ID != 1 || team[3].ID != 4 {
		t.Errorf("core team: %v", team)
	}
	if got := s.RolesOf(1, day0); !slices.Equal(got, []Role{RoleLeader}) {
		t.Errorf("M01: %v", got)
	}
	if got := s.RolesOf(2, day0); !slices.Equal(got, []Role{RoleCoreTeam}) {
		t.Errorf("M02: %v", got)
	}
}
