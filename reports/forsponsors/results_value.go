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
	told := r.ToldStories()
	if len(told) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Value stories"), Widths: []float64{28, 13, 50, 40, 26, 22}, Tab: sheet.Primary},
		say.Text("Short accounts that link an activity to a result; only with consent"),
		say.Text("Title"), say.Text("Value"), say.Text("What happened"), say.Text("Result"), say.Text("Evidence"), say.Text("Consent"))
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
	s.Filter(headingRow)
}

func (r *results) measures() {
	if len(r.Measures) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Measures"), Widths: []float64{44, 20, 18, 18, 14, 13, 28, 34}, Tab: sheet.Primary},
		say.Text("How we shall know, from the charter"),
		say.Text("Measure"), say.Text("At the start"), say.Text("Target"), say.Text("Now"), say.Text("How far"), say.Text("As of"), say.Text("Source"), say.Text("Remark"))
	for _, m := range r.Measures {
		now := r.MeasureNow(m)
		cells := []sheet.Cell{press.BoldCell(m.Wording)}
		for i, name := range []string{figures.MeasureStart(m.ID), figures.MeasureTarget(m.ID), figures.MeasureNow(m.ID)} {
			r.book.NameCells(name, s.At(s.Next(), 2+i))
			cells = append(cells, readingCell(r.Figs.Text(name)))
		}
		s.Row(20, append(cells, sheet.Cell{Value: r.SpokenOr(r.Progress(m).Phrase()), Style: press.WordStyle}, press.DayCell(now.On),
			press.TextCell(now.Source), press.TextCell(now.Remark))...)
	}
	s.Filter(headingRow)
}

func (r *results) asks() {
	open := r.Asks()
	if len(open) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Actions and asks"), Widths: []float64{44, 46, 20, 13, 16}, Tab: sheet.Primary},
		say.Text("What is open"),
		say.Text("What"), say.Text("Why"), say.Text("Who decides"), say.Text("By when"), say.Text("Status"))
	for _, a := range open {
		by := press.DayCell(a.On)
		if a.On == 0 {
			by = press.TextCell(a.By)
		}
		s.Row(20, press.BoldCell(a.What), press.TextCell(a.Why), press.TextCell(a.Who), by, press.TextCell(a.Status))
	}
	s.Filter(headingRow)
}

func (r *results) method() {
	rules := r.rules()
	if len(rules) == 0 {
		return
	}
	say := r.Say
	s := r.table(sheet.Layout{Name: say.Text("Method"), Widths: []float64{46, 90}, OnePage: true, Tab: sheet.Muted},
		say.Text("What the figures of this workbook mean, with the settings in force"), say.Text("Term"), say.Text("Meaning"))
	for _, rule := range rules {
		s.Row(20, press.BoldCell(rule[0]), press.TextCell(rule[1]))
	}
	s.Filter(headingRow)
}

// rules explain the figures that are told, and no others.
func (r *results) rules() [][2]string {
	var rules [][2]string
	if r.Round.Round.ID != 0 {
		rules = r.healthRules()
	}
	say, t := r.Say, r.Thresholds
	if r.Figs.Text(figures.Core) != "" {
		rules = append(rules,
			[2]string{say.Text("Levels"), say.Text("How close people are to the centre at present, from attendance and contributions of the last %d days or more. Core: holds a role, organised something or spoke and was seen lately, or organised %d things spread over %d days and came regularly. Active: %d contributions over %d days, or at one in %d events, or at one in %d with %d contributions. Occasional: at %d events or %d contribution. A low level is no fault; part-time staff and reading along look less active than they are.",
				t.WindowDays, t.CoreActs, t.CoreSpreadDays, t.ActiveActs, t.ActiveStretchDays, t.RegularOneIn, t.SometimesOneIn, t.SometimesActs, t.OccasionalSeen, t.OccasionalActs)},
			[2]string{say.Text("Gave something"), say.Text("Members with at least one act of giving in that time: led, spoke, took minutes, finished an item, helped, welcomed.")})
	}
	if r.tookPart() {
		rules = append(rules, r.fewPeople())
	}
	if r.Figs.Number(figures.RotiVotes) > 0 {
		rules = append(rules, [2]string{say.Text("Worth the time"), say.Text("Votes at the end of an event on the return on time invested.")})
	}
	if len(r.Measures) > 0 {
		rules = append(rules, [2]string{say.Text("How far a measure is"), say.Text("Reached: at the target or past it. On the way: nearer to it than at the start. Behind: no nearer, or its day has passed. Said only where start, now and target are numbers of the same thing.")})
	}
	if r.Figs.Text(figures.HelpWaiting) != "" {
		rules = append(rules, [2]string{say.Text("Help"), say.Text("Days from asking to the first answer; the median is the one in the middle. Across units: acts of helping where the units of both people are known and differ.")})
	}
	return rules
}

func (r *results) fewPeople() [2]string {
	return [2]string{r.Say.Text("Few people"), r.Say.Text("A number of people from 1 to %d reads “<%d”. Where it would follow from the others, another reads “withheld”: at least %d.",
		data.MinGroupSize-1, data.MinGroupSize, data.MinGroupSize)}
}

func (r *results) healthRules() [][2]string {
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
		{say.Text("Withheld"), r.withheldRule()},
		{say.Text("Who answered"), say.Text("From %d %% of those asked: most members. From %d %%: part of the members. Below: only those who replied.", t.RateMost, t.RatePart)},
		{say.Text("Better, same, worse"), say.Text("How many felt where a card's subject is going; told only where at least %d said so.", r.Round.MinGroup)},
	}
}

// withheldRule is what few answers leave untold, by the threshold of the round.
func (r *results) withheldRule() string {
	if r.Thresholds.MergeUpTo < r.Round.MinGroup {
		return r.Say.Text("Fewer than %d answers: nothing but how many replied. No groups within the community are reported.", r.Round.MinGroup)
	}
	return r.Say.Text("Fewer than %d answers: nothing but how many replied. Up to %d answers: low, half-way and high only. No groups within the community are reported.",
		r.Round.MinGroup, r.Thresholds.MergeUpTo)
}
