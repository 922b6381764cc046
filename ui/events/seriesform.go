package events

import (
	"cmp"
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// seriesForm is the open dialog in which a series is proposed, corrected and planned.
type seriesForm struct {
	screen   *Screen
	proposal *Proposal
	dialog   *kit.Dialog

	title, place, rule *kit.TextField
	format             *kit.Select
	ruled              *kit.Labelled
	said               *kit.Para
	pauses, lines      *fyne.Container
	body               *fyne.Container
	plan               *kit.Btn
	foot               *kit.Para // what planning them means, or why there is nothing to plan
	trouble            *kit.Para
	band               *kit.Box
	named              string // what events are called where no title was typed
	editing            Slot   // whose day is being typed
	edits              bool
}

// openSeries asks how often something takes place, and shows the days that come of it to be corrected.
func (s *Screen) openSeries(like data.Event, plan store.Plan, from data.Date) {
	say := s.deps.Say
	leader, _ := s.state.programme.snapshot.Leader()
	f := &seriesForm{screen: s, proposal: s.state.Propose(like, from, s.deps.Habits()), said: kit.NewSmall(), pauses: kit.Wrap(8), lines: kit.VStack(0), trouble: kit.NewSmall()}
	f.proposal.Plan = plan
	f.proposal.LeadID = cmp.Or(plan.LeaderID, leader.ID)
	f.title, f.place, f.rule = kit.NewEntry(like.Title), kit.NewEntry(like.Place), kit.NewEntry("")
	f.rule.SetPlaceHolder(say.Text("every second Thursday, six times, at 16:00"))
	f.named = say.Of(data.FormatName(like.Format))
	f.title.SetPlaceHolder(f.named)
	f.format = kit.NewSelect(s.planOptions(), like.Format, f.takeFormat).In(say)
	f.title.OnTyped = func(text string) { f.like(func(e *data.Event) { e.Title = text }) }
	f.place.OnTyped = func(text string) { f.like(func(e *data.Event) { e.Place = text }) }
	f.rule.OnTyped = func(text string) { f.proposal.SetRule(text); f.show() }
	for _, field := range []*kit.TextField{f.title, f.place, f.rule} {
		field.OnEnter(f.save)
	}
	f.ruled = f.labelled(data.SeriesFields.Of("rule"), f.rule)
	f.band = kit.Band(look.ColorBadSoft, f.trouble)
	f.foot = kit.NewSmall()
	f.trouble.Ground = look.ColorBadSoft
	f.band.Hide()
	add := kit.NewLinkBtn(say.Text("Add a date"), f.addDate)
	f.plan = kit.NewBtn(kit.Primary, "", f.save)
	f.plan.ID = "save"
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { f.dialog.Leave() })
	cancel.ID = "cancel"
	f.body = kit.VStack(12,
		kit.Row(kit.RowOptions{Gap: 14, StackBelow: 520, StackGap: 12}, kit.Weight(1.25, f.labelled(data.EventFields.Of("title"), f.title)),
			kit.Weight(1, f.labelled(data.EventFields.Of("format"), f.format)), kit.Weight(1, f.labelled(data.EventFields.Of("place"), f.place))),
		kit.VStack(4, f.ruled, f.said), f.pauses,
		kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard, Padding: kit.Sides(2, 2)}, f.lines),
		kit.Row(kit.RowOptions{Gap: 14, StackBelow: 420}, kit.Own(add), kit.Spring(), kit.Own(kit.Note(say.Text("Click a date to correct it; untick what does not suit.")))),
		f.band)
	f.dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: say.Text("Plan a series"), Body: f.body, Width: 736, Save: f.save, Deps: s.deps,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle},
			kit.Weight(1, f.foot), kit.Own(cancel), kit.Own(f.plan)),
	})
	f.show()
	s.deps.Focus(f.rule)
}

// labelled puts the words of a field's description above an input.
func (f *seriesForm) labelled(field *data.Field, input fyne.CanvasObject) *kit.Labelled {
	l := kit.NewLabelled(f.screen.deps.Say.Of(field.Label), input)
	l.About = field.ID()
	return l
}

