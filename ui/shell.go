package ui

import (
	"context"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/room"
	"copleader/data/store"
	"copleader/ui/events"
	"copleader/ui/kit"
)

// shell is an open community in the window: its pages, its navigation, what can be undone in it.
type shell struct {
	window *Window
	store  *store.Store
	deps   kit.Deps
	places []*place
	at     *place
	side   *sidebar

	last        coach.Visit    // when the leader was here before
	snapshot    *data.Snapshot // as last read for the navigation, nil before
	shown       *data.Snapshot // as it may be shown, for what is searched in
	waits       map[string]int // how much waits for the leader on each page
	reckoned    bool           // what waits is as the file is now
	proven      data.Date      // the day of the last checked copy, 0 while there is none
	unreadable  bool           // the file could not be read last time
	uncopied    error          // why there is no checked copy of today, nil while there is or nobody knows yet
	naming      error          // which copies still name somebody who was forgotten, nil for none
	undo, redo  string         // what would be undone and redone, as spoken; empty for nothing
	offered     offer          // what could be undone and redone when the newest deed was told of
	asked       int            // numbers the readings, so that a late one is dropped
	unsubscribe func()
	stopped     bool
	cutOff      kit.Notice // what was told of the end of the program last time; empty for nothing
	// stopThinning has the forgetting of old history end soon, so that closing doesn't wait for it; the next time goes on with it.
	stopThinning func()
	// stopCopying ends the waiting for the next try to make a copy.
	stopCopying func()
	// stopForgetting ends the waiting for the next try to remove copies that name somebody who was forgotten.
	stopForgetting func()
}

// offer is what could be undone and redone after a deed that a notice tells of.
type offer struct {
	notice     int // the how manieth notice it is
	undo, redo string
}

// place is one page, made when it is first gone to.
type place struct {
	spec pageSpec
	page kit.Page
	news news // since it was last loaded
}

func newShell(w *Window, s *store.Store) *shell {
	sh := &shell{window: w, store: s, stopThinning: func() {}, stopCopying: func() {}, stopForgetting: func() {}, deps: w.deps}
	sh.deps.ReadOnly = s.ReadOnly()
	s.ShowGuests(w.guests)
	sh.deps.Guests = s.ForGuests
	sh.deps.CopyFirst = sh.copyFirst
	sh.deps.Beyond = kit.Beyond{Copies: func() []string { return w.copiesFolders() }, Forget: w.forgetMade, Erased: sh.erased}
	sh.last = w.lastVisit(s.Path())
	for _, spec := range pageSpecs {
		sh.places = append(sh.places, &place{spec: spec, news: allNew})
	}
	sh.side = newSidebar(sh)
	sh.unsubscribe = s.Subscribe(func(c store.Change) {
		// A change is told on the goroutine that made it.
		w.work.Run(func() func() { return func() { sh.changed(c) } })
	})
	return sh
}

// begin reads the file and shows the page that was shown last.
func (s *shell) begin() {
	s.read(func() {
		if !isFounded(s.snapshot) {
			s.window.showUnfounded(s)
			return
		}
		s.enter()
	})
	s.lookNowAndThen()
}

// enter shows the pages.
func (s *shell) enter() {
	first := s.place(s.window.prefs.page())
	if first == nil {
		first = s.places[0]
	}
	s.show(first)
	s.window.rescue.look()
	s.offerMeeting()
}

// offerMeeting offers to go on with the meeting that was under way when the program ended, beside what is told of that.
func (s *shell) offerMeeting() {
	if _, _, there := s.snapshot.UnderWay(); there && !s.deps.ReadOnly {
		s.window.notice(s.withMeeting(s.cutOff))
	}
}

// withMeeting adds to a notice that a meeting was under way, where one was.
func (s *shell) withMeeting(n kit.Notice) kit.Notice {
	kept, _, there := s.snapshot.UnderWay()
	if !there || s.deps.ReadOnly {
		return n
	}
	e, _ := s.snapshot.EventByID(kept.EventID)
	at := room.SeenAt(kept).In(s.deps.Clock.Now().Location())
	n.Text = strings.TrimSpace(n.Text + " " + s.deps.Say.Text("“%s” was under way at %s.", e.Called(s.deps.Clock.Today()), data.Clock(at.Hour()*60+at.Minute())))
	n.Action, n.Do = s.deps.Say.Text("Go on with it"), func() { s.goTo(events.Page, kit.UnderWay) }
	return n
}

