package backlog

import (
	"cmp"
	"slices"
	"strconv"

	"copleader/data"
	"copleader/reports"
)

// Remark is a piece of the small line under an item's title.
type Remark struct {
	Text string
	Warn bool // worth a sign of warning
}

// ItemView is an item as it stands on the board, worded. Two that are equal look
// the same.
type ItemView struct {
	ID      int64
	Title   string
	Remarks [5]Remark // empty ones are not shown
	Kind    string
	Votes   int
}

// ColumnView is a column of the board, worded.
type ColumnView struct {
	Column data.Column
	Title  string
	Note   string // how many items
	Over   bool   // above its soft limit (data/README.md, Backlog)
	Items  []ItemView
}

// Columns are the columns of the board with the items that are shown.
func (s *State) Columns() []ColumnView {
	out := make([]ColumnView, len(data.Columns))
	for i, c := range data.Columns {
		out[i] = s.column(c)
	}
	return out
}

func (s *State) column(c data.Column) ColumnView {
	shown, total := s.visible(c), s.onBoard(c)
	v := ColumnView{Column: c, Title: s.say.Of(c.Phrase()), Items: make([]ItemView, len(shown))}
	limit := s.pile.limits[c]
	switch {
	case s.Filtered():
		v.Note = s.say.Text("%d of %d shown", len(shown), total)
	case limit > 0 && total > limit:
		v.Over, v.Note = true, s.say.Text("%d of %d", total, limit)
	default:
		v.Note = strconv.Itoa(total)
	}
	for i, e := range shown {
		v.Items[i] = s.itemView(e)
	}
	return v
}

// BoardList is the board as a list: the items that are shown, or those chosen, under the headings of their columns.
func (s *State) BoardList(title string, chosen []int64) *reports.List {
	say := s.say
	list := &reports.List{Title: title, Columns: []reports.ListColumn{{Head: say.Text("What"), Share: 300}, {Head: say.Text("Kind"), Share: 110},
		{Head: say.Text("Owner"), Share: 150}, {Head: say.Text("Due"), Share: 90}, {Head: say.Text("Votes"), Share: 50}}}
	for _, c := range data.Columns {
		for _, e := range s.visible(c) {
			i := e.item
			if len(chosen) > 0 && !slices.Contains(chosen, i.ID) {
				continue
			}
			list.Rows = append(list.Rows, reports.ListRow{Section: say.Of(c.Phrase()),
				Cells: []string{i.Title, kindWord(say, i.Kind), e.owner, say.Date(i.Due), strconv.Itoa(i.Votes)}})
		}
	}
	return list
}

// onBoard is how many items a column holds, shown or not.
func (s *State) onBoard(c data.Column) int {
	n := 0
	for _, e := range s.pile.columns[c] {
		if !e.archived {
			n++
		}
	}
	return n
}

// Found tells how many items are shown on the board.
func (s *State) Found() int {
	n := 0
	for _, c := range data.Columns {
		n += len(s.visible(c))
	}
	return n
}

// RailText is what stands on the folded Parked column.
func (s *State) RailText() string { return s.say.Text("Parked %d", s.onBoard(data.ColumnParked)) }

func (s *State) itemView(e *entry) ItemView {
	v := ItemView{ID: e.item.ID, Title: e.item.Title, Kind: kindWord(s.say, e.item.Kind), Votes: e.item.Votes}
	n := 0
	remark := func(r Remark) {
		if r.Text != "" && n < len(v.Remarks) {
			v.Remarks[n] = r
			n++
		}
	}
	remark(Remark{Text: e.owner})
	remark(s.timeRemark(e))
	remark(s.dueRemark(e))
	switch {
	case e.item.Column == data.ColumnParked:
		remark(Remark{Text: e.item.ParkedReason})
	case e.item.Card != "" && s.pile.cards[e.item.Card] != "" && e.item.Column != data.ColumnDone:
		remark(Remark{Text: s.say.Text("from the card “%s”", s.pile.cards[e.item.Card])})
	case e.item.FirstStep && e.item.Column != data.ColumnDone:
		remark(Remark{Text: s.say.Text("good first step")})
	}
	return v
}

