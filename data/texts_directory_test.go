package data

import (
	"slices"
	"testing"
)

func namesIn(d *Directory) []string {
	var names []string
	for i := range d.Len() {
		names = append(names, d.At(i).Name)
	}
	return names
}

// Given names with accents, capitals and a "sort as", when they are listed, then in the order of the language.
func TestDirectoryOrder(t *testing.T) {
	t.Parallel()
	members := []Member{{ID: 1, Name: "Żaneta"}, {ID: 2, Name: "ben"}, {ID: 3, Name: "Ärne"}, {ID: 4, Name: "Anna"},
		{ID: 5, Name: "Dr. No", SortAs: "Aaron"}, {ID: 6, Name: "Zoe"}, {ID: 7, Name: "Olga"}}
	for lang, want := range map[string][]string{
		"en": {"Dr. No", "Anna", "Ärne", "ben", "Olga", "Żaneta", "Zoe"},
		"sv": {"Dr. No", "Anna", "ben", "Olga", "Żaneta", "Zoe", "Ärne"},
	} {
		if got := namesIn(DirectoryOf(members, lang, nil)); !slices.Equal(got, want) {
			t.Errorf("in %s: %q, want %q", lang, got, want)
		}
	}
}

// Given a directory, when somebody is searched for, then in all that others may know, and not in the private note.
func TestDirectoryMatches(t *testing.T) {
	t.Parallel()
	d := DirectoryOf([]Member{{ID: 1, Name: "Łukasz", Email: "l@example.org", Unit: "Pay", Site: "Gdańsk", Phone: "+48 22 555", Pronouns: "he/him", TimeZone: "Europe/Warsaw",
		Knows: Lines{"flaky tests"}, Note: "secret"}}, "en", nil)
	for query, want := range map[string]bool{"lukasz pay": true, "gdansk": true, "FLAKY": true, "@example": true, "+48 22": true,
		"he/him": true, "secret": false, "warsaw": false} {
		if got := d.Matches(0, SearchedFor(query)); got != want {
			t.Errorf("%q matches: %v, want %v", query, got, want)
		}
	}
}

// Given the same rows, then the same directory is handed out; for other rows or another language a new one.
func TestDirectoryIsKept(t *testing.T) {
	t.Parallel()
	members := []Member{{ID: 1, Name: "Ada"}}
	first := DirectoryOf(members, "en", nil)
	if DirectoryOf(members, "en", first) != first {
		t.Error("made again of the same rows")
	}
	if DirectoryOf(slices.Clone(members), "en", first) == first || DirectoryOf(members, "de", first) == first ||
		DirectoryOf(nil, "en", first) == first {
		t.Error("kept although something changed")
	}
}
