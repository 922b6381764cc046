package exchange

import (
	"regexp"
	"strings"

	"copleader/data"
)

// Keys of columns that only lists of meetings have, beside those that a leader can choose.
const (
	keyWaiting  = "waiting"  // was in the waiting room, and not let in
	keyAttended = "attended" // came, of those who had registered
	keyAction   = "action"   // joined or left
	keyAt       = "at"       // when
)

// What is told of the meeting itself, as a line or a column.
const (
	factTitle  = "title"
	factStart  = "start"
	factEnd    = "end"
	factLength = "length"
)

// listHeadings are the headings of lists of meetings.
var listHeadings = withWords(headingKeys[Attendance], map[string]string{
	keyWaiting: `inwaitingroom imwarteraum ensalledattente enlasaladeespera ensaladeespera`,
	keyAttended: `attended didattend hasattended came present presence attendance attendancestatus presencestatus participation participated checkedin checkin checkinstatus
		wasthere waspresent
		teilgenommen anwesend anwesenheit anwesenheitsstatus teilnahme erschienen warda wardabei dabei hatteilgenommen
		present presente presence presences aparticipe etaitpresent etaitla
		asistio asistencia presencia presente participacion estuvo estuvopresente
		status state attendeestatus participantstatus teilnehmerstatus zustand stand statut statutduparticipant etat estado estadodelasistente estatus
		response antwort rsvp reponse respuesta ruckmeldung`,
	keyAction: `useraction benutzeraktion actiondelutilisateur acciondelusuario`,
	keyAt:     `timestamp zeitstempel horodatage dateetheure marcadetiempo fechayhora`,
})

// factHeadings are what stands before or over what is told of the meeting.
var factHeadings = withWords(nil, map[string]string{
	factTitle: `title topic meetingtitle meetingname meetingtopic eventname webinarname subject titel thema besprechungstitel titelderbesprechung
		titre titredelareunion sujet titulo titulodelareunion tema`,
	factStart: `starttime startdate meetingstarttime meetingstart actualstarttime startdatetime start startzeit beginn startuhrzeit besprechungsbeginn
		heurededebut debut debutdelareunion heurededebutdelareunion horadeinicio inicio horadeiniciodelareunion`,
	factEnd: `endtime meetingendtime meetingend end endzeit ende enduhrzeit besprechungsende heuredefin fin heuredefindelareunion
		horadefinalizacion horadefin horadefinalizaciondelareunion`,
	factLength: `meetingduration durationminutes duration actualdurationminutes besprechungsdauer dauerderbesprechung dauerminuten
		dureedelareunion dureeminutes duraciondelareunion duracionminutos`,
})

// withWords adds words, one after the other in a text for each key, to what is known already.
func withWords(known, words map[string]string) map[string]string {
	all := map[string]string{}
	for word, key := range known {
		all[word] = key
	}
	for key, text := range words {
		for word := range strings.FieldsSeq(text) {
			all[word] = key
		}
	}
	return all
}

// joining and leaving are how a list says that somebody came or went, folded.
var (
	joining = regexp.MustCompile(`join|beigetreten|teilgenommen|rejoint|particip|unio|incorpor|entr`)
	leaving = regexp.MustCompile(`left|leave|verlassen|quitt|sorti|sali|abandon`)
)

// stands are words that programs put in brackets behind a name, which are no part of it, folded.
var stands = wordSet(`guest host cohost external unverified organizer organiser presenter me gast extern externer externe unbestatigt nichtuberpruft
	organisator invite invitee nonverifie organisateur hote invitado invitada externo externa noverificado organizador anfitrion`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

var atEndInBrackets = regexp.MustCompile(`^(.*\S)\s*[(\[]([^()\[\]]*)[)\]]$`)

// nameOnList is the name that somebody has on a list, without what a program puts in brackets behind it. Zoom
// puts the name of the account there, where somebody has given another for the meeting; it counts if it is a
// whole one ("iPhone (Zoë Marchand-Núñez)").
func nameOnList(cell string, original bool) string {
	name := nameShown(cell, original)
	if surname, given, is := capitalsFirst(name); is {
		return given + " " + surname
	}
	return name
}

// nameShown is a name as a list has it, without what stands in brackets behind it.
func nameShown(cell string, original bool) string {
	name := data.CleanLine(shortened(cell, 4*maxName))
	for {
		m := atEndInBrackets.FindStringSubmatch(name)
		if m == nil || !onlyStands(m[2]) {
			if m != nil && original && len(strings.Fields(m[2])) > 1 {
				return m[2]
			}
			return name
		}
		name = m[1]
	}
}

func onlyStands(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
		if !stands[headingWord(word)] {
			return false
		}
	}
	return true
}
