package exchange_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// english says a phrase.
func english(p data.Phrase) string { return words.English().Of(p) }

// toldRow is the end of what a test says of a row: what it gives, its doubts and why it is refused.
func toldRow[T any](b exchange.Brought[T]) string {
	text := fmt.Sprintf(" {%s}", strings.Join(b.Given, " "))
	for _, doubt := range b.Doubts {
		text += " ?" + english(doubt)
	}
	if !b.Refused.IsZero() {
		text += " !" + english(b.Refused)
	}
	return text
}

func toldEvent(e exchange.Event) string {
	r := e.Row
	text := fmt.Sprintf("%d: %v %v %s %d %q", e.Line, r.On, r.Start, r.TimeZone, r.Minutes, r.Title)
	for _, s := range []string{r.Place, r.Link, r.Purpose, string(r.Status)} {
		if s != "" {
			text += fmt.Sprintf(" %q", s)
		}
	}
	return text + toldRow(e)
}

// same compares line by line what was told with what was expected.
func same(t *testing.T, told []string, want string) {
	t.Helper()
	wanted := strings.Split(strings.TrimSpace(want), "\n")
	for i := range max(len(told), len(wanted)) {
		var is, should string
		if i < len(told) {
			is = told[i]
		}
		if i < len(wanted) {
			should = strings.TrimSpace(wanted[i])
		}
		if is != should {
			t.Errorf("row %d\n is     %s\n should %s", i+1, is, should)
		}
	}
}

var autumn = struct{ from, to data.Date }{data.NewDate(2026, time.October, 1), data.NewDate(2026, time.December, 31)}

