package events

import (
	"cmp"
	"context"
	"slices"

	"copleader/data"
)

// TaskKind tells the lines of what is to be done apart.
type TaskKind string

// The kinds: what every event needs, seen by the program, and what is on the board.
const (
	TaskAnnounce TaskKind = "announce"
	TaskSpeakers TaskKind = "speakers"
	TaskPlace    TaskKind = "place"
	TaskItem     TaskKind = "item"
	TaskCheck    TaskKind = "check" // a line of the event's checklist
)

// Task is one thing to prepare for an event to come, or that was agreed at one.
type Task struct {
	Kind TaskKind
	ID   int64 // of the announcement or the item, 0 where there is none yet
	Text string
	When string
	Who  string
	Done bool
	Late bool
}

// announceDays is how many days before an event it has to be announced (data/README.md, Coach, C31).
const announceDays = 7

// speakerDays is how many days before an event its speakers should be known, so that they can prepare.
const speakerDays = 10

// wordTasks says what is still to prepare, or was agreed: what the event itself lacks, then the actions of the board that are
// linked with it.
func (s *State) wordTasks(d *Detail) {
	if d.Section == Coming {
		s.wordAnnouncing(d)
		s.wordLacking(d)
	}
	p := s.programme
	for i := range p.snapshot.Checks {
		if c := &p.snapshot.Checks[i]; c.EventID == d.Event.ID {
			d.Tasks = append(d.Tasks, s.checkTask(c, &d.Event))
		}
	}
	var items []*data.Item
	for i := range p.snapshot.Items {
		if it := &p.snapshot.Items[i]; it.EventID == d.Event.ID && it.Kind == data.KindAction && it.Column != data.ColumnParked {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b *data.Item) int { return cmp.Compare(a.ID, b.ID) })
	for _, it := range items {
		d.Tasks = append(d.Tasks, s.taskOf(it))
	}
}

// checkTask words a line of the checklist of an event.
func (s *State) checkTask(c *data.CheckLine, e *data.Event) Task {
	t := Task{Kind: TaskCheck, ID: c.ID, Text: c.Text, Done: c.DoneOn != 0}
	if t.Done {
		t.When = s.say.Ago(s.programme.today.Sub(c.DoneOn))
		return t
	}
	due := c.Due(e)
	t.When, t.Late = s.say.Text("by %s", s.say.DayMonth(due)), due < s.programme.today
	return t
}

func (s *State) taskOf(it *data.Item) Task {
	t := Task{Kind: TaskItem, ID: it.ID, Text: it.Title, Who: s.programme.name(it.OwnerID), Done: it.Column == data.ColumnDone}
	switch {
	case t.Done:
		t.When = s.say.Ago(s.programme.today.Sub(it.DoneOn))
	case it.Due != 0:
		t.When, t.Late = s.say.Text("by %s", s.say.DayMonth(it.Due)), it.Due < s.programme.today
	}
	return t
}

// wordAnnouncing lists where the event was announced, or that it has to be.
func (s *State) wordAnnouncing(d *Detail) {
	p := s.programme
	for i := range p.snapshot.Announcements {
		if a := &p.snapshot.Announcements[i]; a.EventID == d.Event.ID {
			d.Tasks = append(d.Tasks, Task{Kind: TaskAnnounce, ID: a.ID, Text: s.say.Text("Announced"), Done: true,
				When: s.say.Text("%s, %s", s.say.Ago(p.today.Sub(a.On)), a.Channel)})
		}
	}
	if len(d.Tasks) == 0 {
		d.Tasks = append(d.Tasks, Task{Kind: TaskAnnounce, Text: s.say.Text("Announce"), When: s.say.Text("a week before"),
			Late: d.Event.On.Sub(p.today) < announceDays})
	}
}

// wordLacking says what the event itself lacks.
func (s *State) wordLacking(d *Detail) {
	p := s.programme
	if n := data.SpeakersWanted[d.Event.Format] - p.speakers[d.Event.ID]; n > 0 {
		text := s.say.Count(n, "%d speaker", "%d speakers")
		if p.speakers[d.Event.ID] > 0 {
			text = s.say.Count(n, "%d more speaker", "%d more speakers")
		}
		d.Tasks = append(d.Tasks, Task{Kind: TaskSpeakers, Text: text, When: s.say.Count(speakerDays, "%d day before", "%d days before"),
			Late: d.Event.On.Sub(p.today) < speakerDays})
	}
	if d.Event.Place == "" && d.Event.Link == "" {
		d.Tasks = append(d.Tasks, Task{Kind: TaskPlace, Text: s.say.Text("Say where it takes place"), When: s.say.Text("before it is announced")})
	}
}

// AddAction puts what was agreed, or is to be prepared, onto the board, linked with the event. With somebody who does it and a
// day it is planned, else it waits for somebody to take it (data/README.md, Backlog).
func (s *State) AddAction(ctx context.Context, eventID int64, title string, ownerID int64, due data.Date) error {
	item := data.Item{Title: title, Kind: data.KindAction, Column: data.ColumnReady, EventID: eventID, OwnerID: ownerID, Due: due}
	if ownerID != 0 && due != 0 {
		item.Column = data.ColumnPlanned
	}
	return s.rows.items.Save(ctx, &item)
}

// FinishAction moves an action of the board to Done, or back to those that are planned.
func (s *State) FinishAction(ctx context.Context, id int64, done bool) error {
	to := data.ColumnPlanned
	if done {
		to = data.ColumnDone
	}
	return s.store.MoveItem(ctx, id, to, 0, "")
}

// wordNotes lists the notes of the perfection game. Their scores are no satisfaction, so they have no mean
// (data/README.md, Feedback).
func (s *State) wordNotes(d *Detail) {
	for i := range s.programme.snapshot.Perfection {
		if n := s.programme.snapshot.Perfection[i]; n.EventID == d.Event.ID {
			d.Notes = append(d.Notes, n)
		}
	}
}
