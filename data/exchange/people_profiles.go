package exchange

import (
	"regexp"
	"strings"

	"copleader/data"
)

// What pages show beneath a name: buttons, a role, whether somebody is there or has answered; and what each block of a page may hold
// beside them.
var (
	buttons = wordSet(`message connect follow following pending invite viewprofile nachricht vernetzen folgen nachrichtsenden profilanzeigen message envoyerunmessage seconnecter suivre
		enviarmensaje conectar seguir owner member guest organizer organiser meetingorganizer requiredattendee optionalattendee attendee accepted tentative declined noresponse besitzer eigentumer
		mitglied gast organisator erforderlicherteilnehmer optionalerteilnehmer zugesagt abgelehnt mitvorbehalt proprietaire membre invite participantobligatoire accepte refuse provisoire
		propietario miembro invitado asistentenecesario aceptado rechazado provisional active away offline busy online available donotdisturb berightback inameeting aktiv abwesend beschaftigt
		verfugbar nichtstoren actif absent occupe disponible activo ausente ocupado`)
	aside = regexp.MustCompile(`(?i)^(?:[·•]?\s*[123](?:st|nd|rd)\+?(?: degree.*)?|status is .*|(?:connected|verbunden|in kontakt|en relation|conectado)\b.*\d.*|@[\pL\d._-]+|[\pL &/]{3,40} \(\d+\)|view .*profile)$`)
)

// mostInBlock is how many lines a page shows of one person at most.
const mostInBlock = 7

// withoutProfiles blanks what pages show beside names, where people were copied out of one: of each block that ends with a button or a role only the
// name stays. Elsewhere a line that tells what the one above does goes too.
func withoutProfiles(lines []string) (passed []Passed) {
	ends, inBlocks := 0, true
	block := 0
	for i, line := range lines {
		switch {
		case isButton(line):
			ends++
			block = 0
		case strings.TrimSpace(line) != "":
			block++
		}
		inBlocks = inBlocks && block <= mostInBlock && !strings.Contains(lines[i], "\t")
	}
	if ends < 2 || !inBlocks {
		return withoutJobs(lines)
	}
	for first := 0; first < len(lines); {
		end := first
		for end < len(lines) && !isButton(lines[end]) {
			end++
		}
		passed = append(passed, nameAlone(lines[first:end], first, end < len(lines))...)
		if end < len(lines) {
			passed = append(passed, taken(lines, end))
		}
		first = end + 1
	}
	return passed
}

func isButton(line string) bool {
	return buttons[headingWord(line)] && !strings.Contains(line, "(")
}

// taken blanks a line, and gives it.
func taken(lines []string, at int) Passed {
	said := data.CleanLine(lines[at])
	lines[at] = ""
	return Passed{at + 1, said}
}

// nameAlone blanks all of a block but the name; of one without an end only what surely is none.
func nameAlone(block []string, before int, ended bool) (passed []Passed) {
	name := ""
	for i, line := range block {
		said := strings.TrimSpace(line)
		switch {
		case said == "":
			continue
		case name == "" && !aside.MatchString(said) && !areInitials(said, block, i) && !strings.HasSuffix(said, ":"):
			name = said
			continue
		case !ended && said != name && isLikeName(said):
			continue
		case strings.Contains(said, "@") && !aside.MatchString(said):
			continue // an address
		}
		p := taken(block, i)
		passed = append(passed, Passed{p.Line + before, p.Text})
	}
	return passed
}

// job is what somebody does, as it stands beneath a name, folded.
var job = regexp.MustCompile(`\b(?:engineer|developer|manager|consultant|analyst|director|designer|scientist|coordinator|specialist|officer|head of|team ?lead|tester|architect|researcher|programmer|` +
	`\pL*(?:entwickler|ingenieur|berater|referent|sachbearbeiter|geschaftsfuhrer|teamleiter|abteilungsleiter)(?:in)?|leit(?:er|erin|ung) \pL|ingenieure?|developp?eu(?:r|se)|responsable|chef(?:fe)? de|directeur|directrice|` +
	`consultante|ingenier[oa]|desarrollador|desarrolladora|analista|jef[ea] de|gerente|cto|ceo|cfo|coo)\b|\S (?:at|bei|chez|presso) \S`)

// withoutJobs blanks lines that tell what somebody does whose name stands above.
func withoutJobs(lines []string) (passed []Passed) {
	above := ""
	for i, line := range lines {
		said := strings.TrimSpace(line)
		if said == "" {
			continue
		}
		if isLikeName(above) && !strings.ContainsAny(said, "@\t,;") && !job.MatchString(data.Fold(above)) && job.MatchString(data.Fold(said)) {
			passed = append(passed, taken(lines, i))
		}
		above = said
	}
	return passed
}
