package charter

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// texts writes signals as "+ Six events held (9; at least 6)".
func texts(signals []Signal) string {
	var lines []string
	for _, g := range signals {
		sign := "- "
		if g.Met {
			sign = "+ "
		}
		lines = append(lines, sign+g.Text+" ("+g.Evidence+")")
	}
	return strings.Join(lines, "\n")
}

// Given the demo, then the evidence suggests what data/README.md, Demo says, with the figures of each criterion.
func TestStageOfTheDemo(t *testing.T) {
	t.Parallel()
	g := demoView(t, nil).Growth.Stage
	if g.Now != data.Maturing || g.Suggestion != "Evidence suggests Maturing." || !strings.HasPrefix(g.Others, "Webber: maturing") || len(g.Actions) != 3 {
		t.Errorf("the stage is %+v", g)
	}
	var near []string
	for _, test := range g.Tests {
		if test.Near {
			near = append(near, test.Title+" "+test.Progress)
		}
	}
	if want := []string{"Maturing 5 of 5", "Stewardship 2 of 5"}; !slices.Equal(near, want) {
		t.Errorf("near are %q, want %q", near, want)
	}
	want := `- A year old (210 days)
+ Two health checks closed (2; at least 2)
- Fewer than half of the last eight events led by the leader (4 of 8)
- Three outputs used again (2; at least 3)
+ Two value stories of something used (2; at least 2)`
	if got := texts(g.Tests[2].Signals); got != want {
		t.Errorf("stewardship asks\n%s\nwant\n%s", got, want)
	}
	if n := len(demoView(t, nil).Growth.Principles); n != 7 {
		t.Errorf("%d principles", n)
	}
}

// Given a community that has just begun, then potential is suggested and coalescing is what comes next.
func TestStageOfAFoundedCommunity(t *testing.T) {
	t.Parallel()
	g := newView(&data.Snapshot{Community: data.NewCommunity("Testers")}, datatest.Today, demoView(t, nil).say, nil).Growth.Stage
	if g.Suggested != data.Potential || g.Looks == "" {
		t.Errorf("the stage is %+v", g)
	}
	for _, test := range g.Tests {
		if test.Near != (test.Stage == data.Coalescing) {
			t.Errorf("%s: near is %v", test.Title, test.Near)
		}
	}
}

// Given the demo with and without the steps of joining, then a phase is ready when all it asks for is there, and no one but the
// leader moves on.
func TestPhaseOfTheDemo(t *testing.T) {
	t.Parallel()
	v := demoView(t, nil)
	grow := v.Growth.Phases[data.Grow]
	if grow.Progress != "3 of 4" || grow.Ready != "" || !grow.Current || grow.Answered != "Last answered 11 weeks ago." || grow.Stale || grow.Next != data.Perform {
		t.Errorf("grow is %+v", grow)
	}
	if define := v.Growth.Phases[data.Define]; define.Progress != "6 of 6" || define.Ready != "All of this is there." || define.Current {
		t.Errorf("define is %+v", define)
	}
	v = demoView(t, func(s *data.Snapshot) {
		s.Worksheets = append(s.Worksheets, data.WorksheetAnswer{ID: 90, Question: "grow.joining", On: datatest.Today, Text: "Say hello"})
	})
	if ready := v.Growth.Phases[data.Grow].Ready; ready != "All of this is there; you may go on to Perform." || v.Community.Phase != data.Grow {
		t.Errorf("ready is %q in %s", ready, v.Community.Phase)
	}
	v = demoView(t, func(s *data.Snapshot) {
		for i := range s.Worksheets {
			s.Worksheets[i].On = datatest.Today.AddDays(-366)
		}
	})
	if !v.Growth.Phases[data.Grow].Stale || v.Growth.Phases[data.Perform].Answered != "" {
		t.Errorf("after a year the phases are %+v", v.Growth.Phases)
	}
}

