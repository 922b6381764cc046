package overview

import (
	"copleader/data"
	"copleader/data/coach"
)

// Step is something to do next: what, why, and the way there.
type Step struct {
	// ID names the step in every language: the coach's rule, or a word for a step of the screen's own.
	ID                    string
	Title, Reason, Button string
	Urgent                bool
	At                    data.Place
	// Among says whom to look at there: a data.Level, or the ids of members; nil for no choice.
	Among any
	// Begun is the row that the step begins there, with what is known of it; nil for a step that only leads there.
	Begun any
	// Aside are the rows that set the step aside; none for a step that goes by itself.
	Aside []data.Dismissal
	// Contact is what is to be noted once a report was sent; of no kind for other steps.
	Contact data.SponsorContact
	// Rests tells that nobody can see from the file whether the step was taken: once it is, it is set aside.
	Rests bool
}

// steps lists what to do next, what presses most first: what the coach noticed, and what a community begins with.
func (r reader) steps(found []coach.Finding) []Step {
	var steps, own []Step
	charter := false
	rows := coach.Rows(found)
	for i := range rows {
		own = append(own, r.stepOf(&rows[i]))
		charter = charter || rows[i].Offer.At.Kind == data.PlaceCharter
	}
	// The coach knows the rhythm of a community from its second event on (data/README.md, Coach, C06).
	if len(rows) == 0 || len(r.HeldEvents(r.today)) < 2 {
		steps = append(steps, r.nextDate()...)
		steps = append(steps, r.firstMembers()...)
		if !charter {
			steps = append(steps, r.charter()...)
		}
	}
	return append(append(steps, own...), r.roundsToClose()...)
}

// stepOf words what the coach noticed.
func (r reader) stepOf(f *coach.Finding) Step {
	s := Step{ID: f.Rule, Title: r.say.Of(f.Title), Reason: r.say.Of(f.Text) + " " + r.say.Of(f.Because), Button: r.say.Of(f.Offer.Label),
		Urgent: f.Severity == coach.Act, At: f.Offer.At, Among: among(&f.Offer), Begun: r.begun(f), Rests: f.Offer.Rests,
		Aside: f.Dismissals(r.Snapshot, r.today, "")}
	if f.Offer.Do == coach.DoReport {
		s.Contact = data.SponsorContact{On: r.today, Kind: data.ContactReport}
		if len(r.Sponsors) == 1 {
			s.Contact.SponsorID = r.Sponsors[0].ID
		}
	}
	return s
}

// among is whom a finding's button shows, nil for no choice.
func among(o *coach.Offer) any {
	switch {
	case o.Level != "":
		return o.Level
	case len(o.Among) > 0:
		return o.Among
	}
	return nil
}

// begun is the row that a finding's deed begins with, of which what is known is filled in; nil for a deed that begins none.
func (r reader) begun(f *coach.Finding) any {
	o := &f.Offer
	switch o.Do {
	case coach.DoItem:
		item := o.Item
		item.Title = r.say.Of(o.Title)
		return item
	case coach.DoEvent:
		event := data.Event{On: o.On}
		if len(o.Formats) > 0 {
			event.Format = o.Formats[0]
		}
		return event
	case coach.DoMinutes:
		return data.Minutes{EventID: o.At.ID}
	case coach.DoAnnounce:
		return data.Announcement{EventID: o.At.ID}
	case coach.DoWrite:
		return data.FollowUp{MemberID: o.At.ID, Rule: f.Rule}
	case coach.DoRound:
		return data.Round{}
	case coach.DoStory:
		return data.ValueStory{}
	}
	return nil
}

// nextDate asks for a date where none is set, but not in a pause.
func (r reader) nextDate() []Step {
	if len(r.ComingEvents(r.today)) > 0 || r.Community.Paused(r.today) {
		return nil
	}
	return []Step{{ID: "date", Title: r.say.Text("Put the next date in"),
		Reason: r.say.Text("A steady beat carries a community. A lean coffee needs no preparation."),
		Button: r.say.Text("Plan an event"), At: data.Place{Kind: data.PlaceEvents}, Begun: data.Event{}}}
}

// firstMembers asks who else is in, as long as the leader is alone.
func (r reader) firstMembers() []Step {
	if r.ManyPeople(r.today) > 1 {
		return nil
	}
	return []Step{{ID: "members", Title: r.say.Text("Add your first members"),
		Reason: r.say.Text("Three to five people who care about the same work are enough to begin."),
		Button: r.say.Text("Add members"), At: data.Place{Kind: data.PlaceMembers}, Begun: data.Member{}}}
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
	return []Step{{ID: "charter", Title: r.say.Text("Go on with the charter"), Reason: reason, Button: r.say.Text("Open the charter"), At: data.CharterPlace(missing[0].Key)}}
}

// roundsToClose are open rounds whose last day has passed; no rule speaks of them.
func (r reader) roundsToClose() []Step {
	var steps []Step
	for _, round := range r.OpenRounds(r.today) {
		if round.ClosesOn == 0 || round.ClosesOn >= r.today {
			continue
		}
		steps = append(steps, Step{ID: "close", Title: r.say.Text("Close “%s”", round.Name),
			Reason: r.say.Text("Its last day was %s. Close it to see what the answers say.", round.ClosesOn),
			Button: r.say.Text("See the round"), At: data.Place{Kind: data.PlaceRound, ID: round.ID}})
	}
	return steps
}

// rest says how many steps are not shown, and whether they press.
func (s *State) rest(hidden []Step) string {
	urgent := 0
	for i := range hidden {
		if hidden[i].Urgent {
			urgent++
		}
	}
	switch n := len(hidden); urgent {
	case 0:
		return s.say.Count(n, "%d more, not urgent", "%d more, none of them urgent")
	case n:
		return s.say.Count(n, "%d more, urgent too", "%d more, all of them urgent")
	default:
		return s.say.Count(n, "%d more, %d of them urgent", "%d more, %d of them urgent", urgent)
	}
}
