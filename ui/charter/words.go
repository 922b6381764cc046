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
	case PartVersions:
		return say.Text("Versions")
	}
	return say.Of(data.Phase(p).Phrase())
}

// sectionWord names a section of the charter.
func sectionWord(say *words.Say, s data.Section) string {
	switch s {
	case data.SectionIdentity:
		return say.Text("Identity")
	case data.SectionPurpose:
		return say.Text("Purpose")
	case data.SectionInterest:
		return say.Text("Shared interest")
	case data.SectionCommunity:
		return say.Text("Community")
	case data.SectionPractice:
		return say.Text("Practice")
	case data.SectionMandate:
		return say.Text("Mandate and agreements")
	case data.SectionMeasures:
		return say.Text("Measures")
	}
	return string(s)
}

func kindWord(say *words.Say, k data.CommunityKind) string {
	switch k {
	case data.Workplace:
		return say.Text("At a workplace")
	case data.Professional:
		return say.Text("Professional, may span organisations")
	case data.Hobby:
		return say.Text("A hobby")
	}
	return string(k)
}

func policyWord(say *words.Say, p data.MembershipPolicy) string {
	switch p {
	case data.OpenToAll:
		return say.Text("Open to all")
	case data.OnRequest:
		return say.Text("On request")
	case data.ByInvitation:
		return say.Text("By invitation")
	}
	return say.Text("Not decided")
}

func ruleWord(say *words.Say, r data.DecisionRule) string {
	switch r {
	case data.ByConsent:
		return say.Text("By consent")
	case data.ByMajority:
		return say.Text("By majority vote")
	case data.ByLeader:
		return say.Text("The leader, after advice")
	}
	return say.Text("Not decided")
}

func sponsorWord(say *words.Say, k data.SponsorKind) string {
	switch k {
	case data.BusinessOwner:
		return say.Text("Business owner")
	case data.Champion:
		return say.Text("High-level champion")
	case data.BudgetHolder:
		return say.Text("Budget holder")
	}
	return say.Text("Not said")
}

func contactWord(say *words.Say, k data.ContactKind) string {
	switch k {
	case data.ContactReview:
		return say.Text("Review")
	case data.ContactReport:
		return say.Text("Report")
	case data.ContactTalk:
		return say.Text("Talk")
	}
	return string(k)
}

func attitudeWord(say *words.Say, a data.Attitude) string {
	switch a {
	case data.Supports:
		return say.Text("Supports")
	case data.Neutral:
		return say.Text("Neutral")
	case data.Doubts:
		return say.Text("Doubts")
	}
	return say.Text("Not said")
}

func useWord(say *words.Say, u data.ChannelUse) string {
	switch u {
	case data.UseAnnounce:
		return say.Text("To announce")
	case data.UseDiscuss:
		return say.Text("To discuss")
	case data.UseArchive:
		return say.Text("To keep things")
	}
	return string(u)
}

func measureWord(say *words.Say, k data.MeasureKind) string {
	switch k {
	case data.MeasureInApp:
		return say.Text("Counted by this program")
	case data.MeasureDimension:
		return say.Text("A health card")
	case data.MeasureOutside:
		return say.Text("A number from outside")
	case data.MeasureStory:
		return say.Text("A story")
	}
	return string(k)
}

func sideWord(say *words.Say, s data.ForceSide) string {
	if s == data.ForceSlows {
		return say.Text("Slows the vision")
	}
	return say.Text("Supports the vision")
}

// boxTitle is the short heading of a box on the wall.
func boxTitle(say *words.Say, b data.BoxKey) string {
	switch b {
	case data.BoxVision:
		return say.Text("Our picture")
	case data.BoxImportance:
		return say.Text("Why now")
	case data.BoxHow:
		return say.Text("How")
	case data.BoxMeasures:
		return say.Text("Signs")
	case data.BoxImpact:
		return say.Text("Who feels it")
	case data.BoxResources:
		return say.Text("What we need")
	case data.BoxCommunication:
		return say.Text("Channels")
	}
	return string(b)
}

// boxQuestion is the question of the workshop that fills a box (domain.md 2.2).
func boxQuestion(say *words.Say, b data.BoxKey) string {
	switch b {
	case data.BoxVision:
		return say.Text("What picture of this community do we want to make real, and what should it reach?")
	case data.BoxImportance:
		return say.Text("Why does it matter at this moment?")
	case data.BoxHow:
		return say.Text("Which activities will carry us there?")
	case data.BoxMeasures:
		return say.Text("By what signs shall we see progress?")
	case data.BoxImpact:
		return say.Text("Which people and things will feel a change?")
	case data.BoxResources:
		return say.Text("What do we need to have?")
	case data.BoxCommunication:
		return say.Text("Which channels will help?")
	}
	return string(b)
}

// questions are the worksheets' questions (domain.md 2.3).
var questions = map[string]data.Phrase{
	"design.activities":      data.Say("Which activities would wake people up and make the group feel present?"),
	"design.interaction":     data.Say("What forms of contact, among people and with our material, keep them engaged?"),
	"design.recognition":     data.Say("How might we thank members for service or for strong work?"),
	"design.communication":   data.Say("How do we keep in touch between events so that the purpose is served?"),
	"design.collaboration":   data.Say("How will members work with one another on common goals?"),
	"design.learning":        data.Say("What do we want to learn, and who brings material or experience from outside?"),
	"grow.culture":           data.Say("What tone and habits mark us?"),
	"grow.engaged":           data.Say("Who takes part at present, and in what way?"),
	"grow.reputation":        data.Say("How do people outside see our members?"),
	"grow.character":         data.Say("Are we playful or sober? Does our look show it?"),
	"grow.awareness":         data.Say("How do likely members hear of us, and what should they hear?"),
	"grow.joining":           data.Say("How does someone join and find their feet?"),
	"grow.leadersPath":       data.Say("How does a newcomer come to lead something?"),
	"perform.energy":         data.Say("Which activities give energy and make the community visible?"),
	"perform.cycle":          data.Say("What repeating pattern of events is forming?"),
	"perform.processes":      data.Say("Which standing habits keep things lively?"),
	"perform.cultureSigns":   data.Say("Which customs have appeared, and how do we show them?"),
	"perform.roles":          data.Say("Which roles or subgroups have formed; how are they filled?"),
	"perform.outputs":        data.Say("What can members produce that serves them and the whole?"),
	"perform.recognition":    data.Say("How is a member's work noticed, here and by the employer?"),
	"transform.flow":         data.Say("How do people enter, take part, lead and leave?"),
	"transform.succession":   data.Say("How do we find, prepare and back the next leaders?"),
	"transform.purposeCheck": data.Say("How far do we serve the people we meant to serve?"),
	"transform.success":      data.Say("How do we measure success now?"),
	"transform.better":       data.Say("What could we do better?"),
	"transform.future":       data.Say("Carry on, change, merge, split or close?"),
}
