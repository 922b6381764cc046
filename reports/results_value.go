package reports

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/sheet"
)

// stories lists the value stories that may leave the community. No member is
// named, whatever the consent: this workbook knows no names. What was told
// anonymously goes without its witness.
func (r *results) stories() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Value stories"), Widths: []float64{28, 13, 50, 40, 26, 22}, Tab: sheet.Primary},
		say.Text("Short accounts that link an activity to a result; only with consent"),
		say.Text("Title"), say.Text("Value"), say.Text("What happened"), say.Text("Result"), say.Text("Evidence"), say.Text("Consent"))
	told := r.toldStories()
	for _, story := range slices.Backward(told) {
		evidence := textCell(story.Evidence)
		if story.Consent == data.ConsentAnonymous {
			evidence = quiet(say.Text("kept back"))
		}
		happened := strings.Join(slices.DeleteFunc([]string{story.Situation, story.Met, story.Did},
			func(s string) bool { return s == "" }), "\n")
		s.Row(20, boldCell(story.Title), textCell(say.Of(story.Cycle.Phrase())), textCell(happened),
			textCell(story.CameOfIt), evidence, textCell(say.Of(story.Consent.Phrase())))
	}
	if len(told) == 0 {
		nothing(s, say.Text("No story may be told yet."))
	}
}

func (r *results) measures() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Measures"), Widths: []float64{44, 20, 18, 18, 13, 28, 34}, Tab: sheet.Primary},
		say.Text("How we shall know, from the charter"),
		say.Text("Measure"), say.Text("At the start"), say.Text("Target"), say.Text("Now"), say.Text("As of"), say.Text("Source"), say.Text("Remark"))
	for _, m := range r.Measures {
		now := r.measureNow(m)
		for i, name := range []string{figMeasureStart(m.ID), figMeasureTarget(m.ID), figMeasureNow(m.ID)} {
			r.book.NameCells(name, s.At(s.Next(), 2+i))
		}
		s.Row(20, boldCell(m.Wording), textCell(m.Baseline), textCell(m.Target), textCell(now.Value), dayCell(now.On),
			textCell(now.Source), textCell(now.Remark))
	}
	if len(r.Measures) == 0 {
		nothing(s, say.Text("The charter names no measure yet."))
	}
}

// measureNow is what a measure reads at present: its last noted value, or for a
// card of the health check the mean of the last round.
func (r *results) measureNow(m data.Measure) data.MeasureValue {
	var points []data.TrendPoint
	for i := range r.round.Cards {
		if c := &r.round.Cards[i]; c.Card.Card == m.Card {
			points = append(points, data.TrendPoint{Round: r.round.Round, Figures: c.Figures})
		}
	}
	read := r.MeasureReadings(&m, points, r.opt.Today)
	switch {
	case len(read) == 0:
		return data.MeasureValue{Source: m.Source}
	case read[0].Noted != nil:
		now := *read[0].Noted
		now.Source = cmp.Or(now.Source, m.Source)
		return now
	}
	now := data.MeasureValue{On: read[0].On, Source: r.say.Text("Health check, %s", r.answered(r.round))}
	switch f := read[0].Point.Figures; {
	case f.Withheld:
		now.Value = r.withheldFew(r.round.MinGroup)
	case f.HasMean:
		now.Value = r.say.Text("%.1f", f.Mean.Float())
	default:
		now.Value = r.say.Text("%d %% high", f.HighShare)
	}
	return now
}

// ask is something that waits for a decision or a deed.
type ask struct {
	what, why, who string
	by             data.Date
	status         string
	fromSponsors   bool
}

// openAsks are the actions and asks of the board that are not finished or
// parked, and what the last report asked for. Owners are not named.
func (r *results) openAsks() []ask {
	var asks []ask
	for i := range r.Items {
		item := &r.Items[i]
		isAsk := item.Kind == data.KindSponsorAsk
		open := item.Column != data.ColumnDone && item.Column != data.ColumnParked && item.CreatedOn <= r.opt.Today
		if !open || !isAsk && item.Kind != data.KindAction {
			continue
		}
		who := r.say.Text("the community")
		if isAsk {
			who = r.say.Text("the sponsors")
		}
		asks = append(asks, ask{what: item.Title, why: r.whyOf(item), who: who, by: item.Due,
			status: r.say.Of(item.Column.Phrase()), fromSponsors: isAsk})
	}
	if last := r.lastReport(); last.Asks != "" {
		for _, line := range data.ParseLines(last.Asks) {
			asks = append(asks, ask{what: line, why: r.say.Text("Asked in the report of %s", last.Until),
				who: r.say.Text("the sponsors"), status: r.say.Text("asked"), fromSponsors: true})
		}
	}
	return asks
}

