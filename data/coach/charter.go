package coach

import "copleader/data"

// purposeMissing is C01: events without a written purpose.
func purposeMissing(v *view) *Finding {
	length := data.Length(data.CleanText(v.Community.PrimaryPurpose))
	if length >= v.t.PurposeLength || len(v.held)+len(v.coming) == 0 {
		return nil
	}
	f := Finding{Title: data.Say("Write down what you are here for"),
		Text:     data.Say("The charter names no purpose yet."),
		Because:  data.Say("With a clear purpose, people find the time."),
		Evidence: []Number{{"characters", length}, {"events", len(v.held) + len(v.coming)}},
		Worse:    int64(v.t.PurposeLength - length),
		Offer:    Offer{Do: DoCharter, Label: data.Say("Write the purpose"), At: data.CharterPlace("primaryPurpose")}}
	if length > 0 {
		f.Text = data.SayCount(length, "The purpose has %d character so far.", "The purpose has %d characters so far.")
	}
	return &f
}

// sponsorsUnheard is C02: no sponsor, or none that heard from the community for
// long. A talk in passing is no report and no review.
func sponsorsUnheard(v *view) *Finding {
	if !v.Community.WantsSponsors() || !v.olderThan(v.t.SponsorStart) {
		return nil
	}
	if len(v.Sponsors) == 0 {
		return &Finding{Title: data.Say("Find a sponsor"), Text: data.Say("Nobody is named as a sponsor yet."),
			Because:  data.Say("A sponsor gives people the time to take part."),
			Evidence: []Number{{"sponsors", 0}}, Worse: 1000,
			Offer: Offer{Do: DoCharter, Label: data.Say("Name a sponsor"), At: data.Place{Kind: data.PlaceSponsors}}}
	}
	last, met := v.lastSponsorContact()
	days := v.ago(last)
	if days < v.t.SponsorDays {
		return nil
	}
	f := Finding{Title: data.Say("Talk to your sponsors"),
		Text:     data.Say("Last heard from you %s.", data.Ago(days)),
		Because:  data.Say("Backing fades when its value is not seen."),
		Evidence: []Number{{"days", days}},
		Worse:    int64(days / v.t.SponsorDays),
		Offer:    Offer{Do: DoReport, Label: data.Say("Prepare a report"), At: data.Place{Kind: data.PlaceDocument, Key: "sponsor"}}}
	if !met {
		f.Text = data.SayCount(days, "No report or review in %d day.", "No report or review in %d days.")
	}
	return &f
}

// lastSponsorContact is the day of the last report or review; without any, the
// community's first day.
func (v *view) lastSponsorContact() (last data.Date, met bool) {
	for i := range v.Contacts {
		if c := &v.Contacts[i]; c.On <= v.today && c.Kind != data.ContactTalk {
			last = max(last, c.On)
		}
	}
	for i := range v.Reports {
		if r := &v.Reports[i]; r.SentOn <= v.today {
			last = max(last, r.SentOn)
		}
	}
	if last == 0 {
		return v.Community.StartedOn, false
	}
	return last, true
}

// leaderWithoutTime is C03: nobody leads, or with too little time for it.
func leaderWithoutTime(v *view) *Finding {
	c := &v.Community
	if !c.WantsSponsors() {
		return nil
	}
	leader, ok := v.Leader()
	if !ok || !leader.IsMember(v.today) {
		return &Finding{Title: data.Say("Choose who leads"), Text: data.Say("Nobody leads the community at present."),
			Because:  data.Say("One person to turn to keeps a community going."),
			Evidence: []Number{{"leaders", 0}}, Worse: 1000,
			Offer: Offer{Do: DoCharter, Label: data.Say("Choose a leader"), At: data.CharterPlace("leader")}}
	}
	f := Finding{Title: data.Say("Ask for more time to lead"), Text: data.Say("No hours are agreed yet."),
		Because: data.Say("Leading takes about a fifth of a week."), Worse: 100,
		Offer: Offer{Do: DoItem, Label: data.Say("Note the ask"), At: data.Place{Kind: data.PlaceBoard}, Rests: true,
			Item: data.Item{Kind: data.KindSponsorAsk, OwnerID: leader.ID}, Title: data.Say("More time to lead the community")}}
	if c.LeaderHours < 0 || c.WorkWeek <= 0 {
		return &f
	}
	// Halves of hours, so that only integers are compared.
	agreed, week := int(2*c.LeaderHours), int(2*c.WorkWeek)
	if week <= 0 || 100*agreed >= v.t.HoursEnough*week {
		return nil
	}
	if 100*agreed >= v.t.HoursScarce*week {
		f.Severity = Look
	}
	percent := data.Percent(agreed, week)
	f.Text = data.Say("%g of %g hours a week.", c.LeaderHours, c.WorkWeek)
	f.Evidence = []Number{{"percent", percent}}
	f.Worse = int64(100 - percent)
	return &f
}

// charterOld is C29: a charter nobody agreed anew for a year.
func charterOld(v *view) *Finding {
	last := data.Date(0)
	for i := range v.Versions {
		if on := v.Versions[i].AgreedOn; on <= v.today {
			last = max(last, on)
		}
	}
	text := data.Say("It was last agreed on %s.", last)
	if last == 0 {
		last = v.Community.StartedOn
		text = data.Say("No version was agreed since the start on %s.", last)
	}
	days := v.ago(last)
	if last == 0 || days <= v.t.ReviewDays {
		return nil
	}
	return &Finding{Title: data.Say("Read the charter again together"),
		Text:     text,
		Because:  data.Say("What people need changes within a year."),
		Evidence: []Number{{"days", days}},
		Worse:    int64(days / v.t.ReviewDays),
		Offer:    Offer{Do: DoCharter, Label: data.Say("Review the charter"), At: data.CharterPlace("reviewOn")}}
}
