package forleader

import (
	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/page"
	"copleader/reports/press"
)

// standing is how the community stands: what members said last, how far its
// measures are, and what worries.
func (h *handover) standing() {
	h.Section(h.Say.Text("The newest health check"), 1)
	h.newestRound()
	h.Section(h.Say.Text("Measures now"), 1)
	var lines []string
	if r, err := figures.Of(h.Draft); err == nil {
		for _, m := range h.Measures {
			lines = append(lines, r.MeasureLine(m))
		}
	}
	h.listOr(lines, h.Say.Text("No measures are agreed yet."))
	h.Section(h.Say.Text("Risks"), 1)
	var risks []string
	if n := len(h.Reports); n > 0 {
		risks = data.ParseLines(h.Reports[n-1].Risks)
	}
	for _, f := range h.Forces {
		if f.Side == data.ForceSlows {
			risks = append(risks, h.Say.Text("Slows the vision: %s", f.Text))
		}
	}
	h.listOr(risks, h.Say.Text("None are written down. Ask whoever led so far."))
}

func (h *handover) listOr(lines []string, none string) {
	if len(lines) == 0 {
		h.Nothing(none)
		return
	}
	h.Bullets(lines)
}

// newestRound tells the cards of the round closed last, those worth talking about first.
func (h *handover) newestRound() {
	say := h.Say
	last, ok := h.LastRound(h.Opt.Today)
	if !ok {
		h.Nothing(say.Text("There was none yet."))
		return
	}
	round := h.Result(last.ID).Outward()
	h.Text(say.Text("%s, %s: %s", last.Name, round.Closed(), round.Answered()), page.Style{Size: 10.5, Color: page.Muted}, 1)
	if round.Withheld {
		h.Nothing(say.Text("withheld (fewer than %d answers)", round.MinGroup))
		return
	}
	var rows [][]page.TableCell
	for _, c := range data.SortForTalk(round.Cards) {
		f := c.Figures
		counts, word := say.Text("%d low, %d half-way, %d high", f.Low, f.Half, f.High), h.SpokenOr(f.Word.Phrase())
		if f.Withheld {
			counts, word = say.Text("withheld (fewer than %d answers)", round.MinGroup), ""
		}
		rows = append(rows, []page.TableCell{{Text: c.Card.Title, Bold: true}, {Text: counts}, {Text: word}, {Text: h.SpokenOr(c.Change.Phrase()), Color: page.Muted}})
	}
	h.Table(page.Table{Columns: []page.TableColumn{{Head: say.Text("Card"), Share: 34}, {Head: say.Text("Answers"), Share: 34}, {Head: say.Text("Word"), Share: 14}, {Head: say.Text("Change"), Share: 22}}}, rows)
	h.Text(press.WordsExplained(h.Draft), page.Style{Size: 8.5, Color: page.Muted, LineHeight: 1.3}, 2)
}
