package figures

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/sheet"
)

// Names of the figures that the sponsor report gives on paper. In the results
// workbook a cell of the same name holds each of them, so that whoever doubts a
// figure on paper finds where it comes from.
const (
	PeriodSpan  = "fig_period"
	Fingerprint = "fig_fingerprint"

	Members    = "fig_members"     // members on the last day
	Joined     = "fig_joined"      // who joined within the period
	Core       = "fig_core"        // people per level on the last day
	Active     = "fig_active"      //
	Occasional = "fig_occasional"  //
	Peripheral = "fig_peripheral"  //
	Gave       = "fig_gave"        // members with an act of giving
	GaveShare  = "fig_gave_share"  // their share of the members, in percent
	People     = "fig_people"      // different members who came
	Attended   = "fig_attendances" // of members, all events together
	Guests     = "fig_guests"      //

	Held      = "fig_events_held"
	Planned   = "fig_events_planned" // still to come
	Formats   = "fig_formats"        // different ones used
	RotiVotes = "fig_roti_votes"
	RotiMean  = "fig_roti_mean"

	Replies  = "fig_replies" // to the health check, in words
	Invited  = "fig_invited" // where it is noted
	Returned = "fig_returned"
	Rate     = "fig_rate" // percent, where there is one

	Finished = "fig_finished" // items
	Reuses   = "fig_reuses"   // of what was finished, in the period
	Stories  = "fig_stories"  // that may be told

	Units    = "fig_units"     // whose members came
	UnitsAll = "fig_units_all" // that members belong to

	HelpAnswered = "fig_help_answered" // requests that had their first answer
	HelpDays     = "fig_help_days"     // until then, the median
	HelpWaiting  = "fig_help_waiting"  // requests without an answer
	HelpAcross   = "fig_help_across"   // acts of helping between two units
	HelpKnown    = "fig_help_known"    // acts of helping of which both units are known

	HoursMembers = "fig_hours_members" // spent at events
	HoursLeading = "fig_hours_leading" // agreed for leading
)

// Costs is the part of a document that tells what the community costs; it is told
// only if the leader ticks it (data/README.md, Sponsors).
const Costs = "costs"

// Percent is a share as it stands on paper and in a cell.
type Percent int

// Roti is the name of how many gave one of the five votes, counted from 1.
func Roti(vote int) string { return fmt.Sprintf("fig_roti_%d", vote) }

// MonthAttended is the name of the attendances of a month.
func MonthAttended(first data.Date) string {
	year, month, _ := first.Civil()
	return fmt.Sprintf("fig_attendances_%04d_%02d", year, int(month))
}

// MeasureStart is the name of a measure's value at the start, by its ID.
func MeasureStart(id int64) string { return fmt.Sprintf("fig_measure_%d_start", id) }

// MeasureNow is the name of a measure's present value.
func MeasureNow(id int64) string { return fmt.Sprintf("fig_measure_%d_now", id) }

// MeasureTarget is the name of a measure's target.
func MeasureTarget(id int64) string { return fmt.Sprintf("fig_measure_%d_target", id) }

// Reused is the name of how often a finished item was used again.
func Reused(item int64) string { return fmt.Sprintf("fig_reused_%d", item) }

// Low is the name of how many low answers a health card has, by its key.
func Low(card string) string { return "fig_low_" + card }

// Half is the name of how many answers of a card are half-way.
func Half(card string) string { return "fig_half_" + card }

// High is the name of how many high answers a card has.
func High(card string) string { return "fig_high_" + card }

// Answers is the name of how many answered a card.
func Answers(card string) string { return "answers_" + card }

// Word is the name of a card's word.
func Word(card string) string { return "word_" + card }

// Change is the name of a card's change since the round before.
func Change(card string) string { return "change_" + card }

// Better is the name of how many felt that a card's subject got better.
func Better(card string) string { return "fig_better_" + card }

