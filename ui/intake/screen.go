// Package intake is the page on which what a leader already has comes in: files and pasted lists are read, shown as a plan, decided on
// row by row, and taken in as one act (data/README.md, What comes in).
package intake

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/reports"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "intake"

// Screen is the page.
type Screen struct {
	deps  kit.Deps
	state *State
	deeds *kit.Deeds

	chips      *kit.ChipRow
	states     []exchange.State // of the chips
	search     *kit.TextField
	take       *kit.Btn
	forAll     *kit.Btn
	paste      *kit.TextField
	sources    *fyne.Container
	sourceBox  *fyne.Container // as high as they are, up to a few lines
	list       *kit.List[int]
	pane       *fyne.Container // the chosen row
	paneScroll *kit.Scroll
	foot       *fyne.Container
	joined     *kit.LinkBtn // when new people joined, where no file says it
	empty      fyne.CanvasObject
	choosing   *kit.Btn
	actions    *fyne.Container
	beside     *kit.Beside // of the rows and the chosen one
	room       *fyne.Container
	content    fyne.CanvasObject

	chosen   int                                              // a row of the plan, -1 for none
	waiting  []func(context.Context, *State) (reading, error) // readings, the first of which is under way
	readings int                                              // counts the times that they were ended, so that a late one is dropped
}

// New builds the page.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Say), chosen: -1}
	s.deeds = kit.NewDeeds(deps, s.showTaken)
	s.build()
	s.show()
	return s
}

func (s *Screen) build() {
	say := s.deps.Say
	s.chips = kit.NewChipRow(nil, 0, func(i int) {
		s.state.Look(s.states[i], s.search.Text)
		s.showRows()
	})
	s.search = kit.NewSearch(say.Text("Find…"), func(query string) {
		s.state.Look(s.state.only, query)
		s.showRows()
	})
	s.take = kit.NewBtn(kit.Primary, "", s.takeIn)
	s.take.ID = "intake.take"
	s.choosing = kit.NewBtn(kit.Outlined, say.Text("Choose a file…"), s.choose)
	s.forAll = kit.NewMenuBtn(kit.Outlined, say.Text("For all shown…"), s.forAllMenu)
	s.list = kit.NewList(kit.ListOptions[int]{
		Key: func(row int) int64 { return int64(row + 1) }, OnSelect: s.choose1, OnOpen: s.toggle, Menu: s.menuOf,
		OnTap: func(int) { s.beside.Open(true) },
		Columns: []kit.Column[int]{
			{ID: "tick", Fixed: 24, Make: s.makeTick, Show: s.showTick},
			{ID: "who", Title: say.Text("Who or what"), Weight: 1, Text: s.state.who},
			{ID: "what", Title: say.Text("What happens"), Weight: 1.2, Text: s.state.what},
		},
	})
	s.list.Follow(s.search, nil)
	s.sources, s.pane = kit.VStack(6), kit.VStack(10)
	s.paneScroll = kit.NewScroll(s.pane)
	s.sourceBox = kit.VStack(0)
	s.buildFoot()
	back := kit.NewLinkBtn(say.Text("Back to the list"), func() {
		s.beside.Open(false)
		s.deps.Focus(s.list)
	})
	s.beside = kit.NewBeside(kit.BesideOptions{List: boxed(kit.Fill(10, s.sourceBox, s.list, s.foot)), Pane: boxed(s.paneScroll), Back: kit.Left(back),
		Share: 0.62, Changed: s.fitHead})
	s.empty = s.invitation()
	s.room = kit.Over(s.empty, s.beside.Content())
	s.actions = kit.Wrap(look.GapInRow, kit.MinWidth(100, s.search), s.forAll, s.choosing, s.take)
	s.content = kit.Screen(kit.NewHeader(kit.Header{Title: say.Text("Bring in"), Chips: s.chips,
		Actions: []fyne.CanvasObject{s.actions}}), s.room)
}

// boxed puts a part of the page onto a card.
func boxed(part fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 10, Right: 14, Bottom: 14, Left: 14}}, part)
}

