package intake

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data/exchange"
	"copleader/ui/kit"
)

// who is whom or what a row of the plan is about, in the list.
func (s *State) who(row int) []kit.Span {
	r := &s.plan.Rows[row]
	title := r.Title()
	if title == "" {
		title = s.say.Text("(no name)")
	}
	who := []kit.Span{{Text: title}}
	if where := s.where(r); where != "" {
		who = append(who, kit.Muted("\n"+where))
	}
	return who
}

// what is what happens with a row, and why it is asked about.
func (s *State) what(row int) []kit.Span {
	what := []kit.Span{{Text: s.happens(row)}}
	if why := s.why(&s.plan.Rows[row]); why != "" {
		what = append(what, kit.Muted("\n"+why))
	}
	return what
}

// bringsPeople tells whether a source may bring people who are new.
func (s *State) bringsPeople() bool {
	return slices.ContainsFunc(s.sources, func(source *exchange.Source) bool {
		return source.What == exchange.People || source.What == exchange.Attendance
	})
}

// joinedWords say when new people joined.
func (s *State) joinedWords() string {
	if s.joined != 0 {
		return s.say.Text("New people joined on %s", s.joined)
	}
	return s.say.Text("New people joined with their first event, else today")
}

// where is the file and the line a row comes from; of an event the day.
func (s *State) where(r *exchange.PlanRow) string {
	if day := r.Day(); day != 0 {
		return s.say.Date(day) // which of a series it is matters more than its line
	}
	switch {
	case r.Line > 0 && len(s.sources) > 1:
		return s.say.Text("line %d, %s", r.Line, s.sourceName(s.sources[r.From]))
	case r.Line > 0:
		return s.say.Text("line %d", r.Line)
	case len(s.sources) > 1:
		return s.sourceName(s.sources[r.From])
	}
	return ""
}

// why is the reason and the doubts of a row.
func (s *State) why(r *exchange.PlanRow) string {
	var all []string
	if !r.Why.IsZero() {
		all = append(all, s.say.Of(r.Why))
	}
	for _, d := range r.Doubts {
		all = append(all, s.say.Of(d))
	}
	return strings.Join(all, " ")
}

// happens says what is done with a row as it is decided.
func (s *State) happens(row int) string {
	r := &s.plan.Rows[row]
	switch {
	case r.State == exchange.Refused:
		return s.say.Text("Can't come in")
	case r.Do.Do == exchange.Leave && r.State == exchange.Same:
		return s.say.Text("Nothing new")
	}
	return s.choice(row, r.Do)
}

// choice words one thing that may be done with a row.
func (s *State) choice(row int, d exchange.Decision) string {
	r := &s.plan.Rows[row]
	attends := r.What() == exchange.Attendance
	switch d.Do {
	case exchange.Guest:
		return s.say.Text("Counts among the guests")
	case exchange.Add:
		switch {
		case attends:
			return s.say.Text("Becomes a member, and came")
		case len(r.Found) > 0:
			return s.say.Text("Comes in beside it, as another")
		}
		return s.say.Text("Comes in")
	case exchange.Replace:
		return s.replaces(row, d.Ours)
	case exchange.Keep:
		return s.say.Text("Is %s, ours stays; the name is remembered", s.oursTitle(row, d.Ours))
	}
	if len(r.Found) > 0 && !attends {
		return s.say.Text("Ours stays as it is")
	}
	return s.say.Text("Stays out")
}

// replaces says which row of ours is meant, and what becomes of it.
func (s *State) replaces(row int, ours int64) string {
	name := s.oursTitle(row, ours)
	if s.plan.Rows[row].What() == exchange.Attendance {
		return s.say.Text("%s came", name)
	}
	var fields []string
	for _, c := range s.plan.ChangesOf(row, ours) {
		fields = append(fields, s.say.Of(c.Label))
	}
	if len(fields) == 0 {
		return s.say.Text("Is %s, nothing changes", name)
	}
	return s.say.Text("Is %s, gets: %s", name, strings.Join(fields, ", "))
}

// oursTitle names a row of ours that another may be.
func (s *State) oursTitle(row int, ours int64) string {
	title, more := s.plan.Ours(row, ours)
	if more == "" {
		return title
	}
	return s.say.Text("%s (%s)", title, more)
}

