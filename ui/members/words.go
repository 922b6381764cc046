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