// stop ends listening; a late reading is dropped.
func (s *shell) stop() {
	s.stopped = true
	s.stopCopying()
	s.stopForgetting()
	s.unsubscribe()
	for _, p := range s.places {
		if page, runs := p.page.(kit.Goner); runs {
			page.Gone()
		}
	}
}

// changed is called on the window's goroutine after every change.
func (s *shell) changed(c store.Change) {
	s.tell(func(spec pageSpec) news { return spec.newsOf(c) })
	s.reckoned = s.reckoned && figuresStand(c)
	s.read(nil)
}

// dawned is called when another day has begun, on which everything may be otherwise.
func (s *shell) dawned() {
	s.reload()
	s.reckoned = false
	s.read(nil)
	s.window.backUp(s.store)
}

// reload loads the visible page again, whether anything changed or not.
func (s *shell) reload() {
	s.side.refresh()
	s.tell(func(pageSpec) news { return allNew })
}

// tell lets every page know that there are news for it, and loads again those that must be up to date now.
func (s *shell) tell(newsFor func(pageSpec) news) {
	if s.stopped {
		return
	}
	for _, p := range s.places {
		seen := p.news == noNews
		p.news = max(p.news, newsFor(p.spec))
		if p == s.at || p.spec.fresh && seen {
			s.load(p)
		}
	}
}

// load reads a page again if there are news for it.
func (s *shell) load(p *place) {
	light, able := p.page.(kit.LightLoader)
	switch {
	case p.news == noNews:
		return
	case p.news == newWords && able:
		light.LoadLightly()
	default:
		p.page.Load()
	}
	p.news = noNews
}

// outline is what navigation, title and menus show of the file.
type outline struct {
	snapshot         *data.Snapshot
	shown            *data.Snapshot // as it may be shown
	undo, redo       store.Deed     // what would be undone and redone
	canUndo, canRedo bool

	reckoned bool // whether there is what follows
	answers  int
	waits    map[string]int
	steps    []int // of the road, seen for the first time
}

// outlineOf reads the outline, away from the window.
func (s *shell) outlineOf(today data.Date, reckon bool) (o outline, err error) {
	if o.snapshot, err = s.store.Snapshot(context.Background()); err != nil {
		return o, err
	}
	if o.shown = o.snapshot; s.store.ForGuests() {
		o.shown = o.snapshot.ForGuests()
	}
	o.undo, o.canUndo = s.store.NextUndo(context.Background())
	o.redo, o.canRedo = s.store.NextRedo(context.Background())
	if reckon {
		o.reckoned, o.answers = true, coach.AnswerCount(o.snapshot)
		o.waits = waiting(o.shown, coach.Findings(o.shown, nil, today), today)
		o.steps = o.snapshot.Road(today).NewlySeen()
	}
	return o, nil
}

// read reads what navigation, title and menus show. What has to be reckoned is only so when something changed from which it follows.
func (s *shell) read(then func()) {
	if s.stopped {
		return
	}
	s.asked++
	mine, today, notices, reckon := s.asked, s.deps.Clock.Today(), s.window.notices, !s.reckoned
	s.window.work.Run(func() func() {
		o, err := s.outlineOf(today, reckon)
		return func() {
			switch {
			case s.stopped || mine != s.asked:
			case err != nil:
				s.failed(err)
			default:
				s.takeIn(o)
				s.dropOffer(notices)
				s.side.refresh()
				if then != nil {
					then()
				}
				s.window.drawMenus()
				s.noteRoad(o.steps)
			}
		}
	})
}

// takeIn keeps what was read.
func (s *shell) takeIn(o outline) {
	s.snapshot, s.shown, s.undo, s.redo, s.unreadable = o.snapshot, o.shown, "", "", false
	if o.canUndo {
		s.undo = s.deps.Say.Of(o.undo)
	}
	if o.canRedo {
		s.redo = s.deps.Say.Of(o.redo)
	}
	if o.reckoned {
		s.reckoned, s.waits = true, o.waits
		s.window.noteVisit(s.store.Path(), o.snapshot.Community.Name, o.answers)
	}
	s.window.nameWindow(o.snapshot)
}

// dropOffer takes the notice about the newest deed away once another deed is the newest, since its button would take back that one, and one
// that said what went wrong before it.
// What was read counts only if the notice stood there already, told by its number, when the reading began.
func (s *shell) dropOffer(notice int) {
	n, on := s.window.frame.bar.Notice()
	now := offer{notice: s.window.notices, undo: s.undo, redo: s.redo}
	switch {
	case !on || !n.Newest && !n.Passes() || notice != now.notice:
	case s.offered.notice != notice:
		s.offered = now
	case s.offered != now && (n.Newest || n.Kind != kit.Info): // what is plain fades by itself
		s.window.frame.bar.Dismiss()
	}
}

