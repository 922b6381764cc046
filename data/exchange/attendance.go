package exchange

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"copleader/data"
)

// PastedAttendance reads who was at a meeting from a pasted text: a list that a program wrote, or bare names.
func PastedAttendance(text string) Attended {
	t := PastedTable(text)
	if a, ok := attendedIn(&t, ""); ok {
		return a
	}
	a, _ := pastedAttendance(text)
	return a
}

// pastedAttendance reads bare names; passed are the lines that name nobody.
func pastedAttendance(text string) (a Attended, passed []Passed) {
	r := newRoll()
	people, passed := pastedPeople(text, true)
	for _, p := range people {
		if p.Refused.IsZero() {
			r.person(nameOnList(p.Row.Name, false), p.Row.Email, p.Line)
		}
	}
	return Attended{On: onlyDay(passed), People: r.people()}, passed
}

// onlyDay is the day that lines beside names tell, where it is one and the same: "Protokoll vom 3.12.2026".
func onlyDay(beside []Passed) (on data.Date) {
	for _, p := range beside {
		texts := daysInDigits.FindAllString(shortened(p.Text, 200), -1)
		if day, is := dayWithin(p.Text); is {
			texts = append(texts, day.String())
		}
		for _, text := range texts {
			day, is := data.DayIn(text, false)
			if is && on != 0 && day != on {
				return 0
			}
			if is {
				on = day
			}
		}
	}
	return on
}

// attendedIn reads a table; not ok where no list of people of a meeting stands in it.
func attendedIn(t *Table, file string) (a Attended, ok bool) {
	first := t.listHead()
	if first < 0 {
		return Attended{}, false
	}
	return newListReader(t).read(file, first)
}

// attendedBy reads a table as a list of a meeting whose columns hold what the leader said.
func attendedBy(t *Table, file string, c Columns) (a Attended, ok bool) {
	l := newListReader(t)
	l.said, l.keys = true, c.Keys
	if c.Head >= 0 {
		l.heads = t.Rows[c.Head].Cells
	}
	return l.read(file, max(c.Head, -1))
}

// listColumns are the columns of a list of a meeting.
func listColumns(t *Table) Columns {
	c := Columns{Head: t.listHead(), Keys: make([]string, widthOf(t))}
	if c.Head >= 0 {
		keys, _ := keysIn(t.Rows[c.Head].Cells, listHeadings)
		copy(c.Keys, keys)
		c.halfNames()
	}
	return c
}

// listReader reads one list of a meeting.
type listReader struct {
	table  *Table
	facts  map[string]string
	days   dayWriting
	day    func(string) (data.Date, bool)
	usual  data.Date          // the day of a time that has none
	said   bool               // the leader said what the columns hold
	keys   []string           // of the columns
	says   map[int]saidColumn // of those that tell who came, by their places
	roll   *roll
	heads  []string // the headings as they stand there
	ending bool     // whether the list is one of numbered parts, of which only the first with people counts
}

func newListReader(t *Table) *listReader {
	return &listReader{table: t, roll: newRoll(), facts: map[string]string{}}
}

// read reads the list whose headings stand in the row.
func (l *listReader) read(file string, head int) (a Attended, ok bool) {
	l.factsBefore(max(head, 0))
	l.days = writingOf(l.samples())
	l.day = l.days.read
	l.usual, _ = dayInName(file, l.day)
	if l.said {
		l.readRows(head + 1)
	} else {
		l.readAll(head)
	}
	if len(l.roll.all) == 0 {
		return Attended{}, false
	}
	return l.attended(file), true
}

// isListHead reports whether a row holds the headings of a list: a name, and something that only lists of meetings tell.
func isListHead(row TableRow) bool {
	keys, _ := keysIn(row.Cells, listHeadings)
	has := func(key string) bool { return slices.Contains(keys, key) }
	return (has("name") || has(KeyGivenName)) &&
		(has(KeyJoinedAt) || has(KeyLeftAt) || has(KeyDuration) || has(keyAction) || has(keyAttended))
}

