package charter

import (
	"copleader/data"
	"copleader/data/words"
)

// partWord names a part on its chip.
func partWord(say *words.Say, p Part) string {
	switch p {
	case PartDefine:
		return say.Text("Define")
	case PartIdentity:
		return say.Text("Identity")
	case PartMandate:
		return say.Text("Mandate")
	case PartCanvas:
		return say.Text("Canvas")
	case PartMeasures:
		return say.Text("Measures")
	case PartSponsors:
		return say.Text("Sponsors")
	case PartStage:
		return say.Text("Stage")
	case PartVersions:
		return say.Text("Versions")
	}
	return say.Of(data.Phase(p).Phrase())
}
