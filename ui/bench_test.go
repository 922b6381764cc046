package ui

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// besideWindow works away from the window's goroutine outside the time that is measured.
type besideWindow struct{ b *testing.B }

// Run does the work and its result before it returns; the result alone counts.
func (r besideWindow) Run(work func() (done func())) {
	r.b.StopTimer()
	done := work()
	r.b.StartTimer()
	if done != nil {
		done()
	}
}

// grown is the path of a file of 10,000 members, 1,000 events and 400 items.
func grown(b *testing.B) string {
	b.Helper()
	s := datatest.Large(10_000, 1_000, 100_000)
	for i := len(s.Items); i < 400; i++ {
		s.Items = append(s.Items, data.Item{ID: int64(i + 1), Title: fmt.Sprintf("Item number %d about tests", i), Kind: data.ItemKinds[i%len(data.ItemKinds)],
			Column: data.Columns[i%5], Rank: 1024 * (i + 1), OwnerID: int64(i*31%10_000 + 1), CreatedOn: datatest.Today.AddDays(-i % 80)})
		if last := &s.Items[i]; last.Column == data.ColumnDone {
			last.DoneOn = datatest.Today.AddDays(-i % 80)
		}
	}
	for i := range 12 { // of this month, to be dragged
		s.Events = append(s.Events, data.Event{ID: int64(len(s.Events) + 1), Title: fmt.Sprintf("Coming %d", i), Format: data.Formats[i].Key,
			On: datatest.Today.AddDays(i - 3), Start: 16 * 60, TimeZone: "Europe/Berlin", Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted})
	}
	file := datatest.Filled(b, s)
	path := file.Path()
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// What the window's goroutine does with 10,000 members, 1,000 events and 400 items, one deed each: a frame has 16 ms, opening a page 100.
// What is read and reckoned beside it doesn't count.
func BenchmarkWindow(b *testing.B) {
	path := grown(b)
	st := setStage(b, uitest.Options{})
	st.start(Start{File: path})
	run := func(name string, prepare func() (deed func(i int))) {
		b.Run(name, func(b *testing.B) {
			deed := prepare()
			st.Settle()
			st.slow = besideWindow{b}
			b.ResetTimer()
			for i := range b.N {
				deed(i)
			}
			b.StopTimer()
			st.slow = nil
		})
	}
	for _, spec := range pageSpecs {
		run("opens "+spec.name, func() func(int) {
			other := "settings"
			if spec.name == other {
				other = "road"
			}
			return func(int) {
				st.slow.(besideWindow).b.StopTimer()
				st.Commands.Fire("view." + other)
				st.slow.(besideWindow).b.StartTimer()
				st.Commands.Fire("view." + spec.name)
			}
		})
	}
	for _, page := range []string{"members", "events", "backlog"} {
		run("a letter sought on "+page, func() func(int) {
			st.Fire("view." + page)
			st.Fire("edit.find")
			return func(i int) {
				field := st.Win.Canvas().Focused()
				if i%2 == 0 {
					field.TypedRune('e')
				} else {
					field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			}
		})
	}
	run("a letter sought everywhere", func() func(int) {
		st.Fire("help.palette")
		return func(i int) {
			field := st.Win.Canvas().Focused()
			if i%2 == 0 {
				field.TypedRune('e')
			} else {
				field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		}
	})
	st.Key(fyne.KeyEscape)
	run("sorts the members", func() func(int) {
		st.Fire("view.members")
		title := st.AllOf("title")[0].Object.(fyne.Tappable)
		return func(int) { title.Tapped(&fyne.PointEvent{}) }
	})
	run("scrolls the members", func() func(int) {
		st.Fire("view.members")
		scroll := scrollOf(st.AllOf("list")[0].Object)
		return func(i int) { scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: turn(i)}}) }
	})
	b.Run("scrolls a list of the toolkit", func(b *testing.B) {
		w := uitest.Open(b, uitest.Options{})
		list := widget.NewList(func() int { return 10_000 }, func() fyne.CanvasObject {
			return container.NewGridWithColumns(5, widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""))
		}, func(i int, o fyne.CanvasObject) {
			for c, cell := range o.(*fyne.Container).Objects {
				cell.(*widget.Label).SetText(fmt.Sprint("Member ", i, " ", c))
			}
		})
		w.Show(list)
		b.ResetTimer()
		for i := range b.N {
			list.ScrollToOffset(list.GetScrollOffset() - turn(i))
		}
	})
	for _, drag := range []struct{ page, kind string }{{"backlog", "item"}, {"events", "dayevent"}} {
		run("drags on "+drag.page, func() func(int) {
			st.Fire("view." + drag.page)
			if drag.page == "events" {
				st.Tap("Month")
			}
			thing := firstDraggable(st)
			return func(i int) {
				thing.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: turn(i) / 4, DY: turn(i) / 8}})
			}
		})
	}
	for _, page := range []string{"overview", "members", "events", "backlog", "health", "charter"} {
		run("a change comes to "+page, func() func(int) {
			st.Fire("view." + page)
			return func(i int) {
				timer := st.slow.(besideWindow).b
				timer.StopTimer()
				err := store.Rows(st.w.shell.store, store.Members).Change(context.Background(), 9_000, store.Visit{}, func(m *data.Member) { m.Unit = fmt.Sprint("Unit ", i%7) })
				timer.StartTimer()
				if err != nil {
					timer.Fatal(err)
				}
			}
		})
	}
}

// turn is one turn of the wheel, two hundred down and two hundred up again.
func turn(i int) float32 {
	if i/200%2 == 0 {
		return -40
	}
	return 40
}

// scrollOf is the scroll within a list.
func scrollOf(o fyne.CanvasObject) *container.Scroll {
	for _, part := range o.(interface{ Parts() []fyne.CanvasObject }).Parts() {
		if s, is := part.(*container.Scroll); is {
			return s
		}
	}
	return nil
}

// firstDraggable is the first thing on the page that can be dragged and stands in sight.
func firstDraggable(st *stage) fyne.Draggable {
	for _, kind := range []string{"item", "dayevent"} {
		for _, n := range st.AllOf(kind) {
			if d, is := n.Object.(fyne.Draggable); is {
				return d
			}
		}
	}
	var found fyne.Draggable
	st.Each(func(o fyne.CanvasObject) {
		if d, is := o.(fyne.Draggable); is && found == nil {
			if _, bar := o.(*kit.Board); !bar {
				found = d
			}
		}
	})
	return found
}
