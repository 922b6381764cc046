package ui

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/uitest"
)

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

// deedMeasured is something done in the window, after what makes ready for it.
type deedMeasured struct {
	ready, deed func()
	beside      bool // it is done away from the window, which is to take in what comes of it
}

// windowMeasured measures deeds in a whole window.
type windowMeasured struct {
	*stage
	b    *testing.B
	turn int
}

// run measures a deed, which is made when its turn comes.
func (m *windowMeasured) run(name string, prepare func() deedMeasured) {
	m.b.Run(name, func(b *testing.B) {
		d := prepare()
		m.Settle()
		watch := &uitest.Stopwatch{}
		for m.turn = 0; b.Loop(); m.turn++ {
			m.slow = nil
			if d.ready != nil {
				d.ready()
			}
			m.slow = watch
			if d.beside {
				watch.Beside(d.deed)
			} else {
				watch.Time(d.deed)
			}
		}
		m.slow = nil
		watch.Report(b)
	})
}

// letter types a letter into the field that has the focus, and takes it away again the next time.
func (m *windowMeasured) letter() {
	field := m.Win.Canvas().Focused()
	if m.turn%2 == 0 {
		field.TypedRune('e')
	} else {
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// What the window's goroutine does with 10,000 members, 1,000 events and 400 items: no single thing of a deed is to take longer than the
// 16 ms of a frame, opening a page 100. What is read and reckoned beside it doesn't count.
func BenchmarkWindow(b *testing.B) {
	m := &windowMeasured{stage: setStage(b, uitest.Options{}), b: b}
	m.start(Start{File: grown(b)})
	for _, spec := range pageSpecs {
		m.run("opens "+spec.name, func() deedMeasured {
			other := "settings"
			if spec.name == other {
				other = "road"
			}
			return deedMeasured{ready: func() { m.Commands.Fire("view." + other) }, deed: func() { m.Commands.Fire("view." + spec.name) }}
		})
	}
	for _, page := range []string{"members", "events", "backlog"} {
		m.run("a letter sought on "+page, func() deedMeasured {
			m.Fire("view." + page)
			m.Fire("edit.find")
			return deedMeasured{deed: m.letter}
		})
	}
	m.run("a letter sought everywhere", func() deedMeasured {
		m.Fire("help.palette")
		return deedMeasured{deed: m.letter}
	})
	m.Key(fyne.KeyEscape)
	m.run("sorts the members", func() deedMeasured {
		m.Fire("view.members")
		title := m.AllOf("title")[0].Object.(fyne.Tappable)
		return deedMeasured{deed: func() { title.Tapped(&fyne.PointEvent{}) }}
	})
	m.run("scrolls the members", func() deedMeasured {
		m.Fire("view.members")
		scroll := scrollOf(m.AllOf("list")[0].Object)
		return deedMeasured{deed: func() { scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: turn(m.turn)}}) }}
	})
	for page, kind := range map[string]string{"backlog": ".boardItem", "events": ".dayEvent"} {
		m.run("drags on "+page, func() deedMeasured {
			m.Fire("view." + page)
			if page == "events" {
				m.Tap("Month")
			}
			thing := m.draggable(kind)
			return deedMeasured{deed: func() {
				thing.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: turn(m.turn), DY: turn(m.turn) / 2}})
			}}
		})
	}
	for _, page := range []string{"overview", "members", "events", "backlog", "health", "charter"} {
		m.run("a change comes to "+page, func() deedMeasured {
			m.Fire("view." + page)
			return deedMeasured{beside: true, deed: func() {
				err := store.Rows(m.w.shell.store, store.Members).Change(context.Background(), 9_000, store.Visit{}, func(who *data.Member) { who.Unit = fmt.Sprint("Unit ", m.turn%7) })
				if err != nil {
					b.Fatal(err)
				}
			}}
		})
	}
}

// What the toolkit's own list takes for a turn of the wheel, to be compared with "scrolls the members".
func BenchmarkScrollsListOfTheToolkit(b *testing.B) {
	w := uitest.Open(b, uitest.Options{})
	list := widget.NewList(func() int { return 10_000 }, func() fyne.CanvasObject {
		return container.NewGridWithColumns(5, widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""))
	}, func(i int, o fyne.CanvasObject) {
		for c, cell := range o.(*fyne.Container).Objects {
			cell.(*widget.Label).SetText(fmt.Sprint("Member ", i, " ", c))
		}
	})
	w.Show(list)
	watch := &uitest.Stopwatch{}
	for i := 0; b.Loop(); i++ {
		watch.Time(func() { list.ScrollToOffset(list.GetScrollOffset() - turn(i)) })
	}
	watch.Report(b)
}

// turn is one turn of the wheel, five down and five up again.
func turn(i int) float32 {
	if i/5%2 == 0 {
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

// draggable is the last thing of a type on the page that can be dragged: in a month that is an event to come.
func (m *windowMeasured) draggable(kind string) (found fyne.Draggable) {
	m.Each(func(o fyne.CanvasObject) {
		if d, is := o.(fyne.Draggable); is && strings.HasSuffix(fmt.Sprintf("%T", o), kind) {
			found = d
		}
	})
	if found == nil {
		m.b.Fatalf("no %s can be dragged", kind)
	}
	return found
}

// What the window holds after all pages were gone to once, and ten times more: at most a tenth more than before.
func BenchmarkMemoryAfterAllPages(b *testing.B) {
	st := setStage(b, uitest.Options{})
	st.start(Start{Demo: true})
	round := func() {
		for _, spec := range pageSpecs {
			st.Fire("view." + spec.name)
		}
	}
	round()
	first := bytesInUse()
	for b.Loop() {
		for range 10 {
			round()
		}
	}
	later := bytesInUse()
	b.ReportMetric(float64(first)/1e6, "MB-first")
	b.ReportMetric(float64(later)/1e6, "MB-later")
	b.ReportMetric(float64(later)/float64(first), "times")
}

// bytesInUse is what is held and not only still lying about.
func bytesInUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
