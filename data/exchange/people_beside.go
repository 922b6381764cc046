package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copleader/data"
)

// Passed is a line that was read and of which nothing comes in.
type Passed struct {
	Line int
	Text string
}

// Words that stand in the place of a name: of sums, and of nobody. Folded, letters only.
var (
	sums = wordSet(`total totals totalmembers totalparticipants subtotal grandtotal sum count summe gesamt gesamtsumme gesamtzahl zwischensumme insgesamt
		anzahl anzahlteilnehmer anzahlmitglieder somme ensemble totalgeneral soustotal suma sumatotal cantidad`)
	nobodies = wordSet(`none null nobody tbd tba unknown vacant anonymous unbekannt niemand keiner keineangabe vakant anonym inconnu aucun anonyme
		desconocido nadie ninguno anonimo`)
	shortNobodies = wordSet(`na nn ka nc sd`) // n/a, N.N., k. A., n.c., s/d
)

// letters are the letters of a text, folded.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, data.Fold(text))
}

// isSum reports whether a cell is no name but what stands before a sum: "Total: 12".
func isSum(name string) bool { return len(name) < 60 && sums[letters(name)] }

// isNobody reports whether a cell says that nobody stands there: "-", "n/a", "N.N.".
func isNobody(name string) bool {
	if name == "" || len(name) > 40 {
		return false
	}
	word := letters(name)
	return nobodies[word] || shortNobodies[word] && word != data.Fold(name) || word == "" && !strings.ContainsFunc(name, unicode.IsDigit)
}

// notetaker is what programs that sit in meetings and take notes call themselves.
var notetaker = regexp.MustCompile(`(?i)\bnote-?\s?taker\b|\botter ?pilot\b|\b(?:otter|fireflies|read|meetgeek|sembly|tactiq|krisp|avoma|grain|supernormal|circleback|jamie|tldv|fathom|airgram|noota)\.ai\b|^(?:fireflies|tl;dv|meetgeek|sembly|fathom|fred)\b.*\b(?:bot|assistant|recorder|notes?)\b|\bmeeting (?:bot|recorder|assistant)\b|\brecording bot\b`)

// isProgram reports whether a name is that of a program which takes notes.
func isProgram(name string) bool { return len(name) < 200 && notetaker.MatchString(name) }

// programAsks is why a program is asked about.
var programAsks = data.Say("This seems to be a program that takes notes, not a person.")

// isRuler reports whether a line only rules off: "---", "| :--- | ---: |", "+----+----+", "====".
func isRuler(line string) bool {
	return strings.ContainsAny(line, "-=_*~+") && strings.Trim(line, " \t-=_*~+|:") == ""
}

// What a message begins with, folded; and whom it then speaks to, where no sign tells that it is a greeting.
var (
	greeting = regexp.MustCompile(`^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|hallo|hallihallo|moin|servus|liebe[rs]?|guten (?:morgen|tag|abend)|` +
		`sehr geehrte[rns]?|bonjour|bonsoir|salut|cher|chere|chers|cheres|hola|buenos dias|buenas(?: tardes)?|estimad[oa]s?|querid[oa]s?)\b`)
	everybody = regexp.MustCompile(`\b(?:all|everyone|everybody|team|folks|there|together|colleagues|zusammen|alle|leute|kolleg\pL*|damen|tous|toutes|collegues|todos|todas|equipo|equipe)\b`)
)

// closings are what a message ends with, as headingWord writes it.
var closings = wordSet(`bestregards kindregards warmregards regards withkindregards cheers thanks thankyou manythanks thanksalot thanksinadvance sincerely yourssincerely bestwishes
	vielegrusse liebegrusse bestegrusse freundlichegrusse mitfreundlichengrussen mitfreundlichemgruss mitbestengrussen herzlichegrusse schonegrusse grusse vg lg mfg danke
	vielendank dankeschon bisdann bisbald cordialement bienavous biencordialement amicalement merci mercibeaucoup saludos unsaludo saludoscordiales gracias muchasgracias
	atentamente cordialmente`)

// parting is what a message ends with until somebody is met again, folded: "Bis Montag!", "See you on Friday".
var parting = regexp.MustCompile(`^(?:bis (?:\pL+tag|sonnabend|mittwoch|morgen|gleich|spater|nachste\pL* \pL+|zum \pL+)|see you(?: \pL+){0,3}|(?:speak|talk) (?:soon|later)|` +
	`(?:have a |ein |einen |une? )?(?:nice|good|great|schone[ns]?|guten|bonne?|buen) (?:day|evening|week|weekend|tag|abend|woche|wochenende|journee|soiree|week-?end|dia|fin de semana)|` +
	`a (?:bientot|demain|plus(?: tard)?|lundi|mardi|mercredi|jeudi|vendredi)|hasta (?:luego|pronto|manana|el \pL+))[ !.]*$`)

