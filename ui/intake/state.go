package intake

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/data/words"
)

// State is what the page shows, without a window: the sources, the plan, what of it is looked at.
type State struct {
	store *store.Store
	say   *words.Say

	sources []*exchange.Source
	plan    *exchange.Plan
	round   bool // one is open, into which questionnaires may come
	likely  exchange.What
	event   int64 // that lists without a day are about, 0 for none
	joined  data.Date
	span    calendarSpan

	only    exchange.State // empty for all
	query   string
	visible []int
	folded  []string // what is searched, a row each
	keys    []string // which row it is, across plans

	decided map[string]exchange.Decision // what the leader said, by row
	about   map[string]saidOfList        // and by attendance list
	starts  map[string]data.Clock        // when events begin of which no file tells it, by row
}

// calendarSpan is from which day to which a calendar is read.
type calendarSpan struct{ from, to data.Date }

// NewState is a state without sources.
func NewState(s *store.Store, say *words.Say) *State {
	st := &State{store: s, say: say}
	st.Clear()
	return st
}

// Clear forgets all sources and what was decided.
func (s *State) Clear() {
	*s = State{store: s.store, say: s.say, likely: s.likely, event: s.event, decided: map[string]exchange.Decision{}, about: map[string]saidOfList{},
		starts: map[string]data.Clock{}, plan: exchange.NewPlan(&data.Snapshot{}, 0)}
}

// Empty tells whether there is no source.
func (s *State) Empty() bool { return len(s.sources) == 0 }

// hints are what helps to understand a source: everything the file remembers, and a year around today for calendars.
func (s *State) hints(snapshot *data.Snapshot, today data.Date) exchange.Hints {
	span := s.spanFrom(today)
	var codes []string
	for i := range snapshot.Rounds {
		if code := snapshot.Rounds[i].Code; code != "" {
			codes = append(codes, code)
		}
	}
	return exchange.Hints{Codes: codes, Known: snapshot.KnownColumns, Zone: snapshot.Community.TimeZone, Likely: s.likely, Today: today, From: span.from, To: span.to}
}

// spanFrom is the span of days that calendars are read in: a year on either side of today unless the leader says another.
func (s *State) spanFrom(today data.Date) calendarSpan {
	return calendarSpan{cmp.Or(s.span.from, today.AddDays(-365)), cmp.Or(s.span.to, today.AddDays(365))}
}

// reading is what is read away from the window: sources, and the plan with them.
type reading struct {
	sources []*exchange.Source
	plan    *exchange.Plan
	round   bool
	folded  []string
	keys    []string
	again   int      // files and texts that were among the sources already
	over    []string // names of files in folders that are no such files
}

// Read understands files and a pasted text beside the sources there are, and plans all of it; it is called away from the window.
// What is among the sources already is not read twice; a file that was changed meanwhile takes the place of what it was.
func (s *State) Read(ctx context.Context, today data.Date, paths []string, text string) (reading, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return reading{}, err
	}
	h := s.hints(snapshot, today)
	m := mixed{sources: slices.Clone(s.sources)}
	for f := range exchange.Files(exchange.Unfolded(paths...)...) {
		source := exchange.Understand(ctx, f, h)
		if source.What == exchange.Whole {
			source.Other, source.Kin, source.Err = s.store.ReadKin(ctx, source.Path)
		}
		m.add(source)
	}
	if strings.TrimSpace(text) != "" {
		m.add(exchange.UnderstandText(text, h))
	}
	r := s.planOf(snapshot, today, m.sources)
	r.again, r.over = m.again, exchange.PassedOver(paths...)
	return r, nil
}

// mixed is sources to which others are added, each once.
type mixed struct {
	sources []*exchange.Source
	again   int
}

func (m *mixed) add(source *exchange.Source) {
	if slices.ContainsFunc(m.sources, source.Again) {
		m.again++
		return
	}
	older := slices.IndexFunc(m.sources, func(s *exchange.Source) bool { return source.Path != "" && s.Path == source.Path })
	if older >= 0 {
		source.Nth = m.sources[older].Nth
		m.sources[older] = source
		return
	}
	m.sources = append(m.sources, source)
}

