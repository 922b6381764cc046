package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"copleader/data"
)

// Names of the figures that the sponsor report gives on paper. In the results
// workbook a cell of the same name holds each of them, so that whoever doubts a
// figure on paper finds where it comes from.
const (
	figPeriod      = "fig_period"
	figFingerprint = "fig_fingerprint"

	figMembers    = "fig_members"     // members on the last day
	figJoined     = "fig_joined"      // who joined within the period
	figCore       = "fig_core"        // people per level on the last day
	figActive     = "fig_active"      //
	figOccasional = "fig_occasional"  //
	figPeripheral = "fig_peripheral"  //
	figGave       = "fig_gave"        // members with an act of giving
	figGavePart   = "fig_gave_share"  // their share of the members, in percent
	figPeople     = "fig_people"      // different members who came
	figAttended   = "fig_attendances" // of members, all events together
	figGuests     = "fig_guests"      //

	figHeld     = "fig_events_held"
	figPlanned  = "fig_events_planned" // held, still planned or cancelled
	figFormats  = "fig_formats"        // different ones used
	figRotiN    = "fig_roti_votes"
	figRotiMean = "fig_roti_mean"

	figInvited  = "fig_invited" // to the health check
	figReturned = "fig_returned"
	figRate     = "fig_rate" // percent

	figFinished = "fig_finished" // items
	figReuses   = "fig_reuses"   // of what was finished, in the period
	figStories  = "fig_stories"  // that may be told

	figHoursMembers = "fig_hours_members" // spent at events
	figHoursLeading = "fig_hours_leading" // agreed for leading
)

// figRoti is the name of how many gave one of the five votes, counted from 1.
func figRoti(vote int) string { return fmt.Sprintf("fig_roti_%d", vote) }

// figMonth is the name of the attendances of a month.
func figMonth(first data.Date) string {
	year, month, _ := first.Civil()
	return fmt.Sprintf("fig_attendances_%04d_%02d", year, int(month))
}

// Names of the cells of one measure, by its ID.
func figMeasureStart(id int64) string  { return fmt.Sprintf("fig_measure_%d_start", id) }
func figMeasureNow(id int64) string    { return fmt.Sprintf("fig_measure_%d_now", id) }
func figMeasureTarget(id int64) string { return fmt.Sprintf("fig_measure_%d_target", id) }

// figReused is the name of how often a finished item was used again.
func figReused(item int64) string { return fmt.Sprintf("fig_reused_%d", item) }

// Names of the cells of one health card, by its key: counts of low, half-way
// and high answers, of all answers, the word and the change.
func figLow(card string) string     { return "fig_low_" + card }
func figHalf(card string) string    { return "fig_half_" + card }
func figHigh(card string) string    { return "fig_high_" + card }
func figAnswers(card string) string { return "answers_" + card }
func figWord(card string) string    { return "word_" + card }
func figChange(card string) string  { return "change_" + card }

// figure is one number or word of the sponsor report.
type figure struct {
	name  string
	label string // as the summary of the workbook lists it; empty for one that stands in a table of its own
	value any    // an int, a float64 or a text
	text  string // as it stands on paper
}

// figures are all that the sponsor report and the results workbook say of one
// period. Both take them from here, so they can't disagree.
type figures struct {
	from, until data.Date
	list        []figure
	places      map[string]int
}

// text is a figure as it stands on paper, "" for one that there is not.
func (f *figures) text(name string) string {
	if at, known := f.places[name]; known {
		return f.list[at].text
	}
	return ""
}

// number is a figure for a chart, 0 where it is withheld.
func (f *figures) number(name string) int {
	if at, known := f.places[name]; known {
		if n, whole := f.list[at].value.(int); whole {
			return n
		}
	}
	return 0
}

func (f *figures) add(fig figure) {
	if fig.text == "" {
		fig.text = fmt.Sprint(fig.value)
	}
	f.places[fig.name] = len(f.list)
	f.list = append(f.list, fig)
}