// buildFoot makes what concerns the whole plan.
func (s *Screen) buildFoot() {
	say := s.deps.Say
	s.joined = kit.NewLinkBtn("", s.askJoined)
	s.joined.ID = "intake.joined"
	s.foot = kit.Wrap(look.GapCards, s.joined, kit.NewLinkBtn(say.Text("Save a report…"), s.saveReport), kit.NewLinkBtn(say.Text("Start over"), s.clear))
}

// askJoined asks on which day new people joined.
func (s *Screen) askJoined() {
	say := s.deps.Say
	day := kit.NewDateField(s.deps, nil, s.state.joined, nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("New people joined on"),
		Fields: []kit.FormField{{Name: "joinedOn", Label: say.Text("Day"), Input: day,
			Hint: say.Text("Where no file says it. Left empty: the day of the first event they came to, else today.")}},
		Save: func() error {
			on, err := day.DateIn("joinedOn")
			if err == nil {
				s.state.joined, s.state.plan.Joined = on, on
			}
			return err
		},
		OnClose: kit.OnceSaved(s.showTaken),
	})
}

// fitHead leaves the head of the page its title where the chosen row has the list's place. In a narrow window the list goes without the
// line below it, and the menu has what stands there (forAllMenu).
func (s *Screen) fitHead() {
	shown := !s.state.Empty() && !s.beside.Alone()
	changed := kit.SetShown(s.chips, shown)
	changed = kit.SetShown(s.actions, shown) || changed
	changed = kit.SetShown(s.choosing, !s.beside.Narrow()) || changed
	changed = kit.SetShown(s.foot, !s.beside.Narrow()) || changed
	if changed {
		s.content.Refresh()
	}
}

