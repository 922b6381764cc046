package ui

import "copleader/data/coach"

// demoAway is how many days ago the leader of the demo was there last.
const demoAway = 7

// lastVisit is when the file was last looked at from this account.
func (w *Window) lastVisit(path string) coach.Visit {
	if w.demo {
		return coach.Visit{On: w.deps.Clock.Today().AddDays(-demoAway), Answers: -1}
	}
	return w.prefs.visit(path)
}

// noteVisit remembers that the file is looked at today; a copy of the demo is gone tomorrow.
func (w *Window) noteVisit(path, name string, answers int) {
	if !w.demo {
		w.prefs.setVisit(path, name, coach.Visit{On: w.deps.Clock.Today(), Answers: answers})
	}
}