// isClosing reports whether a message ends with the line.
func isClosing(line string) bool {
	if len(line) < 60 && parting.MatchString(data.Fold(line)) {
		return true
	}
	before, behind, comma := strings.Cut(line, ",")
	if letters(before) == "best" {
		return comma && strings.TrimSpace(behind) == "" // "Best, George" is a name
	}
	return closings[headingWord(before)]
}

// withoutGreeting takes the greeting off a line.
func withoutGreeting(line string) string {
	to, behind, parted := strings.Cut(line, ",")
	if !parted {
		to, behind, parted = strings.Cut(line, "!")
	}
	folded := data.Fold(strings.TrimSpace(to))
	if len(to) > 80 || !greeting.MatchString(folded) {
		return line
	}
	rest, behind := strings.TrimSpace(greeting.ReplaceAllString(folded, "")), strings.TrimSpace(behind)
	toAll := everybody.MatchString(rest) && (parted || len(strings.Fields(rest)) <= 3)
	if toAll || rest == "" && (behind == "" || onlyGreets[folded]) || parted && behind == "" {
		return behind
	}
	return line
}

// onlyGreets are greetings that are nobody's name: "Liebe, Anna" may be one.
var onlyGreets = wordSet(`hi hello hey hallo moin servus bonjour bonsoir salut hola`)

// particles are words within names that are written small.
var particles = wordSet(`van von der den de da do dos das du di del della la le les el al bin ibn ben y e i und and et zu zum ter ten af av`)

// isTalk reports whether a line is a sentence, a heading over what follows or an address of the web, and no names.
func isTalk(line string) bool {
	if strings.Contains(line, "@") {
		return false
	}
	if strings.HasSuffix(line, ":") || strings.Contains(line, "://") {
		return true
	}
	for _, part := range strings.FieldsFunc(between.ReplaceAllString(line, ","), func(r rune) bool { return r == ',' || r == ';' || r == '\t' }) {
		words, small := strings.Fields(part), smallWords(part)
		if len(words) >= 5 && small >= 3 || len(words) >= 4 && small >= 2 && strings.ContainsAny(line[len(line)-1:], ".!?") {
			return true
		}
	}
	return false
}

// smallWords is how many words of a text are written small as no name is.
func smallWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && !particles[letters(word)] {
			n++
		}
	}
	return n
}

// mostBehind is how many lines behind the end of a message are a signature; of more, the message goes on.
const mostBehind = 4

// withoutTalk blanks the lines of a text that speak to somebody or tell something, and gives them. Of who came, those who
// are said to be absent are left out too.
func withoutTalk(text string, came bool) (bare string, passed []Passed) {
	lines := strings.Split(withoutMarkup(text), "\n")
	passed = withoutProfiles(lines)
	first, away := true, false
	for i, line := range lines {
		said := strings.TrimSpace(bullet.ReplaceAllString(line, ""))
		if said == "" || strings.Contains(line, "\t") {
			away = away && said != ""
			continue
		}
		if label, heads := strings.CutSuffix(said, ":"); heads {
			away = came && absent[headingWord(label)]
		}
		kept, talk := namesIn(said, came)
		talk = talk || away
		switch {
		case isRuler(said), first && onlyHeading(said):
			lines[i] = ""
		case talk, onlyHeading(said), stands[headingWord(said)], areInitials(said, lines, i):
			lines[i] = ""
			passed = append(passed, Passed{i + 1, said})
			if isClosing(said) {
				passed = append(passed, signature(lines, i+1)...)
			}
		case kept != said:
			lines[i] = kept
		}
		first = false
	}
	return strings.Join(lines, "\n"), passed
}

// linkedName is a name with a link behind it, as notes are written: "[Ada Lovelace](mailto:ada@firm.example)".
var linkedName = regexp.MustCompile(`\[([^\[\]\n]{1,100})\]\((?:mailto:)?([^()\n]{1,300})\)`)

// tags are marks of web pages around names.
var tags = regexp.MustCompile(`(?i)</?(?:li|ul|ol|p|br|div|span|b|strong|em|a)(?:\s[^<>]*)?/?>`)

