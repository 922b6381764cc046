package data_test

import (
	"testing"

	"copleader/data"
	speak "copleader/data/words"
)

// Given what comes in of several kinds, then the notice and the deed tell it kind by kind, and what was changed apart from what is new.
func TestAnIntakeIsToldKindByKind(t *testing.T) {
	people, events, items := []data.Member{{ID: -1}, {ID: -2}, {ID: 5}}, []data.Event{{ID: -1}, {ID: 3}}, []data.Item{{ID: -1}}
	came := []data.Attendance{{EventID: 1, MemberID: 2}, {EventID: 1, MemberID: -1}}
	for _, c := range []struct {
		in         data.Intake
		told, deed string
	}{
		{data.Intake{Members: people}, "2 people came in. 1 person of ours was changed.", "take in 3 people"},
		{data.Intake{Events: events[1:]}, "1 event of ours was changed.", "take in 1 event"},
		{data.Intake{Items: items}, "1 item came in.", "take in 1 item"},
		{data.Intake{Present: came}, "It is noted that 2 people came.", "note by lists that 2 people came"},
		{data.Intake{Members: people, Events: events}, "2 people came in. 1 person of ours was changed. 1 event came in. 1 event of ours was changed.", "take in 3 people and 2 events"},
		{data.Intake{Members: people, Events: events, Items: items}, "2 people came in. 1 person of ours was changed. 1 event came in. 1 event of ours was changed. 1 item came in.", "take in 3 people, 2 events and 1 item"},
		{data.Intake{Members: people[:1], Events: events[:1], Present: came}, "1 person came in. 1 event came in. It is noted that 2 people came.", "note by lists that 2 people came, and take in 1 person and 1 event"},
		{data.Intake{Unlearn: []string{"x"}}, "It is forgotten whom the name means.", "forget whom a name on lists means"},
		{data.Intake{Names: []data.KnownName{{MemberID: 1}, {MemberID: 1}}}, "It is remembered how 1 person is called elsewhere.", "remember how 1 person is called elsewhere"},
	} {
		if told, deed := speak.English().Of(c.in.Told()), speak.English().Of(c.in.Deed()); told != c.told || deed != c.deed {
			t.Errorf("told is %q, want %q; the deed is %q, want %q", told, c.told, deed, c.deed)
		}
	}
}
