package backlog

import (
	"context"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// newFields makes the set of the item's fields: each is kept when it is left.
func (d *detail) newFields() *kit.FieldSet[data.Item] {
	s := d.screen
	f := kit.NewFieldSet[data.Item](s.deps, s.deeds)
	f.OnResized, f.OnRefused, f.Reads = d.relayout, d.show, true
	f.Row = func() kit.RowShown { return kit.RowShown{Table: "item", ID: d.id, Name: d.title} }
	f.Change = func(visit store.Visit, change func(*data.Item)) func(context.Context) error {
		return func(ctx context.Context) error {
			return s.state.rows.items.Change(ctx, d.id, visit, change)
		}
	}
	return f
}

// field adds a field of the item as it is described.
func (d *detail) field(key string, rows int) *kit.Labelled {
	return d.fields.Of(data.ItemFields.Of(key), rows)
}

// choose adds a field that refers to one of many by ID; none is what stands for nothing.
func (d *detail) choose(key, none string, choices []Choice) *kit.Labelled {
	return d.fields.Choose(data.ItemFields.Of(key), withNone(none, choices))
}

// withNone are options of which the first stands for nothing.
func withNone(none string, choices []Choice) []kit.Option {
	return append([]kit.Option{{Key: kit.KeyOf(0), Text: none}}, options(choices)...)
}

func options(choices []Choice) []kit.Option {
	out := make([]kit.Option, len(choices))
	for i, c := range choices {
		out[i] = kit.Option(c)
	}
	return out
}
