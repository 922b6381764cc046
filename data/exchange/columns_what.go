package exchange

import (
	"regexp"

	"copleader/data"
)

// GuessWhat tells by the headings, and by what stands below them, what a table is about. Without any, addresses tell
// people.
func GuessWhat(t *Table) What {
	best, most, others := Unknown, 0, []What{Events, People, Items}
	if at := t.listHead(); at >= 0 && at < headWithin {
		best, others = Attendance, []What{People} // what stands before the list is of an event
		_, most = keysIn(t.Rows[at].Cells, listHeadings)
		if t.saysWhoCame(at) {
			return Attendance // however much else is told of the people
		}
	}
	for _, what := range others {
		head, keys := headOf(t, what)
		c := Columns{Head: head, Keys: keys}
		if n := c.different(); n > 0 && c.enoughFor(what) && n+c.signsOf(what, t) > most {
			best, most = what, n+c.signsOf(what, t)
		}
	}
	if best == Unknown {
		return bareWhat(looksOf(t, 0))
	}
	return best
}

// bareWhat tells without headings what a table is about: addresses tell people; days, and hours or titles beside them, events.
func bareWhat(look []columnLook) What {
	days, clocks, titles := 0, 0, 0
	for i := range look {
		switch l := &look[i]; {
		case l.emails > 0 && 2*l.emails > l.filled:
			return People
		case 2*l.days > l.filled:
			days++
		case 2*l.count(isClock) > l.filled:
			clocks++
		case 2*l.texts > l.filled && 2*l.count(isLikeName) <= l.filled:
			titles++
		}
	}
	if days > 0 && titles > 0 && len(look) > 1 && (clocks > 0 || len(look[0].cells) > 1) {
		return Events
	}
	return Unknown
}

func isClock(cell string) bool {
	_, is := clockIn(cell)
	return is
}

func isStatus(cell string) bool {
	_, is := choiceIn(data.EventFields.Of("status").Choices(), cell)
	return is
}

// signsOf is what the cells below the headings add to, or take from, what a table is taken for: people have names and
// addresses, an event has a title, and what is done with an item is a column of the board.
func (c *Columns) signsOf(what What, t *Table) int {
	signs := 0
	for at, key := range c.Keys {
		if key != "" {
			signs += signOf[what][key].count(lookAt(t, at, c.Head+1))
		}
	}
	return signs
}

// cellSign counts what stands in the column of a key; nil for nothing.
type cellSign func(look *columnLook) int

func (s cellSign) count(look *columnLook) int {
	if s == nil {
		return 0
	}
	return s(look)
}

// signOf tells by kind of table and by key what the cells speak for or against.
var signOf = map[What]map[string]cellSign{
	People: {"email": sign(1, func(l *columnLook) bool { return 2*l.emails > l.filled }), "name": nameSign},
	Items:  {"column": boardSign},
	Events: {"title": sign(-2, func(l *columnLook) bool { return l.filled == 0 }),
		"status": sign(-2, func(l *columnLook) bool { return l.filled > 0 && l.count(isStatus) == 0 })},
}

// sign is a number that counts where something holds.
func sign(n int, holds func(*columnLook) bool) cellSign {
	return func(l *columnLook) int {
		if holds(l) {
			return n
		}
		return 0
	}
}

// nameSign speaks for whole names, and against how many there were.
func nameSign(l *columnLook) int {
	switch {
	case l.filled == 0:
		return 0
	case 2*l.texts < l.filled:
		return -2
	case 4*l.count(isLikeName) >= 3*l.filled:
		return 1
	}
	return 0
}

// boardSign speaks for columns of a board, and against a state that is none.
func boardSign(l *columnLook) int {
	switch n := l.count(isColumn); {
	case n == 0:
		return -1
	case 2*n > l.filled:
		return 1
	}
	return 0
}

var likeName = regexp.MustCompile(`^\p{Lu}[\pL\pM.'’-]*(?: (?:van|von|der|den|de|da|dos|la|di|el|al))*(?: \p{Lu}[\pL\pM.'’-]*){1,3}$`)

// isLikeName reports whether a cell looks like the whole name of somebody.
func isLikeName(cell string) bool { return len(cell) < 80 && likeName.MatchString(cell) }

func (c *Columns) different() int {
	seen := map[string]bool{"": true}
	for _, key := range c.Keys {
		seen[key] = true
	}
	return len(seen) - 1
}

// enoughFor reports whether there is what no such row can do without.
func (c *Columns) enoughFor(what What) bool {
	named := c.has("name") || c.has("email") || c.has(KeySurname) || c.has(KeyGivenName)
	switch what {
	case People:
		return named
	case Events:
		return c.has("title") && c.has("on") || c.has("title") && c.has("start")
	case Items:
		return c.has("title")
	}
	return false
}
