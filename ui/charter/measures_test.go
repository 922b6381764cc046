package charter

import (
	"math"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

func TestLeadingNumber(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{"19 %": 19, "3,4": 3.4, "−2 days": -2, "-1.5": -1.5, "6 of 21": 6, "": math.NaN(), "half": math.NaN(), "about 3": math.NaN()} {
		got, is := leadingNumber(text)
		if is == math.IsNaN(want) || is && got != want {
			t.Errorf("%q is %v, %v", text, got, is)
		}
	}
}

// Given a measure that is a health card, then it reads itself from the rounds, and what too few answered stays out.
func TestMeasureOfACard(t *testing.T) {
	t.Parallel()
	row := demoView(t, nil).Tables[TableMeasures][2]
	if row.Lines[0] != "from 3.4 · now 3.7 · to 4.0" || len(row.Under) != 2 || !row.Under[0].Counted ||
		row.Under[0].Title != "3.7 on 14 Nov 2026" || row.Under[0].Lines[0] != "Health check, 14 answers" {
		t.Errorf("the measure is %+v", row)
	}
	if c := row.Curve; len(c.Points) != 2 || c.Points[1].Value != 3.7 || c.Points[1].Apart || c.Target != 4 || !c.HasTarget {
		t.Errorf("its curve is %+v", c)
	}
	row = demoView(t, func(s *data.Snapshot) {
		for i := range s.Rounds {
			s.Rounds[i].MinGroup = 15
		}
	}).Tables[TableMeasures][2]
	if len(row.Under) != 0 || len(row.Curve.Points) != 0 || row.Lines[0] != "from 3.4 · to 4.0" {
		t.Errorf("withheld, the measure is %+v", row)
	}
}

// Given figures, then they stand by day from left to right, the larger above, whatever they are.
func TestCurve(t *testing.T) {
	t.Parallel()
	d := datatest.Today
	c := Curve{Points: []CurvePoint{{On: d, Value: 30}, {On: d.AddDays(3), Value: 20, Apart: true}, {On: d.AddDays(4), Value: 10}}, Target: 0, HasTarget: true}
	at := c.places(100, 30)
	if at[0].X != 0 || at[0].Y != 0 || at[1].X != 75 || at[1].Y != 10 || at[2].X != 100 || at[2].Y != 20 || c.height(0, 30) != 30 {
		t.Errorf("the places are %v", at)
	}
	same := Curve{Points: []CurvePoint{{On: d, Value: 5}, {On: d, Value: 5}}}
	if at := same.places(100, 30); at[0].Y != 15 || at[0].X != 0 || at[1].X != 100 {
		t.Errorf("figures of one day are at %v", at)
	}
}

// Given a figure that can't be compared with the one before, then no line leads to it.
func TestCurveIsBroken(t *testing.T) {
	uitest.Open(t, uitest.Options{}) // for the theme
	d := datatest.Today
	c := Curve{Points: []CurvePoint{{On: d, Value: 30}, {On: d.AddDays(3), Value: 20, Apart: true}, {On: d.AddDays(4), Value: 10}}, HasTarget: true}
	r, ok := newCurve(c).CreateRenderer().(*curveRenderer)
	if !ok || len(r.dots) != 3 || r.lines[1] != nil || r.lines[2] == nil || r.target == nil {
		t.Errorf("a line leads to what can't be compared: %+v", r)
	}
}

// Given measures of which nothing serves one, then that is said at once, with what mends it; the thread itself opens and leads on.
func TestThreadOfAMeasure(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Measures")
	b.Want("No work towards “Reruns of flaky tests in Payments” for 90 days.")
	b.Tap("Add an item that serves it")
	if begun, ok := b.Visits[0].Args.(kit.Begun); !ok || b.Visits[0].Page != "backlog" || !reflect.DeepEqual(begun.Row, data.Item{MeasureID: 1}) {
		t.Fatalf("the visits are %+v", b.Visits)
	}
	if text, do := b.screen.mend(data.Hole{Kind: data.HoleMeasure, Node: data.Place{Kind: data.PlaceMeasure, ID: 4}}); text != "Write a story" || do == nil {
		t.Errorf("a measure that counts stories offers %q", text)
	}
	b.Visits = nil
	b.Tap("Red thread: 1 link")
	b.Want("Red thread", "Health card", "Hide the red thread")
	b.Tap("Show")
	if b.Visits[0].Page != "health" || b.Visits[0].Args != data.CardPlace("value") {
		t.Errorf("the visits are %+v", b.Visits)
	}
	b.Tap("Note a value") // the rows are drawn anew, and it stays open
	b.fillIn([]entry{{"What it reads", "12 %"}})
	b.Tap("Save")
	b.Want("Hide the red thread", "from 31 % of runs · now 12 % · to 10 %")
	b.Tap("Hide the red thread")
	b.WantNot("Hide the red thread")
}

// Given a measure that the program counts, when a value is noted, then the program's figures can be taken; another measure offers none.
func TestNoteWhatTheProgramCounts(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	id := b.Read().Measures[1].ID
	b.screen.Arrive(kit.Begun{Row: data.MeasureValue{MeasureID: id}})
	b.Settle()
	b.Choose("Take what the program counts", "Members who gave something in half a year: 12 of 23")
	b.Tap("Save")
	values := b.Read().Values
	got := values[len(values)-1]
	if got.MeasureID != id || got.Value != "12 of 23" || got.Source != "Counted by this program" || got.Remark != "Members who gave something in half a year" {
		t.Errorf("noted is %+v", got)
	}
	b.Want("from 6 of 21 · now 12 of 23 · to half")
	b.screen.Arrive(kit.Begun{Row: data.MeasureValue{MeasureID: b.Read().Measures[0].ID}})
	b.Settle()
	b.WantNot("Take what the program counts")
}