// takeFormat gives all events the length, the agenda and the checklist of another format or template.
func (f *seriesForm) takeFormat(key string) {
	s := f.screen.state
	f.title.SetPlaceHolder(s.NameIn(key))
	f.named = s.NameIn(key)
	plan := f.proposal.Plan
	plan.Agenda, plan.Checks, plan.Event = nil, nil, f.proposal.Like
	s.From(key, &plan)
	f.proposal.Plan = plan
	f.like(func(e *data.Event) { *e = plan.Event })
	f.place.SetText(plan.Event.Place)
}

func (f *seriesForm) like(change func(*data.Event)) {
	f.proposal.SetLike(change)
	f.show()
}

// show draws what the rule came to; whoever is in a line or at a pause stays there.
func (f *seriesForm) show() { kit.StayAt(f.screen.deps.Canvas(), f.body, f.rule, f.draw) }

func (f *seriesForm) draw() {
	say, p := f.screen.deps.Say, f.proposal
	slots := p.Slots()
	switch {
	case p.Err() == nil:
		f.ruled.SetError("")
		f.said.Set(kit.Span{Sign: kit.Dot, Color: look.ColorGood}, kit.Plain(p.Said()))
	case f.rule.Text == "":
		f.said.Set(kit.Muted(say.Text("For example “first Tuesday of the month until June”. Without a number there are six.")))
	default:
		f.said.Set(kit.Muted(f.wrong(p.Err())))
	}
	n := p.Count()
	f.plan.SetText(say.Count(n, "Plan %d event", "Plan %d events"))
	if n == 0 {
		f.plan.Disable()
	} else {
		f.plan.Enable()
	}
	f.foot.Set(kit.Muted(f.footWords(n, len(slots))))
	f.showPauses()
	f.lines.Objects = nil
	for i, slot := range slots {
		if i > 0 {
			f.lines.Objects = append(f.lines.Objects, kit.NewRule())
		}
		f.lines.Objects = append(f.lines.Objects, f.lineOf(slot))
	}
	if len(slots) == 0 {
		f.lines.Objects = []fyne.CanvasObject{kit.Pad(kit.All(10), kit.Note(say.Text("Here stand the days, each to be corrected.")))}
	}
	f.dialog.Relayout()
}

// footWords say what planning means, or why there is nothing to plan.
func (f *seriesForm) footWords(planned, lines int) string {
	say := f.screen.deps.Say
	switch {
	case planned > 0:
		return say.Text("Each is an event of its own. One Undo takes all of them back.")
	case lines > 0:
		return say.Text("No day is ticked, so that there is nothing to plan.")
	}
	return say.Text("Say how often first; then the days stand here.")
}

// wrong is what is wrong with how often.
func (f *seriesForm) wrong(err error) string {
	if e, is := err.(*data.Error); is && !e.Fields["rule"].IsZero() {
		return f.screen.deps.Say.Of(e.Fields["rule"])
	}
	return f.screen.deps.Say.Sentence(err)
}

func (f *seriesForm) showPauses() {
	say, p := f.screen.deps.Say, f.proposal
	f.pauses.Objects = []fyne.CanvasObject{kit.Note(say.Text("Leave out"))}
	for _, pause := range p.Pauses() {
		words := say.Text("%s, %s", pause.Name, say.DayMonth(pause.First))
		if pause.Last != pause.First {
			words = say.Text("%s, %s to %s", pause.Name, say.DayMonth(pause.First), say.DayMonth(pause.Last))
		}
		var chip *kit.FilterChip
		chip = kit.NewFilterChip(words, func() { kit.MenuBelow(chip, f.pauseMenu(pause)) })
		chip.ID = "pause." + strconv.FormatInt(pause.ID, 10)
		chip.SetSelected(p.LeavesOut(pause.ID))
		f.pauses.Objects = append(f.pauses.Objects, chip)
	}
	add := kit.NewLinkBtn(say.Text("Add a pause"), func() { f.openPause(data.Pause{}) })
	add.ID = "pause.add"
	f.pauses.Objects = append(f.pauses.Objects, add)
	f.pauses.Refresh()
}

