// Package events is the screen of the meetings: what comes up and what was held,
// one event in detail, and the formats to plan from.
package events

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/meeting"
)

// Page is the screen's name for Deps.Go.
const Page = "events"

// Screen is the page Events.
type Screen struct {
	*kit.ScreenOf[*Programme]
	deps  kit.Deps
	state *State
	deeds *kit.Deeds

	chips     *kit.ChipRow
	plan      *kit.Btn
	search    *kit.TextField
	filter    *kit.Btn
	list      *kit.List[int64]
	choosing  *kit.Choosing     // what stands below it
	listBox   fyne.CanvasObject // both
	pane      *pane
	browse    *kit.Beside          // list and pane
	month     *monthView           // made when first wanted
	formats   fyne.CanvasObject    // made when first wanted
	formatsOf string               // what was searched of them
	templates []data.EventTemplate // as they stand there

	header    *fyne.Container
	usual     fyne.CanvasObject // the page's own header
	meeting   *meeting.View     // under way, nil for none
	attending *attending        // the open list of who came
	linking   *linking          // the open list of what an event serves
	thinking  thinking
	heldMoved int64   // the event that was held and whose day was changed last
	changed   changed // in place, of an event of a series
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say)}
	s.deeds = kit.NewDeeds(deps, func() { s.pane.show() })
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.register()
	s.build()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow(s.views(), viewAgenda, func(int) { s.showView() })
	s.search = kit.NewSearch(say.Text("Find…"), func(query string) { s.state.Search(query); s.showSought() })
	s.filter = kit.NewMenuBtn(kit.Outlined, "", s.filterItems)
	s.filter.ID = "events.filter"
	header := kit.Header{Title: say.Text("Events"), Chips: s.chips, Actions: []fyne.CanvasObject{kit.MinWidth(150, s.search), s.filter}}
	s.plan = kit.NewBtn(kit.Primary, say.Text("Plan event"), func() { s.deps.Commands.Fire("events.plan") })
	s.plan.ID = "events.plan"
	if !s.deps.ReadOnly {
		header.Actions = append(header.Actions, s.plan)
	}
	s.pane = newPane(s)
	back := kit.NewLinkBtn(say.Text("All events"), s.backToList)
	back.ID = "events.list"
	list := s.listCard()
	s.browse = kit.NewBeside(kit.BesideOptions{List: list, Pane: kit.Fit(s.pane.box), Back: kit.Left(back),
		Share: 0.345, Most: 0.42, Reads: 300, Changed: s.showPlanKind})
	s.usual = kit.NewHeader(header)
	s.header = kit.Over(s.usual)
	s.Lay(s.header)
}

// The views of the page, as their chips stand.
const (
	viewAgenda = iota
	viewMonth
	viewFormats
	viewMeeting // there only while a meeting is under way
)

func (s *Screen) views() []string {
	say := s.deps.Say
	views := []string{viewAgenda: say.Text("List"), viewMonth: say.Text("Month"), viewFormats: say.Text("Formats")}
	if s.meeting != nil {
		views = append(views, say.Text("Meeting"))
	}
	return views
}

// listCard is the list of events under their headings.
func (s *Screen) listCard() fyne.CanvasObject {
	s.list = kit.NewList(kit.ListOptions[int64]{
		Columns:  s.columns(),
		Key:      func(id int64) int64 { return id },
		Section:  s.state.SectionTitle,
		OnSelect: s.selectEvent,
		OnTap:    func(int64) { s.browse.Open(true) },
		OnOpen: func(int64) {
			s.browse.Open(true)
			s.pane.fields.FocusFirst()
		},
		OnRename: func(int64) {
			s.browse.Open(true)
			s.pane.rename()
		},
		OnDelete: func(int64) { s.deps.FireOrTell("events.remove") },
		Menu:     s.menuOf, OnMark: s.deps.OnMark(func() { s.choosing.Show() }),
		Arranging: &kit.Arranging{Name: Page, Memory: s.deps.Lists, Say: s.deps.Say}, Untitled: true,
	})
	s.choosing = s.newChoosing()
	s.listBox = kit.Fill(10, nil, s.list, s.choosing.Foot())
	return kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 8, Right: 10, Bottom: 12, Left: 10}}, s.listBox)
}

