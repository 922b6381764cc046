package meeting

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/room"
	"copleader/ui/kit"
)

// run draws the clock every second from now on, and keeps how far it is.
func (v *View) run() {
	v.stop()
	v.stop = v.Deps.Timer.After(tick, func() {
		if v.ended {
			return
		}
		v.look()
		if v.Shown() {
			v.showClock()
		}
		v.share.tick()
		v.see()
		v.run()
	})
}

// look tells the clock what time it is, and the leader where the computer was away meanwhile.
func (v *View) look() {
	away := v.state.run.Look(v.Deps.Clock.Now())
	if away == 0 {
		return
	}
	v.keep()
	if minutes := int(away.Round(time.Minute) / time.Minute); minutes > 0 {
		v.Deps.Tell(v.Deps.Say.Count(minutes, "The computer was away for %d minute; the clock goes on where it was.", "The computer was away for %d minutes; the clock goes on where it was."))
	}
}

// see keeps the second at which the clock was seen running. A second that is still being kept is not waited for.
func (v *View) see() {
	if v.seeing || v.Deps.ReadOnly {
		return
	}
	v.seeing = true
	now := v.Deps.Clock.Now()
	v.Deps.Runner.Run(func() func() {
		err := v.state.store.MeetingSeen(context.Background(), now)
		return func() {
			v.seeing = false
			if err != nil && !v.noticed {
				v.noticed = true
				v.Deps.Fail(err)
			}
		}
	})
}

// keep writes down where the meeting is.
func (v *View) keep() {
	if !v.Deps.ReadOnly {
		v.deeds.Do(v.state.Keep(), nil)
	}
}

// moved is called when something about the parts has changed.
func (v *View) moved() {
	v.keep()
	v.Show()
}

// back does something and puts the keys back to where they lead the meeting on.
func (v *View) back(do func()) {
	do()
	v.Focus()
}

// TakeKey takes the keys of a presenter's remote, and those beside the letters.
func (v *View) TakeKey(e *fyne.KeyEvent) bool {
	if !v.Shown() {
		return false
	}
	switch e.Name {
	case fyne.KeyPageDown, fyne.KeyRight:
		v.forward()
	case fyne.KeyPageUp, fyne.KeyLeft:
		v.backward()
	case fyne.KeySpace:
		v.forward()
	case fyne.KeyF11:
		v.share.full()
	default:
		return false
	}
	return true
}

// TakeRune takes the letters that begin a line, or lead to who came.
func (v *View) TakeRune(r rune) bool {
	if !v.Shown() || v.Deps.ReadOnly {
		return false
	}
	switch lower := []rune(strings.ToLower(string(r)))[0]; lower {
	case 'w':
		v.Deps.Focus(v.coming.field)
	case 'v':
		v.openVoting()
	case 'm':
		v.askPerfect()
	case 'i':
		v.putForward()
	case '+':
		v.giveMore()
	case '-', '–':
		v.giveLess()
	default:
		for _, k := range Keys {
			if k.Key == lower {
				v.writing.begin(k.Kind)
				return true
			}
		}
		return false
	}
	return true
}

// fieldKeys are those keys in a field for one line after another: those of a remote, and the space bar where nothing is typed, which leads
// the meeting on as it does everywhere else.
func (v *View) fieldKeys(f *kit.TextField, e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeySpace && f.Text == "" {
		v.Focus()
		return v.TakeKey(e)
	}
	return v.pageKeys(e)
}

// pageKeys are those of a remote, which lead the meeting on from a field too.
func (v *View) pageKeys(e *fyne.KeyEvent) bool {
	return (e.Name == fyne.KeyPageDown || e.Name == fyne.KeyPageUp || e.Name == fyne.KeyF11) && v.TakeKey(e)
}

// forward goes to the next part; behind the last one the end is asked for.
func (v *View) forward() {
	if v.state.run.Through() || v.state.run.Next() == nil {
		v.askEnd()
		return
	}
	v.Flush()
	v.state.run.Forward(v.Deps.Clock.Now())
	v.state.TopicsIfDue()
	v.moved()
}

func (v *View) backward() {
	v.Flush()
	v.state.run.Back(v.Deps.Clock.Now())
	v.moved()
}

func (v *View) goTo(place int) {
	v.Flush()
	v.state.run.Go(place, v.Deps.Clock.Now())
	v.state.TopicsIfDue()
	v.moved()
}

func (v *View) hold() {
	v.state.run.Pause(v.Deps.Clock.Now())
	v.moved()
}

// askPerfect asks for what somebody liked and what would make it a 10.
func (v *View) askPerfect() {
	if v.Note == nil || v.Deps.ReadOnly {
		return
	}
	if !v.state.Now().Feedback {
		v.Deps.Tell(v.Deps.Say.Text("What would make it a 10 is asked with the feedback."))
		return
	}
	v.Note()
}

// putForward leads to where ideas are written down. A part that takes none takes a note in its place, so that no letter that follows is a
// key.
func (v *View) putForward() {
	if v.state.Collects() {
		v.Deps.Focus(v.putting.field)
		return
	}
	v.writing.begin(data.LineNote)
	v.Deps.Tell(v.Deps.Say.Text("This part takes no ideas: what you type becomes a note."))
}

// giveMore gives the part a minute more, and says so where the end moves.
func (v *View) giveMore() {
	if v.state.run.Through() {
		return
	}
	if now := v.state.run.Now(); now.Kind == room.Topic {
		v.state.run.Extend()
	} else if v.state.run.More() < 0 {
		v.Deps.Tell(v.Deps.Say.Text("No later part has time to spare; the meeting ends a minute later."))
	}
	v.moved()
}

func (v *View) giveLess() {
	if _, done := v.state.run.Less(v.Deps.Clock.Now()); !done {
		v.Deps.Tell(v.Deps.Say.Text("This part has no minute to give."))
		return
	}
	v.moved()
}

// chosen is the part that is selected in the programme, and may still be moved or skipped.
func (v *View) chosen() (place int, may bool) {
	row, selected := v.list.Selected()
	place = row.Place
	if !selected || place <= v.state.run.At || place >= len(v.state.run.Parts) {
		v.Deps.Tell(v.Deps.Say.Text("Choose a part in the programme first that lies ahead."))
		return 0, false
	}
	return place, true
}

func (v *View) skip() {
	if place, may := v.chosen(); may {
		v.state.run.Skip(place)
		v.moved()
	}
}

func (v *View) move(place int, down bool) {
	at := v.state.run.Move(place, down)
	v.moved()
	v.list.Select(int64(at) + 1)
}

func (v *View) moveMenu() {
	if place, may := v.chosen(); may {
		say := v.Deps.Say
		kit.MenuBelow(v.programme, []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Move up"), func() { v.move(place, false) }),
			fyne.NewMenuItem(say.Text("Move down"), func() { v.move(place, true) })})
	}
}

func (v *View) menuOf(r Row) []*fyne.MenuItem {
	say := v.Deps.Say
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Go to this part"), func() { v.goTo(r.Place) })}
	if r.Place > v.state.run.At {
		skip := say.Text("Skip")
		if r.Skipped {
			skip = say.Text("Take it in again")
		}
		items = append(items, fyne.NewMenuItem(skip, func() {
			v.state.run.Skip(r.Place)
			v.moved()
		}), fyne.NewMenuItem(say.Text("Move up"), func() { v.move(r.Place, false) }), fyne.NewMenuItem(say.Text("Move down"), func() { v.move(r.Place, true) }))
	}
	return items
}