// pauseMenu offers what can be done with a pause.
func (f *seriesForm) pauseMenu(pause data.Pause) []*fyne.MenuItem {
	say, p := f.screen.deps.Say, f.proposal
	words := say.Text("Plan in it, this time")
	if !p.LeavesOut(pause.ID) {
		words = say.Text("Leave it out")
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(words, func() { p.LeaveOut(pause.ID, !p.LeavesOut(pause.ID)); f.show() }),
		fyne.NewMenuItem(say.Text("Change…"), func() { f.openPause(pause) }),
		fyne.NewMenuItem(say.Text("Remove the pause"), func() {
			if _, err := f.screen.state.rows.pauses.Remove(context.Background(), pause.ID); err != nil {
				f.fail(err)
				return
			}
			f.takePauses()
		}),
	}
}

func (f *seriesForm) takePauses() {
	if err := f.proposal.TakePauses(context.Background()); err != nil {
		f.fail(err)
		return
	}
	f.show()
}

// openPause asks for days on which nothing is planned; they are kept for the next series too.
func (f *seriesForm) openPause(pause data.Pause) {
	say := f.screen.deps.Say
	words := say.Text("Add a pause")
	if pause.ID != 0 {
		words = say.Text("Change the pause")
	}
	kit.NewRowForm(f.screen.deps, &pause, data.PauseFields).Line("name").Line("first", "last").Open(kit.Form{
		Title: words, Intro: say.Text("A holiday, a break, a summer: no series plans anything then. It is kept for the next one."),
		Save:    func() error { return f.screen.state.rows.pauses.Save(context.Background(), &pause) },
		OnClose: kit.OnceSaved(f.takePauses),
	})
}

// lineOf draws a line of the proposal.
func (f *seriesForm) lineOf(slot Slot) fyne.CanvasObject {
	say := f.screen.deps.Say
	key := slotKey(slot)
	if slot.Pause != "" {
		keep := kit.NewLinkBtn(say.Text("Keep it"), func() { f.proposal.Tick(slot, true); f.show() })
		keep.ID = "keep." + key
		return kit.NewBox(kit.BoxStyle{Fill: look.ColorColumn, Padding: kit.Sides(6, 10)}, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle},
			kit.Fixed(18, kit.Space(0, 0)), kit.Fixed(24, kit.Space(0, 0)), kit.Fixed(150, onGround(kit.Note(say.OnWeekday(slot.Event.On)))), kit.Weight(1, onGround(kit.Note(slot.Note))), kit.Own(keep)))
	}
	number := ""
	if slot.Number > 0 {
		number = say.Text("%d", slot.Number)
	}
	tick := kit.NewCheck("", slot.Number > 0, func(in bool) { f.proposal.Tick(slot, in); f.show() })
	tick.ID = "tick." + key
	change := kit.NewLinkBtn(say.Text("Change…"), func() { f.openSlot(slot) })
	change.ID = "change." + key
	fill := look.ColorSurface
	if f.edits && slotKey(f.editing) == key {
		fill = look.ColorPrimarySoft
	}
	return kit.NewBox(kit.BoxStyle{Fill: fill, Padding: kit.Sides(3, 10)}, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle},
		kit.Fixed(18, kit.Note(number)), kit.Fixed(24, tick), kit.Fixed(150, f.dayOf(slot)), kit.Fixed(104, kit.NewSmall(kit.Plain(say.Text("%s to %s", slot.Event.Start.String(), slot.Event.Start.Add(slot.Event.Minutes).String())))),
		kit.Weight(1, kit.NewSmall(kit.Plain(placeOf(&slot.Event)), kit.Muted(slot.Note))), kit.Own(change)))
}

// placeOf is where an event takes place, with a gap behind it.
func placeOf(e *data.Event) string {
	if e.Place == "" {
		return ""
	}
	return e.Place + "  "
}

// onGround tells a text that it stands on the column's colour.
func onGround(p *kit.Para) *kit.Para {
	p.Ground = look.ColorColumn
	return p
}

// slotKey tells the lines of a proposal apart.
func slotKey(s Slot) string {
	if s.Added > 0 {
		return "added." + strconv.Itoa(s.Added)
	}
	return s.Was.String()
}

