package exchange

import (
	"context"
	"crypto/sha256"
	"runtime/debug"
	"slices"
	"strings"

	"copleader/data"
)

// Source is one file or one pasted text, as far as it is understood.
type Source struct {
	Name    string // of the file; empty for what was pasted
	Path    string // where it lies; never kept
	What    What   // what it is taken for
	Tables  []Table
	Sheet   int     // the table that is taken
	Columns Columns // of that table
	Said    bool    // the leader said what the columns hold
	told    bool    // the same, or it was said of such a table before
	Other   *data.Snapshot
	Err     error // why nothing of it comes in

	sum      [sha256.Size]byte // of all that it holds
	text     string            // what was pasted, or stands in a file as lines
	passed   []Passed
	calendar File // of which a span of days is read
	people   []Person
	events   []Event
	items    []Item
	came     []Attended
}

// Hints are what helps to understand a source.
type Hints struct {
	Known    []data.KnownColumns // of tables met before
	Zone     string              // where the leader is
	From, To data.Date           // events of calendars outside are left out
	Likely   What                // what the leader is looking at, for what could be several things
}

// largeContent is from how many bytes on reading a file is done with care for the memory.
const largeContent = 4 << 20

// Understand reads a file. Whatever is wrong with it stands in Err.
func Understand(ctx context.Context, f File, h Hints) *Source {
	s := &Source{Name: f.Name, Path: f.Path, sum: sha256.Sum256(f.Content)}
	if len(f.Content) > largeContent {
		defer debug.SetGCPercent(debug.SetGCPercent(25)) // what was used is swept away before much of it lies about
	}
	defer func() {
		if r := recover(); r != nil {
			*s = Source{Name: s.Name, Path: s.Path, sum: s.sum, Err: refused(errDamaged)} // a mistake of ours keeps only this file out
		}
	}()
	switch f.Kind() {
	case KindCards:
		s.What = People
		s.people, s.Err = Cards(ctx, f)
	case KindCalendar:
		s.What, s.calendar = Events, f
		s.ReadSpan(ctx, h)
	case KindBoard:
		s.What = Items
		s.items, s.Err = Trello(ctx, f, h.Zone)
	case KindCommunity:
		s.What = Whole
	default:
		s.readTables(ctx, f, h)
	}
	return s
}

// Again reports whether two sources are one and the same: they hold the same, or neither could be read from where they lie.
func (s *Source) Again(other *Source) bool {
	return s.sum == other.sum && (s.Err == nil || s.Path == other.Path)
}

// HasSpan reports whether only a span of days is read of the source.
func (s *Source) HasSpan() bool { return s.calendar.Content != nil }

// ReadSpan reads the span of days of a calendar that the hints say.
func (s *Source) ReadSpan(ctx context.Context, h Hints) {
	s.events, s.Err = Calendar(ctx, s.calendar, h.From, h.To, h.Zone)
}

// readTables reads a file that holds tables: lists, or a questionnaire. A text whose lines are no table is read as if it was pasted.
func (s *Source) readTables(ctx context.Context, f File, h Hints) {
	if isSurvey(ctx, f.Content) {
		s.What = Answers
		return
	}
	if s.Tables, s.Err = Tables(ctx, f); s.Err != nil {
		return
	}
	for i := range s.Tables {
		if GuessWhat(&s.Tables[i]) != Attendance {
			continue
		}
		if came, is := attendedIn(&s.Tables[i], s.Name); is {
			s.Sheet, s.What, s.Columns, s.came = i, Attendance, listColumns(&s.Tables[i]), []Attended{came}
			s.recall(h)
			return
		}
	}
	if text, err := decoded(f.Content); err == nil && len(s.Tables) == 1 && widthOf(&s.Tables[0]) == 1 && GuessWhat(&s.Tables[0]) == Unknown {
		s.takeText(text, h)
		return
	}
	s.Sheet = likeliest(s.Tables)
	s.guess(h)
}

// likeliest is the place of the table with the most rows, among those whose headings are understood if there are any.
func likeliest(tables []Table) int {
	at, headed := 0, false
	for i := range tables {
		understood := GuessWhat(&tables[i]) != Unknown
		if understood && !headed || understood == headed && len(tables[i].Rows) > len(tables[at].Rows) {
			at, headed = i, understood
		}
	}
	return at
}

// UnderstandText reads what was pasted.
func UnderstandText(text string, h Hints) *Source {
	s := &Source{sum: sha256.Sum256([]byte(text))}
	if f := (File{Content: []byte(text)}); f.Kind() == KindCards || f.Kind() == KindCalendar || f.Kind() == KindBoard {
		return Understand(context.Background(), f, h)
	}
	s.takeText(text, h)
	return s
}

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
	case what == Attendance, c.Head >= 0 && c.different() > 1:
		return what
	case likely == Items, likely == Attendance && what != People:
		return likely
	case areTasks(text):
		return Items
	}
	return People
}

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
		t, is = PastedTable(s.text), true
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
		s.people, s.passed = pastedPeople(s.text)
	}
}

