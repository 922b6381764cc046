package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// unkeptChanged is called when something was typed that is not in the file, or is there by now.
func (w *Window) unkeptChanged(refused bool) {
	if n, on := w.frame.bar.Notice(); on && n.Unkept && len(w.deps.Unkept.Refused()) == 0 {
		w.frame.bar.Dismiss()
	}
	if w.shell != nil {
		w.shell.side.showFoot()
	}
	w.rescue.note(refused)
}

// showUnkept leads to the field that is not kept; where there are several, or its row is gone, they are listed.
func (w *Window) showUnkept() {
	texts := w.deps.Unkept.Refused()
	if len(texts) == 1 && len(w.rescue.earlier) == 0 && w.shell.leads(texts[0].Spot) {
		w.shell.leadTo(texts[0].Spot)
		return
	}
	say := w.say()
	list := textList{title: say.Text("Not kept yet"), intro: say.Text("This was typed and is not in the file.")}
	for _, u := range texts {
		var there way
		if w.shell.leads(u.Spot) {
			there = way{say.Text("Show it"), func() { w.shell.leadTo(u.Spot) }}
		}
		list.add(u, there, func() {
			w.deps.Unkept.Drop(u.Spot)
			w.shell.showAgain(u.Spot)
		})
	}
	w.rescue.addTo(&list)
	w.showTexts(list)
}

// textList is what a dialog shows of texts that are in no file.
type textList struct {
	title, intro string
	rows         []textRow
}

// textRow is one text, where it leads to, and how it is let go of.
type textRow struct {
	kit.Unkept
	there way
	drop  func()
}

// way leads somewhere; without words there is none.
type way struct {
	words string
	do    func()
}

func (l *textList) add(u kit.Unkept, there way, drop func()) {
	l.rows = append(l.rows, textRow{u, there, drop})
}

// showTexts shows texts, each with what can be done with it. A text that was dropped goes; the dialog goes with the last.
func (w *Window) showTexts(l textList) {
	say := w.say()
	var d *kit.Dialog
	rows := kit.VStack(14)
	left := len(l.rows)
	for _, r := range l.rows {
		row, ways := kit.VStack(2, textOf(r.Unkept)...), kit.Wrap(14)
		if r.there.words != "" {
			ways.Objects = append(ways.Objects, kit.NewLinkBtn(r.there.words, func() {
				d.Close()
				r.there.do()
			}))
		}
		ways.Objects = append(ways.Objects, kit.NewLinkBtn(say.Text("Copy"), func() { w.copyTexts([]kit.Unkept{r.Unkept}) }),
			kit.NewLinkBtn(say.Text("Drop it"), func() {
				r.drop()
				row.Hide()
				if left--; left == 0 {
					d.Close()
				}
				d.Relayout()
			}))
		row.Objects = append(row.Objects, ways)
		rows.Objects = append(rows.Objects, row)
	}
	done := kit.NewBtn(kit.Primary, say.Text("Close"), func() { d.Close() })
	done.ID = "texts.close"
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: l.title, Body: kit.VStack(14, kit.NewSmall(kit.Muted(l.intro)), rows), Width: 560,
		Foot: kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(done))})
	w.Canvas().Focus(done)
}

// textOf shows a text: whose field it was typed into, the text, why it is not kept.
func textOf(u kit.Unkept) []fyne.CanvasObject {
	shown := []fyne.CanvasObject{kit.NewBody(kit.Bold(headOf(u))), kit.NewBody(kit.Plain(u.Text))}
	if u.Why != "" {
		shown = append(shown, kit.NewSmall(kit.Warned(u.Why)))
	}
	return shown
}

// headOf names a field and whose it is.
func headOf(u kit.Unkept) string { return joined(u.Label, u.Row) }

// joined puts words one after another, leaving out what is empty.
func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), " · ")
}

// copyTexts puts texts into the clipboard, each below the name of its field.
func (w *Window) copyTexts(texts []kit.Unkept) {
	var parts []string
	for _, u := range texts {
		parts = append(parts, headOf(u)+"\n"+u.Text)
	}
	if len(texts) == 1 {
		parts[0] = texts[0].Text
	}
	w.setup.App.Clipboard().SetContent(strings.Join(parts, "\n\n"))
}

// keptThen writes down what was typed and waits until it is in the file. What can't be kept is asked about; then comes what comes next. What is
// held in the spots given is what comes next itself.
func (w *Window) keptThen(next func(), but ...kit.Spot) {
	if w.shell == nil {
		w.settledThen(next, but)
		return
	}
	w.shell.leave()
	w.work.whenSettled(func() { w.settledThen(next, but) })
}

func (w *Window) settledThen(next func(), but []kit.Spot) {
	texts := slices.DeleteFunc(append(w.rescue.undecided(), w.deps.Unkept.All()...), func(u kit.Unkept) bool { return slices.Contains(but, u.Spot) })
	if len(texts) == 0 || w.demo {
		next()
		return
	}
	if !w.asking {
		w.askUnkept(texts, func() { w.settledThen(next, but) }, next)
	}
}