// columns are those of the list; the first two say what most look for, the others are out of sight until they are wanted.
func (s *Screen) columns() []kit.Column[int64] {
	say := s.deps.Say
	more := func(id, title string, weight float32, text func(More) string) kit.Column[int64] {
		return kit.Column[int64]{ID: id, Title: title, Weight: weight, Off: true, Text: func(event int64) []kit.Span {
			return []kit.Span{{Text: text(s.state.More(event)), Size: look.SizeSmall}}
		}}
	}
	return []kit.Column[int64]{
		{ID: "day", Title: say.Text("Day"), Fixed: 100, Stays: true, Text: s.daySpans},
		{ID: "event", Title: say.Text("Event"), Weight: 2, Stays: true, Text: s.rowSpans},
		more("format", say.Text("Format"), 1, func(m More) string { return m.Format }),
		more("hours", say.Text("Hours"), 1, func(m More) string { return m.Hours }),
		more("place", say.Text("Place"), 1, func(m More) string { return m.Place }),
		more("leads", say.Text("Leads"), 1, func(m More) string { return m.Leads }),
	}
}

// daySpans are the day of an event, and how far it is.
func (s *Screen) daySpans(id int64) []kit.Span {
	row := s.state.Row(id)
	return []kit.Span{{Text: row.Day, Size: look.SizeSmall}, {Text: "\n" + row.When, Size: look.SizeSmall, Color: look.ColorMuted}}
}

