package store

import (
	"testing"

	"copleader/data"
)

// Given what deeds are called by, when words are erased from it, then names and texts go, wherever they stand, and numbers, days and references stay: "took in 3 people and 2
// events" tells of nobody.
func TestWordsOfDeedsGo(t *testing.T) {
	people := data.Phrase{Key: "%d person", Many: "%d people", N: 3, Args: []any{3}}
	events := data.Phrase{Key: "%d event", Many: "%d events", N: 2, Args: []any{2}}
	both := data.Say("%s and %s", people, events)
	day, row := data.NewDate(2026, 12, 1), Name{Table: "member", ID: 7}
	for _, c := range []struct {
		args, want []any
	}{
		{[]any{"Ida Neu", 3, day, row}, []any{erasedArg, 3, day, row}},
		{[]any{both, people}, []any{both, people}},
		{[]any{data.Say("%s of %s", people, "Ida Neu")}, []any{erasedArg}},
		{[]any{data.Say("%s", data.Say("%s", "Ida Neu"))}, []any{erasedArg}},
		{[]any{data.Say("%s and %s", people, data.Say("as %s", "Ida Neu"))}, []any{erasedArg}},
		{[]any{data.Say("on %s", day)}, []any{erasedArg}},
		{[]any{data.Say("Ida Neu")}, []any{erasedArg}}, // what a foreign hand put there as if it were words of ours
	} {
		kept, err := encodeArgs(c.args)
		if err != nil {
			t.Fatal(err)
		}
		erased, err := eraseArgs(kept)
		if err != nil {
			t.Fatal(err)
		}
		want, err := encodeArgs(c.want)
		if err != nil {
			t.Fatal(err)
		}
		if erased != want {
			t.Errorf("of %s is left %s, want %s", kept, erased, want)
		}
	}
}