// guess finds out what the table that is taken holds: as was said of a table with these headings before, else by the headings.
func (s *Source) guess(h Hints) {
	t := &s.Tables[s.Sheet]
	s.What, s.Said, s.told = GuessWhat(t), false, false
	if s.What == Unknown {
		s.What = People
		if h.Likely == Events || h.Likely == Items {
			s.What = h.Likely
		}
	}
	s.Columns = GuessColumns(t, s.What)
	if !s.recall(h) {
		s.readTable(h)
	}
}

// recall takes the columns of the table for what was said of a table with these headings before; not where nothing was.
func (s *Source) recall(h Hints) bool {
	first := Columns{Head: max(s.Columns.Head, 0)} // headings that nobody could guess stand in the first row
	headings := signatureOf(&s.Tables[s.Sheet], first)
	for _, known := range h.Known {
		if headings != "" && known.Headings == headings {
			s.What, s.Columns.Head, s.told = What(known.Holds), first.Head, true
			s.Columns.Keys = unkept(known.Keys, len(s.Columns.Keys))
			s.readTable(h)
			return true
		}
	}
	return false
}

// readTable reads the rows of the table that is taken as what it is taken for.
func (s *Source) readTable(h Hints) {
	t := &s.Tables[s.Sheet]
	s.people, s.events, s.items, s.came, s.passed = nil, nil, nil, nil, nil
	switch s.What {
	case Events:
		s.events = EventsIn(t, s.Columns, h.Zone)
		s.passed = notTaken(t, s.Columns, s.events)
	case Items:
		s.items = ItemsIn(t, s.Columns)
		s.passed = notTaken(t, s.Columns, s.items)
	case Attendance:
		if came, is := s.attended(t); is {
			s.came = []Attended{came} // what stands before the list tells of the meeting
		}
	default:
		s.people = PeopleIn(t, s.Columns)
		s.passed = notTaken(t, s.Columns, s.people)
	}
}

// attended reads who came from the table: by the columns that somebody named, else as the programs that write such lists do.
func (s *Source) attended(t *Table) (came Attended, is bool) {
	if s.told {
		return attendedBy(t, s.Name, s.Columns)
	}
	return attendedIn(t, s.Name)
}

// Nothing reports whether nothing comes of the source as it is taken.
func (s *Source) Nothing() bool {
	return s.Err == nil && s.Other == nil && s.What != Answers && len(s.people)+len(s.events)+len(s.items)+len(s.came) == 0
}

// MayBe lists what the source may be taken for, where the leader has a choice.
func (s *Source) MayBe() []What {
	switch {
	case s.Err != nil:
		return nil
	case s.text != "", len(s.Tables) > 0:
		return []What{People, Events, Items, Attendance}
	}
	return nil
}

// TakeFor takes the source for something else.
func (s *Source) TakeFor(what What, h Hints) {
	if !slices.Contains(s.MayBe(), what) || what == s.What {
		return
	}
	if s.What = what; s.text != "" {
		s.readText(h)
		s.Said = len(s.Tables) > 0
		return
	}
	t := &s.Tables[s.Sheet]
	s.Columns, s.Said, s.told = GuessColumns(t, what), true, t.listHead() < 0
	s.readTable(h)
}

// Choose takes another of the tables.
func (s *Source) Choose(sheet int, h Hints) {
	if sheet >= 0 && sheet < len(s.Tables) && sheet != s.Sheet {
		s.Sheet = sheet
		s.guess(h)
	}
}

// Hold says what the columns of the table hold, by the keys of fields (FieldsOf), and
// whether its first row, or the one that was taken for it, holds headings.
func (s *Source) Hold(keys []string, headed bool, h Hints) {
	if len(s.Tables) == 0 {
		return
	}
	s.Columns.Keys, s.Said, s.told = slices.Clone(keys), true, true
	if headed {
		s.Columns.Head = max(s.Columns.Head, 0)
	} else {
		s.Columns.Head = -1
	}
	s.readTable(h)
}

// Headings are those of the table that is taken, a column each; where there are none,
// what stands in the first row.
func (s *Source) Headings() []string {
	if len(s.Tables) == 0 || len(s.Tables[s.Sheet].Rows) == 0 {
		return nil
	}
	headings := make([]string, len(s.Columns.Keys))
	copy(headings, s.Tables[s.Sheet].Rows[max(s.Columns.Head, 0)].Cells)
	return headings
}