// The days from which waiting and working are worth a warning
// (data/README.md, Backlog, and Coach, C18 and C28).
const (
	longInDoing    = 45
	longUnanswered = 7
)

// timeRemark says how long an item has been worked on, or waiting for help.
func (s *State) timeRemark(e *entry) Remark {
	if days, waiting := s.pile.waits(e); waiting {
		return Remark{Text: s.say.Count(days, "waits %d day", "waits %d days"), Warn: days > longUnanswered}
	}
	if days := s.pile.daysIn(e); e.item.Column == data.ColumnDoing && days > 0 {
		return Remark{Text: s.say.Count(days, "%d day here", "%d days here"), Warn: days > longInDoing}
	}
	return Remark{}
}

// dueRemark says by which day an item is due, as a warning where that has passed.
func (s *State) dueRemark(e *entry) Remark {
	i := e.item
	switch {
	case i.Due == 0 || i.Column == data.ColumnDone || i.Column == data.ColumnParked:
		return Remark{}
	case i.Due < s.pile.today:
		return Remark{Text: s.say.Text("was due %s", s.say.Near(i.Due, s.pile.today)), Warn: true}
	}
	if i.Due == s.pile.today {
		return Remark{Text: s.say.Text("due today")}
	}
	return Remark{Text: s.say.Text("due %s", s.say.Near(i.Due, s.pile.today))}
}

// OwnerChoice is somebody whose items can be picked out.
type OwnerChoice struct {
	Owner Owner
	Text  string
}

// Owners are the choices of the filter by owner, and the words of the present one.
func (s *State) Owners() (choices []OwnerChoice, chosen string) {
	choices = []OwnerChoice{{Everyone, s.say.Text("Everyone")}, {Nobody, s.say.Text("Nobody yet")}}
	for _, m := range s.pile.filters[s.view].owners {
		choices = append(choices, OwnerChoice{Owner(m.ID), m.Name})
	}
	for _, c := range choices {
		if c.Owner == s.owner {
			chosen = c.Text
		}
	}
	return choices, chosen
}

// KindChoice is a kind of item that can be picked out.
type KindChoice struct {
	Kind data.ItemKind
	Text string
}

// Kinds are the choices of the filter by kind, and the words of the present one.
func (s *State) Kinds() (choices []KindChoice, chosen string) {
	choices = []KindChoice{{"", s.say.Text("All kinds")}}
	for _, k := range s.pile.filters[s.view].kinds {
		choices = append(choices, KindChoice{k, kindName(s.say, k)})
	}
	chosen = choices[0].Text
	if s.kind != "" {
		chosen = kindName(s.say, s.kind)
	}
	return choices, chosen
}

// Owning are those who own something on the board, by name.
func (s *State) Owning() []data.Member { return s.pile.filters[Board].owners }

// LastKind is the kind of the item that was added last: as a rule the next one is like it.
func (s *State) LastKind() data.ItemKind {
	last := data.Item{Kind: data.KindEventIdea}
	for i := range s.pile.snapshot.Items {
		if it := &s.pile.snapshot.Items[i]; it.ID > last.ID {
			last = *it
		}
	}
	return last.Kind
}

// DueDay is a day by which something may be due, worded.
type DueDay struct {
	On   data.Date
	Text string
}

// DueDays are the days by which things are usually due: the next event, and some weeks from today.
func (s *State) DueDays() []DueDay {
	today := s.pile.today
	day := func(text string, on data.Date) DueDay {
		return DueDay{on, s.say.Text("%s, %s", text, s.say.Near(on, today))}
	}
	var days []DueDay
	if coming := s.pile.snapshot.ComingEvents(today); len(coming) > 0 {
		days = append(days, day(s.say.Text("At the next event"), coming[0].On))
	}
	return append(days, day(s.say.Text("In a week"), today.AddDays(7)), day(s.say.Text("In two weeks"), today.AddDays(14)),
		day(s.say.Text("In four weeks"), today.AddDays(28)))
}

