package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// Keys that a column may have beside those of fields: parts of one, and what only
// attendance lists have.
const (
	KeyGivenName  = "givenName" // parts of name, in the order in which they stand there
	KeyMiddleName = "middleName"
	KeySurname    = "surname"
	KeyActive     = "active" // whether somebody is still there, or has said yes
	KeyEnd        = "end"    // the time at which an event ends, or day and time
	KeyEndOn      = "endOn"  // the day on which an event ends
	KeyAllDay     = "allDay"
	KeyOwner      = "owner" // of an item, by name
	KeyJoinedAt   = "joinedAt"
	KeyLeftAt     = "leftAt"
	KeyDuration   = "duration"
	KeyRole       = "role"
)

// besides are what columns may hold beside fields.
var besides = map[What][]data.Choice{
	People: {{Word: KeyGivenName, Label: data.Say("Given name")}, {Word: KeyMiddleName, Label: data.Say("Middle name")},
		{Word: KeySurname, Label: data.Say("Surname")}, {Word: KeyActive, Label: data.Say("Whether they are there")}},
	Events: {{Word: KeyEnd, Label: data.Say("Ends at")}, {Word: KeyEndOn, Label: data.Say("Last day")},
		{Word: KeyAllDay, Label: data.Say("Whole day")}},
	Items: {{Word: KeyOwner, Label: data.Say("Owner")}},
	Attendance: {{Word: "name", Label: data.Say("Name")}, {Word: KeyGivenName, Label: data.Say("Given name")},
		{Word: KeySurname, Label: data.Say("Surname")}, {Word: "email", Label: data.Say("E-mail")},
		{Word: KeyJoinedAt, Label: data.Say("Came at")}, {Word: KeyLeftAt, Label: data.Say("Left at")},
		{Word: KeyDuration, Label: data.Say("How long")}, {Word: KeyRole, Label: data.Say("Part in the meeting")},
		{Word: keyAction, Label: data.Say("Joined or left")}, {Word: keyAt, Label: data.Say("When that was")},
		{Word: keyAttended, Label: data.Say("Whether they came")}, {Word: keyWaiting, Label: data.Say("Was in the waiting room")}},
}

// FieldsOf lists what a column may hold, by its key, in the order in which it is offered.
func FieldsOf(what What) []data.Choice {
	var fields []data.Choice
	switch what {
	case People:
		fields = choicesOf(data.MemberFields)
	case Events:
		fields = choicesOf(data.EventFields)
	case Items:
		fields = choicesOf(data.ItemFields)
	}
	for _, beside := range besides[what] {
		at := len(fields)
		if what == People {
			// Parts of the name stand behind it.
			at = slices.IndexFunc(fields, func(c data.Choice) bool { return c.Word == "sortAs" })
		}
		fields = slices.Insert(fields, at, beside)
	}
	return fields
}

// choicesOf are the fields of a row that a file can fill: those that a person sees,
// but for references, which name rows of our own file.
func choicesOf[T any](fields data.Fields[T]) []data.Choice {
	var choices []data.Choice
	for i := range fields {
		f := &fields[i]
		if f.Input != data.InputNone && f.Input != data.InputLink && !f.Label.IsZero() {
			choices = append(choices, data.Choice{Word: f.Key, Label: f.Label})
		}
	}
	return choices
}

// headingKeys gives the key for each heading that is understood, written as headingWord writes it.
var headingKeys = map[What]map[string]string{
	People:     headingsOf(data.MemberFields, peopleHeadings),
	Events:     headingsOf(data.EventFields, eventHeadings),
	Items:      headingsOf(data.ItemFields, itemHeadings),
	Attendance: headingsOf(data.Fields[data.Attendance]{}, attendanceHeadings),
}

// headingsOf joins the labels of a row's own fields to what other programs call them.
func headingsOf[T any](fields data.Fields[T], others map[string]string) map[string]string {
	keys := map[string]string{}
	for key, words := range others {
		for word := range strings.FieldsSeq(words) {
			keys[word] = key
		}
	}
	for i := range fields {
		f := &fields[i]
		if f.Input == data.InputNone || f.Input == data.InputLink || f.Label.IsZero() {
			continue
		}
		for _, word := range []string{f.Key, f.Column(), f.Label.Key, f.Heading().Key} {
			keys[headingWord(word)] = f.Key
		}
	}
	return keys
}

