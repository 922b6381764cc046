package forsponsors

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
	"copleader/reports/sheet"
)

// stories lists the value stories that may leave the community. No member is
// named, whatever the consent: this workbook knows no names. What was told
// anonymously goes without its witness.
func (r *results) stories() {
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Value stories"), Widths: []float64{28, 13, 50, 40, 26, 22}, Tab: sheet.Primary},
		say.Text("Short accounts that link an activity to a result; only with consent"),
		say.Text("Title"), say.Text("Value"), say.Text("What happened"), say.Text("Result"), say.Text("Evidence"), say.Text("Consent"))
	told := r.ToldStories()
	for _, story := range slices.Backward(told) {
		evidence := press.TextCell(story.Evidence)
		if story.Consent == data.ConsentAnonymous {
			evidence = quietCell(say.Text("kept back"))
		}
		happened := strings.Join(slices.DeleteFunc([]string{story.Situation, story.Met, story.Did},
			func(s string) bool { return s == "" }), "\n")
		s.Row(20, press.BoldCell(story.Title), press.TextCell(say.Of(story.Cycle.Phrase())), press.TextCell(happened),
			press.TextCell(story.CameOfIt), evidence, press.TextCell(say.Of(story.Consent.Phrase())))
	}
	if len(told) == 0 {
		nothing(s, say.Text("No story may be told yet."))
	}
}

func (r *results) measures() {
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Measures"), Widths: []float64{44, 20, 18, 18, 13, 28, 34}, Tab: sheet.Primary},
		say.Text("How we shall know, from the charter"),
		say.Text("Measure"), say.Text("At the start"), say.Text("Target"), say.Text("Now"), say.Text("As of"), say.Text("Source"), say.Text("Remark"))
	for _, m := range r.Measures {
		now := r.MeasureNow(m)
		for i, name := range []string{figures.MeasureStart(m.ID), figures.MeasureTarget(m.ID), figures.MeasureNow(m.ID)} {
			r.book.NameCells(name, s.At(s.Next(), 2+i))
		}
		s.Row(20, press.BoldCell(m.Wording), press.TextCell(m.Baseline), press.TextCell(m.Target), press.TextCell(now.Value), press.DayCell(now.On),
			press.TextCell(now.Source), press.TextCell(now.Remark))
	}
	if len(r.Measures) == 0 {
		nothing(s, say.Text("The charter names no measure yet."))
	}
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
		open := item.Column != data.ColumnDone && item.Column != data.ColumnParked && item.CreatedOn <= r.Opt.Today
		if !open || !isAsk && item.Kind != data.KindAction {
			continue
		}
		who := r.Say.Text("the community")
		if isAsk {
			who = r.Say.Text("the sponsors")
		}
		asks = append(asks, ask{what: item.Title, why: r.whyOf(item), who: who, by: item.Due,
			status: r.Say.Of(item.Column.Phrase()), fromSponsors: isAsk})
	}
	if last := r.lastReport(); last.Asks != "" {
		for _, line := range data.ParseLines(last.Asks) {
			asks = append(asks, ask{what: line, why: r.Say.Text("Asked in the report of %s", last.Until),
				who: r.Say.Text("the sponsors"), status: r.Say.Text("asked"), fromSponsors: true})
		}
	}
	return asks
}

func (r *results) lastReport() data.SponsorReport {
	var last data.SponsorReport
	for _, report := range r.Reports {
		if report.SentOn != 0 && report.SentOn <= r.Opt.Today && report.SentOn >= last.SentOn {
			last = report
		}
	}
	return last
}

// whyOf names the card or measure an item answers.
func (r *results) whyOf(item *data.Item) string {
	for _, c := range r.Round.Cards {
		if item.Card != "" && c.Card.Card == item.Card {
			return r.Say.Text("Card “%s” of the health check", c.Card.Title)
		}
	}
	for _, m := range r.Measures {
		if m.ID == item.MeasureID {
			return r.Say.Text("Measure “%s”", m.Wording)
		}
	}
	return ""
}

func (r *results) asks() {
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Actions and asks"), Widths: []float64{44, 46, 20, 13, 16}, Tab: sheet.Primary},
		say.Text("What is open"),
		say.Text("What"), say.Text("Why"), say.Text("Who decides"), say.Text("By when"), say.Text("Status"))
	open := r.openAsks()
	for _, a := range open {
		s.Row(20, press.BoldCell(a.what), press.TextCell(a.why), press.TextCell(a.who), press.DayCell(a.by), press.TextCell(a.status))
	}
	if len(open) == 0 {
		nothing(s, say.Text("Nothing at present."))
	}
}

func (r *results) method() {
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Method"), Widths: []float64{46, 90}, Tab: sheet.Muted},
		say.Text("Every definition, with the settings in force"), say.Text("Term"), say.Text("Meaning"))
	for _, rule := range r.rules() {
		s.Row(20, press.BoldCell(rule[0]), press.TextCell(rule[1]))
	}
	s.Skip()
	s.Row(22, press.Headings(say.Text("Settings"), "")...)
	for _, rule := range data.FigureRules {
		s.Row(18, press.TextCell(say.Of(rule.Sentence(rule.Of(r.Thresholds)))))
	}
}

func (r *results) rules() [][2]string {
	say, t := r.Say, r.Thresholds
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
		{say.Text("Withheld"), say.Text("Fewer than %d answers: nothing but how many replied. Up to %d answers: low, half-way and high only. No groups within the community are reported.", r.MinGroup(), t.MergeUpTo)},
		{say.Text("Levels"), say.Text("How close people are to the centre at present, from attendance and contributions of the last %d days or more. Core: holds a role, organised something or spoke and was seen lately, or organised %d things spread over %d days and came regularly. Active: %d contributions over %d days, or at one in %d events, or at one in %d with %d contributions. Occasional: at %d events or %d contribution. A low level is no fault; part-time staff and reading along look less active than they are.",
			t.WindowDays, t.CoreActs, t.CoreSpreadDays, t.ActiveActs, t.ActiveStretchDays, t.RegularOneIn, t.SometimesOneIn, t.SometimesActs, t.OccasionalSeen, t.OccasionalActs)},
		{say.Text("Gave something"), say.Text("Members with at least one act of giving in that time: led, spoke, took minutes, finished an item, helped, welcomed.")},
		{say.Text("Worth the time"), say.Text("Votes at the end of an event on the return on time invested.")},
	}
}
