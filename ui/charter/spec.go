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

// Part is one of the parts of the charter, in the order in which they stand.
type Part string

// The parts. That of the sponsors stands on the page of the members.
const (
	PartDefine    Part = "define"
	PartIdentity  Part = "identity"
	PartMandate   Part = "mandate"
	PartCanvas    Part = "canvas"
	PartVersions  Part = "versions"
	PartMeasures  Part = "measures"
	PartStage     Part = "stage"
	PartDesign    Part = "design"
	PartGrow      Part = "grow"
	PartPerform   Part = "perform"
	PartTransform Part = "transform"
	PartSponsors  Part = "sponsors"
)

// chips are what the page shows at once: the parts that stand below one another.
var chips = [][]Part{
	{PartDefine, PartIdentity, PartMandate, PartVersions},
	{PartCanvas},
	{PartMeasures},
	{PartStage, PartDesign, PartGrow, PartPerform, PartTransform},
}

// Parts lists the parts of the page in their order.
var Parts = slices.Concat(chips...)

// chipOf is the chip under which a part stands, -1 for the sponsors.
func chipOf(p Part) int {
	return slices.IndexFunc(chips, func(parts []Part) bool { return slices.Contains(parts, p) })
}

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
	if at := slices.Index(Parts, p); at >= 0 {
		return at
	}
	return len(Parts) // the sponsors, who stand elsewhere
}
