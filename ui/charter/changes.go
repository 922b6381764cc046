package charter

import (
	"slices"
	"strings"

	"copleader/data"
)

// Versions is what there is to say of the versions agreed.
type Versions struct {
	List []Version // the latest first
	// Title and Sentence head the card: "Version 2", "agreed 21 weeks ago by core team".
	Title, Sentence string
	// Since tells what changed since the last one, Review when it is looked at again.
	Since, Review string
	ReviewDue     bool
	// Changed is false only when a version is agreed and the charter still says the same.
	Changed bool
}

// Version is one version that was agreed.
type Version struct {
	ID    int64
	Title string
	When  string
	Note  string
	// Compares tells that its text was kept.
	Compares bool
}

// Change is one line that is in one text only.
type Change struct {
	Under string // the heading it stands under, "" where the one before stands under the same
	Added bool   // else taken away
	Text  string
	apart bool // lines that stayed lie between it and the one before
}

func (v *View) versions() {
	list := slices.Clone(v.snapshot.Versions)
	slices.SortStableFunc(list, func(a, b data.CharterVersion) int { return b.Version - a.Version })
	for _, c := range list {
		v.Versions.List = append(v.Versions.List, Version{ID: c.ID, Title: v.say.Text("Version %d", c.Version),
			When: v.agreed(c), Note: c.Note, Compares: c.Text != ""})
	}
	v.sinceLast(list)
	v.review()
}

func (v *View) agreed(c data.CharterVersion) string {
	ago := v.say.Ago(v.today.Sub(c.AgreedOn))
	if c.AgreedBy == "" {
		return v.say.Text("agreed %s", ago)
	}
	return v.say.Text("agreed %s by %s", ago, c.AgreedBy)
}

func (v *View) sinceLast(list []data.CharterVersion) {
	s := &v.Versions
	if len(list) == 0 {
		s.Title, s.Changed = v.say.Text("Not agreed yet"), true
		s.Since = v.say.Text("When you have talked it through together, agree it: the charter as it stands is then kept as version 1.")
		return
	}
	last := list[0]
	s.Title, s.Sentence = v.say.Text("Version %d", last.Version), v.agreed(last)
	if last.Text == "" {
		s.Changed = true
		s.Since = v.say.Text("Its text was not kept, so what changed since can't be shown.")
		return
	}
	n := countChanges(changes(last.Text, charterText(v.snapshot, v.say)))
	s.Changed = n > 0
	s.Since = v.say.Count(n, "%d line changed since.", "%d lines changed since.")
	if n == 0 {
		s.Since = v.say.Text("Nothing changed since.")
	}
}

func (v *View) review() {
	s := &v.Versions
	switch days := v.Community.ReviewOn.Sub(v.today); {
	case v.Community.ReviewOn == 0:
	case days < 0:
		s.Review, s.ReviewDue = v.say.Text("The review was due %s.", v.say.Ago(-days)), true
	default:
		s.Review = v.say.Text("Review due %s.", v.say.Ago(-days))
	}
}

// ChangesSince tells what is different now from a version that was agreed.
func (v *View) ChangesSince(id int64) []Change {
	for _, c := range v.snapshot.Versions {
		if c.ID == id && c.Text != "" {
			return changes(c.Text, charterText(v.snapshot, v.say))
		}
	}
	return nil
}

// TextOf is the charter as it was agreed in a version, "" if it was not kept.
func (v *View) TextOf(id int64) string {
	for _, c := range v.snapshot.Versions {
		if c.ID == id {
			return c.Text
		}
	}
	return ""
}

// countChanges counts a line reworded, taken away and added again, once.
func countChanges(all []Change) int {
	n, added, removed := 0, 0, 0
	flush := func() {
		n += max(added, removed)
		added, removed = 0, 0
	}
	for _, c := range all {
		if c.apart || (!c.Added && added > 0) {
			flush()
		}
		if c.Added {
			added++
		} else {
			removed++
		}
	}
	flush()
	return n
}

// tooLong is the number of pairs of lines above which texts aren't compared line
// by line: only a file made by another hand holds such a text.
const tooLong = 4_000_000

// changes compares two texts line by line, by their longest common part.
func changes(before, after string) []Change {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	d := differ{before: placed(a), after: placed(b)}
	common := [][]int32{}
	rest, restNew := len(a)-start, len(b)-start
	if rest*restNew <= tooLong {
		common = commonLengths(a[start:], b[start:])
	}
	i, j := 0, 0
	for i < rest || j < restNew {
		switch {
		case i < rest && j < restNew && a[start+i] == b[start+j]:
			i, j, d.apart = i+1, j+1, true
		case i < rest && (j >= restNew || len(common) == 0 || common[i+1][j] >= common[i][j+1]):
			d.tell(false, d.before[start+i])
			i++
		default:
			d.tell(true, d.after[start+j])
			j++
		}
	}
	return d.found
}

// differ gathers changes with the heading above them.
type differ struct {
	before, after []placedLine
	last          string
	apart         bool
	found         []Change
}

// placedLine is a line of a charter's text with the heading it stands under.
type placedLine struct {
	text, under string
	heading     bool // is one itself
}

// tell adds a change. A heading that comes or goes with its entries is said by them.
func (d *differ) tell(added bool, line placedLine) {
	if line.text == "" || line.heading {
		return
	}
	c := Change{Added: added, Text: strings.TrimPrefix(line.text, bullet), apart: d.apart}
	d.apart = false
	if line.under != d.last || len(d.found) == 0 {
		c.Under, d.last = line.under, line.under
	}
	d.found = append(d.found, c)
}

// placed finds the heading of each line: that of its list for an entry, that of
// its section else.
func placed(lines []string) []placedLine {
	out := make([]placedLine, len(lines))
	section, list := "", ""
	for i, l := range lines {
		p := placedLine{text: l, under: section}
		switch {
		case strings.HasPrefix(l, bullet):
			p.under = list
		case i+1 < len(lines) && strings.HasPrefix(lines[i+1], bullet):
			list, p.heading = strings.TrimSuffix(l, ":"), true
		case i == 0 || lines[i-1] == "":
			section, p.heading = l, true
		}
		out[i] = p
	}
	return out
}

// commonLengths holds for each pair of places how many lines the rests have in common.
func commonLengths(a, b []string) [][]int32 {
	rows := make([][]int32, len(a)+1)
	for i := range rows {
		rows[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			rows[i][j] = max(rows[i+1][j], rows[i][j+1])
			if a[i] == b[j] {
				rows[i][j] = rows[i+1][j+1] + 1
			}
		}
	}
	return rows
}