func (f *figures) whole(name, label string, n int) { f.add(figure{name: name, label: label, value: n}) }

// fingerprint is the same on both only if every figure is.
func (f *figures) fingerprint() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f.places)) {
		_, _ = io.WriteString(sum, name+"="+f.text(name)+"\n") // never fails
	}
	hash := strings.ToUpper(hex.EncodeToString(sum.Sum(nil)))
	return hash[:4] + "-" + hash[4:8] + "-" + hash[8:12]
}

// figures reckons the figures of the period.
func (r *results) figures() *figures {
	f := &figures{from: r.from, until: r.opt.Today, places: map[string]int{}}
	f.add(figure{name: figPeriod, label: r.say.Text("Period"), value: r.period()})
	r.peopleFigures(f)
	r.eventFigures(f)
	r.healthFigures(f)
	r.workFigures(f)
	f.add(figure{name: figFingerprint, label: r.say.Text("Fingerprint"), value: f.fingerprint()})
	return f
}

// few adds a count of people, covered where it could point at a person.
func (r *results) few(f *figures, name, label string, n int) {
	if n > 0 && n < data.MinGroupSize {
		f.add(figure{name: name, label: label, value: r.say.Text("<%d", data.MinGroupSize)})
		return
	}
	f.whole(name, label, n)
}

func (r *results) peopleFigures(f *figures) {
	say, standings := r.say, r.Standings(r.opt.Today)
	f.whole(figMembers, say.Text("Members"), standings.Members)
	joined, people, attended, guests := 0, map[int64]bool{}, 0, 0
	for _, m := range r.months() {
		joined, attended, guests = joined+m.joined, attended+m.attendances, guests+m.guests
		maps.Copy(people, m.people)
		f.whole(figMonth(m.first), "", m.attendances)
	}
	r.few(f, figJoined, say.Text("New members"), joined)
	r.few(f, figPeople, say.Text("Different members who came"), len(people))
	f.whole(figAttended, say.Text("Attendances"), attended)
	f.whole(figGuests, say.Text("Guests"), guests)
	if !standings.Enough {
		return
	}
	f.whole(figCore, say.Text("Core"), standings.Counts[data.Core])
	names := []string{figActive, figOccasional, figPeripheral}
	labels := []string{say.Text("Active"), say.Text("Occasional"), say.Text("Peripheral")}
	for i, n := range shownLevels(standings.Counts) {
		if n == levelHidden {
			f.add(figure{name: names[i], label: labels[i], value: say.Text("withheld")})
			continue
		}
		r.few(f, names[i], labels[i], n)
	}
	r.few(f, figGave, say.Text("Gave something"), standings.Gave)
	if standings.Gave >= data.MinGroupSize {
		share := data.Percent(standings.Gave, standings.Members)
		f.add(figure{name: figGavePart, label: say.Text("Share that gave something"), value: say.Text("%d %%", share)})
	}
}

func (r *results) eventFigures(f *figures) {
	say, held := r.say, r.heldInPeriod()
	f.whole(figHeld, say.Text("Events held"), len(held))
	f.whole(figPlanned, say.Text("Events planned"), r.plannedInPeriod())
	formats, in := map[string]bool{}, map[int64]bool{}
	for _, e := range held {
		formats[e.Format], in[e.ID] = true, true
	}
	f.whole(figFormats, say.Text("Formats used"), len(formats))
	var votes data.Counts
	for _, t := range r.Roti {
		if in[t.EventID] {
			votes = votes.Plus(t.Votes)
		}
	}
	f.whole(figRotiN, say.Text("Worth the time: votes"), votes.Sum())
	for i, n := range votes {
		f.whole(figRoti(i+1), say.Text("Worth the time: voted %d", i+1), n)
	}
	if n := votes.Sum(); n >= rotiVotesForMean {
		mean := float64((20*votes.Points()+n)/(2*n)) / 10
		f.add(figure{name: figRotiMean, label: say.Text("Worth the time: mean"), value: mean, text: say.Text("%.1f", mean)})
	}
	f.add(r.hours(figHoursMembers, say.Text("Hours spent at events"), r.minutesSpent(held)))
	if hours := r.Community.LeaderHours; hours > 0 {
		days := r.opt.Today.Sub(r.from) + 1
		f.add(r.hours(figHoursLeading, say.Text("Hours agreed for leading"), int(hours*60*float64(days)/7)))
	}
}

