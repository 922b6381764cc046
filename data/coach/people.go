package coach

import (
	"slices"

	"copleader/data"
)

// smallCore is C04: a community resting on one or two people.
func smallCore(v *view) *Finding {
	if len(v.held) < 3 || !v.standings.Enough {
		return nil
	}
	all, members := v.standings.Counts[data.Core], v.standings.Members
	beside := all
	if v.standings.ByMember(v.Community.LeaderID).Effective == data.Core {
		beside--
	}
	large := members > v.t.LargeMembers
	thin := members >= v.t.CoreMembers && !large && 100*all < v.t.CorePercent*members
	if beside >= v.t.CoreBeside && !thin && (!large || beside >= v.t.LargeBeside) || v.joiningInDoubt() {
		return nil
	}
	return &Finding{Title: data.Say("Ask two active members to own an event each"), Text: v.coreText(all, beside, thin),
		Because:  data.Say("Resting on one or two people makes it fragile."),
		Evidence: []Number{{"beside", beside}, {"core", all}, {"members", members}},
		Worse:    int64(100 - data.Percent(all, members)),
		Offer:    Offer{Do: DoPeople, Label: data.Say("Choose whom to ask"), At: data.Place{Kind: data.PlaceMembers}, Level: data.Active, Rests: true}}
}

// coreText says who is at the core, the first sentence that is so.
func (v *view) coreText(all, beside int, thin bool) data.Phrase {
	switch members := v.standings.Members; {
	case all == 0:
		return data.Say("Nobody is at the core at present.")
	case beside == 0:
		return data.Say("The leader carries the community alone.")
	case beside < v.t.CoreBeside && all > beside:
		return data.SayCount(beside, "%d person beside the leader carries the community.", "%d people beside the leader carry the community.")
	case beside < v.t.CoreBeside:
		return data.SayCount(all, "%d person is at the core, and the leader is not among them.", "%d people are at the core, and the leader is not among them.")
	case thin && v.t.CorePercent == 10:
		return data.SayCount(all, "%d of %d members is at the core, fewer than one in ten.", "%d of %d members are at the core, fewer than one in ten.", members)
	case thin:
		return data.SayCount(all, "%d of %d members is at the core, fewer than %d %%.", "%d of %d members are at the core, fewer than %d %%.", members, v.t.CorePercent)
	default:
		return data.SayCount(beside, "%d person beside the leader is at the core; for %d members, at least %d are good.",
			"%d people beside the leader are at the core; for %d members, at least %d are good.", members, v.t.LargeBeside)
	}
}

// joiningInDoubt reports whether half of the members or more are asked about their
// joining day: a roster typed in today must not read as a community of strangers.
func (v *view) joiningInDoubt() bool {
	asked := len(v.JoinedTooLate(v.today))
	return asked > 0 && 2*asked >= v.standings.Members
}

// newcomersAlone is C13: joined some weeks ago, not seen, not booked, not
// greeted, nothing given, while there was an event to be seen at. The leader needs no welcome, nor who only wants the resources.
func newcomersAlone(v *view) []Finding {
	var found []Finding
	expected, greeted := v.booked(), v.greeted()
	for i := range v.Members {
		m := &v.Members[i]
		days := v.ago(m.JoinedOn)
		if days < v.t.WelcomeFrom || days > v.t.WelcomeUntil || !m.IsMember(v.today) || m.ResourcesOnly ||
			m.ID == v.Community.LeaderID || expected[m.ID] || greeted[m.ID] || v.gave[m.ID] || v.register < m.JoinedOn ||
			v.standings.ByMember(m.ID).LastSeen != 0 {
			continue
		}
		found = append(found, Finding{Title: data.Say("Welcome %s", called(m)),
			Text:     data.Say("Joined %s and has not been to an event yet.", data.Ago(days)),
			Because:  data.Say("A good start is easier now than later."),
			Evidence: []Number{{"days", days}},
			MemberID: m.ID, who: called(m), Worse: int64(v.heldSince(m.JoinedOn)),
			Offer: v.writing(m, v.welcome(m))})
	}
	return found
}

