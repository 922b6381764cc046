package share

import (
	"context"

	"copleader/data"
	"copleader/reports/page"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// print asks on which printer a document is printed; where there is none to name, its program prints it, or it is opened in one.
func (s *Screen) print(d Document, c Choices) {
	s.make(s.order(d, c), func(m Made) {
		s.deps.Runner.Run(func() func() {
			names, err := s.deps.Printer.Printers(context.Background())
			return func() {
				switch {
				case err != nil:
					s.deps.Fail(err)
				case len(names) > 0:
					s.askPrinter(m, names)
				case s.deps.Printer.ByProgram():
					s.askProgram(m)
				default:
					s.deps.Tell(s.deps.Say.Text("This computer offers no printer here, so the document is opened. Print it from there: actual size, both sides, on the long edge."))
					s.openToPrint(m)
				}
			}
		})
	})
}

// openToPrint opens a document in a program from which it can be printed.
func (s *Screen) openToPrint(m Made) {
	s.deps.OpenWithSystem(m.Path)
	s.left(m)
}

// askProgram says how the program of a document should print it, which only that program can be told.
func (s *Screen) askProgram(m Made) {
	say := s.deps.Say
	var form *kit.FormDialog
	instead := kit.NewLinkBtn(say.Text("Open it instead"), func() {
		form.Close()
		s.openToPrint(m)
	})
	instead.ID = "print.open"
	fields := []kit.FormField{{Input: kit.NewPara(kit.Plain(say.Text("The program for such files prints it, on the usual printer and as it is set up there. Where it asks, choose actual size, and both sides turned over at the long edge.")))},
		{Input: kit.Left(instead)}}
	fields = append(fields, s.offerTestPage(m.Paper, func(path string) error { return s.deps.Printer.PrintByProgram(path) })...)
	form = kit.OpenForm(s.deps, kit.Form{Title: say.Text("Print “%s”", m.Title), Intro: s.sheets(m), SaveText: say.Text("Print"), Fields: fields,
		Save: func() error {
			s.handToProgram(m)
			return nil
		}})
}

// sheets says what is printed.
func (s *Screen) sheets(m Made) string {
	return s.deps.Say.Count(m.Pages, "%d page, actual size, on %s.", "%d pages, actual size, on %s.", m.Paper.Name)
}

// handToProgram has the program of a document print it, or opens it where that doesn't.
func (s *Screen) handToProgram(m Made) {
	s.making.Run(func() func() {
		err := s.state.Left(context.Background(), m.Order)
		var refused error
		if err == nil {
			refused = s.deps.Printer.PrintByProgram(m.Path)
		}
		return func() {
			switch {
			case err != nil:
				s.deps.Fail(err)
			case refused != nil:
				s.deps.Tell(s.deps.Say.Text("No program here prints it by itself, so the document is opened. Print it from there: actual size, both sides, on the long edge."))
				s.deps.OpenWithSystem(m.Path)
			default:
				s.printed()
				s.deps.Tell(s.deps.Say.Text("“%s” is with the program that prints it.", m.Title))
			}
		}
	})
}

// offerTestPage is what a form offers before the first document is printed: a page to measure. It is printed as the form would.
func (s *Screen) offerTestPage(paper page.Paper, print func(path string) error) []kit.FormField {
	if s.state.options.FirstPrint == nil || !s.state.options.FirstPrint() {
		return nil
	}
	say := s.deps.Say
	offer := kit.NewLinkBtn(say.Text("Print a test page first"), func() {
		s.making.Run(func() func() {
			path, err := s.state.TestPage(paper)
			if err == nil {
				err = print(path)
			}
			return func() {
				if err != nil {
					s.deps.Fail(err)
					return
				}
				s.deps.Tell(say.Text("The test page is on its way. Its line is 50 mm long if the printer keeps the size."))
			}
		})
	})
	offer.ID = "print.test"
	return []kit.FormField{{Input: kit.Left(offer), Hint: say.Text("It has a line of 50 mm, which shows whether the printer keeps the size.")}}
}

// printed remembers that something was printed.
func (s *Screen) printed() {
	if s.state.options.Printed != nil {
		s.state.options.Printed()
	}
}

// askPrinter asks how a document that lies ready is printed, and prints it.
func (s *Screen) askPrinter(m Made, names []string) {
	say := s.deps.Say
	printer := kit.NewSelect(kit.Options(names...), names[0], nil)
	printer.ID = "print.printer"
	copies := kit.NewNumberField(nil, 1, true, nil)
	copies.Min, copies.Max, copies.ID = 1, 99, "print.copies"
	both := kit.NewCheck(say.Text("On both sides, turned over at the long edge"), m.Pages > 1, nil)
	fields := []kit.FormField{{Label: say.Text("Printer"), Input: printer}, {Name: "copies", Label: say.Text("Copies"), Input: copies}, {Input: both}}
	fields = append(fields, s.offerTestPage(m.Paper, func(path string) error {
		return s.deps.Printer.Print(context.Background(), desk.PrintJob{Path: path, Title: say.Text("Test page"), Printer: printer.Chosen(), Paper: m.Paper.Name, Copies: 1})
	})...)
	kit.OpenForm(s.deps, kit.Form{Title: say.Text("Print “%s”", m.Title), Intro: s.sheets(m), SaveText: say.Text("Print"), Fields: fields,
		Save: func() error {
			n, known, err := copies.Value()
			if err != nil || !known {
				return data.Invalid("copies", "Write a number from 1 to 99.")
			}
			s.hand(m, desk.PrintJob{Path: m.Path, Title: m.Title, Printer: printer.Chosen(), Paper: m.Paper.Name, TwoSided: both.Ticked(), Copies: n})
			return nil
		},
	})
}

// hand gives a document to the print service and tells what became of it.
func (s *Screen) hand(m Made, job desk.PrintJob) {
	s.making.Run(func() func() {
		err := s.state.Left(context.Background(), m.Order)
		if err == nil {
			err = s.deps.Printer.Print(context.Background(), job)
		}
		return func() {
			if err != nil {
				s.deps.Fail(err)
				return
			}
			s.printed()
			s.deps.Tell(s.deps.Say.Text("“%s” is with the printer “%s”.", m.Title, job.Printer))
		}
	})
}
