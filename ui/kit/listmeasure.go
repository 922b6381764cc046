package kit

import (
	"slices"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
)

// widths are the widths of the columns at a list width; 0 for one that is left out. Before a word breaks inside, columns that may be left
// out in a narrow list are, as long as the person has not arranged them.
func (l *placeList) widths(width float32) []float32 {
	gone := make([]bool, len(l.options.Columns))
	for i, c := range l.options.Columns {
		gone[i] = l.leftOut(c, width)
	}
	var left []int
	for {
		widths, fit := l.widthsWithout(gone, width)
		i := l.nextGone(gone)
		switch {
		case fit && len(left) > 0:
			return l.widthsWithMore(gone, left[:len(left)-1], width, widths)
		case fit || i < 0 || l.arranged:
			return widths
		}
		gone[i], left = true, append(left, i)
	}
}

// widthsWithMore brings back columns that went before a wider one did, the last of them first, where they fit now.
func (l *placeList) widthsWithMore(gone []bool, left []int, width float32, widths []float32) []float32 {
	for _, i := range slices.Backward(left) {
		gone[i] = false
		if more, fit := l.widthsWithout(gone, width); fit {
			widths = more
		} else {
			gone[i] = true
		}
	}
	return widths
}

// nextGone is the column that is left out next in a list that gets narrower, -1 for none.
func (l *placeList) nextGone(gone []bool) int {
	next := -1
	for i, c := range l.options.Columns {
		if !gone[i] && c.HideBelow > 0 && (next < 0 || c.HideBelow > l.options.Columns[next].HideBelow) {
			next = i
		}
	}
	return next
}

// widthsWithout are the widths of the columns that are not left out; fit tells whether there is room for the words of each.
func (l *placeList) widthsWithout(gone []bool, width float32) (out []float32, fit bool) {
	out = make([]float32, len(l.options.Columns))
	left, n := width-2*rowSide-l.boxRoom(), 0
	var sharing []int
	for i, c := range l.options.Columns {
		if gone[i] {
			continue
		}
		n++
		if out[i] = l.fixedWidth(c); out[i] > 0 {
			if l.sized[c.ID] == 0 {
				out[i] = max(out[i], l.longestWords()[i])
			}
			left -= out[i]
		} else {
			sharing = append(sharing, i)
		}
	}
	left -= columnGap * float32(max(0, n-1))
	fit = l.share(out, slices.Clone(sharing), max(0, left))
	if fit = fit && left >= 0; fit {
		l.lend(out, sharing)
	}
	return out, fit
}

// lend gives columns whose texts would break over lines what other columns have more than they fill.
func (l *placeList) lend(out []float32, sharing []int) {
	lacks, spare := make([]float32, len(out)), make([]float32, len(out))
	var lack, spared float32
	l.longestWords()
	for i, width := range out {
		c, more := l.options.Columns[i], l.lines[i]-width
		switch {
		case width == 0, l.sized[c.ID] > 0, c.Make != nil && c.Fixed == 0: // what is made fills whatever it gets
		case more < 0:
			spare[i] = width - max(l.lines[i], l.words[i])
			spared += spare[i]
		case slices.Contains(sharing, i):
			lacks[i] = more
			lack += more
		}
	}
	if lack == 0 || spared == 0 {
		return
	}
	given := min(lack, spared)
	for i := range out {
		out[i] += float32(int(given*lacks[i]/lack)) - up(given*spare[i]/spared)
	}
}

// share gives columns a width by their weights; one whose words would break gets what its longest word needs, where the others can spare it;
// fit tells whether there is that room for each.
func (l *placeList) share(out []float32, columns []int, left float32) (fit bool) {
	weight := func(i int) float32 {
		if w := l.options.Columns[i].Weight; w > 0 {
			return w
		}
		return 1
	}
	needs, sum := l.longestWords(), float32(0)
	for _, i := range columns {
		sum += needs[i]
	}
	fit = sum <= left
	for spared := fit; spared; {
		spared = false
		var weights float32
		for _, i := range columns {
			weights += weight(i)
		}
		for at, i := range columns {
			if whole(left*weight(i)/weights) < needs[i] {
				out[i], left = needs[i], left-needs[i]
				columns = slices.Delete(columns, at, at+1)
				spared = true
				break
			}
		}
	}
	var weights float32
	for _, i := range columns {
		weights += weight(i)
	}
	for _, i := range columns {
		out[i] = max(1, whole(left*weight(i)/weights))
	}
	return fit
}