// heldSince counts the events held from a day on.
func (v *view) heldSince(day data.Date) int {
	n := 0
	for i := len(v.held) - 1; i >= 0 && v.held[i].On >= day; i-- {
		n++
	}
	return n
}

func manyNewcomers(n int) data.Phrase {
	return data.SayCount(n, "Welcome %d newcomer", "Welcome %d newcomers")
}

// booked are the people with a part in an event to come.
func (v *view) booked() map[int64]bool {
	coming := map[int64]bool{}
	for i := range v.coming {
		coming[v.coming[i].ID] = true
	}
	booked := map[int64]bool{}
	for i := range v.EventRoles {
		if r := &v.EventRoles[i]; coming[r.EventID] {
			booked[r.MemberID] = true
		}
	}
	return booked
}

// greeted are the people somebody guided when they were new.
func (v *view) greeted() map[int64]bool {
	greeted := map[int64]bool{}
	for i := range v.Contributions {
		if c := &v.Contributions[i]; c.Kind == data.Welcomed && c.On <= v.today {
			greeted[c.WhomID] = true
		}
	}
	return greeted
}

// writing is an offer to write to somebody, with a text to begin from.
func (v *view) writing(m *data.Member, draft data.Phrase) Offer {
	return Offer{Do: DoWrite, Label: data.Say("Write"), At: data.Place{Kind: data.PlaceMember, ID: m.ID}, Draft: draft}
}

func (v *view) welcome(m *data.Member) data.Phrase {
	if next := v.next(); next != nil {
		return data.Say("Hello %s, good to have you with us. Our next event is “%s” on %s; you are welcome to just listen. What would you like to get out of the community?",
			called(m), next.Title, next.On)
	}
	return data.Say("Hello %s, good to have you with us. What would you like to get out of the community? I will gladly introduce you to somebody.", called(m))
}

// stoppedComing is C14: often here in the first of two stretches, not once in the
// second; where events are few, at each of the first. Only events since joining count.
func stoppedComing(v *view) []Finding {
	enough, missed := 6, v.t.MissedEvents
	if v.seldom {
		enough, missed = 4, min(2, missed)
	}
	early, late := v.stretches()
	if len(v.held) < enough || len(early) < missed || len(late) < missed {
		return nil
	}
	var found []Finding
	for i := range v.Members {
		m := &v.Members[i]
		s := v.seen[m.ID]
		if s.before == 0 || s.since > 0 || !v.mayStopComing(m) {
			continue
		}
		before, since := onOrAfter(early, m.JoinedOn), onOrAfter(late, m.JoinedOn)
		if before < missed || since < missed || 2*s.before < before || v.seldom && s.before < before {
			continue
		}
		found = append(found, Finding{Title: data.Say("Write to %s", called(m)),
			Text:     data.Say("Was at %d of %d events, and at none of the %d since.", s.before, before, since),
			Because:  data.Say("A friendly word is welcome; people also move on, quite rightly."),
			Evidence: []Number{{"seen", s.before}, {"of", before}, {"since", since}},
			MemberID: m.ID, who: called(m), Worse: int64(since),
			Offer: v.writing(m, data.Say("Hello %s, how are you? I am planning our next events and would like to know what would be useful to you. No need to explain anything.", called(m)))})
	}
	return found
}

// mayStopComing reports whether it says something when somebody comes no more: the
// leader is there anyway, and who wants our resources only never meant to come.
func (v *view) mayStopComing(m *data.Member) bool {
	return m.IsMember(v.today) && !m.ResourcesOnly && m.ID != v.Community.LeaderID
}

func manyStopped(n int) data.Phrase {
	return data.SayCount(n, "Write to %d person who has not come lately", "Write to %d people who have not come lately")
}

// stretches lists the days of events in the two stretches that C14 compares: the
// earlier one, and since.
func (v *view) stretches() (early, late []data.Date) {
	for i := range v.held {
		switch days := v.ago(v.held[i].On); {
		case days > 2*v.halves:
		case days >= v.halves:
			early = append(early, v.held[i].On)
		default:
			late = append(late, v.held[i].On)
		}
	}
	return early, late
}

