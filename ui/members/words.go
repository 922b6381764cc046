package members

import (
	"copleader/data"
	"copleader/data/words"
)

// givingWord speaks a kind of contribution noted by hand, as a choice.
func givingWord(say *words.Say, kind data.ContributionKind) string {
	switch kind {
	case data.Welcomed:
		return say.Text("Guided a newcomer")
	case data.Represented:
		return say.Text("Spoke for the community outside")
	case data.Helped:
		return say.Text("Answered a request")
	case data.Reviewed:
		return say.Text("Gave feedback on someone's work")
	case data.Published:
		return say.Text("Wrote or updated something for all")
	case data.Mentored:
		return say.Text("Mentored somebody")
	}
	return string(kind)
}

// actWord speaks an act noted by hand as it stands in a history.
func actWord(say *words.Say, kind data.ContributionKind) string {
	switch kind {
	case data.Welcomed:
		return say.Text("guided a newcomer")
	case data.Represented:
		return say.Text("spoke for the community outside")
	case data.Helped:
		return say.Text("helped")
	case data.Reviewed:
		return say.Text("gave feedback on someone's work")
	case data.Published:
		return say.Text("wrote or updated something for all")
	case data.Mentored:
		return say.Text("mentored somebody")
	}
	return string(kind)
}

// partWord speaks what somebody did at an event; the event's title follows.
func partWord(say *words.Say, kind data.ContributionKind) string {
	switch kind {
	case data.Facilitated:
		return say.Text("led")
	case data.Prepared:
		return say.Text("prepared")
	case data.TookMinutes:
		return say.Text("took the minutes")
	case data.Spoke:
		return say.Text("spoke")
	}
	return string(kind)
}