// noteRoad keeps which steps of the road were seen for the first time, so that a step once reached stays reached
// (data/README.md, Road). It comes after what was read is shown: the change it makes has everything read again.
func (s *shell) noteRoad(steps []int) {
	if len(steps) == 0 || s.deps.ReadOnly {
		return
	}
	s.window.work.Run(func() func() {
		err := s.store.NoteRoad(context.Background(), steps)
		return func() { s.deps.Fail(err) }
	})
}

// failed says that the file could not be read. Pages say so themselves; before there is one, the window does.
func (s *shell) failed(err error) {
	if s.at == nil {
		path := s.store.Path()
		s.window.closeCommunity()
		s.window.showClosed(err, path)
		return
	}
	s.unreadable = true
	s.side.showFoot()
	s.deps.Fail(err)
}

func (s *shell) place(name string) *place {
	for _, p := range s.places {
		if p.spec.name == name {
			return p
		}
	}
	return nil
}

// goTo shows a page, and one thing on it where args says which.
func (s *shell) goTo(name string, args any) {
	p := s.place(name)
	if p == nil || s.snapshot == nil || !isFounded(s.snapshot) {
		return
	}
	if s.at != nil && s.at != p {
		args = backTo(s.at.spec.name, args)
	}
	s.show(p)
	if a, ok := p.page.(kit.Arriver); ok && args != nil {
		a.Arrive(args)
	}
}

// backTo has a letter that was begun on a page lead back there.
func backTo(page string, args any) any {
	switch a := args.(type) {
	case kit.Paper:
		a.Back = page
		return a
	case kit.Message:
		a.Back = page
		return a
	}
	return args
}

// make builds a page when it is first needed.
func (s *shell) make(p *place) kit.Page {
	if p.page == nil {
		p.page = p.spec.make(s)
	}
	return p.page
}

// makeAll builds every page, so that their commands are known: for the palette and the sheet of shortcuts.
func (s *shell) makeAll() {
	for _, p := range s.places {
		s.make(p)
	}
}

func (s *shell) show(p *place) {
	s.make(p)
	if s.at != p {
		s.leave()
		s.endFind()
		s.stopReading()
		// What is not in the window any more must not go on receiving keys.
		s.window.Canvas().Unfocus()
		s.at = p
		s.window.prefs.setPage(p.spec.name)
		s.window.forgetNotice()
		s.window.frame.set(s.side.root, p.page.Content())
		s.side.refresh()
		s.side.reveal()
		s.window.frame.toTop()
	}
	s.load(p)
	s.window.drawMenus()
}

// endFind ends the search of the page that is left.
func (s *shell) endFind() {
	if s.at == nil {
		return
	}
	if f, searches := s.at.page.(kit.FindEnder); searches {
		f.EndFind()
	}
}

// stepOut goes back one step on the page that is shown.
func (s *shell) stepOut() {
	if o, has := s.at.page.(kit.Outer); has {
		o.StepOut()
	}
}

// stopReading ends what the page that is left is reading for nobody any more.
func (s *shell) stopReading() {
	if s.at != nil && !s.at.spec.fresh && s.at.page.Stop() {
		s.at.news = allNew
	}
}

// leave has the page write down what was typed.
func (s *shell) leave() {
	if s.at == nil {
		return
	}
	if f, ok := s.window.Canvas().Focused().(interface{ Flush() }); ok {
		f.Flush()
	}
	if l, ok := s.at.page.(kit.Leaver); ok {
		l.Leave()
	}
}

// lookAgain is how often a window that only reads looks for what another program wrote.
const lookAgain = 5 * time.Second

// lookNowAndThen hears of what others write to a file that is only read here; what we write ourselves is told anyway.
func (s *shell) lookNowAndThen() {
	if !s.deps.ReadOnly {
		return
	}
	s.deps.Timer.After(lookAgain, func() {
		if s.stopped {
			return
		}
		s.window.work.Run(func() func() {
			_, err := s.store.Notice(context.Background())
			return func() {
				if err != nil {
					s.window.setup.Log.Printf("looking for changes: %v", err)
				}
				s.lookNowAndThen()
			}
		})
	})
}