// listHead is the place of the headings of a list of a meeting, -1 where there is none. Rosters and lists of events have
// some of these headings too, so what stands below them counts as well.
func (t *Table) listHead() int {
	for i := range t.Rows[:min(len(t.Rows), headWithin)] {
		if isListHead(t.Rows[i]) && t.tellsWhoCame(i) {
			return i
		}
	}
	return -1
}

// tellsWhoCame reports whether what stands below headings is of people who came to one meeting: names, and of when they
// joined the hour, on a day or two, which is not the same for all. Where nothing is told but how long somebody was there, or
// whether, each of the rows may be an event of its own.
func (t *Table) tellsWhoCame(head int) bool {
	keys, _ := keysIn(t.Rows[head].Cells, listHeadings)
	timed, stays := false, false
	for at, key := range keys {
		look := lookAt(t, at, head+1)
		switch key {
		case "name":
			if 2*look.texts < look.filled {
				return false // how many came
			}
		case keyAction:
			timed = true
		case KeyDuration:
			stays = true
		case keyAttended:
			stays = stays || t.saysWhoCame(head)
		case KeyJoinedAt, KeyLeftAt:
			timed = timed || t.atOneMeeting(at, head+1)
		}
	}
	return timed || stays && !t.tellsEvents(head)
}

// atOneMeeting reports whether a column tells at which hour people joined or left a meeting, and not on which day a
// community, or were seen there, which programs stamp with an hour too.
func (t *Table) atOneMeeting(column, from int) bool {
	cells := lookAt(t, column, from).cells
	day := dayReader(cells)
	days, clocks := map[data.Date]bool{}, false
	for _, cell := range cells {
		if at, timed := clockIn(cell); timed && hasClock.MatchString(cell) {
			_, dated := day(cell)
			clocks = clocks || at != 0 || !dated
		}
		if on, dated := day(cell); dated {
			days[on] = true
		}
	}
	return clocks && len(days) <= 2
}

// tellsEvents reports whether the rows below headings tell each of another event.
func (t *Table) tellsEvents(head int) bool {
	keys, _ := keysIn(t.Rows[head].Cells, headingKeys[Events])
	for at, key := range keys {
		if key == "on" && lookAt(t, at, head+1).different() > 1 {
			return slices.Contains(keys, "title")
		}
	}
	return false
}

var hasClock = regexp.MustCompile(`(?i)\d(?::|h)\d\d|\d ?[ap]\.?m\b|\d ?uhr`)

var numbered = regexp.MustCompile(`^\d{1,2}\. \S`)

// factsBefore reads what stands before the list: a fact a line, as Teams writes it, or a row of headings with one of
// values below it, as Zoom does.
func (l *listReader) factsBefore(head int) {
	for i := range head {
		cells := l.table.Rows[i].Cells
		l.ending = l.ending || numbered.MatchString(cells[0])
		keys, different := keysIn(cells, factHeadings)
		switch {
		case different > 1 && i+1 < head:
			for at, key := range keys {
				l.note(key, l.table.Rows[i+1].cell(at))
			}
		case len(cells) > 1 && keys[0] != "":
			l.note(keys[0], cells[1])
		}
	}
}

// note keeps the first that is told of a fact.
func (l *listReader) note(key, value string) {
	if key != "" && l.facts[key] == "" {
		l.facts[key] = bareCell(value)
	}
}

// bareCell takes the dress off that keeps a spreadsheet from taking a text for something else: ="2026-10-14".
func bareCell(cell string) string {
	if inner, is := strings.CutPrefix(cell, `="`); is {
		return strings.TrimSuffix(inner, `"`)
	}
	return cell
}