// withoutMarkup takes the marks of notes and of web pages off names; an address behind a name stays.
func withoutMarkup(text string) string {
	text = strings.ReplaceAll(tags.ReplaceAllString(text, ""), "**", "")
	return linkedName.ReplaceAllStringFunc(text, func(link string) string {
		m := linkedName.FindStringSubmatch(link)
		if m[1] == m[2] {
			return m[1]
		}
		if data.IsEmail(m[2]) {
			return m[1] + " <" + m[2] + ">"
		}
		return m[1]
	})
}

// namesIn is what is left of a line without greetings and labels; talk says that it names nobody.
func namesIn(said string, came bool) (kept string, talk bool) {
	if name := named(said); name != "" {
		return name, false
	}
	kept = withoutGreeting(said)
	label, names, labelled := labelOff(kept)
	switch {
	case isClosing(said), kept == "", agendaPoint.MatchString(said), mailLine.MatchString(said), besidesName(said), labelled && (tellsFact(label) || came && absent[headingWord(label)]):
		return "", true
	case labelled:
		kept = besideLabel(label, names)
	}
	return kept, isTalk(kept) || isSum(kept) || isNobody(kept) || isOfADay(kept)
}

// besideLabel is what of a label and the words behind it names people.
func besideLabel(label, names string) string {
	switch {
	case isLikeName(label) && strings.Contains(names, "@"):
		return label + " " + names // "Ada Lovelace: ada@firm.example"
	case isLikeName(label) && !isLikeName(names):
		return label // "Ada Lovelace: leader"
	}
	return names
}

// isOfADay reports whether a line tells a day rather than a person with one beside the name.
func isOfADay(line string) bool {
	if strings.Contains(line, "@") {
		return false
	}
	_, worded := dayWithin(line)
	return worded || daysInDigits.MatchString(line) && !isLikeName(data.CleanLine(daysInDigits.ReplaceAllString(line, "")))
}

// dayWithin finds a day whose month is a word in a line: "Minutes of 12 November 2026".
func dayWithin(line string) (data.Date, bool) {
	if len(line) > 200 || daysInDigits.MatchString(line) {
		return 0, false
	}
	words := strings.Fields(line)
	for i := range words {
		if day, is := data.DayIn(strings.Join(words[i:], " "), false); is {
			return day, true
		}
	}
	return 0, false
}

// agendaPoint is what a meeting spoke of: "TOP 1: Begrüßung".
var agendaPoint = regexp.MustCompile(`(?i)^(?:top|agenda item|item|point|punkt|punto)\s*\d{1,2}\b`)

var labelBefore = regexp.MustCompile(`^(\pL[\pL .&/'’-]{0,38}?)\s*[:：]\s+(\S.*)$`)

// labelOff parts what a line says of those behind it from them: "Organisers: Ada Lovelace, Grace Hopper".
func labelOff(line string) (label, names string, is bool) {
	m := labelBefore.FindStringSubmatch(line)
	if m == nil {
		return "", line, false
	}
	return m[1], m[2], true
}

// tellsFact reports whether a label stands before what is told of a meeting.
func tellsFact(label string) bool {
	return keyOf(label, factHeadings) != "" || facts[headingWord(label)]
}

// facts are labels of what is told of a meeting, besides those of lists; absent are those of people who were not there.
var (
	facts = wordSet(`agenda date day time when where place location room minutes notes decision decisions next todo ps link datum tag uhrzeit zeit wann wo ort raum protokoll
		beschluss beschlusse nachste quand ou lieu salle ordredujour compterendu fecha hora cuando donde lugar sala ordendeldia acta`)
	absent = wordSet(`absent absentees apologies regrets excused notpresent declined entschuldigt abwesend fehlend fehlten unentschuldigt abgesagt absents excuses
		ausente ausentes disculpas excusados`)
)

// areInitials reports whether a line holds but the initials of a name beside it, as pages show them in the place of a picture.
func areInitials(said string, lines []string, at int) bool {
	if n := utf8.RuneCountInString(said); n < 2 || n > 3 || strings.ToUpper(said) != said {
		return false
	}
	for _, beside := range []int{at - 1, at + 1} {
		if beside < 0 || beside >= len(lines) {
			continue
		}
		initials := ""
		for word := range strings.FieldsSeq(inBrackets.ReplaceAllString(lines[beside], " ")) {
			first, _ := utf8.DecodeRuneInString(word)
			initials += string(first)
		}
		if utf8.RuneCountInString(initials) > 1 && strings.EqualFold(initials, said) {
			return true
		}
	}
	return false
}

