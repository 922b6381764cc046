package reports

import (
	"cmp"
	"slices"
	"time"

	"copleader/data"
	"copleader/reports/sheet"
)

// periodDays is how far back the activity in the results workbook reaches: a year.
const periodDays = 365

// results makes the workbook for the sponsors (domain.md 11.2). Everything in it
// may leave the machine: aggregates only, no names, few answers withheld.
type results struct {
	*draft
	book       *sheet.Book
	thresholds data.Thresholds
	from       data.Date // first day of the period
	made       data.Date // the day of making; opt.Today is the last day of the period
	figs       *figures
	round      data.RoundResult // outward; its Round.ID is 0 while no round has been closed
}

// makeResults takes the chosen round, else the one that closed last. A round
// that still takes answers has no results: two workbooks made while answers
// come in would tell what the last person said.
func makeResults(d *draft) (product, error) {
	r, err := newResults(d)
	if err != nil {
		return nil, err
	}
	r.book = sheet.New(d.bookSetup())
	r.readMe()
	r.summary()
	r.cards()
	r.trend()
	r.participation()
	r.events()
	r.outputs()
	r.stories()
	r.measures()
	r.asks()
	r.method()
	return r.book, r.book.Err()
}

// newResults reads what the workbook and the sponsor report say of the period:
// the one asked for, else the last year.
func newResults(d *draft) (*results, error) {
	own := *d // whose last day is that of the period
	d = &own
	r := &results{draft: d, made: d.opt.Today, thresholds: d.Thresholds()}
	if d.opt.Until != 0 {
		// Rows dated later than the period stay out as those of the future do.
		d.opt.Today = min(d.opt.Today, d.opt.Until)
	}
	r.from = max(d.Community.StartedOn, d.opt.Today.AddDays(1-periodDays))
	if d.opt.From != 0 {
		r.from = d.opt.From
	}
	if r.from > d.opt.Today {
		return nil, data.Invalid("from", "The first day of the period lies after its last.")
	}
	round, ok := d.LastRound(d.opt.Today)
	if d.opt.RoundID != 0 {
		if round, ok = d.RoundByID(d.opt.RoundID); ok && (round.ClosedOn == 0 || round.ClosedOn > d.opt.Today) {
			return nil, data.Fault(data.CodeInvalid,
				"The round “%s” still takes answers. Close it, then its results can be made.", round.Name)
		}
	}
	if ok {
		r.round = d.Result(round.ID).Outward()
	}
	r.figs = r.figures()
	return r, nil
}

// table begins a sheet with a title, a line below it, and the headings of its columns.
func (r *results) table(layout sheet.Layout, lead string, heads ...string) *sheet.Sheet {
	layout.Freeze = 3
	s := r.book.Add(layout)
	s.Row(28, sheet.Cell{Value: layout.Name, Style: sheet.Style{Size: 16, Bold: true, Middle: true}})
	s.Row(20, sheet.Cell{Value: lead, Style: sheet.Style{Color: sheet.Muted, Middle: true}})
	s.Row(24, headings(heads...)...)
	return s
}

func headings(texts ...string) []sheet.Cell {
	var cells []sheet.Cell
	for _, text := range texts {
		cells = append(cells, sheet.Cell{Value: text, Style: headStyle})
	}
	return cells
}

// nothing says in a table that there is nothing to list.
func nothing(s *sheet.Sheet, text string) {
	s.Row(22, sheet.Cell{Value: text, Style: sheet.Style{Italic: true, Color: sheet.Muted, Middle: true}})
}

// Looks of table cells.
var (
	numberCell  = sheet.Style{Format: sheet.Whole, Align: "center", Middle: true, Border: sheet.Frame}
	decimalCell = sheet.Style{Format: sheet.OneDecimal, Align: "center", Middle: true, Border: sheet.Frame}
	percentCell = sheet.Style{Format: sheet.Percent, Align: "center", Middle: true, Border: sheet.Frame}
	wordCell    = sheet.Style{Align: "center", Middle: true, Wrap: true, Border: sheet.Frame}
	quietCell   = sheet.Style{Color: sheet.Muted, Italic: true, Size: 9, Align: "center", Middle: true, Wrap: true, Border: sheet.Frame}
	dateCell    = sheet.Style{Format: sheet.Day, Align: "center", Middle: true, Border: sheet.Frame}
)