// Given the stage and the phase, when the leader decides, then the file holds the leader's word, and undo takes it back.
func TestTheLeaderDecides(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartStage)
	b.Want("You see it the same way.", "Its value is proven; now it is about focus, role and boundaries.", "Say what belongs and what does not.")
	b.WantNot("Set to Maturing", "The leader decided so")
	b.Tap("Show 2 more stages")
	b.Want("The leader decided so", "the leader's word, or three signs")
	b.Choose("How far we have grown", "Coalescing")
	b.Want("Evidence suggests Maturing.", "You decide.", "First meetings; trust has to form before people share deeply.")
	b.Tap("Set to Maturing")
	if c := b.community(); c.Stage != data.Maturing {
		t.Errorf("the stage is %s", c.Stage)
	}
	b.Undo()
	if c := b.community(); c.Stage != data.Coalescing {
		t.Errorf("after undo the stage is %s", c.Stage)
	}
	b.at(PartGrow)
	b.Want("Ready to move on?", "3 of 4", "The steps of joining are written down", "Invite in small waves, and greet everyone personally.")
	b.WantNot("Go on to Perform")
	b.TapNode(b.ByID("button", "signal.joining"))
	if b.Win.Canvas().Focused() != b.screen.answers.Input("grow.joining") {
		t.Errorf("the way to the open criterion ends at %q", b.FocusText())
	}
	b.Type("How does someone join and find their feet?", "Say hello, take a small task.")
	b.Leave()
	b.Tap("Go on to Perform")
	if c := b.community(); c.Phase != data.Perform || b.LastNotice() != "You are working on Perform now." {
		t.Errorf("the phase is %s, told %q", c.Phase, b.LastNotice())
	}
	b.Want("Work on this now")
	b.at(PartPerform)
	b.Want("Mix formal and informal meetings.")
}

// Given criteria that are answered elsewhere, then each leads to its page, and every one that leads leads somewhere.
func TestSignalsLeadOn(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	for _, p := range data.Phases {
		for _, g := range b.screen.state.View().Growth.Phases[p].Signals {
			lead := b.screen.leadOf(g.Key)
			if lead == nil {
				t.Errorf("%s leads nowhere", g.Key)
				continue
			}
			b.Visits = nil
			lead()
			if page := signalPages[g.Key]; page != "" && (len(b.Visits) == 0 || b.Visits[0].Page != page) {
				t.Errorf("%s leads to %v, want %s", g.Key, b.Visits, page)
			}
			if field := signalFields[g.Key]; field != "" {
				if _, known := placeOf(field); !known {
					t.Errorf("%s leads to %s, which has no place", g.Key, field)
				}
			}
		}
	}
}

// Given a community of which nothing is told yet, then a criterion about one field leads to that field, and one about all that is
// written in a section to the first open field there.
func TestSignalsLeadToTheirField(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	for field, want := range map[string]string{"cadenceDays": "cadenceDays", "reviewOn": "reviewOn", "leader": "leader", "channels": "channels",
		"grow.joining": "grow.joining", "primaryPurpose": "primaryPurpose", "domain": "domain"} {
		if got := b.screen.openIn(field); got != want {
			t.Errorf("%s leads to %s, want %s", field, got, want)
		}
	}
	if err := b.Store.ChangeCommunity(t.Context(), store.Visit{}, func(c *data.Community) { c.PrimaryPurpose = "To get better" }); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	if got := b.screen.openIn("primaryPurpose"); got != "needs" {
		t.Errorf("with the purpose written, its section leads to %s", got)
	}
}

// Given three versions of which two kept their text, then what was new in the last is told, and of the others there is nothing
// to compare.
func TestWhatWasNewInAVersion(t *testing.T) {
	t.Parallel()
	v := demoView(t, func(s *data.Snapshot) {
		s.Versions = []data.CharterVersion{{ID: 1, Version: 1, AgreedOn: datatest.Today.AddDays(-30)},
			{ID: 2, Version: 2, AgreedOn: datatest.Today.AddDays(-20), Text: "Purpose\nWhat: one"},
			{ID: 3, Version: 3, AgreedOn: datatest.Today.AddDays(-10), Text: "Purpose\nWhat: two"}}
	})
	if got := v.ChangesIn(3); len(got) != 2 || got[0].Text != "What: one" || got[0].Added || got[1].Text != "What: two" || !got[1].Added {
		t.Errorf("new in the third is %+v", got)
	}
	if got := slices.Concat(v.ChangesIn(2), v.ChangesIn(1), v.ChangesIn(9)); len(got) != 0 {
		t.Errorf("without a text before there is %+v", got)
	}
}

// Given forces, then the strongest of a side stands first.
func TestForcesByStrength(t *testing.T) {
	t.Parallel()
	v := demoView(t, func(s *data.Snapshot) {
		s.Forces = []data.Force{{ID: 1, Side: data.ForceSlows, Text: "weak", Strength: 1}, {ID: 2, Side: data.ForceSlows, Text: "strong", Strength: 5}}
	})
	if rows := v.Tables[TableSlows]; len(rows) != 2 || rows[0].Title != "strong" {
		t.Errorf("the brakes are %+v", rows)
	}
}
