package forsponsors

import (
	"fmt"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// results makes the workbook for the sponsors (data/README.md, Survey workbooks). Everything in it
// may leave the machine: aggregates only, no names, few answers withheld.
type results struct {
	*figures.Period
	book    *sheet.Book
	leftOut []string // sheets that have nothing to list
}

// Results takes the chosen round, else the one that closed last. A round
// that still takes answers has no results: two workbooks made while answers
// come in would tell what the last person said.
func Results(d *press.Draft) (press.Product, error) {
	p, err := figures.Of(d)
	if err != nil {
		return nil, err
	}
	r := &results{Period: p, book: sheet.New(d.BookSetup())}
	r.leaveOut()
	r.readMe()
	r.summary()
	r.allCards()
	r.cards()
	r.trend()
	r.participation()
	r.events()
	r.outputs()
	r.stories()
	r.measures()
	r.asks()
	r.figureList()
	r.method()
	return press.Writing(r.book.Write), r.book.Err()
}

// leaveOut finds the sheets that would hold a heading and nothing below.
func (r *results) leaveOut() {
	say := r.Say
	for _, list := range []struct {
		title string
		none  bool
	}{
		{say.Text("All cards"), r.Round.Round.ID == 0 || r.Round.Withheld},
		{say.Text("Results"), r.Round.Round.ID == 0}, {say.Text("Trend"), r.Round.Round.ID == 0}, {say.Text("Trend charts"), !r.drawsTrends()},
		{say.Text("Participation"), !r.tookPart()}, {say.Text("Events"), len(r.HeldInPeriod()) == 0},
		{say.Text("Outputs"), len(r.Finished()) == 0}, {say.Text("Value stories"), len(r.ToldStories()) == 0},
		{say.Text("Measures"), len(r.Measures) == 0}, {say.Text("Actions and asks"), len(r.Asks()) == 0},
	} {
		if list.none {
			r.leftOut = append(r.leftOut, list.title)
		}
	}
}

// tookPart reports whether there is anything to tell of who took part.
func (r *results) tookPart() bool {
	return len(r.HeldInPeriod()) > 0 || r.Figs.Text(figures.Core) != ""
}

// table begins a sheet with a title, a line below it, and the headings of its columns.
func (r *results) table(layout sheet.Layout, lead string, heads ...string) *sheet.Sheet {
	layout.Freeze = 3
	s := r.book.Add(layout)
	s.Row(28, sheet.Cell{Value: layout.Name, Style: sheet.Style{Size: 16, Bold: true, Middle: true}})
	s.Row(20, sheet.Cell{Value: lead, Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	s.Row(24, press.Headings(heads...)...)
	return s
}

func quietCell(s string) sheet.Cell { return sheet.Cell{Value: s, Style: press.QuietStyle} }

// withheldMerged stands for what the full counts of a few answers would tell.
func (r *results) withheldMerged(minGroup int) string {
	return r.Say.Text("withheld (%d–%d)", minGroup, r.Thresholds.MergeUpTo)
}

// people is a number of people as it may leave the machine.
func (r *results) people(c data.CoveredCount) sheet.Cell {
	return toldCell(r.Told(c))
}

// noted is a number of those who came, or that it was not noted.
func (r *results) noted(n any, noted bool) sheet.Cell { return toldCell(r.Noted(n, noted)) }

// toldCell is a number, or quietly what stands in its place.
func toldCell(told any) sheet.Cell {
	if n, whole := told.(int); whole {
		return press.NumberCell(n)
	}
	return quietCell(fmt.Sprint(told))
}

func (r *results) readMe() {
	s := r.book.Add(sheet.Layout{Name: r.Say.Text("Read me"), Widths: []float64{30, 86}, OnePage: true, Tab: sheet.Primary})
	s.Row(34, sheet.Cell{Value: r.Say.Text("Results of %s", r.Community.Name), Style: press.HeadingStyle})
	s.Row(20, sheet.Cell{Value: r.Say.Text("For our sponsors: figures about the community, never about a person"), Style: sheet.Style{Size: 12, Color: sheet.Muted}})
	for _, fact := range r.facts() {
		s.Row(26, sheet.Cell{Value: fact[0], Style: press.KeyStyle}, sheet.Cell{Value: fact[1], Style: press.FactStyle})
	}
}

func (r *results) facts() [][2]string {
	say := r.Say
	facts := [][2]string{{say.Text("Period"), r.Span()}}
	if r.Round.Round.ID == 0 {
		facts = append(facts, [2]string{say.Text("Health check"), r.NoRound()})
	} else {
		facts = append(facts,
			[2]string{say.Text("Health check"), say.Text("%s, code %s, %s", r.Round.Round.Name, r.Round.Round.Code, r.Round.Closed())},
			[2]string{say.Text("Answers"), say.Of(r.Round.AnsweredWord())},
			[2]string{say.Text("How they came in"), r.channels()},
			[2]string{say.Text("Scale"), r.scaleText(r.Round.Round.Scale)})
	}
	minGroup := r.Thresholds.MinGroup
	if r.Round.Round.ID != 0 {
		minGroup = r.Round.MinGroup
	}
	facts = append(facts,
		[2]string{say.Text("Few answers"), r.fewAnswers(minGroup)},
		[2]string{say.Text("“No clear change”"), say.Text("The difference to the round before is so small that chance, or one person, could have made it. It does not mean that nothing changed. The two rounds may have had different people.")},
		[2]string{say.Text("Limits"), say.Text("Those who did not answer may think otherwise. Attendance is only as good as the register. Figures do not rank people or teams, and there is no overall score, on purpose.")})
	if r.Round.Round.ID != 0 {
		facts = append(facts, [2]string{say.Text("Check it yourself"), say.Text("On the sheet “%s” every share, mean and word is a formula over the counts in its row.", say.Text("Results"))})
	}
	if leader, ok := r.Leader(); ok && leader.Email != "" {
		facts = append(facts, [2]string{say.Text("Questions"), say.Text("The leader of the community, %s", leader.Email)})
	}
	if len(r.leftOut) > 0 {
		facts = append(facts, [2]string{say.Text("Left out"), say.Text("Sheets that would be empty in this period: %s.", r.leftOut)})
	}
	return append(facts, [2]string{say.Text("Made"), say.Text("%s by %s", r.Made, r.Program())},
		[2]string{say.Text("Fingerprint"), say.Text("%s. The same on the sponsor report on paper, if it tells the same figures.", r.Figs.Text(figures.Fingerprint))})
}

// fewAnswers is how cells of which few answers may not be told read.
func (r *results) fewAnswers(minGroup int) string {
	said := r.Say.Text("With fewer than %d answers a cell reads “%s”: not zero and not empty.", minGroup, r.WithheldFew(minGroup))
	if most := r.Thresholds.MergeUpTo; most >= minGroup {
		said = r.Say.Text("%s With %d to %d answers only low, half-way and high are given, because more could point at a person.", said, minGroup, most)
	}
	return r.Say.Text("%s Numbers of people below %d read “<%d”.", said, data.MinGroupSize, data.MinGroupSize)
}

func (r *results) channels() string {
	names := map[data.AnswerChannel]data.Phrase{
		data.FromRoom:     {Key: "in the room"},
		data.FromBallots:  {Key: "on paper ballots"},
		data.FromWorkbook: {Key: "by workbook (confidential, not anonymous)"},
	}
	var spoken []string
	for _, c := range r.Round.Channels {
		name, known := names[c]
		if !known {
			name = data.Say("%s", string(c)) // of a later version's file, read only
		}
		spoken = append(spoken, r.Say.Of(name))
	}
	if len(spoken) > 1 {
		return r.Say.Text("%s. The same person may have answered twice.", r.Say.List(spoken))
	}
	return r.Say.List(spoken)
}

func (r *results) scaleText(scale data.Scale) string {
	if scale == data.TrafficLight {
		return r.Say.Text("Lights: ■ red, ▲ amber, ● green. Counts and shares only, no mean.")
	}
	return r.Say.Text("1 (the low statement fits) to 5 (the high statement fits). Low is 1 and 2, high is 4 and 5.")
}
