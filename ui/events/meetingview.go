package events

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// meetingView is the page of a meeting under way: a clock for the step, the steps, and where to write down what is said.
type meetingView struct {
	screen  *Screen
	meeting *Meeting

	step, text, who, clock, hint, ends *kit.Para
	next, pause, more, back            *kit.Btn
	list                               *kit.List[int]
	minutes                            *kit.FieldSet[data.Minutes]
	canvas                             *kit.FieldSet[boxLines]
	boxes                              map[data.BoxKey]*kit.Labelled
	scroll                             *kit.Scroll
	content                            fyne.CanvasObject
	stop                               func() // of the timer
}

// boxLines are the boxes of the canvas as they are typed.
type boxLines map[data.BoxKey]*string

// tick is how often the clock is drawn.
const tick = time.Second

// startMeeting starts the clock of the event shown, or goes back to the one under way.
func (s *Screen) startMeeting() {
	d := s.pane.detail
	if s.meeting == nil || s.meeting.meeting.EventID != d.Event.ID {
		s.endMeeting()
		s.meeting = newMeetingView(s, NewMeeting(&d.Event, d.Agenda, s.deps.Clock.Now()))
	}
	s.chips.Set(s.views(), viewMeeting)
	s.showView()
	s.deps.Focus(s.meeting.next)
	s.meeting.run()
}

// endMeeting takes the clock away.
func (s *Screen) endMeeting() {
	if s.meeting == nil {
		return
	}
	s.meeting.flush()
	s.meeting.stop()
	s.meeting = nil
}

func newMeetingView(s *Screen, m *Meeting) *meetingView {
	say := s.deps.Say
	v := &meetingView{screen: s, meeting: m, stop: func() {}, step: kit.Note(""), text: kit.NewPara(kit.Bold("")), who: kit.Note(""),
		clock: kit.NewPara(kit.Bold("")), hint: kit.NewBody(), ends: kit.Note("")}
	v.text.TextSize, v.clock.TextSize = look.SizeFigure, look.SizeCountdown
	v.next = kit.NewBtn(kit.Primary, "", v.goOn)
	v.next.ID = "meeting.next"
	v.more = kit.NewBtn(kit.Outlined, say.Text("+1 minute"), v.giveMore)
	v.pause = kit.NewBtn(kit.Outlined, "", v.hold)
	v.back = kit.NewBtn(kit.Outlined, say.Text("Back"), func() { v.goTo(m.At - 1) })
	v.more.ID, v.pause.ID, v.back.ID = "meeting.more", "meeting.pause", "meeting.back"
	v.list = kit.NewList(kit.ListOptions[int]{
		Whole: true, Key: func(i int) int64 { return int64(i) + 1 },
		Columns: []kit.Column[int]{
			{Fixed: 28, Text: func(i int) []kit.Span { return []kit.Span{kit.Muted(v.minutesOf(i))} }},
			{Weight: 1, Text: v.stepSpans},
		},
		OnOpen: v.goTo, Menu: v.menuOf,
	})
	v.buildFields()
	clock := kit.NewCard("", "", kit.VStack(10, v.step, v.text, v.who, v.clock, v.hint, v.ends,
		kit.Wrap(look.GapInRow, v.next, v.more, v.pause, v.back)))
	steps := kit.VStack(12, kit.NewCard(say.Text("Programme"), "", v.list), kit.Left(kit.NewLinkBtn(say.Text("Leave the clock"), v.leave)))
	v.scroll = kit.NewScroll(kit.VStack(12, kit.CardTitle(m.Title),
		kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: kit.BesideBelow}, kit.Weight(1.3, kit.VStack(look.GapCards, clock, kit.NewCard("", "", v.written()))),
			kit.Weight(1, steps))))
	v.content = v.scroll
	return v
}

// buildFields makes what is written during the meeting: the boxes of the canvas in the kick-off workshop, and the minutes.
func (v *meetingView) buildFields() {
	s, say := v.screen, v.screen.deps.Say
	v.minutes = kit.NewFieldSet[data.Minutes](s.deps, s.deeds)
	v.minutes.OnResized, v.minutes.Place = v.relayout, "meeting"
	v.minutes.Row = func() kit.RowShown {
		return kit.RowShown{Table: "minutes", ID: v.meeting.EventID, Name: v.meeting.Title}
	}
	v.minutes.Change = func(visit store.Visit, change func(*data.Minutes)) func(context.Context) error {
		return func(ctx context.Context) error {
			return s.state.store.ChangeMinutes(ctx, v.meeting.EventID, visit, change)
		}
	}
	v.canvas, v.boxes = kit.NewFieldSet[boxLines](s.deps, s.deeds), map[data.BoxKey]*kit.Labelled{}
	v.canvas.Row = func() kit.RowShown { return kit.RowShown{Table: "canvas_box", Name: say.Text("Canvas")} }
	v.canvas.OnResized, v.canvas.Place = v.relayout, "meeting"
	v.canvas.Change = v.changeBox
	for _, box := range data.Boxes {
		v.boxes[box] = v.canvas.Text(string(box), say.Of(box.Phrase()), 3, func(b *boxLines) *string { return b.at(box) })
		v.boxes[box].About = data.CanvasBoxFields.Of("lines").ID()
	}
}

// at is the text of a box; a box that isn't there yet is empty.
func (b *boxLines) at(box data.BoxKey) *string {
	if *b == nil {
		*b = boxLines{}
	}
	if (*b)[box] == nil {
		(*b)[box] = new(string)
	}
	return (*b)[box]
}