// deeds are what may be done with all rows of a state at once.
func (s *State) deeds() []exchange.Deed {
	may := map[exchange.Deed]bool{}
	for _, row := range s.visible {
		for _, d := range s.plan.Choices(row) {
			may[d.Do] = may[d.Do] || s.plan.MayWithOthers(row, d.Do)
		}
	}
	var list []exchange.Deed
	for _, do := range []exchange.Deed{exchange.Replace, exchange.Keep, exchange.Add, exchange.Guest, exchange.Leave} {
		if may[do] {
			list = append(list, do)
		}
	}
	return list
}

// forAll words a deed for all rows shown.
func (s *State) forAll(do exchange.Deed) string {
	n := len(s.visible)
	switch do {
	case exchange.Replace:
		return s.say.Count(n, "Take what %d row says", "Take what all %d rows say")
	case exchange.Keep:
		return s.say.Count(n, "Keep ours for %d row, remember the name", "Keep ours for all %d rows, remember the names")
	case exchange.Add:
		return s.say.Count(n, "Bring %d row in as new", "Bring all %d rows in as new")
	case exchange.Guest:
		return s.say.Count(n, "Count %d person among the guests", "Count all %d among the guests")
	}
	return s.say.Count(n, "Leave %d row out", "Leave all %d rows out")
}

// Report is what the plan says, a line a row, for a spreadsheet.
func (s *State) Report() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	_ = w.Write([]string{s.say.Text("File"), s.say.Text("Line"), s.say.Text("Who or what"), s.say.Text("State"), s.say.Text("What happens"), s.say.Text("Why")})
	for i := range s.plan.Rows {
		r := &s.plan.Rows[i]
		line := ""
		if r.Line > 0 {
			line = s.say.Text("%d", r.Line)
		}
		record := []string{s.sourceName(s.sources[r.From]), line, r.Title(), s.say.Of(r.State.Phrase()), s.happens(i), s.why(r)}
		for at := range record {
			record[at] = noFormula(record[at])
		}
		_ = w.Write(record) // into memory: it can't fail
	}
	for _, source := range s.sources {
		for _, passed := range source.Passed() {
			_ = w.Write([]string{source.Name, s.say.Text("%d", passed.Line), noFormula(passed.Text), s.say.Text("Not taken"), "", ""})
		}
	}
	w.Flush()
	return b.Bytes()
}

// noFormula keeps a spreadsheet from taking a text for a formula.
func noFormula(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// notes tell what of a source is left where it is.
func (s *State) notes(source *exchange.Source) string {
	var notes []string
	for _, note := range source.Notes() {
		notes = append(notes, s.say.Of(note))
	}
	return strings.Join(notes, " ")
}

// sourceWords says what a source is and what came of it.
func (s *State) sourceWords(source *exchange.Source) (name, says string) {
	name = s.sourceName(source)
	if source.Err != nil {
		return name, s.say.Sentence(source.Err)
	}
	if source.Nothing() {
		return name, s.say.Text("Nothing is found in it as it is read now. Please say what it is, or what its columns hold.")
	}
	if len(source.MayBe()) > 1 {
		return name, "" // what it is stands in the field beside it
	}
	return name, s.say.Of(source.What.Phrase())
}

// sourceName is what a source is called: the name of its file, with the folder where several have it, and of what was pasted which it is.
func (s *State) sourceName(source *exchange.Source) string {
	nth, several := 1, false
	for _, other := range s.sources {
		if other != source && other.Name == source.Name {
			several = true
			if other.Nth < source.Nth {
				nth++
			}
		}
	}
	switch {
	case source.Name == "" && nth > 1:
		return s.say.Text("What was pasted (%d)", nth)
	case source.Name == "":
		return s.say.Text("What was pasted")
	case several:
		return s.say.Text("%s in %s", source.Name, filepath.Base(filepath.Dir(source.Path)))
	}
	return source.Name
}

// listTitle is what an attendance list is called: its meeting, or without one where it comes from.
func (s *State) listTitle(l *exchange.MeetingList) string {
	switch {
	case l.Title != "":
		return l.Title
	case len(s.sources) > 1:
		return s.sourceName(s.sources[l.From])
	}
	return s.say.Text("A meeting")
}

// listWords says what an attendance list is about.
func (s *State) listWords(l *exchange.MeetingList) string {
	if l.On == 0 {
		return s.say.Text("Who came: %s", s.listTitle(l))
	}
	return s.say.Text("Who came: %s, %s", s.listTitle(l), l.On)
}

// alongWords offer the meeting of another list.
func (s *State) alongWords(l *exchange.MeetingList) string {
	name := s.sourceName(s.sources[l.From])
	if l.Title == "" {
		return s.say.Text("The same meeting as “%s”", name)
	}
	return s.say.Text("The same meeting as “%s” (%s)", l.Title, name)
}