// Same is the name of how many felt no change.
func Same(card string) string { return "fig_same_" + card }

// Worse is the name of how many felt that it got worse.
func Worse(card string) string { return "fig_worse_" + card }

// Figure is one number or word of the sponsor report.
type Figure struct {
	Name  string
	Label string // as the summary of the workbook lists it; empty for one that stands in a table of its own
	Value any    // an int, a Percent, a float64 or a text
	Text  string // as it stands on paper
}

// List holds all that the sponsor report and the results workbook say of one
// period. Both take them from here, so they can't disagree.
type List struct {
	from, until data.Date
	All         []Figure
	places      map[string]int
}

// Text is a figure as it stands on paper, "" for one that there is not.
func (f *List) Text(name string) string {
	if at, known := f.places[name]; known {
		return f.All[at].Text
	}
	return ""
}

// Number is a figure for a chart, 0 where it is withheld.
func (f *List) Number(name string) int {
	if at, known := f.places[name]; known {
		if n, whole := f.All[at].Value.(int); whole {
			return n
		}
	}
	return 0
}

func (f *List) add(fig Figure) {
	if fig.Text == "" {
		fig.Text = fmt.Sprint(fig.Value)
	}
	f.places[fig.Name] = len(f.All)
	f.All = append(f.All, fig)
}

func (f *List) whole(name, label string, n int) { f.add(Figure{Name: name, Label: label, Value: n}) }

// fingerprint is the same on both only if every figure is. Costs have no part in it:
// one document of a sending may tell them and another not.
func (f *List) fingerprint() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f.places)) {
		if name == HoursMembers || name == HoursLeading {
			continue
		}
		_, _ = io.WriteString(sum, name+"="+f.Text(name)+"\n") // never fails
	}
	hash := strings.ToUpper(hex.EncodeToString(sum.Sum(nil)))
	return hash[:4] + "-" + hash[4:8] + "-" + hash[8:12]
}

// reckon reckons the figures of the period.
func (r *Period) reckon() *List {
	f := &List{from: r.From, until: r.Opt.Today, places: map[string]int{}}
	f.add(Figure{Name: PeriodSpan, Label: r.Say.Text("Period"), Value: r.Span()})
	r.peopleFigures(f)
	r.eventFigures(f)
	r.healthFigures(f)
	r.workFigures(f)
	r.helpFigures(f)
	if r.Wants(Costs, false) {
		r.costFigures(f)
	}
	f.add(Figure{Name: Fingerprint, Label: r.Say.Text("Fingerprint"), Value: f.fingerprint()})
	return f
}

// ShownLevels are the levels of members of which numbers are told.
var ShownLevels = []data.Level{data.Core, data.Active, data.Occasional, data.Peripheral}

// people adds a number of people as it may leave the machine.
func (r *Period) people(f *List, name, label string, c data.CoveredCount) {
	f.add(Figure{Name: name, Label: label, Value: r.Told(c)})
}

func (r *Period) peopleFigures(f *List) {
	say, standings := r.Say, r.Standings(r.Opt.Today)
	f.whole(Members, say.Text("Members"), standings.Members)
	people, attended, guests := map[int64]bool{}, 0, 0
	months, noted := r.Months(), !r.NotNoted()
	for _, m := range months {
		attended, guests = attended+m.Attendances, guests+m.Guests
		maps.Copy(people, m.People)
		f.add(Figure{Name: MonthAttended(m.First), Value: r.Noted(m.Attendances, !m.NotNoted)})
	}
	_, joined := r.Joined(months)
	r.people(f, Joined, r.NewMembers(), joined)
	f.add(Figure{Name: People, Label: say.Text("Different members who came"), Value: r.Noted(r.Told(data.CoverOf(len(people))), noted)})
	f.add(Figure{Name: Attended, Label: say.Text("Attendances"), Value: r.Noted(attended, noted)})
	f.add(Figure{Name: Guests, Label: say.Text("Guests"), Value: r.Noted(guests, noted || guests > 0)})
	if !standings.Enough {
		return
	}
	covered := standings.CoveredLevels()
	names := []string{Core, Active, Occasional, Peripheral}
	for i, level := range ShownLevels {
		f.add(Figure{Name: names[i], Label: say.Of(level.Phrase()), Value: r.ToldLevel(standings, level, covered[level])})
	}
	r.people(f, Gave, say.Text("Gave something %s", standings.Span()), data.CoverOf(standings.Gave))
	if standings.Gave >= data.MinGroupSize {
		share := data.Percent(standings.Gave, standings.Members)
		f.add(Figure{Name: GaveShare, Label: say.Text("Share that gave something %s", standings.Span()), Value: Percent(share), Text: say.Text("%d %%", share)})
	}
}

