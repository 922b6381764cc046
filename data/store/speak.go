package store

import (
	"sync"

	"copleader/data"
)

// speaker words what the file holds in a column: its label, zero for one that nobody sees, and the value; ok is false for a column
// that the table has not, such as one of an older version.
type speaker func(column string, stored any) (label, said data.Phrase, ok bool)

// say is the speaker of a described table.
func (t table[T]) say(column string, stored any) (label, said data.Phrase, ok bool) {
	for i := range t.described {
		if f := &t.described[i]; f.Column() == column {
			return f.Label, f.SaidOf(stored), true
		}
	}
	return label, said, false
}

// speakers are those of all tables, by name.
var speakers = sync.OnceValue(func() map[string]speaker {
	all := map[string]speaker{communityRows.name: communityRows.say}
	for _, p := range parts(new(data.Snapshot)) {
		all[p.table] = p.say
	}
	return all
})
