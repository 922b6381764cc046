// Package members is the screen of the people: the roster with its levels, one
// person in detail, and the deeds on them.
package members

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/charter"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "members"

// Screen is the page Members.
type Screen struct {
	*kit.ScreenOf[*Roster]
	deps  kit.Deps
	state *State
	deeds *kit.Deeds

	chips    *kit.ChipRow
	search   *kit.TextField
	list     *kit.List[int64]
	order    *kit.Para
	moving   *kit.LinkBtn
	foot     *fyne.Container // of the list
	choosing *kit.Choosing   // what takes its place while several are chosen
	handing  *handing        // what is left to do after leadership was passed on, nil for nothing
	nobody   *fyne.Container // shown in the list's place when nobody is found
	add      *kit.Btn        // nil in a file that is only read
	first    *fyne.Container // how people come in, above a list of nobody but the leader
	joining  *fyne.Container // the question about joining days, above the list
	listBox  *fyne.Container
	pane     *pane
	beside   *kit.Beside      // of list and pane
	sponsors charter.Sponsors // in their place
	actions  *fyne.Container  // at the right of the page's head
}

// New builds the screen in this version of the program; Load fills it.
func New(deps kit.Deps, st *store.Store, version string) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say, version)}
	s.deeds = kit.NewDeeds(deps, func() { s.pane.show() })
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.sponsors = charter.NewSponsors(deps, st, charter.Around{Show: s.withSponsors, Wanted: func() bool { return s.Loaded() && s.state.WantsSponsors() }})
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	s.chips = kit.NewChipRow(nil, 0, s.chooseChip).Fold(s.deps.Say.Text("More"))
	s.search = kit.NewSearch(s.deps.Say.Text("Find…"), s.find)
	actions := []fyne.CanvasObject{kit.MinWidth(150, s.search)}
	if !s.deps.ReadOnly {
		bring := kit.NewBtn(kit.Outlined, s.deps.Say.Text("Bring in…"), func() { s.deps.Commands.Fire("members.bring") })
		s.add = kit.NewBtn(kit.Primary, s.deps.Say.Text("Add member"), s.New)
		bring.ID, s.add.ID = "members.bring", "members.add"
		actions = append(actions, bring, s.add)
	}
	s.actions = kit.Wrap(look.GapInRow, actions...)
	header := kit.NewHeader(kit.Header{Title: s.deps.Say.Text("Members"), Chips: s.chips, Actions: []fyne.CanvasObject{s.actions}})
	s.pane = newPane(s)
	s.beside = kit.NewBeside(kit.BesideOptions{List: s.listCard(), Pane: s.pane.box, Share: 0.63, Changed: s.fitHead})
	s.list.Follow(s.search, s.selectPerson)
	s.Lay(header)
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// VisibleIDs are the people shown, in their order, for the roster document.
func (s *Screen) VisibleIDs() []int64 { return s.state.VisibleIDs() }

// ShownColumns are the columns shown, in their order, for the roster document.
func (s *Screen) ShownColumns() []string { return s.list.ShownColumns() }

// LoadLightly reads the roster again after a change that no level follows from and no hint.
func (s *Screen) LoadLightly() {
	if s.Reading() {
		s.Load() // what is being read may be more
		return
	}
	s.LoadBy(s.state.ReadLightly)
}

// take shows a roster that was read.
func (s *Screen) take(r *Roster) {
	s.state.Take(r)
	s.show()
}

// show draws everything from the state.
func (s *Screen) show() {
	s.showChips()
	s.showList()
	s.pane.show()
	s.showBody()
}

func (s *Screen) showChips() {
	chips, chosen := s.state.Chips()
	texts := make([]string, len(chips))
	for i, c := range chips {
		texts[i] = c.Text
	}
	s.chips.Set(texts, chosen)
}

func (s *Screen) chooseChip(index int) {
	if chips, _ := s.state.Chips(); index < len(chips) {
		s.state.Choose(chips[index].Group)
		if s.state.only == nil {
			s.showChips() // those chosen elsewhere have no chip any more
		}
		s.showList()
		s.showListed()
		s.showBody() // the card is as tall as what it shows
	}
}

