package coach

import "copleader/data"

// The window of the rules is 26 weeks; C14 compares its two quarters, longer ones
// in a community that meets seldom (data/README.md, Coach).
const (
	halfYear    = 182
	quarterYear = 91
)

// view is what several rules look at, reckoned once.
type view struct {
	*data.Snapshot
	today     data.Date
	t         data.CoachThresholds
	standings *data.Standings
	quiet     quiet

	from   data.Date      // first day of the window
	seldom bool           // the community meets so seldom that a quarter of a year is too short for C14
	halves int            // days of each of the two stretches that C14 compares
	held   []data.Event   // the earliest first
	coming []data.Event   // the next first
	acts   []data.Act     // in the window, in the order of their days
	gave   map[int64]bool // who ever gave something
	core   map[int64]bool // the leader and the core team

	present  map[int64]int // members at each of the recent events, the last six among them
	seen     map[int64]inHalves
	register data.Date        // day of the last event at which somebody was ticked
	round    data.RoundResult // the last closed one with enough answers, without ID if there is none
	turnout  data.Turnout
	compared bool // whether turnout says anything
}

func look(s *data.Snapshot, standings *data.Standings, today data.Date) *view {
	if standings == nil {
		standings = s.Standings(today)
	}
	v := &view{Snapshot: s, today: today, t: s.Thresholds().Coach, standings: standings, from: today.AddDays(1 - halfYear),
		held: s.HeldEvents(today), coming: s.ComingEvents(today), gave: map[int64]bool{}, core: map[int64]bool{}}
	v.halves = v.slow(quarterYear)
	v.seldom = v.halves > quarterYear
	v.quiet = quietOn(s, today, v.t)
	for _, m := range s.CoreTeam(today) {
		v.core[m.ID] = true
	}
	for _, a := range s.Acts(today) {
		v.gave[a.MemberID] = true
		if a.On >= v.from {
			v.acts = append(v.acts, a)
		}
	}
	if round, ok := s.LastRound(today); ok {
		v.round = s.ClosedResult(round.ID)
	}
	v.turnout, v.compared = s.Turnout(today)
	v.attended()
	return v
}

// attended goes once through the attendances, of which there may be a hundred
// thousand: it counts who came to the last six events, and who was seen in the
// window.
func (v *view) attended() {
	v.present, v.seen = map[int64]int{}, map[int64]inHalves{}
	on := map[int64]data.Date{}
	last := len(v.held) - 6
	for i := range v.held {
		if e := &v.held[i]; i >= last || v.ago(e.On) <= max(2*v.halves, v.t.WelcomeUntil) {
			on[e.ID] = e.On
		}
	}
	for i := range v.Attendance {
		a := &v.Attendance[i]
		day, recent := on[a.EventID]
		if !recent || !a.Present {
			continue
		}
		v.present[a.EventID]++
		v.register = max(v.register, day)
		if m, known := v.MemberByID(a.MemberID); !known || day < m.JoinedOn || v.ago(day) > 2*v.halves {
			continue
		}
		s := v.seen[a.MemberID]
		if v.ago(day) >= v.halves {
			s.before++
		} else {
			s.since++
		}
		v.seen[a.MemberID] = s
	}
}

// inHalves counts at how many events somebody was in the two stretches that C14
// compares. Only events since joining count.
type inHalves struct{ before, since int }

// cameTo adds up who came to the events, which must be of the last six.
func (v *view) cameTo(events []data.Event) int {
	n := 0
	for i := range events {
		n += v.present[events[i].ID]
	}
	return n
}

// age is how many days the community has existed; not ok without a first day.
func (v *view) age() (days int, ok bool) {
	started := v.Community.StartedOn
	return v.today.Sub(started), started != 0
}

// olderThan reports whether the community has existed for so many days.
func (v *view) olderThan(days int) bool {
	age, ok := v.age()
	return ok && age >= days
}

// ago is how many days ago something was.
func (v *view) ago(day data.Date) int { return v.today.Sub(day) }

// slow is so many days, or three times the cadence where that is longer.
func (v *view) slow(days int) int { return max(days, 3*v.Community.CadenceDays) }

// within reports whether the day lies in the last days, today included.
func (v *view) within(day data.Date, days int) bool {
	return day != 0 && day <= v.today && v.ago(day) < days
}

// next is the event to come first, nil for none.
func (v *view) next() *data.Event {
	if len(v.coming) == 0 {
		return nil
	}
	return &v.coming[0]
}

func lastOf(events []data.Event, n int) []data.Event { return events[max(0, len(events)-n):] }

// called is how a person wants to be addressed.
func called(m *data.Member) string {
	if m.Called != "" {
		return m.Called
	}
	return m.Name
}

// suggestedDay is a day for the next event: a cadence after the last, moved on
// by whole weeks until there are some days left to invite people.
func (v *view) suggestedDay() data.Date {
	const notice = 5
	cadence := v.Community.CadenceDays
	if len(v.held) == 0 || cadence <= 0 {
		return v.today.AddDays(14)
	}
	day := v.held[len(v.held)-1].On.AddDays(cadence)
	if short := v.today.AddDays(notice).Sub(day); short > 0 {
		day = day.AddDays((short + 6) / 7 * 7)
	}
	return day
}

// planning is an offer to plan an event in one of the formats.
func (v *view) planning(formats ...string) Offer {
	return Offer{Do: DoEvent, Label: data.Say("Plan an event"), At: data.Place{Kind: data.PlaceEvents}, Formats: formats, On: v.suggestedDay()}
}