// Sample is what stands in a column of the table that is taken, its first few cells.
func (s *Source) Sample(column int) []string {
	var sample []string
	for _, row := range s.Tables[s.Sheet].Rows[s.Columns.Head+1:] {
		if column < len(row.Cells) && row.Cells[column] != "" {
			if sample = append(sample, row.Cells[column]); len(sample) == 3 {
				break
			}
		}
	}
	return sample
}

// Passed are the lines of which nothing comes in.
func (s *Source) Passed() []Passed { return s.passed }

// Notes tell what of the source is left where it is: lines before a table, others that are nobody and nothing, and columns.
func (s *Source) Notes() []data.Phrase {
	var notes []data.Phrase
	first, before := 0, 0
	if len(s.Tables) > 0 && s.Columns.Head >= 0 {
		first = s.Tables[s.Sheet].Rows[s.Columns.Head].Line
	}
	for before < len(s.passed) && s.passed[before].Line < first {
		before++
	}
	if before > 0 {
		notes = append(notes, data.SayCount(before, "%d line before the table is not taken: %s.", "%d lines before the table are not taken: %s.", quotedLines(s.passed[:before])))
	}
	if n := len(s.passed) - before; n > 0 {
		notes = append(notes, data.SayCount(n, "%d line is not taken: %s.", "%d lines are not taken: %s.", quotedLines(s.passed[before:])))
	}
	if heads := s.unheld(); len(heads) > 0 {
		notes = append(notes, data.SayCount(len(heads), "%d column is left out: %s.", "%d columns are left out: %s.", quoted(heads)))
	}
	return notes
}

// someSaid is how many of the lines and columns that are not taken are told word by word.
const someSaid = 3

func quotedLines(passed []Passed) string {
	var said []string
	for _, p := range passed[:min(len(passed), someSaid+1)] {
		said = append(said, p.Text)
	}
	return quoted(said)
}

// quoted are the first few of some texts, in quotes.
func quoted(texts []string) string {
	var b strings.Builder
	for i, text := range texts {
		if i == someSaid {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(" ")
		}
		b.WriteString("“" + shortened(data.CleanLine(text), 40) + "”")
	}
	return b.String()
}

// unheld are the headings of the columns in which something stands that is left out, as long as nobody has said so.
func (s *Source) unheld() []string {
	if len(s.Tables) == 0 || s.Said || s.told || s.What == Attendance || s.Err != nil {
		return nil
	}
	var heads []string
	t := &s.Tables[s.Sheet]
	for at, key := range s.Columns.Keys {
		if key != "" || lookAt(t, at, s.Columns.Head+1).filled == 0 {
			continue
		}
		head := ""
		if s.Columns.Head >= 0 {
			head = t.Rows[s.Columns.Head].cell(at)
		}
		if head == "" {
			head = s.Sample(at)[0]
		}
		heads = append(heads, head)
	}
	return heads
}

// known is what is to be remembered of the table; not ok for nothing.
func (s *Source) known() (k data.KnownColumns, ok bool) {
	if !s.Said || len(s.Tables) == 0 {
		return k, false
	}
	k.Headings, k.Holds = signatureOf(&s.Tables[s.Sheet], s.Columns), string(s.What)
	for _, key := range s.Columns.Keys {
		if key == "" {
			key = leftOut
		}
		k.Keys = append(k.Keys, key)
	}
	return k, k.Headings != "" && k.Validate() == nil
}

// leftOut is kept for a column that is left out: an empty entry of a list would be lost.
const leftOut = "-"

func unkept(keys data.Lines, columns int) []string {
	list := make([]string, columns)
	for i, key := range keys {
		if i < columns && key != leftOut {
			list[i] = key
		}
	}
	return list
}

// signatureOf are the headings of a table as they are remembered; empty without any.
func signatureOf(t *Table, c Columns) string {
	if c.Head < 0 || c.Head >= len(t.Rows) {
		return ""
	}
	cells := make([]string, len(t.Rows[c.Head].Cells))
	for i, cell := range t.Rows[c.Head].Cells {
		cells[i] = strings.Join(strings.Fields(data.Fold(cell)), " ")
	}
	return strings.Join(cells, "|")
}

// AddSource adds everything that a source holds to the plan.
func (p *Plan) AddSource(s *Source) {
	p.sources++
	if s.Err != nil {
		return
	}
	if k, is := s.known(); is {
		p.Columns = append(p.Columns, k)
	}
	p.AddPeople(s.Name, s.people)
	p.AddEvents(s.Name, s.events)
	p.AddItems(s.Name, s.items)
	for _, came := range s.came {
		p.AddAttendance(s.Name, came)
	}
	if s.Other != nil {
		p.addCommunity(s.Name, s.Other)
	}
}
