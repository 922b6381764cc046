// Package share is the screen of the documents: each is made to be looked at, or
// saved to be kept.
package share

import (
	"context"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/reports/page"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "share"

// What the chips show.
const (
	showReaders = iota
	showDocuments
	showBefore
)

// Screen is the page Share.
type Screen struct {
	*kit.ScreenOf[View]
	deps   kit.Deps
	state  *State
	making kit.Runner  // one document after another
	viewer *lazyViewer // nil where none is given

	jobs []*job

	chips    *kit.ChipRow
	paper    *kit.Select
	progress *progress
	page     *kit.Scroll
	body     *fyne.Container // the progress above what the chip chose

	readers   fyne.CanvasObject // what is due, and what there is for whom; built anew for another look at the file
	minis     []*mini           // the first pages there
	drawing   kit.Runner        // of those
	giveBack  func()            // memory, after each
	drawn     atomic.Int64      // numbers the looks at the file for which they are drawn
	waiting   int               // first pages that are still to be drawn
	documents fyne.CanvasObject // built when first shown
	cards     map[string]*card
	before    *before
	reader    *reader           // the document that is looked at, nil for none
	then      func(handed bool) // called once the letter that is open was handed over or put aside, nil for nobody who waits
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store, o Options) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say, o), making: kit.NewInOrder(deps.Runner), drawing: kit.NewInOrder(deps.Aside), cards: map[string]*card{}}
	s.state.readOnly = deps.ReadOnly
	if s.giveBack = o.GiveBack; s.giveBack == nil {
		s.giveBack = func() {}
	}
	if o.Viewer != nil {
		s.viewer = &lazyViewer{start: o.Viewer}
	}
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	say := deps.Say
	s.chips = kit.NewChipRow(s.chipTexts(), showReaders, func(int) { s.leaveReader() })
	var papers []kit.Option
	for _, p := range Papers {
		papers = append(papers, kit.Option{Key: p.Name, Text: p.Name})
	}
	s.paper = kit.NewSelect(papers, Papers[0].Name, s.choosePaper)
	s.paper.ID = "paper"
	s.progress = newProgress(s)
	s.before = newBefore(s)
	s.body = kit.VStack(look.GapCards, s.progress.box)
	s.page = kit.NewPage(s.body)
	s.LayOut(kit.NewHeader(kit.Header{Title: say.Text("Share"), Chips: s.chips, Actions: []fyne.CanvasObject{s.paper}}), s.page, s.put)
	s.register()
	return s
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows what was made before, and the paper.
func (s *Screen) take(v View) {
	if v.guests != s.state.View().guests {
		s.documents, s.cards = nil, map[string]*card{}
		if s.reader != nil && s.reader.tile.own() {
			s.closeReader()
		}
	}
	s.state.Take(v)
	s.chips.Set(s.chipTexts(), s.chips.Selected())
	s.readers = nil
	s.show()
	s.warm()
	if s.reader != nil {
		s.reader.make()
	}
}

// warm starts the viewer in the background, so that the first page comes at once.
func (s *Screen) warm() {
	if s.viewer != nil {
		s.away(func() error {
			_, err := s.viewer.get()
			return err
		})
	}
}

// Stop drops what is being read and drawn, and tells whether there was any: the first pages that are left are drawn when one comes back.
func (s *Screen) Stop() (cut bool) {
	drawing := s.waiting > 0
	s.drawn.Add(1)
	s.waiting = 0
	return s.ScreenOf.Stop() || drawing
}

// Leave gives the memory of the viewer and of the documents' fonts back; they come again when they are wanted.
func (s *Screen) Leave() {
	if s.viewer != nil {
		s.away(s.viewer.close)
	}
	s.drawing.Run(func() func() { // once nothing is drawn any more
		if fonts := s.state.options.Fonts; fonts != nil {
			fonts.Forget()
		}
		s.giveBack()
		return nil
	})
}

// away does something away from the window that nobody waits for. A fault of the viewer is told where pages are missing.
func (s *Screen) away(do func() error) {
	s.deps.Aside.Run(func() func() {
		_ = do()
		return nil
	})
}

// draws gives the pages of a document, or none where there is no viewer.
func (s *Screen) draws(content []byte) (Drawing, error) {
	if s.viewer == nil {
		return nil, nil
	}
	v, err := s.viewer.get()
	if err != nil {
		return nil, nil // the reader says that pages can't be shown; the document can
	}
	return v.Document(content)
}

// show draws what the chip chose.
func (s *Screen) show() {
	if !s.Loaded() {
		return
	}
	s.paper.Set(s.state.View().Paper.Name)
	if s.reader != nil {
		s.put(s.reader.content)
		return
	}
	if s.chips.Selected() == showReaders {
		if s.readers == nil {
			s.readers = s.drawReaders()
			s.drawMinis()
		}
		s.put(s.readers)
		return
	}
	if s.chips.Selected() == showBefore {
		s.before.show()
		s.put(s.before.card)
		return
	}
	if s.documents == nil {
		s.documents = s.draw()
	}
	s.put(s.documents)
}

