package overview

import (
	"reflect"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/words"
)

// way is where a step of the demo leads: whom it shows there, or what it begins.
type way struct {
	title        string
	at           data.Place
	among, begun any
}

func event(id int64) data.Place { return data.Place{Kind: data.PlaceEvent, ID: id} }

// demoWays are the steps of the demo in the order of data/README.md, Demo.
var demoWays = []way{
	{"Talk to your sponsors", data.Place{Kind: data.PlaceDocument, Key: "sponsor"}, nil, nil},
	{"Ask for more time to lead", data.Place{Kind: data.PlaceBoard}, nil, data.Item{Title: "More time to lead the community", Kind: data.KindSponsorAsk, OwnerID: 1}},
	{"Publish the minutes of “Sat 24 Oct · Accessibility checks by hand”", event(8), nil, data.Minutes{EventID: 8}},
	{"Hand the next event to someone", event(10), nil, nil},
	{"Ask five people why fewer come", data.Place{Kind: data.PlaceMembers}, []int64{9, 10, 11, 16, 17, 20}, nil},
	{"Change one thing after “Sat 24 Oct · Accessibility checks by hand”", data.Place{Kind: data.PlaceBoard}, nil, data.Item{Title: "Next time: …", Kind: data.KindAction, EventID: 8}},
	{"Write to 3 people who have not come lately", data.Place{Kind: data.PlaceMembers}, []int64{9, 11, 16}, nil},
	{"Tidy the board together", data.Place{Kind: data.PlaceEvents}, nil, data.Event{Format: "backlog_refinement", On: today.AddDays(14)}},
	{"Talk about “Time and backing”", data.Place{Kind: data.PlaceEvents}, nil, data.Event{Format: "retrospective", On: today.AddDays(14)}},
	{"Find somebody for “Slow interface suite in Payments”", data.Place{Kind: data.PlaceBoard, ID: 12}, nil, nil},
	{"Finish something before you begin anew", data.Place{Kind: data.PlaceBoard, ID: 7}, nil, nil},
	{"Invite Олена Шевченко into the core team?", data.Place{Kind: data.PlaceMember, ID: 5}, nil, data.FollowUp{MemberID: 5, Rule: "C30"}},
}

func TestDemoSteps(t *testing.T) {
	t.Parallel()
	steps := read(demoSnapshot(t)).Steps
	if len(steps) != len(demoWays) {
		t.Fatalf("%d steps, want %d", len(steps), len(demoWays))
	}
	for i, s := range steps {
		if got := (way{s.Title, s.At, s.Among, s.Begun}); !reflect.DeepEqual(got, demoWays[i]) {
			t.Errorf("step %d: %+v, want %+v", i+1, got, demoWays[i])
		}
		if s.Reason == "" || s.Button == "" || len(s.Aside) == 0 || s.Urgent != (i < 3) {
			t.Errorf("step %d is not whole: %+v", i+1, s)
		}
	}
	if got, want := steps[0].Reason, "Last heard from you 18 weeks ago. Backing fades when its value is not seen."; got != want {
		t.Errorf("the reason is %q, want %q", got, want)
	}
}

// What the demo does not lead to.
func TestArrivals(t *testing.T) {
	t.Parallel()
	r := reader{&data.Snapshot{}, today, words.English()}
	for _, tc := range []struct {
		offer        coach.Offer
		among, begun any
	}{
		{coach.Offer{Do: coach.DoCharter, At: data.CharterPlace("primaryPurpose")}, nil, nil},
		{coach.Offer{Do: coach.DoAnnounce, At: event(3)}, nil, data.Announcement{EventID: 3}},
		{coach.Offer{Do: coach.DoRound}, nil, data.Round{}},
		{coach.Offer{Do: coach.DoPeople, Level: data.Active}, data.Active, nil},
		{coach.Offer{Do: coach.DoPeople, Among: []int64{3, 5}}, []int64{3, 5}, nil},
		{coach.Offer{Do: coach.DoHealth, At: data.CardPlace("safety")}, nil, nil},
		{coach.Offer{Do: coach.DoEvent, On: today}, nil, data.Event{On: today}},
		{coach.Offer{Do: coach.DoOpen}, nil, nil},
		{coach.Offer{Do: coach.DoStory}, nil, data.ValueStory{}},
	} {
		if who, row := among(&tc.offer), r.begun(&coach.Finding{Offer: tc.offer}); !reflect.DeepEqual(who, tc.among) || !reflect.DeepEqual(row, tc.begun) {
			t.Errorf("%+v shows %+v and begins %+v", tc.offer, who, row)
		}
	}
}

