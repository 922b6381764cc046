package words

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"time"
)

// greek stands for any language with other words, another order and its own plural rule.
const greek = `msgid ""
msgstr ""
"Language: el\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "%s joined on %s"
msgstr "στις %[2]s ήρθε: %[1]s"

msgid "%d member"
msgid_plural "%d members"
msgstr[0] "%d μέλος"
msgstr[1] "%d μέλη"

msgid "%[1]d %[2]s %[3]d"
msgstr "%[1]d %[2]s %[3]d"

msgid "Dec"
msgstr "Δεκ"

msgid "Add member"
msgstr ""

msgid "Open"
msgstr "Άνοιγμα %d %s"
`

type day struct {
	year  int
	month time.Month
	day   int
}

func (d day) Civil() (int, time.Month, int) { return d.year, d.month, d.day }
func (d day) IsZero() bool                  { return d == day{} }

type phrase struct {
	one, many string
	n         int
	args      []any
}

func (p phrase) Words() (string, string, int, []any) { return p.one, p.many, p.n, p.args }

type fault struct {
	key  string
	args []any
}

func (f *fault) Words() (string, []any) { return f.key, f.args }
func (f *fault) Error() string          { return "fault: " + f.key }

func TestTextFillsItsVerbs(t *testing.T) {
	say := English()
	for _, tc := range []struct {
		want, key string
		args      []any
	}{
		{"Add member", "Add member", nil},
		{"Ann joined", "%s joined", []any{"Ann"}},
		{"11 of 18", "%d of %d", []any{11, 18}},
		{"b before a", "%[2]s before %[1]s", []any{"a", "b"}},
		{"3.7", "%.1f", []any{3.7}},
		{"07", "%02d", []any{7}},
		{"a “b” 王", "a “%s” %v", []any{"b", "王"}},
		{"50%", "50%", nil},
		{"100% of 5", "100%% of %d", []any{5}},
		{"5\u00a0% better", "%d % better", []any{5}},
		{"%!d(x) stays", "%s stays", []any{"%!d(x)"}},
		{"", "", nil},
	} {
		if got := say.Text(tc.key, tc.args...); got != tc.want {
			t.Errorf("Text(%q, %v) = %q, want %q", tc.key, tc.args, got, tc.want)
		}
	}
}

func TestFaultyVerbsNeverShowGoSyntax(t *testing.T) {
	say := English()
	for _, tc := range []struct {
		want, key string
		args      []any
	}{
		{"%d members", "%d members", nil},
		{"Ann and …", "%s and %s", []any{"Ann"}},
		{"… first", "%[3]s first", []any{"Ann"}},
		{"Ann", "%s", []any{"Ann", "Bob"}},
		{"nothing asked", "nothing asked", []any{1}},
		{"Ann members", "%d members", []any{"Ann"}},
		{"4", "%s", []any{4}},
		{"4", "%.1f", []any{4}},
		{"", "%s", []any{nil}},
		{"at the end %", "at the end %", []any{1}},
		{"%y", "%y", []any{1}},
		{"%[0]d", "%[0]d", []any{1}},
		{"%[x]d", "%[x]d", []any{1}},
	} {
		if got := say.Text(tc.key, tc.args...); got != tc.want {
			t.Errorf("Text(%q, %v) = %q, want %q", tc.key, tc.args, got, tc.want)
		}
	}
}

