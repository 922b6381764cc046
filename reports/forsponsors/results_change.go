package forsponsors

import (
	"fmt"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// before fills the cells that compare a card with the round before.
func (r *cardRow) before() {
	if r.card.Figures.Withheld {
		return
	}
	none := quietCell("–")
	for column := r.cols.prev; column <= r.cols.last(); column++ {
		r.set(column, none)
	}
	r.set(r.cols.prevMean, none)
	r.set(r.cols.change, none)
	r.set(r.cols.clear, none)
	if r.card.Change == data.ChangeNotComparable {
		r.set(r.cols.change, quietCell(r.Say.Of(r.card.Change.Phrase())))
	}
	if r.card.Before == nil {
		return
	}
	b := *r.card.Before
	r.prevCounts(b)
	merged := quietCell(r.withheldMerged(b.MinGroup))
	if b.HasMean {
		r.formula(r.cols.prevMean, press.DecimalStyle, b.Mean.Float(),
			fmt.Sprintf("ROUND(%s/%s,1)", r.points(r.cols.prev), r.at(r.cols.prevAnswers)))
	} else {
		r.set(r.cols.prevMean, merged)
	}
	if r.card.Change == data.ChangeWithheld {
		r.set(r.cols.change, merged)
		r.set(r.cols.clear, merged)
		return
	}
	r.change()
}

func (r *cardRow) prevCounts(b data.Figures) {
	if b.Merged {
		for i := range r.cols.options {
			r.set(r.cols.prev+i, quietCell(r.withheldMerged(b.MinGroup)))
		}
		r.set(r.cols.prevAnswers, press.NumberCell(b.Answers))
		return
	}
	for i := range r.cols.options {
		r.set(r.cols.prev+i, press.NumberCell(b.Counts[i]))
	}
	r.formula(r.cols.prevAnswers, press.NumberStyle, b.Answers,
		fmt.Sprintf("SUM(%s:%s)", r.at(r.cols.prev), r.at(r.cols.prev+r.cols.options-1)))
}

// change compares without rounding, as data/README.md, Health figures has it.
func (r *cardRow) change() {
	say := r.Say
	value := say.Of(r.card.Change.Phrase())
	up, down := sheet.Quote(say.Of(data.ChangeUp.Phrase())), sheet.Quote(say.Of(data.ChangeDown.Phrase()))
	unclear := sheet.Quote(say.Of(data.ChangeUnclear.Phrase()))
	style := press.WordStyle
	switch r.card.Change {
	case data.ChangeUp:
		style.Bold, style.Color = true, sheet.Good
	case data.ChangeDown:
		style.Bold, style.Color = true, sheet.Bad
	}
	if r.cols.options == 3 {
		green, red := r.lightMoved(r.cols.greenMoved, r.cols.high, 2), r.lightMoved(r.cols.redMoved, r.cols.low, 0)
		apart := fmt.Sprintf("100*(%s-%s)", r.shareMoved(r.cols.high, 2), r.shareMoved(r.cols.low, 0))
		need := fmt.Sprintf("%d*%s*%s", r.Thresholds.LightPoints, r.at(r.cols.prevAnswers), r.at(r.cols.answers))
		r.formula(r.cols.change, style, value, fmt.Sprintf(
			"IF(%[1]s*%[2]s>0,%[7]s,IF(AND(OR(%[1]s>0,%[2]s<0),%[3]s>=%[4]s),%[5]s,IF(AND(OR(%[1]s<0,%[2]s>0),%[3]s<=-%[4]s),%[6]s,%[7]s)))",
			green, red, apart, need, up, down, unclear))
	} else {
		m1, m2 := r.at(r.cols.prevAnswers), r.at(r.cols.answers)
		moved := fmt.Sprintf("(%s*%s-%s*%s)", r.points(r.cols.counts), m1, r.points(r.cols.prev), m2)
		r.formula(r.cols.change, style, value, fmt.Sprintf(
			"IF(AND(10*ABS(%[1]s)>=%[2]d*%[3]s*%[4]s,ABS(%[1]s)>%[5]d*MAX(%[3]s,%[4]s)),IF(%[1]s>0,%[6]s,%[7]s),%[8]s)",
			moved, r.Thresholds.ChangeTenths, m1, m2, r.Thresholds.ChangePerson, up, down, unclear))
	}
	yes, no := say.Text("yes"), say.Text("no")
	clear := no
	if r.card.Change != data.ChangeUnclear {
		clear = yes
	}
	r.formula(r.cols.clear, press.WordStyle, clear,
		fmt.Sprintf("IF(%s=%s,%s,%s)", r.at(r.cols.change), unclear, sheet.Quote(no), sheet.Quote(yes)))
}

// shareMoved is how far the share of a light moved, times both numbers of answers,
// so that only integers are compared.
func (r *cardRow) shareMoved(now, option int) string {
	return fmt.Sprintf("(%s*%s-%s*%s)", r.at(now), r.at(r.cols.prevAnswers), r.at(r.cols.prev+option), r.at(r.cols.answers))
}

// lightMoved writes whether a light moved clearly: 1, -1 or 0; and gives its place.
func (r *cardRow) lightMoved(column, now, option int) string {
	m1, m2, moved, t := r.at(r.cols.prevAnswers), r.at(r.cols.answers), r.shareMoved(now, option), r.Thresholds
	r.formula(column, press.NumberStyle, data.LightMoved(*r.card.Before, r.card.Figures, option, t), fmt.Sprintf(
		"IF(AND(100*ABS(%[1]s)>=%[2]d*%[4]s*%[5]s,ABS(%[1]s)>=%[3]d*MAX(%[4]s,%[5]s)),SIGN(%[1]s),0)",
		moved, t.LightPoints, t.LightMoved, m1, m2))
	return r.at(column)
}

// name gives the card's figures names, so that a figure on paper can be found.
func (r *cardRow) name(s *sheet.Sheet) {
	key := r.card.Card.Card
	if !sheet.Nameable(key) {
		return
	}
	// In a fixed order: the file is to be the same on every run.
	for _, figure := range []struct {
		prefix string
		column int
	}{{"answers_", r.cols.answers}, {"fig_low_", r.cols.low}, {"fig_half_", r.cols.half}, {"fig_high_", r.cols.high}, {"high_", r.cols.highShare}, {"low_", r.cols.lowShare},
		{"mean_", r.cols.mean}, {"word_", r.cols.word}, {"change_", r.cols.change}} {
		if figure.column > 0 {
			r.book.NameCells(figure.prefix+key, s.At(r.row, figure.column))
		}
	}
	if r.card.Votes.Sum() > 0 && !r.card.Figures.Withheld {
		for i, name := range []string{figures.Better(key), figures.Same(key), figures.Worse(key)} {
			r.book.NameCells(name, s.At(r.row, r.cols.better+i))
		}
	}
}