var inBrackets = regexp.MustCompile(`[(\[{][^)\]}]*[)\]}]`)

// headingWord is what is compared of a heading: its letters and digits, folded.
func headingWord(heading string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, data.Fold(heading))
}

// keyOf is the key for a heading, "" for none; what stands in brackets counts only
// where it makes a difference.
func keyOf(heading string, keys map[string]string) string {
	if heading == "" || len(heading) > 200 {
		return ""
	}
	if key := keys[headingWord(heading)]; key != "" {
		return key
	}
	return keys[headingWord(inBrackets.ReplaceAllString(heading, " "))]
}

// headWithin is how many rows a title and the like may take before the headings.
const headWithin = 40

// headOf finds the row of the headings and what they stand for, -1 for none. Among
// the first rows it is the one in which most cells are understood.
func headOf(t *Table, what What) (head int, keys []string) {
	head, most := -1, 0
	for i := range t.Rows[:min(len(t.Rows), headWithin)] {
		found, known := keysIn(t.Rows[i].Cells, headingKeys[what])
		// A title line that happens to hold one such word stands alone in its row.
		if known > most && (known > 1 || i == 0 || len(found) == widthOf(t)) {
			head, keys, most = i, found, known
		}
	}
	if head < 0 && what == People && asksQuestions(t) {
		head = 0
	}
	return head, keys
}

// asksQuestions reports whether the first row holds questions, as over the answers to a form: "What is your name?".
func asksQuestions(t *Table) bool {
	if len(t.Rows) < 2 {
		return false
	}
	asks := false
	for at, cell := range t.Rows[0].Cells {
		word := data.Fold(cell)
		if data.IsEmail(cell) {
			return false
		}
		below := lookAt(t, at, 1)
		asks = asks || strings.HasSuffix(cell, "?") && widthOf(t) > 1 || below.emails > 0 && 2*below.emails > below.filled && strings.Contains(word, "mail")
	}
	return asks
}

// keysIn are the keys of the cells of a row, and how many different ones they are.
func keysIn(cells []string, known map[string]string) (keys []string, different int) {
	keys = make([]string, len(cells))
	seen := map[string]bool{}
	for i, cell := range cells {
		if keys[i] = keyOf(cell, known); keys[i] != "" {
			seen[keys[i]] = true
		}
	}
	return keys, len(seen)
}

func widthOf(t *Table) int {
	width := 0
	for _, row := range t.Rows {
		width = max(width, len(row.Cells))
	}
	return width
}

// GuessColumns says what the columns hold, by their headings and, where there are
// none, by what stands in them (data/README.md, What comes in).
func GuessColumns(t *Table, what What) Columns {
	if what == Attendance && t.listHead() >= 0 {
		return listColumns(t)
	}
	c := Columns{Head: -1, Keys: make([]string, widthOf(t))}
	head, keys := headOf(t, what)
	c.Head = head
	copy(c.Keys, keys)
	look := looksOf(t, c.Head+1)
	for i := range look {
		look[i].account = c.accountRank(t, i) > 0
		look[i].namely = c.Head >= 0 && asksForName.MatchString(data.Fold(t.Rows[c.Head].cell(i)))
	}
	c.keepFullest(look)
	switch what {
	case Attendance:
		c.guessWhoCame(t)
	case People:
		c.guessPeople(look)
	case Events:
		c.guessFirst("on", look, func(l columnLook) bool { return l.days > l.filled/2 })
		if c.Head < 0 {
			c.guessFirst("start", look, func(l columnLook) bool { return 2*l.count(isClock) > l.filled })
			c.guessFirst("title", look, func(l columnLook) bool { return 2*l.texts > l.filled })
			c.guessFirst("place", look, func(l columnLook) bool { return 2*l.texts > l.filled })
		}
	case Items:
		c.guessItems(t, look)
	}
	return c
}

