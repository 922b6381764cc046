package overview

import (
	"slices"

	"copleader/data"
)

// Days after which something is worth a step.
const (
	minutesDays  = 7  // minutes after an event (domain.md 14, C12)
	announceDays = 7  // before an event (C31)
	helpDays     = 7  // a help request without an answer (C28)
	doingDays    = 45 // an item in Doing (C18)
)

// steps lists what to do next, what hurts most first.
func (r reader) steps() []Step {
	return slices.Concat(r.minutesMissing(), r.nextDate(), r.notAnnounced(), r.unanswered(), r.concerns(), r.roundsToClose(),
		r.firstMembers(), r.tooMuchBegun(), r.charter())
}

// minutesMissing are held events whose minutes are late, the latest first.
func (r reader) minutesMissing() []Step {
	var steps []Step
	published := map[int64]bool{}
	for i := range r.Minutes {
		if m := &r.Minutes[i]; m.PublishedOn != 0 && m.PublishedOn <= r.today {
			published[m.EventID] = true
		}
	}
	held := r.HeldEvents(r.today)
	slices.Reverse(held)
	for _, e := range held {
		if days := r.today.Sub(e.On); !published[e.ID] && days > minutesDays {
			steps = append(steps, Step{
				Title:  r.say.Text("Publish the minutes of “%s”", e.Title),
				Reason: r.say.Text("Held %s. Five lines are enough; those who missed it stay in.", r.say.Ago(days)),
				Button: r.say.Text("Write minutes"), Page: "events", At: e.ID,
			})
		}
	}
	return steps
}

// nextDate asks for a date where none is set within the rhythm (C06).
func (r reader) nextDate() []Step {
	coming := r.ComingEvents(r.today)
	if len(coming) > 0 {
		return nil
	}
	reason := r.say.Text("A steady beat carries a community. A lean coffee needs no preparation.")
	if held := r.HeldEvents(r.today); len(held) > 0 {
		last := held[len(held)-1]
		reason = r.say.Text("Nothing is planned, and the last event was %s. A lean coffee needs no preparation.", r.say.Ago(r.today.Sub(last.On)))
	}
	return []Step{{Title: r.say.Text("Put the next date in"), Reason: reason, Button: r.say.Text("Plan an event"), Page: "events", Add: true}}
}

// notAnnounced are events of the next days nobody has heard of.
func (r reader) notAnnounced() []Step {
	announced := map[int64]bool{}
	for i := range r.Announcements {
		announced[r.Announcements[i].EventID] = true
	}
	var steps []Step
	for _, e := range r.ComingEvents(r.today) {
		if days := e.On.Sub(r.today); days <= announceDays && e.Status != data.StatusAnnounced && !announced[e.ID] {
			steps = append(steps, Step{
				Title:  r.say.Text("Announce “%s”", e.Title),
				Reason: r.say.Text("It is %s, and nobody has been told in the usual channels.", r.say.Ago(-days)),
				Button: r.say.Text("Announce"), Page: "events", At: e.ID,
			})
		}
	}
	return steps
}

// unanswered are help requests that wait.
func (r reader) unanswered() []Step {
	var steps []Step
	for i := range r.Items {
		it := &r.Items[i]
		days := r.today.Sub(it.CreatedOn)
		if it.Kind != data.KindHelpRequest || it.AnsweredOn != 0 || days <= helpDays || it.Column == data.ColumnDone || it.Column == data.ColumnParked {
			continue
		}
		steps = append(steps, Step{
			Title:  r.say.Text("Find someone for “%s”", it.Title),
			Reason: r.say.Text("This call for help has waited for %d days. A first answer need not be the last.", days),
			Button: r.say.Text("See the request"), Page: "backlog", At: it.ID,
		})
	}
	return steps
}

