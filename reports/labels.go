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

// What somebody did, for those about whom it was written down.
var (
	partLabels = map[data.EventPart]data.Phrase{
		data.PartFacilitator: {Key: "led"},
		data.PartSpeaker:     {Key: "spoke"},
		data.PartMinutes:     {Key: "took the minutes"},
		data.PartPrepared:    {Key: "prepared"},
	}
	givingLabels = map[data.ContributionKind]data.Phrase{
		data.Facilitated: {Key: "led"},
		data.Prepared:    {Key: "prepared"},
		data.TookMinutes: {Key: "took the minutes"},
		data.ItemDone:    {Key: "finished"},
		data.Welcomed:    {Key: "guided a newcomer"},
		data.Represented: {Key: "spoke for the community outside"},
		data.Spoke:       {Key: "spoke"},
		data.Helped:      {Key: "helped"},
		data.Reviewed:    {Key: "gave feedback on someone's work"},
		data.Published:   {Key: "wrote or updated something for all"},
		data.Mentored:    {Key: "mentored somebody"},
	}
	followUpLabels = map[data.FollowUpState]data.Phrase{
		data.Asked:   {Key: "asked"},
		data.SaidYes: {Key: "said yes"},
		data.SaidNo:  {Key: "said no"},
		data.Done:    {Key: "done"},
	}
)
