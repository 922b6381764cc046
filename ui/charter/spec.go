package charter

import (
	"slices"
	"strings"

	"copleader/data"
)

// rowsOf are the rows of a field's input: none for a single line.
var rowsOf = map[string]int{
	"primaryPurpose": 2, "needs": 3, "memberBenefits": 3, "stakeholderBenefits": 3,
	"domain": 1, "inScope": 2, "outOfScope": 2,
	"whoWeAre": 2, "howToJoin": 1, "expectedCommitment": 1,
	"practice": 1, "repertoire": 2,
	"mayDecide": 2, "mayPropose": 2, "notOurs": 2, "workingAgreement": 3, "decisionNote": 1,
}

// Part is one of the parts of the charter that a chip chooses.
type Part string

// The parts in the order of their chips.
const (
	PartDefine    Part = "define"
	PartIdentity  Part = "identity"
	PartMandate   Part = "mandate"
	PartCanvas    Part = "canvas"
	PartMeasures  Part = "measures"
	PartSponsors  Part = "sponsors"
	PartDesign    Part = "design"
	PartGrow      Part = "grow"
	PartPerform   Part = "perform"
	PartTransform Part = "transform"
	PartStage     Part = "stage"
	PartVersions  Part = "versions"
)

// Parts lists the parts in the order of their chips.
var Parts = []Part{PartDefine, PartIdentity, PartMandate, PartCanvas, PartMeasures, PartSponsors,
	PartDesign, PartGrow, PartPerform, PartTransform, PartStage, PartVersions}

// sectionsOf are the sections of the charter that a part shows, whose notes stand
// beside it.
func sectionsOf(p Part) []data.Section {
	switch p {
	case PartIdentity:
		return []data.Section{data.SectionIdentity}
	case PartMandate:
		return []data.Section{data.SectionMandate}
	case PartMeasures:
		return []data.Section{data.SectionMeasures}
	case PartDefine:
		return []data.Section{data.SectionPurpose, data.SectionInterest, data.SectionCommunity, data.SectionPractice}
	}
	return nil
}

// sectionOf is the section of the charter to which a field belongs, "" for none.
func sectionOf(key string) data.Section {
	for i := range data.CommunityFields {
		if f := &data.CommunityFields[i]; f.Key == key {
			return f.Section
		}
	}
	return ""
}

// partOf is the part in which a section is written.
func partOf(section data.Section) Part {
	for _, p := range Parts {
		for _, s := range sectionsOf(p) {
			if s == section {
				return p
			}
		}
	}
	return PartDefine
}

// placeOf is the part in which a field of the charter is found, by its key;
// the review is agreed with a version.
func placeOf(key string) (Part, bool) {
	if strings.HasPrefix(key, "box.") {
		return PartCanvas, true
	}
	switch key {
	case "logo":
		return PartIdentity, true
	case "sponsors":
		return PartSponsors, true
	case "phase", "stage":
		return PartStage, true
	case "channels":
		return PartMandate, true
	case "stakeholders", "roleDefinitions", "vocabulary":
		return PartDefine, true
	case "measures":
		return PartMeasures, true
	case "reviewOn":
		return PartVersions, true
	}
	if phase := data.PhaseOf(key); string(phase) != key && slices.Contains(data.WorksheetQuestions, key) {
		return Part(phase), true
	}
	section := sectionOf(key)
	return partOf(section), section != ""
}

// partOfKey is the place of a field's part among the parts.
func partOfKey(key string) int {
	p, _ := placeOf(key)
	return slices.Index(Parts, p)
}
