package exchange

import (
	"regexp"
	"slices"
	"strings"

	"copleader/data"
)

var (
	itemMark = regexp.MustCompile(`^(?:[-*+•·–—‣▪◦]\s+|\(?\d{1,3}[.)]\s+)?(\[[ xX]?\]|\( ?\)|\([xX]\)|☐|☑|☒|✓|✔|✅|✗|✘|❌|⬜)?\s*`)
	deeper   = regexp.MustCompile(`^([*]{2,6}|-{2,6})\s+`) // as wikis write a list within another
	boxes    = regexp.MustCompile(`(?m)^([ \t]*)(?:[-*+•]\s+)?\[([ xX]?)\]\s*`)
	topic    = regexp.MustCompile(`^#{1,6}\s+`)
)

// unmarked gives how an entry of a list is read: without the signs before it, and whether it is ticked. Numbers are signs only
// where they stand before all: "2. Treffen" is a name by itself.
func unmarked(entries []string) func(string) (bare string, done bool) {
	numbered, filled := 0, 0
	for _, entry := range entries {
		if entry != "" {
			filled++
		}
		if m := itemMark.FindString(entry); strings.ContainsAny(m, "0123456789") {
			numbered++
		}
	}
	return func(entry string) (string, bool) {
		m := itemMark.FindStringSubmatch(entry)
		if strings.ContainsAny(m[0], "0123456789") && (numbered < filled || filled < 2) {
			return entry, false
		}
		return entry[len(m[0]):], isTicked(m[1])
	}
}

// PastedItems reads items of the backlog out of a pasted text: a piece of a spreadsheet, or one item a line, with or
// without marks before it; what is ticked is done, and lines that stand further in tell more of the item above.
func PastedItems(text string) []Item {
	items, _ := pastedItems(text)
	return items
}

// pastedItems also gives the lines of the text that are no items.
func pastedItems(text string) ([]Item, []Passed) {
	if len(text) > maxContent {
		return nil, nil
	}
	if t, is := pastedBoard(text); is {
		c := GuessColumns(&t, Items)
		items := ItemsIn(&t, c)
		return items, notTaken(&t, c, items)
	}
	l := readList(plainLines(text))
	items := make([]Item, 0, len(l.entries))
	for _, e := range l.entries {
		items = append(items, l.item(e))
	}
	return items, l.passed
}

// pastedBoard takes a text for a table of items: with headings over its columns, or with as many columns in each line.
func pastedBoard(text string) (Table, bool) {
	t := PastedTable(plainLines(text))
	if widthOf(&t) < 2 {
		return t, false
	}
	if lists, is := asLists(&t); is {
		return lists, true
	}
	c := GuessColumns(&t, Items)
	if head, keys := headOf(&t, Items); head >= 0 {
		_, known := keysIn(t.Rows[head].Cells, headingKeys[Items])
		return t, slices.Contains(keys, "title") && (known > 1 || head == 0 && !slices.ContainsFunc(t.Rows[head].Cells, isColumn))
	}
	return t, strings.Contains(text, "\t") && len(t.Rows) > 1 && evenRows(&t) && c.has("title")
}

// entry is one item of a pasted list.
type entry struct {
	line   int
	title  string
	beside []string // what stands behind tabs in its line
	more   string   // the lines that stand further in
	done   bool
	under  string // the heading above
}

// list is a pasted list, read line by line.
type list struct {
	entries []entry
	passed  []Passed
	topics  []Passed   // the headings that are no columns of the board
	days    dayWriting // of what stands behind tabs
	ended   bool       // the end of the message has been read
}

// listLine is a line of a list.
type listLine struct {
	line   int
	text   string // without the blanks at its end
	bare   string // without those before it either
	deep   int    // how far it stands in, in letters
	marked bool   // with a sign of a list before it
	named  bool   // the number before it belongs to it
	gap    bool   // with an empty line before it
}

