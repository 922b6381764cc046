package health

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// importer is the dialog in which filled workbooks are read in: files, a plan, then one deed.
type importer struct {
	*kit.Dialog
	screen  *Screen
	round   data.Round
	sheets  Sheets
	chosen  []string // files and folders so far
	beside  []string // other workbooks in the folder of the last one
	request int      // number of the last reading

	list  *kit.List[SheetRow]
	sum   *kit.Para
	files *kit.Btn
	rest  *kit.LinkBtn
	all   *kit.LinkBtn // takes whatever waits for the leader's word
	room  *fyne.Container
	take  *kit.Btn
}

// openImport asks for the filled workbooks of an open round.
func (s *Screen) openImport(r data.Round) {
	say := s.deps.Say
	s.entry.flush()
	release := func() {}
	p := &importer{screen: s, round: r, sum: kit.NewBody(kit.Bold(""))}
	p.list = kit.NewList(kit.ListOptions[SheetRow]{
		Key: func(r SheetRow) int64 { return r.Place },
		Columns: []kit.Column[SheetRow]{
			{Weight: 1, Text: sheetSpans},
			{Weight: 1.4, Text: func(r SheetRow) []kit.Span { return []kit.Span{kit.Muted(r.Says)} }},
		},
		OnTap: p.toggle, OnOpen: p.toggle,
	})
	p.files = kit.NewBtn(kit.Outlined, say.Text("Choose a file…"), p.choose)
	p.rest = kit.NewLinkBtn("", func() { p.add(p.beside...) })
	p.all = kit.NewLinkBtn("", func() {
		p.sheets.TakeUndecided()
		p.show()
	})
	p.room = kit.High(s.listRoom(), p.list)
	p.take = kit.NewBtn(kit.Primary, say.Text("Take them in"), p.takeIn)
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { p.Close() })
	p.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: say.Text("Read in workbooks of %s", r.Name), Width: 640, Save: p.takeIn,
		Body: kit.VStack(12,
			kit.NewSmall(kit.Muted(say.Text("Choose the filled workbooks, or drop them or their folder here. Only the answers are kept: no sender, no name of a file, no order. "+
				"Nothing is written before you say so."))),
			kit.Wrap(look.GapCards, p.files, p.rest), p.sum, kit.Wrap(look.GapCards, p.all), p.room, kit.Note(say.Of(exchange.DoubleReplies()))),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Spring(), kit.Own(cancel), kit.Own(p.take)),
		OnClose: func() {
			s.importer = nil
			release()
		},
	})
	release = s.deps.Drops.Take(func(paths []string) { p.add(paths...) })
	s.importer = p
	p.show()
	s.deps.Focus(p.files)
}

// bringAnswers asks what to do with filled workbooks that were brought, in the round that is open.
func (s *Screen) bringAnswers(paths []string) {
	round, open := s.state.OpenRound()
	if !open || s.deps.ReadOnly {
		return
	}
	s.state.ShowRound(round.ID)
	s.show()
	s.openImport(round)
	s.importer.add(paths...)
}

func (p *importer) choose() {
	say := p.screen.deps.Say
	filter := kit.Filter{Name: say.Text("Workbooks"), Extensions: exchange.WorkbookEndings}
	p.screen.deps.Files.ChooseOpen(say.Text("Choose a filled workbook"), filter, func(path string) {
		p.beside = workbooksBeside(path)
		p.add(path)
	})
}

// add reads more files, with those chosen before.
func (p *importer) add(paths ...string) {
	p.chosen = append(p.chosen, paths...)
	p.request++
	s, request, round, all := p.screen, p.request, p.round.ID, slices.Clone(p.chosen)
	s.deps.Runner.Run(func() func() {
		sheets, err := s.state.ReadSheets(context.Background(), round, all)
		return func() {
			switch {
			case request != p.request || s.importer != p: // a later reading has these files as well
			case err != nil:
				s.deps.Fail(err)
			default:
				p.sheets = sheets
				p.show()
			}
		}
	})
}

