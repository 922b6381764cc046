package store

import (
	"sync"

	"copleader/data"
)

// speaker words what the file holds in a column: its label, zero for one that nobody sees, and the value; ok is false for a column
// that the table has not, such as one of an older version.
type speaker func(column string, stored any) (label, said data.Phrase, ok bool)

// say is the speaker of a described table.
func (k *kind) say(column string, stored any) (label, said data.Phrase, ok bool) {
	f := k.inColumn(column)
	if f == nil {
		return label, said, false
	}
	return f.Label, f.SaidOf(stored), true
}

// inColumn is the field that stands in a column of the file, nil for one that this program doesn't know.
func (k *kind) inColumn(column string) *data.Field {
	for i := range k.described {
		if f := &k.described[i]; f.Column() == column {
			return f
		}
	}
	return nil
}

// speakers are those of all tables, by name.
var speakers = sync.OnceValue(func() map[string]speaker {
	all := map[string]speaker{communityRows.name: communityRows.say}
	for _, p := range parts(new(data.Snapshot)) {
		all[p.name] = p.say
	}
	return all
})
