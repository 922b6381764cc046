package members

import (
	"copleader/data"
	"copleader/data/words"
)

// levelWord speaks a level; a contact is called one, since "transactional" says
// little to a leader (domain.md 4.1).
func levelWord(say *words.Say, level data.Level) string {
	switch level {
	case data.Core:
		return say.Text("Core")
	case data.Active:
		return say.Text("Active")
	case data.Occasional:
		return say.Text("Occasional")
	case data.Peripheral:
		return say.Text("Peripheral")
	case data.Transactional:
		return say.Text("Transactional")
	}
	return say.Text("Not enough events yet")
}

// roleWord speaks a role (domain.md 6).
func roleWord(say *words.Say, role data.Role) string {
	switch role {
	case data.RoleLeader:
		return say.Text("Leader")
	case data.RoleCoreTeam:
		return say.Text("Core team")
	case data.RoleLibrarian:
		return say.Text("Librarian")
	case data.RoleWelcomer:
		return say.Text("Welcomer")
	case data.RoleAgendaActivist:
		return say.Text("Agenda activist")
	case data.RoleCriticalFriend:
		return say.Text("Critical friend")
	case data.RoleValueDetective:
		return say.Text("Value detective")
	case data.RoleExternalMessenger:
		return say.Text("External messenger")
	case data.RoleExpert:
		return say.Text("Expert")
	}
	return string(role)
}

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
