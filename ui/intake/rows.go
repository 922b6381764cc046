package intake

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/ui/backlog"
	"copleader/ui/events"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/members"
)

// pageOf is the page that shows most of what came in.
func pageOf(in *data.Intake) string {
	switch {
	case len(in.Present) > 0 || len(in.Events) > 0 || len(in.Guests) > 0:
		return events.Page
	case len(in.Items) > len(in.Members):
		return backlog.Page
	}
	return members.Page
}

// choose1 shows a row in the pane.
func (s *Screen) choose1(row int) {
	s.chosen = row
	s.showChosen()
}

// makeTick makes the box that says whether a row comes in; a tap changes it.
func (s *Screen) makeTick() fyne.CanvasObject {
	t := &tick{sign: kit.NewBody()}
	t.ExtendBaseWidget(t)
	return t
}

func (s *Screen) showTick(cell fyne.CanvasObject, row int) {
	t, r := cell.(*tick), &s.state.plan.Rows[row]
	sign := kit.Span{Sign: kit.TickedBox, Color: look.ColorField}
	if r.Do.Do == exchange.Leave {
		sign.Sign = kit.EmptyBox
	}
	if r.State == exchange.Refused {
		sign = kit.Plain("") // it can't come in
	}
	t.sign.Set(sign)
	t.id, t.tapped = strconv.Itoa(row), func() { s.toggle(row) }
}

// tick is the box of a row. It takes no focus: on the list, Enter does the same.
type tick struct {
	widget.BaseWidget
	id     string
	sign   *kit.Para
	tapped func()
}

// Tapped takes the row in or leaves it out.
func (t *tick) Tapped(*fyne.PointEvent) { kit.Guard(t.tapped) }

// UINode tells those who walk the window what this is.
func (t *tick) UINode() (kind, id, text string) { return "tick", t.id, "" }

// Parts are the children: the sign.
func (t *tick) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.sign} }

// HeightFor is that of its sign.
func (t *tick) HeightFor(width float32) float32 { return t.sign.HeightFor(width) }

// CreateRenderer links the widget to its drawing.
func (t *tick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.sign) }

// menuOf offers what may be done with a row.
func (s *Screen) menuOf(row int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, d := range s.state.plan.Choices(row) {
		item := fyne.NewMenuItem(s.state.choice(row, d), func() { s.decide(row, d) })
		item.Checked = d == s.state.plan.Rows[row].Do
		items = append(items, item)
	}
	return items
}

// toggle takes a row in or leaves it out.
func (s *Screen) toggle(row int) {
	choices := s.state.plan.Choices(row)
	d := exchange.Decision{Do: exchange.Leave}
	if s.state.plan.Rows[row].Do.Do == exchange.Leave {
		d = choices[0]
	}
	s.decide(row, d)
}

func (s *Screen) decide(row int, d exchange.Decision) {
	s.state.Decide(row, d)
	s.list.Refresh()
	s.showTaken()
	s.showChosen()
}

// forAllMenu offers what may be done with all rows shown, and in a narrow window with the whole plan.
func (s *Screen) forAllMenu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, do := range s.state.deeds() {
		items = append(items, fyne.NewMenuItem(s.state.forAll(do), func() { s.decideShown(do) }))
	}
	if s.beside.Narrow() {
		say := s.deps.Say
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(s.state.joinedWords(), s.askJoined), fyne.NewMenuItem(say.Text("Save a report…"), s.saveReport),
			fyne.NewMenuItem(say.Text("Choose a file…"), s.choose), fyne.NewMenuItem(say.Text("Start over"), s.clear))
	}
	return items
}

// decideShown decides on all rows that are shown.
func (s *Screen) decideShown(do exchange.Deed) {
	s.state.DecideShown(do)
	s.list.Refresh()
	s.showTaken()
	s.showChosen()
}

// showChosen tells about the chosen row, with what it would change and what may be done with it.
func (s *Screen) showChosen() {
	s.pane.Objects = nil
	s.putChosen()
	s.paneScroll.Refresh()
	s.paneScroll.Relayout()
}

func (s *Screen) putChosen() {
	say := s.deps.Say
	if s.chosen < 0 || s.chosen >= len(s.state.plan.Rows) {
		s.put(kit.NewPara(kit.Muted(say.Text("Choose a row to see it beside ours, and to decide."))))
		return
	}
	r := &s.state.plan.Rows[s.chosen]
	s.put(kit.CardTitle(r.Title()), kit.Note(say.Of(r.State.Phrase())))
	if why := s.state.why(r); why != "" {
		s.put(kit.NewBody(kit.Plain(why)))
	}
	if r.State != exchange.Refused {
		choices := s.choices()
		what := kit.NewLabelled(say.Text("What to do"), choices)
		if words := choices.Words(); data.Length(words) > longChoice {
			what.Hinted(words) // the field shows but its beginning
		}
		s.put(what)
		if r.IsSomebody() {
			s.put(kit.Left(kit.NewLinkBtn(say.Text("It is somebody else of ours…"), s.askWho)))
		}
	}
	if s.state.plan.Timeless(s.chosen) {
		s.put(kit.Left(kit.NewLinkBtn(say.Text("Give it a time…"), s.askStart)))
	}
	s.putFields()
	if r.Do.Ours != 0 {
		s.putChanges(r.Do.Ours)
	} else if len(r.Found) > 0 {
		s.putChanges(r.Found[0])
	}
}