func (v *meetingView) changeBox(visit store.Visit, change func(*boxLines)) func(context.Context) error {
	box := data.BoxKey(visit.Field)
	var typed boxLines
	change(&typed)
	return func(ctx context.Context) error {
		return v.screen.state.store.SetBox(ctx, box, visit, data.ParseLines(*typed.at(box)))
	}
}

// written are the fields below the steps.
func (v *meetingView) written() fyne.CanvasObject {
	stack := kit.VStack(10)
	for _, box := range data.Boxes {
		stack.Objects = append(stack.Objects, v.boxes[box])
	}
	stack.Objects = append(stack.Objects,
		v.minutes.Of(data.MinutesFields.Of("text"), 4), v.minutes.Of(data.MinutesFields.Of("decisions"), 2))
	return stack
}

func (v *meetingView) minutesOf(i int) string {
	return v.screen.deps.Say.Text("%d", int(v.meeting.Steps[i].Given/time.Minute))
}

func (v *meetingView) stepSpans(i int) []kit.Span {
	step := v.meeting.Steps[i]
	words := kit.Plain(step.Text)
	switch {
	case i < v.meeting.At:
		words = kit.Muted(step.Text)
	case i == v.meeting.At:
		words = kit.Bold(step.Text)
	}
	if step.Who == "" {
		return []kit.Span{words}
	}
	return []kit.Span{words, {Text: "\n" + step.Who, Color: look.ColorMuted, Size: look.SizeSmall}}
}

func (v *meetingView) menuOf(i int) []*fyne.MenuItem {
	return []*fyne.MenuItem{fyne.NewMenuItem(v.screen.deps.Say.Text("Go to this step"), func() { v.goTo(i) })}
}

// show draws everything; the fields keep what is being typed.
func (v *meetingView) show() {
	steps := make([]int, len(v.meeting.Steps))
	for i := range steps {
		steps[i] = i
	}
	v.list.SetRows(steps)
	if !v.meeting.Through() {
		v.list.Select(int64(v.meeting.At) + 1)
	}
	record := v.screen.state.Minutes(v.meeting.EventID)
	v.minutes.Show(&record, false)
	var typed boxLines
	for _, box := range data.Boxes {
		*typed.at(box) = strings.Join(v.screen.state.Box(box), "\n")
	}
	v.canvas.Show(&typed, false)
	v.showClock()
	v.relayout()
}

// showClock draws what changes from second to second.
func (v *meetingView) showClock() {
	say := v.screen.deps.Say
	now := v.screen.state.MeetingNow(v.meeting, v.screen.deps.Clock.Now())
	v.step.SetText(now.Step)
	v.text.SetText(now.Text)
	v.who.SetText(now.Who)
	v.hint.Set(kit.Muted(now.Hint))
	v.ends.SetText(now.Ends)
	v.who.Hidden, v.hint.Hidden = now.Who == "", now.Hint == ""
	clock := kit.Bold(now.Clock)
	if now.Over {
		clock.Color, clock.Sign = look.ColorWarn, kit.Triangle
	}
	v.clock.Set(clock)
	v.next.SetText(v.nextWords())
	v.back.Hidden = v.meeting.At == 0
	v.pause.SetText(say.Text("Pause"))
	if v.meeting.Paused() {
		v.pause.SetText(say.Text("Go on"))
	}
	for box, field := range v.boxes {
		field.Hidden = true
		for _, shown := range now.Boxes {
			if shown == box {
				field.Hidden = false
			}
		}
	}
}

// nextWords say what ends the step under way.
func (v *meetingView) nextWords() string {
	say := v.screen.deps.Say
	if v.meeting.At+1 < len(v.meeting.Steps) {
		return say.Text("Next step")
	}
	return say.Text("End meeting")
}

func (v *meetingView) relayout() {
	if v.scroll != nil {
		v.scroll.Refresh()
		v.scroll.Relayout()
	}
}

// run draws the clock every second from now on.
func (v *meetingView) run() {
	v.stop()
	v.stop = v.screen.deps.Timer.After(tick, func() {
		if v.screen.meeting != v {
			return
		}
		if v.screen.chips.Selected() == viewMeeting {
			v.showClock()
		}
		v.run()
	})
}

// goOn goes to the next step; after the last one the meeting is held, and who came is ticked.
func (v *meetingView) goOn() {
	if v.meeting.At+1 < len(v.meeting.Steps) {
		v.goTo(v.meeting.At + 1)
		return
	}
	s, id := v.screen, v.meeting.EventID
	s.endMeeting()
	s.arriveAt(id)
	// A rehearsal before the day holds nothing.
	if d := s.pane.detail; d.Event.ID == id && d.MayHold && d.Event.Status != data.StatusHeld {
		s.hold()
	}
}

func (v *meetingView) goTo(step int) {
	v.flush()
	v.meeting.Go(step, v.screen.deps.Clock.Now())
	v.show()
}

func (v *meetingView) hold() {
	v.meeting.Pause(v.screen.deps.Clock.Now())
	v.showClock()
}

// giveMore gives the step a minute more, and says where it comes from only if the end moves.
func (v *meetingView) giveMore() {
	if !v.meeting.More() {
		v.screen.deps.Tell(v.screen.deps.Say.Text("No later step has time to spare; the meeting ends a minute later."))
	}
	v.show()
}

// leave takes the clock away and goes back to the event, which stays as it is.
func (v *meetingView) leave() {
	s, id := v.screen, v.meeting.EventID
	s.endMeeting()
	s.arriveAt(id)
}

// flush keeps what was typed.
func (v *meetingView) flush() {
	v.minutes.Flush()
	v.canvas.Flush()
}
