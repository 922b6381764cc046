package events

import (
	"fmt"
	"time"

	"copleader/data"
)

// Meeting is an event that is under way: which step of its agenda it has come to, and how much time that has left. It is kept in
// no file: whoever starts again begins with the first step.
type Meeting struct {
	EventID int64
	Title   string
	Steps   []MeetingStep
	At      int // the step under way; past the last one the meeting is through

	planned time.Time // when the agenda says it ends
	began   time.Time // the step under way
	paused  time.Time // zero while the clock runs
}

// MeetingStep is a step of the agenda with the time it is given now.
type MeetingStep struct {
	Text  string
	Who   string
	Given time.Duration
	least time.Duration // what later steps leave it when they are short of time
}

// shortestStep is what a step keeps when an earlier one takes from it, unless it was planned shorter still.
const shortestStep = 2 * time.Minute

// NewMeeting starts the clock of an event. It ends as long after its start as the agenda takes.
func NewMeeting(e *data.Event, agenda []AgendaRow, now time.Time) *Meeting {
	m := &Meeting{EventID: e.ID, Title: e.Title, began: now, planned: now}
	for _, row := range agenda {
		given := time.Duration(row.Line.Minutes) * time.Minute
		// At most half of a step is slack: the other half is what it is for.
		m.Steps = append(m.Steps, MeetingStep{Text: row.Line.Text, Who: row.Line.Who, Given: given, least: max(min(given, shortestStep), given/2)})
		m.planned = m.planned.Add(given)
	}
	return m
}

// Through reports whether the last step is over.
func (m *Meeting) Through() bool { return m.At >= len(m.Steps) }

// Step is the step under way; none once the meeting is through.
func (m *Meeting) Step() (MeetingStep, bool) {
	if m.Through() {
		return MeetingStep{}, false
	}
	return m.Steps[m.At], true
}

// Left is the time the step under way has left; less than none once it is over its time.
func (m *Meeting) Left(now time.Time) time.Duration {
	step, there := m.Step()
	if !there {
		return 0
	}
	if !m.paused.IsZero() {
		now = m.paused
	}
	return step.Given - now.Sub(m.began)
}

// Late is how much later than planned the meeting ends if all goes on as it stands; negative for earlier.
func (m *Meeting) Late(now time.Time) time.Duration {
	end := now
	if left := m.Left(now); left > 0 {
		end = end.Add(left)
	}
	for i := m.At + 1; i < len(m.Steps); i++ {
		end = end.Add(m.Steps[i].Given)
	}
	return end.Sub(m.planned)
}

// Go goes to another step, whose time begins now.
func (m *Meeting) Go(step int, now time.Time) {
	m.At = min(max(step, 0), len(m.Steps))
	m.began, m.paused = now, time.Time{}
}

// Pause stops the clock, or lets it run on.
func (m *Meeting) Pause(now time.Time) {
	if m.paused.IsZero() {
		m.paused = now
		return
	}
	m.began = m.began.Add(now.Sub(m.paused))
	m.paused = time.Time{}
}

// Paused reports whether the clock stands still.
func (m *Meeting) Paused() bool { return !m.paused.IsZero() }

// More gives the step under way a minute more. It is borrowed from the later step that has most to spare; where none has any
// the meeting ends a minute later, which borrowed tells.
func (m *Meeting) More() (borrowed bool) {
	if m.Through() {
		return false
	}
	m.Steps[m.At].Given += time.Minute
	from := -1
	for i := m.At + 1; i < len(m.Steps); i++ {
		if m.Steps[i].spare() >= time.Minute && (from < 0 || m.Steps[i].spare() > m.Steps[from].spare()) {
			from = i
		}
	}
	if from < 0 {
		return false
	}
	m.Steps[from].Given -= time.Minute
	return true
}

func (s MeetingStep) spare() time.Duration { return s.Given - s.least }

