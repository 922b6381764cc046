package coach

import (
	"slices"

	"copleader/data"
)

// beatLost is C06: nothing is planned in time. How long ago the last event was is
// said, but is no reason: a summer break with a date behind it is a break.
func beatLost(v *view) *Finding {
	cadence := v.Community.CadenceDays
	if cadence <= 0 || len(v.held) < 2 {
		return nil
	}
	last := &v.held[len(v.held)-1]
	days := v.ago(last.On)
	if next := v.next(); next != nil && next.On.Sub(v.today) <= cadence {
		return nil
	}
	f := Finding{Title: data.Say("Put the next date in"),
		Text:     data.SayCount(cadence, "Nothing is planned for the next %d day.", "Nothing is planned for the next %d days."),
		Because:  data.Say("A steady beat carries a community; a lean coffee needs no preparation."),
		Evidence: []Number{{"days", days}, {"cadence", cadence}},
		Worse:    int64(days / cadence),
		Offer:    v.planning("lean_coffee")}
	if 100*days > v.t.BeatPercent*cadence {
		f.Text = data.SayCount(cadence, "The last event was %[2]s, and nothing is planned for the next %[1]d day.",
			"The last event was %[2]s, and nothing is planned for the next %[1]d days.", data.Ago(days))
	}
	return &f
}

// tooManyEvents is C07: more events than the rhythm asks for, and fewer people.
func tooManyEvents(v *view) *Finding {
	cadence := v.Community.CadenceDays
	if cadence <= 0 || len(v.held) < 6 {
		return nil
	}
	n := 0
	for i := range v.held {
		if v.within(v.held[i].On, v.t.ManyDays) {
			n++
		}
	}
	if 100*n*cadence <= v.t.BeatPercent*v.t.ManyDays {
		return nil
	}
	last := lastOf(v.held, 6)
	t := data.Turnout{Now: v.cameTo(last[3:]), Before: v.cameTo(last[:3])}
	if !t.FallenBelow(v.t.TurnoutPercent) {
		return nil
	}
	return &Finding{Title: data.Say("Drop or merge an event"),
		Text: data.SayCount(n, "%d event in %d days; the last three drew %s, the three before %s.",
			"%d events in %d days; the last three drew %s, the three before %s.", v.t.ManyDays, people(t.Now), people(t.Before)),
		Because:  data.Say("More meetings can cost members."),
		Evidence: []Number{{"events", n}, {"now", t.Now}, {"before", t.Before}},
		Worse:    int64(n),
		Offer:    v.openNext(data.Say("See the calendar"))}
}

func people(n int) data.Phrase { return data.SayCount(n, "%d person", "%d people") }

// openNext is an offer to look at the next event, or at the list without one.
// What is changed there shows only once events were held.
func (v *view) openNext(label data.Phrase) Offer {
	o := Offer{Do: DoOpen, Label: label, At: data.Place{Kind: data.PlaceEvents}, Rests: true}
	if next := v.next(); next != nil {
		o.At = data.Place{Kind: data.PlaceEvent, ID: next.ID}
	}
	return o
}

// sameFormat is C08: the same format again and again.
func sameFormat(v *view) *Finding {
	if len(v.held) < 5 {
		return nil
	}
	times, most := map[string]int{}, ""
	for _, e := range lastOf(v.held, 5) {
		times[e.Format]++
		if times[e.Format] > times[most] {
			most = e.Format
		}
	}
	if times[most] < v.t.SameFormats {
		return nil
	}
	format, _ := data.FormatOf(most)
	return &Finding{Title: data.Say("Try another format"),
		Text:     data.Say("%d of the last 5 events: %s.", times[most], data.Say(format.Name)),
		Because:  data.Say("Mixing the known and the new keeps people coming."),
		Evidence: []Number{{"same", times[most]}},
		Worse:    int64(times[most]),
		Offer:    v.planning(v.unusedFormats(3)...)}
}

// unusedFormats are formats for a usual crowd that this community has not
// tried, in the order of the catalogue; those with a purpose of their own
// (kick-off, syncs, reviews) are none to try for a change.
func (v *view) unusedFormats(n int) []string {
	used := map[string]bool{data.VisionWorkshop: true, "core_sync": true, "sponsor_review": true, "backlog_refinement": true, "health_check_session": true}
	for i := range v.held {
		used[v.held[i].Format] = true
	}
	crowd := v.cameTo(lastOf(v.held, 3)) / 3
	var formats []string
	for i := range data.Formats {
		f := &data.Formats[i]
		if len(formats) < n && !used[f.Key] && crowd >= f.Fewest && (f.Most == 0 || crowd <= f.Most) {
			formats = append(formats, f.Key)
		}
	}
	return formats
}