// concerns are cards of the last round that worry or split, with nothing on the board to answer them.
func (r reader) concerns() []Step {
	round, ok := r.LastRound(r.today)
	if !ok {
		return nil
	}
	onBoard := map[string]bool{}
	for i := range r.Items {
		onBoard[r.Items[i].Card] = true
	}
	result := r.Result(round.ID)
	if result.Withheld {
		return nil
	}
	var steps []Step
	for _, c := range data.SortForTalk(result.Cards) {
		if onBoard[c.Card.Card] || c.Figures.Word != data.WordConcern && c.Figures.Word != data.WordSplit {
			continue
		}
		reason := r.say.Text("Many see a problem there. One small action with an owner shows that answering was worth it.")
		if c.Figures.Word == data.WordSplit {
			reason = r.say.Text("The answers are split. Ask both sides what they see; the disagreement is the information.")
		}
		steps = append(steps, Step{Title: r.say.Text("Act on “%s”", c.Card.Title), Reason: reason,
			Button: r.say.Text("See the answers"), Page: "health", At: round.ID})
	}
	return steps
}

// roundsToClose are open rounds whose last day has passed.
func (r reader) roundsToClose() []Step {
	var steps []Step
	for _, round := range r.OpenRounds(r.today) {
		if round.ClosesOn == 0 || round.ClosesOn >= r.today {
			continue
		}
		steps = append(steps, Step{Title: r.say.Text("Close “%s”", round.Name),
			Reason: r.say.Text("Its last day was %s. Close it to see what the answers say.", round.ClosesOn),
			Button: r.say.Text("See the round"), Page: "health", At: round.ID})
	}
	return steps
}

// firstMembers asks who else is in, as long as the leader is alone.
func (r reader) firstMembers() []Step {
	if len(r.People(r.today)) > 1 {
		return nil
	}
	return []Step{{Title: r.say.Text("Add your first members"),
		Reason: r.say.Text("Three to five people who care about the same work are enough to begin."),
		Button: r.say.Text("Add members"), Page: "members", Add: true}}
}

// tooMuchBegun says when Doing holds more than fits, or for too long.
func (r reader) tooMuchBegun() []Step {
	entered := map[int64]data.Date{}
	for i := range r.Moves {
		if m := &r.Moves[i]; m.On <= r.today {
			entered[m.ItemID] = max(entered[m.ItemID], m.On)
		}
	}
	doing, long := 0, 0
	for i := range r.Items {
		it := &r.Items[i]
		if it.Column != data.ColumnDoing {
			continue
		}
		doing++
		if since := entered[it.ID]; since != 0 && r.today.Sub(since) > doingDays {
			long++
		}
	}
	limit := data.LimitOf(data.ColumnDoing, len(r.CoreTeam(r.today)))
	if doing <= limit && long == 0 {
		return nil
	}
	reason := r.say.Count(long, "%d item has been in Doing for more than 45 days.", "%d items have been in Doing for more than 45 days.")
	if doing > limit {
		over := r.say.Text("%d are in Doing, where %d have room.", doing, limit)
		if long > 0 {
			over += " " + reason
		}
		reason = over
	}
	return []Step{{Title: r.say.Text("Finish before you begin"), Reason: reason, Button: r.say.Text("See the board"), Page: "backlog"}}
}

// charter says what is still empty there.
func (r reader) charter() []Step {
	filled, of, missing := r.Completeness()
	if len(missing) == 0 {
		return nil
	}
	var names []string
	for _, f := range missing[:min(3, len(missing))] {
		names = append(names, r.say.Text("“%s”", f.Label))
	}
	reason := r.say.Text("%d of %d filled. Still empty: %s.", filled, of, r.say.List(names))
	if more := len(missing) - len(names); more > 0 {
		reason = r.say.Text("%d of %d filled. Still empty: %s, and %d more.", filled, of, r.say.List(names), more)
	}
	return []Step{{Title: r.say.Text("Go on with the charter"), Reason: reason, Button: r.say.Text("Open the charter"), Page: "charter", At: missing[0].Key}}
}
