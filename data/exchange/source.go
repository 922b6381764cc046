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
	Nth     int    // which of all that was brought, from 1, to tell sources of one name apart; 0 before it is among others
	What    What   // what it is taken for
	Tables  []Table
	Sheet   int     // the table that is taken
	Columns Columns // of that table
	Said    bool    // the leader said what the columns hold
	told    bool    // the same, or it was said of such a table before
	Other   *data.Snapshot
	Kin     *data.Kin // where that is a copy of our own file
	Err     error     // why nothing of it comes in

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
	Today    data.Date           // days without a year are meant near it; 0 for such are none
	From, To data.Date           // events of calendars outside are left out
	Likely   What                // what the leader is looking at, for what could be several things
	Codes    []string            // of rounds of health checks
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

// Again reports whether two sources are one and the same: they hold the same, or neither could be read from where they lie. Of
// questionnaires each file counts: that one seems to be there twice is told with its round.
func (s *Source) Again(other *Source) bool {
	return s.sum == other.sum && (s.Path == other.Path || s.Err == nil && s.What != Answers)
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
	if !f.zipped() && s.isForm(h.Codes) {
		s.Err, s.Tables = errFormAsText, nil
		return
	}
	for i := range s.Tables {
		if lists, is := asLists(&s.Tables[i]); is {
			s.Tables[i] = lists
		}
		if GuessWhat(&s.Tables[i]) != Attendance {
			continue
		}
		if came, is := attendedIn(&s.Tables[i], s.Name); is {
			s.Sheet, s.What, s.Columns, s.came = i, Attendance, listColumns(&s.Tables[i]), []Attended{came}
			s.recall(h)
			return
		}
	}
	if text, err := decoded(f.Content[:min(len(f.Content), largeContent)]); err == nil && len(f.Content) <= largeContent && !f.zipped() && !s.headed(h) && areLines(text, &s.Tables[0]) {
		s.takeText(text, h)
		return
	}
	s.Sheet = likeliest(s.Tables)
	s.guess(h)
}

// headed reports whether the first table has headings that are understood, or were explained before.
func (s *Source) headed(h Hints) bool {
	what := GuessWhat(&s.Tables[0])
	c := GuessColumns(&s.Tables[0], what)
	if s.recall(h) || c.Head < 0 {
		return c.Head >= 0
	}
	return c.different() > 1 || len(c.Keys) == 1
}

// isForm reports whether a text is one of our questionnaires saved as a list: the code of a round stands in its first rows.
func (s *Source) isForm(codes []string) bool {
	for _, row := range s.Tables[0].Rows[:min(len(s.Tables[0].Rows), 15)] {
		for _, cell := range row.Cells {
			for word := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == ':' }) {
				if slices.ContainsFunc(codes, func(code string) bool { return strings.EqualFold(code, word) }) {
					return true
				}
			}
		}
	}
	return false
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
	t.Near = h.Today
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
	return k, k.Headings != "" && !namesPeople(k.Headings) && k.Validate() == nil
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

// AddSource adds everything that sources hold to the plan: people first, then events, then who came to them, in whatever order they are read.
func (p *Plan) AddSource(sources ...*Source) {
	first := p.sources
	p.sources += len(sources)
	for _, bring := range []func(*Source){p.bringPeople, p.bringPlanned, p.bringLists} {
		for i, s := range sources {
			if p.from = first + i; s.Err == nil {
				bring(s)
			}
		}
	}
	p.settleLists()
}

func (p *Plan) bringPeople(s *Source) {
	if k, is := s.known(); is {
		p.Columns = append(p.Columns, k)
	}
	p.AddPeople(s.Name, s.people)
	if s.Other != nil {
		p.bringMembers(s)
	}
}

func (p *Plan) bringPlanned(s *Source) {
	p.AddEvents(s.Name, s.events)
	p.AddItems(s.Name, s.items)
	if s.Other != nil {
		p.bringProgramme(s)
	}
}

func (p *Plan) bringLists(s *Source) {
	for _, came := range s.came {
		p.addList(s.Name, came)
	}
	if s.Other != nil {
		p.bringPresence(s)
	}
}
