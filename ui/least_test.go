package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"copleader/ui/desk"
	"copleader/ui/uitest"
)

// Given a screen and its scale, when the window opens, then it is no larger than the screen has room; its pages keep the size they need, and
// what stands at their foot is scrolled to.
func TestWindowIsNeverLargerThanItsScreen(t *testing.T) {
	for name, c := range map[string]struct {
		rooms   []desk.Room
		scale   float32
		scrolls bool
	}{
		"Full HD":                           {[]desk.Room{{Width: 1920, Height: 1040}}, 1, false},
		"Full HD at 200 %":                  {[]desk.Room{{Width: 1920, Height: 1040}}, 2, true},
		"1366 × 768 at 150 %":               {[]desk.Room{{Width: 1366, Height: 728}}, 1.5, true},
		"1024 × 768":                        {[]desk.Room{{Width: 1024, Height: 728}}, 1, false},
		"800 × 600":                         {[]desk.Room{{Width: 800, Height: 600}}, 1, true},
		"a large one beside that of a hall": {[]desk.Room{{Width: 3840, Height: 2100}, {Width: 800, Height: 600}}, 1, true},
		"one that tells nonsense":           {[]desk.Room{{Width: 8, Height: 8}}, 1, true},
		"none that is known":                {nil, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			st.w.setup.Rooms = func() []desk.Room { return c.rooms }
			st.Win.Canvas().(interface{ SetScale(float32) }).SetScale(c.scale)
			st.start(Start{Demo: true})
			canvas := st.Win.Canvas()
			least := canvas.Content().MinSize()
			for _, r := range c.rooms {
				room := pointsOf(r, c.scale)
				if least.Width > room.Width || least.Height > room.Height {
					t.Errorf("it can't be smaller than %v, a screen has %v", least, room)
				}
			}
			if len(c.rooms) > 0 {
				if room, size := pointsOf(c.rooms[0], c.scale), canvas.Size(); size.Width > room.Width || size.Height > room.Height {
					t.Errorf("it opens with %v, the screen has %v", size, room)
				}
			}
			if scrolls := least != leastSize; scrolls != c.scrolls {
				t.Errorf("its least size is %v", least)
			}
			st.Win.Resize(least)
			st.Settle()
			if got := st.w.frame.root.Size(); got.Width < leastSize.Width || got.Height < leastSize.Height {
				t.Errorf("the pages have %v", got)
			}
			for range 30 {
				canvas.FocusNext()
				st.wantFocusInSight(least)
			}
		})
	}
}

// Given a window that is smaller than its pages, when it was scrolled and another page is opened, then that begins at its head.
func TestAnotherPageBeginsAtItsHead(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.w.setup.Rooms = func() []desk.Room { return []desk.Room{{Width: 800, Height: 600}} }
	st.start(Start{Demo: true})
	st.Win.Resize(st.Win.Canvas().Content().MinSize())
	st.Settle()
	for _, page := range []string{"members", "events", "backlog"} {
		st.w.frame.port.ScrollToBottom()
		if st.w.frame.port.Offset.Y == 0 {
			t.Fatal("there is nothing to scroll")
		}
		st.Fire("view." + page)
		if at := st.w.frame.port.Offset; at != (fyne.Position{}) {
			t.Errorf("%s is shown from %v on", page, at)
		}
	}
}

// Given such a window, then the wheel reaches the foot of a page and of the window, and its head again, wherever the pointer is on the page.
func TestTheWheelReachesTheFoot(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.w.setup.Rooms = func() []desk.Room { return []desk.Room{{Width: 800, Height: 600}} }
	st.start(Start{Demo: true})
	st.Win.Resize(st.Win.Canvas().Content().MinSize())
	st.Settle()
	port := st.w.frame.port
	for _, turn := range []float32{-400, 400} {
		for range 40 {
			test.Scroll(st.Win.Canvas(), fyne.NewPos(500, 300), 0, turn)
		}
		if foot := port.Offset.Y > 0; foot != (turn < 0) {
			t.Errorf("turned by %v, the window stands at %v", turn, port.Offset.Y)
		}
	}
}

// wantFocusInSight wants what has the focus to be seen in a window of a size, its beginning if it is larger.
func (st *stage) wantFocusInSight(size fyne.Size) {
	st.t.Helper()
	o, is := st.Win.Canvas().Focused().(fyne.CanvasObject)
	if !is {
		st.t.Fatal("nothing has the focus")
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	if at.X < 0 || at.Y < 0 || at.X+min(o.Size().Width, 40) > size.Width || at.Y+min(o.Size().Height, 20) > size.Height {
		st.t.Errorf("%q has the focus at %v, out of %v", st.FocusText(), at, size)
	}
}