// Details is everything about one item, beside its own fields.
type Details struct {
	Item   data.Item
	Moves  []string // dated, the latest first
	Reuses []ReuseLine
	Helped []string // who answered a help request, and when
}

// ReuseLine is one note of reuse, worded.
type ReuseLine struct {
	ID   int64
	Text string
}

// Details words everything about an item.
func (s *State) Details(id int64) (Details, bool) {
	e, ok := s.pile.byID[id]
	if !ok {
		return Details{}, false
	}
	d := Details{Item: *e.item}
	moves := s.pile.moves[id]
	for i := len(moves) - 1; i >= 0; i-- {
		d.Moves = append(d.Moves, s.moveText(e, moves, i))
	}
	reuses := s.pile.reuses[id]
	for i := len(reuses) - 1; i >= 0; i-- {
		d.Reuses = append(d.Reuses, ReuseLine{ID: reuses[i].ID, Text: s.reuseText(reuses[i])})
	}
	for _, c := range s.pile.helped[id] {
		d.Helped = append(d.Helped, s.say.Text("Answered by %s, %s", s.pile.nameOf(c.MemberID), s.say.Date(c.On)))
	}
	return d, true
}

// moveText says when an item came into a column and how long it stayed there.
func (s *State) moveText(e *entry, moves []data.ItemMove, at int) string {
	m := moves[at]
	until := s.pile.today
	if at+1 < len(moves) {
		until = moves[at+1].On
	}
	text := s.say.Text("%s: %s", s.say.Date(m.On), s.say.Of(m.Column.Phrase()))
	if at+1 < len(moves) || e.item.Column != data.ColumnDone {
		text = s.say.Text("%s, %s", text, s.say.Count(until.Sub(m.On), "%d day", "%d days"))
	}
	if m.Overrun {
		text = s.say.Text("%s, over the limit", text)
	}
	return text
}

func (s *State) reuseText(r data.Reuse) string {
	if r.Note == "" {
		return s.say.Date(r.On)
	}
	return s.say.Text("%s: %s", s.say.Date(r.On), r.Note)
}

func (s *State) eventText(e *data.Event) string {
	return s.say.Text("%s, %s", e.Title, s.say.Date(e.On))
}

// Choice is one thing to choose by its key.
type Choice struct{ Key, Text string }

// People are the members and contacts to choose from, by name, and those who
// were chosen before they left.
func (s *State) People(chosen ...int64) []Choice {
	s.people = data.DirectoryOf(s.pile.snapshot.Members, s.say.Lang(), s.people)
	var out []Choice
	for place := range s.people.Len() {
		m := s.people.At(place)
		if m.LeftOn == 0 || m.LeftOn > s.pile.today || slices.Contains(chosen, m.ID) {
			out = append(out, Choice{strconv.FormatInt(m.ID, 10), m.Name})
		}
	}
	return out
}

// Events are the events to tie an item to, the latest first.
func (s *State) Events() []Choice {
	events := slices.Clone(s.pile.snapshot.Events)
	slices.SortStableFunc(events, func(a, b data.Event) int { return cmp.Compare(b.On, a.On) })
	out := make([]Choice, len(events))
	for i := range events {
		out[i] = Choice{strconv.FormatInt(events[i].ID, 10), s.say.Of(events[i].Called(s.pile.today))}
	}
	return out
}

// Cards are the health cards an item can answer.
func (s *State) Cards() []Choice {
	var out []Choice
	known := map[string]bool{}
	for i := range s.pile.snapshot.CardVersions {
		if key := s.pile.snapshot.CardVersions[i].Card; !known[key] {
			known[key] = true
			out = append(out, Choice{key, s.pile.cards[key]})
		}
	}
	return out
}

// Measures are the charter's yardsticks an item can move.
func (s *State) Measures() []Choice {
	var out []Choice
	for i := range s.pile.snapshot.Measures {
		m := &s.pile.snapshot.Measures[i]
		out = append(out, Choice{strconv.FormatInt(m.ID, 10), m.Wording})
	}
	return out
}