// Given calendars as Outlook, Google, Apple and Evolution write them, when the autumn of 2026 is read, then these
// events stand there: summer time ends on 25 October in Europe, so what repeats at 16:00 stays at 16:00.
func TestCalendarOfEachProgram(t *testing.T) {
	for name, want := range map[string]string{
		"outlook.ics": `
			21: 2026-10-06 16:00 Europe/Berlin 90 "Lean coffee" "Microsoft Teams Meeting" "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=1" "We read flaky tests together. Bring one of your own." {title link place purpose on start timeZone minutes}
			21: 2026-10-20 16:00 Europe/Berlin 90 "Lean coffee" "Microsoft Teams Meeting" "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=1" "We read flaky tests together. Bring one of your own." {title link place purpose on start timeZone minutes}
			49: 2026-11-18 10:00 Europe/Berlin 60 "Lean coffee, moved to the morning" {title on start timeZone minutes}
			21: 2026-12-01 16:00 Europe/Berlin 90 "Lean coffee" "Microsoft Teams Meeting" "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=1" "We read flaky tests together. Bring one of your own." {title link place purpose on start timeZone minutes}
		`,
		"google.ics": `
			8: 2026-10-14 16:00 Europe/Athens 60 "Κλινική προβλημάτων" "Αίθουσα 3, Αθήνα" "https://meet.google.com/abc-defg-hij" "Ποιος γράφει ελέγχους & γιατί;\n\nΦέρτε παραδείγματα." {title link place purpose on start timeZone minutes}
			24: 2026-10-24 00:00 Europe/Athens 0 "Hackathon" {title on timeZone lastDay} ?It lasts the whole day; please give a time.
			32: 2026-10-28 10:00 Europe/Athens 60 "Morning clinic" "cancelled" {title status on start timeZone minutes}
		`,
		"apple.ics": `
			23: 2026-10-08 12:00 America/New_York 90 "Brown bag" "Room Ὕδωρ" "https://example.zoom.us/j/99?pwd=x" {title link place on start timeZone minutes}
			23: 2026-10-20 12:00 America/New_York 90 "Brown bag" "Room Ὕδωρ" "https://example.zoom.us/j/99?pwd=x" {title link place on start timeZone minutes}
			36: 2026-11-12 12:00 America/New_York 90 "Brown bag" "cancelled" {title status on start timeZone minutes}
			23: 2026-12-10 12:00 America/New_York 90 "Brown bag" "Room Ὕδωρ" "https://example.zoom.us/j/99?pwd=x" {title link place on start timeZone minutes}
		`,
		"zones.ics": `
			34: 2026-10-01 09:00 Australia/Sydney 0 "South" {title on start timeZone}
			39: 2026-10-02 09:00 Asia/Kolkata 0 "India" {title on start timeZone}
			44: 2026-10-03 09:00 Europe/Lisbon 0 "Lisbon" {title on start timeZone}
			49: 2026-10-04 09:00 Asia/Tokyo 0 "Tokyo" {title on start timeZone}
			54: 2026-10-05 09:00 Europe/Paris 0 "Paris" {title on start timeZone}
			59: 2026-10-06 09:00 Europe/Berlin 0 "Nobody knows" {title on start timeZone} ?The time zone “Mars/Olympus” is not known; the time was taken as one in Europe/Berlin.
			69: 2026-10-07 09:00 Europe/Berlin 0 "Floating" {title on start timeZone}
			64: 2026-10-08 09:00 Etc/UTC 0 "Of Outlook" {title on start timeZone}
		`,
		"doubtful.ics": `
			19:  00:00  0 "When?" {title} !It does not say on which day it takes place.
			3: 2026-10-01 09:00 Europe/Berlin 0 "A title that goes on A title that goes on A title that goes on A title that goes on A title that goes on A title that…" {title on start timeZone} ?Title: this is 167 characters long, and there is room for 120; its beginning was taken. ?Minutes is left out: Please choose a number from 5 to 1440.
			9: 2026-10-02 09:00 Europe/Berlin 0 "" {title on start timeZone} !Title: Please fill this in.
			13: 2026-10-03 09:00 Europe/Berlin 0 "Every hour" {title on start timeZone} !The rule by which it repeats can't be followed; please enter its dates by hand.
			23: 2026-10-05 09:00 Europe/Berlin 0 "Till the seventh" {title on start timeZone}
			23: 2026-10-06 09:00 Europe/Berlin 0 "Till the seventh" {title on start timeZone}
			23: 2026-10-07 09:00 Europe/Berlin 0 "Till the seventh" {title on start timeZone}
			29: 2026-10-08 00:00 Europe/Berlin 0 "Whole days" {title on timeZone} ?It lasts the whole day; please give a time.
			29: 2026-10-10 00:00 Europe/Berlin 0 "Whole days" {title on timeZone} ?It lasts the whole day; please give a time.
			36: 2026-10-12 09:00 Europe/Berlin 0 "From now on" {title on start timeZone}
			46: 2026-10-13 09:00 Europe/Berlin 0 "Called off" "cancelled" {title status on start timeZone}
		`,
		"marked-utf16.ics": `
			3: 2026-10-01 09:00 Europe/Berlin 0 "Žofie erzählt" {title on start timeZone}
		`,
	} {
		t.Run(name, func(t *testing.T) {
			events, err := exchange.Calendar(context.Background(), sample(t, "calendar/"+name), autumn.from, autumn.to, "Europe/Berlin")
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for _, e := range events {
				told = append(told, toldEvent(e))
			}
			same(t, told, want)
		})
	}
}