func textCell(s string) sheet.Cell { return sheet.Cell{Value: s, Style: textStyle} }

func number(n int) sheet.Cell { return sheet.Cell{Value: n, Style: numberCell} }

func quiet(s string) sheet.Cell { return sheet.Cell{Value: s, Style: quietCell} }

func boldCell(s string) sheet.Cell {
	style := textStyle
	style.Bold = true
	return sheet.Cell{Value: s, Style: style}
}

func dayCell(on data.Date) sheet.Cell {
	if on == 0 {
		return sheet.Cell{Style: dateCell}
	}
	return sheet.Cell{Value: on.Time(), Style: dateCell}
}

// withheldFew stands for what fewer answers than the threshold would tell.
func (r *results) withheldFew(minGroup int) string { return r.say.Text("withheld (<%d)", minGroup) }

// withheldMerged stands for what the full counts of a few answers would tell.
func (r *results) withheldMerged(minGroup int) string {
	return r.say.Text("withheld (%d–%d)", minGroup, r.thresholds.MergeUpTo)
}

// fewest is a count of people as it may leave the machine: below five it could
// point at a person (domain.md 11.2). Nobody points at nobody.
func (r *results) fewest(n int) sheet.Cell {
	if n > 0 && n < data.MinGroupSize {
		return quiet(r.say.Text("<%d", data.MinGroupSize))
	}
	return number(n)
}

// answered is "15 of 23 (65 %)".
func (r *results) answered(res data.RoundResult) string {
	return r.say.Text("%d of %d (%d %%)", res.Returned, res.Invited, res.Percent())
}

func (r *results) noRound() string {
	return r.say.Text("No round of the health check has been closed yet.")
}

func (r *results) period() string { return r.say.Text("%s to %s", r.from, r.opt.Today) }

func (r *results) readMe() {
	s := r.book.Add(sheet.Layout{Name: r.say.Text("Read me"), Widths: []float64{30, 86}, OnePage: true, Tab: sheet.Primary})
	s.Row(34, sheet.Cell{Value: r.say.Text("Results of %s", r.Community.Name), Style: headingStyle})
	s.Row(20, sheet.Cell{Value: r.say.Text("For our sponsors: figures about the community, never about a person"), Style: sheet.Style{Size: 12, Color: sheet.Muted}})
	for _, fact := range r.facts() {
		s.Row(26, sheet.Cell{Value: fact[0], Style: keyStyle}, sheet.Cell{Value: fact[1], Style: factStyle})
	}
}

func (r *results) facts() [][2]string {
	say := r.say
	facts := [][2]string{{say.Text("Period"), r.period()}}
	if r.round.Round.ID == 0 {
		facts = append(facts, [2]string{say.Text("Health check"), r.noRound()})
	} else {
		facts = append(facts,
			[2]string{say.Text("Health check"), say.Text("%s, code %s, closed on %s", r.round.Round.Name, r.round.Round.Code, r.round.Round.ClosedOn)},
			[2]string{say.Text("Answers"), say.Text("%s: %s", r.answered(r.round), say.Of(r.round.Rate.Phrase()))},
			[2]string{say.Text("How they came in"), r.channels()},
			[2]string{say.Text("Scale"), r.scaleText(r.round.Round.Scale)})
	}
	minGroup := r.thresholds.MinGroup
	if r.round.Round.ID != 0 {
		minGroup = r.round.MinGroup
	}
	facts = append(facts,
		[2]string{say.Text("Few answers"), say.Text("With fewer than %d answers a cell reads “%s”: not zero and not empty. With %d to %d answers only low, half-way and high are given, because more could point at a person. Numbers of people below %d read “<%d”.",
			minGroup, r.withheldFew(minGroup), minGroup, r.thresholds.MergeUpTo, data.MinGroupSize, data.MinGroupSize)},
		[2]string{say.Text("“No clear change”"), say.Text("The difference to the round before is so small that chance, or one person, could have made it. It does not mean that nothing changed. The two rounds may have had different people.")},
		[2]string{say.Text("Limits"), say.Text("Those who did not answer may think otherwise. Attendance is only as good as the register. Figures do not rank people or teams, and there is no overall score, on purpose.")},
		[2]string{say.Text("Check it yourself"), say.Text("On the sheet “%s” every share, mean and word is a formula over the counts in its row.", say.Text("Results"))})
	if leader, ok := r.Leader(); ok && leader.Email != "" {
		facts = append(facts, [2]string{say.Text("Questions"), say.Text("The leader of the community, %s", leader.Email)})
	}
	return append(facts, [2]string{say.Text("Made"), say.Text("%s by %s", r.made, r.program())},
		[2]string{say.Text("Fingerprint"), say.Text("%s. The same on the sponsor report on paper, if it tells the same figures.", r.figs.text(figFingerprint))})
}

