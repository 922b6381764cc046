package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"copleader/ui/look"
)

// rowsOf is a list of numbers, two to a section, with or without column titles.
func rowsOf(title string) *List[int64] {
	l := NewList(ListOptions[int64]{
		Key: func(n int64) int64 { return n },
		Columns: []Column[int64]{{ID: "n", Title: title, Text: func(n int64) []Span { return []Span{Plain(itoa(int(n)))} },
			Compare: func(a, b int64) int { return int(a - b) }}},
		Section: func(n int64) string { return itoa(int(n) / 2) },
	})
	l.SetRows([]int64{0, 1, 2, 3})
	return l
}

func TestListWithoutTitlesHasNoRuleAboveItsFirstSection(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light, 1))
	for title, want := range map[string]bool{"": false, "Number": true} {
		w := app.NewWindow("")
		l := rowsOf(title)
		w.SetContent(l)
		if got := test.WidgetRenderer(l.head).Objects()[0].Visible(); got != want {
			t.Errorf("with the title %q the rule of the head is shown: %v", title, got)
		}
		w.Close()
	}
}

func TestListSortMarkPointsDownWhenTheLeastStandsFirst(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light, 1))
	l := rowsOf("Number")
	w := app.NewWindow("")
	defer w.Close()
	w.SetContent(l)
	for _, c := range []struct {
		descending bool
		want       Sign
	}{{false, Caret}, {true, CaretUp}} {
		l.SortBy("n", c.descending)
		if got := l.head.titles[0].sign; got != c.want {
			t.Errorf("descending %v: sign %v, want %v", c.descending, got, c.want)
		}
	}
}

func TestListRulesOffTheSectionAbove(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light, 1))
	l := rowsOf("")
	w := app.NewWindow("")
	defer w.Close()
	w.SetContent(l)
	w.Resize(l.MinSize().AddWidthHeight(300, 300))
	for i, want := range [][]float32{{32}, {0}, {0, 32}, {0}} {
		var got []float32
		for _, o := range test.WidgetRenderer(l.visible[i]).Objects() {
			if o.Visible() && o.Size().Height == 1 {
				got = append(got, o.Position().Y)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("row %d has rules at %v, want %v", i, got, want)
		}
	}
}