// Given files that are no calendar, or a spoilt or boundless one, then each is refused with a sentence of its own.
func TestHostileCalendars(t *testing.T) {
	event := func(lines string) string {
		return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261001T090000\r\nSUMMARY:A\r\n" + lines + "END:VEVENT\r\nEND:VCALENDAR\r\n"
	}
	for name, c := range map[string]struct{ content, want string }{
		"nothing":       {"", "There is nothing in the file."},
		"another text":  {"Name;E-Mail\nZoë;z@example.org\n", "The file is no calendar; nothing was changed."},
		"cut off":       {event("")[:60], "The file is damaged; nothing of it was read. Please ask for it again."},
		"crossed ends":  {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n", "The file is damaged; nothing of it was read. Please ask for it again."},
		"nested deep":   {strings.Repeat("BEGIN:VEVENT\n", 1_000_000), "The file is damaged; nothing of it was read. Please ask for it again."},
		"very many":     {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nEND:VEVENT\n", 50_001) + "END:VCALENDAR\n", "The file has more than 50000 rows; nothing of it was read. Please save the part that you need by itself."},
		"too many days": {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nDTSTART:20261001T090000\nSUMMARY:A\nRRULE:FREQ=DAILY\nEND:VEVENT\n", 2500) + "END:VCALENDAR\n", "The file has more than 50000 rows; nothing of it was read. Please save the part that you need by itself."},
	} {
		t.Run(name, func(t *testing.T) {
			events, err := exchange.Calendar(context.Background(), exchange.File{Content: []byte(c.content)}, autumn.from, autumn.to, "Europe/Berlin")
			if err == nil {
				t.Fatalf("%d events came in", len(events))
			}
			if is := words.English().Sentence(err); is != c.want {
				t.Errorf("is     %s\nshould %s", is, c.want)
			}
		})
	}
	for name, lines := range map[string]string{
		"rule never met":       "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n",
		"every second":         "RRULE:FREQ=SECONDLY\n",
		"each second of a day": "RRULE:FREQ=DAILY;BYSECOND=" + strings.Repeat("1,", 60) + "1\n",
		"backwards":            "RRULE:FREQ=DAILY;INTERVAL=-1\n",
		"never ending step":    "RRULE:FREQ=DAILY;INTERVAL=999999999999\n",
		"no rule":              "RRULE:Ω\n",
		"no dates":             "RDATE;VALUE=PERIOD:/,,;\nEXDATE:x\nRECURRENCE-ID;TZID=:\n",
		"a date a second":      strings.Repeat("RDATE:"+strings.Repeat("20261001T090000,", 900)+"\n", 12),
		"a date after another": strings.Repeat("EXDATE:20261001T090000\n", 5_000) + "RRULE:FREQ=DAILY\n",
		"no length":            "DTEND:20260930T090000\nDURATION:-P1W\n",
		"a long line":          "DESCRIPTION:" + strings.Repeat("a", 1<<20) + "\n",
		"long parameters":      "LOCATION" + strings.Repeat(";X=1", 1<<18) + ":x\n",
		"folds":                "DESCRIPTION:" + strings.Repeat("a\n ", 1<<18) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			events, err := exchange.Calendar(context.Background(), exchange.File{Content: []byte(event(lines))}, autumn.from, autumn.to, "Europe/Berlin")
			if err != nil || len(events) > 1 {
				t.Errorf("%d events, %v", len(events), err)
			}
			for _, e := range events {
				if e.Row.On == 0 || e.Row.Validate() != nil && e.Refused.IsZero() && len(e.Given) == 0 {
					t.Errorf("%s", toldEvent(e))
				}
			}
		})
	}
}

// Given a span of days, only what takes place on them comes in, the first and the last included.
func TestCalendarWithinSpan(t *testing.T) {
	day := data.NewDate(2026, time.October, 20)
	events, err := exchange.Calendar(context.Background(), sample(t, "calendar/outlook.ics"), day, day, "")
	if err != nil || len(events) != 1 || events[0].Row.On != day {
		t.Errorf("%v, %v", events, err)
	}
}

// Given a change that is meant for all later dates too, then those move with it by days and hours of the clock, also past the
// change to summer time, but for one that was changed once more; before it all is as it was.
func TestChangeFromADateOnwards(t *testing.T) {
	text := crlf(`BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Call
DTSTART;TZID=Europe/Berlin:20260105T100000
DTEND;TZID=Europe/Berlin:20260105T110000
RRULE:FREQ=MONTHLY;COUNT=6
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260305T100000
SUMMARY:Later call
DTSTART;TZID=Europe/Berlin:20260306T143000
DTEND;TZID=Europe/Berlin:20260306T160000
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=Europe/Berlin:20260505T100000
SUMMARY:Evening call
DTSTART;TZID=Europe/Berlin:20260505T200000
END:VEVENT
END:VCALENDAR
`)
	year := func(text string) ([]exchange.Event, error) {
		return exchange.Calendar(context.Background(), exchange.File{Content: []byte(text)}, data.NewDate(2026, 1, 1), data.NewDate(2026, 12, 31), "")
	}
	events, err := year(text)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, e := range events {
		told = append(told, fmt.Sprintf("%v %v %d %s", e.Row.On, e.Row.Start, e.Row.Minutes, e.Row.Title))
	}
	same(t, told, `
		2026-01-05 10:00 60 Call
		2026-02-05 10:00 60 Call
		2026-03-06 14:30 90 Later call
		2026-04-06 14:30 90 Later call
		2026-05-05 20:00 0 Evening call
		2026-06-06 14:30 90 Later call`)
	_, err = year(strings.Replace(text, "VERSION:2.0", "VERSION:1.0", 1))
	if is, want := words.English().Sentence(err), "The calendar is of the old kind (vCalendar 1.0, .vcs); please save it as iCalendar (.ics)."; is != want {
		t.Errorf("of vCalendar 1.0 it says %q", is)
	}
}

// Given whole days that a calendar writes from midnight to midnight, or marks as such, then they have no time; a meeting from midnight on that
// is marked as none keeps its own.
func TestWholeDaysWrittenWithTimes(t *testing.T) {
	for lines, want := range map[string]string{
		"DTSTART;TZID=W. Europe Standard Time:20261205T000000\nDTEND;TZID=W. Europe Standard Time:20261206T000000":                                                                 "2026-12-05 00:00 0 -, all day",
		"DTSTART;TZID=W. Europe Standard Time:20261024T000000\nDTEND;TZID=W. Europe Standard Time:20261026T000000":                                                                 "2026-10-24 00:00 0 2026-10-25, all day", // 49 hours
		"DTSTART:20261204T230000Z\nDTEND:20261205T230000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE":                                                                                       "2026-12-05 00:00 0 -, all day",
		"DTSTART:20261204T230000Z\nDTEND:20261205T230000Z":                                                                                                                         "2026-12-05 00:00 0 -, all day",
		"DTSTART;TZID=Asia/Tokyo:20261205T000000\nDURATION:P1D":                                                                                                                    "2026-12-05 00:00 0 -, all day",
		"DTSTART;TZID=Europe/Berlin:20261205T000000\nDTEND;TZID=Europe/Berlin:20261206T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE":                                                  "2026-12-05 00:00 1440 -",
		"DTSTART;TZID=Europe/Berlin:20261205T000000\nDTEND;TZID=Europe/Berlin:20261205T013000":                                                                                     "2026-12-05 00:00 90 -",
		"DTSTART;TZID=Europe/Berlin:20261229T000000\nDTEND;TZID=Europe/Berlin:20261230T000000\nRRULE:FREQ=DAILY;UNTIL=20261230T230000Z\nEXDATE;TZID=Europe/Berlin:20261230T000000": "2026-12-29 00:00 0 -, all day|2026-12-31 00:00 0 -, all day",
	} {
		ics := crlf("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Away\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n")
		events, err := exchange.Calendar(context.Background(), exchange.File{Content: []byte(ics)}, autumn.from, autumn.to, "Europe/Berlin")
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, e := range events {
			last := "-"
			if slices.Contains(e.Given, "lastDay") {
				last = e.Row.LastDay.String()
			}
			text := fmt.Sprintf("%v %v %d %s", e.Row.On, e.Row.Start, e.Row.Minutes, last)
			if len(e.Doubts) > 0 && english(e.Doubts[0]) == "It lasts the whole day; please give a time." {
				text += ", all day"
			}
			told = append(told, text)
		}
		if got := strings.Join(told, "|"); got != want {
			t.Errorf("%s: got %s, want %s", lines, got, want)
		}
	}
}

func crlf(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }

func FuzzCalendar(f *testing.F) {
	files, err := filepath.Glob("testdata/calendar/*.ics")
	if err != nil || len(files) == 0 {
		f.Fatal(err, "no samples")
	}
	for _, path := range files {
		f.Add(sample(f, "calendar/"+filepath.Base(path)).Content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		events, err := exchange.Calendar(context.Background(), exchange.File{Content: content}, autumn.from, autumn.to, "Europe/Berlin")
		if err != nil {
			return
		}
		for _, e := range events {
			fits(t, e, data.EventFields, e.Row.Validate)
			if e.Refused.IsZero() && !e.Row.On.Within(autumn.from, autumn.to) {
				t.Errorf("%v is outside of the span", e.Row.On)
			}
		}
	})
}

// fits fails the test where a row that can come in gives a field that the file would refuse.
func fits[T any](t *testing.T, b exchange.Brought[T], fields data.Fields[T], check func() error) {
	t.Helper()
	var wrong *data.Error
	if !b.Refused.IsZero() || !errors.As(check(), &wrong) {
		return
	}
	for key, why := range wrong.Fields {
		if slices.Contains(b.Given, key) || fields.Of(key).Needed && !fields.Of(key).Label.IsZero() {
			t.Errorf("%s: %s in %+v", key, english(why), b.Row)
		}
	}
}