func (s *Screen) put(parts ...fyne.CanvasObject) {
	s.pane.Objects = append(s.pane.Objects, parts...)
}

// longChoice is from how many letters on a choice may be cut in its field.
const longChoice = 30

// choices is the select with what may be done with the chosen row.
func (s *Screen) choices() *kit.Select {
	row := s.chosen
	list := s.state.plan.Choices(row)
	options, chosen := make([]kit.Option, len(list)), ""
	for i, d := range list {
		options[i] = kit.Option{Key: strconv.Itoa(i), Text: s.state.choice(row, d)}
		if d == s.state.plan.Rows[row].Do {
			chosen = options[i].Key
		}
	}
	sel := kit.NewSelect(options, chosen, func(key string) {
		if i, err := strconv.Atoi(key); err == nil {
			s.decide(row, list[i])
		}
	})
	sel.In(s.deps.Say).ID = "intake.do"
	return sel
}

// askStart asks when the chosen event begins.
func (s *Screen) askStart() {
	say, row := s.deps.Say, s.chosen
	var event data.Event
	start := data.EventFields.Of("start")
	typed := kit.NewTextField(nil, "", nil)
	kit.OpenForm(s.deps, kit.Form{
		Title:  say.Text("When does it begin?"),
		Fields: []kit.FormField{{Name: "start", Label: say.Of(start.Label), Input: typed}},
		Save: func() (err error) {
			event.Start, err = data.ReadClock(typed.Text)
			return data.At("start", err)
		},
		OnClose: kit.OnceSaved(func() {
			s.state.SetStart(row, event.Start)
			s.list.Refresh()
			s.showChosen()
		}),
	})
}

// askWho asks which person of ours the chosen row means; very many are sorted away from the window.
func (s *Screen) askWho() {
	plan, row := s.state.plan, s.chosen
	s.deps.Runner.Run(func() func() {
		var options []kit.Option
		for _, m := range plan.Members() {
			text := m.Name
			if m.Unit != "" {
				text = s.deps.Say.Text("%s (%s)", m.Name, m.Unit)
			}
			options = append(options, kit.Option{Key: kit.KeyOf(m.ID), Text: text})
		}
		return func() {
			if plan == s.state.plan && row == s.chosen {
				s.openWho(row, options)
			}
		}
	})
}

// openWho offers the people of ours that a row may mean.
func (s *Screen) openWho(row int, options []kit.Option) {
	say := s.deps.Say
	var dialog *kit.Dialog
	pick := kit.NewSelect(options, "", nil).In(say)
	pick.ID, pick.Placeholder = "intake.who", say.Text("Choose somebody")
	done := func() {
		if pick.Chosen() != "" {
			dialog.Close()
			s.decide(row, exchange.Decision{Do: exchange.Replace, Ours: kit.IDOf(pick.Chosen())})
		}
	}
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{Title: say.Text("Who is %s?", s.state.plan.Rows[row].Title()), Save: done,
		Body: kit.VStack(10, kit.NewLabelled(say.Text("Of ours"), pick), kit.Note(say.Text("The next list that says this name is understood."))),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow}, kit.Spring(), kit.Own(kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { dialog.Close() })),
			kit.Own(kit.NewBtn(kit.Primary, say.Text("That is who it is"), done)))})
	s.deps.Focus(pick)
}

// putFields tells what the source says about the chosen row.
func (s *Screen) putFields() {
	say := s.deps.Say
	for _, f := range s.state.plan.Says(s.chosen) {
		s.put(kit.NewBody(kit.Muted(say.Of(f.Label)+"  "), kit.Plain(say.Of(f.New))))
	}
}

// putChanges shows old and new side by side.
func (s *Screen) putChanges(ours int64) {
	say := s.deps.Say
	changes := s.state.plan.ChangesOf(s.chosen, ours)
	if len(changes) == 0 {
		return
	}
	s.put(kit.NewRule(), kit.NewBody(kit.Bold(say.Text("Beside %s", s.state.oursTitle(s.chosen, ours)))))
	for _, c := range changes {
		old := say.Of(c.Old)
		if c.Old.IsZero() {
			old = say.Text("nothing")
		}
		s.put(kit.NewLabelled(say.Of(c.Label), kit.Row(kit.RowOptions{Gap: 12},
			kit.Weight(1, kit.NewBody(kit.Muted(old))), kit.Own(kit.NewBody(kit.Muted("→"))), kit.Weight(1, kit.NewBody(kit.Plain(say.Of(c.New)))))))
	}
}
