package charter

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
)

func (v *View) measures() []Row {
	var rows []Row
	for _, m := range v.snapshot.Measures {
		read := v.readings(m)
		row := Row{ID: m.ID, Title: m.Wording, Curve: curveOf(m, read)}
		kind := v.say.Of(m.Kind.Phrase())
		if m.Kind == data.MeasureDimension && m.Card != "" {
			kind = v.say.Text("Health card “%s”", v.cardTitle(m.Card))
		}
		row.Lines = nonEmpty(v.path(m, read), kind)
		if m.Due != 0 {
			row.Lines = append(row.Lines, v.say.Text("to be reached by %s", m.Due))
		}
		if m.Source != "" {
			row.Lines = append(row.Lines, v.say.Text("told by: %s", m.Source))
		}
		for _, r := range read {
			row.Under = append(row.Under, Row{ID: r.id, Title: v.say.Text("%s on %s", r.value, r.on), Lines: r.about, Counted: r.id == 0})
		}
		rows = append(rows, row)
	}
	return rows
}

// path is the way of a measure from its baseline over now to its target.
func (v *View) path(m data.Measure, read []reading) string {
	var steps []string
	if m.Baseline != "" {
		steps = append(steps, v.say.Text("from %s", m.Baseline))
	}
	if len(read) > 0 {
		steps = append(steps, v.say.Text("now %s", read[0].value))
	}
	if m.Target != "" {
		steps = append(steps, v.say.Text("to %s", m.Target))
	}
	return strings.Join(steps, " · ")
}

// cardTitle is what a health card is called now.
func (v *View) cardTitle(key string) string {
	for _, c := range v.Cards() {
		if c.Card == key {
			return c.Title
		}
	}
	return key
}

// Cards are the health cards in their latest wording, in the deck's order.
func (v *View) Cards() []data.CardVersion {
	var cards []data.CardVersion
	for _, c := range v.snapshot.CardVersions {
		at := slices.IndexFunc(cards, func(o data.CardVersion) bool { return o.Card == c.Card })
		switch {
		case at < 0:
			cards = append(cards, c)
		case c.Version > cards[at].Version:
			cards[at] = c
		}
	}
	slices.SortStableFunc(cards, func(a, b data.CardVersion) int { return cmp.Compare(a.Rank, b.Rank) })
	return cards
}

// reading is what a measure read on a day: noted by hand, or counted from a round
// of the health check.
type reading struct {
	id     int64 // of the noted value, 0 for one that is counted
	on     data.Date
	value  string
	about  []string
	number float64
	shows  bool // the number may be drawn
	apart  bool // it can't be compared with the one before
}

// readings are what a measure read up to today, the latest first. What too few
// answered is not among them (data/README.md, Confidentiality).
func (v *View) readings(m data.Measure) []reading {
	var all []reading
	for _, r := range v.snapshot.MeasureReadings(&m, v.pointsOf(m.Card), v.today) {
		switch {
		case r.Counted != nil:
			value := v.say.Of(r.Counted.Value)
			n, shows := leadingNumber(value)
			all = append(all, reading{on: r.On, value: value, about: nonEmpty(v.say.Of(data.MeasureInApp.Phrase()), v.say.Of(r.Counted.Span)), number: n, shows: shows})
		case r.Noted != nil:
			n, shows := leadingNumber(r.Noted.Value)
			all = append(all, reading{id: r.Noted.ID, on: r.On, value: r.Noted.Value, about: nonEmpty(r.Noted.Source, r.Noted.Remark), number: n, shows: shows})
		case !r.Point.Figures.Withheld:
			all = append(all, v.answered(r.Point))
		}
	}
	return all
}

// pointsOf is what a health card came to in the rounds closed so far.
func (v *View) pointsOf(card string) []data.TrendPoint {
	for _, t := range v.trends() {
		if t.Card.Card == card {
			return t.Points
		}
	}
	return nil
}

// answered is the reading of a round.
func (v *View) answered(p data.TrendPoint) reading {
	f := p.Figures
	r := reading{on: p.Round.ClosedOn, number: float64(f.HighShare), shows: true, apart: !p.Joined,
		value: v.say.Text("%d %% high", f.HighShare), about: []string{v.say.Count(f.Answers, "Health check, %d answer", "Health check, %d answers")}}
	if f.HasMean {
		r.value, r.number = v.say.Text("%.1f", f.Mean.Float()), f.Mean.Float()
	}
	return r
}

// trends are the cards through all rounds, reckoned once for all measures.
func (v *View) trends() []data.CardTrend {
	if !v.trendsKnown {
		v.cardTrends, v.trendsKnown = v.snapshot.Trends(v.today), true
	}
	return v.cardTrends
}

// number finds where a value begins with a figure: "19 %", "3,4", "−2 days".
var number = regexp.MustCompile(`^[-−]?\d+([.,]\d+)?`)

// leadingNumber is the figure a value begins with.
func leadingNumber(value string) (float64, bool) {
	text := number.FindString(value)
	n, err := strconv.ParseFloat(strings.NewReplacer("−", "-", ",", ".").Replace(text), 64)
	return n, err == nil
}

// Curve is the way of a measure as it is drawn: its figures in the order of their
// days, and the target where it is a figure too.
type Curve struct {
	Points    []CurvePoint
	Target    float64
	HasTarget bool
}

// CurvePoint is one figure of a curve. Apart tells that it can't be compared with
// the one before, so that no line leads to it.
type CurvePoint struct {
	On    data.Date
	Value float64
	Apart bool
}

// curveOf is what can be drawn of readings; with fewer than two figures there is
// nothing to see.
func curveOf(m data.Measure, readings []reading) Curve {
	var c Curve
	for _, r := range slices.Backward(readings) {
		if r.shows {
			c.Points = append(c.Points, CurvePoint{r.on, r.number, r.apart})
		}
	}
	if len(c.Points) < 2 {
		return Curve{}
	}
	c.Target, c.HasTarget = leadingNumber(m.Target)
	return c
}

// counted words the figures of the program, which nobody needs without a measure that reads one.
func (v *View) counted() {
	s := v.snapshot
	if !slices.ContainsFunc(s.Measures, func(m data.Measure) bool { return m.Kind == data.MeasureInApp }) {
		return
	}
	for _, c := range s.CountedFigures(v.today) {
		v.Counted = append(v.Counted, Counted{strings.Join(nonEmpty(v.say.Of(c.What), v.say.Of(c.Span)), " "), v.say.Of(c.Value)})
	}
}
