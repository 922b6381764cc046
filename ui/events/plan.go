package events

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
)

// planForm is the open form in which an event is planned from a format.
type planForm struct {
	screen  *Screen
	dialog  *kit.FormDialog
	format  *kit.Select
	preview *fyne.Container
	title   *kit.TextField
	on      *kit.DateField
	start   *kit.TextField
	place   *kit.TextField
	leads   *kit.Select
	begun   data.Event // what is known already
}

// openPlan asks for an event, of which something may be known already; its title may stay empty and is the format's name then.
func (s *Screen) openPlan(begun data.Event, then func()) {
	say, p := s.deps.Say, s.state.programme
	f := &planForm{screen: s, begun: begun, preview: kit.VStack(4),
		title: kit.NewEntry(begun.Title), place: kit.NewEntry(begun.Place), start: kit.NewEntry(cmp.Or(begun.Start, p.lastStart()).String()),
		on: kit.NewDateField(s.deps.Clock, nil, cmp.Or(begun.On, p.nextDay()), nil)}
	f.format = kit.NewSelect(s.formatOptions(), cmp.Or(begun.Format, usualFormat), func(string) {
		f.showPreview()
		f.dialog.Relayout()
	})
	leader := "0"
	if m, there := p.snapshot.Leader(); there {
		leader = strconv.FormatInt(m.ID, 10)
	}
	f.leads = kit.NewSelect(s.teamOptions(), leader, nil)
	f.showPreview()
	f.dialog = kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Plan event"), Width: 520,
		Fields: []kit.FormField{
			{Name: "title", Label: say.Text("Title"), Input: f.title},
			{Name: "format", Label: say.Text("Format"), Input: f.format},
			{Input: f.preview},
			{Name: "on", Label: say.Text("Day"), Input: f.on},
			{Name: "start", Label: say.Text("Time"), Input: f.start, Beside: true},
			{Name: "place", Label: say.Text("Where"), Input: f.place},
			{Name: "leads", Label: say.Text("Leads"), Input: f.leads, Beside: true},
		},
		SaveText: say.Text("Plan event"),
		Save:     f.save,
		OnClose: func(saved bool) {
			if saved {
				s.showAgenda()
				s.Load()
				if then != nil {
					then()
				}
			}
		},
	})
}

// showPreview shows what the chosen format is.
func (f *planForm) showPreview() {
	format, _ := data.FormatOf(f.format.Chosen())
	say := f.screen.deps.Say
	f.title.SetPlaceHolder(say.Of(data.FormatName(format.Key)))
	f.preview.Objects = []fyne.CanvasObject{
		kit.NewSmall(kit.Plain(say.Of(data.Phrase{Key: format.Purpose})), kit.Muted(" · "+f.screen.formatSize(format))),
		f.screen.formatSteps(format)}
	f.preview.Refresh()
}

func (f *planForm) save() error {
	on, err := f.on.DateIn("on")
	if err != nil {
		return err
	}
	start, err := data.ParseClock(strings.TrimSpace(f.start.Text))
	if err != nil {
		return err
	}
	format, _ := data.FormatOf(f.format.Chosen())
	e := f.begun
	e.Title, e.Format, e.On, e.Start, e.Minutes, e.Place = f.title.Text, format.Key, on, start, format.Minutes, f.place.Text
	e.TimeZone = cmp.Or(e.TimeZone, f.screen.state.programme.snapshot.Community.TimeZone)
	e.Audience = cmp.Or(e.Audience, data.OpenEvent)
	e.Status, e.Brought = data.StatusPlanned, data.NotCounted
	if strings.TrimSpace(e.Title) == "" {
		e.Title = f.screen.deps.Say.Of(data.FormatName(format.Key))
	}
	return f.screen.state.Plan(context.Background(), &e, kit.IDOf(f.leads.Chosen()))
}
