package charter

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openMeasure asks for a measure.
func (s *Screen) openMeasure(r data.Measure, done func()) {
	say := s.deps.Say
	r.Kind = cmp.Or(r.Kind, data.MeasureOutside)
	form := kit.NewRowForm(s.deps, &r, data.MeasureFields).Line("wording").Line("kind").Line("card", "counts").Line("baseline", "target").Line("due", "source")
	card := form.Offer("card", append([]kit.Option{{Text: say.Text("None")}}, cardOptions(s.state.View().Cards())...))
	counts := form.Select("counts")
	ofKind := func(kind string) {
		if card.Enable(); data.MeasureKind(kind) != data.MeasureDimension {
			card.Disable()
		}
		if counts.Enable(); data.MeasureKind(kind) != data.MeasureInApp {
			counts.Disable()
		}
	}
	form.Select("kind").OnChange = ofKind
	ofKind(string(r.Kind))
	form.Open(kit.Form{
		Title: title(r.ID, say.Text("Add measure"), say.Text("Change measure")), Width: 520,
		Save: func() error {
			if r.Kind != data.MeasureDimension {
				r.Card = ""
			}
			if r.Kind != data.MeasureInApp {
				r.Counts = ""
			}
			return s.state.rows.measures.Save(context.Background(), &r)
		},
		OnClose: kit.OnceSaved(done),
	})
}

func cardOptions(cards []data.CardVersion) []kit.Option {
	out := make([]kit.Option, len(cards))
	for i, c := range cards {
		out[i] = kit.Option{Key: c.Card, Text: c.Title}
	}
	return out
}

// openValue asks what a measure reads.
func (s *Screen) openValue(r data.MeasureValue, done func()) {
	say, measures := s.deps.Say, s.state.View().snapshot.Measures
	if r.MeasureID == 0 && len(measures) > 0 {
		r.MeasureID = measures[0].ID
	}
	of := rowOf(measures, r.MeasureID, func(m *data.Measure) int64 { return m.ID })
	if r.ID == 0 {
		r.On, r.Source = cmp.Or(r.On, s.deps.Clock.Today()), cmp.Or(r.Source, of.Source)
	}
	choices := make([]kit.Option, len(measures))
	for i := range measures {
		choices[i] = kit.Option{Key: kit.KeyOf(measures[i].ID), Text: measures[i].Wording}
	}
	form := kit.NewRowForm(s.deps, &r, data.MeasureValueFields)
	if counted := s.state.View().Counted; of.Kind == data.MeasureInApp && r.ID == 0 {
		form.Also(kit.FormField{Name: "counted", Label: say.Text("Take what the program counts"), Input: s.countedSelect(counted, func(c Counted) {
			form.Entry("value").Reset(c.Value)
			form.Entry("source").Reset(say.Of(data.MeasureInApp.Phrase()))
			form.Entry("remark").Reset(c.What)
		})})
	}
	form.Line("value", "on").Line("measure").Line("source").Line("remark")
	form.Offer("measure", choices)
	form.Open(kit.Form{
		Title:   title(r.ID, say.Text("Note a value"), say.Text("Change value")),
		Save:    func() error { return s.state.rows.values.Save(context.Background(), &r) },
		OnClose: kit.OnceSaved(done),
	})
}

// countedSelect offers the figures that the program keeps by itself, as they are today.
func (s *Screen) countedSelect(counted []Counted, take func(Counted)) *kit.Select {
	options := []kit.Option{{Text: s.deps.Say.Text("None of these")}}
	for i, c := range counted {
		options = append(options, kit.Option{Key: kit.KeyOf(int64(i + 1)), Text: s.deps.Say.Text("%s: %s", c.What, c.Value)})
	}
	return kit.NewSelect(options, "", func(key string) {
		if i := kit.IDOf(key); i > 0 {
			take(counted[i-1])
		}
	})
}
