package kit

import "copleader/ui/look"

// widths are the widths of the columns at a list width; 0 for one that is left out.
func (l *List[T]) widths(width float32) []float32 {
	out := make([]float32, len(l.options.Columns))
	left, weights, n := width-2*rowSide-l.boxRoom(), float32(0), 0
	hidden := func(c Column[T]) bool {
		return c.Hidden != nil && c.Hidden() || c.HideBelow > 0 && width < scaled(c.HideBelow)
	}
	weight := func(c Column[T]) float32 { return max(c.Weight, 0.001) }
	for i, c := range l.options.Columns {
		if c.Weight == 0 && c.Fixed == 0 {
			l.options.Columns[i].Weight = 1
			c.Weight = 1
		}
		if hidden(c) {
			continue
		}
		n++
		if c.Fixed > 0 {
			out[i] = up(scaled(c.Fixed))
			left -= out[i]
		} else {
			weights += weight(c)
		}
	}
	left = max(0, left-columnGap*float32(max(0, n-1)))
	for i, c := range l.options.Columns {
		if c.Fixed == 0 && !hidden(c) {
			out[i] = max(1, whole(left*weight(c)/weights))
		}
	}
	return out
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
