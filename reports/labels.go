package reports

import "copleader/data"

// What the words of the domain are called in documents.
var (
	cycleLabels = map[data.ValueCycle]data.Phrase{
		data.CycleImmediate: {Key: "Immediate"},
		data.CyclePotential: {Key: "Potential"},
		data.CycleApplied:   {Key: "Applied"},
		data.CycleRealised:  {Key: "Realised"},
		data.CycleReframing: {Key: "Reframing"},
	}
	consentLabels = map[data.Consent]data.Phrase{
		data.ConsentNamed:     {Key: "May be told with names"},
		data.ConsentTeam:      {Key: "May name the team only"},
		data.ConsentAnonymous: {Key: "May be told without names"},
	}
)

// label speaks one of the words above; one that is not among them (a later
// version's file, read only) is shown as it stands.
func label[T ~string](d *draft, labels map[T]data.Phrase, word T) string {
	if phrase, known := labels[word]; known {
		return d.say.Of(phrase)
	}
	return string(word)
}
