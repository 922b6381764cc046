package events

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// attending is the open list in which is ticked who came, or noted who said they would.
type attending struct {
	screen  *Screen
	eventID int64
	replies bool // the event is to come: replies are noted, not presence
	dialog  *kit.Dialog
	search  *kit.TextField
	only    *kit.Check
	list    *kit.List[Candidate]
	sum     *kit.Para
	guests  *kit.FieldSet[data.Event] // the one field that is typed; none while replies are noted
}

// openAttending opens the list for the event shown. Every tick is kept at once, so there is nothing to save.
func (s *Screen) openAttending() {
	say, d := s.deps.Say, s.pane.detail
	a := &attending{screen: s, eventID: d.Event.ID, replies: !d.MayHold, sum: kit.Note("")}
	a.search = kit.NewSearch(say.Text("Find…"), func(string) { a.show() })
	a.list = kit.NewList(kit.ListOptions[Candidate]{
		Key: func(c Candidate) int64 { return c.ID },
		Columns: []kit.Column[Candidate]{
			{Weight: 2, Text: a.nameSpans},
			{Weight: 1, HideBelow: 320, Text: func(c Candidate) []kit.Span { return []kit.Span{kit.Muted(c.Unit)} }},
			{Fixed: 100, Text: func(c Candidate) []kit.Span { return []kit.Span{kit.Muted(a.replyText(c))} }},
		},
		OnTap: a.toggle, OnOpen: a.toggle, Menu: a.menuOf,
	})
	title, only := say.Text("Who came to “%s”?", s.called(&d.Event)), say.Text("Only those ticked or expected")
	if a.replies {
		title, only = say.Text("Who said they come to “%s”?", s.called(&d.Event)), say.Text("Only those who answered")
	}
	a.list.Follow(a.search, a.take)
	a.only = kit.NewCheck(only, false, func(bool) { a.show() })
	head := kit.VStack(8, a.search, a.only)
	if !a.replies {
		bring := kit.NewLinkBtn(say.Text("Bring in a list…"), func() {
			a.dialog.Close()
			s.bring(exchange.Attendance)
		})
		bring.ID = "events.bring"
		a.guests = kit.NewFieldSet[data.Event](s.deps, s.deeds)
		a.guests.Change = a.keepGuests
		a.guests.Row = func() kit.RowShown { return kit.RowShown{Table: "event", ID: a.eventID, Name: s.called(&d.Event)} }
		head.Objects = append(head.Objects, kit.Row(kit.RowOptions{Gap: 10, Align: kit.Middle},
			kit.Fixed(90, a.guests.Of(data.EventFields.Of("guests"), 0)), kit.Spring(), kit.Own(bring)))
		a.guests.Show(&d.Event, true)
	}
	done := kit.NewBtn(kit.Primary, say.Text("Done"), func() { a.dialog.Close() })
	s.attending = a
	a.dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: title, Width: 560,
		Body: kit.VStack(10, head, kit.High(listHigh, a.list)),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Weight(1, a.sum), kit.Own(done)),
		OnClose: func() {
			if a.guests != nil {
				a.guests.Flush()
			}
			s.attending = nil
		},
	})
	a.show()
	s.deps.Focus(a.search)
}

// show lists those who match; the ticks come from the file.
func (a *attending) show() {
	say := a.screen.deps.Say
	a.list.SetRows(a.screen.state.Candidates(a.eventID, a.search.Text, a.only.Ticked()))
	n := 0
	for _, c := range a.screen.state.Candidates(a.eventID, "", true) {
		if c.Present || a.replies && c.Reply == data.ReplyYes {
			n++
		}
	}
	if a.replies {
		a.sum.SetText(say.Count(n, "%d says yes. Enter or a tap changes an answer.", "%d say yes. Enter or a tap changes an answer."))
	} else {
		a.sum.SetText(say.Count(n, "%d came. Enter or a tap ticks.", "%d came. Enter or a tap ticks."))
	}
}

func (a *attending) nameSpans(c Candidate) []kit.Span {
	sign := kit.EmptyBox
	if c.Present || a.replies && c.Reply == data.ReplyYes {
		sign = kit.TickedBox
	}
	return []kit.Span{{Sign: sign, Color: look.ColorField}, {Text: gap + c.Name}}
}

func (a *attending) replyText(c Candidate) string {
	if c.Reply == data.ReplyNone && !a.replies {
		return ""
	}
	return replyWord(a.screen.deps.Say, c.Reply)
}

// take ticks whoever was found by name, and makes the search field ready for the next.
func (a *attending) take(c Candidate) {
	a.toggle(c)
	a.search.SetText("")
}

// toggle ticks somebody, or for an event to come goes through yes, no and no answer.
func (a *attending) toggle(c Candidate) {
	if !a.replies {
		a.screen.deeds.Do(func(ctx context.Context) error {
			return a.screen.state.store.SetPresent(ctx, a.eventID, []int64{c.ID}, !c.Present)
		}, nil)
		return
	}
	next := map[data.Reply]data.Reply{data.ReplyNone: data.ReplyYes, data.ReplyYes: data.ReplyNo, data.ReplyNo: data.ReplyNone}
	a.reply(c, next[c.Reply])
}

func (a *attending) reply(c Candidate, reply data.Reply) {
	a.screen.deeds.Do(func(ctx context.Context) error { return a.screen.state.store.SetExpected(ctx, a.eventID, c.ID, reply) }, nil)
}

func (a *attending) menuOf(c Candidate) []*fyne.MenuItem {
	say := a.screen.deps.Say
	return []*fyne.MenuItem{
		fyne.NewMenuItem(say.Text("Said yes"), func() { a.reply(c, data.ReplyYes) }),
		fyne.NewMenuItem(say.Text("Said no"), func() { a.reply(c, data.ReplyNo) }),
		fyne.NewMenuItem(say.Text("No answer"), func() { a.reply(c, data.ReplyNone) }),
	}
}

// keepGuests keeps how many guests came.
func (a *attending) keepGuests(visit store.Visit, change func(*data.Event)) func(context.Context) error {
	return func(ctx context.Context) error {
		return a.screen.state.rows.events.Change(ctx, a.eventID, visit, change)
	}
}

// teamOptions are those who could lead an event, the core team; anybody can be chosen later.
func (s *Screen) teamOptions() []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("Nobody yet")}}
	for _, m := range s.state.programme.snapshot.CoreTeam(s.deps.Clock.Today()) {
		options = append(options, kit.Option{Key: strconv.FormatInt(m.ID, 10), Text: m.Name})
	}
	return options
}

// peopleOptions are those who could do something, by name; nobody first.
func (s *Screen) peopleOptions() []kit.Option {
	options := []kit.Option{{Key: "0", Text: s.deps.Say.Text("Nobody yet")}}
	for _, who := range s.state.Candidates(s.state.Selected(), "", false) {
		options = append(options, kit.Option{Key: strconv.FormatInt(who.ID, 10), Text: who.Name})
	}
	return options
}
