package coach

import "copleader/data"

// staleBoard is C17: old ideas, or nothing finished for long, counted from the
// oldest item while nothing ever was.
func staleBoard(v *view) *Finding {
	items, ideas, old := 0, 0, 0
	first, done := v.today, data.Date(0)
	longIdea, longIdle := v.slow(v.t.IdeaDays), v.slow(v.t.IdleDays)
	for i := range v.Items {
		it := &v.Items[i]
		if it.CreatedOn > v.today {
			continue
		}
		items++
		first = min(first, it.CreatedOn)
		switch it.Column {
		case data.ColumnIdea:
			ideas++
			if v.ago(it.CreatedOn) > longIdea {
				old++
			}
		case data.ColumnDone:
			if it.DoneOn <= v.today {
				done = max(done, it.DoneOn)
			}
		}
	}
	stale := ideas > 0 && 100*old >= v.t.IdeaPercent*ideas
	if done == 0 {
		done = first
	}
	quietDays := v.ago(done)
	idle := quietDays >= longIdle
	if items < v.t.BoardItems || !stale && !idle {
		return nil
	}
	f := Finding{Title: data.Say("Tidy the board together"), Text: staleText(stale, idle, data.Say("%d of %d ideas are older than %d days", old, ideas, longIdea), quietDays),
		Because:  data.Say("A fresh list says that things happen; 45 minutes are enough."),
		Evidence: []Number{{"old", old}, {"ideas", ideas}, {"days", quietDays}},
		Offer:    v.planning("backlog_refinement")}
	f.Offer.Rests = true
	if stale {
		f.Worse += int64(old)
	}
	if idle {
		f.Worse += int64(quietDays / longIdle)
	}
	return &f
}

func staleText(stale, idle bool, waiting data.Phrase, days int) data.Phrase {
	switch {
	case stale && idle:
		return data.Say("%s, and nothing was finished for %d days.", waiting, days)
	case stale:
		return data.Say("%s.", waiting)
	}
	return data.SayCount(days, "Nothing was finished for %d day.", "Nothing was finished for %d days.")
}

// tooMuchBegun is C18: more in Doing than fits, or something there for long.
func tooMuchBegun(v *view) *Finding {
	since := v.doingSince()
	doing, long := 0, 0
	var oldest *data.Item
	for i := range v.Items {
		it := &v.Items[i]
		if it.Column != data.ColumnDoing {
			continue
		}
		doing++
		began := since[it.ID]
		if began == 0 || v.ago(began) <= v.t.DoingDays {
			continue
		}
		long++
		if oldest == nil || began < since[oldest.ID] {
			oldest = it
		}
	}
	limit := data.LimitOf(data.ColumnDoing, len(v.CoreTeam(v.today)))
	if doing <= limit && long == 0 {
		return nil
	}
	f := Finding{Title: data.Say("Finish something before you begin anew"),
		Text:     data.Say("%d in Doing, where %d have room.", doing, limit),
		Because:  data.Say("Few things finished beat many begun; large ones can be split."),
		Evidence: []Number{{"doing", doing}, {"limit", limit}, {"long", long}},
		Worse:    int64(max(0, doing-limit) + long),
		Offer:    Offer{Do: DoOpenItem, Label: data.Say("See the board"), At: data.Place{Kind: data.PlaceBoard}}}
	if oldest != nil {
		f.ItemID, f.Offer.At.ID = oldest.ID, oldest.ID
	}
	const one, many = "%d item has been in Doing for more than %d days", "%d items have been in Doing for more than %d days"
	switch waiting := data.SayCount(long, one, many, v.t.DoingDays); {
	case doing <= limit:
		f.Text = data.Say("%s.", waiting)
	case long > 0:
		f.Text = data.Say("%d in Doing, where %d have room; %d of them for more than %d days.", doing, limit, long, v.t.DoingDays)
	}
	return &f
}

// doingSince is the day each item last entered Doing.
func (v *view) doingSince() map[int64]data.Date { return doingSince(v.Snapshot, v.today) }

func doingSince(s *data.Snapshot, today data.Date) map[int64]data.Date {
	since := map[int64]data.Date{}
	for i := range s.Moves {
		if m := &s.Moves[i]; m.Column == data.ColumnDoing && m.On <= today {
			since[m.ItemID] = max(since[m.ItemID], m.On)
		}
	}
	for i := range s.Items {
		if it := &s.Items[i]; it.Column == data.ColumnDoing && since[it.ID] == 0 && it.StartedOn != 0 {
			since[it.ID] = it.StartedOn
		}
	}
	return since
}

// proposedDays is how far C19 looks back.
const proposedDays = 90

// leaderProposesAll is C19: nearly all new items come from the leader.
func leaderProposesAll(v *view) *Finding {
	items, own := 0, 0
	for i := range v.Items {
		it := &v.Items[i]
		if !v.within(it.CreatedOn, proposedDays) {
			continue
		}
		items++
		if !it.FromSurvey && it.ProposerID != 0 && it.ProposerID == v.Community.LeaderID {
			own++
		}
	}
	if items < v.t.OwnItems || 100*own < v.t.OwnPercent*items {
		return nil
	}
	return &Finding{Title: data.Say("Collect ideas at the next event"),
		Text:     data.Say("%d of the %d newest items came from you.", own, items),
		Because:  data.Say("What people propose themselves they will carry; one note each is enough."),
		Evidence: []Number{{"own", own}, {"items", items}},
		Worse:    int64(data.Percent(own, items)),
		Offer:    v.openNext(data.Say("Open the next event"))}
}

// helpUnanswered is C28: somebody waits for help. It speaks of who waits longest.
func helpUnanswered(v *view) *Finding {
	var waiting *data.Item
	n := 0
	for i := range v.Items {
		it := &v.Items[i]
		if it.Kind != data.KindHelpRequest || it.AnsweredOn != 0 || it.Column == data.ColumnDone || it.Column == data.ColumnParked ||
			it.CreatedOn == 0 || v.ago(it.CreatedOn) <= v.t.HelpDays {
			continue
		}
		n++
		if waiting == nil || it.CreatedOn < waiting.CreatedOn {
			waiting = it
		}
	}
	if waiting == nil {
		return nil
	}
	days := v.ago(waiting.CreatedOn)
	f := Finding{Title: data.Say("Find somebody for “%s”", waiting.Title),
		Text:     data.SayCount(days, "This request has waited %d day.", "This request has waited %d days."),
		Because:  data.Say("A first answer need not be the last."),
		Evidence: []Number{{"days", days}, {"requests", n}},
		ItemID:   waiting.ID,
		Worse:    int64(n),
		Offer: Offer{Do: DoOpenItem, Label: data.Say("Find someone"), At: data.Place{Kind: data.PlaceBoard, ID: waiting.ID},
			Draft: data.Say("Who can help with “%s”?", waiting.Title)}}
	if n > 1 {
		f.Text = data.SayCount(days, "This request has waited %d day; %s.", "This request has waited %d days; %s.",
			data.SayCount(n-1, "%d more waits too", "%d more wait too"))
	}
	return &f
}
