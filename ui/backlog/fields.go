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
	f := kit.NewFieldSet[data.Item](s.deps)
	f.OnResized = d.relayout
	f.Change = func(name string, visit int, change func(*data.Item)) {
		s.deeds.Run(func() func() {
			err := s.state.rows.items.Change(context.Background(), d.id, store.Visit{Field: name, N: visit}, change)
			return func() {
				f.Tell(name, err)
				if err != nil {
					d.show()
				}
			}
		})
	}
	return f
}

// choose adds a field that refers to one of many by ID; none is what stands for nothing.
func (d *detail) choose(name, label, none string, choices []Choice, at func(*data.Item) *int64) *kit.Labelled {
	return d.fields.Choice(name, label, withNone(none, choices),
		func(i *data.Item) string { return kit.KeyOf(*at(i)) }, func(i *data.Item, key string) { *at(i) = kit.IDOf(key) })
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
