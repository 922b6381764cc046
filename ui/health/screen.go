// Package health is the screen of the health check: the rounds with their
// results, the entering of answers, and the deck of cards.
package health

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "health"

// Screen is the page Health.
type Screen struct {
	*kit.ScreenOf[*Findings]
	deps    kit.Deps
	state   *State
	deeds   *kit.Deeds
	arrival any // what to show once it is loaded

	chips    *kit.ChipRow
	primary  *kit.Btn
	second   *kit.Btn // another round, where talking comes first; the invitation to an open one
	menu     *kit.Btn
	printing *kit.Btn
	sharing  *kit.Btn
	talk     *talk // under way, nil for none
	results  *results
	entry    *entry
	deck     *deckPage
	closer   *closer           // the open dialog of a card, nil for none
	pad      *ballotPad        // the open dialog in which ballots are typed
	asked    *asked            // the open list of who was invited
	importer *importer         // the open dialog in which workbooks are read in
	nothing  fyne.CanvasObject // shown while there is no round
	pageBody *fyne.Container
	scroll   *kit.Scroll
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say)}
	s.deeds = kit.NewDeeds(deps, nil)
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow(nil, 0, func(chip int) {
		s.entry.flush()
		s.talk = nil
		s.state.Choose(chip)
		s.show()
		s.scroll.SetOffset(0)
	})
	s.printing = kit.NewMenuBtn(kit.Outlined, say.Text("Print"), func() []*fyne.MenuItem {
		return s.able("health.cards", "health.printBallots", "health.said")
	})
	s.sharing = kit.NewMenuBtn(kit.Outlined, say.Text("Share"), func() []*fyne.MenuItem {
		return s.able("health.mailSurvey", "health.mailSaid", "health.mailResults")
	})
	s.printing.ID, s.sharing.ID = "health.print", "health.share"
	s.second = kit.NewBtn(kit.Outlined, "", func() { s.press(s.second) })
	s.primary = kit.NewBtn(kit.Primary, "", func() { s.press(s.primary) })
	actions := []fyne.CanvasObject{s.printing, s.sharing, s.second, s.primary}
	if !s.deps.ReadOnly {
		s.menu = kit.NewMenuBtn(kit.Outlined, say.Text("This round"), s.roundItems)
		s.menu.ID = "health.round"
		actions = append([]fyne.CanvasObject{s.menu}, actions...)
	}
	header := kit.NewHeader(kit.Header{Title: say.Text("Health"), Chips: s.chips, Actions: actions})
	s.results, s.entry, s.deck = newResults(s), newEntry(s), newDeckPage(s)
	s.nothing = s.firstStep()
	s.pageBody = kit.VStack(look.GapCards)
	s.scroll = kit.NewPage(s.pageBody)
	s.LayOut(header, s.scroll, func(o fyne.CanvasObject) { s.put(o) })
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows rounds that were read.
func (s *Screen) take(f *Findings) {
	s.state.Take(f)
	s.takeArrival()
	s.arrival = nil
	s.show()
}

func (s *Screen) put(objects ...fyne.CanvasObject) {
	s.pageBody.Objects = objects
	s.relayout()
}

// relayout gives the page the height its content has now.
func (s *Screen) relayout() {
	s.scroll.Refresh()
	s.scroll.Relayout()
}

// show draws everything from the state.
func (s *Screen) show() {
	if !s.Loaded() {
		return
	}
	texts, chosen := s.state.Chips()
	s.chips.Set(texts, chosen)
	s.showActions()
	round, there := s.state.Round()
	switch {
	case s.state.Deck():
		s.put(s.deck.show()...)
	case !there:
		s.put(s.nothing)
	case round.Open():
		s.put(s.entry.show()...)
	case s.talk != nil:
		s.put(s.talk.show()...)
	default:
		s.put(s.results.show()...)
	}
	s.Content().Refresh()
	s.showDialogs()
}

// showDialogs fills what lies open over the page.
func (s *Screen) showDialogs() {
	if s.closer != nil {
		s.closer.show()
	}
	if s.pad != nil {
		s.pad.show()
	}
	if s.asked != nil {
		s.asked.show()
	}
	if s.importer != nil {
		s.importer.show()
	}
}

