package charter

import (
	"cmp"
	"context"

	"copleader/data"
	"copleader/ui/kit"
)

// openMeasure asks for a measure.
func (s *Screen) openMeasure(r data.Measure, done func()) {
	say, v := s.deps.Say, s.state.View()
	r.Kind = cmp.Or(r.Kind, data.MeasureOutside)
	wording, baseline, target, source := kit.NewEntry(r.Wording), kit.NewEntry(r.Baseline), kit.NewEntry(r.Target), kit.NewEntry(r.Source)
	due := kit.NewDateField(s.deps.Clock, nil, r.Due, nil)
	card := kit.NewSelect(append([]kit.Option{{Text: say.Text("None")}}, cardOptions(v.Cards())...), r.Card, nil)
	ofCard := func(kind string) {
		if card.Enable(); data.MeasureKind(kind) != data.MeasureDimension {
			card.Disable()
		}
	}
	kind := kit.NewSelect(kit.OptionsOf(say, []data.MeasureKind{data.MeasureOutside, data.MeasureInApp, data.MeasureDimension, data.MeasureStory}), string(r.Kind), ofCard)
	ofCard(string(r.Kind))
	kit.OpenForm(s.deps, kit.Form{
		Title: title(r.ID, say.Text("Add measure"), say.Text("Change measure")), Width: 520,
		Fields: []kit.FormField{
			{Name: "wording", Label: say.Text("How we shall know"), Input: wording},
			{Name: "kind", Label: say.Text("Where the figure comes from"), Input: kind},
			{Name: "card", Label: say.Text("Health card"), Input: card, Beside: true},
			{Name: "baseline", Label: say.Text("At the start"), Input: baseline},
			{Name: "target", Label: say.Text("Target"), Input: target, Beside: true},
			{Name: "due", Label: say.Text("To be reached by"), Input: due},
			{Name: "source", Label: say.Text("Who tells the number"), Input: source, Beside: true},
		},
		Save: func() (err error) {
			if r.Due, err = due.DateIn("due"); err != nil {
				return err
			}
			r.Wording, r.Baseline, r.Target, r.Source = wording.Text, baseline.Text, target.Text, source.Text
			r.Kind, r.Card = data.MeasureKind(kind.Chosen()), card.Chosen()
			if r.Kind != data.MeasureDimension {
				r.Card = ""
			}
			return s.state.SaveMeasure(context.Background(), &r)
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
	measure := kit.NewSelect(choices, kit.KeyOf(r.MeasureID), nil)
	value, source, remark := kit.NewEntry(r.Value), kit.NewEntry(r.Source), kit.NewEntry(r.Remark)
	on := s.dateField(r.On)
	fields := []kit.FormField{
		{Name: "value", Label: say.Text("What it reads"), Input: value},
		{Name: "on", Label: say.Text("On"), Input: on, Beside: true},
		{Name: "measure", Label: say.Text("Measure"), Input: measure},
		{Name: "source", Label: say.Text("Who tells the number"), Input: source},
		{Name: "remark", Label: say.Text("Remark"), Input: remark},
	}
	if counted := s.state.View().Counted; of.Kind == data.MeasureInApp && r.ID == 0 {
		fields = append([]kit.FormField{{Name: "counted", Label: say.Text("Take what the program counts"), Input: s.countedSelect(counted, func(c Counted) {
			value.Reset(c.Value)
			source.Reset(say.Of(data.MeasureInApp.Phrase()))
			remark.Reset(c.What)
		})}}, fields...)
	}
	kit.OpenForm(s.deps, kit.Form{
		Title:  title(r.ID, say.Text("Note a value"), say.Text("Change value")),
		Fields: fields,
		Save: func() (err error) {
			if r.On, err = on.DateIn("on"); err != nil {
				return err
			}
			r.MeasureID, r.Value, r.Source, r.Remark = kit.IDOf(measure.Chosen()), value.Text, source.Text, remark.Text
			return s.state.SaveMeasureValue(context.Background(), &r)
		},
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