func (r *Period) eventFigures(f *List) {
	say, held := r.Say, r.HeldInPeriod()
	f.whole(Held, say.Text("Events held"), len(held))
	f.whole(Planned, say.Text("Events still to come"), len(r.ComingEvents(r.Made)))
	formats, in := map[string]bool{}, map[int64]bool{}
	for _, e := range held {
		formats[e.Format], in[e.ID] = true, true
	}
	f.whole(Formats, say.Text("Formats used"), len(formats))
	var votes data.Counts
	for _, t := range r.Roti {
		// Of an event with fewer votes none are told, or they would follow from the others.
		if in[t.EventID] && t.Votes.Sum() >= RotiVotesForMean {
			votes = votes.Plus(t.Votes)
		}
	}
	f.whole(RotiVotes, say.Text("Worth the time: votes"), votes.Sum())
	for i, n := range votes {
		f.whole(Roti(i+1), say.Text("Worth the time: voted %d", i+1), n)
	}
	if n := votes.Sum(); n >= RotiVotesForMean {
		mean := float64((20*votes.Points()+n)/(2*n)) / 10
		f.add(Figure{Name: RotiMean, Label: say.Text("Worth the time: mean"), Value: mean, Text: say.Text("%.1f", mean)})
	}
}

// costFigures are what the community costs in hours (data/README.md, Sponsors).
func (r *Period) costFigures(f *List) {
	say := r.Say
	if !r.NotNoted() {
		f.add(r.hours(HoursMembers, say.Text("Hours spent at events"), r.minutesSpent(r.HeldInPeriod())))
	}
	if hours := r.Community.LeaderHours; hours > 0 {
		days := r.Opt.Today.Sub(r.From) + 1
		f.add(r.hours(HoursLeading, say.Text("Hours agreed for leading"), int(hours*60*float64(days)/7)))
	}
}

// helpFigures are what sponsors hope for: quick help, many units, help between them.
func (r *Period) helpFigures(f *List) {
	say := r.Say
	if came, all := r.UnitsBetween(r.From, r.Opt.Today); all > 1 && !r.NotNoted() {
		f.whole(Units, say.Text("Units that took part"), came)
		f.whole(UnitsAll, say.Text("Units that members belong to"), all)
	}
	help := r.HelpBetween(r.From, r.Opt.Today)
	if help.Answered > 0 {
		days := float64(help.MedianDays) / 2
		f.whole(HelpAnswered, say.Text("Help requests answered"), help.Answered)
		f.add(Figure{Name: HelpDays, Label: say.Text("Days until the first answer, median"), Value: days, Text: say.Text("%.1f", days)})
	}
	if help.Answered+help.Waiting > 0 {
		f.whole(HelpWaiting, say.Text("Help requests waiting"), help.Waiting)
	}
	if help.Known > 0 {
		f.whole(HelpAcross, say.Text("Help given across units"), help.Across)
		f.whole(HelpKnown, say.Text("Help given where both units are known"), help.Known)
	}
}