func (s *Screen) rowSpans(id int64) []kit.Span {
	row := s.state.Row(id)
	spans := []kit.Span{kit.Bold(row.Title), {Text: "\n" + row.Second, Color: look.ColorMuted, Size: look.SizeSmall}}
	if row.Warning != "" {
		spans = append(spans, kit.Span{Text: " · ", Color: look.ColorMuted, Size: look.SizeSmall},
			kit.Span{Text: row.Warning, Color: look.ColorWarn, Size: look.SizeSmall, Sign: kit.Triangle})
	}
	return spans
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows a programme that was read.
func (s *Screen) take(p *Programme) {
	s.state.Take(p)
	if s.meeting != nil {
		s.meeting.Take(p.snapshot)
	}
	s.show()
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// filterItems offer which events are shown.
func (s *Screen) filterItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range s.state.ShownChoices() {
		item := fyne.NewMenuItem(c.Text, func() { s.state.Show(c.Key); s.showSought() })
		item.Checked = c.Key == s.state.shown
		items = append(items, item)
	}
	return items
}

// showAll takes search and filter away.
func (s *Screen) showAll() {
	s.state.Show(ShowAll)
	s.state.Search("")
	s.search.Reset("")
	s.showSought()
}

// showSought shows what search and filter let through; what was typed about another event is kept first.
func (s *Screen) showSought() {
	if s.Loaded() {
		s.pane.flush()
		s.show()
	}
}

// show draws everything from the state.
func (s *Screen) show() {
	if word := s.state.ShownWord(); word != s.filter.Text() {
		s.filter.SetText(word)
		s.Content().Refresh() // other words want other room
	}
	s.list.SetRows(s.state.Rows())
	// Selecting scrolls there, so it is done for another event only: a reload must not move the list under the hand.
	if row, chosen := s.list.Selected(); !chosen || row != s.state.Selected() {
		s.list.Select(s.state.Selected())
	}
	s.pane.show()
	if s.attending != nil {
		s.attending.show()
	}
	if s.linking != nil {
		s.linking.show()
	}
	s.showView()
	s.browse.Refresh()
	s.offerLater()
	s.askHeldAhead()
}

// showView shows the agenda, the month or the formats.
func (s *Screen) showView() {
	if s.showsMeeting() {
		kit.PutInto(s.header, s.meeting.Header())
	} else {
		kit.PutInto(s.header, s.usual)
	}
	if kit.SetShown(s.filter, s.chips.Selected() != viewFormats) { // it is of events
		s.usual.Refresh()
	}
	switch {
	case !s.Loaded():
	case s.chips.Selected() == viewFormats:
		s.showFormats()
	case s.chips.Selected() == viewMeeting && s.meeting != nil:
		s.meeting.Show()
		s.Put(s.meeting.Content())
	case s.chips.Selected() == viewMonth:
		if s.month == nil {
			s.month = newMonthView(s)
		}
		s.month.show()
		s.Put(s.month.content)
		s.search.LeadTo(func() { s.deps.Focus(s.month.grid) })
	case len(s.state.Rows()) == 0 && !s.state.Empty():
		s.Put(kit.Empty(s.deps.Say.Text("No event is found. Titles, formats, places, what it is for and who does what are searched."),
			s.deps.Say.Text("Show all events"), s.showAll))
	case len(s.state.Rows()) == 0:
		action := s.deps.Say.Text("Plan the first one")
		if s.deps.ReadOnly {
			action = ""
		}
		s.Put(kit.Empty(s.deps.Say.Text("Here stand the events, those to come and those held. A lean coffee needs no preparation."),
			action, func() { s.deps.Commands.Fire("events.plan") }))
	default:
		s.Put(s.browse.Content())
		s.list.Follow(s.search, func(int64) { s.browse.Open(true) })
	}
	s.showPlanKind()
}

// showFormats shows the formats, made anew where others are sought or there are other templates.
func (s *Screen) showFormats() {
	s.search.LeadTo(nil)
	if s.formats == nil || s.formatsOf != s.state.query || !slices.EqualFunc(s.templates, s.state.programme.snapshot.Templates, sameTemplate) {
		s.formatsOf = s.state.query
		s.formats, s.templates = s.formatsPage(), s.state.programme.snapshot.Templates
	}
	s.Put(s.formats)
}

// showPlanKind makes Plan event the primary button only where no event in view has a next deed: a page has one primary button.
func (s *Screen) showPlanKind() {
	kind := kit.Primary
	if s.showsMeeting() || s.chips.Selected() == viewAgenda && s.pane.detail.Next != StepNone && s.browse.ShowsPane() {
		kind = kit.Outlined
	}
	s.plan.SetKind(kind)
}

// showAgenda leaves the month and the formats.
func (s *Screen) showAgenda() {
	s.chips.Set(s.views(), viewAgenda)
	s.showView()
}

// showMonth goes to the month.
func (s *Screen) showMonth() {
	s.chips.Set(s.views(), viewMonth)
	s.showView()
	s.deps.Focus(s.month.grid)
}

// selectEvent shows an event in the pane; what was typed about the one before is kept first.
func (s *Screen) selectEvent(id int64) {
	if id == s.state.Selected() {
		return
	}
	s.pane.flush()
	if s.state.Select(id) {
		s.list.Select(id)
		s.pane.show()
		s.showPlanKind()
		s.browse.Refresh()
	}
}

// New starts planning an event.
func (s *Screen) New() { s.deps.Commands.Fire("events.plan") }

// Leave keeps what was typed.
func (s *Screen) Leave() {
	s.pane.flush()
	if s.meeting != nil {
		s.meeting.Flush()
	}
}

// Arrive shows one event, by its ID or as a step of the red thread, or with "plan" begins another, or with kit.UnderWay goes on with
// the meeting that was cut off; or begins an event of which
// something is known, the minutes or the announcement of one, or asks somebody for one.
func (s *Screen) Arrive(args any) {
	switch a := args.(type) {
	case int64:
		s.arriveAt(a)
	case data.Place:
		s.arriveOn(a)
	case kit.Running:
		s.arriveAt(a.EventID)
		s.WhenLoaded(func() {
			if s.pane.detail.Event.ID == a.EventID && s.pane.detail.Next == StepStart && !s.deps.ReadOnly {
				s.startMeeting()
			}
		})
	case string:
		switch a {
		case "plan":
			s.New()
		case kit.UnderWay:
			s.WhenLoaded(s.goOn)
		}
	case kit.Begun:
		if !s.deps.ReadOnly {
			s.begin(a)
		}
	}
}

func (s *Screen) arriveAt(id int64) {
	s.showAgenda()
	s.browse.Open(true)
	if s.Loaded() {
		if s.state.hidden[id] {
			s.showAll()
		}
		s.selectEvent(id)
		s.browse.Refresh()
		return
	}
	s.state.selected = id // taken up by the Load to come
}

// arriveOn shows a step of the red thread: an event, or who came to it.
func (s *Screen) arriveOn(node data.Place) {
	switch node.Kind {
	case data.PlaceEvent:
		s.arriveAt(node.ID)
	case data.PlaceAttendance:
		s.arriveAt(node.ID)
		s.WhenLoaded(func() { s.pane.scroll.ScrollTo(s.pane.people) })
	}
}

func (s *Screen) begin(b kit.Begun) {
	switch row := b.Row.(type) {
	case data.Event:
		s.WhenLoaded(func() { s.openPlan(row, b.Finish) })
	case data.Minutes:
		s.arriveAt(row.EventID)
		s.WhenLoaded(func() {
			s.beginMinutes()
			s.pane.written = b.Finish
		})
	case data.Announcement:
		s.arriveAt(row.EventID)
		s.WhenLoaded(func() { s.openAnnounce(b.Finish) })
	case data.FollowUp:
		if row.EventID != 0 {
			s.arriveAt(row.EventID)
		}
		s.WhenLoaded(func() { s.openAsk(row, b.Finish) })
	}
}
