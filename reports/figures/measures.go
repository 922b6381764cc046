package figures

import (
	"cmp"
	"strings"

	"copleader/data"
)

// MeasureNow is what a measure reads at present: its last noted value, or for a
// card of the health check the mean of the last round.
func (r *Period) MeasureNow(m data.Measure) data.MeasureValue {
	var points []data.TrendPoint
	for i := range r.Round.Cards {
		if c := &r.Round.Cards[i]; c.Card.Card == m.Card {
			points = append(points, data.TrendPoint{Round: r.Round.Round, Figures: c.Figures})
		}
	}
	read := r.MeasureReadings(&m, points, r.Opt.Today)
	switch {
	case len(read) == 0:
		return data.MeasureValue{Source: m.Source}
	case read[0].Counted != nil:
		source := r.Say.Of(data.MeasureInApp.Phrase())
		if span := r.spanOf(&m, read[0].Counted); span != "" {
			source = r.Say.Text("%s, %s", source, span)
		}
		return data.MeasureValue{On: read[0].On, Value: r.Say.Of(read[0].Counted.Value), Source: source}
	case read[0].Noted != nil:
		now := *read[0].Noted
		now.Source = cmp.Or(now.Source, m.Source)
		return now
	}
	now := data.MeasureValue{On: read[0].On, Source: r.Say.Text("Health check, %s", r.Round.Answered())}
	switch f := read[0].Point.Figures; {
	case f.Withheld:
		now.Value = r.WithheldFew(r.Round.MinGroup)
	case f.HasMean:
		now.Value = r.Say.Text("%.1f", f.Mean.Float())
	default:
		now.Value = r.Say.Text("%d %% high", f.HighShare)
	}
	return now
}

// spanOf is over which time a figure was counted, "" where the measure's own words say it.
func (r *Period) spanOf(m *data.Measure, c *data.Counted) string {
	if span := r.Say.Of(c.Span); !strings.Contains(data.Fold(m.Wording), data.Fold(span)) {
		return span
	}
	return ""
}

// nowWithSpan is what a measure reads at present, and over which time it was counted where nothing else says so.
func (r *Period) nowWithSpan(m data.Measure) string {
	now := r.MeasureNow(m).Value
	if read := r.MeasureReadings(&m, nil, r.Opt.Today); len(read) > 0 && read[0].Counted != nil {
		if span := r.spanOf(&m, read[0].Counted); span != "" {
			return r.Say.Text("%s %s", now, span)
		}
	}
	return now
}

// Progress is how far a measure has come. A first health check that reads as the start
// did is the start: since then nothing was measured, so nobody is behind but by the day.
func (r *Period) Progress(m data.Measure) data.Progress {
	now, today := r.MeasureNow(m), r.Opt.Today
	first := m.Kind == data.MeasureDimension && r.Round.Previous == nil && now.On == r.Round.Round.ClosedOn
	if first && now.Value == m.Baseline && (m.Due == 0 || m.Due >= today) {
		return data.ProgressUnknown
	}
	return data.ProgressOf(m.Baseline, now.Value, m.Target, m.Due, today)
}

// MeasureLine says a measure in one line: from where, how it is now, where to.
func (r *Period) MeasureLine(m data.Measure) string {
	line := m.Wording
	for _, step := range [][2]string{{r.Say.Text("at the start"), m.Baseline}, {r.Say.Text("now"), r.nowWithSpan(m)}, {r.Say.Text("target"), m.Target}} {
		if step[1] != "" {
			line += " · " + step[0] + ": " + step[1]
		}
	}
	if m.Due != 0 {
		line += " · " + r.Say.Text("until %s", m.Due)
	}
	return line
}
