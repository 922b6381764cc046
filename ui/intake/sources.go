package intake

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data/exchange"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// someLines are as many files and lists as stand there in full; more are scrolled, in a height of their own.
const (
	someLines = 3
	someHigh  = 132 // in points at text scale 1
)

// showSources draws a line a file, with what it is taken for, and a line an attendance list, with the event it is about.
func (s *Screen) showSources() {
	s.sources.Objects = nil
	if answers, _ := s.state.answers(); len(answers) > 0 {
		s.sources.Objects = append(s.sources.Objects, s.answersLine(len(answers)))
	}
	for _, at := range s.state.inSight() {
		if source := s.state.sources[at]; source.What != exchange.Answers {
			s.sources.Objects = append(s.sources.Objects, s.sourceLine(at, source))
		}
		for i := range s.state.plan.Lists {
			if s.state.plan.Lists[i].From == at {
				s.sources.Objects = append(s.sources.Objects, s.listLine(i))
			}
		}
	}
	s.sourceBox.Objects = []fyne.CanvasObject{s.sources}
	if len(s.sources.Objects) > someLines {
		s.sourceBox.Objects[0] = kit.High(someHigh*look.TextScale(), kit.NewScroll(s.sources))
	}
	s.sourceBox.Refresh()
}

func (s *Screen) sourceLine(at int, source *exchange.Source) fyne.CanvasObject {
	say := s.deps.Say
	name, says := s.state.sourceWords(source)
	said := kit.NewBody(kit.Bold(name), kit.Muted("  "+says))
	if source.Err != nil || source.Nothing() {
		said = kit.NewBody(kit.Bold(name), kit.Warned("  "+says))
	}
	parts := []fyne.CanvasObject{said}
	if may := source.MayBe(); len(may) > 1 {
		parts = append(parts, kit.MinWidth(170, s.whatSelect(at, source, may)))
	}
	if len(source.Tables) > 1 {
		parts = append(parts, kit.MinWidth(120, s.sheetSelect(at, source)))
	}
	if len(source.Tables) > 0 {
		parts = append(parts, kit.NewLinkBtn(say.Text("Columns…"), func() { s.askColumns(at, source) }))
	}
	if source.HasSpan() {
		span := s.state.spanFrom(s.deps.Clock.Today())
		days := kit.NewLinkBtn(say.Text("From %s to %s…", span.from, span.to), func() { s.askSpan(at) })
		days.ID = "intake.span"
		parts = append(parts, days)
	}
	parts = append(parts, s.leaveOut(func() { s.state.Drop(at) }))
	line := kit.Wrap(look.GapInRow, parts...)
	if notes := s.state.notes(source); notes != "" {
		return kit.VStack(2, line, kit.Note(notes))
	}
	return line
}

// leaveOut is the link that leaves out what drop takes away.
func (s *Screen) leaveOut(drop func()) fyne.CanvasObject {
	return kit.NewLinkBtn(s.deps.Say.Text("Leave this out"), func() {
		drop()
		if s.state.Empty() {
			s.clear()
			return
		}
		s.again(0, nil)
	})
}

// answersLine tells of filled questionnaires, which come in with their round.
func (s *Screen) answersLine(n int) fyne.CanvasObject {
	say := s.deps.Say
	said, way := kit.Muted("  "+say.Text("They come in with their round.")), kit.NewLinkBtn(say.Text("Read them in"), s.handAnswersOver)
	if !s.state.round {
		said = kit.Warned("  " + say.Text("No round is open to take them in. Please open theirs again, and bring them once more."))
		way = kit.NewLinkBtn(say.Text("Go to Health"), func() { s.deps.Go(health.Page, nil) })
	}
	return kit.Wrap(look.GapInRow, kit.NewBody(kit.Bold(say.Count(n, "%d filled questionnaire", "%d filled questionnaires")), said), way, s.leaveOut(s.state.dropAnswers))
}

func (s *Screen) whatSelect(at int, source *exchange.Source, may []exchange.What) *kit.Select {
	options := make([]kit.Option, len(may))
	for i, what := range may {
		options[i] = kit.Option{Key: string(what), Text: s.deps.Say.Of(what.Phrase())}
	}
	sel := kit.NewSelect(options, string(source.What), func(key string) {
		s.again(at, func(c *exchange.Source, h exchange.Hints) { c.TakeFor(exchange.What(key), h) })
	})
	sel.ID = "intake.what"
	return sel
}

func (s *Screen) sheetSelect(at int, source *exchange.Source) *kit.Select {
	options := make([]kit.Option, len(source.Tables))
	for i := range source.Tables {
		name := source.Tables[i].Name
		if name == "" {
			name = s.deps.Say.Text("Table %d", i+1)
		}
		options[i] = kit.Option{Key: strconv.Itoa(i), Text: name}
	}
	sel := kit.NewSelect(options, strconv.Itoa(source.Sheet), func(key string) {
		sheet, _ := strconv.Atoi(key)
		s.again(at, func(c *exchange.Source, h exchange.Hints) { c.Choose(sheet, h) })
	})
	sel.ID = "intake.sheet"
	return sel
}

