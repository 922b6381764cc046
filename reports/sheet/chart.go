package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// Chart is a line, column or bar chart over cells.
type Chart struct {
	Title      string
	Columns    bool // upright columns; else lines with marks
	Stacked    bool // columns one upon another
	Shares     bool // lying bars, each the whole of its values, the first on top
	Series     []Series
	Min, Max   float64 // of the value axis; both 0 lets the reader's program choose
	Step       float64 // between the lines across it
	ValueTitle string
	Format     string // of the value axis, "0.0"
	Row        int    // the cell of its top left corner
	Column     int
	Width      uint // pixels
	Height     uint
}

// Series is one line or set of columns: its name, its labels and its values. Values
// that are no numbers leave a gap.
type Series struct {
	Name, Labels, Values Cells
	Color                string // "" is chosen by its place
}

// seriesColors tell up to eight series apart, also by lightness, for readers
// who see few colours and for black-and-white prints.
var seriesColors = []string{"1F6F78", "B83A2E", "8A5F00", "3F87C0", "566478", "6B4E9B", "2C7A4B", "1D2733"}

// seriesMarks tell lines apart by shape.
var seriesMarks = []string{"circle", "square", "triangle", "diamond", "star", "x", "plus", "dash"}

// Draw puts a chart on the sheet.
func (s *Sheet) Draw(c Chart) {
	if s.book.err != nil || s.stream == nil || len(c.Series) == 0 {
		return
	}
	axisFont := excelize.Font{Family: family, Size: 10, Color: "333333"} // the default is too light
	chart := &excelize.Chart{
		Type:   excelize.Line,
		Format: excelize.GraphicOptions{AltText: clean(c.Title, maxProperty), Positioning: "oneCell"}, // rows are higher than the library thinks
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{
			{Text: clean(c.Title, maxProperty), Font: &excelize.Font{Family: family, Size: 12, Bold: true, Color: Ink}}}},
		// At the side each name has a line of its own; below, some programs lose the last.
		Legend:       excelize.ChartLegend{Position: "right", Font: &axisFont},
		Dimension:    excelize.ChartDimension{Width: c.Width, Height: c.Height},
		XAxis:        excelize.ChartAxis{Font: axisFont},
		YAxis:        excelize.ChartAxis{Font: axisFont, MajorGridLines: true},
		ShowBlanksAs: "gap",
	}
	if c.Columns {
		chart.Type = excelize.Col
		gap := uint(60)
		chart.GapWidth = &gap
		if c.Stacked {
			chart.Type = excelize.ColStacked
			full := 100
			chart.Overlap = &full
		}
	}
	if c.Shares {
		chart.Type, chart.XAxis.ReverseOrder, chart.PlotArea.ShowVal = excelize.BarPercentStacked, true, true
		chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0;;"} // no count of none
		gap, full := uint(40), 100
		chart.GapWidth, chart.Overlap, chart.Legend.Position = &gap, &full, "top"
	}
	if c.Min != 0 || c.Max != 0 {
		chart.YAxis.Minimum, chart.YAxis.Maximum, chart.YAxis.MajorUnit = &c.Min, &c.Max, c.Step
	}
	if c.Format != "" {
		chart.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: c.Format}
	}
	if c.ValueTitle != "" {
		chart.YAxis.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: clean(c.ValueTitle, maxProperty), Font: &axisFont}}}
	}
	for i, series := range c.Series {
		series.Color = s.book.color(series.Color)
		chart.Series = append(chart.Series, series.spelled(i, c.Columns || c.Shares))
	}
	s.drawn = true
	s.book.keep(s.book.file.AddChart(s.name, Ref(c.Row, c.Column), chart))
	s.book.charts++
	s.book.cache(c)
}

func (s Series) spelled(i int, columns bool) excelize.ChartSeries {
	color := s.Color
	if color == "" {
		color = seriesColors[i%len(seriesColors)]
	}
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	out := excelize.ChartSeries{Name: s.Name.place, Categories: s.Labels.place, Values: s.Values.place, Fill: fill}
	out.DataLabel.Font = excelize.Font{Family: family, Size: 10, Color: onColor(color)}
	if !columns {
		out.Line = excelize.LineOptions{Width: 2}
		out.Marker = excelize.ChartMarker{Symbol: seriesMarks[i%len(seriesMarks)], Size: 8, Fill: fill}
	}
	return out
}

// onColor is the colour of a text on a ground: white on a dark one.
func onColor(ground string) string {
	n, err := strconv.ParseUint(ground, 16, 32)
	red, green, blue := n>>16&255, n>>8&255, n&255
	if err == nil && 299*red+587*green+114*blue < 128000 {
		return OnPrimary
	}
	return Ink
}