// askUnkept asks what is to become of what is not kept before the file is closed. Escape leaves everything as it is.
func (w *Window) askUnkept(texts []kit.Unkept, askAgain, next func()) {
	say := w.say()
	w.asking, w.closing = true, false
	again := false // whether there is something that may be kept by trying again
	rows := kit.VStack(12)
	for _, u := range texts {
		again = again || u.Helps
		rows.Objects = append(rows.Objects, kit.VStack(2, textOf(u)...))
	}
	later := kit.NewSmall(kit.Muted(say.Text("What is not kept when you close is offered again at the next start.")))
	var d *kit.Dialog
	answer := func(then func()) func() {
		return func() {
			d.Close()
			then()
		}
	}
	stay := kit.NewBtn(kit.Primary, say.Text("Try again"), answer(func() { w.tryAgainThen(askAgain) }))
	if !again {
		stay = kit.NewBtn(kit.Primary, say.Text("Go back to it"), answer(w.backToUnkept))
	}
	copying := kit.NewBtn(kit.Outlined, say.Text("Copy my text"), func() { w.copyTexts(texts) })
	anyway := kit.NewBtn(kit.Outlined, say.Text("Close anyway"), answer(func() { w.closeAnyway(next) }))
	stay.ID, copying.ID, anyway.ID = "unkept.again", "unkept.copy", "unkept.close"
	d = kit.OpenDialog(w.Canvas(), kit.DialogOptions{
		Title: say.Count(len(texts), "%d text is not kept yet", "%d texts are not kept yet"), Width: 560,
		Body:    kit.VStack(14, rows, later),
		Foot:    kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 420}, kit.Own(anyway), kit.Spring(), kit.Own(copying), kit.Own(stay)),
		OnClose: func() { w.asking = false },
	})
	w.Canvas().Focus(stay)
}

// tryAgainThen gives the file once more what it refused, and asks again where that was in vain.
func (w *Window) tryAgainThen(askAgain func()) {
	w.deps.Unkept.TryAgain()
	w.work.whenSettled(askAgain)
}

// backToUnkept leads to what was typed: a dialog that is being filled in is there still.
func (w *Window) backToUnkept() {
	if len(w.deps.Unkept.Refused())+len(w.rescue.earlier) > 0 && w.shell != nil && w.Canvas().Overlays().Top() == nil {
		w.showUnkept()
	}
}

// closeAnyway leaves what is not kept to the note for the next start.
func (w *Window) closeAnyway(next func()) {
	w.rescue.note(true)
	w.work.whenSettled(next)
}

// leads tells whether a page has the field of a spot, and the row is there. A page that could not be read leads nowhere.
func (s *shell) leads(spot kit.Spot) bool {
	p := s.leaderOf(spot)
	if p == nil {
		return false
	}
	_, there := s.called(spot)
	return there && !p.failed() && (s.at == nil || !s.at.failed())
}

// failed tells whether the page was read and could not be.
func (p *place) failed() bool {
	l, is := p.page.(interface{ Failed() bool })
	return is && l.Failed()
}

// leaderOf is the page that shows the rows of a table, nil where none can lead to a field of it.
func (s *shell) leaderOf(spot kit.Spot) *place {
	for _, p := range s.places {
		for _, table := range p.spec.tables {
			if table == spot.Table {
				return p
			}
		}
	}
	return nil
}

// called is what the row of a spot is called in the file, as last read, and whether it is there. Where a table has one row, or rows that go
// by the field's name, there is no name.
func (s *shell) called(spot kit.Spot) (name string, there bool) {
	if s.snapshot == nil {
		return "", false
	}
	switch spot.Table {
	case "member":
		return nameIn(s.snapshot.Members, spot.ID, func(r *data.Member) (int64, string) { return r.ID, r.Name })
	case "event", "minutes":
		return nameIn(s.snapshot.Events, spot.ID, func(r *data.Event) (int64, string) { return r.ID, r.Title })
	case "item":
		return nameIn(s.snapshot.Items, spot.ID, func(r *data.Item) (int64, string) { return r.ID, r.Title })
	case "value_story":
		return nameIn(s.snapshot.Stories, spot.ID, func(r *data.ValueStory) (int64, string) { return r.ID, r.Title })
	case "tally", "round_return", "ballot":
		return nameIn(s.snapshot.Rounds, spot.ID, func(r *data.Round) (int64, string) { return r.ID, r.Name })
	}
	return "", true
}

func nameIn[T any](rows []T, id int64, of func(*T) (int64, string)) (name string, there bool) {
	for i := range rows {
		if at, name := of(&rows[i]); at == id {
			return name, true
		}
	}
	return "", false
}

// showAgain has the page of a spot read again, so that its field shows what is held for it, or what the file has.
func (s *shell) showAgain(spot kit.Spot) {
	p := s.leaderOf(spot)
	if p == nil {
		return
	}
	if p.news = allNew; p == s.at {
		s.load(p)
	}
}

// leadTo shows the field of a spot and puts the cursor into it.
func (s *shell) leadTo(spot kit.Spot) {
	p := s.leaderOf(spot)
	if p == nil {
		return
	}
	s.goTo(p.spec.name, nil)
	if l, ok := p.page.(kit.Leader); ok && s.at == p {
		l.LeadTo(spot)
	}
}
