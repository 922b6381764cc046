package exchange

import (
	"context"
	"crypto/sha256"
	"regexp"
	"strings"

	"copleader/data"
)

// areLines reports whether a text is one of lines rather than of columns: names stand in them as in a message.
func areLines(text string, t *Table) bool {
	if len(t.Rows) == 1 || widthOf(t) == 1 {
		return true
	}
	turned := 0
	for line := range strings.Lines(text) {
		if inAngles.MatchString(line) {
			return true
		}
		if strings.Count(line, ",") == 1 && strings.Contains(line, ", ") && isTurned(strings.TrimSpace(line)) {
			turned++
		}
	}
	return turned == len(t.Rows)
}

// inAngles is an address as it stands behind a name in a message.
var inAngles = regexp.MustCompile(`<[^<>\s]+@[^<>\s]+>`)

// UnderstandText reads what was pasted.
func UnderstandText(text string, h Hints) *Source {
	s := &Source{sum: sha256.Sum256([]byte(text))}
	if f := (File{Content: []byte(text)}); f.Kind() == KindCards || f.Kind() == KindCalendar || f.Kind() == KindBoard {
		return Understand(context.Background(), f, h)
	}
	if len(text) > largeContent {
		s.Err = errLongText
		return s
	}
	if strings.Count(text, "\n") > 2*maxRows {
		s.Err = errManyLines // without looking at each
		return s
	}
	s.takeText(text, h)
	if n := len(s.people) + len(s.events) + len(s.items); n > maxRows || len(s.came) > 0 && len(s.came[0].People) > maxRows {
		s.Err, s.people, s.events, s.items, s.came, s.passed = errManyLines, nil, nil, nil, nil, nil
	}
	return s
}

// Why a pasted text is not read.
var (
	errLongText  = data.Fault(data.CodeInvalid, "The text is far too large; nothing of it was read. Please paste the part that you need by itself.")
	errManyLines = data.Fault(data.CodeInvalid, "The text has more than %d rows; nothing of it was read. Please paste the part that you need by itself.", maxRows)
)

// takeText takes a text for what its headings say, else for what its lines look like or the leader is looking at.
func (s *Source) takeText(text string, h Hints) {
	s.text = plainLines(text)
	s.What = textHolds(s.text, h.Likely)
	s.readText(h)
	if len(s.Tables) > 0 {
		s.recall(h)
	}
}

// textHolds guesses what a text holds.
func textHolds(text string, likely What) What {
	if _, _, is := labelledTable(text); is && likely != Items {
		return People
	}
	t := PastedTable(text)
	what := GuessWhat(&t)
	c := GuessColumns(&t, what)
	switch {
	case what == Attendance, c.Head >= 0 && c.different() > 1, what == Events && likely != Items:
		return what
	case likely != Items && linesOfEvents(text, likely == Attendance):
		return Events
	case likely != Items && what != People && tellsWhoCame(text):
		return Attendance
	case likely == Items, likely == Attendance && what != People:
		return likely
	case areTasks(text):
		return Items
	}
	return People
}

// tellsWhoCame reports whether a line of a text is a heading over those who were there, or who were not: "Anwesend:".
func tellsWhoCame(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) > mostOfLabel*5 {
			continue
		}
		label, _, is := strings.Cut(bullet.ReplaceAllString(strings.TrimSpace(line), ""), ":")
		if word := headingWord(shortened(label, mostOfLabel)); is && (wereThere[word] || absent[word]) {
			return true
		}
	}
	return false
}

// wereThere are headings over those who came.
var wereThere = wordSet(`present inattendance attended whocame anwesend anwesende anwesendsind anwesendwaren teilgenommenhaben wardabei warda presente presents presentes
	etaientpresents asistieron asistentes`)

// areTasks reports whether most lines of a text have boxes to tick, or are longer than names and written as sentences are.
func areTasks(text string) bool {
	lines, boxes, long := 0, 0, 0
	for _, at := range listLines(text) {
		mark := itemMark.FindStringSubmatch(at.bare)
		lines++
		if mark[1] != "" {
			boxes++
		}
		if said := at.bare[len(mark[0]):]; !strings.ContainsAny(said, "@;,") && len(strings.Fields(said)) > 2 && smallWords(said) > 1 {
			long++
		}
	}
	return lines > 0 && (2*boxes > lines || 3*long > 2*lines)
}

// readText reads the text as what it is taken for, as a table where its lines have columns.
func (s *Source) readText(h Hints) {
	s.people, s.events, s.items, s.came, s.passed, s.Tables, s.Sheet = nil, nil, nil, nil, nil, nil, 0
	var t Table
	var before []Passed
	is := false
	switch s.What {
	case Items:
		t, is = pastedBoard(s.text)
	case Attendance:
		t = PastedTable(s.text)
		is = t.listHead() >= 0
	case Events:
		t, before = pastedEvents(s.text)
		is = true
	default:
		t, before, is = pastedRoster(s.text)
	}
	if is && len(t.Rows) > 0 {
		s.Tables, s.Columns = []Table{t}, GuessColumns(&t, s.What)
		s.readTable(h)
		s.passed = append(before, s.passed...)
		return
	}
	switch s.What {
	case Items:
		s.items, s.passed = pastedItems(s.text)
	case Attendance:
		var came Attended
		came, s.passed = pastedAttendance(s.text)
		s.came = []Attended{came}
	case People:
		s.people, s.passed = pastedPeople(s.text, false)
	}
}
