package events

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// pane shows one event: what it is, its agenda, who does what, who came, what was said.
type pane struct {
	screen *Screen
	detail Detail
	box    fyne.CanvasObject
	scroll *kit.Scroll

	day    *dayBlock
	status *kit.Chip
	secret *kit.Chip // the event is confidential
	when   *kit.Para
	series *kit.Para // which one of its series it is
	deeds  *fyne.Container
	top    fyne.CanvasObject // stands still above what scrolls
	filled *fyne.Container   // both

	fields   *kit.FieldSet[data.Event]
	title    *kit.Labelled
	start    *kit.Labelled
	head     fyne.CanvasObject // its day, hours and place, and what it is for
	closed   fyne.CanvasObject // the tick that makes an event confidential
	more     *fyne.Container   // the fields shown when wanted
	moreBtn  *kit.LinkBtn
	steps    *agendaPart
	parts    *fyne.Container
	tasks    *tasksPart
	people   *fyne.Container
	votes    *fyne.Container
	notes    *notesPart
	thread   *kit.Thread
	linkBtn  fyne.CanvasObject
	record   *kit.FieldSet[data.Minutes]
	recorded *fyne.Container
	brought  *fyne.Container
	said     *kit.Para // how it stands with the minutes
	written  func()    // called once minutes are written, nil for nobody who waits
}

func newPane(s *Screen) *pane {
	p := &pane{screen: s, day: newDayBlock(), status: kit.NewChip(kit.PlainTone, ""), when: kit.NewSmall(kit.Plain("")), series: kit.Note("")}
	say := s.deps.Say
	p.secret = kit.NewChip(kit.PlainTone, say.Text("Confidential"))
	p.deeds = kit.Wrap(look.GapInRow)
	p.moreBtn = kit.NewLinkBtn("", p.toggleMore)
	p.buildFields()
	p.buildRecord()
	p.steps = newAgendaPart(p)
	p.tasks, p.notes = newTasksPart(p), newNotesPart(p)
	p.parts, p.people, p.votes = kit.VStack(6), kit.VStack(8), kit.VStack(8)
	p.thread = kit.NewThread(s.deps)
	p.thread.Mend = func(data.Hole) (string, func()) {
		return say.Text("Link it"), func() { s.deps.Commands.Fire("events.link") }
	}
	p.linkBtn = kit.Left(kit.NewLinkBtn(say.Text("Link with something else"), func() { s.deps.Commands.Fire("events.link") }))
	// What it is called, and what is next, stay in sight while the rest scrolls.
	p.top = kit.Row(kit.RowOptions{Gap: 20, Align: kit.Middle, StackBelow: 420, StackGap: 12}, kit.Weight(1, p.title), kit.Own(p.deeds))
	halves := kit.Row(kit.RowOptions{Gap: 24, StackBelow: 520, StackGap: 14},
		kit.Weight(1, kit.VStack(16, p.steps.content, p.tasks.content)),
		kit.Weight(1, kit.VStack(16, kit.VStack(8, kit.CardTitle(say.Text("Who does what")), p.parts), p.people)))
	stack := kit.VStack(14, p.head, kit.Left(p.moreBtn), p.more, p.closed, halves, p.recorded, p.votes, p.notes.content,
		kit.VStack(4, p.thread.Content(), p.linkBtn))
	p.scroll = kit.NewScroll(kit.Pad(kit.Sides(0, kit.ReadMargin), stack))
	p.filled = kit.Fill(8, kit.Pad(kit.Edges{Right: 10, Left: kit.ReadMargin + 4}, p.top), p.scroll, nil)
	p.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 12, Right: 2, Bottom: 12, Left: 12 - kit.ReadMargin}},
		p.filled)
	return p
}

// rarer are the fields of an event that keep out of sight until they are wanted.
var rarer = []string{"lastDay", "link", "audience", "timeZone", "cost"}

