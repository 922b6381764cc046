package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/coach"
)

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
func (w *Window) noteVisit(path string, answers int) {
	if !w.demo {
		w.prefs.setVisit(path, coach.Visit{On: w.deps.Clock.Today(), Answers: answers})
	}
}

// visitsKept is how many files are remembered.
const visitsKept = 20

// readVisit reads a remembered line: day, answers, path.
func readVisit(line string) (path string, v coach.Visit, ok bool) {
	parts := strings.SplitN(line, " ", 3)
	if len(parts) < 3 {
		return "", v, false
	}
	on, err := data.ParseDate(parts[0])
	answers, wrong := strconv.Atoi(parts[1])
	return parts[2], coach.Visit{On: on, Answers: answers}, err == nil && wrong == nil
}

// visit is when a file was looked at last, a zero Visit if that is not known.
func (p preferences) visit(path string) coach.Visit {
	for _, line := range p.kept.StringList(keptVisits) {
		if known, v, ok := readVisit(line); ok && known == path {
			return v
		}
	}
	return coach.Visit{}
}

// setVisit remembers when a file was looked at last, the latest file first.
func (p preferences) setVisit(path string, v coach.Visit) {
	before := p.kept.StringList(keptVisits)
	lines := []string{fmt.Sprintf("%s %d %s", v.On, v.Answers, path)}
	for _, line := range before {
		if known, _, ok := readVisit(line); ok && known != path && len(lines) < visitsKept {
			lines = append(lines, line)
		}
	}
	if !slices.Equal(lines, before) {
		p.kept.SetStringList(keptVisits, lines)
	}
}
