package backlog

import (
	"context"
	"strconv"

	"copleader/data"
	"copleader/ui/kit"
)

// newFields makes the set of the item's fields: each is kept when it is left.
func (d *detail) newFields() *kit.FieldSet[data.Item] {
	s := d.screen
	f := kit.NewFieldSet[data.Item](s.deps)
	f.OnResized = d.relayout
	f.Change = func(name string, visit int, change func(*data.Item)) {
		s.deeds.Run(func() func() {
			err := s.state.Change(context.Background(), d.id, name, visit, change)
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
		func(i *data.Item) string { return keyOf(*at(i)) }, func(i *data.Item, key string) { *at(i) = idOf(key) })
}

// withNone are options of which the first stands for nothing.
func withNone(none string, choices []Choice) []kit.Option {
	return append([]kit.Option{{Key: keyOf(0), Text: none}}, options(choices)...)
}

func keyOf(id int64) string { return strconv.FormatInt(id, 10) }

// idOf reads the ID a choice stands for; 0 for none.
func idOf(key string) int64 {
	id, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

func options(choices []Choice) []kit.Option {
	out := make([]kit.Option, len(choices))
	for i, c := range choices {
		out[i] = kit.Option(c)
	}
	return out
}
