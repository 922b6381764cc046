package page

// Bar is one line of a bar chart.
type Bar struct {
	Label string
	Value float64 // 0 and below draws no bar
	Text  string  // behind the bar
	Color Color   // None is Primary
}

// Bars is a bar chart of lines that lie below one another.
type Bars struct {
	Bars []Bar
	Max  float64 // the value of a whole bar; 0 is the greatest value
	Text Style
}

// Bars draws a bar chart: the labels at the left, the texts behind the bars.
func (d *Document) Bars(r Rect, b Bars) {
	if len(b.Bars) == 0 || d.err != nil {
		return
	}
	s := b.Text.withDefaults()
	s.MaxLines, s.Valign = 1, ValignMiddle
	label, text, top := 0.0, 0.0, b.Max
	for _, bar := range b.Bars {
		label = max(label, d.Measure(0, bar.Label, s).Width)
		text = max(text, d.Measure(0, bar.Text, s).Width)
		if b.Max <= 0 {
			top = max(top, bar.Value)
		}
	}
	label = min(label+3, r.W*0.45)
	text = min(text+3, r.W*0.3)
	row := min(r.H/float64(len(b.Bars)), s.lineHeight()*2.2)
	for i, bar := range b.Bars {
		strip := Rect{r.X, r.Y + float64(i)*row, r.W, row}
		d.Text(Rect{strip.X, strip.Y, label, row}, bar.Label, s)
		color := bar.Color
		if color == None {
			color = Primary
		}
		long := 0.0
		if bar.Value > 0 && top > 0 {
			long = (r.W - label - text) * min(1, bar.Value/top)
			d.Box(Rect{strip.X + label, strip.Y + row*0.18, long, row * 0.64}, Look{Fill: color, Radius: 0.8})
		}
		bold := s
		bold.Bold = true
		d.Text(Rect{strip.X + label + long + 1.5, strip.Y, text, row}, bar.Text, bold)
	}
}