// onlyHeading reports whether a line is a heading over names, as over the only column of a list.
func onlyHeading(line string) bool {
	if strings.ContainsAny(line, ",;|") {
		return false // of several columns
	}
	key := keyOf(strings.TrimSuffix(line, ":"), headingKeys[People])
	return key == "name" || key == "email" || key == KeySurname
}

// named is the name or the address that a line says is one: "Name: Ada Lovelace".
func named(line string) string {
	label, value, _ := strings.Cut(line, ":")
	if key := keyOf(label, headingKeys[People]); key == "name" || key == "email" {
		return strings.TrimSpace(value)
	}
	return ""
}

// besidesName reports whether a line tells something else of somebody than the name: "Tel.: +49 …".
func besidesName(line string) bool {
	label, _, found := strings.Cut(line, ":")
	key := keyOf(label, headingKeys[People])
	return found && key != "" && key != "name" && key != "email" && !strings.Contains(line, "@")
}

// signature blanks the few lines behind the end of a message, and gives them.
func signature(lines []string, from int) (passed []Passed) {
	for i := from; i < len(lines); i++ {
		if said := strings.TrimSpace(lines[i]); said != "" {
			passed = append(passed, Passed{i + 1, said})
		}
	}
	if len(passed) > mostBehind {
		return nil
	}
	for i := from; i < len(lines); i++ {
		lines[i] = ""
	}
	return passed
}

// labelledLine is a line that says what it tells: "E-Mail: ada@firm.example".
var labelledLine = regexp.MustCompile(`^\s*(?:[-*•]\s+)?([^:：\t@]{1,40}?)\s*[:：]\s*(.*)$`)

// mostOfLabel is within how many bytes a label ends.
const mostOfLabel = 200

// labelled gathers lines that each say what they tell of a person, one person after the other.
type labelled struct {
	heads []string
	rows  []map[string]string
	lines []int           // where each begins
	known map[string]bool // keys of the labels that are understood
	plain []Passed        // lines without a label since the last with one
	other []Passed        // of which nothing is taken
}

// nameAbove is the column of names that stand without a label over what is told of a person.
const nameAbove = "Name"

// labelledTable makes a table of lines that say what they tell; passed are the others.
func labelledTable(text string) (t Table, passed []Passed, is bool) {
	l := labelled{known: map[string]bool{}}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		var m []string
		if strings.ContainsAny(line[:min(len(line), mostOfLabel)], ":：") {
			m = labelledLine.FindStringSubmatch(line)
		}
		switch {
		case strings.TrimSpace(line) == "":
		case m == nil || strings.TrimSpace(m[1]) == "":
			l.plain = append(l.plain, Passed{i + 1, data.CleanLine(line)})
		default:
			l.add(i+1, data.CleanLine(m[1]), data.CleanLine(m[2]))
		}
		if len(l.heads) > maxColumns || len(l.rows) > maxRows {
			return Table{}, nil, false
		}
	}
	l.other = append(l.other, l.plain...)
	if !l.known["name"] && !l.known[KeySurname] && !l.known["email"] || len(l.known) < 2 || len(l.other) > 2*len(l.rows) {
		return Table{}, nil, false
	}
	return l.table(), l.other, true
}

// add takes what a line tells. Somebody else begins with the first of the labels, and with one that was there.
func (l *labelled) add(line int, label, value string) {
	if key := keyOf(label, headingKeys[People]); key != "" {
		l.known[key] = true
	}
	if last := len(l.rows) - 1; last < 0 || label == l.heads[0] || l.rows[last][label] != "" {
		row := map[string]string{}
		if len(l.plain) > 0 && !l.known["name"] && !l.known[KeySurname] {
			line, row[nameAbove] = l.plain[0].Line, l.plain[0].Text
			l.plain = l.plain[1:]
		}
		l.rows, l.lines = append(l.rows, row), append(l.lines, line)
	}
	if !slices.Contains(l.heads, label) {
		l.heads = append(l.heads, label)
	}
	l.other, l.plain = append(l.other, l.plain...), nil
	l.rows[len(l.rows)-1][label] = value
}

func (l *labelled) table() Table {
	if slices.ContainsFunc(l.rows, func(row map[string]string) bool { return row[nameAbove] != "" }) && !slices.Contains(l.heads, nameAbove) {
		l.heads = append([]string{nameAbove}, l.heads...)
	}
	t := Table{Rows: []TableRow{{Cells: l.heads}}}
	for i, row := range l.rows {
		cells := make([]string, len(l.heads))
		for at, head := range l.heads {
			cells[at] = row[head]
		}
		t.Rows = append(t.Rows, TableRow{Line: l.lines[i], Cells: cells})
	}
	return t
}