// columnLook is what stands in a column, counted over its first rows.
type columnLook struct {
	filled, emails, days, texts, words int // words: texts of one word
	cells                              []string
	account                            bool // names of accounts
	namely                             bool // the heading asks for a name, in words of its own
}

// asksForName is a heading such as "What is your name?", folded.
var asksForName = regexp.MustCompile(`\b(?:names?|namen|nom|noms|nombres?|heisst|heissen)\b`)

// accountHeadings are over what somebody is called by a program: it counts less than a name or an address, the more the higher.
var accountHeadings = map[string]int{"displayname": 1, "anzeigename": 1, "username": 2, "benutzername": 2, "user": 2, "userprincipalname": 2, "upn": 2}

// accountRank is how far a column stands back as one of names of accounts; 0 for any other.
func (c *Columns) accountRank(t *Table, column int) int {
	if c.Head < 0 || c.Head >= len(t.Rows) {
		return 0
	}
	return accountHeadings[headingWord(t.Rows[c.Head].cell(column))]
}

// weight is how much a column counts among those with the same meaning.
func (l *columnLook) weight() int {
	if l.account {
		return l.filled / 2
	}
	return l.filled
}

// lookedAt is how many rows are looked at to learn what a column holds.
const lookedAt = 200

func looksOf(t *Table, from int) []columnLook {
	looks := make([]columnLook, widthOf(t))
	for _, row := range t.Rows[from:min(len(t.Rows), from+lookedAt)] {
		for i, cell := range row.Cells {
			looks[i].cells = append(looks[i].cells, cell)
		}
		for i := len(row.Cells); i < len(looks); i++ {
			looks[i].cells = append(looks[i].cells, "")
		}
	}
	for i := range looks {
		looks[i].read()
	}
	return looks
}

// lookAt is what stands in one column, counted over its first rows.
func lookAt(t *Table, column, from int) *columnLook {
	first := Table{Rows: t.Rows[:min(len(t.Rows), from+lookedAt)]}
	l := &columnLook{cells: first.column(column, from)}
	l.read()
	return l
}

// read counts what stands in the cells.
func (l *columnLook) read() {
	day := dayReader(l.cells)
	for _, cell := range l.cells {
		if cell == "" {
			continue
		}
		l.filled++
		_, isDay := day(cell)
		switch {
		case data.IsEmail(cell):
			l.emails++
		case isDay && !onlyDigits.MatchString(cell), isYearless(cell):
			l.days++
		case strings.ContainsFunc(cell, unicode.IsLetter):
			l.texts++
			if !strings.ContainsAny(cell, " ,") {
				l.words++
			}
		}
	}
}

// keepFullest leaves a key to one column only, where several have it: the one in
// which most stands, of equals the first. Names of accounts count half; they step in for names and addresses that are
// missing, and the other way round.
func (c *Columns) keepFullest(look []columnLook) {
	best := map[string]int{}
	for i, key := range c.Keys {
		if at, taken := best[key]; key != "" && (!taken || look[i].weight() > look[at].weight()) {
			best[key] = i
		}
	}
	for i, key := range c.Keys {
		stepsIn := (key == "name" || key == "email") && look[i].account != look[max(best[key], 0)].account
		if key != "" && best[key] != i && !stepsIn {
			c.Keys[i] = ""
		}
	}
}

func (c *Columns) has(key string) bool { return slices.Contains(c.Keys, key) }

// guessFirst gives the key, where no heading has it, to the first column that looks
// like it.
func (c *Columns) guessFirst(key string, look []columnLook, like func(columnLook) bool) {
	for i := range c.Keys {
		if c.has(key) {
			return
		}
		if c.Keys[i] == "" && look[i].filled > 0 && like(look[i]) {
			c.Keys[i] = key
		}
	}
}

