package words

import (
	"slices"
	"testing"
	"time"
)

const czech = `msgid ""
msgstr ""
"Language: cs\n"
"Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;\n"

msgid "in %d day"
msgid_plural "in %d days"
msgstr[0] "za %d den"
msgstr[1] "za %d dny"
msgstr[2] "za %d dnů"

msgid "%d year ago"
msgid_plural "%d years ago"
msgstr[0] "před %d rokem"
msgstr[1] "před %d roky"
msgstr[2] "před %d roky"

msgid "December"
msgstr "prosince"

msgid "Thu"
msgstr "čt"

msgid "tomorrow"
msgstr "zítra"

msgid "next"
msgstr "příští, další"
`

// Given a language with other words and more forms of the plural, then its words for days are there to be read, each form of them.
func TestDayWords(t *testing.T) {
	w := Of("cs", []byte(czech)).DayWords()
	for text, days := range map[string]int{"zítra": 1, "za # den": 1, "za # dny": 1, "za # dnů": 1, "# weeks ago": -7, "yesterday": -1} {
		if got, is := w.Days[text]; got != days || !is {
			t.Errorf("%q is %d days (%v), want %d", text, got, is, days)
		}
	}
	for text, months := range map[string]int{"před # rokem": -12, "před # roky": -12, "in # months": 1, "in # year": 12} {
		if got := w.MonthsOn[text]; got != months {
			t.Errorf("%q is %d months, want %d", text, got, months)
		}
	}
	if w.Months["prosince"] != time.December || w.Months["Dec"] != time.December || w.Weekdays["čt"] != time.Thursday || w.Weekdays["Monday"] != time.Monday {
		t.Errorf("names are %v and %v", w.Months, w.Weekdays)
	}
	if !slices.Equal(w.Next, []string{"příští", "další"}) {
		t.Errorf("next is %q", w.Next)
	}
}

// Given a day, then in words it can be taken for no other.
func TestInWords(t *testing.T) {
	if got := English().InWords(day{2026, time.December, 3}); got != "Thu 3 December 2026" {
		t.Errorf("said %q", got)
	}
	if got := English().InWords(day{}); got != "" {
		t.Errorf("no day is said %q", got)
	}
}