// How many rows are looked at for long words, and how wide a word is cared for, in points at text scale 1: that of a long name.
const (
	wordsMeasured         = 100
	widestWord    float32 = 160
	widestLine    float32 = 480 // beyond which no line is made room for
)

// longestWords are the widths that each column needs: those of the longest words of its title and its first rows, of its chips, and of what
// is made for it. What each needs so that no line breaks is found with them.
func (l *placeList) longestWords() []float32 {
	if scale := look.TextScale(); l.words == nil || l.wordScale != scale {
		l.wordScale, l.words, l.lines = scale, make([]float32, len(l.options.Columns)), make([]float32, len(l.options.Columns))
		for i, c := range l.options.Columns {
			word, line := l.widestCell(c)
			if c.Title != "" {
				word, line = max(word, l.head.titles[i].leastWidth()), max(line, up(l.head.titles[i].naturalWidth()))
			}
			l.words[i], l.lines[i] = word, line
		}
	}
	return l.words
}

// widestCell is what the first rows of a column need for their words, and for their lines.
// A word so long that it breaks in any case decides nothing where it is one among many.
func (l *placeList) widestCell(c Column[int]) (word, line float32) {
	var made fyne.CanvasObject
	rows, beyond := l.rows[:min(len(l.rows), wordsMeasured)], 0
	for _, row := range rows {
		switch {
		case c.Text != nil:
			w, whole := extent(c.Text(row), look.SizeBody)
			line = max(line, min(whole, scaled(widestLine)))
			if w > scaled(widestWord) {
				beyond++
				continue
			}
			word = max(word, w)
		case c.Chip != nil:
			if tone, text := c.Chip(row); text != "" {
				face := chipFace{tone: tone, text: text}
				word = max(word, face.least().Width)
			}
		case c.Fixed > 0 && c.Make != nil:
			if made == nil {
				made = c.Make()
			}
			c.Show(made, row)
			word = max(word, ownWidth(made))
		}
	}
	if beyond > max(1, len(rows)/10) || beyond == len(rows) && beyond > 0 {
		word = max(word, scaled(widestWord))
	}
	return word, max(word, line)
}

// lineRow is the height of a row with one line.
func (l *placeList) lineRow() float32 { return lineHeightOf(look.SizeBody, false) + 2*rowHigh }

// rowHeight is the height of a row at column widths, without a section's heading.
func (l *placeList) rowHeight(row int, widths []float32) float32 {
	h := l.lineRow()
	for i, c := range l.options.Columns {
		if c.Text == nil || widths[i] == 0 {
			continue
		}
		l.probe.spans, l.probe.memo = c.Text(row), paraMemo{}
		h = max(h, l.probe.HeightFor(widths[i])+2*rowHigh)
	}
	return h
}

// sectionAt is the heading shown above a row, if any.
func (l *placeList) sectionAt(index int) string {
	if l.options.Section == nil {
		return ""
	}
	s := l.options.Section(l.rows[index])
	if index > 0 && l.options.Section(l.rows[index-1]) == s {
		return ""
	}
	return s
}

func sectionHeight() float32 { return lineHeightOf(look.SizeSmall, true) + 15 }

// measure computes where rows stand at a width.
func (l *placeList) measure(width float32) {
	if l.measured == width && l.scale == look.TextScale() && len(l.offsets) == len(l.rows)+1 {
		return
	}
	l.measured, l.scale = width, look.TextScale()
	widths := l.widths(width)
	two := lineHeightOf(look.SizeBody, true) + lineHeightOf(look.SizeSmall, false) + 2*rowHigh
	l.offsets = make([]float32, len(l.rows)+1)
	for i, row := range l.rows {
		h := two
		if len(l.rows) <= listMeasured {
			h = l.rowHeight(row, widths)
		}
		if l.sectionAt(i) != "" {
			h += sectionHeight()
		}
		l.offsets[i+1] = l.offsets[i] + h
	}
}

// total is the height of all rows at a width.
func (l *placeList) total(width float32) float32 {
	l.measure(width)
	return l.offsets[len(l.rows)]
}

// HeightFor is the height that shows header and all rows.
func (l *placeList) HeightFor(width float32) float32 {
	return l.head.HeightFor(width) + l.total(width)
}