// countdown writes a time that is left as "7:05", over its time as "+0:30".
func countdown(left time.Duration) string {
	sign := ""
	// A second that has begun counts, so that the clock shows 0:00 only when time is up.
	seconds := int((left + time.Second - 1) / time.Second)
	if left < 0 {
		sign, seconds = "+", int(-left/time.Second)
	}
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// MeetingNow is the meeting as the screen shows it.
type MeetingNow struct {
	Step  string // "Step 2 of 4"
	Text  string
	Who   string
	Clock string
	Over  bool
	Ends  string // when the meeting ends
	Hint  string // how a block of the workshop runs
	Boxes []data.BoxKey
}

// MeetingNow words a meeting at a moment.
func (s *State) MeetingNow(m *Meeting, now time.Time) MeetingNow {
	step, there := m.Step()
	if !there {
		return MeetingNow{Text: s.say.Text("That was all"), Clock: countdown(0), Ends: s.lateWords(m, now)}
	}
	left := m.Left(now)
	n := MeetingNow{Step: s.say.Text("Step %d of %d", m.At+1, len(m.Steps)), Text: step.Text, Who: step.Who, Clock: countdown(left),
		Over: left < 0, Ends: s.lateWords(m, now)}
	if e, known := s.programme.snapshot.EventByID(m.EventID); known && e.Format == data.VisionWorkshop {
		if block, known := workshopBlocks[step.Text]; known {
			n.Hint, n.Boxes = s.blockHint(block), block.boxes
		}
	}
	return n
}

// lateWords say when the meeting ends. They measure by the agenda, as a meeting that began late ends late all the same.
func (s *State) lateWords(m *Meeting, now time.Time) string {
	late := m.Late(now)
	end := m.planned.Add(late)
	clock := data.Clock(end.Hour()*60 + end.Minute()).String()
	minutes := int(late.Round(time.Minute) / time.Minute)
	switch {
	case minutes > 0:
		return s.say.Count(minutes, "Ends at %[2]s, %[1]d minute later than by the programme", "Ends at %[2]s, %[1]d minutes later than by the programme", clock)
	case minutes < 0:
		return s.say.Count(-minutes, "Ends at %[2]s, %[1]d minute earlier than by the programme", "Ends at %[2]s, %[1]d minutes earlier than by the programme", clock)
	}
	return s.say.Text("Ends at %s by the programme", clock)
}

// block is how a block of the kick-off workshop runs, in minutes, and the boxes of the canvas it fills
// (data/README.md, Workshop).
type block struct {
	alone, share, cluster, agree int
	boxes                        []data.BoxKey
}

var workshopBlocks = map[string]block{
	"Round: why I came":             {share: 7},
	"Vision and importance":         {5, 7, 6, 4, []data.BoxKey{data.BoxVision, data.BoxImportance}},
	"How and measures":              {5, 6, 5, 4, []data.BoxKey{data.BoxHow, data.BoxMeasures}},
	"Impact":                        {3, 4, 3, 3, []data.BoxKey{data.BoxImpact}},
	"Resources and channels":        {2, 4, 3, 3, []data.BoxKey{data.BoxResources, data.BoxCommunication}},
	"Force field: helps and brakes": {2, 4, 3, 3, nil},
	"Name":                          {alone: 3, agree: 5},
	"Leader":                        {agree: 6},
	"Next steps":                    {agree: 5},
	"Was it worth the time?":        {alone: 2},
}

// blockHint says how the time of a block is meant to be used: first alone, then together.
func (s *State) blockHint(b block) string {
	var parts []string
	add := func(minutes int, part string) {
		if minutes > 0 {
			parts = append(parts, part)
		}
	}
	add(b.alone, s.say.Text("%d alone", b.alone))
	add(b.share, s.say.Text("%d sharing", b.share))
	add(b.cluster, s.say.Text("%d clustering", b.cluster))
	add(b.agree, s.say.Text("%d agreeing", b.agree))
	return s.say.List(parts)
}

// Box are the lines of a box of the canvas.
func (s *State) Box(box data.BoxKey) data.Lines {
	for i := range s.programme.snapshot.Canvas {
		if b := &s.programme.snapshot.Canvas[i]; b.Box == box {
			return b.Lines
		}
	}
	return nil
}

// Minutes are the minutes of an event as they stand.
func (s *State) Minutes(eventID int64) data.Minutes { return s.programme.minutes[eventID] }