// buildFields makes the fields of an event; the rarer ones keep out of sight until they are wanted.
func (p *pane) buildFields() {
	p.fields = kit.NewFieldSet[data.Event](p.screen.deps, p.screen.deeds)
	p.fields.Change, p.fields.OnResized, p.fields.OnRefused = p.change, p.relayout, p.show
	p.fields.Row = func() kit.RowShown { return p.rowShown("event") }
	p.fields.Reads = true
	p.title, p.start = p.fields.Headline(data.EventFields.Of("title")), p.field("start")
	p.fields.Tells("start", func(text string) string { return p.screen.state.Hours(p.detail.Event, text) })
	p.fields.HourTo("start")
	p.head = p.buildHead()
	p.more = kit.VStack(kit.ReadBetween)
	for _, key := range rarer {
		p.more.Objects = append(p.more.Objects, p.field(key))
	}
	p.closed = p.field("confidential")
	p.more.Hide()
}

// buildHead is the first thing to be read of an event, each part of which is changed where it stands: its day as a leaf of a calendar, its
// hours and place, how far it has come, and what it is for.
func (p *pane) buildHead() fyne.CanvasObject {
	hours := kit.Row(kit.RowOptions{Gap: 20, StackBelow: 300, StackGap: kit.ReadBetween},
		kit.Fixed(104, p.start), kit.Fixed(56, p.field("minutes")), kit.Weight(1, p.field("place")))
	return kit.VStack(10,
		kit.Row(kit.RowOptions{Gap: 20, StackBelow: 380, StackGap: 10},
			kit.Own(kit.Left(p.fields.Face(data.EventFields.Of("on"), p.day.box))),
			kit.Weight(1, kit.VStack(kit.ReadBetween, hours, kit.Wrap(look.GapInRow, p.status, p.secret, p.when, p.series)))),
		kit.Row(kit.RowOptions{Gap: 20, StackBelow: 380, StackGap: kit.ReadBetween},
			kit.Fixed(150, p.fields.Choose(data.EventFields.Of("format"), p.screen.formatOptions())), kit.Weight(1, p.field("purpose"))))
}

// field adds a field of the event as it is described.
func (p *pane) field(key string) *kit.Labelled { return p.fields.Of(data.EventFields.Of(key), 0) }

// rowShown is the row of a table that belongs to the event shown.
func (p *pane) rowShown(table string) kit.RowShown {
	return kit.RowShown{Table: table, ID: p.detail.Event.ID, Name: p.screen.called(&p.detail.Event)}
}

// change keeps one field of the event shown.
func (p *pane) change(visit store.Visit, change func(*data.Event)) func(context.Context) error {
	id := p.detail.Event.ID
	if id == 0 {
		return nil
	}
	p.screen.noteChanged(visit.Field)
	return func(ctx context.Context) error {
		return p.screen.state.rows.events.Change(ctx, id, visit, change)
	}
}

// show draws the selected event; a field that is being typed into keeps its text.
func (p *pane) show() {
	d, ok := p.screen.state.Detail()
	if !ok {
		p.detail = Detail{}
		p.box.Hide()
		return
	}
	other := d.Event.ID != p.detail.Event.ID
	p.detail = d
	p.box.Show()
	p.showStatus()
	p.fields.Show(&d.Event, other)
	question, answers := p.askStart(&d.Event)
	p.start.AskWhich(question, answers...)
	p.record.Show(&d.Minutes, other)
	p.showDeeds()
	p.steps.show(d)
	p.showParts()
	p.tasks.show(d)
	p.showPeople()
	p.showVotes()
	p.notes.show(d)
	p.showRecord()
	p.showThread()
	p.showMoreWords()
	if other {
		p.scroll.SetOffset(0)
	}
	p.relayout()
}

func (p *pane) showStatus() {
	tone := kit.PlainTone
	if s := p.detail.Event.Status; s == data.StatusAnnounced || s == data.StatusHeld {
		tone = kit.GoodTone
	}
	p.status.Set(tone, p.detail.Status)
	p.day.show(p.screen.deps.Say, p.detail.Event.On, p.screen.deps.Clock.Today())
	p.when.SetText(p.detail.When)
	p.series.SetText(p.detail.InSeries)
	p.series.Hidden = p.detail.InSeries == ""
	p.secret.Hidden = !p.detail.Event.Confidential
}

