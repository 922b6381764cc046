package chartertext

import (
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// Bullet begins an entry of a list in the text of a version; data takes
// it away when it reads lines.
const Bullet = "· "

// longest is how long the text of a version may be, in characters.
const longest = 60000

// Lines is the charter as readable lines: one line a field, an entry of a
// list on a line of its own. Versions keep it so that they can be compared.
func Lines(s *data.Snapshot, say *words.Say) string {
	var lines []string
	for _, section := range Of(s, say) {
		lines = append(lines, "", section.Title)
		for _, f := range section.Fields {
			if f.Lines == nil {
				lines = append(lines, say.Text("%s: %s", f.Label, f.Text))
				continue
			}
			lines = append(lines, say.Text("%s:", f.Label))
			for _, l := range f.Lines {
				lines = append(lines, Bullet+l)
			}
		}
	}
	text := data.CleanText(strings.Join(lines, "\n"))
	for data.Length(text) > longest {
		text = text[:strings.LastIndexByte(text[:len(text)*9/10], '\n')]
	}
	return text
}

// Change is one line that stands in one of two texts of a charter only.
type Change struct {
	Under string // the heading it stands under, "" where the one before stands under the same
	Added bool   // else taken away
	Text  string
	apart bool // lines that stayed lie between it and the one before
}

// CountChanges counts a line reworded, taken away and added again, once.
func CountChanges(all []Change) int {
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

// Changes compares two texts line by line, by their longest common part.
func Changes(before, after string) []Change {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	d := differ{before: Places(a), after: Places(b)}
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
	before, after []Line
	last          string
	apart         bool
	found         []Change
}

// Line is a line of a charter's text with the heading it stands under;
// Heading tells that it is one itself.
type Line struct {
	Text, Under string
	Heading     bool
}

// tell adds a change. A heading that comes or goes with its entries is said by them.
func (d *differ) tell(added bool, line Line) {
	if line.Text == "" || line.Heading {
		return
	}
	c := Change{Added: added, Text: strings.TrimPrefix(line.Text, Bullet), apart: d.apart}
	d.apart = false
	if line.Under != d.last || len(d.found) == 0 {
		c.Under, d.last = line.Under, line.Under
	}
	d.found = append(d.found, c)
}

// Places finds the heading of each line: that of its list for an entry,
// that of its section else.
func Places(lines []string) []Line {
	out := make([]Line, len(lines))
	section, list := "", ""
	for i, l := range lines {
		p := Line{Text: l, Under: section}
		switch {
		case strings.HasPrefix(l, Bullet):
			p.Under = list
		case i+1 < len(lines) && strings.HasPrefix(lines[i+1], Bullet):
			list, p.Heading = strings.TrimSuffix(l, ":"), true
		case i == 0 || lines[i-1] == "":
			section, p.Heading = l, true
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