func (r *results) channels() string {
	names := map[data.AnswerChannel]data.Phrase{
		data.FromRoom:     {Key: "in the room"},
		data.FromBallots:  {Key: "on paper ballots"},
		data.FromWorkbook: {Key: "by workbook (confidential, not anonymous)"},
	}
	var spoken []string
	for _, c := range r.round.Channels {
		name, known := names[c]
		if !known {
			name = data.Say("%s", string(c)) // of a later version's file, read only
		}
		spoken = append(spoken, r.say.Of(name))
	}
	if len(spoken) > 1 {
		return r.say.Text("%s. The same person may have answered twice.", r.say.List(spoken))
	}
	return r.say.List(spoken)
}

func (r *results) scaleText(scale data.Scale) string {
	if scale == data.TrafficLight {
		return r.say.Text("Lights: ■ red, ▲ amber, ● green. Counts and shares only, no mean.")
	}
	return r.say.Text("1 (the low statement fits) to 5 (the high statement fits). Low is 1 and 2, high is 4 and 5.")
}

// monthsOf lists the first days of the months from one day to another.
func monthsOf(from, until data.Date) []data.Date {
	var months []data.Date
	year, month, _ := from.Civil()
	for first := data.NewDate(year, month, 1); first <= until; {
		months = append(months, first)
		year, month, _ := first.Civil()
		first = data.NewDate(year, month+1, 1)
	}
	return months
}

func monthOf(on data.Date) data.Date {
	year, month, _ := on.Civil()
	return data.NewDate(year, month, 1)
}

// monthName is "Nov 2026" in the reader's language.
func (r *results) monthName(first data.Date) string {
	names := map[time.Month]data.Phrase{
		time.January: {Key: "Jan"}, time.February: {Key: "Feb"}, time.March: {Key: "Mar"}, time.April: {Key: "Apr"},
		time.May: {Key: "May"}, time.June: {Key: "Jun"}, time.July: {Key: "Jul"}, time.August: {Key: "Aug"},
		time.September: {Key: "Sep"}, time.October: {Key: "Oct"}, time.November: {Key: "Nov"}, time.December: {Key: "Dec"},
	}
	year, month, _ := first.Civil()
	return r.say.Text("%s %d", names[month], year)
}

// inPeriod reports whether a day lies in the period of the workbook.
func (r *results) inPeriod(on data.Date) bool { return on != 0 && on.Within(r.from, r.opt.Today) }

// heldInPeriod lists the events held in the period, the earliest first.
func (r *results) heldInPeriod() []data.Event {
	return slices.DeleteFunc(r.HeldEvents(r.opt.Today), func(e data.Event) bool { return !r.inPeriod(e.On) })
}

// finished lists the items finished in the period, the latest first.
func (r *results) finished() []data.Item {
	var items []data.Item
	for _, item := range r.Items {
		if item.Column == data.ColumnDone && r.inPeriod(item.DoneOn) {
			items = append(items, item)
		}
	}
	slices.SortStableFunc(items, func(a, b data.Item) int {
		return cmp.Or(cmp.Compare(b.DoneOn, a.DoneOn), cmp.Compare(a.ID, b.ID))
	})
	return items
}
