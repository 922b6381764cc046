package charter

import (
	"cmp"
	"image"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// View is the charter as the screen shows it, worded.
type View struct {
	Community data.Community
	Leader    string // "" while nobody leads
	Picture   image.Image
	// Filled of Of needed fields are filled, as in "11 of 18 filled"; Missing are the others.
	Progress string
	Missing  []Missing
	Boxes    map[data.BoxKey]data.Lines
	Tables   map[Table][]Row
	Notes    []Note // the latest first
	Answers  map[string][]Answer
	Versions Versions
	MayLead  []Person
	Growth   Growth
	Asks     []Ask
	// Offers are the lines of a box that could be taken up and are not yet.
	Offers map[data.BoxKey][]string
	// Counted are the figures of the program, where a measure reads such a one.
	Counted []Counted
	// Threads are the red thread as seen from each box.
	Threads map[data.BoxKey]data.ThreadView

	today    data.Date
	say      *words.Say
	snapshot *data.Snapshot

	cardTrends  []data.CardTrend
	trendsKnown bool
}

// Missing is a needed field that is not filled.
type Missing struct {
	Key, Label string
	Section    data.Section
}

// Counted is a figure that the program keeps by itself, worded.
type Counted struct{ What, Value string }

// Table is one of the charter's tables.
type Table string

// The tables. Contacts stand under their sponsor, values under their measure.
const (
	TableSponsors     Table = "sponsors"
	TableContacts     Table = "contacts"
	TableStakeholders Table = "stakeholders"
	TableRoles        Table = "roles"
	TableTerms        Table = "terms"
	TableChannels     Table = "channels"
	TableMeasures     Table = "measures"
	TableValues       Table = "values"
	TableSupports     Table = "supports"
	TableSlows        Table = "slows"
	TableNotes        Table = "notes"
	TableFollowUps    Table = "followUps"
	TableReports      Table = "reports"
)

// Row is one line of a table.
type Row struct {
	ID    int64
	Title string
	Lines []string // what else there is to say
	Under []Row    // contacts with a sponsor, values of a measure, the latest first
	// Counted tells that the program reckoned it, so that it can't be changed by hand.
	Counted bool
	Open    bool // a follow-up of which something is still to come
	Late    bool // and whose day has passed
	Curve   Curve
	Thread  data.ThreadView // of a measure
}

// Note is a dated note of a section.
type Note struct {
	ID      int64
	Section data.Section
	Head    string // when, and in which section
	Text    string
}

// Answer is a dated answer to a question of a worksheet.
type Answer struct {
	Text string
	When string // "answered 23 weeks ago"
	On   string // "2 Sep 2026"
}

func newView(s *data.Snapshot, today data.Date, say *words.Say, before *View) *View {
	v := &View{Community: s.Community, today: today, say: say, snapshot: s}
	if leader, ok := s.Leader(); ok {
		v.Leader = leader.Name
	}
	filled, of, missing := s.Completeness()
	v.Progress = say.Text("%d of %d filled", filled, of)
	for _, f := range missing {
		v.Missing = append(v.Missing, Missing{f.Key, say.Of(f.Label), f.Section})
	}
	// In the order of the parts: what a community is for comes before its leader's hours.
	slices.SortStableFunc(v.Missing, func(a, b Missing) int { return cmp.Compare(partOfKey(a.Key), partOfKey(b.Key)) })
	v.Boxes = map[data.BoxKey]data.Lines{}
	for _, b := range s.Canvas {
		v.Boxes[b.Box] = b.Lines
	}
	v.tables()
	v.backing()
	v.notes()
	v.answers()
	v.versions()
	v.growth()
	v.Offers = v.snapshot.CanvasOffers()
	v.threads()
	v.counted()
	if !v.samePeople(before) {
		v.mayLead()
	}
	v.picture(before)
	return v
}

// has tells whether something is written in a field of the charter, or in one of its tables.
func (v *View) has(key string) bool {
	switch key {
	case "stakeholders":
		return len(v.Tables[TableStakeholders]) > 0
	case "vocabulary":
		return len(v.Tables[TableTerms]) > 0
	}
	f := data.CommunityFields.Of(key)
	switch f.Input {
	case data.InputList:
		return len(*f.List(&v.Community)) > 0
	case data.InputChoice:
		return false // one of them always is
	}
	return *f.Text(&v.Community) != ""
}

// picture decodes the picture for prints, once for each picture there is.
func (v *View) picture(before *View) {
	if before != nil && v.Community.LogoHash == before.Community.LogoHash {
		v.Picture = before.Picture
		return
	}
	if len(v.snapshot.LogoPNG) > 0 {
		v.Picture, _ = drawable(v.snapshot.LogoPNG) // one that can't be drawn isn't shown
	}
}

func (v *View) tables() {
	v.Tables = map[Table][]Row{TableMeasures: v.measures(), TableSponsors: v.sponsors()}
	add := func(t Table, id int64, title string, lines ...string) {
		lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
		v.Tables[t] = append(v.Tables[t], Row{ID: id, Title: title, Lines: lines})
	}
	s, say := v.snapshot, v.say
	for _, r := range s.Stakes {
		add(TableStakeholders, r.ID, r.Name, r.Function, r.Stake, v.attitude(r.Attitude))
	}
	for _, r := range s.RoleDefs {
		add(TableRoles, r.ID, say.Of(r.Role.Phrase()), r.Duty, strings.Join(v.holders(r.Role), ", "))
	}
	for _, r := range s.Terms {
		add(TableTerms, r.ID, r.Term, r.Meaning)
	}
	for _, r := range s.Channels {
		add(TableChannels, r.ID, r.Name, say.Of(r.Use.Phrase()), r.Link)
	}
	// The strongest first: they are what is worth talking about.
	forces := slices.Clone(s.Forces)
	slices.SortStableFunc(forces, func(a, b data.Force) int { return cmp.Compare(b.Strength, a.Strength) })
	for _, r := range forces {
		side := TableSupports
		if r.Side == data.ForceSlows {
			side = TableSlows
		}
		add(side, r.ID, r.Text, say.Text("strength %d of 5", r.Strength))
	}
}

// attitude is for the leader's eyes only and never printed (data/README.md, Sponsors).
func (v *View) attitude(a data.Attitude) string {
	if a == "" || v.snapshot.IsForGuests() {
		return ""
	}
	return v.say.Text("%s (only you see this)", v.say.Of(a.Phrase()))
}

// holders are the names of those who have a role today; of many only the first.
func (v *View) holders(role data.Role) []string {
	if role == data.RoleLeader {
		if v.Leader == "" {
			return nil
		}
		return []string{v.Leader}
	}
	const shown = 8
	var names []string
	more := 0
	for i := range v.snapshot.Roles {
		r := &v.snapshot.Roles[i]
		if r.Role != role || !r.Holds(v.today) {
			continue
		}
		m, there := v.snapshot.MemberByID(r.MemberID)
		switch {
		case !there || !m.IsMember(v.today):
		case len(names) == shown:
			more++
		default:
			names = append(names, m.Name)
		}
	}
	if more > 0 {
		names = append(names, v.say.Count(more, "%d more", "%d more"))
	}
	return names
}

// Person is somebody to choose.
type Person struct {
	ID   int64
	Text string // name and unit
}

// samePeople takes over those who may lead where nobody has changed since: sorting
// thousands of names takes longer than all the rest.
func (v *View) samePeople(before *View) bool {
	if before == nil || before.today != v.today || before.Community.LeaderID != v.Community.LeaderID ||
		!same(before.snapshot.Members, v.snapshot.Members) || !same(before.snapshot.Roles, v.snapshot.Roles) {
		return false
	}
	v.MayLead = before.MayLead
	return true
}

// same tells whether two snapshots share their rows; rows are never changed.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// mayLead lists those who may lead, the core team first.
func (v *View) mayLead() {
	before := map[int64]bool{v.Community.LeaderID: true}
	add := func(m *data.Member) {
		text := m.Name
		if m.Unit != "" {
			text = v.say.Text("%s, %s", m.Name, m.Unit)
		}
		v.MayLead = append(v.MayLead, Person{m.ID, text})
		before[m.ID] = true
	}
	for _, m := range v.snapshot.CoreTeam(v.today) {
		if !before[m.ID] {
			add(&m)
		}
	}
	var others []data.Member
	for i := range v.snapshot.Members {
		if m := &v.snapshot.Members[i]; m.IsMember(v.today) && !before[m.ID] {
			others = append(others, *m)
		}
	}
	data.SortByName(others, v.say.Lang())
	for i := range others {
		add(&others[i])
	}
}

func (v *View) notes() {
	notes := slices.Clone(v.snapshot.Notes)
	slices.SortStableFunc(notes, func(a, b data.CharterNote) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.ID, a.ID))
	})
	for _, n := range notes {
		v.Notes = append(v.Notes, Note{ID: n.ID, Section: n.Section, Text: n.Text,
			Head: v.say.Text("%s, %s", v.say.Ago(v.today.Sub(n.On)), v.say.Of(n.Section.Phrase()))})
	}
}

func (v *View) answers() {
	sheets := slices.Clone(v.snapshot.Worksheets)
	slices.SortStableFunc(sheets, func(a, b data.WorksheetAnswer) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(b.ID, a.ID))
	})
	v.Answers = map[string][]Answer{}
	for _, w := range sheets {
		if w.On <= v.today {
			v.Answers[w.Question] = append(v.Answers[w.Question],
				Answer{Text: w.Text, When: v.say.Text("answered %s", v.say.Ago(v.today.Sub(w.On))), On: v.say.Date(w.On)})
		}
	}
}

// nonEmpty leaves out the empty ones.
func nonEmpty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// joined puts the ones that are not empty on one line.
func joined(parts []string) string { return strings.Join(nonEmpty(parts...), " · ") }
