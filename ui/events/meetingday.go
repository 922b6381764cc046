package events

import (
	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/meeting"
)

// startMeeting starts the clock of the event shown, or goes back to the one under way: the one in this window, or the one that the file
// says was cut off.
func (s *Screen) startMeeting() {
	d := s.pane.detail
	begun := s.meeting == nil || s.meeting.State().EventID() != d.Event.ID
	if begun {
		s.closeMeeting()
		state := meeting.TakeUp(s.state.store, s.deps.Clock, s.deps.Say, s.state.programme.snapshot)
		anew := state == nil || state.EventID() != d.Event.ID
		if anew {
			state = meeting.Begin(s.state.store, s.deps.Clock, s.deps.Say, s.state.programme.snapshot, d.Event.ID)
		}
		s.meeting = meeting.New(meeting.Options{Deps: s.deps, State: state, Shown: s.showsMeeting, Left: s.leftMeeting, Others: s.showAgenda,
			Note: func() { s.openNote(data.PerfectionNote{EventID: state.EventID()}) }})
		if anew {
			s.deeds.Do(state.LeadersCame(), nil)
		}
	}
	s.chips.Set(s.views(), viewMeeting)
	s.showView()
	s.meeting.Focus()
	if begun {
		s.meeting.AskGoOn()
	}
}

// showsMeeting tells whether the meeting under way is on screen.
func (s *Screen) showsMeeting() bool { return s.meeting != nil && s.chips.Selected() == viewMeeting }

// closeMeeting takes the clock away; the file keeps where the meeting is.
func (s *Screen) closeMeeting() {
	if s.meeting == nil {
		return
	}
	s.meeting.Flush()
	s.meeting.Close()
	s.meeting = nil
}

// leftMeeting goes back to the event; one that was held has its minutes to be read.
func (s *Screen) leftMeeting(ended bool) {
	id := s.meeting.State().EventID()
	s.closeMeeting()
	s.arriveAt(id)
	if ended {
		s.WhenLoaded(s.beginMinutes)
	}
}

// goOn goes on with the meeting that was cut off.
func (s *Screen) goOn() {
	if kept, _, there := s.state.programme.snapshot.UnderWay(); there {
		s.arriveAt(kept.EventID)
		s.startMeeting()
	}
}

// Gone ends what the page has running when the community is closed.
func (s *Screen) Gone() { s.closeMeeting() }

// TakeKey takes single keys while the meeting is on screen.
func (s *Screen) TakeKey(e *fyne.KeyEvent) bool { return s.meeting != nil && s.meeting.TakeKey(e) }

// TakeRune takes letters while the meeting is on screen.
func (s *Screen) TakeRune(r rune) bool { return s.meeting != nil && s.meeting.TakeRune(r) }

// isUnderWay tells whether an event's meeting was begun and has not ended.
func (s *State) isUnderWay(id int64) bool {
	kept, _, there := s.programme.snapshot.UnderWay()
	return there && kept.EventID == id && id != 0
}
