package events

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// planForm is the open form in which an event is planned from a format.
type planForm struct {
	screen  *Screen
	dialog  *kit.FormDialog
	event   data.Event
	row     *kit.RowForm
	preview *fyne.Container
	leads   *kit.Select
}

// openPlan asks for an event, of which something may be known already; its title may stay empty and is the format's name then.
func (s *Screen) openPlan(begun data.Event, then func()) {
	say, p := s.deps.Say, s.state.programme
	begun.Start, begun.On, begun.Format = cmp.Or(begun.Start, p.lastStart()), cmp.Or(begun.On, p.nextDay()), cmp.Or(begun.Format, usualFormat)
	leader, _ := p.snapshot.Leader()
	f := &planForm{screen: s, event: begun, preview: kit.VStack(4), leads: kit.NewSelect(s.teamOptions(), kit.KeyOf(leader.ID), nil)}
	f.row = kit.NewRowForm(s.deps, &f.event, data.EventFields).Line("title").Line("format").Also(kit.FormField{Input: f.preview}).
		Line("on", "start").Line("place").Also(kit.FormField{Name: "leads", Label: say.Text("Leads"), Input: f.leads, Beside: true})
	f.row.Offer("format", s.formatOptions()).OnChange = func(string) {
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
	format, _ := data.FormatOf(f.row.Select("format").Chosen())
	say := f.screen.deps.Say
	f.row.Entry("title").SetPlaceHolder(say.Of(data.FormatName(format.Key)))
	f.preview.Objects = []fyne.CanvasObject{
		kit.NewSmall(kit.Plain(say.Of(data.Phrase{Key: format.Purpose})), kit.Muted(" · "+f.screen.formatSize(format))),
		f.screen.formatSteps(format)}
	f.preview.Refresh()
}

func (f *planForm) save() error {
	e := f.event
	format, _ := data.FormatOf(e.Format)
	e.Minutes = format.Minutes
	e.TimeZone = cmp.Or(e.TimeZone, f.screen.state.programme.snapshot.Community.TimeZone)
	e.Audience = cmp.Or(e.Audience, data.OpenEvent)
	e.Status, e.Brought = data.StatusPlanned, data.NotCounted
	if strings.TrimSpace(e.Title) == "" {
		e.Title = f.screen.deps.Say.Of(data.FormatName(format.Key))
	}
	return f.screen.state.Plan(context.Background(), &e, kit.IDOf(f.leads.Chosen()))
}