func (s *Screen) find(query string) {
	s.state.Search(query)
	if s.state.group == Sponsors { // the people are shown so once one goes there
		s.sponsors.Search(query)
		return
	}
	s.beside.Open(false)
	s.showList()
	s.showListed()
	s.beside.Refresh()
}

// showListed has the pane show somebody the list shows: the first there, where whom it showed is no longer among them, and nobody where
// nobody is there.
func (s *Screen) showListed() {
	if first, other := s.state.Listed(); other {
		s.selectPerson(first)
	}
	_, known := s.state.Detail()
	s.beside.Offer(known && s.state.AnyListed())
}

// selectPerson shows somebody in the pane; what was typed about the one before is kept first.
func (s *Screen) selectPerson(id int64) {
	if id == s.state.Selected() {
		return
	}
	s.pane.flush()
	listed := slices.Contains(s.list.Rows(), id)
	if !s.state.Select(id) {
		return
	}
	if s.search.Text != s.state.Query() {
		s.search.Reset(s.state.Query())
	}
	if listed {
		s.list.Select(id)
	} else { // whoever is hidden is brought into view
		s.showChips()
		s.showList()
	}
	s.pane.show()
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// New opens the form for another member, or sponsor.
func (s *Screen) New() {
	if s.state.group == Sponsors {
		s.deps.Commands.Fire("members.addSponsor")
		return
	}
	s.deps.Commands.Fire("members.add")
}

// Leave keeps what was typed.
func (s *Screen) Leave() { s.pane.flush() }

// Arrive shows one person, by ID, just some people, by their IDs, one group of people, or the sponsors; or begins another member, a
// note, a follow-up, a word to the person of a follow-up, or what is known of a sponsor, a contact with one or a report.
func (s *Screen) Arrive(args any) {
	switch a := args.(type) {
	case int64:
		s.arriveAt(a)
	case data.Place:
		switch {
		case a.Kind == data.PlaceSponsors:
			s.arriveIn(Sponsors)
		case a.ID != 0:
			s.arriveAt(a.ID)
		}
	case []int64:
		s.arriveOnly(a)
	case data.Level:
		s.arriveIn(Group(a))
	case Group:
		s.arriveIn(a)
	case kit.PassedOn:
		s.startHanding(handing{to: a.To, was: a.Was, by: a.By, from: a.From})
	case kit.Begun:
		s.begin(a)
	}
}

func (s *Screen) begin(b kit.Begun) {
	if s.deps.ReadOnly {
		return
	}
	about := func(id int64, open func()) {
		if id != 0 {
			s.arriveAt(id)
			s.WhenLoaded(open)
		}
	}
	switch row := b.Row.(type) {
	case data.Member:
		s.here(func() { s.openAdd(row, b.Finish) })
	case data.Contribution:
		about(row.MemberID, func() { s.openNote(row, b.Finish) })
	case data.HelpReceived:
		about(row.MemberID, func() { s.openHelp(row, b.Finish) })
	case data.Sponsor, data.SponsorContact, data.SponsorReport:
		s.withSponsors(func() { s.sponsors.Begin(b) })
	case data.FollowUp:
		if row.SponsorID != 0 {
			s.withSponsors(func() { s.sponsors.Begin(b) })
			return
		}
		about(row.MemberID, func() {
			if _, hinted := s.state.finding(row.MemberID, row.Rule); hinted && row.ID == 0 {
				s.writeAbout(row.MemberID, row.Rule, b.Finish)
				return
			}
			s.openFollowUp(row, b.Finish)
		})
	}
}

// arriveOnly shows just these people, the first of them in the pane.
func (s *Screen) arriveOnly(ids []int64) {
	if len(ids) == 0 {
		return
	}
	s.pane.flush()
	s.state.selected = ids[0]
	s.state.ShowOnly(ids)
	s.beside.Open(false)
	if s.Loaded() {
		s.search.Reset("")
		s.show()
	}
}

func (s *Screen) arriveAt(id int64) {
	s.leaveSponsors()
	s.beside.Open(true)
	if s.Loaded() {
		s.selectPerson(id)
		s.list.Select(id)
		return
	}
	s.state.selected = id // taken up by the Load to come
}

func (s *Screen) arriveIn(g Group) {
	s.state.Choose(g)
	s.beside.Open(false)
	if s.Loaded() {
		s.show()
	}
}
