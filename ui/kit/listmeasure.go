package kit

import (
	"slices"

	"copleader/ui/look"
)

// widths are the widths of the columns at a list width; 0 for one that is left out.
func (l *List[T]) widths(width float32) []float32 {
	out := make([]float32, len(l.options.Columns))
	left, n := width-2*rowSide-l.boxRoom(), 0
	byHand := len(l.sized) > 0 && l.fitsByHand(width)
	var sharing []int
	for i, c := range l.options.Columns {
		if l.leftOut(c, width) {
			continue
		}
		n++
		if out[i] = l.fixedWidth(c, byHand); out[i] > 0 {
			left -= out[i]
		} else {
			sharing = append(sharing, i)
		}
	}
	left = max(0, left-columnGap*float32(max(0, n-1)))
	l.share(out, sharing, left)
	return out
}

// share gives columns a width by their weights; one whose words would break gets what its longest word needs, where the others can spare it.
func (l *List[T]) share(out []float32, columns []int, left float32) {
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
	for spared := sum <= left; spared; {
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
}

// wordsMeasured is how many rows are looked at for long words.
const wordsMeasured = 100

// longestWords are the widths that the longest words of each column's first rows take.
func (l *List[T]) longestWords() []float32 {
	if scale := look.TextScale(); l.words == nil || l.wordScale != scale {
		l.wordScale, l.words = scale, make([]float32, len(l.options.Columns))
		for i, c := range l.options.Columns {
			if c.Text == nil || c.Fixed > 0 {
				continue
			}
			for _, row := range l.rows[:min(len(l.rows), wordsMeasured)] {
				l.words[i] = max(l.words[i], longestWord(c.Text(row), look.SizeBody))
			}
		}
	}
	return l.words
}

// lineRow is the height of a row with one line.
func (l *List[T]) lineRow() float32 { return lineHeightOf(look.SizeBody, false) + 2*rowHigh }

// rowHeight is the height of a row at column widths, without a section's heading.
func (l *List[T]) rowHeight(row T, widths []float32) float32 {
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
func (l *List[T]) sectionAt(index int) string {
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
func (l *List[T]) measure(width float32) {
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
func (l *List[T]) total(width float32) float32 {
	l.measure(width)
	return l.offsets[len(l.rows)]
}

// HeightFor is the height that shows header and all rows.
func (l *List[T]) HeightFor(width float32) float32 {
	return l.head.HeightFor(width) + l.total(width)
}
