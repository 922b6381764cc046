package charter

import (
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given the demo's canvas, then the lines of which nothing was made yet are offered, whatever their case.
func TestOffersOfTheDemo(t *testing.T) {
	t.Parallel()
	v := demoView(t, func(s *data.Snapshot) {
		s.Items = append(s.Items, data.Item{ID: 91, Title: "PROBLEM clinics", Kind: data.KindEventIdea, Column: data.ColumnDone})
	})
	for box, want := range map[data.BoxKey][]string{
		data.BoxHow:           {"A session every three weeks", "Small written agreements"},
		data.BoxMeasures:      {"Flaky reruns down", "People who give something"},
		data.BoxResources:     {"A room and a camera", "A budget for one guest"},
		data.BoxCommunication: {"Poster by the coffee machine"},
		data.BoxVision:        nil, data.BoxImportance: nil, data.BoxImpact: nil,
	} {
		if got := v.Offers[box]; !slices.Equal(got, want) {
			t.Errorf("%s offers %q, want %q", box, got, want)
		}
	}
}

// Given lines of the canvas, when some are taken up, then each becomes what its box is for, in one act, and is offered no more.
func TestTakingLinesUp(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	before := b.Read()
	b.Tap("Canvas")
	b.Tap("Put 3 lines on the board…")
	b.Tap("Problem clinics") // is unticked
	b.Tap("Take up")
	if got := b.LastNotice(); got != "2 lines were taken up." {
		t.Errorf("told %q", got)
	}
	s := b.Read()
	var taken []string
	for _, i := range s.Items {
		if i.Box == data.BoxHow && i.Kind == data.KindEventIdea && i.Column == data.ColumnIdea && i.CreatedOn == datatest.Today {
			taken = append(taken, i.Title)
		}
	}
	if want := []string{"A session every three weeks", "Small written agreements"}; !slices.Equal(taken, want) {
		t.Errorf("on the board stand %q, want %q", taken, want)
	}
	b.Want("Put 1 line on the board…", "Red thread: 2 links")
	b.Undo()
	if got := b.Read(); len(got.Items) != len(before.Items) {
		t.Errorf("after undo there are %d items of %d", len(got.Items), len(before.Items))
	}
	b.Want("Put 3 lines on the board…")
}

// Given lines of the other boxes, when they are taken up, then they become asks, channels and measures.
func TestTakingUpAsksChannelsAndMeasures(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Canvas")
	b.Tap("Ask the sponsors for 2 lines…")
	b.Tap("Take up")
	b.Tap("Make a channel of 1 line…")
	b.Tap("Take up")
	b.Tap("Make measures of 2 lines…")
	b.Tap("Flaky reruns down")
	b.Tap("People who give something")
	b.Tap("Take up")
	b.Want("Please tick at least one line.")
	b.Tap("Flaky reruns down")
	b.Tap("Take up")
	s := b.Read()
	asks := 0
	for _, i := range s.Items {
		if i.Kind == data.KindSponsorAsk && i.Box == data.BoxResources {
			asks++
		}
	}
	if c, m := s.Channels[len(s.Channels)-1], s.Measures[len(s.Measures)-1]; asks != 2 || c.Name != "Poster by the coffee machine" ||
		m.Wording != "Flaky reruns down" || m.Kind != data.MeasureOutside {
		t.Errorf("%d asks, channel %+v, measure %+v", asks, c, m)
	}
}

// Given what other pages begin here, then the form holds what is known of it and Saved is told.
func TestBegun(t *testing.T) {
	for name, tc := range map[string]struct {
		row    any
		at     Part
		shows  []string
		fill   []entry
		wanted func(*data.Snapshot) bool
	}{
		"contact": {data.SponsorContact{SponsorID: 2, Kind: data.ContactReport}, PartSponsors, []string{"Note a talk or report", "Κατερίνα Δήμου", "Report"}, nil,
			func(s *data.Snapshot) bool {
				c := s.Contacts[len(s.Contacts)-1]
				return c.SponsorID == 2 && c.Kind == data.ContactReport && c.On == datatest.Today
			}},
		"contact with anybody": {data.SponsorContact{}, PartSponsors, []string{"Amélie Fournier"}, nil,
			func(s *data.Snapshot) bool { return s.Contacts[len(s.Contacts)-1].SponsorID == 1 }},
		"measure": {data.Measure{Wording: "Fewer reruns"}, PartMeasures, []string{"Fewer reruns"}, nil,
			func(s *data.Snapshot) bool { return s.Measures[len(s.Measures)-1].Wording == "Fewer reruns" }},
		"value": {data.MeasureValue{MeasureID: 4}, PartMeasures, []string{"One story a quarter of something used"}, []entry{{"What it reads", "1"}},
			func(s *data.Snapshot) bool {
				v := s.Values[len(s.Values)-1]
				return v.MeasureID == 4 && v.Value == "1"
			}},
		"follow-up": {data.FollowUp{SponsorID: 2, What: "Ask for hours", Rule: "C03"}, PartSponsors, []string{"Ask for hours"}, nil,
			func(s *data.Snapshot) bool {
				f := s.FollowUps[len(s.FollowUps)-1]
				return f.SponsorID == 2 && f.Rule == "C03" && f.State == data.Asked
			}},
		"report": {data.SponsorReport{Lines: "Better"}, PartSponsors, []string{"Note a report", "Better"}, nil,
			func(s *data.Snapshot) bool { return s.Reports[len(s.Reports)-1].Lines == "Better" }},
		"note": {data.CharterNote{Section: data.SectionMandate, Text: "Asked the board"}, PartMandate, []string{"Asked the board"}, nil,
			func(s *data.Snapshot) bool { return s.Notes[len(s.Notes)-1].Section == data.SectionMandate }},
	} {
		t.Run(name, func(t *testing.T) {
			b := openFor(t, tc.at)
			saved := false
			begun := kit.Begun{Row: tc.row, Saved: func() { saved = true }}
			if tc.at == PartSponsors {
				Sponsors{b.screen}.Begin(begun)
			} else {
				b.screen.Arrive(begun)
			}
			b.Settle()
			b.Want(tc.shows...)
			b.fillIn(tc.fill)
			b.Tap("Save")
			if b.screen.at != tc.at || !saved || !tc.wanted(b.Read()) {
				t.Errorf("at %s, saved %v, the file has %+v", b.screen.at, saved, b.Read().Contacts)
			}
		})
	}
}

// Given no sponsor and no measure yet, when a contact or a value is begun, then the first of them is asked for.
func TestBegunInAnEmptyCommunity(t *testing.T) {
	b := openSponsors(t, datatest.Founded(t), uitest.Options{})
	Sponsors{b.screen}.Begin(kit.Begun{Row: data.SponsorContact{}})
	b.Want("Add sponsor", "What they hope for")
	b.Key("Escape")
	b = open(t, datatest.Founded(t), uitest.Options{})
	b.screen.Arrive(kit.Begun{Row: data.MeasureValue{}})
	b.Want("Add measure", "At the start")
	b.Key("Escape")
	for _, p := range Parts {
		b.screen.Arrive(p)
		b.Settle()
	}
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	s.Arrive(kit.Begun{Row: data.MeasureValue{}})
	w.WantNot("Note a value")
}

// Given a node of the red thread, then its measure or box is shown with the thread open.
func TestArriveAtANode(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.Arrive(data.Place{Kind: data.PlaceMeasure, ID: 3})
	b.Settle()
	b.Want("Hide the red thread", "Health card")
	if b.screen.at != PartMeasures {
		t.Errorf("arrived at %s", b.screen.at)
	}
	b.screen.Arrive(data.BoxPlace(data.BoxResources))
	b.Settle()
	if b.screen.at != PartCanvas || b.Win.Canvas().Focused() != b.screen.boxes.Input("resources") {
		t.Errorf("arrived at %s, %q", b.screen.at, b.FocusText())
	}
	b.screen.Arrive(data.Place{Kind: data.PlaceMeasure, ID: 99})
	if b.screen.at != PartMeasures {
		t.Errorf("a measure that is gone leads to %s", b.screen.at)
	}
}