// put shows something under the progress.
func (s *Screen) put(o fyne.CanvasObject) {
	if len(s.body.Objects) == 2 && s.body.Objects[1] == o {
		s.page.Refresh()
		return
	}
	s.body.Objects = []fyne.CanvasObject{s.progress.box, o}
	s.page.SetContent(s.body)
}

// chipTexts name what there is to show.
func (s *Screen) chipTexts() []string {
	say, n := s.deps.Say, 0
	for _, g := range s.state.View().Groups {
		n += len(g.Documents)
	}
	all := say.Text("All")
	if n > 0 {
		all = say.Text("All %d", n)
	}
	return []string{say.Text("By reader"), all, say.Text("Sent and saved")}
}

// draw makes the cards of all documents, three in a row.
func (s *Screen) draw() fyne.CanvasObject {
	all := kit.VStack(look.GapCards)
	for _, g := range s.state.View().Groups {
		group := kit.VStack(8, kit.CardTitle(g.Title))
		for from := 0; from < len(g.Documents); from += perRow {
			cells := make([]kit.Cell, perRow)
			for i := range cells {
				cells[i] = kit.Spring()
				if from+i < len(g.Documents) {
					cells[i] = kit.Weight(1, s.card(g.Documents[from+i]))
				}
			}
			group.Objects = append(group.Objects, kit.Row(kit.RowOptions{Gap: 10, Equal: true, StackBelow: 640}, cells...))
		}
		all.Objects = append(all.Objects, group)
	}
	return all
}

// perRow is how many documents stand side by side.
const perRow = 3

func (s *Screen) choosePaper(name string) {
	if s.deps.ReadOnly {
		s.state.UsePaper(name)
		s.show()
		return
	}
	s.deps.Runner.Run(func() func() {
		err := s.state.KeepPaper(context.Background(), name)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				s.show() // a choice that did not hold goes back
			}
		}
	})
}

// open shows a document, with what it can be asked for.
func (s *Screen) open(d Document) { s.openAs(d, Choices{}) }

// openAs shows a document as it is asked for at first.
func (s *Screen) openAs(d Document, c Choices) { s.openOf(s.state.tileOf(d.Name), d, c) }

// openOf shows a document, one of the forms of a tile.
func (s *Screen) openOf(tile, d Document, c Choices) {
	s.WhenLoaded(func() {
		if d.own() && s.deps.ForGuests() {
			s.deps.Tell(s.deps.Say.Text("“%s” is not shown in guest view.", d.Title))
			return
		}
		s.closeReader()
		s.reader = newReader(s, tile, d, c)
		s.show()
		s.page.ScrollTo(s.reader.content)
		s.reader.make()
	})
}

// arriveToPaper shows the document that another page asks for, or begins a letter about it.
func (s *Screen) arriveToPaper(p kit.Paper) {
	d, known := s.state.document(p.Document)
	choices := Choices{RoundID: p.RoundID, EventID: p.EventID, From: p.From, Until: p.Until}
	switch {
	case !known:
	case p.Mail:
		s.postWith(d, choices, p.Text, func() { s.then = s.backTo(p.Back) })
	default:
		s.openAs(d, choices)
	}
}

// arriveToList shows a list of the window as a document.
func (s *Screen) arriveToList(l kit.Listed) {
	if l.List != nil {
		tile := s.state.listTile(l.List)
		s.openOf(tile, tile, Choices{List: l.List})
		return
	}
	if d, known := s.state.document("roster-pdf"); known {
		s.openAs(d, Choices{Roster: l.Members})
	}
}

// closeReader forgets the document that is looked at.
func (s *Screen) closeReader() {
	if s.reader != nil {
		s.reader.stop()
		s.reader = nil
	}
}

// leaveReader goes back to what the chip shows.
func (s *Screen) leaveReader() {
	s.closeReader()
	s.show()
}

// StepOut leaves the document that is looked at.
func (s *Screen) StepOut() bool {
	if s.reader == nil {
		return false
	}
	s.leaveReader()
	return true
}

// printShown prints the document that is looked at; otherwise one is to be chosen first.
func (s *Screen) printShown() {
	switch {
	case s.reader == nil:
		s.deps.Tell(s.deps.Say.Text("Open the document you want to print."))
	case s.reader.form.Kind() != "pdf":
		s.deps.Tell(s.deps.Say.Text("This file is printed from its own program. Open it there."))
	default:
		s.print(s.reader.form, s.reader.choices)
	}
}

// order is a document as it is asked for, on the chosen paper.
func (s *Screen) order(d Document, c Choices) Order {
	o := Order{Document: d, Choices: c, Paper: s.state.View().Paper}
	if c.Large {
		o.Paper = page.A3
	}
	if s.state.options.Roster != nil {
		var shown []int64
		if shown, o.RosterColumns = s.state.options.Roster(); o.Roster == nil {
			o.Roster = shown
		}
	}
	return o
}