func (r *results) lastReport() data.SponsorReport {
	var last data.SponsorReport
	for _, report := range r.Reports {
		if report.SentOn != 0 && report.SentOn <= r.opt.Today && report.SentOn >= last.SentOn {
			last = report
		}
	}
	return last
}

// whyOf names the card or measure an item answers.
func (r *results) whyOf(item *data.Item) string {
	for _, c := range r.round.Cards {
		if item.Card != "" && c.Card.Card == item.Card {
			return r.say.Text("Card “%s” of the health check", c.Card.Title)
		}
	}
	for _, m := range r.Measures {
		if m.ID == item.MeasureID {
			return r.say.Text("Measure “%s”", m.Wording)
		}
	}
	return ""
}

func (r *results) asks() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Actions and asks"), Widths: []float64{44, 46, 20, 13, 16}, Tab: sheet.Primary},
		say.Text("What is open"),
		say.Text("What"), say.Text("Why"), say.Text("Who decides"), say.Text("By when"), say.Text("Status"))
	open := r.openAsks()
	for _, a := range open {
		s.Row(20, boldCell(a.what), textCell(a.why), textCell(a.who), dayCell(a.by), textCell(a.status))
	}
	if len(open) == 0 {
		nothing(s, say.Text("Nothing at present."))
	}
}

func (r *results) method() {
	say := r.say
	s := r.table(sheet.Layout{Name: say.Text("Method"), Widths: []float64{46, 90}, Tab: sheet.Muted},
		say.Text("Every definition, with the settings in force"), say.Text("Term"), say.Text("Meaning"))
	for _, rule := range r.rules() {
		s.Row(20, boldCell(rule[0]), textCell(rule[1]))
	}
	s.Skip()
	s.Row(22, headings(say.Text("Setting"), say.Text("Value"))...)
	left := numberCell
	left.Align, left.Indent = "left", 1
	for _, rule := range data.ThresholdRules {
		s.Row(18, textCell(say.Of(rule.Label)), sheet.Cell{Value: rule.Of(r.thresholds), Style: left})
	}
}

func (r *results) rules() [][2]string {
	say, t := r.say, r.thresholds
	return [][2]string{
		{say.Text("Answers"), say.Text("Those who chose an answer on the card. “No opinion” and empty are not among them. Several channels of a round are added.")},
		{say.Text("Low, high"), say.Text("Low: answers 1 and 2, or red. High: answers 4 and 5, or green. A share is the count divided by the answers.")},
		{say.Text("Median, mean, SD"), say.Text("Of the answers 1 to 5; SD is the standard deviation of a sample. The answers are ordered steps, so look at the counts first and at the mean second. Lights have no mean.")},
		{say.Text("Word: split"), say.Text("At least one in %d answers low, and as many high. Tried first.", t.SplitOneIn)},
		{say.Text("Word: concern"), say.Text("At least %d %% low. Tried second.", t.ConcernPercent)},
		{say.Text("Word: strong"), say.Text("At least %d %% high and at most %d %% low. All else is mixed.", t.StrongHigh, t.StrongLow)},
		{say.Text("Change"), say.Text("Up or down only if the means differ by at least %.1f and by more than %d divided by the smaller number of answers, since one person alone can shift a mean that far. Same wording and scale in both rounds, and at least %d answers in each. Lights: one colour moved by at least %d people and %d points.",
			float64(t.ChangeTenths)/10, t.ChangePerson, t.ChangeAnswers, t.LightMoved, t.LightPoints)},
		{say.Text("Rounding"), say.Text("Half away from zero, from whole counts. Words and changes are decided before rounding.")},
		{say.Text("Withheld"), say.Text("Fewer than %d answers: nothing but how many replied. Up to %d answers: low, half-way and high only. No groups within the community are reported.", r.minGroup(), t.MergeUpTo)},
		{say.Text("Levels"), say.Text("How close people are to the centre at present, from attendance and contributions of the last %d days or more. Core: holds a role and organised something, or organised %d things spread over %d days and came regularly. Active: at one in %d events, or at one in %d with %d contributions. Occasional: at %d events or %d contribution. A low level is no fault; part-time staff and reading along look less active than they are.",
			t.WindowDays, t.CoreActs, t.CoreSpreadDays, t.RegularOneIn, t.SometimesOneIn, t.SometimesActs, t.OccasionalSeen, t.OccasionalActs)},
		{say.Text("Gave something"), say.Text("Members with at least one act of giving in that time: led, spoke, took minutes, finished an item, helped, welcomed.")},
		{say.Text("Worth the time"), say.Text("Votes at the end of an event on the return on time invested.")},
	}
}
