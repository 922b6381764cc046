package data_test

import (
	"testing"

	. "copleader/data"
)

// Given a story that may not name anybody, then a single word of a name or of what somebody is called is found, as people write it,
// and a word that only looks like one is not.
func TestNamedIn(t *testing.T) {
	s := &Snapshot{Members: []Member{{ID: 1, Name: "Zoë Marchand-Núñez"}, {ID: 2, Name: "Bo van der Berg", Called: "Bob"}, {ID: 3, Name: "王晓梅"},
		{ID: 4, Name: "May Lin"}, {ID: 5, Name: "An Trần"}, {ID: 6, Name: "ليلى حدّاد"}, {ID: 7, Name: "Former member 7"}, {ID: 8, Name: "Annika Wolf"}}}
	s.Members[6].ErasedOn = 1
	for text, want := range map[string]string{
		"Zoë helped us.":                   "Zoë",
		"It was ZOE’s idea.":               "Zoë",
		"Then Núñez asked.":                "Núñez",
		"Annikas Rat half.":                "Annika",
		"We asked Bo for help.":            "Bo",
		"We asked Bob.":                    "",
		"The van went to Berg en Dal.":     "Berg",
		"A van, der Zug.":                  "-",
		"Since May 2026, 3 May: quiet.":    "-",
		"May asked us.":                    "May",
		"An idea. An hour saved.":          "-",
		"With An it went well.":            "An",
		"那天王晓梅帮忙":                          "",
		"قالت ليلى ذلك":                    "ليلى",
		"A former member; the Former lead": "-",
		"the wolf at the door":             "-",
	} {
		got := "-"
		if who, named := s.NamedIn(&ValueStory{Title: "Title", Did: text, Consent: ConsentAnonymous}); named {
			got = who.Word
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if _, named := s.NamedIn(&ValueStory{Did: "Zoë", Consent: ConsentNamed}); named {
		t.Error("with consent to names it is held back")
	}
}