// samples are all cells that may be days, which tell together how days are written.
func (l *listReader) samples() []string {
	samples := []string{l.facts[factStart], l.facts[factEnd]}
	keys, facts := l.keys, make([]string, len(l.keys))
	for i := range l.table.Rows {
		cells := l.table.Rows[i].Cells
		if !l.said && isListHead(l.table.Rows[i]) {
			keys, _ = keysIn(cells, listHeadings)
			facts, _ = keysIn(cells, factHeadings)
			continue
		}
		for at := range min(len(cells), len(keys)) {
			if key := keys[at]; key == KeyJoinedAt || key == KeyLeftAt || key == keyAt || facts[at] == factStart {
				samples = append(samples, bareCell(cells[at]))
			}
		}
	}
	return samples
}

// readAll reads the rows from the first headings on. Some programs write a list for each kind of guest, each with
// headings of its own; where the parts are numbered, what follows the first list tells of the same people again.
func (l *listReader) readAll(first int) {
	for i := first; i < len(l.table.Rows); i++ {
		row := &l.table.Rows[i]
		switch {
		case isListHead(*row):
			if l.ending && i > first {
				return
			}
			c := Columns{}
			c.Keys, _ = keysIn(row.Cells, listHeadings)
			c.halfNames()
			l.keys, l.heads = c.Keys, row.Cells
			l.hearWhoCame(i + 1)
		case isPartTitle(row):
			return
		case len(row.Cells) == 1 && i+1 < len(l.table.Rows) && isListHead(l.table.Rows[i+1]):
			// the title of the next list
		default:
			l.person(row)
		}
	}
}

// readRows reads the rows of a list whose columns the leader named.
func (l *listReader) readRows(first int) {
	l.hearWhoCame(first)
	for i := first; i < len(l.table.Rows) && !isPartTitle(&l.table.Rows[i]); i++ {
		l.person(&l.table.Rows[i])
	}
}

// isPartTitle reports whether a row is the numbered title of the next part, which tells of the same people again.
func isPartTitle(row *TableRow) bool {
	return len(row.Cells) == 1 && numbered.MatchString(row.Cells[0])
}

// get is the first filled cell of the row in a column of the key.
func (l *listReader) get(row *TableRow, key string) string {
	for at, k := range l.keys {
		if cell := bareCell(row.cell(at)); k == key && cell != "" {
			return cell
		}
	}
	return ""
}

// person reads one row.
func (l *listReader) person(row *TableRow) {
	if waiting, _ := tickIn(l.get(row, keyWaiting)); waiting {
		return
	}
	came, asks := l.cameBy(row)
	if !came {
		return
	}
	l.factsBeside(row)
	name := l.name(row)
	email := l.email(row)
	if name == "" {
		name = nameOfAddress(email)
	}
	if name == "" {
		return
	}
	s := l.roll.person(name, email, row.Line)
	s.Asks = asks
	l.stay(s, row)
}

// stay notes when somebody was there, as a row tells it.
func (l *listReader) stay(s *seen, row *TableRow) {
	from, came := instantIn(l.get(row, KeyJoinedAt), l.day, l.usual)
	to, left := instantIn(l.get(row, KeyLeftAt), l.day, l.usual)
	if came && left && to < from && to+aDay-from < aDay/2 {
		to += aDay // the clock alone, past midnight
	}
	seconds, long := secondsIn(l.get(row, KeyDuration))
	switch {
	case came && left && to >= from:
		s.spans = append(s.spans, span{from, to})
	case came:
		s.spans = append(s.spans, span{from, from + instant(seconds)})
	default:
		s.untimed += seconds
	}
	if long {
		s.told = append(s.told, seconds)
	}
	if at, is := instantIn(l.get(row, keyAt), l.day, l.usual); is {
		s.noteAction(data.Fold(l.get(row, keyAction)), at)
	}
}

// factsBeside reads what is told of the meeting in columns beside the people.
func (l *listReader) factsBeside(row *TableRow) {
	for at, heading := range l.heads {
		if at < len(l.keys) && l.keys[at] == "" {
			l.note(keyOf(heading, factHeadings), row.cell(at))
		}
	}
}