// show draws the plan.
func (p *importer) show() {
	s, say := p.screen, p.screen.deps.Say
	if r, ok := s.state.Round(); !ok || r.ID != p.round.ID || !r.Open() {
		p.Close()
		return
	}
	p.beside = slices.DeleteFunc(p.beside, func(path string) bool { return slices.Contains(p.sheets.paths, path) })
	p.rest.Hidden = len(p.beside) == 0
	p.rest.SetText(say.Count(len(p.beside), "And the other workbook in its folder", "And the other %d workbooks in its folder"))
	undecided := p.sheets.Undecided()
	p.all.Hidden = undecided < 2
	p.all.SetText(say.Text("Take in all %d to look at, too", undecided))
	nothing := len(p.sheets.paths) == 0
	p.sum.Hidden, p.room.Hidden = nothing, nothing
	if !nothing {
		p.sum.SetText(s.state.SheetsSummary(p.sheets))
		p.list.SetRows(s.state.SheetRows(p.sheets))
	}
	n := p.sheets.Taken()
	p.take.SetText(say.Count(n, "Take %d reply in", "Take %d replies in"))
	if n == 0 {
		p.take.SetText(say.Text("Take them in"))
		p.take.Disable()
	} else {
		p.take.Enable()
	}
	p.Relayout()
}

func sheetSpans(r SheetRow) []kit.Span {
	sign := kit.EmptyBox
	if r.Take {
		sign = kit.TickedBox
	}
	if !r.Choose {
		return []kit.Span{kit.Muted(r.File)}
	}
	return []kit.Span{{Sign: sign, Color: look.ColorField}, {Text: "\u00a0 " + r.File}}
}

// toggle decides on a file.
func (p *importer) toggle(r SheetRow) {
	if r.Choose {
		p.sheets.Decide(r.Place, !r.Take)
		p.show()
	}
}

// takeIn does it; the answers of all files are one act.
func (p *importer) takeIn() {
	s, say, n := p.screen, p.screen.deps.Say, p.sheets.Taken()
	if n == 0 {
		return
	}
	sheets := p.sheets
	p.take.Disable() // until it is done, so that nothing is taken in twice
	keep := s.deps.FirstCopy()
	s.deeds.Run(func() func() {
		keep(context.Background())
		err := s.state.TakeSheets(context.Background(), p.round.ID, sheets)
		return func() {
			if err != nil {
				s.deps.Fail(err)
				p.take.Enable()
				return
			}
			p.Close()
			s.deps.Tell(say.Count(n, "%d reply was taken in.", "%d replies were taken in."))
			s.offerDeleting(sheets.answersKept())
		}
	})
}

// offerDeleting offers to delete the files whose answers are kept, as their forms say (data/README.md, Confidentiality).
func (s *Screen) offerDeleting(books []exchange.Book) {
	say, n := s.deps.Say, len(books)
	kit.Ask(s.deps.Canvas(), kit.Question{
		Title: say.Count(n, "Delete the workbook?", "Delete the %d workbooks?"),
		Text: say.Count(n, "Its answers are kept. Whoever gets at the file can see whose they are, and its form says that you are asked to delete it. "+
			"It does not go to a bin. The message it came with stays; please delete that too.",
			"Their answers are kept. Whoever gets at the files can see whose they are, and their form says that you are asked to delete them. "+
				"They do not go to a bin. The messages they came with stay; please delete those too."),
		Yes: say.Count(n, "Delete the file", "Delete the files"), No: say.Count(n, "Keep the file", "Keep the files"), Loses: true,
		Do: func() {
			s.deps.Runner.Run(func() func() {
				d := exchange.Delete(books...)
				return func() { s.deps.Tell(deleted(say, d)) }
			})
		}})
}

// deleted tells what became of files that were to be deleted.
func deleted(say *words.Say, d exchange.Deleted) string {
	var says []string
	if d.Count > 0 {
		says = append(says, say.Count(d.Count, "The file is deleted.", "%d files are deleted."))
	}
	if n := len(d.Changed); n > 0 {
		says = append(says, say.Count(n, "%d file was changed since it was read and stays: %s.", "%d files were changed since they were read and stay: %s.", say.List(d.Changed)))
	}
	if n := len(d.Missing); n > 0 {
		says = append(says, say.Count(n, "%d file was not there any more: %s.", "%d files were not there any more: %s.", say.List(d.Missing)))
	}
	if n := len(d.Left); n > 0 {
		says = append(says, say.Count(n, "%d file could not be deleted: %s. Please delete it yourself.", "%d files could not be deleted: %s. Please delete them yourself.", say.List(d.Left)))
	}
	return strings.Join(says, " ")
}