// readList reads a list, one item a line. A line over others that bear signs is a heading.
func readList(text string) *list {
	lines := listLines(text)
	l := &list{}
	if len(lines) > maxRows {
		return l // far more than anybody can mean to paste
	}
	var beside []string
	for i := range lines {
		beside = append(beside, strings.Split(lines[i].bare, "\t")[1:]...)
	}
	l.days = writingOf(beside)
	under, base := "", -1
	for i := range lines {
		at := &lines[i]
		if base < 0 || at.deep < base {
			base = at.deep
		}
		switch {
		case isRuler(at.bare):
		case l.isTalk(lines, i):
			l.passed = append(l.passed, Passed{at.line, at.bare})
		case isListHeading(lines, i):
			under, base = l.heading(at), -1
		case at.deep > base+1 && len(l.entries) > 0:
			l.entries[len(l.entries)-1].more += at.text + "\n"
		default:
			l.add(at, under)
		}
	}
	if len(l.topics) == 1 {
		l.passed = append(l.passed, l.topics...) // of several, each stands with its items
		slices.SortFunc(l.passed, func(a, b Passed) int { return a.Line - b.Line })
	}
	return l
}

func listLines(text string) []listLine {
	var lines []listLine
	n, gap := 0, false
	for line := range strings.SplitSeq(text, "\n") {
		n++
		at := listLine{line: n, text: strings.TrimRight(line, " \t"), bare: strings.TrimSpace(line)}
		if at.bare == "" {
			gap = true
			continue
		}
		before := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		at.deep, at.gap, gap = len(strings.ReplaceAll(before, "\t", "    ")), gap, false
		if m := deeper.FindStringSubmatch(at.bare); m != nil {
			at.deep += 2 * (len(m[1]) - 1)
			at.bare = "- " + at.bare[len(m[0]):]
			at.text = strings.Repeat(" ", at.deep) + at.bare
		}
		at.marked = itemMark.FindString(at.bare) != ""
		lines = append(lines, at)
	}
	unnumber(lines)
	return lines
}

// unnumber takes the only number among lines without marks for a part of its line: "2. Treffen" is no second entry without a first.
func unnumber(lines []listLine) {
	last, numbered, marked := -1, 0, 0
	for i := range lines {
		mark := itemMark.FindString(lines[i].bare)
		if mark != "" {
			marked++
		}
		if strings.ContainsAny(mark, "0123456789") {
			last, numbered = i, numbered+1
		}
	}
	if numbered == 1 && 2*marked < len(lines) && !strings.HasPrefix(strings.TrimLeft(lines[last].bare, "("), "1") {
		lines[last].marked, lines[last].named = false, true
	}
}

// isTalk reports whether a line speaks to somebody: at the beginning of a text, or at its end.
func (l *list) isTalk(lines []listLine, i int) bool {
	at := &lines[i]
	switch {
	case at.marked:
		return false
	case len(l.entries) == 0 && withoutGreeting(at.bare) == "":
		return true
	case len(l.entries) > 0 && isClosing(at.bare) && len(lines)-i <= mostBehind+1:
		l.ended = true
	}
	return l.ended
}

// isListHeading reports whether a line stands over those that follow: it is marked as one, names a column of the board or what
// the list holds, or stands unmarked over lines with marks.
func isListHeading(lines []listLine, i int) bool {
	at := &lines[i]
	if i+1 == len(lines) || at.marked || strings.Contains(at.bare, "\t") {
		return false
	}
	next := &lines[i+1]
	if topic.MatchString(at.bare) {
		return true
	}
	name := strings.TrimSuffix(at.bare, ":")
	_, board := columnOf(name)
	switch {
	case next.deep < at.deep:
		return false
	case board, i == 0 && keyOf(name, headingKeys[Items]) == "title":
		return true
	case strings.HasSuffix(at.bare, ":"):
		return next.marked || i == 0
	}
	return next.marked && next.deep <= at.deep+1 && (i == 0 || at.gap) && i+2 < len(lines) && lines[i+2].marked
}

// heading notes a line that stands over others, and gives what it says.
func (l *list) heading(at *listLine) string {
	name := strings.TrimSuffix(topic.ReplaceAllString(at.bare, ""), ":")
	if _, board := columnOf(name); !board && keyOf(name, headingKeys[Items]) != "title" {
		l.topics = append(l.topics, Passed{at.line, at.bare})
	}
	return name
}