// openOutside makes a document and shows it in the system's program.
func (s *Screen) openOutside(d Document, c Choices) {
	s.make(s.order(d, c), func(m Made) {
		if warnings := s.state.Warnings(m); warnings != "" {
			s.notice(kit.Notice{Kind: kit.Warning, Text: warnings})
		}
		s.deps.OpenWithSystem(m.Path)
	})
}

// save asks where a document is to be kept and makes it there.
func (s *Screen) save(d Document, c Choices) { s.saveThen(d, c, nil) }

// saveThen calls then, where given, once it is made.
func (s *Screen) saveThen(d Document, c Choices, then func()) {
	say := s.deps.Say
	o := s.order(d, c)
	s.deps.Files.ChooseSave(say.Text("Save “%s”", d.Title), s.state.Called(o), func(path string) {
		o.Path = path
		s.make(o, func(m Made) {
			n := kit.Notice{Text: s.state.Sentence(m), Action: say.Text("Open"),
				Do: func() { s.deps.OpenWithSystem(m.Path) }}
			if warnings := s.state.Warnings(m); warnings != "" {
				n.Kind, n.Text = kit.Warning, say.Text("%s %s", n.Text, warnings)
			}
			if m.NotNoted != nil {
				n.Kind = kit.Warning
				n.Text = say.Text("%s It is not listed under “Sent and saved”: %s", n.Text, m.NotNoted)
				n.Details = m.NotNoted.Error()
			}
			s.notice(n)
			if then != nil {
				then()
			}
		})
	})
}

func (s *Screen) notice(n kit.Notice) {
	if s.deps.Notice != nil {
		s.deps.Notice(n)
	}
}

// Printing is what Deps.Go is given to print the document that is looked at.
type Printing struct{}

// Arrive shows a document by its name, or what was "made" before, or begins a letter about a document.
func (s *Screen) Arrive(args any) {
	switch a := args.(type) {
	case string:
		s.WhenLoaded(func() { s.arriveAt(a) })
	case data.Place:
		s.WhenLoaded(func() { s.arriveOn(a.Key) })
	case Printing:
		s.WhenLoaded(s.printShown)
	case kit.Paper:
		s.WhenLoaded(func() { s.arriveToPaper(a) })
	case kit.Listed:
		s.WhenLoaded(func() { s.arriveToList(a) })
	case kit.Saving:
		s.WhenLoaded(func() {
			if d, known := s.state.document(a.Document); known {
				s.saveThen(d, Choices{}, a.Then)
			}
		})
	case kit.Message:
		s.WhenLoaded(func() { s.write(a) })
	}
}

// arriveOn opens the document that a step leads to, the sponsors' with the period it covers; what is none is looked for in the list.
func (s *Screen) arriveOn(name string) {
	d := s.state.tileOf(name)
	if d.Name == "" {
		s.arriveAt(name)
		return
	}
	s.openAs(d, s.state.period(d))
}

func (s *Screen) arriveAt(name string) {
	at := showDocuments
	if name == "made" {
		at = showBefore
	}
	s.choose(at)
	if c := s.cards[name]; c != nil {
		s.page.ScrollTo(c)
		s.deps.Focus(c.open)
	}
}

func (s *Screen) choose(at int) {
	s.closeReader()
	s.chips.Set(s.chipTexts(), at)
	s.show()
}

// register makes the screen's deeds known: each document can be opened and saved
// from the palette too.
func (s *Screen) register() {
	say := s.deps.Say
	here := func(do func()) func() {
		return func() {
			if s.deps.Go != nil {
				s.deps.Go(Page, nil)
			}
			do()
		}
	}
	for _, d := range s.state.tiles() {
		s.deps.Commands.Add(
			&kit.Command{ID: "share.open." + d.Name, Title: say.Text("Open “%s”", d.Title), Do: here(func() { s.open(d) })},
			&kit.Command{ID: "share.save." + d.Name, Title: say.Text("Save “%s” as…", d.Title), Do: here(func() { s.save(d, Choices{}) })})
		if d.Mailed {
			s.deps.Commands.Add(&kit.Command{ID: "share.mail." + d.Name, Title: say.Text("E-mail “%s”…", d.Title), Do: here(func() { s.post(d, Choices{}) })})
		}
	}
	for _, p := range Papers {
		s.deps.Commands.Add(&kit.Command{ID: "share.paper." + strings.ToLower(p.Name), Title: say.Text("Print on %s", p.Name),
			Enabled: func() bool { return s.Loaded() && s.state.View().Paper.Name != p.Name }, Do: here(func() { s.choosePaper(p.Name) })})
	}
	s.deps.Commands.Add(&kit.Command{ID: "share.made", Title: say.Text("Documents sent and saved"), Do: here(func() { s.Arrive("made") })})
}
