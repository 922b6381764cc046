package overview

import (
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// asked keeps follow-ups in a file.
func asked(t *testing.T, st *store.Store, rows ...data.FollowUp) {
	t.Helper()
	for _, row := range rows {
		if row.State == "" {
			row.State = data.Asked
		}
		if row.On == 0 {
			row.On = today.AddDays(-7)
		}
		if err := store.Rows(st, store.FollowUps).Save(t.Context(), &row); err != nil {
			t.Fatal(err)
		}
	}
}

// Those whose day has come stand first, those without a day last; what is closed, or of tomorrow, is not there.
func TestFollowUps(t *testing.T) {
	t.Parallel()
	s := *demoSnapshot(t)
	s.FollowUps = []data.FollowUp{
		{ID: 1, MemberID: 9, What: "Ask for a talk", State: data.Asked, On: today.AddDays(-30)},
		{ID: 2, MemberID: 3, EventID: 10, What: "Bring the slides", State: data.SaidYes, On: today.AddDays(-7), Due: today.AddDays(5)},
		{ID: 3, Guest: "Dr. Ito", EventID: 10, What: "Speak", State: data.Asked, On: today, Due: today.AddDays(-1)},
		{ID: 4, SponsorID: s.Sponsors[0].ID, What: "Send the report", State: data.Asked, On: today, Due: today},
		{ID: 5, MemberID: 9, What: "Closed", State: data.Done, On: today},
		{ID: 6, MemberID: 9, What: "Refused", State: data.SaidNo, On: today},
		{ID: 7, MemberID: 9, What: "Not yet", State: data.Asked, On: today.AddDays(1)},
	}
	got := reader{&s, today, words.English()}.followUps()
	want := []FollowUp{
		{Row: s.FollowUps[2], Who: "Dr. Ito", What: "Speak", About: "today · “Sat 5 Dec · Second lightning round”", State: "Asked", Due: "due 20 Nov 2026", Late: true, At: event(10)},
		{Row: s.FollowUps[3], Who: "Amélie Fournier", What: "Send the report", About: "today", State: "Asked", Due: "due today", At: data.Place{Kind: data.PlaceSponsors}},
		{Row: s.FollowUps[1], Who: "Ελένη Παπαδοπούλου", What: "Bring the slides", About: "1 week ago · “Sat 5 Dec · Second lightning round”", State: "Said yes", Due: "due 26 Nov 2026", At: data.Place{Kind: data.PlaceMember, ID: 3}},
		{Row: s.FollowUps[0], Who: "Nguyễn Thị Hạnh", What: "Ask for a talk", About: "4 weeks ago", State: "Asked", At: data.Place{Kind: data.PlaceMember, ID: 9}},
	}
	if len(got) != len(want) {
		t.Fatalf("%d follow-ups: %+v", len(got), got)
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("follow-up %d:\n%+v, want\n%+v", i, got[i], want[i])
		}
	}
}

func TestFollowUpCard(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.WantNot("Follow-ups")
	asked(t, st, data.FollowUp{MemberID: 9, EventID: 10, What: "Ask for a talk", Due: today.AddDays(-1)})
	b.Want("Follow-ups", "Ask for a talk", "due 20 Nov 2026")
	b.Tap("Nguyễn Thị Hạnh")
	if got := b.Visits[0]; got.Page != "members" || got.Args != any(data.Place{Kind: data.PlaceMember, ID: 9}) {
		t.Errorf("the name leads to %+v", got)
	}
	b.TapNode(b.ByID("button", "overview.followUp.more"))
	b.Tap("Said yes")
	b.Want("Said yes")
	b.TapNode(b.ByID("button", "overview.followUp.more"))
	b.WantNot("Said yes")
	b.Tap("Open the event")
	if got := b.Visits[1]; got.Page != "events" || got.Args != any(event(10)) {
		t.Errorf("the event is %+v", got)
	}
	b.TapNode(b.ByID("button", "overview.followUp.done"))
	b.WantNot("Follow-ups")
	if row := b.Read().FollowUps[0]; row.State != data.Done {
		t.Errorf("kept as %q", row.State)
	}
	b.Notices[len(b.Notices)-1].Do()
	b.Want("Follow-ups", "Said yes")
}

func TestManyFollowUps(t *testing.T) {
	st := datatest.Demo(t)
	for i := range 6 {
		asked(t, st, data.FollowUp{MemberID: int64(9 + i), What: "Ask"})
	}
	b := openDemo(t, st, uitest.Options{})
	if n := len(b.FindAll("Done")); n != 4 {
		t.Errorf("%d at first", n)
	}
	b.Tap("and 2 more")
	if n := len(b.FindAll("Done")); n != 6 {
		t.Errorf("%d in all", n)
	}
}

