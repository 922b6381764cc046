package data_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	. "copleader/data"
	"copleader/data/datatest"
)

func threadNames(nodes []Place) string {
	var names []string
	for _, n := range nodes {
		name := string(n.Kind) + ":" + n.Key
		if n.Key == "" {
			name = fmt.Sprintf("%s:%d", n.Kind, n.ID)
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

// nodesOf lists every node a community could have, some that are not there among them.
func nodesOf(s *Snapshot) []Place {
	nodes := []Place{{Kind: PlaceItem}, {Kind: PlaceEvent, ID: 9999}, {Kind: PlaceCard}, {Kind: PlaceBox, Key: "none"}, {}}
	for _, m := range s.Measures {
		nodes = append(nodes, Place{Kind: PlaceMeasure, ID: m.ID})
	}
	for _, b := range Boxes {
		nodes = append(nodes, BoxPlace(b))
	}
	for _, c := range Deck {
		nodes = append(nodes, CardPlace(c.Card))
	}
	for _, i := range s.Items {
		nodes = append(nodes, Place{Kind: PlaceItem, ID: i.ID})
	}
	for _, e := range s.Events {
		nodes = append(nodes, Place{Kind: PlaceEvent, ID: e.ID}, Place{Kind: PlaceAttendance, ID: e.ID})
	}
	for _, v := range s.Stories {
		nodes = append(nodes, Place{Kind: PlaceStory, ID: v.ID})
	}
	return nodes
}

// On the demo, the thread runs from a card to the item that answers it, the
// retrospective it came from and who was there; and from a story to the clinic.
func TestThreadOfDemo(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	for _, c := range []struct {
		from Place
		want string
	}{
		{CardPlace("rhythm"), "item:14"},
		{Place{Kind: PlaceItem, ID: 14}, "card:rhythm event:9"},
		{Place{Kind: PlaceEvent, ID: 9}, "item:14 attendance:9"},
		{Place{Kind: PlaceAttendance, ID: 9}, "event:9"},
		{Place{Kind: PlaceEvent, ID: 7}, "attendance:7 story:2"},
		{Place{Kind: PlaceStory, ID: 1}, "item:1"},
		{Place{Kind: PlaceItem, ID: 1}, "story:1"},
		{CardPlace("value"), "measure:3"},
		{Place{Kind: PlaceMeasure, ID: 3}, "card:value"},
		{Place{Kind: PlaceEvent, ID: 10}, "item:10"}, // nobody was there yet
		{Place{Kind: PlaceMeasure, ID: 1}, ""},
		{Place{Kind: PlaceItem, ID: 999}, ""},
	} {
		if got := threadNames(s.Thread(c.from)); got != c.want {
			t.Errorf("%s: %q, want %q", threadNames([]Place{c.from}), got, c.want)
		}
	}
	for node, want := range map[Place]string{
		CardPlace("rhythm"):            "Pace and rhythm",
		{Kind: PlaceItem, ID: 14}:      "Try an earlier time slot",
		{Kind: PlaceEvent, ID: 9}:      "Half-year retrospective",
		{Kind: PlaceMeasure, ID: 3}:    "Use in my work",
		{Kind: PlaceStory, ID: 2}:      "A slow suite retired",
		{Kind: PlaceAttendance, ID: 9}: "",
		{Kind: PlaceStory, ID: 99}:     "",
		BoxPlace(BoxHow):               "",
	} {
		if got := s.ThreadTitle(node); got != want {
			t.Errorf("title of %v is %q, want %q", node, got, want)
		}
	}
	if got := s.CameTo(9); got != 5 {
		t.Errorf("%d came to the retrospective", got)
	}
}

// However a community is linked, every link can be walked both ways, leads
// somewhere, and never to where one stands.
func TestThreadIsWalkableBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 40 {
		s := demoSnapshot(t)
		tangle(s, r)
		there := map[Place][]Place{}
		for _, n := range nodesOf(s) {
			there[n] = s.Thread(n)
		}
		links := 0
		for from, linked := range there {
			for _, to := range linked {
				links++
				if back, known := there[to]; !known || !slices.Contains(back, from) || to == from {
					t.Fatalf("from %v to %v, but not back", from, to)
				}
			}
		}
		if links < 40 {
			t.Fatalf("only %d links", links)
		}
	}
}

// tangle links things at random, with what is not there too.
func tangle(s *Snapshot, r *rand.Rand) {
	for i := range s.Items {
		it := &s.Items[i]
		it.MeasureID, it.EventID = int64(r.IntN(7)), int64(r.IntN(12))
		it.Box, it.Card = Boxes[r.IntN(len(Boxes))], []string{"", "safety", "gone"}[r.IntN(3)]
	}
	for i := range s.Events {
		s.Events[i].Boxes = Lines{string(Boxes[r.IntN(len(Boxes))]), "nowhere"}
	}
	for i := range s.Stories {
		s.Stories[i].ItemID, s.Stories[i].EventID, s.Stories[i].MeasureID = int64(r.IntN(25)), int64(r.IntN(12)), int64(r.IntN(7))
	}
	s.Rounds[0].EventID = int64(r.IntN(12))
}

func holes(s *Snapshot) string {
	var found []string
	for _, h := range s.Holes(day0) {
		found = append(found, string(h.Kind)+" "+threadNames([]Place{h.Node}))
	}
	return strings.Join(found, ", ")
}

// The demo's holes: two measures nothing serves (the story measure has its
// story, the card of another has no item), three events of the last 90 days that
// serve nothing, and a standard finished nine weeks ago that no story tells of.
func TestHolesOfDemo(t *testing.T) {
	s := datatest.Read(t, datatest.Demo(t))
	want := "measure measure:1, measure measure:2, measure measure:3, event event:8, event event:6, untold item:3"
	if got := holes(s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if said := spoken(s.Holes(day0)[0].Text); said != "No work towards “Reruns of flaky tests in Payments” for 90 days." {
		t.Error(said)
	}
}

// Given one change, then one hole more or less.
func TestHoles(t *testing.T) {
	base := holes(demoSnapshot(t))
	for _, c := range []struct {
		name    string
		change  func(*Snapshot)
		without string // a hole that closes
		with    string // a hole that opens
	}{
		{"an item under way serves a measure", func(s *Snapshot) { s.Items[5].MeasureID = 1 }, "measure measure:1", ""},
		{"an idea does not", func(s *Snapshot) { s.Items[14].MeasureID = 1 }, "", ""},
		{"an idea for a coming event does", func(s *Snapshot) { s.Items[14].MeasureID, s.Items[14].EventID = 1, 10 }, "measure measure:1", ""},
		{"something finished 90 days ago does not", func(s *Snapshot) { s.Items[0].MeasureID, s.Items[0].DoneOn = 1, day(-90) }, "", ""},
		{"something finished 89 days ago does", func(s *Snapshot) { s.Items[0].MeasureID, s.Items[0].DoneOn = 1, day(-89) }, "measure measure:1", ""},
		{"a story serves", func(s *Snapshot) { s.Stories[0].MeasureID = 2 }, "measure measure:2", ""},
		{"an item on the same card serves", func(s *Snapshot) { s.Items[5].Card = "value" }, "measure measure:3", ""},
		{"no story for a quarter", func(s *Snapshot) { s.Stories[0].On, s.Stories[1].On = day(-90), day(-90) }, "", "measure measure:4"},
		{"a concern without an action", func(s *Snapshot) { s.Items[13].Card = "" }, "", "concern card:rhythm"},
		{"a parked action", func(s *Snapshot) { s.Items[13].Column = ColumnParked }, "", "concern card:rhythm"},
		{"an event that serves the canvas", func(s *Snapshot) { s.Events[7].Boxes = Lines{"how"} }, "event event:8", ""},
		{"a social event", func(s *Snapshot) { s.Events[7].Format = "social" }, "event event:8", ""},
		{"an event out of sight", func(s *Snapshot) { s.Events[7].On = day(-90) }, "event event:8", ""},
		{"told", func(s *Snapshot) { s.Stories[1].ItemID = 3 }, "untold item:3", ""},
		{"an experiment", func(s *Snapshot) { s.Items[2].Kind = KindExperiment }, "", ""},
		{"an action has no story to tell", func(s *Snapshot) { s.Items[2].Kind = KindAction }, "untold item:3", ""},
		{"just finished", func(s *Snapshot) { s.Items[2].DoneOn = day(-13) }, "untold item:3", ""},
		{"finished two weeks ago", func(s *Snapshot) { s.Items[2].DoneOn = day(-14) }, "", ""},
	} {
		s := demoSnapshot(t)
		c.change(s)
		got := holes(s)
		switch {
		case c.without == "" && c.with == "" && got != base:
			t.Errorf("%s: %s", c.name, got)
		case c.without != "" && (strings.Contains(got, c.without) || !strings.Contains(base, c.without)):
			t.Errorf("%s: %s", c.name, got)
		case c.with != "" && (!strings.Contains(got, c.with) || strings.Contains(base, c.with)):
			t.Errorf("%s: %s", c.name, got)
		}
	}
	young := demoSnapshot(t)
	young.Community.StartedOn = day(-89)
	if strings.Contains(holes(young), "measure") {
		t.Error("a young community is told of its measures")
	}
	if got := holes(&Snapshot{}); got != "" {
		t.Errorf("nothing has holes: %s", got)
	}
}
