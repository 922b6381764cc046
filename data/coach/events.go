package coach

import (
	"cmp"
	"slices"

	"copleader/data"
)

// leaderLeadsAlone is C05: the leader led or spoke at half of the last events.
// Who led on the day counts, so that a new leader is not told of the old one's.
func leaderLeadsAlone(v *view) *Finding {
	if len(v.held) < 6 {
		return nil
	}
	last := lastOf(v.held, 8)
	leaders := make(map[int64]int64, len(last))
	for i := range last {
		leaders[last[i].ID] = v.LeaderOn(last[i].On)
	}
	led := map[int64]bool{}
	for i := range v.EventRoles {
		r := &v.EventRoles[i]
		if leader := leaders[r.EventID]; leader != 0 && r.MemberID == leader && (r.Part == data.PartFacilitator || r.Part == data.PartSpeaker) {
			led[r.EventID] = true
		}
	}
	if 100*len(led) < v.t.LeadPercent*len(last) {
		return nil
	}
	offer := v.openNext(data.Say("Ask someone to lead"))
	if offer.At.ID == 0 {
		offer = v.planning()
		offer.Rests = true
	}
	return &Finding{Title: data.Say("Hand the next event to someone"),
		Text:     data.Say("You led or spoke at %d of the last %d events.", len(led), len(last)),
		Because:  data.Say("Leading spreads as a community grows; prepare it together."),
		Evidence: []Number{{"led", len(led)}, {"events", len(last)}},
		EventID:  offer.At.ID,
		Worse:    int64(data.Percent(len(led), len(last))),
		Offer:    offer}
}

// votedEvent is a held event with its votes on the time invested.
type votedEvent struct {
	event data.Event
	votes data.Counts
}

// voted lists the held events with at least so many votes, the latest first.
func (v *view) voted(least int) []votedEvent {
	votes := make(map[int64]data.Counts, len(v.Roti))
	for i := range v.Roti {
		votes[v.Roti[i].EventID] = v.Roti[i].Votes
	}
	var events []votedEvent
	for i := len(v.held) - 1; i >= 0; i-- {
		if counts := votes[v.held[i].ID]; counts.Sum() >= max(1, least) {
			events = append(events, votedEvent{v.held[i], counts})
		}
	}
	return events
}

// below reports whether the mean is at most so many tenths.
func (e votedEvent) below(tenths int) bool { return 10*e.votes.Points() <= tenths*e.votes.Sum() }

// notWorthTheTime is C10: the last event that was voted on gave people back no
// more than they put in. A better one since then has answered an earlier one.
func notWorthTheTime(v *view) *Finding {
	events := v.voted(v.t.VotesLeast)
	if len(events) == 0 || !events[0].below(v.t.VotesTenths) {
		return nil
	}
	e, n := events[0].event, events[0].votes.Sum()
	f := Finding{Title: data.Say("Change one thing after “%s”", e.Called(v.today)),
		Text:     data.SayCount(n, "%d vote on whether it was worth the time: %.1f of 5.", "%d votes on whether it was worth the time: %.1f of 5.", mean(events[0].votes.Points(), n)),
		Because:  data.Say("Ask what would have made it a ten."),
		Evidence: []Number{{"tenths", tenths(events[0].votes.Points(), n)}, {"votes", n}},
		EventID:  e.ID,
		Worse:    int64(50 - tenths(events[0].votes.Points(), n)),
		Offer: Offer{Do: DoItem, Label: data.Say("Note a change"), At: data.Place{Kind: data.PlaceBoard}, Rests: true,
			Item: data.Item{Kind: data.KindAction, EventID: e.ID}, Title: data.Say("Next time: …")}}
	if len(events) > 1 && events[1].below(v.t.VotesTenths) {
		f.Severity = Act
		f.Worse += 100
	}
	return &f
}

// votesMissing is C11: too seldom asked whether it was worth the time.
func votesMissing(v *view) *Finding {
	if len(v.held) < 6 {
		return nil
	}
	last := lastOf(v.held, 6)
	n := 0
	for _, e := range v.voted(data.RotiVotesForMean) {
		if slices.ContainsFunc(last, func(l data.Event) bool { return l.ID == e.event.ID }) {
			n++
		}
	}
	if n >= v.t.VotedEvents {
		return nil
	}
	return &Finding{Title: data.Say("Keep two minutes for feedback"),
		Text:     data.Say("%d of the last 6 events have votes on whether they were worth the time.", n),
		Because:  data.Say("It is the quickest way to get better."),
		Evidence: []Number{{"voted", n}},
		EventID:  last[5].ID,
		Worse:    int64(6 - n),
		Offer:    v.openNext(data.Say("Open the next event"))}
}

// minutesMissing is C12: events whose minutes are late. It speaks of the latest,
// which people still remember.
func minutesMissing(v *view) *Finding {
	out := map[int64]bool{}
	for i := range v.Minutes {
		if m := &v.Minutes[i]; m.PublishedOn != 0 && m.PublishedOn <= v.today {
			out[m.EventID] = true
		}
	}
	var late *data.Event
	n := 0
	for i := range v.held {
		if e := &v.held[i]; !out[e.ID] && v.ago(e.On) > v.t.MinutesDays {
			late = e
			n++
		}
	}
	if late == nil {
		return nil
	}
	days := v.ago(late.On)
	f := Finding{Title: data.Say("Publish the minutes of “%s”", late.Called(v.today)),
		Text:     data.Say("Held %s.", data.Ago(days)),
		Because:  data.Say("Five lines are enough; those who missed it stay in."),
		Evidence: []Number{{"days", days}, {"events", n}},
		EventID:  late.ID,
		Worse:    int64(n),
		Offer:    Offer{Do: DoMinutes, Label: data.Say("Write minutes"), At: data.Place{Kind: data.PlaceEvent, ID: late.ID}}}
	if n > 1 {
		f.Text = data.Say("Held %s; %s.", data.Ago(days),
			data.SayCount(n-1, "%d earlier event has none either", "%d earlier events have none either"))
	}
	return &f
}

// fewVoices is C16: one or two people have most of the turns to speak.
func fewVoices(v *view) *Finding {
	spoke := map[int64]int{}
	turns := 0
	for i := range v.acts {
		if v.acts[i].Kind == data.Spoke {
			spoke[v.acts[i].MemberID]++
			turns++
		}
	}
	if turns < v.t.VoicesTurns {
		return nil
	}
	var each []int
	for _, n := range spoke {
		each = append(each, n)
	}
	slices.SortFunc(each, func(a, b int) int { return cmp.Compare(b, a) })
	text, most := data.Say("One person had %d of %d turns to speak in half a year.", each[0], turns), each[0]
	if many := v.t.VoicesPercent * turns; 100*most < many {
		if len(each) < 2 || 100*(most+each[1]) < many {
			return nil
		}
		most += each[1]
		text = data.Say("Two people had %d of %d turns to speak in half a year.", most, turns)
	}
	offer := v.planning("lightning_talks")
	offer.Rests = true
	return &Finding{Title: data.Say("Invite somebody to speak for the first time"),
		Text:     text,
		Because:  data.Say("Many voices are a mark of health; five minutes are enough for a start."),
		Evidence: []Number{{"most", most}, {"turns", turns}},
		Worse:    int64(data.Percent(most, turns)),
		Offer:    offer}
}
