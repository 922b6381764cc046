package members

import (
	"context"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Calendar says what day it is.
type Calendar interface{ Today() data.Date }

// State is what the screen shows, without a window: the roster, what of it is
// chosen, sorted and selected, and the deeds.
type State struct {
	store    *store.Store
	rows     rows
	calendar Calendar
	say      *words.Say
	version  string // of the program, for documents

	roster   *Roster
	group    Group
	only     []int64 // who stand under Chosen
	query    string
	order    Order
	visible  []int // places in the roster
	selected int64
}

// rows are the tables whose rows the screen keeps one by one.
type rows struct {
	members       store.Handle[data.Member]
	contributions store.Handle[data.Contribution]
	help          store.Handle[data.HelpReceived]
	followUps     store.Handle[data.FollowUp]
}

// NewState is an empty state, before the first Load, in this version of the program.
func NewState(s *store.Store, calendar Calendar, say *words.Say, version string) *State {
	return &State{store: s, calendar: calendar, say: say, version: version, roster: newRoster(&data.Snapshot{}, calendar.Today(), say.Lang(), nil),
		rows: rows{members: store.Rows(s, store.Members), contributions: store.Rows(s, store.Contributions),
			help: store.Rows(s, store.Help), followUps: store.Rows(s, store.FollowUps)}}
}

// Read reads the roster from the store; it may be called off the window's
// goroutine. The roster before saves work and may be nil.
func (s *State) Read(ctx context.Context, before *Roster) (*Roster, error) {
	snapshot, err := s.store.Shown(ctx)
	if err != nil {
		return nil, err
	}
	return newRoster(snapshot, s.calendar.Today(), s.say.Lang(), before), nil
}

// ReadLightly reads the roster after a change from which no level or hint follows: these are those of the roster before.
func (s *State) ReadLightly(ctx context.Context, before *Roster) (*Roster, error) {
	snapshot, err := s.store.Shown(ctx)
	switch {
	case err != nil:
		return nil, err
	case before == nil || before.today != s.calendar.Today():
		return newRoster(snapshot, s.calendar.Today(), s.say.Lang(), before), nil
	}
	return before.withWordsOf(snapshot), nil
}

// Take shows a roster that was read. Choice, search, order and selection stay as
// far as they can.
func (s *State) Take(r *Roster) {
	var order []int64 // in which whoever is gone stood
	if _, there := r.place[s.selected]; !there {
		order = s.VisibleIDs()
	}
	s.roster = r
	s.only = slices.DeleteFunc(s.only, func(id int64) bool {
		_, there := r.place[id]
		return !there
	})
	if !slices.Contains(s.groups(), s.group) {
		s.group = Everyone
	}
	s.refresh()
	if _, there := r.place[s.selected]; !there {
		shown := s.VisibleIDs()
		s.selected = data.Beside(order, s.selected, func(id int64) bool { return slices.Contains(shown, id) })
		if s.selected == 0 && len(s.visible) > 0 {
			s.selected = r.people[s.visible[0]].member.ID
		}
	}
}

// Load reads the roster and shows it.
func (s *State) Load(ctx context.Context) error {
	r, err := s.Read(ctx, s.roster)
	if err == nil {
		s.Take(r)
	}
	return err
}

// refresh finds and sorts what is shown.
func (s *State) refresh() {
	if words := data.SearchedFor(s.query); s.group == Chosen {
		s.visible = s.roster.findAmong(s.only, words)
	} else {
		s.visible = s.roster.find(s.group, words)
	}
	s.roster.arrange(s.visible, s.Order())
}

// Chip is one group to choose, with how many stand in it.
type Chip struct {
	Group Group
	Text  string
	Count int
}

// groups are the chips to offer; those chosen elsewhere stand last, as long as they are shown.
func (s *State) groups() []Group {
	groups := s.roster.groups()
	if s.WantsSponsors() || s.group == Sponsors {
		groups = append(groups, Sponsors)
	}
	if len(s.only) > 0 {
		groups = append(groups, Chosen)
	}
	return groups
}

// Chips are the groups to choose from, and which of them is chosen.
func (s *State) Chips() (chips []Chip, chosen int) {
	for i, g := range s.groups() {
		n := s.roster.counts[g]
		switch g {
		case Chosen:
			n = len(s.only)
		case Sponsors:
			n = len(s.roster.snapshot.Sponsors)
		}
		chips = append(chips, Chip{Group: g, Text: s.chipText(g, n), Count: n})
		if g == s.group {
			chosen = i
		}
	}
	return chips, chosen
}

func (s *State) chipText(g Group, n int) string {
	switch g {
	case Everyone:
		return s.say.Text("Everyone %d", n)
	case Contacts:
		return s.say.Text("Contacts %d", n)
	case Left:
		return s.say.Text("Left %d", n)
	case Sponsors:
		return s.say.Text("Sponsors %d", n)
	case Chosen:
		return s.say.Text("Chosen %d", n)
	}
	return s.say.Text("%s %d", s.say.Of(data.Level(g).Phrase()), n)
}

// WantsSponsors tells that the community has or wants somebody to back it.
func (s *State) WantsSponsors() bool { return s.roster.snapshot.Community.WantsSponsors() }

// Choose shows one group.
func (s *State) Choose(g Group) {
	s.group = g
	if g != Chosen {
		s.only = nil
	}
	s.refresh()
}

// ShowOnly shows just these people, under a chip of their own.
func (s *State) ShowOnly(ids []int64) {
	s.only, s.query = slices.Clone(ids), ""
	s.Choose(Chosen)
}

// Search shows those in whom every word is found; accents and case don't matter.
func (s *State) Search(query string) {
	s.query = query
	s.refresh()
}

// Listed is the first who is shown; other tells that whoever is selected is not among them.
func (s *State) Listed() (first int64, other bool) {
	for _, at := range s.visible {
		if s.roster.people[at].member.ID == s.selected {
			return 0, false
		}
	}
	if len(s.visible) == 0 {
		return 0, false
	}
	return s.roster.people[s.visible[0]].member.ID, true
}

// AnyListed tells whether the list shows anybody.
func (s *State) AnyListed() bool { return len(s.visible) > 0 }

// Query is what is searched for.
func (s *State) Query() string { return s.query }

// SortBy sorts the list; without a column it is sorted by level, then name.
func (s *State) SortBy(o Order) {
	s.order = o
	s.refresh()
}

// Order is what the list is sorted by: levels, as long as nothing else was
// chosen and there are any.
func (s *State) Order() Order {
	switch {
	case s.forGuests() && slices.Contains(ownColumns, s.order.Column):
		return Order{Column: ByName}
	case s.order.Column != "":
		return s.order
	case s.roster.standings.Enough:
		return Order{Column: ByLevel}
	}
	return Order{Column: ByName}
}

// OrderLine says how much is shown, and in what order.
func (s *State) OrderLine() string {
	line := s.say.Text("%d of %d shown · %s", len(s.visible), s.Total(), orderWord(s.say, s.Order()))
	if byHand := s.setByHand(); byHand != "" {
		line = s.say.Text("%s · %s", line, byHand)
	}
	return line
}

// forGuests tells that others look at the list.
func (s *State) forGuests() bool { return s.roster.snapshot.IsForGuests() }

// Total is how many people the file holds, those who left among them.
func (s *State) Total() int { return len(s.roster.people) }

// Enough tells whether there are levels yet (data/README.md, Levels).
func (s *State) Enough() bool { return s.roster.standings.Enough }

// VisibleIDs are the people shown, in the order shown: the roster document prints
// just them.
func (s *State) VisibleIDs() []int64 {
	ids := make([]int64, len(s.visible))
	for i, place := range s.visible {
		ids[i] = s.roster.people[place].member.ID
	}
	return ids
}

// Select chooses whom the detail shows. Somebody whom chip or search hide is
// brought back into view.
func (s *State) Select(id int64) bool {
	place, there := s.roster.place[id]
	if !there {
		return false
	}
	s.selected = id
	if !slices.Contains(s.visible, place) {
		s.query, s.group, s.only = "", Everyone, nil
		if p := &s.roster.people[place]; p.left(s.roster.today) {
			s.group = Left
		}
		s.refresh()
	}
	return true
}

// Selected is the person the detail shows, 0 for nobody.
func (s *State) Selected() int64 { return s.selected }

// Row is one line of the list, worded.
type Row struct {
	ID     int64
	Name   string
	Second string // roles and what else is to be known, "" for nothing
	Alert  string // what calls for a friendly word, "" for nothing
	Unit   string
	Level  string
	Events string
	Knows  string
	Seen   string

	Email, Interests, Joined string // in columns that are out of sight at first
}

// Row words the line of a person; it is asked for the lines on screen only.
func (s *State) Row(id int64) Row {
	place, there := s.roster.place[id]
	if !there {
		return Row{ID: id}
	}
	p := &s.roster.people[place]
	row := Row{ID: id, Name: p.member.Name, Unit: p.member.Unit, Second: strings.Join(s.remarks(p), " · "),
		Level: s.levelOf(p), Knows: s.shownKnows(p.member),
		Email: p.member.Email, Interests: strings.Join(p.member.Interests, ", "), Joined: s.say.Near(p.member.JoinedOn, s.roster.today)}
	if e := p.standing.Evidence; e.Events > 0 && !e.Contact {
		row.Events = s.say.Text("%d of %d", e.Seen, e.Events)
	}
	if s.stoppedComing(id) {
		row.Alert = s.say.Text("stopped coming")
	}
	if seen := p.standing.LastSeen; seen != 0 {
		row.Seen = s.say.Near(seen, s.roster.today)
	}
	return row
}

// shownKnows is what somebody may be asked about; guests see it of those who said yes to that.
func (s *State) shownKnows(m *data.Member) string {
	if s.forGuests() && !m.AskOpenly {
		return ""
	}
	return strings.Join(m.Knows, ", ")
}

// levelOf is the word in the column of levels; "" while there are none.
func (s *State) levelOf(p *person) string {
	switch {
	case p.member.Kind == data.KindContact:
		return s.say.Text("Contact")
	case p.left(s.roster.today), !s.Enough(), p.standing.Effective == "":
		return ""
	}
	return s.say.Of(p.standing.Effective.Phrase())
}

// remarks are the short words under a name. A level set by hand shows both
// levels (data/README.md, Levels).
func (s *State) remarks(p *person) []string {
	var out []string
	for _, role := range p.roles {
		out = append(out, s.say.Of(role.Phrase()))
	}
	switch m := p.member; {
	case p.left(s.roster.today):
		return append(out, s.say.Text("left %s", m.LeftOn))
	case m.JoinedOn > s.roster.today:
		return append(out, s.say.Text("joins %s", m.JoinedOn))
	case m.LeftOn != 0:
		out = append(out, s.say.Text("leaves %s", m.LeftOn))
	}
	st := p.standing
	if both := s.both(st); both != "" {
		return append(out, both)
	}
	switch {
	case st.DeclaredCoreNotSeen:
		out = append(out, s.say.Text("not seen at work in the core"))
	case st.Flag == data.FlagNewcomer:
		out = append(out, s.say.Text("new here"))
	}
	return out
}

// Add adds a person to the roster and selects them once they are loaded.
func (s *State) Add(ctx context.Context, m *data.Member) error {
	if err := s.rows.members.Save(ctx, m); err != nil {
		return err
	}
	s.selected, s.query, s.group, s.only = m.ID, "", Everyone, nil
	return nil
}

// Lead passes the lead to a member on a day.
func (s *State) Lead(ctx context.Context, id int64, on data.Date) error {
	switch {
	case id == 0:
		return data.Invalid("member", "Please choose who it is.")
	case on == 0:
		return data.NoDate("from")
	}
	return s.store.PassLeadership(ctx, id, on)
}
