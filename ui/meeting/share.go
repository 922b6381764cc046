package meeting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data/room"
	"copleader/ui/kit"
)

// share is the window for everybody: shared alone in a call, or full screen on a beamer. It shows what room.Shown holds, and closing it
// closes nothing else.
type share struct {
	view   *View
	window fyne.Window
	stage  *stage
	gone   func() // of kit.OnlyShows
	link   string // shown instead of the part, until the next one
	at     int    // the part at which the link was asked for
}

func newShare(v *View) *share { return &share{view: v, gone: func() {}} }

// menu offers what can be done with the window.
func (s *share) menu() []*fyne.MenuItem {
	say := s.view.Deps.Say
	if s.window == nil {
		items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Open it"), func() { s.open(false) })}
		if more, can := fyne.CurrentApp().Driver().(desktop.Driver); can && hasSecond(more) {
			items = append(items, fyne.NewMenuItem(say.Text("Open it on the second screen"), func() { s.open(true) }))
		}
		return append(items, fyne.NewMenuItem(say.Text("Show a link as a code…"), s.askLink))
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(say.Text("Full screen or back (F11)"), s.full),
		fyne.NewMenuItem(say.Text("Show a link as a code…"), s.askLink),
		fyne.NewMenuItem(say.Text("Close it"), s.close),
	}
}

// hasSecond tells whether there is a second screen.
func hasSecond(d desktop.Driver) bool {
	more, can := d.(interface{ HasSecondaryDisplay() bool })
	return can && more.HasSecondaryDisplay()
}

// open opens the window.
func (s *share) open(second bool) {
	v := s.view
	if s.window != nil {
		s.window.RequestFocus()
		return
	}
	s.window = fyne.CurrentApp().NewWindow(v.Deps.Say.Text("%s – for everybody", v.state.Title()))
	s.gone = kit.OnlyShows(s.window)
	s.window.SetPadded(false)
	s.stage = newStage(v.Deps.Say)
	s.window.SetContent(s.stage)
	s.window.Resize(fyne.NewSize(1280, 720))
	s.window.SetCloseIntercept(s.close)
	s.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { kit.Guard(func() { s.key(e) }) })
	if w, can := s.window.(desktop.Window); can && second {
		w.RequestFullScreenSecondary()
	}
	s.show()
	s.window.Show()
	v.showClock()
}

// key takes the keys of a remote while this window has them.
func (s *share) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF11:
		s.full()
	case fyne.KeyEscape:
		if s.window.FullScreen() {
			s.window.SetFullScreen(false)
		}
	case fyne.KeySpace, fyne.KeyPageDown, fyne.KeyRight:
		if s.view.state.run.Next() != nil { // the end is asked for in the leader's window
			s.view.forward()
		}
	case fyne.KeyPageUp, fyne.KeyLeft:
		s.view.backward()
	}
}

// full fills the screen, or gives it back.
func (s *share) full() {
	if s.window == nil {
		s.open(false)
	}
	s.window.SetFullScreen(!s.window.FullScreen())
}

// close closes this window and nothing else.
func (s *share) close() {
	if s.window == nil {
		return
	}
	w := s.window
	s.window, s.stage = nil, nil
	s.gone()
	w.SetCloseIntercept(nil)
	w.Close()
	if !s.view.ended {
		s.view.showClock()
	}
}

// words say whether it is open.
func (s *share) words() string {
	if s.window == nil {
		return ""
	}
	return s.view.Deps.Say.Text("shared window open")
}

// askLink asks for an address that everybody is to go to.
func (s *share) askLink() {
	say := s.view.Deps.Say
	field := kit.NewEntry(s.view.state.event.Link)
	kit.OpenForm(s.view.Deps, kit.Form{
		Title: say.Text("Show a link as a code"), Intro: say.Text("Everybody sees it, to type or to scan, until the next part begins."),
		Fields: []kit.FormField{{Name: "link", Label: say.Text("Link"), Input: field}}, SaveText: say.Text("Show"),
		Save: func() error {
			s.link, s.at = field.Text, s.view.state.run.At
			s.open(false)
			s.show()
			return nil
		},
	})
}

// shown is what everybody sees now.
func (s *share) shown() room.Shown {
	st := s.view.state
	now := st.Shown()
	if s.link != "" && s.at == st.run.At {
		now.Link = s.link
	}
	return now
}

// show draws everything.
func (s *share) show() {
	if s.stage != nil {
		s.stage.set(s.shown())
	}
}

// tick draws the clock.
func (s *share) tick() { s.show() }