// Again plans anew after one source was changed, or after the file was; change may be nil.
func (s *State) Again(ctx context.Context, today data.Date, at int, change func(*exchange.Source, exchange.Hints)) (reading, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return reading{}, err
	}
	sources := slices.Clone(s.sources)
	if change != nil && at < len(sources) {
		changed := *sources[at]
		change(&changed, s.hints(snapshot, today))
		sources[at] = &changed
	}
	return s.planOf(snapshot, today, sources), nil
}

// planOf plans sources, with what was decided before.
func (s *State) planOf(snapshot *data.Snapshot, today data.Date, sources []*exchange.Source) reading {
	p := exchange.NewPlan(snapshot, today)
	p.Joined = s.joined
	number(sources)
	p.AddSource(sources...)
	for i := range p.Lists {
		if d, said := s.about[listKey(sources, p, i)]; said {
			p.DecideList(i, d.decision(sources, p))
		} else if s.event != 0 && p.Lists[i].On == 0 {
			p.DecideList(i, exchange.Decision{Do: exchange.Replace, Ours: s.event})
		}
	}
	folded, keys := make([]string, len(p.Rows)), make([]string, len(p.Rows))
	for i := range p.Rows {
		keys[i] = rowKey(sources, p, i)
		if at, said := s.starts[keys[i]]; said {
			p.SetStart(i, at)
		}
		folded[i] = data.Fold(p.Rows[i].Title() + " " + p.Rows[i].Source)
	}
	open := slices.ContainsFunc(snapshot.Rounds, func(r data.Round) bool { return r.Open() })
	return reading{sources: sources, plan: p, round: open, folded: folded, keys: keys}
}

// number gives each source the number by which it is known while others come and go.
func number(sources []*exchange.Source) {
	last := 0
	for _, source := range sources {
		last = max(last, source.Nth)
	}
	for _, source := range sources {
		if source.Nth == 0 {
			last++
			source.Nth = last
		}
	}
}

// rowKey and listKey tell rows and lists apart across plans.
func rowKey(sources []*exchange.Source, p *exchange.Plan, i int) string {
	r := &p.Rows[i]
	return fmt.Sprint(r.What(), "|", sources[r.From].Nth, "|", r.Line, "|", r.Day(), "|", r.Title())
}

func listKey(sources []*exchange.Source, p *exchange.Plan, i int) string {
	l := &p.Lists[i]
	return fmt.Sprint(sources[l.From].Nth, "|", l.On, "|", l.Start, "|", l.Title)
}

// saidOfList is what the leader said a list is about; of another list its key.
type saidOfList struct {
	exchange.Decision
	along string
}

// decision is what was said, in a plan of today: a list of which another was to come along, and that is there no more, is none.
func (d saidOfList) decision(sources []*exchange.Source, p *exchange.Plan) exchange.Decision {
	if d.Do != exchange.Along {
		return d.Decision
	}
	for i := range p.Lists {
		if listKey(sources, p, i) == d.along {
			return exchange.Decision{Do: exchange.Along, Ours: int64(i)}
		}
	}
	return exchange.Decision{Do: exchange.Leave}
}

// frozen is the state as it is now, to be read away from the window.
func (s *State) frozen() *State {
	f := *s
	f.plan = s.plan.Copy()
	f.decided, f.about, f.starts = maps.Clone(s.decided), maps.Clone(s.about), maps.Clone(s.starts)
	return &f
}

// Take shows what was read; what was decided meanwhile stands.
func (s *State) Take(r reading) {
	s.sources, s.plan, s.round, s.folded, s.keys = r.sources, r.plan, r.round, r.folded, r.keys
	if len(s.decided) > 0 {
		s.plan.DecideEach(func(row int) (exchange.Decision, bool) {
			d, said := s.decided[s.keys[row]]
			return d, said
		})
	}
	s.plan.Joined = s.joined
	if s.only != "" && s.plan.Count(s.only) == 0 {
		s.only = ""
	}
	s.find()
}

