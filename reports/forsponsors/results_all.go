package forsponsors

import (
	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// Looks of low, half-way and high answers in charts: the low ones light, the high ones
// dark, so that a print without colour tells them apart.
const (
	lowColor  = "E0A096"
	halfColor = "D9DEE6"
	highColor = "23633D"
)

// headingRow is the row of a list's headings.
const headingRow = 3

// allCards is every card on one sheet: low, half-way and high, and beside the counts a
// bar of them.
func (r *results) allCards() {
	if r.Round.Round.ID == 0 || r.Round.Withheld {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("All cards"), Widths: []float64{30, 11, 11, 11, 11, 11, 12, 10, 10, 10}, OnePage: true, Charted: true, Tab: sheet.Good},
		say.Text("%s: %s", r.Round.Round.Name, r.Round.AnsweredWord()), say.Text("Card"), say.Text("Low"), say.Text("Half-way"), say.Text("High"),
		say.Text("No opinion"), say.Text("Answers"), say.Text("Word"), say.Text("Better"), say.Text("Same"), say.Text("Worse"))
	first := s.Next()
	for i := range r.Round.Cards {
		s.Row(allCardsRow, r.allCardsCells(&r.Round.Cards[i])...)
	}
	last := s.Next() - 1
	s.Filter(headingRow)
	s.Skip()
	s.Row(18, sheet.Cell{Value: press.WordsExplained(r.Draft), Style: sheet.Style{Size: 9, Color: sheet.Muted}})
	s.Row(18, sheet.Cell{Value: say.Text("Better, same, worse: how many felt where it is going; empty where fewer than %d said so.", r.Round.MinGroup),
		Style: sheet.Style{Size: 9, Color: sheet.Muted}})
	chart := sheet.Chart{Title: say.Text("Low, half-way and high answers"), Shares: true, Format: "0%", Row: 1, Column: 12,
		Width: 620, Height: uint(72+(last-first+1)*allCardsRow) * 4 / 3}
	for i, color := range []string{lowColor, halfColor, highColor} {
		column := 2 + i
		chart.Series = append(chart.Series, sheet.Series{Name: s.Cells(headingRow, column, headingRow, column),
			Labels: s.Cells(first, 1, last, 1), Values: s.Cells(first, column, last, column), Color: color})
	}
	s.Draw(chart)
}

// allCardsRow is how high a card's row is, in points.
const allCardsRow = 24

func (r *results) allCardsCells(c *data.CardResult) []sheet.Cell {
	cells := []sheet.Cell{press.BoldCell(c.Card.Title)}
	if c.Figures.Withheld {
		for range 6 {
			cells = append(cells, quietCell(r.WithheldFew(r.Round.MinGroup)))
		}
		return append(cells, quietCell(""), quietCell(""), quietCell(""))
	}
	for _, n := range []int{c.Figures.Low, c.Figures.Half, c.Figures.High, c.Figures.NoOpinion, c.Figures.Answers} {
		cells = append(cells, press.NumberCell(n))
	}
	word := quietCell("–")
	if c.Figures.Word != data.WordNone {
		word = sheet.Cell{Value: r.Say.Of(c.Figures.Word.Phrase()), Style: wordStyle(c.Figures.Word)}
	}
	return append(append(cells, word), r.voteCells(c)...)
}

// voteCells are how many felt it became better, stayed or became worse.
func (r *results) voteCells(c *data.CardResult) []sheet.Cell {
	if c.Votes.Sum() == 0 {
		return []sheet.Cell{quietCell(""), quietCell(""), quietCell("")}
	}
	return []sheet.Cell{press.NumberCell(c.Votes.Better), press.NumberCell(c.Votes.Same), press.NumberCell(c.Votes.Worse)}
}