// hours is a time as whole hours, half an hour rounded up.
func (r *results) hours(name, label string, minutes int) figure {
	return figure{name: name, label: label, value: (minutes + 30) / 60}
}

// plannedInPeriod counts the events that were to take place in the period:
// held, still to come, or cancelled.
func (r *results) plannedInPeriod() int {
	planned := 0
	for i := range r.Events {
		if e := &r.Events[i]; e.Status != data.StatusIdea && r.inPeriod(e.On) {
			planned++
		}
	}
	return planned
}

// minutesSpent is the time that members spent at events: the length of each, or
// the minutes noted, for everyone who came (domain.md 12).
func (r *results) minutesSpent(held []data.Event) int {
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

func (r *results) healthFigures(f *figures) {
	say := r.say
	if r.round.Round.ID == 0 {
		return
	}
	f.whole(figInvited, say.Text("Health check: asked"), r.round.Invited)
	f.whole(figReturned, say.Text("Health check: answered"), r.round.Returned)
	f.add(figure{name: figRate, label: say.Text("Health check: rate"), value: say.Text("%d %%", r.round.Percent())})
	for i := range r.round.Cards {
		c := &r.round.Cards[i]
		key := c.Card.Card
		if c.Figures.Withheld || !nameable(key) {
			continue
		}
		f.whole(figLow(key), "", c.Figures.Low)
		f.whole(figHalf(key), "", c.Figures.Half)
		f.whole(figHigh(key), "", c.Figures.High)
		f.whole(figAnswers(key), "", c.Figures.Answers)
		f.add(figure{name: figWord(key), value: say.Of(c.Figures.Word.Phrase())})
		if c.Change == data.ChangeUp || c.Change == data.ChangeDown || c.Change == data.ChangeUnclear {
			f.add(figure{name: figChange(key), value: say.Of(c.Change.Phrase())})
		}
	}
}

func (r *results) workFigures(f *figures) {
	say, reuses := r.say, 0
	times := r.timesReused()
	items := r.finished()
	f.whole(figFinished, say.Text("Finished"), len(items))
	for _, item := range items {
		f.whole(figReused(item.ID), "", times[item.ID])
	}
	for _, use := range r.Reuses {
		if r.inPeriod(use.On) {
			reuses++
		}
	}
	f.whole(figReuses, say.Text("Used again"), reuses)
	f.whole(figStories, say.Text("Value stories that may be told"), len(r.toldStories()))
	for _, m := range r.Measures {
		f.add(figure{name: figMeasureStart(m.ID), value: m.Baseline})
		f.add(figure{name: figMeasureNow(m.ID), value: r.measureNow(m).Value})
		f.add(figure{name: figMeasureTarget(m.ID), value: m.Target})
	}
}

// timesReused is how often each item was used again up to the last day.
func (r *results) timesReused() map[int64]int {
	times := map[int64]int{}
	for _, use := range r.Reuses {
		if use.On <= r.opt.Today {
			times[use.ItemID]++
		}
	}
	return times
}

// toldStories are the value stories that may leave the community, the latest first.
func (r *results) toldStories() []data.ValueStory {
	var told []data.ValueStory
	for _, story := range slices.Backward(r.Stories) {
		if story.Consent.MayLeave() && story.On <= r.opt.Today {
			told = append(told, story)
		}
	}
	return told
}