// leaveList, newEvent and alongKey are the keys of what else may become of an attendance list.
const (
	leaveList = "leave"
	newEvent  = "new"
	alongKey  = "along:" // before the place of another list
)

// listLine says which event an attendance list is about.
func (s *Screen) listLine(at int) fyne.CanvasObject {
	say, l := s.deps.Say, &s.state.plan.Lists[at]
	options := []kit.Option{}
	for _, e := range s.state.plan.EventsOf(at) {
		options = append(options, kit.Option{Key: kit.KeyOf(e.ID), Text: say.Of(e.Called(s.deps.Clock.Today()))})
	}
	if l.On != 0 {
		options = append(options, kit.Option{Key: newEvent, Text: say.Text("An event that is not there yet")})
	}
	for _, other := range s.state.plan.Besides(at) {
		options = append(options, kit.Option{Key: alongKey + strconv.Itoa(other), Text: s.state.alongWords(&s.state.plan.Lists[other])})
	}
	options = append(options, kit.Option{Key: leaveList, Text: say.Text("No event; leave the list out")})
	chosen := leaveList
	switch l.Do.Do {
	case exchange.Replace:
		chosen = kit.KeyOf(l.Do.Ours)
	case exchange.Add:
		chosen = newEvent
	case exchange.Along:
		chosen = alongKey + strconv.FormatInt(l.Do.Ours, 10)
	}
	sel := kit.NewSelect(options, chosen, func(key string) {
		s.state.DecideList(at, listDecision(key))
		s.again(0, nil)
	})
	sel.ID = "intake.event"
	line := kit.NewLabelled(s.state.listWords(l), sel)
	switch {
	case !l.Why.IsZero():
		line.Hinted(say.Of(l.Why))
	case len(l.Doubts) > 0:
		line.Hinted(say.Of(l.Doubts[0]))
	}
	return line
}

// listDecision is what an option says an attendance list is about.
func listDecision(key string) exchange.Decision {
	other, along := strings.CutPrefix(key, alongKey)
	switch {
	case along:
		at, _ := strconv.ParseInt(other, 10, 64)
		return exchange.Decision{Do: exchange.Along, Ours: at}
	case key == leaveList:
		return exchange.Decision{Do: exchange.Leave}
	case key == newEvent:
		return exchange.Decision{Do: exchange.Add}
	}
	return exchange.Decision{Do: exchange.Replace, Ours: kit.IDOf(key)}
}

// askColumns asks what stands in the columns of a table.
func (s *Screen) askColumns(at int, source *exchange.Source) {
	say := s.deps.Say
	options := []kit.Option{{Key: "", Text: say.Text("Left out")}}
	for _, c := range exchange.FieldsOf(source.What) {
		options = append(options, kit.Option{Key: c.Word, Text: say.Of(c.Label)})
	}
	keys := append([]string(nil), source.Columns.Keys...)
	body := kit.VStack(10, kit.Note(say.Text("What is in each column? It is remembered for tables with these headings.")))
	for i, heading := range source.Headings() {
		if heading == "" {
			heading = say.Text("Column %d", i+1)
		}
		sel := kit.NewSelect(options, keys[i], func(key string) { keys[i] = key }).In(say)
		sel.ID = "intake.column"
		body.Objects = append(body.Objects, kit.NewLabelled(heading, sel).Hinted(say.List(source.Sample(i))))
	}
	headed := kit.NewCheck(say.Text("The first row holds headings"), source.Columns.Head >= 0, nil)
	body.Objects = append(body.Objects, headed)
	var dialog *kit.Dialog
	use := func() {
		dialog.Close()
		first := headed.Ticked()
		s.again(at, func(c *exchange.Source, h exchange.Hints) { c.Hold(keys, first, h) })
	}
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Columns"), Width: 520, Body: body, Save: use,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { dialog.Close() })),
			kit.Own(kit.NewBtn(kit.Primary, say.Text("Use these"), use)))})
}

// askSpan asks in which span of days calendars are read; what repeats without end has to end somewhere.
func (s *Screen) askSpan(at int) {
	say, span := s.deps.Say, s.state.spanFrom(s.deps.Clock.Today())
	from, to := kit.NewDateField(s.deps, nil, span.from, nil), kit.NewDateField(s.deps, nil, span.to, nil)
	kit.OpenForm(s.deps, kit.Form{
		Title: say.Text("Which days of the calendar"),
		Fields: []kit.FormField{{Name: "from", Label: say.Text("From"), Input: from},
			{Name: "to", Label: say.Text("To"), Input: to, Hint: say.Text("Events outside of these days are left out.")}},
		Save: func() (err error) {
			if s.state.span.from, err = from.DateIn("from"); err == nil {
				s.state.span.to, err = to.DateIn("to")
			}
			return err
		},
		OnClose: kit.OnceSaved(func() {
			s.again(at, func(c *exchange.Source, h exchange.Hints) { c.ReadSpan(context.Background(), h) })
		}),
	})
}