// Each hole of the demo leads to the deed that closes it, with what is known filled in.
func TestHoles(t *testing.T) {
	t.Parallel()
	holes := read(demoSnapshot(t)).Holes
	want := []struct {
		node   data.Place
		button string
		begun  any
	}{
		{data.Place{Kind: data.PlaceMeasure, ID: 1}, "Note an item", data.Item{MeasureID: 1}},
		{data.Place{Kind: data.PlaceMeasure, ID: 2}, "Note an item", data.Item{MeasureID: 2}},
		{data.Place{Kind: data.PlaceMeasure, ID: 3}, "Note an item", data.Item{MeasureID: 3}},
		{data.Place{Kind: data.PlaceEvent, ID: 8}, "Link it", nil},
		{data.Place{Kind: data.PlaceEvent, ID: 6}, "Link it", nil},
		{data.Place{Kind: data.PlaceItem, ID: 3}, "Tell it", data.ValueStory{ItemID: 3}},
	}
	if len(holes) != len(want) {
		t.Fatalf("%d holes: %+v", len(holes), holes)
	}
	for i, w := range want {
		if h := holes[i]; h.Node != w.node || h.Button != w.button || !reflect.DeepEqual(h.Begun, w.begun) || h.Text == "" {
			t.Errorf("hole %d: %+v", i, h)
		}
	}
	lab, _ := demoSnapshot(t).EventByID(8)
	if got, want := holes[3].Text, "What does “Sat 24 Oct · "+lab.Title+"” serve? Link it with the canvas or an item."; got != want {
		t.Errorf("an event is named %q, want %q", got, want)
	}
}

// What the coach says of a card is not said twice.
func TestHoleThatTheCoachSpeaksOf(t *testing.T) {
	t.Parallel()
	s := *demoSnapshot(t)
	s.Items = append([]data.Item(nil), s.Items...)
	for i := range s.Items {
		s.Items[i].Card = ""
	}
	r := reader{&s, today, words.English()}
	holes := func(found []coach.Finding) (cards []string) {
		for _, h := range r.holes(found) {
			if h.Node.Kind == data.PlaceCard {
				cards = append(cards, h.Node.Key)
			}
		}
		return cards
	}
	if got := holes(nil); !reflect.DeepEqual(got, []string{"rhythm"}) {
		t.Errorf("holes of cards: %v", got)
	}
	s.Tallies = append([]data.Tally(nil), s.Tallies...)
	for i := range s.Tallies {
		if s.Tallies[i].RoundID == 2 && s.Tallies[i].Card == "direction" {
			s.Tallies[i].Counts = data.Counts{3, 4, 4, 3, 1}
		}
	}
	if got := holes(nil); !reflect.DeepEqual(got, []string{"direction", "rhythm"}) {
		t.Errorf("holes of cards: %v", got)
	}
	found := coach.Findings(&s, nil, today.AddDays(7)) // two weeks after the round closed
	if got := holes(found); got != nil {
		t.Errorf("said twice: %v", got)
	}
}

func TestHoleCard(t *testing.T) {
	st := datatest.Demo(t)
	b := openDemo(t, st, uitest.Options{})
	b.Want("Loose ends", "and 3 more")
	b.Tap("and 3 more")
	b.Tap("Tell it")
	b.TapNode(b.FindAll("Link it")[0])
	want := []uitest.Visit{{Page: "backlog", Args: kit.Begun{Row: data.ValueStory{ItemID: 3}}},
		{Page: "events", Args: data.Place{Kind: data.PlaceEvent, ID: 8}}}
	if !reflect.DeepEqual(b.Visits, want) {
		t.Errorf("ways: %+v", b.Visits)
	}
	empty := datatest.Founded(t)
	e := uitest.NewBench(t, empty, uitest.Options{})
	e.Put(New(e.Deps(), empty, coach.Visit{}))
	e.WantNot("Loose ends", "Follow-ups")
}

func TestAnswerThatIsNotKeptIsTold(t *testing.T) {
	st, faults := datatest.Breakable(t)
	asked(t, st, data.FollowUp{MemberID: 9, What: "Ask for a talk"})
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	b := openDemo(t, st, uitest.Options{})
	b.TapNode(b.ByID("button", "overview.followUp.done"))
	b.Want("Ask for a talk")
	if got := b.LastNotice(); got != "There is no space left; nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
}

// Given six events of one series that serve nothing, then one line speaks of the series, and another of the event beside it.
func TestASeriesIsOneLooseEnd(t *testing.T) {
	snapshot := &data.Snapshot{}
	for i := range 7 {
		e := data.Event{ID: int64(i + 1), Title: "Lean coffee", On: today.AddDays(-7 * (i + 1)), SeriesID: 4, Status: data.StatusHeld, Audience: data.OpenEvent}
		if i == 6 {
			e.SeriesID = 0
		}
		snapshot.Events = append(snapshot.Events, e)
	}
	r := reader{snapshot, today, words.English()}
	all := 0
	for _, h := range snapshot.Holes(today) {
		if h.Kind == data.HoleEvent {
			all++
		}
	}
	if got := len(r.holes(nil)); all != 7 || got != len(snapshot.Holes(today))-5 {
		t.Errorf("%d events are %d lines of %d", all, got, len(snapshot.Holes(today)))
	}
}