// onOrAfter counts the days, which stand in order, from the given one on.
func onOrAfter(days []data.Date, from data.Date) int {
	at, _ := slices.BinarySearch(days, from)
	return len(days) - at
}

// noWayIn is C15: few take an active part, and no task waits that anyone can do.
func noWayIn(v *view) *Finding {
	st := v.standings
	near := st.Counts[data.Core] + st.Counts[data.Active]
	enough := 100*near >= v.t.ActivePercent*st.Members
	if st.Members > v.t.LargeMembers {
		enough = near >= v.t.LargeActive
	}
	if !st.Enough || st.Members < v.t.ActiveMembers || enough || v.joiningInDoubt() {
		return nil
	}
	var ready int64
	for i := range v.Items {
		it := &v.Items[i]
		if it.Column != data.ColumnReady {
			continue
		}
		if it.FirstStep {
			return nil
		}
		if ready == 0 {
			ready = it.ID
		}
	}
	return &Finding{Title: data.Say("Mark three small tasks anyone can do"),
		Text:     data.Say("%d of %d members take an active part, and no first step waits on the board.", near, st.Members),
		Because:  data.Say("Nobody must be an expert to share; ask people by name."),
		Evidence: []Number{{"near", near}, {"members", st.Members}},
		ItemID:   ready,
		Worse:    int64(100 - data.Percent(near, st.Members)),
		Offer:    Offer{Do: DoOpenItem, Label: data.Say("Choose a first step"), At: data.Place{Kind: data.PlaceBoard, ID: ready}}}
}

// fewForUnits is how many members it takes before units mean anything.
const fewForUnits = 5

// oneUnit is C26: nearly everybody comes from one unit.
func oneUnit(v *view) *Finding {
	units, members, most := map[string]int{}, 0, ""
	for i := range v.Members {
		m := &v.Members[i]
		if !m.IsMember(v.today) {
			continue
		}
		members++
		if m.Unit == "" {
			continue
		}
		units[m.Unit]++
		if units[m.Unit] > units[most] {
			most = m.Unit
		}
	}
	if members < fewForUnits || most == "" || 100*units[most] < v.t.UnitPercent*members {
		return nil
	}
	return &Finding{Title: data.Say("Invite people from other units"),
		Text:     data.Say("%d of %d members are from %s.", units[most], members, most),
		Because:  data.Say("Other places have solved other problems."),
		Evidence: []Number{{"unit", units[most]}, {"members", members}},
		Worse:    int64(data.Percent(units[most], members)),
		Offer: Offer{Do: DoItem, Label: data.Say("Note an invitation"), At: data.Place{Kind: data.PlaceBoard}, Rests: true,
			Item: data.Item{Kind: data.KindOutreach}, Title: data.Say("Invite people from other units")}}
}

// naturalSuccessors is C30: people who organise much without a core role.
func naturalSuccessors(v *view) []Finding {
	organised := map[int64]int{}
	for i := range v.acts {
		if v.acts[i].Organising {
			organised[v.acts[i].MemberID]++
		}
	}
	var found []Finding
	for i := range v.Members {
		m := &v.Members[i]
		n := organised[m.ID]
		if n < v.t.Organised || v.core[m.ID] || !m.IsMember(v.today) {
			continue
		}
		found = append(found, Finding{Title: data.Say("Invite %s into the core team?", called(m)),
			Text:     data.SayCount(n, "Organised %d thing without a role.", "Organised %d things without a role."),
			Because:  data.Say("Whoever already carries something is the natural successor."),
			Evidence: []Number{{"organised", n}},
			MemberID: m.ID, who: called(m), Worse: int64(n),
			Offer: v.writing(m, data.Say("Hello %s, thank you for all you have organised lately. Would you like to join the core team? We can talk about how much time suits you.", called(m)))})
	}
	return found
}

func manySuccessors(n int) data.Phrase {
	return data.SayCount(n, "Invite %d person into the core team?", "Invite %d people into the core team?")
}
