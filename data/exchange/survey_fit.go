package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// fields are the places of what is filled in for one card.
type fields struct{ answer, direction, comment place }

// located says where the answers to the cards of a round stand in a form, and what is
// odd about that.
type located struct {
	fields []fields // of each card
	next   place    // its line is 0 where there is none

	lost    int      // cards of which a name was lost
	moved   []string // titles of cards whose names lie in the row of another card
	changed []string // of those that read otherwise on the sheet
	twice   []string // of those that are answered in two places, each in another way
}

// misfit is why a form does not ask what the round asks.
type misfit struct {
	outcome Outcome
	why     data.Phrase
}

// locate finds the fields of all cards of the round: by their names, held against what
// the sheet shows, since people answer what they see.
func (a *asker) locate(f *filledForm, rows []shownRow) (located, *misfit) {
	l := located{}
	if wrong := a.strange(f, rows); wrong != nil {
		return l, wrong
	}
	for i := range a.cards {
		at, ok := a.locateCard(f, rows, i, &l)
		if !ok {
			return l, &misfit{OtherForm, data.Say("It does not ask about a card of this round: “%s”.", a.cards[i].Title)}
		}
		l.fields = append(l.fields, at)
	}
	if l.lost > 0 {
		for _, r := range rows {
			if r.card < 0 {
				return l, asksAbout(f.at(r.title).text)
			}
		}
	}
	next, named := f.fields[data.SurveyNextName]
	if !named && len(l.fields) > 0 {
		next = f.nextBelow(rows, l.fields[0].answer.table)
	}
	l.next = next
	return l, nil
}

func asksAbout(card string) *misfit {
	return &misfit{OtherForm, data.Say("It asks about a card that is not in this round: %s.", shortened(card, 40))}
}

// strange looks for names of cards that are not in the round. One in the row of a card
// that is was only renamed.
func (a *asker) strange(f *filledForm, rows []shownRow) *misfit {
	for _, key := range f.asked {
		if slices.ContainsFunc(a.cards, func(c data.CardVersion) bool { return strings.EqualFold(c.Card, key) }) {
			continue
		}
		at, there := f.fields[data.SurveyAnswerName+key]
		if !there || !shows(rows, at) {
			return asksAbout(key)
		}
	}
	return nil
}

// shows reports whether a card of the round stands in the row of a cell.
func shows(rows []shownRow, at place) bool {
	return slices.ContainsFunc(rows, func(r shownRow) bool { return r.card >= 0 && sameRow(r.title, at) })
}

// hasOtherTitle reports whether a cell lies in a row with a number and some other title; or on
// a sheet of which no title is known any more.
func hasOtherTitle(rows []shownRow, at place) bool {
	known := false
	for _, r := range rows {
		if known = known || r.title.table == at.table; sameRow(r.title, at) {
			return r.card < 0
		}
	}
	return !known
}

func sameRow(p, q place) bool { return p.table == q.table && p.line == q.line }

// locateCard finds the fields of one card and notes what is odd.
func (a *asker) locateCard(f *filledForm, rows []shownRow, card int, l *located) (fields, bool) {
	key, title := strings.ToLower(a.cards[card].Card), a.cards[card].Title
	var shown []place
	for _, r := range rows {
		if r.card == card {
			shown = append(shown, r.title)
		}
	}
	named, isNamed := f.fields[data.SurveyAnswerName+key]
	if len(shown) == 0 && (!isNamed || !hasOtherTitle(rows, named)) {
		return fields{}, false // its row is gone
	}
	at := named
	if len(shown) > 0 {
		at = shown[max(0, slices.IndexFunc(shown, func(p place) bool { return sameRow(p, named) }))]
	}
	moved := isNamed && !sameRow(at, named)
	if moved {
		l.moved = append(l.moved, title)
	}
	if len(shown) == 0 || onlyLetters(f.at(at).text) != onlyLetters(title) || !a.stated(f, at, card) {
		l.changed = append(l.changed, title)
	}
	found, whole := f.fieldsIn(key, at, len(shown) > 0)
	if !whole && !moved {
		l.lost++
	}
	if slices.ContainsFunc(shown, func(other place) bool { return f.filledOtherwise(other, found) }) {
		l.twice = append(l.twice, title)
	}
	return found, true
}

// fieldsIn are the fields of a row: by the names that lie in it, else by their columns
// beside the title. The second result says whether all have their names.
func (f *filledForm) fieldsIn(key string, row place, titled bool) (fields, bool) {
	whole := true
	field := func(name string, otherwise place) place {
		if at, there := f.fields[name+key]; there && sameRow(at, row) && key != "" {
			return at
		}
		whole = false
		return otherwise
	}
	beside := func(p place, columns int) place { return place{p.table, p.line, p.column + columns} }
	answer := row
	if titled {
		answer = beside(row, answerBeside)
	}
	var out fields
	out.answer = field(data.SurveyAnswerName, answer)
	out.direction = field(data.SurveyDirectionName, beside(out.answer, directionBeside-answerBeside))
	out.comment = field(data.SurveyCommentName, beside(out.answer, commentBeside-answerBeside))
	return out, whole
}

// filledOtherwise reports whether something stands in a row of the same card that does not
// stand in the fields that were found.
func (f *filledForm) filledOtherwise(row place, found fields) bool {
	theirs, _ := f.fieldsIn("", row, true)
	differs := func(p, q place) bool { return !sameRow(p, q) && f.at(p) != (cell{}) && f.at(p) != f.at(q) }
	return differs(theirs.answer, found.answer) || differs(theirs.direction, found.direction) || differs(theirs.comment, found.comment)
}

// oddities word what is odd about where the answers were found. Coded says whether the
// name that tells the round is left.
func (l *located) oddities(coded bool, code string) []data.Phrase {
	var out []data.Phrase
	all := len(l.fields)
	switch {
	case !coded && l.lost == all:
		out = append(out, data.Say("It lost the hidden names by which a form is known; its answers were found by the code %s, the numbers and the titles on its sheets.", code))
	case !coded:
		out = append(out, data.Say("It lost the hidden name that tells its round; it was known by the code %s on its sheets.", code))
	}
	if l.lost > 0 && (coded || l.lost < all) {
		out = append(out, data.SayCount(l.lost, "It lost hidden names of %d card; its answers were found by the numbers and titles on its sheet.",
			"It lost hidden names of %d cards; their answers were found by the numbers and titles on its sheet."))
	}
	if n := len(l.moved); n > 0 {
		out = append(out, data.SayCount(n, "%d card stands in another row than in the form, “%s” for one; what counts is the row that shows its title.",
			"%d cards stand in other rows than in the form, “%s” for one; what counts is the row that shows their title.", l.moved[0]))
	}
	if n := len(l.changed); n > 0 {
		out = append(out, data.SayCount(n, "%d card reads otherwise on its sheet than in this round: “%s”.",
			"%d cards read otherwise on its sheet than in this round, “%s” for one.", l.changed[0]))
	}
	if n := len(l.twice); n > 0 {
		out = append(out, data.SayCount(n, "%d card is answered on two sheets in different ways, “%s”; the first counts.",
			"%d cards are answered on two sheets in different ways, “%s” for one; the first counts.", l.twice[0]))
	}
	return out
}
