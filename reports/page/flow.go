package page

// Flow sets a text of any length: when an area is full, next begins a page and
// gives the area to go on in, as wide as the first. It gives what is left of
// the last area. Nothing is cut.
func (d *Document) Flow(area Rect, text string, s Style, next func() Rect) Rect {
	defer d.guard()
	if d.err != nil {
		return area
	}
	d.begin()
	s = s.withDefaults()
	lines, _ := d.setter.set(text, area.W/s.unit(), s, s.MaxLines)
	for _, line := range lines {
		// A page that has no room for a line takes it all the same: going on
		// for ever would be worse.
		if area.H < s.lineHeight()-1e-6 {
			area = next()
		}
		d.drawLine(line, startOf(line, area.X, area.W, s), area.Y+d.setter.baseline(s), s)
		_, area = area.CutTop(s.lineHeight())
	}
	return area
}

// LineHeight is the height of one line of a style, in millimetres.
func (d *Document) LineHeight(s Style) float64 { return s.withDefaults().lineHeight() }
