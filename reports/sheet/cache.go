package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Cells are cells of a sheet that a chart is drawn from, with what they hold.
type Cells struct {
	place  string
	values []any
}

// Cells are those from one place to another; they lie in one row or one column of a
// sheet that is charted.
func (s *Sheet) Cells(row, column, lastRow, lastColumn int) Cells {
	cells := Cells{place: s.Range(row, column, lastRow, lastColumn)}
	for r := row; r <= lastRow; r++ {
		for c := column; c <= lastColumn; c++ {
			cells.values = append(cells.values, s.valueAt(r, c))
		}
	}
	return cells
}

func (s *Sheet) valueAt(row, column int) any {
	if row > len(s.kept) || column > len(s.kept[row-1]) {
		return nil
	}
	return s.kept[row-1][column-1]
}

func (s *Sheet) keepRow(cells []Cell) {
	values := make([]any, len(cells))
	for i, c := range cells {
		values[i] = c.Value
	}
	for len(s.kept) < s.last-1 {
		s.kept = append(s.kept, nil)
	}
	s.kept = append(s.kept, values)
}

// Places of cells in a chart, as the library writes them: of texts and of numbers.
var (
	textPlaces   = regexp.MustCompile(`<strRef><f>([^<]*)</f></strRef>`)
	numberPlaces = regexp.MustCompile(`<numRef><f>([^<]*)</f><numCache><formatCode></formatCode></numCache></numRef>`)
)

// cache writes into a chart what its cells hold: readers that don't compute would draw
// it empty.
func (b *Book) cache(c Chart) {
	name := fmt.Sprintf("xl/charts/chart%d.xml", b.charts)
	part, known := b.file.Pkg.Load(name)
	content, isBytes := part.([]byte)
	if !known || !isBytes {
		b.keep(errors.New("sheet: a chart has no part of its own"))
		return
	}
	held := map[string][]any{}
	for _, series := range c.Series {
		for _, cells := range []Cells{series.Name, series.Labels, series.Values} {
			held[escaped(cells.place)] = cells.values
		}
	}
	fill := func(places *regexp.Regexp, text, write string) string {
		return places.ReplaceAllStringFunc(text, func(found string) string {
			place := places.FindStringSubmatch(found)[1]
			return fmt.Sprintf(write, place, points(held[place], places == numberPlaces))
		})
	}
	text := fill(textPlaces, string(content), "<strRef><f>%s</f><strCache>%s</strCache></strRef>")
	text = fill(numberPlaces, text, "<numRef><f>%s</f><numCache><formatCode>General</formatCode>%s</numCache></numRef>")
	b.file.Pkg.Store(name, []byte(text))
}

// points are values as a chart keeps them; of numbers, texts leave a gap.
func points(values []any, numbers bool) string {
	var out strings.Builder
	fmt.Fprintf(&out, `<ptCount val="%d"></ptCount>`, len(values))
	for i, v := range values {
		if _, text := v.(string); v == nil || text == numbers {
			continue
		}
		fmt.Fprintf(&out, `<pt idx="%d"><v>%s</v></pt>`, i, escaped(clean(fmt.Sprint(v), maxText)))
	}
	return out.String()
}

func escaped(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s)) // a builder never fails
	return out.String()
}