// invitation is what the page shows while nothing is there to bring in.
func (s *Screen) invitation() fyne.CanvasObject {
	say := s.deps.Say
	s.paste = kit.NewArea(8, "")
	s.paste.ID = "intake.paste"
	s.paste.SetPlaceHolder(say.Text("Anna Berg <anna@example.org>"))
	read := kit.NewBtn(kit.Primary, say.Text("Read this"), func() { s.Bring(kit.Bring{Text: s.paste.Text}) })
	read.ID = "intake.read"
	copied := kit.NewBtn(kit.Outlined, say.Text("Take what was copied"), s.takeCopied)
	choose := kit.NewBtn(kit.Outlined, say.Text("Choose a file…"), s.choose)
	words := kit.NewBody(kit.Span{Text: say.Text("Drop files on the window, choose one, or paste a list: names one a line, addresses, rows of a spreadsheet. " +
		"You see what each row would do and decide; nothing is written before, and one Undo takes all of it back.")})
	kinds := kit.VStack(4,
		kit.Note(say.Text("People: CSV, Excel, OpenDocument, address cards (vCard), pasted lists")),
		kit.Note(say.Text("Events: calendars (iCalendar), CSV, Excel, OpenDocument")),
		kit.Note(say.Text("Backlog: pasted lines, CSV, Excel, OpenDocument, Trello's JSON")),
		kit.Note(say.Text("Who came: the attendance lists of Teams, Zoom, Webex and Meet, or pasted names")),
		kit.Note(say.Text("Another community file: an older copy, or a colleague's part")))
	pasted := kit.NewLabelled(say.Text("Paste here"), s.paste)
	if s.deps.Unkept != nil && !s.deps.ReadOnly {
		kit.HoldFilled(s.deps, say.Text("Bring in"), pasted)
	}
	return kit.NewScroll(kit.NewCard(say.Text("What do you have already?"), "", kit.VStack(12, words, kinds,
		pasted, kit.Wrap(look.GapCards, read, copied, choose))))
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Stop ends a reading under way and tells whether there was one.
func (s *Screen) Stop() (cut bool) {
	cut = len(s.waiting) > 0
	s.readings, s.waiting = s.readings+1, nil
	return cut
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// Load plans anew against the file as it is now; while there is nothing to bring in it does nothing.
func (s *Screen) Load() {
	if !s.state.Empty() {
		s.again(0, nil)
	}
}

// Arrive takes what the page is gone to with.
func (s *Screen) Arrive(args any) {
	if b, is := args.(kit.Bring); is {
		if b.Likely != exchange.Unknown {
			s.state.likely, s.state.event = b.Likely, b.EventID
		}
		s.Bring(b)
	}
	if s.state.Empty() && len(s.waiting) == 0 {
		s.deps.Focus(s.paste)
	}
}

// Bring reads files and a text beside what is there.
func (s *Screen) Bring(b kit.Bring) {
	if len(b.Paths) == 0 && b.Text == "" {
		return
	}
	today := s.deps.Clock.Today()
	s.run(func(ctx context.Context, st *State) (reading, error) { return st.Read(ctx, today, b.Paths, b.Text) })
}

// again plans anew after a source was changed.
func (s *Screen) again(at int, change func(*exchange.Source, exchange.Hints)) {
	today := s.deps.Clock.Today()
	s.run(func(ctx context.Context, st *State) (reading, error) { return st.Again(ctx, today, at, change) })
}

// run reads away from the window and shows what was read; one reading waits for the other, whose sources it has too.
func (s *Screen) run(read func(context.Context, *State) (reading, error)) {
	if s.waiting = append(s.waiting, read); len(s.waiting) == 1 {
		s.next()
	}
}

// next begins the first of the readings that wait.
func (s *Screen) next() {
	read, frozen, mine := s.waiting[0], s.state.frozen(), s.readings
	s.deps.Runner.Run(func() func() {
		r, err := read(context.Background(), frozen)
		return func() {
			if mine != s.readings {
				return
			}
			if err != nil {
				s.deps.Fail(err)
			} else {
				s.dropPasted()
				s.state.Take(r)
				s.show()
				s.tellLeft(r)
			}
			if s.waiting = s.waiting[1:]; len(s.waiting) > 0 {
				s.next()
				return
			}
			if _, alone := s.state.answers(); alone && s.state.round {
				s.handAnswersOver()
			}
		}
	})
}

// tellLeft tells what of that which was brought is not looked at: what is here already, and files in folders that are called as nothing that
// comes in.
func (s *Screen) tellLeft(r reading) {
	say := s.deps.Say
	var told []string
	if r.again > 0 {
		told = append(told, say.Count(r.again, "%d file or text is here already; it was not read again.", "%d files or texts are here already; they were not read again."))
	}
	if n := len(r.over); n > 0 {
		told = append(told, say.Count(n, "%d file in the folder was passed over: %s.", "%d files in the folder were passed over: %s.", say.List(r.over[:min(n, someLines)])))
	}
	if len(told) > 0 {
		s.deps.Tell(strings.Join(told, " "))
	}
}

// planSpot is where the plan is held while nothing of it has come in.
var planSpot = kit.Spot{Table: "intake", Field: "plan"}

// holdPlan holds the plan with what is not kept, so that closing asks.
func (s *Screen) holdPlan() {
	if s.deps.Unkept == nil || s.deps.ReadOnly {
		return
	}
	if s.state.Empty() || len(s.state.plan.Rows) == 0 {
		s.deps.Unkept.Drop(planSpot)
		return
	}
	s.deps.Unkept.Hold(kit.Unkept{Spot: planSpot, Form: true, Label: s.deps.Say.Text("Bring in"), Text: s.state.unkept(),
		Row: s.deps.Say.Count(len(s.state.plan.Rows), "%d row that has not come in", "%d rows that have not come in")})
}

// handAnswersOver goes with the filled questionnaires to where their round takes them in; they are no part of the plan then.
func (s *Screen) handAnswersOver() {
	paths, alone := s.state.answers()
	s.state.dropAnswers()
	if alone {
		s.forget()
	} else {
		s.again(0, nil)
	}
	s.deps.Go(health.Page, kit.Bring{Paths: paths})
}

// dropPasted empties the field for pasting, so that nothing of it is held any more: what stood there is read.
func (s *Screen) dropPasted() { s.paste.Reset("") }

func (s *Screen) choose() {
	s.deps.Files.ChooseOpen(s.deps.Say.Text("Choose a file to bring in"), kit.Filter{}, func(path string) { s.Bring(kit.Bring{Paths: []string{path}}) })
}

// takeCopied takes the text that was copied elsewhere.
func (s *Screen) takeCopied() {
	if text := kit.Copied(); text != "" {
		s.Bring(kit.Bring{Text: text})
		return
	}
	s.deps.Tell(s.deps.Say.Text("No text was copied."))
}

// clear starts over.
func (s *Screen) clear() {
	s.forget()
	s.deps.Focus(s.paste)
}

// forget lets go of all sources, without a place to type into: where another page is gone to, keys are not for this one.
func (s *Screen) forget() {
	s.state.Clear()
	s.chosen = -1
	s.search.Reset("")
	s.show()
	s.list.Unselect() // its rows are places in the plan, so it is emptied first
}

// show draws everything from the state.
func (s *Screen) show() {
	empty := s.state.Empty()
	s.showRows() // before anything is laid out: the list holds places in the plan
	kit.SetShown(s.empty, empty)
	kit.SetShown(s.beside.Content(), !empty)
	if empty {
		s.beside.Open(false)
	}
	s.fitHead()
	s.showSources()
	s.showChips()
	s.holdPlan()
	s.room.Refresh()
	s.content.Refresh()
}

// showChips draws the states that rows are in, with their counts.
func (s *Screen) showChips() {
	say := s.deps.Say
	s.states = []exchange.State{""}
	texts, selected := []string{say.Text("All %d", len(s.state.plan.Rows))}, 0
	for _, state := range exchange.States {
		if n := s.state.plan.Count(state); n > 0 {
			if state == s.state.only {
				selected = len(s.states)
			}
			s.states = append(s.states, state)
			texts = append(texts, say.Text("%s %d", say.Of(state.Phrase()), n))
		}
	}
	s.chips.Set(texts, selected)
}

// showRows draws the rows, what is chosen of them, and how many would be taken in.
func (s *Screen) showRows() {
	s.list.SetRows(append([]int(nil), s.state.visible...))
	if !slices.Contains(s.state.visible, s.chosen) { // the pane shows no row that the list does not
		s.chosen = -1
	}
	kit.SetShown(s.list, len(s.state.plan.Rows) > 0) // where no file has a row, what is said of them has the room
	s.showTaken()
	s.showChosen()
}

func (s *Screen) showTaken() {
	say, n := s.deps.Say, s.state.plan.Taken()
	s.joined.SetText(s.state.joinedWords())
	s.joined.Hidden = !s.state.bringsPeople()
	s.take.SetText(say.Count(n, "Bring %d row in", "Bring %d rows in"))
	if n == 0 || s.deps.ReadOnly {
		s.take.SetText(say.Text("Bring in"))
		s.take.Disable()
	} else {
		s.take.Enable()
	}
}

// takeIn takes in what was decided; a copy is kept before.
func (s *Screen) takeIn() {
	if s.state.Empty() || s.state.plan.Taken() == 0 || s.deps.ReadOnly {
		return
	}
	say, keep := s.deps.Say, s.deps.FirstCopy()
	frozen := s.state.frozen()
	var in data.Intake
	var event int64
	s.take.Disable()
	s.deeds.DoUndoably(func(ctx context.Context) (store.Done, error) {
		keep(ctx)
		in = frozen.plan.Intake()
		done, err := s.state.store.TakeIn(ctx, in)
		if err == nil {
			event = frozen.concerned(ctx, &in)
		}
		return done, err
	}, func(done store.Done) {
		s.forget()
		if page := pageOf(&in); page == events.Page && event != 0 {
			s.deps.Go(page, event)
		} else {
			s.deps.Go(page, nil)
		}
		s.deeds.OfferUndo(say.Of(in.Told()), done.Undo, nil)
	})
}

// saveReport saves what the plan says, for a spreadsheet.
func (s *Screen) saveReport() {
	say := s.deps.Say
	s.deps.Files.ChooseSave(say.Text("Save a report"), say.Text("What came in")+".csv", func(path string) {
		frozen := s.state.frozen()
		s.deps.Runner.Run(func() func() {
			err := reports.WriteFile(path, frozen.Report())
			return func() {
				if err != nil {
					s.deps.Fail(err)
					return
				}
				s.deps.Tell(say.Text("The report is saved as “%s” in %s.", filepath.Base(path), filepath.Dir(path)))
			}
		})
	})
}
