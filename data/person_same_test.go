package data

import "testing"

func TestNameKey(t *testing.T) {
	same := [][]string{
		{"Anna Müller", "MUELLER, Anna", "müller anna", "Dr. Anna Muller", "Anna (Anni) Müller", `Anna "Anni" Müller`},
		{"Jean-Pierre O’Brien", "O'Brien Jean Pierre", "o'brien, jean-pierre"},
		{"Łukasz Ødegaard", "Odegaard Lukasz"},
		{"山田 太郎", "太郎 山田"},
		{"Ada Lovelace", "Ada\u200B Lovelace", "Ada Love\u00ADlace", "\u200EAda Lovelace\u2060", "Ada\u00A0Lovelace"},
		{"علی\u200Cرضا قربانی", "علیرضا قربانی"}, // with and without a joiner
	}
	for _, names := range same {
		for _, name := range names[1:] {
			if NameKey(name) != NameKey(names[0]) {
				t.Errorf("%q gives %q, %q gives %q", name, NameKey(name), names[0], NameKey(names[0]))
			}
		}
	}
	if one, other := NameKey("Anna Berg"), NameKey("Anne Berg"); one == other {
		t.Error("two names have one key")
	}
	if NameKey("Frau") == "" || NameKey("…") != "" {
		t.Errorf("%q and %q", NameKey("Frau"), NameKey("…"))
	}
}

func TestNameKeys(t *testing.T) {
	for _, c := range []struct{ name, called, met string }{
		{"Robert (Bob) Smith", "", "Bob Smith"},
		{"Smith, Robert (Bob)", "", "Smith Bob"},
		{"Robert Smith", "Bob", "bob smith"},
	} {
		found := false
		for _, key := range NameKeys(c.name, c.called) {
			found = found || key == NameKey(c.met)
		}
		if !found {
			t.Errorf("%q called %q is met under %q, not as %q", c.name, c.called, NameKeys(c.name, c.called), c.met)
		}
	}
}

func TestAlmostSame(t *testing.T) {
	for _, c := range []struct {
		one, other string
		want       bool
	}{
		{"Anna Berg", "Anne Berg", true},
		{"Anna Berg", "A. Berg", true},
		{"Anna M. Berg", "Anna Berg", true},
		{"Katharina Lindqvist", "Katarina Lindqvist", true},
		{"Jonas Meyer", "Jonas Meier", true},
		{"Martha Klein", "Matrha Klein", true},
		{"Anna Berg", "Anna Burg", true},
		{"Anna Berg", "Anna Stein", false},
		{"Anna Berg", "Jonas Berg", false},
		{"Li Wu", "Li Wa", false},
		{"Anna", "Anna", false},
	} {
		if got := AlmostSame(NameKey(c.one), NameKey(c.other)); got != c.want {
			t.Errorf("%q and %q: %v", c.one, c.other, got)
		}
	}
}
