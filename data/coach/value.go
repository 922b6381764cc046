package coach

import (
	"slices"

	"copleader/data"
)

// noStory is C24: nobody wrote down what came of it, or nothing was used.
func noStory(v *view) *Finding {
	storyDays, appliedDays := v.slow(v.t.StoryDays), v.slow(v.t.AppliedDays)
	if !v.olderThan(v.slow(v.t.StoryStart)) {
		return nil
	}
	var last, applied data.Date
	for i := range v.Stories {
		story := &v.Stories[i]
		if story.On > v.today {
			continue
		}
		last = max(last, story.On)
		if slices.Contains(data.AppliedOrBeyond, story.Cycle) {
			applied = max(applied, story.On)
		}
	}
	told, used := v.within(last, storyDays), v.within(applied, appliedDays)
	if told && used {
		return nil
	}
	f := Finding{Title: data.Say("Ask who has used something from here"),
		Text:     data.SayCount(storyDays, "No value story in %d day.", "No value story in %d days."),
		Because:  data.Say("Stories joined with figures show what counts alone don't; 100 words are enough."),
		Evidence: []Number{{"stories", len(v.Stories)}},
		Worse:    1,
		Offer:    Offer{Do: DoStory, Label: data.Say("Write a story"), At: data.Place{Kind: data.PlaceStories}}}
	switch {
	case last == 0:
		f.Text = data.Say("No value story is written down yet.")
		f.Worse = 2
	case told:
		f.Text = data.SayCount(appliedDays, "No story of something used in %d day.", "No story of something used in %d days.")
	case !used:
		f.Worse = 2
	}
	return &f
}

// windingDown is C25: several signs that a community is coming to its end.
func windingDown(v *view) *Finding {
	signs, ok := v.WindDown(v.today)
	n := data.MetCount(signs)
	if !ok || n < v.t.EndingSigns {
		return nil
	}
	offer := v.planning(data.VisionWorkshop)
	offer.Label, offer.Rests = data.Say("Plan a renewal workshop"), true
	f := Finding{Title: data.Say("Ask whether to carry on, change or close"),
		Text:     data.Say("%d of %d signs: %s.", n, len(signs), metSigns(signs)),
		Because:  data.Say("Better decided together than drifted into; closing well is a fair result."),
		Evidence: []Number{{"signs", n}},
		Worse:    int64(n),
		Offer:    offer}
	return &f
}

// metSigns joins the labels of what is so.
func metSigns(signs []data.Criterion) data.Phrase {
	var said data.Phrase
	for _, c := range signs {
		switch {
		case !c.Met:
		case said.IsZero():
			said = c.Label
		default:
			said = data.Say("%s; %s", said, c.Label)
		}
	}
	return said
}
