package reports

import "copleader/data"

// What the words of the domain are called in documents.
var (
	itemKindLabels = map[data.ItemKind]data.Phrase{
		data.KindEventIdea:    {Key: "Event idea"},
		data.KindHelpRequest:  {Key: "Help request"},
		data.KindKnowledgeGap: {Key: "Knowledge gap"},
		data.KindArtefact:     {Key: "Artefact"},
		data.KindStandard:     {Key: "Standard"},
		data.KindExperiment:   {Key: "Experiment"},
		data.KindReuse:        {Key: "Reuse"},
		data.KindOutreach:     {Key: "Outreach"},
		data.KindOnboarding:   {Key: "Onboarding"},
		data.KindSponsorAsk:   {Key: "Ask to the sponsors"},
		data.KindAction:       {Key: "Action"},
		data.KindVisit:        {Key: "Visit"},
	}
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

// formatName speaks the name of an event's format.
func (d *draft) formatName(key string) string {
	format, known := data.FormatOf(key)
	if !known {
		return key
	}
	return d.say.Of(data.Phrase{Key: format.Name})
}
