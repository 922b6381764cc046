package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"copleader/data"
)

// Columns of a row of the form, counted from the one with the card's title
// (data/README.md, Survey workbooks).
const (
	lowBeside = iota + 1
	highBeside
	answerBeside
	directionBeside
	commentBeside
)

// shownRow is a row of the form as people see it: the place of its title, and the card
// that it shows, by its place in the round; -1 for a card that is not in it.
type shownRow struct {
	title place
	card  int
}

// asker knows the cards of a round as a sheet shows them.
type asker struct {
	cards  []data.CardVersion
	titles map[string][]int // cards by their title, only its letters
	low    []string         // the statements of each card, only their letters
	high   []string
}

func newAsker(cards []data.CardVersion) *asker {
	a := &asker{cards: cards, titles: map[string][]int{}}
	for i := range cards {
		title := onlyLetters(cards[i].Title)
		a.titles[title] = append(a.titles[title], i)
		a.low = append(a.low, onlyLetters(cards[i].Low))
		a.high = append(a.high, onlyLetters(cards[i].High))
	}
	return a
}

// onlyLetters are the letters and digits of a text, folded: programs mend spaces, quotes
// and dashes on the way.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, data.Fold(s))
}

// shown finds the rows of cards on all sheets. Where no name is left to say that a sheet
// is a form, its heading has to.
func (a *asker) shown(f *filledForm) []shownRow {
	named := map[int]bool{}
	for _, at := range f.fields {
		named[at.table] = true
	}
	var all []shownRow
	for table := range f.tables {
		rows := a.shownIn(f, table)
		if len(rows) > 0 && (named[table] || a.headed(f, rows)) {
			all = append(all, rows...)
		}
	}
	return all
}

// shownIn finds the rows of cards on one sheet. The titles stand in the column that has
// most of them: a comment may be the title of a card as well.
func (a *asker) shownIn(f *filledForm, table int) []shownRow {
	inColumn, best := map[int]int{}, 0
	for _, row := range f.tables[table].Rows {
		for i, text := range row.Cells {
			if text != "" && len(a.titles[onlyLetters(text)]) > 0 {
				inColumn[i+1]++
			}
		}
	}
	for column, n := range inColumn {
		if n > inColumn[best] || n == inColumn[best] && column < best {
			best = column
		}
	}
	if best == 0 {
		return nil
	}
	var rows []shownRow
	for _, row := range f.tables[table].Rows {
		r := shownRow{title: place{table, row.Line, best}}
		if r.card = a.cardOf(f, r.title); r.card >= 0 || f.number(r.title) > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

// number is what stands before a title.
func (f *filledForm) number(title place) int {
	n, err := strconv.Atoi(f.beside(title, -1).text)
	if err != nil || f.at(title).text == "" {
		return 0
	}
	return n
}

// beside is a cell of the same row.
func (f *filledForm) beside(p place, columns int) cell {
	p.column += columns
	return f.at(p)
}

// cardOf is the card whose title stands there, of several with that title the one with
// the number; else the one with number and statements.
func (a *asker) cardOf(f *filledForm, title place) int {
	cards, n := a.titles[onlyLetters(f.at(title).text)], f.number(title)-1
	switch {
	case f.at(title).text == "":
	case len(cards) == 1, len(cards) > 1 && !slices.Contains(cards, n):
		return cards[0]
	case len(cards) > 1:
		return n
	case n >= 0 && n < len(a.cards) && a.stated(f, title, n):
		return n
	}
	return -1
}

// stated reports whether both statements of a card stand beside a title.
func (a *asker) stated(f *filledForm, title place, card int) bool {
	return onlyLetters(f.beside(title, lowBeside).text) == a.low[card] && onlyLetters(f.beside(title, highBeside).text) == a.high[card]
}

// headed reports whether rows stand under the heading of a form, which says how long a
// comment may be; or else have the shape of its rows, with nothing beyond. Other lists of
// the same cards have figures beside them.
func (a *asker) headed(f *filledForm, rows []shownRow) bool {
	first := rows[0].title
	for line := first.line - 1; line > 0 && line >= first.line-3; line-- {
		heading := f.at(place{first.table, line, first.column + commentBeside}).text
		if strings.Contains(heading, strconv.Itoa(data.SurveyCommentMax)) {
			return true
		}
	}
	for _, r := range rows {
		if r.card < 0 || !a.stated(f, r.title, r.card) || len(f.lines[r.title.table][r.title.line]) >= r.title.column+commentBeside+1 {
			return false
		}
	}
	return true
}

// nextBelow is the cell for what to do next: beside its question, in the first row below
// the cards. Its line is 0 where there is none.
func (f *filledForm) nextBelow(rows []shownRow, table int) (below place) {
	last := place{}
	for _, r := range rows {
		if r.title.table == table && r.title.line > last.line {
			last = r.title
		}
	}
	for _, row := range f.tables[table].Rows {
		question := place{table, row.Line, last.column}
		if last.line > 0 && row.Line > last.line && below.line == 0 && f.at(question).text != "" {
			below = place{table, row.Line, last.column + lowBeside}
		}
	}
	return below
}

// tells reports whether a code stands as a word in what nobody fills in: on sheets
// without cards, and above the cards.
func (f *filledForm) tells(code string, rows []shownRow) bool {
	first := map[int]int{}
	for _, r := range rows {
		if line, there := first[r.title.table]; !there || r.title.line < line {
			first[r.title.table] = r.title.line
		}
	}
	code = data.Fold(code)
	for i := range f.tables {
		for _, row := range f.tables[i].Rows {
			if line, there := first[i]; there && row.Line >= line {
				continue
			}
			for _, text := range row.Cells {
				if asWord(data.Fold(text), code) {
					return true
				}
			}
		}
	}
	return false
}

// asWord reports whether a word stands in a text, not as a part of a longer one.
func asWord(text, word string) bool {
	within := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' }
	for word != "" {
		at := strings.Index(text, word)
		if at < 0 {
			return false
		}
		before, after := []rune(text[:at]), []rune(text[at+len(word):])
		if (len(before) == 0 || !within(before[len(before)-1])) && (len(after) == 0 || !within(after[0])) {
			return true
		}
		text = text[at+len(word):]
	}
	return false
}