// hours is a time as whole hours, half an hour rounded up.
func (r *Period) hours(name, label string, minutes int) Figure {
	return Figure{Name: name, Label: label, Value: (minutes + 30) / 60}
}

// minutesSpent is the time that members spent at events: the length of each, or
// the minutes noted, for everyone who came (data/README.md, Sponsors).
func (r *Period) minutesSpent(held []data.Event) int {
	length, total := map[int64]int{}, 0
	for _, e := range held {
		length[e.ID] = e.Minutes
	}
	for i := range r.Attendance {
		a := &r.Attendance[i]
		minutes, here := length[a.EventID]
		if !here || !a.Present {
			continue
		}
		if a.MinutesPresent > 0 {
			minutes = min(minutes, a.MinutesPresent)
		}
		total += minutes
	}
	return total
}

func (r *Period) healthFigures(f *List) {
	say := r.Say
	if r.Round.Round.ID == 0 {
		return
	}
	f.add(Figure{Name: Replies, Label: say.Text("Health check of %s", r.Round.Round.ClosedOn), Value: say.Of(r.Round.AnsweredThen())})
	if r.Round.Invited > 0 {
		f.whole(Invited, say.Text("Health check: asked"), r.Round.Invited)
	}
	f.whole(Returned, say.Text("Health check: answered"), r.Round.Returned)
	if r.Round.HasRate() {
		f.add(Figure{Name: Rate, Label: say.Text("Health check: rate"), Value: Percent(r.Round.Percent()), Text: say.Text("%d %%", r.Round.Percent())})
	}
	for i := range r.Round.Cards {
		if c := &r.Round.Cards[i]; !c.Figures.Withheld && sheet.Nameable(c.Card.Card) {
			r.cardFigures(f, c)
		}
	}
}

func (r *Period) cardFigures(f *List, c *data.CardResult) {
	key := c.Card.Card
	f.whole(Low(key), "", c.Figures.Low)
	f.whole(Half(key), "", c.Figures.Half)
	f.whole(High(key), "", c.Figures.High)
	f.whole(Answers(key), "", c.Figures.Answers)
	if c.Figures.Word != data.WordNone {
		f.add(Figure{Name: Word(key), Value: r.Say.Of(c.Figures.Word.Phrase())})
	}
	if c.Change == data.ChangeUp || c.Change == data.ChangeDown || c.Change == data.ChangeUnclear {
		f.add(Figure{Name: Change(key), Value: r.Say.Of(c.Change.Phrase())})
	}
	if c.Votes.Sum() > 0 {
		f.whole(Better(key), "", c.Votes.Better)
		f.whole(Same(key), "", c.Votes.Same)
		f.whole(Worse(key), "", c.Votes.Worse)
	}
}

func (r *Period) workFigures(f *List) {
	say, reuses := r.Say, 0
	times := r.TimesReused()
	items := r.Finished()
	f.whole(Finished, say.Text("Finished"), len(items))
	for _, item := range items {
		f.whole(Reused(item.ID), "", times[item.ID])
	}
	for _, use := range r.Reuses {
		if r.inPeriod(use.On) {
			reuses++
		}
	}
	f.whole(Reuses, say.Text("Used again"), reuses)
	f.whole(Stories, say.Text("Value stories that may be told"), len(r.ToldStories()))
	for _, m := range r.Measures {
		f.add(Figure{Name: MeasureStart(m.ID), Value: say.Text("%s", m.Baseline)})
		f.add(Figure{Name: MeasureNow(m.ID), Value: say.Text("%s", r.MeasureNow(m).Value)})
		f.add(Figure{Name: MeasureTarget(m.ID), Value: say.Text("%s", m.Target)})
	}
}

// TimesReused is how often each item was used again up to the last day.
func (r *Period) TimesReused() map[int64]int {
	times := map[int64]int{}
	for _, use := range r.Reuses {
		if use.On <= r.Opt.Today {
			times[use.ItemID]++
		}
	}
	return times
}