// name is the name of a row: both halves of it count before what somebody is shown as.
func (l *listReader) name(row *TableRow) string {
	given, surname := l.get(row, KeyGivenName), l.get(row, KeySurname)
	if given != "" && surname != "" {
		return data.CleanLine(given + " " + surname)
	}
	for at, key := range l.keys {
		if cell := bareCell(row.cell(at)); key == "name" && cell != "" {
			return nameOnList(cell, at < len(l.heads) && strings.Contains(data.Fold(l.heads[at]), "original"))
		}
	}
	return strings.TrimSpace(given + " " + surname)
}

// email is the first address of the row.
func (l *listReader) email(row *TableRow) string {
	for at, key := range l.keys {
		if cell := bareCell(row.cell(at)); key == "email" && data.IsEmail(cell) {
			return cell
		}
	}
	return ""
}

// attended puts together what is known of the meeting. What the list doesn't tell of it follows from who came when.
func (l *listReader) attended(file string) Attended {
	a := Attended{Title: data.CleanLine(l.facts[factTitle]), On: l.usual}
	begins, ends := l.roll.bounds()
	start, told := instantIn(l.facts[factStart], l.day, l.usual)
	if told {
		begins = start
	}
	if end, told := instantIn(l.facts[factEnd], l.day, begins.on()); told && end > begins {
		ends = end
	}
	l.roll.close(ends)
	a.People = l.roll.people()
	if begins > 0 {
		a.Start = begins.clock()
		if begins.on() > 0 {
			a.On = begins.on()
		}
		a.Minutes = minutesOf(int(ends - begins))
	} else if day, is := l.day(l.facts[factStart]); is {
		a.On = day
	}
	if seconds, is := secondsIn(l.facts[factLength]); is {
		a.Minutes = minutesOf(seconds)
	}
	a.Doubts = l.doubts(a.On)
	if a.Minutes < 5 {
		a.Minutes = 0 // no meeting is as short; the list was taken while it went on
	}
	if a.Title == "" {
		a.Title = titleInName(file)
	}
	return a
}

// doubts says where the day may be meant the other way round.
func (l *listReader) doubts(on data.Date) []data.Phrase {
	for _, sample := range l.samples() {
		if day, is := l.day(sample); is && day == on && l.days.unsure(sample) {
			return []data.Phrase{data.Say("“%s” is read as %s; day and month may be meant the other way round.", shortened(sample, 40), on)}
		}
	}
	return nil
}

var (
	dayWritten   = regexp.MustCompile(`\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}`)
	clockInName  = regexp.MustCompile(`(?i)\b\d{1,2}[_:.h-]\d{2}\b(\s?[ap]m)?(\s?gmt[+-]?\d*)?`)
	reportInName = regexp.MustCompile(`(?i)attendance ?report|attendance|anwesenheitsbericht|anwesenheit|teilnehmerliste|rapport de présence|présence|informe de asistencia|asistencia|meetingattendancereport|meetingattendancelist`)
	dayAndTitle  = regexp.MustCompile(`^\d{4}-\d{2}-\d{2} \d{2}[-_:.]\d{2} (.+)$`) // as Meet calls its lists
	numberOfCopy = regexp.MustCompile(`\(\d+\)$`)
)

// dayInName is the day in the name of a file: "2026-10-14 Problem clinic - Attendance report.csv".
func dayInName(file string, day func(string) (data.Date, bool)) (data.Date, bool) {
	return day(strings.ReplaceAll(dayWritten.FindString(file), "_", "-"))
}

// titleInName is the name of the meeting in the name of a file that a program called a report on attendance, or by day, time and title.
func titleInName(file string) string {
	name := strings.TrimSuffix(file, path.Ext(file))
	if m := dayAndTitle.FindStringSubmatch(name); m != nil {
		name = m[1]
	} else if !reportInName.MatchString(name) {
		return ""
	}
	name = numberOfCopy.ReplaceAllString(strings.TrimSpace(name), "")
	for _, known := range []*regexp.Regexp{reportInName, dayWritten, clockInName} {
		name = known.ReplaceAllString(name, " ")
	}
	return strings.Trim(data.CleanLine(name), " -–—_().,")
}
