package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// tasksPart is what is still to prepare for the event shown, or what was agreed at it.
type tasksPart struct {
	pane    *pane
	head    *kit.Para
	list    *kit.List[Task]
	add     *kit.LinkBtn
	write   *kit.LinkBtn
	content fyne.CanvasObject
}

func newTasksPart(p *pane) *tasksPart {
	t := &tasksPart{pane: p, head: kit.CardTitle("")}
	t.list = kit.NewList(kit.ListOptions[Task]{
		Whole: true, Key: taskKey,
		Columns: []kit.Column[Task]{{Weight: 1, Text: taskSpans}},
		OnTap:   t.do, OnOpen: t.do, Menu: t.menuOf,
	})
	t.add = kit.NewLinkBtn("", func() { p.screen.deps.Commands.Fire("events.action") })
	t.add.ID = "events.action"
	t.write = kit.NewLinkBtn(p.screen.deps.Say.Text("Checklist…"), func() { p.screen.deps.Commands.Fire("events.checklist") })
	t.write.ID = "events.checklist"
	t.content = kit.VStack(6, t.head, t.list, kit.Wrap(16, t.add, t.write))
	return t
}

// taskKey tells the tasks of one event apart.
func taskKey(t Task) int64 {
	kinds := []TaskKind{TaskItem, TaskAnnounce, TaskSpeakers, TaskPlace, TaskCheck}
	// Below 0, so that no task is taken for a line of another list.
	return -1 - int64(len(kinds))*t.ID - int64(slices.Index(kinds, t.Kind))
}

func taskSpans(t Task) []kit.Span {
	sign := kit.EmptyBox
	if t.Done {
		sign = kit.TickedBox
	}
	spans := []kit.Span{{Sign: sign, Color: look.ColorField}, kit.Plain(gap + t.Text)}
	more := t.Who
	if more != "" {
		spans = append(spans, kit.Span{Text: "  " + more, Color: look.ColorMuted, Size: look.SizeSmall})
	}
	when := kit.Span{Text: "  " + t.When, Color: look.ColorMuted, Size: look.SizeSmall}
	if t.Late && !t.Done {
		when.Color, when.Sign = look.ColorWarn, kit.Triangle
	}
	if t.When != "" {
		spans = append(spans, when)
	}
	return spans
}

func (t *tasksPart) show(d Detail) {
	say := t.pane.screen.deps.Say
	head, add := say.Text("What was agreed"), say.Text("Add an action")
	if d.Section == Coming {
		head, add = say.Text("Still to prepare"), say.Text("Add a task")
	}
	t.head.Set(kit.Bold(head))
	t.add.SetText(add)
	t.list.SetRows(d.Tasks)
	t.head.Hidden, t.list.Hidden = len(d.Tasks) == 0, len(d.Tasks) == 0
	t.add.Hidden = t.pane.screen.deps.ReadOnly || d.Section == Cancelled
	t.write.Hidden = t.add.Hidden
}

// do does what a line asks for: the event's own lead to where they are done, those of the board are ticked.
func (t *tasksPart) do(task Task) {
	s := t.pane.screen
	if s.deps.ReadOnly {
		return
	}
	switch task.Kind {
	case TaskAnnounce:
		if !task.Done {
			s.openAnnounce(nil)
		}
	case TaskSpeakers:
		t.pane.choosePerson(data.PartSpeaker, partWord(s.deps.Say, data.PartSpeaker))
	case TaskPlace:
		s.deps.Focus(t.pane.fields.Input("place"))
	case TaskCheck:
		s.deeds.Do(func(ctx context.Context) error { return s.state.store.TickCheck(ctx, task.ID, !task.Done) }, nil)
	case TaskItem:
		s.deeds.Do(func(ctx context.Context) error { return s.state.FinishAction(ctx, task.ID, !task.Done) }, nil)
	}
}

func (t *tasksPart) menuOf(task Task) []*fyne.MenuItem {
	s, say := t.pane.screen, t.pane.screen.deps.Say
	var items []*fyne.MenuItem
	item := func(words string, do func()) { items = append(items, fyne.NewMenuItem(words, do)) }
	if task.Kind == TaskItem {
		if !s.deps.ReadOnly {
			words := say.Text("Done")
			if task.Done {
				words = say.Text("Not done yet")
			}
			item(words, func() { t.do(task) })
			item(say.Text("Belongs to no event"), func() { s.link(Link{Node: data.Place{Kind: data.PlaceItem, ID: task.ID}}, false) })
		}
		item(say.Text("Show on the board"), func() { s.deps.Go("backlog", task.ID) })
	}
	if task.Kind == TaskCheck && !s.deps.ReadOnly {
		words := say.Text("Done")
		if task.Done {
			words = say.Text("Not done yet")
		}
		item(words, func() { t.do(task) })
		item(say.Text("Checklist…"), s.openChecklist)
	}
	if task.Kind == TaskAnnounce && task.Done && !s.deps.ReadOnly {
		item(say.Text("Remove this announcement"), func() {
			s.deeds.Do(func(ctx context.Context) error {
				_, err := s.state.rows.announcements.Remove(ctx, task.ID)
				return err
			}, nil)
		})
	}
	return items
}

// openAction asks for something to be done, by whom and until when; it goes onto the board.
func (s *Screen) openAction() {
	say, d := s.deps.Say, s.pane.detail
	words, intro := say.Text("Add an action"), say.Text("What was agreed goes onto the board, linked with this event.")
	if d.Section == Coming {
		words, intro = say.Text("Add a task"), say.Text("What is to be prepared goes onto the board, linked with this event.")
	}
	var row data.Item
	if d.Section == Coming {
		row.Due = max(d.Event.On.AddDays(-1), s.deps.Clock.Today())
	}
	form := kit.NewRowForm(s.deps, &row, data.ItemFields).Line("title").Line("owner", "due").
		Ask("title", say.Text("What is to be done")).Ask("owner", say.Text("Who does it")).Ask("due", say.Text("Until"))
	form.Offer("owner", s.peopleOptions())
	form.Open(kit.Form{
		Title: words, Intro: intro, SaveText: words,
		Save: func() error {
			return s.state.AddAction(context.Background(), d.Event.ID, row.Title, row.OwnerID, row.Due)
		},
	})
}