// guessItems tells without headings what stands in the columns of items. What fits nothing else tells more of them.
func (c *Columns) guessItems(t *Table, look []columnLook) {
	if c.Head < 0 {
		c.guessFirst("title", look, func(l columnLook) bool { return 2*l.texts > l.filled && 2*l.count(isColumn) <= l.filled })
		c.guessFirst("column", look, func(l columnLook) bool { return 2*l.count(isColumn) > l.filled })
		c.guessFirst("due", look, func(l columnLook) bool { return 2*l.days > l.filled })
		c.guessFirst("links", look, func(l columnLook) bool { return 2*l.count(isLink) > l.filled })
	}
	for i := range c.Keys {
		if c.Keys[i] == "" && look[i].filled > 0 && c.has("title") && c.tellsMore(t, i) {
			c.Keys[i] = "description"
		}
	}
}

// tellsMore reports whether a column of items has no heading, or one of a description; there may be several.
func (c *Columns) tellsMore(t *Table, column int) bool {
	if c.Head < 0 {
		return true
	}
	heading := t.Rows[c.Head].cell(column)
	return heading == "" || keyOf(heading, headingKeys[Items]) == "description"
}

func isColumn(cell string) bool {
	_, is := columnOf(cell)
	return is
}

// different is how many different texts stand in the column.
func (l *columnLook) different() int {
	seen := map[string]bool{"": true}
	for _, cell := range l.cells {
		seen[cell] = true
	}
	return len(seen) - 1
}

// count is in how many cells of the column something holds.
func (l *columnLook) count(holds func(cell string) bool) int {
	n := 0
	for _, cell := range l.cells {
		if cell != "" && holds(cell) {
			n++
		}
	}
	return n
}

func (c *Columns) guessPeople(look []columnLook) {
	c.guessFirst("email", look, func(l columnLook) bool { return 2*l.emails > l.filled })
	c.halfNames()
	if c.has("name") || c.has(KeySurname) || c.has(KeyGivenName) {
		return
	}
	if c.Head >= 0 {
		c.guessFirst("name", look, func(l columnLook) bool { return l.namely && 2*l.texts > l.filled })
		return
	}
	if !c.guessHalves(look) {
		c.guessFirst("name", look, func(l columnLook) bool { return 2*l.texts > l.filled })
		c.unitBehind(look)
	}
}

// guessHalves takes two columns of single words side by side, where there are addresses too, for the two halves of names.
func (c *Columns) guessHalves(look []columnLook) bool {
	single := func(i int) bool {
		return i < len(look) && c.Keys[i] == "" && look[i].filled > 0 && 4*look[i].words >= 3*look[i].filled
	}
	for i := range look {
		if single(i) && single(i+1) && c.has("email") {
			c.Keys[i], c.Keys[i+1] = KeyGivenName, KeySurname
			if surnamesFirst(look[i].cells, look[slices.Index(c.Keys, "email")].cells) {
				c.Keys[i], c.Keys[i+1] = KeySurname, KeyGivenName
			}
			return true
		}
		if c.Keys[i] == "" && 2*look[i].texts > look[i].filled {
			return false
		}
	}
	return false
}

// unitBehind takes what stands behind names and addresses, where nothing else does, for units.
func (c *Columns) unitBehind(look []columnLook) {
	if slices.Equal(c.Keys, []string{"name", "email", ""}) && 2*look[2].texts > look[2].filled {
		c.Keys[2] = "unit"
	}
}

// surnamesFirst reports whether the words stand behind a sign rather than before it
// in the addresses, as in ada.lovelace@….
func surnamesFirst(words, emails []string) bool {
	before, behind := 0, 0
	for i, word := range words {
		local, _, _ := strings.Cut(data.Fold(emails[i]), "@")
		word = data.Fold(word)
		switch {
		case word == "" || local == word:
		case strings.HasPrefix(local, word):
			before++
		case strings.HasSuffix(local, word):
			behind++
		}
	}
	return behind > before
}

// halfNames mends a name that stands beside one half of itself: "Name" beside
// "Vorname" is the surname, "Nombre" beside "Apellidos" the given name.
func (c *Columns) halfNames() {
	at := slices.Index(c.Keys, "name")
	given, surname := c.has(KeyGivenName), c.has(KeySurname)
	switch {
	case at < 0 || given == surname:
	case given:
		c.Keys[at] = KeySurname
	default:
		c.Keys[at] = KeyGivenName
	}
}
