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

// signsOf is what the cells below the headings add to, or take from, what a table is taken for: people have addresses, each one
// of their own; an event has a day.
func (c *Columns) signsOf(what What, t *Table) int {
	signs := 0
	for at, key := range c.Keys {
		look := lookAt(t, at, c.Head+1)
		switch {
		case what == People && key == "email" && 2*look.emails > look.filled:
			signs++
		case what == People && key == "name" && 2*look.texts < look.filled:
			signs -= 2 // how many there were
		case what == People && key == "name" && 4*look.count(isLikeName) >= 3*look.filled && look.filled > 0:
			signs++
		case what == Items && key == "column" && look.count(isColumn) == 0:
			signs--
		case what == Items && key == "column" && 2*look.count(isColumn) > look.filled:
			signs++
		case what == Events && (key == "title" && look.filled == 0 || key == "status" && look.filled > 0 && look.count(isStatus) == 0):
			signs -= 2
		}
	}
	return signs
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
