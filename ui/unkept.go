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
	w.lookAgain()
}

// lookAgain has what is shown of texts that are not kept follow what is kept by now.
func (w *Window) lookAgain() {
	if w.asked != nil {
		w.asked.lookAgain()
	}
	if w.texts != nil {
		w.texts.lookAgain()
	}
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
		}, func() bool { return w.deps.Unkept.Holds(u) })
	}
	w.rescue.addTo(&list)
	w.showTexts(list)
}

// textList is what a dialog shows of texts that are in no file.
type textList struct {
	title, intro string
	rows         []textRow
}

// textRow is one text, where it leads to, how it is let go of, and whether it is there still.
type textRow struct {
	kit.Unkept
	there way
	drop  func()
	still func() bool
}

// way leads somewhere; without words there is none.
type way struct {
	words string
	do    func()
}

func (l *textList) add(u kit.Unkept, there way, drop func(), still func() bool) {
	l.rows = append(l.rows, textRow{u, there, drop, still})
}

// textsShown is the dialog that shows texts, each with what can be done with it. A text that was dropped, or is kept by now, goes; the
// dialog goes with the last.
type textsShown struct {
	dialog *kit.Dialog
	texts  []textRow
	rows   []fyne.CanvasObject
}

func (w *Window) showTexts(l textList) {
	say := w.say()
	d := &textsShown{texts: l.rows}
	for i, r := range l.rows {
		row, ways := kit.VStack(2, textOf(r.Unkept)...), kit.Wrap(14)
		if r.there.words != "" {
			ways.Objects = append(ways.Objects, kit.NewLinkBtn(r.there.words, func() {
				d.dialog.Close()
				r.there.do()
			}))
		}
		ways.Objects = append(ways.Objects, kit.NewLinkBtn(say.Text("Copy"), func() { w.copyTexts([]kit.Unkept{r.Unkept}) }),
			kit.NewLinkBtn(say.Text("Drop it"), func() {
				r.drop()
				d.hide(i)
			}))
		row.Objects = append(row.Objects, ways)
		d.rows = append(d.rows, row)
	}
	done := kit.NewBtn(kit.Primary, say.Text("Close"), func() { d.dialog.Close() })
	done.ID = "texts.close"
	w.texts = d
	d.dialog = kit.OpenDialog(w.Canvas(), kit.DialogOptions{Title: l.title, Body: kit.VStack(14, kit.NewSmall(kit.Muted(l.intro)), kit.VStack(14, d.rows...)), Width: 560,
		Foot:    kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(done)),
		OnClose: func() { w.texts = nil }})
	w.Canvas().Focus(done)
}

// lookAgain takes away what is kept by now.
func (d *textsShown) lookAgain() {
	for i, r := range d.texts {
		if !r.still() {
			d.hide(i)
		}
	}
}

func (d *textsShown) hide(i int) {
	if !d.rows[i].Visible() {
		return
	}
	d.rows[i].Hide()
	if !slices.ContainsFunc(d.rows, fyne.CanvasObject.Visible) {
		d.dialog.Close()
	}
	d.dialog.Relayout()
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
	switch texts := w.notKept(but); {
	case len(texts) == 0 || w.demo:
		next()
	case w.asked == nil:
		w.askUnkept(texts, next, but)
	}
}

// notKept is what is in no file now, but for what is held in the spots given.
func (w *Window) notKept(but []kit.Spot) []kit.Unkept {
	return slices.DeleteFunc(append(w.rescue.undecided(), w.deps.Unkept.All()...), func(u kit.Unkept) bool { return slices.Contains(but, u.Spot) })
}

// unkeptQuestion asks what is to become of what is not kept before the file is closed, as long as anything is. Escape leaves everything as it is.
type unkeptQuestion struct {
	window *Window
	next   func()
	but    []kit.Spot
	dialog *kit.Dialog
	texts  []kit.Unkept
	rows   *fyne.Container
	stay   *kit.Btn
}

func (w *Window) askUnkept(texts []kit.Unkept, next func(), but []kit.Spot) {
	say := w.say()
	q := &unkeptQuestion{window: w, next: next, but: but, rows: kit.VStack(12)}
	w.asked, w.closing = q, false
	later := kit.NewSmall(kit.Muted(say.Text("What is not kept when you close is offered again at the next start.")))
	q.stay = kit.NewBtn(kit.Primary, say.Text("Try again"), q.goOn)
	copying := kit.NewBtn(kit.Outlined, say.Text("Copy my text"), func() { w.copyTexts(q.texts) })
	anyway := kit.NewBtn(kit.Outlined, say.Text("Close anyway"), func() {
		q.dialog.Close()
		w.closeAnyway(next)
	})
	q.stay.ID, copying.ID, anyway.ID = "unkept.again", "unkept.copy", "unkept.close"
	q.list(texts)
	q.dialog = kit.OpenDialog(w.Canvas(), kit.DialogOptions{
		Title: q.title(), Width: 560,
		Body:    kit.VStack(14, q.rows, later),
		Foot:    kit.Row(kit.RowOptions{Gap: look.GapInRow, StackBelow: 420}, kit.Own(anyway), kit.Spring(), kit.Own(copying), kit.Own(q.stay)),
		OnClose: func() { w.asked = nil },
	})
	w.Canvas().Focus(q.stay)
}

func (q *unkeptQuestion) title() string {
	return q.window.say().Count(len(q.texts), "%d text is not kept yet", "%d texts are not kept yet")
}

// list shows what is not kept; where some of it may be kept by trying again, that is offered.
func (q *unkeptQuestion) list(texts []kit.Unkept) {
	q.texts, q.rows.Objects = texts, nil
	for _, u := range texts {
		q.rows.Objects = append(q.rows.Objects, kit.VStack(2, textOf(u)...))
	}
	words := q.window.say().Text("Go back to it")
	if q.mayHelp() {
		words = q.window.say().Text("Try again")
	}
	q.stay.SetText(words)
	q.rows.Refresh()
}

func (q *unkeptQuestion) mayHelp() bool {
	return slices.ContainsFunc(q.texts, func(u kit.Unkept) bool { return u.Helps })
}

// goOn tries again where that may help, else it leads back to what was typed.
func (q *unkeptQuestion) goOn() {
	w, again := q.window, q.mayHelp()
	q.dialog.Close()
	if again {
		w.tryAgainThen(func() { w.settledThen(q.next, q.but) })
		return
	}
	w.backToUnkept()
}

// lookAgain lists what is not kept by now; with the last of it the question goes, and what it held up goes on.
func (q *unkeptQuestion) lookAgain() {
	texts := q.window.notKept(q.but)
	switch {
	case slices.Equal(texts, q.texts):
	case len(texts) > 0:
		q.list(texts)
		q.dialog.SetTitle(q.title())
	default:
		q.dialog.Close()
		q.window.work.whenSettled(func() { q.window.settledThen(q.next, q.but) })
	}
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
