package members

import (
	"testing"

	"copleader/data/store"
	"copleader/data/words"
)

// Given a change to a column of the file, then the history calls it as the field
// is labelled on the screen, and its values as they are read.
func TestHistoryIsToldInTheWordsOfTheFields(t *testing.T) {
	s := &State{say: words.English()}
	for want, change := range map[string]store.FieldChange{
		"Sorted in lists as: “Ada”":                    {Column: "sort_as", Before: "", After: "Ada"},
		"Unit: “Tools” taken out":                      {Column: "unit", Before: "Tools", After: ""},
		"Left on: “5 Dec 2026”":                        {Column: "left_on", Before: nil, After: "2026-12-05"},
		"Stands as: “Contact”, before “Member”":        {Column: "kind", Before: "member", After: "contact"},
		"Ask about: “one, two”, before “one”":          {Column: "knows", Before: "one", After: "one\ntwo"},
		"Note (only for you): “one, two”":              {Column: "note", Before: "", After: "one\ntwo"},
		"Wants our resources only: “yes”, before “no”": {Column: "resources_only", Before: int64(0), After: int64(1)},
		"shoe_size: “45”":                              {Column: "shoe_size", Before: nil, After: int64(45)},
	} {
		if got := s.wordField(change); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
