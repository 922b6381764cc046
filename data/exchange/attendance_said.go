package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// Words for whether somebody came, as headingWord writes them. A promise to come says nothing of that.
var (
	cameWords = wordSet(`present presente presents presentes anwesend anwesende da dabei warda attended attends came here there checkedin checkin eingecheckt erschienen
		teilgenommen participated participe aparticipe venu venue asistio asistente asiste online remote remotely virtual virtuell hybrid onsite inperson vorort surplace
		enligne adistance presencial enlinea late verspatet spater zuspat enretard tarde contarde partly partial partially teilweise zeitweise partiellement parcial
		parcialmente full ganz p`)
	awayWords = wordSet(`not absent absente absents abwesend fehlt fehlte fehlend gefehlt entschuldigt unentschuldigt entschuldigtgefehlt excused unexcused excuse excusee
		nonexcuse nonexcusee ausente ausentes justificado justificada falta falto noasistio noasiste sick ill krank erkrankt urlaub vacation holiday onleave conge encongé
		malade enfermo enferma vacaciones noshow didnotattend didnotcome didntattend didntcome didnotjoin notattended notattending notpresent notthere notcheckedin
		nichtanwesend nichterschienen nichtteilgenommen nichtdabei nichtda warnichtda nimmtnichtteil abgesagt abgemeldet storniert cancelled canceled declined declines
		annule annulee cancelado cancelada refuse refusee decline rechazado rechazada pasvenu pasvenue nonpresent nonpresente absentexcuse apologies apology regrets
		sentapologies deleted waitlist waitlisted warteliste`)
	promises = wordSet(`attending going accepted accepts registered confirmed signedup zugesagt angemeldet zusage nimmtteil inscrit inscrite accepte acceptee participera
		inscrito inscrita aceptado aceptada registrado registrada confirmado confirmada asistira`)
)

// saidWord is what one cell tells of whether somebody came.
type saidWord int

const (
	saysNothing saidWord = iota // empty, or a word that tells something else
	saysCame
	saysAway
	saysPromised
)

// saidIn is what a cell tells; letters says that single letters stand for present and absent.
func saidIn(cell string, letters bool) saidWord {
	cell = strings.TrimSpace(cell)
	if on, ok := tickIn(cell); ok {
		return map[bool]saidWord{true: saysCame, false: saysAway}[on]
	}
	switch word := headingWord(cell); {
	case cell == "✗", cell == "✘", word == "a" && letters:
		return saysAway
	case word == "":
		return saysNothing
	case awayWords[word]:
		return saysAway
	case promises[word]:
		return saysPromised
	case cameWords[word]:
		return saysCame
	case cell[0] >= '0' && cell[0] <= '9': // how long they were there
		if strings.ContainsAny(cell, "123456789") {
			return saysCame
		}
		return saysAway
	}
	return saysNothing
}

// saidColumn is a column that tells who came.
type saidColumn struct {
	letters bool     // P and A stand for present and absent
	blank   saidWord // what an empty cell tells
	shows   bool     // it tells of some that they came, so that a promise alone is none
	tells   bool     // some are said to have come, or not
	words   int      // cells that are filled
	known   int      // of them, those that tell anything
	firmly  bool     // some say in a word that somebody came or did not, and not just yes
}

// saidBy looks at the cells of a column.
func saidBy(t *Table, column, from int) saidColumn {
	c := saidColumn{blank: saysCame}
	rows := t.Rows[min(from, len(t.Rows)):]
	c.letters = slices.ContainsFunc(rows, func(row TableRow) bool { return headingWord(bareCell(row.cell(column))) == "p" })
	for i := range rows {
		cell := bareCell(rows[i].cell(column))
		if cell == "" {
			continue
		}
		c.words++
		said := saidIn(cell, c.letters)
		if said != saysNothing {
			c.known++
		}
		c.tells = c.tells || said == saysCame || said == saysAway
		word := headingWord(cell)
		c.firmly = c.firmly || cameWords[word] || awayWords[word]
		if said == saysCame {
			c.shows, c.blank = true, saysAway
		}
	}
	return c
}

// tellsWhoCame reports whether the column says of most who are named whether they came; under a heading that may mean anything, of all, and in
// so many words.
func (c *saidColumn) tellsWhoCame(heading string) bool {
	if statusHeadings[headingWord(heading)] {
		return c.known > 0 && c.known == c.words && c.firmly && c.shows
	}
	return c.tells && 2*c.known >= c.words
}

// saysWhoCame reports whether a column below the headings tells who came.
func (t *Table) saysWhoCame(head int) bool {
	keys, _ := keysIn(t.Rows[head].Cells, listHeadings)
	for at, key := range keys {
		if key == keyAttended {
			if c := saidBy(t, at, head+1); c.tellsWhoCame(t.Rows[head].cell(at)) {
				return true
			}
		}
	}
	return false
}

// statusHeadings are over columns that tell who came only if their cells do.
var statusHeadings = wordSet(`status state attendeestatus participantstatus teilnehmerstatus zustand stand statut statutduparticipant etat estado estadodelasistente estatus
	response antwort rsvp reponse respuesta ruckmeldung participation teilnahme participacion`)

// hearWhoCame sees which of the columns of a list that are said to tell who came do so.
func (l *listReader) hearWhoCame(from int) {
	l.says = map[int]saidColumn{}
	for at, key := range l.keys {
		if key != keyAttended {
			continue
		}
		c := saidBy(l.table, at, from)
		if at < len(l.heads) && !l.said && !c.tellsWhoCame(l.heads[at]) {
			continue
		}
		l.says[at] = c
	}
}

// cameBy is what a row tells of whether somebody came; asks where only the leader can tell.
func (l *listReader) cameBy(row *TableRow) (came bool, asks data.Phrase) {
	for at := range l.keys {
		c, tells := l.says[at]
		if !tells {
			continue
		}
		cell := bareCell(row.cell(at))
		said := saidIn(cell, c.letters)
		switch {
		case cell == "":
			said = c.blank
		case said == saysPromised && !c.shows:
			said = saysCame // the leader took it for a list of who came
		}
		switch said {
		case saysAway:
			return false, data.Phrase{}
		case saysNothing, saysPromised:
			asks = data.Say("“%s” does not say whether they came.", shortened(cell, 40))
		}
	}
	return true, asks
}

// guessWhoCame finds the columns of a table that tell who came, where the leader takes it for a list.
func (c *Columns) guessWhoCame(t *Table) {
	if c.Head < 0 {
		return
	}
	for at := range c.Keys {
		heading := t.Rows[c.Head].cell(at)
		said := saidBy(t, at, c.Head+1)
		if keyOf(heading, listHeadings) == keyAttended && said.known > 0 && 2*said.known >= said.words {
			c.Keys[at] = keyAttended
		}
	}
}