// dayOf is the day of a line, to be pressed, or the field in which it is corrected.
func (f *seriesForm) dayOf(slot Slot) fyne.CanvasObject {
	key := slotKey(slot)
	if !f.edits || slotKey(f.editing) != key {
		day := kit.NewLinkBtn(f.screen.deps.Say.OnWeekday(slot.Event.On), func() { f.editDay(slot) })
		day.ID = "day." + key
		return day
	}
	field := kit.NewDateField(f.screen.deps, nil, slot.Event.On, func(on data.Date) {
		e := slot.Event
		e.MoveTo(on)
		f.edits = false
		if err := f.proposal.Correct(slot, e); err != nil {
			f.fail(err)
		}
		f.show()
	})
	field.OnInvalid = func(err error) {
		if err != nil {
			f.fail(err)
		}
	}
	field.Entry.ID = "on." + key
	f.screen.deps.Focus(field.Entry)
	return field
}

// editDay puts a field in the place of a day.
func (f *seriesForm) editDay(slot Slot) {
	f.editing, f.edits = slot, true
	f.show()
	for _, o := range fieldsIn(f.lines) {
		if o.Entry.ID == "on."+slotKey(slot) {
			f.screen.deps.Focus(o.Entry)
		}
	}
}

// fieldsIn are the fields for a day below a container.
func fieldsIn(o fyne.CanvasObject) (found []*kit.DateField) {
	switch o := o.(type) {
	case *kit.DateField:
		return []*kit.DateField{o}
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, fieldsIn(child)...)
		}
	case *kit.Box:
		for _, child := range o.Parts() {
			found = append(found, fieldsIn(child)...)
		}
	}
	return found
}

// openSlot asks what one event of the series is to be.
func (f *seriesForm) openSlot(slot Slot) {
	s, e := f.screen, slot.Event
	form := kit.NewRowForm(s.deps, &e, data.EventFields).Line("title").Line("format").Line("on", "start").Line("place")
	form.Offer("format", s.formatOptions())
	form.Open(kit.Form{Title: s.deps.Say.Text("Change one of the series"), Save: func() error {
		if e.Format != slot.Event.Format {
			format, _ := data.FormatOf(e.Format)
			e.Minutes = format.Minutes
		}
		return f.proposal.Correct(slot, e)
	}, OnClose: kit.OnceSaved(f.show)})
}

// addDate asks for a day beside those of the rule.
func (f *seriesForm) addDate() {
	var e data.Event
	kit.NewRowForm(f.screen.deps, &e, data.EventFields).Line("on").Open(kit.Form{Title: f.screen.deps.Say.Text("Add a date"),
		Save: func() error { return f.proposal.Add(e.On) }, OnClose: kit.OnceSaved(f.show)})
}

// save plans the series.
func (f *seriesForm) save() {
	s, say := f.screen, f.screen.deps.Say
	if f.title.Text == "" {
		f.proposal.SetLike(func(e *data.Event) { e.Title = f.named })
	}
	n := f.proposal.Count()
	if n == 0 && f.proposal.Err() == nil {
		return // the foot says why
	}
	done, err := f.proposal.Save(context.Background())
	if err != nil {
		f.fail(err)
		return
	}
	f.dialog.Close()
	s.showAgenda()
	s.Load()
	s.deeds.OfferUndo(say.Count(n, "%d event is planned.", "%d events are planned."), done.Undo, nil)
}

// fail shows what was wrong, where it belongs.
func (f *seriesForm) fail(err error) {
	say := f.screen.deps.Say
	if e, is := err.(*data.Error); is && len(e.Fields) == 1 {
		for field, phrase := range e.Fields {
			if field == "rule" {
				f.ruled.SetError(say.Of(phrase))
				f.screen.deps.Focus(f.rule)
				f.dialog.Relayout()
				return
			}
			f.trouble.Set(kit.Span{Sign: kit.Square, Text: say.Of(phrase), Color: look.ColorBad})
		}
	} else {
		f.trouble.Set(kit.Span{Sign: kit.Square, Text: say.Sentence(err), Color: look.ColorBad})
	}
	f.band.Show()
	f.dialog.Relayout()
}