// showActions offers the next sensible deed: inviting to an open round or closing it, talking a closed one through, else starting one.
// What a button leads to never puts another one into its place, where a second press would meet it.
func (s *Screen) showActions() {
	round, there := s.state.Round()
	onRound := there && !s.state.Deck()
	if s.menu != nil {
		s.menu.Hidden = !onRound
	}
	s.sharing.Hidden = !onRound
	s.printing.Hidden = !there && !s.state.Deck()
	main, second, next := "health.new", "", s.primary
	switch {
	case onRound && round.Open():
		main, second = "health.close", "health.mailSurvey"
		if s.state.Fresh() {
			next = s.second
		}
	case onRound && s.mayTalk(round):
		main, second = "health.talk", "health.new"
	}
	s.offer(s.primary, main)
	s.offer(s.second, second)
	s.primary.SetKind(kit.Outlined)
	s.second.SetKind(kit.Outlined)
	next.SetKind(kit.Primary)
	s.primary.Enable()
	if s.talk != nil && main == "health.talk" {
		s.primary.Disable()
	}
}

// offer has a button do a deed, or hides it where that can't be done.
func (s *Screen) offer(b *kit.Btn, id string) {
	b.ID = id
	b.SetText(s.deedWord(id))
	switch id {
	case "":
		b.Hidden = true
	case "health.new":
		b.Hidden = !s.mayStart()
	case "health.talk":
		b.Hidden = false
	default:
		b.Hidden = s.deps.ReadOnly
	}
}

// deedWord is what the primary button says.
func (s *Screen) deedWord(id string) string {
	switch id {
	case "health.mailSurvey":
		return s.deps.Say.Text("Invite members")
	case "health.close":
		return s.deps.Say.Text("Close the round")
	case "health.talk":
		return s.deps.Say.Text("Discuss in the meeting")
	}
	return s.deps.Say.Text("New round")
}

func (s *Screen) press(b *kit.Btn) {
	s.entry.flush()
	s.deps.Commands.Fire(b.ID)
}

func (s *Screen) firstStep() fyne.CanvasObject {
	say := s.deps.Say
	action := say.Text("Start the first round")
	if s.deps.ReadOnly {
		action = ""
	}
	return kit.Empty(say.Text("A health check asks every member the same few questions about the community, with cards that have a low and a high statement. "+
		"A first round makes sense after three events or three months. What comes out is for the group itself to talk about."), action, s.New)
}

// New opens the form for another round.
func (s *Screen) New() { s.deps.Commands.Fire("health.new") }

// Leave keeps what was typed.
func (s *Screen) Leave() { s.entry.flush() }

// Deck is what Deps.Go is given to show the cards.
type Deck struct{}

// Arrive shows a round, by ID, the Deck, or a card on the red thread, opened; or begins another round, or
// the small step that answers the card of a data.Item.
func (s *Screen) Arrive(args any) {
	if begun, ok := args.(kit.Begun); ok {
		switch row := begun.Row.(type) {
		case data.Round:
			s.WhenLoaded(func() { s.begin(begun.Finish) })
		case data.Item:
			s.WhenLoaded(func() { s.beginStep(row.Card, begun.Finish) })
		}
		return
	}
	if brought, ok := args.(kit.Bring); ok {
		s.WhenLoaded(func() { s.bringAnswers(brought.Paths) })
		return
	}
	s.arrival, s.talk = args, nil
	if s.Loaded() {
		s.takeArrival()
		s.show()
	}
}

// begin asks for another round unless one is open, which is shown then.
func (s *Screen) begin(then func()) {
	if s.mayStart() {
		s.openNew(then)
	}
}

// beginStep asks for the next small step that answers a card.
func (s *Screen) beginStep(card string, then func()) {
	if s.deps.ReadOnly {
		return
	}
	if s.state.ShowCard(card) {
		s.show()
	}
	s.openStep(card, then)
}

// takeArrival goes to what was asked for; a round that is not there yet may come with the Load under way.
func (s *Screen) takeArrival() {
	switch a := s.arrival.(type) {
	case int64:
		if !s.state.ShowRound(a) {
			return
		}
	case Deck:
		s.state.ShowDeck()
	case data.Place:
		switch a.Kind {
		case data.PlaceRound:
			if !s.state.ShowRound(a.ID) {
				return
			}
		case data.PlaceCard:
			s.arriveAtCard(a.Key)
		}
	}
	s.arrival = nil
}

// arriveAtCard opens a card in the last round that asked it, or shows the deck.
func (s *Screen) arriveAtCard(key string) {
	s.entry.flush()
	if !s.state.ShowCard(key) {
		s.state.ShowDeck()
		return
	}
	s.show()
	s.openCard(key)
}