func TestCountChoosesByNumber(t *testing.T) {
	say := English()
	for n, want := range map[int]string{
		0: "0 members of Go", 1: "1 member of Go", 2: "2 members of Go", -1: "-1 member of Go", 11: "11 members of Go",
	} {
		if got := say.Count(n, "%d member of %s", "%d members of %s", "Go"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestAnotherLanguage(t *testing.T) {
	say := Of("el", []byte(greek))
	for want, got := range map[string]string{
		"στις 5 Δεκ 2026 ήρθε: Ann": say.Text("%s joined on %s", "Ann", day{2026, time.December, 5}),
		"1 μέλος":                   say.Count(1, "%d member", "%d members"),
		"3 μέλη":                    say.Count(3, "%d member", "%d members"),
		"-3 μέλη":                   say.Count(-3, "%d member", "%d members"),
		"5 Δεκ 2026":                say.Date(day{2026, time.December, 5}),
		"Add member":                say.Text("Add member"),  // in the catalogue, not yet translated
		"Never heard":               say.Text("Never heard"), // not in the catalogue
		"2 events":                  say.Count(2, "%d event", "%d events"),
		"Άνοιγμα 1 …":               say.Text("Open", 1), // asks for more than is given
		"":                          say.Text(""),        // not the header
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := English().Text("%s joined on %s", "Ann", "Monday"); got != "Ann joined on Monday" {
		t.Errorf("the other language spilled over into English: %q", got)
	}
}

func TestPhrasesAreSpokenInsidePhrases(t *testing.T) {
	say := English()
	members := phrase{one: "%d member", many: "%d members", n: 2}
	moved := phrase{one: "moved %s on %s with %s", args: []any{members, day{2026, time.May, 7}, []string{"a", "b", "c"}}}
	if got, want := say.Of(moved), "moved 2 members on 7 May 2026 with a, b and c"; got != want {
		t.Errorf("Of = %q, want %q", got, want)
	}
	if got, want := say.Text("by %s", day{}), "by no date"; got != want {
		t.Errorf("Text with no date = %q, want %q", got, want)
	}
	why := &fault{key: "it is %s", args: []any{members}}
	if got, want := say.Text("because %s", why), "because it is 2 members"; got != want {
		t.Errorf("Text with an error = %q, want %q", got, want)
	}
}

func TestSentence(t *testing.T) {
	say := English()
	own := &fault{key: "The file “%s” is no community file.", args: []any{"a.cop"}}
	for _, tc := range []struct {
		err  error
		want string
	}{
		{own, "The file “a.cop” is no community file."},
		{fmt.Errorf("open: %w", own), "The file “a.cop” is no community file."},
		{errors.Join(errors.New("first"), own), "The file “a.cop” is no community file."},
		{fs.ErrNotExist, "Something went wrong."},
		{nil, ""},
	} {
		if got := say.Sentence(tc.err); got != tc.want {
			t.Errorf("Sentence(%v) = %q, want %q", tc.err, got, tc.want)
		}
	}
}

func TestDates(t *testing.T) {
	say := English()
	for month, want := range map[time.Month]string{
		1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr", 5: "May", 6: "Jun",
		7: "Jul", 8: "Aug", 9: "Sep", 10: "Oct", 11: "Nov", 12: "Dec",
	} {
		if got := say.DayMonth(day{2026, month, 9}); got != "9 "+want {
			t.Errorf("DayMonth of month %d = %q, want 9 %s", month, got, want)
		}
	}
	if got := say.Date(day{2026, time.December, 5}); got != "5 Dec 2026" {
		t.Errorf("Date = %q", got)
	}
	if got := say.Date(day{}) + say.DayMonth(day{}) + say.Weekday(day{}) + say.Date(nil); got != "" {
		t.Errorf("no date is spoken as %q", got)
	}
	week := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	for i, want := range week {
		// 16 November 2026 is a Monday.
		if got := say.Weekday(day{2026, time.November, 16 + i}); got != want {
			t.Errorf("Weekday = %q, want %q", got, want)
		}
	}
}

// Given a day, then it is told in the order of the region, with its weekday in a list, and with the year only far away.
func TestDaysInTheRegionsForm(t *testing.T) {
	today := day{2026, time.November, 21}
	for name, tc := range map[string]struct {
		region Region
		want   []string
	}{
		"day first":   {Region{}, []string{"10 Dec 2026", "10 Dec", "Thu 10 Dec", "Tue 10 Jun 2025", "Thu 10 December 2026", "Thursday, 10 Dec 2026, 16:00–17:00"}},
		"month first": {Region{MonthFirst: true}, []string{"Dec 10, 2026", "Dec 10", "Thu Dec 10", "Tue Jun 10, 2025", "Thu December 10, 2026", "Thursday, Dec 10, 2026, 16:00–17:00"}},
		"year first":  {Region{true, true}, []string{"2026 Dec 10", "Dec 10", "Thu Dec 10", "Tue 2025 Jun 10", "Thu 2026 December 10", "Thursday, 2026 Dec 10, 16:00–17:00"}},
	} {
		say, d := English().In(tc.region), day{2026, time.December, 10}
		got := []string{say.Date(d), say.DayMonth(d), say.Near(d, today), say.Near(day{2025, time.June, 10}, today), say.InWords(d), say.Hours(d, "16:00", "17:00")}
		for i, want := range tc.want {
			if got[i] != want {
				t.Errorf("%s: %q, want %q", name, got[i], want)
			}
		}
	}
}

func TestAgo(t *testing.T) {
	say := English()
	for days, want := range map[int]string{
		0: "today", 1: "yesterday", 6: "6 days ago", 7: "1 week ago", 17: "2 weeks ago",
		18: "3 weeks ago", 35: "5 weeks ago", 133: "19 weeks ago", 729: "104 weeks ago", 730: "2 years ago", 1095: "3 years ago",
		-1: "tomorrow", -6: "in 6 days", -7: "in 1 week", -14: "in 2 weeks", -63: "in 9 weeks", -730: "in 2 years",
	} {
		if got := say.Ago(days); got != want {
			t.Errorf("Ago(%d) = %q, want %q", days, got, want)
		}
	}
}

func TestList(t *testing.T) {
	say := English()
	for _, tc := range []struct {
		want  string
		items []string
	}{{"", nil}, {"a", []string{"a"}}, {"a and b", []string{"a", "b"}}, {"a, b, c and d", []string{"a", "b", "c", "d"}}} {
		if got := say.List(tc.items); got != tc.want {
			t.Errorf("List(%v) = %q, want %q", tc.items, got, tc.want)
		}
	}
}

func TestForFallsBackToEnglish(t *testing.T) {
	for _, locale := range []string{"", "C", "C.UTF-8", "xx_YY.UTF-8", "../secret", "en_GB"} {
		say := For(locale)
		if say.Lang() != "en" || say.Text("Add member") != "Add member" {
			t.Errorf("For(%q) speaks %q", locale, say.Lang())
		}
	}
}

func TestCandidates(t *testing.T) {
	for locale, want := range map[string]string{
		"pt_BR.UTF-8": "pt_BR pt", "pt-BR": "pt_BR pt", "de": "de", "el_GR@euro": "el_GR el", "de:en": "de",
	} {
		if got := strings.Join(candidates(locale), " "); got != want {
			t.Errorf("candidates(%q) = %q, want %q", locale, got, want)
		}
	}
}

// Given one language used by several documents at once, the race detector stays silent.
func TestSeveralGoroutinesSpeakAtOnce(t *testing.T) {
	say := Of("el", []byte(greek))
	var all sync.WaitGroup
	for n := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			if got := say.Count(n+2, "%d member", "%d members"); !strings.HasSuffix(got, "μέλη") {
				t.Errorf("Count(%d) = %q", n+2, got)
			}
		}()
	}
	all.Wait()
}
