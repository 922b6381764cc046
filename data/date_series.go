package data

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"
)

// SeriesUnit is what the distance between two days of a series is counted in.
type SeriesUnit int

// The units.
const (
	EveryDays SeriesUnit = iota
	EveryWeeks
	EveryMonths
)

// SeriesRule is how often something takes place (data/README.md, Series).
type SeriesRule struct {
	From     Date // no day lies before it
	Unit     SeriesUnit
	Every    int            // units from one to the next
	Weekdays []time.Weekday // of weeks; of months with Nths one
	Nths     []int          // which such days of the week in the month, in order, -1 the last; none for the day From has
	Times    int            // how many there are; 0 for as many as lie before the end of Until
	Until    Date
	Start    Clock
	Timed    bool // Start is known
}

// The most events that one series has, and how many it has where nothing was said.
const (
	MaxSeries   = 60
	UsualSeries = 6
)

var (
	seriesTimes   = regexp.MustCompile(`\b(\w+) times?\b`)
	seriesStart   = regexp.MustCompile(`\b(?:at )?(\d{1,2}(?::\d{2}(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?|h(?:\d{2})?\b| uhr\b))`)
	seriesAt      = regexp.MustCompile(`\bat (noon|midday|midnight|\d{1,2}(?:[:.h]?\d{2})?(?: ?[ap]\.?m\b\.?| ?h\b| uhr\b)?)`)
	seriesBounds  = regexp.MustCompile(`\b(from|starting|beginning|until|till|to|through)\b(?: on)?`)
	seriesWords   = regexp.MustCompile(`^(?:on )?(?:every )?(?:(\w+) )?(\pL+(?: and \pL+)*)(?: on (\pL+(?: and \pL+)*))?$`)
	seriesTurned  = regexp.MustCompile(`^(monthly|quarterly|every (?:\w+ )?months?) on (?:the )?(.+)$`)
	seriesShort   = regexp.MustCompile(`^(?:on )?(?:the |every )?(?:first|1st|last|\w+(?: and \w+)+) \pL+$`)
	seriesMonth   = regexp.MustCompile(`^(?:on )?(?:the |every )?(\w+(?: and \w+)*) (\pL+) (?:of|in) (?:the |each |every |a )?(?:(\w+) )?months?$`)
	seriesDay     = regexp.MustCompile(`^(?:on )?(?:the |every )?(\d{1,2})(?:st|nd|rd|th)? (?:of|in) (?:the |each |every |a )?(?:(\w+) )?months?$`)
	seriesOrdinal = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)$`)
	endOf         = regexp.MustCompile(`^(?:the )?end of (?:the )?(.+)$`)
)

var seriesNumbers = map[string]int{"": 1, "other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "once": 1, "single": 1}

// seriesUnits are the words for the units, and for some with a number in them.
var seriesUnits = map[string]SeriesRule{
	"day": {Unit: EveryDays, Every: 1}, "days": {Unit: EveryDays, Every: 1}, "daily": {Unit: EveryDays, Every: 1},
	"week": {Unit: EveryWeeks, Every: 1}, "weeks": {Unit: EveryWeeks, Every: 1}, "weekly": {Unit: EveryWeeks, Every: 1},
	"fortnight": {Unit: EveryWeeks, Every: 2}, "fortnightly": {Unit: EveryWeeks, Every: 2}, "biweekly": {Unit: EveryWeeks, Every: 2},
	"month": {Unit: EveryMonths, Every: 1}, "months": {Unit: EveryMonths, Every: 1}, "monthly": {Unit: EveryMonths, Every: 1},
	"quarter": {Unit: EveryMonths, Every: 3}, "quarterly": {Unit: EveryMonths, Every: 3},
}

// NoSeries is the error of a field whose text is no series.
func NoSeries(field string) error {
	return Invalid(field, "Write how often, for example “every second Thursday, six times” or “first Tuesday of the month until June”.")
}

// ReadSeries reads how often something takes place, as people write it, the first time on from or later
// (data/README.md, Series).
func ReadSeries(text string, r DayReader, from Date) (SeriesRule, error) {
	text = strings.ToLower(Fold(digitsOf(text)))
	text = oneSpace(strings.NewReplacer(",", " ", ";", " ").Replace(text))
	if text == "" || len(text) > 200 {
		return SeriesRule{}, NoSeries("rule")
	}
	var rule SeriesRule
	var err error
	if text, err = rule.readTimes(text); err != nil {
		return rule, err
	}
	if text, err = rule.readStart(text); err != nil {
		return rule, err
	}
	rule.From = from
	if text, err = rule.readBounds(text, r); err != nil {
		return rule, err
	}
	if !rule.readRhythm(oneSpace(text), r) {
		return rule, NoSeries("rule")
	}
	if rule.Times == 0 && rule.Until == 0 {
		rule.Times = UsualSeries
	}
	return rule, rule.checked()
}

func (s *SeriesRule) checked() error {
	switch {
	case s.Every < 1 || s.Every > 60:
		return NoSeries("rule")
	case s.Times > MaxSeries:
		return Invalid("rule", "A series has %d events at most.", MaxSeries)
	case s.Until != 0 && s.Until < s.From:
		return Invalid("rule", "The series would end before it begins: %s comes before %s.", s.Until, s.From)
	}
	return nil
}

func (s *SeriesRule) readTimes(text string) (rest string, err error) {
	m := seriesTimes.FindStringSubmatchIndex(text)
	if m == nil {
		return text, nil
	}
	n, is := numberWord(text[m[2]:m[3]])
	if !is || n < 1 {
		return text, NoSeries("rule")
	}
	s.Times = n
	return text[:m[0]] + " " + text[m[1]:], nil
}

// numberWord is a number in digits or as a word: "6", "six".
func numberWord(word string) (n int, is bool) {
	if n, is = smallNumbers[word]; is {
		return n, true
	}
	return digits(word), anyNumber.FindString(word) == word && word != ""
}

// readStart reads the time of day: behind "at", or one that can be nothing else.
func (s *SeriesRule) readStart(text string) (rest string, err error) {
	m := seriesAt.FindStringSubmatchIndex(text)
	if m == nil {
		m = seriesStart.FindStringSubmatchIndex(text)
	}
	if m == nil {
		return text, nil
	}
	if s.Start, err = ReadClock(text[m[2]:m[3]]); err != nil {
		return text, At("rule", err)
	}
	s.Timed = true
	return text[:m[0]] + " " + text[m[1]:], nil
}

// readBounds reads the first and the last day, and leaves what stands before them.
func (s *SeriesRule) readBounds(text string, r DayReader) (rest string, err error) {
	found := seriesBounds.FindAllStringSubmatchIndex(text, 3)
	if len(found) == 0 {
		return text, nil
	}
	for i, m := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		word, said := text[m[2]:m[3]], oneSpace(text[m[1]:end])
		begins := word == "from" || word == "starting" || word == "beginning"
		day, err := boundary(said, r, begins, s.From)
		switch {
		case err != nil:
			return "", At("rule", err)
		case begins:
			s.From = day
		default:
			s.Until = day
		}
	}
	return text[:found[0][0]], nil
}

// boundary reads a day, or a month or year of which it is the first or the last; of months without a year that which comes next.
func boundary(said string, r DayReader, begins bool, from Date) (Date, error) {
	if m := endOf.FindStringSubmatch(said); m != nil {
		said, begins = m[1], false
	}
	year, _, _ := max(from, r.Today).Civil()
	if said == "year" {
		return NewDate(year, time.December, 31), nil
	}
	name, behind, _ := strings.Cut(said, " ")
	if month := monthNamed(name, r.Habits.Months); month != 0 && (behind == "" || len(behind) == 4 && anyNumber.FindString(behind) == behind) {
		if behind != "" {
			year = digits(behind)
		} else if _, now, _ := max(from, r.Today).Civil(); month < now {
			year++
		}
		first := NewDate(year, month, 1)
		if begins {
			return first, nil
		}
		return first.AddMonths(1).AddDays(-1), nil
	}
	day, _, err := r.Read(said)
	if err == nil && day == 0 {
		err = NoDate("rule")
	}
	return day, err
}

// readRhythm reads the distance between two days.
func (s *SeriesRule) readRhythm(text string, r DayReader) bool {
	text = ofMonths(text, r)
	if m := seriesDay.FindStringSubmatch(text); m != nil {
		every, is := seriesEvery(m[2])
		s.Unit, s.Every = EveryMonths, every
		return is && s.fromDay(digits(m[1]))
	}
	if m := seriesMonth.FindStringSubmatch(text); m != nil {
		nths, known := seriesNths(m[1])
		days, are := seriesWeekdays(m[2], r)
		every, counted := seriesEvery(m[3])
		s.Unit, s.Every, s.Nths, s.Weekdays = EveryMonths, every, nths, days
		return known && are && counted
	}
	m := seriesWords.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	every, counted := seriesEvery(m[1])
	if days, are := seriesWeekdays(m[2], r); are && m[3] == "" {
		s.Unit, s.Every, s.Weekdays = EveryWeeks, every, days
		return counted
	}
	unit, is := seriesUnits[m[2]]
	s.Unit, s.Every, s.Weekdays = unit.Unit, unit.Every*every, []time.Weekday{s.From.Weekday()}
	if m[3] != "" {
		days, named := seriesWeekdays(m[3], r)
		s.Weekdays = days
		return is && counted && named && s.Unit == EveryWeeks
	}
	return is && counted
}

// ofMonths has the days of months in one order: "monthly on the 15th" as "15th of every month", "1st and 3rd Tuesday" likewise.
func ofMonths(text string, r DayReader) string {
	if m := seriesTurned.FindStringSubmatch(text); m != nil {
		switch m[1] {
		case "monthly":
			m[1] = "every month"
		case "quarterly":
			m[1] = "every third month"
		}
		return m[2] + " of " + m[1]
	}
	if seriesShort.MatchString(text) {
		nth, day := text[:strings.LastIndex(text, " ")], text[strings.LastIndex(text, " ")+1:]
		if _, is := seriesWeekday(day, r); is && !strings.HasSuffix(nth, " and") {
			return text + " of every month"
		}
	}
	return text
}

// fromDay moves the beginning to the next such day of a month.
func (s *SeriesRule) fromDay(day int) bool {
	if day < 1 || day > 31 {
		return false
	}
	year, month, _ := s.From.Civil()
	for n := range time.Month(13) {
		if on := NewDate(year, month+n, day); on >= s.From {
			if _, _, is := on.Civil(); is == day {
				s.From = on
				return true
			}
		}
	}
	return false
}

func seriesEvery(word string) (int, bool) {
	if n, is := seriesNumbers[word]; is {
		return n, true
	}
	if m := seriesOrdinal.FindStringSubmatch(word); m != nil {
		word = m[1]
	}
	return numberWord(word)
}

func seriesNth(word string) (int, bool) {
	switch word {
	case "last":
		return -1, true
	case "first":
		return 1, true
	}
	n, is := seriesEvery(word)
	return n, is && word != "" && n <= 5
}

// seriesNths are places in a month, in order: "first", "1st and 3rd".
func seriesNths(text string) (nths []int, are bool) {
	for word := range strings.SplitSeq(text, " and ") {
		n, is := seriesNth(word)
		if !is {
			return nil, false
		}
		nths = append(nths, n)
	}
	slices.SortFunc(nths, func(a, b int) int { return cmp.Compare(uint(a), uint(b)) }) // the last comes last
	return slices.Compact(nths), true
}

// seriesWeekdays are days of the week: "Thursday", "Tue and Thu".
func seriesWeekdays(text string, r DayReader) (days []time.Weekday, are bool) {
	for name := range strings.SplitSeq(text, " and ") {
		day, is := seriesWeekday(name, r)
		if !is {
			return nil, false
		}
		days = append(days, day)
	}
	return days, true
}

// seriesWeekday is a day of the week, also in the plural.
func seriesWeekday(name string, r DayReader) (time.Weekday, bool) {
	if day, is := r.weekday(name); is {
		return day, true
	}
	return r.weekday(strings.TrimSuffix(name, "s"))
}

// SeriesDay is a day that a rule comes to.
type SeriesDay struct {
	On    Date
	Pause string // for which it is left out, "" for a day that takes place
}

// Days are those the rule comes to; those in a pause are left out and do not count, unless the leader keeps them.
func (s SeriesRule) Days(pauses []Pause, keep func(Date) bool) []SeriesDay {
	var days []SeriesDay
	planned := 0
	for n := 0; n < 10*MaxSeries && planned < MaxSeries; n++ {
		on := s.at(n)
		if s.Times > 0 && planned == s.Times || s.Until != 0 && on > s.Until || on > lastDate {
			break
		}
		if on < s.From {
			continue // the day of the first month is over
		}
		day := SeriesDay{On: on, Pause: pausedFor(pauses, on)}
		if day.Pause != "" && keep(on) {
			day.Pause = ""
		}
		if day.Pause == "" {
			planned++
		}
		days = append(days, day)
	}
	if last := slices.IndexFunc(days, func(d SeriesDay) bool { return d.Pause == "" }); last < 0 {
		return days
	}
	for days[len(days)-1].Pause != "" {
		days = days[:len(days)-1] // what is left out behind the last one is no news
	}
	return days
}

// pausedFor names the pause that a day lies in.
func pausedFor(pauses []Pause, on Date) string {
	for i := range pauses {
		if on.Within(pauses[i].First, pauses[i].Last) {
			return pauses[i].Name
		}
	}
	return ""
}

// Resting reports whether nothing is planned on a day to come: the community pauses, or a pause has a name.
func (s *Snapshot) Resting(on Date) bool {
	return s.Community.Paused(on) || pausedFor(s.Pauses, on) != ""
}

// at is the nth day, counted from 0.
func (s SeriesRule) at(n int) Date {
	switch {
	case s.Unit == EveryDays:
		return s.From.AddDays(n * s.Every)
	case s.Unit == EveryWeeks:
		ahead := s.daysAhead()
		return s.From.AddDays(ahead[n%len(ahead)] + 7*(n/len(ahead))*s.Every)
	case len(s.Nths) == 0:
		return s.From.AddMonths(n * s.Every)
	}
	year, month, _ := s.From.Civil()
	if !slices.ContainsFunc(s.Nths, func(nth int) bool { return nthWeekday(year, month, s.Weekdays[0], nth) >= s.From }) {
		month++
	}
	months := time.Month(n / len(s.Nths) * s.Every)
	// A month without a fifth such day has none, which the day before From stands for.
	if on := nthWeekday(year, month+months, s.Weekdays[0], s.Nths[n%len(s.Nths)]); on != 0 {
		return on
	}
	return s.From - 1
}

// daysAhead is how far the days of the week lie behind From, each once and in order.
func (s SeriesRule) daysAhead() []int {
	ahead := make([]int, len(s.Weekdays))
	for i, day := range s.Weekdays {
		ahead[i] = (int(day-s.From.Weekday()) + 7) % 7
	}
	slices.Sort(ahead)
	return slices.Compact(ahead)
}

// nthWeekday is the first, second … of a day of the week in a month, -1 the last; 0 where there is none.
func nthWeekday(year int, month time.Month, w time.Weekday, nth int) Date {
	first := NewDate(year, month, 1)
	last := first.AddMonths(1).AddDays(-1)
	if nth < 0 {
		return last.AddDays(-((int(last.Weekday()-w) + 7) % 7))
	}
	on := first.AddDays((int(w-first.Weekday())+7)%7 + 7*(nth-1))
	if on > last {
		return 0
	}
	return on
}
