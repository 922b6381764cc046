package forsponsors

import (
	"regexp"
	"strconv"

	"copleader/reports/figures"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// figureList lists the figures of the sponsor report, each in a cell of its name.
func (r *results) figureList() {
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Figures"), Widths: []float64{52, 34}, Upright: true, Tab: sheet.Primary},
		say.Text("The figures of the sponsor report, %s", r.Span()), say.Text("Figure"), say.Text("Value"))
	for _, f := range r.Figs.All {
		if f.Label == "" {
			continue
		}
		r.book.NameCells(f.Name, s.At(s.Next(), 2))
		s.Row(18, press.TextCell(f.Label), figureCell(f))
	}
	s.Filter(headingRow)
}

// figureCell is a figure as the number it is.
func figureCell(f figures.Figure) sheet.Cell {
	switch v := f.Value.(type) {
	case figures.Percent:
		return percentCell(int(v))
	case int:
		return press.NumberCell(v)
	case float64:
		return sheet.Cell{Value: v, Style: press.DecimalStyle}
	case string:
		return sheet.Cell{Value: v, Style: press.WordStyle}
	}
	return sheet.Cell{Style: press.WordStyle}
}

func percentCell(percent int) sheet.Cell {
	return sheet.Cell{Value: float64(percent) / 100, Style: press.PercentStyle}
}

// plainNumber is a reading that is nothing but a number, or a share in percent.
var plainNumber = regexp.MustCompile(`^(\d{1,9})(\.\d)?(\x{a0}%)?$`)

// readingCell is what a measure reads: as a number where it is one and looks the same.
func readingCell(text string) sheet.Cell {
	parts := plainNumber.FindStringSubmatch(text)
	if parts == nil {
		return press.TextCell(text)
	}
	whole, errWhole := strconv.Atoi(parts[1])
	number, errNumber := strconv.ParseFloat(parts[1]+parts[2], 64)
	switch {
	case errWhole != nil || errNumber != nil:
		return press.TextCell(text)
	case parts[3] != "" && parts[2] == "":
		return percentCell(whole)
	case parts[3] != "":
		return press.TextCell(text)
	case parts[2] != "":
		return sheet.Cell{Value: number, Style: press.DecimalStyle}
	}
	return press.NumberCell(whole)
}