// turnoutFalls is C09: fewer people come than before.
func turnoutFalls(v *view) *Finding {
	t := v.turnout
	if !v.compared || !t.FallenBelow(v.t.TurnoutPercent) {
		return nil
	}
	f := Finding{Title: data.Say("Ask five people why fewer come"),
		Text:     data.Say("%.1f on average at the last three events, %.1f at the three before.", mean(t.Now, 3), mean(t.Before, 3)),
		Because:  data.Say("It is early enough to change the slot or the topics."),
		Evidence: []Number{{"now", t.Now}, {"before", t.Before}},
		Worse:    int64(100 - data.Percent(t.Now, t.Before)),
		Offer:    Offer{Do: DoPeople, Label: data.Say("Choose whom to ask"), At: data.Place{Kind: data.PlaceMembers}, Among: v.stayedAway(), Rests: true}}
	if t.SameFormat {
		f.Text = data.Say("%.1f on average at the last three events, %.1f at the last ones like them.", mean(t.Now, 3), mean(t.Before, 3))
	}
	return &f
}

// stayedAway are the members who were at one of the three events before the last
// three and at none since: they know best why fewer come.
func (v *view) stayedAway() []int64 {
	const came, back = 1, 2
	recent := map[int64]int{}
	for i, e := range lastOf(v.held, 6) {
		recent[e.ID] = came
		if i >= 3 {
			recent[e.ID] = back
		}
	}
	seen := map[int64]int{}
	for i := range v.Attendance {
		if a := &v.Attendance[i]; a.Present && recent[a.EventID] != 0 {
			seen[a.MemberID] = max(seen[a.MemberID], recent[a.EventID])
		}
	}
	var away []int64
	for i := range v.Members {
		if m := &v.Members[i]; seen[m.ID] == came && m.IsMember(v.today) && m.ID != v.Community.LeaderID {
			away = append(away, m.ID)
		}
	}
	return away
}

// mean is sum/n with one decimal.
func mean(sum, n int) float64 { return float64(tenths(sum, n)) / 10 }

// tenths is sum/n in tenths, half away from zero
// (data/README.md, Health figures).
func tenths(sum, n int) int {
	if n <= 0 {
		return 0
	}
	return (20*sum + n) / (2 * n)
}

// lastMinute is how many days before an event not being announced gets worse.
const lastMinute = 2

// notAnnounced is C31: the next event is near and nobody was told.
func notAnnounced(v *view) *Finding {
	next := v.next()
	if next == nil || next.Status == data.StatusAnnounced {
		return nil
	}
	days := next.On.Sub(v.today)
	told := slices.ContainsFunc(v.Announcements, func(a data.Announcement) bool { return a.EventID == next.ID && a.On <= v.today })
	if days > v.t.AnnounceDays || told {
		return nil
	}
	f := Finding{Title: data.Say("Announce “%s”", next.Called(v.today)),
		Text:     data.Say("It is %s, and nobody was told yet.", data.Ago(-days)),
		Because:  data.Say("People come when they can keep the time free."),
		Evidence: []Number{{"days", days}},
		EventID:  next.ID,
		Worse:    1,
		Offer: Offer{Do: DoAnnounce, Label: data.Say("Announce it"), At: data.Place{Kind: data.PlaceEvent, ID: next.ID},
			Draft: data.Say("Our next event: “%s” on %s. You are welcome.", next.Title, next.On)}}
	if days <= lastMinute {
		f.Worse = 2
	}
	if days == 0 {
		f.Text = data.Say("It is today, and nobody was told yet.")
	}
	return &f
}

// noGuest is C27: nobody from outside for half a year, counted from the start where
// there never was anybody.
func noGuest(v *view) *Finding {
	last, events := v.Community.StartedOn, 0
	for i := range v.held {
		e := &v.held[i]
		if e.Guests > 0 || e.Format == "guest" {
			last, events = e.On, 0
			continue
		}
		events++
	}
	days := v.ago(last)
	if last == 0 || events == 0 || days < v.t.GuestDays {
		return nil
	}
	return &Finding{Title: data.Say("Invite somebody from outside"),
		Text:     data.SayCount(events, "No guest at the last %d event.", "No guest at the last %d events."),
		Because:  data.Say("A view from outside shows what you no longer see."),
		Evidence: []Number{{"events", events}, {"days", days}},
		Worse:    int64(days / v.t.GuestDays),
		Offer:    v.planning("guest", "site_visit")}
}
