package events

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
)

// planForm is the open form in which an event is planned from a format or a template.
type planForm struct {
	screen  *Screen
	dialog  *kit.FormDialog
	begun   store.Plan // what is known already: of a copy agenda, roles and checklist
	event   data.Event
	row     *kit.RowForm
	preview *fyne.Container
	leads   *kit.Select
}

// openPlan asks for an event, of which something may be known already.
func (s *Screen) openPlan(begun data.Event, then func()) {
	s.openPlanOf(store.Plan{Event: begun}, then)
}

// openPlanOf asks for an event; its title may stay empty and is the format's name then.
func (s *Screen) openPlanOf(begun store.Plan, then func()) {
	say, p := s.deps.Say, s.state.programme
	e := begun.Event
	e.Start, e.On, e.Format = cmp.Or(e.Start, p.lastStart()), cmp.Or(e.On, p.nextDay()), cmp.Or(e.Format, data.UsualFormat)
	leader, _ := p.snapshot.Leader()
	f := &planForm{screen: s, begun: begun, event: e, preview: kit.VStack(4),
		leads: kit.NewSelect(s.teamOptions(), kit.KeyOf(cmp.Or(begun.LeaderID, leader.ID)), nil).In(s.deps.Say)}
	f.row = kit.NewRowForm(s.deps, &f.event, data.EventFields).Line("title").Line("format").Also(kit.FormField{Input: f.preview}).
		Line("on", "start").Line("place").Also(kit.FormField{Name: "leads", Label: say.Text("Leads"), Input: f.leads, Beside: true})
	f.row.Offer("format", s.planOptions()).OnChange = func(string) {
		f.showPreview()
		f.dialog.Relayout()
	}
	f.showPreview()
	f.dialog = f.row.Open(kit.Form{
		Title: say.Text("Plan event"), SaveText: say.Text("Plan event"), Width: 520,
		Save: f.save,
		OnClose: kit.OnceSaved(func() {
			s.showAgenda()
			s.Load()
			if then != nil {
				then()
			}
		}),
	})
}

// showPreview shows what the chosen format is.
func (f *planForm) showPreview() {
	chosen := f.row.Select("format").Chosen()
	format := f.screen.state.FormatIn(chosen)
	say := f.screen.deps.Say
	f.row.Entry("title").SetPlaceHolder(f.screen.state.NameIn(chosen))
	f.preview.Objects = []fyne.CanvasObject{
		kit.NewSmall(kit.Plain(say.Of(data.Phrase{Key: format.Purpose})), kit.Muted(" · "+f.screen.formatSize(format))),
		f.screen.formatSteps(format)}
	f.preview.Refresh()
}

func (f *planForm) save() error {
	s := f.screen
	plan := f.begun
	plan.Event = f.event
	e := &plan.Event
	chosen := f.event.Format
	if plan.Agenda == nil || chosen != f.begun.Event.Format { // a copy keeps what it has
		plan.Agenda = nil
		s.state.From(chosen, &plan)
	}
	e.TimeZone = cmp.Or(e.TimeZone, s.state.programme.snapshot.Community.TimeZone)
	e.Audience = cmp.Or(e.Audience, data.OpenEvent)
	e.Status, e.Brought = data.StatusPlanned, data.NotCounted
	if strings.TrimSpace(e.Title) == "" {
		e.Title = s.state.NameIn(chosen)
	}
	plan.LeaderID = kit.IDOf(f.leads.Chosen())
	plan.Roles = slices.DeleteFunc(slices.Clone(plan.Roles), func(r data.EventRole) bool {
		return r.MemberID == plan.LeaderID && r.Part == data.PartFacilitator
	})
	return s.state.Plan(context.Background(), plan)
}

// planSeries begins a series of lean coffees, which need no preparation.
func (s *Screen) planSeries() {
	p := s.state.programme
	format, _ := data.FormatOf(data.UsualFormat)
	like := data.Event{Format: data.UsualFormat, Minutes: format.Minutes, Start: p.lastStart(), TimeZone: p.snapshot.Community.TimeZone,
		Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted, On: p.today}
	s.openSeries(like, store.Plan{}, p.today)
}

// planSeriesOf begins a series of events like the one shown, with its agenda, who does what and its checklist.
func (s *Screen) planSeriesOf() {
	p, e := s.state.programme, s.pane.detail.Event
	plan := s.state.CopyOf(e.ID)
	s.openSeries(plan.Event, plan, max(p.today, e.On.AddDays(1)))
}