// showDeeds offers the next deed, and the others in a menu.
func (p *pane) showDeeds() {
	s := p.screen
	if s.deps.ReadOnly {
		p.deeds.Objects = nil
		return
	}
	var row []fyne.CanvasObject
	if p.detail.Next != StepNone {
		next := kit.NewBtn(kit.Primary, s.nextWord(), func() { s.deps.Commands.Fire("events.next") })
		next.ID = "events.next"
		row = append(row, next)
	}
	p.deeds.Objects = append(row, kit.NewMenuBtn(kit.Outlined, s.deps.Say.Text("More"), p.menuItems))
}

// menuItems are what can be done with the event shown: at hand what is done often, the rest in menus beside it, so that the menu stays low
// with large text, and last what takes away.
func (p *pane) menuItems() []*fyne.MenuItem {
	if p.screen.deps.ReadOnly {
		return nil
	}
	say, commands := p.screen.deps.Say, p.screen.deps.Commands
	often := []string{"events.next", "events.start", "events.held", "events.announce", "events.publish", "events.came", "events.action"}
	if p.screen.state.ToPublish().ID != p.detail.Event.ID { // the menu is of this event alone
		often = slices.DeleteFunc(often, func(id string) bool { return id == "events.publish" })
	}
	items := commands.Usable(often...)
	for _, group := range []struct {
		words string
		ids   []string
	}{
		{say.Text("Prepare it"), []string{"events.ask", "events.checklist"}},
		{say.Text("Note what came of it"), []string{"events.bring", "events.vote", "events.note", "events.link", "events.story"}},
		{say.Text("Print and e-mail"), []string{"events.kit", "events.mail", "events.minutes", "events.mailMinutes"}},
		{say.Text("Plan more like it"), []string{"events.again", "events.seriesOf", "events.template"}},
	} {
		items = append(items, commands.Group(group.words, group.ids...)...)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	return append(items, commands.Usable("events.back", "events.move", "events.alike", "events.cancel", "events.remove")...)
}

// showThread shows where the red thread leads from the event, as soon as that is known.
func (p *pane) showThread() {
	p.thread.Set(p.detail.Thread)
	p.linkBtn.Hide()
	if p.thread.Content().Visible() && len(p.detail.Thread.Holes) == 0 && !p.screen.deps.ReadOnly {
		p.linkBtn.Show()
	}
	p.screen.think()
}

// relayout gives the pane the height its content has now.
func (p *pane) relayout() {
	p.filled.Refresh()
	p.scroll.Refresh()
	p.scroll.Relayout()
	if p.screen.browse != nil {
		p.screen.browse.Refresh()
	}
}

func (p *pane) toggleMore() {
	p.more.Hidden = !p.more.Hidden
	p.showMoreWords()
	p.relayout()
}

// problemClinic is the format in which people show what they are stuck with, so that it is often confidential
// (data/README.md, Formats).
const problemClinic = "problem_clinic"

func (p *pane) showMoreWords() {
	e := p.detail.Event
	kit.SetShown(p.closed, p.more.Visible() || e.Format == problemClinic || e.Confidential)
	if p.more.Hidden {
		p.moreBtn.SetText(p.screen.deps.Say.Text("Last day, link and more"))
	} else {
		p.moreBtn.SetText(p.screen.deps.Say.Text("Less"))
	}
}

// flush keeps what was typed about the event shown.
func (p *pane) flush() {
	p.fields.Flush()
	p.record.Flush()
}

// rename puts the cursor into what the event is called.
func (p *pane) rename() { p.screen.deps.Focus(p.fields.Input("title")) }

// LeadTo shows a field of an event and puts the cursor into it.
func (s *Screen) LeadTo(spot kit.Spot) {
	s.arriveAt(spot.ID)
	s.WhenLoaded(func() {
		p := s.pane
		if spot.Table == "minutes" {
			p.recorded.Show()
			s.deps.Focus(p.record.Input(spot.Field))
			return
		}
		if spot.Field == "guests" {
			s.deps.Commands.Fire("events.came")
			return
		}
		if p.more.Hidden && slices.Contains(rarer, spot.Field) {
			p.toggleMore()
		}
		s.deps.Focus(p.fields.Input(spot.Field))
	})
}