// add adds an entry.
func (l *list) add(at *listLine, under string) {
	cells := strings.Split(at.bare, "\t")
	mark := itemMark.FindStringSubmatch(cells[0])
	if at.named {
		mark = []string{"", ""}
	}
	l.entries = append(l.entries, entry{line: at.line, title: cells[0][len(mark[0]):], beside: cells[1:], under: under, done: isTicked(mark[1])})
}

// isTicked reports whether the box before an item is.
func isTicked(box string) bool {
	return box != "" && !strings.Contains("[ ] [] ( ) () ☐ ⬜ ✗ ✘ ❌", box)
}

// item makes an item of an entry. What stands beside it fills the fields that it fits, and tells more of it else.
func (l *list) item(e entry) Item {
	b := Item{Line: e.line}
	var more []string
	for _, cell := range e.beside {
		if cell = strings.TrimSpace(cell); cell != "" && !l.put(&b, cell) {
			more = append(more, cell)
		}
	}
	if _, board := columnOf(e.under); board && !b.gives("column") {
		intoColumn(&b, e.under)
	} else if !board && len(l.topics) > 1 && e.under != "" {
		more = append([]string{e.under}, more...)
	}
	if e.more != "" {
		more = append(more, boxed(outdented(e.more)))
	}
	titled(&b, e.title, strings.Join(more, "\n"))
	if e.done {
		b.Row.Column = data.ColumnDone
		if !b.gives("column") {
			b.give("column")
		}
	}
	b.settle(data.ItemFields, b.Row.Validate, data.Item{}, neededOfItem...)
	return b
}

// put fills a field that shows what it is: a column of the board, the day on which it is due, a link.
func (l *list) put(b *Item, cell string) bool {
	column, isColumn := columnOf(cell)
	day, isDay := l.days.read(cell)
	switch {
	case isColumn && !b.gives("column"):
		b.Row.Column = column
		b.give("column")
	case isDay && !onlyDigits.MatchString(cell) && !b.gives("due"):
		b.Row.Due = day
		b.give("due")
	case isLink(cell) && !strings.Contains(cell, " ") && !b.gives("links"):
		b.Row.Links = data.Lines{cell}
		b.give("links")
	default:
		return false
	}
	return true
}

// boxed writes the boxes of a checklist as signs.
func boxed(text string) string {
	return boxes.ReplaceAllStringFunc(text, func(mark string) string {
		m := boxes.FindStringSubmatch(mark)
		if isTicked("[" + m[2] + "]") {
			return m[1] + "☑ "
		}
		return m[1] + "☐ "
	})
}

// outdented takes away how far all lines stand in.
func outdented(text string) string {
	text = strings.ReplaceAll(text, "\t", "    ")
	least := -1
	for line := range strings.Lines(text) {
		if n := len(line) - len(strings.TrimLeft(line, " ")); least < 0 || n < least {
			least = n
		}
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(line[max(least, 0):])
	}
	return b.String()
}

// asLists takes a table whose headings are all columns of a board, each with its items below it, for a table of those items.
func asLists(t *Table) (Table, bool) {
	if len(t.Rows) < 2 || widthOf(t) < 2 || len(t.Rows[0].Cells) != widthOf(t) || slices.ContainsFunc(t.Rows[0].Cells, func(cell string) bool { return !isColumn(cell) }) {
		return Table{}, false
	}
	heads := t.Rows[0].Cells
	lists := Table{Name: t.Name, Rows: []TableRow{{Line: t.Rows[0].Line, Cells: []string{"title", "column"}}}, Hidden: t.Hidden}
	for column, head := range heads {
		for i := range t.Rows[1:] {
			if cell := t.Rows[1+i].cell(column); cell != "" {
				lists.Rows = append(lists.Rows, TableRow{Line: t.Rows[1+i].Line, Cells: []string{cell, head}})
			}
		}
	}
	return lists, true
}