// concerned is the event that most of what came in is about, 0 for none; it is called away from the window, once it is in the file.
func (s *State) concerned(ctx context.Context, in *data.Intake) int64 {
	var id int64
	switch {
	case len(in.Present) > 0:
		id = in.Present[0].EventID
	case len(in.Guests) > 0:
		id = in.Guests[0].EventID
	case len(in.Events) > 0:
		id = in.Events[0].ID
	}
	brought := slices.IndexFunc(in.Events, func(e data.Event) bool { return e.ID == id && id < 0 })
	if brought < 0 {
		return max(id, 0)
	}
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return 0
	}
	id = 0
	for _, e := range snapshot.Events { // the file gave it a number of its own, the highest yet
		if e.On == in.Events[brought].On && e.Title == in.Events[brought].Title {
			id = max(id, e.ID)
		}
	}
	return id
}

// unkept is what would be lost with the plan: what was pasted, word by word, and the names of the files.
func (s *State) unkept() string {
	var parts []string
	for _, source := range s.sources {
		if text := source.Pasted(); text != "" {
			parts = append(parts, text)
		} else {
			parts = append(parts, source.Name)
		}
	}
	return strings.Join(parts, "\n")
}

// Drop leaves a source out.
func (s *State) Drop(at int) {
	if at < len(s.sources) {
		s.sources = slices.Delete(slices.Clone(s.sources), at, at+1)
	}
}

// answers are the filled questionnaires among the sources, and whether nothing else came. A workbook that can't be read may be one as well:
// where nothing else came it goes along, to be told of there.
func (s *State) answers() (paths []string, alone bool) {
	var all []string
	for _, source := range s.sources {
		switch {
		case source.What == exchange.Answers:
			paths, all = append(paths, source.Path), append(all, source.Path)
		case source.Err != nil && exchange.IsWorkbook(source.Path):
			all = append(all, source.Path)
		}
	}
	if len(paths) > 0 && len(all) == len(s.sources) {
		return all, true
	}
	return paths, false
}

// dropAnswers leaves the filled questionnaires out.
func (s *State) dropAnswers() {
	s.sources = slices.DeleteFunc(slices.Clone(s.sources), func(source *exchange.Source) bool { return source.What == exchange.Answers })
}

// Look shows the rows of one state, all for none, in which every word is found.
func (s *State) Look(only exchange.State, query string) {
	s.only, s.query = only, query
	s.find()
}

func (s *State) find() {
	s.visible = s.visible[:0]
	sought := data.SearchedFor(s.query)
	for i := range s.plan.Rows {
		if (s.only == "" || s.plan.Rows[i].State == s.only) && data.HoldsAll(s.folded[i], sought) {
			s.visible = append(s.visible, i)
		}
	}
}

// Decide decides on one row.
func (s *State) Decide(row int, d exchange.Decision) {
	s.plan.Decide(row, d)
	s.decided[s.keys[row]] = s.plan.Rows[row].Do
}

// SetStart says when an event begins of which no file tells it.
func (s *State) SetStart(row int, at data.Clock) {
	s.plan.SetStart(row, at)
	s.starts[s.keys[row]] = at
}

// inSight are the places of the sources as they are listed: what can't be read first, then the newest.
func (s *State) inSight() []int {
	places := make([]int, len(s.sources))
	for i := range places {
		places[i] = len(places) - 1 - i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		if bad := s.sources[a].Err != nil; bad != (s.sources[b].Err != nil) {
			return map[bool]int{true: -1, false: 1}[bad]
		}
		return 0
	})
	return places
}

// DecideShown decides on all rows that are shown, as far as each may be decided so.
func (s *State) DecideShown(do exchange.Deed) {
	s.plan.DecideRows(s.visible, do)
	for _, row := range s.visible {
		if d := s.plan.Rows[row].Do; d.Do == do {
			s.decided[s.keys[row]] = d
		}
	}
}

// DecideList says which event an attendance list is about.
func (s *State) DecideList(list int, d exchange.Decision) {
	said := saidOfList{Decision: d}
	if d.Do == exchange.Along {
		said.along = listKey(s.sources, s.plan, int(d.Ours))
	}
	s.about[listKey(s.sources, s.plan, list)] = said
}