// Steps no rule speaks of stand for a community that begins, and for rounds to close.
func TestStepsOfItsOwn(t *testing.T) {
	t.Parallel()
	event := func(status data.EventStatus, days int) data.Event {
		return data.Event{ID: int64(1000 + days), Title: "Talk", Format: "brown_bag", On: today.AddDays(days), Status: status}
	}
	round := func(days int) data.Snapshot {
		return data.Snapshot{Rounds: []data.Round{{ID: 1, Name: "Round 1", OpenedOn: today.AddDays(-9), ClosesOn: today.AddDays(days)}}}
	}
	led, ana := data.NewCommunity("New"), []data.Member{{ID: 1, Name: "Ana", Kind: data.KindMember, JoinedOn: today}}
	led.LeaderID = 1
	purposeless := data.Snapshot{Community: led, Members: ana, Events: []data.Event{event(data.StatusHeld, -1)}}
	for _, tc := range []struct {
		name   string
		s      data.Snapshot
		title  string
		wanted bool
	}{
		{"nothing planned", data.Snapshot{}, "Put the next date in", true},
		{"planned", data.Snapshot{Events: []data.Event{event(data.StatusPlanned, 30)}}, "Put the next date in", false},
		{"a pause", data.Snapshot{Community: data.Community{PausedUntil: today.AddDays(1)}}, "Put the next date in", false},
		{"one event held", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -1)}}, "Put the next date in", true},
		{"a rhythm, and the coach has something to say", data.Snapshot{Events: []data.Event{event(data.StatusHeld, -1), event(data.StatusHeld, -20)}},
			"Put the next date in", false},
		{"alone", data.Snapshot{}, "Add your first members", true},
		{"not alone", data.Snapshot{Members: []data.Member{{ID: 1, Kind: data.KindMember, JoinedOn: today}, {ID: 2, Kind: data.KindMember, JoinedOn: today}}},
			"Add your first members", false},
		{"charter", data.Snapshot{Community: led, Members: ana}, "Go on with the charter", true},
		{"the coach speaks of the charter", purposeless, "Go on with the charter", false},
		{"on its last day", round(0), "Close “Round 1”", false},
		{"after its last day", round(-1), "Close “Round 1”", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			steps := read(&tc.s).Steps
			if got := slices.ContainsFunc(steps, func(s Step) bool { return s.Title == tc.title }); got != tc.wanted {
				t.Errorf("%q: %v, want %v in %+v", tc.title, got, tc.wanted, steps)
			}
		})
	}
}

func TestWordsOfTheRest(t *testing.T) {
	t.Parallel()
	s := NewState(nil, words.English(), coach.Visit{})
	calm, urgent := Step{}, Step{Urgent: true}
	for _, tc := range []struct {
		hidden []Step
		want   string
	}{
		{[]Step{calm}, "1 more, not urgent"},
		{[]Step{calm, calm}, "2 more, none of them urgent"},
		{[]Step{urgent}, "1 more, urgent too"},
		{[]Step{urgent, urgent}, "2 more, all of them urgent"},
		{[]Step{urgent, calm, calm}, "3 more, 1 of them urgent"},
	} {
		if got := s.rest(tc.hidden); got != tc.want {
			t.Errorf("%q, want %q", got, tc.want)
		}
	}
}

func TestSince(t *testing.T) {
	t.Parallel()
	demo := demoSnapshot(t)
	busy := *demo
	for i := range 8 {
		busy.FollowUps = append(busy.FollowUps, data.FollowUp{ID: int64(100 + i), MemberID: 4, What: "Ask", State: data.Asked, On: today.AddDays(-20), Due: today})
	}
	doing := "“Mutation testing on one service” has been in Doing for 35 days"
	for _, tc := range []struct {
		name string
		s    *data.Snapshot
		last coach.Visit
		want Since
	}{
		{"never here before", demo, coach.Visit{}, Since{}},
		{"here today", demo, coach.Visit{On: today, Answers: 29}, Since{}},
		{"a week ago", demo, coach.Visit{On: today.AddDays(-7), Answers: -1}, Since{Last: "Sat 14 Nov", News: []News{{"Mon 16 Nov", doing}}}},
		{"much", &busy, coach.Visit{On: today.AddDays(-7), Answers: -1},
			Since{Last: "Sat 14 Nov", News: slices.Repeat([]News{{"Sat 21 Nov", "Due: Ask"}}, 6), More: "and 3 more"}},
		{"answers", demo, coach.Visit{On: today, Answers: 28}, Since{News: []News{{"", "1 more answer came in"}}}},
	} {
		r := reader{tc.s, today, words.English()}
		if got := r.since(tc.last); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: %+v, want %+v", tc.name, got, tc.want)
		}
	}
	thanks := reader{demo, today, words.English()}.since(coach.Visit{On: today.AddDays(-60), Answers: -1}).Thanks
	if thanks == "" {
		t.Error("nobody is thanked for two months")
	}
}
