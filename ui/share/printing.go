package share

import (
	"context"

	"copleader/data"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// print asks on which printer a document is printed; where there is none, it is opened in a program that prints.
func (s *Screen) print(d Document, c Choices) {
	s.make(s.order(d, c), func(m Made) {
		s.deps.Runner.Run(func() func() {
			names, err := s.printers()
			return func() {
				switch {
				case err != nil:
					s.deps.Fail(err)
				case len(names) == 0:
					s.deps.Tell(s.deps.Say.Text("This computer offers no printer here, so the document is opened. Print it from there: actual size, both sides, on the long edge."))
					s.deps.OpenWithSystem(m.Path)
					s.left(m)
				default:
					s.askPrinter(m, names)
				}
			}
		})
	})
}

func (s *Screen) printers() ([]string, error) {
	if s.deps.Printer == nil {
		return nil, nil
	}
	return s.deps.Printer.Printers(context.Background())
}

// askPrinter asks how a document that lies ready is printed, and prints it.
func (s *Screen) askPrinter(m Made, names []string) {
	say := s.deps.Say
	printer := kit.NewSelect(kit.Options(names...), names[0], nil)
	printer.ID = "print.printer"
	copies := kit.NewNumberField(nil, 1, true, nil)
	copies.Min, copies.Max, copies.ID = 1, 99, "print.copies"
	both := kit.NewCheck(say.Text("On both sides, turned over at the long edge"), m.Pages > 1, nil)
	kit.OpenForm(s.deps, kit.Form{
		Title:    say.Text("Print “%s”", m.Title),
		Intro:    say.Count(m.Pages, "%d page, actual size, on %s.", "%d pages, actual size, on %s.", m.Paper.Name),
		SaveText: say.Text("Print"),
		Fields: []kit.FormField{{Label: say.Text("Printer"), Input: printer},
			{Name: "copies", Label: say.Text("Copies"), Input: copies}, {Input: both}},
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
			s.deps.Tell(s.deps.Say.Text("“%s” is with the printer “%s”.", m.Title, job.Printer))
		}
	})
}
